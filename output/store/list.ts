/** One line for each report and item. */

import type Database from 'better-sqlite3'
import type { StatusCode } from '../../pipeline/record.js'
import { statusCodes } from '../../pipeline/record.js'
import { asksOfProblems, itemOrder, itemWhere, reportWhere, type Where } from './filters.js'
import { type ReportRow, regionOf } from './rows.js'
import type { ItemAt } from './threads.js'
import type { Cell, ItemFilter, ItemSummary, ReportFilter, ReportSummary } from './types.js'

interface CountRow {
  report: number
  name: string
  count: number
}
interface VersionRow {
  report: number
  source: string
  version: number
  current: 0 | 1
}
interface SummaryRow extends ReportRow {
  report: number
  current: 0 | 1
  totals: number
  checked: number
  disagree: number
}
type ItemListRow = Pick<
  ItemSummary,
  'key' | 'source' | 'region' | 'label' | 'category' | 'problem' | 'status' | 'closure' | 'due' | 'deadline'
> & {
  item: number
  report_key: string
  status_ongoing: 0 | 1 | null
  due_of: ItemSummary['dueOf']
  state: ItemSummary['state']
  problem_state: ItemSummary['state']
  state_by: string | null
  done_later: string | null
  problem_due: string | null
  problem_due_of: ItemSummary['dueOf']
  thread: number | null
  head: 0 | 1
  lead_units: string
  responsible_units: string
  corrected: string
  in_doubt: string
  notes: string
}

const names = (json: string): string[] => {
  if (json === '[]') return []
  const value: unknown = JSON.parse(json)
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : []
}

const itemSummary = (row: ItemListRow): ItemSummary => ({
  key: row.key,
  report: row.report_key,
  source: row.source,
  region: row.region,
  seq: row.item,
  label: row.label,
  category: row.category,
  problem: row.problem,
  status: row.status,
  closure: row.closure,
  ongoing: row.status_ongoing === null ? null : row.status_ongoing === 1,
  due: row.due,
  dueOf: row.due_of,
  state: row.state,
  problemState: row.problem_state,
  stateBy: row.state_by,
  doneLater: row.done_later,
  problemDue: row.problem_due,
  problemDueOf: row.problem_due_of,
  thread: row.thread,
  head: row.head === 1,
  deadline: row.deadline,
  leadUnits: names(row.lead_units),
  responsibleUnits: names(row.responsible_units),
  corrected: names(row.corrected),
  inDoubt: names(row.in_doubt),
  notes: names(row.notes),
})

export const lister = (db: Database.Database) => {
  /** `reports` narrows to these report numbers; null is all. */
  const reports = (filter: ReportFilter, only: readonly number[] | null): ReportSummary[] => {
    const where = reportWhere(filter, only)
    const counts = (sql: string) => {
      const byReport = new Map<number, Record<string, number>>()
      for (const row of db.prepare<Cell[], CountRow>(sql).iterate(...where.params)) {
        const own = byReport.get(row.report) ?? {}
        own[row.name] = row.count
        byReport.set(row.report, own)
      }
      return byReport
    }
    const statuses = counts(
      `SELECT report, ifnull(i.status, 'none') AS name, count(*) AS count FROM items i JOIN reports r USING (report) ${where} GROUP BY report, i.status`,
    )
    const diagnostics = counts(
      `SELECT report, d.severity AS name, count(*) AS count FROM diagnostics d JOIN reports r USING (report) ${where} GROUP BY report, d.severity`,
    )
    const versions = versionsOf(where)
    const sql = `SELECT r.*, count(t.total) AS totals, count(t.agrees) AS checked, ifnull(sum(t.agrees = 0), 0) AS disagree
      FROM reports r LEFT JOIN declared_totals t USING (report) ${where} GROUP BY r.report ORDER BY r.source, r.report`
    return db
      .prepare<Cell[], SummaryRow>(sql)
      .all(...where.params)
      .map((row) => {
        const own = statuses.get(row.report) ?? {}
        const seen = diagnostics.get(row.report) ?? {}
        const held = versions.get(row.report) ?? []
        const byStatus = Object.fromEntries([...statusCodes, 'none' as const].map((code) => [code, own[code] ?? 0]))
        return {
          key: row.key,
          id: row.id,
          source: row.source,
          names: held.filter(({ current }) => current).map(({ source }) => source),
          versions: held,
          current: row.current === 1,
          parserVersion: row.parser_version,
          format: row.format,
          title: row.title,
          kind: row.kind,
          programme: row.programme,
          region: regionOf(row),
          asOf: row.as_of_end_date,
          items: Object.values(own).reduce((sum, n) => sum + n, 0),
          statuses: byStatus as Record<StatusCode | 'none', number>,
          declared: { total: row.totals, checked: row.checked, disagree: row.disagree },
          diagnostics: { info: seen.info ?? 0, warning: seen.warning ?? 0, error: seen.error ?? 0 },
        }
      })
  }

  /** Of each report, the sources that hold or held it. */
  const versionsOf = (where: Where) => {
    const byReport = new Map<number, ReportSummary['versions']>()
    const sql = `SELECT v.report, s.name AS source, v.version, n.source IS NOT NULL AS current
      FROM reports r JOIN versions v ON v.report = r.report JOIN sources s ON s.source = v.source LEFT JOIN names n ON n.source = v.source AND n.version = v.version
      ${where} ORDER BY v.source, v.version`
    for (const row of db.prepare<Cell[], VersionRow>(sql).iterate(...where.params)) {
      const own = byReport.get(row.report) ?? []
      own.push({ source: row.source, version: row.version, current: row.current === 1 })
      byReport.set(row.report, own)
    }
    return byReport
  }

  const from = 'FROM all_items l JOIN reports r USING (report)'

  const oneItem = db.prepare<[number, number], ItemListRow>('SELECT * FROM all_items WHERE report = ? AND item = ?')

  /** Where the items are. What a row shows is looked up after they are sorted and counted out, for it costs more than the finding. */
  const places = (filter: ItemFilter, only: readonly number[] | null): (ItemAt & { key: string })[] => {
    const where = itemWhere(filter, only)
    const order = itemOrder(filter.sort, asksOfProblems(filter))
    return db
      .prepare<Cell[], ItemAt & { key: string }>(
        `SELECT l.report, l.item, l.key ${from} ${where} ORDER BY ${order} LIMIT ? OFFSET ?`,
      )
      .all(...where.params, filter.limit ?? -1, filter.offset ?? 0)
  }
  const item = (report: number, number: number): ItemSummary | null => {
    const row = oneItem.get(report, number)
    return row ? itemSummary(row) : null
  }

  return {
    reports,
    places,
    item,
    items: (filter: ItemFilter, only: readonly number[] | null): ItemSummary[] =>
      places(filter, only).flatMap((at) => item(at.report, at.item) ?? []),
    count: (filter: ItemFilter, only: readonly number[] | null): number => {
      const where = itemWhere(filter, only)
      return (
        db
          .prepare<Cell[], number>(`SELECT count(*) ${from} ${where}`)
          .pluck()
          .get(...where.params) ?? 0
      )
    },
  }
}

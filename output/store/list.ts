/** One line for each report and item. */

import type { Database } from './database.js'
import type { StatusCode } from '../../pipeline/record.js'
import { statusCodes } from '../../pipeline/record.js'
import { asksOfProblems, itemOrder, itemWhere, reportWhere, type Where } from './filters.js'
import { type ReportRow, regionOf, textsOf } from './rows.js'
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
/** What a line about an item is made of, in the order of `itemColumns`: rows as lists, for rows as objects take twice the time. */
type ItemListRow = [
  key: string,
  report: string,
  source: string,
  region: string | null,
  seq: number,
  label: string,
  category: string | null,
  problem: string,
  status: ItemSummary['status'],
  closure: ItemSummary['closure'],
  ongoing: 0 | 1 | null,
  due: string | null,
  dueOf: ItemSummary['dueOf'],
  deadline: string | null,
  state: ItemSummary['state'],
  problemState: ItemSummary['state'],
  stateBy: string | null,
  problemDue: string | null,
  problemDueOf: ItemSummary['dueOf'],
  thread: number | null,
  head: 0 | 1,
  leadUnits: string,
  responsibleUnits: string,
  corrected: string,
  inDoubt: string,
  notes: string,
]
const itemColumns = `key, report_key, source, region, item, label, category, problem, status, closure, status_ongoing, due, due_of, deadline, state, problem_state, state_by,
  problem_due, problem_due_of, thread, head, lead_units, responsible_units, corrected, in_doubt, notes`

/** `LIMIT -1` is SQLite's alone. */
const NO_LIMIT = Number.MAX_SAFE_INTEGER

const itemSummary = ([
  key,
  report,
  source,
  region,
  seq,
  label,
  category,
  problem,
  status,
  closure,
  ongoing,
  due,
  dueOf,
  deadline,
  state,
  problemState,
  stateBy,
  problemDue,
  problemDueOf,
  thread,
  head,
  leadUnits,
  responsibleUnits,
  corrected,
  inDoubt,
  notes,
]: ItemListRow): ItemSummary => ({
  key,
  report,
  source,
  region,
  seq,
  label,
  category,
  problem,
  status,
  closure,
  ongoing: ongoing === null ? null : ongoing === 1,
  due,
  dueOf,
  state,
  problemState,
  stateBy,
  doneLater: problemState === 'done' ? stateBy : null,
  problemDue,
  problemDueOf,
  thread,
  head: head === 1,
  deadline,
  leadUnits: textsOf(leadUnits),
  responsibleUnits: textsOf(responsibleUnits),
  corrected: textsOf(corrected),
  inDoubt: textsOf(inDoubt),
  notes: textsOf(notes),
})

export const lister = (db: Database) => {
  /** `reports` narrows to these report numbers; null is all. */
  const reports = (filter: ReportFilter, only: readonly number[] | null, limit?: number): ReportSummary[] => {
    if (limit !== undefined) return reports({}, first(reportWhere(filter, only), limit))
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
    const sql = `SELECT r.*, count(t.total) AS totals, count(t.agrees) AS checked, coalesce(sum(t.agrees = 0), 0) AS disagree
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

  /** The first reports in the order of the list: what is told of each costs more than finding them. */
  const first = (where: Where, limit: number): number[] =>
    db
      .prepare<Cell[], number>(`SELECT r.report FROM reports r ${where} ORDER BY r.source, r.report LIMIT ?`)
      .pluck()
      .all(...where.params, limit)

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

  const oneItem = db
    .prepare<[number, number], ItemListRow>(`SELECT ${itemColumns} FROM all_items WHERE report = ? AND item = ?`)
    .raw()

  /** Where the items are. What a row shows is looked up after they are sorted and counted out, for it costs more than the finding. */
  const places = (filter: ItemFilter, only: readonly number[] | null): (ItemAt & { key: string })[] => {
    const where = itemWhere(filter, only)
    const order = itemOrder(filter.sort, asksOfProblems(filter))
    return db
      .prepare<Cell[], ItemAt & { key: string }>(
        `SELECT l.report, l.item, l.key ${from} ${where} ORDER BY ${order} LIMIT ? OFFSET ?`,
      )
      .all(...where.params, filter.limit ?? NO_LIMIT, filter.offset ?? 0)
  }
  /** The lines of some items, in their order. */
  const lines = (at: readonly ItemAt[]): ItemSummary[] =>
    oneItem
      .many(at.map(({ report, item }): [number, number] => [report, item]))
      .flatMap(([row]) => (row ? [itemSummary(row)] : []))
  const item = (report: number, number: number): ItemSummary | null => lines([{ report, item: number }])[0] ?? null

  return {
    reports,
    countReports: (filter: ReportFilter, only: readonly number[] | null): number => {
      const where = reportWhere(filter, only)
      return (
        db
          .prepare<Cell[], number>(`SELECT count(*) FROM reports r ${where}`)
          .pluck()
          .get(...where.params) ?? 0
      )
    },
    places,
    item,
    items: (filter: ItemFilter, only: readonly number[] | null): ItemSummary[] => lines(places(filter, only)),
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

/** Tables of reports and of items, as several commands print them. */
import type { ItemSummary, ReportSummary } from '../store/index.js'
import { type Io, nameOf } from './io.js'
import { type Column, table, truncate } from './layout.js'
import { FIELDS, KINDS, STATUS_WORDS, STATUSES } from './texts.js'

/** One row: a report of the ledger, or a source that failed. */
export interface ReportRow {
  source: string
  state?: string
  /** `2 of 3`: number of the version, where versions are shown. */
  version?: string
  report: ReportSummary | null
}

/** Report, kind, items, by status, declared totals that disagree, diagnostics. */
export function reportTable(rows: ReportRow[], io: Io): string {
  const withState = rows.some(({ state }) => state !== undefined)
  const withVersion = rows.some(({ version }) => version !== undefined)
  const head: Column[] = [
    { title: 'key' },
    { title: 'report 报告', flexible: 'start' },
    ...(withVersion ? [{ title: 'version 版本' }] : []),
    ...(withState ? [{ title: 'result' }] : []),
    { title: FIELDS.kind },
    { title: 'items', align: 'right' },
    { title: 'by status 整改状态', flexible: 'end' },
    { title: 'disagree', align: 'right' },
    { title: FIELDS.diagnostics },
  ]
  const cells = rows.map(({ source, state, version, report }) => [
    report?.key ?? '—',
    nameOf(source),
    ...(withVersion ? [version ?? ''] : []),
    ...(withState ? [state === 'failed' ? io.paint('red', state) : (state ?? '')] : []),
    report ? KINDS[report.kind] : '—',
    report ? String(report.items) : '—',
    report ? byStatus(report) : '—',
    report ? disagreeing(report, io) : '—',
    report ? diagnosticCounts(report) : '—',
  ])
  return table(head, cells, io.tableWidth)
}

/** The source, with the further names of the same bytes: `a.txt = b.txt`. */
export const namesOf = ({ source, names }: ReportSummary): string => (names.length > 1 ? names.join(' = ') : source)

/** `25 completed, 26 on schedule, 2 in progress`. */
function byStatus({ statuses }: ReportSummary): string {
  const parts = Object.entries(STATUS_WORDS).flatMap(([code, word]) => {
    const n = statuses[code as keyof typeof STATUS_WORDS]
    return n > 0 ? [`${n} ${word}`] : []
  })
  return parts.join(', ') || '—'
}

/** `0/3`: of the declared totals that could be checked. */
const disagreeing = ({ declared }: ReportSummary, io: Io): string =>
  declared.total === 0
    ? '—'
    : declared.disagree > 0
      ? io.paint('red', `${declared.disagree}/${declared.checked}`)
      : `0/${declared.checked}`

function diagnosticCounts({ diagnostics }: ReportSummary): string {
  const parts = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    diagnostics[severity] > 0 ? [`${diagnostics[severity]} ${severity}`] : [],
  )
  return parts.join(', ') || '—'
}

export function itemTable(items: ItemSummary[], io: Io): string {
  const head: Column[] = [
    { title: 'item 条目' },
    { title: FIELDS.problem, flexible: 'end' },
    { title: FIELDS.status },
    { title: 'due 期限' },
    { title: 'lead units 牵头单位', flexible: 'end' },
  ]
  const rows = items.map((item) => [
    item.key,
    truncate(item.problem.replaceAll('\n', ''), 80),
    item.status ? STATUSES[item.status] : '—',
    (item.due && (item.dueOf === 'measures' ? `${item.due} (measures 措施)` : item.due)) ??
      (item.deadline ? truncate(item.deadline.replaceAll('\n', ''), 16) : '—'),
    truncate(item.leadUnits.join('、') || '—', 32),
  ])
  return table(head, rows, io.tableWidth)
}

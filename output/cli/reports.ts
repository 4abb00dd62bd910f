/** Tables of reports and of items, as several commands print them. */
import type { ItemSummary, ReportSummary } from '../store/index.js'
import { type Io, nameOf } from './io.js'
import { type Column, table, truncate } from './layout.js'
import { FIELDS, KINDS, STATES, STATUS_WORDS, STATUSES } from './texts.js'

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

/** Whose deadline it is, beside the day. */
const dueCell = (day: string, of: ItemSummary['dueOf']): string => (of === 'measures' ? `${day} (measures 措施)` : day)

/** The state that a problem's newest report gives, and which report that is where it is another. */
const problemState = ({ status, problemState: state, stateBy }: ItemSummary): string =>
  stateBy !== null ? `${STATES[state]} (${stateBy})` : status ? STATUSES[status] : STATES[state]

/** A row for each item; `ofProblems`: with the state and the deadline of the problem through all of its reports. */
export function itemTable(items: ItemSummary[], io: Io, ofProblems = false): string {
  const head: Column[] = [
    { title: 'item 条目' },
    { title: FIELDS.problem, flexible: 'end' },
    { title: FIELDS.status },
    { title: 'due 期限' },
    { title: 'lead units 牵头单位', flexible: 'end' },
  ]
  const rows = items.map((item) => [
    item.key + marks(item),
    truncate(item.problem.replaceAll('\n', ''), 80),
    ofProblems ? problemState(item) : item.status ? STATUSES[item.status] : '—',
    ofProblems && item.problemDue
      ? dueCell(item.problemDue, item.problemDueOf)
      : item.due
        ? dueCell(item.due, item.dueOf)
        : item.deadline
          ? truncate(item.deadline.replaceAll('\n', ''), 16)
          : '—',
    truncate(unitsOf(item), 32),
  ])
  const legend = marksLegend(items)
  return `${table(head, rows, io.tableWidth)}${legend === '' ? '' : `\n${legend}`}`
}

/** The lead units; where none is named, the responsible ones. */
const unitsOf = ({ leadUnits, responsibleUnits }: ItemSummary): string =>
  leadUnits.length > 0 ? leadUnits.join('、') : responsibleUnits.length > 0 ? `责任单位：${responsibleUnits.join('、')}` : '—'

/** `*` for what a person corrected, `?` where the words beneath a correction have changed since, `+` for a remark. */
const marks = ({ corrected, inDoubt, notes }: ItemSummary): string => {
  const found = `${corrected.length > 0 ? '*' : ''}${inDoubt.length > 0 ? '?' : ''}${notes.length > 0 ? '+' : ''}`
  return found === '' ? '' : ` ${found}`
}

/** What the marks mean, where there are any. */
const marksLegend = (items: readonly ItemSummary[]): string => {
  const found = new Set(items.flatMap((item) => [...marks(item).trim()]))
  const told = { '*': '* corrected 已更正', '?': '? correction in doubt 更正存疑', '+': '+ remark 有备注' }
  return Object.entries(told)
    .flatMap(([mark, text]) => (found.has(mark) ? [text] : []))
    .join(', ')
}

/** Tables of reports and of items, as several commands print them. */
import type { Ingested } from '../../pipeline/ingest.js'
import type { ItemSummary, ReportSummary } from '../store/index.js'
import { type Io, nameOf } from './io.js'
import { type Column, table, truncate } from './layout.js'

/** One row: a report of the ledger, or a source that failed. */
export interface ReportRow {
  source: string
  /** Stands in the place of the source. */
  title?: string
  state?: Ingested['state']
  /** `2 of 3`: number of the version, where versions are shown. */
  version?: string
  report: ReportSummary | null
}

/** Report, kind, items, by status, declared totals that disagree, diagnostics. */
export function reportTable(rows: ReportRow[], io: Io): string {
  const { words } = io
  const { fields, heads } = words
  const withState = rows.some(({ state }) => state !== undefined)
  const withVersion = rows.some(({ version }) => version !== undefined)
  const head: Column[] = [
    { title: heads.key },
    { title: fields.report, flexible: rows.some(({ title }) => title !== undefined) ? 'end' : 'start' },
    ...(withVersion ? [{ title: fields.version }] : []),
    ...(withState ? [{ title: heads.result }] : []),
    { title: fields.kind },
    { title: heads.items, align: 'right' },
    { title: fields.byStatus, flexible: 'end' },
    { title: heads.disagree, align: 'right' },
    { title: fields.diagnostics },
  ]
  const cells = rows.map(({ source, title, state, version, report }) => [
    report?.key ?? '—',
    nameOf(title ?? source),
    ...(withVersion ? [version ?? ''] : []),
    ...(withState
      ? [state === undefined ? '' : state === 'failed' ? io.paint('red', words.results[state]) : words.results[state]]
      : []),
    report ? words.kinds[report.kind] : '—',
    report ? String(report.items) : '—',
    report ? byStatus(report, io) : '—',
    report ? disagreeing(report, io) : '—',
    report ? diagnosticCounts(report, io) : '—',
  ])
  return table(head, cells, io.tableWidth)
}

/** The source, with the further names of the same bytes: `a.txt = b.txt`. */
export const namesOf = ({ source, names }: ReportSummary): string => (names.length > 1 ? names.join(' = ') : source)

/** Whether a title names the region, whose name stands in full: of 河南省鹤壁市浚县 the title has 浚县, or more. */
const namesRegion = (title: string, region: string): boolean =>
  title.includes(region.slice(-3)) || (/[省市州盟]..$/u.test(region) && title.includes(region.slice(-2)))

/** A report by its title, with the region where the title does not name it; by its source where it has none. */
export function titleOf(report: ReportSummary): string {
  const { title, region } = report
  if (title === null) return namesOf(report)
  return region === null || namesRegion(title, region.name) ? title : `${title}（${region.name}）`
}

/** `25 completed, 26 on schedule, 2 in progress`. */
function byStatus({ statuses }: ReportSummary, { words }: Io): string {
  const parts = Object.entries(words.statusWords).flatMap(([code, word]) => {
    const n = statuses[code as keyof typeof statuses]
    return n > 0 ? [words.times(n, word)] : []
  })
  return parts.join(words.comma) || '—'
}

/** `0/3`: of the declared totals that could be checked. */
const disagreeing = ({ declared }: ReportSummary, io: Io): string =>
  declared.total === 0
    ? '—'
    : declared.disagree > 0
      ? io.paint('red', `${declared.disagree}/${declared.checked}`)
      : `0/${declared.checked}`

function diagnosticCounts({ diagnostics }: ReportSummary, { words }: Io): string {
  const parts = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    diagnostics[severity] > 0 ? [words.times(diagnostics[severity], words.severities[severity])] : [],
  )
  return parts.join(words.comma) || '—'
}

/** Whose deadline it is, beside the day. */
const dueCell = (day: string, of: ItemSummary['dueOf'], { words }: Io): string =>
  of === 'measures' ? `${day}${words.bracketed(words.list.measures)}` : day

/** The state that a problem's newest report gives, and which report that is where it is another. */
const problemState = ({ status, problemState: state, stateBy }: ItemSummary, { words }: Io): string =>
  stateBy !== null ? `${words.states[state]}${words.bracketed(stateBy)}` : status ? words.statuses[status] : words.states[state]

/** A row for each item; `ofProblems`: with the state and the deadline of the problem through all of its reports. */
export function itemTable(items: ItemSummary[], io: Io, ofProblems = false): string {
  const { fields, statuses } = io.words
  const head: Column[] = [
    { title: fields.item },
    { title: fields.problem, flexible: 'end' },
    { title: fields.status },
    { title: fields.due },
    { title: fields.leadUnits, flexible: 'end' },
  ]
  const rows = items.map((item) => [
    item.key + marks(item),
    truncate(item.problem.replaceAll('\n', ''), 80),
    ofProblems ? problemState(item, io) : item.status ? statuses[item.status] : '—',
    ofProblems && item.problemDue
      ? dueCell(item.problemDue, item.problemDueOf, io)
      : item.due
        ? dueCell(item.due, item.dueOf, io)
        : item.deadline
          ? truncate(item.deadline.replaceAll('\n', ''), 16)
          : '—',
    truncate(unitsOf(item), 32),
  ])
  const legend = marksLegend(items, io)
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
const marksLegend = (items: readonly ItemSummary[], { words }: Io): string => {
  const found = new Set(items.flatMap((item) => [...marks(item).trim()]))
  const told = { '*': words.list.corrected, '?': words.list.inDoubt, '+': words.list.remark }
  return Object.entries(told)
    .flatMap(([mark, text]) => (found.has(mark) ? [text] : []))
    .join(words.comma)
}

/** How many problems are in each of the three truths about a deadline. */
export const truthCounts = (
  { overdue, unsaid, notPast }: { overdue: number; unsaid: number; notPast: number },
  { words }: Io,
): string => words.truths(overdue, unsaid, notPast)

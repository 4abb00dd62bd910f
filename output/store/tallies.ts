/** Counts over the ledger for people who look: problems by state, inspection, region, unit and time, and what is uncertain. */
import { type StatusCode, statusCodes } from '../../pipeline/record.js'
import { itemWhere } from './filters.js'
import { ITEM_BITS } from './schema.js'
import type { Cell, ItemFilter, ItemSummary, Ledger, ReportSummary } from './types.js'

export type State = ItemSummary['state']
type Row = Record<string, Cell>
export const int = (cell: Cell | undefined): number => (typeof cell === 'number' ? cell : 0)
export const words = (cell: Cell | undefined): string | null => (typeof cell === 'string' ? cell : null)
export const stateOf = (cell: Cell | undefined): State => (cell === 'done' || cell === 'open' ? cell : 'unknown')

/** How many problems are in each state. */
export type Standing = Record<State, number>
export const noStanding = (): Standing => ({ done: 0, open: 0, unknown: 0 })
export const sumOf = (one: Standing): number => one.done + one.open + one.unknown

/** What a report is counted under. */
export interface ReportFacts {
  report: number
  key: string
  title: string | null
  kind: ReportSummary['kind']
  programme: string | null
  round: number | null
  region: string | null
  code: string | null
  year: string | null
}

const kinds: readonly ReportSummary['kind'][] = ['plan', 'checklist', 'progress', 'unknown']

/** Every current report. Its year is that of its day; where it shows none, of its title, as the filter `years` has it. */
export function reportFacts(ledger: Ledger): Map<number, ReportFacts> {
  const facts = new Map<number, ReportFacts>()
  for (const row of ledger.query(
    `SELECT r.report, r.key, r.title, r.kind, r.programme, r.programme_round, r.region, r.region_code,
       coalesce(k.day, r.as_of_end_date) AS day FROM reports r LEFT JOIN link_reports k USING (report) WHERE r.current = 1`,
  ))
    facts.set(int(row.report), factsOf(row))
  return facts
}

function factsOf(row: Row): ReportFacts {
  const title = words(row.title)
  return {
    report: int(row.report),
    key: words(row.key) ?? '',
    title,
    kind: kinds.find((kind) => kind === row.kind) ?? 'unknown',
    programme: words(row.programme),
    round: typeof row.programme_round === 'number' ? row.programme_round : null,
    region: words(row.region),
    code: words(row.region_code),
    year: words(row.day)?.slice(0, 4) ?? /((?:19|20)\d{2})年/.exec(title ?? '')?.[1] ?? null,
  }
}

/** The items of one report. */
export interface Tally {
  report: number
  count: number
  /** Of those that stand for their problem. */
  standing: Standing
  /** Of all. */
  statuses: Record<StatusCode | 'none', number>
  closures: Record<'submitted' | 'closed', number>
}

const sums = [
  ...(['done', 'open', 'unknown'] as const).map((state) => `sum(head = 1 AND state = '${state}') AS ${state}`),
  ...statusCodes.map((code) => `sum(status = '${code}') AS ${code}`),
  ...(['submitted', 'closed'] as const).map((code) => `sum(closure = '${code}') AS ${code}`),
].join(', ')

/** The items that the filter asks for, and of which the words of `question` are found, counted by report. */
export function tallies(ledger: Ledger, filter: ItemFilter, question = ''): Tally[] {
  const where = itemWhere(filter, numbersOf(ledger, filter))
  if (question.trim() !== '')
    where.add(
      `((l.report << ${ITEM_BITS}) + l.item) IN (SELECT CAST(value AS INTEGER) FROM json_each(?))`,
      JSON.stringify(ledger.hitRows(question)),
    )
  // The limit keeps the inner question apart, so that each value is worked out once and not in every sum.
  const sql = `SELECT report, count(*) AS n, ${sums} FROM (
      SELECT l.report, l.head, l.problem_state AS state, l.status, l.closure FROM all_items l JOIN reports r USING (report) ${where} LIMIT ${Number.MAX_SAFE_INTEGER}
    ) one GROUP BY report`
  return [...ledger.query(sql, ...where.params)].map((row) => {
    const statuses = Object.fromEntries(statusCodes.map((code) => [code, int(row[code])])) as Record<StatusCode, number>
    const said = statusCodes.reduce((sum, code) => sum + statuses[code], 0)
    return {
      report: int(row.report),
      count: int(row.n),
      standing: { done: int(row.done), open: int(row.open), unknown: int(row.unknown) },
      statuses: { ...statuses, none: int(row.n) - said },
      closures: { submitted: int(row.submitted), closed: int(row.closed) },
    }
  })
}
export const countOf = (all: readonly Tally[]): number => all.reduce((sum, { count }) => sum + count, 0)

/** Numbers of the reports that a filter names; null where it names none. */
function numbersOf(ledger: Ledger, { report }: ItemFilter): number[] | null {
  if (report === undefined) return null
  const keys = ledger.reports({ report }).map(({ key }) => key)
  return [
    ...ledger.query('SELECT report FROM reports WHERE key IN (SELECT value FROM json_each(?))', JSON.stringify(keys)),
  ].map((row) => int(row.report))
}

/** Problems by a name of their reports; null where there is none. */
export function standingBy(
  all: readonly Tally[],
  facts: ReadonlyMap<number, ReportFacts>,
  of: (report: ReportFacts) => string | null,
): Map<string | null, Standing> {
  const groups = new Map<string | null, Standing>()
  for (const { report, standing } of all) {
    const one = facts.get(report)
    if (!one || sumOf(standing) === 0) continue
    const name = of(one)
    groups.set(name, added(groups.get(name) ?? noStanding(), standing))
  }
  return groups
}

export const added = (one: Standing, other: Standing): Standing => ({
  done: one.done + other.done,
  open: one.open + other.open,
  unknown: one.unknown + other.unknown,
})
export const standingOf = (all: readonly Tally[]): Standing =>
  all.reduce((sum, { standing }) => added(sum, standing), noStanding())

/** Problems that no report calls done, by the last day allowed, the earliest first. */
export interface DueDay {
  day: string
  state: State
  count: number
}
/** Parts of a filter that are about reports alone. */
const aboutReports: ReadonlySet<string> = new Set([
  'report',
  'kinds',
  'regions',
  'programmes',
  'rounds',
  'years',
  'uncertain',
  'certainty',
])

export function dueDays(ledger: Ledger, filter: ItemFilter = {}): DueDay[] {
  // The filter for what is not past, from the first day on: heads that are not done and have a day.
  const where = itemWhere({ ...filter, notPastAsOf: '0000-00-00' }, numbersOf(ledger, filter))
  // Where nothing is asked of the items themselves, the table has all that is counted, and costs less than the view.
  const items = Object.keys(filter).every((name) => aboutReports.has(name)) ? 'item_facts' : 'all_items'
  const sql = `SELECT l.problem_due AS day, l.problem_state AS state, count(*) AS n
    FROM ${items} l JOIN reports r USING (report) ${where} GROUP BY 1, 2 ORDER BY 1, 2`
  return [...ledger.query(sql, ...where.params)].map((row) => ({
    day: words(row.day) ?? '',
    state: stateOf(row.state),
    count: int(row.n),
  }))
}

/** Keys of one page of the current reports, in the order of lists. */
export const reportKeys = (ledger: Ledger, limit: number, offset: number): string[] =>
  [...ledger.query('SELECT key FROM reports WHERE current = 1 ORDER BY source, report LIMIT ? OFFSET ?', limit, offset)].map(
    (row) => words(row.key) ?? '',
  )

/** Titles of reports by their keys. */
export const titlesOf = (ledger: Ledger, keys: readonly string[]): Map<string, string | null> =>
  new Map(
    [
      ...ledger.query(
        'SELECT key, title FROM reports WHERE key IN (SELECT value FROM json_each(?))',
        JSON.stringify([...new Set(keys)]),
      ),
    ].map((row) => [words(row.key) ?? '', words(row.title)]),
  )

/** What tells one state of the ledger from another, for whoever keeps what was counted. */
export const stampOf = (ledger: Ledger): string => String(ledger.stamp())

/** Counts over the ledger for people who look: problems by state, inspection, region, unit and time, and what is uncertain. */
import { itemWhere } from './filters.js'
import { isIndexed, phrase, plain } from './letters.js'
import { ITEM_BITS } from './schema.js'
import type { Cell, ItemFilter, ItemSummary, Ledger, ReportSummary } from './types.js'

type State = ItemSummary['state']
type Row = Record<string, Cell>
const int = (cell: Cell | undefined): number => (typeof cell === 'number' ? cell : 0)
const words = (cell: Cell | undefined): string | null => (typeof cell === 'string' ? cell : null)
const stateOf = (cell: Cell | undefined): State => (cell === 'done' || cell === 'open' ? cell : 'unknown')

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

/** Items of one report with the same state; `head` are those that stand for their problem. */
export interface Tally {
  report: number
  head: boolean
  state: State
  status: string | null
  closure: string | null
  count: number
}

/** SQL that narrows to what the index finds for the words of a question; null where nothing can be asked of it. */
function found(question: string): { sql: string; match: string } | null {
  const terms = [...new Set(plain(question).split(/\s+/u).filter(isIndexed))].slice(0, 16)
  if (terms.length === 0) return null
  return {
    sql: `((l.report << ${ITEM_BITS}) + l.item) IN (SELECT rowid FROM search WHERE search MATCH ?)`,
    match: terms.map(phrase).join(' AND '),
  }
}

/** The items that the filter asks for, and of which the words of `question` are found, counted by report and state. */
export function tallies(ledger: Ledger, filter: ItemFilter, question = ''): Tally[] {
  const reports =
    filter.report === undefined ? null : ledger.reports({ report: filter.report }).map(({ key }) => numberOf(ledger, key))
  const where = itemWhere(filter, reports)
  const hit = question.trim() === '' ? null : found(question)
  if (hit) where.add(hit.sql, hit.match)
  const sql = `SELECT l.report, l.head, l.problem_state AS state, l.status, l.closure, count(*) AS n
    FROM all_items l JOIN reports r USING (report) ${where} GROUP BY 1, 2, 3, 4, 5`
  return [...ledger.query(sql, ...where.params)].map((row) => ({
    report: int(row.report),
    head: row.head === 1,
    state: stateOf(row.state),
    status: words(row.status),
    closure: words(row.closure),
    count: int(row.n),
  }))
}
const numberOf = (ledger: Ledger, key: string): number =>
  int([...ledger.query('SELECT report FROM reports WHERE key = ?', key)][0]?.report)

/** Problems by a name of their reports; null where there is none. */
export function standingBy(
  all: readonly Tally[],
  facts: ReadonlyMap<number, ReportFacts>,
  of: (report: ReportFacts) => string | null,
): Map<string | null, Standing> {
  const groups = new Map<string | null, Standing>()
  for (const { report, head, state, count } of all) {
    const one = facts.get(report)
    if (!head || !one) continue
    const name = of(one)
    const standing = groups.get(name) ?? noStanding()
    standing[state] += count
    groups.set(name, standing)
  }
  return groups
}

export const standingOf = (all: readonly Tally[]): Standing => {
  const standing = noStanding()
  for (const { head, state, count } of all) if (head) standing[state] += count
  return standing
}

/** Problems that no report calls done, by the last day allowed. */
export function dueDays(ledger: Ledger): { day: string; state: State; count: number }[] {
  return [
    ...ledger.query(
      `SELECT problem_due AS day, problem_state AS state, count(*) AS n FROM item_list
       WHERE head = 1 AND problem_state <> 'done' AND problem_due IS NOT NULL GROUP BY 1, 2 ORDER BY 1`,
    ),
  ].map((row) => ({ day: words(row.day) ?? '', state: stateOf(row.state), count: int(row.n) }))
}

/** What was known at the end of each half-year: problems by what the newest report until then said. Reports that show no day are left out. */
export function standingOverTime(ledger: Ledger): { end: string; standing: Standing }[] {
  const changes = new Map<string, Standing>()
  const add = (end: string, state: State, by: number): void => {
    const change = changes.get(end) ?? noStanding()
    change[state] += by
    changes.set(end, change)
  }
  for (const row of ledger.query(
    `SELECT k.day, l.state, count(*) AS n FROM item_list l JOIN link_reports k USING (report) WHERE l.thread IS NULL AND k.day IS NOT NULL GROUP BY 1, 2`,
  ))
    add(halfYear(words(row.day) ?? ''), stateOf(row.state), int(row.n))
  let before: { thread: string; state: State } | null = null
  for (const row of ledger.query(
    `SELECT l.thread || ' ' || ifnull(l.region_code, '') AS thread, k.day, l.state FROM item_list l JOIN link_reports k USING (report)
     WHERE l.thread IS NOT NULL AND k.day IS NOT NULL ORDER BY 1, 2, l.report, l.item`,
  )) {
    const [thread, end, state] = [words(row.thread) ?? '', halfYear(words(row.day) ?? ''), stateOf(row.state)]
    const same: { thread: string; state: State } | null = before?.thread === thread ? before : null
    // A report that says nothing takes nothing back.
    if (same && state === 'unknown') continue
    if (same) add(end, same.state, -1)
    add(end, state, 1)
    before = { thread, state }
  }
  const running = noStanding()
  return [...changes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([end, change]) => {
      for (const state of ['done', 'open', 'unknown'] as const) running[state] += change[state]
      return { end, standing: { ...running } }
    })
}
const halfYear = (day: string): string => `${day.slice(0, 4)}-${day.slice(5, 7) <= '06' ? '06-30' : '12-31'}`

export interface UnitTally {
  unit: string
  standing: Standing
  /** Earliest day of the open ones. */
  next: string | null
}

/** Bodies with the problems that they lead or are responsible for, themselves or in a measure; the most first. */
export function unitTallies(ledger: Ledger, limit = -1, name = ''): { units: UnitTally[]; all: number } {
  const sql = `WITH named AS MATERIALIZED (
      SELECT DISTINCT ifnull(p.full_name, p.name) AS unit, p.report, p.item FROM parties p
      WHERE p.role IN ('lead_unit', 'responsible_unit') AND p.kind = 'unit' AND (? = '' OR instr(ifnull(p.full_name, p.name), ?)))
    SELECT n.unit, sum(l.problem_state = 'done') AS done, sum(l.problem_state = 'open') AS open, sum(l.problem_state = 'unknown') AS unknown,
      min(CASE WHEN l.problem_state = 'open' THEN l.problem_due END) AS next, count(*) OVER () AS every
    FROM named n JOIN item_list l USING (report, item) WHERE l.head = 1 GROUP BY n.unit ORDER BY count(*) DESC, n.unit LIMIT ?`
  const rows = [...ledger.query(sql, name, name, limit)]
  return {
    units: rows.map((row) => ({
      unit: words(row.unit) ?? '',
      standing: { done: int(row.done), open: int(row.open), unknown: int(row.unknown) },
      next: words(row.next),
    })),
    all: int(rows[0]?.every),
  }
}

/** How much of each kind a person should look at. */
export interface Doubts {
  readings: number
  links: number
  totals: number
  errors: number
  failures: number
}
export function doubts(ledger: Ledger): Doubts {
  const [row = {}] = [
    ...ledger.query(`SELECT
      (SELECT count(DISTINCT d.report) FROM diagnostics d JOIN reports r USING (report) WHERE r.current = 1 AND d.code = 'reading_uncertain') AS readings,
      (SELECT count(*) FROM links WHERE state = 'suggested') AS links,
      (SELECT count(*) FROM declared_totals t JOIN reports r USING (report) WHERE r.current = 1 AND t.agrees = 0) AS totals,
      (SELECT count(*) FROM diagnostics d JOIN reports r USING (report) WHERE r.current = 1 AND d.severity = 'error') AS errors,
      (SELECT count(*) FROM failures) AS failures`),
  ]
  return {
    readings: int(row.readings),
    links: int(row.links),
    totals: int(row.totals),
    errors: int(row.errors),
    failures: int(row.failures),
  }
}

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
export const stampOf = (ledger: Ledger): string =>
  [...ledger.query('PRAGMA data_version')].map((row) => String(row.data_version)).join()

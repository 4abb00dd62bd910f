/** Standings of the whole ledger that are no matter of a filter: through the years, by body, and what is in doubt. */
import { int, noStanding, type Standing, type State, stateOf, words } from './tallies.js'
import type { Ledger } from './types.js'

/** What was known at the end of each half-year: problems by what the newest report until then said. Reports that show no day are left out. */
export function standingOverTime(ledger: Ledger): { end: string; standing: Standing }[] {
  const changes = new Map<string, Standing>()
  const add = (end: string, state: State, by: number): void => {
    const change = changes.get(end) ?? noStanding()
    change[state] += by
    changes.set(end, change)
  }
  for (const row of ledger.query(
    `SELECT substr(k.day, 1, 7) AS month, l.state, count(*) AS n FROM item_list l JOIN link_reports k USING (report)
     WHERE l.thread IS NULL AND k.day IS NOT NULL GROUP BY 1, 2`,
  ))
    add(halfYear(words(row.month) ?? ''), stateOf(row.state), int(row.n))
  // Of each problem the first report, and those that say something: one that says nothing takes nothing back.
  for (const row of ledger.query(
    `WITH told AS (SELECT l.thread, ifnull(l.region_code, '') AS code, k.day, l.state, l.report, l.item,
         row_number() OVER (PARTITION BY l.thread, ifnull(l.region_code, '') ORDER BY k.day, l.report, l.item) AS nth
       FROM item_list l JOIN link_reports k USING (report) WHERE l.thread IS NOT NULL AND k.day IS NOT NULL),
     said AS (SELECT day, state, lag(state) OVER (PARTITION BY thread, code ORDER BY day, report, item) AS before FROM told WHERE nth = 1 OR state <> 'unknown')
     SELECT substr(day, 1, 7) AS month, state, before, count(*) AS n FROM said GROUP BY 1, 2, 3`,
  )) {
    const end = halfYear(words(row.month) ?? '')
    add(end, stateOf(row.state), int(row.n))
    if (row.before !== null) add(end, stateOf(row.before), -int(row.n))
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

/** Bodies by their names, each with the number of the first of its rows, for numbers are told apart far faster than names. */
const units = `SELECT b.body, ifnull(b.full_name, b.name) AS unit, min(b.body) OVER (PARTITION BY ifnull(b.full_name, b.name)) AS first
  FROM bodies b WHERE b.role IN ('lead_unit', 'responsible_unit') AND b.kind = 'unit' AND (? = '' OR instr(ifnull(b.full_name, b.name), ?) > 0)`

/** Bodies with the problems that they lead or are responsible for, themselves or in a measure, in any of a problem's reports of the region; those with most first. */
export function unitTallies(ledger: Ledger, limit: number, name = ''): { units: UnitTally[]; all: number } {
  const rows = ledger.query(
    `WITH units AS MATERIALIZED (${units}),
       named AS MATERIALIZED (SELECT u.first, p.report, p.item, ifnull(r.region_code, '') AS code FROM units u CROSS JOIN stored_parties p CROSS JOIN reports r
         WHERE p.body = u.body AND r.report = p.report AND r.current = 1),
       heads AS MATERIALIZED (SELECT t.thread, t.report, t.item, ifnull(r.region_code, '') AS code FROM threads t JOIN reports r USING (report) WHERE t.head = 1),
       problems AS (SELECT n.first, n.report, n.item FROM named n JOIN item_facts f USING (report, item) WHERE f.head = 1
         UNION SELECT n.first, h.report, h.item FROM named n CROSS JOIN threads o CROSS JOIN heads h
           WHERE o.report = n.report AND o.item = n.item AND h.thread = o.thread AND h.code = n.code),
       sums AS (SELECT p.first, sum(f.problem_state = 'done') AS done, sum(f.problem_state = 'open') AS open, sum(f.problem_state = 'unknown') AS unknown,
           min(CASE WHEN f.problem_state = 'open' THEN f.problem_due END) AS next, count(*) AS n
         FROM problems p JOIN item_facts f USING (report, item) GROUP BY p.first)
     SELECT ifnull(b.full_name, b.name) AS unit, s.done, s.open, s.unknown, s.next, count(*) OVER () AS every
       FROM sums s JOIN bodies b ON b.body = s.first ORDER BY s.n DESC, 1 LIMIT ?`,
    name,
    name,
    limit,
  )
  let all = 0
  const found = [...rows].map((row) => {
    all = int(row.every)
    const standing = { done: int(row.done), open: int(row.open), unknown: int(row.unknown) }
    return { unit: words(row.unit) ?? '', standing, next: words(row.next) }
  })
  return { units: found, all }
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

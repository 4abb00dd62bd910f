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

const named = `p.role IN ('lead_unit', 'responsible_unit') AND p.kind = 'unit'`

/** Bodies with the problems that they lead or are responsible for, themselves or in a measure; those named most often first. */
export function unitTallies(ledger: Ledger, limit: number, name = ''): { units: UnitTally[]; all: number } {
  const most = [
    ...ledger.query(
      `SELECT ifnull(p.full_name, p.name) AS unit, count(*) OVER () AS every FROM parties p
       WHERE ${named} AND (? = '' OR instr(ifnull(p.full_name, p.name), ?) > 0) GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ?`,
      name,
      name,
      limit,
    ),
  ]
  const names = JSON.stringify(most.map(({ unit }) => unit))
  // Only of these is asked what became of their problems: to ask of all takes ten times as long.
  const rows = ledger.query(
    `SELECT n.unit, sum(l.problem_state = 'done') AS done, sum(l.problem_state = 'open') AS open, sum(l.problem_state = 'unknown') AS unknown,
       min(CASE WHEN l.problem_state = 'open' THEN l.problem_due END) AS next
     FROM (SELECT DISTINCT ifnull(p.full_name, p.name) AS unit, p.report, p.item FROM parties p
       WHERE ${named} AND (p.full_name IN (SELECT value FROM json_each(?)) OR p.full_name IS NULL AND p.name IN (SELECT value FROM json_each(?)))) n
     JOIN item_list l USING (report, item) WHERE l.head = 1 GROUP BY n.unit ORDER BY count(*) DESC, n.unit`,
    names,
    names,
  )
  return {
    units: [...rows].map((row) => ({
      unit: words(row.unit) ?? '',
      standing: { done: int(row.done), open: int(row.open), unknown: int(row.unknown) },
      next: words(row.next),
    })),
    all: int(most[0]?.every),
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

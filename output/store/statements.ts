/** What the reports say of problems, as the round and the comparison of two ledgers need it. */
import type { Database } from './database.js'
import type { Statement } from '../../pipeline/links/index.js'
import { type ReportRow, regionOf, textsOf } from './rows.js'
import type { ReportSummary } from './summaries.js'

/** What one current report says of a problem; corrections laid over. */
export interface ProblemStatement extends Statement {
  /** Key of the item. */
  key: string
  /** Thread of linked items; null: it has no links. */
  thread: number | null
  /** By what the item is known again in another ledger: the letters of its problem (item_facts.identity). */
  identity: string
  programme: ReportSummary['programme']
  /** Lead units; where there are none the responsible ones. */
  units: string[]
  problem: string
}

/** In the order of the columns below. */
type Row = [
  key: string,
  report: number,
  item: number,
  id: string,
  thread: number | null,
  identity: string,
  kind: ProblemStatement['kind'],
  region: string | null,
  code: string | null,
  level: ReportRow['region_level'],
  programme: ProblemStatement['programme'],
  day: string | null,
  state: ProblemStatement['state'],
  due: string | null,
  dueOf: ProblemStatement['dueOf'],
  units: string,
  problem: string,
  places: string,
]

const statement = ([
  key,
  report,
  item,
  id,
  thread,
  identity,
  kind,
  region,
  code,
  level,
  programme,
  day,
  state,
  due,
  dueOf,
  units,
  problem,
  places,
]: Row): ProblemStatement => ({
  key,
  report,
  item,
  id,
  thread,
  identity,
  kind,
  region: regionOf({ region, region_code: code, region_level: level }),
  programme,
  day,
  state,
  due,
  dueOf,
  units: textsOf(units),
  problem,
  places: textsOf(places),
})

/** Of each item of these keys, all that is said of its problem. */
const asked = `WHERE a.current = 1 AND (@keys IS NULL OR a.key IN (SELECT value FROM json_each(@keys))
  OR a.thread IN (SELECT t.thread FROM threads t JOIN reports k USING (report) WHERE k.key || '#' || t.item IN (SELECT value FROM json_each(@keys))))`

export const stater = (db: Database) => {
  const all = db
    .prepare<[{ keys: string | null }], Row>(
      `SELECT a.key, a.report, a.item, r.id, a.thread, f.identity, r.kind, a.region, a.region_code, r.region_level, r.programme, l.day, a.state, a.due, a.due_of,
       CASE a.lead_units WHEN '[]' THEN a.responsible_units ELSE a.lead_units END AS units, a.problem,
       (SELECT json_group_array(c.code) FROM (SELECT p.code FROM places p WHERE p.report = i.report AND p.item = i.item AND p.code IS NOT NULL
         AND p.span_start >= i.problem_start AND p.span_end <= i.problem_end GROUP BY p.code ORDER BY min(p.place)) c) AS places
     FROM all_items a JOIN reports r USING (report) JOIN items i ON i.report = a.report AND i.item = a.item
       JOIN item_facts f ON f.report = a.report AND f.item = a.item LEFT JOIN link_reports l ON l.report = a.report
     ${asked} ORDER BY a.source, a.report, a.item`,
    )
    .raw()
  return (keys?: readonly string[]): ProblemStatement[] => all.all({ keys: keys ? JSON.stringify(keys) : null }).map(statement)
}

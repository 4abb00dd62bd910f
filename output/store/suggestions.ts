/** The surest of the links that wait for a person, without all the others. */
import { textsOf } from './rows.js'
import type { Cell, Ledger, LinkSummary } from './types.js'

const text = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell : '')
const maybe = (cell: Cell | undefined): string | null => (typeof cell === 'string' ? cell : null)

export function suggestions(ledger: Ledger, limit: number): { links: LinkSummary[]; all: number } {
  const [count] = [...ledger.query(`SELECT count(*) AS n FROM links WHERE state = 'suggested'`)]
  const rows = ledger.query(
    `SELECT k.*, r.key || '#' || k.item AS own, o.key || '#' || k.other_item AS other, i.problem, oi.problem AS other_problem,
       r.source, o.source AS other_source, r.region, o.region AS other_region
     FROM (SELECT * FROM links WHERE state = 'suggested' ORDER BY certainty DESC, link LIMIT ?) k
       JOIN reports r ON r.report = k.report JOIN reports o ON o.report = k.other_report
       JOIN items i ON i.report = k.report AND i.item = k.item JOIN items oi ON oi.report = k.other_report AND oi.item = k.other_item
     ORDER BY k.certainty DESC, k.link`,
    limit,
  )
  const links = [...rows].map(
    (row): LinkSummary => ({
      link: Number(row.link),
      state: 'suggested',
      certainty: Number(row.certainty),
      relation: text(row.relation) as LinkSummary['relation'],
      bond: text(row.bond) as LinkSummary['bond'],
      why: textsOf(text(row.why)),
      item: text(row.own),
      other: text(row.other),
      problem: text(row.problem),
      otherProblem: text(row.other_problem),
      source: text(row.source),
      otherSource: text(row.other_source),
      region: maybe(row.region),
      otherRegion: maybe(row.other_region),
    }),
  )
  return { links, all: typeof count?.n === 'number' ? count.n : 0 }
}

/** Deadlines as an iCalendar file (RFC 5545), for the calendars in which offices plan. */
import { states } from './codes.js'
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import { z } from 'zod'
import type { Ledger } from '../store/index.js'
import type { Selection } from './rows.js'

const rowSchema = z.object({
  key: z.string(),
  /** Number of the measure whose deadline it is; null: of the problem. */
  action: z.int().nullable(),
  day: z.string(),
  words: z.string(),
  problem: z.string(),
  region: z.string().nullable(),
  state: z.enum(['open', 'unknown']),
  units: z.string(),
})
type Row = z.infer<typeof rowSchema>

/** Characters of a title: calendars show one line. */
const TITLE = 40

/** Problems that no report calls done, by their newest item, and measures of theirs with a day of their own. */
const sql = (where: string): string => `
SELECT l.key, NULL AS action, l.problem_due AS day, l.problem AS words, l.problem, l.region, l.problem_state AS state,
    CASE l.lead_units WHEN '[]' THEN l.responsible_units ELSE l.lead_units END AS units
  FROM item_list l WHERE l.head = 1 AND l.problem_state <> 'done' AND l.problem_due IS NOT NULL AND ${where}
UNION ALL
SELECT l.key, d.action, max(e.date), a.label || a.text, l.problem, l.region, l.problem_state,
    (SELECT json_group_array(u.name) FROM (SELECT ifnull(p.full_name, p.name) AS name FROM parties p
      WHERE p.report = d.report AND p.item = d.item AND p.action = d.action GROUP BY 1 ORDER BY min(p.party)) u)
  FROM item_list l JOIN deadlines d ON d.report = l.report AND d.item = l.item
    JOIN deadline_entries e ON e.report = d.report AND e.item = d.item AND e.deadline = d.deadline
    JOIN actions a ON a.report = d.report AND a.item = d.item AND a.action = d.action AND a.kind = 'measure'
  WHERE l.head = 1 AND l.problem_state <> 'done' AND e.date IS NOT NULL AND ${where} 
  GROUP BY l.key, l.problem, l.region, l.problem_state, d.report, d.item, d.action, a.label, a.text
ORDER BY 3, 1, 2 NULLS FIRST`

const oneLine = (text: string, length: number): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > length ? `${line.slice(0, length - 1)}…` : line
}
const namesIn = (json: string): string[] => z.array(z.string()).parse(JSON.parse(json))

const describe = ({ action, words, problem, region, state, units }: Row): string =>
  [
    action === null ? problem : `${problem}\n整改措施：${words}`,
    ...(region === null ? [] : [`行政区划：${region}`]),
    ...(namesIn(units).length > 0 ? [`责任单位：${namesIn(units).join('、')}`] : []),
    `整改状态：${states[state]}`,
  ].join('\n')

/** The calendar, and how many deadlines are in it. The same ledger gives the same text. */
export const calendar = (ledger: Ledger, { keys, items }: Selection): { text: string; rows: number } => {
  const [column, only] = items ? ['l.key', items] : ['l.report_key', keys]
  const where = only ? `${column} IN (SELECT value FROM json_each(?))` : 'TRUE'
  const params = only ? [JSON.stringify(only), JSON.stringify(only)] : []
  const rows = [...ledger.query(sql(where), ...params)].map((row) => rowSchema.parse(row))
  const made = ical({
    name: '整改期限',
    prodId: { company: 'taizhang', product: 'taizhang', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const row of rows)
    made.createEvent({
      id: `${row.key.replace('#', '-')}${row.action === null ? '' : `-${row.action}`}@taizhang`,
      // The day itself: the time of the export would make two exports of one ledger differ.
      stamp: `${row.day}T00:00:00.000Z`,
      start: `${row.day}T00:00:00.000Z`,
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: `${row.action === null ? '整改到期' : '措施到期'}：${oneLine(row.words, TITLE)}`,
      description: describe(row),
    })
  return { text: `${made.toString()}\r\n`, rows: rows.length }
}

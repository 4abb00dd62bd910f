/** The first sheet of a workbook: how many problems there are, and how they stand, in all and by region, inspection, unit and year of the deadline. */
import type { Ledger } from '../store/index.js'
import { programmes } from './codes.js'
import { count, date, key, list, type Table, table, text } from './columns.js'
import { rowsOf, type Selection, type Value } from './rows.js'

export const overview: Table = table('overview', '总览', 'Overview', '问题数及现状汇总', '', '', [], {}, [
  key('part', '', '分组', 'What is counted by'),
  text('name', '', '名称', 'Region, inspection, unit or year'),
  count('problems', '', '问题数', 'Problems'),
  count('done', '', '已完成', 'Done or closed'),
  count('open', '', '未完成', 'Open'),
  count('unknown', '', '状态未知', 'No report says what became of them'),
  date('next_due', '', '最近期限', 'Earliest deadline of the open ones'),
])

/** What the counts are made of, from the table of problems. */
const counted: Table = table(
  'counted',
  '问题线索',
  '',
  '',
  '(SELECT * FROM all_items WHERE head = 1) l JOIN reports r USING (report)',
  'l.item',
  [],
  {},
  [
    key('item', 'l.key', '', ''),
    text('region', 'r.region', '', ''),
    text('programme', 'r.programme', '', ''),
    key('state', 'l.problem_state', '', ''),
    text('due', 'l.problem_due', '', ''),
    list('units', `CASE l.lead_units WHEN '[]' THEN l.responsible_units ELSE l.lead_units END`, '', ''),
  ],
)

type State = 'done' | 'open' | 'unknown'
interface Counts {
  states: Record<State, number>
  nextDue: string | null
}

const parts: readonly (readonly [title: string, of: (row: Row) => readonly string[], byName: boolean])[] = [
  ['合计', () => ['全部问题'], false],
  ['行政区划', ({ region }) => [region ?? '未识别'], false],
  [
    '督察类型',
    ({ programme }) => [programme === null ? '未识别' : (programmes[programme as keyof typeof programmes] ?? programme)],
    false,
  ],
  ['牵头或责任单位', ({ units }) => (units.length > 0 ? units : ['未说明']), false],
  ['期限年份', ({ due }) => [due?.slice(0, 4) ?? '未说明'], true],
]

interface Row {
  region: string | null
  programme: string | null
  state: State
  due: string | null
  units: readonly string[]
}
const text0 = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null)
const rowOf = ([, region, programme, state, due, units]: readonly Value[]): Row => ({
  region: text0(region),
  programme: text0(programme),
  state: state === 'done' || state === 'open' ? state : 'unknown',
  due: text0(due),
  units: Array.isArray(units) ? units : [],
})

/** Rows of the sheet: the most problems first, years in their order. */
export const overviewRows = (ledger: Ledger, selection: Selection): Value[][] => {
  const found = parts.map(() => new Map<string, Counts>())
  for (const values of rowsOf(ledger, counted, selection)) {
    const row = rowOf(values)
    for (const [index, [, of]] of parts.entries())
      for (const name of of(row)) {
        const own = found[index]?.get(name) ?? { states: { done: 0, open: 0, unknown: 0 }, nextDue: null }
        own.states[row.state]++
        if (row.state === 'open' && row.due !== null && (own.nextDue === null || row.due < own.nextDue)) own.nextDue = row.due
        found[index]?.set(name, own)
      }
  }
  const total = ({ states }: Counts) => states.done + states.open + states.unknown
  return parts.flatMap(([title, , byName], index) =>
    [...(found[index] ?? [])]
      .sort(([a, x], [b, y]) => (byName ? 0 : total(y) - total(x)) || (a < b ? -1 : 1))
      .map(([name, counts]): Value[] => [
        title,
        name,
        total(counts),
        counts.states.done,
        counts.states.open,
        counts.states.unknown,
        counts.nextDue,
      ]),
  )
}

/** The round as a workbook: a sheet for each way to count, and one of the problems. */
import { type Happening, happenings, type Told } from '../../pipeline/links/index.js'
import { type Column, count, date, key, type Table, table, text } from '../export/columns.js'
import type { Value } from '../export/rows.js'
import { workbook } from '../export/xlsx.js'
import * as codes from '../words/codes.js'
import { both } from '../words/codes.js'
import type { Account } from './digest-account.js'
import type { Said } from './round.js'

/** Sheets are named in both languages, and speak Chinese. */
const HAPPENINGS = both(codes.happenings)
const chinese = (title: string): string => title.split(' ').at(-1) ?? title
const sheet = (name: string, zh: string, columns: Column[]): Table => table(name, zh, name, '', '', '', [], {}, columns)

const counted = happenings.map((kind) => count(kind, '', chinese(HAPPENINGS[kind]), HAPPENINGS[kind]))
const problems: [column: Column, of: (one: Told<Said>) => Value][] = [
  [key('item', '', '问题编号', 'Key of the item'), ({ on }) => on.key],
  [text('region', '', '行政区划', 'Region'), ({ on }) => on.region?.name ?? null],
  [text('problem', '', '反馈问题', 'Problem'), ({ on }) => on.problem],
  [
    text('happened', '', '变化', 'What happened'),
    ({ happened }) => happened.map((kind: Happening) => chinese(HAPPENINGS[kind])).join('、'),
  ],
  [text('state', '', '现状', 'State'), ({ state }) => chinese(both(codes.states)[state])],
  [date('due', '', '期限', 'Last day'), ({ due }) => due],
  [date('due_before', '', '原期限', 'Last day before it was moved'), ({ dueBefore }) => dueBefore],
  [text('units', '', '单位', 'Lead units, else responsible ones'), ({ on }) => on.units.join('、')],
]

/** The workbook's bytes. */
export const asWorkbook = ({ groups, told }: Account): Uint8Array =>
  workbook([
    ...groups.map(({ name, title, rows }) => ({
      table: sheet(name, chinese(title), [text('name', '', chinese(title), title), ...counted]),
      rows: rows.map((row): Value[] => [row.name, ...happenings.map((kind) => row.counts[kind])]),
    })),
    {
      table: sheet(
        'problems',
        '问题',
        problems.map(([column]) => column),
      ),
      rows: told.map((one) => problems.map(([, of]) => of(one))),
    },
  ])

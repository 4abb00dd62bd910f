/** `taizhang digest`: the office's round (月调度): what happened between two days, by unit, region and inspection. */
import { z } from 'zod'
import { type Happening, happenings, type Told } from '../../pipeline/links/index.js'
import type { Run } from './commands.js'
import { checkNames, filterOf, filterShape, sortOption } from './filters.js'
import { type Io, UsageError } from './io.js'
import { table, truncate } from './layout.js'
import { withLedger } from './ledger.js'
import { asOfOption, check, dayOption, dbOption, rowsOption, today } from './options.js'
import { bySort, narrowed, round, type Said } from './round.js'
import { HAPPENINGS, PROGRAMMES, STATES } from './texts.js'

const formats = ['table', 'markdown', 'json'] as const
const optionsSchema = z.object({
  db: dbOption,
  from: dayOption,
  to: asOfOption.optional(),
  report: z.string().optional(),
  ...filterShape,
  sort: sortOption.optional(),
  limit: rowsOption.optional(),
  format: z.enum(formats, `expected ${formats.join(', ')}`).default('table'),
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
})

export const run: Run = async (_args, given, io) => {
  const options = check(optionsSchema, given)
  const { db, from, to = today(), sort, limit, format, json, quiet } = options
  const filter = filterOf(options)
  if (from > to) throw new UsageError('option --from: it is later than --to')
  return withLedger(db, { readonly: true }, (ledger) => {
    checkNames(ledger, filter)
    const told = narrowed(round(ledger, from, to), ledger, filter)
    if (sort) told.sort(bySort(sort))
    if (json || format === 'json') io.json(asJson(told, { from, to, limit }))
    else io.out((format === 'markdown' ? markdown : text)(told, { from, to, limit, quiet, io }))
    return 0
  })
}

type Groups = [name: string, counts: Record<Happening, number>][]
const noCounts = (): Record<Happening, number> => ({
  new: 0,
  closed: 0,
  reopened: 0,
  fallen_due: 0,
  overdue: 0,
  unsaid: 0,
  moved: 0,
})

/** How often each happened, by what `of` says of a problem; the most first. */
function groups(told: readonly Told<Said>[], of: (one: Said) => readonly string[]): Groups {
  const found = new Map<string, Record<Happening, number>>()
  for (const { on, happened } of told) {
    if (happened.length === 0) continue
    const names = of(on)
    for (const name of names.length > 0 ? names : ['—']) {
      const counts = found.get(name) ?? noCounts()
      for (const one of happened) counts[one]++
      found.set(name, counts)
    }
  }
  const total = (counts: Record<Happening, number>) => Object.values(counts).reduce((sum, n) => sum + n, 0)
  return [...found].sort(([a, x], [b, y]) => total(y) - total(x) || (a < b ? -1 : 1))
}
const dimensions: [title: string, of: (one: Said) => readonly string[]][] = [
  ['lead unit 牵头单位', ({ units }) => units],
  ['region 行政区划', ({ region }) => (region ? [region.name] : [])],
  ['inspection 督察巡视', ({ programme }) => (programme ? [PROGRAMMES[programme]] : [])],
]
const totals = (told: readonly Told<Said>[]): Record<Happening, number> => groups(told, () => [''])[0]?.[1] ?? noCounts()
const ofKind = (told: readonly Told<Said>[], kind: Happening) => told.filter(({ happened }) => happened.includes(kind))

interface Round {
  from: string
  to: string
  /** Rows of each list at most; the counts stay whole. */
  limit: number | undefined
}

const asJson = (told: readonly Told<Said>[], { from, to, limit }: Round) => ({
  from,
  to,
  problems: told.length,
  counts: totals(told),
  by: Object.fromEntries(
    dimensions.map(([title, of]) => [
      title.split(' ').slice(0, -1).join('_'),
      groups(told, of).map(([name, counts]) => ({ name, ...counts })),
    ]),
  ),
  items: told
    .filter(({ happened }) => happened.length > 0)
    .slice(0, limit)
    .map(({ on, state, due, dueBefore, happened }) => ({
      key: on.key,
      problem: on.problem,
      region: on.region?.name ?? null,
      units: on.units,
      state,
      due,
      dueBefore,
      happened,
    })),
})

interface Shown extends Round {
  quiet: boolean
  io: Io
}
const countCells = (counts: Record<Happening, number>) => happenings.map((kind) => String(counts[kind]))
const itemCells = ({ on, state, due, dueBefore }: Told<Said>) => [
  on.key,
  on.problem.replaceAll('\n', ''),
  STATES[state],
  dueBefore === null ? (due ?? '—') : `${dueBefore} → ${due ?? '—'}`,
  on.units.join('、') || '—',
]
const heading = (from: string, to: string, told: readonly Told<Said>[]) =>
  `Round 调度 ${from} – ${to}: ${told.length} problems 问题`

/** What happened, and how many of how many are shown. */
const listHeading = (kind: Happening, shown: number, all: number): string =>
  `${HAPPENINGS[kind]}${shown < all ? `: ${shown} of ${all}` : ''}`

function text(told: readonly Told<Said>[], { from, to, limit, quiet, io }: Shown): string {
  const head = happenings.map((kind) => ({ title: HAPPENINGS[kind], align: 'right' as const }))
  const parts = dimensions.map(([title, of]) => {
    const rows = groups(told, of).map(([name, counts]) => [name, ...countCells(counts)])
    return table([{ title, flexible: 'end' }, ...head], rows, io.tableWidth)
  })
  const lists = happenings.flatMap((kind) => {
    const all = ofKind(told, kind)
    const rows = all.slice(0, limit).map((one) => itemCells(one).map((cell) => truncate(cell, 60)))
    const columns = [
      { title: 'item 条目' },
      { title: 'problem 反馈问题', flexible: 'end' as const },
      { title: 'state 现状' },
      { title: 'due 期限' },
      { title: 'units 单位', flexible: 'end' as const },
    ]
    return rows.length === 0
      ? []
      : [`${io.paint('bold', listHeading(kind, rows.length, all.length))}\n${table(columns, rows, io.tableWidth)}`]
  })
  return [...(quiet ? [] : [heading(from, to, told)]), ...parts, ...lists].join('\n\n')
}

/** A cell of a Markdown table: marks that would end it or open something are escaped. */
const cell = (words: string): string => words.replace(/[\\|<>`*_[\]]/g, (mark) => `\\${mark}`)
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`

function markdown(told: readonly Told<Said>[], { from, to, limit }: Round): string {
  const grid = (head: string[], rows: string[][]) =>
    [row(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(row)].join('\n')
  const parts = dimensions.map(([title, of]) =>
    grid(
      [title, ...happenings.map((kind) => HAPPENINGS[kind])],
      groups(told, of).map(([name, counts]) => [name, ...countCells(counts)]),
    ),
  )
  const lists = happenings.flatMap((kind) => {
    const all = ofKind(told, kind)
    const rows = all.slice(0, limit).map(itemCells)
    return rows.length === 0
      ? []
      : [
          `## ${listHeading(kind, rows.length, all.length)}\n\n${grid(['item 条目', 'problem 反馈问题', 'state 现状', 'due 期限', 'units 单位'], rows)}`,
        ]
  })
  return [`# ${heading(from, to, told)}`, ...parts, ...lists].join('\n\n')
}

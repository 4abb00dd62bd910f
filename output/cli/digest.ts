/** `taizhang digest`: the office's round (月调度): what happened between two days, by unit, region and inspection. */
import { z } from 'zod'
import { type Happening, happenings, roundOf, type Statement, type Told } from '../../pipeline/links/index.js'
import { programmeTypes } from '../../pipeline/record.js'
import type { Ledger } from '../store/index.js'
import type { Run } from './commands.js'
import { type Io, UsageError } from './io.js'
import { table, truncate } from './layout.js'
import { withLedger } from './ledger.js'
import { asOfOption, check, dayOption, dbOption, today } from './options.js'
import { HAPPENINGS, PROGRAMMES, STATES } from './texts.js'

const formats = ['table', 'markdown', 'json'] as const
const optionsSchema = z.object({
  db: dbOption,
  from: dayOption,
  to: asOfOption.optional(),
  format: z.enum(formats, `expected ${formats.join(', ')}`).default('table'),
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
})

const strings = z.string().transform((json) => z.array(z.string()).parse(JSON.parse(json)))
const rowSchema = z.object({
  key: z.string(),
  report: z.int(),
  item: z.int(),
  id: z.string(),
  thread: z.int().nullable(),
  kind: z.enum(['plan', 'checklist', 'progress', 'unknown']),
  region: z.string().nullable(),
  region_code: z.string().nullable(),
  region_level: z.enum(['nation', 'province', 'city', 'county', 'township']).nullable(),
  programme: z.enum(programmeTypes).nullable(),
  day: z.string().nullable(),
  state: z.enum(['done', 'open', 'unknown']),
  due: z.string().nullable(),
  due_of: z.enum(['item', 'measures']).nullable(),
  units: strings,
  places: strings,
  problem: z.string(),
})
const sql = `SELECT a.key, a.report, a.item, r.id, a.thread, r.kind, a.region, a.region_code, r.region_level, r.programme, l.day, a.state, a.due, a.due_of,
    CASE a.lead_units WHEN '[]' THEN a.responsible_units ELSE a.lead_units END AS units, a.problem,
    (SELECT json_group_array(DISTINCT p.code) FROM places p WHERE p.report = i.report AND p.item = i.item AND p.code IS NOT NULL
      AND p.span_start >= i.problem_start AND p.span_end <= i.problem_end) AS places
  FROM item_list a JOIN reports r USING (report) JOIN items i ON i.report = a.report AND i.item = a.item
    LEFT JOIN link_reports l ON l.report = a.report ORDER BY a.source, a.report, a.item`

type Said = Statement & Pick<z.infer<typeof rowSchema>, 'key' | 'programme' | 'units' | 'problem'>

const said = (row: z.infer<typeof rowSchema>): Said => ({
  report: row.report,
  item: row.item,
  id: row.id,
  kind: row.kind,
  region: row.region === null ? null : { name: row.region, code: row.region_code, level: row.region_level },
  day: row.day,
  state: row.state,
  due: row.due,
  dueOf: row.due_of,
  places: row.places,
  key: row.key,
  programme: row.programme,
  units: row.units,
  problem: row.problem,
})

export const run: Run = async (_args, given, io) => {
  const { db, from, to = today(), format, json, quiet } = check(optionsSchema, given)
  if (from > to) throw new UsageError('option --from: it is later than --to')
  return withLedger(db, { readonly: true }, (ledger) => {
    const told = round(ledger, from, to)
    if (json || format === 'json') io.json(asJson(told, from, to))
    else io.out((format === 'markdown' ? markdown : text)(told, from, to, { quiet, io }))
    return 0
  })
}

/** Every problem once a region, with what happened to it. */
function round(ledger: Ledger, from: string, to: string): Told<Said>[] {
  const threads = new Map<string, Said[]>()
  for (const raw of ledger.query(sql)) {
    const row = rowSchema.parse(raw)
    const name = row.thread === null ? row.key : `thread ${row.thread}`
    const list = threads.get(name)
    if (list) list.push(said(row))
    else threads.set(name, [said(row)])
  }
  return [...threads.values()].flatMap((thread) => roundOf(withUnits(thread), from, to))
}

/** A progress report may name no units: then those of the problem's other reports of the region stand for it. */
const withUnits = (thread: readonly Said[]): Said[] =>
  thread.map((one) =>
    one.units.length > 0
      ? one
      : {
          ...one,
          units: thread.find((other) => other.units.length > 0 && other.region?.code === one.region?.code)?.units ?? [],
        },
  )

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

const asJson = (told: readonly Told<Said>[], from: string, to: string) => ({
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

interface Shown {
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

function text(told: readonly Told<Said>[], from: string, to: string, { quiet, io }: Shown): string {
  const head = happenings.map((kind) => ({ title: HAPPENINGS[kind], align: 'right' as const }))
  const parts = dimensions.map(([title, of]) => {
    const rows = groups(told, of).map(([name, counts]) => [name, ...countCells(counts)])
    return table([{ title, flexible: 'end' }, ...head], rows, io.tableWidth)
  })
  const lists = happenings.flatMap((kind) => {
    const rows = ofKind(told, kind).map((one) => itemCells(one).map((cell) => truncate(cell, 60)))
    const columns = [
      { title: 'item 条目' },
      { title: 'problem 反馈问题', flexible: 'end' as const },
      { title: 'state 现状' },
      { title: 'due 期限' },
      { title: 'units 单位', flexible: 'end' as const },
    ]
    return rows.length === 0 ? [] : [`${io.paint('bold', HAPPENINGS[kind])}\n${table(columns, rows, io.tableWidth)}`]
  })
  return [...(quiet ? [] : [heading(from, to, told)]), ...parts, ...lists].join('\n\n')
}

/** A cell of a Markdown table: marks that would end it or open something are escaped. */
const cell = (words: string): string => words.replace(/[\\|<>`*_[\]]/g, (mark) => `\\${mark}`)
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`

function markdown(told: readonly Told<Said>[], from: string, to: string): string {
  const grid = (head: string[], rows: string[][]) =>
    [row(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(row)].join('\n')
  const parts = dimensions.map(([title, of]) =>
    grid(
      [title, ...happenings.map((kind) => HAPPENINGS[kind])],
      groups(told, of).map(([name, counts]) => [name, ...countCells(counts)]),
    ),
  )
  const lists = happenings.flatMap((kind) => {
    const rows = ofKind(told, kind).map(itemCells)
    return rows.length === 0
      ? []
      : [`## ${HAPPENINGS[kind]}\n\n${grid(['item 条目', 'problem 反馈问题', 'state 现状', 'due 期限', 'units 单位'], rows)}`]
  })
  return [`# ${heading(from, to, told)}`, ...parts, ...lists].join('\n\n')
}

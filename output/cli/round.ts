/** Problems as they stood on the last day of a round, for `taizhang digest`. */
import { z } from 'zod'
import { roundOf, type Statement, type Told } from '../../pipeline/links/index.js'
import { programmeTypes } from '../../pipeline/record.js'
import type { ItemFilter, Ledger } from '../store/index.js'

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

export type Said = Statement & Pick<z.infer<typeof rowSchema>, 'key' | 'programme' | 'units' | 'problem'>

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

/** Every problem once a region, with what happened to it. */
export function round(ledger: Ledger, from: string, to: string): Told<Said>[] {
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

/** Those that the filter asks for, by their newest item; whether they are open and when they are due is told as it was on the last day of the round. */
export function narrowed(told: Told<Said>[], ledger: Ledger, { open, dueFrom, dueTo, ...rest }: ItemFilter): Told<Said>[] {
  const keys = Object.keys(rest).length === 0 ? null : new Set(ledger.itemKeys({ ...rest, ofProblems: true }))
  return told.filter(
    ({ on, state, due }) =>
      (keys === null || keys.has(on.key)) &&
      (!open || state === 'open') &&
      (dueFrom === undefined || (due !== null && due >= dueFrom)) &&
      (dueTo === undefined || (due !== null && due <= dueTo)),
  )
}

const sortValues: Record<NonNullable<ItemFilter['sort']>['key'], (one: Told<Said>) => string | null> = {
  report: () => null,
  due: ({ due }) => due,
  status: ({ state }) => state,
  region: ({ on }) => on.region?.code ?? null,
  unit: ({ on }) => on.units[0] ?? null,
}
/** As lists are sorted: what has no value comes last either way. */
export const bySort =
  ({ key, down }: NonNullable<ItemFilter['sort']>) =>
  (a: Told<Said>, b: Told<Said>): number => {
    const [one, other] = [sortValues[key](a), sortValues[key](b)]
    if (one === other) return 0
    if (one === null || other === null) return one === null ? 1 : -1
    return one < other === down ? 1 : -1
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

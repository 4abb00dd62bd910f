/** What a round tells, ready to be written in any format: counts by unit, region and inspection, and a list for each kind of happening. */
import { type Happening, happenings, type Told } from '../../pipeline/links/index.js'
import type { CliWords } from '../words/index.js'
import type { Said } from './round.js'

export type Counts = Record<Happening, number>

export interface Account {
  from: string
  to: string
  /** What it is written in. */
  words: CliWords
  /** `Round 调度 2024-05-31 – 2024-06-30: 12 problems 问题` */
  heading: string
  problems: number
  counts: Counts
  groups: { name: string; title: string; rows: { name: string; counts: Counts }[] }[]
  lists: { kind: Happening; title: string; total: number; rows: Told<Said>[] }[]
  /** Every problem to which something happened, each once. */
  told: Told<Said>[]
}

const noCounts = (): Counts => ({ new: 0, closed: 0, reopened: 0, fallen_due: 0, overdue: 0, unsaid: 0, moved: 0 })

/** How often each happened, by what `of` says of a problem; the most first. */
function grouped(told: readonly Told<Said>[], of: (one: Said) => readonly string[]): { name: string; counts: Counts }[] {
  const found = new Map<string, Counts>()
  for (const { on, happened } of told) {
    const names = of(on)
    for (const name of names.length > 0 ? names : ['—']) {
      const counts = found.get(name) ?? noCounts()
      for (const one of happened) counts[one]++
      found.set(name, counts)
    }
  }
  return [...found]
    .map(([name, counts]) => ({ name, counts, total: Object.values(counts).reduce((sum, n) => sum + n, 0) }))
    .sort((a, b) => b.total - a.total || (a.name < b.name ? -1 : 1))
    .map(({ name, counts }) => ({ name, counts }))
}

const dimensions = ({
  fields,
  programmes,
}: CliWords): [name: string, title: string, of: (one: Said) => readonly string[]][] => [
  ['lead_unit', fields.leadUnit, ({ units }) => units],
  ['region', fields.region, ({ region }) => (region ? [region.name] : [])],
  ['inspection', fields.inspection, ({ programme }) => (programme ? [programmes[programme]] : [])],
]

/** `limit`: rows of each list at most; the counts stay whole. */
export function accountOf(
  all: readonly Told<Said>[],
  { from, to, limit }: { from: string; to: string; limit: number | undefined },
  words: CliWords,
): Account {
  const told = all.filter(({ happened }) => happened.length > 0)
  return {
    from,
    to,
    words,
    heading: words.digest.heading(from, to, all.length),
    problems: all.length,
    counts: grouped(told, () => [''])[0]?.counts ?? noCounts(),
    groups: dimensions(words).map(([name, title, of]) => ({ name, title, rows: grouped(told, of) })),
    lists: happenings.flatMap((kind) => {
      const rows = told.filter(({ happened }) => happened.includes(kind))
      const title = `${words.happenings[kind]}${limit !== undefined && limit < rows.length ? words.ofTotal(limit, rows.length) : ''}`
      return rows.length === 0 ? [] : [{ kind, title, total: rows.length, rows: rows.slice(0, limit) }]
    }),
    told: told.slice(0, limit),
  }
}

export const countTitles = (words: CliWords): string[] => happenings.map((kind) => words.happenings[kind])
export const countCells = (counts: Counts): string[] => happenings.map((kind) => String(counts[kind]))

/** Titles and cells of a list of problems. */
export const itemTitles = ({ fields }: CliWords): string[] => [
  fields.item,
  fields.problem,
  fields.state,
  fields.due,
  fields.units,
]
export const itemCells = ({ on, state, due, dueBefore }: Told<Said>, words: CliWords): string[] => [
  on.key,
  on.problem.replaceAll('\n', ''),
  words.states[state],
  dueBefore === null ? (due ?? '—') : `${dueBefore} → ${due ?? '—'}`,
  on.units.join('、') || '—',
]

export const asJson = ({ from, to, problems, counts, groups, told }: Account) => ({
  from,
  to,
  problems,
  counts,
  by: Object.fromEntries(groups.map(({ name, rows }) => [name, rows.map((row) => ({ name: row.name, ...row.counts }))])),
  items: told.map(({ on, state, due, dueBefore, happened }) => ({
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

/** Problems as they stood on the last day of a round, for `taizhang digest`. */
import { roundOf, type Told } from '../../pipeline/links/index.js'
import type { ItemFilter, Ledger, ProblemStatement } from '../store/index.js'
import { earlierProblems, type Problem, problemsOf } from './problems.js'

export type Said = ProblemStatement

export interface RoundOptions {
  /** The day of the last round, and of this one; ISO. */
  from: string
  to: string
  /** What was known at the last round, where a copy of the ledger was kept; else the reports' own days tell it. */
  against?: Ledger
}

/**
 * Every problem once a region, with what happened to it: those that the filter asks for, by their newest item. Whether they are open and when
 * they are due is told as it was on the last day of the round.
 */
export function round(
  ledger: Ledger,
  { from, to, against }: RoundOptions,
  { open, dueFrom, dueTo, ...rest }: ItemFilter,
): Told<Said>[] {
  const keys = Object.keys(rest).length === 0 ? null : new Set(ledger.itemKeys({ ...rest, ofProblems: true }))
  const problems = problemsOf(ledger, keys ? [...keys] : undefined)
  const earlier = against && earlierProblems({ ledger, problems }, { ledger: against, problems: problemsOf(against) })
  const before = (problem: Problem) => (earlier ? withUnits(earlier.get(problem)?.flat() ?? []) : undefined)
  return problems
    .flatMap((problem) => roundOf(withUnits(problem), from, to, before(problem)))
    .filter(
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
  task: ({ state, due }) => `${state === 'done' ? 1 : 0} ${due ?? 9}`,
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

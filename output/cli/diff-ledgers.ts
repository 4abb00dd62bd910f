/** What changed from one ledger to another: problems that are new, gone, or stand otherwise. */
import { inOrder, standingOf, standings } from '../../pipeline/links/index.js'
import type { Ledger, ProblemStatement } from '../store/index.js'
import type { Change, Differences } from './diff-account.js'
import { earlierProblems, type Problem, problemsOf } from './problems.js'

/** A problem as it stands in a region. */
interface Stand {
  on: ProblemStatement
  state: string
  due: string | null
  units: string
}

/** Each problem once a region, by its newest item there. */
const standsOf = (problem: Problem): Stand[] =>
  [...standings(inOrder(problem))].flatMap(([on, { head, state, dueBy }]) =>
    head ? [{ on, state, due: dueBy?.due ?? null, units: on.units.join('、') }] : [],
  )

/** How the problem stood where only these statements were known. */
const before = (on: ProblemStatement, statements: readonly ProblemStatement[]): Stand => {
  const ordered = inOrder(statements)
  const { state, dueBy } = standingOf(on, ordered)
  const own = ordered.filter(({ region }) => region?.code === on.region?.code)
  const last = own.at(-1) ?? ordered.at(-1) ?? on
  return {
    on: last,
    state,
    due: dueBy?.due ?? null,
    units: own.findLast(({ units }) => units.length > 0)?.units.join('、') ?? '',
  }
}

const changesOf = (from: Omit<Stand, 'on'>, to: Omit<Stand, 'on'>): Change[] =>
  (['state', 'due', 'units'] as const).flatMap((field) =>
    from[field] === to[field] || (field === 'units' && to.units === '')
      ? []
      : [{ field, from: from[field] || null, to: to[field] || null }],
  )

export function ledgerDifferences(a: Ledger, b: Ledger): Differences {
  const [old, now] = [problemsOf(a), problemsOf(b)]
  const matched = earlierProblems({ ledger: b, problems: now }, { ledger: a, problems: old })
  const known = new Set([...matched.values()].flat())
  const told = (problems: readonly Problem[]) =>
    problems.flatMap(standsOf).map(({ on }) => ({ item: on.key, problem: on.problem }))
  const pairs = now.flatMap((problem) => {
    const was = matched.get(problem)?.flat()
    if (!was) return []
    return standsOf(problem).map((stand) => {
      const earlier = before(stand.on, was)
      return {
        item: earlier.on.key,
        other: stand.on.key,
        problem: stand.on.problem,
        relation: null,
        changes: changesOf(earlier, stand),
      }
    })
  })
  const changed = pairs.filter(({ changes }) => changes.length > 0)
  return {
    from: a.path,
    to: b.path,
    added: told(now.filter((problem) => !matched.has(problem))),
    removed: told(old.filter((problem) => !known.has(problem))),
    changed,
    unchanged: pairs.length - changed.length,
  }
}

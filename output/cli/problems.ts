/** The problems of a ledger, and which problem of an earlier ledger each of them is. */
import { isLinked, linkReport, linkReports, prepare } from '../../pipeline/links/index.js'
import type { Ledger, ProblemStatement } from '../store/index.js'

/** All that the reports of a ledger say of one problem: a thread, or an item that no other report tells of. */
export type Problem = readonly ProblemStatement[]

/** Problems in the order of their first items; with keys of items those that these tell. */
export function problemsOf(ledger: Ledger, keys?: readonly string[]): Problem[] {
  const found = new Map<string, ProblemStatement[]>()
  for (const one of ledger.statements(keys)) {
    const name = one.thread === null ? one.key : `thread ${one.thread}`
    const list = found.get(name)
    if (list) list.push(one)
    else found.set(name, [one])
  }
  return [...found.values()]
}

const placeOf = ({ region }: ProblemStatement): string => region?.code ?? region?.name ?? ''
/** An item is known again by its region and the letters of its problem. */
const nameOf = (one: ProblemStatement): string => `${placeOf(one)} ${one.identity}`

/**
 * What the earlier ledger held of each problem: problems that have an item of the same words in the same region, and for what is left, by the
 * rules by which two reports are linked. A problem that is new is not in the map.
 */
export function earlierProblems(
  now: { ledger: Ledger; problems: readonly Problem[] },
  earlier: { ledger: Ledger; problems: readonly Problem[] },
): Map<Problem, Problem[]> {
  const byName = new Map<string, Problem>()
  for (const problem of earlier.problems) for (const one of problem) byName.set(nameOf(one), problem)
  const found = new Map<Problem, Problem[]>()
  for (const problem of now.problems) {
    const same = new Set(problem.map((one) => byName.get(nameOf(one))).filter((one) => one !== undefined))
    if (same.size > 0) found.set(problem, [...same])
  }
  const known = new Set([...found.values()].flat())
  const left = now.problems.filter((problem) => !found.has(problem))
  const gone = earlier.problems.filter((problem) => !known.has(problem))
  for (const [problem, other] of reworded({ ...now, problems: left }, { ...earlier, problems: gone }))
    found.set(problem, [other])
  return found
}

/** Statements by their report, of those in one region. */
const byReport = (problems: readonly Problem[]): Map<string, { place: string; items: Map<number, Problem> }> => {
  const found = new Map<string, { place: string; items: Map<number, Problem> }>()
  for (const problem of problems)
    for (const one of problem) {
      const report = found.get(one.id) ?? { place: placeOf(one), items: new Map() }
      report.items.set(one.item, problem)
      found.set(one.id, report)
    }
  return found
}

/** Pairs of problems whose words were edited between the two ledgers; each problem in one pair at most. */
function reworded(
  now: { ledger: Ledger; problems: readonly Problem[] },
  earlier: { ledger: Ledger; problems: readonly Problem[] },
): [Problem, Problem][] {
  const [ours, theirs] = [byReport(now.problems), byReport(earlier.problems)]
  const prepared = (ledger: Ledger, id: string) => {
    const report = ledger.report(id)
    return report && prepare(linkReport(report))
  }
  const pairs: [Problem, Problem][] = []
  const taken = new Set<Problem>()
  for (const [id, { place, items }] of ours) {
    const others = [...theirs].filter(([, other]) => other.place === place && place !== '')
    const own = others.length > 0 ? prepared(now.ledger, id) : null
    for (const [otherId, other] of own ? others : []) {
      const against = prepared(earlier.ledger, otherId)
      for (const link of own && against ? linkReports(own, against).filter(isLinked) : []) {
        const [one, two] = [items.get(link.item), other.items.get(link.other)]
        if (!one || !two || taken.has(one) || taken.has(two)) continue
        taken.add(one).add(two)
        pairs.push([one, two])
      }
    }
  }
  return pairs
}

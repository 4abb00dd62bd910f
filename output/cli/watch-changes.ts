/** What a report that was taken in changes: problems that are new, closed, open again, or have another deadline. */
import { type Happening, roundOf, type Told } from '../../pipeline/links/index.js'
import type { Ledger } from '../store/index.js'
import { earlierProblems, type Problem, problemsOf } from './problems.js'
import type { Said } from './round.js'

/** Of a round without days only these can be told. */
const changes: ReadonlySet<Happening> = new Set(['new', 'closed', 'reopened', 'moved'])
const FIRST_DAY = '0000-01-01'
const LAST_DAY = '9999-12-31'

/** What the ledger says of the problems of a report's items, before it is taken anew. */
export const problemsBefore = (ledger: Ledger, source: string): Problem[] =>
  problemsOf(
    ledger,
    ledger.items({ report: source }).map(({ key }) => key),
  )

/** What happened to the problems of a report, by its id, against what other reports and its own earlier version said. */
export function changesBy(ledger: Ledger, id: string, before: readonly Problem[]): Told<Said>[] {
  const problems = problemsOf(
    ledger,
    ledger.items({ report: id }).map(({ key }) => key),
  )
  const earlier = earlierProblems({ ledger, problems }, { ledger, problems: before })
  return problems
    .flatMap((problem) => {
      const known = [...problem.filter((one) => one.id !== id), ...(earlier.get(problem)?.flat() ?? [])]
      return roundOf(problem, FIRST_DAY, LAST_DAY, known)
    })
    .map((one) => ({ ...one, happened: one.happened.filter((kind) => changes.has(kind)) }))
    .filter(({ happened }) => happened.length > 0)
}

/** What happened to problems between two days: the office's round (月调度). */
import { inOrder, type State, type Statement, standingOf, standings } from './state.js'

/** What a round tells of a problem; several may hold of one. */
export const happenings = ['new', 'closed', 'reopened', 'fallen_due', 'overdue', 'unsaid', 'moved'] as const
/**
 * new: first told in the round; closed: done at its end and not at its beginning; reopened: the other way round; fallen_due: its day is in the round
 * and it is not done; overdue and unsaid: past its day at the end, and open, or of no known state; moved: its deadline is another one.
 */
export type Happening = (typeof happenings)[number]

export interface Told<S extends Statement> {
  /** The newest item of the problem in its region at the end of the round. */
  on: S
  state: State
  due: string | null
  /** Deadline at the beginning, where it was another one. */
  dueBefore: string | null
  happened: Happening[]
}

/** What was known on a day: reports that show no day are taken to be known always. */
const knownOn = <S extends Statement>(ordered: readonly S[], day: string): S[] =>
  ordered.filter((one) => one.day === null || one.day <= day)

const happened = (
  from: string,
  to: string,
  was: { state: State; due: string | null } | null,
  is: { state: State; due: string | null },
): Happening[] => {
  const found: Happening[] = []
  if (!was) found.push('new')
  if (is.state === 'done' && was?.state !== 'done') found.push('closed')
  if (was?.state === 'done' && is.state === 'open') found.push('reopened')
  const { due } = is
  if (is.state !== 'done' && due !== null) {
    if (due > from && due <= to) found.push('fallen_due')
    if (due < to) found.push(is.state === 'open' ? 'overdue' : 'unsaid')
  }
  if (was?.due && due !== null && was.due !== due) found.push('moved')
  return found
}

/**
 * Each problem of a thread once a region, as it stood on the last day of the round `(from, to]`; ISO days. `known` is what was known before
 * the round, where another ledger tells it; else it is what the reports of the thread say up to `from`.
 */
export const roundOf = <S extends Statement>(
  thread: readonly S[],
  from: string,
  to: string,
  known?: readonly S[],
): Told<S>[] => {
  const ordered = knownOn(inOrder(thread), to)
  const before = known ? inOrder(known) : knownOn(ordered, from)
  return [...standings(ordered)].flatMap(([on, now]): Told<S>[] => {
    if (!now.head) return []
    const at = { state: now.state, due: now.dueBy?.due ?? null }
    // What the same problem was before is told by those of its reports that were known then.
    const then = before.length > 0 ? standingOf(on, before) : null
    const wasTold = then !== null && before.some((one) => one.region?.code === on.region?.code)
    const was = then && wasTold ? { state: then.state, due: then.dueBy?.due ?? null } : null
    return [
      {
        on,
        ...at,
        dueBefore: was !== null && was.due !== at.due ? was.due : null,
        happened: happened(from, to, was, at),
      },
    ]
  })
}

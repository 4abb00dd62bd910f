/** What lists ask of an item, made from its record; links and corrections change it later (see migrations/fourth.ts). */
import type { Action, Deadline, Item } from '../../pipeline/record.js'
import { problemIdentity } from './problem-key.js'

/** The last dated entry of some deadlines; null where none has a date. */
const lastDay = (deadlines: readonly (Deadline | null)[]): string | null =>
  deadlines
    .flatMap((deadline) => deadline?.entries.flatMap(({ date }) => date ?? []) ?? [])
    .reduce<string | null>((last, day) => (last === null || day > last ? day : last), null)

const deadlinesIn = (actions: readonly Action[]): (Deadline | null)[] =>
  actions.flatMap(({ deadline, children }) => [deadline, ...deadlinesIn(children)])

const stateOf = ({ status }: Item): 'done' | 'open' | 'unknown' => {
  if (status === null) return 'unknown'
  return status.code === 'completed' || status.closure === 'closed' ? 'done' : 'open'
}

/** Rows of item_facts, without their report. */
export const factsRows = (items: readonly Item[]): object[] => {
  const before = new Map<string, number>()
  return items.map((item) => {
    const letters = problemIdentity(item.problem.text)
    const nth = (before.get(letters) ?? 0) + 1
    before.set(letters, nth)
    const own = lastDay([item.deadline])
    const due = own ?? lastDay(deadlinesIn(item.measures))
    const units = (wanted: string) =>
      JSON.stringify([
        ...new Set(item.parties.flatMap(({ role, fullName, name }) => (role === wanted ? [fullName ?? name] : []))),
      ])
    return {
      item: item.seq,
      identity: `${letters}.${nth}`,
      deadline: item.deadline?.text ?? null,
      due,
      due_of: own !== null ? 'item' : due !== null ? 'measures' : null,
      lead_units: units('lead_unit'),
      responsible_units: units('responsible_unit'),
      problem_state: stateOf(item),
      problem_due: due,
    }
  })
}

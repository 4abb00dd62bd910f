/** The three truths about deadlines, asked of the ledger. */
import { dayAfter } from '../cli/options.js'
import type { ItemFilter, Ledger } from '../store/index.js'
import type { DueBoard, dueLists } from './due.js'
import { withTitles } from './titles.js'

/** The three truths as of a day. `limit` rows of each. */
export function dueBoard(ledger: Ledger, filter: ItemFilter, asOf: string, within: number, limit: number): DueBoard {
  const until = dayAfter(asOf, within)
  const by: Record<(typeof dueLists)[number], ItemFilter> = {
    overdue: { ...filter, overdueAsOf: asOf },
    unsaid: { ...filter, unsaidAsOf: asOf },
    upcoming: { ...filter, notPastAsOf: asOf, problemDueTo: until },
  }
  const rows = (name: (typeof dueLists)[number]) =>
    withTitles(ledger, ledger.items({ sort: { key: 'due', down: false }, ...by[name], limit }))
  const count = (name: (typeof dueLists)[number]) => ledger.countItems(by[name])
  return {
    asOf,
    until,
    within,
    counts: {
      overdue: count('overdue'),
      unsaid: count('unsaid'),
      upcoming: count('upcoming'),
      notPast: ledger.countItems({ ...filter, notPastAsOf: asOf }),
    },
    overdue: rows('overdue'),
    unsaid: rows('unsaid'),
    upcoming: rows('upcoming'),
  }
}

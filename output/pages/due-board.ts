/** The three truths about deadlines, asked of the ledger. */
import { dayAfter } from '../cli/options.js'
import type { ItemFilter, Ledger } from '../store/index.js'
import type { DueDay } from '../store/tallies.js'
import { type Keep, keptDays, makeAnew } from './counts.js'
import type { DueBoard } from './due.js'
import { firstDue, withTitles } from './titles.js'

/** As of a day; `limit` rows of each list. */
export function dueBoard(
  ledger: Ledger,
  filter: ItemFilter,
  asOf: string,
  within: number,
  limit: number,
  keep: Keep = makeAnew,
): DueBoard {
  const until = dayAfter(asOf, within)
  const days = keptDays(ledger, keep, filter)
  const of = {
    overdue: days.filter(({ day, state }) => day < asOf && state === 'open'),
    unsaid: days.filter(({ day, state }) => day < asOf && state === 'unknown'),
    upcoming: days.filter(({ day }) => day >= asOf && day <= until),
    notPast: days.filter(({ day }) => day >= asOf),
  }
  const count = (some: readonly DueDay[]) => some.reduce((sum, one) => sum + one.count, 0)
  const rows = (some: readonly DueDay[], truth: ItemFilter) =>
    count(some) === 0 ? [] : withTitles(ledger, firstDue(ledger, { ...filter, ...truth }, filter.sort ? [] : some, limit))
  return {
    asOf,
    until,
    within,
    counts: { overdue: count(of.overdue), unsaid: count(of.unsaid), upcoming: count(of.upcoming), notPast: count(of.notPast) },
    overdue: rows(of.overdue, { overdueAsOf: asOf }),
    unsaid: rows(of.unsaid, { unsaidAsOf: asOf }),
    upcoming: rows(of.upcoming, { notPastAsOf: asOf, problemDueTo: until }),
  }
}

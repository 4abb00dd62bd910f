/** Rows of lists, with the titles of their reports. */
import type { ItemFilter, ItemSummary, Ledger } from '../store/index.js'
import { type DueDay, titlesOf } from '../store/tallies.js'
import type { ItemRow } from './tables.js'

export function withTitles<T extends ItemSummary>(ledger: Ledger, items: readonly T[]): (T & ItemRow)[] {
  const titles = titlesOf(
    ledger,
    items.map(({ report }) => report),
  )
  return items.map((item) => ({ ...item, title: titles.get(item.report) ?? null }))
}

/** The first rows by the day. To sort all of them costs much: the days tell where the first end. */
export function firstDue(ledger: Ledger, filter: ItemFilter, days: readonly DueDay[], limit: number): ItemSummary[] {
  let seen = 0
  const last = days.find(({ count }) => {
    seen += count
    return seen >= limit
  })?.day
  const until =
    last !== undefined && (filter.problemDueTo === undefined || last < filter.problemDueTo) ? { problemDueTo: last } : {}
  return ledger.items({ sort: { key: 'due', down: false }, ...filter, ...until, limit })
}

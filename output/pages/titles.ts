/** Rows of lists, with the titles of their reports. */
import type { ItemSummary, Ledger } from '../store/index.js'
import { titlesOf } from '../store/tallies.js'
import type { ItemRow } from './tables.js'

export function withTitles<T extends ItemSummary>(ledger: Ledger, items: readonly T[]): (T & ItemRow)[] {
  const titles = titlesOf(
    ledger,
    items.map(({ report }) => report),
  )
  return items.map((item) => ({ ...item, title: titles.get(item.report) ?? null }))
}

/** How much of one problem's words stands in the other, for all items of two reports at once. */
import { LEAST_SHARE } from './evidence.js'
import { bigramsOf } from './letters.js'
import type { LinkReport } from './types.js'

/** A report with the pairs of letters of each item, made once and compared with many. */
export interface Prepared {
  report: LinkReport
  bigrams: readonly Uint32Array[]
  /** Items that have each pair. */
  counts: ReadonlyMap<number, number>
}

export const prepare = (report: LinkReport): Prepared =>
  withCounts(
    report,
    report.items.map(({ letters }) => bigramsOf(letters)),
  )

/** A report of which the pairs of letters are known. */
export const withCounts = (report: LinkReport, bigrams: readonly Uint32Array[]): Prepared => {
  const counts = new Map<number, number>()
  for (const own of bigrams) for (const gram of own) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  return { report, bigrams, counts }
}

/** Two items, by their places in the lists, and how alike they are. */
export interface Likeness {
  a: number
  b: number
  /** Weighted share of the shorter's pairs of letters that stand in the longer, 0…1. */
  share: number
  /** Weight of the shorter against the longer, 0…1. */
  size: number
}

/** A pair of letters in more items than this tells nothing, and would make the comparison quadratic. */
const COMMON = 400

/**
 * Weight of a pair of letters by how rare it is in these two lists (idf). It goes by the two lists alone, so that what else the ledger holds
 * does not change a link.
 */
const weights = (a: Prepared, b: Prepared): ((gram: number) => number) => {
  const [inA, inB] = [a.counts, b.counts]
  const items = Math.max(a.bigrams.length, b.bigrams.length)
  const byCount: number[] = []
  return (gram) => {
    const often = Math.max(inA.get(gram) ?? 0, inB.get(gram) ?? 0)
    if (often > COMMON) return 0
    byCount[often] ??= Math.log(1 + items / Math.max(1, often))
    return byCount[often]
  }
}

/** Pairs of items that share LEAST_SHARE of the shorter's words or more. */
export const likenesses = (a: Prepared, b: Prepared): Likeness[] => {
  const weight = weights(a, b)
  const total = (own: Uint32Array) => own.reduce((sum, gram) => sum + weight(gram), 0)
  const holders = new Map<number, number[]>()
  for (const [index, own] of b.bigrams.entries())
    for (const gram of own) {
      const list = holders.get(gram)
      if (list) list.push(index)
      else holders.set(gram, [index])
    }
  const totals = b.bigrams.map(total)
  return a.bigrams.flatMap((own, index) => {
    const shared = new Map<number, number>()
    for (const gram of own) {
      const value = weight(gram)
      if (value > 0) for (const other of holders.get(gram) ?? []) shared.set(other, (shared.get(other) ?? 0) + value)
    }
    const whole = total(own)
    return [...shared].flatMap(([other, common]): Likeness[] => {
      const [least, most] = [Math.min(whole, totals[other] ?? 0), Math.max(whole, totals[other] ?? 0)]
      const share = least === 0 ? 0 : Math.min(1, common / least)
      return share < LEAST_SHARE ? [] : [{ a: index, b: other, share, size: most === 0 ? 0 : least / most }]
    })
  })
}

/** The plain share of two items' pairs of letters, for a pair that is looked at for another reason. */
export const shareOf = (a: Prepared, b: Prepared, pair: { a: number; b: number }): number => {
  const [one, other] = [a.bigrams[pair.a] ?? new Uint32Array(), new Set(b.bigrams[pair.b])]
  const least = Math.min(one.length, other.size)
  return least === 0 ? 0 : one.filter((gram) => other.has(gram)).length / least
}

/** How much of one problem's words stands in the other, for all items of two reports at once. */
import { LEAST_SHARE } from './evidence.js'
import { bigramsOf } from './letters.js'
import type { LinkReport } from './types.js'

/** A report with the pairs of letters of each item, made once and compared with many. */
export interface Prepared {
  report: LinkReport
  /** The pairs of each item, each once, in order. */
  bigrams: readonly Uint32Array[]
  /** The pairs of all items, each once, in order. */
  grams: Uint32Array
  /** The items that have `grams[i]` are `holders` from `starts[i]` up to before `starts[i + 1]`, in order. */
  starts: Uint32Array
  holders: Uint32Array
}

export const prepare = (report: LinkReport): Prepared =>
  withBigrams(
    report,
    report.items.map(({ letters }) => bigramsOf(letters)),
  )

/** More items than a report has; a pair of letters (32 bits) and an item make one exact number. */
const ITEMS = 2 ** 20

/** A report of which the pairs of letters are known. */
export const withBigrams = (report: LinkReport, bigrams: readonly Uint32Array[]): Prepared => {
  const entries = new Float64Array(bigrams.reduce((sum, own) => sum + own.length, 0))
  let end = 0
  for (const [item, own] of bigrams.entries()) for (const gram of own) entries[end++] = gram * ITEMS + item
  entries.sort()
  const [grams, starts]: [number[], number[]] = [[], []]
  const holders = new Uint32Array(entries.length)
  for (const [place, entry] of entries.entries()) {
    const gram = Math.floor(entry / ITEMS)
    holders[place] = entry - gram * ITEMS
    if (gram === grams.at(-1)) continue
    grams.push(gram)
    starts.push(place)
  }
  return { report, bigrams, grams: Uint32Array.from(grams), starts: Uint32Array.from([...starts, entries.length]), holders }
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
/** Pairs of items whose common words are summed at a time: 32 MB. */
const SUMMED = 2 ** 22

/** What the pairs of letters of two reports weigh: for each item all of its pairs together, and the pairs that both reports have. */
interface Weighed {
  wholes: readonly [a: Float64Array, b: Float64Array]
  /** Places in the `grams` of both, and the weight. */
  shared: { inA: number; inB: number; weight: number }[]
}

/**
 * A pair of letters weighs by how rare it is in these two lists (idf). It goes by the two lists alone, so that what else the ledger holds
 * does not change a link.
 */
const weigh = (a: Prepared, b: Prepared): Weighed => {
  const items = Math.max(a.bigrams.length, b.bigrams.length)
  const byCount: number[] = []
  const weightOf = (often: number): number => {
    if (often > COMMON) return 0
    byCount[often] ??= Math.log(1 + items / Math.max(1, often))
    return byCount[often]
  }
  const wholes = [new Float64Array(a.bigrams.length), new Float64Array(b.bigrams.length)] as const
  const shared: Weighed['shared'] = []
  for (let inA = 0, inB = 0; inA < a.grams.length || inB < b.grams.length; ) {
    const [one, other] = [a.grams[inA] ?? Number.POSITIVE_INFINITY, b.grams[inB] ?? Number.POSITIVE_INFINITY]
    const weight = weightOf(Math.max(one <= other ? countAt(a, inA) : 0, other <= one ? countAt(b, inB) : 0))
    if (one <= other) addTo(wholes[0], 0, a, inA, weight)
    if (other <= one) addTo(wholes[1], 0, b, inB, weight)
    if (one === other && weight > 0) shared.push({ inA, inB, weight })
    if (one <= other) inA++
    if (other <= one) inB++
  }
  return { wholes, shared }
}
const countAt = ({ starts }: Prepared, place: number): number => (starts[place + 1] ?? 0) - (starts[place] ?? 0)
/** Adds the weight to the sum of each item that has the pair of letters; the sums of the items begin at `from`. */
const addTo = (sums: Float64Array, from: number, { starts, holders }: Prepared, place: number, weight: number): void => {
  for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at++) {
    const sum = from + (holders[at] as number)
    sums[sum] = (sums[sum] as number) + weight
  }
}

/** Pairs of items that share LEAST_SHARE of the shorter's words or more. */
export const likenesses = (a: Prepared, b: Prepared): Likeness[] => {
  const { wholes, shared } = weigh(a, b)
  const [wide, found]: [number, Likeness[]] = [b.bigrams.length, []]
  const rows = Math.max(1, Math.floor(SUMMED / Math.max(1, wide)))
  for (let first = 0; first < a.bigrams.length; first += rows) {
    const last = Math.min(a.bigrams.length, first + rows)
    const common = new Float64Array((last - first) * wide)
    for (const { inA, inB, weight } of shared)
      for (let at = a.starts[inA] ?? 0; at < (a.starts[inA + 1] ?? 0); at++) {
        const one = a.holders[at] as number
        if (one >= first && one < last) addTo(common, (one - first) * wide, b, inB, weight)
      }
    for (let one = first; one < last; one++)
      for (let other = 0; other < wide; other++) {
        const both = common[(one - first) * wide + other] as number
        if (both === 0) continue
        const [x, y] = [wholes[0][one] as number, wholes[1][other] as number]
        const [least, most] = [Math.min(x, y), Math.max(x, y)]
        const share = Math.min(1, both / least)
        if (share >= LEAST_SHARE) found.push({ a: one, b: other, share, size: least / most })
      }
  }
  return found
}

/** The plain share of two items' pairs of letters, for a pair that is looked at for another reason. */
export const shareOf = (a: Prepared, b: Prepared, pair: { a: number; b: number }): number => {
  const [one, other] = [a.bigrams[pair.a] ?? new Uint32Array(), new Set(b.bigrams[pair.b])]
  const least = Math.min(one.length, other.size)
  return least === 0 ? 0 : one.filter((gram) => other.has(gram)).length / least
}

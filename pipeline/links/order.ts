/** What the order and the numbers of two lists tell of a pair of items, given the pairs that their words make sure. */
import type { Prepared } from './compare.js'
import type { Rule } from './evidence.js'

/** Items by their places in the two lists. */
export interface Placed {
  a: number
  b: number
}

/** Sure pairs that there must be before the lists are said to be numbered alike, and their share. */
const LEAST_PAIRS = 3
const ALIKE = 0.8

/** Numbers that stand once in a list. */
const uniqueNumbers = ({ report }: Prepared): Map<number, number> => {
  const found = new Map<number, number>()
  const twice = new Set<number>()
  for (const [index, { number }] of report.items.entries()) {
    if (number === null) continue
    if (found.has(number)) twice.add(number)
    found.set(number, index)
  }
  for (const number of twice) found.delete(number)
  return found
}

/** What the printed numbers say; nothing where the lists are not numbered alike. */
export const numbering = (a: Prepared, b: Prepared, sure: readonly Placed[]) => {
  const [inA, inB] = [uniqueNumbers(a), uniqueNumbers(b)]
  const numberIn = (list: Prepared, unique: Map<number, number>, index: number): number | null => {
    const number = list.report.items[index]?.number ?? null
    return number !== null && unique.get(number) === index ? number : null
  }
  const numbers = ({ a: one, b: other }: Placed) => [numberIn(a, inA, one), numberIn(b, inB, other)] as const
  const both = sure.map(numbers).filter(([one, other]) => one !== null && other !== null)
  const equal = both.filter(([one, other]) => one === other).length
  const alike = equal >= LEAST_PAIRS && equal >= ALIKE * both.length
  return {
    alike,
    /** Pairs of items of one number. */
    pairs: alike
      ? [...inA].flatMap(([number, index]): Placed[] => {
          const other = inB.get(number)
          return other === undefined ? [] : [{ a: index, b: other }]
        })
      : [],
    rules: (pair: Placed): Rule[] => {
      const [one, other] = numbers(pair)
      if (!alike || one === null || other === null) return []
      return [one === other ? 'number' : 'number_against']
    },
  }
}

/** The longest run of sure pairs that rise in both lists. */
const rising = (sure: readonly Placed[]): Placed[] => {
  const pairs = [...sure].sort((x, y) => x.a - y.a)
  const tails: number[] = []
  const back: number[] = pairs.map(() => -1)
  for (const [index, { b }] of pairs.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tails[middle] ?? 0]?.b ?? 0) < b) low = middle + 1
      else high = middle
    }
    back[index] = low > 0 ? (tails[low - 1] ?? -1) : -1
    tails[low] = index
  }
  const found: Placed[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = back[at] ?? -1) {
    const pair = pairs[at]
    if (pair) found.push(pair)
  }
  return found.reverse()
}

/** What the places of two items in their lists say: whether they stand between the same neighbours, and whether only they are left there. */
export const placing = (a: Prepared, b: Prepared, sure: readonly Placed[]) => {
  const run = rising(sure)
  const inOrder = run.length >= LEAST_PAIRS && run.length >= ALIKE * sure.length
  const gapOf = (side: 'a' | 'b', index: number): number => {
    let low = 0
    let high = run.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((run[middle]?.[side] ?? 0) < index) low = middle + 1
      else high = middle
    }
    return low
  }
  const left = (side: 'a' | 'b', gap: number): number => {
    const end = gap < run.length ? (run[gap]?.[side] ?? 0) : (side === 'a' ? a : b).report.items.length
    return end - (gap > 0 ? (run[gap - 1]?.[side] ?? 0) : -1) - 1
  }
  const placed = new Set(run.map((pair) => `${pair.a} ${pair.b}`))
  return (pair: Placed): Rule[] => {
    if (!inOrder) return []
    if (placed.has(`${pair.a} ${pair.b}`)) return ['between']
    const gap = gapOf('a', pair.a)
    if (gapOf('b', pair.b) !== gap || run[gap]?.a === pair.a || run[gap]?.b === pair.b) return []
    return [left('a', gap) === 1 && left('b', gap) === 1 ? 'only_one_left' : 'between']
  }
}

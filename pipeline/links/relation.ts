/** How the words of two linked problems differ. */
import type { LinkItem, Relation } from './types.js'

/** Where the clauses of a text begin, in its letters, and where the last one ends. */
const bordersOf = (clauses: readonly string[]): number[] => {
  const borders = [0]
  for (const clause of clauses) borders.push((borders.at(-1) ?? 0) + clause.length)
  return borders
}

type Words = Pick<LinkItem, 'letters' | 'clauses'>

/** Whether every clause of the shorter stands in the longer, in order. What is left out begins and ends where clauses do. */
export const isShortened = (a: Words, b: Words): boolean => {
  const [short, long] = a.letters.length <= b.letters.length ? [a, b] : [b, a]
  const { letters } = long
  const borders = bordersOf(long.clauses)
  const isBorder = new Set(borders)
  let at = 0
  for (const clause of short.clauses) {
    if (!letters.startsWith(clause, at)) {
      const next = isBorder.has(at) ? borders.find((border) => border > at && letters.startsWith(clause, border)) : undefined
      if (next === undefined) return false
      at = next
    }
    at += clause.length
  }
  return short.clauses.length > 0 && isBorder.has(at)
}

/** The relation of two items whose words have something in common. */
export const relationOf = (a: LinkItem, b: LinkItem): Exclude<Relation, 'number'> =>
  a.letters === b.letters ? 'same' : isShortened(a, b) ? 'shortened' : 'edited'

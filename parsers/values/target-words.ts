/** The indicator of a target: the words of its clause without dates, base figures and what leads to the figure. */
import { leadWords, tailWords } from '../lexicon/targets.js'
import { nounBefore } from './quantity-subject.js'
import { type Clause, isBase, wordsBefore } from './target-clauses.js'
import type { Quantity } from './types.js'

const longestFirst = (words: readonly string[]): string[] => [...words, ' ', '，', '、'].sort((a, b) => b.length - a.length)
const leads = longestFirst(leadWords)
const tails = longestFirst(tailWords)

/** The words without what leads to the indicator and from it to the figure. */
export function trim(words: string): string {
  let [start, end] = [words.startsWith('分别') ? 2 : 0, words.length]
  for (let lead = leadAt(words, start); lead > 0; lead = leadAt(words, start)) start += lead
  for (let tail = tailAt(words, end); tail > 0 && end > start; tail = tailAt(words, end)) end -= tail
  return words.slice(start, end).replace(/\s+|分别/g, '')
}

/** 完成率 is no 完成. */
const leadAt = (words: string, start: number): number =>
  leads.find((lead) => words.startsWith(lead, start) && !'率度量额区'.includes(words.charAt(start + lead.length) || '\0'))
    ?.length ?? 0
const tailAt = (words: string, end: number): number => tails.find((tail) => words.endsWith(tail, end))?.length ?? 0

/** The words from `start` to the figure at `end` without its dates, the base figure and what leads to the figure. */
export function indicatorBefore(clause: Clause, start: number, end: number): string {
  const { text } = clause
  const base = baseBefore(clause, start, end)
  const stop = base >= 0 ? base : end
  const dates = clause.dates.filter(
    (d) => d.span[0] >= start && d.span[1] <= stop && !isBase.test(wordsBefore(clause, d.span[0], 4)),
  )
  const last = dates.at(-1)
  const behind = trim(text.slice(Math.max(start, last?.span[1] ?? 0), stop))
  // 治理率到2024年底达到90%: the subject stands before the date
  return behind === '' && dates[0] ? trim(text.slice(start, dates[0].span[0])) : behind
}

/** 由45微克/立方米下降到35, 由2020年的45降至: what the figure of before stands behind. */
const fromBase = /[由从自][^，。；、]{0,14}$/
/** Is the first figure what the second has changed from? */
export const isBaseOf = ({ text, span }: Clause, base: Quantity, q: Quantity): boolean =>
  q.changeKind === 'to' &&
  base.unit === q.unit &&
  base.span[1] <= q.span[0] &&
  fromBase.test(text.slice(Math.max(span[0], base.span[0] - 16), base.span[0]))

/** Where the words for the base of the figure at `end` begin, or -1. */
function baseBefore(clause: Clause, start: number, end: number): number {
  const { text, quantities } = clause
  const q = quantities.find(({ span }) => span[0] === end)
  const base = q && quantities.find((other) => other.span[0] >= start && isBaseOf(clause, other, q))
  if (!base) return -1
  return Math.max(...['由', '从', '自'].map((word) => text.lastIndexOf(word, base.span[0] - 1)))
}

/** What a clause is about: the words before its first figure, else the noun phrase that it ends in. */
export function subjectOf(clause: Clause): string {
  const first = clause.quantities[0]
  if (first) return indicatorBefore(clause, clause.span[0], first.span[0])
  return nounBefore(clause.text, clause.span[1], clause.span[0], () => true) ?? ''
}

/** The words from `start` to `end` without the dates among them. */
export function wordsOf({ text, dates }: Clause, start: number, end: number): string {
  let words = ''
  let at = start
  for (const { span } of dates) {
    if (span[0] < at || span[0] >= end) continue
    words += text.slice(at, span[0])
    at = Math.min(span[1], end)
  }
  return (words + text.slice(at, end)).replace(/（\s*）/g, '').trim()
}

/** 绿化覆盖率、绿地率分别达到42%、38%: of as many subjects as figures the one at its place, where each is a whole one. */
export function oneOf(subjects: string, index: number, length: number): string {
  const each = length > 1 ? subjects.split(/[、和及与]/) : []
  const whole =
    each.length === length && each.every((words) => nounBefore(words, words.length, 0, (kind) => kind === 'dimension') !== null)
  return (whole ? each[index] : null) ?? subjects
}

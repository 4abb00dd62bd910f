/** The clauses of a goal with their mentions, and the days that their dates set. */
import type { Span } from '../tree.js'
import type { DateMention, Quantity } from './types.js'

export interface Found {
  /** Mentions of the goal, with spans relative to it, in order. */
  quantities: readonly Quantity[]
  dates: readonly DateMention[]
}

export interface Clause extends Found {
  text: string
  span: Span
  opensSentence: boolean
}

const sentenceEnds = '。\n！？'
const clauseEnds = '，；,'
/** A longer stretch without a mark is no clause of prose. */
const maxClause = 300

/** The clauses of a goal with their mentions; marks inside quotes and brackets part nothing but sentences. */
export function* clauses(text: string, found: Found): Generator<Clause> {
  let [depth, from, q, d] = [0, 0, 0, 0]
  let opensSentence = true
  for (let i = 0; i <= text.length; i++) {
    const mark = text.charAt(i)
    const endsSentence = mark === '' || sentenceEnds.includes(mark)
    if (!endsSentence && '“（《'.includes(mark)) depth++
    else if (!endsSentence && '”）》'.includes(mark)) depth = Math.max(0, depth - 1)
    if (!endsSentence && (depth > 0 || !clauseEnds.includes(mark))) continue
    const [firstQuantity, firstDate] = [q, d]
    while ((found.quantities[q]?.span[1] ?? Infinity) <= i) q++
    while ((found.dates[d]?.span[0] ?? Infinity) < i) d++
    if (i > from && i - from <= maxClause) {
      const span: Span = [from + (/^\s*/.exec(text.slice(from, i))?.[0].length ?? 0), i]
      yield {
        text,
        span,
        opensSentence,
        quantities: found.quantities.slice(firstQuantity, q),
        dates: found.dates.slice(firstDate, d),
      }
    }
    opensSentence = endsSentence
    depth = 0
    from = i + 1
  }
}

const opensClause =
  /^[\s\d.、（）一二三四五六七八九十]{0,12}(?:到|至|在|于|力争|确保|其中|争取|并|力争在|力争到|确保到|确保在)?\s?$/
/** 降至2025年的38立方米. */
const endsAtDate = /[降升减增高少加低长][到至]\s?$/
/** A base year (较2017年) ends behind it. */
export const isBase = /(?:较|比|与|相比|于)\s*$/
/** The words of the clause before `end`. */
export const wordsBefore = ({ text, span }: Clause, end: number, length = maxClause): string =>
  text.slice(Math.max(span[0], end - length), end)

/** The day that a date of the goal sets for the clauses after it; a base year (较2017年) sets none, a start (从2024年起) clears it. */
export function deadlineOf(clause: Clause, date: DateMention, by: string | null, start = clause.span[0]): string | null {
  const before = clause.text.slice(Math.max(clause.span[0], date.span[0] >= start ? start : 0), date.span[0])
  if (isBase.test(before)) return by
  switch (date.relation) {
    case 'since':
      return null
    case 'by':
    case 'at':
      return date.end
    case 'during':
      return opensClause.test(before) || endsAtDate.test(before) ? date.end : by
  }
}

/**
 * Dates of Chinese official prose, found in one pass from left to right. A year that is not printed comes from the text or from
 * the context, never from a clock; a date whose year cannot be told is not given. Nothing inside 《》 is a date.
 */
import { fold } from '../text/fold.js'
import type { Span } from '../tree.js'
import { Scan } from './dates-scan.js'
import { titleSpans } from './titles.js'
import type { DateContext, DateMention } from './types.js'

/** All dates of a text from left to right. Linear in its length. `folded` and `titles` where they are known. */
export function findDates(
  text: string,
  context: DateContext,
  folded = fold(text),
  titles: readonly Span[] = titleSpans(folded),
): DateMention[] {
  return new Scan(folded, text, context).run(titles)
}

/** A date whose words are found but whose year, or day of writing, neither the text nor the context tells. */
export type OpenDate = Omit<DateMention, 'start' | 'end'> & { start: null; end: null }

/** Any year and any day will do: they only let the words be recognised. */
const anyYear = 2000
const anyDay = '2000-01-15'

/** The dates of a text that are found only in a wider context. */
function leftOut(text: string, context: DateContext, wider: DateContext): OpenDate[] {
  const all = findDates(text, wider)
  if (all.length === 0) return []
  const placed = findDates(text, context)
  let next = 0
  return all.flatMap((mention) => {
    while ((placed[next]?.span[1] ?? Number.POSITIVE_INFINITY) <= mention.span[0]) next++
    const overlaps = (placed[next]?.span[0] ?? Number.POSITIVE_INFINITY) < mention.span[1]
    return overlaps ? [] : [{ ...mention, start: null, end: null }]
  })
}

/** The dates that `findDates` leaves out because they cannot be placed: 7月4日 without a year, 下周 without a day of writing. */
export const findOpenDates = (text: string, context: DateContext): OpenDate[] =>
  context.referenceDate ? [] : leftOut(text, context, { year: context.year, referenceDate: anyDay })

/** Those among them that lack only the year: 12月底 where nothing tells it. */
export const findYearlessDates = (text: string): OpenDate[] => leftOut(text, { year: null }, { year: anyYear })

/** The date that a whole string is, such as the text of a deadline (2019年5月底, 2024.6), or null. */
export function parseDate(text: string, context: DateContext): DateMention | null {
  const trimmed = text.trim()
  const [mention, second] = findDates(trimmed, context)
  if (!mention || second || mention.span[0] !== 0 || mention.span[1] !== trimmed.length) return null
  const before = text.indexOf(trimmed)
  const moved = ([start, end]: Span): Span => [start + before, end + before]
  return { ...mention, span: moved(mention.span), core: moved(mention.core) }
}

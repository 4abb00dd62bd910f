/** The day of a report: of the state that it tells (截至), else of its publication, else of its signature. */
import { fold } from '../../parsers/text/fold.js'
import type { Span } from '../../parsers/tree.js'
import { parseDate } from '../../parsers/values/dates.js'
import type { LinkReport } from './types.js'

type Day = NonNullable<LinkReport['day']>

/** Lines of a page's head in which its publication stands, and of the end in which a signature stands. */
const HEAD_LINES = 12
const TAIL_LINES = 15
/** A longer line is prose. */
const LINE_LENGTH = 80

const figures = String.raw`\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?`
const published = new RegExp(`(?:发布|发文|成文|公开|生成|发表|印发|公示)(?:时间|日期)[：\\s]{0,3}(${figures})`)
const stamped = new RegExp(`(${figures})\\s{0,2}\\d{1,2}：\\d{2}`)
const alone = new RegExp(
  `^（?(${figures}|[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)(?:印发|发布)?）?$`,
)

const dayOf = (words: string | undefined): string | null => {
  if (words === undefined) return null
  const date = parseDate(words.replaceAll('○', '〇').replace(/\s/g, ''), { year: null })
  return date && date.precision === 'day' ? date.start : null
}

const firstDay = (lines: readonly string[], pattern: RegExp): string | null => {
  for (const line of lines) {
    const day = line.length <= LINE_LENGTH ? dayOf(pattern.exec(line)?.[1]) : null
    if (day !== null) return day
  }
  return null
}

/** The lines of a stretch of the text that say something. */
const linesOf = (text: string): string[] =>
  fold(text)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/**
 * Null where the report shows none of the three. `items` are the spans of its items, in order: a day inside one is the item's own, a deadline
 * or the day of a measure, and never the report's.
 */
export const dayOfReport = (
  { asOf, text }: { asOf: { end: string } | null; text: string },
  items: readonly Span[],
): Day | null => {
  if (asOf) return { date: asOf.end, of: 'as_of' }
  const [first, last] = [items[0]?.[0] ?? text.length, items.at(-1)?.[1] ?? text.length]
  const head = linesOf(text.slice(0, first)).slice(0, HEAD_LINES)
  const tail = linesOf(text.slice(last)).slice(-TAIL_LINES).reverse()
  const date = firstDay(head, published) ?? firstDay(head, stamped) ?? firstDay(tail, published)
  if (date !== null) return { date, of: 'published' }
  const signed = firstDay(tail, alone) ?? firstDay(head, alone)
  return signed === null ? null : { date: signed, of: 'signed' }
}

/**
 * Dates of Chinese official prose, found in one pass from left to right. A year that is not printed comes from the text or from
 * the context, never from a clock; a date whose year cannot be told is not given. Nothing inside 《》 is a date.
 */
import { fold } from '../text/fold.js'
import type { Span } from '../tree.js'
import { addDays, type Period, partsOf } from './calendar.js'
import { mentionOf } from './dates-context.js'
import { printedDate } from './dates-part.js'
import { pointAt } from './dates-point.js'
import { needsRange, rangeFrom, type Stretch } from './dates-range.js'
import { relativeAt } from './dates-relative.js'
import { gap, type Point, reach, type Scope, startsSmall, sticky } from './dates-scope.js'
import { unitsOf } from './marks.js'
import { titleSpans } from './titles.js'
import type { DateContext, DateMention } from './types.js'

/** What a character can begin: 1 Arabic figure, 2 Chinese figure, 3 a word, 4 a quoted plan period. */
const kinds = new Uint8Array(65536)
const mark = (characters: string, kind: number): void => {
  for (const character of characters) kinds[character.charCodeAt(0)] = kind
}
mark('今本去上前明次翌来下后当同该这大年月第最昨近过未往之向周星礼接半', 3)
mark('0123456789', 1)
mark('〇零○一二两三四五六七八九十廿卅百千', 2)
mark('“"「『', 4)
/** What must follow a figure, blanks aside, for a date to begin with it. */
const behindFigure = unitsOf('年月日号季世半-–—－―‐‑−─～~∼至到')
/** The same for four digits, for a plan period (十四五期间) or a Latin O (二O二四), and for a count told from the day of writing. */
const behindYear = unitsOf('./、和及与上下第一二三四')
const behindCharacters = unitsOf('期时以末初中前后”"」』、和与及Oo')
const behindCount = unitsOf('个天周星礼')
/** The second character of the words of kind 3. */
const behindWord = unitsOf(' 年半世个一二两三四五六七八九十0123456789前后後底末终初内中月周季天日旬星礼去来几今明这期拜下近')

/** The index behind the figure that starts at `index`. */
function figureEnd(text: string, index: number, kind: number): number {
  let end = index + 1
  while (kinds[text.charCodeAt(end)] === kind) end++
  return end
}

function mayBegin(text: string, index: number, end: number, kind: number, counts: boolean): boolean {
  if (kind === 3) return behindWord(text.charCodeAt(index + 1))
  if (kind === 4) return kinds[text.charCodeAt(index + 1)] === 2
  let next = end
  while (next < end + 3 && text.charCodeAt(next) === 0x20) next++
  const mark = text.charCodeAt(next)
  const length = end - index
  if (behindFigure(mark) || (counts && behindCount(mark))) return true
  if (kind === 2) return behindCharacters(mark)
  return length === 8 || (length === 4 && (behindYear(mark) || text.slice(end, end + 12).includes('年份')))
}

/** 9月10日、11日、12日: three or more days in a row are the stretch that they make. */
function mergeLists(found: readonly DateMention[], text: string): DateMention[] {
  const merged: DateMention[] = []
  for (let first = 0; first < found.length; ) {
    let last = first
    while (followsInList(text, found[last], found[last + 1])) last++
    const [from, to] = [found[first], found[last]]
    if (from && to && last - first >= 2) merged.push(stretchOf(text, from, to))
    else merged.push(...found.slice(first, last + 1))
    first = last + 1
  }
  return merged
}

function followsInList(text: string, day: DateMention | undefined, next: DateMention | undefined): boolean {
  if (!day || !next || day.relation !== 'at' || next.relation !== 'at') return false
  if (day.precision !== 'day' || next.precision !== 'day' || next.span[0] - day.span[1] > 4) return false
  return addDays(day.end, 1) === next.start && listJoint.test(text.slice(day.span[1], next.span[0]))
}

const stretchOf = (text: string, from: DateMention, to: DateMention): DateMention => ({
  ...from,
  end: to.end,
  relation: 'during',
  text: text.slice(from.span[0], to.span[1]),
  span: [from.span[0], to.span[1]],
  core: [from.core[0], to.core[1]],
})

const listJoint = /^ {0,3}(?:[、，,和及与或]|以及) {0,3}$/

const goesOn = unitsOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.#-')
const listLabel = /(?:^|[\n。；：（ ])\d{1,2}\.$/
const printedYear = sticky(`[12]\\d{3}${gap}年`)

// Objects are written out where they are made in numbers: a spread costs several times as much.
const stretchFrom = (point: Point): Stretch => ({
  period: point.period,
  precision: point.precision,
  moment: point.moment,
  end: point.end,
  point,
  range: false,
})

class Scan {
  private readonly found: DateMention[] = []
  private scope: Scope
  /** The month and the end of the last mention, for 9月10日、11日. */
  private listed: { month: number | null; end: number } = { month: null, end: -1 }

  constructor(
    private readonly text: string,
    private readonly source: string,
    private readonly context: DateContext,
  ) {
    this.scope = this.fresh()
  }

  private fresh(): Scope {
    const day = this.context.referenceDate ?? null
    return {
      writing: this.context.year ?? (day === null ? null : partsOf(day)[0]),
      named: null,
      month: null,
      last: null,
      reference: day,
    }
  }

  run(titles: readonly Span[]): DateMention[] {
    const { text } = this
    let title = 0
    const counts = Boolean(this.context.referenceDate)
    for (let at = 0; at < text.length; ) {
      const code = text.charCodeAt(at)
      const kind = kinds[code] ?? 0
      if (kind === 0) {
        if (code === 0x300a && titles[title]?.[0] === at) at = titles[title++]?.[1] ?? at + 1
        else {
          // A paragraph stands for itself, so that it reads the same alone and inside a file.
          if (code === 10) this.scope = this.fresh()
          at++
        }
        continue
      }
      const end = kind < 3 ? figureEnd(text, at, kind) : at + 1
      const next = mayBegin(text, at, end, kind, counts) && !this.insideFigure(at, kind) ? this.read(at) : 0
      at = next > 0 ? next : end
    }
    return mergeLists(this.found, this.source)
  }

  /** PM2.5, v2024.1, HJ773-2015: a figure that goes on from another or from a letter. In 1.2022年 the first is a list label. */
  private insideFigure(at: number, kind: number): boolean {
    if (kind !== 1) return false
    if (!goesOn(this.text.charCodeAt(at - 1))) return false
    const before = this.text.slice(Math.max(0, at - 4), at)
    return /[\w.#]$|[\w)）]-$/.test(before) && !listLabel.test(before) && reach(printedYear, this.text, at) === 0
  }

  private read(at: number): number {
    const { text, context } = this
    const inList = this.listed.end >= 0 && at - this.listed.end <= 8 && listJoint.test(text.slice(this.listed.end, at))
    const reference = context.referenceDate ?? null
    const month = inList ? this.listed.month : reference === null ? null : partsOf(reference)[1]
    const { scope } = this
    scope.month = month
    const left = (reference === null ? null : relativeAt(text, at, scope)) ?? pointAt(text, at, scope)
    // 2024年6月31日 is no date, and neither are its parts.
    const printed = startsSmall(text.charCodeAt(at)) ? reach(printedDate, text, at) : 0
    if (printed > (left?.end ?? 0)) return printed
    if (!left) return 0
    const range = rangeFrom(text, at, left, scope)
    if (!range && needsRange(text, left)) return 0
    const mention = mentionOf(text, this.source, at, range ?? stretchFrom(left))
    this.found.push(mention)
    this.remember(range?.point ?? left, mention, range?.period ?? left.period)
    return Math.max(mention.span[1], at + 1)
  }

  private remember(point: Point, mention: DateMention, period: Period): void {
    const [year, month] = partsOf(point.period.end)
    if (point.names) this.scope.named = year
    this.scope.last = period
    this.listed = { month: point.unit === 'day' ? month : null, end: mention.core[1] }
  }
}

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

/** Any day will do: it only lets the words be recognised. */
const anyDay = '2000-01-15'

/** The dates that `findDates` leaves out because they cannot be placed: 7月4日 without a year, 下周 without a day of writing. */
export function findOpenDates(text: string, context: DateContext): OpenDate[] {
  if (context.referenceDate) return []
  const placed = findDates(text, context)
  const all = findDates(text, { year: context.year, referenceDate: anyDay })
  let next = 0
  return all.flatMap((mention) => {
    while ((placed[next]?.span[1] ?? Number.POSITIVE_INFINITY) <= mention.span[0]) next++
    const overlaps = (placed[next]?.span[0] ?? Number.POSITIVE_INFINITY) < mention.span[1]
    return overlaps ? [] : [{ ...mention, start: null, end: null }]
  })
}

/** The date that a whole string is, such as the text of a deadline (2019年5月底, 2024.6), or null. */
export function parseDate(text: string, context: DateContext): DateMention | null {
  const trimmed = text.trim()
  const [mention, second] = findDates(trimmed, context)
  if (!mention || second || mention.span[0] !== 0 || mention.span[1] !== trimmed.length) return null
  const before = text.indexOf(trimmed)
  const moved = ([start, end]: Span): Span => [start + before, end + before]
  return { ...mention, span: moved(mention.span), core: moved(mention.core) }
}

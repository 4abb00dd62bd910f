/** One pass over a text that finds its dates, each in the year that the words before it and the context give. */
import { planned, rangeDash, recurring } from '../lexicon/dates.js'
import type { Span } from '../tree.js'
import { type Period, partsOf } from './calendar.js'
import { mentionOf } from './dates-context.js'
import { listed, listJoint } from './dates-list.js'
import { printedDate } from './dates-part.js'
import { pointAt } from './dates-point.js'
import { needsRange, rangeFrom, type Stretch } from './dates-range.js'
import { relativeAt } from './dates-relative.js'
import { gap, type Point, reach, type Scope, small, startsSmall, sticky } from './dates-scope.js'
import { unitsOf } from './marks.js'
import type { DateBounds, DateContext, DateMention } from './types.js'

/** What a character can begin: 1 Arabic figure, 2 Chinese figure, 3 a word, 4 a quoted plan period. */
const kinds = new Uint8Array(65536)
const mark = (characters: string, kind: number): void => {
  for (const character of characters) kinds[character.charCodeAt(0)] = kind
}
mark('今本去上前明次翌来下后当同该这大年月第最昨近过未往之向周星礼接半首元', 3)
mark('0123456789', 1)
mark('〇零○一二两三四五六七八九十廿卅百千', 2)
mark('“"「『', 4)
/** What must follow a figure, blanks aside, for a date to begin with it. */
const behindFigure = unitsOf('年月日号季世半-–—－―‐‑−─～~∼至到')
/** The same for four digits, for a plan period (十四五期间) or a Latin O (二O二四), and for a count told from the day of writing. */
const behindYear = unitsOf('./、和及与上下第一二三四五六两Qq')
/** The same where a list of dates goes on. */
const behindListed = unitsOf('、和及与')
const behindCharacters = unitsOf('期时以末初中前后”"」』、和与及Oo')
const behindCount = unitsOf('个天周星礼')
/** The second character of the words of kind 3. */
const behindWord = unitsOf(' 年半世个一二两三四五六七八九十0123456789前后後底末终初内中月周季天日旬星礼去来几今明这期拜上下近')

/** The index behind the figure that starts at `index`. */
function figureEnd(text: string, index: number, kind: number): number {
  let end = index + 1
  while (kinds[text.charCodeAt(end)] === kind) end++
  return end
}

function mayBegin(text: string, index: number, end: number, kind: number, counts: boolean, inList: boolean): boolean {
  if (kind === 3) return behindWord(text.charCodeAt(index + 1))
  if (kind === 4) return kinds[text.charCodeAt(index + 1)] === 2
  let next = end
  while (next < end + 3 && text.charCodeAt(next) === 0x20) next++
  const mark = text.charCodeAt(next)
  const length = end - index
  if (behindFigure(mark) || (counts && behindCount(mark))) return true
  if (inList && behindListed(mark)) return true
  if (kind === 2) return behindCharacters(mark)
  return length === 8 || (length === 4 && (behindYear(mark) || text.slice(end, end + 12).includes('年份')))
}

const goesOn = unitsOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.#-')
const listLabel = /(?:^|[\n。；：（ ])\d{1,2}\.$/
const printedYear = sticky(`[12]\\d{3}${gap}年`)

const recurringDay = sticky(
  `${small}${gap}(?:月份?)?(?:${gap}${small}${gap}[日号]|[底末初]|[上中下]旬|[日号])?(?:之?前|起|后)?`,
)
const recurringJoint = sticky(`${gap}(?:${rangeDash}|[、和及与或])${gap}(?:[次翌]年)?`)
const maxRecurring = 12

/** Where the months and days end that come again (每年5月至8月, 每年3月、9月), or 0. */
function recurringEnd(text: string, at: number): number {
  if (!startsSmall(text.charCodeAt(at)) || !recurring.test(text.slice(Math.max(0, at - 10), at))) return 0
  let end = reach(recurringDay, text, at)
  for (let count = 1; end > 0 && count < maxRecurring; count++) {
    const joint = reach(recurringJoint, text, end)
    const next = joint > 0 ? reach(recurringDay, text, joint) : 0
    if (next === 0) break
    end = next
  }
  return end
}

// Objects are written out where they are made in numbers: a spread costs several times as much.
const stretchFrom = (point: Point): Stretch => ({
  period: point.period,
  precision: point.precision,
  moment: point.moment,
  end: point.end,
  point,
  range: false,
})

/** A date with the range that it opens, before and behind its words. */
interface Placed {
  left: Point
  range: Stretch | null
  mention: DateMention
}

export class Scan {
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
      lastMonth: null,
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
      const again = kind < 3 ? recurringEnd(text, at) : 0
      const next =
        again || (mayBegin(text, at, end, kind, counts, this.inList(at)) && !this.insideFigure(at, kind) ? this.read(at) : 0)
      at = next > 0 ? next : end
    }
    return listed(this.found, this.source)
  }

  /** PM2.5, v2024.1, HJ773-2015: a figure that goes on from another or from a letter. In 1.2022年 the first is a list label. */
  private insideFigure(at: number, kind: number): boolean {
    if (kind !== 1) return false
    if (!goesOn(this.text.charCodeAt(at - 1))) return false
    const before = this.text.slice(Math.max(0, at - 4), at)
    return /[\w.#]$|[\w)）]-$/.test(before) && !listLabel.test(before) && reach(printedYear, this.text, at) === 0
  }

  /** Does a list of dates go on here? */
  private inList(at: number): boolean {
    return this.listed.end >= 0 && at - this.listed.end <= 8 && listJoint.test(this.text.slice(this.listed.end, at))
  }

  private read(at: number): number {
    const { text } = this
    const reference = this.context.referenceDate ?? null
    const inList = this.inList(at)
    this.scope.month = inList ? this.listed.month : reference === null ? null : partsOf(reference)[1]
    this.scope.inList = inList
    const found = this.placeAt(at, this.scope)
    // 2024年6月31日 is no date, and neither are its parts.
    const printed = startsSmall(text.charCodeAt(at)) ? reach(printedDate, text, at) : 0
    if (printed > (found?.left.end ?? 0)) return printed
    if (!found) return 0
    const { left, range, mention } = this.bounded(at, found)
    this.found.push(mention)
    this.remember(range?.point ?? left, mention, range?.period ?? left.period)
    return Math.max(mention.span[1], at + 1)
  }

  /** The date at a place, read in a scope; a half of a range without the other is none. */
  private placeAt(at: number, scope: Scope): Placed | null {
    const { text } = this
    const left = (scope.reference === null ? null : relativeAt(text, at, scope)) ?? pointAt(text, at, scope)
    const range = left && rangeFrom(text, at, left, scope)
    if (!left || (!range && needsRange(text, left))) return null
    return { left, range, mention: mentionOf(text, this.source, at, range ?? stretchFrom(left), scope.reference !== null) }
  }

  /** The date in the first year that keeps to the bounds: as read, in the year of writing, in that of the bound, one before. */
  private bounded(at: number, found: Placed): Placed {
    const { bounds } = this.context
    if (!bounds || found.left.ownYear || found.range?.point.ownYear || this.keeps(bounds, found.mention)) return found
    const last = partsOf(bounds.latest)[0]
    for (const year of [this.scope.writing ?? last, last, last - 1]) {
      const moved = this.placeAt(at, { ...this.scope, named: year })
      if (moved && this.keeps(bounds, moved.mention)) return moved
    }
    return found
  }

  private keeps({ of, earliest, latest }: DateBounds, { start, end, relation, span }: DateMention): boolean {
    if (of === 'told') return start <= latest || planned.test(this.text.slice(Math.max(0, span[0] - 24), span[0]))
    const isEnd = relation === 'by' || relation === 'at'
    return (isEnd ? end : start) <= latest && (earliest === null || !isEnd || end >= earliest)
  }

  private remember(point: Point, mention: DateMention, period: Period): void {
    const [year, month] = partsOf(point.period.end)
    if (point.names) this.scope.named = year
    this.scope.last = period
    this.scope.lastMonth = point.unit === 'day' || point.unit === 'month' ? { year, month, end: mention.span[1] } : null
    this.listed = { month: point.unit === 'day' ? month : null, end: mention.core[1] }
  }
}

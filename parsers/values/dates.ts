/**
 * Dates of Chinese official prose, found in one pass from left to right. A year that is not printed comes from the text or from
 * the context, never from a clock; a date whose year cannot be told is not given. Nothing inside 《》 is a date.
 */
import { fold } from '../fold.js'
import {
  afterWords,
  asOfWords,
  beforeWords,
  duringWords,
  fromWords,
  notLaterWords,
  rangeDash,
  sinceWords,
  untilBehind,
  untilWords,
} from '../lexicon/dates.js'
import type { Span } from '../tree.js'
import { addDays, monthsOf, type Period, partsOf, yearOf } from './calendar.js'
import { pointAt } from './dates-point.js'
import { relativeAt } from './dates-relative.js'
import { gap, type Point, reach, type Scope, sticky } from './dates-scope.js'
import { titleSpans } from './titles.js'
import type { DateContext, DateMention } from './types.js'

type Relation = DateMention['relation']

// ---------------------------------------------------------------- ranges

interface Stretch extends Omit<Point, 'ownYear' | 'unit'> {
  point: Point
  range: boolean
}

const rangeJoint = sticky(`${gap}(?:起|开始)?${gap}${rangeDash}${gap}`)
const andJoint = sticky(`${gap}[和与及跟]${gap}`)
const between = sticky(`${gap}之间`)
const afterJoint = sticky(`${gap}之?[后後]${gap}`)
const before = sticky(gap + beforeWords)
const dashBehind = sticky(gap + rangeDash)

/** The other end of a range that begins with `left`, which it inherits year and month from. */
function rangeFrom(text: string, start: number, left: Point, scope: Scope): Stretch | null {
  const joint = reach(rangeJoint, text, left.end)
  if (joint > 0) return join(text, start, left, joint, scope)
  const and = reach(andJoint, text, left.end)
  const pair = and > 0 ? join(text, start, left, and, scope) : null
  const close = pair ? reach(between, text, pair.end) : 0
  if (pair && close > 0) return { ...pair, end: close }
  const after = reach(afterJoint, text, left.end)
  const bounded = after > 0 ? join(text, start, left, after, scope) : null
  const limit = bounded ? reach(before, text, bounded.end) : 0
  return bounded && limit > 0 ? { ...bounded, end: limit } : null
}

function join(text: string, start: number, left: Point, rightStart: number, scope: Scope): Stretch | null {
  const [leftYear, leftMonth] = partsOf(left.period.start)
  const inherited: Scope = {
    ...scope,
    named: leftYear,
    month: left.unit === 'day' ? leftMonth : null,
    rangeEnd: true,
    bareYear: !/[年度份]/.test(text.charAt(left.end - 1)),
  }
  let first: Point | null = left
  let right = pointAt(text, rightStart, inherited)
  if (!right) return null
  const rightYear = partsOf(right.period.end)[0]
  if (!left.ownYear && right.ownYear) {
    first = pointAt(text, start, { ...scope, named: rightYear })
    if (first && first.period.start > right.period.end) first = pointAt(text, start, { ...scope, named: rightYear - 1 })
  } else if (right.period.end < left.period.start && !right.ownYear) {
    right = pointAt(text, rightStart, { ...inherited, named: leftYear + 1 })
  }
  if (!first || !right || first.period.start > right.period.end) return null
  const period: Period = { start: first.period.start, end: right.period.end }
  return { period, precision: right.precision, moment: false, end: right.end, point: right, range: true }
}

/** The month of 10-12月 and the year of 2019-2021年 are none without the other end. */
const needsRange = (text: string, left: Point): boolean =>
  (left.unit === 'month' || left.unit === 'year') &&
  /[\d一二三四五六七八九十]/.test(text.charAt(left.end - 1)) &&
  !/[-./]\d{1,2}$/.test(text.slice(left.end - 4, left.end)) &&
  reach(dashBehind, text, left.end) > 0

// ---------------------------------------------------------------- what stands around a date

type Prefix = { kind: 'asOf' | 'asOfUntil' | 'from' | 'until'; start: number }

const clauseStart = /[，。；：、！？（）“”"\n《》·]$/

/** 截至, 自, 到 and the like before a date, and where they start. */
function prefixBefore(text: string, index: number): Prefix | null {
  let end = index
  while (end > index - 3 && text.charAt(end - 1) === ' ') end--
  const near = text.slice(Math.max(0, end - 6), end)
  const found = (words: readonly string[]): string | undefined => words.find((word) => near.endsWith(word))
  const asOf = found(asOfWords)
  // 截止到 a whole year or month is up to its end; 截至 and 截止 tell the state of that time.
  if (asOf) return { kind: asOf.length > 2 ? 'asOfUntil' : 'asOf', start: end - asOf.length }
  const late = found(notLaterWords)
  if (late) return { kind: 'until', start: end - late.length }
  const from = found(fromWords)
  if (from && !/[来各独服]$/.test(near.slice(0, -from.length))) return { kind: 'from', start: end - from.length }
  const until = found(untilWords)
  const ahead = until ? near.slice(0, -until.length).trimEnd() : ''
  if (until && (ahead === '' || clauseStart.test(ahead) || untilBehind.some((word) => ahead.endsWith(word))))
    return { kind: 'until', start: end - until.length }
  return null
}

const suffixes: readonly [kind: 'by' | 'since' | 'after' | 'during', pattern: RegExp][] = [
  ['by', before],
  ['since', sticky(gap + sinceWords)],
  ['during', sticky(gap + duringWords)],
  ['after', sticky(gap + afterWords)],
]
const stop = sticky(`${gap}止`)

function suffixAfter(text: string, index: number): { kind: 'by' | 'since' | 'after' | 'during'; end: number } | null {
  for (const [kind, pattern] of suffixes) {
    const end = reach(pattern, text, index)
    if (end > 0) return { kind, end }
  }
  return null
}

/** 之后 and 以后 begin when the words' own time is over: the next day, month or year. */
function following(period: Period, precision: DateMention['precision']): Period {
  const start = addDays(period.end, 1)
  const [year, month] = partsOf(start)
  if (precision === 'year') return yearOf(year)
  return precision === 'month' ? monthsOf(year, month) : { start, end: start }
}

function mentionOf(text: string, source: string, start: number, found: Stretch): DateMention {
  const prefix = prefixBefore(text, start)
  const suffix = suffixAfter(text, found.end)
  const from = prefix && (prefix.kind !== 'from' || found.range || suffix?.kind !== 'by') ? prefix : null
  let end = suffix?.end ?? found.end
  if (!suffix && (found.range || from?.kind.startsWith('asOf'))) end = reach(stop, text, end) || end
  const span: Span = [from?.start ?? start, end]
  const period =
    suffix?.kind === 'after' && !from?.kind.startsWith('asOf') ? following(found.period, found.precision) : found.period
  return {
    ...period,
    precision: found.precision,
    relation: relationOf(from, suffix?.kind ?? null, found),
    text: source.slice(...span),
    span,
    core: [start, found.end],
  }
}

function relationOf(prefix: Prefix | null, suffix: 'by' | 'since' | 'after' | 'during' | null, found: Stretch): Relation {
  if (prefix?.kind === 'asOf') return 'at'
  if (prefix?.kind === 'asOfUntil') return found.moment ? 'at' : 'by'
  switch (suffix) {
    case 'by':
      return 'by'
    case 'since':
    case 'after':
      return 'since'
    case 'during':
      return 'during'
    case null:
      if (prefix?.kind === 'until' && !found.range) return 'by'
      if (prefix?.kind === 'from' && !found.range) return 'since'
      return found.moment ? 'at' : 'during'
  }
}

// ---------------------------------------------------------------- one pass

/** What a character can begin: 1 Arabic figure, 2 Chinese figure, 3 a word, 4 a quoted plan period. */
const kinds = new Uint8Array(65536)
const mark = (characters: string, kind: number): void => {
  for (const character of characters) kinds[character.charCodeAt(0)] = kind
}
mark('今本去上前明次翌来下后当同该这大年月第最昨近过未往之向', 3)
mark('0123456789', 1)
mark('〇零○一二两三四五六七八九十廿卅百千', 2)
mark('“"「『', 4)
/** What must follow a figure, blanks aside, for a date to begin with it. */
const behindFigure = new Set('年月日号季世个半天周星期时以末初中前后”"」』.-/–—－―‐‑−─～~∼至到、和及与' + '看是')
/** The second character of the words of kind 3. */
const behindWord = new Set(' 年半世个一二两三四五六七八九十0123456789前后後底末终初内中月周季天日旬星礼去来几今明这')

/** The index behind the figure that starts at `index`. */
function figureEnd(text: string, index: number, kind: number): number {
  let end = index + 1
  while (kinds[text.charCodeAt(end)] === kind) end++
  return end
}

function mayBegin(text: string, index: number, end: number, kind: number): boolean {
  if (kind === 3) return behindWord.has(text.charAt(index + 1))
  if (kind === 4) return kinds[text.charCodeAt(index + 1)] === 2
  let next = end
  while (next < end + 3 && text.charAt(next) === ' ') next++
  return behindFigure.has(text.charAt(next)) || (kind === 1 && end - index === 8) || (next === text.length && end - index <= 4)
}

const listJoint = /^ {0,3}(?:[、，,和及与或]|以及) {0,3}$/

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
      const next = mayBegin(text, at, end, kind) && !this.insideFigure(at, kind) ? this.read(at) : 0
      at = next > 0 ? next : end
    }
    return this.found
  }

  /** PM2.5, v2024.1, HJ773-2015: a figure that goes on from another or from a letter. */
  private insideFigure(at: number, kind: number): boolean {
    return kind === 1 && /[\w.〔【[#]$|[\w)）]-$/.test(this.text.slice(Math.max(0, at - 2), at))
  }

  private read(at: number): number {
    const { text, context } = this
    const inList = this.listed.end >= 0 && at - this.listed.end <= 8 && listJoint.test(text.slice(this.listed.end, at))
    const reference = context.referenceDate ?? null
    const month = inList ? this.listed.month : reference === null ? null : partsOf(reference)[1]
    const scope: Scope = { ...this.scope, month }
    const left = relativeAt(text, at, scope) ?? pointAt(text, at, scope)
    if (!left) return 0
    const range = rangeFrom(text, at, left, scope)
    if (!range && needsRange(text, left)) return 0
    const mention = mentionOf(text, this.source, at, range ?? { ...left, point: left, range: false })
    this.found.push(mention)
    this.remember(range?.point ?? left, mention, range?.period ?? left.period)
    return Math.max(mention.span[1], at + 1)
  }

  private remember(point: Point, mention: DateMention, period: Period): void {
    const [year, month] = partsOf(point.period.end)
    this.scope = { ...this.scope, named: point.ownYear ? year : (this.scope.named ?? null), last: period }
    this.listed = { month: point.unit === 'day' ? month : null, end: mention.core[1] }
  }
}

/** All dates of a text from left to right. Linear in its length. */
export function findDates(text: string, context: DateContext): DateMention[] {
  const folded = fold(text)
  return new Scan(folded, text, context).run(titleSpans(folded))
}

/** The date that a whole string is, such as the text of a deadline (2019年5月底, 2024.6), or null. */
export function parseDate(text: string, context: DateContext): DateMention | null {
  const [mention, ...rest] = findDates(text, context)
  if (!mention || rest.length > 0) return null
  const [start, end] = mention.span
  return text.slice(0, start).trim() === '' && text.slice(end).trim() === '' ? mention : null
}

/** What the readers of dates share: the context that words are read in, the point they give, and the smallest patterns. */
import type { Period } from './calendar.js'
import { unitsOf } from './marks.js'
import { parseNumeral } from './numerals.js'
import type { Precision } from './types.js'

/** What words without a year or a month take theirs from. */
export interface Scope {
  /** The year in which the text is written, or null. */
  writing: number | null
  /** The year that was named last, or null. */
  named: number | null
  /** The month that a bare day belongs to: only inside a range or a list, or with a reference date. */
  month: number | null
  /** The last date, which 同期 repeats in another year. */
  last: Period | null
  /** The month of the last date, which 当月 repeats, and where that date ends; null where it names no month. */
  lastMonth: { year: number; month: number; end: number } | null
  /** The day of writing, where known. */
  reference: string | null
  /** The words stand behind the dash of a range, where a shorter form will do; `bareYear`: the other end is a year without 年, `dotted`: a day such as 2023.6.1. */
  rangeEnd?: boolean
  bareYear?: boolean
  dotted?: boolean
  /** They go on from a date right before: the 2 of 1、2、3月 is a month. */
  inList?: boolean
}

export interface Point {
  period: Period
  precision: Precision
  /** A day or an end (年底): a moment. Everything else is a stretch. */
  moment: boolean
  /** The year is printed or told by a word (去年), not taken from the context. */
  ownYear: boolean
  /** Words after it take their year from it: it is printed or told from the year of writing, not from a year named before (上年). */
  names: boolean
  /** Smallest part that is printed; the other end of a range inherits what is larger. */
  unit: 'day' | 'month' | 'other' | 'year'
  end: number
}

/** Blanks between a figure and its unit are layout. */
export const gap = ' {0,3}'
/** A number up to 31, in figures or characters. */
export const small = '(?:\\d{1,2}(?!\\d)|(?:[二三]?十|廿|卅)[一二三四五六七八九]?|[〇零]?[一二三四五六七八九])'
export const sticky = (source: string): RegExp => new RegExp(source, 'y')

export function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index
  return pattern.exec(text)
}

/** How far a sticky pattern reaches from `index`, or 0. */
export function reach(pattern: RegExp, text: string, index: number): number {
  pattern.lastIndex = index
  return pattern.test(text) ? pattern.lastIndex : 0
}

/** Up to 31; 一 to 三十一, 廿三, 06. */
export function smallNumber(printed: string): number {
  const ascii = Number(printed)
  return Number.isNaN(ascii) ? (parseNumeral(printed) ?? 0) : ascii
}

/** Can a small number begin with this UTF-16 unit? */
export const startsSmall = unitsOf('0123456789〇零一二三四五六七八九十廿卅')

/** The UTF-16 unit at `index` behind the blanks that a layout may have there; NaN at the end. */
export function codeBehindBlanks(text: string, index: number): number {
  let at = index
  while (text.charCodeAt(at) === 0x20) at++
  return text.charCodeAt(at)
}

/** One date: the words for a day, month, quarter, half, year, decade or plan period, placed in the calendar. */
import { monthWords, notBeforeBareMonth, notBeforeBarePart, repeats } from '../lexicon/dates.js'
import { isDay, isLeapYear, lastDayOf, monthsOf, normalMonth, partsOf, yearOf } from './calendar.js'
import { decadeAt, planAt } from './dates-epoch.js'
import { bareYearAt, figuresAt, monthDayAt } from './dates-figures.js'
import { bareDay, dayPart, insideMonth, monthAt, type Part, partAt } from './dates-part.js'
import { epoch, inherited, placed } from './dates-placed.js'
import {
  codeBehindBlanks,
  gap,
  matchAt,
  type Point,
  reach,
  type Scope,
  smallNumber,
  startsSmall,
  sticky,
} from './dates-scope.js'
import { type Year, yearAt } from './dates-year.js'
import { unitsOf } from './marks.js'

const startsMonthWord = unitsOf('当同该次翌')
const maxToldBack = 120

/** 当月底, 次月10日前: a month told from the one that was named last, unless the words between say that it comes again. */
function toldMonthAt(text: string, index: number, { lastMonth, reference }: Scope): Point | null {
  const offset = startsMonthWord(text.charCodeAt(index)) ? monthWords[text.slice(index, index + 2)] : undefined
  if (offset === undefined || lastMonth === null || reference !== null || index - lastMonth.end > maxToldBack) return null
  if (repeats.test(text.slice(lastMonth.end, index))) return null
  const [year, month] = normalMonth(lastMonth.year, lastMonth.month + offset)
  const part = insideMonth(text, index + 2, year, month)
  return part && epoch(part)
}

const samePeriod = sticky(`${gap}同期`)
const sameMonth = sticky('(?:本|同|这个)月')
const joint = sticky(`的?${gap}`)

const sameMark = '同'.charCodeAt(0)
const ofMark = '的'.charCodeAt(0)

/** 2023、2024、2025年底: the end is that of each year. */
const listedEnd = sticky('(?:[、和及与][12]\\d{3}){1,8} ?年年?[底末](?![部泥线端])')
const isDigit = /\d/

function insideYear(text: string, { year, names, end }: Year, scope: Scope): Point {
  if (isDigit.test(text.charAt(end - 1)) && reach(listedEnd, text, end) > 0)
    return placed({ period: lastDayOf(yearOf(year)), precision: 'year', moment: true, unit: 'year', end }, true, names)
  const same = codeBehindBlanks(text, end) === sameMark ? reach(samePeriod, text, end) : 0
  if (same > 0) return placed(sameTime(year, scope, same), true, names)
  const monthWord = scope.reference === null ? null : matchAt(sameMonth, text, end)
  const thisMonth = monthWord && scope.month !== null ? insideMonth(text, end + monthWord[0].length, year, scope.month) : null
  const follows = text.charCodeAt(end)
  const next = follows === ofMark || follows === 0x20 ? reach(joint, text, end) : end
  const part =
    thisMonth ?? monthAt(text, next, year, true) ?? partAt(text, end, year) ?? (next > end ? partAt(text, next, year) : null)
  return placed(part ?? wholeYear(year, end), true, names)
}

const wholeYear = (year: number, end: number): Part => ({
  period: yearOf(year),
  precision: 'year',
  moment: false,
  unit: 'year',
  end,
})

/** 去年同期: the last date moved into that year; the whole year where there is none that fits. */
function sameTime(year: number, { last }: Scope, end: number): Part {
  if (!last) return wholeYear(year, end)
  const [startYear, startMonth] = partsOf(last.start)
  const [endYear, endMonth, endDay] = partsOf(last.end)
  if (endYear !== startYear) return wholeYear(year, end)
  if (last.start === last.end && isDay(year, endMonth, endDay))
    return { ...dayPart(year, endMonth, endDay, end), moment: false }
  return { period: monthsOf(year, startMonth, endMonth), precision: 'month', moment: false, unit: 'other', end }
}

const startsBarePart = unitsOf('年上下前首第一二三四1234')
const barePart =
  /^(?:年[底末终初内中]|[上下]半年|前[二两三23]个?季度|首季|前(?:[二两三四五六七八九十]|\d{1,2})月(?![份底])|第?[一二三四1-4](?:季|[-–—～~至到、和]第?[二三四2-4]季))/

/** Without a year: the one in context. */
function bareAt(text: string, index: number, scope: Scope): Point | null {
  const year = scope.named ?? scope.writing
  const code = text.charCodeAt(index)
  if (year === null || !(startsSmall(code) || startsBarePart(code))) return null
  const before = text.slice(Math.max(0, index - 4), index)
  if (startsSmall(code) && !notBeforeBareMonth.test(before)) {
    const part =
      monthAt(text, index, year, scope.inList === true) ??
      leapDayAt(text, index, year, scope) ??
      bareDayAt(text, index, year, scope)
    if (part) return inherited(part)
  }
  const part =
    startsBarePart(code) && barePart.test(text.slice(index, index + 6)) && !notBeforeBarePart.test(before)
      ? partAt(text, index, year)
      : null
  return part && inherited(part)
}

/** 29日: of the month before it in a range or a list, or of the month of writing (or the next one that has such a day). */
function bareDayAt(text: string, index: number, year: number, scope: Scope): Part | null {
  const match = scope.month === null || text.charAt(index - 1) === '月' ? null : matchAt(bareDay, text, index)
  if (!match || scope.month === null) return null
  const date = smallNumber(match[1] ?? '')
  for (let later = 0; later <= (scope.reference === null ? 0 : 1); later++) {
    const [inYearNumber, month] = normalMonth(year, scope.month + later)
    if (isDay(inYearNumber, month, date)) return dayPart(inYearNumber, month, date, index + match[0].length)
  }
  return null
}

/** With a day of writing, 2月29日 is that of the last leap year; in a report whose year has none it is a misprint. */
function leapDayAt(text: string, index: number, year: number, scope: Scope): Part | null {
  if (scope.reference === null || isLeapYear(year)) return null
  let leap = year - 1
  while (!isLeapYear(leap)) leap--
  const part = monthAt(text, index, leap, false)
  return part?.period.start.endsWith('-02-29') ? part : null
}

const isArabic = (code: number): boolean => code >= 0x30 && code <= 0x39
const startsPlan = unitsOf('“"「『一二三四五六七八九十')
const startsDecade = unitsOf(' 上本的0123456789一二三四五六七八九十')

/**
 * The longest date that starts at `index` of folded text, or null. Every pattern is bounded, so the work at one place is too;
 * the first character says which of them can fit.
 */
export function pointAt(text: string, index: number, scope: Scope): Point | null {
  const code = text.charCodeAt(index)
  const arabic = isArabic(code)
  const figures = arabic ? (figuresAt(text, index, scope) ?? monthDayAt(text, index, scope)) : null
  if (figures) return figures
  const told = toldMonthAt(text, index, scope)
  if (told) return told
  const year = yearAt(text, index, scope)
  if (year) return insideYear(text, year, scope)
  return (
    (arabic ? bareYearAt(text, index, scope) : null) ??
    (startsPlan(code) ? planAt(text, index) : null) ??
    (startsDecade(code) ? decadeAt(text, index, scope) : null) ??
    bareAt(text, index, scope)
  )
}

/** One date: the words for a day, month, quarter, half, year, decade or plan period, placed in the calendar. */
import {
  monthCueBefore,
  monthCueBehind,
  monthWords,
  notBeforeBareMonth,
  notBeforeBarePart,
  planStarts,
  rangeDash,
  repeats,
} from '../lexicon/dates.js'
import { isDay, isLeapYear, lastDayOf, monthsOf, normalMonth, partsOf, yearOf } from './calendar.js'
import { bareDay, dayPart, insideMonth, inYear, monthAt, type Part, partAt } from './dates-part.js'
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
import { plausible, type Year, yearAt } from './dates-year.js'
import { unitsOf } from './marks.js'
import { parseNumeral } from './numerals.js'

/** Written out, because a spread costs several times as much. */
const placed = ({ period, precision, moment, unit, end }: Part, ownYear: boolean, names: boolean): Point => ({
  period,
  precision,
  moment,
  unit,
  end,
  ownYear,
  names,
})
const own = (part: Part): Point => placed(part, true, true)
/** A stretch of several years is no year that a later 10月底 could be of. */
const epoch = (part: Part): Point => placed(part, true, false)
const inherited = (part: Part): Point => placed(part, false, false)

const day = sticky('([12]\\d{3})([-/.])(\\d{1,2})\\2(\\d{1,2})日?(?!\\d|\\2\\d{1,2}(?!\\d)|[A-SU-Za-z%])')
const compactDay = sticky('((?:19|20)\\d\\d)(\\d\\d)(\\d\\d)(?![-.\\w])')
const yearMonth = '([12]\\d{3})[-/.](\\d{1,2})'
const wholeYearMonth = sticky(`${yearMonth}$`)
const rangedYearMonth = sticky(`${yearMonth}(?=${gap}${rangeDash}${gap}(?:[12]\\d{3}[-/.]\\d{1,2}(?![\\d.])|\\d{1,2}${gap}月))`)
const rangeEnd = sticky(`${yearMonth}(?![\\d%]|[-/.]\\d)`)
const cuedYearMonth = sticky(`${yearMonth}${monthCueBehind}`)
const looseYearMonth = sticky(`${yearMonth}(?= ?(?:[，。；、）\\n]|$))`)
const monthDay = sticky('(\\d{1,2})[./](\\d{1,2})(?![\\d.%])')

/** What must follow the year in such figures. */
const behindFigures = unitsOf('-/.0123456789')

/** 2024-06-30, 2024.6.30, 2024/6/30, 20240630, and where a range or the whole string shows it 2024.6. */
function figuresAt(text: string, index: number, scope: Scope): Point | null {
  if (!behindFigures(text.charCodeAt(index + 4))) return null
  const match = matchAt(day, text, index) ?? matchAt(compactDay, text, index)
  if (match) {
    const compact = match.length === 4
    const [year, month, date] = [match[1], match[compact ? 2 : 3], match[compact ? 3 : 4]].map(Number)
    if (!year || !month || !date || !inYear(month) || !isDay(year, month, date)) return null
    return own(dayPart(year, month, date, index + match[0].length))
  }
  const short =
    matchAt(rangedYearMonth, text, index) ??
    (scope.rangeEnd ? matchAt(rangeEnd, text, index) : null) ??
    matchAt(cuedYearMonth, text, index) ??
    (monthCueBefore.test(text.slice(Math.max(0, index - 6), index)) ? matchAt(looseYearMonth, text, index) : null) ??
    (index === 0 ? matchAt(wholeYearMonth, text, index) : null)
  const [year, month] = [Number(short?.[1]), Number(short?.[2])]
  if (!short || !plausible(year) || !inYear(month)) return null
  const part = insideMonth(text, index + short[0].length, year, month)
  return part && own(part)
}

const bareYears = sticky(
  `([12]\\d{3})(?!\\d)(?:(?=${gap}${rangeDash}${gap}[12]\\d{3}(?![\\d.年月日/-]))|(?=${gap}[^，。；、\\d]{0,8}年份))`,
)
const bareYearEnd = sticky('([12]\\d{3})(?![\\d.年月日/-])')

/** Years without 年: 从2016-2018, and a figure that its own clause calls a 年份. */
function bareYearAt(text: string, index: number, scope: Scope): Point | null {
  const match = scope.rangeEnd ? matchAt(bareYearEnd, text, index) : matchAt(bareYears, text, index)
  if (!match) return null
  if (
    scope.rangeEnd
      ? !scope.bareYear
      : !/[自从從]$/.test(text.slice(0, index)) && !text.slice(index, index + 20).includes('年份')
  )
    return null
  return own({ period: yearOf(Number(match[1])), precision: 'year', moment: false, unit: 'year', end: index + match[0].length })
}

const decade = sticky(
  `(?:([上本])(?:个)?世纪|(\\d{2}|[一二]?十[一二三四五六七八九]?)世纪)?${gap}的?([1-9]0|[一二三四五六七八九]十)年代(?:[初末中]期?|前期|后期)?`,
)

const decadeOfYear = sticky('([12]\\d{2}0)年代(?![表理码])(?:[初末中]期?|前期|后期)?')

/** 上世纪80年代, 十九世纪七十年代; 九十年代 alone is of the twentieth century. */
function decadeAt(text: string, index: number, scope: Scope): Point | null {
  const printedYear = matchAt(decadeOfYear, text, index)
  if (printedYear) return decadeFrom(Number(printedYear[1]), index + printedYear[0].length)
  const match = matchAt(decade, text, index)
  if (!match) return null
  const [, relative, century, printed] = match
  const tens = parseNumeral(printed ?? '') ?? 0
  const now = Math.floor((scope.writing ?? scope.named ?? 2000) / 100) * 100
  const alone = tens >= 30 ? 1900 : 2000
  const first =
    (century ? ((parseNumeral(century) ?? 0) - 1) * 100 : relative ? now - (relative === '上' ? 100 : 0) : alone) + tens
  return decadeFrom(first, index + match[0].length)
}

const decadeFrom = (first: number, end: number): Point =>
  epoch({
    period: { start: yearOf(first).start, end: yearOf(first + 9).end },
    precision: 'year',
    moment: false,
    unit: 'other',
    end,
  })

const planName = '[“"「『]?((?:十[一二三四五六]?|[一二三四五六七八九])五)[”"」』]?'
const planTime = '期间|时期|以来|期末|末|初期|中期|前期|后期'
const plan = sticky(`${planName}(?:(时期)|(期?末)|(?=${planTime}|(?:${rangeDash}|[和与及、])${planName}(?:${planTime})))`)

/** “十四五”期间, “十三五”以来, “十四五”末. Without such a word it is a name. */
function planAt(text: string, index: number): Point | null {
  const match = matchAt(plan, text, index)
  const first = planStarts[match?.[1] ?? '']
  if (!match || first === undefined) return null
  const period = { start: yearOf(first).start, end: yearOf(first + 4).end }
  const moment = match[3] !== undefined
  return epoch({
    period: moment ? lastDayOf(period) : period,
    precision: 'year',
    moment,
    unit: 'other',
    end: index + match[0].length,
  })
}

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

/** The 6.30 of 2023.6.1-6.30. */
function monthDayAt(text: string, index: number, { rangeEnd: isEnd, dotted, named }: Scope): Point | null {
  const match = isEnd && dotted && named !== null ? matchAt(monthDay, text, index) : null
  const [month, date] = [Number(match?.[1]), Number(match?.[2])]
  if (!match || named === null || !inYear(month) || !isDay(named, month, date)) return null
  return own(dayPart(named, month, date, index + match[0].length))
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

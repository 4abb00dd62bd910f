/** One date: the words for a day, month, quarter, half, year, decade or plan period, placed in the calendar. */
import {
  beginningWords,
  endWords,
  insideWords,
  middleWords,
  notAYear,
  notBeforeBareMonth,
  planStarts,
  rangeDash,
  yearWords,
} from '../lexicon/dates.js'
import { dayOf, isDay, lastDayOf, monthsOf, normalMonth, type Period, partsOf, yearOf } from './calendar.js'
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
}

export interface Point {
  period: Period
  precision: Precision
  /** A day or an end (年底): a moment. Everything else is a stretch. */
  moment: boolean
  /** The year is printed or told by a word (去年), not taken from the context. */
  ownYear: boolean
  /** Smallest part that is printed; the other end of a range inherits what is larger. */
  unit: 'day' | 'month' | 'other' | 'year'
  end: number
}

const gap = ' {0,3}'
const small = '(?:\\d{1,2}(?!\\d)|(?:[二三]?十|廿|卅)[一二三四五六七八九]?|[〇零]?[一二三四五六七八九])'
const sticky = (source: string): RegExp => new RegExp(source, 'y')

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index
  return pattern.exec(text)
}

/** Up to 31; 一 to 三十一, 廿三, 06. */
function smallNumber(printed: string): number {
  const ascii = Number(printed)
  return Number.isNaN(ascii) ? (parseNumeral(printed) ?? 0) : ascii
}

// ---------------------------------------------------------------- years

interface Year {
  year: number
  own: boolean
  end: number
}

const fourDigits = sticky(
  `([12]\\d{3})${gap}(?:年(?:份|度(?![一-十]?[季]))?${notAYear}|(?=${gap}${rangeDash}${gap}[12]\\d{3}${gap}年)|(?=[、和及与][12]\\d{3}${gap}(?:、|年)))`,
)
const chineseYear = sticky(
  `([一二][〇零○一二三四五六七八九]{3}|[二两][千][零〇]?[一二三四五六七八九十]{0,3})${gap}年(?:份|度)?${notAYear}`,
)
const behindShortYear = `(?=度?[底末初]|${gap}${small}${gap}月|${gap}第?[一二三四1-4]季度?|第${small}个月|[上下]半年)`
const twoDigits = sticky(`(\\d{2})年${behindShortYear}|(0\\d)年`)
const twoChinese = sticky(
  `([零〇][一二三四五六七八九]|[五六七八九][〇零一二三四五六七八九])年(?![前以多来])|([一二][零〇一二三四五六七八九])年${behindShortYear}`,
)
const threeDigits = sticky(`([1-9]\\d{2}|[一二三四五六七八九][〇零一二三四五六七八九]{2})年(${gap}${small}${gap}月)?`)

/** 1600 to 2199 is taken as it stands; other years must have a month behind them or 在 before them. */
const plausible = (year: number): boolean => year >= 1600 && year < 2200
const yearMark = /(?:在|于|公元|自|从)$/

function yearAt(text: string, index: number, scope: Scope): Year | null {
  const code = text.charCodeAt(index)
  if (code >= 48 && code <= 57) return arabicYear(text, index)
  return chineseYearAt(text, index) ?? wordYear(text, index, scope)
}

function arabicYear(text: string, index: number): Year | null {
  const four = matchAt(fourDigits, text, index)
  if (four) {
    const year = Number(four[1])
    return plausible(year) || namedBefore(text, index) || hasMonth(text, index + four[0].length)
      ? { year, own: true, end: index + four[0].length }
      : null
  }
  const two = matchAt(twoDigits, text, index)
  if (two) return { year: century(Number(two[1] ?? two[2])), own: true, end: index + two[0].length }
  return ancientYear(text, index)
}

const century = (twoDigitYear: number): number => twoDigitYear + (twoDigitYear < 50 ? 2000 : 1900)
const namedBefore = (text: string, index: number): boolean => yearMark.test(text.slice(Math.max(0, index - 2), index))
const monthBehind = sticky(`${gap}${small}${gap}月`)
const hasMonth = (text: string, index: number): boolean => matchAt(monthBehind, text, index) !== null

/** 在789年, 三六七年一月. */
function ancientYear(text: string, index: number): Year | null {
  const three = matchAt(threeDigits, text, index)
  if (!three || (three[2] === undefined && !namedBefore(text, index))) return null
  const year = parseNumeral(three[1] ?? '')
  return year === null ? null : { year, own: true, end: index + 4 }
}

function chineseYearAt(text: string, index: number): Year | null {
  const full = matchAt(chineseYear, text, index)
  if (full) {
    const year = parseNumeral(full[1] ?? '')
    return year !== null && plausible(year) ? { year, own: true, end: index + full[0].length } : null
  }
  const two = matchAt(twoChinese, text, index)
  const pair = two?.[1] ?? two?.[2] ?? ''
  const year = parseNumeral(`一${pair}`)
  if (two && year !== null && !isStep(pair)) return { year: century(year % 100), own: true, end: index + two[0].length }
  return ancientYear(text, index)
}

/** 七八年 is seven or eight years. */
const isStep = (pair: string): boolean =>
  (parseNumeral(pair.charAt(1)) ?? 0) - (parseNumeral(pair.charAt(0)) ?? 0) === 1 && !/^[零〇]/.test(pair)

const yearWordLengths = [3, 2, 4]
const yearTail = sticky('(?:份|度(?![一二三四1-4]季)|之内)?')

function wordYear(text: string, index: number, scope: Scope): Year | null {
  for (const length of yearWordLengths) {
    const word = yearWords[text.slice(index, index + length)]
    if (!word) continue
    if (index > 0 && word.notBehind?.includes(text.charAt(index - 1))) return null
    const base = word.from === 'writing' ? (scope.writing ?? scope.named) : (scope.named ?? scope.writing)
    if (base === null) return null
    const tail = matchAt(yearTail, text, index + length)?.[0].length ?? 0
    return { year: base + word.offset, own: true, end: index + length + tail }
  }
  return null
}

// ---------------------------------------------------------------- parts of a year

interface Part {
  period: Period
  precision: Precision
  moment: boolean
  unit: Point['unit']
  end: number
}

const quarterNumbers: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, '1': 1, '2': 2, '3': 3, '4': 4 }
const numberOfQuarter = (printed: string | undefined): number => quarterNumbers[printed ?? ''] ?? 0

interface PartRule {
  pattern: RegExp
  /** Null where the words make no date (第五季度). */
  make: (match: RegExpExecArray, year: number) => Omit<Part, 'end'> | null
}

const stretch = (period: Period, precision: Precision): Omit<Part, 'end'> => ({
  period,
  precision,
  moment: false,
  unit: 'other',
})
const lastDay = (period: Period, precision: Precision): Omit<Part, 'end'> => ({
  period: lastDayOf(period),
  precision,
  moment: true,
  unit: 'other',
})
const inYear = (count: number): boolean => count >= 1 && count <= 12

const partRules: readonly PartRule[] = [
  {
    pattern: sticky(
      `第?${gap}([一二三四1-4])季度?(?:(初)|(${endWords}))?(?!一[次调通考])|(?:第?([一二三1-3])${gap}(?:${rangeDash}|[、和])${gap}第?([二三四2-4])季度)`,
    ),
    make: (match, year) => {
      if (match[4] !== undefined) {
        const first = numberOfQuarter(match[4])
        const last = numberOfQuarter(match[5])
        return first < last ? stretch(monthsOf(year, first * 3 - 2, last * 3), 'quarter') : null
      }
      const last = numberOfQuarter(match[1]) * 3
      if (match[2]) return stretch(monthsOf(year, last - 2), 'month')
      return match[3] ? lastDay(monthsOf(year, last), 'quarter') : stretch(monthsOf(year, last - 2, last), 'quarter')
    },
  },
  {
    pattern: sticky('前([二两三23])个?季度'),
    make: (match, year) => stretch(monthsOf(year, 1, numberOfQuarter(match[1]) * 3), 'quarter'),
  },
  {
    pattern: sticky('([上下前后後])个?半年度?'),
    make: (match, year) => stretch('上前'.includes(match[1] ?? '') ? monthsOf(year, 1, 6) : monthsOf(year, 7, 12), 'half'),
  },
  {
    pattern: sticky(`的?${gap}(?:(前|头)|(最[后後]|后)|第)${gap}(${small})${gap}个${gap}月`),
    make: (match, year) => {
      const count = smallNumber(match[3] ?? '')
      if (!inYear(count)) return null
      if (match[1]) return stretch(monthsOf(year, 1, count), 'month')
      return stretch(match[2] ? monthsOf(year, 13 - count, 12) : monthsOf(year, count), 'month')
    },
  },
  { pattern: sticky(`年?${endWords}`), make: (_, year) => lastDay(yearOf(year), 'year') },
  { pattern: sticky('伊始'), make: (_, year) => stretch(monthsOf(year, 1), 'month') },
  { pattern: sticky(`年?${beginningWords}`), make: (_, year) => stretch(monthsOf(year, 1, 2), 'month') },
  { pattern: sticky(`年?${middleWords}`), make: (_, year) => stretch(monthsOf(year, 6, 7), 'month') },
  { pattern: sticky(`年?${insideWords}`), make: (_, year) => stretch(yearOf(year), 'year') },
]

function partAt(text: string, index: number, year: number): Part | null {
  for (const { pattern, make } of partRules) {
    const match = matchAt(pattern, text, index)
    const part = match && make(match, year)
    if (part) return { ...part, end: index + match[0].length }
  }
  return null
}

// ---------------------------------------------------------------- months and days

const month = sticky(`(${small})${gap}(?:月(?:份)?|(?=${rangeDash}${gap}${small}${gap}月(?!${gap}${small}${gap}[日号])))`)
const listedMonth = sticky(`(${small})(?=[、和及与]${small}${gap}月)`)
/** Behind a month a day without 日 is one where nothing can be counted with it: 12月31前, 10月22出生. */
const bareDayEnd = `(?=${gap}(?:前(?!后)|之前|以前|底|止|起|以来|出生|[，。；）,;]|${rangeDash}|$))`
const day = sticky(
  `${gap}(${small})${gap}(?:[日号](?![常趋益线楼院井矿])|(?=${rangeDash}${gap}${small}${gap}[日号])|${bareDayEnd})`,
)
const bareDay = sticky(`(${small})${gap}(?:[日号](?![常趋益线楼院井矿])|(?=${rangeDash}${gap}${small}${gap}[日号]))`)
const thirdOfMonth = sticky(`${gap}(上旬|上中旬|中旬|中下旬|下旬|[上前]半月|[下后]半月)(?:${endWords})?`)
const monthEdge = sticky(`${gap}月?(?:(${endWords})|${beginningWords})`)

const thirds: Readonly<Record<string, [number, number]>> = {
  上旬: [1, 10],
  上中旬: [1, 20],
  中旬: [11, 20],
  中下旬: [11, 31],
  下旬: [21, 31],
  上半月: [1, 15],
  前半月: [1, 15],
  下半月: [16, 31],
  后半月: [16, 31],
}

/** What follows a month: a day, a third, an end. Without any the month itself. */
export function insideMonth(text: string, index: number, year: number, number: number): Part | null {
  const whole = monthsOf(year, number)
  const third = matchAt(thirdOfMonth, text, index)
  const days = thirds[third?.[1] ?? '']
  if (third && days) {
    const last = Math.min(days[1], partsOf(whole.end)[2])
    const period = { start: dayOf(year, number, days[0]).start, end: dayOf(year, number, last).end }
    return { ...stretch(period, 'day'), unit: 'month', end: index + third[0].length }
  }
  const edge = matchAt(monthEdge, text, index)
  if (edge) {
    const period = edge[1] ? lastDayOf(whole) : { start: whole.start, end: dayOf(year, number, 10).end }
    return { period, precision: 'month', moment: edge[1] !== undefined, unit: 'month', end: index + edge[0].length }
  }
  const printed = matchAt(day, text, index)
  if (printed) {
    const number31 = smallNumber(printed[1] ?? '')
    if (isDay(year, number, number31)) return dayPart(year, number, number31, index + printed[0].length)
    if (/[日号]$/.test(printed[0])) return null
  }
  return { period: whole, precision: 'month', moment: false, unit: 'month', end: index }
}

const dayPart = (year: number, number: number, date: number, end: number): Part => ({
  period: dayOf(year, number, date),
  precision: 'day',
  moment: true,
  unit: 'day',
  end,
})

function monthAt(text: string, index: number, year: number, inList: boolean): Part | null {
  const match = matchAt(month, text, index) ?? (inList ? matchAt(listedMonth, text, index) : null)
  const number = match ? smallNumber(match[1] ?? '') : 0
  return match && inYear(number) ? insideMonth(text, index + match[0].length, year, number) : null
}

// ---------------------------------------------------------------- dates in figures

const numeric = sticky(
  '([12]\\d{3})(?:([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d|[-/.]\\d|[A-SU-Za-z%])|((?:0[1-9]|1[0-2]))([0-3]\\d)(?!\\d|[-.\\w]))(?:日)?',
)
const numericMonth = `([12]\\d{3})[-/.](\\d{1,2})(?![\\d%年月日]|[-/.]\\d{1,2}(?!\\d))`
const wholeNumericMonth = sticky(`${numericMonth}$`)
const rangedNumericMonth = sticky(`([12]\\d{3})[/.](\\d{1,2})(?=${gap}${rangeDash}${gap}[12]\\d{3}[/.]\\d{1,2}(?![\\d.]))`)

/** 2024-06-30, 2024.6.30, 2024/6/30, 20240630, and where a range or the whole string shows it 2024.6. */
function numericAt(text: string, index: number, yearAndMonth: boolean): Point | null {
  const match = matchAt(numeric, text, index)
  if (match) {
    const [year, number, date] = [match[1], match[3] ?? match[5], match[4] ?? match[6]].map(Number)
    if (!year || !number || !date || !inYear(number) || !isDay(year, number, date)) return null
    return { ...dayPart(year, number, date, index + match[0].length), ownYear: true }
  }
  const short = matchAt(rangedNumericMonth, text, index) ?? (yearAndMonth ? matchAt(wholeNumericMonth, text, index) : null)
  const [year, number] = [Number(short?.[1]), Number(short?.[2])]
  if (!short || !plausible(year) || !inYear(number)) return null
  return {
    period: monthsOf(year, number),
    precision: 'month',
    moment: false,
    unit: 'month',
    ownYear: true,
    end: index + short[0].length,
  }
}

// ---------------------------------------------------------------- decades and plan periods

const decade = sticky(
  `(?:([上本])(?:个)?世纪|(\\d{2}|[一二]?十[一二三四五六七八九]?)世纪)?${gap}(?:的)?([1-9]0|[一二三四五六七八九]十)年代(?:[初末中]期?|前期|后期)?`,
)
const plan = sticky(
  '[“"「『]?((?:十[一二三四五六]?|[一二三四五六七八九])五)[”"」』]?(?=期间|时期|以来|期末|末|初期|中期|前期|后期)(?:(时期)|(期?末))?',
)

/** 上世纪80年代, 十九世纪七十年代; 九十年代 alone is of the last century. */
function decadeAt(text: string, index: number, scope: Scope): Point | null {
  const match = matchAt(decade, text, index)
  if (!match) return null
  const tens = parseNumeral(match[3] ?? '') ?? 0
  const now = scope.writing ?? scope.named
  let first = tens >= 30 ? 1900 : 2000
  if (match[2] !== undefined) first = ((parseNumeral(match[2]) ?? 0) - 1) * 100
  else if (match[1] === '本') first = Math.floor((now ?? 2000) / 100) * 100
  else if (match[1] === '上') first = Math.floor((now ?? 2000) / 100) * 100 - 100
  const period = { start: yearOf(first + tens).start, end: yearOf(first + tens + 9).end }
  return { period, precision: 'year', moment: false, unit: 'other', ownYear: true, end: index + match[0].length }
}

/** “十四五”期间, “十三五”以来, “十四五”末. Without such a word it is a name. */
function planAt(text: string, index: number): Point | null {
  const match = matchAt(plan, text, index)
  const first = planStarts[match?.[1] ?? '']
  if (!match || first === undefined) return null
  const period = { start: yearOf(first).start, end: yearOf(first + 4).end }
  const moment = match[3] !== undefined
  return {
    period: moment ? lastDayOf(period) : period,
    precision: 'year',
    moment,
    unit: 'other',
    ownYear: true,
    end: index + match[0].length,
  }
}

// ---------------------------------------------------------------- the whole

const samePeriod = sticky(`${gap}同期`)
/** Parts of a year that may stand without it, before the rules are tried: 年底, 上半年, 前三季度, 第三季度. */
const bareBehind = /[每逐历半\d一二两三四五六七八九十几多近周当整同满老大少青成去今明前上]$/

/**
 * The longest date that starts at `index` of folded text, or null. `whole` allows 2024.6, which inside a sentence is a number.
 * Every pattern is bounded, so the work at one place is too.
 */
export function pointAt(text: string, index: number, scope: Scope, whole = false): Point | null {
  const figures = numericAt(text, index, whole)
  if (figures) return figures
  const year = yearAt(text, index, scope)
  if (year) return insideYear(text, year, scope)
  return planAt(text, index) ?? decadeAt(text, index, scope) ?? bareAt(text, index, scope)
}

const theMonth = sticky(`的?${gap}`)

function insideYear(text: string, { year, own, end }: Year, scope: Scope): Point {
  const same = matchAt(samePeriod, text, end)
  if (same) return { ...sameTime(year, scope.last), ownYear: own, end: end + same[0].length }
  const next = end + (matchAt(theMonth, text, end)?.[0].length ?? 0)
  const part = monthAt(text, next, year, true) ?? partAt(text, end, year) ?? partAt(text, next, year)
  return part
    ? { ...part, ownYear: own }
    : { period: yearOf(year), precision: 'year', moment: false, unit: 'year', ownYear: own, end }
}

/** 去年同期: the last date moved into that year; the whole year where there is none. */
function sameTime(year: number, last: Period | null): Omit<Point, 'end' | 'ownYear'> {
  const [startYear, startMonth] = partsOf(last?.start ?? '0000-01-01')
  const [endYear, endMonth, endDay] = partsOf(last?.end ?? '0000-12-31')
  if (!last || endYear !== startYear) return { period: yearOf(year), precision: 'year', moment: false, unit: 'year' }
  const oneDay = last.start === last.end
  const period = oneDay && isDay(year, endMonth, endDay) ? dayOf(year, endMonth, endDay) : monthsOf(year, startMonth, endMonth)
  return { period, precision: oneDay ? 'day' : 'month', moment: false, unit: 'other' }
}

/** Without a year: the one in context. A bare day needs a month from a range or a list. */
function bareAt(text: string, index: number, scope: Scope): Point | null {
  const before = text.slice(Math.max(0, index - 4), index)
  const year = scope.named ?? scope.writing
  if (year === null) return null
  if (!notBeforeBareMonth.test(before)) {
    const part = monthAt(text, index, year, false)
    if (part) return { ...part, ownYear: false }
    const date = scope.month === null ? null : matchAt(bareDay, text, index)
    const number = smallNumber(date?.[1] ?? '')
    const [monthYear, inMonth] = normalMonth(year, scope.month ?? 1)
    if (date && isDay(monthYear, inMonth, number))
      return { ...dayPart(monthYear, inMonth, number, index + date[0].length), ownYear: false }
  }
  const opensPart = /^(?:年[底末终初内中]|[上下]半年|前[二两三23]个?季度|第?[一二三四1-4])/.test(text.slice(index, index + 5))
  const part = opensPart && !bareBehind.test(before) ? partAt(text, index, year) : null
  return part && { ...part, ownYear: false }
}

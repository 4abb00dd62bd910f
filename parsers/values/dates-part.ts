/** The parts of a year: quarters, halves, first months, ends and beginnings; months with their thirds, ends and days. */
import { beginningWords, endWords, insideWords, middleWords, rangeDash } from '../lexicon/dates.js'
import { dayOf, isDay, lastDayOf, monthsOf, type Period, partsOf, yearOf } from './calendar.js'
import { codeBehindBlanks, gap, matchAt, type Point, small, smallNumber, startsSmall, sticky } from './dates-scope.js'
import { unitsOf } from './marks.js'
import type { Precision } from './types.js'

/** A stretch or a moment inside a known year. */
export interface Part {
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
/** Is it a month's number? */
export const inYear = (count: number): boolean => count >= 1 && count <= 12

const partRules: readonly PartRule[] = [
  {
    pattern: sticky(
      `第?${gap}([一二三四1-4])${gap}个?季度?(?:(初)|(${endWords}))?(?!一[次调通考])|(?:第?([一二三1-3])${gap}(?:${rangeDash}|[、和])${gap}第?([二三四2-4])季度)`,
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
    pattern: sticky(`(首)季度?|前(两|${small})月(?![份底])`),
    make: (match, year) => {
      const count = match[1] ? 3 : smallNumber(match[2] ?? '')
      return inYear(count) ? stretch(monthsOf(year, 1, count), match[1] ? 'quarter' : 'month') : null
    },
  },
  {
    pattern: sticky('前([二两三23])个?季度'),
    make: (match, year) => stretch(monthsOf(year, 1, numberOfQuarter(match[1]) * 3), 'quarter'),
  },
  {
    pattern: sticky(`([上下前后後])个?半年度?(${endWords})?`),
    make: (match, year) => {
      const half = '上前'.includes(match[1] ?? '') ? monthsOf(year, 1, 6) : monthsOf(year, 7, 12)
      return match[2] ? lastDay(half, 'half') : stretch(half, 'half')
    },
  },
  {
    pattern: sticky(`[Qq]([1-4])(?![\\dA-Za-z.])(?:季度)?(${endWords})?`),
    make: (match, year) => {
      const last = numberOfQuarter(match[1]) * 3
      return match[2] ? lastDay(monthsOf(year, last), 'quarter') : stretch(monthsOf(year, last - 2, last), 'quarter')
    },
  },
  {
    pattern: sticky(`的?${gap}(?:(前|头)|(最[后後]|后)|第)${gap}(两|${small})${gap}个${gap}月`),
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

const startsPart = unitsOf(' 第一二三四1234的前头最上下后後年底末终初中内伊首Qq')

/** A part of the year that is no month: 底, 上半年, 第三季度, 前11个月. */
export function partAt(text: string, index: number, year: number): Part | null {
  if (!startsPart(text.charCodeAt(index))) return null
  for (const { pattern, make } of partRules) {
    const match = matchAt(pattern, text, index)
    const part = match && make(match, year)
    if (!part) continue
    const { period, precision, moment, unit } = part
    return { period, precision, moment, unit, end: index + match[0].length }
  }
  return null
}

const month = sticky(
  `(${small}|元(?=月))${gap}(?:月(?:份)?(?![龄嫂饼薪租供坛牙亮季华刊])|(?=${rangeDash}${gap}${small}${gap}月(?!${gap}${small}${gap}[日号])))`,
)
const listedMonth = sticky(`(${small})(?=(?:[、和及与]${small}){1,11}${gap}月)`)
/** 三号窑炉, 2号断面 number things. */
const numberedThing =
  '[线楼院井矿窑炉排泵站库池坑塔桥闸坝路沟渠仓罐车船文令厂馆门桩卡铺店摊柜孔洞隧机槽]|地块|图斑|断面|标段|点位|监测|公告|决议|住宅|宿舍|生产|锅炉|风机|码头|取水|排放|渣场|填埋|食堂|教学|病房|企业|项目'
const dayUnit = '[日号](?![常趋益线楼院井矿])'
/** Without its month a day is told from the number of a thing. */
const bareDayUnit = `(?:日(?![常趋益])|号(?!${numberedThing}))`
/** The form of a date, whether the calendar has it or not: 6月31日. */
export const printedDate = sticky(`(?:[12]\\d{3}${gap}年(?:份|度)?${gap})?${small}${gap}月(?:${gap}${small}${gap}${dayUnit})?`)
/** Behind a month a day without 日 is one where nothing can be counted with it: 12月31前, 10月22出生. */
const bareDayEnd = `(?=${gap}(?:前(?!后)|之前|以前|底|止|起|以来|出生|[，。；）,;\n]|${rangeDash}|$))`
const day = sticky(
  `${gap}(${small})${gap}(?:${dayUnit}|(?=(?:${rangeDash}${gap}|[、和及与])${small}${gap}[日号])|${bareDayEnd})`,
)
/** A day without its month. */
export const bareDay = sticky(
  `(?<![〕］\\]】第字#№])(${small})${gap}(?:${bareDayUnit}|(?=${rangeDash}${gap}${small}${gap}[日号]))`,
)
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

const startsThird = unitsOf('上中下前后')
const startsEdge = unitsOf('月底末终初')

/** What follows a month: a day, a third, an end. Without any the month itself. */
export function insideMonth(text: string, index: number, year: number, number: number): Part | null {
  const whole = monthsOf(year, number)
  const next = codeBehindBlanks(text, index)
  const third = startsThird(next) ? matchAt(thirdOfMonth, text, index) : null
  const days = thirds[third?.[1] ?? '']
  if (third && days) {
    const last = Math.min(days[1], partsOf(whole.end)[2])
    const period = { start: dayOf(year, number, days[0]).start, end: dayOf(year, number, last).end }
    return { ...stretch(period, 'day'), unit: 'month', end: index + third[0].length }
  }
  const edge = startsEdge(next) ? matchAt(monthEdge, text, index) : null
  if (edge) {
    const period = edge[1] ? lastDayOf(whole) : { start: whole.start, end: dayOf(year, number, 10).end }
    return { period, precision: 'month', moment: edge[1] !== undefined, unit: 'month', end: index + edge[0].length }
  }
  const printed = startsSmall(next) ? matchAt(day, text, index) : null
  if (printed) {
    const number31 = smallNumber(printed[1] ?? '')
    if (isDay(year, number, number31)) return dayPart(year, number, number31, index + printed[0].length)
    if (/[日号]$/.test(printed[0])) return null
  }
  return { period: whole, precision: 'month', moment: false, unit: 'month', end: index }
}

export const dayPart = (year: number, number: number, date: number, end: number): Part => ({
  period: dayOf(year, number, date),
  precision: 'day',
  moment: true,
  unit: 'day',
  end,
})

const startsMonth = (code: number): boolean => startsSmall(code) || code === 0x5143 // 元月

const pairOfMonths = sticky('([一二三四五六七八])([二三四五六七八九])月(?:份)?')

/** 三四月: two months in a row without a mark. */
function monthPairAt(text: string, index: number, year: number): Part | null {
  const match = text.charAt(index - 1) === '十' ? null : matchAt(pairOfMonths, text, index)
  const [first, last] = [smallNumber(match?.[1] ?? ''), smallNumber(match?.[2] ?? '')]
  return match && last === first + 1 ? { ...stretch(monthsOf(year, first, last), 'month'), end: index + match[0].length } : null
}

/** A month with what follows it; `inList` allows the 3 of 3、4月. */
export function monthAt(text: string, index: number, year: number, inList: boolean): Part | null {
  if (!startsMonth(text.charCodeAt(index))) return null
  const pair = monthPairAt(text, index, year)
  if (pair) return pair
  const match = matchAt(month, text, index) ?? (inList ? matchAt(listedMonth, text, index) : null)
  const number = match ? (match[1] === '元' ? 1 : smallNumber(match[1] ?? '')) : 0
  return match && inYear(number) ? insideMonth(text, index + match[0].length, year, number) : null
}

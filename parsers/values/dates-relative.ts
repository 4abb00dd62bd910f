/**
 * Dates told from the day of writing: 昨天, 下周, 上个月, 三天后. Reports have no such day; these are read only where one is given.
 * "Calendar" forms (上月, 前两年) are whole calendar units; "rolling" forms (近三年, 过去十年, 未来2个月) count from the day itself.
 */
import { addDays, addMonths, monthsOf, type Period, partsOf, weekdayOf, yearOf } from './calendar.js'
import type { Point } from './dates-point.js'
import { parseNumeral } from './numerals.js'
import type { Precision } from './types.js'

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year'

const units: Readonly<Record<string, Unit>> = {
  天: 'day',
  日: 'day',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  个星期: 'week',
  个礼拜: 'week',
  月: 'month',
  个月: 'month',
  季度: 'quarter',
  个季度: 'quarter',
  年: 'year',
}
const precisions: Readonly<Record<Unit, Precision>> = {
  day: 'day',
  week: 'day',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
}

const count = '(\\d{1,3}|[一二两三四五六七八九十]{1,3}|半)'
const unit = '(天|日|周|个?星期|个?礼拜|个?月|个?季度|年)'
const gap = ' {0,2}'
const sticky = (source: string): RegExp => new RegExp(source, 'y')

const days: Readonly<Record<string, number>> = {
  大前天: -3,
  前天: -2,
  昨天: -1,
  昨日: -1,
  今天: 0,
  今日: 0,
  当天: 0,
  本日: 0,
  明天: 1,
  明日: 1,
  次日: 1,
  后天: 2,
  大后天: 3,
}
const weekdays = '一二三四五六日天'

/** The whole calendar unit that `offset` units before or after the day holds. */
function calendarUnit(reference: string, kind: Unit, offset: number, length = 1): Period {
  const [year, month] = partsOf(reference)
  switch (kind) {
    case 'day':
      return { start: addDays(reference, offset), end: addDays(reference, offset + length - 1) }
    case 'week': {
      const monday = addDays(reference, 1 - weekdayOf(reference) + 7 * offset)
      return { start: monday, end: addDays(monday, 7 * length - 1) }
    }
    case 'month':
      return monthsOf(year, month + offset, month + offset + length - 1)
    case 'quarter': {
      const first = Math.floor((month - 1) / 3) * 3 + 1 + 3 * offset
      return monthsOf(year, first, first + 3 * length - 1)
    }
    case 'year':
      return { start: yearOf(year + offset).start, end: yearOf(year + offset + length - 1).end }
  }
}

/** The day that is `amount` units later or earlier. */
function moved(reference: string, kind: Unit, amount: number): string {
  switch (kind) {
    case 'day':
      return addDays(reference, amount)
    case 'week':
      return addDays(reference, 7 * amount)
    case 'month':
      return addMonths(reference, amount)
    case 'quarter':
      return addMonths(reference, 3 * amount)
    case 'year':
      return addMonths(reference, 12 * amount)
  }
}

interface Rule {
  pattern: RegExp
  make: (match: RegExpExecArray, reference: string) => { period: Period; precision: Precision; unit?: Point['unit'] } | null
}

const amountOf = (printed: string | undefined): number => parseNumeral(printed ?? '') ?? 0
const unitOf = (printed: string | undefined): Unit => units[printed ?? ''] ?? 'day'
const whole = (period: Period, kind: Unit) => ({ period, precision: precisions[kind] })

const rules: readonly Rule[] = [
  {
    pattern: sticky('大?[前昨后]天|[昨今明次本][天日]|当天'),
    make: ([word], reference) => {
      const offset = days[word]
      return offset === undefined ? null : { ...whole(calendarUnit(reference, 'day', offset), 'day'), unit: 'day' }
    },
  },
  {
    pattern: sticky('(上上|下下|[上下本这])(?:个|一)?(?:周|星期|礼拜)([一二三四五六日天])'),
    make: ([, which, weekday], reference) => {
      const monday = calendarUnit(reference, 'week', steps(which)).start
      const day = addDays(monday, Math.min(weekdays.indexOf(weekday ?? ''), 6))
      return { ...whole({ start: day, end: day }, 'day'), unit: 'day' }
    },
  },
  {
    pattern: sticky('(上上|下下|[上下本这当])(?:个|一|一个)?(周|星期|礼拜|月|季度)(?![\\d一二三四五六七八九十]{1,3}个?月)'),
    make: ([, which, kind], reference) => whole(calendarUnit(reference, unitOf(kind), steps(which)), unitOf(kind)),
  },
  {
    pattern: sticky(`(?:上|前|之前|向前|往前)${gap}${count}${gap}${unit}(?!前)`),
    make: ([, amount, kind], reference) => {
      const length = amountOf(amount)
      return whole(calendarUnit(reference, unitOf(kind), -length, length), unitOf(kind))
    },
  },
  {
    pattern: sticky(`(?:近|最近|过去|过去的)${gap}${count}${gap}${unit}(?:以?来)?`),
    make: ([, amount, kind], reference) =>
      whole({ start: moved(reference, unitOf(kind), -amountOf(amount)), end: addDays(reference, -1) }, unitOf(kind)),
  },
  {
    pattern: sticky(`(?:未来|今后|往后)的?${gap}${count}${gap}${unit}`),
    make: ([, amount, kind], reference) =>
      whole({ start: reference, end: addDays(moved(reference, unitOf(kind), amountOf(amount)), -1) }, unitOf(kind)),
  },
  {
    pattern: sticky(`(?:后|下)${gap}${count}${gap}${unit}`),
    make: ([, amount, kind], reference) =>
      whole({ start: addDays(reference, 1), end: moved(reference, unitOf(kind), amountOf(amount)) }, unitOf(kind)),
  },
  {
    pattern: sticky(`${count}${gap}${unit}${gap}(?:之|以)?(前|后)`),
    make: ([, amount, kind, side], reference) => {
      const day = moved(reference, unitOf(kind), side === '前' ? -amountOf(amount) : amountOf(amount))
      return { ...whole({ start: day, end: day }, 'day'), unit: 'day' }
    },
  },
  {
    pattern: sticky(`${count}${gap}年之?内`),
    make: ([, amount], reference) => whole(calendarUnit(reference, 'year', 0, amountOf(amount)), 'year'),
  },
  {
    pattern: sticky('第([一二三四五六七八九十]{1,2}|\\d{1,2})年'),
    make: ([, amount], reference) => whole(calendarUnit(reference, 'year', amountOf(amount) - 1), 'year'),
  },
  { pattern: sticky('今明两年'), make: (_, reference) => whole(calendarUnit(reference, 'year', 0, 2), 'year') },
  { pattern: sticky('去今两年'), make: (_, reference) => whole(calendarUnit(reference, 'year', -1, 2), 'year') },
]

function steps(which: string | undefined): number {
  const size = which?.length ?? 1
  if (which?.startsWith('上')) return -size
  return which?.startsWith('下') ? size : 0
}

/** The longest form told from `reference` (an ISO day) that starts at `index` of folded text, or null. */
export function relativeAt(text: string, index: number, reference: string): Point | null {
  for (const { pattern, make } of rules) {
    pattern.lastIndex = index
    const match = pattern.exec(text)
    const made = match && make(match, reference)
    if (made) {
      const { period, precision } = made
      return {
        period,
        precision,
        moment: made.unit === 'day',
        ownYear: true,
        unit: made.unit ?? 'other',
        end: index + match[0].length,
      }
    }
  }
  return null
}

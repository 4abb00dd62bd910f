/**
 * Dates told from the day of writing: 昨天, 下周, 上个月, 三天后. Reports have no such day; these are read only where one is given.
 * Counts in characters are whole calendar units (前两年), counts in figures and 近, 过去, 未来 run from the day itself (上2个月).
 */
import { addDays, addMonths, monthsOf, type Period, partsOf, weekdayOf, yearOf } from './calendar.js'
import { insideMonth } from './dates-part.js'
import { gap, matchAt, type Point, type Scope, sticky } from './dates-scope.js'
import { parseNumeral } from './numerals.js'
import type { Precision } from './types.js'

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year'

const units: Readonly<Record<string, Unit>> = {
  天: 'day',
  日: 'day',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  月: 'month',
  季度: 'quarter',
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

const days: Readonly<Record<string, number>> = {
  大前天: -3,
  前天: -2,
  昨天: -1,
  昨日: -1,
  今天: 0,
  今日: 0,
  当天: 0,
  当日: 0,
  本日: 0,
  明天: 1,
  明日: 1,
  次日: 1,
  后天: 2,
  大后天: 3,
}
const weekdays = '一二三四五六日天'

/** The whole calendar units from `offset` before or after the one that holds the day. */
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

/** The day that is `amount` units later or earlier; half a month is fifteen days. */
function moved(reference: string, kind: Unit, amount: number): string {
  switch (kind) {
    case 'day':
      return addDays(reference, Math.trunc(amount))
    case 'week':
      return addDays(reference, Math.trunc(7 * amount))
    case 'month':
      return Number.isInteger(amount) ? addMonths(reference, amount) : addDays(reference, Math.trunc(30 * amount))
    case 'quarter':
      return addMonths(reference, Math.trunc(3 * amount))
    case 'year':
      return addMonths(reference, Math.trunc(12 * amount))
  }
}

interface Made {
  period: Period
  precision: Precision
  day?: boolean
}
interface Rule {
  pattern: RegExp
  make: (match: RegExpExecArray, reference: string) => Made | null
}

const amountOf = (printed: string | undefined): number => parseNumeral(printed ?? '') ?? 0
const unitOf = (printed: string | undefined): Unit => units[printed?.replace('个', '') ?? ''] ?? 'day'
const whole = (period: Period, kind: Unit): Made => ({ period, precision: precisions[kind] })
const oneDay = (day: string): Made => ({ period: { start: day, end: day }, precision: 'day', day: true })
const inFigures = (printed: string | undefined): boolean => /^\d/.test(printed ?? '')

const until = (reference: string, kind: Unit, amount: number): Made =>
  whole({ start: moved(reference, kind, -amount), end: addDays(reference, -1) }, kind)

const rules: readonly Rule[] = [
  {
    pattern: sticky('大?[前昨后]天|[昨今明次本当][天日]'),
    make: ([word], reference) => (days[word] === undefined ? null : oneDay(addDays(reference, days[word]))),
  },
  {
    pattern: sticky('(?<!每)(?:(上上|下下|[上下本这])(?:个|一)?)?(?:周|星期|礼拜)([一二三四五六日天])'),
    make: ([, which, weekday], reference) => {
      const monday = calendarUnit(reference, 'week', steps(which)).start
      return oneDay(addDays(monday, Math.min(weekdays.indexOf(weekday ?? ''), 6)))
    },
  },
  {
    pattern: sticky('(?:(上上|下下|[上下本这])(?:个|一)?)?周末'),
    make: ([, which], reference) => {
      const sunday = calendarUnit(reference, 'week', steps(which)).end
      return { period: { start: addDays(sunday, -1), end: sunday }, precision: 'day' }
    },
  },
  {
    pattern: sticky('(上上|下下|[上下本这当])(?:个|一|一个)?(周|星期|礼拜|季度)(末)?'),
    make: ([, which, kind, end], reference) => {
      const period = calendarUnit(reference, unitOf(kind), steps(which))
      return end ? oneDay(period.end) : whole(period, unitOf(kind))
    },
  },
  {
    pattern: sticky('(上|下|本)个半年'),
    make: ([, which], reference) => {
      const [year, month] = partsOf(reference)
      const first = (month <= 6 ? 1 : 7) + 6 * steps(which)
      return { period: monthsOf(year, first, first + 5), precision: 'half' }
    },
  },
  {
    pattern: sticky('(上|前)半月|(下|后)半月'),
    make: ([, first], reference) => {
      const month = calendarUnit(reference, 'month', 0)
      const middle = addDays(month.start, first ? 14 : 15)
      return { period: first ? { ...month, end: middle } : { ...month, start: middle }, precision: 'day' }
    },
  },
  {
    pattern: sticky(`(?:上|之前|向前|往前|(?<!公元)前)${gap}(?!半|.{1,3}季度)${count}${gap}${unit}(?!前)`),
    make: ([, amount, kind], reference) => {
      const length = amountOf(amount)
      if (inFigures(amount)) return until(reference, unitOf(kind), length)
      return whole(calendarUnit(reference, unitOf(kind), -length, length), unitOf(kind))
    },
  },
  {
    pattern: sticky(`(?:近|最近|过去的?)${gap}${count}${gap}${unit}(?:以?来)?`),
    make: ([, amount, kind], reference) => until(reference, unitOf(kind), amountOf(amount)),
  },
  {
    pattern: sticky(`(?:未来|今后|接下来)的?${gap}${count}${gap}${unit}`),
    make: ([, amount, kind], reference) =>
      whole({ start: reference, end: addDays(moved(reference, unitOf(kind), amountOf(amount)), -1) }, unitOf(kind)),
  },
  {
    pattern: sticky(`(?:下|之后|向后|往后|(?<!最)后)${gap}(?!半)${count}${gap}${unit}`),
    make: ([, amount, kind], reference) => {
      const length = amountOf(amount)
      if (!inFigures(amount)) return whole(calendarUnit(reference, unitOf(kind), 1, length), unitOf(kind))
      return whole({ start: addDays(reference, 1), end: moved(reference, unitOf(kind), length) }, unitOf(kind))
    },
  },
  {
    // 一个半月后 is no half month later.
    pattern: sticky(`(?<!个)${count}${gap}${unit}${gap}(?:之|以)?(前|后)`),
    make: ([, amount, kind, side], reference) => {
      // 3日前 and 10月后 name a day and a month.
      if (kind === '日' || (kind === '月' && amount !== '半')) return null
      return oneDay(moved(reference, unitOf(kind), side === '前' ? -amountOf(amount) : amountOf(amount)))
    },
  },
  {
    pattern: sticky(`${count}年半(?:之|以)?(前|后)`),
    make: ([, amount, side], reference) =>
      oneDay(moved(reference, 'year', (side === '前' ? -1 : 1) * (amountOf(amount) + 0.5))),
  },
  {
    pattern: sticky(`(?!半)${count}${gap}${unit}(?:之|以)?内`),
    make: ([, amount, kind], reference) => whole(calendarUnit(reference, unitOf(kind), 0, amountOf(amount)), unitOf(kind)),
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

const monthWord = sticky('(上上|下下|[上下本这当次])(?:个|一|一个)?月|(?=月[底末初])')

/** 上个月的十五号. */
const ofDayBehind = /^的(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})[日号]/

/** 上个月, 下月九号, 本月底, 月底: a month told from the day of writing, with what follows it. */
function monthFrom(text: string, index: number, reference: string): Point | null {
  const match = matchAt(monthWord, text, index)
  if (!match || (match[0] === '' && /[\d一二三四五六七八九十每个\w]$/.test(text.slice(Math.max(0, index - 1), index))))
    return null
  const [year, month] = partsOf(calendarUnit(reference, 'month', match[1] === '次' ? 1 : steps(match[1] ?? '本')).start)
  const end = index + match[0].length
  const ofDay = ofDayBehind.test(text.slice(end, end + 6)) ? 1 : 0
  const part = insideMonth(text, end + ofDay, year, month)
  return part && { ...part, ownYear: true, names: true }
}

/** The longest form told from the day of writing that starts at `index` of folded text, or null. */
export function relativeAt(text: string, index: number, { reference }: Scope): Point | null {
  if (reference === null) return null
  for (const { pattern, make } of rules) {
    const match = matchAt(pattern, text, index)
    const made = match && make(match, reference)
    // 上十十周 names no number: nothing is counted back.
    if (!made || made.period.start > made.period.end) continue
    const { period, precision, day = false } = made
    return {
      period,
      precision,
      moment: day,
      ownYear: true,
      names: true,
      unit: day ? 'day' : 'other',
      end: index + match[0].length,
    }
  }
  return monthFrom(text, index, reference)
}

/** Dates printed in figures alone: 2024-06-30, 2024.6, the 6.30 of a range, years without 年. */
import { monthCueBefore, monthCueBehind, rangeDash } from '../lexicon/dates.js'
import { isDay, yearOf } from './calendar.js'
import { dayPart, insideMonth, inYear } from './dates-part.js'
import { own } from './dates-placed.js'
import { gap, matchAt, type Point, type Scope, sticky } from './dates-scope.js'
import { plausible } from './dates-year.js'
import { unitsOf } from './marks.js'

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
export function figuresAt(text: string, index: number, scope: Scope): Point | null {
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
export function bareYearAt(text: string, index: number, scope: Scope): Point | null {
  const match = scope.rangeEnd ? matchAt(bareYearEnd, text, index) : matchAt(bareYears, text, index)
  if (!match) return null
  if (
    scope.rangeEnd
      ? !scope.bareYear
      : !/[自从從]/.test(text.charAt(index - 1)) && !text.slice(index, index + 20).includes('年份')
  )
    return null
  return own({ period: yearOf(Number(match[1])), precision: 'year', moment: false, unit: 'year', end: index + match[0].length })
}

/** The 6.30 of 2023.6.1-6.30. */
export function monthDayAt(text: string, index: number, { rangeEnd: isEnd, dotted, named }: Scope): Point | null {
  const match = isEnd && dotted && named !== null ? matchAt(monthDay, text, index) : null
  const [month, date] = [Number(match?.[1]), Number(match?.[2])]
  if (!match || named === null || !inYear(month) || !isDay(named, month, date)) return null
  return own(dayPart(named, month, date, index + match[0].length))
}

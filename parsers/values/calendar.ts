/** Calendar arithmetic on inclusive ISO 8601 days, without a clock and without time zones. */

/** An inclusive stretch of days. */
export interface Period {
  start: string
  end: string
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Days in a month; month counts from 1. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0)

export const isDay = (year: number, month: number, day: number): boolean => day >= 1 && day <= daysInMonth(year, month)

const twoDigits = (count: number): string => (count < 10 ? `0${count}` : `${count}`)

export const isoDay = (year: number, month: number, day: number): string =>
  `${year < 1000 ? String(year).padStart(4, '0') : year}-${twoDigits(month)}-${twoDigits(day)}`

/** The year, month and day of an ISO day. */
export const partsOf = (iso: string): [year: number, month: number, day: number] => [
  Number(iso.slice(0, 4)),
  Number(iso.slice(5, 7)),
  Number(iso.slice(8, 10)),
]

/** Months first to last of a year; `last` may run past 12 into the next years, `first` below 1 into the ones before. */
export function monthsOf(year: number, first: number, last = first): Period {
  const [startYear, startMonth] = normalMonth(year, first)
  const [endYear, endMonth] = normalMonth(year, last)
  return { start: isoDay(startYear, startMonth, 1), end: isoDay(endYear, endMonth, daysInMonth(endYear, endMonth)) }
}

/** The year and month that a month number outside 1–12 means. */
export const normalMonth = (year: number, month: number): [year: number, month: number] => {
  const index = year * 12 + month - 1
  return [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
}

export const yearOf = (year: number): Period => monthsOf(year, 1, 12)

export const dayOf = (year: number, month: number, day: number): Period => {
  const iso = isoDay(year, month, day)
  return { start: iso, end: iso }
}

export const lastDayOf = (period: Period): Period => ({ start: period.end, end: period.end })

/** `days` later (or earlier, where negative). */
export function addDays(iso: string, days: number): string {
  const [year, month, day] = partsOf(iso)
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day + days)
  return isoDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

/** `months` later, on the same day of the month or the month's last. */
export function addMonths(iso: string, months: number): string {
  const [year, month, day] = partsOf(iso)
  const [newYear, newMonth] = normalMonth(year, month + months)
  return isoDay(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)))
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(iso: string): number {
  const [year, month, day] = partsOf(iso)
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCDay() || 7
}

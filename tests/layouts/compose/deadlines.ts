/** Deadlines: what is printed and the entries that it must give. */
import { han } from '../marks.js'
import type { Rng } from '../rng.js'
import type { ExpectedEntry } from '../types.js'

export interface PrintedDeadline {
  text: string
  entries: ExpectedEntry[]
}

const two = (n: number): string => String(n).padStart(2, '0')
const lastDay = (year: number, month: number): string =>
  `${year}-${two(month)}-${two(new Date(Date.UTC(year, month, 0)).getUTCDate())}`
const dated = (text: string, date: string): PrintedDeadline => ({ text, entries: [{ kind: 'date', date }] })
const immediate: ExpectedEntry = { kind: 'immediate', date: null }
const ongoing: ExpectedEntry = { kind: 'ongoing', date: null }
const longTerm: ExpectedEntry = { kind: 'long_term', date: null }

const yearOf = (rng: Rng): number => rng.int(2023, 2026)
/** A day in Chinese numerals, the zero of the year as it is typed or recognised. */
function hanDay(rng: Rng, zero: string): PrintedDeadline {
  const [year, month, day] = [yearOf(rng), rng.int(1, 12), rng.int(1, 28)]
  const printed = [...String(year)].map((digit) => (digit === '0' ? zero : han(Number(digit)))).join('')
  return dated(`${printed}年${han(month)}月${han(day)}日`, `${year}-${two(month)}-${two(day)}`)
}
const monthEnd = (rng: Rng): PrintedDeadline => {
  const [year, month] = [yearOf(rng), rng.int(1, 12)]
  return dated(`${year}年${month}月底`, lastDay(year, month))
}

/** Each form of a deadline by its name. */
export const deadlineForms = {
  day: (rng) => {
    const [year, month] = [yearOf(rng), rng.int(1, 12)]
    const day = rng.int(1, 28)
    return dated(`${year}年${month}月${day}日`, `${year}-${two(month)}-${two(day)}`)
  },
  dayBefore: (rng) => {
    const year = yearOf(rng)
    return dated(`${year}年12月31日前`, `${year}-12-31`)
  },
  monthEnd,
  monthEndBefore: (rng) => {
    const { text, entries } = monthEnd(rng)
    return { text: `${text}前`, entries }
  },
  monthDone: (rng) => {
    const [year, month] = [yearOf(rng), rng.int(1, 12)]
    return dated(`${year}年${month}月底前完成`, lastDay(year, month))
  },
  month: (rng) => {
    const [year, month] = [yearOf(rng), rng.int(1, 12)]
    return dated(`${year}年${month}月`, lastDay(year, month))
  },
  yearEnd: (rng) => {
    const year = yearOf(rng)
    return dated(`${year}年底`, `${year}-12-31`)
  },
  dotted: (rng) => {
    const [year, month, day] = [yearOf(rng), rng.int(1, 12), rng.int(1, 28)]
    return dated(`${year}.${month}.${day}`, `${year}-${two(month)}-${two(day)}`)
  },
  dashed: (rng) => {
    const [year, month, day] = [yearOf(rng), rng.int(1, 12), rng.int(1, 28)]
    return dated(`${year}-${two(month)}-${two(day)}`, `${year}-${two(month)}-${two(day)}`)
  },
  han: (rng) => hanDay(rng, '〇'),
  hanZero: (rng) => hanDay(rng, rng.pick(['○', 'O', '零', '0'])),
  quarter: (rng) => {
    const [year, quarter] = [yearOf(rng), rng.int(1, 4)]
    return dated(`${year}年第${'一二三四'[quarter - 1]}季度`, lastDay(year, quarter * 3))
  },
  half: (rng) => {
    const [year, first] = [yearOf(rng), rng.int(0, 1) === 0]
    return dated(`${year}年${first ? '上' : '下'}半年`, first ? `${year}-06-30` : `${year}-12-31`)
  },
  immediate: () => ({ text: '立行立改', entries: [immediate] }),
  immediateNow: () => ({ text: '立即整改', entries: [immediate] }),
  ongoing: () => ({ text: '持续推进', entries: [ongoing] }),
  longTerm: () => ({ text: '长期坚持', entries: [longTerm] }),
  immediateLong: () => ({ text: '立行立改，长期坚持', entries: [immediate, longTerm] }),
  immediateOngoing: () => ({ text: '立行立改、持续推进', entries: [immediate, ongoing] }),
  dateThenLong: (rng) => {
    const { text, entries } = monthEnd(rng)
    return { text: `${text}前完成，并长期坚持`, entries: [...entries, longTerm] }
  },
  staged: (rng) => {
    const year = yearOf(rng)
    return {
      text: `${year}年6月底前完成排查，${year}年12月底前完成整改`,
      entries: [
        { kind: 'date', date: `${year}-06-30` },
        { kind: 'date', date: `${year}-12-31` },
      ],
    }
  },
  scoped: (rng) => {
    const year = yearOf(rng)
    return {
      text: `主体工程${year}年9月底前完成；日常巡查长期坚持`,
      entries: [{ kind: 'date', date: `${year}-09-30` }, longTerm],
    }
  },
  byRule: () => ({ text: '按省定时限要求', entries: [] }),
  blanks: (rng) => {
    const [year, month, day] = [yearOf(rng), rng.int(1, 12), rng.int(1, 28)]
    return dated(`${year} 年 ${month} 月 ${day} 日`, `${year}-${two(month)}-${two(day)}`)
  },
} satisfies Record<string, (rng: Rng) => PrintedDeadline>

export type DeadlineForm = keyof typeof deadlineForms
/** `mixed`: a form of its own for each item. */
const forms = Object.keys(deadlineForms) as DeadlineForm[]
export const printDeadline = (form: DeadlineForm | 'mixed', rng: Rng): PrintedDeadline =>
  deadlineForms[form === 'mixed' ? rng.pick(forms) : form](rng)

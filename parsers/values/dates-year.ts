/** The year of a date: in figures, in characters, in two digits, or told by a word (去年). */
import { notAYear, rangeDash, yearWords } from '../lexicon/dates.js'
import { gap, matchAt, reach, type Scope, small, sticky } from './dates-scope.js'
import { unitsOf } from './marks.js'
import { parseNumeral } from './numerals.js'

export interface Year {
  year: number
  /** As Point.names. */
  names: boolean
  end: number
}

const countOfYears = '[两二三四五六]个?年'
/** What shows that four digits without 年 are a year: the other end of a range, the rest of a list, a part of the year. */
const bareYearShown = [
  `(?=${gap}${rangeDash}${gap}(?:[12]\\d{3}${gap}(?:${countOfYears}|年)|\\d{2}${gap}年))`,
  `(?=[、和及与][12]\\d{3}${gap}(?:[、和及与年]|${countOfYears}))`,
  `(?<=[、和及与]\\d{4})(?=${countOfYears}(?![行计规]))`,
  `(?=${gap}(?:至今|以来))`,
  '(?=[上下]半年|第?[一二三四1-4]季度|[Qq][1-4](?![\\dA-Za-z.]))',
].join('|')
const fourDigits = sticky(`([12]\\d{3})${gap}(?:年(?:份|度(?![一-十]?[季]))?${notAYear}|${bareYearShown})`)
/** 1985到89年: the end of a range in two digits. */
const shortEnd = sticky('(\\d{2})年')
const chineseYear = sticky(
  `([一二][〇零○Oo0一二三四五六七八九]{3}|[二两][千][零〇]?[一二三四五六七八九十]{0,3})${gap}年(?:份|度)?${notAYear}`,
)
const behindShortYear = `(?=度?[底末初]|${gap}${small}${gap}月|${gap}第?[一二三四1-4]季度?|第${small}个月|[上下]半年)`
const twoDigits = sticky(`(\\d{2})年${behindShortYear}|(0\\d)年`)
const twoChinese = sticky(
  `([零〇][一二三四五六七八九]|[五六七八九][〇零一二三四五六七八九])年(?![前以多来]|代(?![表理码]))|([一二][零〇一二三四五六七八九])年${behindShortYear}`,
)
const threeDigits = sticky(`([1-9]\\d{2}|[一二三四五六七八九][〇零一二三四五六七八九]{2})年(${gap}${small}${gap}月)?`)

/** 1600 to 2199 is taken as it stands; other years must have a month behind them or 在 before them. */
export const plausible = (year: number): boolean => year >= 1600 && year < 2200
const yearMark = /(?:在|于|公元|自|从)$/

const startsChinese = unitsOf('〇零一二两三四五六七八九')
const startsWord = unitsOf(
  Object.keys(yearWords)
    .map((word) => word.charAt(0))
    .join(''),
)

/** The year whose words start at `index`, or null. */
export function yearAt(text: string, index: number, scope: Scope): Year | null {
  const code = text.charCodeAt(index)
  if (code >= 48 && code <= 57) return shortYear(text, index, scope) ?? arabicYear(text, index)
  return (startsChinese(code) ? chineseYearAt(text, index) : null) ?? (startsWord(code) ? wordYear(text, index, scope) : null)
}

function shortYear(text: string, index: number, { rangeEnd, bareYear, named }: Scope): Year | null {
  const match = rangeEnd && bareYear && named !== null ? matchAt(shortEnd, text, index) : null
  const year = match && named !== null ? Math.floor(named / 100) * 100 + Number(match[1]) : 0
  return match && named !== null && year > named ? { year, names: true, end: index + match[0].length } : null
}

function arabicYear(text: string, index: number): Year | null {
  const four = matchAt(fourDigits, text, index)
  if (four) {
    const year = Number(four[1])
    return plausible(year) || namedBefore(text, index) || hasMonth(text, index + four[0].length)
      ? { year, names: true, end: index + four[0].length }
      : null
  }
  const two = matchAt(twoDigits, text, index)
  if (two) return { year: century(Number(two[1] ?? two[2])), names: true, end: index + two[0].length }
  return ancientYear(text, index)
}

const century = (twoDigitYear: number): number => twoDigitYear + (twoDigitYear < 50 ? 2000 : 1900)
const namedBefore = (text: string, index: number): boolean => yearMark.test(text.slice(Math.max(0, index - 2), index))
const monthBehind = sticky(`${gap}${small}${gap}月`)
const hasMonth = (text: string, index: number): boolean => reach(monthBehind, text, index) > 0

/** 在789年, 三六七年一月. */
function ancientYear(text: string, index: number): Year | null {
  const three = matchAt(threeDigits, text, index)
  if (!three || (three[2] === undefined && !namedBefore(text, index))) return null
  const year = parseNumeral(three[1] ?? '')
  return year === null ? null : { year, names: true, end: index + 4 }
}

function chineseYearAt(text: string, index: number): Year | null {
  const full = matchAt(chineseYear, text, index)
  if (full) {
    const year = parseNumeral((full[1] ?? '').replace(/[Oo0]/g, '〇'))
    return year !== null && plausible(year) ? { year, names: true, end: index + full[0].length } : null
  }
  const two = matchAt(twoChinese, text, index)
  const pair = two?.[1] ?? two?.[2] ?? ''
  const year = two && (two[2] !== undefined || !isStep(pair)) ? parseNumeral(`一${pair}`) : null
  if (two && year !== null) return { year: century(year % 100), names: true, end: index + two[0].length }
  return ancientYear(text, index)
}

/** 七八年 is seven or eight years. */
const isStep = (pair: string): boolean =>
  (parseNumeral(pair.charAt(1)) ?? 0) - (parseNumeral(pair.charAt(0)) ?? 0) === 1 && !/^[零〇]/.test(pair)

const yearWordLengths = [3, 2, 4]
const yearTail = sticky('(?:份|度(?![一二三四1-4]季)|之内)?')

/** The year that a word counts from. With a day of writing 次年 counts from it. */
function baseOf(from: 'writing' | 'named' | 'told', { writing, named, reference }: Scope): number | null {
  if (from === 'writing') return writing ?? named
  return from === 'told' && reference === null ? named : (named ?? writing)
}

const partBehind = sticky(`${gap}(?:${small}${gap}月|年?[底末初内中]|[上下]半年|第?[一二三四1-4]季|同期)`)

/** Is 当年 read without a year named before and without a part of the year behind? 上年 is that before the text's own. */
const alone = (text: string, end: number, { named, reference }: Scope): boolean =>
  named === null && reference === null && text.charAt(end - 2) === '当' && reach(partBehind, text, end) === 0

function wordYear(text: string, index: number, scope: Scope): Year | null {
  for (const length of yearWordLengths) {
    const word = index + length <= text.length ? yearWords[text.slice(index, index + length)] : undefined
    if (!word) continue
    if (index > 0 && word.notBehind?.includes(text.charAt(index - 1))) return null
    // 取消当年评优资格: whose year, nothing tells
    if (word.from === 'named' && alone(text, index + length, scope)) return null
    const base = baseOf(word.from, scope)
    if (base === null) return null
    const tail = matchAt(yearTail, text, index + length)?.[0].length ?? 0
    return { year: base + word.offset, names: word.from === 'writing' && scope.writing !== null, end: index + length + tail }
  }
  return null
}

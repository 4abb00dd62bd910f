/**
 * Magnitudes: the part of a numeral built from digits and 十百千万亿. A recursive reader over folded text in which every look
 * ahead is bounded, so that scanning a text stays linear whatever stands in it.
 */
import {
  bigUnits,
  digits,
  moreMarks,
  prefixedUnits,
  prefixedUnitsAfterChinese,
  smallUnits,
  tens,
  vagueMarks,
} from '../lexicon/numerals.js'
import { decimalDigits, digitOf, figureAt, isChineseDigit, skipBlanks, spokenDecimals } from './digits.js'
import { unitsOf, valuesOf } from './marks.js'

export interface Magnitude {
  /** The figure is low × 10^exponent, of an approximate pair up to high × 10^exponent. */
  low: number
  high: number
  exponent: number
  /** 多, 余, 几 inside: 十余万, 二十几. */
  more: boolean
  end: number
}

export { skipBlanks }

const startsNumeral = unitsOf(
  [...Object.keys(digits), ...Object.keys(smallUnits), ...Object.keys(tens), '万萬亿億.半0123456789'].join(''),
)
/** A cheap check before the grammar: can a numeral start here? */
export const isNumeralStart = (text: string, index: number): boolean => startsNumeral(text.charCodeAt(index))

const smallUnitOf = valuesOf(smallUnits)
const bigUnitOf = valuesOf(bigUnits)
const tensOf = valuesOf(tens)

/** 数十, 几百, 上千万: a unit whose digit is a vague word. 以上十个 is not one. */
export function isUnitWithoutDigit(text: string, index: number): boolean {
  const mark = text.charCodeAt(index)
  if (smallUnitOf(mark) === undefined && bigUnitOf(mark) === undefined) return false
  const before = text.charAt(index - 1)
  return before !== '' && vagueMarks.includes(before) && text.charAt(index - 2) !== '以'
}

/** What can stand before a unit: one Chinese digit, a pair (两三), an Arabic figure, or Chinese digits in a row. */
interface Coefficient {
  low: number
  high: number
  exponent: number
  arabic: boolean
  /** Digits before the point: 4千230 fills the three places below 千. */
  places: number
  end: number
}

function coefficientAt(text: string, index: number, first: boolean): Coefficient | null {
  const digit = digitOf(text, index)
  if (digit === undefined) {
    const figure = figureAt(text, index)
    return (
      figure && {
        low: figure.mantissa,
        high: figure.mantissa,
        exponent: figure.exponent,
        arabic: true,
        places: figure.whole,
        end: figure.end,
      }
    )
  }
  const single = { low: digit, high: digit, exponent: 0, arabic: false, places: 1, end: index + 1 }
  const next = digitOf(text, index + 1)
  if (next === undefined) return single
  if (isPair(digit, next) && !isChineseDigit(text, index + 2)) return { ...single, high: next, end: index + 2 }
  return first ? digitRow(text, index) : single
}

/** 两三, 七八, 三五 name a range; 九九 and 四二 name nothing. */
const isPair = (low: number, high: number): boolean => low > 0 && (high === low + 1 || (low === 3 && high === 5))

/** 二〇二四, 一七二零: at least three digits, or a zero among them, or a decimal point behind; else (九九) no number. */
function digitRow(text: string, index: number): Coefficient | null {
  const row = decimalDigits(text, index)
  const end = index + row.length
  if (row.length < 3 && !row.includes('0') && !spokenDecimals(text, end)) return null
  const value = Number(row)
  return row === '' ? null : { low: value, high: value, exponent: 0, arabic: false, places: row.length, end }
}

function bigUnitAt(text: string, index: number): number | null {
  const unit = bigUnitOf(text.charCodeAt(index))
  return unit === undefined || (text.charAt(index) === '兆' && isPrefix(text, index, prefixedUnits)) ? null : unit
}

function unitAt(text: string, index: number, coefficient: Coefficient | null): number | null {
  const unit = smallUnitOf(text.charCodeAt(index))
  if (unit === undefined) return bigUnitAt(text, index)
  const measured =
    unit === 3 && coefficient && isPrefix(text, index, coefficient.arabic ? prefixedUnits : prefixedUnitsAfterChinese)
  return measured ? null : unit
}

const isPrefix = (text: string, index: number, units: string): boolean => units.includes(text.charAt(index + 1) || '\0')

const isZero = (text: string, index: number): boolean => digitOf(text, index) === 0

const isMoreMark = unitsOf(moreMarks)
const isMore = (text: string, index: number): boolean => isMoreMark(text.charCodeAt(index))

/** A coefficient and its unit; a number is a list of them with falling units: 一万三千 is 1 × 10^4, 3 × 10^3. */
interface Term {
  low: number
  high: number
  exponent: number
  unit: number
}

const sum = (terms: readonly Term[], side: 'low' | 'high', belowUnit = Number.POSITIVE_INFINITY, relative = 0): number =>
  terms.reduce((total, term) => (term.unit < belowUnit ? total + term[side] * 10 ** (term.unit - relative) : total), 0)

/** The terms after one more unit, or null where it does not fit behind them. */
function withUnit(terms: readonly Term[], coefficient: Coefficient | null, unit: number, zero: boolean): Term[] | null {
  const top = terms.at(-1)
  if (top && top.exponent !== 0 && (coefficient || unit < top.unit)) return null
  const { low, high, exponent } = coefficient ?? { low: unit < 4 || !top ? 1 : 0, high: unit < 4 || !top ? 1 : 0, exponent: 0 }
  if (exponent !== 0 && top) return null
  if (unit < 4) {
    if (coefficient?.arabic ? top && low * 10 ** unit >= 10 ** top.unit : low > 9 || low < 1) return null
    return !top || unit < top.unit ? [...terms, { low, high, exponent, unit }] : null
  }
  // 万万 and 万亿 multiply what is there; otherwise the unit takes all smaller terms before it: 一万五千亿.
  if (!coefficient && top && (top.unit === unit || top.exponent !== 0))
    return [...terms.slice(0, -1), { ...top, unit: top.unit + unit }]
  const rest = terms.filter((term) => term.unit > unit)
  if (coefficient && !coefficient.arabic && !zero && top && (top.unit === 2 || top.unit === 3)) return null
  if (terms.some((term) => term.unit === unit) || (!coefficient && rest.length === terms.length && top)) return null
  return [...rest, { low: low + sum(terms, 'low', unit), high: high + sum(terms, 'high', unit), exponent, unit }]
}

/** 十 needs no digit; 百 and 千 need one except before 万 and 亿, behind 零, or at the start (千一); 万 only there (万九, not 万一). */
function unitMayOpen(text: string, index: number, unit: number, first: boolean, zero: boolean): boolean {
  if (unit === 1 || (unit < 4 && zero)) return true
  if (!first) return unit >= 4 && !zero
  const digit = digitOf(text, index + 1) ?? 0
  return unit < 4 ? digit > 0 || bigUnitAt(text, skipBlanks(text, index + 1)) !== null : digit > 1
}

/**
 * What stands behind the last unit: ones (二十五, 零五), the next lower unit (一百五, 一万三), or an Arabic figure that fills the
 * places below (四千230).
 */
function lastTerm(text: string, top: Term, coefficient: Coefficient, zero: boolean): Term | null {
  const { low, high, exponent, arabic, places, end } = coefficient
  if (exponent !== 0 || top.exponent !== 0) return null
  const next = skipBlanks(text, end)
  if (arabic)
    return places <= top.unit && (zero || places === top.unit) && text.charAt(next) !== '年'
      ? { low, high, exponent, unit: 0 }
      : null
  if (zero || top.unit === 1) return { low, high, exponent, unit: 0 }
  const complete = low === high && low > 0 && smallUnitOf(text.charCodeAt(next)) === undefined && bigUnitAt(text, next) === null
  return complete ? { low, high, exponent, unit: top.unit - 1 } : null
}

const magnitudeOf = (terms: readonly Term[], more: boolean, end: number): Magnitude => {
  const [only] = terms
  if (only && terms.length === 1) return { low: only.low, high: only.high, exponent: only.exponent + only.unit, more, end }
  return { low: sum(terms, 'low'), high: sum(terms, 'high'), exponent: 0, more, end }
}

const alone = ({ low, high, exponent, end }: Coefficient): Magnitude => ({ low, high, exponent, more: false, end })

/** The longest magnitude that starts at `index`, or null. */
export function magnitudeAt(text: string, index: number): Magnitude | null {
  if (isChineseDigit(text, index) && isChineseDigit(text, index - 1)) return null
  const whole = wholeAt(text, index)
  if (!whole || whole.more || whole.exponent < 0) return whole
  const decimals = spokenDecimals(text, whole.end)
  if (!decimals || whole.low !== whole.high) return whole
  const low =
    whole.exponent === 0
      ? Number(`${whole.low}${decimals.digits}`)
      : Number(`${whole.low}${'0'.repeat(whole.exponent)}${decimals.digits}`)
  if (!Number.isFinite(low)) return whole
  return magnitudeUnits(text, { low, high: low, exponent: -decimals.digits.length, more: false, end: decimals.end })
}

/** 一点五万, 三点二万亿: units behind spoken decimals. */
function magnitudeUnits(text: string, magnitude: Magnitude): Magnitude {
  let { exponent, end } = magnitude
  for (let unit = bigUnitAt(text, end), count = 0; unit !== null && count < 2; unit = bigUnitAt(text, end), count++) {
    exponent += unit
    end++
  }
  return { ...magnitude, exponent, end }
}

function wholeAt(text: string, index: number): Magnitude | null {
  let terms: Term[] = []
  let accepted: Magnitude | null = null
  let zero = false
  for (let at = index; ; ) {
    const first = terms.length === 0
    const ten = tensOf(text.charCodeAt(at))
    const coefficient =
      ten === undefined
        ? coefficientAt(text, at, first)
        : { low: ten / 10, high: ten / 10, exponent: 0, arabic: false, places: 1, end: at }
    if (coefficient && first && ten === undefined) accepted = alone(coefficient)
    let unitIndex = skipBlanks(text, coefficient?.end ?? at)
    const more =
      isMore(text, unitIndex) && (coefficient !== null || !first) && bigUnitAt(text, skipBlanks(text, unitIndex + 1)) !== null
    if (more) unitIndex = skipBlanks(text, unitIndex + 1)
    const unit = ten === undefined ? unitAt(text, unitIndex, coefficient) : 1
    const fits = unit !== null && (coefficient !== null || unitMayOpen(text, unitIndex, unit, first, zero))
    const next = fits ? withUnit(terms, coefficient, unit, zero) : null
    if (!next) {
      const top = terms.at(-1)
      const last = top && coefficient && !more ? lastTerm(text, top, coefficient, zero) : null
      return last && coefficient ? magnitudeOf([...terms, last], false, coefficient.end) : accepted
    }
    terms = next
    const end = unitIndex + 1
    accepted = magnitudeOf(terms, more, end)
    if (more) return accepted
    at = skipBlanks(text, end)
    if (unit === 1 && '几幾'.includes(text.charAt(at) || '\0')) return severalMore(text, terms, at)
    if (accepted.low !== accepted.high && bigUnitAt(text, at) === null) return accepted
    zero = isZero(text, at)
    if (zero) at = skipBlanks(text, at + 1)
  }
}

/** 二十几, 一百二十几亿. */
function severalMore(text: string, terms: readonly Term[], index: number): Magnitude {
  const unitIndex = skipBlanks(text, index + 1)
  const unit = bigUnitAt(text, unitIndex)
  const next = unit === null ? null : withUnit(terms, null, unit, false)
  return next ? magnitudeOf(next, true, unitIndex + 1) : magnitudeOf(terms, true, index + 1)
}

/**
 * Numerals of Chinese official prose: Arabic, Chinese, mixed (3.6万), vague (十余), approximate (两三), fractions, tenths (七成).
 * Everything works on folded text (parsers/text/fold.ts). What is not a numeral gives null, never a guess.
 */

import { moreMarks, moreWords, notTenths } from '../lexicon/numerals.js'
import { fold } from '../text/fold.js'
import type { Span } from '../tree.js'
import { decimalDigits, isChineseDigit, skipBlanks } from './digits.js'
import { isNumeralStart, isUnitWithoutDigit, type Magnitude, magnitudeAt } from './magnitude.js'
import { slashFractionAt } from './slash-fraction.js'

export interface Numeral {
  /** The figure; of an approximate pair (两三), the lower one. */
  value: number
  /** The upper one of an approximate pair (两三 → 3, 十七八 → 18), else null. */
  high: number | null
  /** 多, 余 or 几 stands in it or right behind it: more than `value`. */
  more: boolean
  /** number: 3.6万 · fraction: 三分之二, 一半, 1/3 · tenths: 七成. */
  kind: 'number' | 'fraction' | 'tenths'
  /** It opens with 第: a rank or an order, no count. */
  ordinal: boolean
  /** `value` is `mantissa` × 10^`exponent` exactly, as far as the mantissa is a safe integer; a fraction has its value and 0. */
  mantissa: number
  exponent: number
  span: Span
}

type Part = Omit<Numeral, 'ordinal' | 'span'> & { end: number }

/** m × 10^e without the rounding error of a floating-point product: 36.67万 is 366700. */
export const exactProduct = (mantissa: number, exponent: number): number =>
  exponent === 0 || mantissa === 0
    ? mantissa
    : Number.isSafeInteger(mantissa)
      ? Number(`${mantissa}e${exponent}`)
      : mantissa * 10 ** exponent

const plain = (m: Magnitude): Part => ({
  value: exactProduct(m.low, m.exponent),
  high: m.high === m.low ? null : exactProduct(m.high, m.exponent),
  more: m.more,
  kind: 'number',
  mantissa: m.low,
  exponent: m.exponent,
  end: m.end,
})

const ratio = (value: number, kind: 'fraction' | 'tenths', end: number, mantissa = value, exponent = 0): Part => ({
  value,
  high: null,
  more: false,
  kind,
  mantissa,
  exponent,
  end,
})

/** 负, 負, or a minus sign right before a figure: the index behind it, else the same index. */
function skipSign(text: string, index: number): number {
  const mark = text.charAt(index)
  if (mark === '负' || mark === '負') return skipBlanks(text, index + 1)
  if ((mark === '-' || mark === '−') && /^\.?\d/.test(text.slice(index + 1, index + 3))) return index + 1
  return index
}

/** 三分之二, 百分之五, 十二点五分之二点五: the fraction whose denominator ends before `index`. */
function fractionAfter(text: string, denominator: number, index: number): Part | null {
  let at = skipBlanks(text, index)
  if (text.charAt(at) !== '分') return null
  at = skipBlanks(text, at + 1)
  if (text.charAt(at) !== '之') return null
  at = skipBlanks(text, at + 1)
  const unsigned = skipSign(text, at)
  const numerator = magnitudeAt(text, unsigned)
  if (!numerator || denominator === 0) return null
  const top = exactProduct(numerator.low, numerator.exponent)
  return { ...ratio((unsigned === at ? top : -top) / denominator, 'fraction', numerator.end), more: numerator.more }
}

const bareDenominators: Readonly<Record<string, number>> = { 百: 100, 佰: 100, 千: 1000, 仟: 1000, 万: 10000, 萬: 10000 }

function unsignedAt(text: string, index: number): Part | null {
  const first = text.charAt(index)
  const bare = bareDenominators[first]
  if (bare !== undefined) {
    const fraction = fractionAfter(text, bare, index + 1)
    if (fraction) return fraction
  }
  if (first === '半') return ratio(0.5, 'fraction', index + 1, 5, -1)
  if (first === '一' && text.charAt(index + 1) === '半')
    return ratio(0.5, 'fraction', index + (text.charAt(index + 2) === '半' ? 3 : 2), 5, -1)
  const slashed = slashFractionAt(text, index)
  if (slashed) return ratio(slashed.value, 'fraction', slashed.span[1])
  const whole = magnitudeAt(text, index)
  if (!whole) return null
  const number = plain(whole)
  const next = text.charAt(whole.end)
  if (next === '成' && whole.low >= 1 && whole.low <= 9.9 && !notTenths.includes(text.charAt(whole.end + 1) || '\0'))
    return tenthsAt(text, number)
  if (next !== '分' && next !== '又' && next !== ' ') return number
  const fraction = fractionAfter(text, number.value, whole.end)
  if (fraction) return fraction
  const joint = skipBlanks(text, whole.end)
  if (text.charAt(joint) !== '又') return number
  const denominator = magnitudeAt(text, skipBlanks(text, joint + 1))
  const rest = denominator && fractionAfter(text, exactProduct(denominator.low, denominator.exponent), denominator.end)
  return rest ? ratio(number.value + rest.value, 'fraction', rest.end) : number
}

/** 七成 → 0.7, 三成五 → 0.35; 五成以上 leaves 以上 to the caller. */
function tenthsAt(text: string, whole: Part): Part {
  const after = whole.end + 1
  const digit = isChineseDigit(text, after) ? decimalDigits(text, after) : null
  if (digit?.length !== 1)
    return ratio(exactProduct(whole.mantissa, whole.exponent - 1), 'tenths', after, whole.mantissa, whole.exponent - 1)
  const mantissa = whole.value * 10 + Number(digit)
  return ratio(exactProduct(mantissa, -2), 'tenths', after + 1, mantissa, -2)
}

/**
 * The longest numeral that starts at `index` of folded text, or null. A minus sign counts only where no figure, letter or
 * closing mark stands before it (50-70 is a range); 数十, 几百 have no value and give null.
 */
export function numeralAt(text: string, index: number): Numeral | null {
  const ordinal = text.charAt(index) === '第'
  const signAt = ordinal ? skipBlanks(text, index + 1) : index
  const at = skipSign(text, signAt)
  if (at !== signAt && /[-\d\w)）\]—–]/.test(text.charAt(index - 1))) return null
  if (!isNumeralStart(text, at) || (isUnitWithoutDigit(text, at) && at === index)) return null
  const part = unsignedAt(text, at)
  if (!part) return null
  let { more, end } = part
  const behind = skipBlanks(text, end)
  if (!more && part.kind === 'number' && part.high === null && moreAllowed(text, end, part) && isMore(text, behind)) {
    more = true
    end = behind + 1
  }
  const sign = at === signAt ? 1 : -1
  const { value, high, kind, mantissa, exponent } = part
  return {
    value: value * sign,
    high: high === null ? null : high * sign,
    more,
    kind,
    ordinal,
    mantissa: mantissa * sign,
    exponent,
    span: [index, end],
  }
}

const isMore = (text: string, index: number): boolean =>
  moreMarks.includes(text.charAt(index) || '\0') && !moreWords.test(text.slice(index, index + 3))

/** 余 follows a round figure (十余, 3600余, 6.5万余), never a lone digit (三多). 几 follows only 十. */
function moreAllowed(text: string, end: number, part: Part): boolean {
  const mark = text.charAt(skipBlanks(text, end))
  if (mark === '几' || mark === '幾') return '十拾'.includes(text.charAt(end - 1) || '\0')
  return part.value >= 10 || '十百千万亿萬億'.includes(text.charAt(end - 1) || '\0')
}

/** All numerals of folded text from left to right, without overlap. Linear: each place is looked at a bounded number of times. */
export function findNumerals(text: string): Numeral[] {
  const found: Numeral[] = []
  for (let at = 0; at < text.length; ) {
    const numeral = numeralAt(text, at)
    if (numeral) found.push(numeral)
    at = numeral ? numeral.span[1] : at + 1
  }
  return found
}

/** The value of a whole string that is one numeral (三分之二 → 0.666…, 十余万 → 100000), or null. */
export function parseNumeral(text: string): number | null {
  const trimmed = fold(text).trim()
  const numeral = numeralAt(trimmed, 0)
  return numeral && numeral.span[1] === trimmed.length ? numeral.value : null
}

/** Figures made of digits alone: Arabic ones with grouping and decimals, rows of Chinese digits, decimals behind 点. */
import { digits } from '../lexicon/numerals.js'
import { unitsOf, valuesOf } from './marks.js'

/** Longest run of digits that is read as a figure; longer ones are identifiers. */
const MAX_DIGITS = 40
/** Most blanks inside a numeral: layout, not structure. */
const MAX_BLANKS = 4

const digitValue = valuesOf(digits)

/** The value of the Chinese digit at `index`. */
export const digitOf = (text: string, index: number): number | undefined => digitValue(text.charCodeAt(index))
const isAscii = (text: string, index: number): boolean => {
  const code = text.charCodeAt(index)
  return code >= 48 && code <= 57
}

export const isChineseDigit = (text: string, index: number): boolean => digitOf(text, index) !== undefined

/** The index behind the blanks at `index`. */
export function skipBlanks(text: string, index: number): number {
  let at = index
  while (at < index + MAX_BLANKS && text.charCodeAt(at) === 0x20) at++
  return at
}

/** The Chinese digits from `index` as ASCII digits; empty where there are none or more than a figure has. */
export function decimalDigits(text: string, index: number): string {
  let figure = ''
  for (let at = index; ; at++) {
    const digit = digitOf(text, at)
    if (digit === undefined) return figure
    if (figure.length === MAX_DIGITS) return ''
    figure += digit
  }
}

/** An Arabic figure. */
export interface Figure {
  /** Digits without the point. */
  mantissa: number
  exponent: number
  /** How many digits stand before the point. */
  whole: number
  end: number
}

const ascii = /(?:\d{1,3}(?:[,，]\d{3}){1,8}(?![\d,，]\d)|\d{1,3}(?: \d{3}){1,8}(?![ \d])|\d{1,40})?(?:\.\d{1,40}(?!\d))?/y
const dottedChain = /\.\d{1,40}\.\d/y

const startsFigure = unitsOf('0123456789.')

/** An Arabic figure with its grouping marks and decimals; 2.3.1 is a chain of labels whose parts are whole numbers. */
export function figureAt(text: string, index: number): Figure | null {
  if (!startsFigure(text.charCodeAt(index)) || isAscii(text, index - 1)) return null
  if (text.charAt(index) === '.' && /[.\w]/.test(text.charAt(index - 1))) return null
  const inChain = text.charAt(index - 1) === '.' && isAscii(text, index - 2)
  ascii.lastIndex = index
  let printed = ascii.exec(text)?.[0] ?? ''
  const point = printed.indexOf('.')
  if (point >= 0) {
    dottedChain.lastIndex = index + point
    if (inChain || dottedChain.test(text)) printed = printed.slice(0, point)
  }
  const end = index + printed.length
  if (printed === '' || isAscii(text, end)) return null
  const [whole = '', decimals = ''] = printed.replace(/[,， ]/g, '').split('.')
  const mantissa = Number(whole + decimals)
  return Number.isFinite(mantissa)
    ? { mantissa, exponent: decimals === '' ? 0 : -decimals.length, whole: whole.length, end }
    : null
}

const isSpokenPoint = unitsOf('点點')

/** 点五, 點零五 behind a figure: the digits, and where they end. A time (八点三十分) has none. */
export function spokenDecimals(text: string, index: number): { digits: string; end: number } | null {
  const point = skipBlanks(text, index)
  if (!isSpokenPoint(text.charCodeAt(point))) return null
  const first = skipBlanks(text, point + 1)
  let printed = decimalDigits(text, first)
  let end = first + printed.length
  if (printed === '') {
    while (end < first + MAX_DIGITS && isAscii(text, end)) end++
    printed = text.slice(first, end)
  }
  const timed = '十拾分整钟时半'.includes(text.charAt(end) || '\0') && text.charAt(end + 1) !== '之'
  if (printed === '' || isAscii(text, end) || timed) return null
  return { digits: printed, end }
}

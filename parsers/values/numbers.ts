/** Plain numbers, for `taizhang values`: every numeral of a text, with the notations of arithmetic that reports do not use. */

import { fixedWords, halved, wordDigits } from '../lexicon/numerals.js'
import { fold } from '../text/fold.js'
import { type Numeral, numeralAt } from './numerals.js'
import type { NumberMention } from './types.js'

const words = new RegExp(fixedWords.join('|'), 'y')
const power = /\^([+-]?\d{1,4}(?:\.\d{1,4})?)(?![\d.])/y
const slash = /\/(\d{1,9}(?:\.\d{1,9})?)(?![\d./年月日])/y
const mixed = / (\d{1,9})\/(\d{1,9})(?![\d./年月日])/y

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index
  return pattern.exec(text)
}

/** 2^5, 1.5/3, 1 4/3: the value of an Arabic figure with what follows it, and where that ends. */
function arithmetic(text: string, { value, span: [start, end] }: Numeral): { value: number; end: number } {
  const before = text.charAt(start - 1)
  if (!/\d/.test(text.charAt(end - 1)) || before === '/') return { value, end }
  const exponent = matchAt(power, text, end)
  if (exponent) return { value: Math.sign(value) * Math.abs(value) ** Number(exponent[1]), end: end + exponent[0].length }
  const whole = matchAt(mixed, text, end)
  if (whole && Number(whole[2]) !== 0) return { value: value + Number(whole[1]) / Number(whole[2]), end: end + whole[0].length }
  const divisor = matchAt(slash, text, end)
  if (divisor && Number(divisor[1]) !== 0) return { value: value / Number(divisor[1]), end: end + divisor[0].length }
  return { value, end }
}

const han = /[一-龥]/

/** 队伍, 大陆, 半径: one character that counts only where it stands alone or before what it counts. */
function isWord(text: string, start: number, end: number): boolean {
  if (end - start !== 1) return false
  const character = text.charAt(start)
  const next = text.charAt(end)
  if (character === '半') return (next !== '' && !halved.includes(next)) || /[上下前后]/.test(text.charAt(start - 1))
  return wordDigits.includes(character) && (han.test(next) || han.test(text.charAt(start - 1)))
}

/** Does a fixed word (一切, 统一, 进一步) that begins at most two characters before `index` cover it? */
function inFixedWord(text: string, index: number): boolean {
  for (let start = Math.max(0, index - 2); start <= index; start++) {
    const match = matchAt(words, text, start)
    if (match && start + match[0].length > index) return true
  }
  return false
}

/** All plain numbers of a text from left to right; words such as 一切 and 统一 hold none. */
export function findNumbers(text: string): NumberMention[] {
  const folded = fold(text)
  const found: NumberMention[] = []
  for (let at = 0; at < folded.length; ) {
    const numeral = numeralAt(folded, at)
    if (!numeral || (han.test(folded.charAt(at)) && inFixedWord(folded, at))) {
      at++
      continue
    }
    const { value, end } = arithmetic(folded, numeral)
    if (Number.isFinite(value) && !isWord(folded, at, end)) found.push({ text: text.slice(at, end), span: [at, end], value })
    at = end
  }
  return found
}

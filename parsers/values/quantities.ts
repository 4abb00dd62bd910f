/**
 * Quantities 数量: a figure with unit, bound and change, as RECORD.md describes them. One pass from left to right; every look
 * around a figure is bounded, so that time grows with the length of the text whatever stands in it.
 */
import { fold } from '../text/fold.js'
import type { Span } from '../tree.js'
import { sloganAt } from './quantity-guards.js'
import { readAt, type Trail } from './quantity-read.js'
import type { Quantity } from './types.js'
import { startsUnit } from './units.js'

/** What a UTF-16 unit can open: 1 an Arabic figure, 2 a Chinese one, 3 a title, 4 a name in quotes. */
const marks = new Uint8Array(0x10000)
const [arabic, chinese, title, quote] = [1, 2, 3, 4] as const
for (const mark of '0123456789') marks[mark.charCodeAt(0)] = arabic
for (const mark of '零〇○一二两兩三四五六七八九壹贰貳叁參叄肆伍陆陸柒捌玖十拾百佰千仟万萬亿億廿卅卌半第负負')
  marks[mark.charCodeAt(0)] = chinese
marks['《'.charCodeAt(0)] = title
marks['“'.charCodeAt(0)] = quote

/** What can follow the first character of a Chinese figure that has a unit; most of them are in words such as 统一, 进一步. */
const follows = new Uint8Array(0x10000)
for (let code = 0; code < follows.length; code++)
  if (startsUnit(code) || marks[code] === arabic || marks[code] === chinese) follows[code] = 1
for (const mark of '多余餘几幾来來成分点點又至到的之数-—–―─～ （') follows[mark.charCodeAt(0)] = 1
const metreMark = '米'.charCodeAt(0)

/** A title is not longer than this; a lone 《 hides nothing. */
const maxTitle = 300

export interface QuantityOptions {
  /** Spans of dates and references that were found already, sorted, without overlap: no quantity starts in them. */
  skip?: readonly Span[]
  /** The text folded, where the caller has it. */
  folded?: string
}

/** All quantities of a text, in order. Spans are relative to `text`. */
export function findQuantities(text: string, options: QuantityOptions = {}): Quantity[] {
  const folded = options.folded ?? fold(text)
  const skip = options.skip ?? []
  const found: Quantity[] = []
  let trail: Trail | null = null
  let floor = 0
  let lastHidden: Span | null = null
  let titleEnd = -1
  for (let i = 0, s = 0; i < folded.length; ) {
    const mark = marks[folded.charCodeAt(i)]
    if (!mark || (mark === chinese && !follows[folded.charCodeAt(i + 1)] && folded.charCodeAt(i - 1) !== metreMark)) {
      i++
      continue
    }
    while ((skip[s]?.[1] ?? Infinity) <= i) s++
    const hidden = skip[s]
    if (hidden && hidden[0] <= i) {
      floor = i = hidden[1]
      lastHidden = hidden
      continue
    }
    if (mark === title) {
      if (titleEnd < i) titleEnd = folded.indexOf('》', i)
      if (titleEnd < 0) titleEnd = folded.length
      if (titleEnd < folded.length && titleEnd - i <= maxTitle) floor = i = titleEnd + 1
      else i++
      continue
    }
    if (mark === quote) {
      i += sloganAt(folded, i) || 1
      continue
    }
    const read = readAt(text, folded, i, { floor, trail, hidden: lastHidden, limit: hidden ? hidden[0] : folded.length })
    if (!read) {
      i++
      continue
    }
    i = read.next
    trail = read.trail
    if (read.quantity) {
      found.push(read.quantity)
      floor = read.next
    }
  }
  return found
}

/** The quantity that the whole string is, or null. */
export function parseQuantity(text: string): Quantity | null {
  const trimmed = text.trim()
  const [only, second] = findQuantities(trimmed)
  return only && !second && only.span[0] === 0 && only.span[1] === trimmed.length ? only : null
}

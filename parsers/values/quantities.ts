/**
 * Quantities 数量: a figure with unit, bound and change, as RECORD.md describes them. One pass from left to right; every look
 * around a figure is bounded, so that time grows with the length of the text whatever stands in it.
 */
import { fold } from '../fold.js'
import type { Span } from '../tree.js'
import { ratio, scale } from './decimal.js'
import { type After, type Before, leastBefore, lookAfter, lookBefore } from './quantity-context.js'
import { figureAt } from './quantity-figure.js'
import { afterListLabel, isCode, isManner, isNoCount, sloganAt } from './quantity-guards.js'
import type { Figure } from './quantity-number.js'
import { rangeFrom } from './quantity-range.js'
import { resolve } from './quantity-resolve.js'
import { subjectOf } from './quantity-subject.js'
import type { Comparator, Quantity } from './types.js'
import { siValue, startsUnit, unitAt } from './units.js'

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
for (const mark of '多余餘几幾来成分点點又至到的之-—–―─～ （') follows[mark.charCodeAt(0)] = 1
const metreMark = '米'.charCodeAt(0)

/** A title is not longer than this; a lone 《 hides nothing. */
const maxTitle = 300

export interface QuantityOptions {
  /** Spans of dates and references that were found already, sorted, without overlap: no quantity starts in them. */
  skip?: readonly Span[]
}

/** What the last figure leaves to the next one in a list: 分别下降14%、18.5%、2.7%; 第78位和67位. */
interface Trail {
  end: number
  code: string | null
  change: Quantity['change']
  changeKind: Quantity['changeKind']
  ordinal: boolean
}

/** All quantities of a text, in order. Spans are relative to `text`. */
export function findQuantities(text: string, options: QuantityOptions = {}): Quantity[] {
  const folded = fold(text)
  const skip = options.skip ?? []
  const found: Quantity[] = []
  let trail: Trail | null = null
  let floor = 0
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
    const read = readAt(text, folded, i, floor, trail, hidden ? hidden[0] : folded.length)
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

interface Read {
  quantity: Quantity | null
  trail: Trail | null
  next: number
}

const joins = /^\s?(?:[、和及与]|以及|至|-|—)\s?$/
const joinedTo = (text: string, trail: Trail | null, start: number): trail is Trail =>
  trail !== null && start - trail.end <= 4 && joins.test(text.slice(trail.end, start))

/** What stands at `index`, where a numeral may start; null where none does. */
function readAt(text: string, folded: string, index: number, floor: number, trail: Trail | null, limit: number): Read | null {
  const first = bareHead(folded, index) ?? figureAt(folded, index)
  if (!first) return null
  const dismissed = (next: number): Read => ({ quantity: null, trail: null, next })
  if (first.end > limit) return dismissed(first.number[1])
  const label = afterListLabel(folded, first)
  if (label >= 0) return dismissed(label)
  const { ordinal, unit } = first
  if (ordinal || (joinedTo(folded, trail, index) && trail.ordinal && (trail.code === null || trail.code === unit?.code)))
    return {
      ...dismissed(first.end),
      trail: { end: first.end, code: unit?.code ?? null, change: null, changeKind: null, ordinal: true },
    }
  if (isCode(folded, first)) return dismissed(first.number[1])
  const range = rangeFrom(folded, first, limit)
  const before = lookBefore(folded, first.number[0], floor, (range ?? first).unit)
  const figure = resolve(folded, withSign(folded, range ?? first, before), before)
  if (!figure.unit && (figure.kind === 'number' || isBareHalf(folded, figure))) return dismissed(first.number[1])
  if (isNoCount(folded, figure, before)) return dismissed(figure.end)
  const after = lookAfter(folded, figure.end, figure.unit)
  const least = figure.unit?.kind === 'count' ? leastBefore(folded, before, floor) : -1
  if (least >= 0) [before.start, before.outer, before.comparator] = [least, least, '>=']
  const bounded = before.comparator !== null || after.comparator !== null || figure.more
  const alone = before.start === 0 && after.end === folded.length
  if (isManner(folded, figure, before, bounded, alone)) return dismissed(figure.end)
  const quantity = build(text, folded, figure, before, after, floor)
  if (quantity.change === null && trail?.code === quantity.unit && joinedTo(folded, trail, before.outer)) {
    quantity.change = trail.change
    quantity.changeKind = trail.changeKind
  }
  const { change, changeKind, span } = quantity
  return { quantity, trail: { end: span[1], code: quantity.unit, change, changeKind, ordinal: false }, next: span[1] }
}

const tenth = ratio('1/10')
const metre = unitAt('米', 0)?.unit ?? null

/** 米九: the 一 before the unit is left out. Only where no other word ends in 米. */
function bareHead(text: string, index: number): Figure | null {
  if (text[index - 1] !== '米' || (index > 1 && !/[\s，。；：、（]/.test(text.charAt(index - 2)))) return null
  const digit = '一二三四五六七八九'.indexOf(text.charAt(index)) + 1
  if (digit === 0 || figureAt(text, index)?.unit) return null
  return {
    value: scale(10 + digit, tenth),
    high: null,
    more: false,
    kind: 'number',
    number: [index - 1, index + 1],
    end: index + 1,
    unit: metre,
    unitSpan: [index - 1, index],
    ordinal: false,
  }
}

/** 半 alone counts only units of measure (半公升, 半年), and not in 上半年, 大半天. */
const isBareHalf = (text: string, { number, unit }: Figure): boolean =>
  text.charAt(number[0]) === '半' &&
  (unit?.kind !== 'measure' || '上下前后大多过夜对各减'.includes(text.charAt(number[0] - 1) || '\0'))

const minusAfter = /[\s，。；：、（为至到约达于是在低]/
const signed = new Set(['%', 'Cel', '[degF]', '{百分点}', 'CNY'])

/** -5℃, 零下5度: a minus between Chinese words is a dash unless the unit can fall below zero. */
function withSign(text: string, figure: Figure, before: Before): Figure {
  const start = figure.number[0]
  const dash = /[-−]\d/.test(text.slice(start - 1, start + 1)) && figure.value > 0
  const owner = text.charAt(start - 2)
  const minus = dash && (owner === '' || minusAfter.test(owner) || signed.has(figure.unit?.code ?? ''))
  if (!minus && !before.belowZero) return figure
  return {
    ...figure,
    value: -figure.value,
    high: figure.high === null ? null : -figure.high,
    number: minus ? [start - 1, figure.number[1]] : figure.number,
  }
}

function comparatorOf(before: Before, after: After, more: boolean): Comparator {
  const [left, right] = [before.comparator, after.comparator]
  if (left !== null && left !== '~') return left
  if (right !== null && (right !== '~' || !more)) return right
  return more ? '>' : (left ?? '=')
}

/** 近三年来, ，近5年: the years up to now, not about so many. */
const isLastYears = (text: string, { unit, end }: Figure, before: Before): boolean =>
  unit?.code === 'a' &&
  text.charAt(before.start) === '近' &&
  before.change === null &&
  (text.charAt(end) === '来' ||
    before.start === 0 ||
    /[，。；：、（\s对在从自于以按和与及查]/.test(text.charAt(before.start - 1)))

function build(text: string, folded: string, figure: Figure, before: Before, after: After, floor: number): Quantity {
  const { unit, unitSpan } = figure
  const money = (value: number): number => (unit?.kind === 'money' && unit.part.den !== 1n ? scale(value, unit.part) : value)
  const value = money(figure.value)
  const upper = figure.high === null ? null : money(figure.high)
  const comparator = isLastYears(folded, figure, before) ? '=' : comparatorOf(before, after, figure.more)
  const isRange = upper !== null
  const span: Span = [Math.min(before.start, figure.number[0]), after.end]
  return {
    text: text.slice(...span),
    span,
    value,
    low: isRange || comparator === '>=' || comparator === '>' ? value : null,
    high: isRange ? upper : comparator === '<=' || comparator === '<' ? value : null,
    comparator,
    unit: unit?.code ?? null,
    unitText: unitSpan && text.slice(...unitSpan).replace(/\s/g, ''),
    si: unit && siValue(value, unit),
    change: before.change,
    changeKind: before.changeKind,
    subject: subjectOf(folded, before.outer, floor, after.end, unit),
  }
}

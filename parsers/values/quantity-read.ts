/** What stands at one place of a text: a figure with its words around, or why it is no quantity. */
import type { Span } from '../tree.js'
import { ratio, scale } from './decimal.js'
import { unitsOf } from './marks.js'
import { type After, lookAfter } from './quantity-after.js'
import { isNextObject } from './quantity-amount.js'
import { type Before, leastBefore, lookBefore } from './quantity-before.js'
import { lookFarther } from './quantity-change.js'
import { figureAt } from './quantity-figure.js'
import { afterListLabel, isCode, isManner, isNoCount } from './quantity-guards.js'
import { type Shared, sharedUnit } from './quantity-list.js'
import { nameEnd } from './quantity-names.js'
import type { Figure } from './quantity-number.js'
import { rangeFrom } from './quantity-range.js'
import { resolve } from './quantity-resolve.js'
import { subjectOf } from './quantity-subject.js'
import { vagueLead } from './quantity-vague.js'
import type { Comparator, Quantity } from './types.js'
import { siValue, type Unit, unitAt } from './units.js'

/** What the last figure leaves to the next one in a list: 分别下降14%、18.5%、2.7%; 第78位和67位. */
export interface Trail {
  end: number
  code: string | null
  comparator: Comparator | null
  change: Quantity['change']
  changeKind: Quantity['changeKind']
  ordinal: boolean
}

export interface Read {
  quantity: Quantity | null
  trail: Trail | null
  next: number
}

/** Can open a figure without a digit: 上千亩, 过半数. */
const powers = /[百佰千仟万萬亿億]/
const opensVague = (text: string, start: number): boolean =>
  powers.test(text.charAt(start)) || text.slice(start - 1, start + 2) === '过半数'

const joins = /^\s?(?:[、和及与]|以及|至|-|—)\s?$/
const joinedTo = (text: string, trail: Trail | null, start: number): trail is Trail =>
  trail !== null && start - trail.end <= 4 && joins.test(text.slice(trail.end, start))

/** What the scan knows at a place. */
export interface Place {
  /** No word of a quantity stands before it: the end of the last one, of a date or of a reference. */
  floor: number
  trail: Trail | null
  /** The last date or reference. */
  hidden: Span | null
  /** No figure reaches past it: the start of the next date or reference. */
  limit: number
}

/** What stands at `index`, where a numeral may start; null where none does. */
export function readAt(text: string, folded: string, index: number, { floor, trail, hidden, limit }: Place): Read | null {
  const first = (index > floor ? bareHead(folded, index) : null) ?? figureAt(folded, index)
  if (!first) return null
  const dismissed = (next: number): Read => ({ quantity: null, trail: null, next })
  if (first.end > limit) return dismissed(first.number[1])
  // .5吨: what stood before the point is lost
  if (folded.charAt(index - 1) === '.' && !/\d/.test(folded.charAt(index - 2))) return dismissed(first.number[1])
  const label = afterListLabel(folded, first)
  if (label >= 0) return dismissed(label)
  const { ordinal, unit } = first
  if (ordinal || (joinedTo(folded, trail, index) && trail.ordinal && (trail.code === null || trail.code === unit?.code)))
    return {
      ...dismissed(first.end),
      trail: {
        end: first.end,
        code: unit?.code ?? null,
        comparator: null,
        change: null,
        changeKind: null,

        ordinal: true,
      },
    }
  if (isCode(folded, first)) return dismissed(first.number[1])
  const range = rangeFrom(folded, first, limit)
  const shared = first.unit || range ? null : sharedUnit(folded, first, limit)
  if (shared?.isOrder) return dismissed(shared.end)
  const plain = range ?? (shared ? withShared(first, shared) : first)
  const before = lookBefore(folded, first.number[0], floor, plain.unit)
  lookFarther(folded, before, plain.unit, floor, hidden)
  if (trail) carryOn(folded, before, plain.unit, trail)
  const figure = resolve(folded, withSign(folded, plain, before), before)
  const after = shared ? { end: figure.end, comparator: shared.comparator } : lookAfter(folded, figure.end, figure.unit)
  const isUnitless = figure.kind === 'number' && !isBoundedRatio(folded, figure, before, after)
  if (!figure.unit && (isUnitless || isBareHalf(folded, figure))) return dismissed(first.number[1])
  const named = isNoCount(folded, figure, before) ? figure.end : nameEnd(folded, figure)
  if (named > 0) return dismissed(named)
  const least = figure.unit?.kind === 'count' ? leastBefore(folded, before, floor) : -1
  if (least >= 0) [before.start, before.outer, before.comparator] = [least, least, '>=']
  const vague = before.comparator === null && opensVague(folded, first.number[0]) ? vagueLead(folded, first.number[0]) : null
  if (vague) [before.start, before.outer, before.comparator] = [first.number[0] - 1, first.number[0] - 1, vague]
  const bounded = before.comparator !== null || after.comparator !== null || figure.more || figure.about === true
  if (figure.bare && !bounded) return dismissed(first.number[1])
  const alone = before.start === 0 && after.end === folded.length
  if (isManner(folded, figure, before, bounded, alone)) return dismissed(figure.end)
  if (trail?.code === (figure.unit?.code ?? null) && joinedTo(folded, trail, before.outer)) inherit(before, after, trail)
  const quantity = build(text, folded, figure, before, after, floor)
  if (shared) quantity.unitText = shared.unitText
  const { unit: code, change, changeKind, span } = quantity
  const left: Trail = {
    end: span[1],
    code,
    comparator: before.comparator,
    change,
    changeKind,

    ordinal: false,
  }
  return { quantity, trail: left, next: span[1] }
}

/** A list inherits what stands before its first figure: 分别下降14%、18.5%, 不低于60%、80%. */
function inherit(before: Before, after: After, trail: Trail): void {
  if (before.change === null) [before.change, before.changeKind] = [trail.change, trail.changeKind]
  if (before.comparator === null && after.comparator === null) before.comparator = trail.comparator
}

/** 减少化肥120吨、农药8吨: the verb goes on to the next object. */
function carryOn(text: string, before: Before, unit: Unit | null, trail: Trail): void {
  if (before.change !== null || trail.changeKind !== 'by' || before.outer <= trail.end || before.outer - trail.end > 13) return
  if (isNextObject(text.slice(trail.end, before.outer), unit))
    [before.change, before.changeKind] = [trail.change, trail.changeKind]
}

const withShared = (figure: Figure, { unit, scale: power }: Shared): Figure => ({
  ...figure,
  unit,
  value: power === 0 ? figure.value : scale(figure.value, ratio(`1e${power}`)),
})

/** What measures without a unit: 利用系数提高到0.6以上, 综合指数低于4.2. */
const indices = /(?:系数|指数|容积率|均衡度|配比)[^，。；、\d]{0,8}$/

/**
 * 利用系数不低于0.57: a decimal without a unit counts where a bound leads to it and the clause ends behind it, and behind the name of an
 * index where it is bounded or the end of a change.
 */
function isBoundedRatio(text: string, { number: [start, end] }: Figure, before: Before, after: After): boolean {
  if (!text.slice(start, end).includes('.')) return false
  const ends = end === text.length || /[，。；、\n]/.test(text.charAt(end))
  if (ends && before.comparator !== null && before.comparator !== '~') return true
  return (
    (before.comparator !== null || after.comparator !== null || before.changeKind === 'to') &&
    indices.test(text.slice(Math.max(0, start - 14), start))
  )
}

const tenth = ratio('1/10')
const metreMark = '米'.charCodeAt(0)
const metre = unitAt('米', 0)?.unit ?? null

/** 米九: the 一 before the unit is left out. Only where no other word ends in 米. */
function bareHead(text: string, index: number): Figure | null {
  if (text.charCodeAt(index - 1) !== metreMark || (index > 1 && !/[\s，。；：、（]/.test(text.charAt(index - 2)))) return null
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
  text.charAt(number[0] + 1) !== '数' &&
  (unit?.kind !== 'measure' || '上下前后大多过夜对各减'.includes(text.charAt(number[0] - 1) || '\0'))

const isMinus = unitsOf('-−')
const minusAfter = /[\s，。；：、（为至到约达于是在低]/
const signed = new Set(['%', 'Cel', '[degF]', '{百分点}', 'CNY'])

/** -5℃, 零下5度: a minus between Chinese words is a dash unless the unit can fall below zero. */
function withSign(text: string, figure: Figure, before: Before): Figure {
  const start = figure.number[0]
  const dash = isMinus(text.charCodeAt(start - 1)) && /\d/.test(text.charAt(start)) && figure.value > 0
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

function comparatorOf(before: Before, after: After, { more, about }: Figure): Comparator {
  const [left, right] = [before.comparator, after.comparator]
  // 控制在26℃以上
  if (left === '<=' && right === '>=') return right
  if (left !== null && left !== '~') return left
  if (right !== null && (right !== '~' || !more)) return right
  return more ? '>' : about ? '~' : (left ?? '=')
}

/** Behind these 近一年 is about a year; else it is the year up to now. */
const lasting =
  /(?:推迟|推延|延期|延误|逾期|超期|闲置|空置|停工|停产|停摆|停滞|搁置|历时|耗时|用时|拖延|拖欠|滞后|中断|达|长|过|了|晚|早|提前|已|有|将|用|共|满|超)$/

/** 近三年来, 对近5年: the years up to now, not about so many; 推迟近一年 is. */
const isLastYears = (text: string, { unit }: Figure, before: Before): boolean =>
  unit?.code === 'a' &&
  text.charAt(before.start) === '近' &&
  before.change === null &&
  !lasting.test(text.slice(Math.max(0, before.start - 3), before.start))

const withoutBlanks = (text: string): string => (/\s/.test(text) ? text.replace(/\s/g, '') : text)

function build(text: string, folded: string, figure: Figure, before: Before, after: After, floor: number): Quantity {
  const { unit, unitSpan } = figure
  const money = (value: number): number => (unit?.kind === 'money' && unit.part.den !== 1n ? scale(value, unit.part) : value)
  const value = money(figure.value)
  const upper = figure.high === null ? null : money(figure.high)
  const comparator = isLastYears(folded, figure, before) ? '=' : comparatorOf(before, after, figure)
  const isRange = upper !== null
  const quoted = unitSpan && folded.charAt(figure.number[1]) === '”' && folded.charAt(figure.number[0] - 1) === '“' ? 1 : 0
  const [start, end] = [Math.min(before.start, figure.number[0] - quoted), after.end]
  return {
    text: text.slice(start, end),
    span: [start, end],
    value,
    low: isRange || comparator === '>=' || comparator === '>' ? value : null,
    high: isRange ? upper : comparator === '<=' || comparator === '<' ? value : null,
    comparator,
    unit: unit?.code ?? null,
    unitText: unitSpan && withoutBlanks(text.slice(unitSpan[0], unitSpan[1])),
    si: unit && siValue(value, unit),
    change: before.change,
    changeKind: before.changeKind,
    subject: subjectOf(folded, before.outer, floor, after.end, unit),
  }
}

/** A figure with its unit: 36.67万只, 百分之五, 三分之二, 5元3角, 一吨半, 1.0×10-7cm/s. No bounds, no ranges, no judgement of the words around. */
import { notBefore } from '../lexicon/classifiers.js'
import type { Span } from '../tree.js'
import { over, ratio, toNumber } from './decimal.js'
import { skipBlanks } from './magnitude.js'
import { exactProduct, type Numeral, numeralAt } from './numerals.js'
import { takesParts, withParts } from './quantity-parts.js'
import { addParts, type Unit, type UnitMatch, unitAt } from './units.js'

export interface Figure {
  value: number
  /** The upper one of an approximate pair (两三个). */
  high: number | null
  /** 多, 余 inside or behind. */
  more: boolean
  kind: Numeral['kind'] | 'share'
  /** Of the numeral alone. */
  number: Span
  /** 0 where there is no unit. */
  end: number
  unit: Unit | null
  unitSpan: Span | null
  ordinal: boolean
}

const powers: Readonly<Record<string, number>> = { 百: 2, 佰: 2, 千: 3, 仟: 3, 万: 4, 萬: 4, 亿: 8, 億: 8 }

/** 百分之五, 千分之三, 百万分之一: the share in percent, exactly; null where the denominator is no power of ten (三分之二). */
function share(text: string, numeral: Numeral): { value: number; high: number | null } | null {
  let power = 0
  let at = numeral.span[0]
  if (text[at] === '负' || text[at] === '負') at++
  for (; at < numeral.span[1]; at++) {
    const mark = text.charAt(at)
    if (mark === ' ') continue
    const p = powers[mark]
    if (p === undefined) break
    power += p
  }
  if (power === 0 || text[at] !== '分') return null
  const top = numeralAt(text, skipBlanks(text, text.indexOf('之', at) + 1))
  if (!top) return null
  const sign = numeral.value < 0 && top.value > 0 ? -1 : 1
  const percent = (value: number): number => toNumber(over(ratio(String(value * sign)), ratio(`1e${power - 2}`)))
  return { value: percent(top.value), high: top.high === null ? null : percent(top.high) }
}

const percentUnit = unitAt('%', 0)?.unit ?? null

const liang = /[一二三四五六七八九十百千万半](两|兩)/y

/** 两万两, 八两: the last 两 is the unit (50 g), not the digit, where no unit follows it. */
function numeralBeforeLiang(text: string, index: number): Numeral | null {
  const numeral = numeralAt(text, index)
  const end = numeral ? numeral.span[1] : index + 2
  liang.lastIndex = end - 2
  if (end - 2 < index || !liang.test(text) || unitAt(text, skipBlanks(text, end))) return null
  const head = numeralAt(text.slice(index, end - 1), 0)
  return head?.span[1] === end - 1 - index ? { ...head, span: [index, end - 1] } : null
}

const hundred = /[负負]?的?[百佰]\s?分\s?之\s?[百佰]/y

/** 百分之百: the one share whose figure has no digit. */
function wholeShare(text: string, index: number): Figure | null {
  hundred.lastIndex = index
  if (!'百佰负負'.includes(text.charAt(index)) || !hundred.test(text)) return null
  const end = hundred.lastIndex
  const value = '负負'.includes(text.charAt(index)) ? -100 : 100
  return {
    value,
    high: null,
    more: false,
    kind: 'share',
    number: [index, end],
    end,
    unit: percentUnit,
    unitSpan: [index, end - 1],
    ordinal: false,
  }
}

/** The numeral at `index`, a share in percent, or a power of ten (2.5×10-7), without its unit. */
function numberAt(text: string, index: number): Figure | null {
  const whole = wholeShare(text, index)
  if (whole) return whole
  const negated = (text[index] === '负' || text[index] === '負') && text[index + 1] === '的'
  const numeral = numeralBeforeLiang(text, index) ?? numeralAt(text, negated ? index + 2 : index)
  if (!numeral) return null
  const { kind, ordinal, more, span } = numeral
  const sign = negated ? -1 : 1
  const figure: Figure = {
    value: numeral.value * sign,
    high: numeral.high === null ? null : numeral.high * sign,
    more,
    kind,
    number: [index, span[1]],
    end: span[1],
    unit: null,
    unitSpan: null,
    ordinal,
  }
  if (kind === 'tenths')
    return {
      ...figure,
      value: exactProduct(numeral.mantissa * sign, numeral.exponent + 2),
      unit: percentUnit,
      unitSpan: tenthsSpan(text, span),
    }
  const percent = kind === 'fraction' ? share(text, numeral) : null
  if (percent)
    return {
      ...figure,
      kind: 'share',
      value: percent.value * sign,
      high: percent.high === null ? null : percent.high * sign,
      unit: percentUnit,
      unitSpan: [figure.number[0], text.indexOf('之', figure.number[0]) + 1],
    }
  const power = powerAt(text, span[1])
  if (power === null) return figure
  return {
    ...figure,
    value: exactProduct(numeral.mantissa * sign, numeral.exponent + power.exponent),
    number: [index, power.end],
    end: power.end,
  }
}

const tenthsSpan = (text: string, span: Span): Span => {
  const at = text.indexOf('成', span[0])
  return [at, at + 1]
}

const powerForm = /\s?[×xX*]\s?10(?:\^|(?=[-−–⁻⁰¹²³⁴-⁹]))([-−–]?\d{1,2}|[⁻⁰¹²³⁴-⁹]{1,3})/y
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** ×10-7, ×10^4, ×10⁻⁷. ×104 may be a lost superscript or a width: no power. */
function powerAt(text: string, index: number): { exponent: number; end: number } | null {
  const next = text.charAt(skipBlanks(text, index))
  if (next !== '×' && next !== 'x' && next !== 'X' && next !== '*') return null
  powerForm.lastIndex = index
  const m = powerForm.exec(text)
  if (!m) return null
  const digits = (m[1] ?? '').replace(/[−–⁻]/g, '-').replace(/[⁰¹²³⁴-⁹]/g, (c) => String(superscripts.indexOf(c)))
  return { exponent: Number(digits), end: powerForm.lastIndex }
}

/** Where the unit's last printed word begins another word (3部门, 5头部企业), it is none. */
function guarded(text: string, match: UnitMatch): UnitMatch | null {
  const name = text.slice(match.start, match.end)
  const words = notBefore[name]
  const next = text.charAt(match.end)
  return words && next !== '' && words.includes(next) ? null : match
}

const halfOrMore = /^[个個][多余半](月|小时|星期|百分点|工作日)/
/** 3个多月, 一个半月: the word in the middle of the unit. */
function splitUnit(text: string, at: number): { match: UnitMatch; half: boolean } | null {
  if (text[at] !== '个' && text[at] !== '個') return null
  const m = halfOrMore.exec(text.slice(at, at + 6))
  const match = m && unitAt(`个${m[1]}`, 0)
  if (!m || !match) return null
  return { match: { unit: match.unit, start: at, end: at + m[0].length }, half: text[at + 1] === '半' }
}

/** 台（套）: two classifiers for one count. */
function doubled(text: string, match: UnitMatch): UnitMatch {
  if (match.unit.kind !== 'count' || text[match.end] !== '（') return match
  const second = unitAt(text, match.end + 1)
  if (second?.unit.kind !== 'count' || text[second.end] !== '）') return match
  return { ...match, unit: { ...match.unit, code: `{${text.slice(match.start, second.end + 1)}}` }, end: second.end + 1 }
}

/** 元, 角 and 分: more units in a row are a list. */
const maxParts = 2

/** The figure at `index` of a folded text with its unit where one follows, or null. */
export function figureAt(text: string, index: number, parts = maxParts): Figure | null {
  const figure = numberAt(text, index)
  if (!figure || figure.unit) return figure
  const at = skipBlanks(text, figure.end)
  const split = splitUnit(text, at)
  if (split) {
    const value = split.half ? addParts(figure.value, 0.5, ratio('1')) : figure.value
    return {
      ...figure,
      value,
      more: figure.more || !split.half,
      unit: split.match.unit,
      unitSpan: [at, split.match.end],
      end: split.match.end,
    }
  }
  const found = unitAt(text, at)
  const match = found && guarded(text, found)
  if (!match) return figure
  const { unit, end } = doubled(text, match)
  const first = { ...figure, unit, unitSpan: [at, end] as Span, end }
  return parts > 0 && takesParts(first) ? withParts(text, first, (next) => figureAt(text, next, parts - 1)) : first
}

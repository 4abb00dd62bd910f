/** Figures without their unit: digits and numerals, shares in percent (百分之五), tenths, powers of ten (1.0×10-7). */
import type { Span } from '../tree.js'
import { over, ratio, toNumber } from './decimal.js'
import { skipBlanks } from './magnitude.js'
import { exactProduct, type Numeral, numeralAt } from './numerals.js'
import { vagueAt } from './quantity-vague.js'
import { type Unit, unitAt } from './units.js'

export interface Figure {
  value: number
  /** The upper one of an approximate pair (两三个). */
  high: number | null
  /** 多, 余 inside or behind. */
  more: boolean
  /** 来 behind: 200来米. */
  about?: boolean
  /** It has no digit (百家, 亿元) and counts only with a bound. */
  bare?: boolean
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
function withoutLiang(text: string, index: number, numeral: Numeral | null): Numeral | null {
  const end = numeral ? numeral.span[1] : index + 2
  const last = text.charAt(end - 1)
  if (last !== '两' && last !== '兩') return numeral
  liang.lastIndex = end - 2
  if (end - 2 < index || !liang.test(text) || unitAt(text, skipBlanks(text, end))) return numeral
  const head = numeralAt(text.slice(index, end - 1), 0)
  return head?.span[1] === end - 1 - index ? { ...head, span: [index, end - 1] } : numeral
}

const hundred = /[负負]?的?[百佰]\s?分\s?(?:之\s?)?百/y

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

/** After these marks the grammar of numerals decides: 3.6万, 1,200, 15个, 十余, 三分之一, 1/3, 1×10-7. */
const grammar = new Set(
  [...'0123456789,，. 十拾百佰千仟万萬亿億兆点點多余餘几幾成分又×xX*来/'].map((mark) => mark.charCodeAt(0)),
)
const maxPlain = 15
const point = 0x2e
const isAscii = (code: number): boolean => code >= 0x30 && code <= 0x39

/** The form of most figures, digits right before their unit, read without the grammar. */
function plainAt(text: string, index: number): Figure | null {
  const before = text.charCodeAt(index - 1)
  if (before === point || isAscii(before)) return null
  const last = index + maxPlain
  let end = index
  while (end <= last && isAscii(text.charCodeAt(end))) end++
  if (end === index) return null
  if (text.charCodeAt(end) === point && isAscii(text.charCodeAt(end + 1))) {
    end++
    while (end <= last && isAscii(text.charCodeAt(end))) end++
  }
  if (end > last || grammar.has(text.charCodeAt(end))) return null
  const value = Number(text.slice(index, end))
  return {
    value,
    high: null,
    more: false,
    kind: 'number',
    number: [index, end],
    end,
    unit: null,
    unitSpan: null,
    ordinal: false,
  }
}

/** The numeral at `index`, a share in percent, or a power of ten (2.5×10-7), without its unit. */
export function numberAt(text: string, index: number): Figure | null {
  const simple = plainAt(text, index) ?? wholeShare(text, index)
  if (simple) return simple
  const negated = (text[index] === '负' || text[index] === '負') && text[index + 1] === '的'
  const numeral = negated ? numeralAt(text, index + 2) : withoutLiang(text, index, numeralAt(text, index))
  if (!numeral) return vagueAt(text, index)
  const { kind, ordinal, more, span } = numeral
  const sign = negated ? -1 : 1
  // 半数 is one half
  const end = text.startsWith('半数', index) ? index + 2 : span[1]
  const figure: Figure = {
    value: numeral.value * sign,
    high: numeral.high === null ? null : numeral.high * sign,
    more,
    kind,
    number: [index, end],
    end,
    unit: null,
    unitSpan: null,
    ordinal,
  }
  if (kind === 'tenths') return tenths(text, figure, exactProduct(numeral.mantissa * sign, numeral.exponent + 2))
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

/** 七成, 八成半: tenths as a share in percent. */
function tenths(text: string, figure: Figure, percent: number): Figure {
  const at = text.indexOf('成', figure.number[0])
  const half = text.charAt(figure.end) === '半' ? 1 : 0
  const end = figure.end + half
  return {
    ...figure,
    value: percent + 5 * half,
    number: [figure.number[0], end],
    end,
    unit: percentUnit,
    unitSpan: [at, at + 1],
  }
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

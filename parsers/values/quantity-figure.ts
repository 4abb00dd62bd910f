/** A figure with its unit: 36.67万只, 5元3角, 一吨半, 台（套）. No bounds, no ranges, no judgement of the words around. */
import { notBefore } from '../lexicon/classifiers.js'
import { capacities } from '../lexicon/units.js'
import { ratio, scale } from './decimal.js'
import { skipBlanks } from './magnitude.js'
import { unitsOf } from './marks.js'
import { type Figure, numberAt } from './quantity-number.js'
import { takesParts, withParts } from './quantity-parts.js'
import { isAbout } from './quantity-vague.js'
import { addParts, type UnitMatch, unitAt } from './units.js'

const guards = new Map(Object.entries(notBefore))

const isHan = /[\u4e00-\u9fff]/

/** 36.5万元正在核对, 12万元整改资金: 整 and 正 close a sum only where no word goes on. */
const withoutWhole = (text: string, match: UnitMatch): UnitMatch =>
  match.unit.kind === 'money' && /[整正]/.test(text.charAt(match.end - 1)) && isHan.test(text.charAt(match.end))
    ? { ...match, end: match.end - 1 }
    : match

/** Where the unit's last printed word begins another word (3部门, 5头部企业), it is none. */
function guarded(text: string, found: UnitMatch): UnitMatch | null {
  const match = withoutWhole(text, found)
  const words = guards.get(text.slice(match.start, match.end))
  const next = text.charAt(match.end)
  return words && next !== '' && words.includes(next) ? null : match
}

const halfOrMore = /^[个個][多余半](月|小时|星期|百分点|工作日)/
const startsSplit = unitsOf('个個')
/** 3个多月, 一个半月: the word in the middle of the unit. */
function splitUnit(text: string, at: number): { match: UnitMatch; half: boolean } | null {
  if (!startsSplit(text.charCodeAt(at))) return null
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

/** Where the unit stands: behind blanks, behind 来 (200来米), behind the quotation mark of “12”个. */
function unitPlace(text: string, { number, end, value }: Figure): { at: number; about: boolean } {
  const at = skipBlanks(text, end)
  if (isAbout(text, at, value) && unitAt(text, at + 1)) return { at: at + 1, about: true }
  const quoted = text.charAt(at) === '”' && text.charAt(number[0] - 1) === '“'
  return { at: quoted ? at + 1 : at, about: false }
}

const timesMark = /\s?[×xX*]\s?(?=[\d.])/y
const maxAlike = 60

/** 2×600MW, 3×75t/h: so many plants of one capacity are their sum. What 5×10米 measures cannot be told. */
function severalAlike(text: string, { value, kind, number, end }: Figure): Figure | null {
  timesMark.lastIndex = end
  if (kind !== 'number' || !Number.isInteger(value) || value < 1 || value > maxAlike || !timesMark.test(text)) return null
  const each = figureAt(text, timesMark.lastIndex, 0)
  if (!each?.unit || !capacities.has(each.unit.si?.unit ?? '') || each.high !== null || each.kind !== 'number') return null
  return { ...each, value: scale(each.value, ratio(String(value))), number: [number[0], each.number[1]] }
}

/** 元, 角 and 分: more units in a row are a list. */
const maxParts = 2

/** The figure at `index` of a folded text with its unit where one follows, or null. */
export function figureAt(text: string, index: number, parts = maxParts): Figure | null {
  const figure = numberAt(text, index)
  if (!figure || figure.unit) return figure
  const { at, about } = unitPlace(text, figure)
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
  if (!match) return severalAlike(text, figure) ?? figure
  const { unit, end } = doubled(text, match)
  const first: Figure = {
    value: figure.value,
    high: figure.high,
    more: figure.more,
    about: about || figure.about === true,
    bare: figure.bare === true,
    kind: figure.kind,
    number: figure.number,
    end,
    unit,
    unitSpan: [at, end],
    ordinal: figure.ordinal,
  }
  return parts > 0 && takesParts(first) ? withParts(text, first, (next) => figureAt(text, next, parts - 1)) : first
}

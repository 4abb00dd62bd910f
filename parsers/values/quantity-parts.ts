/** Figures in two units or with a tail: 五元三毛, 3斤5两, 2小时30分钟, 一吨半, 3米5, 三块零四. */
import { over, type Ratio, ratio, toNumber } from './decimal.js'
import { skipBlanks } from './magnitude.js'
import type { Figure } from './quantity-number.js'
import { addParts, type Unit, unitAt } from './units.js'

const cent = ratio('1/100')
const minute = ratio('1/60')

/** May something follow in a smaller unit? Not behind a compound, a pair (两三) or a vague figure. */
export const takesParts = ({ unit, more, high, kind }: Figure): boolean =>
  unit !== null &&
  !unit.compound &&
  !more &&
  high === null &&
  kind === 'number' &&
  (unit.kind === 'money' || unit.kind === 'measure' || unit.code === '{块}')

const noHalf = '年月天日小径导岛数路个山坡成'

/** 五元三毛, 3斤5两, 2小时30分钟, 一吨半, 3米5, 三块零四: what follows in a smaller unit is added. */
export function withParts(text: string, first: Figure, read: (index: number) => Figure | null): Figure {
  const next = text.charAt(first.end)
  if (next === '半' && first.unit?.kind === 'measure')
    return noHalf.includes(text.charAt(first.end + 1) || '\0') ? first : added(first, 1, half, first.end + 1)
  const tail = bareTail(text, first)
  if (tail) return tail
  const at = skipBlanks(text, next === '零' ? first.end + 1 : first.end)
  const part = isDigit.test(text.charAt(at)) ? (read(at) ?? (next === '零' ? read(first.end) : null)) : null
  if (!part?.unit || !first.unit || part.more || part.high !== null || part.kind !== 'number') return first
  const share = partOf(first.unit, part.unit)
  return share && part.value * toNumber(share) < 1 ? added(first, part.value, share, part.end) : first
}

const isDigit = /[0-9零〇一二两兩三四五六七八九十]/
const half = ratio('1/2')
const cny = unitAt('元', 0)?.unit ?? null
const isYuan = (unit: Unit): boolean => unit.code === 'CNY' || unit.code === '{块}'

/** Pieces (块) that have a smaller part are money. */
const added = (first: Figure, more: number, part: Ratio, end: number): Figure => ({
  ...first,
  value: addParts(first.value, more, part),
  end,
  unit: first.unit?.code === '{块}' ? cny : first.unit,
})

/** What part of `a` one `b` is, where b is the smaller unit of the same kind; 分 is a cent behind money and a minute behind 小时. */
function partOf(a: Unit, b: Unit): Ratio | null {
  if (b.compound) return null
  if (b.code === '{分}') return isYuan(a) || a.kind === 'money' ? over(cent, a.part) : a.code === 'h' ? minute : null
  const sameMoney = b.kind === 'money' && (a.code === b.code || (a.code === '{块}' && b.code === 'CNY'))
  const sameDimension = a.si !== null && a.si.unit === b.si?.unit && !a.si.offset
  if (!sameMoney && !(sameDimension && b.si && a.si)) return null
  const part = sameMoney ? over(b.part, a.part) : a.si && b.si ? over(b.si.factor, a.si.factor) : null
  return part && toNumber(part) < 1 ? part : null
}

const tailForm =
  /(?:([1-9一二三四五六七八九])([1-9一二三四五六七八九])?|零([一二三四五六七八九]))(?=$|[\s，。；、）]|左右|以|的|[高长宽深厚多])/y
const tailUnits = new Set(['m', '{块}', 'CNY'])
const chineseDigits = '零一二三四五六七八九'
const digitOf = (mark: string): number => (mark >= '0' && mark <= '9' ? Number(mark) : chineseDigits.indexOf(mark))

/** 3米5, 1米75, 一块二, 三块零四: the decimal places without a unit. */
function bareTail(text: string, first: Figure): Figure | null {
  if (!first.unit || !tailUnits.has(first.unit.code)) return null
  tailForm.lastIndex = first.end
  const m = tailForm.exec(text)
  if (!m) return null
  const [, tenths = '零', hundredths = m[3] ?? '零'] = m
  return added(first, digitOf(tenths) * 10 + digitOf(hundredths), cent, first.end + m[0].length)
}

/** Figures in two units or with a tail: 五元三毛, 3斤5两, 2小时30分钟, 一吨半, 3米5, 三块零四. */
import { over, ratio, toNumber } from './decimal.js'
import { skipBlanks } from './magnitude.js'
import type { Figure } from './quantity-number.js'
import { addParts, type Unit, unitAt } from './units.js'

const cent = ratio('1/100')

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
  const { unit } = first
  if (text[first.end] === '半' && unit?.kind === 'measure' && !noHalf.includes(text.charAt(first.end + 1) || '\0'))
    return { ...first, value: addParts(first.value, 0.5, ratio('1')), end: first.end + 1 }
  if (!isDigit(text, skipBlanks(text, first.end))) return first
  const at = skipBlanks(text, first.end)
  const next = read(at)
  if (!next || next.more || next.high !== null || next.kind !== 'number' || next.ordinal) return first
  if (next.unit) return joinUnits(first, next)
  return first.end === at ? bareTail(text, first, next) : first
}

const isDigit = (text: string, index: number): boolean => /[0-9零〇一二两三四五六七八九十]/.test(text.charAt(index))

function joinUnits(first: Figure, next: Figure): Figure {
  const [a, b] = [first.unit, next.unit]
  if (!a || !b || b.compound) return first
  if (isYuan(a) && b.code === '{分}')
    return {
      ...first,
      value: addParts(first.value, next.value, over(cent, a.part)),
      end: next.end,
      unit: a.code === '{块}' ? cny : a,
    }
  if (a.kind === 'money' || a.code === '{块}') {
    if (b.kind !== 'money' || (a.kind === 'money' && b.code !== a.code) || toNumber(over(b.part, a.part)) >= 1) return first
    return {
      ...first,
      value: addParts(first.value, next.value, over(b.part, a.part)),
      end: next.end,
      unit: a.code === '{块}' ? cny : a,
    }
  }
  if (!a.si || !b.si || a.si.unit !== b.si.unit || a.si.offset) return first
  const part = over(b.si.factor, a.si.factor)
  if (toNumber(part) >= 1 || next.value * toNumber(part) >= 1) return first
  return { ...first, value: addParts(first.value, next.value, part), end: next.end }
}

const cny = unitAt('元', 0)?.unit ?? null
const isYuan = (unit: Unit): boolean => unit.code === 'CNY' || unit.code === '{块}'

/** 3米5, 一块二: one digit in the next decimal place; 三块零四: two. */
function bareTail(text: string, first: Figure, next: Figure): Figure {
  const printed = text.slice(next.number[0], next.number[1])
  const after = text.charAt(next.end)
  if (
    !first.unit ||
    (first.unit.code !== 'm' && first.unit.code !== '{块}') ||
    /[\d.%零一二三四五六七八九十百千万亿个点号#-]/.test(after)
  )
    return first
  const place = /^(?:[1-9]|[一二三四五六七八九])$/.test(printed)
    ? '1/10'
    : /^零[一二三四五六七八九]$/.test(printed)
      ? '1/100'
      : null
  if (place === null) return first
  return {
    ...first,
    value: addParts(first.value, next.value, ratio(place)),
    end: next.end,
    unit: first.unit.code === 'm' ? first.unit : cny,
  }
}

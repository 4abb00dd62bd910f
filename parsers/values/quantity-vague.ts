/** Figures without a digit: 近百家, 上千亩, 万余亩, 200来米. They count only where a word beside them says how they are meant. */
import { vagueLeads } from '../lexicon/bounds.js'
import { moreWords } from '../lexicon/numerals.js'
import { unitsOf } from './marks.js'
import { numeralAt } from './numerals.js'
import type { Figure } from './quantity-number.js'
import type { Comparator } from './types.js'

/** 百余万 has its mark inside. */
const magnitude =
  /(?:[百佰千仟](?:([余餘多])?[万萬亿億])?|[万萬](?:([余餘多])?[亿億])?|[亿億])(?:([余餘多])(?=[^余餘多])|(来|來))?/y
const powers: Readonly<Record<string, number>> = { 百: 2, 佰: 2, 千: 3, 仟: 3, 万: 4, 萬: 4, 亿: 8, 億: 8 }
/** Behind these a unit without a digit is a part of a numeral, or has no value: 数百, 几千, 成百上千. */
const hasOwner = unitsOf('0123456789.零〇一二两兩三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟数數几幾成第每')

/** 百, 千万, 亿余 at `index`: the figure, `bare` where nothing in it shows that it is meant as one. */
export function vagueAt(text: string, index: number): Figure | null {
  if (powers[text.charAt(index)] === undefined || hasOwner(text.charCodeAt(index - 1))) return null
  magnitude.lastIndex = index
  const match = magnitude.exec(text)
  if (!match) return null
  const inside = match[1] ?? match[2]
  const behind = match[3]
  const isMore = inside !== undefined || (behind !== undefined && !moreWords.test(text.slice(index + match[0].length - 1)))
  const end = index + match[0].length - (behind !== undefined && !isMore ? 1 : 0)
  const power = [...text.slice(index, end)].reduce((sum, c) => sum + (powers[c] ?? 0), 0)
  return {
    value: Number(`1e${power}`),
    high: null,
    more: isMore,
    about: match[4] !== undefined,
    bare: !isMore && match[4] === undefined,
    kind: 'number',
    number: [index, end],
    end,
    unit: null,
    unitSpan: null,
    ordinal: false,
  }
}

const leads = vagueLeads.map(([comparator, mark, notBehind]) => ({ comparator, mark, notBehind }))

/** 上千, 过百, 破亿: what the character right before says; null where it says nothing or belongs to another word. */
export function vagueLead(text: string, start: number): Comparator | null {
  const mark = text.charAt(start - 1)
  const lead = leads.find((row) => row.mark === mark)
  return lead && !lead.notBehind.includes(text.charAt(start - 2) || '\0') ? lead.comparator : null
}

/** Is 来 at `index` behind a figure that it makes approximate (200来米, 十来个)? The unit must follow. */
export function isAbout(text: string, index: number, value: number): boolean {
  return value >= 10 && '来來'.includes(text.charAt(index) || '\0') && !numeralAt(text, index + 1)
}

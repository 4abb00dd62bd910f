/** 1/3 of official prose: a share, where the words beside it say that it is one; 3/12, 24/7 and A1/2 may be days, rhythms and codes. */
import type { Span } from '../tree.js'

/** Of small whole numbers, the upper the smaller: what is larger may be a day of a month. */
const printed = /([1-9])\s?\/\s?([2-9]|10)(?![\d./%\w-])/y
/** Words right before a share. */
const before =
  /(?:[占近约超逾仅只达足到至的有余下为了率成]|另外|其余|以及|减少|降低|下降|缩短|压减|大约|至少|接近|相当于|不低于|不少于|不高于)\s?$/
/** Right before it these tell a day or a number. */
const otherBefore = /(?:时间|日期|时限|期限|编号|序号|页码?|第|图号|批次)(?:为|是)?\s?$/
/** Words right behind a share. */
const behind = /^\s?(?:的|以[上下内]|左右|强|弱)/
/** Behind the figure these name a day or a place of one. */
const otherBehind = /^\s?(?:日|号|月|页|批|期|栋|座|楼|前|之前|底)/

/** The share at `index` of folded text, with its value; null where no word says that it is one. */
export function slashFractionAt(text: string, index: number): { value: number; span: Span } | null {
  printed.lastIndex = index
  const match = printed.exec(text)
  if (!match || /[\w./%#-]/.test(text.charAt(index - 1))) return null
  const [top, bottom] = [Number(match[1]), Number(match[2])]
  const end = index + match[0].length
  const lead = text.slice(Math.max(0, index - 8), index)
  const rest = text.slice(end, end + 4)
  if (top >= bottom || otherBehind.test(rest) || otherBefore.test(lead)) return null
  return behind.test(rest) || before.test(lead) ? { value: top / bottom, span: [index, end] } : null
}

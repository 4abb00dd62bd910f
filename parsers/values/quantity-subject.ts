/** The words that a figure measures, where they stand right beside it: 总磷平均浓度0.043mg/L, 161座城市污水处理厂. */
import { unitsOf } from './marks.js'
import type { Unit } from './units.js'

const isEdge = unitsOf('，。；：、！？“”《》〈〉（）【】[]\n0123456789%.．,|*#>①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳-')
/** A name that ends in a figure of its own. */
const particles = /PM(?:2\.5|10)$/
const opening =
  /^(?:[一二三四五六七八九十]是|其中|而且|而|且|但是|但|并且|并|以及|和|及|与|将|把|对|使|确保|其|由|从|的|了|共有|有)+/
const closing = /(?:的|为|是|有|了|共|由|从|约|较去年同期|较上年同期|同比|环比|与上年同期相比|分别|任务|将|把){1,4}$/
/** The last characters of those words. */
const endsClosing = unitsOf('的为是有了共由从约期比别务将把')
const wordsAfter = /^[\u4e00-\u9fffA-Za-z]{2,20}/
const verbs =
  /(?:已|均|未|全部|都|被|进行|正在|尚|还|存在|开展|得到|由|向|中|于|在|并|且|和|及|与|以|为|是|的|[压削缩]减|减[少产]|增[加长]|整合|淘汰|中)/
const maxSubject = 24

/** Counts name their thing behind (161座污水处理厂), measures and shares before (管网达8400公里). */
export function subjectOf(text: string, start: number, floor: number, end: number, unit: Unit | null): string | null {
  if (unit?.kind === 'count') {
    const after = wordsAfter.exec(text.slice(end, end + 20))?.[0].split(verbs)[0]
    if (after && after.length >= 2) return after
  }
  let at = start
  while (at > floor && start - at < maxSubject && !isEdge(text.charCodeAt(at - 1))) at--
  if (start - at === maxSubject) return null
  if (at > floor) at -= particles.exec(text.slice(Math.max(floor, at - 5), at))?.[0].length ?? 0
  const printed = text.slice(at, start)
  const opened = (printed.includes(' ') ? printed.replace(/ /g, '') : printed).replace(opening, '')
  const words = endsClosing(opened.charCodeAt(opened.length - 1)) ? opened.replace(closing, '') : opened
  return words.length >= 2 ? words : null
}

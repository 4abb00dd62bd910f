/**
 * What a text's opening says of its own region in so many words: 慈利县委、县政府高度重视, 向慈利县反馈, 在慈利县第三届人大…会议上, 《慈利县…方案》.
 */

import type { Span } from '../tree.js'
import { findRegions, type Region } from '../values/regions.js'
import { narrowed } from './region-title.js'

/** Characters of the opening that are read. */
const OPENING = 4000

/** After a region: its own committee, government and congress act, or its own day of a work. */
const acts =
  /^(?:委、|委和|党委、|党委和|(?:人民)?政府(?:高度|认真|坚决|迅速|立即|多次|专题|成立|委托|组织|积极|印发|召开|关于)|委(?:高度|坚决|认真|召开|成立|立即)|党委政府|党委高度|高度重视|坚决扛|认真贯彻|第[一二三四五六七八九十]{1,4}届|[\u3400-\u9fff]{2,10}(?:局|委|办|厅|党组)(?:党组|党委)?(?:高度重视|认真|坚决|立即|迅速))/
const ofWork = /^(?:20\d\d年|(?:督察|整改|整治|贯彻|落实|关于|生态环境|环境保护|审计|巡察)(?![\u3400-\u9fff]{0,4}[局厅办组委]))/
/** Before a region: the text speaks for it. */
const speaksFor = /(?:现将|受|代表|关于|现就|结合)$/
/** Before a region: the inspection turns to it. */
const turnedTo = /(?:反馈|督察|巡视|巡察|审计|向|对|进驻)$/
/** After a region: the body that inspects. */
export const inspects =
  /^(?:委|党委|纪委)?(?:第?[\d一二三四五六七八九十]+轮?)?(?:生态)?(?:环境)?(?:保护)?(?:督察|巡视|巡察|审计(?:厅|局|组))(?!整改|反馈|问题|工作|机制|规定|实施|方案)/
/** 吉林、浙江等8省区. */
const listed = /^(?:[、和及与]|等)/

export interface Cue {
  region: Region
  weight: number
  span: Span
}

/** The cues of a text's opening, in order; spans are offsets into the text. */
export function cuesIn(text: string): Cue[] {
  const opening = text.slice(0, OPENING)
  const cues: Cue[] = []
  for (const { region, span } of findRegions(opening)) {
    if (!region) continue
    const before = opening.slice(Math.max(0, span[0] - 6), span[0])
    const after = opening.slice(span[1], span[1] + 24)
    // 来源：遵义市人民政府 is who published
    if (/(?:来源|机构|机关|单位|部门|主办|承办|主体)[：:] ?$/.test(before)) continue
    if (inspects.test(after) || listed.test(after) || /[、和及与]$/.test(before)) continue
    let weight = 0
    if (acts.test(after)) weight += 4
    if (speaksFor.test(before)) weight += 3
    if (turnedTo.test(before)) weight += 3
    if (/《(?:关于)?$/.test(before) || /(?:^|[\n。])$/.test(before)) weight += ofWork.test(after) || /《/.test(before) ? 2 : 0
    // 慈利县零阳镇 is the township, 遵义市生态环境局仁怀分局 the branch's own county
    if (weight > 0) cues.push({ region: narrowed(region, after), weight, span })
  }
  return cues
}

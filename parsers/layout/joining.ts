/** Lines that a page end or a fixed width has cut: whether the next goes on with the one before. */
import { isDue } from '../fields/cells.js'
import { isStatusOnly } from '../fields/status.js'
import { actionStart, closing, otherChapter } from '../lexicon/cues.js'
import { exactFieldOf, fieldOf, isShortField } from '../lexicon/labels.js'
import { attachmentMark } from '../lexicon/title.js'
import { labelAt, labelsInside } from '../tokens/label.js'
import { markAt } from '../tokens/marks.js'
import type { Paragraph } from '../tree.js'
import { unitsOf } from '../values/marks.js'
import { isProse, type Manner, openingOf } from './manner.js'

/** A paragraph on its way: its cleaned words and what the reader knew. */
export interface Draft {
  text: string
  folded: string
  /** The line as the source has it, without blanks at its end. */
  raw: string
  block: Paragraph
  index: number
  /** It begins with the blanks that open a paragraph. */
  indent: boolean
  /** A blank line stands before it. */
  gap: boolean
  /** A full line of a text broken at a fixed width, or the last of a page; false: one that is not full; null: neither is known. */
  open: boolean | null
  /** A number alone on its line that belongs to the next one: of a box, 01 and behind it the problem. */
  leads?: true
  /** A page's end or a narrow cell has cut it: the next line goes on. */
  cut?: true
}

/** How a sentence, a heading or a bracket ends. */
export const endsSentence = /[。；！？：…]["”’》】]?$|[.;!?）】]$/
const opens = unitsOf('（《“【〔')
const closes = unitsOf('）》”】〕')

/** Whether a bracket or a title that opens in the text is still open at its end. */
function isUnbalanced(text: string): boolean {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (opens(code)) depth++
    else if (closes(code) && depth > 0) depth--
  }
  return depth > 0
}

/** No paragraph is longer; each line that is joined looks at the whole of it. */
const longest = 10_000
/** A line that parts records: ────, ====. */
const ruleLine = /^[\s─—\-_=＿━*·.…~～]{4,}$/
/** No line opens with one. */
const hangs = /^[，。；：、！？）》”’%℃]/

/** Whether the next line goes on in the middle of this one's sentence. `cells`: a table that was pasted cell by cell. */
export function continues(before: Draft, next: Draft, manner: Manner, cells: boolean): boolean {
  const a = before.folded
  const b = next.folded
  // a title that is printed twice
  if (a === b || a.length > longest || ruleLine.test(a) || ruleLine.test(b) || attachmentMark.test(b)) return false
  if (endsTitle(before, next) || isCutLabel(a, b)) return true
  if (isSetApart(before) || isSetApart(next)) return false
  // a paragraph in bold is another than one that is not
  if (Boolean(before.block.data?.bold) !== Boolean(next.block.data?.bold)) return false
  if (hangs.test(b)) return true
  if (unknownName.test(b) && !opensBracket(a)) return false
  if (before.open === false) return opensBracket(a) && !startsAnew(b, a) && !manner.isLabelled(b)
  if (opensBracket(a) || endsInMark.test(a)) return true
  // a cell's end may stand at the margin by chance
  if (before.open && cells && (endsSentence.test(a) || !/[，。；]/.test(a) || isDue(b))) return false
  if (before.open) {
    if ((manner.indented && next.indent) || (manner.parted && next.gap)) return false
    if ((manner.indented && before.indent) || manner.spaced) return true
    return endsSentence.test(a) ? goesOnBehindSentence(a, next, manner) : goesOnInSentence(a, b, manner)
  }
  if (next.indent && manner.indented) return false
  return (manner.wrapped && goesOnNearMargin(a, b, manner)) || goesOnUnsaid(a, b, manner, cells)
}

/** A line that ends near the margin in the middle of a sentence: what did not go into it was no longer than a word. */
const goesOnNearMargin = (a: string, b: string, manner: Manner): boolean =>
  !endsSentence.test(a) &&
  /[，。；：]/.test(a) &&
  /[，。；：]/.test(b) &&
  !startsAnew(b, a) &&
  !closing.test(b) &&
  !manner.isLabelled(b)

/** 验收⏎单位：…, 整改⏎时限：…: a label that a line end has cut in two; 整改 alone is no label with nothing behind it. */
const isCutLabel = (a: string, b: string): boolean => {
  const rest = /^([\u4e00-\u9fff]{1,5})：/.exec(b)?.[1]
  if (rest === undefined) return false
  if (/^[\u4e00-\u9fff]{2,4}$/.test(a)) return exactFieldOf(a + rest) !== null && (a === '整改' || exactFieldOf(a) === null)
  // 2023年10月10日责⏎任领导：…
  return a.length > 4 && exactFieldOf(rest) === null && [1, 2, 3].some((n) => exactFieldOf(a.slice(-n) + rest) !== null)
}

/** A title in bold that fills its line, and the last characters of it centred below. */
const endsTitle = (before: Draft, next: Draft): boolean =>
  before.block.data?.bold === true &&
  next.block.data?.bold === true &&
  next.block.data.centered === true &&
  !before.block.data.centered &&
  next.text.length <= 3 &&
  before.text.length >= 12 &&
  !endsSentence.test(before.folded)

const isSetApart = ({ block }: Draft): boolean => Boolean(block.data?.heading || block.data?.centered)

/** A number whose words stand on the next line. */
const endsInMark = /[。；：，](?:（[一二三四五六七八九十\d]{1,3}）|[①-⑳]|[一二三四五六七八九十]是|\d{1,2}[.、．])$/

/** A bracket that opened shortly before the end. */
const opensBracket = (text: string): boolean => {
  for (let i = text.length - 1; i > text.length - 60 && i >= 0; i--) {
    const code = text.charCodeAt(i)
    if (isClosing(code)) return false
    if (isOpening(code)) return true
  }
  return false
}
const isOpening = unitsOf('（〔【')
const isClosing = unitsOf('）〕】')

/** Whether marks, labels or states like this one stand inside paragraphs more often than before them; null: none is known. */
function standsInside(key: string, { habits }: Manner): boolean | null {
  const habit = habits().get(key)
  return habit && habit.starts + habit.inside > 0 ? habit.inside > habit.starts : null
}

/** A full line whose sentence has ended: the next may go on with the paragraph or be one of its own. */
function goesOnBehindSentence(a: string, next: Draft, manner: Manner): boolean {
  const b = next.folded
  const key = openingOf(b)
  if (key !== null) return standsInside(key, manner) ?? false
  const mark = markAt(b, 0)
  // 2.9家企业… behind 1.…。 is the next of its list
  if (mark && markAt(a, 0)?.ordinal === mark.ordinal - 1) return false
  // the rest of a paragraph ends as sentences do; a heading, a name, a day does not
  return !(next.open === false && !/[。；，：！？”）]/.test(b)) && !closing.test(b) && !manner.isLabelled(b)
}

/** A title's last word, and nothing of a sentence before it. */
const titleEnd = /^[^，。；]{8,80}(?:方案|清单|台账|报告|通报|公示|公告|情况|一览表)$/

/** A full line in mid-sentence: the next goes on, unless a label or a number that opens paragraphs follows a value. */
function goesOnInSentence(a: string, b: string, manner: Manner): boolean {
  // 完成⏎时限：2024年底
  const tail = a.slice(Math.max(...[...'。；，：）】'].map((c) => a.lastIndexOf(c))) + 1)
  if (tail.length > 0 && tail.length <= 8 && exactFieldOf(tail + (/^(.{1,8})：/.exec(b)?.[1] ?? '：'))) return true
  if (/\d$/.test(a) && /^(?:19|20)\d\d年/.test(b)) return false
  // the day under a title
  if (titleEnd.test(a) && /^（?(?:19|20)\d\d年\d{1,2}月\d{1,2}日）?$/.test(b)) return false
  const key = openingOf(b)
  if (key === 'bracket') return standsInside(key, manner) ?? true
  if (key !== null && key !== 'state') {
    const isMark = labelAt(b, 0, b.length) === null
    if (isMark && (/[\d（“《]$/.test(a) || isUnbalanced(a))) return true
    return /[；，、]$/.test(a) && isMark && (standsInside(key, manner) ?? false)
  }
  if (/[，、；]$/.test(a)) return true
  if (titleEnd.test(a) && (/[，。]/.test(b) || closing.test(b))) return false
  const field = labelAt(a, markAt(a, 0)?.body ?? 0, a.length) ?? labelsInside(a, 0, a.length).at(-1)
  return !(field && isShortField(field.field) && b.length <= 24 && otherChapter.test(b) && !/[，。；：]/.test(b))
}

/** What a heading quotes has stops of its own: 关于“学用脱节。”的问题 */
const quoted = /“[^“”]*”/g
const endsHeading = /^[^。]{4,}(?:问题(?:的?(?:整改)?(?:落实|进展|完成)?情况|的?整改)?|方面)$/

/** A line of which nothing says that it was cut, but that it lacks its end. The report's own labels are asked for last: they have to be found first. */
const goesOnUnsaid = (a: string, b: string, manner: Manner, cells: boolean): boolean =>
  !endsSentence.test(a) && !startsAnew(b, a) && lacksEnd(a, b, manner, cells) && !manner.isLabelled(b)

function lacksEnd(a: string, b: string, manner: Manner, cells: boolean): boolean {
  if (isUnbalanced(a)) return true
  if (/[，、（《“]$/.test(a)) return true
  // a heading, a name or a day goes on with nothing
  if (cells || !/[，。；：]/.test(b) || closing.test(b)) return false
  // where paragraphs often end so, this one has ended, unless the cut went through a word
  const isWordCut = manner.isPair(a.slice(-1), b)
  if (!isWordCut && (manner.openEnds() > 0.1 || actionStart.test(b))) return false
  const body = markAt(a, 0)?.body ?? 0
  const label = labelAt(a, body, a.length)
  if (label?.form === 'alone' || (label?.form !== 'colon' && endsHeading.test(a.replace(quoted, '“”')))) return false
  const words = a.slice(label ? label.value : body)
  const field = labelsInside(a, body, a.length).at(-1) ?? label
  if (field && (isShortField(field.field) || isStatusOnly(a.slice(field.value)))) return false
  // a heading has no sentence inside; a cut sentence is long or has one that ended before
  if (words.includes('。')) return true
  return isWordCut || (manner.openEnds() <= 0.03 && !body)
    ? isProse(words)
    : /[，；、]/.test(words) && words.length >= (body > 0 ? 45 : 30)
}

/** 序号 alone on its line. */
export const isNumberLabel = (draft: Draft): boolean => draft.text.length <= 6 && fieldOf(draft.folded) === 'number'

/** A line that begins something of its own: a mark, a label. */
export function startsAnew(folded: string, before: string): boolean {
  const mark = markAt(folded, 0)
  if (mark && !mark.doubtful && !(isUnbalanced(before) && /\d$/.test(before))) return true
  return labelAt(folded, 0, folded.length) !== null
}
/** 实际完成时间：2024年3月: a name with its value, known or not. */
const unknownName = /^[\u4e00-\u9fff]{3,10}(?:时间|日期|情况|意见|状态|单位|部门|领导|编号|来源|类型|金额|依据)：/

/** Joins two parts of one paragraph: Latin words keep a blank, Chinese needs none. */
export const glue = (a: string, b: string): string => (/[A-Za-z]$/.test(a) && /^[A-Za-z]/.test(b) ? `${a} ${b}` : a + b)

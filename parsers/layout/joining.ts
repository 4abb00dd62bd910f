/** Lines that a page end or a fixed width has cut: whether the next goes on with the one before. */
import { isDue } from '../fields/cells.js'
import { isStatusOnly } from '../fields/status.js'
import { fieldOf, isShortField } from '../lexicon/labels.js'
import { labelAt, labelsInside } from '../tokens/label.js'
import { markAt } from '../tokens/marks.js'
import type { Paragraph } from '../tree.js'

/** A paragraph on its way: its cleaned words and what the reader knew. */
export interface Draft {
  text: string
  folded: string
  block: Paragraph
  index: number
  /** A full line of a text broken at a fixed width; false: one that is not full; null: the source has no fixed width. */
  open: boolean | null
}

/** How a sentence, a heading or a bracket ends. */
export const endsSentence = /[。；！？：…]["”’》】]?$|[.;!?）】]$/
const openers = '（《“【〔'
const closers = '）》”】〕'

/** Whether a bracket or a title that opens in the text is still open at its end. */
function isUnbalanced(text: string): boolean {
  let depth = 0
  for (const c of text) {
    if (openers.includes(c)) depth++
    else if (closers.includes(c) && depth > 0) depth--
  }
  return depth > 0
}

/** No paragraph is longer; each line that is joined looks at the whole of it. */
const longest = 10_000

/** Whether the next line goes on in the middle of this one's sentence, as after a page end. */
export function continues(before: Draft, next: Draft, cells: boolean): boolean {
  const a = before.folded
  const b = next.folded
  if (a.length > longest) return false
  if (before.block.data?.heading || next.block.data?.heading || before.block.data?.centered || next.block.data?.centered)
    return false
  if (/^[，。；：、！？）》”’%℃]/.test(b)) return true
  if (opensBracket(a) || endsInMark.test(a)) return true
  // a cell's end may stand at the margin by chance
  if (before.open && cells && (endsSentence.test(a) || !/[，。；]/.test(a) || isDue(b))) return false
  if (before.open) return goesOnAtMargin(a, b)
  if (endsSentence.test(a) || startsAnew(b, a)) return false
  if (isUnbalanced(a)) return true
  if (/[，、（《“]$/.test(a)) return true
  const mark = markAt(a, 0)
  const body = mark ? mark.body : 0
  const label = labelAt(a, body, a.length)
  if (label?.form === 'alone') return false
  const words = a.slice(label ? label.value : body)
  const field = labelsInside(a, body, a.length).at(-1) ?? label
  // a name, a day or a state is not gone on with by a sentence
  if (field && b.length > 20 && b.includes('。') && (isShortField(field.field) || isStatusOnly(a.slice(field.value))))
    return false
  if (before.open === false && !cells && words.length >= 16 && /[，、；。]/.test(words)) return true
  if (cells || /^[^。]{4,}(?:问题|方面)$/.test(a)) return false
  // a heading has no sentence inside; a cut sentence is long or has one that ended before
  if (words.includes('。')) return true
  if (/[，；、]/.test(words) && words.length >= (mark ? 45 : 30)) return true
  return false
}

/** A number whose words stand on the next line. */
const endsInMark = /[。；：，](?:（[一二三四五六七八九十\d]{1,3}）|[①-⑳]|[一二三四五六七八九十]是|\d{1,2}[.、．])$/

/** A bracket that opened shortly before the end. */
const opensBracket = (text: string): boolean => {
  const open = Math.max(text.lastIndexOf('（'), text.lastIndexOf('〔'))
  return open >= 0 && open > Math.max(text.lastIndexOf('）'), text.lastIndexOf('〕')) && text.length - open < 60
}

/** A line that fills its width goes on in the next, unless a sentence ended there and something of its own begins. */
function goesOnAtMargin(a: string, b: string): boolean {
  if (labelAt(b, 0, b.length) !== null) return false
  const bracketed = /^[（【［](.{2,40})[）】］]。?$/.exec(b)?.[1]
  if (bracketed && isStatusOnly(bracketed)) return false
  const mark = markAt(b, 0)
  if (!mark) return true
  // 2.9家企业… behind 1.…。 is the next of its list
  if (mark.doubtful) return !(endsSentence.test(a) && markAt(a, 0)?.ordinal === mark.ordinal - 1)
  if (mark.style === 'is') return !/：$/.test(a)
  return !endsSentence.test(a) && !/[；，、]$/.test(a) ? /[\d（“《]$/.test(a) || (mark.ordinal > 1 && isUnbalanced(a)) : false
}

/** 序号 alone on its line. */
export const isNumberLabel = (draft: Draft): boolean => draft.text.length <= 6 && fieldOf(draft.folded) === 'number'

/** A line that begins something of its own: a mark, a label. */
function startsAnew(folded: string, before: string): boolean {
  const mark = markAt(folded, 0)
  if (mark && !mark.doubtful && !(isUnbalanced(before) && /\d$/.test(before))) return true
  return labelAt(folded, 0, folded.length) !== null
}

/** Joins two parts of one paragraph: Latin words keep a blank, Chinese needs none. */
export const glue = (a: string, b: string): string => (/[A-Za-z]$/.test(a) && /^[A-Za-z]/.test(b) ? `${a} ${b}` : a + b)

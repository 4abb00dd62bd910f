/**
 * The words that this report prints as labels and no table holds: 推进举措, 反馈内容. Words are labels where they stand in a label's
 * place again and again; what they mean is told by their ending. And the labels that lost their colon, known from other places.
 */

import { isStatusOnly } from '../fields/status.js'
import { exactFieldOf, type FieldKind, fieldOf, guessField, longestLabel } from '../lexicon/labels.js'
import type { Span } from '../tree.js'
import { common } from './label.js'
import { markAt } from './marks.js'

export interface Vocabulary {
  /** Words that stand behind a colon, in brackets or alone, and their field. */
  words: ReadonlyMap<string, FieldKind>
  /** Words that may be glued to their value: 整改目标全面完成…. Longest first. */
  glued: readonly (readonly [string, FieldKind])[]
}

export const noWords: Vocabulary = { words: new Map(), glued: [] }

const han = '[\\u4e00-\\u9fff]'
const before = new RegExp(`^[【［〔\\[]?(${han}{2,14}(?:（${han}{1,8}）)?)(?:[】］〕\\]]：?|：| |$)`)

/** Words at the beginning of a paragraph that may be a label; `closed` where a colon or a bracket tells so. */
function candidate(folded: string, [start, end]: Span): { word: string; closed: boolean; alone: boolean } | null {
  const mark = markAt(folded, start)
  const from = mark && mark.body < end ? mark.body : start
  const window = folded.slice(from, Math.min(end, from + longestLabel + 4))
  const match = before.exec(window)
  const word = match?.[1]
  if (!match || !word) return null
  const rest = window.slice(match[0].length)
  const alone = from + match[0].length >= end
  if (match[0].endsWith(word) && !alone) return null
  return { word, closed: /[：】］〕\]]$/.test(match[0]), alone: alone && rest.length === 0 }
}

const sentenceLabel = new RegExp(`[。；）](?:（[一二三四五六七八九十\\d]{1,3}）)?(${han}{2,10})：`, 'g')
/** Words behind a sentence's end and before a colon, in a paragraph that holds several fields. */
function inside(folded: string, [start, end]: Span): string[] {
  const words = folded.slice(start, end)
  return words.includes('：') ? [...words.matchAll(sentenceLabel)].map((match) => match[1] ?? '') : []
}

/** The report's own words for its fields. */
export function vocabularyOf(folded: string, paragraphs: readonly Span[]): Vocabulary {
  const counts = new Map<string, { closed: number; alone: number; blank: number }>()
  for (const span of paragraphs) {
    for (const word of inside(folded, span)) {
      const entry = counts.get(word) ?? { closed: 0, alone: 0, blank: 0 }
      entry.closed++
      counts.set(word, entry)
    }
    const found = candidate(folded, span)
    if (!found) continue
    const entry = counts.get(found.word) ?? { closed: 0, alone: 0, blank: 0 }
    entry[found.closed ? 'closed' : found.alone ? 'alone' : 'blank']++
    counts.set(found.word, entry)
  }
  const words = new Map<string, FieldKind>()
  const labels = new Map<string, FieldKind>()
  for (const [word, { closed, alone, blank }] of counts) {
    const known = exactFieldOf(word) ?? fieldOf(word)
    const again = closed + alone + blank >= 2
    if (known && !common.has(word)) {
      if (closed + blank >= 2) labels.set(word, known)
      if (exactFieldOf(word) === null && again) words.set(word, known)
      continue
    }
    // 完成整改 on lines of its own is a state
    if (!again || (closed === 0 && isStatusOnly(word))) continue
    const field = known ?? guessField(word)
    if (field) words.set(word, field)
  }
  return { words, glued: gluedOf(folded, paragraphs, new Map([...labels, ...words])) }
}

/** What follows a label word that is only a word: 整改目标的实现, 责任单位和责任人. */
const goesOn = /^[的是和、及与，。；：已为要并中未由按将应须 】）]/

/** Words of labels that paragraphs begin with, their value glued to them, at least twice. */
function gluedOf(folded: string, paragraphs: readonly Span[], labels: ReadonlyMap<string, FieldKind>): [string, FieldKind][] {
  const counts = new Map<string, number>()
  const known = [...labels].filter(([word, field]) => word.length >= 4 && field !== 'other' && field !== 'number')
  for (const span of paragraphs) {
    const word = gluedAt(folded, span[0], span[1])
    if (word) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const found = new Map<string, FieldKind>()
  for (const [word, field] of known) found.set(word, field)
  for (const [word, n] of counts) {
    const field = exactFieldOf(word)
    if (n >= 2 && field) found.set(word, field)
  }
  return [...found].sort(([a], [b]) => b.length - a.length)
}

/** The longest known label that a paragraph begins with, glued to its value. */
function gluedAt(folded: string, start: number, end: number): string | null {
  const mark = markAt(folded, start)
  const from = mark && mark.body < end ? mark.body : start
  for (let n = Math.min(10, end - from - 1); n >= 4; n--) {
    const word = folded.slice(from, from + n)
    const field = exactFieldOf(word)
    if (field && field !== 'other' && field !== 'number' && !goesOn.test(folded.slice(from + n, from + n + 1))) return word
  }
  return null
}

const titleEnd = /^[^。；，：]{0,40}(?:方案|报告|清单|通报|公示|公告|台账|表|情况)$/

/** The report's label that is glued to its value at `from`, or null. */
export function gluedLabel(
  { glued }: Vocabulary,
  folded: string,
  from: number,
  end: number,
): { field: FieldKind; end: number } | null {
  for (const [word, field] of glued) {
    const to = from + word.length
    // a title that begins so is none: 反馈意见整改方案
    if (
      to + 3 < end &&
      !titleEnd.test(folded.slice(to, Math.min(end, to + 60))) &&
      folded.startsWith(word, from) &&
      !goesOn.test(folded.slice(to, to + 1))
    )
      return { field, end: to }
  }
  return null
}

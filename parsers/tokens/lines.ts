/** The lines of a report with what each of them opens with: a numbering mark, a field label. */

import { isStatusOnly } from '../fields/status.js'
import { unflatten } from '../layout/flattened.js'
import type { LaidParagraph, LaidTable, Layout } from '../layout/layout.js'
import { exactFieldOf, fieldOf, isShortField } from '../lexicon/labels.js'
import { fold } from '../text/fold.js'
import type { Span } from '../tree.js'
import { unitsOf } from '../values/marks.js'
import { settleBareNumbers, settleDecimals, settleWholes } from './counts.js'
import { followsOn, provenAt } from './glued.js'
import { type Label, labelAt, labelsInside, stopLabelAt } from './label.js'
import { brokenInside, endsValue } from './lost-breaks.js'
import { type Mark, markAt } from './marks.js'
import {
  aspectsInside,
  gluedItems,
  headingsInside,
  itemsBehindNames,
  labelledOfStream,
  problemsInside,
  problemsOfRun,
  problemsOfStream,
  recordsInside,
  statedInside,
} from './records.js'
import { gluedLabel, lostColon, noWords, type Vocabulary, vocabularyOf } from './vocabulary.js'

export interface Line {
  start: number
  end: number
  mark: Mark | null
  label: Label | null
  /** Where the words after the mark begin. */
  body: number
  heading: number
  centered: boolean
  bold: boolean
  /** Cut out of a longer paragraph at a label. */
  inner: boolean
  /** The label and its value stand in a bracket of their own: （责任单位：…） */
  bracketed: boolean
  table: LaidTable | null
  /** The mark that the value of a label begins with: 整改措施：1．… */
  valueMark: Mark | null
}

function lineAt(
  folded: string,
  start: number,
  end: number,
  paragraph: LaidParagraph | null,
  inner: boolean,
  own: Vocabulary,
  strong: ReadonlyMap<number, Label>,
): Line {
  const mark = markAt(folded, start)
  const counts = mark?.style === 'issue' && own.counts.some((word) => folded.startsWith(word, start))
  const sure = mark && (mark.body <= end || folded.slice(end, mark.body).trim() === '') && !counts ? mark : null
  const body = sure ? Math.min(sure.body, end) : start
  const printed = labelAt(folded, body, end, own.words)
  // 完成情况达到序时进度 is the label 完成情况 and its value
  const glued = printed?.form === 'alone' && printed.field === 'status' && !inner ? gluedAt(folded, body, end, own) : null
  const bold = strong.get(body) ?? null
  const label =
    glued ??
    (printed && printed.form !== 'colon' && printed.form !== 'bracket' ? (bold ?? printed) : printed) ??
    bold ??
    (sure ? stopLabelAt(folded, body, end, own.stops) : null) ??
    (inner ? lostAt(folded, body, end, own) : null) ??
    (inner && folded[body - 1] !== ' ' ? null : gluedAt(folded, body, end, own)) ??
    // 包案领导李青: the line is a label and what can only be its value
    (!inner || folded[body - 1] === ' ' ? provenGlued(folded, body, end) : null)
  return {
    start,
    end: label?.valueEnd ?? end,
    mark: sure,
    label,
    body,
    heading: paragraph?.heading ?? 0,
    centered: paragraph?.centered ?? false,
    bold: paragraph?.bold ?? false,
    inner,
    bracketed: label?.valueEnd !== undefined,
    table: null,
    valueMark: label ? valueMarkAt(folded, label, end) : null,
  }
}

/** The first of a count that begins in the label's own line; a run (一是…；二是…) that goes on in it counts nothing below. */
function valueMarkAt(folded: string, label: Label, end: number): Mark | null {
  if (label.value >= end) return null
  const mark = markAt(folded, label.value)
  if (!mark || mark.doubtful || mark.ordinal !== 1) return null
  return mark.style === 'is' && folded.slice(label.value, end).includes('二是') ? null : mark
}

/** A label that lost its colon behind a sentence's end. */
function lostAt(folded: string, at: number, end: number, own: Vocabulary, alone = false): Label | null {
  const { word, field } = lostColon(own, folded, at, end, alone) ?? {}
  const to = at + (word?.length ?? 0)
  return field ? { field, start: at, end: to, value: to, form: 'glued', cut: at } : null
}

/** What may end a sentence before such a label. */
const isStop = unitsOf('。；）】')

/** Where such labels stand inside a paragraph. */
function* lostInside(folded: string, { start, end }: LaidParagraph, own: Vocabulary, alone: boolean): Generator<Label> {
  if (own.closed.length === 0) return
  for (let at = start; at < end; at++) {
    const label = isStop(folded.charCodeAt(at)) ? lostAt(folded, at + 1, end, own, alone) : null
    if (label) yield label
  }
}

/** Where the first blank of [at, end) stands; -1 where there is none. What is behind is not looked through. */
function blankIn(folded: string, at: number, end: number): number {
  const found = folded.slice(at, end).indexOf(' ')
  return found < 0 ? -1 : at + found
}

function provenGlued(folded: string, at: number, end: number): Label | null {
  const blank = blankIn(folded, at, end)
  const proven = provenAt(folded, at, blank > at ? blank : end)
  return proven && { ...proven, value: proven.end, form: 'glued' }
}

/** 整改时间2023年2月底 牵头部门镇纪委: a blank parts short fields without a colon. */
function* besideBlank(folded: string, { start, end }: LaidParagraph, own: Vocabulary): Generator<Label> {
  if (end - start > 120) return
  const first = blankIn(folded, start, end)
  if (first < 0) return
  const mark = markAt(folded, start)
  const from = mark && mark.body < end ? mark.body : start
  let open = labelAt(folded, from, end, own.words) ?? gluedAt(folded, from, end, own)
  for (let at = first; open && isShortField(open.field) && at >= 0; at = blankIn(folded, at + 1, end)) {
    if (at <= open.value) continue
    const next =
      labelAt(folded, at + 1, end, own.words) ?? gluedAt(folded, at + 1, end, own) ?? provenGlued(folded, at + 1, end)
    if (!next || next.form === 'colon' || next.value >= end || !isShortField(next.field)) continue
    yield next
    open = next
  }
}

const noLabels: ReadonlyMap<number, Label> = new Map()

/** **整改目标** 全面完成…: bold words that open the line, or stand apart behind such, tell that they are a label. */
function strongLabels(folded: string, { start, end, strong }: LaidParagraph, own: Vocabulary): ReadonlyMap<number, Label> {
  if (strong.length === 0) return noLabels
  const found = new Map<number, Label>()
  const body = markAt(folded, start)?.body ?? start
  const text = folded.slice(start, end)
  let from = 0
  for (const bold of strong) {
    const words = /[\u4e00-\u9fff]{2,16}(?=：?$)/.exec(fold(bold))?.[0] ?? ''
    const place = words.length < 2 ? -1 : text.indexOf(words, from)
    if (place < 0 || place + words.length >= text.length) continue
    from = place + words.length
    const at = start + place
    const to = start + from
    const opens = at === body || at === start
    const before = [...found.values()].at(-1)
    // 整改时限2024年底整改单位…: right behind the whole value of the field before it
    const apart = /[ 。；）】]/.test(folded[at - 1] ?? '') || folded[to] === '：'
    if (!opens && (!before || !(apart || endsValue(before, folded.slice(before.value, at))))) continue
    const field = own.words.get(words) ?? exactFieldOf(words) ?? (opens ? fieldOf(words) : null)
    const closed = /[ ：]/.test(folded[to] ?? '')
    if (field && (opens || closed || !followsOn(field, folded.slice(to, to + 4))))
      found.set(at, { field, start: at, end: to, value: closed ? to + 1 : to, form: 'bracket' })
  }
  return found
}

/** 整改目标全面完成…: the label lost its colon. */
function gluedAt(folded: string, body: number, end: number, own: Vocabulary): Label | null {
  const glued = gluedLabel(own, folded, body, end)
  return glued && { field: glued.field, start: body, end: glued.end, value: glued.end, form: 'glued' }
}

/** One paragraph as lines: cut before every label that stands inside it. */
export function linesOf(folded: string, paragraph: LaidParagraph, own: Vocabulary = noWords): Line[] {
  const whole = labelAt(folded, paragraph.start, paragraph.end, own.words)
  // （责任领导：甲；责任科室：乙）
  if (
    whole?.valueEnd !== undefined &&
    folded.slice(paragraph.start + 1, whole.valueEnd).includes('：', whole.value - paragraph.start)
  )
    return linesOf(folded, { ...paragraph, start: paragraph.start + 1, end: whole.valueEnd }, own).map((line) => ({
      ...line,
      bracketed: true,
    }))
  const head = markAt(folded, paragraph.start)
  // a label right behind the line's own number opens the line
  const labels = labelsInside(folded, paragraph.start, paragraph.end, own.words).filter((label) => label.start !== head?.body)
  for (const label of lostInside(folded, paragraph, own, labels.length === 0)) labels.push(label)
  let opening: Label | null = null
  if (own.colons.size > 0 && folded.slice(paragraph.start, paragraph.end).includes('：')) {
    opening = labelAt(folded, head?.body ?? paragraph.start, paragraph.end, own.words)
    const known = [...(opening ? [opening] : []), ...labels].sort((a, b) => a.start - b.start)
    for (const label of brokenInside(folded, [paragraph.start, paragraph.end], known, own.colons)) labels.push(label)
  }
  const problems = problemsInside(folded, paragraph.start, paragraph.end)
  const strong = strongLabels(folded, paragraph, own)
  for (const [at, label] of strong)
    if (at > (head?.body ?? paragraph.start) && !labels.some((l) => l.start === at)) labels.push(label)
  if (labels.length > 1) labels.sort((a, b) => a.start - b.start)
  const stream = new Set<number>()
  for (const at of problemsOfStream(folded, paragraph)) stream.add(at)
  for (const at of labelledOfStream(folded, paragraph, labels)) stream.add(at)
  for (const at of gluedItems(folded, paragraph, labels)) stream.add(at)
  for (const at of headingsInside(folded, paragraph)) stream.add(at)
  for (const at of itemsBehindNames(folded, paragraph.end, opening ? [opening, ...labels] : labels)) stream.add(at)
  if (problems.length > 1) for (const at of aspectsInside(folded, paragraph.start, paragraph.end)) stream.add(at)
  // most paragraphs are not cut: nothing is made for what they do not have
  const cuts = problems
  for (const label of labels) cuts.push(label.cut ?? label.start)
  for (const at of stream) cuts.push(at)
  if (labels.length === 0) {
    for (const label of besideBlank(folded, paragraph, own)) cuts.push(label.start)
    for (const at of statedInside(folded, paragraph)) cuts.push(at)
    // 问题3 整改中: the number and the state of the item below
    if (head?.style === 'issue' && folded[head.body - 1] === ' ' && isStatusOnly(folded.slice(head.body, paragraph.end)))
      cuts.push(head.body)
  }
  if (labels.length > 2) for (const at of recordsInside(folded, paragraph, labels)) cuts.push(at)
  if (labels.length > 1) for (const at of problemsOfRun(folded, paragraph, labels)) cuts.push(at)
  cuts.sort((a, b) => a - b)
  if (cuts.length === 0) return [lineAt(folded, paragraph.start, paragraph.end, paragraph, false, own, strong)]
  const lines: Line[] = []
  let start = paragraph.start
  for (const cut of [...cuts, paragraph.end]) {
    let end = cut
    while (end > start && folded[end - 1] === ' ') end--
    if (end > start) {
      const inner = lines.length > 0 && !stream.has(start)
      const line = lineAt(folded, start, end, lines.length === 0 ? paragraph : null, inner, own, strong)
      // 责任领导：甲；责任科室：乙；完成时限：丙: the mark parts the fields
      const parting = line.label && isShortField(line.label.field) ? /[；，、|\s]/ : /[|\s]/
      if (cut < paragraph.end && line.label)
        while (line.end > line.label.value && parting.test(folded[line.end - 1] ?? '')) line.end--
      lines.push(line)
    }
    start = cut
  }
  return lines
}

/** Words before a colon that come again and again beside known labels are labels too, of fields that are not stored. */
function findUnknownLabels(folded: string, lines: Line[]): void {
  const known = lines.filter((line) => line.label?.form === 'colon').length
  if (known < 6) return
  const found = new Map<string, Line[]>()
  for (const line of lines) {
    if (line.label || line.mark || line.table) continue
    const words = /^([\u4e00-\u9fff]{2,10})：/.exec(folded.slice(line.start, Math.min(line.end, line.start + 12)))?.[1]
    if (!words) continue
    const list = found.get(words)
    if (list) list.push(line)
    else found.set(words, [line])
  }
  for (const [words, list] of found) {
    if (list.length < 3) continue
    for (const line of list)
      line.label = {
        field: 'other',
        start: line.start,
        end: line.start + words.length,
        value: Math.min(line.end, line.start + words.length + 1),
        form: 'colon',
      }
  }
}

/** All lines of the layout; a table is one line. */
export function readLines({ folded, blocks }: Layout): { lines: Line[]; own: Vocabulary } {
  const lines: Line[] = []
  const whole = unflatten(folded, blocks)
  const own = vocabularyOf(
    folded,
    whole.flatMap((block): Span[] => (block.kind === 'paragraph' ? [[block.paragraph.start, block.paragraph.end]] : [])),
  )
  for (const block of whole) {
    if (block.kind === 'paragraph') for (const line of linesOf(folded, block.paragraph, own)) lines.push(line)
    else {
      const { table } = block
      lines.push({
        start: table.start,
        end: table.end,
        mark: null,
        label: null,
        body: table.start,
        heading: 0,
        centered: false,
        bold: false,
        inner: false,
        bracketed: false,
        table,
        valueMark: null,
      })
    }
  }
  settleDecimals(folded, lines)
  settleWholes(folded, lines)
  settleBareNumbers(folded, lines)
  findUnknownLabels(folded, lines)
  return { lines, own }
}

/** The lines of a report with what each of them opens with: a numbering mark, a field label. */

import { unflatten } from '../layout/flattened.js'
import type { LaidParagraph, LaidTable, Layout } from '../layout/layout.js'
import { isShortField } from '../lexicon/labels.js'
import { type Label, labelAt, labelsInside, stopLabelAt } from './label.js'
import { type Mark, markAt } from './marks.js'

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

function lineAt(folded: string, start: number, end: number, paragraph: LaidParagraph | null, inner: boolean): Line {
  const mark = markAt(folded, start)
  const sure = mark && mark.body <= end ? mark : null
  const body = sure ? Math.min(sure.body, end) : start
  const label = labelAt(folded, body, end) ?? (sure ? stopLabelAt(folded, body, end) : null)
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

/** The first of a count that begins in the label's own line; runs (一是) stay within a line. */
function valueMarkAt(folded: string, label: Label, end: number): Mark | null {
  if (label.value >= end) return null
  const mark = markAt(folded, label.value)
  return mark && !mark.doubtful && mark.ordinal === 1 && mark.style !== 'is' ? mark : null
}

/** （一）预算编制方面。1.关于…的问题。…2.关于…的问题。 */
const numberedProblem =
  /(?<=[。；：])(?:\d{1,2}[.．、]|（(?:\d{1,2}|[一二三四五六七八九十]{1,3})）|[①-⑳]) ?关于[^。；]{2,120}问题/g

/** Where numbered problems begin inside a paragraph. */
function problemsInside(folded: string, from: number, end: number): number[] {
  const words = folded.slice(from, end)
  if (!words.includes('关于', 2)) return []
  return [...words.matchAll(numberedProblem)].map((match) => from + match.index)
}

/** A sentence's end, where the next item of a list that lost its line breaks may begin. */
const sentenceEnd = /[。；）] ?/g

/** 一、…整改目标：…责任单位：…。二、…整改目标：… in one paragraph: where its further items begin. */
function recordsInside(folded: string, paragraph: LaidParagraph, labels: readonly Label[]): number[] {
  const head = markAt(folded, paragraph.start)
  const [opening] = labels
  if (!head || !opening || labels.filter((l) => l.field === opening.field).length < 2) return []
  const cuts: number[] = []
  let expected = head.ordinal + 1
  labels.forEach((label, i) => {
    const before = labels[i - 1]
    if (!before || label.field !== opening.field) return
    sentenceEnd.lastIndex = before.value
    for (let match = sentenceEnd.exec(folded); match && match.index < label.start; match = sentenceEnd.exec(folded)) {
      const at = match.index + match[0].length
      const mark = markAt(folded, at)
      if (mark?.style !== head.style || mark.ordinal !== expected) continue
      cuts.push(at)
      expected++
      return
    }
  })
  return cuts
}

/** One paragraph as lines: cut before every label that stands inside it. */
export function linesOf(folded: string, paragraph: LaidParagraph): Line[] {
  const whole = labelAt(folded, paragraph.start, paragraph.end)
  // （责任领导：甲；责任科室：乙）
  if (
    whole?.valueEnd !== undefined &&
    folded.slice(paragraph.start + 1, whole.valueEnd).includes('：', whole.value - paragraph.start)
  )
    return linesOf(folded, { ...paragraph, start: paragraph.start + 1, end: whole.valueEnd }).map((line) => ({
      ...line,
      bracketed: true,
    }))
  const head = markAt(folded, paragraph.start)
  // a label right behind the line's own number opens the line
  const labels = labelsInside(folded, paragraph.start, paragraph.end).filter((label) => label.start !== head?.body)
  const cuts = [
    ...labels.map((label) => label.start),
    ...problemsInside(folded, paragraph.start, paragraph.end),
    ...(labels.length > 2 ? recordsInside(folded, paragraph, labels) : []),
  ].sort((a, b) => a - b)
  if (cuts.length === 0) return [lineAt(folded, paragraph.start, paragraph.end, paragraph, false)]
  const lines: Line[] = []
  let start = paragraph.start
  for (const cut of [...cuts, paragraph.end]) {
    let end = cut
    while (end > start && folded[end - 1] === ' ') end--
    if (end > start) {
      const line = lineAt(folded, start, end, lines.length === 0 ? paragraph : null, lines.length > 0)
      // 责任领导：甲；责任科室：乙；完成时限：丙: the mark parts the fields
      if (cut < paragraph.end && line.label && isShortField(line.label.field))
        while (line.end > line.label.value && /[；，、\s]/.test(folded[line.end - 1] ?? '')) line.end--
      lines.push(line)
    }
    start = cut
  }
  return lines
}

/** What follows a label word that is only a word: 整改目标的实现, 责任单位和责任人. */
const goesOn = /^[的是和、及与，。已为要并中未由按]/

/** Labels that lost their colon, known from the other places where the same words have it. */
function findBareLabels(folded: string, lines: Line[]): void {
  const words = new Map<string, { field: Label['field']; n: number }>()
  for (const { label } of lines) {
    if (label?.form !== 'colon' && label?.form !== 'bracket') continue
    const word = folded.slice(label.start, label.end).replace(/[【】［］[\]〔〕]/g, '')
    if (word.length < 4) continue
    const entry = words.get(word) ?? { field: label.field, n: 0 }
    entry.n++
    words.set(word, entry)
  }
  const known = [...words].filter(([, { n, field }]) => n >= 2 && field !== 'other')
  if (known.length === 0) return
  // a title that goes on in a second line may open it with such words
  const from = lines.findIndex(({ label }) => label?.form === 'colon' || label?.form === 'bracket')
  for (const line of lines.slice(from)) {
    if (line.label || line.table) continue
    for (const [word, { field }] of known) {
      const end = line.body + word.length
      if (!folded.startsWith(word, line.body) || end >= line.end || goesOn.test(folded.slice(end, end + 1))) continue
      line.label = { field, start: line.body, end, value: end, form: 'bare' }
      break
    }
  }
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
export function readLines({ folded, blocks }: Layout): Line[] {
  const lines: Line[] = []
  for (const block of unflatten(folded, blocks)) {
    if (block.kind === 'paragraph') for (const line of linesOf(folded, block.paragraph)) lines.push(line)
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
  findBareLabels(folded, lines)
  findUnknownLabels(folded, lines)
  return lines
}

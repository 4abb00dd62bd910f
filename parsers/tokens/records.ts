/** Where further records begin in a paragraph that lost its line breaks, or that has several problems with an answer each. */
import type { LaidParagraph } from '../layout/layout.js'
import type { Label } from './label.js'
import { markAt } from './marks.js'

/** A sentence's end, where the next item of a list that lost its line breaks may begin. */
const sentenceEnd = /[。；）] ?/g

/** 一、…整改目标：…责任单位：…。二、…整改目标：… in one paragraph: where its further items begin. */
export function recordsInside(folded: string, paragraph: LaidParagraph, labels: readonly Label[]): number[] {
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

/** 一是…。整改情况：…。二是…。整改情况：… in one paragraph: where the problems begin of which each has the label behind it. */
export function problemsOfRun(folded: string, { start }: LaidParagraph, labels: readonly Label[]): number[] {
  const [opening] = labels
  const answers = labels.filter(({ field }) => field === opening?.field)
  if (answers.length < 2) return []
  const cuts: number[] = []
  let from = start
  for (const [i, answer] of answers.entries()) {
    sentenceEnd.lastIndex = from
    let cut = -1
    for (let match = sentenceEnd.exec(folded); match && match.index < answer.start; match = sentenceEnd.exec(folded)) {
      const at = match.index + match[0].length
      const mark = markAt(folded, at)
      if (mark?.style === 'is' && mark.ordinal === i + 1) cut = at
    }
    // 一是 may open the paragraph
    if (cut < 0 && !(i === 0 && markAt(folded, start)?.style === 'is')) return []
    if (cut >= 0) cuts.push(cut)
    from = answer.value
  }
  return cuts
}

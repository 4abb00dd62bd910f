/** Where further records begin in a paragraph that lost its line breaks, or that has several problems with an answer each. */
import { namesBodies } from '../fields/cells.js'
import { trailingStatus } from '../fields/status.js'
import type { LaidParagraph } from '../layout/layout.js'
import { type FieldKind, isShortField, partyFields } from '../lexicon/labels.js'
import type { Label } from './label.js'
import { endsValue } from './lost-breaks.js'
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

/** （一）预算编制方面。1.关于…的问题。…2.关于…的问题。 */
const numberedProblem =
  /(?<=[。；：]|方面)(?:\d{1,2}[.．、]|（(?:\d{1,2}|[一二三四五六七八九十]{1,3})）|[①-⑳]|[一二三四五六七八九十]{1,3}是) ?关于[^。；：]{2,120}问题/g

/** Where numbered problems begin inside a paragraph. */
export function problemsInside(folded: string, from: number, end: number): number[] {
  const words = folded.slice(from, end)
  if (!words.includes('关于', 2)) return []
  return [...words.matchAll(numberedProblem)].map((match) => from + match.index)
}

/** …（二）全面从严治党方面1.关于…: a category within a paragraph of problems. */
const aspect = /（[一二三四五六七八九十]{1,3}）(?=[^。；：（）]{2,40}方面(?:1[.．、]|（1）)关于)/g
export const aspectsInside = (folded: string, from: number, end: number): number[] =>
  [...folded.slice(from, end).matchAll(aspect)].map((match) => from + match.index)

/** 1.…（已完成整改）；2.…（正在整改）。 in one paragraph: where its further problems begin, each with its state. */
export function statedInside(folded: string, { start, end }: LaidParagraph): number[] {
  const head = markAt(folded, start)
  if (head?.ordinal !== 1 || !folded.slice(start, end).includes('）；')) return []
  const cuts: number[] = []
  let from = head.body
  for (const { index } of folded.slice(start, end).matchAll(/）[；。]/g)) {
    const close = start + index + 1
    if (trailingStatus(folded.slice(from, close)) === null) return cuts.length > 0 && close + 1 >= end ? cuts : []
    const next = markAt(folded, close + 1)
    if (close + 1 >= end) return cuts
    if (next?.style !== head.style || next.ordinal !== cuts.length + 2) return []
    cuts.push(close + 1)
    from = next.body
  }
  return cuts
}

/** A paragraph that holds several problems of a report is at least so long. */
const LONG = 300
const LONGEST_NAME = 24
/** Fields of two items at least. */
const FEWEST_FIELDS = 4
const chapter = /(?<=^|[。；])[一二三四五六七八九十]{1,3}、/g
/** Behind a sentence: 反馈问题二：, 三、 */
const opening =
  /(?<=[。；：])(?=(?:反馈|具体|整改|督察|巡察|巡视)?(?:问题|任务)[一二三四五六七八九十\d]{1,3}[：、]|[一二三四五六七八九十]{1,3}、)/g

/** A report that lost its paragraphs: where its chapters and numbered problems begin, if they count on. */
export function problemsOfStream(folded: string, { start, end }: LaidParagraph): number[] {
  if (end - start < LONG) return []
  const last = new Map<string, number>()
  const cuts: number[] = []
  let problems = 0
  for (const { index } of folded.slice(start, end).matchAll(opening)) {
    const mark = markAt(folded, start + index)
    if (mark?.style !== 'issue' && mark?.style !== 'cn') continue
    const before = last.get(mark.style)
    if (before !== undefined && mark.ordinal !== before + 1) continue
    last.set(mark.style, mark.ordinal)
    cuts.push(start + index)
    if (mark.style === 'issue') problems++
    // 四、保障措施。 is a chapter's name
    const name = mark.style === 'cn' ? folded.slice(mark.body, mark.body + LONGEST_NAME).indexOf('。') : -1
    if (name > 0 && mark.body + name + 1 < end) cuts.push(mark.body + name + 1)
  }
  // one problem behind chapters, or several
  return problems > 1 || (problems === 1 && cuts.length > 2) ? [...new Set(cuts)] : []
}

/** Marks of problems in such a paragraph, behind a sentence or behind a chapter's name. */
const numbered = /(?<![\d.．])(?:（[一二三四五六七八九十\d]{1,3}）|\d{1,3}[.．、](?!\d))/g
const chapterName = /^[\u4e00-\u9fff]{2,20}$/

/** The like without labels of problems: （一）…整改措施：…（二）…整改措施：… where each number has fields of its own. */
export function labelledOfStream(folded: string, { start, end }: LaidParagraph, labels: readonly Label[]): number[] {
  if (labels.length < FEWEST_FIELDS) return []
  const chapters = [...folded.slice(start, end).matchAll(chapter)].map(({ index }) => start + index)
  for (const style of ['cn-paren', 'ar'] as const) {
    const cuts: number[] = []
    let last = 0
    let over = -1
    for (const { index } of folded.slice(start, end).matchAll(numbered)) {
      const at = start + index
      const mark = markAt(folded, at)
      if (mark?.style !== style) continue
      while ((chapters[over + 1] ?? end) < at) over++
      const name = markAt(folded, chapters[over] ?? at)?.body ?? at
      const opens = at - name <= LONGEST_NAME && chapterName.test(folded.slice(name, at))
      if (!(opens || at === start || /[。；]/.test(folded[at - 1] ?? ''))) continue
      if (mark.ordinal !== last + 1 && !(opens && mark.ordinal === 1)) continue
      last = mark.ordinal
      cuts.push(at)
    }
    // 措施：1.…2.…: numbers of measures have no fields of their own
    let next = 0
    const firsts = cuts.map((cut, k) => {
      while ((labels[next]?.start ?? end) < cut) next++
      const label = labels[next]
      return label && label.start < (cuts[k + 1] ?? end) ? label.field : null
    })
    const [first] = firsts
    if (
      cuts.length > 1 &&
      first &&
      !isShortField(first) &&
      (labels[0]?.start ?? 0) > (cuts[0] ?? 0) &&
      firsts.every((field) => field === first)
    )
      return [...chapters.filter((place) => place > start), ...cuts]
  }
  return []
}

/** Fields that come again behind a number tell that another item begins. */
const FEWEST_AGAIN = 2

/** 问题1：…。问题2：…: the next problems by their names. */
function gluedIssues(folded: string, start: number, end: number, first: number): number[] {
  const cuts: number[] = []
  for (const { index } of folded.slice(start, end).matchAll(opening)) {
    const mark = markAt(folded, start + index)
    if (mark?.style === 'issue' && mark.ordinal === first + cuts.length + 1) cuts.push(start + index)
  }
  return cuts
}

/** 9.…【整改状态】已完成。10.…整改进展：…: an item that stands in the paragraph of the one before, with fields of its own. */
export function gluedItems(folded: string, { start, end }: LaidParagraph, labels: readonly Label[]): number[] {
  const head = markAt(folded, start)
  if (head?.style === 'issue') return gluedIssues(folded, start, end, head.ordinal)
  if (!head || labels.length < FEWEST_FIELDS) return []
  const cuts: number[] = []
  const last = new Map(labels.map(({ field }, i) => [field, i]))
  /** Fields of the open item. */
  const own = new Set<FieldKind>()
  let [next, expected] = [0, head.ordinal + 1]
  for (const { index } of folded.slice(start, end).matchAll(numbered)) {
    const at = start + index
    const mark = at > start && /[。；】]/.test(folded[at - 1] ?? '') ? markAt(folded, at) : null
    if (mark?.style !== head.style || mark.ordinal !== expected) continue
    for (let label = labels[next]; label && label.start < at; label = labels[++next]) own.add(label.field)
    if ([...own].filter((field) => (last.get(field) ?? -1) >= next).length < FEWEST_AGAIN) continue
    cuts.push(at)
    own.clear()
    expected++
  }
  return cuts
}

/** 二、整改情况（一）水环境方面: a chapter's name and a category's in one line. */
const twoHeadings =
  /^[一二三四五六七八九十]{1,3}、[\u4e00-\u9fff]{2,24}(?=（[一二三四五六七八九十]）[\u4e00-\u9fff、“”]{2,30}(?:方面|领域|类)(?:存在)?的?(?:问题)?$)/

/** 三、下一步工作。1.…: a chapter's name with the chapter behind it. */
const headAndText =
  /^[一二三四五六七八九十]{1,3}、(?:(?:下一?步|下一阶段|今后)(?:的)?(?:整改)?(?:工作)?(?:打算|安排|计划|措施|重点|考虑)?|组织(?:保障|领导)|保障措施|工作要求|有关要求)。(?=\S)/

/** Where the category, or the text, begins. */
export function headingsInside(folded: string, { start, end }: LaidParagraph): number[] {
  const both = end - start <= 70 ? twoHeadings.exec(folded.slice(start, end)) : null
  if (both) return [start + both[0].length]
  const head = headAndText.exec(folded.slice(start, Math.min(end, start + 24)))
  return head && start + head[0].length < end ? [start + head[0].length] : []
}

/** A number behind the names of a field: 责任单位：县粮食局2.台账登记不全。 */
const behindNames = /(?<=[\u4e00-\u9fff])(?:\d{1,2}[.、．](?!\d)|（[一二三四五六七八九十]{1,2}）)(?=[\u4e00-\u9fff])/g

/** Where an item begins right behind the bodies or the persons of the one before. */
export function itemsBehindNames(folded: string, end: number, labels: readonly Label[]): number[] {
  const cuts: number[] = []
  labels.forEach((label, i) => {
    if (!partyFields.has(label.field)) return
    const to = labels[i + 1]?.start ?? end
    for (const { index } of folded.slice(label.value, to).matchAll(behindNames)) {
      const at = label.value + index
      const rest = folded.slice(markAt(folded, at)?.body ?? at, to).split(/[。；，：]/)[0] ?? ''
      if (rest.length < 4 || !endsValue(label, folded.slice(label.value, at)) || namesBodies(rest)) continue
      cuts.push(at)
      break
    }
  })
  return cuts
}

/** Page numbers and running heads. */
import { namesBodies, namesPersons } from '../fields/cells.js'
import { type FieldKind, fieldOf, partyFields } from '../lexicon/labels.js'
import { fold } from '../text/fold.js'
import { isPageNumber } from '../text/page-number.js'
import { provenAt } from '../tokens/glued.js'
import { labelAt } from '../tokens/label.js'
import { markAt } from '../tokens/marks.js'
import { isBareNumber } from './clean.js'
import { type Draft, endsSentence } from './joining.js'
import type { LayoutNotice } from './layout.js'
import { isState, openingOf } from './manner.js'

/** Lines in which a title stands. */
const TITLE_LINES = 8
/** No shorter line is told by itself from a heading that comes again. */
const LEAST_TITLE = 10
/** A running head stands on this part of the pages or more. */
const LEAST_SHARE = 0.25
/** Bare numbers in order that there must be before they are pages. */
const LEAST_NUMBERS = 3

/** The words of the label that a draft begins with; null where it begins with none. */
const labelOf = (draft: Draft | { table: object } | undefined): string | null => {
  if (!draft || !('text' in draft)) return null
  const label = labelAt(draft.folded, 0, draft.folded.length)
  return label && draft.folded.slice(0, label.end)
}

/**
 * Whether numbers alone on their lines are those of boxes (01, 02 …): none of their labels stands before the first, and some label stands once
 * behind each of them, or behind each stand so many at least, none twice.
 */
function headItems(drafts: readonly (Draft | { table: object })[], numbers: readonly number[], least: number): boolean {
  const labels = drafts.map(labelOf)
  const before = new Set(labels.slice(0, numbers[0]))
  const boxes = numbers.map((from, nth) => {
    const counts = new Map<string, number>()
    for (const words of labels.slice(from, numbers[nth + 1]))
      if (words !== null) counts.set(words, (counts.get(words) ?? 0) + 1)
    return counts
  })
  const [first = new Map<string, number>()] = boxes
  if ([...first.keys()].some((words) => !before.has(words) && boxes.every((box) => box.get(words) === 1))) return true
  return boxes.every((box) => box.size >= least && [...box].every(([words, count]) => count === 1 && !before.has(words)))
}

/** Fields that are told in sentences. */
const telling: ReadonlySet<FieldKind> = new Set<FieldKind>(['problem', 'goal', 'measures', 'progress'])
/** No label that is glued to its value is longer. */
const GLUED = 8

/** 责任单位：县水利局、县住 */
const isCutName = (field: FieldKind, value: string): boolean =>
  partyFields.has(field) && !namesBodies(value) && !namesPersons(value)

/** 整改情况：清运建筑: a field of sentences has begun, however short the line is. */
function isBegun(folded: string): boolean {
  const from = markAt(folded, 0)?.body ?? 0
  const label = labelAt(folded, from, folded.length)
  if (label)
    return label.value < folded.length && (telling.has(label.field) || isCutName(label.field, folded.slice(label.value)))
  // 整改措施甲、指导养殖场: the label has lost its colon
  for (let n = 4; n <= GLUED && from + n < folded.length; n++) {
    const field = fieldOf(folded.slice(from, from + n))
    if (field && telling.has(field)) return /[，。；、（]/.test(folded.slice(from + n))
  }
  return false
}

/** 反馈内容：⏎11个采石宕口未: the value of a field of sentences under its label. */
const isUnder = (before: Draft | { table: object } | undefined): boolean => {
  if (!before || !('text' in before)) return false
  const label = labelAt(before.folded, markAt(before.folded, 0)?.body ?? 0, before.folded.length)
  return label !== null && telling.has(label.field) && label.value >= before.folded.length
}

/** 组织部、区教育局; a signature begins with the place that it is of. */
const restOfNames = /^(?:[\u4e00-\u9fff]{2,16}、|(?![省市县区州旗镇乡])[\u4e00-\u9fff]{1,10}[。；]?$)/

/** 实施主体县水利局: a label before what can only be its value. */
const gluedAt = (folded: string, from: number): { field: FieldKind | null; value: number } => {
  const proven = provenAt(folded, from, folded.length)
  return { field: proven?.field ?? null, value: proven?.end ?? folded.length }
}

/** 实施主体：区民政局、区委⏎⏎组织部、区教育局: a list of bodies that has no stop, and the next line is more of it. */
function isCutList(folded: string, next: Draft | { table: object } | undefined): boolean {
  if (!next || !('text' in next)) return false
  const from = markAt(folded, 0)?.body ?? 0
  const label = labelAt(folded, from, folded.length)
  const { field, value } = label ?? gluedAt(folded, from)
  if (!field || !partyFields.has(field) || value >= folded.length || !restOfNames.test(next.folded)) return false
  const [last = ''] = /[^、，；]{1,40}$/.exec(folded.slice(value).slice(-40)) ?? []
  const [first = ''] = next.folded.split(/[、，；。]/)
  return labelAt(next.folded, 0, next.folded.length) === null && namesBodies(last + first)
}

/** Of the lines that open alike and stand before no page's end, nearly all end with a stop. */
const USUAL = 0.9

/** What lines open with (marks, labels) that end with a stop wherever no page's end may have cut them. */
function stoppedOpenings(drafts: readonly (Draft | { table: object })[], drop: ReadonlySet<number>): ReadonlySet<string> {
  const counts = new Map<string, { all: number; stopped: number }>()
  drafts.forEach((draft, i) => {
    const key = 'text' in draft && !drop.has(i + 1) ? openingOf(draft.folded) : null
    if (key === null || !('text' in draft)) return
    const count = counts.get(key) ?? { all: 0, stopped: 0 }
    count.all++
    if (endsSentence.test(draft.folded)) count.stopped++
    counts.set(key, count)
  })
  return new Set([...counts].filter(([, { all, stopped }]) => all >= 2 && stopped >= all * USUAL).map(([key]) => key))
}

/** ②加快 among ①摸清底数。 and ③健全机制。, or words with a comma: the line was cut. */
function lacksStop(folded: string, stopped: ReadonlySet<string>): boolean {
  // no heading holds a sentence's end
  if (folded.includes('。')) return true
  const key = openingOf(folded)
  return key === null ? /[，；。]/.test(folded) && folded.length > 6 : stopped.has(key)
}

/** 01 to 07, 10 …, with 8. and 9、 before the words of a line in between: one count, of which some numbers stand alone. */
function fillsGaps(
  drafts: readonly (Draft | { table: object })[],
  bare: readonly number[],
  numbers: readonly number[],
): boolean {
  if (bare.length < LEAST_NUMBERS || numbers[0] !== 1) return false
  return bare.every((at, nth) => {
    if (nth === 0) return true
    const before = numbers[nth - 1] ?? 0
    let n = before
    for (const draft of drafts.slice((bare[nth - 1] ?? 0) + 1, at))
      if ('text' in draft && n < (numbers[nth] ?? 0) - 1 && markAt(draft.folded, 0)?.ordinal === n + 1) n++
    return (numbers[nth] ?? 0) === n + 1
  })
}

/** 责任科室市城管局: a field, however often it comes again beside page numbers. */
const isField = (folded: string): boolean =>
  labelAt(folded, 0, folded.length) !== null || provenAt(folded, 0, folded.length) !== null || isState(folded)

/** Page numbers, and short lines that come again beside them on page after page. */
export function withoutPageFurniture<T extends Draft | { table: object }>(
  drafts: T[],
  cells: boolean,
  notices: LayoutNotice[],
): T[] {
  const isPage = (draft: T | undefined): boolean => draft !== undefined && 'text' in draft && isPageNumber(draft.folded)
  const pages = drafts.filter(isPage).length
  const bare: number[] = []
  drafts.forEach((draft, i) => {
    if ('text' in draft && isBareNumber(draft.folded)) bare.push(i)
  })
  // 1, 2, 3 … alone on their lines, in order, are pages too
  const numbers = bare.map((i) => {
    const draft = drafts[i]
    return draft && 'text' in draft ? Number(draft.folded) : 0
  })
  // in a table that was pasted cell by cell they number the rows
  const end = numbers.findIndex((n, i) => i > 0 && n !== (numbers[i - 1] ?? 0) + 1)
  const inOrder = !cells && bare.length >= LEAST_NUMBERS && end < 0
  // behind the last box a page may count what else there is to read
  const run = end < 0 ? bare : bare.slice(0, end)
  const [one] = bare.map((i) => drafts[i])
  // no page is called 01
  const [least, labels] = one && 'text' in one && one.folded.startsWith('0') ? [2, 1] : [LEAST_NUMBERS, 2]
  const boxed = !cells && run.length >= least && numbers[0] === 1 && headItems(drafts, run, labels)
  const leading = new Set(boxed ? run : !inOrder && !cells && fillsGaps(drafts, bare, numbers) ? bare : [])
  const ascending = inOrder && leading.size === 0
  if (leading.size > 0) drafts = drafts.map((draft, i) => (leading.has(i) ? { ...draft, leads: true } : draft))
  if (pages === 0 && !ascending) return drafts
  const drop = new Set<number>(ascending ? bare : [])
  drafts.forEach((draft, i) => {
    if (isPage(draft)) drop.add(i)
  })
  const heads = new Map<string, number[]>()
  for (const at of drop)
    for (const near of [at - 2, at - 1, at + 1, at + 2]) {
      const draft = drafts[near]
      if (!draft || !('text' in draft) || drop.has(near) || draft.text.length > 40 || /[，。；]/.test(draft.folded)) continue
      if (markAt(draft.folded, 0)) continue
      const places = heads.get(draft.text)
      if (places) places.push(near)
      else heads.set(draft.text, [near])
    }
  const titles = new Set<string>()
  for (const draft of drafts.slice(0, TITLE_LINES))
    if ('text' in draft && draft.text.length >= LEAST_TITLE && !endsSentence.test(draft.folded)) titles.add(draft.text)
  const removedHeads: string[] = []
  const all = drop.size
  for (const [words, places] of heads) {
    const different = new Set(places)
    // the title itself may stand on but one more page
    const isTitle = titles.has(words) && places.some((place) => place >= TITLE_LINES)
    if ((different.size < Math.max(2, all * LEAST_SHARE) && !isTitle) || isField(fold(words))) continue
    for (const place of [...different].sort((a, b) => a - b).slice(places.includes(0) ? 1 : 0)) drop.add(place)
    removedHeads.push(words)
  }
  notices.push({
    code: 'page_numbers_removed',
    message: `${drop.size} page numbers and running heads left out${removedHeads.length ? `: ${removedHeads.join(' / ')}` : ''}`,
    span: null,
  })
  const isCut = cutBy(drafts, drop)
  return drafts
    .map((draft, i) =>
      'text' in draft ? { ...draft, open: isCut(draft, i) || draft.open, gap: draft.gap && !drop.has(i - 1) } : draft,
    )
    .filter((_, i) => !drop.has(i))
}

/** Whether a page's end may have cut a line: one right before what is left out, of which something says that it goes on. The blank line behind it was the page's. */
function cutBy(
  drafts: readonly (Draft | { table: object })[],
  drop: ReadonlySet<number>,
): (draft: Draft, i: number) => boolean {
  const stopped = stoppedOpenings(drafts, drop)
  return ({ text, folded }, i) => {
    if (drop.has(i) || !drop.has(i + 1) || endsSentence.test(folded)) return false
    let next = i + 1
    while (drop.has(next)) next++
    return (
      text.length > 20 ||
      isBegun(folded) ||
      isUnder(drafts[i - 1]) ||
      lacksStop(folded, stopped) ||
      isCutList(folded, drafts[next])
    )
  }
}

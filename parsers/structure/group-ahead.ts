/**
 * Fields that are told once for a chapter or for some numbers, before their items or behind them: （本类问题整改时限：2025年6月底前）,
 * 第1至4项责任单位：县财政局；整改时限：2024年10月底前.
 */
import { someOf } from '../lexicon/groups.js'
import { exactFieldOf, isShortField, partyFields } from '../lexicon/labels.js'
import { labelAt } from '../tokens/label.js'
import { ordinal } from '../tokens/marks.js'
import type { Span } from '../tree.js'
import { give, noun, numberOf } from './groups.js'
import type { RawField, RawItem } from './raw-item.js'

/** Whom a paragraph speaks of: 本部分任务的, 以下第9至11项. */
const scope = new RegExp(`^[ （]{0,4}(?:${someOf})${noun}的?`, 'gm')
/** 整改时限均为：, 责任单位均为, 牵头单位：, 整改时限除第8项另行注明外，均为 */
const told = /[，；]?([\u4e00-\u9fff]{2,12}?)(?:除[^，。；]{1,20}外，)?(?:(?:统一)?均?(?:为|由|是)：?|均：|：)/y
/** Such a paragraph is no longer. */
const LONGEST = 200
/** A report has no more of them: each is held against all items. */
const MOST = 300

/** 由县市场监管局牵头，县建设局配合，于2024年9月30日前完成整改 */
const sentence =
  /均?(由[^；。）\d]{2,80}?(?:牵头|负责|承担|配合|落实|办理))(?:，(?:应|须|要求|原则上)?于?((?:19|20)\d\d年[^，；。）]{0,12}?)(?:全部|全面)?完成[^，；。）]{0,8})?(?=[；。）\n]|$)/y

/** The bodies and the day of a sentence; null where it is another. */
function fieldsOf(folded: string, from: number): RawField[] | null {
  sentence.lastIndex = from
  const match = sentence.exec(folded)
  const [, bodies = '', day = ''] = match ?? []
  if (!match) return null
  const at = folded.indexOf(bodies, from)
  const fields: RawField[] = [{ field: 'responsible_unit', label: '', segments: [[at, at + bodies.length]], row: 0 }]
  const dayAt = folded.indexOf(day, at + bodies.length)
  if (day !== '') fields.push({ field: 'deadline', label: '', segments: [[dayAt, dayAt + day.length]], row: 0 })
  return fields
}

/** The fields of a paragraph from a place on; null where it tells anything else. */
function fieldsIn(folded: string, from: number, end: number): RawField[] | null {
  const spoken = fieldsOf(folded, from)
  if (spoken) return spoken
  const fields: RawField[] = []
  for (let at = from; at < end && !/[）。]/.test(folded.charAt(at)); ) {
    told.lastIndex = at
    const match = told.exec(folded)
    const label = match?.[1] ?? ''
    const field = match ? exactFieldOf(label) : null
    if (!field || !(isShortField(field) || partyFields.has(field))) return null
    const start = told.lastIndex
    const stop = folded.slice(start, end).search(/[；。）]/)
    const to = stop < 0 ? end : start + stop
    if (to === start) return null
    fields.push({ field, label, segments: [[start, to]], row: 0 })
    at = to
  }
  return fields.length > 0 ? fields : null
}

/** The items of these numbers; of several with one number the nearest. */
function numbered(folded: string, items: readonly RawItem[], at: number, from: number, to: number): RawItem[] {
  const found = new Map<number, RawItem>()
  const far = ({ span }: RawItem): number => Math.abs(span[0] - at)
  for (const item of items) {
    const n = numberOf(folded, item)
    if (n === undefined || n < from || n > to) continue
    const known = found.get(n)
    if (!known || far(item) < far(known)) found.set(n, item)
  }
  return [...found.values()]
}

/** The items below a place that stand under the last heading before it. */
function inChapter(items: readonly RawItem[], at: number): RawItem[] {
  const below = items.filter(({ span }) => span[0] > at)
  const heads = below[0]?.categories.map(([start]) => start).filter((start) => start < at) ?? []
  const chapter = Math.max(...heads)
  return below.filter(({ categories }) => categories.some(([start]) => start === chapter))
}

/** Takes the words of a paragraph out of the item that they were read as. */
function takeOut(items: readonly RawItem[], [from, to]: Span): void {
  const isOutside = ([start, end]: Span): boolean => end <= from || start >= to
  for (const item of items) {
    if (item.span[1] <= from || item.span[0] >= to) continue
    item.body = item.body.filter(isOutside)
    item.problem = item.problem.filter(isOutside)
    for (const field of item.fields) field.segments = field.segments.filter(isOutside)
    item.fields = item.fields.filter(({ segments }) => segments.length > 0)
  }
}

/** 牵头领导：高建平 right between a chapter's heading and its first item: of all of them. `prose`: the lines that are no item's. */
export function shareUnderHeadings(folded: string, items: readonly RawItem[], prose: readonly Span[]): void {
  const told = new Map<number, { end: number; fields: RawField[] }>()
  for (const [start, end] of prose) {
    const label = labelAt(folded, start, end)
    if (label?.form !== 'colon' || !(partyFields.has(label.field) || label.field === 'deadline') || label.value >= end) continue
    const field: RawField = {
      field: label.field,
      label: folded.slice(label.start, label.end),
      segments: [[label.value, end]],
      row: 0,
    }
    told.set(start, { end, fields: [field] })
  }
  const from = (at: number): number => at + (/^[\s。：]*/.exec(folded.slice(at, at + 8))?.[0].length ?? 0)
  const heads = new Set(items.flatMap(({ categories }) => categories.slice(-1).map(([, end]) => end)))
  let left = MOST
  for (const head of heads) {
    const fields: RawField[] = []
    let at = from(head)
    for (let line = told.get(at); line; line = told.get(at)) {
      fields.push(...line.fields)
      at = from(line.end)
    }
    if (fields.length > 0 && left-- > 0 && items.some(({ span }) => span[0] === at)) give(inChapter(items, at - 1), fields)
  }
}

/** Gives the items that a paragraph speaks of the fields that it tells, where they have none of their own. */
export function shareAhead(folded: string, items: readonly RawItem[]): void {
  let left = MOST
  for (const match of folded.matchAll(scope)) {
    const [words, first, joint = '', last] = match
    const end = folded.indexOf('\n', match.index)
    const to = end < 0 ? folded.length : end
    const fields = to - match.index > LONGEST ? null : fieldsIn(folded, match.index + words.length, to)
    if (!fields || left-- <= 0) continue
    const [low, high] = [ordinal(first ?? '') ?? 0, ordinal(last ?? '') ?? 0]
    // 第1、2项; 第1、3项 are no row
    if (/[、和]/.test(joint) && high !== low + 1) continue
    const meant = low > 0 ? numbered(folded, items, match.index, low, high) : inChapter(items, match.index)
    if (meant.length === 0) continue
    takeOut(items, [match.index, to])
    give(meant, fields)
  }
}

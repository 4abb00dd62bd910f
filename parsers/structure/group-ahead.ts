/**
 * Fields that are told once for a chapter or for some numbers, before their items or behind them: （本类问题整改时限：2025年6月底前）,
 * 第1至4项责任单位：县财政局；整改时限：2024年10月底前.
 */
import { exactFieldOf, isShortField, partyFields } from '../lexicon/labels.js'
import { ordinal } from '../tokens/marks.js'
import type { Span } from '../tree.js'
import { noun, number, numberOf } from './groups.js'
import type { RawField, RawItem } from './raw-item.js'

/** Whom a paragraph speaks of: 本部分任务的, 以下第9至11项. */
const scope = new RegExp(
  `^[ （]{0,4}(?:(?:本|该)(?:类|部分|方面|章|大类|领域|组)|(?:以下|以上|上述)?第(${number})[至到—~-]第?(${number})(?:项|个|条))${noun}的?`,
  'gm',
)
/** 整改时限均为：, 责任单位均为, 牵头单位：, 整改时限除第8项另行注明外，均为 */
const told = /[，；]?([\u4e00-\u9fff]{2,12}?)(?:除[^，。；]{1,20}外，)?(?:(?:统一)?均?(?:为|由|是)：?|均：|：)/y
/** Such a paragraph is no longer. */
const LONGEST = 200

/** The fields of a paragraph from a place on; null where it tells anything else. */
function fieldsIn(folded: string, from: number, end: number): RawField[] | null {
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

/** Gives the items that a paragraph speaks of the fields that it tells, where they have none of their own. */
export function shareAhead(folded: string, items: readonly RawItem[]): void {
  for (const match of folded.matchAll(scope)) {
    const [words, first, last] = match
    const end = folded.indexOf('\n', match.index)
    const to = end < 0 ? folded.length : end
    const fields = to - match.index > LONGEST ? null : fieldsIn(folded, match.index + words.length, to)
    if (!fields) continue
    const [low, high] = [ordinal(first ?? '') ?? 0, ordinal(last ?? '') ?? 0]
    const meant = low > 0 ? numbered(folded, items, match.index, low, high) : inChapter(items, match.index)
    if (meant.length === 0) continue
    takeOut(items, [match.index, to])
    for (const item of meant) {
      const own = new Set(item.fields.map(({ field }) => field))
      const taken = fields.filter(({ field }) => !own.has(field))
      item.fields.push(...taken.map((field): RawField => ({ ...field, segments: [...field.segments] })))
      item.elsewhere = [...(item.elsewhere ?? []), ...taken.flatMap(({ segments }) => segments)]
    }
  }
}

/** Fields that are told once for a group of items: 以上4项，责任单位：县水利局；整改时限：2024年底。 */
import { groupNumber } from '../lexicon/groups.js'
import { markAt, ordinal } from '../tokens/marks.js'
import type { Span } from '../tree.js'
import type { RawField, RawItem } from './raw-item.js'

export const noun = '(?:反馈|整改|具体)?(?:问题|任务|事项)?'
/** 以上4, 上述第1至第3: how many there are, or from which number to which. */
export const above = `(?:以上|上述)(第)?(${groupNumber})(?:[至到—~-]第?(${groupNumber}))?`
/** 以上4项, 上述第1至第3项问题, 以上问题 */
const group = new RegExp(`^(?:${above}|以上|上述)(?:项|个|条)?${noun}[，：；]?(?:均由|均|由)?$`)

/** How many items a group has, or from which number to which it goes. */
export type Spoken = number | readonly [from: number, to: number]

/** What a match of `above` speaks of; null where it gives no number. */
export function spokenOf([, nth, from, to]: readonly (string | undefined)[]): Spoken | null {
  const first = ordinal(from ?? '') ?? 0
  if (first === 0) return null
  return nth || to !== undefined ? [first, ordinal(to ?? '') ?? first] : first
}

/** A group reaches no further back. */
const mostItems = 999

/** The number that an item prints. */
export const numberOf = (folded: string, { label }: RawItem): number | undefined =>
  label ? markAt(folded, label[0])?.ordinal : undefined

/** The items that are spoken of, up to `last`. */
export function itemsAbove(folded: string, items: readonly RawItem[], last: number, spoken: Spoken): RawItem[] {
  if (typeof spoken === 'number') return items.slice(Math.max(0, last + 1 - spoken), last + 1)
  const [first, end] = spoken
  // numbers may begin anew under each chapter: the nearest of a number is meant
  const found = new Map<number, RawItem>()
  for (const item of items.slice(Math.max(0, last - mostItems), last + 1)) {
    const n = numberOf(folded, item)
    if (n !== undefined && n >= first && n <= end) found.set(n, item)
  }
  return [...found.values()]
}

/** The items that the words speak of, up to `last`; those of the whole chapter since the group before, which ended at `since`. */
function itemsOf(folded: string, items: readonly RawItem[], since: number, last: number, words: string): RawItem[] {
  const spoken = spokenOf(group.exec(words) ?? [])
  if (spoken !== null) return itemsAbove(folded, items, last, spoken)
  const chapter = items[last]?.categories.at(-1)?.[0]
  return items.slice(since, last + 1).filter(({ categories }) => categories.at(-1)?.[0] === chapter)
}

/** Takes the words of a group out of where they stand; null where the item has none. */
function takeWords(folded: string, { body, fields }: RawItem): Span | null {
  for (const segments of [body, ...fields.map((field) => field.segments)]) {
    const at = segments.findIndex((span) => span[1] - span[0] <= 30 && group.test(folded.slice(...span).trim()))
    const [found] = at < 0 ? [] : segments.splice(at, 1)
    if (found) return found
  }
  return null
}

/** Gives items the fields that are told elsewhere, where they have none of their own. */
export function give(items: readonly RawItem[], fields: readonly RawField[]): void {
  for (const item of items) {
    const own = new Set(item.fields.map(({ field }) => field))
    const taken = fields.filter(({ field }) => !own.has(field))
    item.fields.push(...taken.map((field): RawField => ({ ...field, segments: [...field.segments] })))
    item.elsewhere = [...(item.elsewhere ?? []), ...taken.flatMap(({ segments }) => segments)]
  }
}

/** Gives all items of a group the fields that stand behind the last of them. */
export function shareFields(folded: string, items: readonly RawItem[]): void {
  let since = 0
  items.forEach((item, k) => {
    const words = takeWords(folded, item)
    if (!words) return
    const shared = item.fields.filter(({ segments: [first] }) => first !== undefined && first[0] >= words[1])
    const spoken = itemsOf(folded, items, since, k, folded.slice(...words).trim())
    give(
      spoken.filter((other) => other !== item),
      shared,
    )
    item.fields = item.fields.filter(({ segments }) => segments.length > 0)
    since = k + 1
  })
}

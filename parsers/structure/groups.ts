/** Fields that are told once for a group of items: 以上4项，责任单位：县水利局；整改时限：2024年底。 */
import { markAt, ordinal } from '../tokens/marks.js'
import type { Span } from '../tree.js'
import type { RawField, RawItem } from './raw-item.js'

const number = '\\d{1,3}|[一二三四五六七八九十]{1,3}'
/** 以上4项, 上述第1至第3项问题, 以上问题: how many there are, or from which number to which. */
const group = new RegExp(
  `^(?:以上|上述)(?:(第)?(${number})(?:[至到—~-](?:第)?(${number}))?)?(?:项|个|条)?(?:反馈|整改|具体)?(?:问题|任务|事项)?[，：；]?(?:均由|均|由)?$`,
)

/** A group reaches no further back. */
const mostItems = 999

/** The items that the words speak of, up to `last`; those of the whole chapter since the group before, which ended at `since`. */
function itemsOf(folded: string, items: readonly RawItem[], since: number, last: number, words: string): RawItem[] {
  const [, nth, from, to] = group.exec(words) ?? []
  if (from === undefined) {
    const chapter = items[last]?.categories.at(-1)?.[0]
    return items.slice(since, last + 1).filter(({ categories }) => categories.at(-1)?.[0] === chapter)
  }
  if (!nth && to === undefined) return items.slice(Math.max(0, last + 1 - (ordinal(from) ?? 0)), last + 1)
  const [first, end] = [ordinal(from) ?? 0, ordinal(to ?? from) ?? 0]
  // numbers may begin anew under each chapter: the nearest of a number is meant
  const found = new Map<number, RawItem>()
  for (const item of items.slice(Math.max(0, last - mostItems), last + 1)) {
    const n = item.label ? markAt(folded, item.label[0])?.ordinal : undefined
    if (n !== undefined && n >= first && n <= end) found.set(n, item)
  }
  return [...found.values()]
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

/** Gives all items of a group the fields that stand behind the last of them. */
export function shareFields(folded: string, items: readonly RawItem[]): void {
  let since = 0
  items.forEach((item, k) => {
    const words = takeWords(folded, item)
    if (!words) return
    const shared = item.fields.filter(({ segments: [first] }) => first !== undefined && first[0] >= words[1])
    for (const other of itemsOf(folded, items, since, k, folded.slice(...words).trim())) {
      if (other === item) continue
      const own = new Set(other.fields.map(({ field }) => field))
      const taken = shared.filter(({ field }) => !own.has(field))
      other.fields.push(...taken.map((field): RawField => ({ ...field, segments: [...field.segments] })))
      other.elsewhere = [...(other.elsewhere ?? []), ...taken.flatMap(({ segments }) => segments)]
    }
    item.fields = item.fields.filter(({ segments }) => segments.length > 0)
    since = k + 1
  })
}

/** The shape of a list: what its items have in common. Known after a first pass; an item pays for departing from it. */
import { fieldBehindProblem } from '../lexicon/labels.js'
import type { Line } from '../tokens/lines.js'
import type { Features } from './features.js'
import { fieldBit } from './state.js'

export interface Shape {
  /** Fields that at least half of the items have, as bits. */
  usual: number
  /** Fields that fewer than one in three have. */
  rare: number
  /** Printed words of the labels that items have in common. */
  words: ReadonlySet<string>
  /** Styles of the marks inside items, of those that at least one in four has. */
  styles: ReadonlySet<string>
  /** Items have lines of a few words without mark or stop, and unmarked lines behind their lists. */
  plain: boolean
  loose: boolean
  /** How little the openers read like problems: the middle of 1 − problem. */
  unlike: number
  /** Whether items have words of their own behind the problem. */
  body: boolean
  /** Lines of the middle item. */
  lines: number
}

export interface ItemLines {
  first: number
  last: number
  /** Lines that begin a field. */
  labels: number[]
}

/** The items whose shape counts: those of the first list, where a title begins another behind it. */
function mainList(features: readonly Features[], items: readonly ItemLines[]): readonly ItemLines[] {
  for (let k = 2; k < items.length; k++) {
    const [from, to] = [items[k - 1]?.last ?? 0, items[k]?.first ?? 0]
    for (let i = from + 1; i < to; i++) if (features[i]?.title || features[i]?.complaints) return items.slice(0, k)
  }
  return items
}

/** The shape that the items of a reading have in common; null for fewer than two. */
export function shapeOf(
  folded: string,
  lines: readonly Line[],
  features: readonly Features[],
  all: readonly ItemLines[],
): Shape | null {
  const items = mainList(features, all)
  const n = items.length
  if (n < 2) return null
  const counts = new Map<number, number>()
  const words = new Map<string, number>()
  const styles = new Map<string, number>()
  let withPlain = 0
  let withLoose = 0
  let withBody = 0
  for (const item of items) {
    let mask = 0
    const own = new Set<string>()
    for (const i of item.labels) {
      const label = lines[i]?.label
      if (!label) continue
      const word = folded.slice(label.start, label.end)
      mask |= fieldBit(i === item.first ? label.field : fieldBehindProblem(word, label.field))
      own.add(word)
    }
    for (let bit = 1; bit <= mask; bit <<= 1) if (mask & bit) counts.set(bit, (counts.get(bit) ?? 0) + 1)
    const marks = new Set<string>()
    for (let i = item.first + 1; i <= item.last; i++) {
      const style = lines[i]?.mark?.style
      if (style) marks.add(style)
    }
    const tail = tailOf(lines, features, item)
    if (tail.plain) withPlain++
    if (tail.loose) withLoose++
    for (const i of item.labels) if (lines[i]?.valueMark) marks.add(lines[i]?.valueMark?.style ?? '')
    for (const style of marks) styles.set(style, (styles.get(style) ?? 0) + 1)
    for (const word of own) words.set(word, (words.get(word) ?? 0) + 1)
    if (item.last > item.first) withBody++
  }
  let usual = 0
  let rare = 0xffffffff
  for (const [bit, count] of counts) {
    if (count * 2 >= n) usual |= bit
    if (count * 3 >= n) rare &= ~bit
  }
  const unlike = items
    .map(({ first }) => {
      const own = features[first]
      return own ? 1 - Math.max(own.problem, own.labelNext ? 0.75 : 0) : 0
    })
    .sort((a, b) => a - b)
  const lengths = items.map((item) => item.last - item.first + 1).sort((a, b) => a - b)
  return {
    usual,
    rare,
    words: new Set(
      [...words].filter(([, count]) => (count * 3 >= n && count > 1) || (count * 6 >= n && count > 2)).map(([word]) => word),
    ),
    styles: new Set([...styles].filter(([, count]) => count * 4 >= n && count > 1).map(([style]) => style)),
    body: withBody * 2 >= n,
    unlike: unlike[n >> 1] ?? 0,
    plain: withPlain * 4 >= n && withPlain > 1,
    loose: withLoose * 4 >= n && withLoose > 1,
    lines: lengths[n >> 1] ?? 1,
  }
}

export const sameShape = (a: Shape | null, b: Shape | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.usual === b.usual &&
    a.rare === b.rare &&
    a.body === b.body &&
    a.lines === b.lines &&
    a.unlike === b.unlike &&
    a.plain === b.plain &&
    a.loose === b.loose &&
    a.words.size === b.words.size &&
    a.styles.size === b.styles.size &&
    [...a.styles].every((style) => b.styles.has(style)) &&
    [...a.words].every((word) => b.words.has(word)))

/** Whether an item has lines of a few words like a heading's, and unmarked lines behind marked ones. */
function tailOf(lines: readonly Line[], features: readonly Features[], item: ItemLines): { plain: boolean; loose: boolean } {
  let plain = false
  let loose = false
  let marked = false
  for (let i = item.first + 1; i <= item.last; i++) {
    const line = lines[i]
    if (!line || line.label) {
      marked = line?.valueMark != null
      continue
    }
    if (line.mark) marked = true
    else {
      // the value of a label stands in the next line
      const waited = lines[i - 1]?.label
      if (waited && waited.value >= (lines[i - 1]?.end ?? 0)) continue
      if (features[i]?.plain && i > item.first + 1) plain = true
      else if (marked) loose = true
    }
  }
  return { plain, loose }
}

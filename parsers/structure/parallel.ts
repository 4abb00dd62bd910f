/**
 * Parallel lists (并列清单): 一、存在问题 1.… 2.… 二、整改措施 1.… 2.…: line n of a later chapter tells of problem n. They are known by
 * their chapters' words and by one count that all of them share.
 */
import { type FieldKind, isShortField } from '../lexicon/labels.js'
import type { Line } from '../tokens/lines.js'
import type { Span } from '../tree.js'
import type { Features } from './features.js'
import type { RawField } from './raw-item.js'

/** A chapter whose lines are one count. */
interface List {
  /** What parts the chapters: the style of their marks, or that they have none. */
  key: string
  /** Number of the chapter; 0 where it has none. */
  ordinal: number
  field: FieldKind | null
  /** Its words are those of other chapters too: 下一步打算. */
  aside: boolean
  words: string
  /** Lines of each entry. */
  entries: number[][]
}

/** What the chapters tell of each problem, by the line that opens it. */
export type Parallel = ReadonlyMap<number, readonly RawField[]>

/** Fewer entries may agree by chance: three faults and three measures of one problem. Then only a reading that has them as items is told of it, unless all are named as problems are. */
const sure = 4
/** So many next steps as problems are no accident. */
const many = 6

/** The parallel lists of a report; notes in the features which lines are theirs. */
export function parallelOf(folded: string, lines: readonly Line[], features: readonly Features[]): Parallel {
  const found = new Map<number, RawField[]>()
  const [group, ...others] = groupsOf(listsOf(folded, lines, features), lines)
  // groups that come again are the fields of items
  if (!group || others.length > 0) return found
  const [problems, ...told] = group
  if (problems === undefined) return found
  problems.entries.forEach(([opener], n) => {
    if (opener === undefined) return
    const fields = told.flatMap(({ field, words, entries }): RawField[] => {
      const segments = (entries[n] ?? []).flatMap((i): Span[] => spanOf(lines[i], field !== null && isShortField(field)))
      return field ? [{ field, label: words, segments, row: 0, proven: true }] : []
    })
    found.set(opener, fields)
  })
  const telling = told.flatMap(({ entries }) => entries.flat())
  const own = (i: number | undefined) => features[i ?? -1]
  const named =
    problems.entries.every(([first]) => own(first)?.strong || (own(first)?.problem ?? 0) >= 0.4) &&
    telling.every((i) => !own(i)?.strong && !own(i)?.closing)
  if (problems.entries.length < sure && told.length < 2 && !named) return found
  mark(
    features,
    problems.entries.map(([first]) => first ?? -1),
    'problem',
  )
  mark(features, telling, 'told')
  return found
}

/** The words of a line; a measure keeps its number, a name or a day has none. */
const spanOf = (line: Line | undefined, bare: boolean): Span[] => {
  if (!line) return []
  // 问题一：… names the problem that is meant
  const from = bare || line.mark?.style === 'issue' ? line.body : line.start
  return from < line.end ? [[from, line.end]] : []
}

function mark(features: readonly Features[], lines: readonly number[], as: Features['parallel']): void {
  for (const i of lines) {
    const own = features[i]
    if (own) own.parallel = as
  }
}

/** Runs of chapters: one of problems, then those that tell of each. */
function groupsOf(lists: readonly List[], lines: readonly Line[]): List[][] {
  const groups: List[][] = []
  for (let i = 0; i < lists.length; i++) {
    const first = lists[i]
    if (!first || first.field !== null || first.entries.length < 2) continue
    const group = [first]
    for (let k = i + 1; k < lists.length; k++) {
      const next = lists[k]
      if (!next?.field || next.key !== first.key || (next.ordinal > 0 && next.ordinal !== first.ordinal + k - i)) break
      if (sameCount(first, next, lines)) group.push(next)
    }
    if (group.length > 1) groups.push(group)
  }
  return groups
}

const firstMark = (list: List, lines: readonly Line[]) => lines[list.entries[0]?.[0] ?? -1]?.mark

function sameCount(a: List, b: List, lines: readonly Line[]): boolean {
  const [one, other] = [firstMark(a, lines), firstMark(b, lines)]
  return (
    a.entries.length === b.entries.length &&
    a.entries.length >= (b.aside ? many : 2) &&
    one?.ordinal === other?.ordinal &&
    one?.style === other?.style
  )
}

/** The chapters of a report whose lines are one count. */
function listsOf(folded: string, lines: readonly Line[], features: readonly Features[]): List[] {
  const lists: List[] = []
  const groups = groupHeads(lines, features)
  let open: List | null = null
  lines.forEach((line, i) => {
    const own = features[i]
    if (!own) return
    if (open && goesOn(open, line, lines) && !groups.has(i)) {
      open.entries.push([i])
      return
    }
    if (heads(open, line, own, lines[i + 1])) {
      const words = folded.slice(line.body, line.end).replace(/：$/, '')
      open = {
        key: keyOf(line),
        ordinal: line.mark?.ordinal ?? 0,
        field: own.told,
        aside: own.otherChapter,
        words,
        entries: [],
      }
      lists.push(open)
      return
    }
    const last = open?.entries.at(-1)
    const ends = own.title || own.closing || own.body || line.table || (line.mark && (!last || keyOf(line) === open?.key))
    if (groups.has(i)) return
    if (ends) open = null
    else last?.push(i)
  })
  for (const { entries } of lists) trim(entries)
  return lists
}

/**
 * （一）院区外部⏎1、…⏎（二）院区内部⏎2、…⏎3、…: lines that part one count and are none of its entries, for the count goes on over them.
 */
function groupHeads(lines: readonly Line[], features: readonly Features[]): ReadonlySet<number> {
  const heads = new Set<number>()
  /** The last number of each style, and the head that stands over its first. */
  const counts = new Map<string, { last: number; over: number | null }>()
  lines.forEach(({ mark }, i) => {
    const before = lines[i - 1]?.mark
    if (!mark) return
    const count = counts.get(mark.style)
    const isOver = before && before.style !== mark.style && isBrief(features[i - 1])
    if (mark.ordinal === 1) counts.set(mark.style, { last: 1, over: isOver ? i - 1 : null })
    else if (count && mark.ordinal === count.last + 1) {
      count.last++
      if (isOver && count.over !== null) heads.add(count.over).add(i - 1)
    } else counts.delete(mark.style)
  })
  return heads
}

const isBrief = (own: Features | undefined): boolean =>
  own !== undefined && own.length > 0 && own.length <= 24 && !own.stops && !own.sentence && !own.strong

/** The last entry has no more lines than the others: what follows is the report's own. */
function trim(entries: number[][]): void {
  const most = entries.slice(0, -1).reduce((longest, { length }) => Math.max(longest, length), 1)
  entries.at(-1)?.splice(most)
}

const keyOf = (line: Line): string => line.mark?.style ?? (line.heading > 0 ? `h${line.heading}` : 'plain')

/** Whether a line is the next of an open chapter's count, or its first. */
function goesOn({ key, entries }: List, { mark: own, label }: Line, lines: readonly Line[]): boolean {
  if (!own || (label && label.form !== 'glued')) return false
  const first = lines[entries[0]?.[0] ?? -1]?.mark
  return first ? own.style === first.style && own.ordinal === first.ordinal + entries.length : own.style !== key
}

/** Whether a line is a chapter over a count: its words tell, or it goes on with the chapters' own number. */
function heads(open: List | null, line: Line, own: Features, next: Line | undefined): boolean {
  if (own.length === 0 || own.length > 24 || own.sentence || line.table || line.inner) return false
  if (!next?.mark || next.mark.style === line.mark?.style || (line.label && line.label.value < line.end)) return false
  const named = line.label?.field === 'problem'
  if (own.stops || own.title || (own.strong && !named && !own.itemChapter)) return false
  const telling = own.told !== null || own.itemChapter || named
  return telling && (open === null || open.entries.length === 0 || open.key === keyOf(line))
}

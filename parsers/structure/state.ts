/** What a reading knows after a line: where it stands in the list. States are shared, never changed. */
import type { FieldKind } from '../lexicon/labels.js'

/** Where a line stands: outside items, at the head of one, in one of its fields, in another list, behind the report's end. */
export type Zone = 'out' | 'head' | 'field' | 'other' | 'end'

/** What a line is in a reading. */
export type Role = 'prose' | 'heading' | 'open' | 'text' | 'label' | 'value' | 'resume' | 'state' | 'close' | 'other' | 'rows'

const kinds: readonly FieldKind[] = [
  'number',
  'category',
  'problem',
  'goal',
  'measures',
  'progress',
  'deadline',
  'status',
  'lead_unit',
  'supporting_unit',
  'responsible_unit',
  'acceptance_lead_unit',
  'acceptance_supporting_unit',
  'supervising_official',
  'lead_official',
  'responsible_official',
  'contact',
  'other',
]
const bits = Object.fromEntries(kinds.map((kind, i) => [kind, 1 << i])) as Record<FieldKind, number>
/** The bit of a kind of field in a mask. */
export const fieldBit = (kind: FieldKind): number => bits[kind]

/** An open count of marks; the innermost first. */
export interface Count {
  style: string
  ordinal: number
  under: Count | null
}

/** An open heading; the innermost first. */
export interface Open {
  line: number
  style: string
  ordinal: number
  /** A chapter over problems, over other things, or neither. */
  over: 'items' | 'other' | null
  under: Open | null
}

export interface State {
  cost: number
  before: State | null
  line: number
  role: Role
  zone: Zone
  /** The open field. */
  field: FieldKind | null
  /** Line of the label that opened it. */
  label: number
  /** Fields that the open item has, as bits. */
  seen: number
  /** Line of the opener of the open item. */
  item: number
  /** Ordinal of the last opener. */
  ordinal: number
  /** Style of the last opener's mark. */
  style: string
  items: number
  headings: Open | null
  /** The last number of each style of chapters, whatever it stood under. */
  chapters: Count | null
  /** A heading stands between the last opener and here. */
  headed: boolean
  /** Counts of marks inside the open field or body. */
  counts: Count | null
  /** Counts of the measures, while fields of a single measure stand behind it. */
  measures: Count | null
  /** The number of the last numbered label of the item. */
  numbered: Count | null
}

export const start: State = {
  cost: 0,
  before: null,
  line: -1,
  role: 'prose',
  zone: 'out',
  field: null,
  label: -1,
  seen: 0,
  item: -1,
  ordinal: 0,
  style: '',
  items: 0,
  headings: null,
  chapters: null,
  headed: true,
  counts: null,
  measures: null,
  numbered: null,
}

/** The state behind one more line, which is as before until its role changes it. Written out: a spread takes many times as long. */
export const follow = (s: State, i: number, role: Role): State => ({
  cost: 0,
  before: s,
  line: i,
  role,
  zone: s.zone,
  field: s.field,
  label: s.label,
  seen: s.seen,
  item: s.item,
  ordinal: s.ordinal,
  style: s.style,
  items: s.items,
  headings: s.headings,
  chapters: s.chapters,
  headed: s.headed,
  counts: s.counts,
  measures: s.measures,
  numbered: s.numbered,
})

/** The state behind a line that no item has. */
export function leave(s: State, i: number, role: Role, zone: Zone): State {
  const t = follow(s, i, role)
  t.zone = zone
  t.field = null
  t.label = -1
  t.item = -1
  t.counts = null
  t.measures = null
  t.numbered = null
  return t
}

let lastCount: Count | null = null
/** A count. Most states of a beam come to the same behind a line, which is made once: they are then alike at a glance. */
export function countOf(style: string, ordinal: number, under: Count | null): Count {
  const last = lastCount
  if (last !== null && last.ordinal === ordinal && last.under === under && last.style === style) return last
  lastCount = { style, ordinal, under }
  return lastCount
}

let lastOpen: Open | null = null
/** An open heading, made once like a count. */
export function openOf(line: number, style: string, ordinal: number, over: Open['over'], under: Open | null): Open {
  const last = lastOpen
  if (
    last !== null &&
    last.line === line &&
    last.ordinal === ordinal &&
    last.over === over &&
    last.under === under &&
    last.style === style
  )
    return last
  lastOpen = { line, style, ordinal, over, under }
  return lastOpen
}

/** The last number of a style of chapters; 0 where it has none. */
export function numberOf(chapters: Count | null, style: string): number {
  for (let c = chapters; c; c = c.under) if (c.style === style) return c.ordinal
  return 0
}

/** The numbers of chapters with one more: （三） goes on under the next 二、. A style stands there once. */
export const withNumber = (chapters: Count | null, { style, ordinal }: { style: string; ordinal: number }): Count =>
  countOf(style, ordinal, numberOf(chapters, style) > 0 ? without(chapters, style) : chapters)

const without = (chapters: Count | null, style: string): Count | null => {
  if (!chapters) return null
  // what is under it stays
  if (chapters.style === style) return chapters.under
  return { style: chapters.style, ordinal: chapters.ordinal, under: without(chapters.under, style) }
}

/** The headings that stand over a number of this style: all but its own and those below. */
export function aboveStyle(headings: Open | null, style: string): Open | null {
  for (let h = headings; h; h = h.under) if (h.style === style) return h.under
  return headings
}

/** Whether a chapter of problems stands open. */
export function isOverItems(headings: Open | null): boolean {
  for (let h = headings; h; h = h.under) if (h.over === 'items') return true
  return false
}

import type { MarkStyle } from './marks.js'

/** The shapes that the composer passes along: a topic's words, blocks of a report, and the record it must give. */

export type Programme = 'central' | 'provincial' | 'discipline' | 'audit' | 'safety'
export type Issuer = 'province' | 'city' | 'county' | 'district' | 'town' | 'bureau' | 'college' | 'company'

/** A measure in its parts: a headline, what is done, and what it is made of. None has a closing mark. */
export interface TopicMeasure {
  head: string
  body: string
  parts: string[]
}
/** What a report tells of: {P} a place, {C} a firm, {R} a river, {N} and {K} figures; no text has a closing mark. */
export interface Topic {
  /** The field of work, as a category names it. */
  field: string
  /** The problem as a sentence that states a fault. */
  fault: string
  /** A further sentence or more on the same fault. */
  detail: string
  /** The words of 关于“…”的问题. */
  quoted: string
  /** The problem as a noun phrase: …不到位. */
  noun: string
  goal: string
  measures: TopicMeasure[]
  /** Sentences that tell what was done. */
  progress: string[]
}

export interface ExpectedParty {
  role: string
  name: string
}
export interface ExpectedEntry {
  kind: 'date' | 'immediate' | 'ongoing' | 'long_term'
  date: string | null
}
export interface ExpectedAction {
  label: string
  /** Other labels that are right too. */
  orLabels?: string[]
  /** Own text and all children with their labels, without its own label. */
  text: string
  /** Other extents that a careful reader may give it. */
  orTexts: string[]
  leaves: number
  children: ExpectedAction[]
  parties: ExpectedParty[]
  deadline: ExpectedEntry[]
}
export interface ExpectedStatus {
  code: string
  closure: string | null
}
export interface ExpectedItem {
  /** The label as printed; more than one where the print can be read in two ways. */
  labels: string[]
  category: string | null
  path: string[]
  problem: string
  goal: string | null
  measures: ExpectedAction[]
  progress: ExpectedAction[]
  parties: ExpectedParty[]
  deadline: ExpectedEntry[]
  status: ExpectedStatus | null
}
export interface Expected {
  /** Titles that are right; null: there is none. */
  titles: (string | null)[]
  /** Kinds that are right; empty: the print does not say. */
  kinds: string[]
  items: ExpectedItem[]
}

/** How a line looks where the container can show it. */
export type LineStyle = 'title' | 'chapter' | 'category' | 'item' | 'field' | 'body' | 'right' | 'centre' | 'plain' | 'rule'
export interface Line {
  kind: 'line'
  text: string
  style: LineStyle
  /** The mark that opens the text, where Word or a list may make it. */
  numbered?: { style: MarkStyle; number: number; printed: string }
}
export interface TableCell {
  text: string
  colspan?: number
  rowspan?: number
}
export interface Table {
  kind: 'table'
  rows: TableCell[][]
  /** Rows of the head. */
  head: number
}
export type Block = Line | Table

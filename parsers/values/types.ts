/** What the value parsers give. Spans are relative to the text that was passed in; the pipeline moves them into `document.text`. */
import type { Span } from '../tree.js'

export type Precision = 'day' | 'month' | 'quarter' | 'half' | 'year'
export type Comparator = '=' | '>=' | '>' | '<=' | '<' | '~'

/** Where relative words take their year from: the document, never the clock. */
export interface DateContext {
  /** The year that 今年 and a bare month mean, or null when the document does not say. Updated by the scanner as years pass by. */
  year: number | null
  /** The day of writing, ISO 8601, where known: 昨天, 下周 need it. Reports have none; `taizhang values` passes it on. */
  referenceDate?: string | null
  /** What a date that prints no year keeps to, where known. */
  bounds?: DateBounds | null
}

/** The days between which dates without a year lie; ISO 8601. */
export interface DateBounds {
  /** planned: a measure, by the item's own deadline. told: a problem or progress, not after the day of the report. */
  of: 'planned' | 'told'
  /** What is planned does not end before it; null where nothing tells. */
  earliest: string | null
  latest: string
}

export interface DateMention {
  /** Inclusive ISO 8601 days, of the words themselves. */
  start: string
  end: string
  precision: Precision
  relation: 'by' | 'since' | 'at' | 'during'
  text: string
  span: Span
  /** Figure and unit alone, without 截至, 前, 以来. */
  core: Span
}

export interface Quantity {
  text: string
  span: Span
  value: number
  low: number | null
  high: number | null
  comparator: Comparator
  unit: string | null
  unitText: string | null
  si: { value: number; unit: string } | null
  change: 'up' | 'down' | null
  changeKind: 'by' | 'to' | null
  subject: string | null
}

export interface Reference {
  title: string
  number: string | null
  span: Span
}

export interface Target {
  indicator: string
  comparator: Comparator
  value: number
  unit: string | null
  by: string | null
  per: string | null
  text: string
  span: Span
}

export interface NumberMention {
  text: string
  span: Span
  value: number
}

/** Everything that one pass over a text finds. */
export interface Values {
  dates: DateMention[]
  quantities: Quantity[]
  references: Reference[]
  numbers: NumberMention[]
}

/** What reading a field needs to know of the document. */

import type { VFile } from 'vfile'
import type { DeadlineReading } from '../../../parsers/fields/deadline.js'
import type { Legend } from '../../../parsers/fields/legend.js'
import type { Span } from '../../../parsers/tree.js'
import type { fullNameOf } from '../../../parsers/values/bodies.js'
import type { NamedParties } from './parties.js'

export interface Context {
  text: string
  folded: string
  file: VFile
  /** Of the report, for days without one. */
  year: number | null
  region: Parameters<typeof fullNameOf>[1]
  /** The opening of a notice of one problem. */
  opening: Span | null
  /** Signs that stand for states. */
  legend: Legend
  /** A note of the report: the first of every list leads. */
  firstLeads: boolean
  /** What words of fields were read as: a report prints the same bodies and days in many of its items. */
  known: {
    parties: Map<string, NamedParties>
    deadlines: Map<string, DeadlineReading>
  }
}

/** What the key's words were read as before, or are read as now. */
export function remembered<Reading>(known: Map<string, Reading>, key: string, read: () => Reading): Reading {
  let reading = known.get(key)
  if (reading === undefined) {
    reading = read()
    known.set(key, reading)
  }
  return reading
}

/** From the first to the last of the spans, as one text. */
export const joined = (text: string, spans: readonly Span[]): string => {
  const [first] = spans
  const last = spans.at(-1)
  return first && last ? text.slice(first[0], last[1]) : ''
}

export const grounded = (text: string, span: Span): { text: string; span: Span } => ({ text: text.slice(...span), span })

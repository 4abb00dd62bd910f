import type { FieldKind } from '../lexicon/labels.js'
import type { Span } from '../tree.js'

export type PartyRole = Extract<
  FieldKind,
  | 'lead_unit'
  | 'supporting_unit'
  | 'responsible_unit'
  | 'acceptance_lead_unit'
  | 'acceptance_supporting_unit'
  | 'supervising_official'
  | 'lead_official'
  | 'responsible_official'
  | 'contact'
>

export interface PartyReading {
  role: PartyRole
  kind: 'unit' | 'person' | 'group'
  name: string
  title: string | null
  scope: string | null
  /** Relative to the text that was read. */
  span: Span
}

export interface PartyNotice {
  code: string
  message: string
  span: Span
}

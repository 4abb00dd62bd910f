import type { DiagnosticCode } from '../diagnostics.js'
import type { PartyRole } from '../lexicon/labels.js'
import type { Span } from '../tree.js'

export type { PartyRole }

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
  code: DiagnosticCode
  message: string
  span: Span
}

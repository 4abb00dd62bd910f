/** What people correct and note, as it goes from one ledger to another. */
import { z } from 'zod'

export const correctionFields = [
  'status',
  'closure',
  'due',
  'lead_units',
  'responsible_units',
  'category',
  'problem',
  'note',
] as const
export type CorrectionField = (typeof correctionFields)[number]

/** What a person corrected, as it goes from one ledger to another. */
export const correctionSchema = z.object({
  /** sha256 of the document, and its source in full. */
  id: z.string().regex(/^[0-9a-f]{64}$/),
  source: z.string(),
  /** Hash of the problem's letters, by which the item is known again, and the problem itself. */
  identity: z.string().min(1),
  problem: z.string(),
  field: z.enum(correctionFields),
  /** The right value, units joined by 、; null: the report does not say. */
  value: z.string().nullable(),
  /** What the record said when it was corrected. */
  was: z.string().nullable(),
  why: z.string(),
  by: z.string().min(1),
  day: z.iso.date(),
})
export type Correction = z.infer<typeof correctionSchema>

export interface LedgerCorrection extends Correction {
  correction: number
  /** Keys of the current items that it lies on, and of those whose words have changed beneath it. */
  items: string[]
  inDoubt: string[]
}

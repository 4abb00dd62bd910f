/** What linking takes and gives: items of two reports that tell the same problem (同一反馈问题). */
import type { Report } from '../record.js'

/** What linking needs to know of an item. */
export interface LinkItem {
  seq: number
  /** Number in the list as printed (序号); null where there is none or it is not one number. */
  number: number | null
  /** Letters and figures of the problem, see letters.ts. */
  letters: string
  /** The same, clause by clause. */
  clauses: readonly string[]
  /** Letters of the nearest heading, and of the goal; '' where there is none. */
  category: string
  goal: string
  /** GB/T 2260 codes of the regions that the problem names. */
  places: readonly string[]
}

/** What linking needs to know of a report. */
export interface LinkReport {
  kind: Report['document']['kind']
  region: Report['document']['region']
  programme: { type: NonNullable<Report['document']['programme']>['type']; round: number | null; lookBack: boolean } | null
  /** The place that the title begins with (西山县), as printed; null where it begins with none. */
  place: string | null
  /** The body whose own report it is (县水利局), letters only; null for a region's. */
  body: string | null
  /** Year of the accounts that an audit looked into (2022年度); null where the title does not say. */
  year: number | null
  /** Day of its state, ISO 8601, and what it was read from; null where the report shows none. */
  day: { date: string; of: 'as_of' | 'published' | 'signed' } | null
  items: readonly LinkItem[]
}

/** How the words of two linked items differ. */
export const relations = ['same', 'shortened', 'edited', 'number'] as const
/** same: the letters are equal; shortened: every clause of the shorter stands in the longer, in order; edited: neither; number: only the printed number speaks for it. */
export type Relation = (typeof relations)[number]

/** How the two reports stand to one another: `follows`: one body's later report; `copies`: the item of a region above; `repeats`: two lists of one report. */
export const bonds = ['follows', 'copies', 'repeats'] as const
export type Bond = (typeof bonds)[number]

/** Why a link is held to be right, or is doubted: a rule of evidence.ts, with what it saw. */
export interface Evidence {
  rule: string
  /** What it adds to the certainty; negative for a doubt. */
  weight: number
}

export interface Link {
  /** `seq` of the item in the first report, and in the second. */
  item: number
  other: number
  relation: Relation
  bond: Bond
  /** 0…1; from `LINKED` on the link holds, below it a person is asked. */
  certainty: number
  why: readonly Evidence[]
}

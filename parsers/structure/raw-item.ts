/** An item as the structure gives it: where its words stand, before they are read. Spans are offsets into `document.text`. */
import type { FieldKind } from '../lexicon/labels.js'
import type { Span } from '../tree.js'

export interface RawField {
  field: FieldKind
  /** The printed label or column name, folded. */
  label: string
  /** Its paragraphs, in order. */
  segments: Span[]
  /** Row of a table, counted within the item; 0 elsewhere. */
  row: number
  /** The cell stands for several rows of the item: it is the item's, not one row's. */
  merged?: boolean
  /** It stands behind a single measure, whose row it has, and is not the item's. */
  single?: boolean
  /** Its first words begin with a number that the numbers around it prove: 4.79家企业… behind 3.… is the fourth. */
  proven?: boolean
}

export interface RawItem {
  /** The printed number. */
  label: Span | null
  /** Paragraphs of the problem statement, the number left out. */
  problem: Span[]
  /** Paragraphs under the problem without a label. */
  body: Span[]
  fields: RawField[]
  /** Headings it stands under, outermost first. */
  categories: Span[]
  /** From the first to the last word. */
  span: Span
  /** Each row of its table is one measure, with whose it is and until when. */
  byRow?: boolean
  /** Words of the item in other chapters: measure n of a parallel list. */
  elsewhere?: Span[]
}

/** Values that say: empty. */
export const isEmptyValue = (words: string): boolean => /^(?:无|暂无|—+|-+|–|\/|\\|／|\*|空|〃)?[。]?$/.test(words.trim())

/** Fields that tell an item's list from any other: what is planned or done, by whom, until when. */
export const telling: ReadonlySet<FieldKind> = new Set<FieldKind>([
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
])

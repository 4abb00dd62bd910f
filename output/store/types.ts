/** What the ledger takes and gives. Others code against this file; how it is kept in SQLite is told in docs/store.md. */

import { z } from 'zod'
import type { Span } from '../../parsers/tree.js'
import type { Bond, Relation, State } from '../../pipeline/links/index.js'
import type { Diagnostic, Item, PartyRole, Report, Status, StatusCode } from '../../pipeline/record.js'

/** What can be wrong with a ledger or with a question put to it. */
export type LedgerErrorCode =
  | 'not_found'
  | 'unwritable'
  | 'not_a_database'
  | 'foreign_database'
  | 'newer_schema'
  | 'earlier_schema'
  | 'locked'
  | 'addon_missing'
  | 'corrupt'
  | 'invalid_record'
  | 'ambiguous'
  | 'bad_query'
  | 'bad_value'

/** Every error that the ledger throws on purpose; the message is written for the person at the terminal. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError'
  constructor(
    readonly code: LedgerErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

export interface LedgerOptions {
  /** Never writes, not even the search index. The file must exist. */
  readonly?: boolean
  /** Makes the file (and its folder) where there is none. Default: true, unless `readonly`. */
  create?: boolean
  /** Puts each record into the search index as it is stored. Default: true; `index` makes up for what was left out. */
  indexing?: boolean
}

/** The last attempt at a document. A failed one may still have an earlier good record. */
export interface Known {
  parserVersion: string
  state: 'parsed' | 'failed'
}

/** How a source is known again. */
export interface SourceName {
  /** Path or URL as given. */
  source: string
  /** Full path or address; `source` itself where it is not known. Standard input is a source for each document. */
  resolved?: string
}

export interface PutMeta {
  parserVersion: string
  /** See `SourceName`; the name as given is the record's own. */
  resolved?: string
}

export interface Failure extends SourceName {
  /** sha256 of the bytes where they could be read, else null. */
  id: string | null
  parserVersion: string
  diagnostics: readonly Diagnostic[]
}

/** One line about a report. */
export interface ReportSummary {
  /** Short name: the first 12 hex digits of `id`. */
  key: string
  id: string
  /** The first of `names`. */
  source: string
  /** Sources that hold these very bytes now, as given; none of an earlier version. */
  names: string[]
  /** Every source that ever held them, with the number of that version. */
  versions: { source: string; version: number; current: boolean }[]
  /** Whether it is what a source holds now. Earlier versions are in no list, count or export unless asked for. */
  current: boolean
  parserVersion: string
  format: Report['document']['format']
  title: string | null
  kind: Report['document']['kind']
  programme: NonNullable<Report['document']['programme']>['type'] | null
  region: Report['document']['region']
  /** Last day of the state that the document reports, ISO 8601. */
  asOf: string | null
  items: number
  /** Items by status; `none` counts those for which the report says nothing. */
  statuses: Record<StatusCode | 'none', number>
  /** Declared totals: how many there are, and how many disagree with what was extracted. */
  declared: { total: number; checked: number; disagree: number }
  diagnostics: Record<Diagnostic['severity'], number>
}

export interface ReportFilter {
  /** Key, id or a prefix of it (4 digits or more): that report, current or not. Or a source: what it holds now. Or several of these. */
  report?: string | readonly string[]
  /** Earlier versions too. */
  versions?: boolean
  kinds?: readonly ReportSummary['kind'][]
  /** Reports whose layout can be read in another way nearly as well. */
  uncertain?: boolean
  /** Codes (two, four or six digits) or names, all below them too; a name of no one region is part of a name. */
  regions?: readonly string[]
  /** Inspections that the report answers, and their rounds. */
  programmes?: readonly NonNullable<ReportSummary['programme']>[]
  rounds?: readonly number[]
  /** Years of the report's day (state, publication, signature); where it shows none, of its title. */
  years?: readonly number[]
}

/** One line about an item. */
export interface ItemSummary {
  /** `<report key>#<seq>`. */
  key: string
  /** Key of the report. */
  report: string
  source: string
  region: string | null
  seq: number
  label: string
  category: string | null
  problem: string
  status: StatusCode | null
  closure: Status['closure']
  ongoing: boolean | null
  /** Last dated entry of the item's own deadline, else of its measures', ISO 8601. */
  due: string | null
  dueOf: 'item' | 'measures' | null
  deadline: string | null
  /** By this report alone: done (completed or closed), open, or not said. */
  state: State
  /** What became of the problem, by the newest report that says it, and the key of that report's item where it is another. */
  problemState: State
  stateBy: string | null
  /** The same key, where it says that the problem is done. */
  doneLater: string | null
  /** Last day allowed by the newest report that gives one. */
  problemDue: string | null
  problemDueOf: 'item' | 'measures' | null
  /** Thread of linked items, null where there are none; `head`: the newest item of the problem in its region. */
  thread: number | null
  head: boolean
  /** Fields that a person corrected, fields whose correction is in doubt since the words beneath have changed, and remarks. */
  corrected: string[]
  inDoubt: string[]
  notes: string[]
  /** Of the item itself, with the region where known. */
  leadUnits: string[]
  responsibleUnits: string[]
}

export interface ItemFilter extends ReportFilter {
  /** `none`: the report says nothing. */
  statuses?: readonly (StatusCode | 'none')[]
  closures?: readonly (NonNullable<Status['closure']> | 'none')[]
  /** What the newest report of the problem calls not yet done; what no report speaks of is not among it. */
  open?: boolean
  /** Parts of the name (as printed, in full, or in its canonical form) of a party of the item or of one of its measures. */
  units?: readonly string[]
  /** Only with `units`: in this role. */
  role?: PartyRole
  /** Words that all stand in the problem, goal, measures or progress. */
  text?: string
  /** A body that another report of the problem in the region names counts too. */
  ofProblems?: boolean
  /** ISO day: problems due before it that their newest report calls open; each once, by its newest item. Those of which no report says anything are not among them. */
  overdueAsOf?: string
  /** ISO day: problems due before it of which no report says what became. */
  unsaidAsOf?: string
  /** ISO day: problems due on it or later that no report calls done. */
  notPastAsOf?: string
  /** ISO day, with one of the three: problems due on it or earlier. */
  problemDueTo?: string
  /** Due in these days, inclusive; of problems the deadline that the newest report gives. */
  dueFrom?: string
  dueTo?: string
  /** Default: by report. */
  sort?: { key: 'report' | 'due' | 'status' | 'region' | 'unit'; down: boolean }
  limit?: number
  offset?: number
}

/** A report, region or body that a filter names and the ledger does not hold. */
export interface UnknownName {
  what: 'report' | 'region' | 'unit'
  name: string
  /** Names that it holds, the most like first; three at most. */
  like: string[]
}

export const searchFields = ['problem', 'goal', 'measures', 'progress', 'parties'] as const
export type SearchField = (typeof searchFields)[number]

export interface SearchOptions {
  /** Only in these fields. */
  fields?: readonly SearchField[]
  /** Only among the items that this asks for, in the order of its sort where it has one; its limit means nothing here. */
  filter?: ItemFilter
  /** Default 20. */
  limit?: number
}

export interface SearchHit extends ItemSummary {
  /** The field that the snippet is from. */
  field: SearchField
  /** An excerpt as printed; `marks` are ranges of it that match. */
  snippet: string
  marks: Span[]
  /** Where the excerpt's text (the problem, goal, measure or party) stands in document.text. */
  span: Span
  /** Greater is better. 0: found by its letters alone, not through the index. */
  score: number
}

/** A declared total that disagrees with what was extracted. */
export interface Disagreement {
  report: string
  source: string
  measure: string
  declared: number
  extracted: number
  text: string
  span: Span
}

export interface LedgerDiagnostic extends Diagnostic {
  /** Key of the report; null for a file that failed. */
  report: string | null
  source: string
}

export interface CheckResult {
  /** No total disagrees, no diagnostic is an error, no source failed. */
  ok: boolean
  reports: number
  totals: Disagreement[]
  /** Warnings and errors, those of failed files included. */
  diagnostics: LedgerDiagnostic[]
  failures: { id: string | null; source: string; resolved: string; parserVersion: string }[]
}

/** Two items that tell the same problem, or may. */
export interface LinkSummary {
  /** Number, for `decideLink`; it changes where a report is parsed anew. */
  link: number
  state: 'linked' | 'suggested' | 'confirmed' | 'rejected'
  certainty: number
  relation: Relation
  bond: Bond
  /** Rules of pipeline/links/evidence.ts that spoke for or against it; `clash`: it would make two problems of one report one. */
  why: string[]
  /** Key of the later item (or the one of the region below), and of the earlier one (or the one above). */
  item: string
  other: string
  problem: string
  otherProblem: string
  source: string
  otherSource: string
  region: string | null
  otherRegion: string | null
}

export interface LinkFilter {
  state?: LinkSummary['state']
  /** Key, id prefix or source of a report on either side. */
  report?: string
}

/** What one report says of a problem. */
export interface HistoryEntry {
  key: string
  source: string
  title: string | null
  kind: ReportSummary['kind']
  region: string | null
  /** Day of the report and what it was read from; null where it shows none. */
  day: string | null
  dayOf: 'as_of' | 'published' | 'signed' | null
  label: string
  problem: string
  status: StatusCode | null
  statusText: string | null
  closure: Status['closure']
  ongoing: boolean | null
  state: State
  due: string | null
  dueOf: 'item' | 'measures' | null
  deadline: string | null
  leadUnits: string[]
  progress: string[]
}

/** A problem through the years, oldest first. */
export interface History {
  key: string
  /** Null where the item has no links. */
  thread: number | null
  state: State
  /** Keys of the items that give the state and the deadline. */
  stateBy: string | null
  due: string | null
  dueBy: string | null
  /** `own`: it tells of this region's very problem, and not of a whole or a part of it. */
  entries: (HistoryEntry & { own: boolean })[]
  contradictions: (
    | { code: 'reopened'; earlier: string; later: string }
    | { code: 'deadline_moved'; earlier: string; later: string; from: string; to: string; days: number }
  )[]
}

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

/** What `remove` took out. */
export interface Removed {
  /** Keys of the reports that are gone. */
  reports: string[]
  /** Sources that are gone, as given. */
  names: string[]
  /** Keys of reports that stay, since another source holds the same bytes. */
  kept: string[]
  /** Keys of earlier versions that are current again. */
  restored: string[]
  /** Failed attempts that are gone. */
  failures: number
}

/** A fault of the database itself. */
export interface Fault {
  kind: 'database' | 'foreign_key' | 'index' | 'version' | 'record'
  message: string
}

export type Cell = string | number | null

export interface Ledger {
  readonly path: string
  readonly readonly: boolean
  /** The last attempt at a document by the sha256 of its bytes, or null when it was never seen. */
  known(id: string): Known | null
  /**
   * Checks the record and stores it in one transaction in place of the report's earlier rows; clears an earlier failure of the source.
   * `replaced`: the source held another document, which is now an earlier version; `updated`: the document was known.
   */
  put(report: Report, meta: PutMeta): 'added' | 'updated' | 'replaced'
  /** Notes that a source holds a document that is stored already; `replaced` where it held another before. Writes nothing where that is known. */
  named(id: string, name: SourceName): 'unchanged' | 'replaced'
  /** Records a source that could not be parsed. What it held before stays current. */
  fail(failure: Failure): void
  /** Takes out a report (key, id or prefix), or a source with all of its versions, or a failed source; null when there is none. Throws `ambiguous`. */
  remove(name: string): Removed | null
  /** Takes out every source but these (by their `resolved`), and of these the earlier versions; failures of other sources too. Gives the number of reports that went. */
  keepOnly(resolved: Iterable<string>): number
  reports(filter?: ReportFilter): ReportSummary[]
  items(filter?: ItemFilter): ItemSummary[]
  /** How many items `items` gives without a limit. */
  countItems(filter?: ItemFilter): number
  /** Keys of the items that `items` gives without a limit. */
  itemKeys(filter?: ItemFilter): string[]
  /** What a filter names and the ledger has nothing of, with the names most like it. */
  unknown(filter: ItemFilter): UnknownName[]
  /** The record, rebuilt from the tables, in the schema's order of keys. Null when there is none; throws `ambiguous` for a prefix of several. */
  report(keyOrPrefixOrSource: string): Report | null
  /** One item by `<report>#<seq>`. */
  item(key: string): { key: string; report: ReportSummary; item: Item } | null
  /** Brings the search index up to date; gives the number of reports that were put in. */
  index(onProgress?: (done: number, total: number) => void): number
  /** Items of current versions in which every word (separated by blanks) occurs, best first. Never writes: what is not in the index is found by its letters. */
  search(words: string, options?: SearchOptions): SearchHit[]
  /** How many items `search` gives without a limit. */
  countHits(words: string, options?: SearchOptions): number
  /** Links between items of current versions. */
  links(filter?: LinkFilter): LinkSummary[]
  /** Links what is current and not linked yet; with `anew` all links are made again, but what people decided stays. Gives the number of reports that were linked. */
  link(options?: { anew?: boolean; onProgress?: (done: number, total: number) => void }): number
  /** Confirms or rejects a link, by its number or by two items `A#1=B#2`, for good; null where there is none. */
  decideLink(link: string, verdict: 'confirmed' | 'rejected', by?: string, why?: string): LinkSummary | null
  /**
   * Corrects a field of an item, or notes something, for good: the record stays as it was read, and every list, view and export shows the correction.
   * Throws `bad_value`; false where there is no such item.
   */
  correct(key: string, field: CorrectionField, value: string | null, told: { why: string; by: string; day: string }): boolean
  corrections(): LedgerCorrection[]
  /** Takes in corrections that another ledger gave; gives the number of those that were not known. */
  takeCorrections(corrections: readonly Correction[]): number
  /** Takes a correction back, by its number. */
  dropCorrection(correction: number): boolean
  /** A problem through the years, by the key of one of its items; null where there is none. */
  history(key: string): History | null
  check(filter?: ReportFilter): CheckResult
  /** What is wrong with the database itself: pages, references, index, versions, and every record against its schema and its own text. */
  faults(onProgress?: (done: number, total: number) => void): Fault[]
  /** Sources with what they hold now, by which a caller sees whether they still do. */
  sources(): { name: string; resolved: string; id: string; key: string }[]
  /** Rows of a reading SQL statement; throws `bad_query` for one that writes. */
  query(sql: string, ...params: Cell[]): IterableIterator<Record<string, Cell>>
  /** Runs `work` on one unchanging state of the ledger. Not nested. */
  snapshot<T>(work: () => T): T
  close(): void
}

/** What the ledger takes and gives. Others code against this file; how it is kept in SQLite is told in docs/store.md. */

import type { Span } from '../../parsers/tree.js'
import type { Diagnostic, Item, PartyRole, Report, Status, StatusCode } from '../../pipeline/record.js'

/** What can be wrong with a ledger or with a question put to it. */
export type LedgerErrorCode =
  | 'not_found'
  | 'unwritable'
  | 'not_a_database'
  | 'foreign_database'
  | 'newer_schema'
  | 'locked'
  | 'corrupt'
  | 'invalid_record'
  | 'ambiguous'
  | 'bad_query'

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
}

/** The last attempt at a document. A failed one may still have an earlier good record. */
export interface Known {
  parserVersion: string
  state: 'parsed' | 'failed'
}

export interface PutMeta {
  parserVersion: string
}

export interface Failure {
  /** sha256 of the bytes where they could be read, else null. */
  id: string | null
  source: string
  parserVersion: string
  diagnostics: readonly Diagnostic[]
}

/** One line about a report. */
export interface ReportSummary {
  /** Short name: the first 12 hex digits of `id`. */
  key: string
  id: string
  source: string
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
  /** Key, id or a prefix of it (4 digits or more), or source. */
  report?: string
  kind?: ReportSummary['kind']
  /** Code (two, four or six digits: all below it too) or part of the name. */
  region?: string
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
  /** Last dated entry of the deadline, ISO 8601. */
  due: string | null
  deadline: string | null
  /** Of the item itself, with the region where known. */
  leadUnits: string[]
  responsibleUnits: string[]
}

export interface ItemFilter extends ReportFilter {
  /** `none`: the report says nothing. */
  status?: StatusCode | 'none'
  /** Part of the name (as printed or in full) of a party of the item or of one of its measures. */
  unit?: string
  /** Only with `unit`: in this role. */
  role?: PartyRole
  /** ISO day: due before it, and the report says that the item is not yet completed. Items without a status are not among them. */
  overdueAsOf?: string
  /** Due in these days, inclusive. */
  dueFrom?: string
  dueTo?: string
  limit?: number
  offset?: number
}

export const searchFields = ['problem', 'goal', 'measures', 'progress', 'parties'] as const
export type SearchField = (typeof searchFields)[number]

export interface SearchOptions {
  /** Only in these fields. */
  fields?: readonly SearchField[]
  /** Key, id prefix or source of one report. */
  report?: string
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
  /** No total disagrees, no diagnostic is an error, no file failed. */
  ok: boolean
  reports: number
  totals: Disagreement[]
  /** Warnings and errors, those of failed files included. */
  diagnostics: LedgerDiagnostic[]
  failures: { id: string | null; source: string; parserVersion: string }[]
}

export type Cell = string | number | null

export interface Ledger {
  readonly path: string
  readonly readonly: boolean
  /** The last attempt at a document by the sha256 of its bytes, or null when it was never seen. */
  known(id: string): Known | null
  /** Checks the record and stores it in one transaction in place of the report's earlier rows; clears an earlier failure. */
  put(report: Report, meta: PutMeta): 'added' | 'updated'
  /** Records a file that could not be parsed. An earlier good record of the same document stays. */
  fail(failure: Failure): void
  /** Takes a report or a failure out (key, id, prefix or source). False when there is none. */
  remove(report: string): boolean
  /** Takes everything out. */
  clear(): void
  reports(filter?: ReportFilter): ReportSummary[]
  items(filter?: ItemFilter): ItemSummary[]
  /** The record, rebuilt from the tables, in the schema's order of keys. Null when there is none; throws `ambiguous` for a prefix of several. */
  report(keyOrPrefixOrSource: string): Report | null
  /** One item by `<report>#<seq>`. */
  item(key: string): { key: string; report: ReportSummary; item: Item } | null
  /** Brings the search index up to date; gives the number of reports that were indexed. `search` does so by itself when it may write. */
  index(): number
  /** Items in which every word (separated by blanks) occurs, best first. */
  search(words: string, options?: SearchOptions): SearchHit[]
  check(filter?: ReportFilter): CheckResult
  /** Rows of a reading SQL statement; throws `bad_query` for one that writes. */
  query(sql: string, ...params: Cell[]): IterableIterator<Record<string, Cell>>
  /** Runs `work` on one unchanging state of the ledger. Not nested. */
  snapshot<T>(work: () => T): T
  close(): void
}

/** What the ledger takes and gives. Others code against this file and those that it hands on; how it is kept in SQLite is told in docs/store.md. */

import type { Diagnostic, Item, Report } from '../../pipeline/record.js'
import type { Correction, CorrectionField, LedgerCorrection } from './correction.js'
import type { ItemFilter, LinkFilter, ReportFilter, SearchOptions } from './questions.js'
import type { ProblemStatement } from './statements.js'
import type { CheckResult, History, ItemSummary, LinkSummary, ReportSummary, SearchHit, UnknownName } from './summaries.js'

export * from './correction.js'
export * from './questions.js'
export type { ProblemStatement } from './statements.js'
export * from './summaries.js'

/** What can be wrong with a ledger or with a question put to it. */
export type LedgerErrorCode =
  | 'not_found'
  | 'unwritable'
  | 'not_a_database'
  | 'foreign_database'
  | 'newer_schema'
  | 'earlier_schema'
  | 'locked'
  | 'not_empty'
  | 'unreachable'
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
  /** Links each report as it is stored, where it is put into the search index too. Default: true; `link` makes up for what was left out. */
  linking?: boolean
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
  /** The parser of this program has just made the record: its shape is not looked at again. */
  own?: boolean
}

export interface Failure extends SourceName {
  /** sha256 of the bytes where they could be read, else null. */
  id: string | null
  parserVersion: string
  diagnostics: readonly Diagnostic[]
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

/** A report that is to be put: the sha256 of its document, and its source as in `put`. */
export interface Coming {
  id: string
  source: string
  resolved?: string | undefined
}

export interface Ledger {
  readonly path: string
  readonly readonly: boolean
  /** In which database it is kept. */
  readonly dialect: 'sqlite' | 'postgres'
  /** The last attempt at a document by the sha256 of its bytes, or null when it was never seen. */
  known(id: string): Known | null
  /**
   * Checks the record and stores it in one transaction in place of the report's earlier rows; clears an earlier failure of the source.
   * `replaced`: the source held another document, which is now an earlier version; `updated`: the document was known.
   */
  put(report: Report, meta: PutMeta): 'added' | 'updated' | 'replaced'
  /**
   * Does the work in one transaction: all that it stores is in the ledger then, or none. `coming` are reports that it will put: a server is asked
   * about them together. The work is done a second time where that fails, report by report.
   */
  batch(work: () => void, coming?: readonly Coming[]): void
  /** Notes that a source holds a document that is stored already; `replaced` where it held another before. Writes nothing where that is known. */
  named(id: string, name: SourceName): 'unchanged' | 'replaced'
  /** Records a source that could not be parsed. What it held before stays current. */
  fail(failure: Failure): void
  /** Takes out a report (key, id or prefix), or a source with all of its versions, or a failed source; null when there is none. Throws `ambiguous`. */
  remove(name: string): Removed | null
  /** Takes out every source but these (by their `resolved`), and of these the earlier versions; failures of other sources too. Gives the number of reports that went. */
  keepOnly(resolved: Iterable<string>): number
  /** In the order of their sources; the first of them where there is a limit. */
  reports(filter?: ReportFilter, limit?: number): ReportSummary[]
  /** How many reports `reports` gives without a limit. */
  countReports(filter?: ReportFilter): number
  items(filter?: ItemFilter): ItemSummary[]
  /** How many items `items` gives without a limit. */
  countItems(filter?: ItemFilter): number
  /** Keys of the items that `items` gives without a limit. */
  itemKeys(filter?: ItemFilter): string[]
  /** What the current reports say of problems, in the order of `items`; with keys of items, all that is said of their problems. */
  statements(keys?: readonly string[]): ProblemStatement[]
  /** What a filter names and the ledger has nothing of, with the names most like it. */
  unknown(filter: ItemFilter): UnknownName[]
  /** The record, rebuilt from the tables, in the schema's order of keys. Null when there is none; throws `ambiguous` for a prefix of several. */
  report(keyOrPrefixOrSource: string): Report | null
  /** Records by the sha256 of their documents, in the order asked for; null where there is none. A server is asked for all of them together. */
  records(ids: readonly string[]): (Report | null)[]
  /** One item by `<report>#<seq>`. */
  item(key: string): { key: string; report: ReportSummary; item: Item } | null
  /** Brings the search index up to date; gives the number of reports that were put in. */
  index(onProgress?: (done: number, total: number) => void): number
  /** Items of current versions in which every word (separated by blanks) occurs, best first. Never writes: what is not in the index is found by its letters. */
  search(words: string, options?: SearchOptions): SearchHit[]
  /** All items that answer the words, each as one number: (report << 20) + item. */
  hitRows(words: string): number[]
  /** How many items `search` gives without a limit. */
  countHits(words: string, options?: SearchOptions): number
  /** Links between items of current versions. */
  links(filter?: LinkFilter): LinkSummary[]
  /** Links what is current and not linked yet; with `anew` all links are made again, but what people decided stays; `most` reports at a time, with `indexed` those only that are in the search index. Gives the number of reports that were linked. */
  link(options?: {
    anew?: boolean
    most?: number
    indexed?: boolean
    onProgress?: (done: number, total: number) => void
  }): number
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
  /** Another value whenever somebody else has written to the ledger. */
  stamp(): number
  /** Runs `work` on one unchanging state of the ledger. Not nested. */
  snapshot<T>(work: () => T): T
  /** After a large run: makes the file as small as it can be, where the ledger has grown so much that this is worth the time. */
  tidy(): void
  close(): void
}

/** What the ledger tells of reports, items and links, one value each. */
import type { Span } from '../../parsers/tree.js'
import type { Bond, Relation, State } from '../../pipeline/links/index.js'
import type { Diagnostic, Report, Status, StatusCode } from '../../pipeline/record.js'
import type { SearchField } from './questions.js'

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

/** A report, region or body that a filter names and the ledger does not hold. */
export interface UnknownName {
  what: 'report' | 'region' | 'unit'
  name: string
  /** Names that it holds, the most like first; three at most. */
  like: string[]
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

/** Where the reports of a problem contradict one another: it was done and is open again, or its deadline was moved. */
export interface LedgerContradiction {
  /** Key of the newest item of the problem in its region, its problem and its source. */
  item: string
  problem: string
  source: string
  told: History['contradictions'][number]
}

export interface CheckResult {
  /** No total disagrees, no diagnostic is an error, no source failed. */
  ok: boolean
  reports: number
  totals: Disagreement[]
  /** What a later report says against an earlier one; no fault of either. */
  contradictions: LedgerContradiction[]
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

/** What may be asked of a ledger: filters of reports and items, words to search for. */
import type { PartyRole, Status, StatusCode } from '../../pipeline/record.js'
import type { LinkSummary, ReportSummary } from './summaries.js'

export interface ReportFilter {
  /** Key, id or a prefix of it (4 digits or more): that report, current or not. Or a source: what it holds now. Or several of these. */
  report?: string | readonly string[]
  /** Earlier versions too. */
  versions?: boolean
  kinds?: readonly ReportSummary['kind'][]
  /** Reports whose layout can be read in another way nearly as well. */
  uncertain?: boolean
  /** 0 to 1: reports whose list of items is no surer than this (reading.certainty); one without items is neither. */
  certainty?: number
  /** Codes (two, four or six digits) or names, all below them too; a name of no one region is part of a name. */
  regions?: readonly string[]
  /** Inspections that the report answers, and their rounds. */
  programmes?: readonly NonNullable<ReportSummary['programme']>[]
  rounds?: readonly number[]
  /** Years of the report's day (state, publication, signature); where it shows none, of its title. */
  years?: readonly number[]
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
  /** Problems, each once, by its newest item in its region; days and bodies are those of the problem. */
  heads?: boolean
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
  /** Default: by report. `task`: what is not done before what is, each by the problem's day. */
  sort?: { key: 'report' | 'due' | 'status' | 'region' | 'unit' | 'task'; down: boolean }
  limit?: number
  offset?: number
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

export interface LinkFilter {
  state?: LinkSummary['state']
  /** Key, id prefix or source of a report on either side. */
  report?: string
}

/** What pages and the JSON interface are made of: questions to the ledger, each with one meaning. */
import { type Keep, keptFacts, keptTallies } from '../pages/counts.js'
import type { ReviewPage } from '../pages/review.js'
import type { ItemRow } from '../pages/tables.js'
import { withTitles } from '../pages/titles.js'
import { reportRows } from '../pages/places.js'
import type { ItemFilter, Ledger, UnknownName } from '../store/index.js'
import { countOf, type ReportFacts, type Tally, titlesOf } from '../store/tallies.js'
import { doubtfulReports, worstDiagnostics, wrongTotals } from '../store/review.js'
import { suggestions } from '../store/suggestions.js'
import type { Asked } from './query.js'

export interface Found {
  rows: ItemRow[]
  total: number
  /** The page that is given: the last where a later one was asked for. */
  page: number
  all: Tally[]
  facts: Map<number, ReportFacts>
  unknown: UnknownName[]
}

const named = ({ report, regions, units }: ItemFilter): boolean =>
  report !== undefined || (regions?.length ?? 0) > 0 || (units?.length ?? 0) > 0

/** One page of the items that are asked for, and all of them counted. */
export function find(ledger: Ledger, asked: Asked, perPage: number, keep: Keep): Found {
  const { filter, words, wrong } = asked
  const facts = keptFacts(ledger, keep)
  if (wrong.length > 0) return { rows: [], total: 0, page: 1, all: [], facts, unknown: [] }
  const unknown = named(filter) ? ledger.unknown(filter) : []
  const all = keptTallies(ledger, keep, filter, words)
  const total =
    words === '' ? countOf(all) : keep(`hits ${JSON.stringify(filter)} ${words}`, () => ledger.countHits(words, { filter }))
  const page = Math.min(asked.page, Math.max(1, Math.ceil(total / perPage)))
  const offset = (page - 1) * perPage
  const rows: ItemRow[] =
    words === ''
      ? withTitles(ledger, ledger.items({ ...filter, limit: perPage, offset }))
      : withTitles(ledger, ledger.search(words, { filter, limit: offset + perPage }).slice(offset)).map(
          ({ field, snippet, marks, ...row }) => ({ ...row, hit: { field, snippet, marks } }),
        )
  return { rows, total, page, all, facts, unknown }
}

/** The queue of what a person should look at; `limit` of each kind. */
export function reviewQueue(ledger: Ledger, limit: number, done: boolean): ReviewPage {
  const { links, all } = suggestions(ledger, limit)
  const totals = wrongTotals(ledger, limit)
  const diagnostics = worstDiagnostics(ledger, limit)
  const doubtful = doubtfulReports(ledger, limit)
  const readings = doubtful.rows.length === 0 ? [] : reportRows(ledger, { report: doubtful.rows })
  return {
    readings: { rows: readings.sort((a, b) => (a.certainty ?? 1) - (b.certainty ?? 1)), all: doubtful.all },
    links: { rows: links, all },
    totals,
    diagnostics,
    titles: titlesOf(
      ledger,
      [...totals.rows, ...diagnostics.rows].flatMap(({ report }) => report ?? []),
    ),
    doubts: ledger.corrections().filter(({ inDoubt }) => inDoubt.length > 0),
    done,
  }
}

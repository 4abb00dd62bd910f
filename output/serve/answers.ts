/** What pages and the JSON interface are made of: questions to the ledger, each with one meaning. */
import type { Keep } from '../pages/due-board.js'
import type { ReviewPage } from '../pages/review.js'
import type { ItemRow } from '../pages/tables.js'
import { withTitles } from '../pages/titles.js'
import { reportRows } from '../pages/places.js'
import type { ItemFilter, Ledger, UnknownName } from '../store/index.js'
import { countOf, type ReportFacts, reportFacts, type Tally, tallies, titlesOf } from '../store/tallies.js'
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
  const facts = keep('facts', () => reportFacts(ledger))
  if (wrong.length > 0) return { rows: [], total: 0, page: 1, all: [], facts, unknown: [] }
  const unknown = named(filter) ? ledger.unknown(filter) : []
  const all = keep(`tallies ${JSON.stringify({ ...filter, sort: undefined })} ${words}`, () => tallies(ledger, filter, words))
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
  const { links, all: allLinks } = suggestions(ledger, limit)
  const { totals, diagnostics } = ledger.check()
  const rank = { error: 0, warning: 1, info: 2 }
  const worst = [...diagnostics].sort((a, b) => rank[a.severity] - rank[b.severity])
  return {
    readings: reportRows(ledger, { uncertain: true })
      .sort((a, b) => (a.certainty ?? 1) - (b.certainty ?? 1))
      .slice(0, limit),
    links,
    allLinks,
    totals: totals.slice(0, limit),
    diagnostics: worst.slice(0, limit),
    allDiagnostics: worst.length,
    titles: titlesOf(
      ledger,
      [...totals.slice(0, limit), ...worst.slice(0, limit)].flatMap(({ report }) => report ?? []),
    ),
    doubts: ledger.corrections().filter(({ inDoubt }) => inDoubt.length > 0),
    done,
  }
}

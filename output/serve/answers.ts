/** What pages and the JSON interface are made of: questions to the ledger, each with one meaning. */
import { dayAfter } from '../cli/options.js'
import type { DueBoard, dueLists } from '../pages/due.js'
import type { ReviewPage } from '../pages/review.js'
import type { ItemRow } from '../pages/tables.js'
import { withTitles } from '../pages/titles.js'
import { reportRows } from '../pages/places.js'
import type { ItemFilter, Ledger, UnknownName } from '../store/index.js'
import { type ReportFacts, reportFacts, type Tally, tallies } from '../store/tallies.js'
import type { Asked } from './query.js'

export interface Found {
  rows: ItemRow[]
  total: number
  all: Tally[]
  facts: Map<number, ReportFacts>
  unknown: UnknownName[]
}

const named = ({ report, regions, units }: ItemFilter): boolean =>
  report !== undefined || (regions?.length ?? 0) > 0 || (units?.length ?? 0) > 0

/** One page of the items that are asked for, and all of them counted. */
export function find(ledger: Ledger, { filter, words, page, wrong }: Asked, perPage: number): Found {
  const facts = reportFacts(ledger)
  if (wrong.length > 0) return { rows: [], total: 0, all: [], facts, unknown: [] }
  const unknown = named(filter) ? ledger.unknown(filter) : []
  const all = tallies(ledger, filter, words)
  const total = all.reduce((sum, { count }) => sum + count, 0)
  const offset = (page - 1) * perPage
  const rows: ItemRow[] =
    words === ''
      ? withTitles(ledger, ledger.items({ ...filter, limit: perPage, offset }))
      : withTitles(ledger, ledger.search(words, { filter, limit: offset + perPage }).slice(offset)).map(
          ({ field, snippet, marks, ...row }) => ({ ...row, hit: { field, snippet, marks } }),
        )
  return { rows, total, all, facts, unknown }
}

/** The three truths as of a day. `limit` rows of each. */
export function dueBoard(ledger: Ledger, filter: ItemFilter, asOf: string, within: number, limit: number): DueBoard {
  const until = dayAfter(asOf, within)
  const by: Record<(typeof dueLists)[number], ItemFilter> = {
    overdue: { ...filter, overdueAsOf: asOf },
    unsaid: { ...filter, unsaidAsOf: asOf },
    upcoming: { ...filter, notPastAsOf: asOf, problemDueTo: until },
  }
  const rows = (name: (typeof dueLists)[number]) =>
    withTitles(ledger, ledger.items({ sort: { key: 'due', down: false }, ...by[name], limit }))
  const count = (name: (typeof dueLists)[number]) => ledger.countItems(by[name])
  return {
    asOf,
    until,
    within,
    counts: {
      overdue: count('overdue'),
      unsaid: count('unsaid'),
      upcoming: count('upcoming'),
      notPast: ledger.countItems({ ...filter, notPastAsOf: asOf }),
    },
    overdue: rows('overdue'),
    unsaid: rows('unsaid'),
    upcoming: rows('upcoming'),
  }
}

/** The queue of what a person should look at; `limit` of each kind. */
export function reviewQueue(ledger: Ledger, limit: number, done: boolean): ReviewPage {
  const links = ledger.links({ state: 'suggested' }).sort((a, b) => b.certainty - a.certainty || a.link - b.link)
  const { totals, diagnostics } = ledger.check()
  const rank = { error: 0, warning: 1, info: 2 }
  const worst = [...diagnostics].sort((a, b) => rank[a.severity] - rank[b.severity])
  return {
    readings: reportRows(ledger, { uncertain: true })
      .sort((a, b) => (a.certainty ?? 1) - (b.certainty ?? 1))
      .slice(0, limit),
    links: links.slice(0, limit),
    allLinks: links.length,
    totals: totals.slice(0, limit),
    diagnostics: worst.slice(0, limit),
    allDiagnostics: worst.length,
    doubts: ledger.corrections().filter(({ inDoubt }) => inDoubt.length > 0),
    done,
  }
}

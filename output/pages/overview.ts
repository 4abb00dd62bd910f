/** The ledger at a glance. */
import { byCode } from '../../parsers/values/regions.js'
import type { Ledger } from '../store/index.js'
import { type Doubts, doubts, standingOverTime, type UnitTally } from '../store/standings.js'
import { countOf, noStanding, type ReportFacts, type Standing, standingBy, standingOf, sumOf } from '../store/tallies.js'
import { type ChartRow, chart } from './charts.js'
import { type Keep, keptDays, keptFacts, keptTallies, keptUnits, makeAnew } from './counts.js'
import { type Html, html } from './html.js'
import type { Site } from './paths.js'
import { type ItemRow, itemTable, standingTable } from './tables.js'
import { firstDue, withTitles } from './titles.js'

const SOON = 8
const UNITS = 12
const REGIONS = 16

/** The figures of the overview, which the JSON interface gives too. */
export interface Overview {
  reports: number
  items: number
  standing: Standing
  programmes: { programme: string | null; standing: Standing }[]
  years: { year: string | null; standing: Standing }[]
  regions: { code: string | null; name: string | null; standing: Standing }[]
  units: UnitTally[]
  due: { asOf: string; overdue: number; unsaid: number; notPast: number }
  months: { month: string; standing: Standing }[]
  overTime: { end: string; standing: Standing }[]
  doubts: Doubts
}

const byName = (groups: Map<string | null, Standing>): [string | null, Standing][] =>
  [...groups].sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
const byCount = (groups: Map<string | null, Standing>): [string | null, Standing][] =>
  byName(groups).sort(([a, x], [b, y]) => Number(a === null) - Number(b === null) || sumOf(y) - sumOf(x))

/** 430000 of 430381: the province; of a report of the nation or without a code null. */
export const provinceOf = ({ code }: Pick<ReportFacts, 'code'>): string | null =>
  code === null ? null : `${code.slice(0, 2)}0000`

/** The month so many months after another. */
const monthAfter = (month: string, by: number): string => {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}

/** A year behind and a year ahead, by month: what no report calls done. */
function months(
  days: readonly { day: string; state: 'done' | 'open' | 'unknown'; count: number }[],
  today: string,
): Overview['months'] {
  const now = today.slice(0, 7)
  const found = new Map(Array.from({ length: 24 }, (_, at) => [monthAfter(now, at - 11), noStanding()]))
  for (const { day, state, count } of days) {
    const standing = found.get(day.slice(0, 7))
    if (standing) standing[state] += count
  }
  return [...found].map(([month, standing]) => ({ month, standing }))
}

export function overviewOf(ledger: Ledger, today: string, keep: Keep = makeAnew): Overview {
  const facts = keptFacts(ledger, keep)
  const all = keptTallies(ledger, keep)
  const days = keptDays(ledger, keep)
  const truth = (past: boolean, state: 'open' | 'unknown' | null) =>
    days.reduce((sum, one) => (one.day < today === past && (state === null || one.state === state) ? sum + one.count : sum), 0)
  return {
    reports: facts.size,
    items: countOf(all),
    standing: standingOf(all),
    programmes: byCount(standingBy(all, facts, ({ programme }) => programme)).map(([programme, standing]) => ({
      programme,
      standing,
    })),
    years: byName(standingBy(all, facts, ({ year }) => year)).map(([year, standing]) => ({ year, standing })),
    regions: byCount(standingBy(all, facts, provinceOf)).map(([code, standing]) => ({
      code,
      name: code === null ? null : (byCode(code)?.fullName ?? code),
      standing,
    })),
    units: keptUnits(ledger, keep, UNITS).units,
    due: { asOf: today, overdue: truth(true, 'open'), unsaid: truth(true, 'unknown'), notPast: truth(false, null) },
    months: months(days, today),
    overTime: standingOverTime(ledger),
    doubts: doubts(ledger),
  }
}

/** What falls due next. */
export const dueSoon = (ledger: Ledger, today: string, keep: Keep): ItemRow[] =>
  withTitles(
    ledger,
    firstDue(
      ledger,
      { notPastAsOf: today },
      keptDays(ledger, keep).filter(({ day }) => day >= today),
      SOON,
    ),
  )

const figure = (n: number, text: string, href: string | null, kind = ''): Html => {
  const inside = html`<b>${n.toLocaleString('en')}</b> <span>${text}</span>`
  return html`<li class="${kind}">${href === null ? inside : html`<a href="${href}">${inside}</a>`}</li>`
}

function doubtList({ readings, links, totals, errors, failures }: Doubts, { words, paths }: Site): Html | null {
  const { overview } = words
  const rows = [
    [readings, overview.uncertainReports(readings), 'readings'],
    [links, overview.openLinks(links), 'links'],
    [totals, overview.totals(totals), 'totals'],
    [errors, overview.errors(errors), 'diagnostics'],
  ] as const
  const lines = rows
    .filter(([n]) => n > 0)
    .map(([, text, at]) => html`<li>${paths.review === null ? text : html`<a href="${paths.review}#${at}">${text}</a>`}</li>`)
  if (failures > 0) lines.push(html`<li><a href="${paths.sources}#failed">${overview.failures(failures)}</a></li>`)
  return lines.length === 0
    ? null
    : html`<section class="uncertain" aria-labelledby="doubts"><h2 id="doubts">${overview.uncertain}</h2><ul>${lines}</ul></section>`
}

export function overviewBody(one: Overview, soon: readonly ItemRow[], site: Site): Html {
  const { words, paths } = site
  const { overview, states } = words
  const rows = <T extends { standing: Standing }>(all: readonly T[], label: (row: T) => string): ChartRow[] =>
    all.map((row) => ({ label: label(row), standing: row.standing }))
  const { standing, due } = one
  if (one.reports === 0)
    return html`<h1>${overview.title}</h1><p class="lead">${overview.empty}</p>${doubtList(one.doubts, site)}`
  return html`<h1>${overview.title}</h1>
<p class="lead"><b>${overview.problems(sumOf(standing))}</b> <small>${overview.linkedAs(one.items, one.reports)}</small></p>
<ul class="figures">${figure(standing.done, states.done, null, 'done')}${figure(standing.open, states.open, paths.items({ open: '1' }), 'open')}${figure(standing.unknown, states.unknown, null, 'unknown')}${figure(due.overdue, overview.overdue, `${paths.due}#overdue`, 'late')}${figure(due.unsaid, overview.unsaid, `${paths.due}#unsaid`)}${figure(due.notPast, overview.notPast, `${paths.due}#upcoming`)}</ul>
${doubtList(one.doubts, site)}
<div class="charts">${chart({ title: overview.byProgramme, of: words.fields.programme, form: 'across', rows: rows(one.programmes, ({ programme }) => words.programmes[(programme ?? 'none') as keyof typeof words.programmes] ?? programme ?? '') }, site)}
${chart({ title: overview.byYear, of: words.fields.year, form: 'up', rows: rows(one.years, ({ year }) => year ?? overview.noYear) }, site)}
${chart({ title: `${overview.dueByMonth} · ${overview.asOf(due.asOf)}`, of: overview.month, form: 'up', of_states: ['open', 'unknown'], rows: rows(one.months, ({ month }) => month) }, site)}
${chart({ title: overview.rounds, of: words.fields.day, form: 'up', rows: rows(one.overTime.slice(-16), ({ end }) => end.slice(0, 7)) }, site)}
${chart({ title: overview.byRegion, of: words.fields.region, form: 'across', rows: rows(one.regions.slice(0, REGIONS), ({ name }) => name ?? overview.noRegion) }, site)}</div>
${soon.length > 0 ? html`<section aria-labelledby="soon"><h2 id="soon">${overview.dueSoon}</h2>${itemTable(soon, site, { problems: true, caption: overview.dueSoon })}<p class="more"><a href="${paths.due}">${overview.more}</a></p></section>` : null}
<div class="pairs"><section aria-labelledby="by-unit"><h2 id="by-unit">${overview.byUnit}</h2>${standingTable(
    one.units.map(({ unit, standing: of, next }) => ({
      name: html`<a href="${paths.unit(unit)}">${unit}</a>`,
      standing: of,
      next,
    })),
    words.fields.unit,
    site,
    overview.byUnit,
  )}<p class="more"><a href="${paths.units}">${overview.more}</a></p></section>
<section aria-labelledby="by-region"><h2 id="by-region">${overview.byRegion}</h2>${standingTable(
    one.regions.slice(0, UNITS).map(({ code, name, standing: of }) => ({
      name: name === null ? overview.noRegion : html`<a href="${paths.region(code, name)}">${name}</a>`,
      standing: of,
    })),
    words.fields.region,
    site,
    overview.byRegion,
  )}<p class="more"><a href="${paths.regions}">${overview.more}</a></p></section></div>`
}

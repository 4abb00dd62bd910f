/** Units and regions: all of them, and one with its tasks and days. */
import type { Ledger } from '../store/index.js'
import type { UnitTally } from '../store/standings.js'
import { type ReportFacts, type Standing, standingBy, sumOf, type Tally } from '../store/tallies.js'
import { ancestors, byCode } from '../../parsers/values/regions.js'
import { type Html, html, type Piece } from './html.js'
import type { Site } from './paths.js'
import { type ItemRow, itemTable, type ReportRow, reportTable, standingTable } from './tables.js'

export const unitsBody = (
  { units, all }: { units: readonly UnitTally[]; all: number },
  site: Site,
  form: Html | null,
): Html => {
  const { words, paths } = site
  return html`<h1>${words.units.title}</h1><p>${words.units.about} <small>${words.units.shown(units.length, all)}</small></p>${form}
${standingTable(
  units.map(({ unit, standing, next }) => ({ name: html`<a href="${paths.unit(unit)}">${unit}</a>`, standing, next })),
  words.units.name,
  site,
)}`
}

export interface RegionTally {
  code: string | null
  name: string
  level: number
  standing: Standing
}

/** Regions of the reports and those above them, each with all below it. */
export function regionTallies(all: readonly Tally[], facts: ReadonlyMap<number, ReportFacts>): RegionTally[] {
  const found = new Map<string, RegionTally>()
  const add = (code: string | null, name: string, level: number, standing: Standing): void => {
    const id = code ?? `~${name}`
    const one = found.get(id) ?? { code, name, level, standing: { done: 0, open: 0, unknown: 0 } }
    for (const state of ['done', 'open', 'unknown'] as const) one.standing[state] += standing[state]
    found.set(id, one)
  }
  for (const [id, standing] of standingBy(all, facts, ({ code, region }) =>
    region === null ? null : `${code ?? ''}|${region}`,
  )) {
    if (id === null) continue
    const [code = '', name = ''] = id.split('|')
    const region = code === '' ? undefined : byCode(code)
    if (!region) add(code || null, name, code === '' ? 3 : 0, standing)
    else {
      const line = [...ancestors(region.code)].reverse()
      for (const [level, one] of [...line, region].entries()) add(one.code, one.fullName, level, standing)
    }
  }
  return [...found.values()].sort((a, b) => ((a.code ?? `99${a.name}`) < (b.code ?? `99${b.name}`) ? -1 : 1))
}

export const regionsBody = (regions: readonly RegionTally[], site: Site): Html => {
  const { words, paths } = site
  return html`<h1>${words.regions.title}</h1><p>${words.regions.about}</p>
${standingTable(
  regions.map(({ code, name, level, standing }) => ({
    name: html`<span class="deep-${Math.min(level, 3)}"><a href="${paths.region(code, name)}">${name}</a></span>`,
    standing,
  })),
  words.regions.name,
  site,
)}`
}

export interface PlacePage {
  name: string
  standing: Standing
  /** By their days; what has none comes last. */
  items: readonly ItemRow[]
  /** How many there are besides. */
  total: number
  reports: readonly ReportRow[]
  /** Links to the list narrowed to it. */
  more: Piece
}

/** A unit or a region: what it has to do, by the day, and for a region its reports. */
export function placeBody(page: PlacePage, site: Site): Html {
  const { words } = site
  const { states, list, fields } = words
  const { standing } = page
  return html`<h1 lang="zh-CN">${page.name}</h1>
<ul class="figures"><li><b>${sumOf(standing)}</b> <span>${fields.items}</span></li><li class="done"><b>${standing.done}</b> <span>${states.done}</span></li><li class="open"><b>${standing.open}</b> <span>${states.open}</span></li><li class="unknown"><b>${standing.unknown}</b> <span>${states.unknown}</span></li></ul>
<section aria-labelledby="tasks"><h2 id="tasks">${words.units.tasks} <small>${list.rowsShown(page.items.length, page.total)}</small></h2>${
    page.items.length > 0
      ? itemTable(page.items, site, { problems: true, caption: words.units.tasks })
      : html`<p>${list.none}</p>`
  }${page.more ? html`<p class="more">${page.more}</p>` : null}</section>
${page.reports.length > 0 ? html`<section aria-labelledby="reports"><h2 id="reports">${words.reports.title}</h2>${reportTable(page.reports, site, words.reports.title)}</section>` : null}`
}

/** Reports with how sure their lists are. */
export function reportRows(ledger: Ledger, filter: Parameters<Ledger['reports']>[0] = {}): ReportRow[] {
  const reports = ledger.reports(filter)
  const keys = JSON.stringify(reports.map(({ key }) => key))
  const rows = ledger.query(
    'SELECT key, reading_certainty AS c FROM reports WHERE key IN (SELECT value FROM json_each(?))',
    keys,
  )
  const certainty = new Map([...rows].map(({ key, c }) => [key, c]))
  return reports.map((one) => {
    const sure = certainty.get(one.key)
    return { ...one, certainty: typeof sure === 'number' ? sure : null }
  })
}

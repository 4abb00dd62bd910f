/** Pages of bodies and regions. */
import type { Context, Hono } from 'hono'
import { byCode } from '../../parsers/values/regions.js'
import { html } from '../pages/html.js'
import { placeBody, regionsBody, regionTallies, reportRows, unitsBody } from '../pages/places.js'
import { withTitles } from '../pages/titles.js'
import type { ItemFilter, ItemSummary } from '../store/index.js'
import { unitTallies } from '../store/standings.js'
import { reportFacts, standingOf, sumOf, tallies } from '../store/tallies.js'
import type { Server } from './context.js'
import { notFound } from './not-found.js'

const UNIT_ROWS = 300
const TASKS = 200

const units = (server: Server) => (c: Context) => {
  const site = server.site(c)
  const { words } = site
  const name = (c.req.query('q') ?? '').trim().slice(0, 100)
  const found = server.keep(`units ${name}`, () => unitTallies(server.ledger, UNIT_ROWS, name))
  const form = html`<form class="filters" method="get" action="/units" role="search"><label for="u-q"><span>${words.units.find}</span><input id="u-q" type="search" name="q" value="${name}" maxlength="100"></label><button>${words.nav.search}</button></form>`
  return server.page(c, { title: words.units.title, here: 'units', body: unitsBody(found, site, form) })
}

/** What is not done comes first, each by its day. */
const openFirst = (items: readonly ItemSummary[]): ItemSummary[] => [
  ...items.filter(({ problemState }) => problemState !== 'done'),
  ...items.filter(({ problemState }) => problemState === 'done'),
]

/** A unit's or a region's page; null where the ledger has nothing of it. */
function place(server: Server, c: Context, name: string, filter: ItemFilter, withReports: boolean) {
  const { ledger } = server
  const site = server.site(c)
  const { words, paths } = site
  const all = server.keep(`tallies ${JSON.stringify(filter)} `, () => tallies(ledger, filter))
  if (all.length === 0) return null
  const heads = ledger.items({ ...filter, sort: { key: 'due', down: false }, limit: 3 * TASKS }).filter(({ head }) => head)
  const items = withTitles(ledger, openFirst(heads).slice(0, TASKS))
  const total = sumOf(standingOf(all))
  const more = html`<a href="${paths.items(filter.units ? { unit: name } : { region: filter.regions?.[0] ?? name })}">${words.overview.more}</a>`
  return placeBody(
    {
      name,
      standing: standingOf(all),
      items,
      total,
      reports: withReports ? reportRows(ledger, filter).slice(0, TASKS) : [],
      more,
    },
    site,
  )
}

const unit = (server: Server) => (c: Context) => {
  const name = c.req.param('name') ?? ''
  const body = place(server, c, name, { units: [name] }, false)
  return body ? server.page(c, { title: name, here: 'units', body }) : notFound(server, c)
}

const regions = (server: Server) => (c: Context) => {
  const site = server.site(c)
  const found = server.keep('regions', () => regionTallies(tallies(server.ledger, {}), reportFacts(server.ledger)))
  return server.page(c, { title: site.words.regions.title, here: 'regions', body: regionsBody(found, site) })
}

const region = (server: Server) => (c: Context) => {
  const code = c.req.param('code') ?? ''
  const name = (/^\d{6}$/.test(code) ? byCode(code)?.fullName : null) ?? code
  const body = place(server, c, name, { regions: [code] }, true)
  return body ? server.page(c, { title: name, here: 'regions', body }) : notFound(server, c)
}

export function addPlacePages(app: Hono, server: Server): void {
  app.get('/units', units(server))
  app.get('/unit/:name{.+}', unit(server))
  app.get('/regions', regions(server))
  app.get('/region/:code{.+}', region(server))
}

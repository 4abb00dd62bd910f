/** Pages of bodies and regions. */
import type { Context, Hono } from 'hono'
import { byCode } from '../../parsers/values/regions.js'
import { keptFacts, keptTallies, keptUnits } from '../pages/counts.js'
import { html } from '../pages/html.js'
import { placeBody, regionsBody, regionTallies, reportRows, unitsBody } from '../pages/places.js'
import { withTitles } from '../pages/titles.js'
import type { ItemFilter } from '../store/index.js'
import { standingOf, sumOf } from '../store/tallies.js'
import type { Server } from './context.js'
import { notFound } from './not-found.js'

const UNIT_ROWS = 300
const TASKS = 200

const units = (server: Server) => (c: Context) => {
  const site = server.site(c)
  const { words } = site
  const name = (c.req.query('q') ?? '').trim().slice(0, 100)
  const found = keptUnits(server.ledger, server.keep, UNIT_ROWS, name)
  const form = html`<form class="filters" method="get" action="/units" role="search"><label for="u-q"><span>${words.units.find}</span><input id="u-q" type="search" name="q" value="${name}" maxlength="100"></label><button>${words.nav.search}</button></form>`
  return server.page(c, { title: words.units.title, here: 'units', body: unitsBody(found, site, form) })
}

/** A unit's or a region's page; null where the ledger has nothing of it. */
function place(server: Server, c: Context, name: string, asked: ItemFilter, withReports: boolean) {
  const { ledger } = server
  const site = server.site(c)
  const { words, paths } = site
  const filter = { ...asked, heads: true }
  const all = keptTallies(ledger, server.keep, filter)
  if (all.length === 0) return null
  const items = withTitles(ledger, ledger.items({ ...filter, sort: { key: 'task', down: false }, limit: TASKS }))
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
  const { ledger, keep } = server
  // A long table: to lay it out takes longer than to count.
  const body = keep(`regions ${site.lang}`, () =>
    regionsBody(regionTallies(keptTallies(ledger, keep), keptFacts(ledger, keep)), site),
  )
  return server.page(c, { title: site.words.regions.title, here: 'regions', body })
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

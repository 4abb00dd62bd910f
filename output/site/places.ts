/** A site's pages of bodies and regions. */
import { ancestors, byCode } from '../../parsers/values/regions.js'
import { placeBody, regionsBody, regionTallies } from '../pages/places.js'
import type { ItemRow } from '../pages/tables.js'
import { tallies } from '../store/tallies.js'
import { fileOf } from './paths.js'
import { byDay, grouped, putPage, ROWS, type Stock, standingOfRows } from './stock.js'

export function putUnits(stock: Stock, byUnit: ReadonlyMap<string, readonly ItemRow[]>): void {
  const of = stock.site('../')
  for (const name of stock.pages.units) {
    const rows = byDay(byUnit.get(name) ?? [])
    const page = {
      name,
      standing: standingOfRows(rows),
      items: rows.slice(0, ROWS),
      total: rows.length,
      reports: [],
      more: null,
    }
    putPage(stock, fileOf.unit(name), { title: name, here: 'units', body: placeBody(page, of) })
  }
}

export function putRegions(stock: Stock): void {
  const { ledger, site, heads, reports, facts } = stock
  const regions = regionTallies(tallies(ledger, {}), facts)
  putPage(stock, 'regions.html', { title: site('').words.regions.title, here: 'regions', body: regionsBody(regions, site('')) })
  const byKey = new Map([...facts.values()].map((one) => [one.key, one]))
  /** The region and those above it. */
  const line = (key: string): string[] => {
    const one = byKey.get(key)
    if (!one?.region) return []
    const region = one.code === null ? undefined : byCode(one.code)
    return region
      ? [region, ...ancestors(region.code)].map(({ code, fullName }) => fileOf.region(code, fullName))
      : [fileOf.region(one.code, one.region)]
  }
  const itemsOf = grouped(heads, ({ report }) => line(report))
  const reportsOf = grouped(reports, ({ key }) => line(key))
  for (const { code, name } of regions) {
    const path = fileOf.region(code, name)
    const rows = byDay(itemsOf.get(path) ?? [])
    const page = {
      name,
      standing: standingOfRows(rows),
      items: rows.slice(0, ROWS),
      total: rows.length,
      reports: (reportsOf.get(path) ?? []).slice(0, ROWS),
      more: null,
    }
    putPage(stock, path, { title: name, here: 'regions', body: placeBody(page, site('../')) })
  }
}

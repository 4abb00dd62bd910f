/** A site: the ledger's pages as files with relative links, to be put anywhere or opened from disk. The same ledger gives the same bytes. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ancestors, byCode } from '../../parsers/values/regions.js'
import { VERSION } from '../../pipeline/version.js'
import { dueBody } from '../pages/due.js'
import { dueBoard } from '../pages/due-board.js'
import { frame } from '../pages/frame.js'
import { type Html, html } from '../pages/html.js'
import { meaningOf } from '../pages/item.js'
import { knownOf } from '../pages/known.js'
import { overviewBody, overviewOf } from '../pages/overview.js'
import { navigation, type Place, type Site } from '../pages/paths.js'
import { placeBody, regionsBody, regionTallies, reportRows, unitsBody } from '../pages/places.js'
import { problemBody } from '../pages/problem.js'
import { reportBody } from '../pages/report.js'
import { reportScript } from '../pages/script.js'
import { sourcePage, sourcesBody } from '../pages/sources.js'
import { style } from '../pages/style.js'
import { type ItemRow, type ReportRow, reportTable } from '../pages/tables.js'
import type { ItemSummary, Ledger, LedgerCorrection } from '../store/index.js'
import { noStanding, type ReportFacts, reportFacts, type Standing, tallies, unitTallies } from '../store/tallies.js'
import { type Lang, wordsOf } from '../words/index.js'
import { MARK, replaceFolder } from './folder.js'
import { fileOf, type Pages, sitePaths } from './paths.js'
import { dataScript, searchBody, searchData, searchScript } from './search.js'

export interface SiteOptions {
  /** Folder of the site; one that is there must be a site, and is replaced. */
  to: string
  lang: Lang
  /** The day from which deadlines are looked at, ISO; else that of the newest report, so that the same ledger gives the same bytes. */
  asOf?: string
  onProgress?: (done: number, total: number) => void
}
export interface SiteResult {
  files: number
  bytes: number
  asOf: string
}

/** Rows of a page's table at most. */
const ROWS = 200
/** Bodies with fewer tasks have no page of their own: the search finds them. */
const UNIT_TASKS = 2

type Put = (path: string, data: string) => void

/** All that pages are made of, read once. */
interface Stock {
  ledger: Ledger
  site: (up: '' | '../') => Site
  items: readonly ItemRow[]
  heads: readonly ItemRow[]
  facts: ReadonlyMap<number, ReportFacts>
  reports: readonly ReportRow[]
  corrections: readonly LedgerCorrection[]
  pages: Pages
  asOf: string
  put: Put
}

const newestDay = (ledger: Ledger): string => {
  const [row] = [...ledger.query('SELECT max(day) AS day FROM link_reports')]
  return typeof row?.day === 'string' ? row.day : '2000-01-01'
}

interface Whole {
  title: string
  here: Place | null
  body: Html
  wide?: boolean
  scripts?: readonly string[]
}
/** Scripts and styles come from beside the page, or from its disk; nothing else is loaded. */
const policy = "default-src 'none'; style-src 'self' file:; script-src 'self' file:; base-uri 'none'; form-action 'none'"

function putPage({ put, site, asOf }: Stock, path: string, { title, here, body, wide = false, scripts = [] }: Whole): void {
  const up = path.includes('/') ? '../' : ''
  const of = site(up)
  const { words } = of
  const head = html`<meta name="referrer" content="no-referrer"><meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="stylesheet" href="${up}style.css">${scripts.map((name) => html`<script src="${up}${name}" defer></script>`)}`
  const foot = html`${words.site.asOf}: ${asOf} · Taizhang ${VERSION}`
  put(path, frame({ words, title: `${title} · ${words.name}`, head, wide, body, foot, nav: navigation(of, here) }))
}

/** By the day; what has none comes last. */
const byDay = (rows: readonly ItemRow[]): ItemRow[] =>
  [...rows].sort((a, b) =>
    (a.problemDue ?? '9') < (b.problemDue ?? '9') ? -1 : (a.problemDue ?? '9') > (b.problemDue ?? '9') ? 1 : 0,
  )
const standingOfRows = (rows: readonly ItemSummary[]): Standing => {
  const standing = noStanding()
  for (const { problemState } of rows) standing[problemState] += 1
  return standing
}
const unitsOf = (one: ItemSummary): readonly string[] => [...new Set([...one.leadUnits, ...one.responsibleUnits])]

const grouped = <T>(rows: readonly T[], of: (row: T) => readonly string[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) for (const name of of(row)) groups.set(name, [...(groups.get(name) ?? []), row])
  return groups
}

function putLists(stock: Stock): void {
  const { ledger, site, asOf, reports, heads } = stock
  const of = site('')
  const { words } = of
  const soon = byDay(
    heads.filter(({ problemState, problemDue }) => problemState !== 'done' && problemDue !== null && problemDue >= asOf),
  ).slice(0, 8)
  putPage(stock, 'index.html', {
    title: words.overview.title,
    here: 'overview',
    body: overviewBody(overviewOf(ledger, asOf), soon, of),
  })
  const all = html`<h1>${words.reports.title} <small>${reports.length.toLocaleString('en')}</small></h1>${reportTable(reports, of, words.reports.title)}`
  putPage(stock, 'reports.html', { title: words.reports.title, here: 'reports', body: all })
  const board = dueBoard(ledger, {}, asOf, 180, ROWS)
  putPage(stock, 'due.html', { title: words.due.title, here: 'due', body: dueBody(board, of, null, () => null) })
  const units = unitTallies(ledger, 2000)
  putPage(stock, 'units.html', { title: words.units.title, here: 'units', body: unitsBody(units, of, null) })
  const sources = sourcesBody(sourcePage(ledger), of, (code) => meaningOf(code, of.lang))
  putPage(stock, 'sources.html', { title: words.sources.title, here: 'sources', body: sources })
}

function putSearch(stock: Stock): void {
  const of = stock.site('')
  const data = searchData(stock.items, stock.facts, (key) => stock.pages.problems.has(key), of)
  stock.put('search-data.js', dataScript(data))
  const scripts = ['minisearch.js', 'search-data.js', 'search.js']
  putPage(stock, 'search.html', { title: of.words.site.search, here: 'items', body: searchBody(data, of), scripts })
}

function putUnits(stock: Stock, byUnit: ReadonlyMap<string, readonly ItemRow[]>): void {
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

function putRegions(stock: Stock): void {
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

/** Each report's page, and the pages of those of its problems that other reports tell of too. */
function putReport(stock: Stock, summary: ReportRow): void {
  const { ledger, site, pages, corrections } = stock
  const of = site('../')
  const { words, lang, paths } = of
  const report = ledger.report(summary.id)
  if (!report) return
  const known = knownOf(ledger, summary.key, (key) => (pages.problems.has(key) ? paths.problem(key, null) : null), corrections)
  const body = reportBody({ report, lang, words, known, earlier: !summary.current })
  putPage(stock, fileOf.report(summary.key), {
    title: summary.title ?? words.report.untitled,
    here: 'reports',
    body,
    wide: true,
    scripts: ['report.js'],
  })
  for (const item of report.items) {
    const one = known(item.seq)
    const history = one && pages.problems.has(one.summary.key) ? ledger.history(one.summary.key) : null
    if (!one || !history) continue
    const page = { history, summary: one.summary, report, item, corrections: one.corrections, links: [] }
    putPage(stock, fileOf.problem(one.summary.key), {
      title: one.summary.problem.slice(0, 40),
      here: 'items',
      body: problemBody(page, of),
    })
  }
}

/** The library as a script for a page, without its last line, which names a file that is not there. */
const miniSearch = (): string => {
  const [folder = ''] = createRequire(import.meta.url)
    .resolve('minisearch')
    .split(join('dist', 'cjs'))
  const lines = readFileSync(join(folder, 'dist', 'umd', 'index.js'), 'utf8').split('\n')
  return lines.filter((line) => !line.startsWith('//# sourceMappingURL=')).join('\n')
}

function putAll(ledger: Ledger, { lang, asOf = newestDay(ledger), onProgress }: SiteOptions, put: Put): string {
  const words = wordsOf(lang)
  const facts = reportFacts(ledger)
  const titles = new Map([...facts.values()].map(({ key, title }) => [key, title]))
  const items = ledger.items().map((one): ItemRow => ({ ...one, title: titles.get(one.report) ?? null }))
  const heads = items.filter(({ head }) => head)
  const byUnit = grouped(heads, unitsOf)
  const pages: Pages = {
    problems: new Set(heads.filter(({ thread }) => thread !== null).map(({ key }) => key)),
    units: new Set([...byUnit].filter(([, rows]) => rows.length >= UNIT_TASKS).map(([name]) => name)),
  }
  const sites = { '': sitePaths('', pages), '../': sitePaths('../', pages) }
  const site = (up: '' | '../'): Site => ({ words, lang, paths: sites[up], today: asOf })
  // Earlier versions are pages too: sources lead to them.
  const versions = reportRows(ledger, { versions: true })
  const reports = versions.filter(({ current }) => current)
  const stock: Stock = { ledger, site, items, heads, facts, reports, corrections: ledger.corrections(), pages, asOf, put }
  put('style.css', style)
  put('report.js', reportScript)
  put('search.js', searchScript)
  put('minisearch.js', miniSearch())
  putLists(stock)
  putSearch(stock)
  putUnits(stock, byUnit)
  putRegions(stock)
  for (const [at, summary] of versions.entries()) {
    putReport(stock, summary)
    onProgress?.(at + 1, versions.length)
  }
  put(
    MARK,
    `${JSON.stringify({ program: 'taizhang', version: VERSION, lang, asOf, reports: reports.length, problems: heads.length }, null, 2)}\n`,
  )
  return asOf
}

/** Writes the site in one unchanging state of the ledger. Throws a `LedgerError`: `unwritable`. */
export function writeSite(ledger: Ledger, options: SiteOptions): SiteResult {
  const result = { files: 0, bytes: 0, asOf: '' }
  replaceFolder(options.to, (write) => {
    result.asOf = ledger.snapshot(() =>
      putAll(ledger, options, (path, text) => {
        result.files += 1
        const data = Buffer.from(text, 'utf8')
        result.bytes += data.length
        write(path, data)
      }),
    )
  })
  return result
}

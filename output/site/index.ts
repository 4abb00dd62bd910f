/** A site: the ledger's pages as files with relative links, to be put anywhere or opened from disk. The same ledger gives the same bytes. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { VERSION } from '../../pipeline/version.js'
import { dueBody } from '../pages/due.js'
import { dueBoard } from '../pages/due-board.js'
import { html } from '../pages/html.js'
import { meaningOf } from '../words/meanings.js'
import { knownOf } from '../pages/known.js'
import { overviewBody, overviewOf } from '../pages/overview.js'
import type { Site } from '../pages/paths.js'
import { reportRows, unitsBody } from '../pages/places.js'
import { problemBody } from '../pages/problem.js'
import { reportBody } from '../pages/report.js'
import { reportScript } from '../pages/script.js'
import { sourcePage, sourcesBody } from '../pages/sources.js'
import { style } from '../pages/style.js'
import { type ItemRow, type ReportRow, reportTable } from '../pages/tables.js'
import type { ItemSummary, Ledger } from '../store/index.js'
import { unitTallies } from '../store/standings.js'
import { type ReportFacts, reportFacts } from '../store/tallies.js'
import { type Lang, wordsOf } from '../words/index.js'
import { MARK, replaceFolder } from './folder.js'
import { fileOf, type Pages, sitePaths } from './paths.js'
import { putRegions, putUnits } from './places.js'
import { dataScript, searchBody, searchData, searchScript } from './search.js'
import { byDay, grouped, type Put, putPage, ROWS, type Stock } from './stock.js'

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

/** Bodies with fewer tasks have no page of their own: the search finds them. */
const UNIT_TASKS = 2

const newestDay = (ledger: Ledger): string => {
  const [row] = [...ledger.query('SELECT max(day) AS day FROM link_reports')]
  return typeof row?.day === 'string' ? row.day : '2000-01-01'
}

const unitsOf = (one: ItemSummary): readonly string[] => [...new Set([...one.leadUnits, ...one.responsibleUnits])]

/** Bodies of an item's problem: those that any of its reports of the region names, for a progress report may name none. */
function unitsOfProblems(
  items: readonly ItemSummary[],
  facts: ReadonlyMap<number, ReportFacts>,
): (one: ItemSummary) => readonly string[] {
  const codes = new Map([...facts.values()].map(({ key, code }) => [key, code]))
  const nameOf = ({ thread, report }: ItemSummary): string => `${thread} ${codes.get(report) ?? ''}`
  const byProblem = grouped(
    items.filter(({ thread }) => thread !== null),
    (one) => [nameOf(one)],
  )
  return (one) =>
    one.thread === null ? unitsOf(one) : [...new Set((byProblem.get(nameOf(one)) ?? [one]).flatMap((other) => unitsOf(other)))]
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
  const byUnit = grouped(heads, unitsOfProblems(items, facts))
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

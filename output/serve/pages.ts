/** The pages for reading. */
import type { Context, Hono } from 'hono'
import { keptFacts } from '../pages/counts.js'
import { dueBody, type dueLists } from '../pages/due.js'
import { type Html, html } from '../pages/html.js'
import { meaningOf } from '../words/meanings.js'
import { knownOf } from '../pages/known.js'
import { facetsOf, listBody, wrongLines } from '../pages/list.js'
import { dueSoon, overviewBody, overviewOf } from '../pages/overview.js'
import { reportRows } from '../pages/places.js'
import { queryText, type Site } from '../pages/paths.js'
import { problemBody } from '../pages/problem.js'
import { reportBody } from '../pages/report.js'
import { dropForm, itemForms, linkForm, reviewBody } from '../pages/review.js'
import { sourcePage, sourcesBody } from '../pages/sources.js'
import { reportTable } from '../pages/tables.js'
import { reportFile } from '../pages/whole.js'
import { reportKeys } from '../store/tallies.js'
import { dueBoard } from '../pages/due-board.js'
import { find, reviewQueue } from './answers.js'
import { askedOf, dueAskedOf } from './query.js'
import type { Server } from './context.js'
import { notFound } from './not-found.js'

const PER_PAGE = 50
const DUE_ROWS = 100
const REPORT_ROWS = 100
const REVIEW_ROWS = 100
const SOURCE_ROWS = 200

const searchParams = (c: Context): URLSearchParams => new URL(c.req.url).searchParams

/** The overview, made anew where the ledger, the day or the language is another: its charts take as long as its figures. */
const overview = (server: Server) => (c: Context) => {
  const site = server.site(c)
  const { figures, soon } = server.keep(`overview ${site.today}`, () => {
    const { ledger, keep } = server
    return { figures: overviewOf(ledger, site.today, keep), soon: dueSoon(ledger, site.today, keep) }
  })
  const body = server.keep(`overview ${site.today} ${site.lang}`, () => overviewBody(figures, soon, site))
  return server.page(c, { title: site.words.overview.title, here: 'overview', body })
}

const items = (server: Server) => (c: Context) => {
  const site = server.site(c)
  const asked = askedOf(searchParams(c))
  const perPage = Math.min(asked.limit ?? PER_PAGE, 500)
  const { rows, total, page: at, all, facts, unknown } = find(server.ledger, asked, perPage, server.keep)
  const page = {
    query: asked.query,
    rows,
    total,
    page: at,
    perPage,
    unknown,
    wrong: asked.wrong,
    facets: facetsOf(all, facts, asked.query, site),
  }
  const body = listBody(page, site, (format, query) => `/items.${format}${queryText(query)}`)
  return server.page(c, { title: site.words.list.title, here: 'items', body, status: asked.wrong.length > 0 ? 400 : 200 })
}

/** The page that is asked for, the last where there is none so far on, and how many there are. */
function pageOf(c: Context, rows: number, perPage: number): { page: number; pages: number; from: number } {
  const pages = Math.max(1, Math.ceil(rows / perPage))
  const page = Math.min(pages, Math.max(1, Math.floor(Number(c.req.query('page') ?? '1')) || 1))
  return { page, pages, from: (page - 1) * perPage }
}

function pagerOf(path: string, page: number, pages: number, { words: { list } }: Site): Html | null {
  if (pages < 2) return null
  const link = (to: number, text: string) => (to < 1 || to > pages ? null : html`<a href="${path}?page=${to}">${text}</a>`)
  return html`<nav class="pages" aria-label="${list.page(page, pages)}">${link(page - 1, list.previous)} <span>${list.page(page, pages)}</span> ${link(page + 1, list.next)}</nav>`
}

const reports = (server: Server) => (c: Context) => {
  const site = server.site(c)
  const { words } = site
  const all = keptFacts(server.ledger, server.keep).size
  const { page, pages, from } = pageOf(c, all, REPORT_ROWS)
  const keys = reportKeys(server.ledger, REPORT_ROWS, from)
  const rows = keys.length === 0 ? [] : reportRows(server.ledger, { report: keys })
  const downloads = html`<p class="links">${words.list.download}: ${['csv', 'xlsx', 'json'].map((format) => html`<a href="/reports.${format}" download>${format.toUpperCase()}</a> `)}</p>`
  const body = html`<h1>${words.reports.title} <small>${all.toLocaleString('en')}</small></h1>${downloads}${reportTable(rows, site, words.reports.title)}${pagerOf('/reports', page, pages, site)}`
  return server.page(c, { title: words.reports.title, here: 'reports', body })
}

/** The report that a key means, with what the ledger says of it. */
function reportOf(server: Server, key: string) {
  const report = /^[0-9a-f]{4,64}$/.test(key) ? server.ledger.report(key) : null
  const summary = report && server.ledger.reports({ report: report.document.id })[0]
  return report && summary ? { report, summary } : null
}

const report = (server: Server) => (c: Context) => {
  const found = reportOf(server, c.req.param('key') ?? '')
  if (!found) return notFound(server, c)
  const { summary } = found
  const { words, lang, paths } = server.site(c)
  const known = knownOf(server.ledger, summary.key, (key, thread) => paths.problem(key, thread))
  const links = html`<p class="links">${words.list.download}: <a href="/report/${summary.key}.html" download>HTML</a> <a href="/api/report/${summary.key}">JSON</a> <a href="/items.xlsx?report=${summary.key}" download>XLSX</a></p>`
  const body = reportBody({ report: found.report, lang, words, known, links, earlier: !summary.current })
  return server.page(c, { title: summary.title ?? words.report.untitled, here: 'reports', wide: true, script: 'report', body })
}

const reportDownload = (server: Server) => (c: Context) => {
  const found = reportOf(server, (c.req.param('file') ?? '').replace(/\.html$/, ''))
  if (!found) return notFound(server, c)
  const known = knownOf(server.ledger, found.summary.key, () => null)
  c.header('content-disposition', `attachment; filename="${found.summary.key}.html"`)
  return c.html(reportFile({ report: found.report, lang: server.lang(c), known, earlier: !found.summary.current }))
}

const problem = (server: Server) => (c: Context) => {
  const { ledger } = server
  const site = server.site(c)
  const key = `${c.req.param('report')}#${c.req.param('seq')}`
  const found = /^[0-9a-f]{4,64}#[1-9]\d{0,6}$/.test(key) ? ledger.item(key) : null
  const history = found && ledger.history(found.key)
  const whole = found && ledger.report(found.report.id)
  const summary = found && ledger.items({ report: found.report.key }).find(({ seq }) => seq === found.item.seq)
  // The record whose parts have names is the one in its report.
  const item = whole?.items.find(({ seq }) => seq === found?.item.seq)
  if (!found || !history || !whole || !summary || !item) return notFound(server, c)
  const forms = server.forms(c)
  const back = site.paths.problem(summary.key, summary.thread)
  const body = problemBody(
    {
      history,
      summary,
      report: whole,
      item,
      corrections: ledger
        .corrections()
        .filter(({ items: on, inDoubt }) => on.includes(found.key) || inDoubt.includes(found.key)),
      links: ledger.links({ report: found.report.key }).filter(({ item, other }) => item === found.key || other === found.key),
      forms: forms && itemForms(summary, forms, back, site),
      drop: (correction) => forms && dropForm(correction, forms, back, site),
      decide: (link) => forms && linkForm(link, forms, back, site),
    },
    site,
  )
  return server.page(c, { title: summary.problem.slice(0, 40), here: 'items', body })
}

const due = (server: Server) => (c: Context) => {
  const site = server.site(c)
  const { words } = site
  const { asked, asOf, within, wrong } = dueAskedOf(searchParams(c), site.today)
  const board = server.keep(`due ${asOf} ${within} ${JSON.stringify(asked.filter)}`, () =>
    dueBoard(server.ledger, asked.filter, asOf, within, DUE_ROWS, server.keep),
  )
  const kept = queryText({ ...asked.query, 'as-of': asOf, within: String(within) })
  const form = html`<form class="filters" method="get" action="/due"><label for="d-as-of"><span>${words.due.asOf}</span><input id="d-as-of" type="date" name="as-of" value="${asOf}"></label>
<label for="d-within"><span>${words.due.within}</span><select id="d-within" name="within">${[30, 60, 90, 180, 365].map((days) => html`<option value="${days}"${days === within ? html` selected` : null}>${words.due.days(days)}</option>`)}</select></label>
<label for="d-region"><span>${words.fields.region}</span><input id="d-region" name="region" value="${[asked.query.region ?? []].flat().join('、')}"></label><label for="d-unit"><span>${words.fields.unit}</span><input id="d-unit" name="unit" value="${[asked.query.unit ?? []].flat().join('、')}"></label><button>${words.due.show}</button></form>${wrong.length > 0 ? html`<div class="uncertain" role="status">${wrongLines(wrong, site)}</div>` : null}`
  const downloads = (list: (typeof dueLists)[number]): Html | null =>
    board.counts[list] === 0
      ? null
      : html`<p class="links">${words.list.download}: ${['csv', 'xlsx', 'json'].map((format) => html`<a href="/due/${list}.${format}${kept}" download>${format.toUpperCase()}</a> `)}</p>`
  return server.page(c, {
    title: words.due.title,
    here: 'due',
    body: dueBody(board, site, form, downloads),
    status: wrong.length > 0 ? 400 : 200,
  })
}

const review = (server: Server) => (c: Context) => {
  const site = server.site(c)
  const body = reviewBody(reviewQueue(server.ledger, REVIEW_ROWS, c.req.query('done') === '1'), site, server.forms(c))
  return server.page(c, { title: site.words.review.title, here: 'review', body })
}

const sources = (server: Server) => (c: Context) => {
  const site = server.site(c)
  const { sources: all, failures } = server.keep('sources', () => sourcePage(server.ledger))
  const { page, pages, from } = pageOf(c, all.length, SOURCE_ROWS)
  const shown = { sources: all.slice(from, from + SOURCE_ROWS), failures }
  return server.page(c, {
    title: site.words.sources.title,
    here: 'sources',
    body: sourcesBody(shown, site, (code) => meaningOf(code, site.lang), pagerOf('/sources', page, pages, site)),
  })
}

export function addPages(app: Hono, server: Server): void {
  app.get('/', overview(server))
  app.get('/items', items(server))
  app.get('/reports', reports(server))
  app.get('/report/:file{.+\\.html}', reportDownload(server))
  app.get('/report/:key', report(server))
  app.get('/problem/:report/:seq', problem(server))
  app.get('/due', due(server))
  app.get('/review', review(server))
  app.get('/sources', sources(server))
}

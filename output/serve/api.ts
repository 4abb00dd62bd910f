/** The JSON interface and the downloads: the same questions as the pages, by the same filters. */
import type { Context, Hono } from 'hono'
import { keptFacts, keptTallies, keptUnits } from '../pages/counts.js'
import { overviewOf } from '../pages/overview.js'
import { regionTallies, reportRows } from '../pages/places.js'
import { dueLists } from '../pages/due.js'
import type { Wrong } from '../pages/list.js'
import type { ItemFilter, ReportFilter } from '../store/index.js'
import { dueBoard } from '../pages/due-board.js'
import { find } from './answers.js'
import type { Server } from './context.js'
import { fileFormats, itemsFile, reportsFile } from './downloads.js'
import { askedOf, dueAskedOf, wrongText } from './query.js'

const LIMIT = 100
/** A download holds all that is asked for, up to the rows that a sheet may have. */
const MOST = 1_000_000

const searchParams = (c: Context): URLSearchParams => new URL(c.req.url).searchParams
const wrong = (c: Context, problems: readonly Wrong[]) => c.json({ error: 'bad_query', problems: problems.map(wrongText) }, 400)
const formatOf = (c: Context) => fileFormats.find((format) => c.req.path.endsWith(`.${format}`))

/** Names that the ledger does not hold are told beside an answer of nothing. */
const items = (server: Server) => (c: Context) => {
  const asked = askedOf(searchParams(c))
  if (asked.wrong.length > 0) return wrong(c, asked.wrong)
  const limit = asked.limit ?? LIMIT
  const { rows, total, page, unknown } = find(server.ledger, asked, limit, server.keep)
  return c.json({ total, page, limit, unknown, items: rows })
}

const ofReports = ({ kinds, regions, programmes, rounds, years, report }: ItemFilter): ReportFilter =>
  Object.fromEntries(
    Object.entries({ kinds, regions, programmes, rounds, years, report }).filter(([, value]) => value !== undefined),
  )

const reports = (server: Server) => (c: Context) => {
  const asked = askedOf(searchParams(c))
  if (asked.wrong.length > 0) return wrong(c, asked.wrong)
  const limit = asked.limit ?? LIMIT
  const rows = reportRows(server.ledger, ofReports(asked.filter))
  return c.json({
    total: rows.length,
    page: asked.page,
    limit,
    reports: rows.slice((asked.page - 1) * limit, asked.page * limit),
  })
}

const report = (server: Server) => (c: Context) => {
  const key = c.req.param('key') ?? ''
  const found = /^[0-9a-f]{4,64}$/.test(key) ? server.ledger.report(key) : null
  return found ? c.json(found) : c.json({ error: 'not_found' }, 404)
}

const history = (server: Server) => (c: Context) => {
  const key = `${c.req.param('report')}#${c.req.param('seq')}`
  const found = /^[0-9a-f]{4,64}#[1-9]\d{0,6}$/.test(key) ? server.ledger.history(key) : null
  return found ? c.json(found) : c.json({ error: 'not_found' }, 404)
}

const due = (server: Server) => (c: Context) => {
  const { asked, asOf, within, wrong: problems } = dueAskedOf(searchParams(c), server.options.today())
  if (problems.length > 0) return wrong(c, problems)
  return c.json(dueBoard(server.ledger, asked.filter, asOf, within, asked.limit ?? LIMIT))
}

const itemsDownload = (server: Server) => (c: Context) => {
  const format = formatOf(c)
  const asked = askedOf(searchParams(c))
  if (asked.wrong.length > 0) return wrong(c, asked.wrong)
  if (!format) return c.notFound()
  const rows =
    asked.words === ''
      ? server.ledger.items({ ...asked.filter, limit: MOST })
      : server.ledger.search(asked.words, { filter: asked.filter, limit: MOST })
  return itemsFile('items', format, rows)
}

const dueDownload = (server: Server) => (c: Context) => {
  const format = formatOf(c)
  const list = dueLists.find((name) => c.req.path.startsWith(`/due/${name}.`))
  const { asked, asOf, within, wrong: problems } = dueAskedOf(searchParams(c), server.options.today())
  if (problems.length > 0) return wrong(c, problems)
  return format && list
    ? itemsFile(list, format, dueBoard(server.ledger, asked.filter, asOf, within, MOST)[list])
    : c.notFound()
}

const reportsDownload = (server: Server) => (c: Context) => {
  const format = formatOf(c)
  const asked = askedOf(searchParams(c))
  if (asked.wrong.length > 0) return wrong(c, asked.wrong)
  return format ? reportsFile('reports', format, server.ledger.reports(ofReports(asked.filter))) : c.notFound()
}

export function addApi(app: Hono, server: Server): void {
  const { ledger, keep } = server
  app.get('/api/overview', (c) => c.json(overviewOf(ledger, server.options.today(), keep)))
  app.get('/api/items', items(server))
  app.get('/api/reports', reports(server))
  app.get('/api/report/:key', report(server))
  app.get('/api/history/:report/:seq', history(server))
  app.get('/api/due', due(server))
  app.get('/api/units', (c) => c.json(keptUnits(ledger, keep, LIMIT, (c.req.query('q') ?? '').trim().slice(0, 100))))
  app.get('/api/regions', (c) => c.json(regionTallies(keptTallies(ledger, keep), keptFacts(ledger, keep))))
  app.get('/:file{items\\.(?:csv|xlsx|json)}', itemsDownload(server))
  app.get('/:file{reports\\.(?:csv|xlsx|json)}', reportsDownload(server))
  app.get('/due/:file{[a-z]+\\.(?:csv|xlsx|json)}', dueDownload(server))
}

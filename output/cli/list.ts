/** `taizhang list`: the reports of the ledger, or its items. */
import { z } from 'zod'
import type { ItemFilter, ItemSummary, Ledger, ReportFilter, ReportSummary } from '../store/index.js'
import type { Noun } from '../words/index.js'
import type { Run } from './commands.js'
import { checkNames, filterShape, itemFilter, reportFilter, sortOption } from './filters.js'
import { itemGrid, listFormats, reportGrid, writeRows } from './grid.js'
import { type Io, nameOf, UsageError } from './io.js'
import { withLedger } from './ledger.js'
import { asOfOption, check, dbOption, rowsOption } from './options.js'
import { itemTable, namesOf, type ReportRow, reportTable, truthCounts, titleOf } from './reports.js'

const optionsSchema = z.object({
  db: dbOption,
  items: z.boolean().default(false),
  versions: z.boolean().default(false),
  uncertain: z.boolean().default(false),
  report: z.string().optional(),
  ...filterShape,
  overdue: asOfOption.optional(),
  unsaid: z.boolean().default(false),
  sort: sortOption.optional(),
  limit: rowsOption.optional(),
  format: z.enum(listFormats, `expected ${listFormats.join(', ')}`).optional(),
  out: z.string().min(1, 'expected a file').optional(),
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
})
type Options = z.infer<typeof optionsSchema>

export const run: Run = async (_args, given, io) => {
  const options = check(optionsSchema, given)
  const { db, items, versions, uncertain, overdue, sort } = options
  const ofReports = { ...reportFilter(options), ...(versions ? { versions } : {}), ...(uncertain ? { uncertain } : {}) }
  const ofItems = itemFilter(options)
  // A question about items is one about items, whether or not --items says so.
  const wantsItems = items || overdue !== undefined || sort !== undefined || Object.keys(ofItems).length > 0
  if (options.unsaid && overdue === undefined) throw new UsageError('option --unsaid: it needs --overdue')
  if (options.out !== undefined && formatOf(options) === 'table')
    throw new UsageError('option --out: it needs --format csv, tsv, ndjson, json or xlsx')
  return withLedger(db, { readonly: true }, async (ledger) => {
    const filter = { ...ofReports, ...ofItems }
    checkNames(ledger, filter)
    await (wantsItems ? listItems(ledger, filter, options, io) : listReports(ledger, ofReports, options, io))
    return 0
  })
}

const formatOf = ({ format, json }: Options) => format ?? (json ? 'json' : 'table')

async function listItems(ledger: Ledger, filter: ItemFilter, options: Options, io: Io): Promise<void> {
  const { overdue, unsaid, sort, limit, quiet } = options
  const asked = { ...filter, ...(sort ? { sort } : {}) }
  const late = (name: 'overdueAsOf' | 'unsaidAsOf') => ({ ...asked, ...(overdue ? { [name]: overdue } : {}) })
  const silent = overdue === undefined ? 0 : ledger.countItems(late('unsaidAsOf'))
  const shown = ledger.items({ ...late('overdueAsOf'), ...(limit ? { limit } : {}) })
  const found = limit === undefined ? shown.length : ledger.countItems(late('overdueAsOf'))
  const total = found + (unsaid ? silent : 0)
  const room = limit === undefined ? undefined : limit - shown.length
  if (unsaid && room !== 0) shown.push(...ledger.items({ ...late('unsaidAsOf'), ...(room ? { limit: room } : {}) }))
  const format = formatOf(options)
  if (format === 'table') {
    io.out(itemTable(shown, io, overdue !== undefined))
    const told = io.words.shownOf(shown.length, total, 'item')
    const truth = overdue === undefined ? null : truths(ledger, filter, overdue, io)
    if (!quiet) io.out(`\n${truth === null ? told : shown.length < total ? `${told}${io.words.semicolon}${truth}` : truth}`)
  } else {
    await writeRows<ItemSummary>(shown, itemGrid, { format, out: options.out }, io)
    tellCut(shown.length, total, 'item', options, io)
  }
  // To standard error: whoever counts the lines must not take 0 for the whole truth.
  if (silent > 0 && !unsaid && !quiet) io.note(io.words.list.silent(silent))
}

/** Where the rows are for a machine, that there are more of them is told beside. */
function tellCut(shown: number, total: number, noun: Noun, { quiet, out }: Options, io: Io): void {
  if (!quiet && (shown < total || out !== undefined))
    io.note(`${io.words.shownOf(shown, total, noun)}${out === undefined ? '' : ` → ${nameOf(out)}`}`)
}

/** How many are in each of the three truths about a deadline. */
function truths(ledger: Ledger, filter: ItemFilter, day: string, io: Io): string {
  const of = (name: 'overdueAsOf' | 'unsaidAsOf' | 'notPastAsOf') => ledger.countItems({ ...filter, [name]: day })
  return truthCounts({ overdue: of('overdueAsOf'), unsaid: of('unsaidAsOf'), notPast: of('notPastAsOf') }, io)
}

async function listReports(ledger: Ledger, filter: ReportFilter, options: Options, io: Io): Promise<void> {
  const found = ledger.reports(filter, options.limit)
  const total = options.limit === undefined ? found.length : ledger.countReports(filter)
  const format = formatOf(options)
  if (format !== 'table') {
    await writeRows<ReportSummary>(found, reportGrid, { format, out: options.out }, io)
    tellCut(found.length, total, 'report', options, io)
    return
  }
  io.out(
    reportTable(
      filter.versions
        ? found.flatMap((one) => versionRows(one, io))
        : found.map((one) => ({ source: namesOf(one), title: titleOf(one), report: one })),
      io,
    ),
  )
  const items = found.reduce((sum, one) => sum + one.items, 0)
  if (!options.quiet)
    io.out(`\n${io.words.shownOf(found.length, total, 'report')}${io.words.comma}${io.words.count(items, 'item')}`)
}

/** A row for each source that holds or held the report. */
const versionRows = (report: ReportSummary, { words }: Io): ReportRow[] =>
  report.versions.map(({ source, version, current }) => ({
    source,
    version: `${version} ${current ? words.list.current : words.list.earlier}`,
    report,
  }))

/** `taizhang list`: the reports of the ledger, or its items. */
import { z } from 'zod'
import { partyRoleSchema, statusCodeSchema } from '../../pipeline/record.js'
import type { ItemFilter, Ledger, ReportFilter, ReportSummary } from '../store/index.js'
import type { Run } from './commands.js'
import { type Io, UsageError } from './io.js'
import { withLedger } from './ledger.js'
import { asOfOption, check, dayOption, dbOption, rowsOption } from './options.js'
import { itemTable, namesOf, type ReportRow, reportTable } from './reports.js'
import { count, truthCounts } from './texts.js'

const oneOf = (names: readonly string[]) => `expected ${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
const statuses = [...statusCodeSchema.options, 'none'] as const
const kinds = ['plan', 'checklist', 'progress', 'unknown'] as const

const optionsSchema = z.object({
  db: dbOption,
  items: z.boolean().default(false),
  versions: z.boolean().default(false),
  uncertain: z.boolean().default(false),
  report: z.string().optional(),
  kind: z.enum(kinds, oneOf(kinds)).optional(),
  region: z.string().optional(),
  status: z.enum(statuses, oneOf(statuses)).optional(),
  unit: z.string().optional(),
  role: z.enum(partyRoleSchema.options, oneOf(partyRoleSchema.options)).optional(),
  overdue: asOfOption.optional(),
  unsaid: z.boolean().default(false),
  dueFrom: dayOption.optional(),
  dueTo: dayOption.optional(),
  limit: rowsOption.optional(),
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
})

export const run: Run = async (_args, given, io) => {
  const options = check(optionsSchema, given)
  const { db, items, json, quiet, limit, versions, uncertain, report, kind, region, status, unit, role, overdue, unsaid } =
    options
  const { dueFrom, dueTo } = options
  const ofReports = {
    ...defined({ report, kind, region }),
    ...(versions ? { versions } : {}),
    ...(uncertain ? { uncertain } : {}),
  }
  const ofItems = defined({ status, unit, role, dueFrom, dueTo })
  // A question about items is one about items, whether or not --items says so.
  const wantsItems = items || overdue !== undefined || Object.keys(ofItems).length > 0
  if (role !== undefined && unit === undefined) throw new UsageError('option --role: it needs --unit')
  if (unsaid && overdue === undefined) throw new UsageError('option --unsaid: it needs --overdue')
  return withLedger(db, { readonly: true }, (ledger) => {
    if (!wantsItems) return listReports(ledger, { filter: ofReports, limit, json, quiet }, io)
    const filter = { ...ofReports, ...ofItems }
    const late = (name: 'overdueAsOf' | 'unsaidAsOf') => ledger.items({ ...filter, ...(overdue ? { [name]: overdue } : {}) })
    const found = late('overdueAsOf')
    const silent = overdue === undefined ? [] : late('unsaidAsOf')
    const shown = (unsaid ? [...found, ...silent] : found).slice(0, limit)
    if (json) io.json(shown)
    else io.out(itemTable(shown, io, overdue !== undefined))
    if (!json && !quiet) io.out(`\n${overdue === undefined ? count(shown.length, 'item') : truths(ledger, filter, overdue)}`)
    // To standard error: whoever counts the lines must not take 0 for the whole truth.
    if (silent.length > 0 && !unsaid && !quiet)
      io.err(
        `taizhang: ${count(silent.length, 'more item')} ${silent.length === 1 ? 'is' : 'are'} past the day, and no report says what became of ${silent.length === 1 ? 'it' : 'them'}; --unsaid lists them too`,
      )
    return 0
  })
}

/** How many are in each of the three truths about a deadline. */
function truths(ledger: Ledger, filter: ItemFilter, day: string): string {
  const of = (name: 'overdueAsOf' | 'unsaidAsOf' | 'notPastAsOf') => ledger.countItems({ ...filter, [name]: day })
  return truthCounts({ overdue: of('overdueAsOf'), unsaid: of('unsaidAsOf'), notPast: of('notPastAsOf') })
}

interface Listing {
  filter: ReportFilter
  limit: number | undefined
  json: boolean
  quiet: boolean
}

function listReports(ledger: Ledger, { filter, limit, json, quiet }: Listing, io: Io): number {
  const found = ledger.reports(filter).slice(0, limit)
  if (json) io.json(found)
  else
    io.out(
      reportTable(
        filter.versions ? found.flatMap(versionRows) : found.map((one) => ({ source: namesOf(one), report: one })),
        io,
      ),
    )
  const total = found.reduce((sum, one) => sum + one.items, 0)
  if (!json && !quiet) io.out(`\n${count(found.length, 'report')}, ${count(total, 'item')}`)
  return 0
}

/** A row for each source that holds or held the report. */
const versionRows = (report: ReportSummary): ReportRow[] =>
  report.versions.map(({ source, version, current }) => ({
    source,
    version: `${version} ${current ? 'current 现行' : 'earlier 历史'}`,
    report,
  }))

/** Without the options that were not given. */
function defined<T extends Record<string, unknown>>(options: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>
  }
}

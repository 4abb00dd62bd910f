/** `taizhang list`: the reports of the ledger, or its items. */
import { z } from 'zod'
import { partyRoleSchema, statusCodeSchema } from '../../pipeline/record.js'
import type { Run } from './commands.js'
import { UsageError } from './io.js'
import { withLedger } from './ledger.js'
import { check, dayOption, dbOption, rowsOption } from './options.js'
import { itemTable, reportTable } from './reports.js'
import { count } from './texts.js'

const oneOf = (names: readonly string[]) => `expected ${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
const statuses = [...statusCodeSchema.options, 'none'] as const
const kinds = ['plan', 'checklist', 'progress', 'unknown'] as const

const optionsSchema = z.object({
  db: dbOption,
  items: z.boolean().default(false),
  report: z.string().optional(),
  kind: z.enum(kinds, oneOf(kinds)).optional(),
  region: z.string().optional(),
  status: z.enum(statuses, oneOf(statuses)).optional(),
  unit: z.string().optional(),
  role: z.enum(partyRoleSchema.options, oneOf(partyRoleSchema.options)).optional(),
  overdue: dayOption.optional(),
  dueFrom: dayOption.optional(),
  dueTo: dayOption.optional(),
  limit: rowsOption.optional(),
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
})

export const run: Run = async (_args, given, io) => {
  const { db, items, json, quiet, limit, report, kind, region, status, unit, role, overdue, dueFrom, dueTo } = check(
    optionsSchema,
    given,
  )
  const ofReports = defined({ report, kind, region })
  const ofItems = defined({ status, unit, role, overdueAsOf: overdue, dueFrom, dueTo, limit })
  // A question about items is one about items, whether or not --items says so.
  const wantsItems = items || Object.keys(ofItems).some((name) => name !== 'limit')
  if (role !== undefined && unit === undefined) throw new UsageError('option --role: it needs --unit')
  return withLedger(db, { readonly: true }, (ledger) => {
    if (wantsItems) {
      const found = ledger.items({ ...ofReports, ...ofItems })
      io.out(json ? JSON.stringify(found, null, 2) : itemTable(found, io))
      if (!json && !quiet) io.out(`\n${count(found.length, 'item')}`)
    } else {
      const found = ledger.reports(ofReports).slice(0, limit)
      io.out(
        json
          ? JSON.stringify(found, null, 2)
          : reportTable(
              found.map((one) => ({ source: one.source, report: one })),
              io,
            ),
      )
      const total = found.reduce((sum, one) => sum + one.items, 0)
      if (!json && !quiet) io.out(`\n${count(found.length, 'report')}, ${count(total, 'item')}`)
    }
    return 0
  })
}

/** Without the options that were not given. */
function defined<T extends Record<string, unknown>>(options: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>
  }
}

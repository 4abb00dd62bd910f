/** `taizhang export`: the ledger as a data set of tables. */
import { z } from 'zod'
import { exportFormats, exportLedger } from '../export/index.js'
import type { Run } from './commands.js'
import { table } from './layout.js'
import { withLedger } from './ledger.js'
import { check, dbOption } from './options.js'

const optionsSchema = z.object({
  db: dbOption,
  to: z.string('it is needed: the folder to write to').min(1, 'expected a folder'),
  format: z
    .string()
    .default('csv')
    .transform((list) => list.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum(exportFormats, `expected some of ${exportFormats.join(', ')}, with commas`))),
  report: z.array(z.string()).optional(),
  rawCells: z.boolean().default(false),
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
})

export const run: Run = async (_args, given, io) => {
  const { db, to, format, report, rawCells, json, quiet } = check(optionsSchema, given)
  const { files } = await withLedger(db, { readonly: true }, (ledger) =>
    exportLedger(ledger, { to, formats: format, formulaSafe: !rawCells, ...(report ? { reports: report } : {}) }),
  )
  if (json) io.out(JSON.stringify({ files }, null, 2))
  else if (!quiet) {
    const rows = files.map(({ path, rows: count }) => [path, String(count)])
    io.out(table([{ title: 'file' }, { title: 'rows', align: 'right' }], rows))
  }
  return 0
}

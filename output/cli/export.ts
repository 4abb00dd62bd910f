/** `taizhang export`: the ledger as a data set of tables. */
import { z } from 'zod'
import { isLicence } from '../export/datapackage.js'
import { checkExport, exportFormats, exportLedger } from '../export/index.js'
import type { Run } from './commands.js'
import { checkNames, filterOf, filterShape, sortOption } from './filters.js'
import { type Io, nameOf, UsageError } from './io.js'
import { table } from './layout.js'
import { withLedger } from './ledger.js'
import { check, dbOption, rowsOption } from './options.js'

const optionsSchema = z.object({
  db: dbOption,
  to: z.string('it is needed: the folder to write to').min(1, 'expected a folder'),
  check: z.boolean().default(false),
  format: z
    .string()
    .default('csv')
    .transform((list) => list.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum(exportFormats, `expected some of ${exportFormats.join(', ')}, with commas`))),
  report: z.array(z.string()).optional(),
  ...filterShape,
  sort: sortOption.optional(),
  limit: rowsOption.optional(),
  versions: z.boolean().default(false),
  rawCells: z.boolean().default(false),
  places: z.boolean().default(false),
  licence: z.array(z.string().refine(isLicence, 'expected an identifier such as CC-BY-4.0, or an address')).optional(),
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
})

export const run: Run = async (_args, given, io) => {
  const options = check(optionsSchema, given)
  const {
    db,
    to,
    check: onlyCheck,
    format,
    report: reports,
    sort,
    limit,
    versions,
    rawCells,
    places,
    licence,
    json,
    quiet,
  } = options
  if (onlyCheck) return lookAt(to, json, io)
  if (licence && !format.includes('datapackage')) throw new UsageError('option --licence: it needs --format datapackage')
  if (sort && limit === undefined) throw new UsageError('option --sort: it needs --limit; a data set has its own order')
  const filter = { ...filterOf({ ...options, report: undefined }), ...(sort ? { sort } : {}), ...(limit ? { limit } : {}) }
  const { files, asked } = await withLedger(db, { readonly: true }, (ledger) => {
    checkNames(ledger, { ...filter, ...(reports ? { report: reports } : {}) })
    return exportLedger(ledger, {
      to,
      formats: format,
      formulaSafe: !rawCells,
      places,
      ...(licence ? { licences: licence } : {}),
      versions,
      filter,
      ...(reports ? { reports } : {}),
    })
  })
  if (json) io.json({ files })
  else if (!quiet) {
    const rows = files.map(({ path, rows: count }) => [path, String(count)])
    io.out(table([{ title: io.words.heads.file }, { title: io.words.heads.rows, align: 'right' }], rows))
    if (asked !== null) io.out(`\n${io.words.shownOf(Math.min(asked, limit ?? asked), asked, 'item')}`)
  }
  return 0
}

/** `--check`: whether the folder holds a whole export. */
function lookAt(folder: string, json: boolean, io: Io): number {
  const { files, faults } = checkExport(folder)
  if (json) io.json({ files, faults })
  else if (faults.length === 0) io.out(io.words.export.whole(nameOf(folder), files))
  for (const { path, fault } of json ? [] : faults) io.note(`${nameOf(`${folder}/${path}`)} ${io.words.export.faults[fault]}`)
  return faults.length === 0 ? 0 : 1
}

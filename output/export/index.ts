/** Exports: the ledger as a data set of tables, described in docs/export.md. */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type ItemFilter, type Ledger, LedgerError } from '../store/index.js'
import type { Source } from './datapackage.js'
import { type ExportFormat, Files } from './files.js'
import { calendar } from './ical.js'
import { MANIFEST, type ManifestEntry, manifestText, readManifest } from './manifest.js'
import { overview, overviewRows } from './overview.js'
import { loadParquet } from './parquet.js'
import { rowsOf, type Selection } from './rows.js'
import { tables } from './tables.js'

export { type ExportFormat, exportFormats } from './files.js'
export { checkExport, type ExportFault } from './manifest.js'

export interface ExportOptions {
  /** Folder to write to; it is made where there is none. Files of the same names are replaced. */
  to: string
  /** `datapackage` writes the CSV files too. */
  formats: readonly ExportFormat[]
  /** A workbook has the columns that tell where words stand in the text of their report too; the other formats always have them. */
  places?: boolean
  /** Puts ' before CSV texts that a spreadsheet would run as a formula. Default: true. */
  formulaSafe?: boolean
  /** What a data package is published under: identifiers (CC-BY-4.0) or addresses. None: it names no licence. */
  licences?: readonly string[]
  /** Only these reports: key, id prefix or source. */
  reports?: readonly string[]
  /** Only the items that this asks for, with their reports; a filter of reports alone leaves them whole. */
  filter?: ItemFilter
  /** Earlier versions too. */
  versions?: boolean
}

export interface ExportResult {
  /** How many items the filter asks for, where there is one; a limit of its own does not count. */
  asked: number | null
  /** In the order of the data set; `rows` of a workbook or a descriptor is the sum over its tables. */
  files: { path: string; rows: number }[]
}

/** Keys of the reports that are meant, or null for all. */
const keysOf = (ledger: Ledger, reports: readonly string[] | undefined): string[] | null => {
  if (!reports) return null
  return reports.flatMap((name) => {
    const found = ledger.reports({ report: name })
    if (found.length === 0) throw new LedgerError('not_found', `${name}: there is no such report in the ledger.`)
    return found.map(({ key }) => key)
  })
}

/** What of a filter is about reports alone. */
const ofReports: ReadonlySet<string> = new Set(['kinds', 'regions', 'programmes', 'rounds', 'years', 'uncertain', 'certainty'])

/** What is exported, and how many items a filter asks for. */
const select = (ledger: Ledger, reports: readonly string[] | undefined, versions: boolean, filter: ItemFilter) => {
  const named = keysOf(ledger, reports)
  const whole = { ...filter, ...(named ? { report: named } : { versions }) }
  if (Object.keys(filter).every((name) => ofReports.has(name))) {
    const keys = Object.keys(filter).length > 0 ? ledger.reports(whole).map(({ key }) => key) : named
    return { selection: { keys, items: null, versions }, asked: null }
  }
  const items = filter.limit === undefined ? ledger.itemKeys(whole) : ledger.items(whole).map(({ key }) => key)
  const keys = [...new Set(items.map((key) => key.replace(/#\d+$/, '')))]
  return { selection: { keys, items, versions }, asked: ledger.countItems(whole) }
}

/** Folders in which files are made; the name tells whose they are. */
const workFolder = /^\.export-(\d+)-/

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Takes away what an export that was killed has left in the folder. */
const cleanUp = (to: string): void => {
  for (const name of readdirSync(to)) {
    const pid = workFolder.exec(name)?.[1]
    // Before the process was named in it, such a folder was called .export- and six letters.
    if (pid === undefined ? /^\.export-\w{6}$/.test(name) : !isAlive(Number(pid)))
      rmSync(join(to, name), { recursive: true, force: true })
  }
}

/** Fingerprint of what is exported: which reports, by which parser they were read, what is linked and corrected. */
const stateOf = (ledger: Ledger, { keys, items, versions }: Selection): string => {
  const hash = createHash('sha256')
  if (items) hash.update(`${JSON.stringify(items)}\n`)
  const where = keys ? 'WHERE key IN (SELECT value FROM json_each(?))' : versions ? '' : 'WHERE current = 1'
  for (const row of ledger.query(
    `SELECT id, parser_version, current FROM reports ${where} ORDER BY id`,
    ...(keys ? [JSON.stringify(keys)] : []),
  ))
    hash.update(`${row.id} ${row.parser_version} ${row.current}\n`)
  for (const row of ledger.query(
    'SELECT (SELECT count(*) FROM threads) AS linked, (SELECT count(*) FROM overlays) AS laid, (SELECT ifnull(max(correction), 0) FROM overlays) AS last',
  ))
    hash.update(`${row.linked} ${row.laid} ${row.last}\n`)
  return hash.digest('hex')
}

/** The reports that the data were read from, each once. */
const sourcesOf = (ledger: Ledger, { keys, versions }: Selection): Source[] => {
  const where = keys ? 'WHERE r.key IN (SELECT value FROM json_each(?))' : versions ? '' : 'WHERE r.current = 1'
  const rows = ledger.query(
    `SELECT ifnull(r.title, r.source) AS title, r.source FROM reports r ${where} ORDER BY r.source, r.id`,
    ...(keys ? [JSON.stringify(keys)] : []),
  )
  return [...rows].map(({ title, source }) => ({
    title: String(title),
    path: /^https?:\/\//i.test(String(source)) ? String(source) : null,
  }))
}

/**
 * Writes the ledger, in one unchanging state, as tables. The same ledger gives the same bytes. Files are made in a folder of their own
 * and moved in place when all are whole; the list of them with their hashes comes last, so that a set of which only a part was moved does
 * not fit its list. Throws a `LedgerError`: `not_found` for an unknown report, `unwritable`.
 */
export const exportLedger = async (
  ledger: Ledger,
  { to, formats, formulaSafe = true, places = false, licences = [], reports, versions = false, filter = {} }: ExportOptions,
): Promise<ExportResult> => {
  const { selection, asked } = select(ledger, reports, versions, filter)
  let folder: string | undefined
  try {
    mkdirSync(to, { recursive: true })
    cleanUp(to)
    folder = mkdtempSync(join(to, `.export-${process.pid}-`))
    const parquet = formats.includes('parquet') ? await loadParquet() : null
    const files = new Files({ folder, formats, formulaSafe, places, parquet, licences })
    const state = ledger.snapshot(() => {
      if (formats.includes('xlsx')) files.sheet(overview, overviewRows(ledger, selection))
      const rows = tables.reduce((sum, table) => sum + files.table(table, rowsOf(ledger, table, selection)), 0)
      const deadlines = formats.includes('ical') ? calendar(ledger, selection) : null
      if (deadlines) files.write('deadlines.ics', deadlines.text, deadlines.rows)
      files.finish(rows, sourcesOf(ledger, selection))
      return stateOf(ledger, selection)
    })
    const made = files.made.map((file): ManifestEntry => ({ ...file, state }))
    // Files of an earlier export that this one does not write stay, and stay in the list.
    const others = (readManifest(to) ?? []).filter(({ path }) => !made.some((file) => file.path === path))
    writeFileSync(join(folder, MANIFEST), manifestText([...others, ...made]), { flush: true })
    for (const { path } of made) {
      mkdirSync(dirname(join(to, path)), { recursive: true })
      renameSync(join(folder, path), join(to, path))
    }
    renameSync(join(folder, MANIFEST), join(to, MANIFEST))
    return { asked, files: made.map(({ path, rows: count }) => ({ path: join(to, path), rows: count })) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
    if (error instanceof LedgerError || !/^E[A-Z]+$/.test(code)) throw error
    throw new LedgerError('unwritable', `${to}: cannot write the export (${code}).`, { cause: error })
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }
}

/** Exports: the ledger as a data set of tables, described in docs/export.md. */
import { createHash, type Hash } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { type ItemFilter, type Ledger, LedgerError } from '../store/index.js'
import type { Table } from './columns.js'
import { csvHead, csvRecords } from './csv.js'
import { datapackage, type Resource } from './datapackage.js'
import { calendar } from './ical.js'
import { jsonLine } from './jsonl.js'
import { MANIFEST, type ManifestEntry, manifestText, readManifest } from './manifest.js'
import { rowsOf, type Selection, type Value } from './rows.js'
import { tables } from './tables.js'
import { workbook } from './xlsx.js'

export { checkExport, type ExportFault } from './manifest.js'

export const exportFormats = ['csv', 'jsonl', 'xlsx', 'datapackage', 'ical'] as const
export type ExportFormat = (typeof exportFormats)[number]

export interface ExportOptions {
  /** Folder to write to; it is made where there is none. Files of the same names are replaced. */
  to: string
  /** `datapackage` writes the CSV files too. */
  formats: readonly ExportFormat[]
  /** Puts ' before CSV texts that a spreadsheet would run as a formula. Default: true. */
  formulaSafe?: boolean
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

const BATCH = 500

/** A file that is written bit by bit, counted and hashed. */
class Sink {
  readonly #file: number
  readonly #hash: Hash = createHash('sha256')
  bytes = 0
  constructor(readonly path: string) {
    this.#file = openSync(path, 'w')
  }
  write(data: string | Uint8Array): void {
    const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data
    this.#hash.update(bytes)
    this.bytes += bytes.length
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at)
  }
  /** Closes the file, written through to the disk, and gives its sha256. */
  close(): string {
    fsyncSync(this.#file)
    closeSync(this.#file)
    return this.#hash.digest('hex')
  }
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

/** The files of one export, made in a folder of their own. */
class Files {
  readonly made: Omit<ManifestEntry, 'state'>[] = []
  readonly resources: Resource[] = []
  readonly #sheets: { table: Table; rows: Value[][] }[] = []
  constructor(
    readonly folder: string,
    readonly formats: readonly ExportFormat[],
    readonly formulaSafe: boolean,
  ) {}

  #wants(format: ExportFormat): boolean {
    return this.formats.includes(format)
  }

  #add(sink: Sink, path: string, rows: number): string {
    const sha256 = sink.close()
    this.made.push({ path, rows, bytes: sink.bytes, sha256 })
    return sha256
  }

  /** One file of these bytes. */
  write(path: string, data: string | Uint8Array, rows: number): void {
    const sink = new Sink(join(this.folder, path))
    sink.write(data)
    this.#add(sink, path, rows)
  }

  /** A table in each of the formats that hold tables; gives the number of its rows. */
  table(table: Table, all: Iterable<Value[]>): number {
    const csv = this.#wants('csv') || this.#wants('datapackage') ? new Sink(join(this.folder, `${table.name}.csv`)) : null
    const jsonl = this.#wants('jsonl') ? new Sink(join(this.folder, `${table.name}.jsonl`)) : null
    const kept: Value[][] | null = this.#wants('xlsx') && table.xlsx ? [] : null
    let batch: Value[][] = []
    let rows = 0
    const flush = () => {
      csv?.write(csvRecords(batch, this.formulaSafe))
      jsonl?.write(batch.map((row) => jsonLine(table, row)).join(''))
      batch = []
    }
    csv?.write(csvHead(table))
    for (const row of all) {
      rows += 1
      kept?.push(row)
      batch.push(row)
      if (batch.length === BATCH) flush()
    }
    flush()
    if (csv) {
      const path = `${table.name}.csv`
      this.resources.push({ table, path, bytes: csv.bytes, sha256: this.#add(csv, path, rows) })
    }
    if (jsonl) this.#add(jsonl, `${table.name}.jsonl`, rows)
    if (kept) this.#sheets.push({ table, rows: kept })
    return rows
  }

  /** What is made of all tables together. */
  async finish(rows: number): Promise<void> {
    if (this.#wants('xlsx'))
      this.write(
        'taizhang.xlsx',
        await workbook(this.#sheets),
        this.#sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0),
      )
    if (this.#wants('datapackage'))
      this.write('datapackage.json', `${JSON.stringify(datapackage(this.resources, this.formulaSafe), null, 2)}\n`, rows)
  }
}

/**
 * Writes the ledger, in one unchanging state, as tables. The same ledger gives the same bytes. Files are made in a folder of their own
 * and moved in place when all are whole; the list of them with their hashes comes last, so that a set of which only a part was moved does
 * not fit its list. Throws a `LedgerError`: `not_found` for an unknown report, `unwritable`.
 */
export const exportLedger = async (
  ledger: Ledger,
  { to, formats, formulaSafe = true, reports, versions = false, filter = {} }: ExportOptions,
): Promise<ExportResult> => {
  const { selection, asked } = select(ledger, reports, versions, filter)
  let folder: string | undefined
  try {
    mkdirSync(to, { recursive: true })
    cleanUp(to)
    folder = mkdtempSync(join(to, `.export-${process.pid}-`))
    const files = new Files(folder, formats, formulaSafe)
    const { rows, state, deadlines } = ledger.snapshot(() => ({
      state: stateOf(ledger, selection),
      rows: tables.reduce((sum, table) => sum + files.table(table, rowsOf(ledger, table, selection)), 0),
      deadlines: formats.includes('ical') ? calendar(ledger, selection) : null,
    }))
    if (deadlines) files.write('deadlines.ics', deadlines.text, deadlines.rows)
    await files.finish(rows)
    const made = files.made.map((file): ManifestEntry => ({ ...file, state }))
    // Files of an earlier export that this one does not write stay, and stay in the list.
    const others = (readManifest(to) ?? []).filter(({ path }) => !made.some((file) => file.path === path))
    writeFileSync(join(folder, MANIFEST), manifestText([...others, ...made]), { flush: true })
    for (const { path } of made) renameSync(join(folder, path), join(to, path))
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

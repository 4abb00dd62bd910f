/** Exports: the ledger as a data set of tables, described in docs/export.md. */
import { createHash, type Hash } from 'node:crypto'
import { closeSync, mkdirSync, mkdtempSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type Ledger, LedgerError } from '../store/index.js'
import type { Table } from './columns.js'
import { csvHead, csvRecords } from './csv.js'
import { datapackage, type Resource } from './datapackage.js'
import { jsonLine } from './jsonl.js'
import { rowsOf, type Value } from './rows.js'
import { tables } from './tables.js'
import { workbook } from './xlsx.js'

export const exportFormats = ['csv', 'jsonl', 'xlsx', 'datapackage'] as const
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
}

export interface ExportResult {
  /** In the order of the data set; `rows` of a workbook or a descriptor is the sum over its tables. */
  files: { path: string; rows: number }[]
}

const BATCH = 500

/** A file that is written bit by bit and counted. */
class Sink {
  readonly #file: number
  readonly #hash: Hash = createHash('sha256')
  bytes = 0
  constructor(readonly path: string) {
    this.#file = openSync(path, 'w')
  }
  write(text: string): void {
    const bytes = Buffer.from(text, 'utf8')
    this.#hash.update(bytes)
    this.bytes += bytes.length
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at)
  }
  /** Closes the file and gives its sha256. */
  close(): string {
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

/**
 * Writes the ledger, in one unchanging state, as tables. The same ledger gives the same bytes. Files are made in a
 * temporary folder and moved in place when all are whole. Throws a `LedgerError`: `not_found` for an unknown report, `unwritable`.
 */
export const exportLedger = async (
  ledger: Ledger,
  { to, formats, formulaSafe = true, reports }: ExportOptions,
): Promise<ExportResult> => {
  const wants = (format: ExportFormat) => formats.includes(format)
  const csv = wants('csv') || wants('datapackage')
  const keys = keysOf(ledger, reports)
  const files: { name: string; rows: number }[] = []
  const resources: Resource[] = []
  const sheets: { table: Table; rows: Value[][] }[] = []
  let folder: string | undefined

  const writeTable = (table: Table, into: string) => {
    const csvSink = csv ? new Sink(join(into, `${table.name}.csv`)) : null
    const jsonSink = wants('jsonl') ? new Sink(join(into, `${table.name}.jsonl`)) : null
    const kept: Value[][] | null = wants('xlsx') && table.xlsx ? [] : null
    let batch: Value[][] = []
    let rows = 0
    const flush = () => {
      csvSink?.write(csvRecords(batch, formulaSafe))
      jsonSink?.write(batch.map((row) => jsonLine(table, row)).join(''))
      batch = []
    }
    try {
      csvSink?.write(csvHead(table))
      for (const row of rowsOf(ledger, table, keys)) {
        rows += 1
        kept?.push(row)
        batch.push(row)
        if (batch.length === BATCH) flush()
      }
      flush()
    } finally {
      const sha256 = csvSink?.close() ?? ''
      jsonSink?.close()
      if (csvSink) resources.push({ table, path: `${table.name}.csv`, bytes: csvSink.bytes, sha256 })
    }
    if (csvSink) files.push({ name: `${table.name}.csv`, rows })
    if (jsonSink) files.push({ name: `${table.name}.jsonl`, rows })
    if (kept) sheets.push({ table, rows: kept })
    return rows
  }

  try {
    mkdirSync(to, { recursive: true })
    const into = mkdtempSync(join(to, '.export-'))
    folder = into
    const rows = ledger.snapshot(() => tables.reduce((sum, table) => sum + writeTable(table, into), 0))
    if (wants('xlsx')) {
      writeFileSync(join(into, 'taizhang.xlsx'), await workbook(sheets))
      files.push({ name: 'taizhang.xlsx', rows: sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0) })
    }
    if (wants('datapackage')) {
      writeFileSync(join(into, 'datapackage.json'), `${JSON.stringify(datapackage(resources, formulaSafe), null, 2)}\n`)
      files.push({ name: 'datapackage.json', rows })
    }
    for (const { name } of files) renameSync(join(into, name), join(to, name))
    return { files: files.map(({ name, rows: count }) => ({ path: join(to, name), rows: count })) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
    if (error instanceof LedgerError || !/^E[A-Z]+$/.test(code)) throw error
    throw new LedgerError('unwritable', `${to}: cannot write the export (${code}).`, { cause: error })
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }
}

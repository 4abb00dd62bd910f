/** The files of one export, made in a folder of their own. */
import { createHash, type Hash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Table } from './columns.js'
import { csvHead, csvRecords } from './csv.js'
import { datapackage, type Resource, type Source } from './datapackage.js'
import { jsonLine } from './jsonl.js'
import type { ManifestEntry } from './manifest.js'
import { type Parquet, ParquetFile } from './parquet.js'
import type { Value } from './rows.js'
import { WorkbookWriter } from './xlsx.js'

export const exportFormats = ['csv', 'jsonl', 'xlsx', 'parquet', 'datapackage', 'ical'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Rows that are written at a time; a group of rows of Parquet is larger, for each has its own statistics. */
const BATCH = 500
const GROUP = 5_000

/** A file that is written bit by bit, counted and hashed. */
class Sink {
  readonly #file: number
  readonly #hash: Hash = createHash('sha256')
  bytes = 0
  constructor(path: string) {
    this.#file = openSync(path, 'w')
  }
  write(data: string | Uint8Array): void {
    const bytes = typeof data === 'string' ? Buffer.from(data, 'utf8') : data
    this.#hash.update(bytes)
    this.bytes += bytes.length
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at)
  }
  /** Closes the file, written through to the disk. */
  close(): { bytes: number; sha256: string } {
    fsyncSync(this.#file)
    closeSync(this.#file)
    return { bytes: this.bytes, sha256: this.#hash.digest('hex') }
  }
}

/** Of a file that another writer made. */
const measured = (path: string): { bytes: number; sha256: string } => {
  const file = openSync(path, 'r+')
  const hash = createHash('sha256')
  const part = Buffer.alloc(1 << 20)
  let bytes = 0
  for (let read = readSync(file, part); read > 0; read = readSync(file, part)) {
    hash.update(part.subarray(0, read))
    bytes += read
  }
  fsyncSync(file)
  closeSync(file)
  return { bytes, sha256: hash.digest('hex') }
}

/** One table in one format: takes batches of rows. */
interface TableFile {
  path: string
  /** Rows that it takes at a time. */
  batch: number
  write: (rows: readonly Value[][]) => void
  end: () => { bytes: number; sha256: string }
  /** It is one of the files of the data package. */
  packaged?: true
}

export interface FilesOptions {
  folder: string
  formats: readonly ExportFormat[]
  formulaSafe: boolean
  /** Columns of places in a workbook too. */
  places: boolean
  parquet: Parquet | null
  /** What a data package is published under. */
  licences: readonly string[]
}

export class Files {
  readonly made: Omit<ManifestEntry, 'state'>[] = []
  readonly #resources: Resource[] = []
  readonly #workbook: { writer: WorkbookWriter; sink: Sink } | null
  #sheetRows = 0
  constructor(readonly options: FilesOptions) {
    this.#workbook = this.#wants('xlsx') ? this.#startWorkbook() : null
  }

  #wants(format: ExportFormat): boolean {
    return this.options.formats.includes(format)
  }

  #open(path: string): string {
    const full = join(this.options.folder, path)
    mkdirSync(dirname(full), { recursive: true })
    return full
  }

  #startWorkbook() {
    const sink = new Sink(this.#open('taizhang.xlsx'))
    return { sink, writer: new WorkbookWriter({ write: (bytes) => sink.write(bytes), places: this.options.places }) }
  }

  /** One file of these bytes. */
  write(path: string, data: string | Uint8Array, rows: number): void {
    const sink = new Sink(this.#open(path))
    sink.write(data)
    this.made.push({ path, rows, ...sink.close() })
  }

  #csv(table: Table, path: string, packaged: boolean): TableFile {
    const sink = new Sink(this.#open(path))
    sink.write(csvHead(table, !packaged))
    return {
      path,
      batch: BATCH,
      write: (rows) => sink.write(csvRecords(table, rows, this.options.formulaSafe)),
      end: () => sink.close(),
      ...(packaged ? { packaged } : {}),
    }
  }

  #filesOf(table: Table): TableFile[] {
    const files: TableFile[] = []
    if (this.#wants('csv')) files.push(this.#csv(table, `${table.name}.csv`, false))
    if (this.#wants('datapackage')) files.push(this.#csv(table, `data/${table.name}.csv`, true))
    if (this.#wants('jsonl')) {
      const path = `${table.name}.jsonl`
      const sink = new Sink(this.#open(path))
      files.push({
        path,
        batch: BATCH,
        write: (rows) => sink.write(rows.map((row) => jsonLine(table, row)).join('')),
        end: () => sink.close(),
      })
    }
    if (this.#wants('parquet') && this.options.parquet) {
      const path = `${table.name}.parquet`
      const full = this.#open(path)
      const file = new ParquetFile(this.options.parquet, full, table)
      const end = () => {
        file.end()
        return measured(full)
      }
      files.push({ path, batch: GROUP, write: (rows) => file.write(rows), end })
    }
    return files
  }

  /** A table in each of the formats that hold tables; gives the number of its rows. */
  table(table: Table, all: Iterable<Value[]>): number {
    const files = this.#filesOf(table).map((file) => ({ file, waiting: [] as Value[][] }))
    let rows = 0
    const passed = function* () {
      for (const row of all) {
        rows += 1
        for (const one of files) {
          one.waiting.push(row)
          if (one.waiting.length < one.file.batch) continue
          one.file.write(one.waiting)
          one.waiting = []
        }
        yield row
      }
    }
    if (this.#workbook && table.xlsx) this.sheet(table, passed())
    else for (const _row of passed());
    for (const { file, waiting } of files) {
      file.write(waiting)
      const { bytes, sha256 } = file.end()
      this.made.push({ path: file.path, rows, bytes, sha256 })
      if (file.packaged) this.#resources.push({ table, path: file.path, bytes, sha256 })
    }
    return rows
  }

  /** A sheet of the workbook alone. */
  sheet(table: Table, rows: Iterable<readonly Value[]>): void {
    this.#sheetRows += this.#workbook?.writer.table(table, rows) ?? 0
  }

  /** What is made of all tables together. */
  finish(rows: number, sources: readonly Source[]): void {
    if (this.#workbook) {
      this.#workbook.writer.end()
      this.made.push({ path: 'taizhang.xlsx', rows: this.#sheetRows, ...this.#workbook.sink.close() })
    }
    if (this.#wants('datapackage'))
      this.write('datapackage.json', `${JSON.stringify(datapackage(this.#resources, sources, this.options), null, 2)}\n`, rows)
  }
}

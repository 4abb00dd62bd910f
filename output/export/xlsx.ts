/**
 * XLSX, written as the rows come: nothing but one row, and the rows over which widths are measured, is kept. Texts are stored as texts, so no
 * cell is ever run as a formula. Each sheet has its head frozen and a filter, and prints on landscape A4, as wide as the paper.
 */
import { constants, deflateRawSync } from 'node:zlib'
import { Zip, ZipPassThrough } from 'fflate'
import { width } from '../width.js'
import { type Column, type Table, text } from './columns.js'
import { type Flat, flat, type Value } from './rows.js'
import {
  contentTypes,
  coreProperties,
  escaped,
  type Listed,
  rootRelations,
  STYLE,
  styles,
  workbookRelations,
  workbookXml,
  worksheet,
} from './xlsx-parts.js'

/** What the format holds. */
const MAX_CELL = 32_767
const MAX_ROWS = 1_048_576

/** A member of an archive says when it was made, in the time of the machine; ours says the earliest that there is. */
const EARLIEST = new Date(1980, 0, 1)
/** Characters of rows that are packed at a time. */
const PART = 1 << 17

const MIN_WIDTH = 8
const MAX_WIDTH = 60
/** Rows that a column's width is measured over. */
const MEASURED_ROWS = 200
/** Days from the format's day 0 (1899-12-30) to 1970-01-01. */
const EPOCH_DAYS = 25_569
const DAY = 86_400_000

/** A text as a cell can hold it: what XML cannot say is written _xHHHH_, as the format has it; a longer text ends in …. */
export const xlsxText = (text: string): string => {
  const safe = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
      (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
  return safe.length <= MAX_CELL ? safe : `${safe.slice(0, MAX_CELL - 1).replace(/[\ud800-\udbff]$|_(x[0-9A-F]{0,4})?$/, '')}…`
}

export const xlsxHead = (column: Column): string => `${column.zh} ${column.name}`

/** A column of the sheet and what stands in it: beside a code its Chinese word. */
interface Shown {
  column: Column
  of: (row: readonly Value[]) => Flat
}

/** `places`: the columns that tell where words stand in the text of their report too. */
const shownOf = (table: Table, places: boolean): Shown[] =>
  table.columns.flatMap((column, index): Shown[] => {
    const of = (row: readonly Value[]) => flat(column, row[index] ?? null)
    if (column.place && !places) return []
    const { codes } = column
    if (!codes) return [{ column, of }]
    const word = text(`${column.name}_zh`, '', column.zh, `${column.en}, in Chinese`)
    return [
      { column: word, of: (row) => codes[String(of(row))] ?? null },
      { column, of },
    ]
  })

/** A, B … Z, AA …: the letters of a column. */
export const lettersOf = (index: number): string =>
  (index >= 26 ? lettersOf(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

const textCell = (at: string, value: string, style: number): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(xlsxText(value))}</t></is></c>`

const cellOf = (at: string, { type }: Column, value: Flat): string => {
  if (value === null || value === '') return ''
  if (typeof value === 'boolean') return `<c r="${at}" s="${STYLE.top}" t="b"><v>${value ? 1 : 0}</v></c>`
  if (typeof value === 'number') return `<c r="${at}" s="${STYLE.top}"><v>${value}</v></c>`
  if (type === 'date') return `<c r="${at}" s="${STYLE.date}"><v>${Date.parse(value) / DAY + EPOCH_DAYS}</v></c>`
  return textCell(at, value, STYLE.text)
}

const widthOf = ({ column, of }: Shown, rows: readonly (readonly Value[])[]): number => {
  const widest = rows.reduce(
    (most, row) =>
      Math.max(
        most,
        width(
          String(of(row) ?? '')
            .slice(0, MAX_WIDTH)
            .split('\n', 1)[0] ?? '',
        ),
      ),
    width(xlsxHead(column)),
  )
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, widest + 2))
}

/** Deflated as it comes: parts that each end on a byte, one after the other, are one stream (RFC 1951). */
class Deflated extends ZipPassThrough {
  override compression = 8
  override process(bytes: Uint8Array, final: boolean): void {
    const finishFlush = final ? constants.Z_FINISH : constants.Z_SYNC_FLUSH
    this.ondata(null, deflateRawSync(bytes, { finishFlush }), final)
  }
}

export interface WorkbookOptions {
  /** Where the bytes go. */
  write: (bytes: Uint8Array) => void
  /** Columns of places in the text of the report too. */
  places?: boolean
  maxRows?: number
}

/** A workbook that grows sheet by sheet. */
export class WorkbookWriter {
  readonly #zip: Zip
  readonly #places: boolean
  readonly #maxRows: number
  readonly #sheets: Listed[] = []
  constructor({ write, places = false, maxRows = MAX_ROWS }: WorkbookOptions) {
    this.#places = places
    this.#maxRows = maxRows
    this.#zip = new Zip((error, bytes) => {
      if (error) throw error
      write(bytes)
    })
  }

  /** A member of the archive; what is given to `push` goes into it, `end` closes it. */
  #member(name: string): { push: (xml: string) => void; end: () => void } {
    const file = new Deflated(name)
    file.mtime = EARLIEST
    this.#zip.add(file)
    let waiting = ''
    const flush = (final: boolean) => {
      file.push(Buffer.from(waiting, 'utf8'), final)
      waiting = ''
    }
    return {
      push: (part) => {
        waiting += part
        if (waiting.length >= PART) flush(false)
      },
      end: () => flush(true),
    }
  }

  /** The sheet of a table, or several where it has more rows than a sheet may have; gives the number of rows. */
  table(table: Table, rows: Iterable<readonly Value[]>): number {
    const source = rows[Symbol.iterator]()
    let count = 0
    let next = source.next()
    for (let part = 1; part === 1 || !next.done; part++) {
      const limit = this.#maxRows - 1
      const first: (readonly Value[])[] = []
      while (!next.done && first.length < Math.min(MEASURED_ROWS, limit)) {
        first.push(next.value)
        next = source.next()
      }
      const rest = function* () {
        yield* first
        for (let made = first.length; !next.done && made < limit; made++) {
          yield next.value
          next = source.next()
        }
      }
      count += this.#sheet(
        `${table.zh} ${table.name}${part === 1 ? '' : `_${part}`}`,
        shownOf(table, this.#places),
        first,
        rest(),
      )
    }
    return count
  }

  #sheet(
    name: string,
    shown: readonly Shown[],
    measured: readonly (readonly Value[])[],
    rows: Iterable<readonly Value[]>,
  ): number {
    const member = this.#member(`xl/worksheets/sheet${this.#sheets.length + 1}.xml`)
    const letters = shown.map((_, index) => lettersOf(index))
    member.push(
      worksheet(
        `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"${this.#sheets.length === 0 ? ' tabSelected="1"' : ''}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${shown.map((one, index) => `<col min="${index + 1}" max="${index + 1}" width="${widthOf(one, measured)}" customWidth="1"/>`).join('')}</cols><sheetData>`,
      ),
    )
    member.push(
      `<row r="1">${shown.map(({ column }, index) => textCell(`${letters[index]}1`, xlsxHead(column), STYLE.head)).join('')}</row>`,
    )
    let count = 0
    for (const row of rows) {
      const at = ++count + 1
      member.push(
        `<row r="${at}">${shown.map(({ column, of }, index) => cellOf(`${letters[index]}${at}`, column, of(row))).join('')}</row>`,
      )
    }
    const range = `A1:${letters.at(-1) ?? 'A'}${count + 1}`
    member.push(
      `</sheetData><autoFilter ref="${range}"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddHeader>&amp;C${escaped(name.replaceAll('&', '&&'))}</oddHeader><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`,
    )
    member.end()
    this.#sheets.push({ name, range })
    return count
  }

  /** Writes what holds the sheets together. */
  end(): void {
    const parts: [name: string, content: string][] = [
      ['xl/styles.xml', styles],
      ['xl/workbook.xml', workbookXml(this.#sheets)],
      ['xl/_rels/workbook.xml.rels', workbookRelations(this.#sheets.length)],
      ['docProps/core.xml', coreProperties],
      ['_rels/.rels', rootRelations],
      ['[Content_Types].xml', contentTypes(this.#sheets.length)],
    ]
    for (const [name, content] of parts) {
      const member = this.#member(name)
      member.push(content)
      member.end()
    }
    this.#zip.end()
  }
}

/** A small workbook's bytes; the same rows give the same bytes. */
export const workbook = (
  all: readonly { table: Table; rows: readonly (readonly Value[])[] }[],
  maxRows = MAX_ROWS,
): Uint8Array => {
  const parts: Uint8Array[] = []
  const writer = new WorkbookWriter({ write: (bytes) => parts.push(bytes), maxRows })
  for (const { table, rows } of all) writer.table(table, rows)
  writer.end()
  return Buffer.concat(parts)
}

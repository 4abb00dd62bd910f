/** CSV by RFC 4180: UTF-8 with BOM (spreadsheets take it for UTF-8), CRLF, quotes doubled. */
import { stringify } from 'csv-stringify/sync'
import type { Table } from './columns.js'
import { type Flat, flat, type Value } from './rows.js'

export const BOM = '\uFEFF'

/**
 * The records of these rows. `formulaSafe` puts ' before a text that a spreadsheet would run as a formula; numbers stay numbers, and so do
 * codes (=, >=), which are this program's own words and no formula.
 */
export const csvRecords = (table: Table, rows: readonly (readonly Value[])[], formulaSafe: boolean): string =>
  records(
    rows.map((row) => table.columns.map((column, index) => flat(column, row[index] ?? null))),
    formulaSafe,
    (index) => table.columns[index]?.codes !== undefined,
  )

const records = (rows: Flat[][], formulaSafe: boolean, isCode: (index: number) => boolean): string =>
  stringify(rows, {
    record_delimiter: '\r\n',
    // The delimiter alone does not cover a bare line feed.
    quoted_match: /[\r\n]/,
    escape_formulas: formulaSafe,
    cast: {
      boolean: (value) => (value ? 'true' : 'false'),
      string: (value, { index }) => (value.startsWith('=') && isCode(index) ? { value, escape_formulas: false } : value),
    },
  })

/** The head line; a spreadsheet knows by the mark before it that the file is UTF-8, and a data package has none. */
export const csvHead = (table: Table, mark = true): string =>
  (mark ? BOM : '') + records([table.columns.map((column) => column.name)], false, () => false)

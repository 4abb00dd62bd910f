/** CSV by RFC 4180: UTF-8 with BOM (spreadsheets take it for UTF-8), CRLF, quotes doubled. */
import { stringify } from 'csv-stringify/sync'
import type { Table } from './columns.js'
import type { Value } from './rows.js'

export const BOM = '\uFEFF'

/** The records of these rows. `formulaSafe` puts ' before a text that a spreadsheet would run as a formula; numbers stay numbers. */
export const csvRecords = (rows: readonly (readonly Value[])[], formulaSafe: boolean): string =>
  stringify(rows as Value[][], {
    record_delimiter: '\r\n',
    // The delimiter alone does not cover a bare line feed.
    quoted_match: /[\r\n]/,
    escape_formulas: formulaSafe,
    cast: { boolean: (value) => (value ? 'true' : 'false') },
  })

export const csvHead = (table: Table): string => BOM + csvRecords([table.columns.map((column) => column.name)], false)

/** Rows of a table of the data set, typed by its columns. */
import type { Cell, Ledger } from '../store/index.js'
import type { Column, Table } from './columns.js'

export type Value = string | number | boolean | null

/** SQLite has no booleans. */
const typed = (column: Column, cell: Cell): Value => (column.type === 'boolean' && cell !== null ? cell !== 0 : cell)

/** The rows in the order of the data set; `reports` narrows to these keys. Tables without a report are then left empty. */
export function* rowsOf(ledger: Ledger, table: Table, reports: readonly string[] | null): Generator<Value[]> {
  const ofReport = /\breports r\b/.test(table.from)
  if (reports && !ofReport) return
  const select = table.columns.map((column) => `${column.sql} AS "${column.name}"`).join(', ')
  const where = reports ? 'WHERE r.key IN (SELECT value FROM json_each(?))' : ''
  const params = reports ? [JSON.stringify(reports)] : []
  for (const row of ledger.query(`SELECT ${select} FROM ${table.from} ${where} ORDER BY ${table.order}`, ...params))
    yield table.columns.map((column) => typed(column, row[column.name] ?? null))
}

/** Rows of a table of the data set, typed by its columns. */
import type { Cell, Ledger } from '../store/index.js'
import type { Column, Table } from './columns.js'

export type Flat = string | number | boolean | null
export type Value = Flat | readonly string[]

/** SQLite has no booleans, and keeps lists as JSON. */
const typed = (column: Column, cell: Cell): Value => {
  if (cell === null) return column.type === 'list' ? [] : null
  switch (column.type) {
    case 'boolean':
      return cell !== 0
    case 'list':
      return textsIn(String(cell))
    default:
      return cell
  }
}

const textsIn = (json: string): string[] => {
  const value: unknown = json === '[]' ? [] : JSON.parse(json)
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

/** The value where a format has no lists: their texts joined, null where there are none. */
export const flat = ({ joint = '、' }: Column, value: Value): Flat =>
  typeof value === 'object' && value !== null ? (value.length > 0 ? value.join(joint) : null) : value

/** Which reports are exported: these keys, current or not; else the current ones, or with `versions` all. Of them all items, or only these keys. */
export interface Selection {
  keys: readonly string[] | null
  items: readonly string[] | null
  versions: boolean
}

/** The rows in the order of the data set. Tables without a report are left empty where keys narrow it. */
export function* rowsOf(ledger: Ledger, table: Table, { keys, items, versions }: Selection): Generator<Value[]> {
  const ofReport = /\breports r\b/.test(table.from)
  if (keys && !ofReport) return
  const select = table.columns.map((column) => `${column.sql} AS "${column.name}"`).join(', ')
  const ofItem = items && table.columns.find(({ name }) => name === 'item')
  const conditions = [
    ...(keys ? ['r.key IN (SELECT value FROM json_each(?))'] : ofReport && !versions ? ['r.current = 1'] : []),
    ...(ofItem ? [`${ofItem.sql} IN (SELECT value FROM json_each(?))`] : []),
  ]
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
  const params = [...(keys ? [JSON.stringify(keys)] : []), ...(ofItem ? [JSON.stringify(items)] : [])]
  for (const row of ledger.query(`SELECT ${select} FROM ${table.from} ${where} ORDER BY ${table.order}`, ...params))
    yield table.columns.map((column) => typed(column, row[column.name] ?? null))
}

/** JSON Lines: one row a line, UTF-8 without BOM, every column named. */

import type { Table } from './columns.js'
import { flat, type Value } from './rows.js'

export const jsonLine = (table: Table, row: readonly Value[]): string =>
  `${JSON.stringify(Object.fromEntries(table.columns.map((column, index) => [column.name, flat(column, row[index] ?? null)])))}\n`

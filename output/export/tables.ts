/**
 * The tables of an exported data set, as data: what each column is, where it comes from, and how the tables refer to one another.
 * CSV headers, JSONL names, XLSX sheets, Parquet schemas, the data package and docs/export.md are all made from this.
 */
import type { Table } from './columns.js'
import { mentions } from './mentions.js'
import { checkTables } from './tables-checks.js'
import { itemTables } from './tables-items.js'
import { partTables } from './tables-parts.js'
import { problemTables } from './tables-problems.js'
import { reportTables } from './tables-reports.js'

export const tables: readonly Table[] = [
  ...reportTables,
  ...problemTables,
  ...itemTables,
  ...partTables,
  ...mentions,
  ...checkTables,
]

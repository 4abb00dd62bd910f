/** XLSX: one sheet a table. Texts are stored as texts, so no cell is ever run as a formula. */
import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { width } from '../width.js'
import type { Column, Table } from './columns.js'
import type { Value } from './rows.js'

/** What the format holds. */
const MAX_CELL = 32_767
const MAX_ROWS = 1_048_576

/** A workbook says when it was made; ours says nothing of the clock. */
const EPOCH = new Date('1980-01-01T00:00:00Z')

const MIN_WIDTH = 8
const MAX_WIDTH = 60
/** Rows that a column's width is measured over. */
const MEASURED_ROWS = 200

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

const cell = (column: Column, value: Value): CellValue => {
  if (typeof value !== 'string') return value
  return column.type === 'date' ? new Date(`${value}T00:00:00Z`) : xlsxText(value)
}

export const xlsxHead = (column: Column): string => `${column.zh} ${column.name}`

const widthOf = (column: Column, index: number, rows: readonly (readonly Value[])[]): number => {
  const widest = rows.slice(0, MEASURED_ROWS).reduce(
    (most, row) => {
      const shown = String(row[index] ?? '').slice(0, MAX_WIDTH)
      return Math.max(most, width(shown.split('\n', 1)[0] ?? ''))
    },
    width(xlsxHead(column)),
  )
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, widest + 2))
}

/** The sheets of a table: one, or more where it has more rows than a sheet may have. */
const sheetsOf = (table: Table, rows: readonly (readonly Value[])[], maxRows: number): WriteSheet[] => {
  const head = table.columns.map(xlsxHead)
  const columns = table.columns.map((column, index) => ({
    width: widthOf(column, index, rows),
    style: {
      alignment: { vertical: 'top' as const, wrapText: column.type === 'string' },
      ...(column.type === 'date' ? { numFmt: 'yyyy-mm-dd' } : {}),
    },
  }))
  const bold = head.map((value, index) => [`0,${index}`, { value, style: { font: { bold: true } } }] as const)
  const size = maxRows - 1
  return Array.from({ length: Math.max(1, Math.ceil(rows.length / size)) }, (_, part) => ({
    name: `${table.zh} ${table.name}${part === 0 ? '' : `_${part + 1}`}`,
    columns,
    rows: [
      head,
      ...rows
        .slice(part * size, (part + 1) * size)
        .map((row) => table.columns.map((column, index) => cell(column, row[index] ?? null))),
    ],
    cells: new Map(bold),
    freezePane: { rows: 1 },
  }))
}

/** The workbook's bytes; the same rows give the same bytes. */
export const workbook = (
  all: readonly { table: Table; rows: readonly (readonly Value[])[] }[],
  maxRows = MAX_ROWS,
): Promise<Uint8Array> =>
  writeXlsx({
    sheets: all.flatMap(({ table, rows }) => sheetsOf(table, rows, maxRows)),
    properties: { creator: 'taizhang', created: EPOCH, modified: EPOCH },
  })

/** Tables as plain text: cells parted by tabs or blanks, each on a line of its own, or in columns of one width. */
import { wrap } from '../../helpers/build-pdf.js'
import type { Layout } from '../axes.js'
import type { Table } from '../types.js'
import { columnsOf, gridOf, widthOf } from './grid.js'
import { boxSigns, gridTable } from './grid-table.js'

/** A cell's paragraphs run on. */
const oneLine = (text: string): string => text.replaceAll('\n', '')

/** A cell of several lines as a sheet copies it. */
const quoted = (text: string): string => (text.includes('\n') ? `"${text}"` : text)

const inRows = ({ rows }: Table, gap: string): string[] => rows.map((row) => row.map(({ text }) => oneLine(text)).join(gap))

/** Each cell on a line; an empty one leaves nothing. */
const inLines = ({ rows }: Table, behindCell: string[], behindRow: string[]): string[] =>
  rows.flatMap((row) => [...row.flatMap(({ text }) => (text === '' ? [] : [oneLine(text), ...behindCell])), ...behindRow])

const narrowest = 8
const widest = 28

/** As `pdftotext -layout` prints a table: each cell broken at its column's width, the columns parted by blanks. */
function inColumns(table: Table): string[] {
  const grid = gridOf(table, widthOf(table))
  const own = (grid[0] ?? []).map((_cell, column) => {
    const longest = Math.max(...grid.map((row) => (row[column]?.colspan ? 0 : columnsOf(row[column]?.text ?? ''))))
    return Math.min(widest, Math.max(narrowest, longest))
  })
  return grid.flatMap((row) => {
    if (row[0]?.colspan) return [row[0].text]
    const cells = row.map((cell, column) => wrap(oneLine(cell?.text ?? ''), own[column] ?? widest, 2))
    const tall = Math.max(...cells.map((lines) => lines.length))
    return Array.from({ length: tall }, (_, at) =>
      cells
        .map((lines, column) => {
          const text = lines[at] ?? ''
          return text + ' '.repeat(Math.max(0, (own[column] ?? 0) - columnsOf(text)) + 2)
        })
        .join('')
        .trimEnd(),
    )
  })
}

export const flatTable: Record<Layout['tableGap'], (table: Table) => string[]> = {
  tab: (table) => inRows(table, '\t'),
  blanks: (table) => inRows(table, '   '),
  cellLines: (table) => inLines(table, [], []),
  cellLinesApart: (table) => inLines(table, [''], []),
  rowsApart: (table) => inLines(table, [], ['']),
  columns: inColumns,
  bars: ({ rows }) => rows.map((row) => `│${row.map(({ text }) => oneLine(text)).join('│')}│`),
  boxes: (table) => gridTable(table, boxSigns),
  tabBroken: ({ rows }) =>
    rows.flatMap((row) =>
      row
        .map(({ text }) => text)
        .join('\t')
        .split('\n'),
    ),
  quoted: ({ rows }) =>
    rows.flatMap((row) =>
      row
        .map(({ text }) => quoted(text))
        .join('\t')
        .split('\n'),
    ),
}

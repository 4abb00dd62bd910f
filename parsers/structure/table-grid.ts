/** The grid of a table, and the words of its cells. */
import type { Legend } from '../fields/legend.js'
import type { LaidCell, LaidTable } from '../layout/layout.js'
import type { Span } from '../tree.js'

/** The words of a cell, its paragraphs run together. */
export const cellText = (folded: string, cell: LaidCell): string =>
  cell.paragraphs.map((p) => folded.slice(p.start, p.end)).join('')
/** Words without blanks. */
export const bare = (text: string): string => text.replace(/\s/g, '')

/** The cell that covers each place of a row. */
export type GridRow = readonly (LaidCell | undefined)[]

export interface Grid {
  folded: string
  /** Signs that stand for states in the report. */
  legend: Legend
  rows: readonly GridRow[]
  width: number
  /** The words of the cell that covers a place, without blanks; '' where there is none. */
  words(row: number, column: number): string
  /** The cells that a row prints or that cover it, each once. */
  cells(row: number): LaidCell[]
}

const gridRows = (table: LaidTable): GridRow[] => {
  const grid: (LaidCell | undefined)[][] = table.rows.map(() => [])
  table.rows.forEach((row, r) => {
    for (const cell of row.cells)
      for (let dr = 0; dr < cell.rowspan && r + dr < grid.length; dr++) {
        const line = grid[r + dr]
        if (line) for (let dc = 0; dc < cell.colspan; dc++) line[cell.column + dc] ??= cell
      }
  })
  return grid
}

export function gridOf(folded: string, table: LaidTable, legend: Legend = new Map()): Grid {
  const rows = gridRows(table)
  const known = new Map<LaidCell, string>()
  const wordsOf = (cell: LaidCell): string => {
    const found = known.get(cell) ?? bare(cellText(folded, cell))
    known.set(cell, found)
    return found
  }
  return {
    folded,
    legend,
    rows,
    width: table.columns,
    words(row, column) {
      const cell = rows[row]?.[column]
      return cell ? wordsOf(cell) : ''
    },
    cells: (row) => [...new Set(rows[row])].filter((cell): cell is LaidCell => cell !== undefined),
  }
}

/** The paragraphs of a cell. */
export const spansOf = (cell: LaidCell): Span[] => cell.paragraphs.map((p): Span => [p.start, p.end])

/** The words of all cells, in order. */
export const cellSpans = (table: LaidTable): Span[] => table.rows.flatMap((row) => row.cells.flatMap(spansOf))

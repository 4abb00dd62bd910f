/** The grid of a table, and the words of its cells. */
import type { LaidCell, LaidTable } from '../layout/layout.js'
import type { Span } from '../tree.js'

/** The words of a cell, its paragraphs run together. */
export const cellText = (folded: string, cell: LaidCell): string =>
  cell.paragraphs.map((p) => folded.slice(p.start, p.end)).join('')
/** Words without blanks. */
export const bare = (text: string): string => text.replace(/\s/g, '')

/** The cell that covers each place of the grid. */
export function gridOf(table: LaidTable): (LaidCell | undefined)[][] {
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

/** The words of all cells, in order. */
export const cellSpans = (table: LaidTable): Span[] =>
  table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs.map((p): Span => [p.start, p.end])))

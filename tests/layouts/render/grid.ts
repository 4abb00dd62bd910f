/** A table's rows with a place for every column. */
import type { Table, TableCell } from '../types.js'

export const widthOf = ({ rows }: Table): number =>
  Math.max(...rows.map((row) => row.reduce((sum, cell) => sum + (cell.colspan ?? 1), 0)))

/** Rows with a place for every column: what a merge covers is null. */
export function gridOf({ rows }: Table, width: number): (TableCell | null)[][] {
  const covered = new Set<string>()
  return rows.map((row, r) => {
    const out: (TableCell | null)[] = []
    const rest = [...row]
    while (out.length < width) {
      const column = out.length
      const cell = covered.has(`${r},${column}`) ? undefined : rest.shift()
      if (!cell) {
        out.push(null)
        continue
      }
      for (let dr = 0; dr < (cell.rowspan ?? 1); dr++)
        for (let dc = 0; dc < (cell.colspan ?? 1); dc++) covered.add(`${r + dr},${column + dc}`)
      out.push(cell)
    }
    return out
  })
}

/** In type of one width a full-width character takes two columns. */
export const columnsOf = (text: string): number => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x80 ? 1 : 2), 0)

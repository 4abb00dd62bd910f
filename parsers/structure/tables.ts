/**
 * Tables as items. A table is a ledger when its header names fields; a table of label–value pairs is one or several items;
 * a table of one column is a frame around text. Everything else is no list of items.
 */

import type { LaidCell, LaidParagraph, LaidTable } from '../layout/layout.js'
import { fieldOf } from '../lexicon/labels.js'
import { markAt } from '../tokens/marks.js'
import type { Span } from '../tree.js'
import { type RawItem, telling } from './raw-item.js'
import { bare, cellText, gridOf } from './table-grid.js'
import { type Column, columnsOf, readLedger } from './table-ledger.js'
import { isPairs, readPairs } from './table-pairs.js'

export type { Column } from './table-ledger.js'

export type TableReading =
  | { kind: 'ledger'; columns: Column[]; items: RawItem[] }
  | { kind: 'pairs'; items: RawItem[] }
  | { kind: 'flat'; paragraphs: LaidParagraph[] }
  | { kind: 'other' }

/** How many cells of a row are labels, and how many are filled. */
function labelCount(
  folded: string,
  row: readonly (LaidCell | undefined)[],
): { known: number; filled: number; telling: number } {
  let known = 0
  let filled = 0
  let tells = 0
  for (const cell of new Set(row)) {
    if (!cell) continue
    const words = bare(cellText(folded, cell))
    if (!words) continue
    filled++
    const field = words.length <= 24 ? fieldOf(words.replace(/：$/, '')) : null
    if (field) known++
    if (field && (telling.has(field) || field === 'problem')) tells++
  }
  return { known, filled, telling: tells }
}

/** Reads a table; `previous` are the columns of the ledger that this table may go on with after a page end. */
export function readTable(folded: string, table: LaidTable, previous: readonly Column[] | null): TableReading {
  const paragraphs = table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs))
  if (table.columns <= 1) return { kind: 'flat', paragraphs }
  if (isPairs(folded, table)) {
    const items = readPairs(folded, table)
    if (items.length > 0) return { kind: 'pairs', items }
  }
  const grid = gridOf(table)
  for (let r = 0; r < Math.min(grid.length, 6); r++) {
    const row = grid[r] ?? []
    const { known, filled, telling: tells } = labelCount(folded, row)
    if (known < 2 || known * 5 < filled * 2 || tells < 1) continue
    const below = grid[r + 1] ?? []
    const under = below.some((cell, c) => cell && cell !== row[c] && (row[c]?.colspan ?? 1) > 1)
    const second =
      under &&
      below.every((cell, c) => !cell || cell === row[c] || bare(cellText(folded, cell)).length <= 16) &&
      labelCount(folded, below).known > 0
    const secondByShape = under && !second && below.every((cell, c) => !cell || cell === row[c] || (row[c]?.colspan ?? 1) > 1)
    const columns = columnsOf(folded, grid, r, second || secondByShape)
    const items = readLedger(folded, grid, columns, r + (second || secondByShape ? 2 : 1), captions(folded, grid, r))
    // a header whose data cells are labels again is a form of pairs
    const next = grid[r + (second || secondByShape ? 2 : 1)]
    if (next && labelCount(folded, next).known >= Math.max(2, known - 1) && grid.length <= 12 && !items) break
    if (items) return { kind: 'ledger', columns, items }
    break
  }
  const pairs = readPairs(folded, table)
  if (pairs.length > 0) return { kind: 'pairs', items: pairs }
  if (previous && previous.length === table.columns) {
    const columns = [...previous]
    const items = readLedger(folded, grid, columns, 0, [])
    if (items) return { kind: 'ledger', columns, items }
  }
  if (isFrame(table)) return { kind: 'flat', paragraphs }
  return { kind: 'other' }
}

/** A layout table: few cells, one of which holds nearly everything. */
function isFrame(table: LaidTable): boolean {
  const cells = table.rows.flatMap((row) => row.cells)
  const lengths = cells.map((cell) => cell.paragraphs.reduce((n, p) => n + p.end - p.start, 0))
  const total = lengths.reduce((a, b) => a + b, 0)
  return total > 400 && Math.max(...lengths) > total * 0.8
}

/** Full-width rows above the header are headings of the whole table; its title is none. */
function captions(folded: string, grid: readonly (LaidCell | undefined)[][], header: number): Span[] {
  const spans: Span[] = []
  for (const row of grid.slice(0, header)) {
    const cells = [...new Set(row)].filter((c): c is LaidCell => c !== undefined && c.paragraphs.length > 0)
    const [only] = cells
    if (cells.length !== 1 || !only) continue
    const [first] = only.paragraphs
    const mark = first ? markAt(folded, first.start) : null
    if (first && mark) spans.push([mark.body, first.end])
  }
  return spans
}

/** Tables with one column an item and its fields one under the other. */
import { columnField, rolesIn } from '../lexicon/columns.js'
import { bareOf } from '../text/bare.js'
import { fold } from '../text/fold.js'
import type { Table, TableCell, TableRow } from '../tree.js'

const wordsOf = (cell: TableCell): string => bareOf(fold(cell.children.map((p) => p.value).join(''))).replace(/：$/, '')
const fieldOf = (cell: TableCell) => {
  const words = wordsOf(cell)
  return words.length > 0 && words.length <= 24 ? (rolesIn(words)?.[0] ?? columnField(words)) : null
}
const isLabel = (cell: TableCell): boolean => fieldOf(cell) !== null
export const widthOf = (rows: readonly TableRow[]): number =>
  rows.reduce((most, row) => row.children.reduce((m, c) => Math.max(m, c.column + c.colspan), most), 0)

/** Titles above and notes below the table: rows of one cell that has its whole width. */
const isWide = (row: TableRow, width: number): boolean => {
  const filled = row.children.filter((cell) => cell.children.length > 0)
  return filled.length <= 1 && (filled[0]?.colspan ?? width) >= width - 1
}

/** The table with one row an item, where it has one column an item; else the table as it is. So the text reads item by item. */
export function transposed(table: Table): Table {
  const width = widthOf(table.children)
  let from = 0
  let to = table.children.length
  while (from < to && isWide(table.children[from] as TableRow, width)) from++
  while (to > from && isWide(table.children[to - 1] as TableRow, width)) to--
  const blocks = blocksOf(table.children.slice(from, to))
  if (!blocks.every(hasItemsInColumns)) return table
  const wide = (list: readonly TableRow[]): TableRow[] =>
    list.map((row) => ({
      ...row,
      children: row.children
        .filter((cell) => cell.children.length > 0)
        .map((cell) => ({ ...cell, column: 0, colspan: blocks[0]?.length ?? 1 })),
    }))
  // the labels of a further block are those of the first
  const rows = blocks.flatMap((block, nth) => turned(block, width).slice(nth === 0 ? 0 : 1))
  return { ...table, children: [...wide(table.children.slice(0, from)), ...rows, ...wide(table.children.slice(to))] }
}

/** Problems 1–4 over problems 5–8: the rows of each block, where all have the labels of the first in their order; else one block. */
function blocksOf(rows: readonly TableRow[]): (readonly TableRow[])[] {
  const labels = rows.map((row) => row.children.find((cell) => cell.column === 0)).map((cell) => (cell ? wordsOf(cell) : ''))
  const height = labels.indexOf(labels[0] ?? '', 1)
  if (height < 3 || rows.length % height !== 0 || labels.some((words, r) => words !== labels[r % height])) return [rows]
  return Array.from({ length: rows.length / height }, (_, nth) => rows.slice(nth * height, (nth + 1) * height))
}

/** A row for each column. */
function turned(block: readonly TableRow[], width: number): TableRow[] {
  const rows: TableRow[] = Array.from({ length: width }, (_, c) => ({ type: 'row', children: [], data: { header: c === 0 } }))
  block.forEach((row, r) => {
    for (const cell of row.children)
      rows[cell.column]?.children.push({ ...cell, column: r, colspan: cell.rowspan, rowspan: cell.colspan })
  })
  return rows
}

/** Labels stand one under the other in the first column, and two or more problems beside theirs. */
function hasItemsInColumns(rows: readonly TableRow[]): boolean {
  const firsts = rows.map((row) => row.children.find((cell) => cell.column === 0))
  const labelled = firsts.filter((cell) => cell !== undefined && isLabel(cell)).length
  // problems over their measures: two rows that are labelled both
  if (labelled < Math.min(3, rows.length) || rows.length < 2 || labelled * 5 < rows.length * 3) return false
  const problem = rows.find((row) => {
    const [first] = row.children
    return first?.column === 0 && fieldOf(first) === 'problem'
  })
  const values = problem?.children.filter((cell) => cell.column > 0 && wordsOf(cell).length > 0).length ?? 0
  const others = rows.flatMap((row) => row.children.filter((cell) => cell.column > 0 && isLabel(cell) && !isState(cell)))
  return values >= (rows.length === 2 ? 3 : 2) && others.length <= (rows.length === 2 ? 0 : 1)
}

/** A state or an empty cell may be a label's words by chance: 完成整改, 整改. */
const isState = (cell: TableCell): boolean => fieldOf(cell) === 'status' || /^整改$/.test(wordsOf(cell))

/** Tables with one column an item and its fields one under the other. */
import { fieldOf } from '../lexicon/labels.js'
import type { Table, TableCell, TableRow } from '../tree.js'

const wordsOf = (cell: TableCell): string =>
  cell.children
    .map((p) => p.value)
    .join('')
    .replace(/\s/g, '')
    .replace(/[：:]$/, '')
const isLabel = (cell: TableCell): boolean => {
  const words = wordsOf(cell)
  return words.length > 0 && words.length <= 24 && fieldOf(words) !== null
}

/** The table with one row an item, where it has one column an item; else the table as it is. So the text reads item by item. */
export function transposed(table: Table): Table {
  const firsts = table.children.map((row) => row.children.find((cell) => cell.column === 0))
  const labelled = firsts.filter((cell) => cell !== undefined && isLabel(cell)).length
  if (labelled < 3 || labelled * 5 < table.children.length * 3) return table
  const problem = table.children.find((row) => {
    const [first] = row.children
    return first?.column === 0 && fieldOf(wordsOf(first)) === 'problem'
  })
  const values = problem?.children.filter((cell) => cell.column > 0 && wordsOf(cell).length > 0).length ?? 0
  const others = table.children.flatMap((row) => row.children.filter((cell) => cell.column > 0 && isLabel(cell)))
  if (values < 2 || others.length > 1) return table
  const width = table.children.reduce((most, row) => row.children.reduce((m, c) => Math.max(m, c.column + c.colspan), most), 0)
  const rows: TableRow[] = Array.from({ length: width }, (_, c) => ({ type: 'row', children: [], data: { header: c === 0 } }))
  table.children.forEach((row, r) => {
    for (const cell of row.children)
      rows[cell.column]?.children.push({ ...cell, column: r, colspan: cell.rowspan, rowspan: cell.colspan })
  })
  return { ...table, children: rows }
}

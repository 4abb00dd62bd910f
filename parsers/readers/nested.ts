/**
 * A table inside a cell: its rows and columns take the place of the cell, so that a form of measures inside a ledger reads as rows of the item.
 * Heads that all inner tables of a column share stand once, under the outer name.
 */
import type { Table, TableCell, TableRow } from '../tree.js'

/** The tables that are the whole content of cells. */
export type Inner = ReadonlyMap<TableCell, Table>

/** Tables of one column, and of cells that stand for several rows, are text. */
const isSpreadable = (cell: TableCell, inner: Inner): boolean => {
  const table = inner.get(cell)
  return table !== undefined && cell.rowspan === 1 && widthOf(table) >= 2
}

export const widthOf = (table: Table): number =>
  table.children.reduce((most, row) => row.children.reduce((m, c) => Math.max(m, c.column + c.colspan), most), 0)

const textOf = (row: TableRow | undefined): string =>
  row?.children.map((cell) => cell.children.map((p) => p.value.trim()).join('')).join('\t') ?? ''

/** Paragraphs of a table that cannot be spread, in reading order. */
const flattened = (table: Table) => table.children.flatMap((row) => row.children.flatMap((cell) => cell.children))

interface Plan {
  /** Inner width of each outer column that holds tables. */
  widths: Map<number, number>
  /** Outer columns whose inner tables share their first row. */
  headed: Set<number>
}

/** The table with the tables in its cells spread over rows and columns of its own; those that do not fit become paragraphs. */
export function spreadNested(table: Table, inner: Inner): Table {
  if (inner.size === 0) return table
  const plan = planOf(table, inner)
  // no row above them may take the heads
  if (headRowOf(table, inner, plan.headed) < 0) plan.headed.clear()
  for (const [cell, nested] of inner)
    if (!isSpreadable(cell, inner) || plan.widths.get(cell.column) !== widthOf(nested)) cell.children.push(...flattened(nested))
  return plan.widths.size === 0 ? table : spread(table, inner, plan)
}

/** Columns whose inner tables are of one width. */
function planOf(table: Table, inner: Inner): Plan {
  const tables = new Map<number, Table[]>()
  const mixed = new Set<number>()
  for (const row of table.children)
    for (const cell of row.children) {
      const nested = isSpreadable(cell, inner) ? inner.get(cell) : undefined
      if (!nested) continue
      const list = tables.get(cell.column) ?? []
      if (list[0] && widthOf(list[0]) !== widthOf(nested)) mixed.add(cell.column)
      tables.set(cell.column, [...list, nested])
    }
  const widths = new Map<number, number>()
  const headed = new Set<number>()
  for (const [column, list] of tables) {
    const [first] = list
    if (!first || mixed.has(column)) continue
    widths.set(column, widthOf(first))
    const head = textOf(first.children[0])
    const shared = list.every((nested) => nested.children.length > 1 && textOf(nested.children[0]) === head)
    if (shared && (list.length > 1 || first.children[0]?.data?.header)) headed.add(column)
  }
  return { widths, headed }
}

function spread(table: Table, inner: Inner, { widths, headed }: Plan): Table {
  const bodyOf = (cell: TableCell): TableRow[] | null => {
    const nested = isSpreadable(cell, inner) && widths.get(cell.column) ? inner.get(cell) : undefined
    return nested ? nested.children.slice(headed.has(cell.column) ? 1 : 0) : null
  }
  const heights = table.children.map((row) => Math.max(1, ...row.children.map((cell) => bodyOf(cell)?.length ?? 1)))
  const headRow = headRowOf(table, inner, headed)
  if (headRow >= 0) heights[headRow] = 2
  const rowAt = sums(heights)
  const columns = sums(Array.from({ length: widthOf(table) }, (_, c) => widths.get(c) ?? 1))
  const rows: TableRow[] = Array.from({ length: rowAt.at(-1) ?? 0 }, () => ({ type: 'row', children: [] }))
  const place = (r: number, cell: TableCell): void => {
    rows[r]?.children.push(cell)
  }
  table.children.forEach((row, r) => {
    const top = rowAt[r] ?? 0
    if (row.data?.header) for (let d = 0; d < (heights[r] ?? 1); d++) Object.assign(rows[top + d] ?? {}, { data: row.data })
    for (const cell of row.children) {
      const column = columns[cell.column] ?? cell.column
      const colspan = Math.max(1, (columns[cell.column + cell.colspan] ?? column + 1) - column)
      const rowspan = Math.max(1, (rowAt[r + cell.rowspan] ?? top + 1) - top)
      const body = bodyOf(cell)
      const heads = r === headRow ? headsUnder(table, inner, headed, cell) : null
      if (body) for (const [i, line] of body.entries()) placeInner(place, top + i, column, line)
      else if (heads) {
        place(top, { ...cell, column, colspan, rowspan: 1 })
        for (const [c, line] of heads) placeInner(place, top + 1, columns[c] ?? c, line)
      } else place(top, { ...cell, column, colspan, rowspan })
    }
  })
  for (const row of rows) row.children.sort((a, b) => a.column - b.column)
  return { ...table, children: rows.filter((row) => row.children.length > 0) }
}

const placeInner = (place: (r: number, cell: TableCell) => void, r: number, column: number, line: TableRow): void => {
  for (const cell of line.children) place(r, { ...cell, column: column + cell.column, rowspan: 1 })
}

const sums = (sizes: readonly number[]): number[] => {
  const out = [0]
  for (const size of sizes) out.push((out.at(-1) ?? 0) + size)
  return out
}

/** The row over the first inner table whose head is shared: there the heads are printed; -1 where there is none. */
function headRowOf(table: Table, inner: Inner, headed: ReadonlySet<number>): number {
  if (headed.size === 0) return -1
  return (
    table.children.findIndex((row) => row.children.some((cell) => isSpreadable(cell, inner) && headed.has(cell.column))) - 1
  )
}

/** The shared heads of the columns under a cell of the head row. */
function headsUnder(table: Table, inner: Inner, headed: ReadonlySet<number>, over: TableCell): [number, TableRow][] | null {
  const found: [number, TableRow][] = []
  for (const column of headed) {
    if (column < over.column || column >= over.column + over.colspan) continue
    for (const row of table.children) {
      const cell = row.children.find((one) => one.column === column && isSpreadable(one, inner))
      const line = cell && inner.get(cell)?.children[0]
      if (!line) continue
      found.push([column, line])
      break
    }
  }
  return found.length > 0 ? found : null
}

/** HTML tables: which of them hold data and which only lay a page out, and the grid of rows and cells with their spans. */
import type { Paragraph, Table, TableCell, TableRow } from '../tree.js'
import { MAX_COLUMNS } from './grid.js'
import { type Dom, type Element, walk } from './html-dom.js'
import { spreadNested } from './nested.js'

/** What is counted of a table to tell its use. */
interface Shape {
  element: Element
  rows: number
  /** Most cells in one row, and those of the row at hand. */
  widest: number
  inRow: number
  filled: number
  header: boolean
  text: number
  largest: number
  cell: number
  /** The first words of the cell at hand, and whether a cell is a label (责任单位) alone. */
  words: string
  labelled: boolean
  /** Lines in the cell at hand, and in the cell with most. */
  blocks: number
  mostBlocks: number
  nested: number
  nestedText: number
}

const blockTags = new Set(['p', 'div', 'ul', 'ol', 'h1', 'h2', 'h3', 'br', 'center'])
/** What the cells of a form or the heads of columns say. */
const labelWords = /序号|问题|目标|措施|责任|时限|期限|情况|进展|单位|状态/
const longestLabel = 10

/** A layout table has one column, or holds the page's other tables or its prose in one large cell. */
const isLayout = (shape: Shape): boolean => {
  if (shape.element.attribs.role === 'presentation' || shape.widest <= 1) return true
  if (shape.header && shape.nestedText < shape.text * 0.5) return false
  // a ledger with a table of measures in every row
  if (shape.nested >= 2 && shape.rows >= 3 && shape.widest >= 3 && shape.largest < shape.text * 0.6) return false
  if (shape.nested > 0)
    return !(shape.rows >= 2 && shape.widest >= 3) || shape.nestedText >= shape.text * 0.5 || shape.largest >= shape.text * 0.8
  // the page's frame: a menu, the article, a foot
  return shape.filled <= 8 && !shape.labelled && shape.mostBlocks >= 12 && shape.largest >= shape.text * 0.8
}

/** The tables that only lay the page out. One pass, inner tables first. */
export const layoutTables = (root: { children: Dom[] }): Set<Element> => {
  const layout = new Set<Element>()
  const open: Shape[] = []
  const endCell = (shape: Shape): void => {
    if (shape.cell > 0) shape.filled++
    shape.largest = Math.max(shape.largest, shape.cell)
    shape.mostBlocks = Math.max(shape.mostBlocks, shape.blocks)
    const words = shape.words.trim()
    if (words.length <= longestLabel && labelWords.test(words)) shape.labelled = true
    shape.words = ''
    shape.cell = 0
    shape.blocks = 0
  }
  walk(root, {
    enter(element) {
      if (element.type !== 'tag') return false
      const shape = open.at(-1)
      if (element.name === 'table') {
        open.push({
          element,
          rows: 0,
          widest: 0,
          inRow: 0,
          filled: 0,
          header: false,
          text: 0,
          largest: 0,
          cell: 0,
          words: '',
          labelled: false,
          blocks: 0,
          mostBlocks: 0,
          nested: 0,
          nestedText: 0,
        })
      } else if (shape && element.name === 'tr') {
        endCell(shape)
        shape.rows++
        shape.inRow = 0
      } else if (shape && (element.name === 'td' || element.name === 'th')) {
        endCell(shape)
        shape.inRow++
        shape.widest = Math.max(shape.widest, shape.inRow)
        if (element.name === 'th') shape.header = true
      } else if (shape && blockTags.has(element.name)) shape.blocks++
      return true
    },
    leave(element) {
      if (element.name !== 'table') return
      const shape = open.pop()
      if (!shape) return
      endCell(shape)
      if (isLayout(shape)) layout.add(element)
      const around = open.at(-1)
      if (!around) return
      around.nested++
      around.nestedText += shape.text
      around.text += shape.text
      around.cell += shape.text
      around.blocks += shape.blocks + 1
    },
    text(text) {
      const shape = open.at(-1)
      if (!shape) return
      const length = text.trim().length
      shape.text += length
      shape.cell += length
      if (shape.words.length <= longestLabel) shape.words += text.trim().slice(0, longestLabel + 1)
    },
  })
  return layout
}

/** A span attribute: a whole number from 1; HTML's limits are 1000 columns and 65534 rows. */
const spanOf = (value: string | undefined, most: number): number => {
  const number = Number.parseInt(value ?? '', 10)
  return number >= 1 ? Math.min(number, most) : 1
}

/** Builds one table; rows and cells may open before the last ones were closed. */
export class TableBuilder {
  private readonly rows: TableRow[] = []
  /** For each column, the first row that no cell above covers. */
  private readonly free: number[] = []
  private column = 0
  /** The grid is wider than is read; the cells beyond are lost. */
  tooWide = false
  /** The cell that takes what is read next. */
  cell: TableCell | null = null
  /** The rows that come belong to `<thead>`. */
  inHead = false
  /** Tables that are alone in their cells. */
  private readonly inner = new Map<TableCell, Table>()

  openRow(): void {
    this.cell = null
    this.column = 0
    this.rows.push({ type: 'row', children: [], ...(this.inHead ? { data: { header: true } } : {}) })
  }

  openCell(element: Element): void {
    if (this.rows.length === 0) this.openRow()
    const index = this.rows.length - 1
    const row = this.rows[index]
    while ((this.free[this.column] ?? 0) > index) this.column++
    const column = this.column
    const colspan = Math.min(spanOf(element.attribs.colspan, 1000), MAX_COLUMNS - column)
    // rowspan=0 means all rows that are left; the number of rows limits it in the end.
    const rowspan = element.attribs.rowspan?.trim() === '0' ? 65534 : spanOf(element.attribs.rowspan, 65534)
    this.cell = { type: 'cell', column, colspan, rowspan, children: [] }
    if (colspan < 1 || !row) {
      this.tooWide = true
      return
    }
    if (element.name === 'th' && (row.children.length === 0 || row.data?.header)) row.data = { header: true }
    else if (element.name !== 'th' && row.data?.header && !this.inHead) delete row.data
    row.children.push(this.cell)
    for (let at = column; at < column + colspan; at++) this.free[at] = Math.max(this.free[at] ?? 0, index + rowspan)
    this.column = column + colspan
  }

  add(paragraph: Paragraph): void {
    if (this.cell) this.loosen(this.cell)
    this.cell?.children.push(paragraph)
  }

  /** A table in the cell at hand; beside other words it is text. */
  nest(table: Table): void {
    const { cell } = this
    if (!cell) return
    const alone = cell.children.length === 0 && !this.inner.has(cell)
    if (alone) this.inner.set(cell, table)
    else {
      this.loosen(cell)
      cell.children.push(...table.children.flatMap((row) => row.children.flatMap((one) => one.children)))
    }
  }

  /** Makes text of the table in a cell. */
  private loosen(cell: TableCell): void {
    const table = this.inner.get(cell)
    if (!table) return
    this.inner.delete(cell)
    cell.children.push(...table.children.flatMap((row) => row.children.flatMap((one) => one.children)))
  }

  /** The table, or null where nobody sees anything in it. */
  finish(): Table | null {
    const cells = this.rows.flatMap((row) => row.children)
    if (cells.every((cell) => cell.children.length === 0 && !this.inner.has(cell))) return null
    // Rows without cells hold nothing: they go, and the spans over them shrink.
    const before: number[] = []
    let kept = 0
    for (const row of this.rows) {
      before.push(kept)
      if (row.children.length > 0) kept++
    }
    before.push(kept)
    this.rows.forEach((row, index) => {
      for (const cell of row.children) {
        const end = Math.min(index + cell.rowspan, this.rows.length)
        cell.rowspan = Math.max(1, (before[end] ?? kept) - (before[index] ?? 0))
      }
    })
    const rows = this.rows.filter((row) => row.children.length > 0)
    if (rows.every((row) => row.data?.header)) for (const row of rows) delete row.data
    closeGaps(cells)
    return spreadNested({ type: 'table', children: rows }, this.inner)
  }
}

/** Columns in which no cell begins are an office program's ruler marks: the grid closes over them. */
const closeGaps = (cells: readonly TableCell[]): void => {
  const starts: number[] = []
  for (const cell of cells) starts[cell.column] = 1
  let count = 0
  const rank: number[] = []
  for (let at = 0; at <= MAX_COLUMNS; at++) {
    rank.push(count)
    count += starts[at] ?? 0
  }
  for (const cell of cells) {
    const start = rank[cell.column] ?? cell.column
    cell.colspan = Math.max(1, (rank[Math.min(cell.column + cell.colspan, MAX_COLUMNS)] ?? count) - start)
    cell.column = start
  }
}

/**
 * XLSX → blocks. Each sheet gives one table captioned with the sheet's name; rows above it that hold a single cell (title,
 * reporting unit) are paragraphs. A full-width row further down stays a row whose one cell has the table's width: it is a
 * category or a total, which only a later stage can tell. Own reading over the XML: what prints in a cell depends on number formats,
 * struck runs, merges and hidden parts together, which the spreadsheet libraries give apart or not at all.
 */
import type { Block, BlockRoot, Paragraph, Reader, Span, Table, TableCell, TableRow } from '../tree.js'
import { MAX_COLUMNS } from './grid.js'
import { failureOf, NoticeBook, SourceError } from './source-error.js'
import { columnName, MAX_CELLS, type Merge, readSheet, type Sheet, type SheetCell, type SheetContext } from './xlsx-sheet.js'
import { cellStyles, sharedStrings } from './xlsx-strings.js'
import { childOf, decodeXml, elementsOf, parseXml, type XmlElement } from './xml.js'
import { openZip, repeatedNames, type Zip } from './zip.js'

const part = (zip: Zip, name: string): XmlElement | null => {
  const bytes = zip.read(name)
  return bytes ? parseXml(decodeXml(bytes)) : null
}

/** Lines of a cell as paragraphs, with the cell's place. */
const paragraphsOf = (cell: SheetCell, source: string): Paragraph[] => {
  const out: Paragraph[] = []
  for (const line of cell.text.matchAll(/[^\r\n]+/g)) {
    if (line[0].trim() === '') continue
    const data: NonNullable<Paragraph['data']> = { source: { cell: source } }
    const start = line.index
    const end = start + line[0].length
    const struck = cell.struck
      .map(([from, to]): Span => [Math.max(from, start) - start, Math.min(to, end) - start])
      .filter(([from, to]) => from < to)
    if (struck.length > 0) data.struck = struck
    if (cell.centered) data.centered = true
    if (cell.bold) data.bold = true
    out.push({ type: 'paragraph', value: line[0], data })
  }
  return out
}

/** Rows that all merges together may cover; they do not overlap in a sheet that Excel wrote. */
const MAX_MERGED_ROWS = 2_000_000

/** The merge's text is that of its first cell; what the covered cells may hold does not print. */
const applyMerges = (sheet: Sheet): Map<string, Merge> => {
  const starts = new Map<string, Merge>()
  const filled = [...sheet.rows.keys()].sort((a, b) => a - b)
  let budget = MAX_MERGED_ROWS
  for (const merge of sheet.merges) {
    const first = sheet.rows.get(merge.top)?.get(merge.left)
    const from = lowerBound(filled, merge.top)
    const to = lowerBound(filled, merge.bottom + 1)
    budget -= to - from + 1
    if (budget < 0) break
    for (const row of filled.slice(from, to)) {
      const cells = sheet.rows.get(row)
      if (cells) for (const column of [...cells.keys()]) if (column >= merge.left && column <= merge.right) cells.delete(column)
    }
    // A merge whose first row or column is hidden prints in its first visible one.
    let { top, left } = merge
    while (top < merge.bottom && sheet.hiddenRows.has(top) && budget-- > 0) top++
    while (left < merge.right && sheet.hiddenColumns.has(left)) left++
    if (!first) continue
    const target = sheet.rows.get(top) ?? new Map<number, SheetCell>()
    sheet.rows.set(top, target)
    target.set(left, first)
    starts.set(`${top},${left}`, { ...merge, top, left })
  }
  return starts
}
/** Index of the first value that is not below `value`, in a sorted list. */
const lowerBound = (sorted: number[], value: number): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

interface Placed {
  row: number
  cells: TableCell[]
  /** Cells with text. */
  filled: number
}

/** Rows and columns that hold anything visible, renumbered without gaps. */
const layOut = (sheet: Sheet, name: string): { placed: Placed[]; width: number } => {
  const merges = applyMerges(sheet)
  const visible = (row: number, cells: Map<number, SheetCell>) =>
    !sheet.hiddenRows.has(row) && [...cells.keys()].some((column) => !sheet.hiddenColumns.has(column))
  const rows = [...sheet.rows]
    .filter(([row, cells]) => visible(row, cells))
    .map(([row]) => row)
    .sort((a, b) => a - b)
  const used = new Set(rows.flatMap((row) => [...(sheet.rows.get(row)?.keys() ?? [])]))
  const columns = [...used].filter((column) => !sheet.hiddenColumns.has(column)).sort((a, b) => a - b)
  /** Column → first row (as index) that no merge from above covers. */
  const free = new Map<number, number>()
  const placed = rows.map((row, index): Placed => {
    const cells: TableCell[] = []
    let filled = 0
    for (let at = 0; at < columns.length; ) {
      const column = columns[at] ?? 0
      const merge = merges.get(`${row},${column}`)
      if ((free.get(column) ?? 0) > index) {
        at++
        continue
      }
      const colspan = merge ? Math.max(1, columns.filter((other) => other >= column && other <= merge.right).length) : 1
      const rowspan = merge ? Math.max(1, countUpTo(rows, index, merge.bottom)) : 1
      if (rowspan > 1) for (let k = 0; k < colspan; k++) free.set(columns[at + k] ?? 0, index + rowspan)
      const cell = sheet.rows.get(row)?.get(column)
      if (cell) filled++
      const children = cell ? paragraphsOf(cell, `${name}!${columnName(column)}${row + 1}`) : []
      cells.push({ type: 'cell', column: at, colspan, rowspan, children })
      at += colspan
    }
    return { row, cells, filled }
  })
  return { placed, width: columns.length }
}
const countUpTo = (rows: number[], index: number, bottom: number): number => {
  let count = 0
  while ((rows[index + count] ?? Number.POSITIVE_INFINITY) <= bottom) count++
  return count
}

const sheetBlocks = (sheet: Sheet, name: string): Block[] => {
  const { placed } = layOut(sheet, name)
  const first = placed.findIndex((row) => row.filled > 1 || row.cells.some((cell) => cell.rowspan > 1))
  const titles = first < 0 ? placed : placed.slice(0, first)
  const blocks: Block[] = titles.flatMap((row) => row.cells.flatMap((cell) => cell.children))
  if (first < 0) return blocks
  const rows = placed.slice(first).map((row): TableRow => ({ type: 'row', children: row.cells }))
  const table: Table = { type: 'table', children: rows, data: { caption: name, source: { cell: name } } }
  blocks.push(table)
  return blocks
}

interface SheetEntry {
  name: string
  path: string
  hidden: boolean
}

/** The sheets in the order of the tabs, with their parts. */
const sheetEntries = (zip: Zip, workbook: XmlElement, path: string): SheetEntry[] => {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const targets = new Map<string, string>()
  const relations = part(zip, `${folder}_rels/${path.slice(folder.length)}.rels`)
  for (const relation of relations ? elementsOf(relations) : []) {
    const target = relation.attributes.Target ?? ''
    if (relation.attributes.Type?.endsWith('/worksheet'))
      targets.set(relation.attributes.Id ?? '', target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, ''))
  }
  const out: SheetEntry[] = []
  for (const sheet of elementsOf(childOf(workbook, 'sheets') ?? workbook)) {
    const target = targets.get(sheet.attributes['r:id'] ?? '')
    if (sheet.name === 'sheet' && target)
      out.push({ name: sheet.attributes.name ?? '', path: target, hidden: /hidden/i.test(sheet.attributes.state ?? '') })
  }
  return out
}

/** Notices of what a sheet lost on the way. */
const noticeLosses = (sheet: Sheet, name: string, block: number, notices: NoticeBook): void => {
  const hiddenRows = [...sheet.hiddenRows].filter((row) => sheet.rows.has(row)).length
  const hiddenColumns = [...sheet.hiddenColumns].filter((column) =>
    [...sheet.rows.values()].some((cells) => cells.has(column)),
  ).length
  if (sheet.filteredRows > 0)
    notices.add({
      code: 'filtered_rows_read',
      message: `Sheet ${name}: ${sheet.filteredRows} hidden rows were read: a filter hides them, or the list counts them`,
      block,
    })
  if (hiddenRows > 0 || hiddenColumns > 0)
    notices.add({
      code: 'hidden_cells_removed',
      message: `Sheet ${name}: ${hiddenRows} hidden rows and ${hiddenColumns} hidden columns are left out`,
      block,
    })
  if (sheet.tooWide > 0)
    notices.add({
      code: 'table_too_wide',
      message: `Sheet ${name} is wider than ${MAX_COLUMNS} columns; ${sheet.tooWide} cells are left out`,
      block,
    })
  if (sheet.tooMany)
    notices.add({
      code: 'table_too_large',
      message: `Sheet ${name} has more than ${MAX_CELLS} cells or too much text in them; the rest is left out`,
      block,
    })
}

const readWorkbook = (bytes: Uint8Array): BlockRoot => {
  const zip = openZip(bytes)
  if (zip.members.some((member) => member.name === 'xl/workbook.bin'))
    throw new SourceError(
      'unsupported_format',
      'The workbook is in the binary form of Excel (.xlsb), which is not read; save it as .xlsx',
    )
  const path = 'xl/workbook.xml'
  const workbook = part(zip, path)
  if (!workbook) throw new SourceError('unreadable_source', 'The archive is no Excel workbook: it has no xl/workbook.xml')
  const epoch = childOf(workbook, 'workbookPr')?.attributes.date1904
  const context: SheetContext = {
    strings: sharedStrings(part(zip, 'xl/sharedStrings.xml')),
    styles: cellStyles(part(zip, 'xl/styles.xml')),
    epoch1904: epoch === '1' || epoch === 'true',
  }
  const notices = new NoticeBook()
  notices.addRepeated(repeatedNames(zip))
  const children: Block[] = []
  for (const entry of sheetEntries(zip, workbook, path)) {
    const bytesOfSheet = zip.read(entry.path)
    if (!bytesOfSheet) continue
    const sheet = readSheet(decodeXml(bytesOfSheet), context)
    if (sheet.rows.size === 0) continue
    if (entry.hidden) {
      notices.add({ code: 'hidden_sheet_removed', message: `The hidden sheet ${entry.name} is left out` })
      continue
    }
    noticeLosses(sheet, entry.name, children.length, notices)
    children.push(...sheetBlocks(sheet, entry.name))
  }
  return { type: 'root', children, data: { format: 'xlsx', encoding: null, notices: notices.notices } }
}

/**
 * Reads an Excel workbook. Errors are notices: `damaged_archive`, `archive_limit`, `damaged_xml`, `xml_limit`, `xml_doctype`,
 * `encrypted`, `unsupported_format`, `unreadable_source`.
 */
export const readXlsx: Reader = (bytes) => {
  try {
    return readWorkbook(bytes)
  } catch (error) {
    return failureOf('xlsx', error)
  }
}

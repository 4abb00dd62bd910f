/**
 * Tables without any rule: a line of column names, below it words that keep to columns, and rows told by their numbers, by wide gaps
 * or by lines that fill every column. What is not certain stays text: a row cut wrongly is worse than none.
 */
import {
  type Extent,
  extentOf,
  fewestNames,
  type Interval,
  isHeading,
  namesIn,
  type Printed,
  printedLines,
} from './pdf-columns.js'
import type { Line } from './pdf-lines.js'
import {
  type Band,
  cellsOf,
  columnLines,
  cutAt,
  fewestColumns,
  isInked,
  isRowNumber,
  rowsOf,
  wideGaps,
  wordsOf,
} from './pdf-open-tables.js'
import type { Glyph } from './pdf-page.js'
import type { PdfCell, PdfTable } from './pdf-tables.js'

/** Rows that a table must have. */
const fewestRows = 2

const isFilled = (cells: readonly PdfCell[]): number => cells.filter((cell) => wordsOf(cell) !== '').length

/** Rows of lines without numbers: parted by wide gaps, or each a line that fills all columns; null where neither is so. */
const rowsWithoutNumbers = (band: Band, lines: readonly Printed[], xs: readonly number[]): Band[] | null => {
  const cuts = wideGaps(columnLines(band.glyphs, xs))
  if (cuts.length > 0) return cutAt(band, cuts)
  const rows = lines.map(({ glyphs, line }): Band => ({ top: line.y - line.size, bottom: line.y, glyphs }))
  return rows.every(({ glyphs }) => columnLines(glyphs, xs).every((own) => own.length > 0)) ? rows : null
}

/** The rows of a stretch of lines, or null where they cannot be told. */
const rowsIn = (lines: readonly Printed[], xs: readonly number[], gaps: readonly Interval[]): PdfCell[][] | null => {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return []
  const band: Band = {
    top: first.line.y - first.line.size,
    bottom: last.line.y + last.line.size,
    glyphs: lines.flatMap(({ glyphs }) => glyphs.filter(isInked)),
  }
  const isNumbered = (columnLines(band.glyphs, xs)[0] ?? []).some(({ text }) => isRowNumber(text))
  const parts = isNumbered ? rowsOf(band, xs) : rowsWithoutNumbers(band, lines, xs)
  const rows = parts?.map((part) => cellsOf(part, xs, [...gaps]))
  const isRow = (cells: readonly PdfCell[]): boolean => {
    const words = cells[0] ? wordsOf(cells[0]) : ''
    return isFilled(cells) * 2 >= xs.length - 1 && (isNumbered ? isRowNumber(words) : words !== '')
  }
  return rows?.every(isRow) ? rows : null
}

/** The head of a table that ends a page, with where its columns but the first begin. */
export interface OpenHead extends Printed {
  starts: number[]
}

/** The page: `tops` are those of its ruled tables. */
export interface UnruledPage {
  page: number
  width: number
  tops: readonly number[]
  /** The head of the table that ended the page before. */
  above: OpenHead | null
}

/** Whether a line is a row of its own, so that a table that ends above it was not read to its end. */
const isNumberedRow = (line: Line | undefined): boolean => {
  const [number, ...words] = line?.text.split(' ') ?? []
  return number !== undefined && words.length > 0 && isRowNumber(number)
}

/** The table under the head at `start`, or null. */
const tableAt = (
  lines: readonly Printed[],
  start: number,
  { columns, end }: Extent,
  { page, width }: UnruledPage,
  fewest = fewestRows,
): PdfTable | null => {
  const head = lines[start]
  const gaps = columns.slice(1).map(([from], i): Interval => [columns[i]?.[1] ?? 0, from])
  const margin = ([from, to]: Interval): number => (to - from) / 2
  const xs = [
    (columns[0]?.[0] ?? 0) - margin(gaps[0] ?? [0, 0]),
    ...gaps.map(([from, to]) => (from + to) / 2),
    // nothing bounds the last column but the page's margin, taken to be as wide as the left one
    Math.max((columns.at(-1)?.[1] ?? 0) + margin(gaps.at(-1) ?? [0, 0]), width - (columns[0]?.[0] ?? 0)),
  ]
  if (!head || columns.length < fewestColumns) return null
  const rows: PdfCell[][] = [cellsOf({ top: 0, bottom: 0, glyphs: head.glyphs.filter(isInked) }, xs, gaps)]
  let [stretch, count]: [Printed[], number] = [[], 0]
  for (let at = start + 1; at <= end + 1; at++) {
    const own = lines[at]
    const isHead = own !== undefined && at <= end && isHeading(own, lines[at + 1])
    if (own && at <= end && !isHead) stretch.push(own)
    if (!isHead && at <= end) continue
    const found = rowsIn(stretch, xs, gaps)
    if (!found) return null
    rows.push(...found)
    count += found.length
    stretch = []
    if (isHead)
      rows.push([{ column: 0, colspan: xs.length - 1, rowspan: 1, x0: xs[0] ?? 0, x1: xs.at(-1) ?? 0, lines: [own.line] }])
  }
  const last = lines[end]?.line
  if (!last || count < fewest || isNumberedRow(lines[end + 1]?.line)) return null
  return { xs, gaps, rows, top: head.line.y - head.line.size, bottom: last.y + last.size * 0.2, headerRows: 0, page }
}

interface Continued {
  table: PdfTable
  /** The last of its lines. */
  end: number
}

/** One run of words that stands well off: not the end of a row that the page end cut. */
const isRunningHead = (line: Line | undefined, next: Line): boolean =>
  line !== undefined && !line.text.includes(' ') && next.y - line.y > next.size * 2.2

/** The rows at the head of a page whose columns are those of the table above; a running head may stand over them. */
const continued = (lines: readonly Printed[], page: UnruledPage): Continued | null => {
  for (const [skipped, first] of lines.slice(0, 2).entries()) {
    if (!page.above || namesIn(first.line) >= fewestNames) return null
    if (skipped > 0 && !isRunningHead(lines[0]?.line, first.line)) return null
    const head = { ...page.above, line: { ...page.above.line, y: first.line.y - first.line.size * 1.5 } }
    const own = [head, ...lines.slice(skipped)]
    const extent = extentOf(own, 0, page.tops)
    const table = extent && tableAt(own, 0, extent, page, 1)
    if (table)
      return {
        table: { ...table, rows: table.rows.slice(1), top: first.line.y - first.line.size },
        end: skipped + extent.end - 1,
      }
  }
  return null
}

export interface Unruled {
  tables: PdfTable[]
  /** Glyphs outside these. */
  rest: Glyph[]
  /** The head of the table that ends the page, which the next page may go on with. */
  open: OpenHead | null
  /** The page begins with words in columns, and not so that the table above goes on: that one was not read to its end. */
  broken: boolean
}

/** Takes the tables without rules out of the glyphs of a page. */
export const unruledTables = (glyphs: Glyph[], page: UnruledPage): Unruled => {
  const lines = printedLines(glyphs)
  const taken = new Set<Glyph>()
  const take = (start: number, end: number): void => {
    for (const own of lines.slice(start, end + 1)) for (const glyph of own.glyphs) taken.add(glyph)
  }
  const isLast = (end: number): boolean => lines.length - end <= 2
  const more = continued(lines, page)
  const tables = more ? [more.table] : []
  let open = more && isLast(more.end) ? page.above : null
  if (more)
    take(
      lines.findIndex(({ line }) => line.y > more.table.top),
      more.end,
    )
  for (let start = more ? more.end + 1 : 0; start < lines.length; start++) {
    const head = lines[start]
    if (!head || namesIn(head.line) < fewestNames) continue
    const extent = extentOf(lines, start, page.tops)
    const table = extent && tableAt(lines, start, extent, page)
    if (!table) continue
    tables.push(table)
    take(start, extent.end)
    if (isLast(extent.end)) open = { ...head, starts: extent.columns.slice(1).map(([from]) => from) }
    start = extent.end
  }
  const top = lines.slice(0, 2).map(({ line }) => line)
  const broken =
    !more &&
    page.above !== null &&
    top.some(({ text, x0 }) => text.includes(' ') || page.above?.starts.some((start) => Math.abs(start - x0) < 3)) &&
    !top.some((line) => namesIn(line) >= fewestNames)
  return { tables, rest: taken.size === 0 ? glyphs : glyphs.filter((glyph) => !taken.has(glyph)), open, broken }
}

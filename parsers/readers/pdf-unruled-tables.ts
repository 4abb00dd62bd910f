/**
 * Tables without any rule: a line of column names, below it words that keep to columns, and rows told by their numbers, by wide gaps
 * or by lines that fill every column. What is not certain stays text: a row cut wrongly is worse than none.
 */
import { columnField, noteRow } from '../lexicon/columns.js'
import { pageNumber } from './pdf-furniture.js'
import { groupLines, type Line, linesOf } from './pdf-lines.js'
import {
  type Band,
  cellsOf,
  columnLines,
  cutAt,
  fewestColumns,
  isInked,
  isRowNumber,
  longestName,
  rowsOf,
  wideGaps,
  wordsOf,
} from './pdf-open-tables.js'
import type { Glyph } from './pdf-page.js'
import type { PdfCell, PdfTable } from './pdf-tables.js'

/** Names of columns that the head must hold, and rows that the table must. */
const fewestNames = 3
const fewestRows = 2
/** Rows of one table stand no farther apart than this many letters. */
const farthest = 4
/** Free room between columns, in letters, which every line of the table leaves. */
const narrowestGap = 0.5
/** Wider than any page. */
const widest = 5000

interface Printed {
  glyphs: Glyph[]
  line: Line
}
type Interval = [from: number, to: number]

const printedLines = (glyphs: Glyph[]): Printed[] =>
  groupLines(glyphs).flatMap((group) => {
    const [line] = linesOf(group)
    return line && line.x0 >= 0 && line.x1 < widest ? [{ glyphs: group, line }] : []
  })

const isName = (words: string): boolean => words !== '' && words.length <= longestName && columnField(words) !== null

/** Column names in a line that wide blanks part. */
const namesIn = ({ text }: Line): number => text.split(' ').filter(isName).length

const paint = (ink: Uint8Array, glyphs: readonly Glyph[]): void => {
  for (const { x0, x1, text } of glyphs) if (text.trim() !== '') ink.fill(1, Math.floor(x0), Math.floor(x1) + 1)
}

/** The stretches with ink, where less than `least` free room parts none. */
const columnsIn = (ink: Uint8Array, least: number): Interval[] => {
  const out: Interval[] = []
  let at = ink.indexOf(1)
  while (at >= 0) {
    const free = ink.indexOf(0, at)
    const end = free < 0 ? ink.length : free
    const last = out.at(-1)
    if (last && at - last[1] < least) last[1] = end
    else out.push([at, end])
    at = ink.indexOf(1, end)
  }
  return out
}

const nameOver = (head: Printed, [from, to]: Interval): string =>
  head.glyphs
    .filter(({ x0, x1 }) => (x0 + x1) / 2 >= from && (x0 + x1) / 2 <= to)
    .sort((a, b) => a.x0 - b.x0)
    .map(({ text }) => text.trim())
    .join('')

/** A chapter's name between rows: one run of words with a number, and a row below. */
const isHeading = ({ line }: Printed, next: Printed | undefined): boolean =>
  /^[（(]?[一二三四五六七八九十]{1,3}[）)、.．][^ ]{2,30}$/.test(line.text) && (next?.line.text.includes(' ') ?? false)

interface Extent {
  columns: Interval[]
  /** The last line of the table. */
  end: number
}

/** How far the columns of the head at `start` go on: each has a name over it, and no line runs over two of them. */
const extentOf = (lines: readonly Printed[], start: number, tops: readonly number[]): Extent | null => {
  const head = lines[start]
  const size = lines[start + 1]?.line.size
  if (!head || size === undefined) return null
  const names = namesIn(head.line)
  const ink = new Uint8Array(widest)
  paint(ink, head.glyphs)
  let found: Extent | null = null
  for (let at = start + 1; at < lines.length; at++) {
    const own = lines[at]
    const before = lines[at - 1]
    if (!own || !before || own.line.y - before.line.y > size * farthest || Math.abs(own.line.size - size) > 1.2) break
    if (tops.some((top) => top > before.line.y && top < own.line.y) || noteRow.test(own.line.text.replace(/ /g, ''))) break
    if (at === lines.length - 1 && pageNumber.test(own.line.text)) break
    if (isHeading(own, lines[at + 1])) continue
    paint(ink, own.glyphs)
    const columns = columnsIn(ink, size * narrowestGap)
    const over = columns.map((column) => nameOver(head, column))
    if (over.filter(isName).length < names) break
    if (over.every((name) => name !== '' && name.length <= longestName)) found = { columns, end: at }
  }
  return found
}

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

/** The page: `tops` are those of its ruled tables. */
export interface UnruledPage {
  page: number
  width: number
  tops: readonly number[]
}

/** The table under the head at `start`, or null. */
const tableAt = (
  lines: readonly Printed[],
  start: number,
  { columns, end }: Extent,
  { page, width }: UnruledPage,
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
  if (!last || count < fewestRows) return null
  return { xs, gaps, rows, top: head.line.y - head.line.size, bottom: last.y + last.size * 0.2, headerRows: 0, page }
}

/** Takes the tables without rules out of the glyphs; gives those and the glyphs that are left. */
export const unruledTables = (glyphs: Glyph[], page: UnruledPage): { tables: PdfTable[]; rest: Glyph[] } => {
  const lines = printedLines(glyphs)
  const tables: PdfTable[] = []
  const taken = new Set<Glyph>()
  for (let start = 0; start < lines.length; start++) {
    const head = lines[start]
    if (!head || namesIn(head.line) < fewestNames) continue
    const extent = extentOf(lines, start, page.tops)
    const table = extent && tableAt(lines, start, extent, page)
    if (!table) continue
    tables.push(table)
    for (const own of lines.slice(start, extent.end + 1)) for (const glyph of own.glyphs) taken.add(glyph)
    start = extent.end
  }
  return { tables, rest: taken.size === 0 ? glyphs : glyphs.filter((glyph) => !taken.has(glyph)) }
}

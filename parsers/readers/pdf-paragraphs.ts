/** Printed lines → paragraphs: a line goes on in the next unless indent, a short end, a gap or another size says otherwise. */
import type { Block, Paragraph, Table } from '../tree.js'
import { firstWordWidth, joinLines, type Line } from './pdf-lines.js'
import type { PdfCell, PdfTable } from './pdf-tables.js'

/** The text area of pages of one shape. */
export interface TextArea {
  left: number
  right: number
  /** Usual distance of baselines. */
  pitch: number
}

const quantile = (values: number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** What a page tells of its text area. */
export interface AreaPage {
  width: number
  lines: Line[]
  /** Left and right edges of its tables. */
  tables: { left: number; right: number }[]
}

/** Cells keep about this much room inside their border. */
const cellPadding = 6

/** Left and right margin and line distance of pages of one shape; a few outlying lines count for nothing. */
export const textArea = (pages: AreaPage[]): TextArea => {
  const lines = pages.flatMap((page) => page.lines)
  const tables = pages.flatMap((page) => page.tables)
  const gaps = pages.flatMap(({ lines: own }) =>
    own
      .slice(1)
      .map((line, index) => line.y - (own[index]?.y ?? 0))
      .filter((gap) => gap > 2),
  )
  const left = quantile(
    lines.map((line) => line.x0),
    0.03,
  )
  const right = quantile(
    lines.map((line) => line.x1),
    0.95,
  )
  const pitch = quantile(gaps, 0.4)
  const full = lines.filter((line) => Math.abs(line.x1 - right) < line.size).length
  if (full >= 3) return { left, right, pitch }
  // Where no lines share a right edge, none is known to be full: tables tell the margins, or both are taken to be alike.
  const outer = Math.min(left, ...tables.map((table) => table.left + cellPadding))
  const width = pages[0]?.width ?? 0
  return { left: outer, right: Math.max(right, width - outer, ...tables.map((table) => table.right - cellPadding)), pitch }
}

const isCentered = (line: Line, { left, right }: TextArea): boolean => {
  const before = line.x0 - left
  const after = right - line.x1
  return before > line.size * 2.6 && Math.abs(before - after) < line.size * 1.5
}

export interface PlacedLine {
  line: Line
  page: number
  area: TextArea
}

const sentenceEnd = /[。；：！？…”）]$/

/**
 * A number that opens a paragraph, after a sentence that ended in a full line: where paragraphs are not indented, the place alone
 * does not tell.
 */
const opensItem = (last: Line, line: Line): boolean =>
  /[。；;]$/.test(last.text) &&
  /^(?:\d{1,2}[.．、](?!\d)|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}、)/.test(
    line.text,
  )

/** Whether `next` opens a paragraph after the one from `first` to `last`; `cut` where a page end makes that uncertain. */
const opens = (first: PlacedLine, last: PlacedLine, next: PlacedLine): { opens: boolean; cut: boolean } => {
  const [p, c] = [last.line, next.line]
  const whole = { opens: true, cut: false }
  if (Math.abs(p.size - c.size) > p.size * 0.12) return whole
  // a title printed twice
  if (c.text === first.line.text) return whole
  if (isCentered(p, last.area) || isCentered(c, next.area)) return whole
  if (c.x0 - next.area.left > c.size * 1.2) return whole
  const isIndented = first.line.x0 - first.area.left > first.line.size * 1.2
  // a chapter's heading may stand at the margin though paragraphs are indented
  if (opensItem(p, c) && (!isIndented || /^[一二三四五六七八九十]{1,3}、/.test(c.text))) return whole
  const turned = next.page !== last.page
  if (!turned && c.y - p.y > last.area.pitch * 1.7) return whole
  const short = last.area.right - p.x1 > firstWordWidth(c) + p.size * 0.8
  return { opens: short, cut: short && turned && !sentenceEnd.test(p.text) }
}

/** Paragraphs of running text. */
export const paragraphsOf = (lines: PlacedLine[]): Paragraph[] => {
  const out: Paragraph[] = []
  let group: PlacedLine[] = []
  const flush = (cut: boolean): void => {
    const [first] = group
    if (!first) return
    const { text, struck } = joinLines(group.map(({ line }) => line))
    const data: NonNullable<Paragraph['data']> = { source: { page: first.page } }
    if (struck.length > 0) data.struck = struck
    if (isCentered(first.line, first.area)) data.centered = true
    if (group.every(({ line }) => line.bold)) data.bold = true
    if (cut) data.open = true
    out.push({ type: 'paragraph', value: text, data })
    group = []
  }
  for (const next of lines) {
    const [first] = group
    const last = group.at(-1)
    const decision = first && last ? opens(first, last, next) : { opens: false, cut: false }
    if (decision.opens) flush(decision.cut)
    group.push(next)
  }
  flush(false)
  return out
}

/** Paragraphs of a cell: a line that leaves room for the next word ends one, as does one before an indented line. */
const cellParagraphs = (cell: PdfCell, padding: number, page: number): Paragraph[] => {
  const groups: Line[][] = []
  const left = Math.min(...cell.lines.map((line) => line.x0))
  const limit = cell.x1 - padding
  for (const line of cell.lines) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const isIndented = line.x0 - left > line.size * 1.5 && Math.abs(line.x0 - cell.x0 - (cell.x1 - line.x1)) > line.size
    if (group && last && !isIndented && !opensItem(last, line) && limit - last.x1 < firstWordWidth(line) + last.size * 0.6)
      group.push(line)
    else groups.push([line])
  }
  return groups.map((group): Paragraph => {
    const { text, struck } = joinLines(group)
    const data: NonNullable<Paragraph['data']> = { source: { page } }
    if (struck.length > 0) data.struck = struck
    if (group.every((line) => line.bold)) data.bold = true
    return { type: 'paragraph', value: text, data }
  })
}

/** A table with its cells' lines joined. The room left free at a cell's edge is told by its column's leftmost line. */
export const tableOf = (table: PdfTable): Table => {
  const paddings = new Map<number, number>()
  for (const cell of table.rows.flat())
    for (const line of cell.lines)
      paddings.set(cell.column, Math.min(paddings.get(cell.column) ?? 12, Math.max(0, line.x0 - cell.x0)))
  return {
    type: 'table',
    data: { source: { page: table.page } },
    children: table.rows.map((row, index) => ({
      type: 'row' as const,
      ...(index < table.headerRows ? { data: { header: true } } : {}),
      children: row.map((cell) => ({
        type: 'cell' as const,
        column: cell.column,
        colspan: cell.colspan,
        rowspan: cell.rowspan,
        children: cellParagraphs(cell, paddings.get(cell.column) ?? 0, table.page),
      })),
    })),
  }
}

/** Text and tables in reading order. */
export const blocksOf = (parts: (PlacedLine | PdfTable)[]): Block[] => {
  const out: Block[] = []
  let lines: PlacedLine[] = []
  for (const part of parts) {
    if ('line' in part) lines.push(part)
    else {
      out.push(...paragraphsOf(lines), tableOf(part))
      lines = []
    }
  }
  return [...out, ...paragraphsOf(lines)]
}

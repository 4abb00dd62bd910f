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

/** How the cells of a column are printed: the room left free at their edges, and the stops that end paragraphs there, though their line is full. */
interface CellStyle {
  padding: number
  stops: string
}

/** Whether a cell's line leaves room for the first word of the next. */
const leavesRoom = (cell: PdfCell, padding: number, line: Line, next: Line): boolean =>
  cell.x1 - padding - line.x1 >= firstWordWidth(next) + line.size * 0.6

/** What a paragraph of a cell may end with. */
const sentenceStops = '。；）】'
/** A stop ends paragraphs where it ends so many lines with room left, and twice as many as it stands within. */
const leastEnds = 2

/** The stops that end paragraphs in a column's cells. */
function endingStops(cells: readonly PdfCell[], padding: number): string {
  const lines = cells.flatMap((cell) => cell.lines.map((line, i) => ({ cell, line, next: cell.lines[i + 1] })))
  const ends = (stop: string): boolean => {
    let [proven, within] = [0, 0]
    for (const { cell, line, next } of lines) {
      // （1） opens a line
      for (let at = line.text.indexOf(stop, 4); at >= 0 && at < line.text.length - 1; at = line.text.indexOf(stop, at + 1))
        if (!/[”’」）》】。；，]/.test(line.text.charAt(at + 1))) within++
      if (next && line.text.endsWith(stop) && leavesRoom(cell, padding, line, next)) proven++
    }
    return proven >= Math.max(leastEnds, within * 2)
  }
  return [...sentenceStops].filter(ends).join('')
}

/** Paragraphs of a cell: a line that leaves room for the next word ends one, as does one before an indented line. */
const cellParagraphs = (cell: PdfCell, { padding, stops }: CellStyle, page: number): Paragraph[] => {
  const groups: Line[][] = []
  const left = Math.min(...cell.lines.map((line) => line.x0))
  for (const line of cell.lines) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const isIndented = line.x0 - left > line.size * 1.5 && Math.abs(line.x0 - cell.x0 - (cell.x1 - line.x1)) > line.size
    const ends = last && (stops.includes(last.text.slice(-1)) || leavesRoom(cell, padding, last, line) || opensItem(last, line))
    if (group && !isIndented && !ends) group.push(line)
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

/** The style of a column's cells; the room at their edges is told by the leftmost line. */
function styleOf(cells: readonly PdfCell[]): CellStyle {
  let padding = 12
  for (const { lines, x0 } of cells) for (const line of lines) padding = Math.min(padding, Math.max(0, line.x0 - x0))
  return { padding, stops: endingStops(cells, padding) }
}

/** A table with its cells' lines joined. */
export const tableOf = (table: PdfTable): Table => {
  const columns = new Map<number, PdfCell[]>()
  for (const cell of table.rows.flat()) columns.set(cell.column, [...(columns.get(cell.column) ?? []), cell])
  const styles = new Map([...columns].map(([column, cells]) => [column, styleOf(cells)]))
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
        children: cellParagraphs(cell, styles.get(cell.column) ?? styleOf([]), table.page),
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

/** Ledgers: tables whose header names the fields, one item a row, or several rows where the problem is merged. */

import type { LaidCell } from '../layout/layout.js'
import { type FieldKind, fieldOf } from '../lexicon/labels.js'
import { labelAt } from '../tokens/label.js'
import { markAt } from '../tokens/marks.js'
import type { Span } from '../tree.js'
import { isEmptyValue, type RawItem, telling } from './raw-item.js'
import { bare, cellText } from './table-grid.js'

export interface Column {
  field: FieldKind | null
  /** Printed name, folded, without blanks. */
  name: string
}
/** The fields of the columns under a header of one or two rows. */
export function columnsOf(
  folded: string,
  grid: readonly (LaidCell | undefined)[][],
  header: number,
  second: boolean,
): Column[] {
  const top = grid[header] ?? []
  const below = second ? (grid[header + 1] ?? []) : []
  const width = Math.max(top.length, below.length)
  const columns: Column[] = []
  for (let c = 0; c < width; c++) {
    const upper = top[c] ? bare(cellText(folded, top[c] as LaidCell)) : ''
    const lowerCell = below[c]
    const lower = lowerCell && lowerCell !== top[c] ? bare(cellText(folded, lowerCell)) : ''
    const words = (s: string) => s.replace(/：$/, '')
    const sub = lower ? fieldOf(words(lower)) : null
    const both = lower ? fieldOf(words(upper + lower)) : null
    const up = fieldOf(words(upper))
    // 整改责任 over 单位 and 责任人; 整改进展 over 存在问题 is progress still
    const field = sub === 'problem' && up && up !== 'problem' ? up : (sub ?? both ?? up)
    columns.push({ field, name: lower ? `${upper}${lower}` : upper })
  }
  // of two columns of problems the first is the problem (the other may be 存在困难和问题)
  const problems = columns.filter((c) => c.field === 'problem')
  if (problems.length > 1) {
    const wide = longestColumn(
      folded,
      grid,
      header + (second ? 2 : 1),
      columns.map((c, i) => (c.field === 'problem' ? i : -1)).filter((i) => i >= 0),
    )
    columns.forEach((c, i) => {
      if (c.field === 'problem' && i !== wide) c.field = i < wide ? 'category' : 'other'
    })
  }
  return columns
}

function longestColumn(
  folded: string,
  grid: readonly (LaidCell | undefined)[][],
  from: number,
  among: readonly number[],
): number {
  let best = among[0] ?? -1
  let most = -1
  for (const c of among) {
    let length = 0
    for (const row of grid.slice(from)) length += row[c] ? cellText(folded, row[c] as LaidCell).length : 0
    if (length > most * 1.5) {
      most = length
      best = c
    }
  }
  return best
}

const sumRow = /^(?:合计|总计|小计|共计|总数|累计)/

/** The items of the rows from `from` on; null where the columns hold no problem. */
export function readLedger(
  folded: string,
  grid: readonly (LaidCell | undefined)[][],
  columns: Column[],
  from: number,
  heads: Span[],
): RawItem[] | null {
  let problemColumn = columns.findIndex((c) => c.field === 'problem')
  const tells = columns.filter((c) => c.field && telling.has(c.field)).length
  if (problemColumn < 0 && tells >= 2) {
    const unknown = columns.map((c, i) => (c.field === null ? i : -1)).filter((i) => i >= 0)
    problemColumn = unknown.length > 0 ? longestColumn(folded, grid, from, unknown) : -1
    const column = columns[problemColumn]
    if (column) column.field = 'problem'
  }
  if (problemColumn < 0) return null
  const numberColumn = columns.findIndex((c) => c.field === 'number')
  const items: RawItem[] = []
  let headings: Span[] = [...heads]
  let current: { item: RawItem; cell: LaidCell | undefined; row: number; rows: number } | null = null
  const above: (Span[] | undefined)[] = []
  for (let r = from; r < grid.length; r++) {
    const row = grid[r] ?? []
    const cells = [...new Set(row)].filter((c): c is LaidCell => c !== undefined)
    const filled = cells.filter((c) => c.paragraphs.length > 0)
    if (filled.length === 0) continue
    const texts = columns.map((_, c) => (row[c] ? bare(cellText(folded, row[c] as LaidCell)) : ''))
    if (isRepeatedHeader(columns, texts) || isColumnNumbers(filled.map((c) => bare(cellText(folded, c))))) continue
    const firstText = filled[0] ? bare(cellText(folded, filled[0])) : ''
    if (sumRow.test(firstText) || sumRow.test(texts[problemColumn] ?? '')) continue
    const wide = filled.length === 1 && filled[0]
    if (
      wide &&
      (wide.colspan >= Math.max(2, columns.length - 1) || (wide.column === 0 && columns.length > 3)) &&
      wide.rowspan === 1 &&
      wide.column !== problemColumn
    ) {
      const [first] = wide.paragraphs
      const last = wide.paragraphs.at(-1)
      if (/^(?:注|备注|说明|填表|填报|审核|单位盖章|联系)/.test(firstText)) continue
      if (first && last) headings = nest(folded, headings, heads, [first.start, last.end])
      current = null
      continue
    }
    const problemCell = row[problemColumn]
    const problemEmpty = isEmptyValue(texts[problemColumn] ?? '')
    const numberEmpty = numberColumn < 0 || isEmptyValue(texts[numberColumn] ?? '')
    const same = current !== null && problemCell !== undefined && problemCell === current.cell
    const sameNumber =
      numberColumn >= 0 && current !== null && row[numberColumn] !== undefined && (row[numberColumn]?.row ?? r) < r
    if (current && (same || (problemEmpty && (numberEmpty || sameNumber)))) current.rows++
    else if (problemEmpty || !problemCell) continue
    else {
      const item = startItem(folded, problemCell, numberColumn >= 0 ? row[numberColumn] : undefined, [
        ...headings,
        ...categoryCells(folded, row, columns),
      ])
      items.push(item)
      current = { item, cell: problemCell, row: r, rows: 0 }
    }
    const active: { item: RawItem; cell: LaidCell | undefined; row: number; rows: number } = current
    columns.forEach((column, c) => {
      const cell = row[c]
      if (
        !cell ||
        column.field === null ||
        column.field === 'number' ||
        column.field === 'problem' ||
        column.field === 'category'
      )
        return
      if (cell.column !== c && columns[cell.column]?.field === column.field) return
      if (active.rows > 0 && cell.row !== r) return
      let spans = cell.paragraphs.map((p): Span => [p.start, p.end])
      const words = texts[c] ?? ''
      const ditto = /^同上$|^〃$|^″$/.test(words)
      if (ditto) spans = above[c] ?? []
      else above[c] = spans
      if (isEmptyValue(words) || spans.length === 0) return
      active.item.fields.push({
        field: column.field,
        label: column.name,
        segments: spans,
        row: active.rows,
        merged: cell.rowspan > 1,
      })
      // a cell that stands for other items too is none of this item's own words
      const shared = cell.row < active.row || (cell.rowspan > 1 && cell.rowspan > (active.cell?.rowspan ?? 1))
      if (!ditto && !shared)
        active.item.span = [
          Math.min(active.item.span[0], ...spans.map((s) => s[0])),
          Math.max(active.item.span[1], ...spans.map((s) => s[1])),
        ]
    })
  }
  if (items.length === 0) return null
  return items
}

/** A full-width row opens a category; one with a mark of the same style as an open one takes its place. */
function nest(folded: string, open: readonly Span[], fixed: readonly Span[], span: Span): Span[] {
  const mark = markAt(folded, span[0])
  const words: Span = mark ? [mark.body, span[1]] : span
  const style = mark?.style ?? ''
  const keep: Span[] = [...fixed]
  for (const other of open.slice(fixed.length)) {
    const otherStyle = styleBefore(folded, other[0])
    if (otherStyle === style || (style === 'cn' && otherStyle !== 'part')) break
    keep.push(other)
  }
  return [...keep, words]
}

/** The style of the mark right before an offset. */
function styleBefore(folded: string, at: number): string {
  for (let i = Math.max(0, at - 8); i < at; i++) {
    const mark = markAt(folded, i)
    if (mark && mark.body === at) return mark.style
  }
  return ''
}

function categoryCells(folded: string, row: readonly (LaidCell | undefined)[], columns: readonly Column[]): Span[] {
  const spans: Span[] = []
  const seen = new Set<LaidCell>()
  columns.forEach((column, c) => {
    const cell = row[c]
    if (column.field !== 'category' || !cell || seen.has(cell)) return
    seen.add(cell)
    const [first] = cell.paragraphs
    const last = cell.paragraphs.at(-1)
    if (!first || !last || isEmptyValue(bare(cellText(folded, cell)))) return
    const mark = markAt(folded, first.start)
    spans.push([mark && !mark.doubtful && mark.body < last.end ? mark.body : first.start, last.end])
  })
  return spans
}

/** An item from the cell of its problem and that of its number. */
export function startItem(folded: string, problem: LaidCell, number: LaidCell | undefined, categories: Span[]): RawItem {
  const spans = problem.paragraphs.map((p): Span => [p.start, p.end])
  const [first] = spans
  const printed = number && !isEmptyValue(bare(cellText(folded, number))) ? number.paragraphs[0] : undefined
  let label: Span | null = printed ? [printed.start, printed.end] : null
  if (first) {
    const mark = markAt(folded, first[0])
    const single = !folded.slice(...first).includes('。（二）') && !(spans[1] && markAt(folded, spans[1][0])?.ordinal === 2)
    if (mark && !mark.doubtful && mark.body < first[1] && single && mark.style !== 'is') {
      label ??= [mark.start, mark.end]
      spans[0] = [mark.body, first[1]]
    }
    const inner = spans[0] ? labelAt(folded, spans[0][0], spans[0][1]) : null
    if (inner?.field === 'problem' && inner.form !== 'alone' && spans[0]) spans[0] = [inner.value, spans[0][1]]
  }
  const start = Math.min(label?.[0] ?? Number.POSITIVE_INFINITY, spans[0]?.[0] ?? 0)
  return { label, problem: spans, body: [], fields: [], categories, span: [start, spans.at(-1)?.[1] ?? start] }
}

const isRepeatedHeader = (columns: readonly Column[], texts: readonly string[]): boolean => {
  const named = columns.map((c, i) => [c.name, texts[i] ?? ''] as const).filter(([name]) => name)
  const same = named.filter(
    ([name, text]) => name === text || (text.length > 1 && name.endsWith(text)) || (text.length > 1 && name.startsWith(text)),
  ).length
  return named.length >= 2 && same * 3 >= named.length * 2
}
const isColumnNumbers = (texts: readonly string[]): boolean =>
  texts.length >= 3 && texts.every((text, i) => text === String(i + 1) || text === String(i) || text === `（${i + 1}）`)

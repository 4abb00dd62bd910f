/**
 * Tables as items. A table is a ledger when its header names fields; a table of label–value pairs is one or several items;
 * a table of one column is a frame around text. Everything else is no list of items.
 */
import { type FieldKind, fieldOf } from '../lexicon/labels.js'
import type { Span } from '../tree.js'
import { labelAt } from './label.js'
import type { LaidCell, LaidParagraph, LaidTable } from './layout.js'
import { markAt } from './marks.js'
import { isEmptyValue, type RawField, type RawItem } from './raw-item.js'

export interface Column {
  field: FieldKind | null
  /** Printed name, folded, without blanks. */
  name: string
}
export type TableReading =
  | { kind: 'ledger'; columns: Column[]; items: RawItem[] }
  | { kind: 'pairs'; items: RawItem[] }
  | { kind: 'flat'; paragraphs: LaidParagraph[] }
  | { kind: 'other' }

const telling = new Set<FieldKind>(['goal', 'measures', 'progress', 'deadline', 'status', 'lead_unit', 'supporting_unit', 'responsible_unit', 'acceptance_lead_unit', 'supervising_official', 'lead_official', 'responsible_official'])

export const cellText = (folded: string, cell: LaidCell): string => cell.paragraphs.map((p) => folded.slice(p.start, p.end)).join('')
const bare = (text: string): string => text.replace(/\s/g, '')

/** The cell that covers each place of the grid. */
function gridOf(table: LaidTable): (LaidCell | undefined)[][] {
  const grid: (LaidCell | undefined)[][] = table.rows.map(() => [])
  table.rows.forEach((row, r) => {
    for (const cell of row.cells)
      for (let dr = 0; dr < cell.rowspan && r + dr < grid.length; dr++) {
        const line = grid[r + dr]
        if (line) for (let dc = 0; dc < cell.colspan; dc++) line[cell.column + dc] ??= cell
      }
  })
  return grid
}

/** How many cells of a row are labels, and how many are filled. */
function labelCount(folded: string, row: readonly (LaidCell | undefined)[]): { known: number; filled: number; telling: number } {
  let known = 0
  let filled = 0
  let tells = 0
  for (const cell of new Set(row)) {
    if (!cell) continue
    const words = bare(cellText(folded, cell))
    if (!words) continue
    filled++
    const field = words.length <= 24 ? fieldOf(words.replace(/：$/, '')) : null
    if (field) known++
    if (field && (telling.has(field) || field === 'problem')) tells++
  }
  return { known, filled, telling: tells }
}

function columnsOf(folded: string, grid: readonly (LaidCell | undefined)[][], header: number, second: boolean): Column[] {
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
    const wide = longestColumn(folded, grid, header + (second ? 2 : 1), columns.map((c, i) => (c.field === 'problem' ? i : -1)).filter((i) => i >= 0))
    columns.forEach((c, i) => {
      if (c.field === 'problem' && i !== wide) c.field = i < wide ? 'category' : 'other'
    })
  }
  return columns
}

function longestColumn(folded: string, grid: readonly (LaidCell | undefined)[][], from: number, among: readonly number[]): number {
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

/** Reads a table; `previous` are the columns of the ledger that this table may go on with after a page end. */
export function readTable(folded: string, table: LaidTable, previous: readonly Column[] | null): TableReading {
  const paragraphs = table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs))
  if (table.columns <= 1) return { kind: 'flat', paragraphs }
  if (isPairs(folded, table)) {
    const items = readPairs(folded, table)
    if (items.length > 0) return { kind: 'pairs', items }
  }
  const grid = gridOf(table)
  for (let r = 0; r < Math.min(grid.length, 6); r++) {
    const row = grid[r] ?? []
    const { known, filled, telling: tells } = labelCount(folded, row)
    if (known < 2 || known * 5 < filled * 2 || tells < 1) continue
    const below = grid[r + 1] ?? []
    const under = below.some((cell, c) => cell && cell !== row[c] && (row[c]?.colspan ?? 1) > 1)
    const second = under && below.every((cell, c) => !cell || cell === row[c] || bare(cellText(folded, cell)).length <= 16) && labelCount(folded, below).known > 0
    const secondByShape = under && !second && below.every((cell, c) => !cell || cell === row[c] || (row[c]?.colspan ?? 1) > 1)
    const columns = columnsOf(folded, grid, r, second || secondByShape)
    const reading = ledger(folded, grid, columns, r + (second || secondByShape ? 2 : 1), captions(folded, grid, r))
    // a header whose data cells are labels again is a form of pairs
    const next = grid[r + (second || secondByShape ? 2 : 1)]
    if (next && labelCount(folded, next).known >= Math.max(2, known - 1) && grid.length <= 12 && !reading) break
    if (reading) return reading
    break
  }
  const pairs = readPairs(folded, table)
  if (pairs.length > 0) return { kind: 'pairs', items: pairs }
  if (previous && previous.length === table.columns) {
    const reading = ledger(folded, grid, [...previous], 0, [])
    if (reading) return reading
  }
  if (isFrame(table)) return { kind: 'flat', paragraphs }
  return { kind: 'other' }
}

/** Most rows have a label and then its value. */
function isPairs(folded: string, table: LaidTable): boolean {
  let pairs = 0
  for (const row of table.rows) {
    const [first, second] = row.cells
    if (first && second && row.cells.length <= 6 && isLabelCell(folded, first) && !isLabelCell(folded, second)) pairs++
  }
  return pairs >= 3 && pairs * 5 >= table.rows.length * 3
}
const isLabelCell = (folded: string, cell: LaidCell): boolean => {
  const words = bare(cellText(folded, cell)).replace(/：$/, '')
  return words.length > 0 && words.length <= 24 && fieldOf(words) !== null
}

/** A layout table: few cells, one of which holds nearly everything. */
function isFrame(table: LaidTable): boolean {
  const cells = table.rows.flatMap((row) => row.cells)
  const lengths = cells.map((cell) => cell.paragraphs.reduce((n, p) => n + p.end - p.start, 0))
  const total = lengths.reduce((a, b) => a + b, 0)
  return total > 400 && Math.max(...lengths) > total * 0.8
}

/** Full-width rows above the header are headings of the whole table; its title is none. */
function captions(folded: string, grid: readonly (LaidCell | undefined)[][], header: number): Span[] {
  const spans: Span[] = []
  for (const row of grid.slice(0, header)) {
    const cells = [...new Set(row)].filter((c): c is LaidCell => c !== undefined && c.paragraphs.length > 0)
    const [only] = cells
    if (cells.length !== 1 || !only) continue
    const [first] = only.paragraphs
    const mark = first ? markAt(folded, first.start) : null
    if (first && mark) spans.push([mark.body, first.end])
  }
  return spans
}

function ledger(folded: string, grid: readonly (LaidCell | undefined)[][], columns: Column[], from: number, heads: Span[]): TableReading | null {
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
    if (wide && (wide.colspan >= Math.max(2, columns.length - 1) || (wide.column === 0 && columns.length > 3)) && wide.rowspan === 1 && wide.column !== problemColumn) {
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
    const sameNumber = numberColumn >= 0 && current !== null && row[numberColumn] !== undefined && (row[numberColumn]?.row ?? r) < r
    if (current && (same || (problemEmpty && (numberEmpty || sameNumber)))) current.rows++
    else if (problemEmpty || !problemCell) continue
    else {
      const item = startItem(folded, problemCell, numberColumn >= 0 ? row[numberColumn] : undefined, [...headings, ...categoryCells(folded, row, columns)])
      items.push(item)
      current = { item, cell: problemCell, row: r, rows: 0 }
    }
    const active: { item: RawItem; cell: LaidCell | undefined; row: number; rows: number } = current
    columns.forEach((column, c) => {
      const cell = row[c]
      if (!cell || column.field === null || column.field === 'number' || column.field === 'problem' || column.field === 'category') return
      if (cell.column !== c && columns[cell.column]?.field === column.field) return
      if (active.rows > 0 && cell.row !== r) return
      let spans = cell.paragraphs.map((p): Span => [p.start, p.end])
      const words = texts[c] ?? ''
      const ditto = /^同上$|^〃$|^″$/.test(words)
      if (ditto) spans = above[c] ?? []
      else above[c] = spans
      if (isEmptyValue(words) || spans.length === 0) return
      active.item.fields.push({ field: column.field, label: column.name, segments: spans, row: active.rows, merged: cell.rowspan > 1 })
      // a cell that stands for other items too is none of this item's own words
      const shared = cell.row < active.row || (cell.rowspan > 1 && cell.rowspan > (active.cell?.rowspan ?? 1))
      if (!ditto && !shared) active.item.span = [Math.min(active.item.span[0], ...spans.map((s) => s[0])), Math.max(active.item.span[1], ...spans.map((s) => s[1]))]
    })
  }
  if (items.length === 0) return null
  return { kind: 'ledger', columns, items }
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

function startItem(folded: string, problem: LaidCell, number: LaidCell | undefined, categories: Span[]): RawItem {
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
  const same = named.filter(([name, text]) => name === text || (text.length > 1 && name.endsWith(text)) || (text.length > 1 && name.startsWith(text))).length
  return named.length >= 2 && same * 3 >= named.length * 2
}
const isColumnNumbers = (texts: readonly string[]): boolean => texts.length >= 3 && texts.every((text, i) => text === String(i + 1) || text === String(i) || text === `（${i + 1}）`)

/** Label–value pairs, in cells side by side or one line each. */
function readPairs(folded: string, table: LaidTable): RawItem[] {
  const fields: { field: FieldKind; label: string; spans: Span[] }[] = []
  for (const row of table.rows) {
    const cells = row.cells.filter((cell) => cell.paragraphs.length > 0 || row.cells.length <= 4)
    const [caption] = cells
    const head = caption?.paragraphs[0]
    // a full-width row over the pairs names the problem
    if (cells.length === 1 && caption && head && caption.colspan >= table.columns && labelAt(folded, head.start, head.end) === null && (markAt(folded, head.start) !== null || head.end - head.start > 12)) {
      fields.push({ field: 'problem', label: '', spans: caption.paragraphs.map((p): Span => [p.start, p.end]) })
      continue
    }
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]
      if (!cell) continue
      const words = bare(cellText(folded, cell)).replace(/：$/, '')
      const field = words.length <= 24 ? fieldOf(words) : null
      const next = cells[i + 1]
      if (field && next) {
        fields.push({ field, label: words, spans: next.paragraphs.map((p): Span => [p.start, p.end]) })
        i++
        continue
      }
      for (const p of cell.paragraphs) {
        const label = labelAt(folded, p.start, p.end)
        if (label) fields.push({ field: label.field, label: folded.slice(label.start, label.end), spans: label.value < p.end ? [[label.value, p.end]] : [] })
        else fields.at(-1)?.spans.push([p.start, p.end])
      }
    }
  }
  const known = new Set(fields.map((f) => f.field))
  const tells = [...known].filter((f) => telling.has(f)).length
  if (tells < 1 || (!known.has('problem') && tells < 2)) return []
  const items: RawItem[] = []
  // the problem may stand over the table: the caller looks there
  if (!known.has('problem')) {
    const all = fields.flatMap((f) => f.spans)
    items.push({ label: null, problem: [], body: [], fields: [], categories: [], span: [all[0]?.[0] ?? table.start, all.at(-1)?.[1] ?? table.end] })
  }
  let label: Span | null = null
  let categories: Span[] = []
  let waiting: RawField[] = []
  for (const { field, label: name, spans } of fields) {
    const [first] = spans
    const last = spans.at(-1)
    const words = spans.map((s) => folded.slice(...s)).join('')
    if (field === 'number') {
      label = first && !isEmptyValue(words) ? first : null
      continue
    }
    if (field === 'category') {
      categories = first && last && !isEmptyValue(words) ? [[first[0], last[1]]] : []
      continue
    }
    if (field === 'problem' && first && last && !isEmptyValue(words)) {
      const cell: LaidCell = { row: 0, column: 0, rowspan: 1, colspan: 1, paragraphs: spans.map(([start, end]) => ({ start, end, heading: 0, centered: false, bold: false, source: null })) }
      const item = startItem(folded, cell, undefined, categories)
      if (label) {
        item.label = label
        item.span = [Math.min(item.span[0], label[0]), item.span[1]]
      }
      item.fields.push(...waiting)
      waiting = []
      label = null
      categories = []
      items.push(item)
      continue
    }
    if (isEmptyValue(words) || !last || !first) continue
    const entry: RawField = { field, label: name, segments: spans, row: 0 }
    const item = items.at(-1)
    // a field that comes again before the next problem belongs to the next record
    if (item && !item.fields.some((f) => f.field === field && field !== 'other')) {
      item.fields.push(entry)
      item.span = [Math.min(item.span[0], first[0]), Math.max(item.span[1], last[1])]
    } else waiting.push(entry)
  }
  return items
}

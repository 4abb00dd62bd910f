/** Ledgers: tables whose columns are the fields, one item a row, or several rows where the problem is merged. */

import { isNoteField } from '../fields/actions.js'
import type { LaidCell } from '../layout/layout.js'
import type { FieldKind } from '../lexicon/labels.js'
import { labelAt } from '../tokens/label.js'
import { markAt } from '../tokens/marks.js'
import type { Span } from '../tree.js'
import { takeBracket } from './brackets.js'
import { isEmptyValue, type RawField, type RawItem } from './raw-item.js'
import { fieldsOf } from './table-cells.js'
import { bare, cellText, type GridRow, spansOf } from './table-grid.js'
import { categoryOf, isIdle, type RowContext } from './table-rows.js'

/** The item at hand and where its problem stands. */
interface Open {
  item: RawItem
  cell: LaidCell | undefined
  row: number
  rows: number
}

/** What stays open at the end of a table, for the one that goes on with it. */
export interface Carry {
  headings: readonly Span[]
  /** By column: the category that blank cells below it go on with, where cells cannot be merged. */
  category: ReadonlyMap<number, Span>
}

export interface Rows {
  items: RawItem[]
  /** Fields of the rows before the first item. */
  before: RawField[]
  /** Rows with a number and fields, and no problem: they are in no record. */
  lost: Span[]
  carry: Carry
}

/** The items of the rows from `from` on, under the headings of the whole table and those that the table before left open. */
export function readRows(context: RowContext, from: number, heads: readonly Span[], open: Carry | null): Rows {
  const { grid, problem, number } = context
  const items: RawItem[] = []
  const before: RawField[] = []
  const lost: Span[] = []
  let headings: Span[] = [...heads, ...(open?.headings ?? [])]
  let current: Open | null = null
  const above: Above = { spans: [], category: new Map(open?.category) }
  const counted = areCounted(context, from)
  for (let r = from; r < grid.rows.length; r++) {
    const row = grid.rows[r] ?? []
    if (isIdle(context, r)) continue
    const category = categoryOf(context, r)
    if (category) {
      headings = nest(grid.folded, headings, heads, category)
      current = null
      continue
    }
    const problemCell = row[problem]
    const empty = isEmptyValue(grid.words(r, problem))
    const numberEmpty = number < 0 || isEmptyValue(grid.words(r, number)) || (row[number]?.row ?? r) < r
    const same = current !== null && problemCell !== undefined && problemCell === current.cell
    if (!current && items.length === 0 && goesOn(grid.words(r, number), grid.words(r, problem))) {
      before.push(...fieldsOfRow(context, row, r, REST + r, above).map(({ field }) => field))
      continue
    }
    if (current && (same || (empty && numberEmpty) || goesOn(grid.words(r, number), grid.words(r, problem)))) current.rows++
    else if (empty || !problemCell) {
      const fields = fieldsOfRow(context, row, r, 0, above).map(({ field }) => field)
      if (items.length === 0 && empty && numberEmpty) before.push(...fields)
      else if (!numberEmpty && fields.length > 0) {
        lost.push(spanOfRow(row))
        current = null
      }
      continue
    } else {
      const item = startItem(
        grid.folded,
        problemCell,
        number >= 0 ? row[number] : undefined,
        [...headings.map((span) => unlabelled(grid.folded, span)), ...categoryCells(context, row, r, above)],
        counted,
      )
      items.push(item)
      current = { item, cell: problemCell, row: r, rows: 0 }
    }
    addRow(context, row, r, current, above)
  }
  onlyRows(items)
  return { items, before, lost, carry: { headings: headings.slice(heads.length), category: above.category } }
}

/** Rows of an item that stand in a further table are numbered from here on, behind those of its own. */
const REST = 1000

/** 4（续） or （续上页） in the place of the number and of the problem: the row before goes on. */
const goesOn = (number: string, problem: string): boolean =>
  /^（?续|（续）$/.test(number) || /^（?(?:续|接)[上前][页表]）?$/.test(problem)

const spanOfRow = (row: GridRow): Span => {
  const spans = row.flatMap((cell) => (cell ? spansOf(cell) : []))
  return [Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end))]
}

/**
 * Where rows of some items tell whose a measure is or until when, the only row of an item is its measure's; but what those items have once for
 * all their rows is the item's here, too.
 */
function onlyRows(items: readonly RawItem[]): void {
  const keyOf = ({ field, label }: RawField) => `${field} ${label}`
  const byRow = new Set(
    items.flatMap(({ fields }) => fields.flatMap((one) => (one.row > 0 && isNoteField(one.field) ? [keyOf(one)] : []))),
  )
  if (byRow.size === 0) return
  for (const item of items) {
    item.byRow = true
    if (item.fields.every(({ row }) => row === 0))
      for (const one of item.fields) if (isNoteField(one.field) && !byRow.has(keyOf(one))) one.merged = true
  }
}

/** A row of fields that no problem stands in, with the number that it prints. */
export interface NumberedFields {
  number: string
  fields: RawField[]
  /** What cells tell that begin in a row above and reach this one. */
  shared: RawField[]
}

/** The rows from `from` on of a table without problems. */
export function readFieldRows(context: RowContext, from: number): NumberedFields[] {
  const { grid, number } = context
  const above: Above = { spans: [], category: new Map() }
  return grid.rows.slice(from).flatMap((row, i): NumberedFields[] => {
    const r = from + i
    if (isIdle(context, r) || categoryOf(context, r)) return []
    const all = fieldsOfRow(context, row, r, 0, above)
    const fields = all.flatMap(({ field, cell }) => (cell.row === r ? [field] : []))
    const shared = all.flatMap(({ field, cell }) => (cell.row === r ? [] : [field]))
    return all.length > 0 ? [{ number: number < 0 ? '' : grid.words(r, number), fields, shared }] : []
  })
}

/** What 同上 stands for, column by column, and the categories that blank cells go on with. */
interface Above {
  spans: (Span[] | undefined)[]
  category: Map<number, Span>
}

/** Adds the fields of a row to its item, whose words they are unless their cell stands for other items too. */
function addRow(context: RowContext, row: GridRow, r: number, open: Open, above: Above): void {
  for (const { field, cell, ditto } of fieldsOfRow(context, row, r, open.rows, above)) {
    open.item.fields.push(field)
    const shared = cell.row < open.row || (cell.rowspan > 1 && cell.rowspan > (open.cell?.rowspan ?? 1))
    if (ditto || shared) continue
    const [start, end] = open.item.span
    open.item.span = [Math.min(start, ...field.segments.map((s) => s[0])), Math.max(end, ...field.segments.map((s) => s[1]))]
  }
}

/** Fields whose words are no other's, as those of the problem are. */
const isPart = (field: FieldKind | null): boolean =>
  field === 'goal' || field === 'measures' || field === 'progress' || field === 'status'

/** Whether a cell that is merged over several columns is the part of one before this. */
const isTaken = ({ columns }: RowContext, cell: LaidCell, c: number): boolean =>
  columns.slice(cell.column, c).some(({ field }) => isPart(field))

const isDitto = (words: string): boolean => /^(?:同[上前][栏行项条格]?|[〃″"”])。?$/.test(words)

function fieldsOfRow(
  context: RowContext,
  row: GridRow,
  r: number,
  rowOfItem: number,
  above: Above,
): { field: RawField; cell: LaidCell; ditto: boolean }[] {
  const { grid, columns } = context
  return columns.flatMap((column, c) => {
    const cell = row[c]
    const { field } = column
    if (!cell || field === null || field === 'number' || field === 'problem' || field === 'category') return []
    if (cell.column !== c && columns[cell.column]?.field === field) return []
    if (isPart(field) && (cell === row[context.problem] || isTaken(context, cell, c))) return []
    if (rowOfItem > 0 && cell.row !== r) return []
    const words = grid.words(r, c)
    const ditto = isDitto(words)
    const spans = ditto ? (above.spans[c] ?? []) : spansOf(cell)
    if (!ditto) above.spans[c] = spans
    if ((!ditto && isEmptyValue(words)) || spans.length === 0) return []
    return fieldsOf(grid.folded, column, spans).map((found) => ({
      field: { ...found, row: rowOfItem, merged: cell.rowspan > 1 },
      cell,
      ditto,
    }))
  })
}

/** A row of full width opens a category; one with a mark of the same style as an open one takes its place. */
export function nest(folded: string, open: readonly Span[], fixed: readonly Span[], span: Span): Span[] {
  const mark = markAt(folded, span[0])
  const words: Span = mark && mark.body < span[1] ? [mark.body, span[1]] : span
  const style = mark?.style ?? ''
  const keep: Span[] = [...fixed]
  for (const other of open.slice(fixed.length)) {
    const otherStyle = styleBefore(folded, other[0])
    if (otherStyle === style || (style === 'cn' && otherStyle !== 'part')) break
    keep.push(other)
  }
  return [...keep, words]
}

/** 反馈问题：党建责任不实 without its label. */
export function unlabelled(folded: string, span: Span): Span {
  const label = labelAt(folded, ...span)
  return label?.field === 'problem' && label.form === 'colon' && label.value < span[1] ? [label.value, span[1]] : span
}

/** The style of the mark right before an offset. */
function styleBefore(folded: string, at: number): string {
  for (let i = Math.max(0, at - 8); i < at; i++) {
    const mark = markAt(folded, i)
    if (mark && mark.body === at) return mark.style
  }
  return ''
}

/** The categories of a row; a blank cell goes on with the one above it. */
function categoryCells({ grid, columns }: RowContext, row: GridRow, r: number, above: Above): Span[] {
  const spans: Span[] = []
  columns.forEach((column, c) => {
    const cell = row[c]
    if (column.field !== 'category' || (cell && cell.column !== c)) return
    const words = grid.words(r, c)
    const span = words === '' || isDitto(words) ? above.category.get(c) : cell && categorySpan(grid.folded, cell, words)
    if (!span) return
    above.category.set(c, span)
    spans.push(span)
  })
  return spans
}

function categorySpan(folded: string, { paragraphs }: LaidCell, words: string): Span | undefined {
  const [first] = paragraphs
  const last = paragraphs.at(-1)
  if (!first || !last || isEmptyValue(words)) return undefined
  const mark = markAt(folded, first.start)
  return [mark && !mark.doubtful && mark.body < last.end ? mark.body : first.start, last.end]
}

/** Whether the problems have numbers of their own, so that 1.4个 is a number before a figure. */
function areCounted({ grid, problem, columns }: RowContext, from: number): boolean {
  const cells = new Set<LaidCell>()
  for (const row of grid.rows.slice(from)) {
    const cell = row[problem]
    // a row of full width is a heading, or stands below the table
    const wide = cell !== undefined && cell !== null && cell.colspan > 1 && cell.colspan >= columns.length - 1
    if (cell?.paragraphs[0] && !wide && !columns[problem]?.path.includes(grid.words(cell.row, problem))) cells.add(cell)
  }
  const marks = [...cells].map((cell) => markAt(grid.folded, cell.paragraphs[0]?.start ?? 0))
  // all begin with a number: some with one that is nothing else, or all in order
  const numbered = marks.length >= 2 && marks.every((mark) => mark?.style === 'ar')
  const inOrder = marks.every((mark, i) => i === 0 || mark?.ordinal === (marks[i - 1]?.ordinal ?? 0) + 1)
  return numbered && (inOrder || marks.some((mark) => mark?.doubtful === false))
}

/** An item from the cell of its problem and that of its number; `counted` where the problems' own numbers are sure. */
export function startItem(
  folded: string,
  problem: LaidCell,
  number: LaidCell | undefined,
  categories: Span[],
  counted = false,
): RawItem {
  const spans = spansOf(problem)
  const [first] = spans
  const printed = number && !isEmptyValue(bare(cellText(folded, number))) ? number.paragraphs[0] : undefined
  let label: Span | null = printed ? [printed.start, printed.end] : null
  // a number that is merged over several problems stands before the first of them
  const isAbove = printed !== undefined && number !== undefined && number.row < problem.row
  if (first) {
    const mark = markAt(folded, first[0])
    const single = !folded.slice(...first).includes('。（二）') && !(spans[1] && markAt(folded, spans[1][0])?.ordinal === 2)
    if (mark && (!mark.doubtful || counted) && mark.body < first[1] && single && mark.style !== 'is') {
      label ??= [mark.start, mark.end]
      spans[0] = [mark.body, first[1]]
    }
    const inner = spans[0] ? labelAt(folded, spans[0][0], spans[0][1]) : null
    if (inner?.field === 'problem' && inner.form !== 'alone' && spans[0]) spans[0] = [inner.value, spans[0][1]]
  }
  const start = Math.min(isAbove ? Number.POSITIVE_INFINITY : (label?.[0] ?? Number.POSITIVE_INFINITY), spans[0]?.[0] ?? 0)
  const end = spans.at(-1)?.[1] ?? start
  const fields: RawField[] = []
  takeBracket(folded, spans, fields)
  return { label, problem: spans, body: [], fields, categories, span: [start, end] }
}

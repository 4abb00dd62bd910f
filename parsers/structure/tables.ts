/**
 * Tables as items. A table is a ledger when its columns are fields; a table of label–value pairs is one or several items; columns of fields
 * without a problem are fields of items that stand elsewhere; a table of one column is a frame around text. Everything else is no list of items.
 */

import { type Legend, meant } from '../fields/legend.js'
import type { LaidCell, LaidParagraph, LaidTable } from '../layout/layout.js'
import { otherBody, sumRow } from '../lexicon/columns.js'
import { type Mark, markAt } from '../tokens/marks.js'
import type { Span } from '../tree.js'
import { parseNumeral } from '../values/numerals.js'
import { type RawField, type RawItem, telling } from './raw-item.js'
import { type Column, type Columns, columnNamed, resolve } from './table-columns.js'
import { bare, cellText, type Grid, gridOf } from './table-grid.js'
import { type Head, headOf, namesIn } from './table-head.js'
import { type Carry, type NumberedFields, readFieldRows, readRows } from './table-ledger.js'
import { isPairs, readPairs } from './table-pairs.js'
import { categoryOf, isIdle, rowContext } from './table-rows.js'

export type { Column } from './table-columns.js'

/** What reading a table noticed. */
export interface TableNotice {
  code: 'unknown_column' | 'column_by_content' | 'row_without_problem'
  message: string
  span: Span | null
}

export interface LedgerReading {
  kind: 'ledger'
  columns: Column[]
  items: RawItem[]
  /** Fields of rows before the first item: they go on with the last item of the table before. */
  before: RawField[]
  /** What stays open at its end. */
  carry: Carry
  notices: TableNotice[]
}

/** A table without problems whose columns are fields: of the item that it stands under, or of items by their number. */
export interface FieldsReading {
  kind: 'fields'
  rows: NumberedFields[]
  /** No column is unknown. */
  known: boolean
}

export type TableReading =
  | LedgerReading
  | FieldsReading
  | { kind: 'pairs'; items: RawItem[]; notices: TableNotice[] }
  | { kind: 'flat'; paragraphs: LaidParagraph[] }
  | { kind: 'other' }

/** Reads a table; `previous` is the ledger that this table may go on with after a page end, `legend` what signs mean. */
export function readTable(
  folded: string,
  table: LaidTable,
  previous: Pick<LedgerReading, 'columns' | 'carry'> | null,
  legend?: Legend,
): TableReading {
  const paragraphs = table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs))
  if (table.columns <= 1) return { kind: 'flat', paragraphs }
  const grid = gridOf(folded, table, legend)
  const form = (): TableReading | null => {
    const pairs = readPairs(grid, table)
    // a head over nothing but the sum
    const isSum = ({ label }: RawItem): boolean => label !== null && sumRow.test(folded.slice(...label))
    if (!pairs || pairs.items.every(isSum)) return null
    return { kind: 'pairs', items: pairs.items, notices: noticesOf(pairs.columns, (c) => pairs.places[c] ?? null) }
  }
  if (isPairs(grid, table)) {
    const reading = form()
    if (reading) return reading
  }
  const head = headOf(grid)
  // a head printed again: over a table that goes on with the one before, or in the middle of it
  const again = previous?.columns.length === table.columns && head !== null && isSame(head, previous.columns)
  if (head?.sure) {
    const reading =
      again && hasRowsAbove(grid, head)
        ? ledger(grid, null, [...previous.columns], 0, [], previous.carry)
        : readLedger(grid, head, again ? previous.carry : null)
    if (reading) return reading
  }
  if (!head?.sure && previous?.columns.length === table.columns) {
    const reading = ledger(grid, null, [...previous.columns], 0, [], previous.carry)
    if (reading) return reading
  }
  const reading = form()
  const tells = reading?.kind === 'pairs' && reading.items.some(({ problem }) => problem.length > 0)
  const fields = head?.sure && !tells ? fieldsUnder(grid, head) : null
  const own = fields ?? reading
  if (own) return own
  if (head && !head.sure) {
    const reading = readLedger(grid, head, again ? previous.carry : null)
    if (reading) return reading
  }
  if (isFrame(table)) return { kind: 'flat', paragraphs }
  return { kind: 'other' }
}

/** 整改措施 | 责任单位 | 完成时限 under a problem: the fields of each row; null where the columns tell too little. */
function fieldsUnder(grid: Grid, head: Head): FieldsReading | null {
  const from = head.at + head.depth
  const { columns, unknown } = resolve(head.paths, bodyCells(grid, head, from))
  const told = new Set(columns.flatMap(({ field }) => (field !== null && telling.has(field) ? [field] : [])))
  // 序号 | 整改措施 beside a list of problems: the number tells whose it is
  const numbered = told.size === 1 && unknown.length === 0 && columns.some(({ field }) => field === 'number')
  if ((told.size < 2 && !numbered) || columns.some(({ field }) => field === 'problem')) return null
  const rows = readFieldRows(rowContext(grid, head, columns, from), from)
  return rows.length > 0 ? { kind: 'fields', rows, known: unknown.length === 0 } : null
}

/** One count over tables of one item each: 2.6个党支部… behind 1.… in the table before. */
export function countOn(folded: string, tables: Iterable<TableReading>): void {
  const items = [...tables].flatMap((reading) =>
    reading.kind === 'pairs' || (reading.kind === 'ledger' && reading.items.length === 1) ? reading.items : [],
  )
  const markOf = (item: RawItem | undefined): Mark | null =>
    item?.label ? markAt(folded, item.label[0]) : item?.problem[0] ? markAt(folded, item.problem[0][0]) : null
  const follows = (mark: Mark, next: Mark | null): boolean => next?.style === mark.style && next.ordinal === mark.ordinal + 1
  let last: Mark | null = null
  items.forEach((item, i) => {
    const mark = markOf(item)
    const [first] = item.problem
    if (!item.label && first && mark && mark.body < first[1]) {
      if (!(last ? follows(last, mark) : mark.ordinal === 1 && (!mark.doubtful || follows(mark, markOf(items[i + 1]))))) return
      item.label = [mark.start, mark.end]
      item.problem[0] = [mark.body, first[1]]
    }
    if (item.label) last = mark
  })
}

const isSame = (head: Head, columns: readonly Column[]): boolean =>
  columns.every(({ path }, c) => head.paths[c]?.every((name) => path.includes(name)) ?? path.length === 0)

/** Whether more than titles stands above a head. */
const hasRowsAbove = (grid: Grid, head: Head): boolean =>
  grid.rows.slice(0, head.at).some((_, r) => grid.cells(r).filter((cell) => cell.paragraphs.length > 0).length > 1)

/** The ledger under a head; null where its columns or rows are none. */
function readLedger(grid: Grid, head: Head, open: Carry | null): TableReading | null {
  const from = head.at + head.depth
  const found = resolve(head.paths, bodyCells(grid, head, from))
  groupsBefore(grid, found, from)
  numbersBefore(grid, found, from)
  if (!found.columns.some(({ field }) => field === 'problem')) return null
  // a head of unknown names needs more than the problem
  const tells = found.columns.filter(({ field }) => field !== null && field !== 'number' && field !== 'other').length
  if (!head.sure && tells < 3) return null
  const reading = ledger(grid, head, found.columns, from, captions(grid, head.at), open)
  // a head over names again is a form of pairs
  const next = grid.rows.length - from === 1 ? namesIn(grid, from) : null
  if (!reading || (next && next.known >= 2)) return null
  return { ...reading, notices: [...noticesOf(found, (c) => nameSpan(grid, head, c)), ...reading.notices] }
}

/** A name over its group, and no place or body: 开办企业, 党的建设. */
const isGroup = (words: string): boolean =>
  words.length >= 2 && words.length <= 24 && !/[。；，\d]|[省市县区州旗镇乡局委办]$|街道$/.test(words)

/** 一级指标: a column before the problem whose cells are merged over several problems groups them, whatever it is called. */
function groupsBefore(grid: Grid, { columns, unknown }: Columns, from: number): void {
  const problem = columns.findIndex(({ field }) => field === 'problem')
  if (columns.some(({ field }) => field === 'category')) return
  const c = unknown.find((at) => {
    const cells = [...new Set(grid.rows.slice(from).flatMap((row) => row[at] ?? []))]
    const problems = ({ row, rowspan }: LaidCell) =>
      new Set(grid.rows.slice(row, row + rowspan).map((one) => one[problem])).size
    return (
      at < problem &&
      !otherBody.test(columns[at]?.name ?? '') &&
      cells.some((cell) => problems(cell) > 1) &&
      cells.every((cell) => cell.paragraphs.length === 0 || isGroup(bare(cellText(grid.folded, cell))))
    )
  })
  if (c === undefined) return
  Object.assign(columns[c] ?? {}, { field: 'category', told: true })
  unknown.splice(unknown.indexOf(c), 1)
}

/** 1, 问题一, 第二项: a row's number alone in its cell. */
const counted = /^(?:问题|任务|事项|第)?(\d{1,3}|[一二三四五六七八九十百]{1,4})(?:[项条个号](?:问题|任务)?)?[.、．：]?$/

/** 项目: a column before the problem whose cells count the rows is that of the numbers, whatever it is called. */
function numbersBefore(grid: Grid, { columns, unknown }: Columns, from: number): void {
  const problem = columns.findIndex(({ field }) => field === 'problem')
  if (columns.some(({ field }) => field === 'number')) return
  const c = columns.findIndex(({ field }, at) => {
    if (at >= problem || (field !== null && field !== 'other' && field !== 'category')) return false
    const cells = new Set(grid.rows.slice(from).flatMap((row) => row[at] ?? []))
    const numbers = [...cells].flatMap((cell) => {
      const words = bare(cellText(grid.folded, cell))
      const figure = counted.exec(words)?.[1]
      return words === '' ? [] : [figure === undefined ? null : parseNumeral(figure)]
    })
    return numbers.length > 1 && numbers.every((number, nth) => number !== null && number === (numbers[0] ?? 0) + nth)
  })
  if (c < 0) return
  Object.assign(columns[c] ?? {}, { field: 'number', told: true })
  if (unknown.includes(c)) unknown.splice(unknown.indexOf(c), 1)
}

/** The words of the cells below a head, column by column; a merged cell once. */
function bodyCells(grid: Grid, head: Head, from: number): string[][] {
  const named = head.paths.map(columnNamed)
  const context = rowContext(grid, head, named, from)
  const seen = new Set<LaidCell>()
  const cells: string[][] = named.map(() => [])
  for (let r = from; r < grid.rows.length; r++) {
    if (isIdle(context, r) || categoryOf(context, r)) continue
    grid.rows[r]?.forEach((cell, c) => {
      if (!cell || seen.has(cell) || cell.column !== c) return
      seen.add(cell)
      cells[c]?.push(meant(grid.legend, grid.words(r, c)))
    })
  }
  return cells
}

function ledger(
  grid: Grid,
  head: Head | null,
  columns: Column[],
  from: number,
  heads: Span[],
  open: Carry | null,
): LedgerReading | null {
  if (!columns.some(({ field }) => field === 'problem')) return null
  const context = rowContext(grid, head, columns, from)
  const { items, before, lost, carry } = readRows(context, from, heads, open)
  if (items.length === 0) return null
  const notices = lost.map((span): TableNotice => {
    const words = grid.folded.slice(...span).replace(/\s+/g, ' ')
    const message = `a row with a number tells no problem; its cells are in no record: ${words.slice(0, 60)}`
    return { code: 'row_without_problem', message, span }
  })
  return { kind: 'ledger', columns, items, before, carry, notices }
}

function noticesOf({ columns, told, unknown }: Columns, place: (c: number) => Span | null): TableNotice[] {
  return [
    ...told.map((c): TableNotice => {
      const { field, name } = columns[c] ?? { field: null, name: '' }
      const message = `the column ${name} is read as ${field} by what it holds`
      return { code: 'column_by_content', message, span: place(c) }
    }),
    ...unknown.map((c): TableNotice => {
      const message = `the column ${columns[c]?.name ?? ''} is of no known field; its cells are in no record`
      return { code: 'unknown_column', message, span: place(c) }
    }),
  ]
}

/** Where the name of a column stands. */
function nameSpan(grid: Grid, head: Head, c: number): Span | null {
  const spans = grid.rows[head.at + head.depth - 1]?.[c]?.paragraphs ?? []
  const [first] = spans
  const last = spans.at(-1)
  return first && last ? [first.start, last.end] : null
}

/** A layout table: few cells, one of which holds nearly everything. */
function isFrame(table: LaidTable): boolean {
  const cells = table.rows.flatMap((row) => row.cells)
  const lengths = cells.map((cell) => cell.paragraphs.reduce((n, p) => n + p.end - p.start, 0))
  const total = lengths.reduce((a, b) => a + b, 0)
  return total > 400 && Math.max(...lengths) > total * 0.8
}

/** Numbered rows of full width above the head are headings of the whole table; its title is none. */
function captions(grid: Grid, head: number): Span[] {
  const spans: Span[] = []
  for (let r = 0; r < head; r++) {
    const cells = grid.cells(r).filter((cell) => cell.paragraphs.length > 0)
    const [first] = cells[0]?.paragraphs ?? []
    const mark = cells.length === 1 && first ? markAt(grid.folded, first.start) : null
    if (first && mark) spans.push([mark.body, first.end])
  }
  return spans
}

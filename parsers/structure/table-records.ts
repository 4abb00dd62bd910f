/** The records of a form: labels and their values, parted where the next problem begins. */
import type { LaidCell } from '../layout/layout.js'
import type { FieldKind } from '../lexicon/labels.js'
import type { Span } from '../tree.js'
import { isEmptyValue, type RawField, type RawItem } from './raw-item.js'
import { fieldsOf } from './table-cells.js'
import type { Column } from './table-columns.js'
import { nest, startItem, unlabelled } from './table-ledger.js'

/** A label and its value. */
export interface Entry {
  /** Its names, the group's first. */
  path: readonly string[]
  /** Where the label stands. */
  at: Span | null
  spans: Span[]
  /** Row of a table of measures inside the form. */
  row: number
  /** A row of full width, which names the problem where no label does, and else heads the records below. */
  wide?: boolean
}

/** The items of the entries: a record begins with its number, with its problem, or where a field comes again. */
export function itemsOf(
  folded: string,
  entries: readonly Entry[],
  columns: ReadonlyMap<string, Column | undefined>,
  hasProblem: boolean,
  place: Span,
): RawItem[] {
  const items: RawItem[] = []
  // the problem may stand over the table: the caller looks there
  if (!hasProblem) {
    const all = entries.flatMap((entry) => entry.spans)
    items.push({
      label: null,
      problem: [],
      body: [],
      fields: [],
      categories: [],
      span: [all[0]?.[0] ?? place[0], all.at(-1)?.[1] ?? place[1]],
    })
  }
  const field = (entry: Entry): FieldKind | null => columns.get(entry.path.join('\n'))?.field ?? null
  // 填报时间 may stand over the first number
  const counted = entries.map(field).find((kind) => kind !== null && kind !== 'other') === 'number'
  const opensWithProblem =
    entries.map(field).find((kind) => kind !== null && kind !== 'number' && kind !== 'category' && kind !== 'other') ===
    'problem'
  const record = new Records(folded, items)
  for (const entry of entries) {
    const column = columns.get(entry.path.join('\n'))
    if (entry.wide && !column) record.head(entry.spans)
    if (!column?.field) continue
    if (counted && column.field === 'number') record.close()
    record.add(column, column.field, entry, opensWithProblem || counted || !hasProblem)
  }
  return items
}

/** Puts fields to their items; what comes before a record's problem waits for it. */
class Records {
  private label: Span | null = null
  private categories: Span[] = []
  private headings: Span[] = []
  private waiting: RawField[] = []
  private closed = false

  constructor(
    private readonly folded: string,
    private readonly items: RawItem[],
  ) {}

  /** What comes next is of another record. */
  close(): void {
    this.closed = true
  }

  /** A heading over the records that come. */
  head(spans: readonly Span[]): void {
    const [first] = spans
    const last = spans.at(-1)
    if (first && last) this.headings = nest(this.folded, this.headings, [], [first[0], last[1]])
    this.closed = true
  }

  add(column: Column, field: FieldKind, { spans, row }: Entry, whole: boolean): void {
    const [first] = spans
    const last = spans.at(-1)
    const empty = isEmptyValue(spans.map((s) => this.folded.slice(...s)).join(''))
    if (field === 'number') this.label = first && !empty ? first : null
    else if (field === 'category') this.categories = first && last && !empty ? [[first[0], last[1]]] : []
    else if (empty || !first || !last) return
    else if (field === 'problem') this.open(spans)
    else {
      const fields = fieldsOf(this.folded, column, spans).map((found): RawField => ({ ...found, row }))
      const item = this.items.at(-1)
      // 整改状态 and 是否销号 are two words of one item; the same word again is the next one's
      const again = item?.fields.some((other) => other.label === column.name && field !== 'other' && other.row === row) ?? false
      if (item && !this.closed && (whole || !again)) {
        item.fields.push(...fields)
        item.span = [Math.min(item.span[0], first[0]), Math.max(item.span[1], last[1])]
      } else this.waiting.push(...fields)
    }
  }

  private open(spans: readonly Span[]): void {
    const cell: LaidCell = {
      row: 0,
      column: 0,
      rowspan: 1,
      colspan: 1,
      paragraphs: spans.map(([start, end]) => ({
        start,
        end,
        heading: 0,
        centered: false,
        bold: false,
        strong: [],
        source: null,
      })),
    }
    const item = startItem(this.folded, cell, undefined, [
      ...this.headings.map((span) => unlabelled(this.folded, span)),
      ...this.categories,
    ])
    if (this.label) {
      item.label = this.label
      item.span = [Math.min(item.span[0], this.label[0]), item.span[1]]
    }
    for (const field of this.waiting) {
      item.fields.push(field)
      const starts = field.segments.map(([start]) => start)
      const ends = field.segments.map(([, end]) => end)
      item.span = [Math.min(item.span[0], ...starts), Math.max(item.span[1], ...ends)]
    }
    this.waiting = []
    this.label = null
    this.categories = []
    this.closed = false
    this.items.push(item)
  }
}

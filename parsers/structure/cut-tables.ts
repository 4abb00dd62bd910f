/** What tables give to a reading's items: rows that are items, fields of the item that a table stands under, fields of items by their number. */
import { aboveRow, headingSpans, namesList } from './categories.js'
import { statesOf } from './decode.js'
import type { Source } from './propose.js'
import type { RawField, RawItem } from './raw-item.js'
import type { State } from './state.js'
import type { TableReading } from './tables.js'

/** The items of a table under the headings that it stands under. The table's own items stay as they are: other readings use them too. */
export function cutRows(source: Source, s: State): RawItem[] {
  const table = source.tables.get(s.line)
  if (table?.kind !== 'ledger' && table?.kind !== 'pairs') return []
  const above = headingSpans(source, s.headings)
  const line = source.lines[s.line - 1]
  const items = table.items.map((item): RawItem => ({ ...item }))
  const [first] = items
  // 问题一：… over a table of its fields
  if (table.kind === 'pairs' && first && first.problem.length === 0 && line && !line.table) {
    first.problem = [[line.label?.field === 'problem' ? line.label.value : line.body, line.end]]
    first.label = line.mark ? [line.mark.start, line.mark.end] : null
    first.span = [line.start, first.span[1]]
    if (s.headings?.line === s.line - 1) above.pop()
  }
  // 问题一 over a form that names its problem is the item's number
  else if (table.kind === 'pairs' && first && items.length === 1 && !first.label && line?.mark?.style === 'issue') {
    if (line.body >= line.end)
      Object.assign(first, { label: [line.mark.start, line.mark.end], span: [line.start, first.span[1]] })
  }
  const atTable = s.headings?.line === s.line - 1 && !line?.mark
  for (const item of items)
    item.categories = namesList(source.folded, [...aboveRow(source.folded, above, atTable, item), ...item.categories])
  return items
}

const digits = (words: string): string => words.replace(/\D/g, '')

/** 问题清单, 任务清单 and 责任清单 as tables of the same numbers: row n of a table without problems tells of problem n. */
export function joinByNumber({ folded, lines, tables }: Source, end: State, items: readonly RawItem[]): void {
  const byNumber = new Map(items.map((item) => [item.label ? digits(folded.slice(...item.label)) : '', item]))
  if (byNumber.size < 2 || byNumber.size < items.length || byNumber.has('')) return
  for (const { line, zone } of statesOf(end)) {
    const table = tables.get(line)
    if (!lines[line]?.table || table?.kind !== 'fields' || zone === 'head' || zone === 'field') continue
    const { rows, known } = table
    if (!known || rows.length !== items.length) continue
    const told = new Set(rows.flatMap(({ fields }) => fields.map(({ field }) => field)))
    const isFree = items.every(({ fields }) => fields.every(({ field }) => !told.has(field)))
    const numbers = new Set(rows.map(({ number }) => digits(number)))
    if (!isFree || ![...byNumber.keys()].every((n) => numbers.has(n))) continue
    for (const { number, fields, shared } of rows) {
      const item = byNumber.get(digits(number))
      const own = [...fields, ...shared]
      item?.fields.push(...own)
      if (item) item.elsewhere = [...(item.elsewhere ?? []), ...own.flatMap(({ segments }) => segments)]
    }
  }
}

/** The fields of a table under a problem: its labels and values, or a row for each measure; null where it has a problem of its own or none. */
export function fieldsIn(table: TableReading | undefined): RawField[] | null {
  if (table?.kind === 'fields') return table.rows.flatMap(({ fields }, row) => fields.map((field) => ({ ...field, row })))
  const [own] = table?.kind === 'pairs' ? table.items : []
  return own && own.problem.length === 0 ? own.fields : null
}

/** Whether the tables under problems have a row for each measure. */
export const hasMeasureRows = ({ tables }: Source): boolean =>
  [...tables.values()].some((table) => table.kind === 'fields' && table.rows.length > 1)

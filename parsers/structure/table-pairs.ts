/** Tables of labels and values side by side: one item, or several one under the other. */

import type { LaidCell, LaidTable } from '../layout/layout.js'
import { type FieldKind, fieldOf } from '../lexicon/labels.js'
import { labelAt } from '../tokens/label.js'
import { markAt } from '../tokens/marks.js'
import type { Span } from '../tree.js'
import { isEmptyValue, type RawField, type RawItem, telling } from './raw-item.js'
import { bare, cellText } from './table-grid.js'
import { startItem } from './table-ledger.js'

/** Most rows have a label and then its value. */
export function isPairs(folded: string, table: LaidTable): boolean {
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

/** Label–value pairs, in cells side by side or one line each. */
export function readPairs(folded: string, table: LaidTable): RawItem[] {
  const fields: { field: FieldKind; label: string; spans: Span[] }[] = []
  for (const row of table.rows) {
    const cells = row.cells.filter((cell) => cell.paragraphs.length > 0 || row.cells.length <= 4)
    const [caption] = cells
    const head = caption?.paragraphs[0]
    // a full-width row over the pairs names the problem
    if (
      cells.length === 1 &&
      caption &&
      head &&
      caption.colspan >= table.columns &&
      labelAt(folded, head.start, head.end) === null &&
      (markAt(folded, head.start) !== null || head.end - head.start > 12)
    ) {
      // 问题一 alone is the number of what stands below
      const mark = markAt(folded, head.start)
      const numberOnly = mark !== null && mark.body >= head.end
      fields.push({
        field: numberOnly ? 'number' : 'problem',
        label: '',
        spans: caption.paragraphs.map((p): Span => [p.start, p.end]),
      })
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
        if (label)
          fields.push({
            field: label.field,
            label: folded.slice(label.start, label.end),
            spans: label.value < p.end ? [[label.value, p.end]] : [],
          })
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
    items.push({
      label: null,
      problem: [],
      body: [],
      fields: [],
      categories: [],
      span: [all[0]?.[0] ?? table.start, all.at(-1)?.[1] ?? table.end],
    })
  }
  let label: Span | null = null
  let categories: Span[] = []
  let waiting: RawField[] = []
  // where the problem opens each record, a field that comes twice is one record's still
  const opensWithProblem =
    fields.find(({ field }) => field !== 'number' && field !== 'category' && field !== 'other')?.field === 'problem'
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
      const cell: LaidCell = {
        row: 0,
        column: 0,
        rowspan: 1,
        colspan: 1,
        paragraphs: spans.map(([start, end]) => ({ start, end, heading: 0, centered: false, bold: false, source: null })),
      }
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
    if (item && (opensWithProblem || !item.fields.some((f) => f.field === field && field !== 'other'))) {
      item.fields.push(entry)
      item.span = [Math.min(item.span[0], first[0]), Math.max(item.span[1], last[1])]
    } else waiting.push(entry)
  }
  return items
}

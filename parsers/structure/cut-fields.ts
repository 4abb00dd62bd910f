/** The labelled fields of an item, line by line. */
import { isStatusOnly } from '../fields/status.js'
import type { Line } from '../tokens/lines.js'
import type { Span } from '../tree.js'
import { fieldsIn } from './cut-tables.js'
import { ofProblem } from './features.js'
import type { Source } from './propose.js'
import type { RawField } from './raw-item.js'
import type { State } from './state.js'
import { cellSpans } from './table-grid.js'

/** The labelled fields of an item, and its lines that stand before any label. */
export function fieldsOf(source: Source, states: readonly State[]): { fields: RawField[]; text: Span[] } {
  const { folded, lines } = source
  const fields: RawField[] = []
  const text: Span[] = []
  const resumed = states.some((s) => s.role === 'resume')
  let row = 0
  let open: RawField | null = null
  const doing = states.some((s) => s.role !== 'open' && (s.field === 'measures' || s.field === 'progress'))
  let unlabelled = false
  // where a count begins right under the problem
  let counted = -1
  for (const s of states) {
    const line = lines[s.line]
    if (!line) continue
    const told = line.table && (s.role === 'text' || s.role === 'value') ? fieldsIn(source.tables.get(s.line)) : null
    if (told) {
      fields.push(...told)
      open = null
      continue
    }
    const begins = s.role === 'label' || (s.role === 'open' && line.label !== null && line.label.field !== 'problem')
    if (begins && line.label) {
      // 问题。⏎1.…⏎责任单位：…⏎2.…: the measures that nothing labels have units of their own
      if (resumed && s.measures !== null && counted >= 0) {
        fields.push({ field: 'measures', label: '', segments: text.splice(counted), row })
        counted = -1
      }
      open = { field: s.field ?? line.label.field, label: folded.slice(line.label.start, line.label.end), segments: [], row: 0 }
      if (resumed && s.measures !== null) Object.assign(open, { row, single: true })
      if (line.label.value < line.end) open.segments.push([line.label.value, line.end])
      fields.push(open)
    } else if (s.role === 'state') {
      const span = stateSpan(folded, line)
      if (span) fields.push({ field: 'status', label: '', segments: [span], row: 0 })
    } else if (s.role === 'resume') {
      row++
      open = { field: 'measures', label: '', segments: [[line.start, line.end]], row }
      fields.push(open)
    } else if (s.role === 'value' && open) {
      // a goal that is said in its own line, then numbered measures that no label opens
      if (open.field === 'goal' && !doing && open.segments.length > 0 && (unlabelled || line.mark?.ordinal === 1)) {
        unlabelled = true
        text.push(...spansOf(line))
      } else open.segments.push(...spansOf(line))
    } else if (s.role === 'text') {
      if (line.mark?.ordinal === 1) counted = text.length
      text.push(...spansOf(line))
    }
  }
  return { fields, text }
}

const spansOf = (line: Line): Span[] => (line.table ? cellSpans(line.table) : [[line.start, line.end]])

/** The words of a state without the brackets around them; null where the words tell anything else. */
export function stateSpan(folded: string, words: Pick<Line, 'start' | 'end'>): Span | null {
  let { start, end } = words
  while (end > start && /[。；\s]/.test(folded[end - 1] ?? '')) end--
  if (/[（【［]/.test(folded[start] ?? '') && /[）】］]/.test(folded[end - 1] ?? '')) {
    start++
    end--
  }
  return isStatusOnly(folded.slice(start, end).replace(ofProblem, '')) ? [start, end] : null
}

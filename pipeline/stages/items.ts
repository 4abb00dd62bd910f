/** items: which blocks are the report's problems, and where the words of each stand. */
import type { Plugin } from 'unified'
import { findDeclared } from '../../parsers/fields/declared.js'
import { collectItems } from '../../parsers/structure/collect.js'
import { chooseItems } from '../../parsers/structure/items.js'
import { otherChapter } from '../../parsers/lexicon/cues.js'
import { isTitleWords } from '../../parsers/structure/headings.js'
import type { Line } from '../../parsers/structure/lines.js'
import type { OutlineNode } from '../../parsers/structure/outline.js'
import type { RawItem } from '../../parsers/structure/raw-item.js'
import { type Column, readTable } from '../../parsers/structure/tables.js'
import type { Span } from '../../parsers/tree.js'
import { need, note, type ReportTree } from '../tree.js'

export const items: Plugin<[], ReportTree> = () => (tree, file) => {
  const layout = need(tree.data.layout, 'layout')
  const lines = need(tree.data.lines, 'lines')
  const { folded, text } = layout
  const tables: string[] = []
  const rows: RawItem[] = []
  const outlineNodes = need(tree.data.outline, 'outline').nodes
  let columns: Column[] | null = null
  for (const [i, line] of lines.entries()) {
    if (!line.table) continue
    const reading = readTable(folded, line.table, columns)
    tables.push(`${reading.kind} ${line.table.columns} columns × ${line.table.rows.length} rows`)
    if (reading.kind === 'ledger') {
      columns = reading.columns
      const above = headingsOver(folded, lines, outlineNodes, i)
      for (const item of reading.items) item.categories.unshift(...above)
      for (const item of reading.items) rows.push(item)
    } else if (reading.kind === 'pairs') {
      const [first] = reading.items
      const above = lines[i - 1]
      // 问题一：… over a table of its fields
      if (first && first.problem.length === 0 && above && !above.table) {
        first.problem = [[above.label?.field === 'problem' ? above.label.value : above.body, above.end]]
        first.label = above.mark ? [above.mark.start, above.mark.end] : null
        first.span = [above.start, first.span[1]]
      }
      for (const item of reading.items) rows.push(item)
    }
  }
  const totals = new Set(
    findDeclared(folded, [[0, Math.min(text.length, 6000)]], { hasDeadlines: false, hasStatuses: false })
      .filter((d) => d.measure === 'items')
      .map((d) => d.declared),
  )
  const choice = chooseItems(folded, lines, need(tree.data.outline, 'outline'), totals)
  if (!isAboutRectification(folded)) {
    rows.length = 0
    choice.items = []
    choice.by = 'none'
  }
  const tableWins = rows.length > 0 && (choice.by !== 'labels' || rows.length >= choice.items.length)
  tree.data.evidence = { by: tableWins ? 'table' : choice.by, candidates: choice.candidates, tables }
  tree.data.raw = tableWins ? rows : collectItems(folded, lines, choice.items, choice.by === 'labels')
  tree.data.raw = tree.data.raw.filter((item) => item.problem.some(([a, b]) => folded.slice(a, b).trim()))
  tree.data.around = outside(tree.data.raw, text.length)
  const [first, second] = choice.candidates
  if (
    !tableWins &&
    choice.by === 'evidence' &&
    first &&
    second &&
    second.path !== first.path &&
    first.score - second.score < 0.3
  )
    note(
      file,
      'warning',
      'item_level_close',
      `two levels explain the report about as well: ${first.path} (${first.nodes.length}) and ${second.path} (${second.nodes.length})`,
      null,
    )
  if (tree.data.raw.length === 0 && !file.messages.some((m) => m.fatal === true)) {
    const empty = text.trim().length === 0
    const attached = tree.data.notices.some((n) => n.code === 'attachment_link')
    const reason = attached
      ? 'no list of problems was found on the page; it links to attachments, where the list may be'
      : 'no list of problems was found: this is no rectification report, or its layout is unknown'
    note(file, 'error', empty ? 'empty_source' : 'no_items', empty ? 'there is no text in the source' : reason, null)
  }
}

/** The headings that a table stands under, outermost first; chapters that tell of other things than problems are none. */
function headingsOver(folded: string, lines: readonly Line[], nodes: readonly OutlineNode[], at: number): Span[] {
  const spans: Span[] = []
  for (const node of nodes) {
    const line = lines[node.line]
    if (!line || node.line >= at || node.end <= at || line.end - line.body > 60) continue
    const words = folded.slice(line.body, line.end)
    // the report's own title is no category
    if (line.heading > 0 && isTitleWords(words)) continue
    if (/。./.test(words) || (otherChapter.test(words) && !words.includes('问题'))) continue
    spans.push([line.body, line.end])
  }
  return spans
}

/** A report of this kind speaks of inspections and of putting things right; a notice or a news item may have its layout by chance. */
const isAboutRectification = (folded: string): boolean =>
  /整改|销号|督察|巡视|巡察/.test(folded) || (folded.includes('审计') && folded.includes('问题'))

/** The parts of the text that no item covers. */
function outside(raw: readonly RawItem[], length: number): Span[] {
  const spans: Span[] = []
  let at = 0
  for (const { span } of [...raw].sort((a, b) => a.span[0] - b.span[0])) {
    if (span[0] > at) spans.push([at, span[0]])
    at = Math.max(at, span[1])
  }
  if (at < length) spans.push([at, length])
  return spans
}

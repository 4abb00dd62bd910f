/** outline: numbering marks, field labels and the levels that they mean. */
import type { Plugin } from 'unified'
import { buildOutline } from '../../parsers/structure/outline.js'
import { readTable } from '../../parsers/structure/tables.js'
import { type Line, linesOf, readLines } from '../../parsers/tokens/lines.js'
import { need, note, type ReportTree } from '../tree.js'

export const outline: Plugin<[], ReportTree> = () => (tree, file) => {
  const layout = need(tree.data.layout, 'layout')
  // a table that only frames text is text
  const lines = readLines(layout).flatMap((line): Line[] => {
    if (!line.table) return [line]
    const reading = readTable(layout.folded, line.table, null)
    return reading.kind === 'flat' ? reading.paragraphs.flatMap((p) => linesOf(layout.folded, p)) : [line]
  })
  tree.data.lines = lines
  const built = buildOutline(layout.folded, lines)
  tree.data.outline = built
  for (const { code, line, message } of built.notices) {
    const at = lines[line]
    note(file, 'info', code, message, at?.mark ? [at.mark.start, at.mark.end] : null)
  }
}

/** A table in a grid of signs, as Pandoc writes one whose cells are long. */
import { wrap } from '../../helpers/build-pdf.js'
import type { Table } from '../types.js'
import { columnsOf, gridOf, widthOf } from './grid.js'

const narrowest = 8
const widest = 28
const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - columnsOf(text)))

/** Lines of a cell; its paragraphs are parted by an empty one. */
const linesOf = (text: string, width: number): string[] =>
  text.split('\n').flatMap((part, at) => [...(at > 0 ? [''] : []), ...wrap(part, width, 2)])

export function gridTable(table: Table): string {
  const grid = gridOf(table, widthOf(table))
  const widths = (grid[0] ?? []).map((_cell, column) => {
    const longest = Math.max(...grid.map((row) => (row[column]?.colspan ? 0 : columnsOf(row[column]?.text ?? ''))))
    return Math.min(widest, Math.max(narrowest, longest))
  })
  const whole = widths.reduce((sum, width) => sum + width + 3, -3)
  const rule = (sign: string): string => `+${widths.map((width) => sign.repeat(width + 2)).join('+')}+`
  const rows = grid.map((row) => {
    if (row[0]?.colspan === widths.length) return linesOf(row[0].text, whole).map((text) => `| ${pad(text, whole)} |`)
    const cells = row.map((cell, column) => linesOf(cell?.text ?? '', widths[column] ?? widest))
    return Array.from(
      { length: Math.max(...cells.map((lines) => lines.length)) },
      (_, at) => `| ${cells.map((lines, column) => pad(lines[at] ?? '', widths[column] ?? widest)).join(' | ')} |`,
    )
  })
  const printed = rows.flatMap((lines, at) => [...lines, rule(at + 1 === table.head ? '=' : '-')])
  return [rule('-'), ...printed].join('\n')
}

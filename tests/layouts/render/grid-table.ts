/** A table drawn with signs: Pandoc's grid, or the lines of an old text file. */
import { wrap } from '../../helpers/build-pdf.js'
import type { Table } from '../types.js'
import { columnsOf, gridOf, widthOf } from './grid.js'

type Rule = readonly [left: string, fill: string, cross: string, right: string]
interface Signs {
  top: Rule
  middle: Rule
  /** Below the head. */
  head: Rule
  bottom: Rule
  bar: string
}
const dashes: Rule = ['+', '-', '+', '+']
export const pandocSigns: Signs = { top: dashes, middle: dashes, head: ['+', '=', '+', '+'], bottom: dashes, bar: '|' }
const inner: Rule = ['├', '─', '┼', '┤']
export const boxSigns: Signs = { top: ['┌', '─', '┬', '┐'], middle: inner, head: inner, bottom: ['└', '─', '┴', '┘'], bar: '│' }

const narrowest = 8
const widest = 28
const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - columnsOf(text)))

/** Lines of a cell; its paragraphs are parted by an empty one. */
const linesOf = (text: string, width: number): string[] =>
  text.split('\n').flatMap((part, at) => [...(at > 0 ? [''] : []), ...wrap(part, width, 2)])

export function gridTable(table: Table, signs: Signs): string[] {
  const grid = gridOf(table, widthOf(table))
  const widths = (grid[0] ?? []).map((_cell, column) => {
    const longest = Math.max(...grid.map((row) => (row[column]?.colspan ? 0 : columnsOf(row[column]?.text ?? ''))))
    const width = Math.min(widest, Math.max(narrowest, longest))
    return width + (width % 2)
  })
  const between = columnsOf(signs.bar) + 2
  const whole = widths.reduce((sum, width) => sum + width + between, -between)
  const rule = ([left, fill, cross, right]: Rule): string =>
    `${left}${widths.map((width) => fill.repeat((width + 2) / columnsOf(fill))).join(cross)}${right}`
  const framed = (cells: string[]): string => `${signs.bar} ${cells.join(` ${signs.bar} `)} ${signs.bar}`
  const rows = grid.map((row) => {
    if (row[0]?.colspan === widths.length) return linesOf(row[0].text, whole).map((text) => framed([pad(text, whole)]))
    const cells = row.map((cell, column) => linesOf(cell?.text ?? '', widths[column] ?? widest))
    return Array.from({ length: Math.max(...cells.map((lines) => lines.length)) }, (_, at) =>
      framed(cells.map((lines, column) => pad(lines[at] ?? '', widths[column] ?? widest))),
    )
  })
  const below = (at: number): Rule =>
    at + 1 === rows.length ? signs.bottom : at + 1 === table.head ? signs.head : signs.middle
  return [rule(signs.top), ...rows.flatMap((lines, at) => [...lines, rule(below(at))])]
}

/** Cells of a table whose printed lines have each become a paragraph: the lines of a sentence are joined where the column's width has cut them. */
import { namesBodies, namesPersons } from '../fields/cells.js'
import { isStatusOnly } from '../fields/status.js'
import { fold } from '../text/fold.js'
import type { Paragraph, Table, TableCell } from '../tree.js'
import { endsSentence, glue, startsAnew } from './joining.js'
import { typeWidth } from './margin.js'

/** A narrower column, in half-width columns, holds words, and no sentences that are cut. */
const NARROWEST = 12
/** The lines that were cut end so near the longest. */
const SLACK = 4
/** Fewer lines of a column may end so by chance; of those without a stop so many fill it. */
const FEWEST = 4
const MOST_FILL = 0.8

const wordsOf = (paragraph: Paragraph | undefined): string => fold(paragraph?.value.trim() ?? '')
const isWhole = (words: string): boolean => namesBodies(words) || namesPersons(words) || isStatusOnly(words)

/** Whether a line was cut at the column's width, and the next goes on with it. */
const isCut = (a: string, b: string, width: number): boolean =>
  typeWidth(a) >= width - SLACK && !endsSentence.test(a) && !startsAnew(b, a) && !(isWhole(a) && isWhole(b))

/** The width that cuts the lines of a column; 0: they are paragraphs. */
function widthOf(cells: readonly TableCell[]): number {
  const lines = cells.map(({ children }) => children.map(wordsOf))
  const width = lines.flat().reduce((most, line) => Math.max(most, typeWidth(line)), 0)
  let [open, cut] = [0, 0]
  for (const own of lines)
    own.slice(0, -1).forEach((line, i) => {
      if (endsSentence.test(line)) return
      open++
      if (isCut(line, own[i + 1] ?? '', width)) cut++
    })
  return width >= NARROWEST && cut >= FEWEST && cut >= open * MOST_FILL ? width : 0
}

function joined({ children }: TableCell, width: number): Paragraph[] {
  const out: Paragraph[] = []
  let last = ''
  for (const paragraph of children) {
    const words = wordsOf(paragraph)
    const before = out.at(-1)
    if (before && isCut(last, words, width))
      out[out.length - 1] = { ...before, value: glue(before.value.trimEnd(), paragraph.value.trimStart()) }
    else out.push(paragraph)
    last = words
  }
  return out
}

/** The table, the lines of its cells put together. */
export function withWholeLines(table: Table): Table {
  const columns = new Map<number, TableCell[]>()
  for (const { children } of table.children)
    for (const cell of children)
      if (cell.children.length > 1 && cell.colspan === 1)
        (columns.get(cell.column) ?? columns.set(cell.column, []).get(cell.column))?.push(cell)
  const widths = new Map([...columns].map(([column, cells]) => [column, widthOf(cells)]))
  if (![...widths.values()].some((width) => width > 0)) return table
  return {
    ...table,
    children: table.children.map((row) => ({
      ...row,
      children: row.children.map((cell) => {
        const width = cell.colspan === 1 ? (widths.get(cell.column) ?? 0) : 0
        return width > 0 && cell.children.length > 1 ? { ...cell, children: joined(cell, width) } : cell
      }),
    })),
  }
}

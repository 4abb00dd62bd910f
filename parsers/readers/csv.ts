/**
 * Comma-separated ledgers (RFC 4180, also with semicolons): a spreadsheet saved as text. Rows above the head that hold one
 * cell (title, day) are paragraphs, as in a sheet. What parts the cells is told by a line of column names.
 */
import { CsvError, parse } from 'csv-parse/sync'
import { columnField } from '../lexicon/columns.js'
import { fold } from '../text/fold.js'
import type { Block, Paragraph, TableRow } from '../tree.js'
import { MAX_COLUMNS } from './grid.js'

/** The head stands within so many lines. */
const opening = 12
const fewestNames = 3
const longestName = 16

/** The mark that parts the names of a head near the text's beginning, or null: then it is no such file. */
function delimiterOf(text: string): string | null {
  const lines = text.slice(0, 4000).split(/\r\n|[\n\r]/, opening)
  for (const delimiter of [',', ';'])
    for (const line of lines) {
      if (!line.includes(delimiter)) continue
      const names = line.split(delimiter).map((cell) => fold(cell.replace(/^\s*"|"\s*$/g, '')).replace(/\s/g, ''))
      const filled = names.filter((name) => name !== '')
      const known = filled.filter((name) => columnField(name) !== null).length
      if (known >= fewestNames && known * 5 >= filled.length * 3 && filled.every((name) => name.length <= longestName))
        return delimiter
    }
  return null
}

const paragraphsOf = (cell: string): Paragraph[] =>
  cell
    .split(/[\n\r]+/)
    .filter((line) => /\S/.test(line))
    .map((value) => ({ type: 'paragraph', value }))

/** The records of a text; null where a quotation is never closed: then it is read as other texts are. */
function recordsOf(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, { delimiter, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true })
  } catch (error) {
    if (error instanceof CsvError) return null
    throw error
  }
}

/** The blocks of a text that is such a file, else null. */
export function csvBlocks(text: string): Block[] | null {
  const delimiter = delimiterOf(text)
  const all = delimiter === null ? null : recordsOf(text, delimiter)
  if (all === null) return null
  const records = all.map((cells) => cells.slice(0, MAX_COLUMNS)).filter((cells) => cells.some((cell) => /\S/.test(cell)))
  const width = records.reduce((most, cells) => Math.max(most, cells.length), 0)
  const isWide = (cells: readonly string[]): boolean => cells.slice(1).every((cell) => !/\S/.test(cell))
  const head = records.findIndex((cells) => !isWide(cells))
  if (head < 0) return null
  const rows = records.slice(head).map(
    (cells): TableRow => ({
      type: 'row',
      children: (isWide(cells) ? cells.slice(0, 1) : cells).map((cell, column) => ({
        type: 'cell',
        column,
        colspan: isWide(cells) ? width : 1,
        rowspan: 1,
        children: paragraphsOf(cell),
      })),
    }),
  )
  return [...records.slice(0, head).flatMap(([first = '']) => paragraphsOf(first)), { type: 'table', children: rows }]
}

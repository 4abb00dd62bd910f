/** A row that a page's end has cut in two, so that its rest opens the table on the next page: 整改措施（续）, or cells without a number. */
import { columnField } from '../lexicon/columns.js'
import { fold } from '../text/fold.js'
import type { Paragraph, Table, TableCell, TableRow } from '../tree.js'
import { endsSentence, glue } from './joining.js'
import { widthOf } from './transposed.js'

/** Rows of a head at most. */
const MOST_HEADS = 3

const wordsOf = (cell: TableCell | undefined): string =>
  fold(cell?.children.map((p) => p.value).join('') ?? '').replace(/\s/g, '')
const isSame = (a: TableRow | undefined, b: TableRow | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.children.length === b.children.length &&
  a.children.every((cell, i) => cell.column === b.children[i]?.column && wordsOf(cell) === wordsOf(b.children[i]))

/** How many rows of the first table's head the second begins with. */
const headsOf = (a: Table, b: Table): number => {
  let heads = 0
  while (heads < MOST_HEADS && isSame(a.children[heads], b.children[heads])) heads++
  return heads
}

const at = (row: TableRow, column: number): TableCell | undefined => row.children.find((cell) => cell.column === column)

/** Whether the words stop within a sentence. */
const isOpen = (cell: TableCell): boolean => !endsSentence.test(fold(cell.children.at(-1)?.value.trimEnd() ?? ''))

/** The paragraphs of a cell and of its rest: a sentence that stopped goes on. */
function together(cell: TableCell, rest: TableCell): TableCell {
  const last = cell.children.at(-1)
  const [first, ...more] = rest.children
  if (!last || !first || !isOpen(cell)) return { ...cell, children: [...cell.children, ...rest.children] }
  const value: Paragraph = { ...last, value: glue(last.value.trimEnd(), first.value.trimStart()) }
  return { ...cell, children: [...cell.children.slice(0, -1), value, ...more] }
}

/** The column of labels or numbers in which the rest of a row has nothing of its own; null where the row is none. */
function keyOf(a: Table, heads: number, last: TableRow, rest: TableRow): number | null {
  if (heads > 0) {
    const number = a.children
      .slice(0, heads)
      .flatMap((row) => row.children)
      .find((cell) => columnField(wordsOf(cell)) === 'number')
    return number && wordsOf(at(rest, number.column)) === '' ? number.column : null
  }
  const label = wordsOf(at(rest, 0))
  return label === '' || label === `${wordsOf(at(last, 0))}（续）` ? 0 : null
}

/** Both tables as one, where the second begins with the rest of the first one's last row; else null. */
export function joinCut(a: Table, b: Table): Table | null {
  if (widthOf(a.children) !== widthOf(b.children)) return null
  const heads = headsOf(a, b)
  const [last, rest] = [a.children.at(-1), b.children[heads]]
  if (!last || !rest || a.children.length <= heads) return null
  const key = keyOf(a, heads, last, rest)
  if (key === null) return null
  const parts = rest.children.filter((cell) => cell.column !== key && wordsOf(cell) !== '')
  const pairs = parts.map((part) => ({ part, cell: at(last, part.column) }))
  if (pairs.length === 0 || pairs.some(({ cell }) => wordsOf(cell) === '')) return null
  if (!pairs.some(({ cell }) => cell && isOpen(cell)) && wordsOf(at(rest, key)) === '') return null
  const children = last.children.map((cell) => {
    const part = parts.find(({ column }) => column === cell.column)
    return part ? together(cell, part) : cell
  })
  return { ...a, children: [...a.children.slice(0, -1), { ...last, children }, ...b.children.slice(heads + 1)] }
}

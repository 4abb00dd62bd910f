/** A row that a page's end has cut in two, so that its rest opens the table on the next page: 整改措施（续）, or cells without a number. */
import { columnField } from '../lexicon/columns.js'
import { bareOf } from '../text/bare.js'
import { fold } from '../text/fold.js'
import { markAt } from '../tokens/marks.js'
import type { Paragraph, Table, TableCell, TableRow } from '../tree.js'
import { endsSentence, glue } from './joining.js'
import { widthOf } from './transposed.js'

/** Rows of a head at most. */
const MOST_HEADS = 3

const wordsOf = (cell: TableCell | undefined): string => bareOf(fold(cell?.children.map((p) => p.value).join('') ?? ''))
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

/** A row with the cells of its rest. */
function withRest(row: TableRow, rest: readonly TableCell[]): TableRow {
  const children = row.children.map((cell) => {
    const part = rest.find(({ column }) => column === cell.column)
    return part ? together(cell, part) : cell
  })
  return { ...row, children }
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
  const heads = headsOf(a, b)
  const [last, rest] = [a.children.at(-1), b.children[heads]]
  if (!last || !rest || a.children.length <= heads) return null
  // of a form the rows may hold more pairs on one page than on the other
  const isForm = heads === 0 && last.children.length === 2 && rest.children.length === 2
  if (widthOf(a.children) !== widthOf(b.children) && !isForm) return null
  const key = keyOf(a, heads, last, rest)
  if (key === null) return null
  const parts = rest.children.filter((cell) => cell.column !== key && wordsOf(cell) !== '')
  const pairs = parts.map((part) => ({ part, cell: at(last, part.column) }))
  if (pairs.length === 0 || pairs.some(({ cell }) => wordsOf(cell) === '')) return null
  // 2.… goes on with the count above
  const goesOn = parts.some((part) => (markAt(wordsOf(part), 0)?.ordinal ?? 0) > 1)
  if (!goesOn && !pairs.some(({ cell }) => cell && isOpen(cell)) && wordsOf(at(rest, key)) === '') return null
  return { ...a, children: [...a.children.slice(0, -1), withRest(last, parts), ...b.children.slice(heads + 1)] }
}

/** Of a column's cells at least so many end with a stop where one without is taken for cut. */
const USUAL = 0.8

const isUnbalanced = (words: string): boolean =>
  (words.match(/[（《“【〔]/g)?.length ?? 0) > (words.match(/[）》”】〕]/g)?.length ?? 0)

/** How many cells of each column hold words, and how many of them end with a stop. */
function stopsOf(rows: readonly TableRow[]): ReadonlyMap<number, { all: number; stopped: number }> {
  const counts = new Map<number, { all: number; stopped: number }>()
  for (const row of rows)
    for (const cell of row.children) {
      const words = wordsOf(cell)
      if (words.length < 6) continue
      const count = counts.get(cell.column) ?? { all: 0, stopped: 0 }
      count.all++
      if (endsSentence.test(words)) count.stopped++
      counts.set(cell.column, count)
    }
  return counts
}

/** The column that each row has words in: of the number, or else of the problem. */
function keyColumn(rows: readonly TableRow[]): { column: number; field: 'number' | 'problem' } | null {
  for (const field of ['number', 'problem'] as const)
    for (const row of rows.slice(0, MOST_HEADS))
      for (const cell of row.children) if (columnField(wordsOf(cell)) === field) return { column: cell.column, field }
  return null
}

/**
 * Rows that a page's end has cut within the table, the head perhaps again between the parts: the rest has no number, and at
 * least one of its cells goes on where the one above stopped in the middle of a sentence, which the cells of its column do not do elsewhere.
 */
export function joinCutRows(table: Table): Table {
  const rows = table.children
  const key = keyColumn(rows)
  if (!key || rows.length < 4) return table
  const stops = stopsOf(rows.slice(1))
  const out: TableRow[] = []
  for (let i = 0; i < rows.length; i++) {
    const [row, last] = [rows[i], out.at(-1)]
    if (!row) continue
    let behind = i
    if (last && out.length > 1) while (behind - i < MOST_HEADS && isSame(rows[behind - i], rows[behind])) behind++
    const rest = rows[behind]
    const joined = last && rest ? joinRest(last, rest, key, stops) : null
    if (joined) {
      out[out.length - 1] = joined
      i = behind
    } else out.push(row)
  }
  return out.length === rows.length ? table : { ...table, children: out }
}

function joinRest(
  last: TableRow,
  rest: TableRow,
  key: { column: number; field: 'number' | 'problem' },
  stops: ReadonlyMap<number, { all: number; stopped: number }>,
): TableRow | null {
  const own = at(rest, key.column)
  const plain = (row: TableRow): boolean => row.children.every((cell) => cell.colspan === 1 && cell.rowspan === 1)
  if (!own || wordsOf(at(last, key.column)) === '' || !plain(last) || !plain(rest)) return null
  // nothing goes on in a head
  if (columnField(wordsOf(at(last, key.column))) !== null) return null
  if (key.field === 'number' && wordsOf(own) !== '') return null
  const parts = rest.children.filter((cell) => wordsOf(cell) !== '')
  let cut = false
  for (const part of parts) {
    const above = wordsOf(at(last, part.column))
    const words = wordsOf(part)
    if (above === '') return null
    if (endsSentence.test(above)) {
      // a cell that has ended goes on with the next of its count alone
      if (part === own || !markAt(words, 0)) return null
      continue
    }
    const { all, stopped } = stops.get(part.column) ?? { all: 0, stopped: 0 }
    const isCut =
      above.length >= 4 &&
      ((all > 2 && stopped >= (all - 1) * USUAL) || isUnbalanced(above) || /^[，。；：、！？）》”]/.test(words))
    if (part === own && !isCut) return null
    cut ||= isCut
  }
  if (!cut) return null
  return withRest(last, parts)
}

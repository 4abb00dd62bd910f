/**
 * A table that copy and paste has flattened to one cell a line: the header's cells first, then the cells of every row.
 * It is put together again where its numbers tell the rows apart.
 */
import { columnField, goesOnLine, noteRow, rolesIn, sumRow } from '../lexicon/columns.js'
import type { FieldKind } from '../lexicon/labels.js'
import { type Mark, markAt } from '../tokens/marks.js'
import { distribute, isKind } from './flattened-cells.js'
import type { LaidBlock, LaidCell, LaidParagraph, LaidTable } from './layout.js'

/** Fewest columns of such a table, and the most lines of its header. */
const fewest = 4
const mostColumns = 16
/** No row has more lines for a column, on the average. */
const mostLines = 4

type Row = { cells: LaidParagraph[][] } | { category: LaidParagraph }
type Fields = readonly (FieldKind | null)[]
interface Header {
  fields: Fields
  /** The number of its first row. */
  first: number
}

/** Where a head stands, and its columns. */
interface Head {
  start: number
  width: number
}

/** Blocks with flattened tables put together. */
export function unflatten(folded: string, blocks: readonly LaidBlock[]): LaidBlock[] {
  const out: LaidBlock[] = []
  const heads: Head[] = []
  for (let i = 0; i < blocks.length; i++) {
    const header = headerAt(folded, blocks, i, heads)
    const table = header && restore(folded, blocks, i, header)
    if (table) {
      heads.push({ start: i, width: header.fields.length })
      out.push({ kind: 'table', table: table.table })
      i = table.end - 1
    } else {
      const block = blocks[i]
      if (block) out.push(block)
    }
  }
  return out
}

const paragraphAt = (blocks: readonly LaidBlock[], i: number): LaidParagraph | null => {
  const block = blocks[i]
  return block?.kind === 'paragraph' ? block.paragraph : null
}
const wordsOf = (folded: string, p: LaidParagraph): string => folded.slice(p.start, p.end)
const nameOf = (folded: string, p: LaidParagraph): string => wordsOf(folded, p).replace(/\s/g, '')

/** The fields of a flattened header that begins here, a number column first; null in it is a name that is no label. */
function headerAt(folded: string, blocks: readonly LaidBlock[], i: number, heads: readonly Head[]): Header | null {
  const opening = paragraphAt(blocks, i)
  if (!opening || opening.end - opening.start > 6 || columnField(nameOf(folded, opening)) !== 'number') return null
  let first = 1
  const fields: (FieldKind | null)[] = ['number']
  for (let k = i + 1; k < i + mostColumns; k++) {
    const p = paragraphAt(blocks, k)
    if (!p) return null
    const name = nameOf(folded, p)
    const number = firstNumber(folded, blocks, k) ?? numberUnder(folded, blocks, i, k, heads)
    if (number !== null) {
      first = number
      break
    }
    if (name.length > 14 || /[。；，]/.test(name)) return null
    fields.push(rolesIn(name)?.[0] ?? columnField(name))
  }
  const known = fields.filter((field) => field !== null).length
  return fields.length >= fewest && fields.includes('problem') && known * 5 >= fields.length * 4 ? { fields, first } : null
}

/** The number of the first row where the line is one, or the category over it: 1, or another that the next row's goes on with. */
function firstNumber(folded: string, blocks: readonly LaidBlock[], i: number): number | null {
  const p = paragraphAt(blocks, i)
  const words = p ? wordsOf(folded, p) : ''
  if (isNumber(words, 1)) return 1
  if (p && p.end - p.start < 60 && markAt(folded, p.start) && isNumberAt(folded, blocks, i + 1, 1)) return 1
  const n = /^[1-9]\d{0,2}$/.test(words) ? Number(words) : 0
  if (n < 2) return null
  for (let k = i + 1; k < i + mostColumns * mostLines; k++) {
    const next = paragraphAt(blocks, k)
    if (!next) return null
    if (isNumber(wordsOf(folded, next), n + 1)) return n
  }
  return null
}

/** The number of the only row under a head that has stood over other rows before. */
function numberUnder(
  folded: string,
  blocks: readonly LaidBlock[],
  i: number,
  k: number,
  heads: readonly Head[],
): number | null {
  const p = paragraphAt(blocks, k)
  const words = p ? wordsOf(folded, p) : ''
  const isAgain = ({ start, width }: Head): boolean => width === k - i && isHeadAgain(folded, blocks, start, i, width)
  return /^[1-9]\d{0,2}$/.test(words) && heads.some(isAgain) ? Number(words) : null
}

const chinese = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const isNumber = (words: string, n: number): boolean =>
  words === String(n) ||
  words === `${n}.` ||
  words === `${n}、` ||
  words === `（${n}）` ||
  (n <= 10 && words === chinese[n - 1])

const isNumberAt = (folded: string, blocks: readonly LaidBlock[], i: number, n: number): boolean => {
  const p = paragraphAt(blocks, i)
  return p !== null && isNumber(wordsOf(folded, p), n)
}

function restore(
  folded: string,
  blocks: readonly LaidBlock[],
  start: number,
  header: Header,
): { table: LaidTable; end: number } | null {
  const rows: Row[] = []
  const { fields, first } = header
  let i = start + fields.length
  let expected = first
  /** The mark of the last category: the next of its count is one too. */
  let count: Mark | null = null
  let end = i
  while (i < blocks.length) {
    const p = paragraphAt(blocks, i)
    if (!p) break
    if (isHeadAgain(folded, blocks, start, i, fields.length)) i += fields.length
    else if (isNumber(wordsOf(folded, p), expected) || (rows.length > 0 && restartsAt(folded, blocks, i, fields.length))) {
      if (!isNumber(wordsOf(folded, p), expected)) expected = 1
      const to = rowEnd(folded, blocks, start, i, expected, fields.length, count)
      const lines: LaidParagraph[] = []
      for (let k = i + 1; k < to; k++) {
        const line = paragraphAt(blocks, k)
        if (line) lines.push(line)
      }
      // nothing tells where the last row ends but that more lines fit it ever worse
      const isLast = !(
        isNumberAt(folded, blocks, to, expected + 1) ||
        isCategory(folded, blocks, to, expected + 1, count) ||
        restartsAt(folded, blocks, to, fields.length)
      )
      // 续表, 资金管理方面 over the head that comes again are no cells
      const again = isHeadAgain(folded, blocks, start, to, fields.length)
      const gone = again ? lines.length : 0
      while (again && lines.length > 1 && goesOnLine.test(nameOf(folded, lines.at(-1) ?? p))) lines.pop()
      const captions = again ? gone - lines.length : 0
      const last = lines.at(-1)
      const heads = last && again && isKind.test(nameOf(folded, last)) ? last : null
      if (heads) lines.pop()
      const row = distribute(folded, lines, fields.slice(1), isLast)
      rows.push({ cells: [[p], ...row.cells] })
      expected++
      if (heads) rows.push({ category: heads })
      i += 1 + row.used + (heads ? 1 : 0) + captions
      end = i
    } else if (
      isCategory(folded, blocks, i, expected, count) ||
      (rows.length === 0 && isNumberAt(folded, blocks, i + 1, first))
    ) {
      rows.push({ category: p })
      count = markAt(folded, p.start)
      i++
    } else break
  }
  const numbered = rows.filter((row) => 'cells' in row).length
  if (numbered < 2 && (numbered === 0 || !comesAgain(folded, blocks, start, end, fields.length))) return null
  return { table: tableOf(blocks, start, fields, rows), end }
}

/** The head, printed again on the next page. */
function isHeadAgain(folded: string, blocks: readonly LaidBlock[], start: number, i: number, width: number): boolean {
  for (let k = 0; k < width; k++) {
    const [own, head] = [paragraphAt(blocks, i + k), paragraphAt(blocks, start + k)]
    if (!own || !head || nameOf(folded, own) !== nameOf(folded, head)) return false
  }
  return true
}

/** A count that begins anew within the table: 1, and 2 a whole row behind it. */
function restartsAt(folded: string, blocks: readonly LaidBlock[], i: number, width: number): boolean {
  const p = paragraphAt(blocks, i)
  if (!p || wordsOf(folded, p) !== '1') return false
  for (let k = i + 1; k <= i + width * mostLines; k++) {
    const next = paragraphAt(blocks, k)
    if (!next || wordsOf(folded, next) === '2') return k - i >= width - 1
  }
  return false
}

/** Lines around a table of one row in which its head is looked for again. */
const near = 200

/** Whether the head stands over other rows as well. */
function comesAgain(folded: string, blocks: readonly LaidBlock[], start: number, end: number, width: number): boolean {
  for (let k = Math.max(0, start - near); k < Math.min(blocks.length, end + near); k++)
    if ((k < start || k >= end) && isHeadAgain(folded, blocks, start, k, width)) return true
  return false
}

/** The line behind the last one of the row that begins at `i`. */
function rowEnd(
  folded: string,
  blocks: readonly LaidBlock[],
  start: number,
  i: number,
  n: number,
  width: number,
  count: Mark | null,
): number {
  let to = i + 1
  for (; to < blocks.length && to - i < width * mostLines; to++) {
    const next = paragraphAt(blocks, to)
    if (!next) break
    const words = wordsOf(folded, next)
    if (sumRow.test(words) || noteRow.test(words) || isNumber(words, n + 1)) break
    if (isHeadAgain(folded, blocks, start, to, width)) break
    if (to - i >= width && isCategory(folded, blocks, to, n + 1, count)) break
    if (to - i >= width - 1 && restartsAt(folded, blocks, to, width)) break
  }
  return to
}

/** A line between rows, with the next row's number, or 1 again, right behind it. Its own mark opens a count or counts categories. */
function isCategory(folded: string, blocks: readonly LaidBlock[], i: number, next: number, count: Mark | null): boolean {
  const p = paragraphAt(blocks, i)
  if (!p || p.end - p.start >= 60) return false
  if (!isNumberAt(folded, blocks, i + 1, next) && !isNumberAt(folded, blocks, i + 1, 1)) return false
  const mark = markAt(folded, p.start)
  if (!mark) return false
  if (count && mark.style === count.style && mark.ordinal === count.ordinal + 1) return true
  if (/[。；]$/.test(wordsOf(folded, p))) return false
  // the last measure of a cell is no category
  const before = paragraphAt(blocks, i - 1)
  const beforeMark = before ? markAt(folded, before.start) : null
  return !(beforeMark?.style === mark.style && beforeMark.ordinal + 1 === mark.ordinal)
}

function tableOf(blocks: readonly LaidBlock[], start: number, header: Fields, rows: readonly Row[]): LaidTable {
  const headerCells = header.map((_, c): LaidCell => {
    const p = paragraphAt(blocks, start + c)
    return { row: 0, column: c, rowspan: 1, colspan: 1, paragraphs: p ? [p] : [] }
  })
  const body = rows.map((row, r) => ({
    header: false,
    cells:
      'category' in row
        ? [{ row: r + 1, column: 0, rowspan: 1, colspan: header.length, paragraphs: [row.category] }]
        : row.cells.map((paragraphs, c): LaidCell => ({ row: r + 1, column: c, rowspan: 1, colspan: 1, paragraphs })),
  }))
  const all = [...headerCells, ...body.flatMap((row) => row.cells)].flatMap((cell) => cell.paragraphs)
  return {
    start: all[0]?.start ?? 0,
    end: all.reduce((most, p) => Math.max(most, p.end), 0),
    caption: null,
    columns: header.length,
    rows: [{ header: true, cells: headerCells }, ...body],
  }
}

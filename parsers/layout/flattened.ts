/**
 * A table that copy and paste has flattened to one cell a line: the header's cells first, then the cells of every row.
 * It is put together again where its numbers tell the rows apart; cells that cannot be told apart go to the last long column.
 */
import { isStatusOnly } from '../fields/status.js'
import { standingPhrases } from '../lexicon/deadlines.js'
import { type FieldKind, fieldOf, partyFields } from '../lexicon/labels.js'
import { markAt } from '../tokens/marks.js'
import type { LaidBlock, LaidCell, LaidParagraph, LaidTable } from './layout.js'

/** Behind the last row. */
const tableEnd = /^(?:合计|总计|小计|共计|(?:备?注|说明)：)/

/** Fewest columns of such a table. */
const fewest = 4
const standing = new RegExp(standingPhrases.map(([, words]) => words).join('|'))
const dateLike = /^(?:20\d\d)(?:[年./-]|$)|\d{1,2}月|季度|年底|半年/

type Row = { cells: LaidParagraph[][] } | { category: LaidParagraph }

/** Blocks with flattened tables put together. */
export function unflatten(folded: string, blocks: readonly LaidBlock[]): LaidBlock[] {
  const out: LaidBlock[] = []
  for (let i = 0; i < blocks.length; i++) {
    const header = headerAt(folded, blocks, i)
    const table = header && restore(folded, blocks, i, header)
    if (table) {
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

/** The fields of a flattened header that begins here, a number column first. */
function headerAt(folded: string, blocks: readonly LaidBlock[], i: number): (FieldKind | null)[] | null {
  const first = paragraphAt(blocks, i)
  if (!first || first.end - first.start > 6 || fieldOf(wordsOf(folded, first)) !== 'number') return null
  const fields: (FieldKind | null)[] = ['number']
  for (let k = i + 1; k < i + 16; k++) {
    const p = paragraphAt(blocks, k)
    if (!p) break
    const words = wordsOf(folded, p).replace(/ /g, '')
    if (words.length > 14 || /[。；，]/.test(words) || /^(?:1|一)(?:$|、)/.test(words)) break
    const field = fieldOf(words)
    if (field === null && fields.length > 1 && fields.filter((f) => f !== null).length < 3) return null
    if (field === null) break
    fields.push(field)
  }
  return fields.length >= fewest && fields.includes('problem') ? fields : null
}

const isNumber = (words: string, n: number): boolean =>
  words === String(n) || words === `${n}.` || words === `${n}、` || words === `（${n}）`

function restore(
  folded: string,
  blocks: readonly LaidBlock[],
  start: number,
  header: readonly (FieldKind | null)[],
): { table: LaidTable; end: number } | null {
  const rows: Row[] = []
  let i = start + header.length
  let expected = 1
  let end = i
  while (i < blocks.length) {
    const p = paragraphAt(blocks, i)
    if (!p) break
    const words = wordsOf(folded, p)
    if (isNumber(words, expected)) {
      let to = i + 1
      while (to < blocks.length) {
        const next = paragraphAt(blocks, to)
        if (!next) break
        const nextWords = wordsOf(folded, next)
        if (
          tableEnd.test(nextWords) ||
          isNumber(nextWords, expected + 1) ||
          (to - i >= header.length && isCategory(folded, blocks, to, expected + 1))
        )
          break
        if (to - i >= header.length * 4) break
        to++
      }
      const lines: LaidParagraph[] = []
      for (let k = i + 1; k < to; k++) {
        const line = paragraphAt(blocks, k)
        if (line) lines.push(line)
      }
      rows.push({ cells: [[p], ...distribute(folded, lines, header.slice(1))] })
      expected++
      i = to
      end = to
    } else if (isCategory(folded, blocks, i, expected)) {
      rows.push({ category: p })
      i++
    } else break
  }
  if (expected < 3) return null
  return { table: tableOf(blocks, start, header, rows), end }
}

/** A line between rows, with the next row's number right behind it. */
function isCategory(folded: string, blocks: readonly LaidBlock[], i: number, next: number): boolean {
  const p = paragraphAt(blocks, i)
  const after = paragraphAt(blocks, i + 1)
  return (
    p !== null &&
    after !== null &&
    isNumber(wordsOf(folded, after), next) &&
    markAt(folded, p.start) !== null &&
    p.end - p.start < 60
  )
}

const isLong = (field: FieldKind | null): boolean =>
  field === 'problem' || field === 'goal' || field === 'measures' || field === 'progress' || field === 'other'

/** The lines of one row in their columns. */
function distribute(folded: string, lines: LaidParagraph[], columns: readonly (FieldKind | null)[]): LaidParagraph[][] {
  // numbered lines are one cell
  const cells: LaidParagraph[][] = []
  for (const line of lines) {
    const mark = markAt(folded, line.start)
    const last = cells.at(-1)
    const before = last?.at(-1)
    const beforeMark = before ? markAt(folded, before.start) : null
    if (mark && beforeMark && last && mark.style === beforeMark.style && mark.ordinal === beforeMark.ordinal + 1)
      last.push(line)
    else cells.push([line])
  }
  if (cells.length === columns.length) return cells
  const out: LaidParagraph[][] = columns.map(() => [])
  // the short columns behind the last long one are told by what they hold
  let tail = cells.length
  let lastLong = columns.length - 1
  while (lastLong >= 0 && !isLong(columns[lastLong] ?? null)) lastLong--
  for (let c = columns.length - 1; c > lastLong; c--) {
    const cell = cells[tail - 1]
    const words = cell ? cell.map((p) => wordsOf(folded, p)).join('') : ''
    if (!cell || !suits(columns[c] ?? null, words)) continue
    out[c] = cell
    tail--
  }
  let at = 0
  for (let c = 0; c <= lastLong && at < tail; c++) {
    const field = columns[c] ?? null
    const cell = cells[at]
    if (!cell) break
    if (!isLong(field) && !suits(field, cell.map((p) => wordsOf(folded, p)).join(''))) continue
    out[c] = cell
    at++
  }
  for (; at < tail; at++) out[lastLong]?.push(...(cells[at] ?? []))
  return out
}

function suits(field: FieldKind | null, words: string): boolean {
  if (field === 'status') return words.length <= 12 && (isStatusOnly(words) || /^(?:是|否|√|×|—|-|\d+%?)$/.test(words))
  if (field === 'deadline') return words.length <= 30 && (dateLike.test(words) || standing.test(words))
  if (field !== null && partyFields.has(field)) return words.length <= 60 && !/[。；]/.test(words)
  return words.length <= 40
}

function tableOf(
  blocks: readonly LaidBlock[],
  start: number,
  header: readonly (FieldKind | null)[],
  rows: readonly Row[],
): LaidTable {
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

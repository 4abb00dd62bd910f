/** Tables that go on over a page end: the repeated header goes, a row that the page end cut is joined, merged cells reach on. */
import { exactFieldOf } from '../lexicon/labels.js'
import { bodyEnding } from '../lexicon/parties.js'
import { firstWordWidth, type Line } from './pdf-lines.js'
import type { PdfCell, PdfTable } from './pdf-tables.js'

const textOf = (cell: PdfCell | undefined): string =>
  cell?.lines
    .map((line) => line.text)
    .join('')
    .replace(/\s/g, '') ?? ''
const rowText = (row: PdfCell[] | undefined): string => row?.map((cell) => `${cell.column}:${textOf(cell)}`).join('|') ?? ''

/** Edges within this many points are the same column; pages may be set a little apart. */
const sameEdge = 6

/** Whether the gaps between the columns of two tables lie over one another. */
const sameGaps = (upper: [number, number][], lower: [number, number][]): boolean =>
  upper.length === lower.length && upper.every(([from, to], i) => from < (lower[i]?.[1] ?? 0) && to > (lower[i]?.[0] ?? 0))

/** Whether both grids have the same outer edges and nearly the same columns. */
const sameColumns = (upper: PdfTable, lower: PdfTable): boolean => {
  if (upper.gaps && lower.gaps) return sameGaps(upper.gaps, lower.gaps)
  const close = (a: number | undefined, b: number | undefined) =>
    a !== undefined && b !== undefined && Math.abs(a - b) <= sameEdge
  if (!close(upper.xs[0], lower.xs[0]) || !close(upper.xs.at(-1), lower.xs.at(-1))) return false
  const [fewer, more] = upper.xs.length < lower.xs.length ? [upper.xs, lower.xs] : [lower.xs, upper.xs]
  const shared = fewer.filter((x) => more.some((other) => close(x, other))).length
  return shared === fewer.length && shared > more.length / 2
}

/** Puts the cells on new column edges, which include all of their old ones. */
const regrid = (table: PdfTable, xs: number[]): void => {
  const indexOf = (x: number): number => {
    let best = 0
    xs.forEach((edge, index) => {
      if (Math.abs(edge - x) < Math.abs((xs[best] ?? 0) - x)) best = index
    })
    return best
  }
  for (const row of table.rows)
    for (const cell of row) {
      cell.column = indexOf(cell.x0)
      cell.colspan = Math.max(1, indexOf(cell.x1) - cell.column)
    }
  table.xs = xs
}

/** The cell that covers the last row, by first column. */
const bottomCells = (table: PdfTable): Map<number, PdfCell> => {
  const out = new Map<number, PdfCell>()
  table.rows.forEach((row, index) => {
    for (const cell of row) if (index + cell.rowspan >= table.rows.length) out.set(cell.column, cell)
  })
  return out
}

/** Whether the line reaches the cell's right edge, so that its sentence may go on below. */
const isFull = (line: Line, cell: PdfCell, next: Line): boolean => {
  const padding = Math.max(1, Math.min(12, cell.x1 - cell.x0, ...cell.lines.map((other) => other.x0 - cell.x0)))
  return cell.x1 - padding - line.x1 < firstWordWidth(next) + line.size * 0.5
}

const ended = /[。；;！!？?：:…]["”’）)]?$/
const ordinal = /^[（(]?(?:\d{1,4}|[一二三四五六七八九十百〇零]{1,5}|[①-⑳])[）)、.．]?$/

/** A problem's first words: no row goes on with them. */
const beginsProblem = /^(?:关于|针对).{4,80}问题/
/** A body, a day, a standing phrase of a deadline: whole by itself, however narrow its column is. */
const isWhole = (words: string): boolean =>
  words.length <= 16 && (bodyEnding.test(words) || /(?:[年月日底前]|立行立改|立即整改|长期坚持|持续推进)$/.test(words))

/** Whether the cell's last sentence runs on into `lower`. */
const isMidSentence = (upper: PdfCell, lower: PdfCell): boolean => {
  const [last, next] = [upper.lines.at(-1), lower.lines[0]]
  return last !== undefined && next !== undefined && !ended.test(textOf(upper)) && isFull(last, upper, next)
}

/**
 * Whether the first row of the next page is the rest of the last row of this one. What speaks for it: a sentence that runs over the page
 * end, columns that have nothing more to add. What speaks against it: a number in the first column, short values that are complete.
 */
const isCutRow = (upper: Map<number, PdfCell>, lower: PdfCell[]): boolean => {
  const [first] = lower
  if (!first || lower.length < 2 || ordinal.test(textOf(first))) return false
  let score = 0
  for (const cell of lower) {
    const above = upper.get(cell.column)
    if (!above || above.colspan !== cell.colspan) return false
    const [before, after] = [textOf(above), textOf(cell)]
    // 整改措施 over 整改结果: two rows of a form
    if (exactFieldOf(before) && exactFieldOf(after)) return false
    if (before !== '' && after === '' && cell.column > 0) score += 1
    else if (before === '' && after !== '') score -= 1
    else if (before !== '' && after !== '') {
      if (beginsProblem.test(after)) score -= 4
      else if (!ended.test(before)) score += isMidSentence(above, cell) && !(isWhole(before) && isWhole(after)) ? 2 : -2
      else if (cell === first) score -= 2
    }
  }
  return score > 0
}

/**
 * The rest of a cut row that stands in one row with the repeated header, where no line is drawn between the two: the header's words are taken
 * out of the cells. Null where the row is no header with something under it.
 */
const underHeader = (header: PdfCell[] | undefined, row: PdfCell[] | undefined): PdfCell[] | null => {
  if (!header || !row || header.length !== row.length || header.length < 3) return null
  let more = 0
  for (const [i, cell] of row.entries()) {
    const words = textOf(header[i])
    if (words === '' || cell.column !== header[i]?.column || !textOf(cell).startsWith(words)) return null
    if (textOf(cell) !== words) more++
  }
  if (more === 0) return null
  return row.map((cell, i) => {
    const words = textOf(header[i])
    let [length, taken] = [0, 0]
    while (length < words.length) length += cell.lines[taken++]?.text.replace(/\s/g, '').length ?? words.length
    return length === words.length ? { ...cell, lines: cell.lines.slice(taken) } : cell
  })
}

/** Appends `lower` to `upper` when it is its continuation. Gives how many repeated header rows were dropped, or null when it is another table. */
export const continueTable = (upper: PdfTable, lower: PdfTable): number | null => {
  if (!sameColumns(upper, lower)) return null
  const xs = upper.xs.length >= lower.xs.length ? upper.xs : lower.xs
  regrid(upper, xs)
  regrid(lower, xs)
  let repeated = 0
  // No more than three rows of header, and never the whole table above.
  while (
    repeated < 3 &&
    repeated < upper.rows.length - 1 &&
    repeated < lower.rows.length &&
    rowText(lower.rows[repeated]) !== '' &&
    rowText(lower.rows[repeated]) === rowText(upper.rows[repeated])
  )
    repeated++
  // A header whose merged cells reach below the repeated rows is not the same header.
  if ((lower.rows.slice(0, repeated) ?? []).some((row, index) => row.some((cell) => index + cell.rowspan > repeated)))
    repeated = 0
  const rest = repeated === 0 ? underHeader(upper.rows[0], lower.rows[0]) : null
  const rows = rest ? [rest, ...lower.rows.slice(1)] : lower.rows.slice(repeated)
  if (rest) repeated = 1
  upper.headerRows = Math.max(upper.headerRows, repeated)
  const [head] = rows
  const bottom = bottomCells(upper)
  if (head && isCutRow(bottom, head)) {
    for (const cell of head) {
      const above = bottom.get(cell.column)
      above?.lines.push(...cell.lines)
      if (above) above.rowspan += cell.rowspan - 1
    }
    rows.shift()
  } else if (head) {
    // Merges of the page before go on in the cells that open the row, and in tall empty ones. One of them may still have text to add.
    let leading = true
    rows[0] = head.filter((cell) => {
      const above = bottom.get(cell.column)
      if (!above || above.lines.length === 0 || above.colspan !== cell.colspan) {
        leading = false
        return true
      }
      const isEmpty = cell.lines.length === 0
      const goesOn = isEmpty ? leading || cell.rowspan > 1 : leading && cell !== head[0] && isMidSentence(above, cell)
      leading &&= isEmpty
      if (!goesOn) return true
      above.rowspan += cell.rowspan
      above.lines.push(...cell.lines)
      return false
    })
  }
  upper.rows.push(...rows)
  upper.bottom = lower.bottom
  return repeated
}

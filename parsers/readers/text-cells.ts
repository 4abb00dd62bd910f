/** The cells of a line of text: parted by tabs, a quoted one over several lines, or by upright strokes. */
import { bareOf } from '../text/bare.js'
import { fold } from '../text/fold.js'

/** A quoted cell is read over no more lines. */
export const longestCell = 60
/** Rows of cells, the width of the widest, and the line behind the table. */
export interface Found {
  rows: string[][]
  width: number
  end: number
}

/** The cells of a line; one that opens a quotation goes on in the next lines. */
export function recordAt(lines: readonly string[], at: number): { cells: string[]; end: number } {
  const cells: string[] = []
  let end = at + 1
  for (const cell of (lines[at] ?? '').split('\t')) cells.push(cell)
  for (;;) {
    const last = cells.at(-1) ?? ''
    if (!/^\s*"/.test(last) || isClosed(last) || end - at > longestCell || end >= lines.length) break
    const close = closingLine(lines, at, end)
    if (close < 0) break
    const [head = '', ...rest] = (lines[close] ?? '').split('\t')
    cells[cells.length - 1] = [last, ...lines.slice(end, close), head].join('\n')
    cells.push(...rest)
    end = close + 1
  }
  return { cells, end }
}

const isClosed = (cell: string): boolean => (cell.match(/"/g)?.length ?? 0) % 2 === 0

/** The line that closes a quotation with a mark right before a tab or the line's end. */
function closingLine(lines: readonly string[], at: number, from: number): number {
  for (let i = from; i < Math.min(lines.length, at + longestCell); i++) if (/"(?:\t|\s*$)/.test(lines[i] ?? '')) return i
  return -1
}

export const tabsIn = (line: string | undefined): number => (line?.includes('\t') ? line.split('\t').length - 1 : 0)

/** What parts cells between upright strokes. */
export const strokes = /[ \u3000]{0,40}[|｜│┃][ \u3000]{0,40}/

export const cellsBy = (line: string, gap: RegExp): string[] => {
  const words = line.trim()
  if (gap !== strokes) return words.split(gap)
  const cells = words.split(gap)
  if (cells[0] === '') cells.shift()
  if (cells.at(-1) === '' && /[|｜│┃]$/.test(words)) cells.pop()
  return cells
}

/** A name without blanks and in one spelling. */
export const nameOf = (words: string): string => bareOf(fold(words))

/**
 * Tables whose rows are ruled and whose columns are not (三线表, row rules, a frame alone): the columns are the gaps that no row's words
 * cross, the rows of a stretch without rules are told by its numbers. What does not come out even stays text.
 */
import { type Line, linesOf } from './pdf-lines.js'
import type { Glyph, Rule } from './pdf-page.js'
import type { PdfCell, PdfTable } from './pdf-tables.js'

/** Characters of a table from which on a narrow gap is no accident. */
const MANY = 200

/** Where a table may be: the places of its rules, its left and right end. */
export interface OpenFrame {
  ys: number[]
  left: number
  right: number
}

/** Ends of rules this close are one edge; rules this close are one line. */
const sameEnd = 6
const sameLine = 4
/** A narrower stack of rules is underlining. */
const narrowest = 150
/** Fewest columns and rows, the header among them. */
export const fewestColumns = 3
const fewestRows = 3
/** Wider than any page, longer than any name of a column. */
const widest = 5000
export const longestName = 16

/** Stacks of three and more rules of one length, one below the other. */
export const framesOf = (rules: readonly Rule[]): OpenFrame[] => {
  const stacks = new Map<string, Rule[]>()
  for (const rule of rules) {
    if (rule.to - rule.from < narrowest || rule.to > widest) continue
    // neighbours of a rounding edge are looked for too
    const [from, to] = [Math.round(rule.from / sameEnd), Math.round(rule.to / sameEnd)]
    const near = [0, -1, 1].flatMap((a) => [0, -1, 1].map((b) => `${from + a} ${to + b}`))
    const key = near.find((one) => stacks.has(one)) ?? `${from} ${to}`
    stacks.set(key, [...(stacks.get(key) ?? []), rule])
  }
  return [...stacks.values()].flatMap((stack) => {
    const ys: number[] = []
    for (const { at } of [...stack].sort((a, b) => a.at - b.at)) if (at - (ys.at(-1) ?? -sameLine) >= sameLine) ys.push(at)
    const left = Math.min(...stack.map(({ from }) => from))
    const right = Math.max(...stack.map(({ to }) => to))
    return ys.length >= 3 ? [{ ys, left, right }] : []
  })
}

/** A stretch between two rules, or a row of one. */
export interface Band {
  top: number
  bottom: number
  glyphs: Glyph[]
}

const middleOf = ({ y, size }: Glyph): number => y - size * 0.35
export const isInked = ({ text }: Glyph): boolean => text.trim() !== ''

const bandsOf = ({ ys, left, right }: OpenFrame, glyphs: readonly Glyph[]): Band[] => {
  const bands = ys.slice(1).map((bottom, i): Band => ({ top: ys[i] ?? 0, bottom, glyphs: [] }))
  for (const glyph of glyphs) {
    const at = middleOf(glyph)
    const x = (glyph.x0 + glyph.x1) / 2
    if (x < left || x > right) continue
    bands.find(({ top, bottom }) => at > top && at < bottom)?.glyphs.push(glyph)
  }
  return bands.filter((band) => band.glyphs.some(isInked))
}

/** One run of words in one line, as a heading over rows is (表2 未完成的问题): it tells nothing of the columns. */
const isOneRun = ({ glyphs }: Band): boolean => {
  const [line, second] = linesOf(glyphs)
  return line !== undefined && second === undefined && !line.text.replace(/^(?:续|附)?表 ?\d{1,2} /, '').includes(' ')
}

/** The gaps between columns, as [from, to], which no row crosses. */
const gapsOf = ({ left, right }: OpenFrame, bands: readonly Band[]): [number, number][] => {
  const width = Math.ceil(right - left) + 1
  const inked = new Uint8Array(width)
  const sizes: number[] = []
  for (const one of bands.filter((band) => !isOneRun(band)))
    for (const glyph of one.glyphs) {
      if (!isInked(glyph)) continue
      sizes.push(glyph.size)
      for (let x = Math.max(0, Math.floor(glyph.x0 - left)); x <= Math.min(width - 1, glyph.x1 - left); x++) inked[x] = 1
    }
  // the more words leave it free, the narrower a gap may be: Han characters stand side by side
  const em = sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 10
  const least = em * (sizes.length >= MANY ? 0.4 : 0.8)
  const gaps: [number, number][] = []
  let from = -1
  // what is free at the left and right ends is margin
  for (let x = 0; x < width; x++) {
    const open = inked[x] === 0
    if (open && from < 0) from = x
    if (open || from < 0) continue
    if (from > 0 && x - from >= least) gaps.push([left + from, left + x])
    from = -1
  }
  return gaps
}

const columnOf = (xs: readonly number[], x: number): number =>
  Math.max(
    0,
    xs.findLastIndex((edge) => edge <= x),
  )
const crosses = (glyphs: readonly Glyph[], gaps: readonly [number, number][]): boolean =>
  glyphs.some((glyph) => isInked(glyph) && gaps.some(([from, to]) => glyph.x1 > from + 1 && glyph.x0 < to - 1))

const number = /^[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)、.．]?$/
/** Whether the words are a row's number. */
export const isRowNumber = (words: string): boolean => number.test(words.trim())

/** The lines of each column. */
export const columnLines = (glyphs: readonly Glyph[], xs: readonly number[]): Line[][] =>
  xs.slice(0, -1).map((_, column) => linesOf(glyphs.filter(({ x0 }) => columnOf(xs, x0) === column)))

/** Where no column has a line for longer than its lines are apart, so that rows part there. */
export const wideGaps = (columns: readonly Line[][]): number[] => {
  const baselines = columns
    .flat()
    .map(({ y }) => y)
    .sort((a, b) => a - b)
  const pitches = columns.flatMap((lines) => lines.slice(1).map((line, i) => line.y - (lines[i]?.y ?? 0)))
  const pitch = Math.min(...pitches.filter((gap) => gap > 3))
  return baselines.slice(1).flatMap((y, i) => {
    const before = baselines[i] ?? y
    return y - before > pitch * 1.3 ? [(y + before) / 2 - pitch * 0.35] : []
  })
}

/** A band cut at these heights. */
export const cutAt = (band: Band, cuts: readonly number[]): Band[] =>
  [band.top, ...cuts].map((top, i) => {
    const bottom = cuts[i] ?? band.bottom
    return { top, bottom, glyphs: band.glyphs.filter((glyph) => middleOf(glyph) > top && middleOf(glyph) <= bottom) }
  })

/** The rows of a band that holds several numbers: parted at its wide gaps, or above each number; null where neither comes out even. */
export const rowsOf = (band: Band, xs: readonly number[]): Band[] | null => {
  const columns = columnLines(band.glyphs, xs)
  const first = (columns[0] ?? []).filter(({ text }) => isRowNumber(text))
  if (first.length < 2) return [band]
  const top = Math.min(...columns.flat().map(({ y }) => y))
  const size = first[0]?.size ?? 10
  const isEven = (bands: readonly Band[]): boolean =>
    bands.every(({ top, bottom }) => first.filter(({ y }) => y - size * 0.35 > top && y - size * 0.35 <= bottom).length === 1)
  const wide = cutAt(band, wideGaps(columns))
  if (isEven(wide)) return wide
  // the numbers stand at the head of their rows: so does the first
  const heads = cutAt(
    band,
    first.slice(1).map(({ y }) => y - size * 1.1),
  )
  return Math.abs((first[0]?.y ?? 0) - top) < size * 0.5 && isEven(heads) ? heads : null
}

export const cellsOf = ({ glyphs }: Band, xs: readonly number[], gaps: readonly [number, number][]): PdfCell[] => {
  const cell = (column: number, colspan: number, own: Glyph[]): PdfCell => ({
    column,
    colspan,
    rowspan: 1,
    x0: xs[column] ?? 0,
    x1: xs[column + colspan] ?? 0,
    lines: linesOf(own),
  })
  if (crosses(glyphs, gaps)) return [cell(0, xs.length - 1, glyphs)]
  return xs.slice(0, -1).map((_, column) =>
    cell(
      column,
      1,
      glyphs.filter((glyph) => columnOf(xs, (glyph.x0 + glyph.x1) / 2) === column),
    ),
  )
}

export const wordsOf = ({ lines }: PdfCell): string => lines.map(({ text }) => text).join('')

/** Names in every column, or, where the table goes on from the page before, a number in every row. */
const isHeaded = (rows: readonly PdfCell[][], columns: number): boolean => {
  const names = rows.find((row) => row.length === columns) ?? []
  if (names.length === columns && names.every((cell) => wordsOf(cell) !== '' && wordsOf(cell).length <= longestName))
    return true
  return rows.every((row) => row.length < columns || isRowNumber(row[0] ? wordsOf(row[0]) : ''))
}

/** The table of a frame, or null; every glyph inside is in a cell. */
export const openTable = (frame: OpenFrame, glyphs: readonly Glyph[], page: number): PdfTable | null => {
  const bands = bandsOf(frame, glyphs)
  const gaps = gapsOf(frame, bands)
  if (gaps.length + 1 < fewestColumns || bands.length < 2) return null
  const xs = [frame.left, ...gaps.map(([from, to]) => (from + to) / 2), frame.right]
  const rows: PdfCell[][] = []
  for (const band of bands) {
    const parts = rowsOf(band, xs)
    if (!parts) return null
    for (const part of parts) rows.push(cellsOf(part, xs, gaps))
  }
  if (rows.length < fewestRows || !isHeaded(rows, xs.length - 1)) return null
  return { xs, gaps, rows, top: frame.ys[0] ?? 0, bottom: frame.ys.at(-1) ?? 0, headerRows: 0, page }
}

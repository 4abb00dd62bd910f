/** Columns told by positions alone: a line of column names, and how far the lines below keep to the columns under it. */
import { columnField, noteRow } from '../lexicon/columns.js'
import { pageNumber } from './pdf-furniture.js'
import { groupLines, type Line, linesOf } from './pdf-lines.js'
import { longestName } from './pdf-open-tables.js'
import type { Glyph } from './pdf-page.js'

/** Names of columns that the head of a table must hold. */
export const fewestNames = 3
/** Rows of one table stand no farther apart than this many letters. */
const farthest = 4
/** Free room between columns, in letters, which every line of the table leaves. */
const narrowestGap = 0.5
/** Wider than any page. */
const widest = 5000

/** A printed line with its glyphs. */
export interface Printed {
  glyphs: Glyph[]
  line: Line
}
export type Interval = [from: number, to: number]

export const printedLines = (glyphs: Glyph[]): Printed[] =>
  groupLines(glyphs).flatMap((group) => {
    const [line] = linesOf(group)
    return line && line.x0 >= 0 && line.x1 < widest ? [{ glyphs: group, line }] : []
  })

const isName = (words: string): boolean => words !== '' && words.length <= longestName && columnField(words) !== null

/** Column names in a line that wide blanks part. */
export const namesIn = ({ text }: Line): number => text.split(' ').filter(isName).length

const paint = (ink: Uint8Array, glyphs: readonly Glyph[]): void => {
  for (const { x0, x1, text } of glyphs) if (text.trim() !== '') ink.fill(1, Math.floor(x0), Math.floor(x1) + 1)
}

/** The stretches with ink, where less than `least` free room parts none. */
const columnsIn = (ink: Uint8Array, least: number): Interval[] => {
  const out: Interval[] = []
  let at = ink.indexOf(1)
  while (at >= 0) {
    const free = ink.indexOf(0, at)
    const end = free < 0 ? ink.length : free
    const last = out.at(-1)
    if (last && at - last[1] < least) last[1] = end
    else out.push([at, end])
    at = ink.indexOf(1, end)
  }
  return out
}

const nameOver = (head: Printed, [from, to]: Interval): string =>
  head.glyphs
    .filter(({ x0, x1 }) => (x0 + x1) / 2 >= from && (x0 + x1) / 2 <= to)
    .sort((a, b) => a.x0 - b.x0)
    .map(({ text }) => text.trim())
    .join('')

/** A chapter's name between rows: one run of words with a number, and a row below. */
export const isHeading = ({ line }: Printed, next: Printed | undefined): boolean =>
  /^[（(]?[一二三四五六七八九十]{1,3}[）)、.．][^ ]{2,30}$/.test(line.text) && (next?.line.text.includes(' ') ?? false)

export interface Extent {
  columns: Interval[]
  /** The last line of the table. */
  end: number
}

/** How far the columns of the head at `start` go on: each has a name over it, and no line runs over two of them. */
export const extentOf = (lines: readonly Printed[], start: number, tops: readonly number[]): Extent | null => {
  const head = lines[start]
  const size = lines[start + 1]?.line.size
  if (!head || size === undefined) return null
  const names = namesIn(head.line)
  const ink = new Uint8Array(widest)
  paint(ink, head.glyphs)
  let found: Extent | null = null
  for (let at = start + 1; at < lines.length; at++) {
    const own = lines[at]
    const before = lines[at - 1]
    if (!own || !before || own.line.y - before.line.y > size * farthest || Math.abs(own.line.size - size) > 1.2) break
    if (tops.some((top) => top > before.line.y && top < own.line.y) || noteRow.test(own.line.text.replace(/ /g, ''))) break
    if (at === lines.length - 1 && pageNumber.test(own.line.text)) break
    if (isHeading(own, lines[at + 1])) continue
    paint(ink, own.glyphs)
    const columns = columnsIn(ink, size * narrowestGap)
    const over = columns.map((column) => nameOver(head, column))
    if (over.filter(isName).length < names) break
    if (over.every((name) => name !== '' && name.length <= longestName)) found = { columns, end: at }
  }
  return found
}

/**
 * Footnotes: small print at the foot of a page that opens with a mark, and the same mark, small and raised, in the page's text. Only
 * where both are there are they left out; a figure that is an exponent, a counted measure ① and a 注：under a table stay.
 */
import { noteRow } from '../lexicon/columns.js'
import type { Span } from '../tree.js'
import type { PageLines } from './pdf-furniture.js'
import type { Line } from './pdf-lines.js'

/** A page whose tables may hold marks. */
export interface FootnotePage extends PageLines {
  tables: { top: number; bottom: number; rows: { lines: Line[] }[][] }[]
}

/** Footnotes are set in at most this share of the text's size … */
const smallPrint = 0.92
/** … and end in the lowest part of the page. */
const footZone = 0.75

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const figures = '(?:[①-⑳]|\\d{1,2}|[⁰¹²³⁴-⁹]{1,2})'
const bracketed = `[\\[［〔【]${figures}[\\]］〕】]`
const markWords = new RegExp(`^(?:${bracketed}|${figures})$`)
/** A figure that is not raised opens a note where it is circled, in brackets or set off: 1. and 1 but not 1.5 or 2024年. */
const noteHead = new RegExp(`^(?:${bracketed}|[①-⑳]|[⁰¹²³⁴-⁹]{1,2}|\\d{1,2}(?=[.．、]\\D|\\s))`)

/** The number of a mark, or null: ① ¹ 1 [1] are all 1. */
const numberOf = (words: string): number | null => {
  if (!markWords.test(words)) return null
  const plain = words.replace(/[[\]［］〔〕【】]/g, '').replace(/[⁰¹²³⁴-⁹]/g, (mark) => String(superscripts.indexOf(mark)))
  return /^[①-⑳]$/.test(plain) ? plain.charCodeAt(0) - 0x245f : Number(plain)
}

/** Behind a Latin letter, a figure or a metre a plain raised figure is an exponent: km², 10⁴, 米2. */
const isExponent = ({ text }: Line, [start, end]: Span): boolean =>
  /[A-Za-z0-9米里]$/.test(text.slice(0, start).trimEnd()) && /^[\d⁰¹²³⁴-⁹]+$/.test(text.slice(start, end))

interface Mark {
  line: Line
  span: Span
  number: number
}

const marksOf = (line: Line): Mark[] =>
  (line.raised ?? []).flatMap((span): Mark[] => {
    const number = numberOf(line.text.slice(...span))
    return number === null || isExponent(line, span) ? [] : [{ line, span, number }]
  })

/** The number that a line of small print opens with, or null. */
const openingOf = (line: Line): number | null => {
  const [first] = line.raised ?? []
  const words = first?.[0] === 0 ? line.text.slice(...first) : (noteHead.exec(line.text)?.[0] ?? '')
  return words.length < line.text.length ? numberOf(words) : null
}

/** Lines of small print that end the page, below all of its tables. */
const smallPrintOf = ({ lines, tables, height }: FootnotePage, bodySize: number): Line[] => {
  const lowest = Math.max(0, ...tables.map(({ bottom }) => bottom))
  const start = lines.findLastIndex(({ size, y }) => size > bodySize * smallPrint || y < lowest) + 1
  return (lines.at(-1)?.y ?? 0) > height * footZone ? lines.slice(start) : []
}

interface Note {
  number: number
  lines: Line[]
}

/** Whether a line of small print goes on from the one before: of its size, right below, and no 注：of its own. */
const goesOn = (last: Line, line: Line): boolean =>
  Math.abs(last.size - line.size) < 1 && line.y - last.y < last.size * 2.2 && !noteRow.test(line.text)

/** Notes in rising order, each with the lines that go on from it; what stands before, between and behind is none. */
const notesOf = (lines: readonly Line[]): Note[] => {
  const notes: Note[] = []
  let open: Note | undefined
  for (const line of lines) {
    const number = openingOf(line)
    const last = notes.at(-1)
    if (number !== null && (!last || number === last.number + 1)) {
      open = { number, lines: [line] }
      notes.push(open)
      continue
    }
    const before = open?.lines.at(-1)
    if (open && before && goesOn(before, line)) open.lines.push(line)
    else open = undefined
  }
  return notes
}

/** The line without the words at `cut`; struck ranges move along. */
const without = (line: Line, [start, end]: Span): void => {
  const moved = (at: number): number => (at >= end ? at - (end - start) : Math.min(at, start))
  const move = (spans: readonly Span[]): Span[] =>
    spans.map(([from, to]): Span => [moved(from), moved(to)]).filter(([from, to]) => from < to)
  line.text = line.text.slice(0, start) + line.text.slice(end)
  line.struck = move(line.struck)
  line.raised = move(line.raised ?? [])
}

/** Takes footnotes and their marks out of a page; gives the notes' words. `bodySize` is the size of most text. */
export const removeFootnotes = (page: FootnotePage, bodySize: number): string[] => {
  const print = smallPrintOf(page, bodySize)
  if (print.length === 0) return []
  const marks = [
    ...page.lines.flatMap((line) => marksOf(line).filter(({ span }) => span[0] > 0 || !print.includes(line))),
    ...page.tables.flatMap(({ rows }) => rows.flat().flatMap(({ lines }) => lines.flatMap(marksOf))),
  ]
  const isOf =
    (note: Note) =>
    ({ number, line }: Mark): boolean =>
      number === note.number && note.lines.every(({ size }) => size <= line.size * smallPrint)
  const notes = notesOf(print).filter((note) => marks.some(isOf(note)))
  const dropped = new Set(notes.flatMap(({ lines }) => lines))
  page.lines = page.lines.filter((line) => !dropped.has(line))
  const cut = marks.filter((mark) => notes.some((note) => isOf(note)(mark)))
  for (const { line, span } of cut.reverse()) without(line, span)
  return notes.map(({ lines }) => lines.map(({ text }) => text).join(''))
}

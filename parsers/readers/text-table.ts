/**
 * Tables written as text: cells parted by tabs (as a spreadsheet copies them, a cell of several lines in quotation marks), by several
 * blanks or by upright strokes under a line of column names.
 */
import { columnField } from '../lexicon/columns.js'
import { fold } from '../text/fold.js'
import type { Table, TableRow } from '../tree.js'
import { gridAt } from './grid-table.js'
import { alignedAt } from './text-aligned.js'

export type TextPiece = { kind: 'lines'; lines: string[] } | { kind: 'table'; table: Table }

/** Fewest tabs in a line of a table. */
const fewestTabs = 2
/** A quoted cell is read over no more lines. */
const longestCell = 60
/** Fewest names in a head whose cells no tabs part. */
const fewestNames = 4

interface Found {
  rows: string[][]
  width: number
  /** The line behind the table. */
  end: number
}

/** The lines of a text and the tables among them. */
export function textPieces(lines: readonly string[]): TextPiece[] {
  const pieces: TextPiece[] = []
  let plain: string[] = []
  const flush = () => {
    if (plain.length > 0) pieces.push({ kind: 'lines', lines: plain })
    plain = []
  }
  for (let i = 0; i < lines.length; ) {
    const found = gridAt(lines, i) ?? pairsAt(lines, i) ?? tabbedAt(lines, i) ?? alignedAt(lines, i) ?? namedAt(lines, i)
    if (found) {
      flush()
      pieces.push({ kind: 'table', table: { type: 'table', children: found.rows.map((row) => rowOf(row, found.width)) } })
      i = found.end
    } else {
      plain.push(lines[i] ?? '')
      i++
    }
  }
  flush()
  return pieces
}

const rowOf = (cells: readonly string[], width: number): TableRow => ({
  type: 'row',
  children: cells.map((value, column) => ({
    type: 'cell',
    column,
    colspan: cells.length === 1 ? width : 1,
    rowspan: 1,
    children: /\S/.test(value) ? [{ type: 'paragraph', value: unquoted(value) }] : [],
  })),
})

const unquoted = (cell: string): string => {
  const words = cell.trim()
  return words.length > 1 && words.startsWith('"') && words.endsWith('"') ? words.slice(1, -1).replaceAll('""', '"') : cell
}

/** The cells of a line; one that opens a quotation goes on in the next lines. */
function recordAt(lines: readonly string[], at: number): { cells: string[]; end: number } {
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

/** The cells of a row of a known width: a cell of several lines without quotation marks goes on in the next lines. */
function rowAt(lines: readonly string[], at: number, width: number): { cells: string[]; end: number } {
  const first = recordAt(lines, at)
  let { cells, end } = first
  // a line without tabs is a category over the rows
  if (cells.length < 2) return first
  while (cells.length < width && end < lines.length && end - at < longestCell && /\S/.test(lines[end] ?? '')) {
    const next = recordAt(lines, end)
    const [more = '', ...rest] = next.cells
    if (cells.length + rest.length > width) break
    cells = [...cells.slice(0, -1), `${cells.at(-1) ?? ''}\n${more}`, ...rest]
    end = next.end
  }
  return cells.length === width ? { cells, end } : first
}

const isClosed = (cell: string): boolean => (cell.match(/"/g)?.length ?? 0) % 2 === 0

/** The line that closes a quotation with a mark right before a tab or the line's end. */
function closingLine(lines: readonly string[], at: number, from: number): number {
  for (let i = from; i < Math.min(lines.length, at + longestCell); i++) if (/"(?:\t|\s*$)/.test(lines[i] ?? '')) return i
  return -1
}

const tabsIn = (line: string | undefined): number => (line?.includes('\t') ? line.split('\t').length - 1 : 0)
const filled = (cells: readonly string[]): number => cells.filter((cell) => /\S/.test(cell)).length

/** Fewest rows of a form. */
const fewestPairs = 4
/** The second and further of a count: a cell of several lines goes on. */
const goesOnCell = /^\s*(?:[（(]?(?:[2-9]|[1-9]\d)[）)、.．](?!\d)|[②-⑳]|[二三四五六七八九十]是)/
/** NO.1⇥…, 12⇥…: the number of an item where the name of its problem would stand. */
const number = /^(?:NO\.?|No\.?|第)?[（(]?\d{1,3}[）)]?[、.．项号]?$/
/** Of a form's names at least so many are known. */
const mostlyKnown = 0.6

/** A row between upright strokes: │责任单位│县水利局│ */
const stroked = /^\s{0,8}[|｜│┃].*[|｜│┃]\s*$/
/** The cells of a row of a form, by tabs or between strokes; null where neither parts the line. */
function pairsIn(lines: readonly string[], at: number): { cells: string[]; end: number } | null {
  const line = lines[at] ?? ''
  if (tabsIn(line) > 0) return recordAt(lines, at)
  return stroked.test(line) ? { cells: cellsBy(line, strokes), end: at + 1 } : null
}

/** 责任单位⇥县水利局⏎整改时限⇥2024年底: a form whose rows hold one or two names, each with its value behind a tab or a stroke. */
function pairsAt(lines: readonly string[], start: number): Found | null {
  const before = lines[start - 1] ?? ''
  // a form is read from its first line on; a tab that opens a line is its indent
  if (/\S\t/.test(before) || stroked.test(before) || (goesOnCell.test(before) && tabsIn(lines[start]) > 0)) return null
  const rows: string[][] = []
  const names = new Set<string>()
  let [known, width] = [0, 0]
  let at = start
  for (let row = pairsIn(lines, at); row; row = pairsIn(lines, at)) {
    const { cells, end } = row
    const own = cells.filter((_, c) => c % 2 === 0).map(nameOf)
    if (number.test(own[0] ?? '')) return null
    if ((cells.length !== 2 && cells.length !== 4) || !own.every((name) => name !== '' && name.length <= 14)) break
    known += own.filter((name) => columnField(name) !== null).length / own.length
    // a head and its rows hold names in the same places
    if (columnField(nameOf(cells[1] ?? '')) !== null && rows.length === 0) return null
    for (const name of own) names.add(name)
    rows.push(cells)
    width = Math.max(width, cells.length)
    at = end
    for (; goesOnCell.test(lines[at] ?? '') && tabsIn(lines[at]) === 0; at++)
      cells[cells.length - 1] = `${cells.at(-1) ?? ''}\n${lines[at] ?? ''}`
  }
  return rows.length >= fewestPairs && known >= rows.length * mostlyKnown && names.size > 2 ? { rows, width, end: at } : null
}

/** Rows parted by tabs. They may lack cells at their end and have no more than the widest of the first three. */
function tabbedAt(lines: readonly string[], start: number): Found | null {
  if (tabsIn(lines[start]) === 0) return null
  const first = recordAt(lines, start)
  const tabs = first.cells.length - 1
  if (tabs < fewestTabs) return null
  if (filled(first.cells) < 3) {
    const next = tabsIn(lines[first.end]) === 0 ? [] : recordAt(lines, first.end).cells
    if (next.length !== tabs + 1 || filled(next) < 3) return null
  }
  const rows: string[][] = []
  let width = 0
  let at = start
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const { cells, end } = rows.length > 0 ? rowAt(lines, at, width) : recordAt(lines, at)
    if (cells.length > fewestTabs && (rows.length < 3 || cells.length <= width)) {
      width = rows.length < 3 ? Math.max(width, cells.length) : width
      rows.push(cells)
      at = end
    } else if (
      rows.length > 0 &&
      isTitle(line) &&
      tabsIn(lines[at + 1]) > 0 &&
      recordAt(lines, at + 1).cells.length > fewestTabs &&
      lines[at + 1] !== lines[start]
    ) {
      rows.push([line])
      at++
    } else break
  }
  return rows.length >= 2 ? { rows, width, end: at } : null
}

/** A line without tabs between rows: a category over the next ones. Over the same head again it is the title of another table. */
const isTitle = (line: string): boolean => /\S/.test(line) && !line.includes('\t') && line.length < 60

const strokes = /[ \u3000]{0,40}[|｜│┃][ \u3000]{0,40}/
const oneBlank = /[ \u3000]/
/** How a head may be parted. */
const wide = /[ \u3000]{2,}/
const gaps = [wide, oneBlank, strokes]
const border = /^[\s─━═┌┐└┘├┤┬┴┼╔╗╚╝+\-=|｜│┃]+$/

const cellsBy = (line: string, gap: RegExp): string[] => {
  const words = line.trim()
  if (gap !== strokes) return words.split(gap)
  const cells = words.split(gap)
  if (cells[0] === '') cells.shift()
  if (cells.at(-1) === '' && /[|｜│┃]$/.test(words)) cells.pop()
  return cells
}

/** A line of column names, and as many pieces in every line below. */
function namedAt(lines: readonly string[], start: number): Found | null {
  const head = lines[start] ?? ''
  if (head.length > 240 || head.length < 10 || !/[ \u3000|｜│┃]/.test(head.trim())) return null
  for (const gap of gaps) {
    if (!gap.test(head.trim())) continue
    const names = cellsBy(head, gap)
    const two = gap === wide && names.length === 2 && arePair(names)
    if (!two && (names.length < (gap === wide ? fewestNames - 1 : fewestNames) || !areNames(names, gap))) continue
    const found = rowsUnder(lines, start, names, evenGap(head) ?? gap) ?? rowsUnder(lines, start, names, gap)
    if (found) return found
  }
  return null
}

/** Where all gaps of a head are alike, twice as many blanks are an empty cell. */
function evenGap(head: string): RegExp | null {
  const runs = new Set((head.trim().match(/[ \u3000]+/g) ?? []).map((run) => run))
  const [only = ''] = runs
  return runs.size === 1 && only.length >= 2 ? new RegExp(`[ \\u3000]{${only.length}}`) : null
}

const nameOf = (words: string): string => fold(words).replace(/\s/g, '')
function areNames(names: readonly string[], gap: RegExp): boolean {
  const known = names.filter((name) => columnField(nameOf(name)) !== null).length
  if (!names.every((name) => name.length <= 16)) return false
  // one blank may stand inside a name or a value: all names have to be known and the rows counted
  if (gap === oneBlank)
    return (
      names.length > fewestNames &&
      (known === names.length || (known === names.length - 1 && /^(?:序号|编号)$/.test(names[0] ?? '')))
    )
  return known >= 3 && known * 5 >= names.length * 3
}

/** 存在问题　整改措施: two columns, the problem and what is told of it. */
function arePair(names: readonly string[]): boolean {
  const [a, b] = names.map((name) => columnField(nameOf(name)))
  return a === 'problem' && (b === 'measures' || b === 'progress' || b === 'goal')
}

function rowsUnder(lines: readonly string[], start: number, names: readonly string[], gap: RegExp): Found | null {
  const rows: string[][] = [[...names]]
  const counted = columnField(nameOf(names[0] ?? '')) === 'number'
  // the last cells of a numbered row may be empty, and the head may come again
  const marked = /^[（(]?\d{1,3}[.．、）)]/.test((lines[start + 1] ?? '').trim())
  const fewest =
    gap === oneBlank || gap === strokes
      ? names.length
      : Math.max(2, names.length - (counted || marked || names.length > fewestNames ? 2 : 1))
  const isHead = (cells: readonly string[]): boolean =>
    cells.length === names.length && cells.every((cell, i) => cell === names[i])
  const isRow = (cells: readonly string[]): boolean =>
    (cells.length >= fewest &&
      cells.length <= names.length &&
      (!counted || /^[\d０-９一二三四五六七八九十（(]/.test(cells[0] ?? ''))) ||
    isHead(cells)
  const next = (at: number): string[] => cellsBy(lines[at + 1] ?? '', gap)
  let at = start + 1
  for (; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (gap === strokes && border.test(line)) continue
    const cells = cellsBy(line, gap)
    if (isRow(cells)) rows.push(cells)
    // over the same head again it is the title of another table
    else if (cells.length === 1 && isTitle(line) && isRow(next(at)) && !isHead(next(at))) rows.push([line])
    else break
  }
  const sure = names.length > 2 && (gap !== oneBlank || !counted)
  return rows.filter((row) => row.length > 1).length >= (sure ? 2 : 3) ? { rows, width: names.length, end: at } : null
}

/**
 * Tables written as text: cells parted by tabs (as a spreadsheet copies them, a cell of several lines in quotation marks), by several
 * blanks or by upright strokes under a line of column names.
 */
import { columnField } from '../lexicon/columns.js'
import { fieldBehindProblem } from '../lexicon/labels.js'
import type { Table, TableRow } from '../tree.js'
import { gridAt } from './grid-table.js'
import { alignedAt } from './text-aligned.js'
import { cellsBy, type Found, longestCell, nameOf, recordAt, strokes, tabsIn } from './text-cells.js'
import { pairsAt } from './text-pairs.js'

export type TextPiece = { kind: 'lines'; lines: string[] } | { kind: 'table'; table: Table }

/** Fewest tabs in a line of a table. */
const fewestTabs = 2
/** Fewest names in a head whose cells no tabs part. */
const fewestNames = 4

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

/** The cells of a row of a known width: a cell of several lines without quotation marks goes on in the next lines. */
function rowAt(lines: readonly string[], at: number, width: number): { cells: string[]; end: number } {
  const first = recordAt(lines, at)
  let { cells, end } = first
  // a line without tabs is a category over the rows
  if (cells.length < 2) return first
  while (cells.length < width && end < lines.length && end - at < longestCell && /\S/.test(lines[end] ?? '')) {
    const next = recordAt(lines, end)
    const [more = '', ...rest] = next.cells
    // a line that opens with a tab is indented
    if (cells.length + rest.length > width || !/\S/.test(more)) break
    cells = [...cells.slice(0, -1), `${cells.at(-1) ?? ''}\n${more}`, ...rest]
    end = next.end
  }
  return cells.length === width ? { cells, end } : first
}

const filled = (cells: readonly string[]): number => cells.filter((cell) => /\S/.test(cell)).length

/** Rows parted by tabs. They may lack cells at their end and have no more than the widest of the first three. */
function tabbedAt(lines: readonly string[], start: number): Found | null {
  if (tabsIn(lines[start]) === 0) return null
  const first = recordAt(lines, start)
  const tabs = first.cells.length - 1
  // 问题概述⇥整改任务: two columns by their names
  const least = first.cells.length === 2 && arePair(first.cells) ? 1 : fewestTabs
  if (tabs < least) return null
  if (filled(first.cells) < Math.min(3, least + 1)) {
    const next = tabsIn(lines[first.end]) === 0 ? [] : recordAt(lines, first.end).cells
    if (next.length !== tabs + 1 || filled(next) < 3) return null
  }
  const rows: string[][] = []
  let width = 0
  let at = start
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const { cells, end } = rows.length > 0 ? rowAt(lines, at, width) : recordAt(lines, at)
    if (cells.length > least && (rows.length < 3 || cells.length <= width)) {
      width = rows.length < 3 ? Math.max(width, cells.length) : width
      rows.push(cells)
      at = end
    } else if (
      rows.length > 0 &&
      isTitle(line) &&
      tabsIn(lines[at + 1]) > 0 &&
      recordAt(lines, at + 1).cells.length > least &&
      lines[at + 1] !== lines[start]
    ) {
      rows.push([line])
      at++
    } else break
  }
  return rows.length >= 2 ? { rows, width, end: at } : null
}

/** A line without tabs between rows: a category over the next ones. Over the same head again it is the title of another table. */
const isTitle = (line: string): boolean => /\S/.test(line) && !line.includes('\t') && line.replace(/[ \u3000]/g, '').length < 60

const oneBlank = /[ \u3000]/
/** How a head may be parted. */
const wide = /[ \u3000]{2,}/
const gaps = [wide, oneBlank, strokes]
const border = /^[\s─━═┌┐└┘├┤┬┴┼╔╗╚╝+\-=|｜│┃]+$/

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

/** 存在问题　整改措施: two columns, the problem and what is told of it, in any order. */
function arePair(names: readonly string[]): boolean {
  const fields = names.map((name, i) => {
    const field = columnField(nameOf(name))
    return field && i > 0 ? fieldBehindProblem(nameOf(name), field) : field
  })
  return fields.includes('problem') && fields.some((field) => field === 'measures' || field === 'progress' || field === 'goal')
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
    else if (cells.length === 1 && isTitle(line) && isRow(next(at)) && (gap === strokes || !isHead(next(at)))) rows.push(cells)
    else break
  }
  const sure = names.length > 2 && (gap !== oneBlank || !counted)
  return rows.filter((row) => row.length > 1).length >= (sure ? 2 : 3) ? { rows, width: names.length, end: at } : null
}

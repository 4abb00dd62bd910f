/** The head of a table: which rows name the columns, and the names of each column from the top down. */
import { columnField, kindsIn, rolesIn } from '../lexicon/columns.js'
import type { FieldKind } from '../lexicon/labels.js'
import { telling } from './raw-item.js'
import type { Grid, GridRow } from './table-grid.js'

export interface Head {
  /** Its first row. */
  at: number
  /** Its rows, 1–3. */
  depth: number
  /** Names of each column, the outermost first. */
  paths: string[][]
  /** The names are known words; else only the cells below can tell what the columns are. */
  sure: boolean
}

/** A head is sought in the first rows: a title, a reporting unit and a date may stand above it. */
const deepest = 8
const longestName = 24

const isName = (words: string): boolean => words.length > 0 && words.length <= longestName
const withoutColon = (words: string): string => words.replace(/[：:]$/, '')

/** The field that a name says, two roles counted as the first of them. */
export function namedField(words: string): FieldKind | null {
  if (!isName(words)) return null
  const name = withoutColon(words)
  return rolesIn(name)?.[0] ?? kindsIn(name)?.[0] ?? columnField(name)
}

/** How many cells of a row are names of fields, and how many are filled. */
export function namesIn(grid: Grid, r: number): { known: number; filled: number; telling: number; short: boolean } {
  let known = 0
  let filled = 0
  let tells = 0
  let short = true
  for (const cell of grid.cells(r)) {
    const words = grid.words(r, cell.column)
    if (!words) continue
    filled++
    if (words.length > 16 || /[。；]/.test(words)) short = false
    const field = namedField(words)
    if (field) known++
    if (field && (telling.has(field) || field === 'problem')) tells++
  }
  return { known, filled, telling: tells, short }
}

/** Whether a row's words are names enough for a head. */
export function isHeadRow(grid: Grid, r: number): boolean {
  const { known, filled, telling: tells, short } = namesIn(grid, r)
  return known >= 2 && tells >= 1 && (known * 5 >= filled * 2 || (known >= 3 && short))
}

/** A row of a few short words each, over rows with longer ones: a head of names that no list has. */
function mayBeHead(grid: Grid, r: number): boolean {
  const cells = grid.cells(r).filter((cell) => cell.paragraphs.length > 0)
  if (cells.length < 3 || cells.length * 2 <= grid.width) return false
  const words = cells.map((cell) => grid.words(r, cell.column))
  if (new Set(words).size < words.length) return false
  if (!words.every((name) => name.length <= 12 && !/[。；，]|^\d|\d$/.test(name))) return false
  return grid.rows.slice(r + 1, r + 4).some((row, i) => row.some((_, c) => grid.words(r + 1 + i, c).length > 16))
}

/** 填报单位：县水利局 | 数据截至：2024年5月: names with their values stand above a head. */
const tellsValues = (grid: Grid, r: number): boolean =>
  grid.cells(r).some((cell) => /[\u4e00-\u9fff]：[^：]/.test(grid.words(r, cell.column)))

/** The head of a table; null where no row may be one. */
export function headOf(grid: Grid): Head | null {
  const last = Math.min(grid.rows.length, deepest)
  for (let r = 0; r < last; r++) {
    if (!isHeadRow(grid, r)) continue
    let top = r
    while (
      top > 0 &&
      r - top < 2 &&
      namesIn(grid, top - 1).filled > 1 &&
      !tellsValues(grid, top - 1) &&
      goesOnBelow(grid, top - 1, 1)
    )
      top--
    return headAt(grid, top, true)
  }
  for (let r = 0; r < Math.min(last, 3); r++) if (mayBeHead(grid, r)) return headAt(grid, r, false)
  return null
}

function headAt(grid: Grid, at: number, sure: boolean): Head {
  let depth = 1
  while (depth < 3 && goesOnBelow(grid, at, depth)) depth++
  return { at, depth, paths: pathsOf(grid, at, depth), sure }
}

/** Whether the row behind `depth` rows of a head names columns too: under merged names, or under names whose neighbours are blank. */
function goesOnBelow(grid: Grid, at: number, depth: number): boolean {
  const upper = grid.rows[at + depth - 1] ?? []
  const r = at + depth
  const row = grid.rows[r]
  if (!row || !grid.rows[r + 1]) return false
  const own = columnsWith(row, (cell, c) => cell !== upper[c] && grid.words(r, c) !== '')
  if (own.length === 0) return row.every((cell, c) => cell === undefined || cell === upper[c])
  if (!own.every((c) => grid.words(r, c).length <= 16 && !/[。；]/.test(grid.words(r, c)))) return false
  const under = own.filter((c) => (upper[c]?.colspan ?? 1) > 1)
  if (under.length === own.length) return true
  // without merged cells the group's name stands over the first of its columns, and the other names have blanks below
  const spread = own.filter((c) => isSpread(grid, at + depth - 1, r, c))
  return spread.length + under.length === own.length && own.length >= 2
}

const columnsWith = (row: GridRow, test: (cell: GridRow[number], c: number) => boolean): number[] =>
  row.flatMap((cell, c) => (test(cell, c) ? [c] : []))

/** Whether column `c` stands under a group's name that was printed at its left, or right over it, with a blank at its right. */
function isSpread(grid: Grid, top: number, below: number, c: number): boolean {
  if (grid.words(top, c) === '') return c > 0 && grid.words(below, c - 1) !== ''
  return grid.words(top, c + 1) === '' && grid.words(below, c + 1) !== ''
}

function pathsOf(grid: Grid, at: number, depth: number): string[][] {
  return Array.from({ length: grid.width }, (_, c) => {
    const path: string[] = []
    for (let r = at; r < at + depth; r++) {
      if (r > at && grid.rows[r]?.[c] !== undefined && grid.rows[r]?.[c] === grid.rows[r - 1]?.[c]) continue
      let words = grid.words(r, c)
      // a group's name without merged cells
      if (words === '' && r + 1 < at + depth && grid.words(r + 1, c) !== '')
        for (let left = c - 1; left >= 0 && words === ''; left--) words = grid.words(r, left)
      if (words !== '' && words !== path.at(-1)) path.push(withoutColon(words))
    }
    return path
  })
}

/** Forms written as text: rows of a name and its value, or of two such pairs, parted by tabs, by upright strokes or by blanks. */
import { columnField } from '../lexicon/columns.js'
import { paragraphsOf } from './grid-table.js'
import { piecesOf } from './text-aligned.js'
import { cellsBy, type Found, nameOf, recordAt, strokes, tabsIn } from './text-cells.js'

/** Fewest rows of a form; of one that tells its problem. */
const fewestPairs = 4
const fewestOfProblem = 3
/** The second and further of a count: a cell of several lines goes on. */
const goesOnCell = /^\s*(?:[（(]?(?:[2-9]|[1-9]\d)[）)、.．](?!\d)|[②-⑳]|[二三四五六七八九十]是)/
/** NO.1⇥…, 12⇥…: the number of an item where the name of its problem would stand. */
const number = /^(?:NO\.?|No\.?|第)?[（(]?\d{1,3}[）)]?[、.．项号]?$/
/** Of a form's names at least so many are known. */
const mostlyKnown = 0.6
const longestName = 14
/** The lines of a value begin below each other, give or take so many columns of the screen. */
const slack = 3

/** A row between upright strokes: │责任单位│县水利局│ */
const stroked = /^\s{0,8}[|｜│┃].*[|｜│┃]\s*$/
/** 说　　明, 序 号: a name whose characters are set wide. */
const wideName = /^[ \u3000]*((?:[\u4e00-\u9fff][ \u3000]{1,6}){1,7}[\u4e00-\u9fff])(?=[ \u3000]{2,})/
const blanks = /[ \u3000]{2,}/

interface Row {
  cells: string[]
  end: number
}

/** The value of a form's row, and where on the screen it begins. */
const valueFrom = (line: string): number => piecesOf(line)[1]?.from ?? 0

/** A row of names and values with wide blanks between them, and the further lines of its value, which begin below its first. */
function spacedRow(lines: readonly string[], at: number): Row | null {
  const line = lines[at] ?? ''
  if (!blanks.test(line.trim()) || /[：:]/.test(line.trim().slice(0, longestName))) return null
  const wide = wideName.exec(line)?.[1]
  const set = wide === undefined ? line : line.replace(wide, wide.replace(/[ \u3000]/g, ''))
  const pieces = set.trim().split(blanks)
  const [name = '', ...rest] = pieces
  if (rest.length === 0 || name.length > longestName) return null
  const second = rest.findIndex((piece, i) => i > 0 && columnField(nameOf(piece)) !== null)
  const value = second < 0 ? rest : rest.slice(0, second)
  const cells = [name, value.join(' ')]
  if (second > 0) cells.push(rest[second] ?? '', rest.slice(second + 1).join(' '))
  const from = valueFrom(set)
  const values = [cells.at(-1) ?? '']
  let end = at + 1
  for (; cells.length === 2 && end < lines.length; end++) {
    const [piece, ...more] = piecesOf(lines[end] ?? '')
    if (!piece || more.length > 0 || Math.abs(piece.from - from) > slack || from < 6) break
    values.push(lines[end] ?? '')
  }
  cells[cells.length - 1] = paragraphsOf(values)
  return { cells, end }
}

/** The cells of a row of a form; null where nothing parts the line. */
function rowAt(lines: readonly string[], at: number): Row | null {
  const line = lines[at] ?? ''
  if (tabsIn(line) > 0) return recordAt(lines, at)
  return stroked.test(line) ? { cells: cellsBy(line, strokes), end: at + 1 } : spacedRow(lines, at)
}

/** 责任单位⇥县水利局⏎整改时限⇥2024年底: a form whose rows hold one or two names, each with its value behind a tab, a stroke or blanks. */
export function pairsAt(lines: readonly string[], start: number): Found | null {
  const before = lines[start - 1] ?? ''
  // a form is read from its first line on; a tab that opens a line is its indent
  if (/\S\t/.test(before) || stroked.test(before) || (goesOnCell.test(before) && tabsIn(lines[start]) > 0)) return null
  const rows: string[][] = []
  const names = new Set<string>()
  let [known, width] = [0, 0]
  let at = start
  for (let row = rowAt(lines, at); row; row = rowAt(lines, at)) {
    const { cells, end } = row
    const own = cells.filter((_, c) => c % 2 === 0).map(nameOf)
    if (number.test(own[0] ?? '')) return null
    if ((cells.length !== 2 && cells.length !== 4) || !own.every((name) => name !== '' && name.length <= longestName)) break
    known += own.filter((name) => columnField(name) !== null).length / own.length
    // a head and its rows hold names in the same places
    if (columnField(nameOf(cells[1] ?? '')) !== null && rows.length === 0) return null
    // a name comes again: another form
    if (tabsIn(lines[at]) === 0 && names.has(own[0] ?? '')) break
    for (const name of own) names.add(name)
    rows.push(cells)
    width = Math.max(width, cells.length)
    at = end
    for (; goesOnCell.test(lines[at] ?? '') && tabsIn(lines[at]) === 0; at++)
      cells[cells.length - 1] = `${cells.at(-1) ?? ''}\n${lines[at] ?? ''}`
  }
  const tells = [...names].some((name) => columnField(name) === 'problem')
  const isForm = rows.length >= (tells ? fewestOfProblem : fewestPairs) && known >= rows.length * mostlyKnown && names.size > 2
  return isForm ? { rows, width, end: at } : null
}

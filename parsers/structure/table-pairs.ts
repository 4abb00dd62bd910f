/** Tables of labels and values: one item, or several one under the other; a value stands beside its label or below it. */

import { namesBodies } from '../fields/cells.js'
import type { LaidCell, LaidTable } from '../layout/layout.js'
import { closing } from '../lexicon/cues.js'
import type { FieldKind } from '../lexicon/labels.js'
import { labelAt } from '../tokens/label.js'
import { type Mark, markAt } from '../tokens/marks.js'
import type { Span } from '../tree.js'
import { isTitleWords, plainHeadingWords } from './headings.js'
import { type RawItem, telling } from './raw-item.js'
import { type Columns, resolve } from './table-columns.js'
import { type Grid, spansOf } from './table-grid.js'
import { namedField } from './table-head.js'
import { type Entry, itemsOf } from './table-records.js'

export interface PairsReading {
  items: RawItem[]
  columns: Columns
  /** Where the labels of the columns stand. */
  places: (Span | null)[]
}

/** Most rows have a label and then its value, and not all the same: 选人用人方面存在的问题 in each row is a column of categories. */
export function isPairs(grid: Grid, table: LaidTable): boolean {
  let pairs = 0
  let rows = 0
  const fields = new Set<FieldKind | null>()
  table.rows.forEach((row, r) => {
    const [first, second] = row.cells
    if (row.cells.filter((cell) => cell.paragraphs.length > 0).length > 1) rows++
    if (!first || !second || row.cells.length > 6 || !isLabel(grid, r, first)) return
    const third = row.cells[2]
    // a group's name before the label: 责任单位 · 牵头 · 县水利局
    if (isLabel(grid, r, second) && !(third && !isLabel(grid, r, third) && first.rowspan > 1)) return
    pairs++
    fields.add(namedField(grid.words(r, first.column)))
  })
  return pairs >= 3 && pairs * 5 >= rows * 3 && fields.size > 1
}

const isLabel = (grid: Grid, r: number, cell: LaidCell): boolean => namedField(grid.words(r, cell.column)) !== null

/** Label–value pairs, in cells side by side, one under the other, or one line each. */
export function readPairs(grid: Grid, table: LaidTable): PairsReading | null {
  const all = entriesOf(grid, table)
  const named = all.some(({ path, wide }) => !wide && namedField(path.at(-1) ?? '') === 'problem')
  // a row of full width has no label: were it called 反馈问题, it would be a problem wherever the forms call theirs so
  const entries = named
    ? all.flatMap((entry) => (!entry.wide ? [entry] : isHeading(grid.folded, entry.spans) ? [{ ...entry, path: [] }] : []))
    : all
  const paths = new Map<string, { path: readonly string[]; cells: string[]; at: Span | null }>()
  for (const { path, spans, at, wide } of entries) {
    if (wide && named) continue
    const key = path.join('\n')
    const known = paths.get(key) ?? { path, cells: [], at }
    known.cells.push(spans.map((span) => grid.folded.slice(...span).replace(/\s/g, '')).join(''))
    paths.set(key, known)
  }
  const list = [...paths]
  const columns = resolve(
    list.map(([, { path }]) => path),
    list.map(([, { cells }]) => cells),
  )
  const byPath = new Map(list.map(([key], i) => [key, columns.columns[i]]))
  const known = new Set(columns.columns.map(({ field }) => field))
  const tells = [...known].filter((field) => field !== null && telling.has(field)).length
  if (tells < 1 || (!known.has('problem') && tells < 2)) return null
  const items = itemsOf(grid.folded, entries, byPath, known.has('problem'), [table.start, table.end])
  return items.length === 0 ? null : { items, columns, places: list.map(([, { at }]) => at) }
}

/** The labels and values of a table in reading order. */
function entriesOf(grid: Grid, { rows, ...rest }: LaidTable): Entry[] {
  const table: LaidTable = { ...rest, rows: rows.slice(0, tailOf(grid, rows)) }
  const entries: Entry[] = []
  const used = new Set<LaidCell>()
  const labelled = labelTest(grid, table)
  table.rows.forEach((row, r) => {
    if (caption(grid, table, r, entries, used) || counted(grid, row.cells, r, entries)) return
    if (listed(grid, table, r, labelled, entries, used)) return
    let group: LaidCell | null = null
    row.cells.forEach((cell, i) => {
      if (used.has(cell)) return
      const next = row.cells[i + 1]
      if (!labelled(r, cell)) {
        // a number beside all labels of an item
        if (i === 0 && cell.rowspan > 1 && labelled(r, next) && rowNumber.test(grid.words(r, cell.column)))
          entries.push({ path: ['序号'], at: null, spans: spansOf(cell), row: 0 })
        else loose(grid, cell, entries)
        return
      }
      if (next && labelled(r, next) && cell.rowspan > 1) group = cell
      const value = next && !labelled(r, next) ? next : below(grid, table, r, cell, labelled)
      if (!value) return
      used.add(value)
      const outer = group && group !== cell ? [nameOf(grid, r, group)] : groupAbove(grid, r, cell)
      entries.push({ path: [...outer, nameOf(grid, r, cell)], at: whole(cell), spans: spansOf(value), row: 0 })
    })
  })
  return entries
}

/** 问题1, 整改任务（二）: the label of a problem with its number. */
const issue =
  /^(?:反馈|存在|具体|主要|整改)?(?:问题|任务|事项)[（(]?(?:[1-9]\d{0,2}|[一二三四五六七八九十]{1,3})[）)]?[、：:.．]?$/

/** 问题1 beside the problem: its number and itself. */
function counted(
  grid: Grid,
  [label, value, ...others]: LaidTable['rows'][number]['cells'],
  r: number,
  entries: Entry[],
): boolean {
  if (!label || !value || others.some((cell) => cell.paragraphs.length > 0)) return false
  if (!issue.test(grid.words(r, label.column))) return false
  entries.push({ path: ['序号'], at: null, spans: spansOf(label), row: 0 })
  entries.push({ path: ['反馈问题'], at: whole(label), spans: spansOf(value), row: 0 })
  return true
}

/** 整改措施及完成情况 beside a list of its own: 序号 | 整改措施 | 完成情况 over rows of values. */
function listed(grid: Grid, table: LaidTable, r: number, labelled: LabelTest, entries: Entry[], used: Set<LaidCell>): boolean {
  const [group, ...names] = table.rows[r]?.cells ?? []
  const known = names.filter((cell) => isLabel(grid, r, cell))
  if (!group || group.rowspan < 3 || known.length < 2 || known.length < names.length || !labelled(r, group)) return false
  const rows = Array.from({ length: group.rowspan - 1 }, (_, nth) => r + 1 + nth)
  if (rows.some((at) => names.some((name) => grid.rows[at]?.[name.column]?.column !== name.column))) return false
  for (const [nth, at] of rows.entries())
    for (const name of names) {
      const cell = grid.rows[at]?.[name.column]
      if (!cell || used.has(cell)) continue
      used.add(cell)
      // the numbers of measures are no problem's
      if (namedField(grid.words(r, name.column)) !== 'number')
        entries.push({ path: [nameOf(grid, r, name)], at: whole(name), spans: spansOf(cell), row: nth + 1 })
    }
  return true
}

/** The row at which the sheet's own end begins, behind the last label with its value: 公示期：…, a unit and a day, 附件. */
function tailOf(grid: Grid, rows: LaidTable['rows']): number {
  const last = rows.findLastIndex(({ cells }) => cells.filter((cell) => cell.paragraphs.length > 0).length > 1)
  const tail = rows.findIndex(({ cells }, r) => {
    const words =
      cells
        .find((cell) => cell.paragraphs.length > 0)
        ?.paragraphs.map((p) => grid.folded.slice(p.start, p.end))
        .join('') ?? ''
    return r > last && words !== '' && (closing.test(words) || (words.length <= 30 && namesBodies(words)))
  })
  return tail < 0 ? rows.length : tail
}

const rowNumber = /^[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)、.．]?$/

type LabelTest = (r: number, cell: LaidCell | undefined) => boolean

/** Which cells are labels: a value beside a label may be a label's words by chance (整改状态 · 完成整改). */
function labelTest(grid: Grid, table: LaidTable): LabelTest {
  const labels = labelColumns(grid, table)
  const row = (r: number): boolean => {
    const cells = table.rows[r]?.cells.filter((cell) => cell.paragraphs.length > 0) ?? []
    if (cells.length < 2 || !cells.every((cell) => isLabel(grid, r, cell))) return false
    return cells.length > 2 || (table.rows[r + 1]?.cells.every((cell) => !isLabel(grid, r + 1, cell)) ?? false)
  }
  const rowsOfLabels = table.rows.map((_, r) => row(r))
  /** 孙立志 behind 责任人, in a row that is not one of names. */
  const isValue = (r: number, cell: LaidCell): boolean => {
    const left = grid.rows[r]?.[cell.column - 1]
    const cells = table.rows[r]?.cells ?? []
    const known = cells.filter((one) => isLabel(grid, r, one)).length
    return left !== undefined && left !== cell && left.rowspan === 1 && isLabel(grid, r, left) && known * 2 <= cells.length
  }
  return (r, cell) => {
    if (!cell) return false
    const words = grid.words(r, cell.column)
    // below a row of labels stand their values
    if (labels.has(cell.column))
      return isLabel(grid, r, cell) || (mayBeLabel(words) && rowsOfLabels[r - 1] !== true && !isValue(r, cell))
    if (!isLabel(grid, r, cell)) return false
    const left = grid.rows[r]?.[cell.column - 1]
    const beside = left !== undefined && left !== cell && isLabel(grid, r, left) && left.rowspan === 1
    return !beside || rowsOfLabels[r] === true
  }
}

const nameOf = (grid: Grid, r: number, cell: LaidCell): string => grid.words(r, cell.column).replace(/：$/, '')
const whole = (cell: LaidCell): Span | null => {
  const spans = spansOf(cell)
  const last = spans.at(-1)
  return spans[0] && last ? [spans[0][0], last[1]] : null
}

/** The merged cell at the left that a label of a lower row stands under: 责任单位 over 牵头 and 配合. */
function groupAbove(grid: Grid, r: number, cell: LaidCell): string[] {
  const left = grid.rows[r]?.[cell.column - 1]
  return left && left.row < r && namedField(grid.words(r, left.column)) !== null ? [nameOf(grid, r, left)] : []
}

/** Columns in which labels stand: of their words at least half are known. */
function labelColumns(grid: Grid, table: LaidTable): ReadonlySet<number> {
  const counts = new Map<number, [known: number, filled: number]>()
  table.rows.forEach(({ cells }, r) => {
    for (const cell of cells) {
      if (cell.paragraphs.length === 0 || cell.colspan >= table.columns) continue
      const entry = counts.get(cell.column) ?? [0, 0]
      entry[1]++
      if (isLabel(grid, r, cell)) entry[0]++
      counts.set(cell.column, entry)
    }
  })
  return new Set([...counts].filter(([, [known, filled]]) => known >= 2 && known * 2 >= filled).map(([column]) => column))
}

const mayBeLabel = (words: string): boolean => /^[\u4e00-\u9fff（）/、]{2,12}：?$/.test(words)

/** The value under a label, where the row holds labels alone. */
function below(grid: Grid, table: LaidTable, r: number, label: LaidCell, labelled: LabelTest): LaidCell | null {
  const row = table.rows[r]?.cells ?? []
  if (row.length < 2 || !row.every((cell) => labelled(r, cell))) return null
  const cell = grid.rows[r + label.rowspan]?.[label.column]
  return cell && cell.column === label.column && !labelled(cell.row, cell) ? cell : null
}

/** Marks of headings over forms: （一）…, 第一部分 … */
const over = new Set<Mark['style']>(['cn', 'cn-paren', 'part'])

/** A row of full width over the pairs names the problem, or counts it. */
function caption(grid: Grid, table: LaidTable, r: number, entries: Entry[], used: Set<LaidCell>): boolean {
  const row = table.rows[r]
  const filled = row?.cells.filter((cell) => cell.paragraphs.length > 0) ?? []
  const [only] = filled
  const head = only?.paragraphs[0]
  if (!row || filled.length !== 1 || !only || !head || used.has(only)) return false
  const { folded } = grid
  const mark = markAt(folded, head.start)
  // in a sheet a heading may stand in the first cell alone
  const heads = only.column === 0 && mark !== null && over.has(mark.style) && isHeading(folded, spansOf(only))
  if (only.colspan < table.columns && !heads) return false
  const named = plainHeadingWords.test(folded.slice(head.start, head.end))
  if (labelAt(folded, head.start, head.end) !== null || (mark === null && !named && head.end - head.start <= 12)) return false
  // 问题一 alone is the number of what stands below
  const counts = mark !== null && mark.body >= head.end
  entries.push({
    path: [counts ? '序号' : '反馈问题'],
    at: null,
    spans: spansOf(only),
    row: 0,
    ...(counts ? {} : { wide: true }),
  })
  return true
}

/** A row of full width among forms that name their problems: 推动发展方面, no sentence and no title of the form. */
function isHeading(folded: string, spans: readonly Span[]): boolean {
  const words = spans.map((span) => folded.slice(...span)).join('')
  return words.length <= 40 && !/[。；！]./.test(words) && !closing.test(words) && !isTitleWords(words)
}

/** A cell that is no label and no label's value: lines with labels of their own, or more words of the value before. */
function loose(grid: Grid, cell: LaidCell, entries: Entry[]): void {
  const { folded } = grid
  for (const p of cell.paragraphs) {
    const label = labelAt(folded, p.start, p.end)
    if (label)
      entries.push({
        path: [folded.slice(label.start, label.end).replace(/\s/g, '')],
        at: [label.start, label.end],
        spans: label.value < p.end ? [[label.value, p.end]] : [],
        row: 0,
      })
    else entries.at(-1)?.spans.push([p.start, p.end])
  }
}

/** What the rows below a head are: records, rows that open a category, and rows that are neither. */
import type { LaidCell } from '../layout/layout.js'
import { noteRow, signCell, sumRow } from '../lexicon/columns.js'
import { problemCue } from '../lexicon/cues.js'
import { partyFields } from '../lexicon/labels.js'
import { markAt, ordinal } from '../tokens/marks.js'
import type { Span } from '../tree.js'
import type { Column } from './table-columns.js'
import { type Grid, spansOf } from './table-grid.js'
import type { Head } from './table-head.js'

export type RowKind = 'record' | 'category' | 'none'

/** What telling the rows of one table apart needs to know. */
export interface RowContext {
  grid: Grid
  columns: readonly Column[]
  /** Words of the rows above the head, which a page prints again. */
  printed: ReadonlySet<string>
  problem: number
  number: number
  /** The records are counted in Arabic figures, so that 一 alone counts categories. */
  arabic: boolean
}

export function rowContext(grid: Grid, head: Head | null, columns: readonly Column[], from: number): RowContext {
  const printed = new Set<string>()
  for (let r = 0; r < (head?.at ?? 0); r++) {
    const [only, ...rest] = filledCells(grid, r)
    if (only && rest.length === 0) printed.add(grid.words(r, only.column))
  }
  const number = columns.findIndex(({ field }) => field === 'number')
  let arabic = false
  for (let r = from; r < grid.rows.length && !arabic; r++)
    arabic = number >= 0 && /^\d{1,4}[.、．]?$/.test(grid.words(r, number))
  return { grid, columns, printed, problem: columns.findIndex(({ field }) => field === 'problem'), number, arabic }
}

const filledCells = (grid: Grid, r: number): LaidCell[] => grid.cells(r).filter((cell) => cell.paragraphs.length > 0)

/** 合计 | 6个; 合计6个水表未校验。 is a problem. */
const isSum = (words: string): boolean => sumRow.test(words) && words.length <= 14 && !/[。；]/.test(words)

/** Rows that hold no record and no category: empty, a head printed again, counted columns, sums, notes, signatures. */
export function isIdle(context: RowContext, r: number): boolean {
  const { grid, columns, printed, problem } = context
  const filled = filledCells(grid, r)
  const [first] = filled
  if (!first) return true
  const words = filled.map((cell) => grid.words(r, cell.column))
  const [opening = ''] = words
  if (isHeadAgain(context, r) || isCount(words)) return true
  if (isSum(opening) || isSum(grid.words(r, problem))) return true
  if (filled.length === 1 && (noteRow.test(opening) || printed.has(opening.replace(/（续表?）$|续表?$/, '')))) return true
  // 以上问题由县政府督办。 alone in the column of units
  const alone = filled.length === 1 ? columns[first.column]?.field : null
  if (alone && partyFields.has(alone) && /[。；]./.test(opening) && first.colspan === 1) return true
  // a title over the head that a page prints again
  if (filled.length === 1 && first.colspan > 1 && isHeadAgain(context, r + 1) && !isCategoryName(opening) && !isName(opening))
    return true
  return words.every((cell) => signCell.test(cell))
}

/** A head again: most names stand in their columns, or what is printed are only names. */
function isHeadAgain({ grid, columns }: RowContext, r: number): boolean {
  let named = 0
  let same = 0
  let filled = 0
  const seen = new Set<LaidCell>()
  columns.forEach(({ path }, c) => {
    const cell = grid.rows[r]?.[c]
    const words = grid.words(r, c).replace(/[：:]$/, '')
    if (path.length > 0) named++
    if (!cell || !words || seen.has(cell)) return
    seen.add(cell)
    filled++
    if (path.some((name) => isNameAgain(name, words))) same++
  })
  return (named >= 2 && same >= 2 && same * 3 >= named * 2) || (filled >= 2 && same === filled)
}

const isNameAgain = (name: string, words: string): boolean =>
  name === words || (words.length > 1 && (name.endsWith(words) || name.startsWith(words)))

const stems = '甲乙丙丁戊己庚辛壬癸'
/** The place of a letter, a circled figure or a stem among its like. */
const placeOf = (mark: string): number => (stems.includes(mark) ? stems.indexOf(mark) : (mark.codePointAt(0) ?? 0))

/** 1 2 3 …, 一 二 三 …, （1） （2） …, 甲 1 2 …: the columns are counted. */
function isCount(words: readonly string[]): boolean {
  if (words.length < 3) return false
  const counted = words.map((word) => {
    const plain = word.replace(/[（）()]/g, '')
    return ordinal(plain) ?? (/^[甲乙丙丁戊己庚辛壬癸A-Z①-⑳]$/.test(plain) ? 0 : null)
  })
  if (counted.some((n) => n === null)) return false
  // A B C D, ①②③④, 甲乙丙丁: each the next
  const places = words.map((word) => placeOf(word.replace(/[（）()]/g, '')))
  if (counted.every((n) => n === 0)) return places.every((place, i) => i === 0 || place === (places[i - 1] ?? 0) + 1)
  const figures = counted.filter((n): n is number => n !== null && n > 0)
  return figures.every((n, i) => i === 0 || n === (figures[i - 1] ?? 0) + 1) && figures.length + 2 >= words.length
}

const plainNumber = /^\d{1,4}[、.．]?$/
const short = (words: string): boolean =>
  words.length <= 40 && !/[。；].|[。；]$/.test(markAt(words, 0) === null ? words : words.replace(/。$/, ''))

/** The words of a row that opens a category; null where it is none. */
export function categoryOf(context: RowContext, r: number): Span | null {
  const { grid, columns, problem, number, arabic } = context
  const filled = filledCells(grid, r)
  const [first, second] = filled
  if (!first || filled.some((cell) => cell.rowspan > 1)) return null
  const whole = (cell: LaidCell): Span | null => {
    const spans = spansOf(cell)
    const last = spans.at(-1)
    return spans[0] && last ? [spans[0][0], last[1]] : null
  }
  const words = grid.words(r, first.column)
  if (filled.length === 1) {
    if (first.colspan >= Math.max(2, columns.length - 1)) return whole(first)
    if (columns.length < 3 || plainNumber.test(words)) return null
    if (first.column === problem) return isCategoryName(words) ? whole(first) : null
    const field = columns[first.column]?.field
    if (field === 'category' || field === 'number') return whole(first)
    return first.column === 0 && short(words) ? whole(first) : null
  }
  // 一 · 思想认识方面, the rest blank, over records that count 1, 2, 3
  if (filled.length !== 2 || !second || number < 0 || !arabic) return null
  const counts = [first, second].find((cell) => cell.column === number)
  const named = [first, second].find((cell) => cell.column === problem)
  return counts && named && /^（?[一二三四五六七八九十]{1,3}）?、?$/.test(grid.words(r, number)) ? whole(named) : null
}

/** A name over its own rows, and no title of the table: 市水务局. */
const isName = (words: string): boolean =>
  words.length <= 24 && !/[，。；：\d]/.test(words) && !/表|清单|台账|方案|报告|通报|附件|续/.test(words)

/** Words in the problem's column that name a group of problems: 思想认识方面, （一）水环境. */
const isCategoryName = (words: string): boolean => {
  if (words.length > 30 || /[。；，]/.test(words)) return false
  if (/(?:方面|类|领域|类问题|方面问题|方面的问题)(?:（[^（）]*）)?$/.test(words)) return true
  const mark = markAt(words, 0)
  return mark !== null && (mark.style === 'cn' || mark.style === 'cn-paren' || mark.style === 'part') && !problemCue.test(words)
}

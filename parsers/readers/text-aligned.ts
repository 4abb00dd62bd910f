/**
 * Tables as a PDF is written out line by line with its layout kept: every line of the page holds a line of several cells, each at its
 * place; blank lines part the rows, and a number stands in one of a row's lines.
 */
import { columnField } from '../lexicon/columns.js'
import { bareOf } from '../text/bare.js'
import { fold } from '../text/fold.js'
import { isPageNumber } from '../text/page-number.js'

/** Words of a line and the columns of the screen that they take. */
export interface Piece {
  words: string
  from: number
  to: number
}

export interface AlignedTable {
  rows: string[][]
  width: number
  /** The line behind the table. */
  end: number
}

/** Fewest names in a head. */
const FEWEST = 4
/** A cell's first character may stand so many columns before its neighbours': quotation marks are as wide as a letter or as a Han character. */
const SLACK = 3
/** Share of the cells' lines that begin where their column does. */
const ALIGNED = 0.8
/** A row has no more lines. */
const MOST_LINES = 80
/** So many blank lines, page numbers and heads one after another end a table. */
const MOST_IDLE = 12
/** Rows by which it is known whether they have several lines. */
const FIRST = 6

/** How wide a character is: on a screen a Han character takes two columns; who writes a PDF out may count each as one. */
type Measure = (code: number) => number
const onScreen: Measure = (code) => (code >= 0x1100 && (code >= 0x2e80 || code === 0x2014 || code === 0x2026) ? 2 : 1)
const isQuote = (code: number): boolean => code === 0x201c || code === 0x201d || code === 0x2018 || code === 0x2019
/** Fonts for Chinese draw quotation marks as wide as a Han character. */
const inChinese: Measure = (code) => (isQuote(code) ? 2 : onScreen(code))
const counted: Measure = () => 1

/** What stands between two blanks or more. */
export function piecesOf(line: string, measure: Measure = onScreen): Piece[] {
  const pieces: Piece[] = []
  let column = 0
  let open: Piece | null = null
  let gap = 0
  for (const char of line) {
    const blank = char === ' ' || char === '\u3000' || char === '\t'
    const width = char === '\u3000' ? measure(0x3000) : measure(char.codePointAt(0) ?? 0)
    if (blank) {
      gap += width
      if (open && gap >= 2) open = null
    } else {
      if (open) open.words += (gap > 0 ? ' ' : '') + char
      else {
        open = { words: char, from: column, to: column }
        pieces.push(open)
      }
      open.to = column + width
      gap = 0
    }
    column += width
  }
  return pieces
}

const nameOf = (words: string): string => bareOf(fold(words))
const isBlank = (line: string | undefined): boolean => !/\S/.test(line ?? '')
const number = /^\d{1,3}[.、．]?$/
const begins = /^(?:\d{1,2}[.、．](?!\d)|[（(]\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]是)/

/** Where each column begins: where most pieces do that end behind the name before and begin before the name's own end. */
function edgesOf(head: readonly Piece[], pieces: readonly Piece[]): number[] {
  return head.map((name, c) => {
    const [least, most] = [c === 0 ? 0 : (head[c - 1]?.to ?? 0), name.to]
    const counts = new Map<number, number>()
    for (const { from } of pieces) if (from >= least && from < most) counts.set(from, (counts.get(from) ?? 0) + 1)
    const [best] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
    return c === 0 ? 0 : Math.min(best?.[0] ?? name.from, name.from)
  })
}

/** The lines of a cell as paragraphs: a line goes on with the one before unless it begins with a number. */
const joined = (lines: readonly string[]): string =>
  lines.reduce((text, line) => text + (text === '' ? '' : begins.test(line) ? '\n' : '') + line, '')

/** Lines between blank ones. */
interface Group {
  lines: Piece[][]
  at: number
  /** A page ended before them. */
  afterPage: boolean
  /** The head over them: the next page's may stand at other places. */
  head: Head
}

type Head = readonly Piece[]

/** A number alone under the first name, or left of the second. */
const isNumberAt = ({ words, from }: Piece, [, second]: Head): boolean =>
  number.test(fold(words)) && from < (second?.from ?? 0) - SLACK

const isHead = (pieces: readonly Piece[], head: Head): boolean =>
  pieces.length === head.length && pieces.every(({ words }, c) => words === head[c]?.words)

const headAt = (line: string, measure: Measure): Head | null => {
  if (line.length > 240 || !/\S[ \u3000]{2,}\S/.test(line)) return null
  const head = piecesOf(line, measure)
  const fields = head.map(({ words }) => columnField(nameOf(words)))
  const known = fields.filter((field) => field !== null).length
  return head.length >= FEWEST && fields[0] === 'number' && fields.includes('problem') && known * 5 >= head.length * 4
    ? head
    : null
}

/** Groups of lines as long as they may be rows, or a category over rows. */
function groupsUnder(lines: readonly string[], first: Head, start: number, measure: Measure): Group[] {
  let head = first
  const groups: Group[] = []
  let afterPage = false
  let idle = 0
  for (let at = start; at < lines.length && idle < MOST_IDLE; ) {
    const line = lines[at] ?? ''
    const again = piecesOf(line, measure)
    if (isHead(again, head)) head = again
    if (isBlank(line) || isPageNumber(line.trim()) || head === again) {
      afterPage ||= !isBlank(line)
      idle++
      at++
      continue
    }
    const group: Group = { lines: [], at, afterPage, head }
    for (; at < lines.length && !isBlank(lines[at]) && group.lines.length < MOST_LINES; at++) {
      const own = piecesOf(lines[at] ?? '', measure)
      if (isPageNumber((lines[at] ?? '').trim()) || isHead(own, head)) break
      group.lines.push(own)
    }
    const alone = isAlone(group)
    const counted = group.lines.some((own) => own.some((piece) => isNumberAt(piece, head)))
    if (!counted && !afterPage && !(alone && !isAlone(groups.at(-1)))) break
    groups.push(group)
    afterPage = false
    idle = 0
    // rows of one line each are read otherwise
    if (groups.length === FIRST && groups.every(({ lines: own }) => own.length === 1)) return []
  }
  while (isAlone(groups.at(-1))) groups.pop()
  return groups
}
const isAlone = (group: Group | undefined): boolean => group?.lines.length === 1 && group.lines[0]?.length === 1

/** Words that stand under another name than the first. */
const isInside = ({ lines: [own], head: [, second] }: Group): boolean =>
  (own?.[0]?.from ?? 0) >= (second?.from ?? Number.POSITIVE_INFINITY) - SLACK && !over.test(own?.[0]?.words ?? '')

/** 一、党的领导方面 alone on its line, right over a number. */
const isCategory = (own: readonly Piece[] | undefined, next: readonly Piece[] | undefined, head: Head): boolean =>
  own?.length === 1 && over.test(own[0]?.words ?? '') && (next?.some((piece) => isNumberAt(piece, head)) ?? false)
const over = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}(?:部分|类))/

/**
 * Rows that a group holds: one; or, where its first line has a number or is a category and others are so, too, one from each of them on,
 * up to a line of words in the place of the numbers.
 */
function parted(group: Group): Group[] {
  const { head } = group
  const stop = group.lines.findIndex(
    (own, i) =>
      i > 0 &&
      own.length === 1 &&
      (own[0]?.from ?? 0) < (head[1]?.from ?? 0) - SLACK &&
      !isNumberAt(own[0] as Piece, head) &&
      !isCategory(own, group.lines[i + 1], head),
  )
  const lines = stop < 0 ? group.lines : group.lines.slice(0, stop)
  const firsts = lines.flatMap((own, i) =>
    own.some((piece) => isNumberAt(piece, head)) || isCategory(own, lines[i + 1], head) ? [i] : [],
  )
  const groups =
    firsts.length < 2 || firsts[0] !== 0
      ? [{ ...group, lines }]
      : firsts.map((from, nth) => ({ ...group, at: group.at + from, lines: lines.slice(from, firsts[nth + 1]) }))
  // what stands behind the rows ends the table
  return stop < 0 ? groups : [...groups, { ...group, at: group.at + stop, lines: group.lines.slice(stop), afterPage: false }]
}

/** The table under a head at `start`; null where there is none that this reads for sure. */
export function alignedAt(lines: readonly string[], start: number): AlignedTable | null {
  if (!headAt(lines[start] ?? '', onScreen)) return null
  const read = [onScreen, inChinese, counted].flatMap((measure) => alignedBy(measure, lines, start) ?? [])
  const [first, ...others] = read
  return first ? others.reduce((best, own) => (own.exact > best.exact ? own : best), first) : null
}

/** `exact`: the share of the cells' lines that begin right where their column does. */
function alignedBy(measure: Measure, lines: readonly string[], start: number): (AlignedTable & { exact: number }) | null {
  const head = headAt(lines[start] ?? '', measure)
  if (!head) return null
  const groups = groupsUnder(lines, head, start + 1, measure).flatMap(parted)
  const edges = new Map<Head, number[]>()
  for (const own of new Set(groups.map((group) => group.head))) {
    const pieces = groups.flatMap((group) => (group.head === own ? group.lines.flat() : []))
    edges.set(own, edgesOf(own, pieces))
  }
  const edgesUnder = (own: Head): readonly number[] => edges.get(own) ?? []
  // the cells of a table that is not laid out begin anywhere
  const placed = groups.flatMap((group) =>
    group.lines
      .flat()
      .filter((piece) => !isNumberAt(piece, group.head))
      .map(({ from }) => Math.min(...edgesUnder(group.head).map((edge) => Math.abs(edge - from)))),
  )
  const aligned = placed.filter((distance) => distance <= SLACK).length
  if (aligned < placed.length * ALIGNED) return null
  const exact = placed.filter((distance) => distance === 0).length / Math.max(1, placed.length)
  const columnOf = (piece: Piece, own: Head): number =>
    isNumberAt(piece, own)
      ? 0
      : Math.max(
          0,
          edgesUnder(own).findLastIndex((edge) => edge <= piece.from + SLACK),
        )
  const rows: string[][][] = []
  let end = start + 1
  for (const group of groups) {
    const cells: string[][] = head.map(() => [])
    for (const piece of group.lines.flat()) cells[columnOf(piece, group.head)]?.push(piece.words)
    const [numbers = [], ...rest] = cells
    const filled = rest.filter((cell) => cell.length > 0).length
    if (numbers.length === 1 && number.test(fold(numbers[0] ?? '')) && filled >= 2) rows.push(cells)
    else if (isAlone(group) && !(group.afterPage && isInside(group))) rows.push([group.lines.flat().map(({ words }) => words)])
    else if (numbers.length === 0 && group.afterPage && rows.length > 0 && filled > 0)
      cells.forEach((cell, c) => {
        rows.at(-1)?.[c]?.push(...cell)
      })
    else break
    end = group.at + group.lines.length
  }
  if (rows.length < 2 || !rows.some((row) => row.some((cell) => cell.length > 1))) return null
  return { rows: [head.map(({ words }) => words), ...rows.map((row) => row.map(joined))], width: head.length, end, exact }
}

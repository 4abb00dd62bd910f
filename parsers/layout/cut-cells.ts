/** Forms of narrow cells that were copied line by line: each line of a cell is a line of its own, labels are cut in two. */
import { namesBodies } from '../fields/cells.js'
import { isStatusOnly } from '../fields/status.js'
import { exactFieldOf } from '../lexicon/labels.js'
import { common } from '../tokens/label.js'
import type { Table } from '../tree.js'
import { type Draft, endsSentence, startsAnew } from './joining.js'

/** A narrow cell cuts a label into no more lines. */
const MOST_PIECES = 6
/** Fewer labels that were cut, again and again, do not make all values lines of cells. */
const FEWEST_CUT = 2
/** The lines of a cell that were cut end within so many characters of the longest. */
const SLACK = 3

const piece = /^[\u4e00-\u9fff]{1,6}$/

type Drafts = readonly (Draft | { table: Table; index: number })[]
const wordsOf = (drafts: Drafts, i: number): string => {
  const draft = drafts[i]
  return draft && 'text' in draft ? draft.folded : ''
}

/** How many lines from here on are a label together; 0: none are. */
function piecesAt(drafts: Drafts, i: number): number {
  if (!piece.test(wordsOf(drafts, i))) return 0
  for (let n = MOST_PIECES; n > 1; n--) {
    const words = Array.from({ length: n }, (_, k) => wordsOf(drafts, i + k))
    if (!words.every((line) => piece.test(line)) || exactFieldOf(words.join('')) === null) continue
    // 责任单位⏎责任人 are two names of a head
    if (!words.every((line) => line.length > 1 && exactFieldOf(line) !== null && !common.has(line))) return n
  }
  return 0
}

/** The lines that the next one goes on with: 整改责任⏎单位, 整改状⏎态, which come again and again, and the values below such labels. */
function cutLines(drafts: Drafts): ReadonlySet<number> {
  const pieces = drafts.map((_, i) => piecesAt(drafts, i))
  const keys = pieces.map((n, i) => Array.from({ length: n }, (_, k) => wordsOf(drafts, i + k)).join('\n'))
  const counts = new Map<string, number>()
  for (const key of keys) if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1)
  const isCut = (i: number): boolean => (counts.get(keys[i] ?? '') ?? 0) > 1
  const cut = new Set<number>()
  const labels = new Set<string>()
  for (let i = 0; i < drafts.length; i++) {
    if (!isCut(i)) continue
    labels.add(keys[i] ?? '')
    const last = i + (pieces[i] ?? 1) - 1
    for (; i < last; i++) cut.add(i)
  }
  if (labels.size < FEWEST_CUT) return cut
  let cell: number[] = []
  let inside = false
  const closeCell = (): void => {
    const widest = cell.reduce((most, i) => Math.max(most, wordsOf(drafts, i).length), 0)
    for (const i of cell.slice(0, -1)) if (goesOn(wordsOf(drafts, i), wordsOf(drafts, i + 1), widest)) cut.add(i)
    cell = []
  }
  drafts.forEach((draft, i) => {
    const isLabel = isCut(i) || cut.has(i - 1) || exactFieldOf(wordsOf(drafts, i)) !== null
    if (isLabel || !('text' in draft)) closeCell()
    else if (inside) cell.push(i)
    inside = isLabel || (inside && 'text' in draft)
  })
  closeCell()
  return cut
}

/** Whether the next line of a cell goes on with this one, which its width has cut. */
const goesOn = (a: string, b: string, widest: number): boolean =>
  a.length >= widest - SLACK &&
  !endsSentence.test(a) &&
  !startsAnew(b, a) &&
  !isStatusOnly(a) &&
  !(namesBodies(a) && namesBodies(b))

/** The lines of narrow cells, those that were cut marked as such. */
export function withCutCells<T extends Draft | { table: Table; index: number }>(drafts: T[]): T[] {
  const cut = cutLines(drafts)
  return cut.size === 0 ? drafts : drafts.map((draft, i) => (cut.has(i) ? { ...draft, cut: true } : draft))
}

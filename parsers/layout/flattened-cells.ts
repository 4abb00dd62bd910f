/** The lines of one row of a flattened table in their columns: each goes where it fits best, in order. */
import { isDone, isDue, isFault, isPlan, namesBodies, namesPersons } from '../fields/cells.js'
import { isStatusOnly } from '../fields/status.js'
import { type FieldKind, isShortField, partyFields } from '../lexicon/labels.js'
import { type Mark, markAt } from '../tokens/marks.js'
import type { LaidParagraph } from './layout.js'

/** One line of a row, and what it may be. */
interface Piece {
  words: string
  mark: Mark | null
}

/** What it costs that a column has no line, that two cells are one, and the like. */
const cost = {
  empty: 0.8,
  emptyProblem: 4,
  unlike: 3,
  plain: 0.5,
  near: 0.3,
  goOn: 0.6,
  goOnShort: 0.5,
  startInCount: 2.5,
  breaksCount: 1.5,
  left: 0.35,
}

/** How kinds of problems are called: 资金管理方面, 党的建设方面存在的问题. */
export const isKind = /(?:方面|领域|环节|类)(?:存在)?的?(?:问题)?$/
const sameAbove = /^(?:同上|同前|〃)$/
const nothing = /^(?:无|暂无|[—\-–/／\\*]+)$/

/** How ill the words fit a column, 0 where they are plainly its own. */
function misfit(field: FieldKind | null, { words, mark }: Piece): number {
  const bare = words.replace(/\s/g, '')
  // —, /, 无: an empty cell of any column but the problem's
  if (nothing.test(bare)) return field === 'problem' || field === 'number' ? cost.unlike : 0
  // 同上: most of them a day or a body
  if (sameAbove.test(bare)) return field === 'deadline' || (field !== null && partyFields.has(field)) ? cost.near : cost.unlike
  const due = isDue(bare)
  const state = isStatusOnly(bare)
  switch (field) {
    case 'deadline':
      return due ? 0 : cost.unlike
    case 'status':
      return state || /^(?:是|否|√|×|—|-|\d+%?)$/.test(bare) ? 0 : bare.length <= 20 && !/[。；]/.test(bare) ? 2 : cost.unlike
    case 'number':
    case 'category':
      return bare.length <= (isKind.test(bare) ? 30 : 16) && !/[。；，]/.test(bare) && !due && !state ? cost.near : cost.unlike
    case 'problem':
      return isFault(bare) ? 0 : isShortCell(bare, due, state) ? cost.unlike : isPlan(bare) || isDone(bare) ? 1 : cost.plain
    case 'goal':
      return isShortCell(bare, due, state) ? cost.unlike : mark ? cost.plain + cost.near : cost.plain
    case 'measures':
      return isShortCell(bare, due, state) ? cost.unlike : isPlan(bare) && !isDone(bare) ? 0 : mark ? cost.near : cost.plain
    case 'progress':
      return due || namesBodies(bare) ? cost.unlike : isDone(bare) || state ? 0 : mark ? cost.near : cost.plain
    case 'other':
    case null:
      // 备注 is where states stand that have no column of their own
      return state ? 0 : cost.plain
    default:
      return misfitParty(field, bare, due, state)
  }
}

const isShortCell = (bare: string, due: boolean, state: boolean): boolean =>
  (due && !/[。；]/.test(bare)) || state || bare.length <= 3 || (namesBodies(bare) && !/[。；]/.test(bare))

function misfitParty(field: FieldKind, bare: string, due: boolean, state: boolean): number {
  if (due || state || /[。；].{4}/.test(bare) || bare.length > 80) return cost.unlike
  if (field.endsWith('unit')) return namesBodies(bare) ? 0 : namesPersons(bare) ? 2 : /：/.test(bare) ? cost.near : 1
  return namesPersons(bare) ? 0 : namesBodies(bare) ? 2 : 1
}

/** Whether a line goes on in the cell of the one before it, and what that costs. */
function goOn(field: FieldKind | null, before: Piece, next: Piece): number {
  const { mark } = next
  if (nothing.test(next.words) || nothing.test(before.words)) return cost.unlike
  const counts = mark && before.mark?.style === mark.style && before.mark.ordinal + 1 === mark.ordinal
  if (field === 'problem' || field === 'goal' || field === 'measures' || field === 'progress')
    return counts ? 0 : cost.goOn + misfit(field, next) * 0.5 + (before.mark ? cost.breaksCount : 0)
  if (field !== null && (partyFields.has(field) || isShortField(field))) return cost.goOnShort + misfit(field, next)
  return cost.goOn
}

/** The lines of one row in their columns: the cheapest way to part them in order; with `some`, of all of them or the first few. */
export function distribute(
  folded: string,
  lines: readonly LaidParagraph[],
  columns: readonly (FieldKind | null)[],
  some: boolean,
): { cells: LaidParagraph[][]; used: number } {
  const pieces = lines.map((line): Piece => ({ words: folded.slice(line.start, line.end), mark: markAt(folded, line.start) }))
  // for each column, the cost of the first n lines in it and those before it, and the line that its cell begins with
  let costs = pieces.map((): number => Number.POSITIVE_INFINITY)
  costs.unshift(0)
  const begins = columns.map((field) => {
    const best = cheapest(field, pieces, costs)
    costs = best.costs
    return best.from
  })
  const left = (n: number): number => (costs[n] ?? 0) + (pieces.length - n) * cost.left
  const used = some ? costs.reduce((best, _, n) => (left(n) <= left(best) ? n : best), 0) : pieces.length
  const cells: LaidParagraph[][] = columns.map(() => [])
  for (let c = columns.length - 1, n = used; c >= 0; c--) {
    const from = begins[c]?.[n] ?? n
    cells[c] = lines.slice(from, n)
    n = from
  }
  return { cells, used }
}

/** One more column: for every number of lines, whether its cell is empty or which line it begins with. */
function cheapest(
  field: FieldKind | null,
  pieces: readonly Piece[],
  before: readonly number[],
): { costs: number[]; from: number[] } {
  const empty = field === 'problem' ? cost.emptyProblem : cost.empty
  const costs = before.map((total) => total + empty)
  const from = before.map((_, n) => n)
  pieces.forEach((piece, k) => {
    let own = (before[k] ?? Number.POSITIVE_INFINITY) + begin(field, pieces[k - 1], piece)
    for (let n = k + 1; n <= pieces.length; n++) {
      if (own < (costs[n] ?? 0)) {
        costs[n] = own
        from[n] = k
      }
      const last = pieces[n - 1]
      const next = pieces[n]
      if (last && next) own += goOn(field, last, next)
    }
  })
  return { costs, from }
}

/** A cell begins: the second of a count does so seldom. */
function begin(field: FieldKind | null, before: Piece | undefined, piece: Piece): number {
  const { mark } = piece
  const counts = mark && before?.mark?.style === mark.style && before.mark.ordinal + 1 === mark.ordinal
  return misfit(field, piece) + (counts ? cost.startInCount : 0)
}

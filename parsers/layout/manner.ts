/** How a report breaks its lines, weighed once over all of it: at a margin, with indents, blank lines, open ends. */
import { isStatusOnly } from '../fields/status.js'
import { isShortField } from '../lexicon/labels.js'
import { labelAt, labelsInside } from '../tokens/label.js'
import { type Mark, markAt } from '../tokens/marks.js'
import { gluedLabel, vocabularyOfLines } from '../tokens/vocabulary.js'
import { unitsOf } from '../values/marks.js'
import type { Draft } from './joining.js'
import { isFull, marginOf } from './margin.js'

/** How often what a line opens with stands at the beginning of a paragraph, and how often inside one. */
interface Habit {
  starts: number
  inside: number
}

export interface Manner {
  /** Every paragraph begins indented, so that a line that does not goes on. */
  indented: boolean
  /** A blank line parts paragraphs and never lines of one. */
  parted: boolean
  /** Every paragraph is parted so. */
  spaced: boolean
  /** Share of the paragraphs of prose that end without a closing mark. */
  openEnds: () => number
  /** The text was broken at a margin: of a line that neither filled it nor ended before it is not known whether it was cut. */
  wrapped: boolean
  habits: () => ReadonlyMap<string, Habit>
  /** Whether two characters stand side by side in its lines: where a cut has parted them, it has gone through a word. */
  isPair: (a: string, b: string) => boolean
  /** Whether a line begins with one of the report's own labels: 总体目标 …, 重点措施1.… */
  isLabelled: (folded: string) => boolean
}

export const noManner: Manner = {
  indented: false,
  parted: false,
  spaced: false,
  openEnds: () => 0,
  wrapped: false,
  habits: () => new Map(),
  isPair: () => false,
  isLabelled: () => false,
}

/** Fewest paragraphs that make a manner. */
const fewest = 6
const proseLength = 20

/** What a line opens with, as far as a habit can be told of it: a mark, a label, a bracket, a state. */
export function openingOf(folded: string): string | null {
  if (labelledBracket.test(folded)) return 'bracket'
  const label = labelAt(folded, 0, folded.length)
  if (label) return folded.slice(label.start, label.end)
  const mark = markAt(folded, 0)
  if (mark && !mark.doubtful) return markKey(mark)
  return isState(folded) ? 'state' : null
}

const isOpening = unitsOf('（【〔［')
/** （责任单位：… */
const labelledBracket = /^[（【〔［][\u4e00-\u9fff]{2,10}：/
const markKey = ({ style, ordinal }: Mark): string => `${style} ${ordinal === 1 ? 'first' : 'next'}`

/** （已完成整改） or 该问题已完成整改。 */
export const isState = (folded: string): boolean =>
  folded.length <= 40 && isStatusOnly(/^[（【［](.{2,38})[）】］]。?$/.exec(folded)?.[1] ?? folded)

/** A sentence: no heading, no names behind a label. */
export const isProse = (folded: string): boolean => folded.length >= proseLength && /[，。；]/.test(folded)
const closes = /[。；！？：…]["”’》】）]?$/

/** Marks each draft that fills its line, and weighs the rest of the evidence. */
export function mannerOf(drafts: readonly Draft[], mayWrap: boolean): Manner {
  const openings = drafts.map(({ folded }) => openingOf(folded))
  const margin = mayWrap ? marginOf(drafts.map(({ raw }, i) => ({ raw, opens: openings[i] !== null }))) : null
  if (margin)
    drafts.forEach((draft, i) => {
      const next = drafts[i + 1]
      draft.open ??= next !== undefined && isFull(margin, draft.raw, next.raw)
    })
  let [begins, indents, gaps, inner, innerGaps] = [0, 0, 0, 0, 0]
  drafts.forEach((draft, i) => {
    if (isInner(drafts, i)) {
      inner++
      if (draft.gap) innerGaps++
      return
    }
    begins++
    if (draft.indent) indents++
    if (draft.gap) gaps++
  })
  const parted = margin !== null && innerGaps <= inner * 0.1
  return {
    wrapped: margin !== null,
    indented: begins >= fewest && indents >= begins * 0.8 && indents < drafts.length,
    parted,
    spaced: parted && gaps >= begins * 0.8,
    openEnds: once(() => openEnds(drafts, openings)),
    habits: once(() => habitsOf(drafts, openings)),
    isPair: pairsOf(drafts),
    isLabelled: labelledBy(drafts),
  }
}

/** What is worked out when first asked for, and kept: few reports ask. */
function once<Value>(find: () => Value): () => Value {
  let found: { value: Value } | null = null
  return () => {
    found ??= { value: find() }
    return found.value
  }
}

/** Whether a line stands inside a paragraph, for the one before it fills its width. */
const isInner = (drafts: readonly Draft[], i: number): boolean => i > 0 && drafts[i - 1]?.open === true

function habitsOf(drafts: readonly Draft[], openings: readonly (string | null)[]): ReadonlyMap<string, Habit> {
  const habits = new Map<string, Habit>()
  const count = (key: string | null, where: keyof Habit) => {
    if (key === null) return
    const habit = habits.get(key) ?? { starts: 0, inside: 0 }
    habit[where]++
    habits.set(key, habit)
  }
  drafts.forEach(({ folded }, i) => {
    countInside(folded, count)
    if (!isInner(drafts, i)) count(openings[i] ?? null, 'starts')
  })
  return habits
}

/** The labels that the report prints again and again, found when first asked for. */
function labelledBy(drafts: readonly Draft[]): Manner['isLabelled'] {
  const own = once(() => vocabularyOfLines(drafts.map((draft) => draft.folded)))
  return (folded) =>
    labelAt(folded, 0, folded.length, own().words) !== null || gluedLabel(own(), folded, 0, folded.length) !== null
}

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

/** So many pairs are looked for in the lines; who asks for more has them listed, so that a long text is not searched again and again. */
const fewPairs = 16

/** Whether two Chinese characters stand side by side in the lines. */
function pairsOf(drafts: readonly Draft[]): Manner['isPair'] {
  let asked = 0
  let pairs: ReadonlySet<number> | null = null
  return (a, b) => {
    const [first, second] = [a.charCodeAt(0), b.charCodeAt(0)]
    if (!isHan(first) || !isHan(second)) return false
    if (asked++ < fewPairs) {
      const pair = String.fromCharCode(first, second)
      return drafts.some(({ folded }) => folded.includes(pair))
    }
    pairs ??= allPairs(drafts)
    return pairs.has(first * 0x10000 + second)
  }
}

/** All pairs of Chinese characters in the lines, as numbers. */
function allPairs(drafts: readonly Draft[]): Set<number> {
  const pairs = new Set<number>()
  for (const { folded } of drafts)
    for (let i = 1, last = folded.charCodeAt(0); i < folded.length; i++) {
      const code = folded.charCodeAt(i)
      if (isHan(last) && isHan(code)) pairs.add(last * 0x10000 + code)
      last = code
    }
  return pairs
}

/** Of the paragraphs of prose behind which another surely begins, the share that ends without a closing mark. */
function openEnds(drafts: readonly Draft[], openings: readonly (string | null)[]): number {
  const ended = drafts.filter(
    ({ folded, open }, i) => open !== true && (openings[i + 1] ?? null) !== null && isProse(folded) && !endsInNames(folded),
  )
  const share = ended.length < fewest ? 0 : ended.filter(({ folded }) => !closes.test(folded)).length / ended.length
  return Math.max(share, openHeads(drafts, openings))
}

/** A margin cuts lines at one length; so many characters apart, their ends are the office's own. */
const uneven = 12

/**
 * The same share of the paragraphs that open with a mark and have words without one behind them: a problem without its stop and
 * what was done about it. A page's end cuts few of them, a margin all of them at one length.
 */
function openHeads(drafts: readonly Draft[], openings: readonly (string | null)[]): number {
  const heads = drafts.filter(
    ({ folded, open }, i) =>
      open !== true &&
      i + 1 < drafts.length &&
      openings[i + 1] === null &&
      isProse(folded) &&
      markAt(folded, 0)?.doubtful === false,
  )
  const ends = heads.filter(({ folded }) => !closes.test(folded)).map(({ folded }) => folded.length)
  if (ends.length < fewest || Math.max(...ends) - Math.min(...ends) < uneven) return 0
  return ends.length / heads.length
}

/** 责任单位：县水利局，县财政局 */
function endsInNames(folded: string): boolean {
  const label = labelsInside(folded, 0, folded.length).at(-1) ?? labelAt(folded, markAt(folded, 0)?.body ?? 0, folded.length)
  return label !== null && isShortField(label.field)
}

/** Behind one of these a line might have been parted. */
const isEnd = unitsOf('。；：）】')

/** What stands inside a line behind the end of a sentence. */
function countInside(folded: string, count: (key: string | null, where: keyof Habit) => void): void {
  for (const label of labelsInside(folded, 0, folded.length)) count(folded.slice(label.start, label.end), 'inside')
  for (let i = 1; i < folded.length; i++) {
    if (!isEnd(folded.charCodeAt(i - 1))) continue
    if (isOpening(folded.charCodeAt(i)) && labelledBracket.test(folded.slice(i, i + 14))) count('bracket', 'inside')
    const mark = markAt(folded, i)
    if (mark && !mark.doubtful) count(markKey(mark), 'inside')
  }
  const last = folded.slice(Math.max(folded.lastIndexOf('。', folded.length - 2), folded.lastIndexOf('；')) + 1)
  if (last.length < folded.length && isState(last)) count('state', 'inside')
}

/** What the roles of one reading share: the report, the grammar under trial, the shape of its list, and what has to be paid. */
import type { Rule, Weights } from '../lexicon/weights.js'
import type { Line } from '../tokens/lines.js'
import type { Mark } from '../tokens/marks.js'
import { similarStyles } from '../tokens/marks.js'
import type { Features } from './features.js'
import type { Grammar } from './grammar.js'
import type { Source } from './propose.js'
import type { Shape } from './shape.js'
import type { Count, Open, State, Zone } from './state.js'
import { countOf, fieldBit } from './state.js'

/** Adds up what a step costs; keeps the rules by name where somebody asks why. */
export class Meter {
  total = 0
  /** What a step may cost at most: dearer ones would not be kept. */
  limit = Number.POSITIVE_INFINITY
  paid: [Rule, number][] | null = null
  /** A map: which rule is asked for differs from call to call, and a property of a changing name is found more slowly. */
  private readonly weights: ReadonlyMap<string, number>
  constructor(weights: Weights) {
    this.weights = new Map(Object.entries(weights))
  }
  reset(): void {
    this.total = 0
    if (this.paid) this.paid = []
  }
  /** Whether the step is dearer than all that are kept. */
  isOver(): boolean {
    return this.total >= this.limit
  }
  pay(rule: Rule, times = 1): void {
    if (times === 0) return
    this.total += (this.weights.get(rule) ?? 0) * times
    this.paid?.push([rule, times])
  }
}

export interface Run extends Source {
  grammar: Grammar
  shape: Shape | null
}

/** A report under one grammar. Written out, so that all runs have one layout in memory: the roles read it at every step. */
export const runOf = (source: Source, grammar: Grammar, shape: Shape | null): Run => ({
  folded: source.folded,
  lines: source.lines,
  features: source.features,
  tables: source.tables,
  parallel: source.parallel,
  bracketsOfMeasures: source.bracketsOfMeasures,
  rectifies: source.rectifies,
  grammar,
  shape,
})

/** A role tried on a line that may have it: the state behind it, or null where it cannot be. Costs go to the meter. */
export type Enter = (s: State, i: number, run: Run, meter: Meter) => State | null

/** Whether a line's own looks let it have a role behind a state of this zone: asked once a line, before any state is tried. */
export type May = (line: Line, own: Features, run: Run, i: number, zone: Zone) => boolean

/** How a mark goes on with open counts. */
export type Step = { how: 'next' | 'similar' | 'new' | 'restart' | 'jump'; counts: Count }

/** The count that a mark goes on with, or begins. Counts inside the one that goes on are closed. */
export function advance(counts: Count | null, mark: Mark): Step {
  const { style, ordinal } = mark
  for (let c = counts; c; c = c.under)
    if (c.ordinal === ordinal - 1 && c.style === style) return { how: 'next', counts: countOf(style, ordinal, c.under) }
  for (let c = counts; c; c = c.under)
    if (c.ordinal === ordinal - 1 && similarStyles(c.style, style))
      return { how: 'similar', counts: countOf(c.style, ordinal, c.under) }
  if (ordinal === 1) {
    for (let c = counts; c; c = c.under)
      if (c.style === style) return { how: 'restart', counts: countOf(style, ordinal, c.under) }
    return { how: 'new', counts: countOf(style, ordinal, counts) }
  }
  for (let c = counts; c; c = c.under) if (c.style === style) return { how: 'jump', counts: countOf(style, ordinal, c.under) }
  return { how: 'jump', counts: countOf(style, ordinal, counts) }
}

/** Whether a mark goes on with an open count inside the item. */
export const goesOn = (counts: Count | null, mark: Mark | null): boolean => {
  if (!mark) return false
  for (let c = counts; c; c = c.under) if (c.style === mark.style && c.ordinal === mark.ordinal - 1) return true
  return false
}

/** Whether a mark goes on with the count of the chapters above. */
export const continuesHeading = (headings: Open | null, mark: Mark | null): boolean => {
  if (!mark) return false
  for (let h = headings; h; h = h.under) if (h.style === mark.style && h.ordinal === mark.ordinal - 1) return true
  return false
}

/** Whether a mark is the next of the list's own count. */
export const continuesOpener = (s: State, mark: Mark | null): boolean =>
  mark !== null && s.item >= 0 && s.style === mark.style && mark.ordinal === s.ordinal + 1

const countBits = (mask: number): number => {
  let n = 0
  for (let m = mask; m !== 0; m &= m - 1) n++
  return n
}

/** Fields that every item may have: they tell nothing of it. */
const untold = fieldBit('other') | fieldBit('category') | fieldBit('number') | fieldBit('problem')

/** What the item that ends pays for departing from its siblings. */
export function closeItem(s: State, i: number, run: Run, meter: Meter): void {
  if (s.zone !== 'head' && s.zone !== 'field') return
  const { shape } = run
  const waiting = run.lines[s.line]
  // 整改措施： and then nothing
  if (s.role === 'label' && waiting?.label && waiting.label.value >= waiting.end) meter.pay('itemStarved')
  // 一、整改任务 alone with 15 numbered lines below is a chapter over them
  if (s.items === 1 && s.zone === 'head' && (s.counts?.ordinal ?? 0) >= 4) meter.pay('listOfOne')
  // what other chapters tell of it is told too
  const opener = run.features[s.item]
  const empty = (s.seen & ~untold) === 0 && !run.parallel.has(s.item) && !(opener?.ownFields || opener?.ownResult)
  if (shape) {
    // an item with two fields of its own is one, whatever those of other chapters have besides
    const missing = countBits(shape.usual & ~s.seen)
    meter.pay('itemMissing', countBits(s.seen & ~untold) >= 2 ? Math.min(missing, 2) : missing)
    meter.pay('itemExtra', countBits(s.seen & ~untold & shape.rare))
    if (i - s.item > shape.lines * 6 + 12) meter.pay('itemLong')
    if (shape.body && empty && i - s.item <= 1) meter.pay('itemEmpty')
  } else if (empty && i - s.item <= 1 && (opener?.length ?? 0) < 60) meter.pay('itemEmpty', 0.5)
}

/** Whether an opener stands in the next line, or behind a sentence that leads to it. */
export const isOverOpener = ({ grammar: { opens }, features }: Run, i: number): boolean =>
  opens[i + 1] === 1 || (features[i + 1]?.leads === true && opens[i + 2] === 1)

export const lineOf = (run: Run, i: number): Line | undefined => run.lines[i]

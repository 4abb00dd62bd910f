/**
 * The cheapest reading of a report under one grammar: a beam search over its lines. It knows no rule: roles say what a line may
 * be after a state and what that costs.
 */
import type { Weights } from '../lexicon/weights.js'
import { label, state as ownState, resume, value } from './roles/field.js'
import { heading } from './roles/heading.js'
import { open } from './roles/open.js'
import { close, other, prose, rows } from './roles/outside.js'
import { closeItem, type Enter, Meter, type Run } from './run.js'
import { type ItemLines, type Shape, sameShape, shapeOf } from './shape.js'
import { type State, start } from './state.js'

const roles: readonly Enter[] = [prose, heading, open, label, value, resume, ownState, close, other, rows]

/** States kept behind each line. Four lose layouts, more than eight gain none. */
const beamWidth = 8
/** Rounds in which the list's own shape is found. */
const rounds = 3

export interface Path {
  /** The last state; the others hang behind it. */
  end: State
  cost: number
  shape: Shape | null
}

/** The cheapest path; null where it is dearer than `limit`. */
export function decode(run: Omit<Run, 'shape'>, weights: Weights, declared: ReadonlySet<number>, limit: number): Path | null {
  let shape: Shape | null = null
  let path: Path | null = null
  for (let round = 0; round < rounds; round++) {
    const shaped: Run = { ...run, shape }
    const end = search(shaped, weights, round === 0 ? limit : Number.POSITIVE_INFINITY)
    if (!end) return path
    const cost = end.cost + finish(end, shaped, declared, new Meter(weights))
    path = { end, cost, shape }
    const next = shapeOf(run.folded, run.lines, itemLines(end))
    if (sameShape(next, shape)) break
    shape = next
  }
  return path
}

function search(run: Run, weights: Weights, limit: number): State | null {
  const meter = new Meter(weights)
  let beam: State[] = [start]
  for (let i = 0; i < run.lines.length; i++) {
    const best = new Map<string, State>()
    for (const s of beam)
      for (const enter of roles) {
        meter.reset()
        const t = enter(s, i, run, meter)
        if (!t) continue
        t.cost = s.cost + meter.total
        const key = keyOf(t)
        const rival = best.get(key)
        if (!rival || t.cost < rival.cost) best.set(key, t)
      }
    beam = [...best.values()].sort((a, b) => a.cost - b.cost)
    if (beam.length > beamWidth) beam.length = beamWidth
    const [first] = beam
    if (!first || first.cost > limit) return null
  }
  let cheapest: State | null = null
  let least = Number.POSITIVE_INFINITY
  for (const s of beam) {
    meter.reset()
    closeItem(s, run.lines.length, run, meter)
    if (s.cost + meter.total < least) {
      least = s.cost + meter.total
      cheapest = s
    }
  }
  return cheapest
}

/** Two states with one key go on alike. */
const keyOf = (s: State): string =>
  `${s.zone}|${s.field ?? ''}|${s.seen}|${s.ordinal}|${s.items === 0 ? 0 : 1}|${s.headings?.style ?? ''}${s.headings?.ordinal ?? 0}|${s.counts?.style ?? ''}${s.counts?.ordinal ?? 0}|${s.measures ? 1 : 0}`

/** What the whole list costs: its last item, its grammar, its number beside the declared one. */
export function finish(end: State, run: Run, declared: ReadonlySet<number>, meter: Meter): number {
  closeItem(end, run.lines.length, run, meter)
  const { base } = run.grammar
  if (base) meter.pay(base)
  if (end.items === 1 && run.grammar.opener.by !== 'single') meter.pay('listOfOne')
  if (end.items > 0 && declared.size > 0 && !declared.has(end.items)) meter.pay('declaredOther')
  return meter.total
}

/** The states of a path in order, the start left out. */
export function statesOf(end: State): State[] {
  const states: State[] = []
  for (let s: State | null = end; s && s.line >= 0; s = s.before) states.push(s)
  return states.reverse()
}

/** The lines of each item of a path. */
export function itemLines(end: State): ItemLines[] {
  const items: ItemLines[] = []
  for (const s of statesOf(end)) {
    const last = items.at(-1)
    if (s.role === 'open') items.push({ first: s.line, last: s.line, labels: s.label >= 0 ? [s.line] : [] })
    else if (last && (s.zone === 'head' || s.zone === 'field')) {
      last.last = s.line
      if (s.role === 'label') last.labels.push(s.line)
    }
  }
  return items
}

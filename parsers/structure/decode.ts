/**
 * The cheapest reading of a report under one grammar: a beam search over its lines. It knows no rule: roles say what a line may
 * be after a state and what that costs.
 */
import type { Rule, Weights } from '../lexicon/weights.js'
import type { Grammar } from './grammar.js'
import type { Source } from './propose.js'
import { label, mayLabel, mayResume, mayState, state as ownState, resume, value } from './roles/field.js'
import { heading, mayHead } from './roles/heading.js'
import { mayOpen, open } from './roles/open.js'
import { close, mayClose, mayOther, mayRows, other, prose, rows } from './roles/outside.js'
import { closeItem, type Enter, type May, Meter, type Run, runOf } from './run.js'
import { type ItemLines, type Shape, sameShape, shapeOf } from './shape.js'
import { type Count, fieldBit, type Open, type State, start, type Zone } from './state.js'

/** What a line may be. */
interface LineRole {
  may: May
  enter: Enter
}
const anyLine: May = () => true
const asHeading: LineRole = { may: mayHead, enter: heading }
const asOpener: LineRole = { may: mayOpen, enter: open }
const asOther: LineRole = { may: mayOther, enter: other }
const asRows: LineRole = { may: mayRows, enter: rows }
const outer: readonly LineRole[] = [{ may: anyLine, enter: prose }, asHeading, asOpener, asOther, asRows]
const inner: readonly LineRole[] = [
  { may: anyLine, enter: value },
  { may: mayLabel, enter: label },
  asHeading,
  asOpener,
  { may: mayResume, enter: resume },
  { may: mayState, enter: ownState },
  { may: mayClose, enter: close },
  asOther,
  asRows,
]

/** Roles that a line may have after states of some zones. */
class Choice {
  /** The roles for each set of those that may be, as bits: lines share them. */
  private readonly sets: (readonly Enter[] | undefined)[] = []
  constructor(private readonly roles: readonly LineRole[]) {}

  /** The roles of one line after states of one zone. */
  at(run: Run, i: number, zone: Zone): readonly Enter[] {
    const line = run.lines[i]
    const own = run.features[i]
    if (!line || !own) return []
    let set = 0
    // by index, here and below: an iterator costs as much as a role that cannot be
    for (let k = 0; k < this.roles.length; k++) if (this.roles[k]?.may(line, own, run, i, zone)) set |= 1 << k
    this.sets[set] ??= this.roles.filter((_, k) => set & (1 << k)).map(({ enter }) => enter)
    return this.sets[set] ?? []
  }
}

/** What a line may be after a state, by the zone of the state. */
const [outside, inside, elsewhere] = [new Choice(outer), new Choice(inner), new Choice([asOther, asHeading, asOpener])]
const choiceBehind: Record<Zone, Choice> = { out: outside, end: outside, head: inside, field: inside, other: elsewhere }

/** States kept behind each line. Four lose layouts, more than eight gain none. */
const beamWidth = 8
/** Rounds in which the list's own shape is found, behind the first. */
const rounds = 2

export interface Path {
  /** The last state; the others hang behind it. */
  end: State
  cost: number
  shape: Shape | null
}

/** The cheapest path without a shape; null where it is dearer than `limit`. */
export function decode(
  source: Source,
  grammar: Grammar,
  meter: Meter,
  declared: ReadonlySet<number>,
  limit: number,
): Path | null {
  return pathOf(runOf(source, grammar, null), meter, declared, limit)
}

/** The path again, with the shape that its own items have in common, until that shape holds. */
export function refine(source: Source, grammar: Grammar, meter: Meter, declared: ReadonlySet<number>, first: Path): Path {
  let path = first
  for (let round = 0; round < rounds; round++) {
    const shape = shapeOf(source.folded, source.lines, source.features, itemLines(path.end))
    if (sameShape(shape, path.shape)) break
    path = pathOf(runOf(source, grammar, shape), meter, declared, Number.POSITIVE_INFINITY) ?? path
  }
  return path
}

function pathOf(run: Run, meter: Meter, declared: ReadonlySet<number>, limit: number): Path | null {
  const beam = search(run, meter, limit)
  let path: Path | null = null
  for (const end of beam) {
    meter.reset()
    const cost = end.cost + finish(end, run, declared, meter)
    if (!path || cost < path.cost) path = { end, cost, shape: run.shape }
  }
  return path
}

/** The cheapest states behind the last line; none where all are dearer than the limit. */
function search(run: Run, meter: Meter, limit: number): State[] {
  let beam: State[] = [start]
  for (let i = 0; i < run.lines.length; i++) {
    const next: State[] = []
    const behindProse = outside.at(run, i, 'out')
    const behindItem = inside.at(run, i, 'field')
    const behindOther = elsewhere.at(run, i, 'other')
    for (let b = 0; b < beam.length; b++) {
      const s = beam[b] as State
      const { zone } = s
      const roles = zone === 'other' ? behindOther : zone === 'out' || zone === 'end' ? behindProse : behindItem
      for (let k = 0; k < roles.length; k++) {
        const enter = roles[k] as Enter
        const last = next.length === beamWidth ? next[beamWidth - 1] : undefined
        meter.limit = last ? last.cost - s.cost : Number.POSITIVE_INFINITY
        if (meter.limit <= 0) break
        meter.reset()
        const t = enter(s, i, run, meter)
        if (!t) continue
        t.cost = s.cost + meter.total
        keep(next, t)
      }
    }
    beam = next
    const [first] = beam
    if (!first || first.cost > limit) return []
  }
  return beam
}

/** Puts a state into the sorted beam, unless a cheaper one goes on alike. */
function keep(beam: State[], t: State): void {
  // the places behind the one that is freed, or behind the last, move by one
  let hole = beam.length
  if (hole === beamWidth && (beam[beamWidth - 1] as State).cost <= t.cost) return
  for (let k = 0; k < beam.length; k++) {
    const rival = beam[k] as State
    if (!goOnAlike(rival, t)) continue
    if (rival.cost <= t.cost) return
    hole = k
    break
  }
  if (hole === beamWidth) hole = beamWidth - 1
  // no place is asked for that is none (-1): V8 would look for it by name
  while (hole > 0) {
    const before = beam[hole - 1] as State
    if (before.cost <= t.cost) break
    beam[hole--] = before
  }
  beam[hole] = t
}

/** Whether two open headings, or two counts, go on alike. Most states share theirs. */
const alike = (a: Count | null, b: Count | null): boolean =>
  a === b || (a !== null && b !== null && a.ordinal === b.ordinal && a.style === b.style)

const alikeHeadings = (a: Open | null, b: Open | null): boolean =>
  a === b || (a !== null && b !== null && a.over === b.over && alike(a, b) && alike(a.under, b.under))

/** Whether two states go on alike: of those only the cheaper is kept. */
const goOnAlike = (a: State, b: State): boolean =>
  a.seen === b.seen &&
  a.ordinal === b.ordinal &&
  (a.items === 0) === (b.items === 0) &&
  a.zone === b.zone &&
  a.field === b.field &&
  a.style === b.style &&
  alikeHeadings(a.headings, b.headings) &&
  alike(a.counts, b.counts) &&
  (a.measures === null) === (b.measures === null)

/** What the whole list costs: its last item, its grammar, its number beside the declared one. */
export function finish(end: State, run: Run, declared: ReadonlySet<number>, meter: Meter): number {
  closeItem(end, run.lines.length, run, meter)
  const { base } = run.grammar
  if (base) meter.pay(base)
  if (end.items === 0 && base !== 'grammarNone') meter.pay('grammarNone')
  if (end.items === 0 && run.rectifies) meter.pay('noneThough')
  if (end.items === 1 && run.grammar.opener.by !== 'single') meter.pay('listOfOne')
  if (end.items > 1 && isBareBeforeList(end, run)) meter.pay('listBare')
  if (end.items > 0 && declared.size > 0 && !declared.has(end.items)) meter.pay('declaredOther')
  return meter.total
}

/** Problems that stand in a line each and have nothing more, before an attached list (附件 …整改清单) that the path leaves out. */
function isBareBeforeList(end: State, { features }: Run): boolean {
  const attached = features.findLastIndex(({ listTitle }) => listTitle)
  if (attached <= end.item) return false
  for (let s: State | null = end; s; s = s.before) {
    if (s.role === 'rows' || s.role === 'label' || s.role === 'value' || s.role === 'text') return false
    if (s.role === 'open' && (s.line > attached || (s.seen & ~fieldBit('problem')) !== 0)) return false
  }
  return true
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

/** What a line may be after the path's state before it: every role that can be, its cost and the rules that it pays. */
export function choicesAt(
  run: Run,
  weights: Weights,
  before: State,
  i: number,
): { state: State; cost: number; paid: [Rule, number][] }[] {
  const meter = new Meter(weights)
  meter.paid = []
  const choices: { state: State; cost: number; paid: [Rule, number][] }[] = []
  for (const enter of choiceBehind[before.zone].at(run, i, before.zone)) {
    meter.reset()
    const state = enter(before, i, run, meter)
    if (state) choices.push({ state, cost: meter.total, paid: meter.paid ?? [] })
  }
  return choices.sort((a, b) => a.cost - b.cost)
}

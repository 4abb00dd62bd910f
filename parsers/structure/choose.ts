/** The reading of the whole report: every grammar's cheapest path, and of them the cheapest. */
import { weights as fitted, type Weights } from '../lexicon/weights.js'
import { cut } from './cut.js'
import { decode, itemLines, type Path, refine, statesOf } from './decode.js'
import { type Grammar, nameOf } from './grammar.js'
import { propose, type Source } from './propose.js'
import type { RawItem } from './raw-item.js'
import { Meter } from './run.js'

export interface Candidate {
  grammar: Grammar
  path: Path
  /** Which lines open its items; two candidates with one key give the same list. */
  key: string
}

export interface Reading {
  items: RawItem[]
  /** The grammar that was chosen. */
  by: string
  /** How much dearer the next reading with other items is. */
  margin: number
  candidates: Candidate[]
}

/** Readings that are dearer than the best by more than this are not finished. */
export const slack = 6
/** What an item may cost before the list's own shape is known: openers that hold no word of a fault. */
const unshaped = 0.5

export function chooseReading(source: Source, declared: ReadonlySet<number>, weights: Weights = fitted): Reading {
  const meter = new Meter(weights)
  const firsts: { grammar: Grammar; path: Path }[] = []
  let least = Number.POSITIVE_INFINITY
  for (const grammar of likelyFirst(source)) {
    const openers = grammar.opens.reduce((sum, opens) => sum + opens, 0)
    const path = decode(source, grammar, meter, declared, least + slack + unshaped * openers)
    if (!path) continue
    least = Math.min(least, path.cost)
    firsts.push({ grammar, path })
  }
  // the shape of a list costs too: a first path that is far behind does not catch up
  firsts.sort((a, b) => a.path.cost - b.path.cost)
  const candidates: Candidate[] = []
  least = Number.POSITIVE_INFINITY
  for (const { grammar, path: first } of firsts) {
    if (first.cost > least + slack + unshaped * first.end.items) continue
    const path = refine(source, grammar, meter, declared, first)
    least = Math.min(least, path.cost)
    candidates.push({ grammar, path, key: keyOf(path) })
  }
  candidates.sort((a, b) => a.path.cost - b.path.cost)
  return firstWithItems(source, candidates)
}

/** The cheapest reading whose items hold any words, of those before the one that nothing is an item. */
function firstWithItems(source: Source, candidates: Candidate[]): Reading {
  for (let at = 0; ; at++) {
    const best = candidates[at]
    if (!best) return { items: [], by: 'none', margin: 0, candidates }
    const items = cut(source, best.grammar, best.path.end)
    if (items.length === 0 && best.grammar.opener.by !== 'none') continue
    const next = candidates.find((candidate, i) => i > at && candidate.key !== best.key)
    const margin = next ? next.path.cost - best.path.cost : slack
    return { items, by: nameOf(best.grammar), margin, candidates: candidates.slice(at) }
  }
}

/** The grammars, those whose openers read most like problems first: the sooner a cheap reading is found, the sooner the dear ones are left. */
function likelyFirst(source: Source): Grammar[] {
  const likely = ({ opens }: Grammar): number =>
    source.features.reduce(
      (sum, own, i) => (opens[i] === 1 ? sum + Math.max(own.problem, own.labelNext ? 0.75 : 0) - 0.4 : sum),
      0,
    )
  return propose(source)
    .map((grammar) => ({ grammar, score: likely(grammar) }))
    .sort((a, b) => b.score - a.score)
    .map(({ grammar }) => grammar)
}

const keyOf = (path: Path): string =>
  [
    ...itemLines(path.end).map((item) => item.first),
    ...statesOf(path.end)
      .filter((s) => s.role === 'rows')
      .map((s) => `t${s.line}`),
  ].join(',')

/** Which rules a reading pays, and the reading that a report should have. */
import type { Rule, Weights } from '../../parsers/lexicon/weights.js'
import { cut } from '../../parsers/structure/cut.js'
import { choicesAt, decode, finish, itemLines, refine, statesOf } from '../../parsers/structure/decode.js'
import type { Grammar } from '../../parsers/structure/grammar.js'
import { propose } from '../../parsers/structure/propose.js'
import { Meter } from '../../parsers/structure/run.js'
import { shapeOf } from '../../parsers/structure/shape.js'
import { type State, start } from '../../parsers/structure/state.js'
import { isRight, plain, type Sample } from './samples.js'

/** How many times each rule is paid, and the sum. */
export interface Bill {
  times: Map<Rule, number>
  cost: number
}

/** Goes a path again, line by line, under a grammar: what it pays there. Null where the grammar cannot go it. */
export function billOf(sample: Sample, grammar: Grammar, end: State, weights: Weights): Bill | null {
  const { source, declared } = sample
  const shape = shapeOf(source.folded, source.lines, source.features, itemLines(end))
  const run = { ...source, grammar, shape }
  const bill: Bill = { times: new Map(), cost: 0 }
  const add = (paid: readonly (readonly [Rule, number])[]) => {
    for (const [rule, times] of paid) {
      bill.times.set(rule, (bill.times.get(rule) ?? 0) + times)
      bill.cost += weights[rule] * times
    }
  }
  let at: State = start
  for (const s of statesOf(end)) {
    const step = choicesAt(run, weights, at, s.line).find(({ state }) => state.role === s.role && state.zone === s.zone)
    if (!step) return null
    add(step.paid)
    at = step.state
  }
  const meter = new Meter(weights)
  meter.paid = []
  finish(at, run, declared, meter)
  add(meter.paid)
  return bill
}

/** Where the wanted items open: each line, or null where one is not found. */
function openersOf({ source, wanted, text }: Sample): Set<number> | null {
  const lines = source.lines.map((line) => plain(text.slice(line.start, line.end)))
  const openers = new Set<number>()
  let from = 0
  for (const { problem, labels } of wanted) {
    const words = plain(problem).slice(0, 12)
    const told = lines.findIndex((line, i) => i >= from && line.includes(words))
    if (told < 0) return null
    // 问题一 alone, its words in the next line
    const label = plain(labels[0] ?? '')
    const before = lines[told - 1] ?? ''
    const alone = label !== '' && told > from && !lines[told]?.startsWith(label) && before.startsWith(label)
    openers.add(alone ? told - 1 : told)
    from = told + 1
  }
  return openers
}

/** Makes it dear not to open where an item opens. */
const forced = 40

/** The cheapest right reading, found with the openers given: its bill, or null where no grammar has one. */
export function rightBill(sample: Sample, weights: Weights): Bill | null {
  const openers = openersOf(sample)
  if (!openers) return null
  const { source, declared } = sample
  const strict: Weights = { ...weights, proseOpener: forced, valueOpener: forced }
  const meter = new Meter(strict)
  let best: Bill | null = null
  for (const grammar of propose(source)) {
    const opens = grammar.opens.map((flag, i) => (flag === 1 && openers.has(i) ? 1 : 0))
    if (opens.reduce((a, b) => a + b, 0) !== openers.size) continue
    const told = { ...grammar, opens }
    const first = decode(source, told, meter, declared, Number.POSITIVE_INFINITY)
    if (!first) continue
    const { end } = refine(source, told, meter, declared, first)
    if (!isRight(sample, cut(source, grammar, end), 'paths')) continue
    const bill = billOf(sample, grammar, end, weights)
    if (bill && (!best || bill.cost < best.cost)) best = bill
  }
  return best
}

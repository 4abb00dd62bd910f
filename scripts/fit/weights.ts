/** Fits the weights of the readings: a perceptron with a margin, then a search along single weights. */
import { weights as present, type Rule, type Weights } from '../../parsers/lexicon/weights.js'
import { type Candidate, chooseReading } from '../../parsers/structure/choose.js'
import { cut } from '../../parsers/structure/cut.js'
import { type Bill, billOf, rightBill } from './paid.js'
import { isRight, type Sample } from './samples.js'

/** By how much the right reading should lead every other. */
const lead = 1.5
/** How far one report moves a weight, at most. */
const stride = 0.06
const rate = 0.02
const rounds = 3
/** Paid on line after line: what one report says of them is not what the next one needs. */
const perLine: ReadonlySet<Rule> = new Set<Rule>(['otherLine', 'valueBeforeLabel', 'headingStops'])

export interface Verdict {
  sample: Sample
  right: boolean
  /** How far the right reading leads the best wrong one; below 0 where the list is wrong. */
  margin: number
  wrong: Candidate | null
  good: Candidate | null
}

/** Reads a sample and finds its cheapest right and its cheapest wrong reading. */
export function judge(sample: Sample, weights: Weights): Verdict {
  const { candidates } = chooseReading(sample.source, sample.declared, weights)
  const isGood = (candidate: Candidate) => isRight(sample, cut(sample.source, candidate.grammar, candidate.path.end), 'paths')
  const good = candidates.find(isGood) ?? null
  const wrong = candidates.find((candidate) => candidate.key !== good?.key) ?? null
  const margin = good ? Math.min(lead, (wrong?.path.cost ?? Number.POSITIVE_INFINITY) - good.path.cost) : -lead
  return { sample, right: good !== null && good === candidates[0], margin, wrong, good }
}

type Mutable = Record<Rule, number>

/** Moves each weight towards what the right reading needs. */
function step(weights: Mutable, { sample, margin, wrong, good }: Verdict): void {
  if (margin >= lead || !wrong) return
  const worse = billOf(sample, wrong.grammar, wrong.path.end, weights)
  const better: Bill | null = good ? billOf(sample, good.grammar, good.path.end, weights) : rightBill(sample, weights)
  if (!worse || !better) return
  for (const rule of new Set([...worse.times.keys(), ...better.times.keys()])) {
    if (perLine.has(rule)) continue
    const off = (worse.times.get(rule) ?? 0) - (better.times.get(rule) ?? 0)
    weights[rule] = Math.max(0, weights[rule] + Math.max(-stride, Math.min(stride, rate * off)))
  }
}

const tally = (verdicts: readonly Verdict[]): { right: number; score: number } => ({
  right: verdicts.filter(({ right }) => right).length,
  // a list that leads by more is worth a little, a right list all
  score: verdicts.reduce((sum, { right, margin }) => sum + (right ? 1 : 0) + 0.1 * Math.max(-1, margin / lead), 0),
})

/** Weights after some rounds over the samples; of all rounds the best are kept, of which the present ones are the first. */
export function perceptron(samples: readonly Sample[], say: (line: string) => void): { weights: Weights; verdicts: Verdict[] } {
  const moving: Mutable = { ...present }
  let best: { weights: Weights; verdicts: Verdict[]; score: number } | null = null
  for (let round = 0; round <= rounds; round++) {
    const at: Weights = rounded(moving)
    const verdicts = samples.map((sample) => judge(sample, at))
    const { right, score } = tally(verdicts)
    say(`round ${round}: ${right} of ${samples.length} lists right, score ${score.toFixed(2)}`)
    if (!best || score > best.score) best = { weights: at, verdicts, score }
    if (round < rounds) for (const verdict of verdicts) step(moving, verdict)
  }
  if (!best) throw new Error('no round was run')
  return best
}

export const rounded = (weights: Weights): Weights =>
  Object.fromEntries(Object.entries(weights).map(([rule, value]) => [rule, Number(value.toFixed(2))])) as Record<Rule, number>

const factors = [0.5, 0.8, 1.25, 2]

/** Rules in which the wrong readings of these reports differ from the right ones. */
function suspects(verdicts: readonly Verdict[], weights: Weights): Rule[] {
  const counts = new Map<Rule, number>()
  for (const { sample, wrong, good } of verdicts) {
    if (!wrong) continue
    const worse = billOf(sample, wrong.grammar, wrong.path.end, weights)
    const better = good ? billOf(sample, good.grammar, good.path.end, weights) : rightBill(sample, weights)
    for (const rule of new Set([...(worse?.times.keys() ?? []), ...(better?.times.keys() ?? [])]))
      if (worse?.times.get(rule) !== better?.times.get(rule)) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([rule]) => rule)
}

/** Tries each suspect weight at some factors; a change is kept where more of the lists that are wrong or in danger come out right. */
export function search(
  samples: readonly Sample[],
  { weights, verdicts }: { weights: Weights; verdicts: readonly Verdict[] },
  most: number,
  say: (line: string) => void,
): Weights {
  let at = weights
  const wrong = verdicts.filter(({ right }) => !right)
  const danger = verdicts.filter(({ right, margin }) => right && margin < lead / 2)
  let now = tally([...wrong, ...danger]).score
  let wrongNow = tally(wrong).score
  for (const rule of suspects(wrong, weights).slice(0, most))
    for (const factor of factors) {
      const tried: Weights = rounded({ ...at, [rule]: at[rule] * factor })
      const again = wrong.map(({ sample }) => judge(sample, tried))
      const wrongThen = tally(again).score
      if (wrongThen <= wrongNow) continue
      const then = wrongThen + tally(danger.map(({ sample }) => judge(sample, tried))).score
      if (then <= now) continue
      say(`${rule} ${at[rule]} → ${tried[rule]}: score ${now.toFixed(2)} → ${then.toFixed(2)}`)
      at = tried
      now = then
      wrongNow = wrongThen
    }
  if (at === weights) return at
  // what was in no danger must not have come into it
  const whole = tally(samples.map((sample) => judge(sample, at)))
  const before = tally(verdicts)
  say(`all: ${before.right} → ${whole.right} of ${samples.length} right`)
  return whole.score > before.score ? at : weights
}

/**
 * How sure a list is (可信度): what its reading had to pay, how far it leads, and what else speaks against it, weighed by a logistic
 * function that was fitted on reports whose lists are known.
 */
import { type Sign, signWeights } from '../lexicon/certainty.js'
import { fieldOf } from '../lexicon/labels.js'
import type { Span } from '../tree.js'
import { type Reading, slack } from './choose.js'
import { itemLines, type Path, statesOf } from './decode.js'
import type { Source } from './propose.js'
import type { RawItem } from './raw-item.js'

/** What speaks against a list. Each is 0 where nothing does and seldom above 1. */
export type Signs = Record<Sign, number>

/** A step that costs this much or more is a departure that a person would stop at. */
const dear = 1
const wordsBeforeColon = /[\u4e00-\u9fff]{2,12}(?=：)/g

const capped = (value: number, most: number): number => Math.min(value, most)
const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** The signs of a reading. `broken`: lines of the source were cut at a margin, or its text comes from a PDF or from pictures. */
export function signsOf(reading: Reading, source: Source, declared: ReadonlySet<number>, broken: boolean): Signs {
  const [best] = reading.candidates
  if (!best) throw new Error('a reading without a grammar')
  const { path } = best
  const { items } = reading
  const count = Math.max(1, items.length)
  const next = reading.candidates.find((candidate) => candidate.key !== best.key)
  return {
    rival: next ? 1 - capped(reading.margin / slack, 1) : 0,
    cost: capped((2 * path.cost) / Math.max(20, source.lines.length), 1),
    departures: capped(dearSteps(path) / (count + 3), 1),
    outside: capped(problemsOutside(path, source) / (count + 3), 1),
    declared: declared.size > 0 && !declared.has(items.length) ? 1 : 0,
    broken: broken ? 1 : 0,
    unlike: unlikeProblems(path, source),
    swallowed: items.filter((item) => holdsLabel(source.folded, item.problem)).length / count,
    uneven: unevenness(items),
    few: items.length <= 2 ? 1 : 0,
  }
}

function dearSteps(path: Path): number {
  let n = 0
  for (const s of statesOf(path.end)) if (s.cost - (s.before?.cost ?? 0) >= dear) n++
  return n
}

/** Lines outside the items that read like problems. */
function problemsOutside(path: Path, { features }: Source): number {
  let n = 0
  for (const { zone, role, line } of statesOf(path.end)) {
    const own = features[line]
    if (!own || zone === 'head' || zone === 'field' || role === 'rows') continue
    if (own.problem >= 0.75 && !own.closing && !own.title && !own.category) n++
  }
  return n
}

/** How little the openers read like problems. */
function unlikeProblems(path: Path, { features }: Source): number {
  const openers = itemLines(path.end)
  const unlike = openers.map(({ first }) => {
    const own = features[first]
    return own ? 1 - Math.max(own.problem, own.labelNext ? 0.75 : 0) : 0
  })
  return unlike.reduce((a, b) => a + b, 0) / Math.max(1, unlike.length)
}

/** A problem whose words hold the label of a field: 整改目标：… was not cut off. */
const holdsLabel = (folded: string, problem: readonly Span[]): boolean =>
  problem.length > 3 ||
  problem.some((span) => (folded.slice(...span).match(wordsBeforeColon) ?? []).some((words) => fieldOf(words) !== null))

/** Some item is much longer than the middle one. */
function unevenness(items: readonly RawItem[]): number {
  const lengths = items.map(({ span }) => span[1] - span[0])
  const problems = items.map(({ problem }) => problem.reduce((sum, [from, to]) => sum + to - from, 0))
  const beyond = (values: readonly number[]): number =>
    Math.log2(Math.max(1, values.reduce((a, b) => Math.max(a, b), 0) / Math.max(20, middle(values)) / 2))
  return capped(Math.max(beyond(lengths), beyond(problems)) / 3, 1)
}

/** How likely the list is right: 0…1. */
export function certaintyOf(signs: Signs): number {
  let sum = signWeights.none
  for (const sign of Object.keys(signs) as Sign[]) sum += signWeights[sign] * signs[sign]
  return 1 / (1 + Math.exp(-sum))
}

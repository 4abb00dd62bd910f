/** A cover of the axes by pairs: few layouts in which every value, and most pairs of values of the axes that shape a report, come up. */
import { type Axis, axisNames, type Layout } from './axes.js'
import { drawLayout, layoutArbitrary } from './draw.js'

/** Axes whose values are tried with each other; the others, words above all, are tried once each. */
const paired: readonly Axis[] = [
  'genre',
  'count',
  'itemMark',
  'itemHead',
  'problemForm',
  'problemParagraphs',
  'itemShape',
  'labelForm',
  'order',
  'fieldLines',
  'deadline',
  'units',
  'persons',
  'measureMark',
  'measurePlace',
  'measureDepth',
  'behind',
  'progressShape',
  'state',
  'categories',
  'categoryMark',
  'chapterMark',
  'title',
  'front',
  'preface',
  'back',
  'annex',
  'structure',
  'container',
  'misprint',
  'spacing',
]

/** The values and pairs of values that a layout has, as numbers. */
function traitsOf(layout: Layout, numbers: Map<string, number>): number[] {
  const number = (trait: string): number => {
    const known = numbers.get(trait)
    if (known !== undefined) return known
    numbers.set(trait, numbers.size)
    return numbers.size - 1
  }
  const single = axisNames.map((axis) => number(`${axis}=${layout[axis]}`))
  const pairs = paired.flatMap((a, at) => paired.slice(at + 1).map((b) => number(`${a}=${layout[a]} ${b}=${layout[b]}`)))
  return [...single, ...pairs]
}

export interface Cover {
  layouts: Layout[]
  /** Share of the traits of the pool that the chosen layouts have. */
  share: number
}

/** At most `count` of `pool` drawn layouts, each time the one that adds most. */
export function coverLayouts(seed: number, count: number, pool = 800): Cover {
  const arbitrary = layoutArbitrary()
  const numbers = new Map<string, number>()
  const drawn = Array.from({ length: pool }, (_, index) => {
    const layout = drawLayout(seed, index, arbitrary)
    return { layout, traits: traitsOf(layout, numbers) }
  })
  const covered = new Uint8Array(numbers.size)
  const gainOf = (traits: number[]): number => traits.reduce((gain, trait) => gain + (covered[trait] ? 0 : 1), 0)
  // a gain only falls: where the last known one is not the best, it need not be counted again
  let queue = drawn.map((candidate) => ({ ...candidate, gain: candidate.traits.length }))
  const layouts: Layout[] = []
  let total = 0
  while (layouts.length < count && queue.length > 0) {
    let best = queue[0]
    if (best) best.gain = gainOf(best.traits)
    for (const candidate of queue) {
      if (!best || candidate.gain <= best.gain) continue
      candidate.gain = gainOf(candidate.traits)
      if (candidate.gain > best.gain) best = candidate
    }
    if (!best || best.gain === 0) break
    const chosen = best
    for (const trait of chosen.traits) covered[trait] = 1
    total += chosen.gain
    layouts.push(chosen.layout)
    queue = queue.filter((candidate) => candidate !== chosen)
  }
  return { layouts, share: total / Math.max(1, numbers.size) }
}

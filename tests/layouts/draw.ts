/** Draws layouts with fast-check: deterministic from a seed, and shrinking towards the first value of each axis. */
import fc from 'fast-check'
import { type Axis, axes, axisNames, type Layout } from './axes.js'
import { repair } from './impossible.js'

/** Axes held at one value. */
export type Fixed = Partial<Record<Axis, string>>

export function layoutArbitrary(fixed: Fixed = {}): fc.Arbitrary<Layout> {
  const model: Record<string, fc.Arbitrary<unknown>> = { seed: fc.noBias(fc.nat()) }
  for (const axis of axisNames) {
    const held = fixed[axis]
    model[axis] = held === undefined ? fc.constantFrom<string>(...axes[axis]) : fc.constant(held)
  }
  return fc.record(model).map((drawn) => repair(drawn as Layout))
}

/** The simplest layout with the held values: the first value of every other axis. */
export function simplestLayout(seed: number, fixed: Fixed): Layout {
  const model: Record<string, unknown> = { seed }
  for (const axis of axisNames) model[axis] = fixed[axis] ?? axes[axis][0]
  return repair(model as Layout)
}

/** Report number `index` of a seed. */
export function drawLayout(seed: number, index: number, arbitrary: fc.Arbitrary<Layout>): Layout {
  const [layout] = fc.sample(arbitrary, { numRuns: 1, seed: Math.imul(seed, 0x9e3779b1) + index })
  if (!layout) throw new Error('nothing drawn')
  return layout
}

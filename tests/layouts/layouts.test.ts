import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axes, axisNames, type Layout } from './axes.js'
import { bare } from './compare.js'
import { composeReport } from './compose.js'
import { coverLayouts } from './cover.js'
import { drawLayout, layoutArbitrary } from './draw.js'
import { impossible } from './impossible.js'
import type { ExpectedAction } from './types.js'

describe('the space of layouts', () => {
  it('has values that all come up, alone and mostly in pairs', () => {
    const arbitrary = layoutArbitrary()
    const seen = new Map<string, Set<string>>(axisNames.map((axis) => [axis, new Set<string>()]))
    for (let index = 0; index < 4000; index++) {
      const layout = drawLayout(1, index, arbitrary)
      for (const axis of axisNames) seen.get(axis)?.add(layout[axis])
    }
    const missing = axisNames.flatMap((axis) =>
      [...new Set<string>(axes[axis])].filter((value) => !seen.get(axis)?.has(value)).map((value) => `${axis}=${value}`),
    )
    expect(missing).toEqual([])
    expect(coverLayouts(20, 160).share).toBeGreaterThan(0.5)
  })

  it('leaves out what it declares impossible', () => {
    fc.assert(
      fc.property(layoutArbitrary(), (layout) => {
        expect(impossible.filter(({ when }) => when(layout)).map(({ why }) => why)).toEqual([])
      }),
      { numRuns: 2000, seed: 7 },
    )
  })
})

/** Texts that a person would search the page for. */
const textsOf = (actions: ExpectedAction[]): string[] =>
  actions.flatMap((action) => (action.children.length > 0 ? textsOf(action.children) : [action.text]))

describe('a composed report', () => {
  // in columns a cell's lines stand beside those of the others, and a page's end cuts words
  const plain = layoutArbitrary({ container: 'text', tableGap: 'tab', pages: 'none', tablePages: 'none' })

  it('is the same for the same layout', async () => {
    await fc.assert(
      fc.asyncProperty(layoutArbitrary(), async (layout) => {
        expect((await composeReport(layout)).bytes).toEqual((await composeReport({ ...layout })).bytes)
      }),
      { numRuns: 40, seed: 3 },
    )
  })

  it('prints every word that it expects to be read', async () => {
    await fc.assert(
      fc.asyncProperty(plain, async (layout) => {
        if (layout.container !== 'text') return
        const { text, expected } = await composeReport(layout)
        const page = bare(text)
        for (const item of expected.items) {
          const told = [item.problem, item.goal ?? '', ...item.path, ...textsOf([...item.measures, ...item.progress])]
          for (const words of told) expect(page).toContain(bare(words).replace(/[。；]$/, ''))
        }
      }),
      { numRuns: 200, seed: 5 },
    )
  })

  it('shrinks to the simplest layout that still fails', () => {
    const found = fc.check(
      fc.property(layoutArbitrary(), (layout: Layout) => layout.genre !== 'notice'),
      { seed: 11, numRuns: 500 },
    )
    const simplest = found.counterexample?.[0]
    expect(simplest?.genre).toBe('notice')
    expect(simplest?.categories).toBe('none')
    expect(simplest?.container).toBe('text')
  })
})

/**
 * Damaged files of every format: whatever is flipped, cut, spliced or put in, a valid record comes out whose every text stands at its place.
 * `npm run fuzz -- --count N` runs as many as one likes.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Fixture, fixtures, kinds, mutate } from '../bench/mutate.mjs'
import { checkRecord } from '../pipeline/check-record.js'
import { parseReport } from '../pipeline/parse.js'
import { reportSchema } from '../pipeline/record.js'
import { brokenInvariants } from './helpers/invariants.js'

const all = fixtures()
const formatOf = ({ name }: Fixture) => name.split('.').pop() ?? ''
const formats = [...new Set(all.map(formatOf))]
const fraction = fc.double({ min: 0, max: 1, noNaN: true })
const steps = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    at: fraction,
    size: fraction,
    pick: fc.nat(),
    raw: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  }),
  { minLength: 1, maxLength: 8 },
)

/** A look at each format; .ci/run has two minutes more of it. A seed of its own each time CI runs would make a fault come and go. */
const runs: Record<string, number> = { txt: 80, md: 20, html: 40, docx: 20, xlsx: 20, pdf: 20 }

describe.each(formats)('damaged %s', (format) => {
  const own = all.filter((fixture) => formatOf(fixture) === format)
  it('gives a record that holds, seldom by a repair', { timeout: 120_000 }, async () => {
    const numRuns = runs[format] ?? 20
    let repaired = 0
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...own), fc.constantFrom(...all), steps, async (fixture, other, changes) => {
        const { report } = await parseReport(mutate(fixture, changes, other), fixture.name)
        expect(reportSchema.safeParse(report).success).toBe(true)
        expect(brokenInvariants(report)).toEqual([])
        expect(checkRecord(report).repairs).toEqual([])
        if (report.diagnostics.some(({ code }) => code === 'grounding_repaired')) repaired++
        expect(JSON.stringify(report)).not.toMatch(/\\ud[89a-f]/i)
        expect(report.items.length > 0 || report.diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
      }),
      { seed: 20_240_601, numRuns },
    )
    // each is a rule that gave what does not stand in the text, which an undamaged file shows sooner or later
    expect(repaired).toBeLessThanOrEqual(numRuns / 50)
  })
})

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

/** A run of each format takes some seconds; a seed of its own each time CI runs would make a fault come and go. */
const runs: Record<string, number> = { txt: 220, md: 60, html: 120, docx: 60, xlsx: 50, pdf: 40 }

describe.each(formats)('damaged %s', (format) => {
  const own = all.filter((fixture) => formatOf(fixture) === format)
  it('gives a record that holds', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...own), fc.constantFrom(...all), steps, async (fixture, other, changes) => {
        const { report } = await parseReport(mutate(fixture, changes, other), fixture.name)
        expect(reportSchema.safeParse(report).success).toBe(true)
        expect(brokenInvariants(report)).toEqual([])
        expect(checkRecord(report).repairs).toEqual([])
        expect(JSON.stringify(report)).not.toMatch(/\\ud[89a-f]/i)
        expect(report.items.length > 0 || report.diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
      }),
      { seed: 20_240_601, numRuns: runs[format] ?? 50 },
    )
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf, type Part } from '../../output/pages/parts.js'
import type { Report } from '../../pipeline/record.js'
import { plainReport } from '../helpers/record.js'

/** A report of this text alone, with diagnostics at these places. */
const reportOf = (text: string, diagnostics: Report['diagnostics'] = []): Report => {
  const { document, ...rest } = plainReport({ source: 'a.txt', items: [] })
  return { ...rest, items: [], declared: [], diagnostics, document: { ...document, text } }
}

const text = fc.string({ unit: fc.constantFrom('整', '改', '。', 'a', '\n', '\t', '😀'), maxLength: 60 })
const span = (length: number) =>
  fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a]))

test('whatever the parts are, within one another or across, the lines are the text, and each run has just the parts that cover it', () => {
  fc.assert(
    fc.property(
      text.chain((words) =>
        fc.tuple(
          fc.constant(words),
          fc.array(span(words.length), { maxLength: 12 }),
          fc.array(span(words.length), { maxLength: 4 }),
        ),
      ),
      ([words, spans, places]) => {
        const parts = spans
          .filter(([from, to]) => from < to)
          .map((one, at): Part => ({ id: `1-${at}`, kind: 'problem', span: one }))
        const diagnostics = places.map((one) => ({ code: 'x', severity: 'info' as const, message: '', span: one, item: null }))
        const lines = linesOf(reportOf(words, diagnostics), parts)
        expect(lines.map(({ runs }) => runs.map((run) => run.text).join('')).join('\n')).toBe(words)
        const begun = lines.flatMap(({ runs }) => runs.flatMap(({ begins }) => begins))
        expect(begun.sort()).toEqual(parts.map(({ id }) => id).sort())
        let at = 0
        for (const { runs } of lines) {
          for (const run of runs) {
            const [from, to] = [at, at + run.text.length]
            at = to
            if (from === to) continue
            const covering = parts.filter(({ span: [start, end] }) => start <= from && end >= to)
            expect(run.parts.map(({ id }) => id).sort()).toEqual(covering.map(({ id }) => id).sort())
            expect(run.diagnostics).toHaveLength(
              diagnostics.filter(({ span: [start, end] }) => start < end && start <= from && end >= to).length,
            )
            for (const one of parts) expect(one.span[0] >= to || one.span[1] <= from || covering.includes(one)).toBe(true)
          }
          at += 1
        }
      },
    ),
  )
})

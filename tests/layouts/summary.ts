/** What a run prints: reports entirely right, misses by field, values of axes that go with misses, the first misses. */
import type { Result } from './check.js'
import { inWords, missLine } from './check.js'
import { liftsOf } from './lift.js'

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

function fieldLines(results: Result[]): string[] {
  const byField = new Map<string, { reports: number; misses: number }>()
  for (const { comparison } of results) {
    for (const field of new Set(comparison.misses.map((miss) => miss.field))) {
      const tally = byField.get(field) ?? { reports: 0, misses: 0 }
      tally.reports++
      tally.misses += comparison.misses.filter((miss) => miss.field === field).length
      byField.set(field, tally)
    }
  }
  return [...byField]
    .sort((a, b) => b[1].reports - a[1].reports)
    .map(([field, { reports, misses }]) => `  ${field.padEnd(10)} ${reports} reports, ${misses} values`)
}

export function summaryOf(results: Result[], ms: number, shown: { misses: number; lifts: number }): string {
  const right = results.filter((result) => result.right).length
  const lists = results.filter(({ comparison }) => comparison.listRight).length
  const sum = (key: 'hit' | 'expected' | 'found'): number =>
    results.reduce((total, { comparison }) => total + comparison[key], 0)
  const [hit, expected, found] = [sum('hit'), sum('expected'), sum('found')]
  const wrong = results.filter((result) => !result.right)
  return [
    `${results.length} reports in ${(ms / 1000).toFixed(1)} s (${(ms / results.length).toFixed(1)} ms each)`,
    `entirely right ${right} (${percent(right / results.length)}), lists right ${lists} (${percent(lists / results.length)})`,
    `F1 ${percent((2 * hit) / (expected + found))} (precision ${percent(hit / found)}, recall ${percent(hit / expected)})`,
    '\nreports with a miss in each field:',
    ...fieldLines(results),
    `\nvalues that go with misses (base ${percent(wrong.length / results.length)} wrong):`,
    ...liftsOf(results)
      .slice(0, shown.lifts)
      .map(
        ({ axis, value, n, wrong: share, z }) =>
          `  ${`${axis}=${value}`.padEnd(36)} n ${String(n).padStart(4)}  wrong ${percent(share).padStart(7)}  z ${z.toFixed(1)}`,
      ),
    '\nfirst misses:',
    ...wrong
      .slice(0, shown.misses)
      .flatMap(({ index, layout, comparison }) => [
        `  #${index} ${inWords(layout)}`,
        ...comparison.misses.slice(0, 4).map(missLine),
      ]),
  ].join('\n')
}

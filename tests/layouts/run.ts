/**
 * npm run layouts -- --count N --seed S [--axis k=v]… [--show I] [--dump DIR] [--misses M]
 * Composes reports from the space, parses them, and says how many are entirely right and which values of which axes go with misses.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseReport } from '../../pipeline/parse.js'
import { type Axis, axes, axisNames, type Layout } from './axes.js'
import { type Comparison, compareReport, type Miss } from './compare.js'
import { composeReport } from './compose.js'
import { drawLayout, type Fixed, layoutArbitrary } from './draw.js'
import { liftsOf } from './lift.js'

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    axis: { type: 'string', multiple: true, default: [] },
    show: { type: 'string' },
    dump: { type: 'string' },
    misses: { type: 'string', default: '12' },
    lifts: { type: 'string', default: '40' },
  },
})

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

function fixedAxes(): Fixed {
  const fixed: Fixed = {}
  for (const given of options.axis) {
    const at = given.indexOf('=')
    const [name, value] = [given.slice(0, at) as Axis, given.slice(at + 1)]
    if (!axisNames.includes(name)) throw new Error(`no axis ${name}; there are ${axisNames.join(', ')}`)
    if (!(axes[name] as readonly string[]).includes(value))
      throw new Error(`${name} has no value ${value}; it has ${[...new Set<string>(axes[name])].join(', ')}`)
    fixed[name] = value
  }
  return fixed
}

interface Result {
  index: number
  layout: Layout
  right: boolean
  comparison: Comparison
}

async function check(index: number, layout: Layout): Promise<Result> {
  const { bytes, expected } = await composeReport(layout)
  const { report } = await parseReport(bytes, `layout-${index}`)
  const comparison = compareReport(expected, report)
  return { index, layout, right: comparison.misses.length === 0, comparison }
}

const shorten = (text: string | null): string =>
  text === null ? '–' : text.length > 90 ? `${text.slice(0, 60)}…${text.slice(-25)}` : text
const missLine = ({ field, item, expected, found }: Miss): string =>
  `    ${field} ${item || ''}: ${shorten(expected)} ≠ ${shorten(found)}`
/** The layout in words: what differs from the first value of each axis. */
const inWords = (layout: Layout): string =>
  axisNames
    .filter((axis) => layout[axis] !== axes[axis][0])
    .map((axis) => `${axis}=${layout[axis]}`)
    .join(' ')

async function show(index: number, seed: number, fixed: Fixed): Promise<void> {
  const layout = drawLayout(seed, index, layoutArbitrary(fixed))
  const { text } = await composeReport(layout)
  const { comparison } = await check(index, layout)
  console.log(`${inWords(layout)}\n\n${text}\n`)
  console.log(comparison.misses.length === 0 ? 'entirely right' : comparison.misses.map(missLine).join('\n'))
}

async function dump(directory: string, index: number, layout: Layout): Promise<void> {
  const { bytes, expected, extension } = await composeReport(layout)
  const name = join(directory, String(index).padStart(5, '0'))
  writeFileSync(`${name}.${extension}`, bytes)
  writeFileSync(`${name}.json`, `${JSON.stringify({ layout, expected }, null, 1)}\n`)
}

function summarise(results: Result[], ms: number): void {
  const right = results.filter((result) => result.right).length
  const lists = results.filter(({ comparison }) => comparison.listRight).length
  const sum = (key: 'hit' | 'expected' | 'found'): number =>
    results.reduce((total, { comparison }) => total + comparison[key], 0)
  const [hit, expected, found] = [sum('hit'), sum('expected'), sum('found')]
  console.log(`${results.length} reports in ${(ms / 1000).toFixed(1)} s (${(ms / results.length).toFixed(1)} ms each)`)
  console.log(
    `entirely right ${right} (${percent(right / results.length)}), lists right ${lists} (${percent(lists / results.length)})`,
  )
  console.log(
    `F1 ${percent((2 * hit) / (expected + found))} (precision ${percent(hit / found)}, recall ${percent(hit / expected)})`,
  )
  const byField = new Map<string, { reports: number; misses: number }>()
  for (const { comparison } of results) {
    for (const field of new Set(comparison.misses.map((miss) => miss.field))) {
      const tally = byField.get(field) ?? { reports: 0, misses: 0 }
      tally.reports++
      tally.misses += comparison.misses.filter((miss) => miss.field === field).length
      byField.set(field, tally)
    }
  }
  console.log('\nreports with a miss in each field:')
  for (const [field, { reports, misses }] of [...byField].sort((a, b) => b[1].reports - a[1].reports))
    console.log(`  ${field.padEnd(10)} ${reports} reports, ${misses} values`)
  console.log(`\nvalues that go with misses (base ${percent(1 - right / results.length)} wrong):`)
  for (const { axis, value, n, wrong, z } of liftsOf(results).slice(0, Number(options.lifts)))
    console.log(
      `  ${`${axis}=${value}`.padEnd(36)} n ${String(n).padStart(4)}  wrong ${percent(wrong).padStart(7)}  z ${z.toFixed(1)}`,
    )
  console.log('\nfirst misses:')
  for (const { index, layout, comparison } of results.filter((result) => !result.right).slice(0, Number(options.misses))) {
    console.log(`  #${index} ${inWords(layout)}`)
    console.log(comparison.misses.slice(0, 4).map(missLine).join('\n'))
  }
}

async function main(): Promise<void> {
  const fixed = fixedAxes()
  const seed = Number(options.seed)
  if (options.show !== undefined) return show(Number(options.show), seed, fixed)
  const arbitrary = layoutArbitrary(fixed)
  if (options.dump) mkdirSync(options.dump, { recursive: true })
  const results: Result[] = []
  const start = performance.now()
  for (let index = 0; index < Number(options.count); index++) {
    const layout = drawLayout(seed, index, arbitrary)
    if (options.dump) await dump(options.dump, index, layout)
    else results.push(await check(index, layout))
  }
  if (!options.dump) summarise(results, performance.now() - start)
}

await main()

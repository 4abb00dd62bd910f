/**
 * npm run layouts -- --count N --seed S [--axis k=v]… [--show I] [--dump DIR] [--misses M] [--lifts L] [--jobs J] [--alone]
 * Composes reports from the space, parses them, and says how many are entirely right and which values of which axes go with
 * misses. `--axis` holds an axis at a value (a point that is impossible with it is still moved), `--show` prints one report
 * with its misses, `--alone` tries each value of each axis alone, on the simplest layout with the held values, `--dump` writes reports and expected records instead of parsing, `--jobs` shares the work among processes.
 */
import { fork } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Axis, axes, axisNames, type Layout } from './axes.js'
import { check, inWords, missLine, type Result } from './check.js'
import { composeReport } from './compose.js'
import { drawLayout, type Fixed, layoutArbitrary, simplestLayout } from './draw.js'
import { summaryOf } from './summary.js'

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    axis: { type: 'string', multiple: true, default: [] },
    show: { type: 'string' },
    dump: { type: 'string' },
    alone: { type: 'boolean', default: false },
    misses: { type: 'string', default: '12' },
    lifts: { type: 'string', default: '40' },
    jobs: { type: 'string', default: '1' },
    /** Of a process that `--jobs` started: the first index; it takes every J-th. */
    part: { type: 'string' },
  },
})

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

async function show(index: number, layout: Layout): Promise<void> {
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

/** Each value of each axis in a few reports that are simple otherwise; prints those that miss. */
async function tryAlone(fixed: Fixed): Promise<void> {
  for (const axis of axisNames.filter((name) => fixed[name] === undefined))
    for (const value of new Set<string>(axes[axis])) {
      const layouts = [1, 2, 3, 4]
        .map((seed) => simplestLayout(seed, { ...fixed, [axis]: value }))
        .filter((layout) => layout[axis] === value)
      const results = await Promise.all(layouts.map((layout, index) => check(index, layout)))
      const wrong = results.filter(({ right }) => !right)
      if (wrong.length === 0) continue
      console.log(`${axis}=${value}: ${wrong.length} of ${results.length} wrong`)
      console.log((wrong[0]?.comparison.misses ?? []).slice(0, 3).map(missLine).join('\n'))
    }
}

/** The results of a process that takes its share. */
const shareOf = (part: number): Promise<Result[]> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [...process.argv.slice(2), '--part', String(part)])
    let results: Result[] = []
    child.on('message', (message) => {
      results = message as Result[]
    })
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve(results) : reject(new Error(`a process ended with ${code}`))))
  })

async function checkAll(layoutAt: (index: number) => Layout, first: number, step: number): Promise<Result[]> {
  const results: Result[] = []
  for (let index = first; index < Number(options.count); index += step) results.push(await check(index, layoutAt(index)))
  return results
}

async function main(): Promise<void> {
  const fixed = fixedAxes()
  if (options.alone) return tryAlone(fixed)
  const arbitrary = layoutArbitrary(fixed)
  const layoutAt = (index: number): Layout => drawLayout(Number(options.seed), index, arbitrary)
  if (options.show !== undefined) return show(Number(options.show), layoutAt(Number(options.show)))
  if (options.dump) {
    mkdirSync(options.dump, { recursive: true })
    for (let index = 0; index < Number(options.count); index++) await dump(options.dump, index, layoutAt(index))
    return
  }
  const jobs = Number(options.jobs)
  if (options.part !== undefined) {
    process.send?.(await checkAll(layoutAt, Number(options.part), jobs))
    return
  }
  const start = performance.now()
  const results =
    jobs > 1
      ? (await Promise.all(Array.from({ length: jobs }, (_, part) => shareOf(part)))).flat().sort((a, b) => a.index - b.index)
      : await checkAll(layoutAt, 0, 1)
  const shown = { misses: Number(options.misses), lifts: Number(options.lifts) }
  console.log(summaryOf(results, performance.now() - start, shown))
}

await main()

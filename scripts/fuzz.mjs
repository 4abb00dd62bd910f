#!/usr/bin/env node
// Damaged reports of every format through the parser: `npm run fuzz -- --count 100000 [--seed 1] [--from 0] [--jobs 2] [--keep DIR] [--folder DIR]`.
// `--folder` takes the reports of a folder, composed by `npm run layouts -- --dump DIR`, instead of the fixtures.
// Run `npm run build` first. Every input is told by its seed and number, so that one can be tried again: `--seed 1 --from 4711 --count 1`.
// A fault: an exception, no end within the time limit, memory over the limit, a record that breaks its schema or its own text, a record that
// JSON or the store would not give back. Repairs (`grounding_repaired`) are no fault of the record, but of a rule: they are counted by what was
// repaired, each kind with the first inputs that show it.
import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { fixtures, inputOf } from '../bench/mutate.mjs'

const { values: opt } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    jobs: { type: 'string', default: '2' },
    seconds: { type: 'string', default: '20' },
    heap: { type: 'string', default: '600' },
    keep: { type: 'string' },
    folder: { type: 'string' },
  },
})
const [count, seed, from, jobs, seconds, heap] = [opt.count, opt.seed, opt.from, opt.jobs, opt.seconds, opt.heap].map(Number)
const all = fixtures(opt.folder)
const entry = new URL('./fuzz-worker.mjs', import.meta.url)

let next = from
let done = 0
let repaired = 0
/** What was repaired → how many inputs showed it, and the first of them. */
const kinds = new Map()
let items = 0
const slowest = { ms: 0, index: -1 }
const faults = []
const formats = new Map()

const tell = (index, why) => {
  const { name, bytes, steps } = inputOf(all, seed, index)
  faults.push({ index, name, why })
  console.log(`FAULT  --seed ${seed} --from ${index} --count 1  ${name}  ${why}`)
  if (opt.keep === undefined) return
  mkdirSync(opt.keep, { recursive: true })
  writeFileSync(`${opt.keep}/${seed}-${index}.${name.split('.').pop()}`, bytes)
  writeFileSync(`${opt.keep}/${seed}-${index}.json`, JSON.stringify({ name, why, steps }, null, 2))
}

/** One thread, started again where an input has ended it. */
const run = () =>
  new Promise((finished) => {
    const start = () => {
      const worker = new Worker(entry, {
        workerData: { seed, folder: opt.folder },
        resourceLimits: { maxOldGenerationSizeMb: heap },
      })
      let index = -1
      let timer
      const give = () => {
        clearTimeout(timer)
        if (next >= from + count) {
          void worker.terminate()
          finished()
          return
        }
        index = next++
        timer = setTimeout(() => lose(`no end within ${seconds} s`), seconds * 1000)
        worker.postMessage(index)
      }
      const lose = (why) => {
        clearTimeout(timer)
        worker.removeAllListeners('message').removeAllListeners('error')
        worker.on('error', () => {})
        tell(index, why)
        done++
        void worker.terminate().then(start)
      }
      worker.on('message', ({ fault, repairs, found, ms, format }) => {
        done++
        formats.set(format, (formats.get(format) ?? 0) + 1)
        items += found
        if (repairs.length > 0) repaired++
        for (const kind of new Set(repairs)) {
          const seen = kinds.get(kind) ?? { inputs: 0, first: [] }
          kinds.set(kind, { inputs: seen.inputs + 1, first: seen.first.length < 6 ? [...seen.first, index] : seen.first })
        }
        if (ms > slowest.ms) Object.assign(slowest, { ms, index })
        if (fault) tell(index, fault)
        if (done % 5000 === 0) console.log(`${done} inputs, ${faults.length} faults, ${repaired} with repairs`)
        give()
      })
      worker.on('error', (error) => lose(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? `over ${heap} MB` : String(error)))
      give()
    }
    start()
  })

const started = performance.now()
await Promise.all(Array.from({ length: Math.max(1, jobs) }, run))
console.log(
  `${done} inputs (${[...formats].map(([name, n]) => `${n} ${name}`).join(', ')}) from ${all.length} reports, seed ${seed}: ${faults.length} faults, ` +
    `${repaired} records repaired, ${items} items; slowest ${slowest.ms.toFixed(0)} ms (--from ${slowest.index}); ${((performance.now() - started) / 1000).toFixed(0)} s`,
)
for (const [kind, { inputs, first }] of [...kinds].sort((a, b) => b[1].inputs - a[1].inputs))
  console.log(`  ${inputs} repaired: ${kind} (--from ${first.join(', ')})`)
process.exit(faults.length > 0 ? 1 : 0)

#!/usr/bin/env node
// How the parser's CPU time grows with hostile texts: `npm run bench:linear [-- --length 100000] [--all] [NAME…]`. Run `npm run build` first.
// A text four times as long may take six times as long and a constant; exit 1 where one takes more. What is quadratic takes sixteen times as long.
import { parseArgs } from 'node:util'
import { parseReport } from '../dist/pipeline/parse.js'
import { hostile } from './hostile.mjs'

const { values: opt, positionals } = parseArgs({
  allowPositionals: true,
  options: { length: { type: 'string', default: '100000' }, all: { type: 'boolean' } },
})
const length = Number(opt.length)
const names = Object.keys(hostile).filter((name) => positionals.length === 0 || positionals.some((part) => name.includes(part)))

async function milliseconds(bytes) {
  let best = Number.POSITIVE_INFINITY
  for (let k = 0; k < 2; k++) {
    const start = process.cpuUsage()
    await parseReport(bytes, 'hostile')
    const { user, system } = process.cpuUsage(start)
    best = Math.min(best, (user + system) / 1e3)
    if (best > 2000) break
  }
  return best
}

const encoder = new TextEncoder()
const found = []
for (const name of names) {
  const times = []
  for (const n of [length / 4, length / 2, length]) {
    times.push(await milliseconds(encoder.encode(hostile[name](n))))
    // the next would only take longer
    if (times.at(-1) > 20_000) break
  }
  const [one, , four = Number.POSITIVE_INFINITY] = times
  const grows = four > one * 6 + 100
  if (grows) found.push(name)
  if (grows || opt.all)
    console.log(
      `${grows ? 'GROWS' : '     '} ${name.padEnd(48)} ${times.map((ms) => `${ms.toFixed(0).padStart(7)} ms`).join('')}`,
    )
  else if (four > 2000) console.log(`slow  ${name.padEnd(48)} ${times.map((ms) => `${ms.toFixed(0).padStart(7)} ms`).join('')}`)
}
console.log(`${names.length} hostile texts of ${length} characters; the time of ${found.length} grows faster than their length`)
process.exit(found.length > 0 ? 1 : 0)

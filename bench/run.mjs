#!/usr/bin/env node
// How fast reports are parsed and taken in: `npm run bench [-- --mb 30] [--reports DIR]`. Run `npm run build` first.
// Parse speed (one thread) stands beside two floors measured in the same run: decoding the same bytes, and one regex pass over them.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openLedger } from '../dist/output/store/index.js'
import { readText } from '../dist/parsers/readers/text.js'
import { parseReport, parseTree } from '../dist/pipeline/parse.js'
import { parserVersion } from '../dist/pipeline/version.js'
import { findReports } from './reports.mjs'

const { values: opt } = parseArgs({ options: { mb: { type: 'string', default: '30' }, reports: { type: 'string' } } })
const { files, where } = findReports(opt.reports)
const once = files.reduce((n, f) => n + f.length, 0)
const rounds = Math.max(1, Math.round((Number(opt.mb) * 1e6) / once))
console.log(
  `${files.length} reports of ${where}, ${(once / 1e3).toFixed(0)} kB, repeated ${rounds} times: ${((once * rounds) / 1e6).toFixed(1)} MB; node ${process.version}`,
)

/** Seconds of each of `times` rounds of `work` over all files, the fastest first. */
function seconds(times, work) {
  const each = Array.from({ length: times }, () => {
    const start = process.hrtime.bigint()
    for (const file of files) work(file)
    return Number(process.hrtime.bigint() - start) / 1e9
  })
  return each.sort((a, b) => a - b)
}
const speed = (s) => (once / 1e6 / s).toFixed(1).padStart(8)
/** The median round; the fastest tells what the code can do on a machine that others load. */
const show = (name, each) =>
  console.log(`${name.padEnd(44)} ${speed(each[Math.floor(each.length / 2)])} MB/s, fastest round ${speed(each[0])} MB/s`)

let sink = 0
const decoder = new TextDecoder('utf-8')
const texts = files.map((f) => decoder.decode(f))
const parse = (file) => {
  sink += parseTree(readText(file), file, 'bench').report.items.length
}
seconds(Math.max(1, Math.ceil(rounds / 3)), parse) // warm-up: the engine goes on compiling for some thirty rounds
show(
  'floor: decode',
  seconds(rounds, (f) => {
    sink += decoder.decode(f).length
  }),
)
const words = /[一二三四五六七八九十\d]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]/g
let at = 0
show(
  'floor: decode and one regex pass',
  seconds(rounds, (f) => {
    at = (at + 1) % texts.length
    for (const _ of decoder.decode(f).matchAll(words)) sink++
  }),
)
show('parse: bytes to record, one thread', seconds(rounds, parse))

// a report ten times as long: the same report's text ten times over
const [long] = [...files].sort((a, b) => b.length - a.length)
const ten = Buffer.concat(Array.from({ length: 10 }, () => long))
const time = (bytes, n) => {
  const start = process.hrtime.bigint()
  for (let k = 0; k < n; k++) sink += parseTree(readText(bytes), bytes, 'bench').report.items.length
  return Number(process.hrtime.bigint() - start) / 1e9 / n
}
time(long, 5)
const [one, tenfold] = [time(long, 20), time(ten, 4)]
console.log(
  `${'a report 10 times as long takes'.padEnd(44)} ${(tenfold / one).toFixed(1).padStart(8)} times (${(one * 1e3).toFixed(1)} ms, ${(tenfold * 1e3).toFixed(1)} ms)`,
)

// into a ledger: distinct bytes, so that every report is new
const dir = mkdtempSync(join(tmpdir(), 'taizhang-bench-'))
try {
  const ledger = openLedger(join(dir, 'bench.db'))
  const n = Math.max(files.length, Math.round(4e6 / (once / files.length)))
  let bytes = 0
  const start = process.hrtime.bigint()
  for (let k = 0; k < n; k++) {
    const source = Buffer.concat([files[k % files.length], Buffer.from(`\n${k}`)])
    bytes += source.length
    const { report } = await parseReport(source, `report-${k}.txt`)
    ledger.put(report, { parserVersion: parserVersion() })
  }
  const s = Number(process.hrtime.bigint() - start) / 1e9
  ledger.close()
  console.log(
    `${'ingest: parse, check and store'.padEnd(44)} ${(bytes / 1e6 / s).toFixed(1).padStart(8)} MB/s, ${(n / s).toFixed(0)} reports/s`,
  )
} finally {
  rmSync(dir, { recursive: true, force: true })
}
if (sink < 0) console.log(sink)

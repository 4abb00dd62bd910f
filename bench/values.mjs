#!/usr/bin/env node
// Speed of dates and quantities, beside Recognizers-Text (all its Chinese models for figures and dates, line by line) in the same run.
//
//   npm run build && npm ci --prefix bench && node bench/values.mjs [--reports DIR] [--megabytes N] [--peer-kilobytes N] [--json]
//
// One thread. Reports are those of --reports (default ../shared/reports), else the project's own fixtures.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const plainText = /\.(?:txt|md)$/

function textFiles(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? textFiles(path) : plainText.test(path) ? [path] : []))
}

function readReports(folder) {
  const found = textFiles(folder)
  const files = found.length > 0 ? found : textFiles(join(root, 'fixtures'))
  return files.map((path) => readFileSync(path, 'utf8'))
}

const bytes = (text) => Buffer.byteLength(text)
const rounds = 3

/** Median seconds of a few runs, after one run that warms up the code. */
function seconds(job, runs = rounds) {
  job()
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    job()
    return (performance.now() - start) / 1000
  }).sort((a, b) => a - b)
  return times[Math.floor(times.length / 2)]
}

async function ours(texts, megabytes) {
  const module = (name) => import(pathToFileURL(join(root, 'dist/parsers/values', name)).href)
  const [{ findDates }, { findQuantities }, { scanValues }] = await Promise.all(
    ['dates.js', 'quantities.js', 'scan.js'].map(module),
  )
  const size = texts.reduce((sum, text) => sum + bytes(text), 0)
  const times = Math.max(1, Math.round((megabytes * 1e6) / size))
  const context = { year: null }
  let mentions = 0
  const values = seconds(() => {
    mentions = 0
    for (let i = 0; i < times; i++)
      for (const text of texts) {
        const dates = findDates(text, context)
        mentions += dates.length + findQuantities(text, { skip: dates.map((date) => date.span) }).length
      }
  })
  const all = seconds(() => {
    for (let i = 0; i < times; i++) for (const text of texts) scanValues(text, context)
  }, 1)
  const done = (size * times) / 1e6
  return { megabytes: done, mentions: mentions / times, speed: done / values, scan: done / all }
}

const peerName = '@microsoft/recognizers-text-suite'
const peerModels = ['DateTime', 'Number', 'Ordinal', 'Percentage', 'Currency', 'Dimension', 'Temperature', 'Age']

function peer(texts, kilobytes) {
  let suite
  try {
    suite = createRequire(join(root, 'bench/package.json'))(peerName)
  } catch {
    return null
  }
  const lines = []
  let size = 0
  for (const line of texts.join('\n').split('\n')) {
    if (size >= kilobytes * 1000) break
    if (line.trim() === '') continue
    lines.push(line)
    size += bytes(line)
  }
  const read = (line) =>
    peerModels.reduce((sum, model) => sum + suite[`recognize${model}`](line, suite.Culture.Chinese).length, 0)
  for (const line of lines.slice(0, 20)) read(line)
  const start = performance.now()
  let mentions = 0
  for (const line of lines) mentions += read(line)
  return { megabytes: size / 1e6, mentions, speed: size / 1e6 / ((performance.now() - start) / 1000) }
}

/** Measures both; `peer` is null where it is not installed. */
export async function benchValues({ reports = join(root, '../shared/reports'), megabytes = 10, peerKilobytes = 400 } = {}) {
  const texts = readReports(reports)
  if (texts.length === 0) throw new Error('no report to read: give a folder with --reports')
  return { ours: await ours(texts, megabytes), peer: peer(texts, peerKilobytes) }
}

function print({ ours: own, peer: other }) {
  const figure = (value) => (value >= 10 ? value.toFixed(1) : value.toPrecision(2))
  console.log(
    `dates and quantities    ${figure(own.speed).padStart(8)} MB/s   (${figure(own.megabytes)} MB, ${own.mentions} mentions a round)`,
  )
  console.log(`all values (scanValues) ${figure(own.scan).padStart(8)} MB/s`)
  if (!other) {
    console.log(`${peerName} is not installed: no comparison. Install it with: npm ci --prefix bench`)
    return
  }
  console.log(
    `Recognizers-Text        ${figure(other.speed * 1000).padStart(8)} kB/s   (${figure(other.megabytes)} MB by line, ${peerModels.join(', ')})`,
  )
  console.log(
    `ratio                   ${Math.round(own.speed / other.speed)
      .toString()
      .padStart(8)} times as fast`,
  )
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values: options } = parseArgs({
    options: {
      reports: { type: 'string' },
      megabytes: { type: 'string', default: '10' },
      'peer-kilobytes': { type: 'string', default: '400' },
      json: { type: 'boolean', default: false },
    },
  })
  if (!existsSync(join(root, 'dist/parsers/values/quantities.js'))) {
    console.error('dist/ is missing: run npm run build first')
    process.exit(1)
  }
  const result = await benchValues({
    ...(options.reports === undefined ? {} : { reports: options.reports }),
    megabytes: Number(options.megabytes),
    peerKilobytes: Number(options['peer-kilobytes']),
  })
  if (options.json) console.log(JSON.stringify(result, null, 2))
  else print(result)
}

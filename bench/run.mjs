#!/usr/bin/env node
// How fast everything is, in one table, each figure beside its floor of the same run: `npm run bench [-- --reports DIR] [--rounds 5]
// [--ingest DIR] [--keep]`. Run `npm run build` first. Speeds go by CPU time. `--ingest` takes these reports for ingest and the commands,
// else copies of the first. `--keep` puts the figures into bench/figures.jsonl, one line a commit, so that a loss is seen.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { growthRows } from './growth.mjs'
import { allocated, interleaved } from './measure.mjs'
import { findReports } from './reports.mjs'
import { stages } from './stages.mjs'

const { values: opt } = parseArgs({
  options: {
    reports: { type: 'string' },
    ingest: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    count: { type: 'string', default: '200' },
    keep: { type: 'boolean', default: false },
    /** Of a process that this one starts. */
    allocations: { type: 'boolean', default: false },
  },
})
const self = fileURLToPath(import.meta.url)
const runner = fileURLToPath(new URL('command.mjs', import.meta.url))
const round = (value, digits = 3) => Number(value.toPrecision(digits))

/** CPU seconds, MB and seconds on the clock of a command in a process of its own; the least of some runs. */
function took(args, runs = 3) {
  let least = null
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    const { stderr } = spawnSync(process.execPath, [runner, JSON.stringify(args)], { encoding: 'utf8' })
    const wall = (performance.now() - start) / 1e3
    const told = /BENCH (.*)$/.exec(stderr)
    if (!told) throw new Error(`${args?.join(' ')}: ${stderr}`)
    const one = { ...JSON.parse(told[1]), wall }
    if (!least || one.cpu < least.cpu) least = one
  }
  return least
}

/** Distinct reports in a folder. */
function ingestFolder(dir, files) {
  if (opt.ingest) return opt.ingest
  const folder = join(dir, 'in')
  mkdirSync(folder)
  for (let k = 0; k < Number(opt.count); k++)
    writeFileSync(
      join(folder, `${String(k).padStart(5, '0')}.txt`),
      Buffer.concat([files[k % files.length], Buffer.from(`\n${k}`)]),
    )
  return folder
}

async function stageRows(files) {
  const { all, sizes, end } = await stages(files)
  const rows = []
  for (const { name, bytes, work, floorName, floor } of all) {
    const [own, least] = await interleaved(work, floor, Number(opt.rounds))
    const [speed, most] = [bytes / 1e6 / own, bytes / 1e6 / least]
    rows.push({ name, figure: round(speed), unit: 'MB/s', floorName, floor: round(most), share: round((100 * speed) / most) })
  }
  for (const { name, ratio } of sizes)
    rows.push({
      name: `size: ${name}`,
      figure: round(ratio),
      unit: '× its input',
      floorName: 'the input',
      floor: 1,
      share: null,
    })
  end()
  return rows
}

async function allocationRows(files) {
  const { all, end } = await stages(files)
  const found = {}
  for (const { name, bytes, work } of all) found[name] = round((await allocated(work)) / bytes)
  end()
  return found
}

/** Ingest with one thread and two, and what the commands take over what it made. */
function commandRows(dir, files) {
  const folder = ingestFolder(dir, files)
  const names = readdirSync(folder)
  const bytes = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
  const none = took(null)
  const rows = []
  const db = join(dir, 'bench.db')
  for (const jobs of [1, 2]) {
    for (const end of ['', '-wal', '-shm']) rmSync(db + end, { force: true })
    const { cpu, mb, wall } = took(['ingest', folder, '--db', db, '--jobs', String(jobs), '--quiet'], 1)
    const told = {
      unit: 'reports/s',
      floorName: 'by CPU time',
      floor: round(names.length / cpu),
      share: null,
      mb: Math.round(mb),
    }
    rows.push({ name: `ingest ${names.length} reports, --jobs ${jobs}`, figure: round(names.length / wall), ...told })
  }
  rows.push({
    name: 'size: the ledger of these',
    figure: round(statSync(db).size / bytes),
    unit: '× its input',
    floorName: 'the input',
    floor: 1,
    share: null,
  })
  const small = join(
    folder,
    names.sort((a, b) => Math.abs(statSync(join(folder, a)).size - 3e3) - Math.abs(statSync(join(folder, b)).size - 3e3))[0],
  )
  for (const args of [
    ['parse', small],
    ['list', '--db', db, '--limit', '20'],
    ['list', '--items', '--db', db, '--limit', '20'],
    ['due', '--db', db],
    ['search', '污水', '--db', db],
    ['search', '整改不到位', '--db', db],
  ]) {
    const { cpu, mb } = took(args)
    const name = args
      .filter((arg) => arg !== '--db' && arg !== db)
      .join(' ')
      .replace(folder, '…')
    rows.push({
      name: `command: ${name}`,
      figure: round(cpu),
      unit: 's CPU',
      floorName: 'Node alone',
      floor: round(none.cpu),
      share: null,
      mb: Math.round(mb),
    })
  }
  return rows
}

function print(rows) {
  const head = ['', 'figure', '', 'floor', '', 'share', 'bytes allocated a byte', 'MB']
  const cells = rows.map(({ name, figure, unit, floorName, floor, share, allocations, mb }) =>
    [name, figure, unit, floor, floorName, share === null ? '' : `${share} %`, allocations ?? '', mb ?? ''].map(String),
  )
  const wide = head.map((_, column) => Math.max(...[head, ...cells].map((row) => row[column].length)))
  for (const row of [head, ...cells])
    console.log(
      row
        .map((cell, column) => (/^[\d.]/.test(cell) ? cell.padStart(wide[column]) : cell.padEnd(wide[column])))
        .join('  ')
        .trimEnd(),
    )
}

/** One line a commit; a later run of the same commit takes the place of the earlier. */
function keep(rows) {
  const path = fileURLToPath(new URL('figures.jsonl', import.meta.url))
  const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).trim()
  const commit =
    git('rev-parse', '--short=12', 'HEAD') + (git('status', '--porcelain', '--untracked-files=no') === '' ? '' : '+')
  const lines = existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line !== '' && JSON.parse(line).commit !== commit)
    : []
  const figures = Object.fromEntries(
    rows.map(({ name, figure, floor, allocations }) => [
      name,
      [figure, floor, ...(allocations === undefined ? [] : [allocations])],
    ]),
  )
  const [before] = lines.slice(-1).map((line) => JSON.parse(line))
  lines.push(JSON.stringify({ commit, node: process.version, figures }))
  writeFileSync(path, `${lines.join('\n')}\n`)
  for (const [name, [figure, floor]] of Object.entries(figures)) {
    const [was, wasFloor] = before?.figures[name] ?? []
    // Against the floor, for the machine may be another, or busy.
    if (was && figure / floor < (was / wasFloor) * 0.85 && !/^(size|command|a report|twice)/.test(name))
      console.log(`slower than at ${before.commit}: ${name}`)
  }
}

async function main() {
  const { files, where } = findReports(opt.reports)
  if (opt.allocations) return console.log(JSON.stringify(await allocationRows(files)))
  const size = files.reduce((sum, file) => sum + file.length, 0)
  console.log(
    `${files.length} reports of ${where}, ${(size / 1e3).toFixed(0)} kB; node ${process.version}; CPU time, the least of ${opt.rounds} rounds\n`,
  )
  const flags = ['--expose-gc', '--min-semi-space-size=256', '--max-semi-space-size=256']
  const child = spawnSync(
    process.execPath,
    [...flags, self, '--allocations', ...(opt.reports ? ['--reports', opt.reports] : [])],
    { encoding: 'utf8' },
  )
  const allocations = JSON.parse(child.stdout.trim().split('\n').at(-1))
  const dir = mkdtempSync(join(tmpdir(), 'taizhang-bench-'))
  try {
    const rows = [
      ...(await stageRows(files)).map((row) => ({ ...row, allocations: allocations[row.name] })),
      ...(await growthRows(Number(opt.rounds))).map(({ figure, floor, ...row }) => ({
        ...row,
        figure: round(figure),
        floor: round(floor),
        share: round((100 * floor) / figure),
      })),
      ...commandRows(dir, files),
    ]
    print(rows)
    if (opt.keep) keep(rows)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

await main()

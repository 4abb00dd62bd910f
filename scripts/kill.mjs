#!/usr/bin/env node
// Kills the program with signal 9 at random points of ingest, export and migration, and looks whether anything was lost:
// `npm run kill -- --points 200 [--seed 1]`. Run `npm run build` first. After each kill the ledger must be whole, and once the work is
// taken up again, it must be the same as one that was never interrupted. A quarter of the points fall into export and migration each.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { fixtures, numbers } from '../bench/mutate.mjs'
import { checkExport } from '../dist/output/export/index.js'
import { openLedger } from '../dist/output/store/index.js'
import { first } from '../dist/output/store/migrations/first.js'
import { APPLICATION_ID } from '../dist/output/store/schema.js'

const { values: opt } = parseArgs({
  options: {
    points: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    reports: { type: 'string', default: '40' },
  },
})
const points = Number(opt.points)
const random = numbers(Number(opt.seed))
const bin = fileURLToPath(new URL('../bin/taizhang.js', import.meta.url))
const dir = mkdtempSync(join(tmpdir(), 'taizhang-kill-'))
const at = (...parts) => join(dir, ...parts)

const run = (...args) => spawnSync(process.execPath, [bin, ...args], { cwd: dir, encoding: 'utf8' })

/** Starts the command and kills it after so many milliseconds; true where it was still at work. */
const killed = (delay, ...args) =>
  new Promise((done) => {
    const child = spawn(process.execPath, [bin, ...args], { cwd: dir, stdio: 'ignore' })
    const timer = setTimeout(() => child.kill('SIGKILL'), delay)
    child.on('exit', (_code, signal) => {
      clearTimeout(timer)
      done(signal === 'SIGKILL')
    })
  })

/** Every row of every table, hashed; the pages of the search index are told by what it answers. */
const contents = (file) => {
  const db = new Database(file, { readonly: true })
  const hash = createHash('sha256')
  const names = db
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%' ORDER BY name",
    )
    .pluck()
    .all()
  for (const name of names)
    for (const row of db
      .prepare(`SELECT * FROM ${name}`)
      .raw()
      .all()
      .map((one) => JSON.stringify(one))
      .sort())
      hash.update(row)
  db.close()
  return hash.digest('hex')
}
/** The files of a folder with their hashes; the folder in which a killed export made its own is not among them. */
const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !relative(folder, path).startsWith('.'))
    .map((path) => [relative(folder, path), createHash('sha256').update(readFileSync(path)).digest('hex')])
    .sort()
const _scraps = (folder) => readdirSync(folder).filter((name) => name.startsWith('.'))

const faults = []
const fault = (what, why) => {
  faults.push(what)
  console.log(`FAULT  ${what}: ${why}`)
}
/** The ledger, where there is one, is whole. */
const look = (what, file) => {
  if (!existsSync(file)) return
  try {
    const ledger = openLedger(file, { readonly: true })
    for (const { kind, message } of ledger.faults()) fault(what, `${kind}: ${message}`)
    ledger.close()
  } catch (error) {
    if (!['not_found', 'earlier_schema'].includes(error.code)) fault(what, error.message)
  }
}

const texts = fixtures().filter(({ name }) => /\.(txt|html|docx)$/.test(name))
mkdirSync(at('in'))
for (let n = 0; n < Number(opt.reports); n++) {
  const { name, bytes } = texts[n % texts.length]
  const extension = name.split('.').pop()
  const varied = extension === 'txt' ? Buffer.concat([Buffer.from(bytes), Buffer.from(`\n附注${n}。\n`)]) : bytes
  writeFileSync(at('in', `${n}.${extension}`), varied)
}

const clock = (work) => {
  const start = performance.now()
  work()
  return performance.now() - start
}
const share = { ingest: Math.ceil(points / 2), export: Math.ceil(points / 4), migration: Math.floor(points / 4) }
let struck = 0

const ingestTime = clock(() => run('ingest', 'in', '--db', 'whole.db', '--quiet', '--jobs', '1'))
const whole = contents(at('whole.db'))
for (let n = 0; n < share.ingest; n++) {
  for (const name of readdirSync(dir)) if (name.startsWith('one.db')) rmSync(at(name))
  const delay = random() * ingestTime
  if (await killed(delay, 'ingest', 'in', '--db', 'one.db', '--quiet', '--jobs', '1')) struck++
  const what = `ingest, ${delay.toFixed(0)} ms`
  look(what, at('one.db'))
  run('ingest', 'in', '--db', 'one.db', '--quiet', '--jobs', '1')
  look(what, at('one.db'))
  if (contents(at('one.db')) !== whole) fault(what, 'the ledger is not the same after it was taken up again')
}
console.log(`ingest: ${share.ingest} points, ${faults.length} faults`)

const exported = ['--db', 'whole.db', '--format', 'csv,jsonl,xlsx,datapackage']
run('ingest', 'in/0.txt', '--db', 'small.db', '--quiet')
run('export', '--db', 'small.db', '--format', 'csv,jsonl,xlsx,datapackage', '--to', 'earlier', '--quiet')
const exportTime = clock(() => run('export', '--to', 'all', '--quiet', ...exported))
const earlier = JSON.stringify(files(at('earlier')))
const all = JSON.stringify(files(at('all')))
for (let n = 0; n < share.export; n++) {
  rmSync(at('out'), { recursive: true, force: true })
  cpSync(at('earlier'), at('out'), { recursive: true })
  const delay = random() * exportTime
  if (await killed(delay, 'export', '--to', 'out', '--quiet', ...exported)) struck++
  const what = `export, ${delay.toFixed(0)} ms`
  const left = files(at('out'))
  const said = checkExport(at('out')).faults.length === 0
  const is = [earlier, all].includes(JSON.stringify(left))
  if (said && !is) fault(what, 'a mixed set is said to be whole')
  if (!said && is) fault(what, 'a whole set is said not to be')
  run('export', '--to', 'out', '--quiet', ...exported)
  if (JSON.stringify(files(at('out'))) !== all)
    fault(what, 'the export is not the same after it was made again, or something was left')
}
console.log(`export: ${share.export} points, ${faults.length} faults`)

const old = () => {
  const db = new Database(at('old.db'))
  db.exec(first)
  db.pragma('foreign_keys = OFF')
  db.exec(`ATTACH '${at('whole.db')}' AS filled`)
  const tables = db
    .prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%' AND name <> 'meta'")
    .pluck()
    .all()
  for (const table of tables) {
    const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table).join(', ')
    db.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM filled.${table}`)
  }
  db.exec('DETACH filled')
  db.pragma('journal_mode = WAL')
  db.pragma(`application_id = ${APPLICATION_ID}`)
  db.pragma('user_version = 1')
  db.close()
}
if (share.migration > 0) {
  old()
  cpSync(at('old.db'), at('new.db'))
  const migrationTime = clock(() => run('index', '--db', 'new.db', '--quiet'))
  const migrated = contents(at('new.db'))
  for (let n = 0; n < share.migration; n++) {
    for (const name of readdirSync(dir)) if (name.startsWith('one.db')) rmSync(at(name))
    cpSync(at('old.db'), at('one.db'))
    const delay = random() * migrationTime
    if (await killed(delay, 'index', '--db', 'one.db', '--quiet')) struck++
    const what = `migration, ${delay.toFixed(0)} ms`
    look(what, at('one.db'))
    run('index', '--db', 'one.db', '--quiet')
    look(what, at('one.db'))
    if (contents(at('one.db')) !== migrated) fault(what, 'the ledger is not the same after it was taken up again')
  }
}
console.log(
  `${share.ingest + share.export + share.migration} points (${share.ingest} of ingest, ${share.export} of export, ${share.migration} of migration), ` +
    `${struck} hit the program at work, seed ${opt.seed}: ${faults.length} faults`,
)
rmSync(dir, { recursive: true })
process.exit(faults.length > 0 ? 1 : 0)

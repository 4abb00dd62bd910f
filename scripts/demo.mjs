#!/usr/bin/env node
// The main job on the project's own fixtures: reports → ledger → data set. `npm run demo` runs it.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(root)
const reports = readdirSync('fixtures')
  .map((name) => join('fixtures', name))
  .filter(
    (dir) => existsSync(join(dir, 'about.json')) && JSON.parse(readFileSync(join(dir, 'about.json'), 'utf8')).kind === 'report',
  )
  .flatMap((dir) =>
    readdirSync(dir)
      .filter((file) => file.startsWith('report.'))
      .map((file) => join(dir, file)),
  )

/** Runs the command as a user would. */
function taizhang(...args) {
  const shown = args.length > 8 ? [args[0], 'fixtures/…', ...args.slice(-3)] : args
  console.log(`\n$ taizhang ${shown.join(' ')}`)
  const { status } = spawnSync(process.execPath, [join('bin', 'taizhang.js'), ...args], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
const db = join('out', 'demo.db')
taizhang('ingest', ...reports, '--db', db, '--reset')
taizhang('export', '--to', join('out', 'dataset'), '--format', 'csv,jsonl,xlsx,datapackage', '--db', db, '--quiet')
console.log(`\nThe ledger is ${relative(root, db)}, the data set is in out/dataset. Next:`)
console.log(`  npx taizhang list --items --status in_progress --db ${db}`)
console.log(`  npx taizhang search 污水 --db ${db}`)
console.log('To look at it in a browser:')
console.log(`  npx taizhang serve --db ${db}          then open the address that it prints`)
console.log(`  npx taizhang site --to ${join('out', 'site')} --db ${db}   then open ${join('out', 'site', 'index.html')}`)

#!/usr/bin/env node
// What one core takes in, and what several workers do, in SQLite and in Postgres: `DATABASE_URL=postgres://… npm run bench:scale [-- --reports 600]`.
// Run `npm run build` first. The reports are made up: counties with a plan and the progress of two years, ten problems each.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { writeCounties } from './counties.mjs'

const { values: opt } = parseArgs({
  options: { reports: { type: 'string', default: '600' }, workers: { type: 'string', default: '1,2' } },
})
const wanted = Number(opt.reports)
const server = process.env.DATABASE_URL
const command = fileURLToPath(new URL('../bin/taizhang.js', import.meta.url))
const dir = mkdtempSync(join(tmpdir(), 'taizhang-scale-'))
try {
  const folder = join(dir, 'reports')
  const bytes = writeCounties(folder, wanted)
  console.log(`${wanted} reports, ${(bytes / 1e6).toFixed(1)} MB; node ${process.version}`)
  const run = (...args) => {
    const start = process.hrtime.bigint()
    const { status, stderr } = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    return Number(process.hrtime.bigint() - start) / 1e9
  }
  const told = (name, seconds, more = '') =>
    console.log(
      `${name.padEnd(46)} ${seconds.toFixed(1).padStart(7)} s ${(wanted / seconds).toFixed(1).padStart(7)} reports/s ${more}`,
    )
  const lite = join(dir, 'lite.db')
  for (const jobs of ['1', '2']) {
    rmSync(lite, { force: true })
    const seconds = run('ingest', folder, '--db', lite, '--jobs', jobs, '--quiet')
    told(`SQLite, ingest --jobs ${jobs}`, seconds, `${((statSync(lite).size / wanted) * 1e-3).toFixed(1)} kB a report`)
  }
  if (server) {
    const { default: pg } = await import('pg')
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    const ledger = async (nth) => {
      const schema = `scale_${nth}`
      await client.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE; DROP SCHEMA IF EXISTS ${schema}_queue CASCADE`)
      const url = new URL(server)
      url.searchParams.set('schema', schema)
      return url.href
    }
    const size = async (nth) => {
      const { rows } = await client.query(
        `SELECT c.relname AS name, pg_total_relation_size(c.oid)::float8 AS bytes FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relkind = 'r' ORDER BY 2 DESC`,
        [`scale_${nth}`],
      )
      const all = rows.reduce((sum, row) => sum + row.bytes, 0)
      return `${((all / wanted) * 1e-3).toFixed(1)} kB a report (${rows
        .slice(0, 4)
        .map((row) => `${row.name} ${Math.round((100 * row.bytes) / all)}%`)
        .join(', ')})`
    }
    for (const jobs of ['1', '2']) {
      const name = await ledger(jobs)
      told(`Postgres, ingest --jobs ${jobs}`, run('ingest', folder, '--db', name, '--jobs', jobs, '--quiet'), await size(jobs))
    }
    for (const workers of opt.workers.split(',').map(Number)) {
      const name = await ledger(`w${workers}`)
      run('ingest', folder, '--db', name, '--queue', '--quiet')
      const start = process.hrtime.bigint()
      const ended = Array.from({ length: workers }, () => {
        const child = spawn(process.execPath, [command, 'work', '--db', name, '--jobs', '1', '--until-done', '--quiet'], {
          stdio: 'inherit',
        })
        return new Promise((resolve, reject) =>
          child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`exit ${code}`)))),
        )
      })
      let stored = null
      const look = setInterval(async () => {
        const { rows } = await client.query(
          `SELECT count(*)::int AS open FROM scale_w${workers}_queue.job WHERE name = 'documents' AND state <> 'completed'`,
        )
        if (rows[0].open === 0) stored ??= Number(process.hrtime.bigint() - start) / 1e9
      }, 200)
      await Promise.all(ended)
      clearInterval(look)
      const seconds = Number(process.hrtime.bigint() - start) / 1e9
      told(`Postgres, ${workers} worker${workers > 1 ? 's' : ''}, read and stored`, stored ?? seconds)
      told(`Postgres, ${workers} worker${workers > 1 ? 's' : ''}, linked too`, seconds)
    }
    await client.end()
  }
} finally {
  rmSync(dir, { recursive: true, force: true })
}

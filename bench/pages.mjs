#!/usr/bin/env node
// How fast pages are: `npm run bench:pages [-- --reports 1000] [--counties] [--db FILE] [--site]`. Run `npm run build` first.
// Without --db a ledger is made of composed reports (`npm run layouts -- --dump`). The first figure of a page is that of a ledger just
// opened, the second the median of the next five, each by a server just started, so that
// nothing that it keeps helps; the third, of a server that keeps what it has counted.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createApp } from '../dist/output/serve/app.js'
import { writeSite } from '../dist/output/site/index.js'
import { openLedger } from '../dist/output/store/index.js'
import { writeCounties } from './counties.mjs'

const { values: opt } = parseArgs({
  options: {
    reports: { type: 'string', default: '1000' },
    db: { type: 'string' },
    site: { type: 'boolean', default: false },
    counties: { type: 'boolean', default: false },
  },
})
const root = fileURLToPath(new URL('..', import.meta.url))
const dir = mkdtempSync(join(tmpdir(), 'taizhang-pages-'))

/** A ledger of composed reports. */
function compose() {
  const [dump, db] = [join(dir, 'reports'), join(dir, 'bench.db')]
  const run = (command, args) => {
    const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    if (status !== 0 && status !== 1) process.exit(status ?? 1)
  }
  if (opt.counties) writeCounties(dump, Number(opt.reports))
  else run('npm', ['run', '--silent', 'layouts', '--', '--dump', dump, '--count', opt.reports])
  for (const name of readdirSync(dump)) if (name.endsWith('.json')) rmSync(join(dump, name))
  run(process.execPath, [join(root, 'bin/taizhang.js'), 'ingest', dump, '--db', db, '--quiet'])
  return db
}

/** Milliseconds of the processor, which other work on the machine does not lengthen. */
const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e3
}
const ms = (from) => Number(process.hrtime.bigint() - from) / 1e6
const bytesUnder = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce((sum, name) => {
    const stat = statSync(join(folder, name))
    return stat.isFile() ? sum + stat.size : sum
  }, 0)

try {
  const db = opt.db ?? compose()
  const host = 'localhost:1'
  const options = { lang: 'zh', write: false, hosts: new Set([host]), token: null, formToken: 'x', today: () => '2024-06-30' }
  const first = openLedger(db, { readonly: true })
  const reports = first.reports().sort((a, b) => b.items - a.items)
  const middle = reports[Math.floor(reports.length / 2)]
  const long = reports[0]
  const coded = reports.find((one) => one.region?.code)
  const unit = [
    ...first.query(
      "SELECT ifnull(full_name, name) AS name FROM bodies WHERE role IN ('lead_unit', 'responsible_unit') AND kind = 'unit' LIMIT 1",
    ),
  ][0]
  first.close()
  const paths = {
    overview: '/',
    list: '/items',
    'list, page 20': '/items?page=20',
    'list, words': `/items?q=${encodeURIComponent('污水')}`,
    'list, filters': `/items?status=in_progress&region=${encodeURIComponent('湖南省')}&sort=due`,
    'list, unit': `/items?unit=${encodeURIComponent('住建局')}`,
    reports: '/reports',
    due: '/due',
    units: '/units',
    unit: `/unit/${encodeURIComponent(unit.name)}`,
    regions: '/regions',
    'unit, many': `/unit/${encodeURIComponent('住建局')}`,
    ...(coded
      ? { 'region, province': `/region/${coded.region.code.slice(0, 2)}0000`, 'region, county': `/region/${coded.region.code}` }
      : {}),
    review: '/review',
    sources: '/sources',
    'report, middle': `/report/${middle.key}`,
    'report, longest': `/report/${long.key}`,
    problem: `/problem/${middle.key}/1`,
  }
  // Modules and what they compile are a matter of the start, not of a page.
  const warm = openLedger(':memory:')
  await createApp({ ledger: warm, ...options }).request(`http://${host}/`, { headers: { host } })
  warm.close()
  const items = reports.reduce((sum, one) => sum + one.items, 0)
  console.log(
    `${reports.length} reports, ${items} items, ${(statSync(db).size / 1e6).toFixed(0)} MB; longest ${long.items} items`,
  )
  for (const [name, path] of Object.entries(paths)) {
    const ledger = openLedger(db, { readonly: true })
    const times = []
    let busy = 0
    let size = 0
    for (let round = 0; round < 6; round++) {
      const app = createApp({ ledger, ...options })
      const from = process.hrtime.bigint()
      const before = cpu()
      const answer = await app.request(`http://${host}${path}`, { headers: { host } })
      const text = await answer.text()
      times.push(ms(from))
      busy = round === 0 ? 0 : busy + cpu() - before
      size = text.length
      if (answer.status !== 200) console.log(`${name}: status ${answer.status}`)
    }
    const app = createApp({ ledger, ...options })
    const get = () => app.request(`http://${host}${path}`, { headers: { host } }).then((answer) => answer.text())
    await get()
    const from = process.hrtime.bigint()
    for (let round = 0; round < 5; round++) await get()
    const kept = ms(from) / 5
    ledger.close()
    const [opened, ...rest] = times
    const median = rest.sort((a, b) => a - b)[2]
    console.log(
      `${name.padEnd(18)} first ${opened.toFixed(0).padStart(5)} ms, then ${median.toFixed(0).padStart(5)} ms (processor ${(busy / 5).toFixed(0)} ms), kept ${kept.toFixed(0).padStart(4)} ms, ${(size / 1e3).toFixed(0)} kB`,
    )
  }
  if (opt.site) {
    const ledger = openLedger(db, { readonly: true })
    const from = process.hrtime.bigint()
    const { files } = writeSite(ledger, { to: join(dir, 'site'), lang: 'zh' })
    const bytes = bytesUnder(join(dir, 'site'))
    console.log(
      `site: ${files} files, ${(bytes / 1e6).toFixed(1)} MB (${(bytes / statSync(db).size).toFixed(2)} of the ledger) in ${(ms(from) / 1e3).toFixed(1)} s`,
    )
    ledger.close()
  }
} finally {
  rmSync(dir, { recursive: true, force: true })
}

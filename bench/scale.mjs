#!/usr/bin/env node
// What one core takes in, and what several workers do, in SQLite and in Postgres: `DATABASE_URL=postgres://… npm run bench:scale [-- --reports 600]`.
// Run `npm run build` first. The reports are made up: counties with a plan and the progress of two years, ten problems each.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fileURLToPath } from 'node:url'
import { regionTable } from '../dist/parsers/values/region-table.js'

const { values: opt } = parseArgs({
  options: { reports: { type: 'string', default: '600' }, workers: { type: 'string', default: '1,2' } },
})
const wanted = Number(opt.reports)
const server = process.env.DATABASE_URL
const command = fileURLToPath(new URL('../bin/taizhang.js', import.meta.url))
let state = 1
const random = (n) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return Math.floor((state / 2 ** 32) * n)
}
const kinds = [
  (p) => `${p}生活污水收集处理能力不足，城区合流管网长${random(900)}公里，污水处理厂进水浓度只有${random(99)}毫克/升。`,
  (p) => `${p}垃圾填埋场渗滤液处置不规范，场内积存约${random(9000)}吨，防渗膜${random(30)}处破损。`,
  (p) => `矿山修复进度滞后，${p}应修复矿山${random(300)}座，督察时只有${random(90)}座完工，边坡大面积裸露。`,
  (p) => `畜禽养殖污染问题多发，${p}规模养殖场${random(400)}家，粪污设施配套率${random(99)}%，有的直接外排。`,
  (p) => `扬尘管控流于形式，${p}抽查工地${random(80)}个，${random(60)}个没有落实围挡、覆盖和冲洗要求。`,
  (p) => `${p}自然保护地监管缺位，核心区内仍有${random(70)}户经营，新增硬化地面${random(300)}亩。`,
  (p) => `饮用水水源保护区存在隐患，${p}一级保护区内有${random(90)}座民房、${random(60)}亩菜地。`,
  (p) => `秸秆禁烧责任没有压实，秋收期间${p}出现火点${random(200)}个，没有问责一人。`,
  (p) => `${p}工业园区环境基础设施欠账较多，集中供热至今没有动工，${random(50)}台小锅炉照常使用。`,
  (p) => `${p}码头岸电使用率低，${random(40)}个泊位全年使用率只有${random(30)}%。`,
]
const bodies = '住建局 水利局 生态环境局 农业农村局 自然资源局 城管局 发改局 工信局 卫健局 交通运输局'.split(' ')
const numerals = '一二三四五六七八九十'
const textOf = (region, kind, year, problems) =>
  [
    kind === 'plan' ? `${region.fullName}生态环境保护督察反馈问题整改方案` : `${region.fullName}生态环境保护督察整改情况报告`,
    ...(kind === 'plan' ? [] : [`截至${year}年12月底，整改情况如下：`]),
    ...problems.flatMap((problem, i) => [
      `${numerals[i]}、${problem}`,
      ...(kind === 'plan'
        ? [
            '整改目标：问题得到解决，长效机制基本建立。',
            `整改措施：1.全面排查，建立问题清单，${region.name}政府每月调度。2.倒排工期，投入资金${random(900)}万元，按期完成治理。`,
            `责任单位：${region.name.slice(0, -1)}县${bodies[i % 10]}、${bodies[(i + 3) % 10]}`,
            `整改时限：${2022 + (i % 3)}年12月底前`,
          ]
        : [
            `整改进展：已排查点位${random(90)}处，完成治理${random(60)}处，${year}年投入资金${random(900)}万元。`,
            i % 3 ? '整改状态：达到序时进度' : '整改状态：已完成',
          ]),
    ]),
    '',
  ].join('\n')

const dir = mkdtempSync(join(tmpdir(), 'taizhang-scale-'))
try {
  const folder = join(dir, 'reports')
  mkdirSync(folder)
  const counties = [...regionTable().byCode.values()].filter(({ level }) => level === 'county')
  let bytes = 0
  for (let made = 0, at = 0; made < wanted; at++) {
    const region = counties[at % counties.length]
    const problems = kinds.map((kind) => kind(region.name))
    for (const [kind, year] of [
      ['plan', 2021],
      ['progress', 2022],
      ['progress', 2023],
    ]) {
      if (made++ >= wanted) break
      const text = textOf(region, kind, year, problems)
      bytes += Buffer.byteLength(text)
      writeFileSync(join(folder, `${region.code}-${at}-${kind}-${year}.txt`), text)
    }
  }
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

#!/usr/bin/env node
import { createHash } from 'node:crypto'
// How fast items are linked and listed: `npm run bench:links [-- --reports 5000] [--keep bench.db]`. Run `npm run build` first.
// The ledger is made up: counties of thirty provinces with a plan and yearly progress, sentences of a few kinds with names and figures in them.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openLedger } from '../dist/output/store/index.js'
import { regionTable } from '../dist/parsers/values/region-table.js'

const { values: opt } = parseArgs({ options: { reports: { type: 'string', default: '5000' }, keep: { type: 'string' } } })
const wanted = Number(opt.reports)
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
]
const bodies = [
  '住建局',
  '水利局',
  '生态环境局',
  '农业农村局',
  '自然资源局',
  '城管局',
  '发改局',
  '工信局',
  '卫健局',
  '交通运输局',
]
const counties = [...regionTable().byCode.values()].filter(({ level }) => level === 'county')
const reportOf = (region, kind, year, problems) => {
  let text = `${region.fullName}整改\n`
  const items = problems.map((words, index) => {
    const start = text.length
    text += words
    const problem = { text: words, span: [start, text.length] }
    text += '\n'
    const due = `${2022 + (index % 4)}-12-31`
    const at = text.length
    text += `${due}\n`
    const deadline = {
      text: due,
      span: [at, at + due.length],
      entries: [{ kind: 'date', date: due, precision: 'day', scope: null }],
    }
    const party = (role, name) => {
      const from = text.length
      text += `${name}\n`
      const span = [from, from + name.length]
      return { role, kind: 'unit', name, fullName: `${region.name}${name.slice(1)}`, title: null, scope: null, span }
    }
    const body = (step) => `县${bodies[(index + step) % bodies.length]}`
    const parties = [party('lead_unit', body(0)), party('responsible_unit', body(3)), party('responsible_unit', body(5))]
    const action = (label, words) => {
      const from = text.length
      text += `${label}${words}\n`
      return { label, text: words, span: [from, text.length - 1], parties: [], deadline: null, children: [] }
    }
    const measures = [action('一是', '全面排查，建立问题清单。'), action('二是', '按期整改，逐项验收销号。')]
    const none = {
      category: null,
      categoryPath: [],
      goal: null,
      targets: [],
      progress: [],
      quantities: [],
      dates: [],
      references: [],
      places: [],
    }
    const from = text.length
    text += '（正在整改）\n'
    const status =
      kind === 'progress'
        ? {
            text: '（正在整改）',
            span: [from, from + 6],
            code: index % 3 ? 'in_progress' : 'completed',
            ongoing: false,
            closure: null,
            basis: 'marker',
          }
        : null
    return {
      seq: index + 1,
      label: `${index + 1}.`,
      span: [start, text.length],
      problem,
      deadline,
      status,
      measures,
      parties,
      ...none,
    }
  })
  text += `截至${year}年12月底`
  const end = `${year}-12-31`
  const asOf =
    kind === 'progress'
      ? { start: end, end, precision: 'month', text: `截至${year}年12月底`, span: [text.length - 11, text.length] }
      : null
  const id = createHash('sha256').update(text).digest('hex')
  return {
    schemaVersion: 1,
    document: {
      id,
      source: `${region.code}-${kind}-${year}.txt`,
      format: 'text',
      encoding: 'utf-8',
      title: `${region.fullName}整改`,
      kind,
      programme: null,
      region: { name: region.fullName, code: region.code, level: 'county' },
      asOf,
      reading: null,
      text,
    },
    items,
    declared: [],
    diagnostics: [],
  }
}
function* reports() {
  for (let made = 0, at = 0; made < wanted; at++) {
    const region = counties[at % counties.length]
    let problems = Array.from({ length: 8 + random(2) }, (_, i) => kinds[(i + at) % kinds.length](region.name))
    for (const [kind, year] of [
      ['plan', 2021],
      ['progress', 2022],
      ['progress', 2023],
    ]) {
      if (made++ >= wanted) return
      yield reportOf(region, kind, year, problems)
      problems = problems.map((words, i) => (i % 4 === 1 ? `${words.split('，').slice(0, -1).join('，')}。` : words))
    }
  }
}
const dir = mkdtempSync(join(tmpdir(), 'taizhang-bench-'))
try {
  const path = opt.keep ?? join(dir, 'bench.db')
  const seconds = (from) => Number(process.hrtime.bigint() - from) / 1e9
  let ledger = openLedger(path, { indexing: false })
  const all = [...reports()]
  const last = all.pop()
  let start = process.hrtime.bigint()
  for (const report of all) ledger.put(report, { parserVersion: 'bench' })
  console.log(
    `put ${all.length} reports without links: ${seconds(start).toFixed(1)} s, ${(statSync(path).size / 1e6).toFixed(0)} MB`,
  )
  ledger.close()
  ledger = openLedger(path)
  start = process.hrtime.bigint()
  const done = ledger.link({ anew: true })
  const [{ items }] = [...ledger.query('SELECT count(*) AS items FROM items')]
  const [{ links, held }] = [...ledger.query("SELECT count(*) AS links, sum(state = 'linked') AS held FROM links")]
  console.log(
    `link --all: ${done} reports, ${items} items, ${links} links (${held} hold): ${seconds(start).toFixed(1)} s, ${(statSync(path).size / 1e6).toFixed(0)} MB`,
  )
  ledger.close()
  ledger = openLedger(path)
  start = process.hrtime.bigint()
  ledger.put(last, { parserVersion: 'bench' })
  console.log(`one more report, ledger just opened: ${(seconds(start) * 1e3).toFixed(0)} ms`)
  for (const [name, filter] of Object.entries({
    'all items': {},
    overdue: { overdueAsOf: '2024-01-01' },
    'region and status': { regions: ['430000'], statuses: ['in_progress'] },
    'a unit': { units: ['住建局'] },
    'words, by the day': { text: '污水', sort: { key: 'due', down: false } },
  })) {
    start = process.hrtime.bigint()
    const found = ledger.items(filter).length
    console.log(`items, ${name}: ${found} in ${(seconds(start) * 1e3).toFixed(0)} ms`)
  }
  ledger.close()
} finally {
  rmSync(dir, { recursive: true, force: true })
}

#!/usr/bin/env node
// Runs the bundled program over two small reports and keeps what V8 has compiled meanwhile beside the bundle, so that the next start
// compiles nothing. Done by `npm run build`, and again where the package is installed, for the cache is of one version of Node.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Forms that many reports have: a title, numbered problems with labelled parts, measures, bodies, dates, figures, states, a table. */
const list = `关于县审计整改情况的报告
县审计局反馈我县问题共3个，截至2023年12月底，已完成整改1个，正在整改2个。现将整改情况公告如下：
一、部分乡镇污水处理设施运行不正常
整改目标：完成设施维修，污水收集率达到85%以上
整改措施：（1）维修设施12处，投入资金350.5万元；（2）建立台账，每月巡查不少于2次。
责任单位：县生态环境局（牵头）、县住房和城乡建设局，各乡镇人民政府
责任人：王某某
整改时限：2024年6月底前
整改情况：已完成整改。维修设施12处，追回资金20万元，修订制度3项。
二、项目管理不规范（正在整改）
整改目标：规范项目管理。
整改措施：1.组织开展自查；2.依据《县级项目管理办法》（县政发〔2021〕5号）补办手续。
牵头单位：县发展和改革局
完成时限：立行立改，长期坚持
三、资金拨付不及时，涉及资金1200万元
整改情况：正在整改，已拨付资金800万元，完成率66.7%。
县人民政府
2024年1月15日
`
const table = `序号|问题|整改措施|责任单位|整改时限|整改情况
1|河道垃圾清理不及时|清理河道3公里，建立巡河制度|县水利局|2023年9月底|已完成整改
2|扬尘管控不到位|落实洒水降尘，整治工地6处|县住房和城乡建设局|2023年12月底前|达到序时进度
`
const page = `<!doctype html><html><head><meta charset="utf-8"><title>整改情况</title></head><body><h1>县生态环境保护督察整改情况公示</h1><table>${table
  .trim()
  .split('\n')
  .map((row) => `<tr><td>${row.replaceAll('|', '</td><td>')}</td></tr>`)
  .join('')}</table></body></html>`

const root = fileURLToPath(new URL('..', import.meta.url))
const said = []
/** Takes what the commands print. */
const terminal = {
  out: (text) => said.push(text),
  json: (value) => said.push(JSON.stringify(value)),
  err: (text) => said.push(text),
  interactive: false,
  width: 100,
  tableWidth: 100,
  paint: (_, text) => text,
}

async function warm() {
  const { load, keep } = createRequire(import.meta.url)('../bin/bundle.cjs')
  const dir = mkdtempSync(join(tmpdir(), 'taizhang-warm-'))
  const at = (name) => join(dir, name)
  const db = ['--db', at('warm.db')]
  try {
    writeFileSync(at('list.txt'), list)
    writeFileSync(at('page.html'), page)
    for (const name of ['list.txt', 'page.html']) await load('parser.cjs').parseReport(readFileSync(at(name)), name)
    const { main } = load('main.cjs')
    for (const args of [
      ['parse', at('list.txt')],
      ['ingest', at('list.txt'), at('page.html'), ...db],
      ['list', '--limit', '20', ...db],
      ['list', '--items', '--limit', '20', ...db],
      ['due', ...db],
      ['search', '污水', ...db],
      ['search', '整改不到位', ...db],
    ])
      if ((await main(args, terminal)) !== 0) throw new Error(`${args[0]}: ${said.slice(-3).join('\n')}`)
    keep()
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

if (existsSync(join(root, 'dist/bundle/main.cjs'))) await warm()

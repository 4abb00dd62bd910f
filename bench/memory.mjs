#!/usr/bin/env node
// Whether a text as long as is allowed is parsed within the memory of a worker: `node bench/memory.mjs [--length N] [NAME…]`.
// Run `npm run build` first. Each text is parsed in a process of its own with the heap of a worker; exit 1 where one needs more.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { LIMITS } from '../dist/pipeline/limits.js'
import { ParserPool } from '../dist/pipeline/pool.js'
import { hostile } from './hostile.mjs'

const { values: opt, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    length: { type: 'string', default: String(LIMITS.textLength) },
    one: { type: 'string' },
    seconds: { type: 'string', default: '600' },
  },
})
const length = Number(opt.length)

if (opt.one !== undefined) {
  const pool = new ParserPool({ limits: { parseSeconds: Number(opt.seconds) } })
  const bytes = new TextEncoder().encode(hostile[opt.one](length - 1000))
  const { report, failure } = await pool.parse(bytes, 'x')
  await pool.close()
  const { maxRSS } = process.resourceUsage()
  console.log(
    JSON.stringify({
      failure,
      items: report.items.length,
      code: report.diagnostics[0]?.code ?? null,
      bytes: bytes.length,
      maxRSS,
    }),
  )
  process.exit(0)
}

/** Layouts of which each makes many of something: items, lines, rows, marks, figures. */
const usual = [
  'items with fields',
  'items under categories',
  'lines of one character',
  'headings 一、',
  'labels with values',
  'labels alone',
  'nine levels',
  'table rows',
  'category rows',
  'Markdown rows',
  'declared totals',
  'one line of prose',
  '2024年6月 × n as alone',
  '1万 × n as 整改目标',
  '县发改局、 × n as 责任单位',
]
let failed = 0
for (const name of positionals.length > 0 ? positionals : usual) {
  const start = performance.now()
  const { stdout } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), '--one', name, '--length', opt.length, '--seconds', opt.seconds],
    {
      encoding: 'utf8',
    },
  )
  const { failure, items, code, bytes, maxRSS } = JSON.parse(stdout)
  if (failure !== null) failed++
  console.log(
    `${failure ?? 'ok'}`.padEnd(14),
    name.padEnd(30),
    `${(bytes / 1e6).toFixed(1)} MB, ${items} items${code ? `, ${code}` : ''}, ${Math.round(maxRSS / 1024)} MB of memory in all, ${((performance.now() - start) / 1000).toFixed(1)} s`,
  )
}
process.exit(failed > 0 ? 1 : 0)

#!/usr/bin/env node
// How fast each reader turns bytes into blocks: `npm run bench:readers [-- --mb 10]`. Run `npm run build` first.
// Over the fixtures of the format, and over one long ledger as Word pastes it; decoding the same bytes is the floor.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { decode } from '../dist/parsers/readers/encoding.js'
import { readHtml } from '../dist/parsers/readers/html.js'
import { parseHtml } from '../dist/parsers/readers/html-dom.js'
import { readMarkdown } from '../dist/parsers/readers/markdown.js'

const { values: opt } = parseArgs({ options: { mb: { type: 'string', default: '10' } } })
const fixtures = join(dirname(fileURLToPath(import.meta.url)), '../fixtures')
const fixturesOf = (name) =>
  readdirSync(fixtures)
    .map((folder) => join(fixtures, folder, name))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file))

/** A ledger of `rows` rows with the spans and styles that Word leaves in a page. */
const ledgerPage = (rows) => {
  const cell = (text) =>
    `<td style="width:12.5%;border:solid windowtext 1.0pt;padding:0cm 5.4pt"><p class="MsoNormal" style="text-align:left;line-height:18.0pt"><span style="font-size:10.5pt;font-family:仿宋">${text.slice(0, 5)}</span><span lang="EN-US" style="font-size:10.5pt">${text.slice(5)}<o:p></o:p></span></p></td>`
  const row = (n) =>
    `<tr>${[String(n), '部分路段雨污分流不彻底，污水溢流。', '1．排查管网；<br>2．修复破损管段。', '县住建局、县水利局', '2022年12月底', '已完成整改。'].map(cell).join('')}</tr>`
  return Buffer.from(
    `<html><head><meta charset="utf-8"><title>整改清单</title></head><body><div class="nav"><a href="/">首页</a></div><div class="TRS_Editor"><table><tr>${['序号', '问题', '措施', '责任单位', '时限', '状态'].map((word) => `<th>${word}</th>`).join('')}</tr>${Array.from({ length: rows }, (_, n) => row(n + 1)).join('\n')}</table></div></body></html>`,
  )
}
const ledgerMarkdown = (rows) =>
  Buffer.from(
    `# 整改清单\n\n|序号|问题|措施|责任单位|时限|状态|\n|--|--|--|--|--|--|\n${Array.from({ length: rows }, (_, n) => `|${n + 1}|部分路段雨污分流不彻底，污水溢流。|1．排查管网；<br>2．修复破损管段。|**县住建局**、县水利局|2022年12月底|已完成整改。|`).join('\n')}\n`,
  )

let sink = 0
/** MB/s of `work` over the files, repeated to the size asked for. */
const speed = (files, work, mb = Number(opt.mb)) => {
  const once = files.reduce((sum, file) => sum + file.length, 0)
  const rounds = Math.max(1, Math.round((mb * 1e6) / once))
  for (const file of files) sink += work(file)
  const start = process.hrtime.bigint()
  for (let round = 0; round < rounds; round++) for (const file of files) sink += work(file)
  return (once * rounds) / 1e6 / (Number(process.hrtime.bigint() - start) / 1e9)
}
const show = (name, value, unit) => console.log(`${name.padEnd(48)} ${value.toFixed(1).padStart(8)} ${unit}`)
const blocks = (reader) => (file) => reader(file).children.length

/** Readers by format: add a line for a format, its fixtures' name and its reader. */
const readers = [
  ['html', fixturesOf('report.html'), ledgerPage, readHtml],
  ['markdown', fixturesOf('report.md'), ledgerMarkdown, readMarkdown],
]
console.log(`node ${process.version}; one thread; each over ${opt.mb} MB`)
for (const [format, files, ledger, reader] of readers) {
  const [short, long] = [ledger(200), ledger(2000)]
  show(
    `${format}: floor, decoding`,
    speed([long], (file) => decode(file).text.length),
    'MB/s',
  )
  if (format === 'html')
    show(
      'html: floor, the DOM alone',
      speed([long], (file) => parseHtml(decode(file).text).children.length),
      'MB/s',
    )
  if (files.length > 0)
    show(`${format}: ${files.length} fixtures to blocks`, speed(files, blocks(reader), Number(opt.mb) / 4), 'MB/s')
  const fast = speed([long], blocks(reader))
  show(`${format}: a ledger of 2,000 rows to blocks`, fast, 'MB/s')
  show(
    `${format}: a ledger 10 times as long takes`,
    (speed([short], blocks(reader)) / fast) * (long.length / short.length),
    'times',
  )
}
if (sink < 0) console.log(sink)

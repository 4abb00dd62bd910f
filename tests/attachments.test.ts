/** `ingest --attachments`: what a page of the web links as its attachment, on the real command and a server of its own. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runCommand } from './helpers/command.js'

const docx = readFileSync(new URL('../fixtures/20-docx-auto-numbering/report.docx', import.meta.url))
const xlsx = readFileSync(new URL('../fixtures/24-xlsx-audit-ledger/report.xlsx', import.meta.url))
const report = (place: string) => `${place}审计查出问题整改情况报告

审计查出的1个问题，整改情况如下。

一、专项资金闲置（正在整改）
整改情况：正在盘活。
牵头单位：${place}财政局
`
const page = (title: string, body: string) =>
  `<html><head><meta charset="utf-8"><title>${title}</title></head><body><div class="article"><h1>${title}</h1>${body}</div></body></html>`
const paragraphs = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => `<p>${line}</p>`)
    .join('\n')

let dir: string
let server: Server
let base: string
let routes: Record<string, string | Buffer>
/** When each path was asked for, robots.txt left out. */
let asked: { path: string; at: number }[]
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'taizhang-attachments-'))
  routes = {}
  asked = []
  server = createServer((request, response) => {
    const path = request.url ?? ''
    if (path !== '/robots.txt') asked.push({ path, at: performance.now() })
    const content = routes[path]
    if (content === undefined) response.writeHead(404).end()
    else if (typeof content === 'string' && content.startsWith('→'))
      response.writeHead(302, { location: content.slice(1) }).end()
    else response.writeHead(200, path.endsWith('html') ? { 'content-type': 'text/html; charset=utf-8' } : {}).end(content)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
  rmSync(dir, { recursive: true, force: true })
})

interface Taken {
  counts: Record<string, number>
  reports: { source: string; state: string; key: string | null }[]
}
const ingest = async (...args: string[]) => {
  const { code, err, json } = await runCommand(['ingest', ...args, '--allow-private', '--json', '--db', join(dir, 'ledger.db')])
  const { reports, counts } = json as Taken
  return { code, err, counts, reports, states: reports.map(({ source, state }) => [source.replace(base, ''), state]) }
}
const paths = () => asked.map(({ path }) => path)

describe('ingest --attachments', () => {
  it('takes what a page links in its content, each once, as politely as the page', async () => {
    routes = {
      '/2024/a.html': page(
        '东山县审计整改情况',
        `${paragraphs(report('东山县'))}<p>附件：<a href="files/list.docx">1.整改清单.docx</a> <a href="/files/%E5%8F%B0%E8%B4%A6.xlsx?v=2#top">2.台账.xlsx</a></p>
         <p><a href="files/list.docx">下载</a> <a href="video.mp4">视频</a> <a href="b.html">相关</a> <a href="javascript:save('x.docx')">打印</a></p>`,
      ),
      '/2024/files/list.docx': docx,
      '/files/%E5%8F%B0%E8%B4%A6.xlsx?v=2': xlsx,
    }
    const plain = await ingest(`${base}/2024/a.html`)
    expect([plain.states, paths()]).toEqual([[['/2024/a.html', 'added']], ['/2024/a.html']])
    const taken = await ingest(`${base}/2024/a.html`, '--attachments')
    expect(taken).toMatchObject({ code: 0, err: '' })
    expect(taken.states).toEqual([
      ['/2024/a.html', 'unchanged'],
      ['/2024/files/list.docx', 'added'],
      ['/files/%E5%8F%B0%E8%B4%A6.xlsx?v=2', 'added'],
    ])
    expect(paths().slice(1)).toEqual(['/2024/a.html', '/2024/files/list.docx', '/files/%E5%8F%B0%E8%B4%A6.xlsx?v=2'])
    // One host, one request at a time, and a pause between two.
    const times = asked.slice(1).map(({ at }) => at)
    expect(times.slice(1).filter((at, index) => at - (times[index] ?? 0) < 900)).toEqual([])
    expect((await ingest(`${base}/2024/a.html`, '--attachments')).counts).toMatchObject({ unchanged: 3, added: 0, failed: 0 })
  }, 60_000)

  it('takes a page that only leads to its attachment for no failure; one whose attachments fail is one', async () => {
    routes = {
      '/old.html': '→/new/page.html',
      '/new/page.html': page(
        '关于公开整改方案的公告',
        '<p>现将整改方案予以公开。</p><p>附件：<a href="plan.zip">整改方案.zip</a></p>',
      ),
      '/new/plan.zip': Buffer.from(zipSync({ '甲.txt': strToU8(report('南山县')), 'readme.md': strToU8('x') })),
      '/gone.html': page(
        '关于公开整改清单的公告',
        '<p>现将整改清单予以公开。</p><p>附件：<a href="gone.docx">整改清单.docx</a></p>',
      ),
    }
    const taken = await ingest(`${base}/old.html`, `${base}/gone.html`, '--attachments')
    expect(taken.states).toEqual([
      ['/old.html', 'followed'],
      ['/new/plan.zip!甲.txt', 'added'],
      ['/gone.html', 'failed'],
      ['/gone.docx', 'failed'],
    ])
    expect(taken.code).toBe(1)
    expect(taken.reports.map(({ key }) => key !== null)).toEqual([false, true, false, false])
    expect(taken.err).toContain('gone.docx')
    const { json } = await runCommand(['check', '--json', '--no-sources', '--db', join(dir, 'ledger.db')])
    expect((json as { failures: { source: string }[] }).failures.map(({ source }) => source.replace(base, ''))).toEqual([
      '/gone.docx',
      '/gone.html',
    ])
  }, 60_000)

  it('obeys robots.txt and takes an attachment of two pages once, with the first of them', async () => {
    const link = '<p>附件：<a href="/shared.docx">清单.docx</a> <a href="/secret/x.xlsx">台账.xlsx</a></p>'
    routes = {
      '/robots.txt': 'User-agent: *\nDisallow: /secret/\n',
      '/a.html': page('东山县审计整改情况', paragraphs(report('东山县')) + link),
      '/b.html': page('西山县审计整改情况', paragraphs(report('西山县')) + link),
      '/shared.docx': docx,
      '/secret/x.xlsx': xlsx,
    }
    const taken = await ingest(`${base}/a.html`, `${base}/b.html`, '--attachments', '--jobs', '2')
    expect(taken.states).toEqual([
      ['/a.html', 'added'],
      ['/shared.docx', 'added'],
      ['/secret/x.xlsx', 'failed'],
      ['/b.html', 'added'],
    ])
    expect(taken.err).toContain('robots.txt')
    expect(paths().filter((path) => path.startsWith('/secret'))).toEqual([])
  }, 60_000)
})

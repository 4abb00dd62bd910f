/** `ingest --from` and `--log`, on the real command. */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sourcesIn } from '../output/cli/source-list.js'
import { runCommand } from './helpers/command.js'

const root = fileURLToPath(new URL('..', import.meta.url))
let dir: string
const at = (name: string) => join(dir, name)
const put = (name: string, text: string | Uint8Array) => writeFileSync(at(name), text)
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'taizhang-list-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const run = (...args: string[]) => runCommand([...args, '--db', at('ledger.db')])
const report = (place: string, declared = 2) => `${place}审计查出问题整改情况报告

审计查出的${declared}个问题，整改情况如下。

一、专项资金闲置（正在整改）
整改情况：正在盘活。
牵头单位：${place}财政局
二、资产没有登记（完成整改）
整改情况：已经登记。
牵头单位：${place}国资局
`
const news = '今天下午召开了一个座谈会，大家踊跃发言。\n'
interface Line {
  at: string
  source: string
  key: string | null
  result: string
  ms: number
  codes: string[]
}
const logged = (name = 'log.ndjson'): Line[] =>
  readFileSync(at(name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
const sources = (json: unknown) =>
  (json as { reports: { source: string; state: string }[] }).reports.map(({ source, state }) => [source, state])

describe('a list of sources', () => {
  it.each<[name: string, text: string, found: string[]]>([
    ['a line each', 'a.txt\nb.txt\n', ['a.txt', 'b.txt']],
    ['comments and blank lines', '# 一月\n\n  a.txt  \n   # b.txt\n', ['a.txt']],
    ['line ends of other systems, and a mark', '\ufeff# x\r\na.txt\r\nb.txt\rc.txt', ['a.txt', 'b.txt', 'c.txt']],
    ['a blank and a # inside a name', 'https://example.com/a#b\n报告 一.txt', ['https://example.com/a#b', '报告 一.txt']],
    ['nothing', '\n# none\n', []],
  ])('%s', (_name, text, found) => {
    expect(sourcesIn(text)).toEqual(found)
  })
})

describe('ingest --from', () => {
  it('takes files, folders, patterns and addresses that a file names, each once', async () => {
    mkdirSync(at('folder'))
    put('a.txt', report('东山县'))
    put('folder/b.txt', report('西山县'))
    let pages = 0
    const server = createServer((request, response) => {
      if (request.url !== '/c.txt') return response.writeHead(404).end()
      pages++
      return response.writeHead(200).end(report('南山县'))
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    try {
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/c.txt`
      put(
        'list.txt',
        `# 名单\n${at('a.txt')}\n\n${at('folder')}\n${at('*.txt')}x\n${address}\n${address}#top\n${at('a.txt')}\n`,
      )
      const { code, json, err } = await run('ingest', '--from', at('list.txt'), '--allow-private', '--json')
      expect(sources(json)).toEqual([
        [at('a.txt'), 'added'],
        [at('folder/b.txt'), 'added'],
        [`${at('*.txt')}x`, 'failed'],
        [address, 'added'],
      ])
      expect({ code, pages }).toEqual({ code: 1, pages: 1 })
      expect(err).toContain('matches no file')
    } finally {
      await new Promise((closed) => server.close(closed))
    }
  }, 60_000)

  it('takes arguments first, and a list that was saved in GB18030', async () => {
    put('a.txt', report('东山县'))
    put('b.txt', report('西山县'))
    // 甲.txt, as an editor of an older system saves it.
    put('甲.txt', report('南山县'))
    const list = Buffer.concat([
      Buffer.from(`${dir}/`),
      Buffer.from([0xbc, 0xd7]),
      Buffer.from(`.txt\n${at('b.txt')}\n# `),
      Buffer.from('c8fdd4c2b5c4b1a8b8e6c7e5b5a5', 'hex'),
      Buffer.from('\n'),
    ])
    put('list.txt', list)
    const { code, json } = await run('ingest', at('a.txt'), '--from', at('list.txt'), '--json')
    expect({ code, found: sources(json) }).toEqual({
      code: 0,
      found: [
        [at('a.txt'), 'added'],
        [at('甲.txt'), 'added'],
        [at('b.txt'), 'added'],
      ],
    })
  }, 60_000)

  it('says what is wrong, and makes no ledger', async () => {
    put('empty.txt', '# nothing\n')
    const results = [
      await run('ingest'),
      await run('ingest', '-', '--from', '-'),
      await run('ingest', '--from', at('missing.txt')),
      await run('ingest', '--from', at('empty.txt')),
      await run('ingest', '--from', dir),
      await run('ingest', at('empty.txt'), '--log', at('no/such.ndjson')),
      await run('ingest', 'ftp://example.com/a.docx'),
    ]
    expect(results.map(({ code }) => code)).toEqual([2, 2, 1, 1, 1, 1, 1])
    const told = [
      '--from',
      'standard input',
      'does not exist',
      'names no path',
      'is a folder',
      'cannot be written',
      'http or https',
    ]
    expect(results.filter(({ err }, i) => !err.includes(told[i] ?? '?'))).toEqual([])
    expect(existsSync(at('ledger.db'))).toBe(false)
  })

  it('reads the list from standard input', async () => {
    put('a.txt', report('东山县'))
    const out = await new Promise<string>((resolve, reject) => {
      const child = execFile(
        process.execPath,
        [join(root, 'bin/taizhang.js'), 'ingest', '--from', '-', '--json', '--db', at('ledger.db')],
        { cwd: dir },
        (error, stdout) => (error ? reject(error) : resolve(stdout)),
      )
      child.stdin?.end('# from a pipe\na.txt\n')
    })
    expect(sources(JSON.parse(out))).toEqual([['a.txt', 'added']])
  }, 60_000)
})

describe('ingest --log', () => {
  it('has a line for each source, in their order, and goes on in the next run', async () => {
    put('a.txt', report('东山县', 3))
    put('b.txt', news)
    put('c.txt', report('西山县'))
    const { code, json } = await run(
      'ingest',
      at('a.txt'),
      at('b.txt'),
      at('gone.txt'),
      at('c.txt'),
      '--log',
      at('log.ndjson'),
      '--json',
    )
    expect(code).toBe(1)
    const keys = (json as { reports: { key: string | null }[] }).reports.map(({ key }) => key)
    const lines = logged()
    expect(lines.map(({ source, key, result }) => [source, key, result])).toEqual([
      [at('a.txt'), keys[0], 'added'],
      [at('b.txt'), null, 'failed'],
      [at('gone.txt'), null, 'failed'],
      [at('c.txt'), keys[3], 'added'],
    ])
    expect(lines.map((line) => Object.keys(line))).toEqual(lines.map(() => ['at', 'source', 'key', 'result', 'ms', 'codes']))
    expect(lines.filter(({ ms, at: when }) => !Number.isInteger(ms) || ms < 0 || Number.isNaN(Date.parse(when)))).toEqual([])
    expect(lines[0]?.codes).toContain('declared_total_disagrees')
    expect(lines[1]?.codes.length).toBeGreaterThan(0)
    expect(lines[2]?.codes).toEqual(['not_found'])
    expect(lines[3]?.codes).not.toContain('declared_total_disagrees')
    await run('ingest', at('a.txt'), '--log', at('log.ndjson'))
    // What was known is not read again, and the ledger still knows what was noticed.
    expect(logged().slice(4)).toMatchObject([{ key: keys[0], result: 'unchanged', codes: lines[0]?.codes }])
  }, 60_000)

  it('tells also where there was nothing to take', async () => {
    expect((await run('ingest', at('gone.txt'), '--log', at('log.ndjson'))).code).toBe(1)
    expect(logged()).toMatchObject([{ source: at('gone.txt'), key: null, result: 'failed', codes: ['not_found'] }])
    expect(existsSync(at('ledger.db'))).toBe(false)
  })
})

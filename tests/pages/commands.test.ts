import { rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Terminal } from '../../output/cli/io.js'
import { main } from '../../output/cli/main.js'
import { start } from '../../output/serve/start.js'
import type { Ledger } from '../../output/store/index.js'
import { files, sampleLedger } from './ledger.js'

let ledger: Ledger
let folder: string
let db: string
beforeAll(async () => {
  ;({ ledger, folder, path: db } = await sampleLedger())
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
})
afterAll(() => {
  ledger.close()
  rmSync(folder, { recursive: true })
})

const run = async (...args: string[]) => {
  const result = { code: 0, out: '', err: '' }
  const io: Terminal = {
    out: (text) => {
      result.out += text
    },
    json: (value) => {
      result.out += JSON.stringify(value)
    },
    err: (text) => {
      result.err += text
    },
    interactive: false,
    width: 100,
    tableWidth: 100,
    paint: (_format, text) => text,
  }
  result.code = await main(args, io)
  return result
}

describe('taizhang page', () => {
  test('prints a file as a page, and a report of the ledger by its key', async () => {
    const file = await run('page', join(folder, 'plan.txt'), '--lang', 'zh')
    expect(file.code).toBe(0)
    expect(file.out.startsWith('<!doctype html>\n<html lang="zh-CN">')).toBe(true)
    const key = ledger.reports({ report: 'plan.txt' })[0]?.key ?? ''
    const kept = await run('page', key, '--db', db, '--lang', 'en')
    expect(kept.code).toBe(0)
    expect(kept.out).toContain('<html lang="en">')
  })

  test('a report without a list has a page, and exit code 1; what is not there is told', async () => {
    const news = await run('page', join(folder, 'news.txt'), '--lang', 'zh')
    expect(news.code).toBe(1)
    expect(news.out).toContain('没有读出问题')
    const nothing = await run('page', 'ffffffff', '--db', db)
    expect(nothing).toMatchObject({ code: 1, out: '' })
    expect(nothing.err).toContain('ffffffff')
    expect((await run('page', join(folder, 'plan.txt'), '--lang', 'fr')).code).toBe(2)
  })

  test('what a person corrected is shown with its reason', async () => {
    const key = ledger.reports({ report: 'plan.txt' })[0]?.key ?? ''
    ledger.correct(`${key}#1`, 'status', 'in_progress', { why: '见县里来函', by: '张某', day: '2024-04-01' })
    const { out } = await run('page', key, '--db', db, '--lang', 'zh')
    expect(out).toContain('见县里来函')
    expect(out).toContain('<span class="pill s-in_progress">正在整改</span>')
    for (const { correction } of ledger.corrections()) ledger.dropCorrection(correction)
  })
})

describe('taizhang site', () => {
  test('tells what it wrote', async () => {
    const to = join(folder, 'site')
    const { code, out } = await run('site', '--to', to, '--db', db, '--lang', 'zh', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ to, asOf: '2024-03-31' })
    expect((await run('site', '--db', db)).code).toBe(2)
    expect((await run('site', '--to', folder, '--db', db)).code).toBe(1)
  })
})

/** An answer over the wire, with a Host header of our choice. */
const get = (url: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; body: string }>((resolve, reject) => {
    request(url, { headers }, (answer) => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => {
        body += part
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
    })
      .on('error', reject)
      .end()
  })

describe('taizhang serve', () => {
  test('answers on loopback to its own names only, without a token', async () => {
    const server = await start({ ledger, lang: 'zh', write: false, host: '127.0.0.1', port: 0, today: () => '2024-04-01' })
    const { port } = new URL(server.url)
    expect(server.url).toBe(`http://127.0.0.1:${port}/`)
    expect((await get(server.url)).status).toBe(200)
    expect((await get(server.url, { host: `localhost:${port}` })).status).toBe(200)
    expect((await get(server.url, { host: `evil.example:${port}` })).status).toBe(421)
    await server.close()
  })

  test('elsewhere than on loopback it wants the token of its address', async () => {
    const server = await start({ ledger, lang: 'zh', write: false, host: '0.0.0.0', port: 0, today: () => '2024-04-01' })
    const url = new URL(server.url)
    const token = url.searchParams.get('token') ?? ''
    expect(token.length).toBeGreaterThan(30)
    const here = `http://127.0.0.1:${url.port}/`
    expect((await get(here)).status).toBe(401)
    expect((await get(`${here}api/items`)).status).toBe(401)
    expect((await get(`${here}?token=${token}`)).status).toBe(302)
    expect((await get(here, { authorization: `Bearer ${token}` })).status).toBe(200)
    await server.close()
  })

  test('a port that is taken is told', async () => {
    const server = await start({ ledger, lang: 'zh', write: false, host: '127.0.0.1', port: 0, today: () => '2024-04-01' })
    const { code, err } = await run('serve', '--db', db, '--port', new URL(server.url).port)
    expect(code).toBe(1)
    expect(err).toContain('EADDRINUSE')
    await server.close()
    expect((await run('serve', '--db', join(folder, 'none.db'))).code).toBe(1)
    expect((await run('serve', '--db', db, '--port', '99999')).code).toBe(2)
  })
})

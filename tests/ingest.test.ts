import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { globMatcher } from '../pipeline/glob.js'
import { type IngestOptions, ingest, type ReportSink } from '../pipeline/ingest.js'
import { LIMITS } from '../pipeline/limits.js'
import { parseReport } from '../pipeline/parse.js'
import { documentId, isSmallText, ParserPool } from '../pipeline/pool.js'
import { findOrigins } from '../pipeline/sources.js'

const report = (place: string) => `${place}生态环境保护督察整改方案

一、河道排污口整治不到位
整改目标：完成排污口整治。
整改措施：排查全部排污口，封堵违规排污口。
责任单位：${place}水利局
完成时限：2024年6月底

二、生活垃圾填埋场管理粗放
整改目标：规范填埋作业。
整改措施：配备除臭设施。
责任单位：${place}住建局
完成时限：2024年12月底
`
const news = '今天上午召开了一个会议，会议听取了有关工作的汇报。\n'

let folder: string
const path = (...parts: string[]) => join(folder, ...parts)
const put = async (name: string, content: string | Uint8Array) => {
  await mkdir(join(path(name), '..'), { recursive: true })
  await writeFile(path(name), content)
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taizhang-ingest-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** A sink that remembers what it was told. */
class Memory implements ReportSink {
  /** What each source holds now. */
  readonly held = new Map<string, string>()
  readonly rows = new Map<string, { parserVersion: string; state: 'parsed' | 'failed' }>()
  readonly log: string[] = []
  known(id: string) {
    return this.rows.get(id) ?? null
  }
  put(...[{ document, items }, { parserVersion, resolved }]: Parameters<ReportSink['put']>) {
    const known = this.rows.has(document.id)
    this.rows.set(document.id, { parserVersion, state: 'parsed' })
    this.log.push(`put ${document.source} ${items.length}`)
    const held = this.named(document.id, { source: document.source, resolved })
    return held === 'replaced' ? held : known ? ('updated' as const) : ('added' as const)
  }
  named(id: string, { resolved }: { source: string; resolved: string }) {
    const before = this.held.get(resolved)
    this.held.set(resolved, id)
    return before === undefined || before === id ? ('unchanged' as const) : ('replaced' as const)
  }
  fail({ id, source, parserVersion, diagnostics }: Parameters<ReportSink['fail']>[0]) {
    if (id) this.rows.set(id, { parserVersion, state: 'failed' })
    this.log.push(`fail ${source} ${diagnostics.map(({ code }) => code).join(' ')}`)
  }
}

const limits = { fileBytes: LIMITS.fileBytes }
/** `source state` of each result, sources relative to the folder. */
const run = async (args: string[], sink: ReportSink, options: Partial<IngestOptions> = {}) => {
  const origins = await findOrigins(args, { limits: { ...limits, ...options.limits } })
  const results = await ingest(origins, sink, { parserVersion: '1', ...options })
  return results.map(({ source, state, failure }) => `${source.replace(`${folder}/`, '')} ${failure?.code ?? state}`)
}

describe('what is found', () => {
  const sources = async (...args: string[]) =>
    (await findOrigins(args, { limits })).map((one) =>
      'problem' in one ? one.problem.code : one.source.replace(`${folder}/`, ''),
    )

  test('in a folder: reports, in the order of their names, and nothing else', async () => {
    for (const name of [
      'b/report.txt',
      'b/expected.json',
      'a.md',
      'c.DOCX',
      '.hidden/x.txt',
      '.x.txt',
      'README.md',
      'z.zip',
      'notes',
    ])
      await put(name, 'x')
    expect(await sources(folder)).toEqual(['a.md', 'b/report.txt', 'c.DOCX', 'z.zip'])
  })

  test('a file is taken whatever its name, and once', async () => {
    await put('notes.json', 'x')
    await symlink(path('notes.json'), path('link.txt'))
    expect(await sources(path('notes.json'), path('link.txt'), path('.', 'notes.json'))).toEqual(['notes.json'])
  })

  test('links in circles end', async () => {
    await put('a/a.txt', 'x')
    await symlink(folder, path('a', 'up'))
    expect(await sources(folder)).toEqual(['a/a.txt'])
  })

  test('patterns', async () => {
    for (const name of ['x/1.txt', 'x/y/2.txt', 'x/3.md', 'x/4.json']) await put(name, 'x')
    expect(await sources(path('**/*.txt'))).toEqual(['x/1.txt', 'x/y/2.txt'])
    expect(await sources(path('x/*'))).toEqual(['x/1.txt', 'x/3.md'])
    expect(await sources(path('x/[13].{txt,md}'))).toEqual(['x/1.txt', 'x/3.md'])
  })

  test('a name with such marks that is there is no pattern', async () => {
    await put('a[1].txt', 'x')
    expect(await sources(path('a[1].txt'))).toEqual(['a[1].txt'])
  })

  test('what is not there is said', async () => {
    await put('empty/notes.json', 'x')
    expect(await sources(path('nothing.txt'), path('empty'), path('*.pdf'))).toEqual(['not_found', 'no_reports', 'no_match'])
  })
})

test.each([
  ['*.txt', 'a.txt', true],
  ['*.txt', 'a/b.txt', false],
  ['**/*.txt', 'a.txt', true],
  ['**/*.txt', 'a/b/c.txt', true],
  ['a/**', 'a/b/c.txt', true],
  ['a?c.txt', 'abc.txt', true],
  ['a?c.txt', 'a/c.txt', false],
  ['a.txt', 'aXtxt', false],
  ['[!a].txt', 'b.txt', true],
  ['[!a].txt', 'a.txt', false],
  ['{清单,方案}*.md', '方案2.md', true],
  ['(a)+.txt', '(a)+.txt', true],
  ['./*.txt', 'a.txt', true],
  ['?.txt', '清.txt', true],
])('pattern %s, path %s: %s', (pattern, name, expected) => expect(globMatcher(pattern)(name)).toBe(expected))

describe('ingest', () => {
  test('takes reports in and leaves them alone the second time', async () => {
    await put('a.txt', report('东山县'))
    await put('b.txt', report('西山县'))
    const sink = new Memory()
    expect(await run([folder], sink)).toEqual(['a.txt added', 'b.txt added'])
    const before = [...sink.log]
    expect(await run([folder], sink)).toEqual(['a.txt unchanged', 'b.txt unchanged'])
    expect(sink.log).toEqual(before)
  })

  test('parses again when the parser has changed', async () => {
    await put('a.txt', report('东山县'))
    const sink = new Memory()
    await run([folder], sink)
    expect(await run([folder], sink, { parserVersion: '2' })).toEqual(['a.txt updated'])
    expect(sink.known(documentId(strToU8(report('东山县'))))?.parserVersion).toBe('2')
  })

  test('the same bytes under two names are one report', async () => {
    for (const name of ['a.txt', 'b.txt', 'c.txt']) await put(name, report('东山县'))
    const sink = new Memory()
    expect(await run([folder], sink, { jobs: 3 })).toEqual(['a.txt added', 'b.txt unchanged', 'c.txt unchanged'])
    expect(sink.log).toHaveLength(1)
  })

  test('new bytes at a path take the place of the old, and old bytes come back without being parsed', async () => {
    await put('a.txt', report('东山县'))
    const sink = new Memory()
    await run([folder], sink)
    await put('a.txt', report('西山县'))
    expect(await run([folder], sink)).toEqual(['a.txt replaced'])
    await put('a.txt', report('东山县'))
    expect(await run([folder], sink)).toEqual(['a.txt replaced'])
    expect(sink.log).toHaveLength(2)
    expect([...sink.held]).toEqual([[path('a.txt'), documentId(strToU8(report('东山县')))]])
  })

  test('a source is known by its real path, however it is named', async () => {
    await put('x/a.txt', report('东山县'))
    await symlink(path('x'), path('y'))
    const sink = new Memory()
    await run([path('x/../x/a.txt')], sink)
    await run([path('y/a.txt')], sink)
    expect([...sink.held.keys()]).toEqual([path('x/a.txt')])
  })

  test('stores in the order of the sources, however long each takes', async () => {
    const pages = ['东山县', '西山县', '南山县', '北山县'].map(report)
    // The first goes to a thread, which has to be started; a large one takes longest.
    await put('a.html', `<html><body><pre>${pages[0]}</pre></body></html>`)
    await put('b.txt', `${pages[1]}\n${'附注。\n'.repeat(10_000)}`)
    await put('c.txt', pages[2] ?? '')
    await put('d.txt', news)
    await put('e.txt', pages[3] ?? '')
    const sink = new Memory()
    await run([folder], sink, { jobs: 4 })
    expect(sink.log.map((line) => line.replace(`${folder}/`, '').split(' ')[1])).toEqual([
      'a.html',
      'b.txt',
      'c.txt',
      'd.txt',
      'e.txt',
    ])
  })

  test('what fails is recorded and the rest goes in', async () => {
    await put('a.txt', news)
    await put('b.txt', '')
    await put(
      'c.txt',
      Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256),
    )
    await put('d.txt', report('东山县'))
    await put('e.txt', 'x'.repeat(3000))
    const sink = new Memory()
    const results = await run([folder, path('nothing.txt')], sink, { limits: { fileBytes: 2999 * 2 } })
    expect(results.filter((line) => line.endsWith(' added'))).toEqual(['d.txt added'])
    expect(results.filter((line) => /^[abc]\.txt /.test(line))).toEqual([
      'a.txt no_items',
      'b.txt empty_source',
      'c.txt binary_source',
    ])
    // A name that is not there is a slip of the hand, no failed source.
    expect(results.at(-1)).toBe('nothing.txt not_found')
    expect(sink.log.some((line) => line.includes('nothing.txt'))).toBe(false)
  })

  test('a file over the limit is not read', async () => {
    await put('a.txt', 'x'.repeat(101))
    expect(await run([path('a.txt')], new Memory(), { limits: { fileBytes: 100 } })).toEqual(['a.txt too_large'])
  })

  test('a record that the ledger refuses fails alone; any other error of the ledger ends the run', async () => {
    await put('a.txt', report('东山县'))
    await put('b.txt', report('西山县'))
    class Picky extends Memory {
      constructor(readonly code: string) {
        super()
      }
      override put(...args: Parameters<ReportSink['put']>) {
        if (args[0].document.source.endsWith('a.txt')) throw Object.assign(new Error('no'), { code: this.code })
        return super.put(...args)
      }
    }
    expect(await run([folder], new Picky('invalid_record'))).toEqual(['a.txt invalid_record', 'b.txt added'])
    await expect(run([folder], new Picky('unwritable'))).rejects.toThrow('no')
  })

  test('members of an archive are sources', async () => {
    await put('z.zip', zipSync({ '东山/a.txt': strToU8(report('东山县')), 'b.txt': strToU8(news) }))
    const sink = new Memory()
    expect(await run([folder], sink)).toEqual(['z.zip!东山/a.txt added', 'z.zip!b.txt no_items'])
  })

  test('progress counts every origin', async () => {
    for (const name of ['a.txt', 'b.txt', 'c.txt']) await put(name, report(name))
    const steps: string[] = []
    await run([folder], new Memory(), { jobs: 2, onProgress: (done, total) => steps.push(`${done}/${total}`) })
    expect(steps).toEqual(['1/3', '2/3', '3/3'])
  })
})

describe('a parsing thread', () => {
  // Of a type that is parsed in a thread.
  const page = (word: string) => strToU8(`<html><body><p>${word}</p></body></html>`)
  /** A pool whose threads do what the page says. */
  const pool = async (options: { parseSeconds?: number; threads?: number; loading?: number } = {}) => {
    const { parseSeconds = 30, threads = 1, loading = 0 } = options
    await put(
      'worker.mjs',
      `import { existsSync } from 'node:fs'
       import { parentPort } from 'node:worker_threads'
       const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
       parentPort.on('message', ({ bytes, source }) => {
         const text = new TextDecoder().decode(bytes)
         if (text.includes('loop')) for (;;) {}
         const kept = []
         if (text.includes('eat')) for (;;) kept.push({ n: kept.length, s: String(kept.length) })
         if (text.includes('grow')) for (;;) kept.push(kept.length)
         if (text.includes('buffer')) for (;;) kept.push(new Uint8Array(1_000_000).fill(1))
         while (text.includes('slow') && !existsSync(${JSON.stringify(path('fine is done'))})) sleep(20)
         if (text.includes('exit')) process.exit(3)
         if (text.includes('throw')) throw new Error('thrown')
         if (text.includes('error')) parentPort.postMessage({ error: 'told' })
         else parentPort.postMessage({ report: { document: { source }, items: [], diagnostics: [] } })
       })
       sleep(${loading})
       parentPort.postMessage('ready')`,
    )
    return new ParserPool({ limits: { parseSeconds }, threads, heapMb: 64, entry: pathToFileURL(path('worker.mjs')) })
  }

  test.each([
    ['loop', 'time_limit', 0.2],
    ['eat', 'memory_limit', 60],
    ['grow', 'memory_limit', 60],
    ['buffer', 'memory_limit', 60],
    ['exit', 'parser_failed', 30],
    ['throw', 'parser_failed', 30],
    ['error', 'parser_failed', 30],
  ] as const)('that meets “%s” costs that file only: %s', async (word, code, parseSeconds) => {
    const one = await pool({ parseSeconds })
    const bad = await one.parse(page(word), 'bad.html')
    expect(bad.failure).toBe(code)
    expect(bad.report).toMatchObject({
      items: [],
      document: { source: 'bad.html', id: documentId(page(word)), format: 'html' },
    })
    expect(bad.report.diagnostics).toMatchObject([{ code, severity: 'error' }])
    expect(await one.parse(page('fine'), 'good.html')).toMatchObject({
      failure: null,
      report: { document: { source: 'good.html' } },
    })
    await one.close()
  })

  test.each(['../bin/worker.cjs', '../dist/pipeline/worker.js'])('gives the record, %s', async (entry) => {
    const one = new ParserPool({ entry: new URL(entry, import.meta.url) })
    const bytes = page(
      report('东山县')
        .split('\n')
        .map((line) => `<p>${line}</p>`)
        .join(''),
    )
    const { report: record, failure } = await one.parse(bytes, 'a.html')
    expect({ record, failure }).toEqual({ record: (await parseReport(bytes, 'a.html')).report, failure: null })
    expect(record.items).toHaveLength(2)
    await one.close()
  })

  test('takes text longer than the program’s own thread may parse, which has no way to give it up', async () => {
    const one = await pool({ parseSeconds: 0.3 })
    const text = (word: string) => strToU8(`青溪县整改方案\n${word}${'整改措施：清。'.repeat(LIMITS.inProcessBytes / 10)}`)
    expect((await one.parse(text('loop'), 'a.txt')).failure).toBe('time_limit')
    expect((await one.parse(text('fine'), 'b.txt')).failure).toBeNull()
    await one.close()
  })

  test('has its own time to load the parser, which is none of the file’s', async () => {
    const one = await pool({ parseSeconds: 0.5, loading: 1500 })
    expect((await one.parse(page('fine'), 'a.html')).failure).toBeNull()
    expect((await one.parse(page('loop'), 'b.html')).failure).toBe('time_limit')
    await one.close()
  })

  test('that is busy does not hold up the next file for long', async () => {
    const one = await pool({ threads: 2 })
    const order: string[] = []
    const slow = one.parse(page('slow'), 'slow').then(() => order.push('slow'))
    await one.parse(page('fine'), 'fine').then(() => order.push('fine'))
    await put('fine is done', '')
    await slow
    expect(order).toEqual(['fine', 'slow'])
    await one.close()
  })

  test('takes what is waiting when one is lost', async () => {
    const one = await pool({ parseSeconds: 0.2, threads: 2 })
    const words = ['loop', 'fine', 'loop', 'exit', 'fine', 'fine']
    const results = await Promise.all(words.map((word) => one.parse(page(word), word)))
    expect(results.map(({ failure }) => failure)).toEqual(['time_limit', null, 'time_limit', 'parser_failed', null, null])
    await one.close()
  })
})

test('a text with the same label thousands of times costs its own time only', { timeout: 120_000 }, async () => {
  const labels = '整改措施：清。'.repeat(30_000)
  await put('a.txt', `青溪县督察整改方案\n一、砖厂扬尘。\n${labels}\n二、污水直排。\n整改措施：治。\n`)
  await put('b.txt', report('东山县'))
  const results = await run([folder], new Memory(), { limits: { parseSeconds: 2 } })
  expect(results[0]).toMatch(/^a\.txt (?:added|time_limit)$/)
  expect(results[1]).toBe('b.txt added')
})

test.each([
  ['plain text', true, '一、问题'],
  ['Markdown', true, '# 标题\n\n## 一、问题\n'],
  ['a page', false, '<!doctype html><html><body>一</body></html>'],
  ['a page behind a comment', false, '<!-- saved -->\n<html><body>一</body></html>'],
  ['a PDF', false, '%PDF-1.7\n'],
  ['an archive', false, 'PK\u0003\u0004'],
  ['much text', false, '一'.repeat(LIMITS.inProcessBytes)],
])('%s is small text: %s', (_name, expected, content) => expect(isSmallText(strToU8(content))).toBe(expected))

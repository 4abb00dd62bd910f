import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import type { Command } from 'commander'
import { strToU8, zipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { COMMANDS } from '../output/cli/commands.js'
import { buildProgram } from '../output/cli/main.js'
import { openLedger } from '../output/store/index.js'
import { width } from '../output/width.js'
import { type CommandWords, commandsZh } from '../output/words/commands-zh.js'
import packageJson from '../package.json' with { type: 'json' }
import { reportSchema } from '../pipeline/record.js'
import { VERSION } from '../pipeline/version.js'
import { type Result, runCommand } from './helpers/command.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'bin/taizhang.js')

const report = (place: string, declared = 2) => `${place}生态环境保护督察反馈问题整改情况

截至2024年6月底，督察反馈的${declared}个问题，已完成整改1个。

一、河道排污口整治不到位（完成整改）
整改目标：完成排污口整治。
整改情况：全部排污口已经封堵。
牵头单位：${place}水利局
完成时限：2024年3月底

二、生活垃圾填埋场管理粗放（正在整改）
整改目标：规范填埋作业。
整改情况：除臭设施正在安装。
牵头单位：${place}住建局
完成时限：2024年12月底
`
const news = '今天上午召开了一个会议，会议听取了有关工作的汇报。\n'

let folder: string
const path = (...parts: string[]) => join(folder, ...parts)
const put = async (name: string, content: string | Uint8Array) => {
  await mkdir(join(path(name), '..'), { recursive: true })
  await writeFile(path(name), content)
}
/** Runs the command in the folder: in this process, which is faster, or as one of its own where it is given input. */
const run = async (args: string[], input?: string | Uint8Array): Promise<Omit<Result, 'json'>> => {
  if (input !== undefined) return spawned(args, input)
  process.chdir(folder)
  const { json: _parsed, ...printed } = await runCommand(args)
  return printed
}
/** Runs the command in the folder as a process. */
const spawned = (
  args: string[],
  input?: string | Uint8Array,
  env: Record<string, string> = {},
): Promise<Omit<Result, 'json'>> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [bin, ...args],
      { cwd: folder, maxBuffer: 1 << 28, env: { ...process.env, ...env } },
      (error, out, err) => resolve({ code: error ? Number(error.code ?? -1) : 0, out, err }),
    )
    child.stdin?.on('error', () => {})
    child.stdin?.end(input)
  })
const json = async (...args: string[]) => JSON.parse((await run([...args, '--json'])).out)
/** Everything in the ledger, as the data set that `export` writes. */
const contents = async () => {
  await run(['export', '--to', 'dump', '--format', 'jsonl'])
  const names = (await readdir(path('dump'))).sort()
  return Promise.all(names.map(async (name) => [name, await readFile(path('dump', name), 'utf8')]))
}

beforeAll(() => {
  if (!existsSync(join(root, 'dist/output/cli/main.js'))) throw new Error('the command is not built: npm run build')
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taizhang-cli-'))
})
afterEach(() => {
  process.chdir(root)
  return rm(folder, { recursive: true })
})

describe('help', () => {
  const program = buildProgram(async () => {})
  const chinese = buildProgram(async () => {}, undefined, 'zh')
  const commands = program.commands.map((command) => command.name())
  const helpOf = (command: Command) => {
    let text = ''
    const writeOut = (part: string) => {
      text += part
    }
    command.configureOutput({ writeOut }).outputHelp()
    return text.trimEnd()
  }

  test('every command prints its own with examples', async () => {
    const results = await Promise.all(commands.map((name) => run([name, '--help', '--lang', 'en'])))
    const lacking = results.filter(
      ({ code, out }, i) => code !== 0 || !out.split('\nExamples:\n')[1]?.includes(`taizhang ${commands[i]}`),
    )
    expect(lacking).toEqual([])
  })

  test.each([
    [
      'docs/cli.md',
      program,
      [
        '# The command line',
        '[中文](cli.zh.md)',
        'What `--help` prints. `UPDATE=1 npx vitest run tests/cli.test.ts` writes this file again.',
      ],
    ],
    [
      'docs/cli.zh.md',
      chinese,
      [
        '# 命令行',
        '[English](cli.md)',
        '`--help --lang zh`输出的内容。本文件由`UPDATE=1 npx vitest run tests/cli.test.ts`生成。',
      ],
    ],
  ])('%s is what the commands say', async (name, commandLine, head) => {
    const sections = [commandLine, ...commandLine.commands].map((command) => {
      const title = command === commandLine ? 'taizhang' : `taizhang ${command.name()}`
      return `## ${title}\n\n\`\`\`text\n${helpOf(command)}\n\`\`\`\n`
    })
    const text = `${[...head, ...sections]
      .join('\n\n')
      .replace(/\n{3,}/g, '\n\n')
      .trimEnd()}\n`
    const file = join(root, name)
    if (process.env.UPDATE && !process.env.CI) await writeFile(file, text)
    expect(await readFile(file, 'utf8')).toBe(text)
  })

  test.each(COMMANDS.map((spec) => [spec.name, spec] as const))(
    '%s has all its words in Chinese, and no others',
    (name, spec) => {
      const { summary, description, options, examples } = commandsZh[name] as CommandWords
      expect(Object.keys(options).sort()).toEqual(spec.options.map(([flags]) => flags).sort())
      expect(Object.keys(examples).sort()).toEqual(spec.examples.flatMap(([line, comment]) => (comment ? [line] : [])).sort())
      for (const text of [summary, description, ...Object.values(options), ...Object.values(examples)])
        expect(text).toMatch(/\p{Script=Han}/u)
    },
  )

  test('no line of the Chinese help is wider than a hundred columns but those of examples', () => {
    const wide = [chinese, ...chinese.commands].flatMap((command) => {
      const [before = '', after = ''] = helpOf(command).split('\n示例：\n')
      return [...before.split('\n'), ...after.split('\n').filter((line) => !line.startsWith('  '))]
    })
    expect(wide.filter((line) => width(line) > 100)).toEqual([])
  })

  test.each<[args: string[], env: Record<string, string>, opens: string]>([
    [['list', '--help', '--lang', 'zh'], {}, '用法: taizhang list [选项]'],
    [['--lang=zh', 'help', 'list'], {}, '用法: taizhang list [选项]'],
    [['--help'], { LC_ALL: 'zh_CN.UTF-8' }, '用法: taizhang [选项] [命令]'],
    [['--help'], { LC_MESSAGES: 'zh_CN.UTF-8' }, '用法: taizhang [选项] [命令]'],
    [['--help'], { LANG: 'zh_CN.UTF-8' }, '用法: taizhang [选项] [命令]'],
    [['--help', '--lang', 'en'], { LANG: 'zh_CN.UTF-8' }, 'Usage: taizhang [options] [command]'],
    [['--help'], { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'Usage: taizhang [options] [command]'],
    [['--help'], { TAIZHANG_LANG: 'zh', LC_ALL: 'C' }, '用法: taizhang [选项] [命令]'],
    [['--help'], { TAIZHANG_LANG: 'en', LANG: 'zh_CN.UTF-8' }, 'Usage: taizhang [options] [command]'],
    [['--help', '--', '--lang', 'zh'], {}, 'Usage: taizhang [options] [command]'],
  ])('%j with %j opens in its language', async (args, env, opens) => {
    for (const [name, value] of Object.entries({ TAIZHANG_LANG: '', LC_ALL: '', LC_MESSAGES: '', LANG: '', ...env }))
      vi.stubEnv(name, value)
    try {
      const { code, out } = await run(args)
      expect(code).toBe(0)
      expect(out.split('\n')[0]).toBe(opens)
    } finally {
      vi.unstubAllEnvs()
    }
  })

  test('the version is the package’s', async () => {
    expect(VERSION).toBe(packageJson.version)
    expect(await run(['--version'])).toMatchObject({ code: 0, out: `${VERSION}\n` })
  })
})

test('wrong usage gives 2, says why on standard error and prints nothing', async () => {
  const cases: [args: string[], why: string][] = [
    [['nonsense'], 'unknown command'],
    [['parse'], 'file'],
    [['parse', 'a', 'b'], 'too many arguments'],
    [['parse', 'a', '--colour'], '--colour'],
    [['parse', 'a', '--format', 'xml'], 'json, yaml or table'],
    [['parse', 'a', '--lang', 'fr'], 'zh or en'],
    [['parse', 'a', '--max-size', 'big'], '--max-size'],
    [['ingest'], 'path'],
    [['ingest', 'a', '--jobs', '0'], '--jobs'],
    [['ingest', 'a', '--time-limit', '1.5'], '--time-limit'],
    [['list', '--kind', 'novel'], '--kind'],
    [['list', '--overdue', '2024-13-01'], '--overdue'],
    [['list', '--role', 'lead_unit'], '--unit'],
    [['show'], 'key'],
    [['search'], 'words'],
    [['search', ' '], 'words'],
    [['list', '--status', 'done'], 'option --status: expected'],
    [['export', '--to', 'x', '--format', 'csv,odt'], 'option --format: expected'],
    [['list', '--due-from', '2025-01-01', '--due-to', '2024-01-01'], 'later than --due-to'],
    [['search', 'a', '--field', 'title'], '--field'],
    [['export'], '--to'],
    [['export', '--to', 'x', '--format', 'csv,doc'], '--format'],
  ]
  const results = await Promise.all(cases.map(([args]) => run(args)))
  const wrong = results.flatMap(({ code, out, err }, i) => {
    const [args, why = ''] = cases[i] ?? []
    return code === 2 && out === '' && err.includes(why) ? [] : [{ args, code, out, err }]
  })
  expect(wrong).toEqual([])
})

describe('parse', () => {
  beforeEach(() => put('a.txt', report('东山县')))

  test('prints a record that fits the schema, and nothing else', async () => {
    const { code, out, err } = await run(['parse', 'a.txt'])
    const record = reportSchema.parse(JSON.parse(out))
    expect({ code, err, source: record.document.source, items: record.items.length }).toEqual({
      code: 0,
      err: '',
      source: 'a.txt',
      items: 2,
    })
  })

  test('gives the same record from standard input and as YAML', async () => {
    const record = JSON.parse((await run(['parse', 'a.txt'])).out)
    const piped = JSON.parse((await run(['parse', '-'], report('东山县'))).out)
    expect({ ...piped, document: { ...piped.document, source: 'a.txt' } }).toEqual(record)
    expect(parseYaml((await run(['parse', 'a.txt', '--format', 'yaml'])).out)).toEqual(record)
  })

  test('prints a table for people, in plain text where it is no terminal', async () => {
    const { code, out } = await run(['parse', 'a.txt', '--format', 'table'])
    expect(code).toBe(0)
    expect(out).toContain('progress 整改情况')
    expect(out).toContain('completed 完成整改')
    expect(out).toContain('河道排污口整治不到位')
    expect(out).not.toContain('\u001b')
  })

  test('explains itself in place of the record', async () => {
    const { code, out } = await run(['parse', 'a.txt', '--explain'])
    expect(code).toBe(0)
    expect(out.trim()).not.toBe('')
    expect(out.trimStart().startsWith('{')).toBe(false)
  })

  test.each([
    ['an empty file', '', 'empty_source'],
    ['a news item', news, 'no_items'],
    ['a binary file', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256), 'binary_source'],
    ['a cut PDF', '%PDF-1.7\n1 0 obj', null],
    ['a cut archive', strToU8('PK\u0003\u0004 and no more'), null],
  ])('prints the record of %s too, with exit code 1', async (_name, content, expected) => {
    await put('bad', content)
    const { code, out } = await run(['parse', 'bad'])
    const { items, diagnostics } = reportSchema.parse(JSON.parse(out))
    const errors = diagnostics.filter(({ severity }) => severity === 'error')
    expect({ code, items: items.length, errors: errors.length > 0 }).toEqual({ code: 1, items: 0, errors: true })
    if (expected) expect(errors.map((one) => one.code)).toContain(expected)
  })

  test.each([
    ['nothing.txt', 'does not exist'],
    ['.', 'taizhang ingest'],
    ['/dev/zero', 'not a regular file'],
  ])('of %s says what to do', async (name, why) => {
    const { code, out, err } = await run(['parse', name])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(why)
  })

  test('takes no more than the limit', async () => {
    await put('line.txt', '')
    await truncate(path('line.txt'), 200 * 1024 * 1024)
    const { code, out, err } = await run(['parse', 'line.txt'])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/200 MB.*64 MB.*--max-size/)
    expect(await run(['parse', '-', '--max-size', '1'], 'x'.repeat(2 << 20))).toMatchObject({ code: 1, out: '' })
  })

  test('ends quietly when its reader has gone', async () => {
    const command = `"${process.execPath}" "${bin}" schema | head -c 10`
    const { err } = await new Promise<{ err: string }>((resolve) => {
      execFile('sh', ['-c', command], (_error, _out, err) => resolve({ err }))
    })
    expect(err).toBe('')
  })
})

test('schema prints JSON Schema', async () => {
  const { code, out } = await run(['schema'])
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    $schema: expect.stringContaining('2020-12'),
    required: expect.arrayContaining(['items']),
  })
})

test('the installed command is the same: a process of its own', async () => {
  await put('a.txt', report('东山县'))
  expect(await spawned(['ingest', 'a.txt', '--quiet'])).toEqual({ code: 0, out: '', err: '' })
  expect(await spawned(['list', '--json'])).toEqual(await run(['list', '--json']))
  expect(await spawned(['list', '--colour'])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--colour') })
  const { out } = await spawned(['--help'], undefined, { TAIZHANG_LANG: '', LC_ALL: 'zh_CN.UTF-8' })
  expect(out.split('\n')[0]).toBe('用法: taizhang [选项] [命令]')
})

test('values answers each line', async () => {
  const { code, out } = await run(['values'], '{"id":7,"text":"2024年6月底前"}\n')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ id: 7, dates: [{ end: '2024-06-30' }] })
})

describe('ingest', () => {
  beforeEach(async () => {
    await put('reports/a/report.txt', report('东山县'))
    await put('reports/a/expected.json', '{}')
    await put('reports/b.txt', report('西山县'))
  })

  test('takes a folder, and changes nothing the second time', async () => {
    const first = await json('ingest', 'reports')
    expect(first.counts).toMatchObject({ added: 2, failed: 0, items: 4, disagree: 0 })
    const before = await contents()
    const second = await run(['ingest', 'reports', '--json'])
    expect(second.code).toBe(0)
    expect(JSON.parse(second.out).counts).toMatchObject({ added: 0, unchanged: 2, items: 4 })
    expect(await contents()).toEqual(before)
  })

  test('ends with a table', async () => {
    const { code, out, err } = await run(['ingest', 'reports'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/reports\/a\/report\.txt\s+added\s+progress 整改情况\s+2\s+1 completed, 1 in progress/)
    expect(out).toContain('2 reports (2 added), 4 items, 0 declared totals disagree')
    expect(await run(['ingest', 'reports', '--quiet'])).toEqual({ code: 0, out: '', err: '' })
  })

  test('records what failed, takes the rest and gives 1', async () => {
    await put('reports/c.txt', '')
    await put('reports/d.html', '<html><body><p>会议召开</p></body></html>')
    const { code, err } = await run(['ingest', 'reports', '--quiet'])
    expect(code).toBe(1)
    expect(err).toMatch(/reports\/c\.txt.*empty_source/)
    expect(await json('list')).toHaveLength(2)
    const { failures } = await json('check')
    expect(failures.map(({ source }: { source: string }) => source).sort()).toEqual(['reports/c.txt', 'reports/d.html'])
  })

  test('takes archives, patterns and standard input', async () => {
    await put('z.zip', zipSync({ '乡/c.txt': strToU8(report('南山县')) }))
    expect((await json('ingest', 'z.zip', 'reports/*.txt')).reports).toMatchObject([
      { source: 'z.zip!乡/c.txt', state: 'added' },
      { source: 'reports/b.txt', state: 'added' },
    ])
    expect(await run(['ingest', '-', '--quiet'], report('北山县'))).toMatchObject({ code: 0 })
    expect(await json('list')).toHaveLength(3)
  })

  test('--reset leaves only what is taken in, once it is in', async () => {
    await run(['ingest', 'reports'])
    expect((await run(['ingest', 'reports/b.txt', '--reset'])).out).toContain('1 report of before taken out')
    expect(await json('list', '--versions')).toMatchObject([{ source: 'reports/b.txt' }])
  })

  test.each([
    ['a name that is not there', ['nothing.txt']],
    ['a name that is not there among others', ['nothing.txt', 'reports/b.txt']],
    ['an empty file', ['empty.txt']],
    ['a news item', ['news.txt']],
  ])('--reset takes nothing out for %s', async (_name, args) => {
    await put('empty.txt', '')
    await put('news.txt', news)
    await run(['ingest', 'reports'])
    const { code, err } = await run(['ingest', ...args, '--reset'])
    expect(code).toBe(1)
    expect(err).toContain('--reset took nothing out')
    expect(await json('list')).toMatchObject([{ source: 'reports/a/report.txt' }, { source: 'reports/b.txt' }])
  })

  test('--reset keeps the earlier record of a source that fails now', async () => {
    await run(['ingest', 'reports'])
    await put('reports/b.txt', '')
    await run(['ingest', 'reports', '--reset'])
    expect(await json('list')).toMatchObject([{ source: 'reports/a/report.txt' }, { source: 'reports/b.txt' }])
  })

  test('new bytes at a path make a new version, and the earlier one stays readable', async () => {
    await run(['ingest', 'reports'])
    const [{ key: old }] = await json('list', '--report', 'reports/b.txt')
    await put('reports/b.txt', report('南山县'))
    expect((await json('ingest', 'reports')).counts).toMatchObject({ replaced: 1, unchanged: 1, added: 0, items: 4 })
    expect(await json('list')).toHaveLength(2)
    expect((await json('list', '--items')).map(({ leadUnits }: { leadUnits: string[] }) => leadUnits[0]).join()).not.toContain(
      '西山县',
    )
    expect((await run(['list', '--versions'])).out).toMatch(new RegExp(`${old}\\s+reports/b\\.txt\\s+1 earlier`))
    const shown = await run(['show', old])
    expect(shown.out).toContain('an earlier version 历史版本: reports/b.txt (version 1)')
    expect(shown.out).toContain('西山县')
    await run(['export', '--to', 'dump'])
    expect(await readFile(path('dump/items.csv'), 'utf8')).not.toContain(old)
  })

  test('the same bytes under another name are one report with two names', async () => {
    await put('reports/copy.txt', report('西山县'))
    expect((await json('ingest', 'reports')).counts).toMatchObject({ added: 2, unchanged: 1, items: 4 })
    const { out } = await run(['list'])
    for (const name of ['reports/b.txt', 'reports/copy.txt']) expect((await run(['list', '--versions'])).out).toContain(name)
    expect(out).toContain('2 reports, 4 items')
    expect(await json('list', '--report', 'reports/copy.txt')).toMatchObject([{ source: 'reports/b.txt', items: 2 }])
  })

  test('--no-index leaves the index for later; reading never writes', async () => {
    await run(['ingest', 'reports', '--no-index'])
    const before = await readFile(path('taizhang.db'))
    expect(await json('search', '填埋')).toHaveLength(2)
    for (const args of [['list'], ['check', '--quiet'], ['show', 'reports/b.txt'], ['export', '--to', 'dump']]) await run(args)
    expect((await readFile(path('taizhang.db'))).equals(before)).toBe(true)
    expect((await run(['index'])).out).toBe('2 reports put into the search index\n')
    expect((await json('search', '填埋'))[0].score).toBeGreaterThan(0)
    expect((await run(['index'])).out).toBe('0 reports put into the search index\n')
  })

  test('a file that succeeds is no longer a failed one', async () => {
    await put('c.txt', '')
    await run(['ingest', 'c.txt'])
    await put('c.txt', report('南山县'))
    await run(['ingest', 'c.txt'])
    expect(await json('check')).toMatchObject({ ok: true, failures: [] })
  })

  test('remove takes out a report or a failed source', async () => {
    await put('reports/c.txt', '')
    await run(['ingest', 'reports'])
    const { code, out } = await run(['remove', 'reports/c.txt', 'reports/b.txt'])
    expect(code).toBe(0)
    expect(out).toMatch(
      /^reports\/c\.txt: 1 failed attempt removed\nreports\/b\.txt: 1 report \([0-9a-f]{12}\) removed\n1 report, 1 failed attempt removed\n$/,
    )
    expect(await json('list')).toMatchObject([{ source: 'reports/a/report.txt' }])
    expect(await json('check')).toMatchObject({ ok: true, failures: [] })
    expect(await run(['remove', 'reports/b.txt'])).toMatchObject({ code: 1, err: expect.stringContaining('reports/b.txt') })
  })

  test('fetches an address, but of a private network only when told to', async () => {
    let pages = 0
    const server = createServer((request, response) => {
      if (request.url !== '/a.txt') return response.writeHead(404).end()
      pages++
      return response.writeHead(200, { etag: '"1"' }).end(report('南山县'))
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.txt`
      const refused = await run(['ingest', url])
      expect({ code: refused.code, pages }).toEqual({ code: 1, pages: 0 })
      expect(refused.err).toContain('--allow-private')
      expect((await json('ingest', url, '--allow-private')).reports).toMatchObject([{ source: url, state: 'added', items: 2 }])
    } finally {
      await new Promise((closed) => server.close(closed))
    }
  })
})

describe('bad input leaves the ledger as it was', () => {
  let ready: string
  beforeAll(async () => {
    folder = ready = await mkdtemp(join(tmpdir(), 'taizhang-cli-'))
    await put('a.txt', report('东山县'))
    await run(['ingest', 'a.txt'])
  })
  afterAll(() => rm(ready, { recursive: true }))
  beforeEach(() => cp(ready, folder, { recursive: true }))
  const known = () => {
    const ledger = openLedger(path('taizhang.db'), { readonly: true })
    const content = [ledger.reports(), ledger.reports().map(({ id }) => ledger.report(id))]
    ledger.close()
    return content
  }

  test.each([
    ['an empty file', 'bad.txt', '', 'empty'],
    ['a binary file', 'bad.txt', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256), 'bad.txt'],
    ['a news item', 'bad.txt', news, 'no list of problems'],
    ['a line of 2 MB', 'bad.txt', '整改'.repeat(350_000), 'bad.txt'],
    ['a cut archive', 'bad.zip', 'PK\u0003\u0004 and no more', 'bad.zip'],
    ['a cut PDF', 'bad.pdf', '%PDF-1.7\n1 0 obj', 'bad.pdf'],
  ])('%s', async (_name, name, content, why) => {
    const before = known()
    await put(name, content)
    const { code, err } = await run(['ingest', name])
    expect(code).toBe(1)
    expect(err).toContain(why)
    expect(known()).toEqual(before)
  })

  test('a line of 200 MB', async () => {
    const before = known()
    await put('line.txt', '')
    await truncate(path('line.txt'), 200 * 1024 * 1024)
    const { code, err } = await run(['ingest', 'line.txt'])
    expect(code).toBe(1)
    expect(err).toMatch(/200 MB.*64 MB/)
    expect(known()).toEqual(before)
  })

  test.each(['--reset', '--quiet'])('a folder without reports, %s', async (option) => {
    const before = known()
    await put('none/notes.json', '{}')
    const { code, err } = await run(['ingest', 'none', option])
    expect(code).toBe(1)
    expect(err).toContain('none holds no file that could be a report')
    expect(known()).toEqual(before)
  })

  test('a folder without reports makes no ledger', async () => {
    await put('none/notes.json', '{}')
    await run(['ingest', 'none', 'nothing.txt', '--db', 'new.db'])
    expect(existsSync(path('new.db'))).toBe(false)
  })

  test.each(['.', 'a.txt/x.db', '/proc/taizhang.db'])('a database that cannot be written: %s', async (db) => {
    const { code, out, err } = await run(['ingest', 'a.txt', '--db', db])
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toContain(db)
    expect(err).not.toContain('unexpected')
  })

  test('a database of another program', async () => {
    const other = new Database(path('other.db'))
    other.exec('CREATE TABLE songs (title TEXT); INSERT INTO songs VALUES (1)')
    other.close()
    const before = await readFile(path('other.db'))
    const commands = [['ingest', 'a.txt'], ['ingest', 'a.txt', '--reset'], ['list'], ['check']]
    for (const { code, out, err } of await Promise.all(commands.map((args) => run([...args, '--db', 'other.db'])))) {
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(err).toContain('other.db')
    }
    expect(await readFile(path('other.db'))).toEqual(before)
  })

  test('a file that is no database', async () => {
    const before = await readFile(path('a.txt'))
    const { code, err } = await run(['ingest', 'a.txt', '--db', 'a.txt'])
    expect(code).toBe(1)
    expect(err).toContain('a.txt')
    expect(await readFile(path('a.txt'))).toEqual(before)
  })
})

describe('questions to a ledger', () => {
  let shared: string
  let key: string
  beforeAll(async () => {
    folder = shared = await mkdtemp(join(tmpdir(), 'taizhang-cli-'))
    await put('a.txt', report('东山县'))
    await put('b.txt', report('西山县', 3))
    await run(['ingest', 'a.txt', 'b.txt'])
    key = (await json('list'))[0].key
  })
  afterAll(() => rm(shared, { recursive: true }))
  const ask = (...args: string[]) => run([...args, '--db', join(shared, 'taizhang.db')])
  const askJson = async (...args: string[]) => JSON.parse((await ask(...args, '--json')).out)

  test.each([['list'], ['check'], ['search', '除臭'], ['show', 'a.txt'], ['export', '--to', 'x']])(
    '%s without a ledger says how to make one',
    async (...args) => {
      const { code, err } = await run([...args, '--db', 'none.db'])
      expect(code).toBe(1)
      expect(err).toContain('taizhang ingest')
      expect(existsSync(path('none.db'))).toBe(false)
    },
  )

  test('list: reports, and items by status, body and day', async () => {
    expect(await askJson('list')).toMatchObject([
      { source: 'a.txt', items: 2 },
      { source: 'b.txt', items: 2 },
    ])
    expect(await askJson('list', '--status', 'completed', '--report', 'a.txt')).toMatchObject([{ seq: 1, due: '2024-03-31' }])
    expect(await askJson('list', '--unit', '西山县住建局', '--role', 'lead_unit')).toMatchObject([{ seq: 2, source: 'b.txt' }])
    expect((await askJson('list', '--overdue', '2025-01-01')).map(({ seq }: { seq: number }) => seq)).toEqual([2, 2])
    expect(await askJson('list', '--items', '--limit', '3')).toHaveLength(3)
    expect((await ask('list')).out).toContain('2 reports, 4 items')
  })

  test('show: a report by key, beginning of the id and source; an item by key and number', async () => {
    const record = reportSchema.parse(await askJson('show', key))
    expect(await askJson('show', key.slice(0, 6))).toEqual(record)
    expect(await askJson('show', 'a.txt')).toEqual(record)
    expect(await askJson('show', `${key}#2`)).toMatchObject({ item: { seq: 2, problem: record.items[1]?.problem } })
    const { out } = await ask('show', `${key}#2`)
    for (const words of ['生活垃圾填埋场管理粗放', 'in progress 正在整改', 'lead unit 牵头单位', '东山县住建局', '2024-12-31'])
      expect(out).toContain(words)
  })

  test('show: what is not there', async () => {
    for (const name of ['nothing', `${key}#9`]) {
      const { code, out, err } = await ask('show', name)
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(err).toMatch(/taizhang list|has items 1 to 2/)
    }
  })

  test('search: all of the words', async () => {
    expect((await askJson('search', '填埋')).map(({ seq }: { seq: number }) => seq)).toEqual([2, 2])
    expect(await askJson('search', '填埋', '水利局')).toEqual([])
    expect((await ask('search', '除臭', '--report', 'a.txt')).out).toMatch(/\[除臭\][\s\S]*1 item\n/)
    expect(await ask('search', '航天')).toMatchObject({ code: 0, out: expect.stringContaining('Nothing found') })
  })

  test('check: gives 1 where a declared total disagrees', async () => {
    expect(await ask('check', '--report', 'a.txt')).toMatchObject({ code: 0 })
    const { code, out } = await ask('check')
    expect(code).toBe(1)
    expect(out).toContain('items: 3 declared, 2 extracted')
    expect((await askJson('check')).totals).toMatchObject([{ source: 'b.txt', measure: 'items', declared: 3, extracted: 2 }])
    expect(await ask('check', '--report', 'nothing')).toMatchObject({ code: 1, out: '' })
  })

  test('check: ends with a line for a machine, alone with --quiet', async () => {
    const { out } = await ask('check')
    // of the report that declares three problems and shows two: the total, its region, and that its reading is uncertain
    expect(out.trimEnd().split('\n').at(-1)).toBe(
      'check=disagrees reports=2 totals=1 errors=0 warnings=3 failed=0 missing=0 renamed=0 changed=0 contradictions=0 faults=0',
    )
    expect(await ask('check', '--quiet', '--report', 'a.txt')).toMatchObject({
      code: 0,
      out: 'check=ok reports=1 totals=0 errors=0 warnings=0 failed=0 missing=0 renamed=0 changed=0 contradictions=0 faults=0\n',
    })
    expect(await askJson('check')).toMatchObject({ verdict: 'disagrees', counts: { totals: 1, faults: 0 } })
  })

  test('export: what was asked for, by report', async () => {
    const { files } = await askJson('export', '--to', 'out', '--format', 'csv,xlsx', '--report', 'a.txt')
    const items = files.find((file: { path: string }) => file.path === join('out', 'items.csv'))
    expect(items.rows).toBe(2)
    expect(files.map((file: { path: string }) => file.path)).toContain(join('out', 'taizhang.xlsx'))
    const csv = await readFile(path('out', 'items.csv'), 'utf8')
    expect(csv.startsWith('\ufeff')).toBe(true)
    await put('file', '')
    expect(await ask('export', '--to', path('file'))).toMatchObject({ code: 1, err: expect.stringContaining('file') })
  })
})

describe('check looks', () => {
  beforeEach(async () => {
    for (const [name, place] of [
      ['a.txt', '东山县'],
      ['b.txt', '西山县'],
      ['c.txt', '南山县'],
    ] as const)
      await put(`in/${name}`, report(place))
    await put('in/z.zip', zipSync({ 'd.txt': strToU8(report('北山县')) }))
    await run(['ingest', 'in'])
  })

  test('whether the sources are still what they were', async () => {
    expect(await run(['check'])).toMatchObject({ code: 0 })
    await rm(path('in/a.txt'))
    await rename(path('in/b.txt'), path('in/e.txt'))
    const gone = await run(['check'])
    // What is gone is said, and is no fault: a report may be read and thrown away.
    expect(gone.code).toBe(0)
    expect(gone.out).toMatch(/missing {2}in\/a\.txt\n/)
    expect(gone.out).toMatch(/renamed {2}in\/b\.txt → .*in\/e\.txt\n/)
    await put('in/c.txt', report('中山县'))
    await put('in/z.zip', zipSync({ 'd.txt': strToU8(report('下山县')) }))
    const changed = await run(['check'])
    expect(changed.code).toBe(1)
    expect(changed.out).toMatch(/changed {2}in\/c\.txt\n {2}changed {2}in\/z\.zip!d\.txt\n/)
    expect(changed.out).toContain('missing=1 renamed=1 changed=2')
    expect(await run(['check', '--no-sources'])).toMatchObject({ code: 0 })
  })

  test('whether the ledger is whole: 3 where it is not', async () => {
    const db = new Database(path('taizhang.db'))
    db.exec('UPDATE stored_items SET span_end = problem_start WHERE report = 1 AND item = 1')
    db.close()
    const { code, out } = await run(['check'])
    expect(code).toBe(3)
    expect(out).toMatch(/record {2}[0-9a-f]{12} \(in\/a\.txt\)/)
    expect(out).toMatch(/\ncheck=broken .*faults=1\n$/)
    const bytes = await readFile(path('taizhang.db'))
    await writeFile(path('taizhang.db'), bytes.fill(0xa5, 4096))
    const damaged = await run(['check'])
    expect(damaged.code).toBe(3)
    expect(damaged.out).toMatch(/check=broken .*faults=[1-9]\d*\n$/)
    expect(await run(['list'])).toMatchObject({ code: 3, err: expect.stringContaining('damaged') })
  })
})

test('overdue: what no report speaks of is told beside what is said to be open', async () => {
  const silent = report('东山县').replace('（正在整改）', '').replace('除臭设施正在安装', '除臭设施')
  await put('a.txt', silent)
  await run(['ingest', 'a.txt'])
  const asked = ['list', '--overdue', '2025-06-30']
  expect(await run(asked)).toMatchObject({ code: 0, err: expect.stringContaining('1 more item is past the day') })
  expect(await json(...asked)).toEqual([])
  expect(await json(...asked, '--unsaid')).toMatchObject([{ seq: 2, status: null }])
  expect(await run([...asked, '--unsaid'])).toMatchObject({ err: '' })
})

describe('a terminal', () => {
  const title = '\u001b]0;taken\u0007\u009b2J\u202e'
  const name = 'a\u001b[2J\nb\u009b31m.html'
  const page = `<html><head><meta charset="utf-8"><title>${title}青溪县</title></head><body>${report('青溪县')
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')}</body></html>`

  test('only shows what titles and names of files hold', async () => {
    await put(name, page)
    await put(`bad${name}`, '<html><body>会议</body></html>')
    const commands = [
      ['parse', name],
      ['parse', name, '--format', 'yaml'],
      ['parse', name, '--format', 'table'],
      ['parse', name, '--explain'],
      ['parse', `gone${name}`],
      ['ingest', name, `bad${name}`, `gone${name}`],
      ['ingest', name, '--json'],
      ['list'],
      ['list', '--json'],
      ['list', '--versions'],
      ['list', '--items'],
      ['show', name],
      ['show', name, '--full', '--json'],
      ['check'],
      ['check', '--json'],
      ['search', `排污口\u001b[2J`],
      ['remove', `gone${name}`],
      ['remove', name],
      [`\u001b[2J`],
      ['list', `--\u001b[2J`],
    ]
    for (const args of commands) {
      const { out, err } = await run(args)
      expect(`${out}${err}`, args.join(' ')).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/)
      // A line break in a name makes no line of its own.
      expect(
        `${out}${err}`.split('\n').filter((line) => line.startsWith('b')),
        args.join(' '),
      ).toEqual([])
    }
  })
})

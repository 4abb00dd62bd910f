/** The round in every format, rounds and comparisons of two ledgers, what contradicts, and names that a ledger does not hold. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../helpers/command.js'

const item = (n: string, problem: string, rest: string[]) => [`${n}、${problem}`, ...rest, ''].join('\n')
const quarry = '石岭采石场越界开采十五亩，边坡裸露至今没有复绿'
const lake = '镜湖沿岸餐馆二十三家把油污直接倒进湖里，群众多次反映'
const kiln = '双河砖瓦厂脱硫设施停运，烟囱长期冒黑烟'
const head = (what: string) => `湘乡市贯彻落实第二轮省级生态环境保护督察反馈问题${what}\n\n`
const plan = `${head('整改方案')}${item('一', quarry, ['整改目标：完成复绿。', '整改措施：（一）种草种树。', '牵头单位：湘乡市自然资源局', '完成时限：2024年6月30日'])}
${item('二', lake, ['整改目标：不再直排。', '整改措施：（一）接入管网。', '牵头单位：湘乡市住建局', '完成时限：2024年12月31日'])}`
const progress = (asOf: string, first: string, second: string, more = '', due = '2024年6月30日') =>
  `${head('整改情况报告')}截至${asOf}，整改情况如下。\n\n${item('一', `${quarry}（${first}）`, ['整改情况：正在种草。', `完成时限：${due}`])}
${item('二', `${lake}（${second}）`, ['整改情况：管网已经动工。'])}${more}`

let dir: string
const at = (name: string) => join(dir, name)
const run = (...args: string[]) => runCommand([...args, '--db', at('ledger.db')])
const ingest = async (name: string, text: string, db = 'ledger.db') => {
  writeFileSync(at(name), text)
  expect(await runCommand(['ingest', at(name), '--quiet', '--db', at(db)])).toMatchObject({ code: 0, err: '' })
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'taizhang-rounds-'))
  await ingest('plan.txt', plan)
  await ingest('may.txt', progress('2024年5月底', '完成整改', '正在整改'))
  copyFileSync(at('ledger.db'), at('may.db'))
  const kilns = item('三', `${kiln}（未启动）`, ['整改情况：尚未动工。'])
  await ingest('july.txt', progress('2024年7月底', '正在整改', '完成整改', kilns, '2024年9月30日'))
}, 120_000)
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const days = ['--from', '2024-05-31', '--to', '2024-07-31']
interface Round {
  problems: number
  counts: Record<string, number>
  items: { key: string; problem: string; due: string | null; dueBefore: string | null; happened: string[] }[]
}
const round = async (...args: string[]) => (await run('digest', '--json', ...args)).json as Round
const whatHappened = ({ items }: Round) => Object.fromEntries(items.map(({ problem, happened }) => [problem, happened]))
const happened = {
  [quarry]: ['reopened', 'moved'],
  [lake]: ['closed'],
  [kiln]: ['new'],
}

describe('digest', () => {
  it('tells what happened between two days', async () => {
    const told = await round(...days)
    expect(whatHappened(told)).toEqual(happened)
    expect(told.items.find(({ problem }) => problem === quarry)).toMatchObject({ due: '2024-09-30', dueBefore: '2024-06-30' })
  })

  it('tells the same against a ledger that was kept, whatever the days of the reports', async () => {
    expect(whatHappened(await round(...days, '--against', at('may.db')))).toEqual(happened)
    const before = await round('--from', '2020-01-01', '--to', '2024-07-31')
    expect(before.counts).toMatchObject({ new: 1, closed: 1, reopened: 0, moved: 1 })
    expect((await round('--from', '2020-01-01', '--to', '2024-07-31', '--against', at('may.db'))).counts).toMatchObject({
      new: 1,
      closed: 1,
      reopened: 1,
      moved: 1,
    })
    expect(await run('digest', ...days, '--against', at('none.db'))).toMatchObject({ code: 1 })
  })

  it('is a page that needs nothing else and runs nothing', async () => {
    const { out } = await run('digest', ...days, '--format', 'html')
    expect(out).toMatch(/^<!doctype html>\n<html lang="zh-CN">/)
    expect(out).toContain('<title>Round 调度 2024-05-31 – 2024-07-31: 3 problems 问题</title>')
    expect(out).toContain(`<td>${kiln}</td>`)
    expect(out).toContain('<td>2024-06-30 → 2024-09-30</td>')
    expect(out).not.toMatch(/<script|<link|<img|https?:\/\//)
    const { code, err } = await run('digest', ...days, '--format', 'html', '--out', at('round.html'))
    expect([code, readFileSync(at('round.html'), 'utf8')]).toEqual([0, out])
    expect(err).toContain('round.html')
  })

  it('is a workbook with real days and Chinese words', async () => {
    expect(await run('digest', ...days, '--format', 'xlsx')).toMatchObject({ code: 2 })
    expect(await run('digest', ...days, '--format', 'xlsx', '--out', at('round.xlsx'), '--quiet')).toMatchObject({
      code: 0,
      err: '',
    })
    const { sheets } = await readXlsx(readFileSync(at('round.xlsx')))
    expect(sheets.map(({ name }) => name.split(' ')[0])).toEqual(['牵头单位', '行政区划', '督察巡视', '问题'])
    const rows = sheets.at(-1)?.rows ?? []
    expect(rows[0]?.[2]).toBe('反馈问题 problem')
    const moved = rows.find((row) => row[2] === quarry)
    expect(moved?.slice(3, 5)).toEqual(['反弹、调整期限', '未完成'])
    expect(moved?.[5]).toEqual(new Date('2024-09-30T00:00:00Z'))
  })

  it('writes files as it prints them', async () => {
    await run('digest', ...days, '--format', 'markdown', '--out', at('round.md'))
    expect(readFileSync(at('round.md'), 'utf8')).toBe((await run('digest', ...days, '--format', 'markdown')).out)
    expect(await run('digest', ...days, '--out', at('round.txt'))).toMatchObject({ code: 2 })
    expect(existsSync(at('round.txt'))).toBe(false)
  })
})

describe('diff of two ledgers', () => {
  interface Diff {
    added: { problem: string }[]
    removed: { problem: string }[]
    changed: { problem: string; changes: { field: string; from: string | null; to: string | null }[] }[]
    unchanged: number
  }
  const diff = async (a: string, b: string) => (await run('diff', at(a), at(b), '--json')).json as Diff

  it('tells problems that are new, gone, or stand otherwise', async () => {
    const told = await diff('may.db', 'ledger.db')
    expect([told.added.map(({ problem }) => problem), told.removed, told.unchanged]).toEqual([[kiln], [], 0])
    expect(Object.fromEntries(told.changed.map(({ problem, changes }) => [problem, changes]))).toEqual({
      [quarry]: [
        { field: 'state', from: 'done', to: 'open' },
        { field: 'due', from: '2024-06-30', to: '2024-09-30' },
      ],
      [lake]: [{ field: 'state', from: 'open', to: 'done' }],
    })
    const back = await diff('ledger.db', 'may.db')
    expect([back.added, back.removed.map(({ problem }) => problem)]).toEqual([[], [kiln]])
    expect(await diff('may.db', 'may.db')).toMatchObject({ added: [], removed: [], changed: [], unchanged: 2 })
  })

  it('knows a problem again whose report was corrected and words it otherwise', async () => {
    copyFileSync(at('may.db'), at('edited.db'))
    for (const [name, text] of [
      ['plan.txt', plan],
      ['may.txt', progress('2024年5月底', '完成整改', '正在整改')],
    ] as const)
      await ingest(name, text.replaceAll('，群众多次反映', '，附近群众反映强烈'), 'edited.db')
    const told = await diff('may.db', 'edited.db')
    expect(told).toMatchObject({ added: [], removed: [], unchanged: 2 })
    writeFileSync(at('plan.txt'), plan)
  })

  it('is for people too, and takes no report beside a ledger', async () => {
    const { code, out } = await run('diff', at('may.db'), at('ledger.db'))
    expect([code, out.trimEnd().split('\n').at(-1)]).toEqual([0, '1 new 新增, 0 gone 减少, 2 changed 变化, 0 unchanged 未变'])
    expect(out).toContain('state: done → open')
    expect(await run('diff', at('may.db'), at('plan.txt'))).toMatchObject({ code: 2 })
  })
})

describe('check', () => {
  it('says where reports contradict one another, and how far a deadline was moved', async () => {
    const { out, json } = await run('check', '--json', '--no-sources')
    const { contradictions, counts, verdict } = json as {
      contradictions: { problem: string; told: { code: string; days?: number } }[]
      counts: Record<string, number>
      verdict: string
    }
    expect(contradictions.map(({ problem, told }) => [problem, told.code, told.days])).toEqual([
      [quarry, 'reopened', undefined],
      [quarry, 'deadline_moved', 92],
    ])
    expect([counts.contradictions, verdict, out.length > 0]).toEqual([2, 'ok', true])
    const short = (await run('check', '--no-sources')).out
    expect(short).toMatch(/Contradictions of reports 前后矛盾: 2\n/)
    const long = (await run('check', '--no-sources', '--warnings')).out
    expect(long).toContain('92 days later')
    expect(long.replace(/\n +/g, '')).toContain('已完成后又列为未完成')
  })
})

describe('a filter by certainty', () => {
  it('takes the reports whose lists are no surer', async () => {
    const certainties = (await run('list', '--json')).json as { key: string }[]
    expect(certainties).toHaveLength(3)
    const listed = async (most: string) =>
      ((await run('list', '--items', '--json', '--certainty', most)).json as unknown[]).length
    expect([await listed('0'), await listed('1')]).toEqual([0, 7])
    expect((await round(...days, '--certainty', '0')).problems).toBe(0)
    expect(
      ((await run('due', '--certainty', '0', '--as-of', '2024-12-01', '--json')).json as { counts: unknown }).counts,
    ).toEqual({
      overdue: 0,
      unsaid: 0,
      notPast: 0,
    })
    expect(await run('list', '--certainty', '1.5')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--certainty: expected a number from 0 to 1'),
    })
  })
})

describe('a name that the ledger does not hold', () => {
  it.each<[args: string[], like: RegExp]>([
    [['show', 'plan.tx'], /did you mean .*plan\.txt/],
    [['show', '湘乡市贯彻落实省级生态环境保护督察反馈问题整改方案'], /did you mean [0-9a-f]{12} \(湘乡市/],
    [['check', '--report', 'june.txt'], /has no report june\.txt; did you mean .*(?:july|plan|may)\.txt/],
    [['history', 'plan.txt#9'], /the report [0-9a-f]{12} has items 1 to 2/],
    [['correct', 'plan.tx#1', 'status', 'completed', '--why', '核实', '--by', '张某'], /did you mean .*plan\.txt#1/],
    [['note', 'plan.txt#7', '备注', '--by', '张某'], /has items 1 to 2/],
    [['corrections', '--as-fixture', 'plan.tx'], /did you mean/],
    [['remove', 'plan.tx'], /did you mean/],
    [['link', '--report', 'plan.tx'], /did you mean/],
    [['diff', 'plan.tx', 'may.txt'], /did you mean/],
  ])('is an error: %j', async (args, like) => {
    const { code, out, err } = await run(...args)
    expect({ code, out: out.replace(/0 reports, 0 failed attempts removed\n/, '') }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(like)
  })
})

/** The filters that the commands share, on a ledger of three regions. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formsOf } from '../../output/store/filters.js'
import { openLedger } from '../../output/store/index.js'
import { parseReport } from '../../pipeline/parse.js'
import { runCommand } from '../helpers/command.js'

let dir: string
const run = (...args: string[]) => runCommand([...args, '--db', join(dir, 'ledger.db')])

const item = (n: string, problem: string, status: string, unit: string, due: string) => `${n}、${problem}（${status}）
整改措施：（一）开展排查。
整改情况：正在推进${n === '一' ? '截污干管' : '有关工作'}。
牵头单位：${unit}
完成时限：${due}
`
const texts: Record<string, string> = {
  'fenghuang.txt': `凤凰县贯彻落实中央生态环境保护督察反馈问题整改情况报告

截至2024年6月底，整改情况如下。

${item('一', '沱江沿岸餐馆污水直排', '正在整改', '凤凰县住建局', '2024年12月底')}
${item('二', '采石场边坡没有复绿', '完成整改', '凤凰县自然资源局', '2024年3月底')}`,
  'yongshun.txt': `永顺县审计查出问题整改情况报告

截至2023年12月底，整改情况如下。

${item('一', '水利专项资金闲置', '正在整改', '永顺县水利局', '2024年6月底')}
${item('二', '扶贫资产没有登记', '未启动', '永顺县财政局', '2025年6月底')}`,
  'xun.txt': `浚县贯彻落实省级生态环境保护督察反馈问题整改方案

一、卫河沿岸畜禽养殖污染突出
整改目标：完成治理。
整改措施：（一）关停两家养殖场。
牵头单位：浚县住房和城乡建设局
完成时限：2024年9月底
`,
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'taizhang-filters-'))
  const db = openLedger(join(dir, 'ledger.db'), { indexing: false })
  for (const [name, text] of Object.entries(texts))
    db.put((await parseReport(new TextEncoder().encode(text), name)).report, { parserVersion: '1' })
  db.close()
}, 60_000)
afterAll(() => rmSync(dir, { recursive: true, force: true }))

interface Row {
  source: string
  seq: number
}
const nameOf = ({ source, seq }: Row) => `${source.split('.')[0]}${seq}`
const listed = async (...args: string[]) => {
  const { code, json, err } = await run('list', '--items', '--json', ...args)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return (json as Row[]).map(nameOf)
}
const ALL = ['fenghuang1', 'fenghuang2', 'xun1', 'yongshun1', 'yongshun2']

describe('list --items', () => {
  it.each<[args: string[], found: string[]]>([
    [[], ALL],
    // A prefecture holds its counties, though no report of theirs names it.
    [
      ['--region', '湘西州'],
      ['fenghuang1', 'fenghuang2', 'yongshun1', 'yongshun2'],
    ],
    [
      ['--region', '凤凰县', '--region', '浚县'],
      ['fenghuang1', 'fenghuang2', 'xun1'],
    ],
    [
      ['--region', '凤凰县，浚县'],
      ['fenghuang1', 'fenghuang2', 'xun1'],
    ],
    [
      ['--region', '43'],
      ['fenghuang1', 'fenghuang2', 'yongshun1', 'yongshun2'],
    ],
    // Short or in full, as printed or not.
    [
      ['--unit', '住建局'],
      ['fenghuang1', 'xun1'],
    ],
    [
      ['--unit', '住房和城乡建设局'],
      ['fenghuang1', 'xun1'],
    ],
    [['--unit', '凤凰县住房和城乡建设局'], ['fenghuang1']],
    [
      ['--unit', '水利局', '--unit', '财政局', '--role', 'lead_unit'],
      ['yongshun1', 'yongshun2'],
    ],
    [['--unit', '水利局', '--role', 'supporting_unit'], []],
    [
      ['--status', 'completed', '--status', 'not_started'],
      ['fenghuang2', 'yongshun2'],
    ],
    [
      ['--status', 'completed,none'],
      ['fenghuang2', 'xun1'],
    ],
    [['--open'], ['fenghuang1', 'yongshun1', 'yongshun2']],
    [['--closure', 'none'], ALL],
    [['--closure', 'closed'], []],
    [
      ['--programme', 'audit'],
      ['yongshun1', 'yongshun2'],
    ],
    [
      ['--programme', 'audit,provincial_environmental_inspection'],
      ['xun1', 'yongshun1', 'yongshun2'],
    ],
    [
      ['--year', '2023'],
      ['yongshun1', 'yongshun2'],
    ],
    [['--kind', 'plan'], ['xun1']],
    [
      ['--due-from', '2024-06-01', '--due-to', '2024-12-31'],
      ['fenghuang1', 'xun1', 'yongshun1'],
    ],
    [
      ['--text', '截污干管'],
      ['fenghuang1', 'yongshun1'],
    ],
    [['--text', '养殖 卫河'], ['xun1']],
    [['--text', '养殖 沱江'], []],
    [
      ['--region', '湘西州', '--open', '--status', 'in_progress'],
      ['fenghuang1', 'yongshun1'],
    ],
    [
      ['--sort', 'due'],
      ['fenghuang2', 'yongshun1', 'xun1', 'fenghuang1', 'yongshun2'],
    ],
    [
      ['--sort', '-due'],
      ['yongshun2', 'fenghuang1', 'xun1', 'yongshun1', 'fenghuang2'],
    ],
    // What has no status comes last either way.
    [
      ['--sort', '-status'],
      ['yongshun2', 'fenghuang1', 'yongshun1', 'fenghuang2', 'xun1'],
    ],
  ])('%j', async (args, found) => {
    expect(await listed(...args)).toEqual(found)
  })

  it.each([
    ['--kind', '--kind', 'novel'],
    ['--sort', '--sort', 'colour'],
    ['--year', '--year', 'last'],
    ['--closure', '--closure', 'open'],
    ['--unit', '--unit', ','],
  ])('refuses a wrong %s', async (option, ...args) => {
    expect(await run('list', '--items', ...args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(option) })
  })
})

const COMMANDS: [name: string, args: string[]][] = [
  ['list', ['list']],
  ['list --items', ['list', '--items']],
  ['search', ['search', '整改']],
  ['digest', ['digest', '--from', '2024-01-31', '--to', '2024-12-31']],
  ['export', ['export', '--to', 'never']],
  ['due', ['due', '--as-of', '2024-07-01']],
]

describe.each(COMMANDS)('%s', (_name, command) => {
  it.each([
    [['--region', '凤皇县'], '凤凰县'],
    [['--region', '永顺市'], '永顺县'],
    [['--report', 'yongshum.txt'], 'yongshun.txt'],
    [['--unit', '凤凰县自然资园局'], '凤凰县自然资源局'],
  ])('names what is most like %j', async (args, like) => {
    const { code, out, err, json } = await run(...command, ...args)
    expect({ code, out, json }).toEqual({ code: 2, out: '', json: undefined })
    expect(err).toMatch(/holds no (region|report|unit) .*did you mean /)
    expect(err.split('did you mean')[1]).toContain(like)
  })
  it('says so where nothing is like it', async () => {
    const { code, err } = await run(...command, '--region', 'Xyz')
    expect(code).toBe(2)
    expect(err).not.toContain('did you mean')
  })
})

describe('how many there are', () => {
  it('is told where the rows are cut', async () => {
    expect((await run('list', '--items', '--limit', '2')).out).toContain('2 of 5 items')
    expect((await run('list', '--limit', '2')).out).toContain('2 of 3 reports')
    expect((await run('list', '--items')).out).toMatch(/\n5 items\n$/)
    const cut = await run('list', '--items', '--limit', '2', '--json')
    expect(cut.json).toHaveLength(2)
    expect(cut.err).toContain('2 of 5 items')
    expect((await run('list', '--overdue', '2025-01-01', '--limit', '1')).out).toContain(
      '1 of 2 items; 2 past the day and open',
    )
    const unsaid = await run('list', '--overdue', '2025-01-01', '--unsaid', '--limit', '3', '--json')
    expect((unsaid.json as Row[]).map(nameOf)).toEqual(['fenghuang1', 'yongshun1', 'xun1'])
  })
})

describe('list --format', () => {
  const problems = ['沱江沿岸餐馆污水直排', '采石场边坡没有复绿']
  it('csv, tsv and ndjson give a row for each item', async () => {
    const of = async (format: string) => (await run('list', '--items', '--report', 'fenghuang.txt', '--format', format)).out
    const tsv = (await of('tsv'))
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'))
    const at = (name: string) => tsv[0]?.indexOf(name) ?? -1
    expect(tsv.slice(1).map((row) => row[at('problem')])).toEqual(problems.map((words) => expect.stringContaining(words)))
    expect(tsv.slice(1).map((row) => [row[at('due')], row[at('status')], row[at('lead_units')]])).toEqual([
      ['2024-12-31', 'in_progress', '凤凰县住建局'],
      ['2024-03-31', 'completed', '凤凰县自然资源局'],
    ])
    const csv = (await of('csv')).trimEnd().split('\n')
    expect(csv[0]).toBe(tsv[0]?.join(','))
    expect(csv).toHaveLength(3)
    const lines = (await of('ndjson'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toEqual((await run('list', '--items', '--report', 'fenghuang.txt', '--format', 'json')).json)
  })
  it('xlsx and csv go to a file', async () => {
    const file = (name: string) => join(dir, name)
    expect(await run('list', '--items', '--format', 'xlsx')).toMatchObject({ code: 2, err: expect.stringContaining('--out') })
    expect(await run('list', '--items', '--out', file('x'))).toMatchObject({ code: 2 })
    const { code, err } = await run('list', '--items', '--format', 'xlsx', '--out', file('items.xlsx'))
    expect({ code, told: err.includes('5 items') }).toEqual({ code: 0, told: true })
    const read = (await parseReport(readFileSync(file('items.xlsx')), 'items.xlsx')).report.document
    expect(read.format).toBe('xlsx')
    expect(read.text).toContain('卫河沿岸畜禽养殖污染突出')
    await run('list', '--format', 'csv', '--out', file('reports.csv'))
    expect(readFileSync(file('reports.csv'), 'utf8')).toMatch(/^\uFEFFreport,source,.*\r\n/)
    expect(await run('list', '--format', 'csv', '--out', file('no/such/folder.csv'))).toMatchObject({ code: 1 })
    expect(existsSync(file('x'))).toBe(false)
  })
})

describe('due', () => {
  const keys = async (...args: string[]) => {
    const { json } = await run('due', '--as-of', '2024-12-01', '--within', '60d', '--json', ...args)
    const { overdue, unsaid, upcoming } = json as Record<'overdue' | 'unsaid' | 'upcoming', Row[]>
    return [overdue, unsaid, upcoming].map((rows) => rows.map(nameOf))
  }
  it('takes the same filters', async () => {
    expect(await keys()).toEqual([['yongshun1'], ['xun1'], ['fenghuang1']])
    expect(await keys('--region', '湘西州')).toEqual([['yongshun1'], [], ['fenghuang1']])
    expect(await keys('--unit', '住房和城乡建设局', '--unit', '财政局')).toEqual([[], ['xun1'], ['fenghuang1']])
    expect(await keys('--programme', 'audit', '--open')).toEqual([['yongshun1'], [], []])
    expect(await keys('--text', '沱江')).toEqual([[], [], ['fenghuang1']])
    expect(await keys('--due-to', '2024-09-01')).toEqual([['yongshun1'], [], []])
  })
  it('is by the day, or as it is asked', async () => {
    const upcoming = async (...args: string[]) => {
      const { json } = await run('due', '--as-of', '2023-12-31', '--within', '900d', '--json', ...args)
      return (json as { upcoming: Row[] }).upcoming.map(nameOf)
    }
    expect(await upcoming()).toEqual(['yongshun1', 'xun1', 'fenghuang1', 'yongshun2'])
    expect(await upcoming('--sort', '-due')).toEqual(['yongshun2', 'fenghuang1', 'xun1', 'yongshun1'])
    expect(await upcoming('--sort', 'region')).toEqual(['xun1', 'fenghuang1', 'yongshun1', 'yongshun2'])
  })
})

describe('search', () => {
  // Not in the index, and in it, which finds the same.
  it.each([false, true])('takes the same filters (index: %s)', async (indexed) => {
    if (indexed) await run('index')
    const found = async (...args: string[]) =>
      ((await run('search', '推进', '--json', ...args)).json as Row[]).map(nameOf).sort()
    expect(await found()).toEqual(['fenghuang1', 'fenghuang2', 'yongshun1', 'yongshun2'])
    expect(await found('--region', '凤凰县')).toEqual(['fenghuang1', 'fenghuang2'])
    expect(await found('--unit', '财政局,住建局')).toEqual(['fenghuang1', 'yongshun2'])
    expect(await found('--open', '--text', '截污', '--programme', 'audit')).toEqual(['yongshun1'])
    expect(await found('--region', '浚县')).toEqual([])
    expect((await run('search', '推进', '--limit', '1')).out).toContain('1 of 4 items')
    expect((await run('search', '推进', '--limit', '1', '--region', '凤凰县')).out).toContain('1 of 2 items')
    expect((await run('search', '推进', '--limit', '4')).out).toMatch(/\n4 items\n$/)
    const sorted = async (...args: string[]) => ((await run('search', '推进', '--json', ...args)).json as Row[]).map(nameOf)
    expect(await sorted('--sort', '-due', '--limit', '2')).toEqual(['yongshun2', 'fenghuang1'])
    expect(await sorted('--sort', 'due', '--limit', '2', '--region', '湘西州')).toEqual(['fenghuang2', 'yongshun1'])
    const cut = await run('search', '推进', '--limit', '1', '--json')
    expect({ rows: cut.json, err: cut.err }).toMatchObject({ rows: [{}], err: expect.stringContaining('1 of 4 items') })
  })
})

describe('digest', () => {
  const round = async (...args: string[]) =>
    (await run('digest', '--from', '2024-01-31', '--to', '2024-12-15', '--json', ...args)).json as {
      problems: number
      counts: Record<string, number>
      items: { problem: string }[]
    }
  const problems = async (...args: string[]) => (await round(...args)).items.map(({ problem }) => problem.slice(0, 2))
  beforeAll(() => run('index'))
  it('takes the same filters', async () => {
    expect(await problems()).toEqual(['沱江', '采石', '卫河', '水利'])
    expect(await problems('--region', '湘西州')).toEqual(['沱江', '采石', '水利'])
    expect(await round('--region', '湘西州', '--open')).toMatchObject({
      problems: 3,
      counts: { new: 1, overdue: 1, closed: 0 },
    })
    expect(await problems('--unit', '住房和城乡建设局')).toEqual(['沱江', '卫河'])
    expect(await problems('--status', 'completed')).toEqual(['采石'])
    expect(await problems('--due-from', '2024-09-01', '--due-to', '2024-09-30')).toEqual(['卫河'])
    expect(await problems('--text', '资金')).toEqual(['水利'])
  })
  it('sorts and cuts its lists, while the counts stay whole', async () => {
    expect(await problems('--sort', '-due')).toEqual(['沱江', '卫河', '水利', '采石'])
    expect(await problems('--sort', 'unit', '--limit', '1')).toHaveLength(1)
    expect((await round('--limit', '1')).counts).toEqual((await round()).counts)
    const { out } = await run('digest', '--from', '2024-01-31', '--to', '2024-12-15', '--limit', '1')
    expect(out).toContain('new 新增: 1 of 2')
  })
})

describe('export', () => {
  const exported = async (...args: string[]) => {
    const to = mkdtempSync(join(dir, 'export-'))
    const { code, out, err } = await run('export', '--to', to, '--format', 'jsonl,ical', ...args)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const rows = (table: string) =>
      readFileSync(join(to, `${table}.jsonl`), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line))
    return { rows, out, ical: readFileSync(join(to, 'deadlines.ics'), 'utf8'), to }
  }
  it('holds the items that are asked for, what belongs to them, and their reports', async () => {
    const { rows, out, ical } = await exported('--region', '湘西州', '--open', '--status', 'in_progress')
    expect(rows('items').map(({ lead_units: units }) => units)).toEqual(['凤凰县住建局', '永顺县水利局'])
    expect(rows('parties').map(({ name }) => name)).toEqual(['凤凰县住建局', '永顺县水利局'])
    const keys = new Set(rows('items').map(({ item: key }) => key))
    for (const table of ['measures', 'deadlines', 'dates'])
      expect(rows(table).filter(({ item: key }) => !keys.has(key))).toEqual([])
    expect(rows('reports').map(({ source }) => source)).toEqual(['fenghuang.txt', 'yongshun.txt'])
    expect(ical.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(out).toContain('\n2 items')
  })
  it('leaves reports whole where only they are asked for', async () => {
    const { rows, out } = await exported('--programme', 'audit')
    expect(rows('reports').map(({ source }) => source)).toEqual(['yongshun.txt'])
    expect(rows('items')).toHaveLength(2)
    expect(out).not.toContain('items\n')
  })
  it('takes the first so many', async () => {
    const { rows, out, to } = await exported('--report', 'yongshun.txt', 'fenghuang.txt', '--sort', '-due', '--limit', '3')
    expect(
      rows('items')
        .map(({ due }) => due)
        .sort(),
    ).toEqual(['2024-06-30', '2024-12-31', '2025-06-30'])
    expect(out).toContain('3 of 4 items')
    expect(await run('export', '--to', to, '--sort', 'due')).toMatchObject({ code: 2, err: expect.stringContaining('--limit') })
    // Another part of the ledger in the same folder does not make one data set with this one.
    await run('export', '--to', to, '--format', 'csv', '--open')
    expect(await run('export', '--to', to, '--check')).toMatchObject({ code: 1, err: expect.stringContaining('earlier state') })
  })
})

describe('forms of a body', () => {
  it('keep what stands before it', () => {
    expect(formsOf('县住建局')).toContain('县住房和城乡建设局')
    expect(formsOf('县住房和城乡建设局')).toContain('县住建局')
    expect(formsOf('石岭镇')).toEqual(['石岭镇'])
  })
})

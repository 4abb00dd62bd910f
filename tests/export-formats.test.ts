/** Workbooks, Parquet files and the table of problems, read back by other readers. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ExportFormat, type ExportOptions, exportLedger } from '../output/export/index.js'
import { tables } from '../output/export/tables.js'
import { lettersOf } from '../output/export/xlsx.js'
import { type Ledger, openLedger } from '../output/store/index.js'
import type { Report } from '../pipeline/record.js'
import { emptyLedger } from './helpers/empty.js'
import { plainReport, sampleReport } from './helpers/record.js'

const v1 = { parserVersion: '1' }
const lake = '镜湖沿岸餐馆二十三家把油污直接倒进湖里，湖湾长期发臭，群众多次反映。'
const quarry = '石岭采石场越界开采十五亩，边坡裸露，至今没有复绿。'
const region = { name: '湖南省湘潭市韶山市', code: '430382', level: 'county' as const }

let dir: string
let ledger: Ledger
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'taizhang-formats-'))
  ledger = openLedger(emptyLedger(join(dir, 'ledger.db')))
})
afterEach(() => {
  ledger.close()
  rmSync(dir, { recursive: true, force: true })
})
const run = (formats: readonly ExportFormat[], more: Partial<ExportOptions> = {}) =>
  exportLedger(ledger, { to: join(dir, 'out'), formats, ...more })
const bytes = (name: string) => readFileSync(join(dir, 'out', name))

/** A report of the county that tells its state on a day. */
const told = (day: string, items: Parameters<typeof plainReport>[0]['items']): Report => {
  const report = plainReport({ source: `${day}.txt`, region, salt: day, items })
  const text = report.document.text.slice(0, 2)
  return { ...report, document: { ...report.document, asOf: { start: day, end: day, precision: 'day', text, span: [0, 2] } } }
}
const keyOf = (report: Report, item: number) => `${report.document.id.slice(0, 12)}#${item}`

describe('a workbook', () => {
  const sheets = async () => (await readXlsx(bytes('taizhang.xlsx'))).sheets
  const rowsOf = async (name: string) => {
    const [head = [], ...rows] = (await sheets()).find((sheet) => sheet.name.endsWith(` ${name}`))?.rows ?? []
    const titles = head.map((title) => String(title).split(' ').at(-1) ?? '')
    return rows.map((row) => Object.fromEntries(titles.map((title, index) => [title, row[index] ?? null])))
  }

  it('has the Chinese word beside each code, and the region, report and source beside each item', async () => {
    ledger.put(sampleReport('https://example.com/a.html'), v1)
    await run(['xlsx'])
    const [first, second] = await rowsOf('items')
    expect(first).toMatchObject({
      status_zh: '达到序时进度',
      status: 'on_schedule',
      problem_state_zh: '未完成',
      source: 'https://example.com/a.html',
      report_title: sampleReport().document.title,
      region: sampleReport().document.region?.name,
    })
    expect(second).toMatchObject({ closure_zh: '已销号', closure: 'closed' })
    expect((await rowsOf('parties'))[0]).toMatchObject({
      role: expect.any(String),
      role_zh: expect.stringMatching(/\p{Script=Han}/u),
    })
  })

  it('shows no places in the text unless they are asked for', async () => {
    ledger.put(sampleReport(), v1)
    await run(['xlsx'])
    const heads = async () => (await sheets()).flatMap(({ rows }) => (rows[0] ?? []).map(String))
    const places = (all: string[]) => all.filter((title) => /(?:start|end)$/.test(title))
    expect(places(await heads())).toEqual([])
    await run(['xlsx'], { places: true })
    const asked = tables.filter(({ xlsx }) => xlsx).flatMap(({ columns }) => columns.filter(({ place }) => place))
    expect(places(await heads())).toHaveLength(asked.length)
  })

  it('is frozen and filtered, and prints on landscape paper with its head on each page', async () => {
    ledger.put(sampleReport(), v1)
    await run(['xlsx'])
    const parts = unzipSync(bytes('taizhang.xlsx'))
    const text = (name: string) => Buffer.from(parts[name] ?? []).toString('utf8')
    const found = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/'))
    expect(found).toHaveLength(tables.filter(({ xlsx }) => xlsx).length + 1)
    for (const name of found) {
      expect(text(name)).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
      expect(text(name)).toMatch(/<autoFilter ref="A1:[A-Z]+\d+"\/>/)
      expect(text(name)).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>')
    }
    expect(text('xl/workbook.xml').match(/_xlnm\.Print_Titles/g)).toHaveLength(found.length)
    expect(text('xl/styles.xml').match(/<font>(?:(?!<\/font>).)*<name val="[^"]+"\/>/g)).toHaveLength(2)
  })

  it('opens with an overview', async () => {
    ledger.put(
      told('2024-05-31', [{ problem: lake, status: 'in_progress', due: '2024-12-31', lead: '县水利局' }, { problem: quarry }]),
      v1,
    )
    ledger.put(told('2024-06-30', [{ problem: lake, status: 'completed' }]), v1)
    await run(['xlsx'])
    const overview = await rowsOf('overview')
    expect((await sheets())[0]?.name).toBe('总览 overview')
    expect(overview.filter(({ part }) => part === '合计' || part === '行政区划')).toEqual([
      { part: '合计', name: '全部问题', problems: 2, done: 1, open: 0, unknown: 1, next_due: null },
      { part: '行政区划', name: region.name, problems: 2, done: 1, open: 0, unknown: 1, next_due: null },
    ])
    expect(overview.filter(({ part }) => part === '期限年份').map(({ name, problems }) => [name, problems])).toEqual([
      ['2024', 1],
      ['未说明', 1],
    ])
  })

  it.each<[index: number, letters: string]>([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('names column %d %s', (index, letters) => expect(lettersOf(index)).toBe(letters))
})

describe('the table of problems', () => {
  const problems = () =>
    bytes('problems.jsonl')
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)

  it('has each problem once, with what every report said of it, and marks what was corrected', async () => {
    const may = told('2024-05-31', [
      { problem: quarry },
      { problem: lake, status: 'in_progress', due: '2024-06-30', lead: '县水利局' },
    ])
    const june = told('2024-06-30', [{ problem: lake, status: 'completed' }])
    ledger.put(may, v1)
    ledger.put(june, v1)
    ledger.correct(keyOf(may, 2), 'due', '2024-09-30', { why: '见通知', by: '张某', day: '2024-07-01' })
    ledger.correct(keyOf(june, 1), 'note', '等待复核', { why: '', by: '张某', day: '2024-07-01' })
    await run(['jsonl'])
    expect(
      problems().map(({ item, state, reports, first_day, last_day, due, history, notes }) => ({
        item,
        state,
        reports,
        first_day,
        last_day,
        due,
        history,
        notes,
      })),
    ).toEqual([
      {
        item: keyOf(may, 1),
        state: 'unknown',
        reports: 1,
        first_day: '2024-05-31',
        last_day: '2024-05-31',
        due: null,
        history: '2024-05-31 未说明',
        notes: null,
      },
      {
        item: keyOf(june, 1),
        state: 'done',
        reports: 2,
        first_day: '2024-05-31',
        last_day: '2024-06-30',
        due: '2024-09-30',
        history: '2024-05-31 正在整改，期限2024-09-30（已更正）\n2024-06-30 完成整改',
        notes: '等待复核',
      },
    ])
  })

  it('is narrowed as the rest is', async () => {
    ledger.put(
      told('2024-05-31', [
        { problem: lake, status: 'in_progress' },
        { problem: quarry, status: 'completed' },
      ]),
      v1,
    )
    await run(['jsonl'], { filter: { open: true } })
    expect(problems().map(({ problem }) => problem)).toEqual([lake])
  })
})

describe('parquet', () => {
  const file = (name: string) => {
    const { buffer, byteOffset, byteLength } = bytes(name)
    return buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer
  }

  it('has lists where lists are, days as days, booleans and nothing where nothing is said', async () => {
    ledger.put(sampleReport(), v1)
    ledger.put(told('2024-05-31', [{ problem: lake, lead: '县水利局' }]), v1)
    await run(['parquet'])
    const items = await parquetReadObjects({ file: file('items.parquet') })
    expect(items).toHaveLength(3)
    const first = items.find(({ status }) => status === 'on_schedule')
    expect(first).toMatchObject({
      lead_units: ['青溪县生态环境局'],
      category_path: ['督察整改进展', '水污染防治'],
      ongoing: false,
      number: 1n,
    })
    expect(first?.due).toEqual(new Date('2025-12-31T00:00:00Z'))
    expect(items.find(({ problem }) => problem === lake)).toMatchObject({
      status: null,
      notes: [],
      lead_units: [expect.stringContaining('水利局')],
    })
    expect((await parquetReadObjects({ file: file('quantities.parquet') })).map(({ value }) => value)).toEqual([12.5, 60])
  })

  it('says what each column means, and has a file for a table without rows', async () => {
    await run(['parquet'])
    for (const { name, columns } of tables) {
      const { num_rows, key_value_metadata = [], schema } = parquetMetadata(file(`${name}.parquet`))
      expect([num_rows, key_value_metadata.length], name).toEqual([0n, columns.length + 1])
      expect(schema[0]?.num_children, name).toBe(columns.length)
    }
  })
})

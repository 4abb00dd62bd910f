import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { isLicence } from '../output/export/datapackage.js'
import { exportDocs } from '../output/export/docs.js'
import { type ExportFormat, type ExportOptions, exportFormats, exportLedger } from '../output/export/index.js'
import { checkExport, readManifest } from '../output/export/manifest.js'
import { tables } from '../output/export/tables.js'
import { workbook, xlsxText } from '../output/export/xlsx.js'
import { type Ledger, LedgerError, openLedger } from '../output/store/index.js'
import { emptyLedger } from './helpers/empty.js'
import { plainReport, sampleReport } from './helpers/record.js'
import { withoutRoot } from './helpers/root.js'

const v1 = { parserVersion: '1' }
const hostile = [
  '=HYPERLINK("http://x","y")',
  '+86',
  '-1+1',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '＝1',
  'a,b"c"\r\nd\ne',
  ' blank ',
  "'quoted",
  '_x0041_',
  '\u0000\u0007',
]

let dir: string
let ledger: Ledger

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'taizhang-export-'))
  ledger = openLedger(emptyLedger(join(dir, 'ledger.db')))
})
afterEach(() => {
  vi.useRealTimers()
  ledger.close()
  rmSync(dir, { recursive: true, force: true })
})

const run = (formats: readonly ExportFormat[], more: Partial<ExportOptions> = {}) =>
  exportLedger(ledger, { to: join(dir, 'out'), formats, ...more })
const read = (name: string, folder = 'out') => readFileSync(join(dir, folder, name), 'utf8')

/** A CSV reader by RFC 4180, apart from the library that writes: records of cells, quotes undone. */
const parseCsv = (text: string): string[][] => {
  const records: string[][] = []
  let record: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex
    const match = cell.exec(text)
    if (!match) throw new Error(`no CSV at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`)
    record.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'))
    if (match[3] === ',') continue
    records.push(record)
    record = []
  }
  return records
}
/** The rows of an exported CSV file as objects. */
const csv = (name: string, folder = 'out'): Record<string, string>[] => {
  const [head = [], ...rows] = parseCsv(read(`${name}.csv`, folder).replace(/^\uFEFF/, ''))
  return rows.map((row) => Object.fromEntries(head.map((column, index) => [column, row[index] ?? ''])))
}
const jsonl = (name: string): Record<string, unknown>[] =>
  read(`${name}.jsonl`)
    .trimEnd()
    .split('\n')
    .filter(Boolean)
    .map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)))

describe('csv', () => {
  it('writes one file a table, with BOM and CRLF, and a row for all that the ledger holds', async () => {
    ledger.put(sampleReport(), v1)
    const { files } = await run(['csv'])
    expect(files.map(({ path }) => path)).toEqual(tables.map(({ name }) => join(dir, 'out', `${name}.csv`)))
    expect(Object.fromEntries(files.map(({ path, rows }) => [path.slice(dir.length + 5, -4), rows]))).toEqual({
      reports: 1,
      names: 1,
      texts: 1,
      problems: 2,
      items: 2,
      categories: 2,
      measures: 5,
      parties: 4,
      deadlines: 3,
      declared_totals: 3,
      diagnostics: 2,
      quantities: 2,
      dates: 1,
      references: 1,
      targets: 1,
      places: 1,
      failures: 0,
    })
    for (const { path } of files) {
      const text = readFileSync(path, 'utf8')
      expect(text.startsWith('\uFEFF')).toBe(true)
      expect(text.endsWith('\r\n')).toBe(true)
    }
  })

  it('tells planned from done, with parents and keys', async () => {
    ledger.put(sampleReport(), v1)
    await run(['csv'])
    const [{ report = '' } = {}] = csv('reports')
    expect(csv('measures').map((row) => [row.measure, row.parent, row.stage, row.label])).toEqual([
      [`${report}#1/1`, '', 'planned', '（一）'],
      [`${report}#1/2`, `${report}#1/1`, 'planned', '1.'],
      [`${report}#1/3`, `${report}#1/1`, 'planned', '2.'],
      [`${report}#1/4`, '', 'planned', '（二）'],
      [`${report}#1/5`, '', 'done', '一是'],
    ])
    expect(csv('items')[0]).toMatchObject({
      item: `${report}#1`,
      status: 'on_schedule',
      due: '2025-12-31',
      lead_units: '青溪县生态环境局',
      ongoing: 'false',
      category_path: '督察整改进展 > 水污染防治',
    })
    expect(csv('quantities').map((row) => [row.value, row.high, row.si_value])).toEqual([
      ['12.5', '', '12500'],
      ['60', '0.30000000000000004', ''],
    ])
  })

  it('leads from a cell back to its place in the text', async () => {
    ledger.put(sampleReport(), v1)
    await run(['csv'])
    const text = csv('texts')[0]?.text ?? ''
    for (const { problem = '', problem_start, problem_end } of csv('items'))
      expect(text.slice(Number(problem_start), Number(problem_end))).toBe(problem)
    for (const { text: words = '', start, end } of [...csv('quantities'), ...csv('targets'), ...csv('deadlines')])
      expect(text.slice(Number(start), Number(end))).toBe(words)
  })

  it('keeps a spreadsheet from running texts, unless told not to', async () => {
    ledger.put(plainReport({ items: hostile.map((problem) => ({ problem })) }), { parserVersion: '1' })
    await run(['csv'])
    const safe = csv('items').map((row) => row.problem ?? '')
    expect(safe.slice(0, 7)).toEqual(hostile.slice(0, 7).map((text) => `'${text}`))
    expect(safe.slice(7)).toEqual(hostile.slice(7))
    await run(['csv'], { formulaSafe: false })
    expect(csv('items').map((row) => row.problem)).toEqual(hostile)
  })

  it('leaves negative numbers numbers', async () => {
    const sample = sampleReport()
    const [item] = sample.items
    const [quantity] = item?.quantities ?? []
    if (!item || !quantity) throw new Error('the sample lost its quantity')
    ledger.put(
      { ...sample, items: [{ ...item, quantities: [{ ...quantity, value: -5.5, low: -1e-7 }] }] },
      { parserVersion: '1' },
    )
    await run(['csv', 'jsonl'])
    expect(csv('quantities').map((row) => [row.value, row.low])).toEqual([['-5.5', '-1e-7']])
    expect(jsonl('quantities')).toMatchObject([{ value: -5.5, low: -1e-7 }])
  })
})

describe('jsonl', () => {
  it('writes typed values, every column named, without BOM', async () => {
    ledger.put(sampleReport(), v1)
    await run(['jsonl'])
    expect(read('items.jsonl').startsWith('{')).toBe(true)
    const [first, second] = jsonl('items')
    expect(Object.keys(first ?? {})).toEqual(tables.find(({ name }) => name === 'items')?.columns.map(({ name }) => name))
    expect(first).toMatchObject({ number: 1, ongoing: false, closure: null, due: '2025-12-31' })
    expect(second).toMatchObject({ number: 2, ongoing: true, closure: 'closed', goal: null, lead_units: null })
    expect(jsonl('declared_totals').map(({ agrees }) => agrees)).toEqual([true, true, null])
  })

  it('keeps hostile texts as they are', async () => {
    ledger.put(plainReport({ items: hostile.map((problem) => ({ problem })) }), { parserVersion: '1' })
    await run(['jsonl'])
    expect(jsonl('items').map(({ problem }) => problem)).toEqual(hostile)
  })
})

describe('xlsx', () => {
  const sheetsOf = async (bytes: Uint8Array) => (await readXlsx(bytes, { readStyles: true })).sheets

  it('has an overview and a sheet a table with real dates, numbers and booleans under a frozen head', async () => {
    ledger.put(sampleReport(), v1)
    const { files } = await run(['xlsx'])
    expect(files.map(({ path }) => path)).toEqual([join(dir, 'out', 'taizhang.xlsx')])
    const sheets = await sheetsOf(readFileSync(join(dir, 'out', 'taizhang.xlsx')))
    const shown = tables.filter(({ xlsx }) => xlsx)
    expect(sheets.map(({ name }) => name)).toEqual(['总览 overview', ...shown.map(({ zh, name }) => `${zh} ${name}`)])
    for (const sheet of sheets) expect(sheet.freezePane?.rows).toBe(1)
    const items = sheets.find(({ name }) => name === '问题 items')
    const at = (name: string) => items?.rows[0]?.indexOf(name) ?? -1
    const [, first, second] = items?.rows ?? []
    expect(first?.[at('最后期限 due')]).toEqual(new Date('2025-12-31T00:00:00Z'))
    expect(first?.[at('序号 number')]).toBe(1)
    expect(second?.[at('长期坚持 ongoing')]).toBe(true)
    const widths = items?.columns?.map(({ width = 0 }) => width) ?? []
    expect(widths.length).toBe(items?.rows[0]?.length)
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(8)
    expect(widths[at('反馈问题 problem')]).toBeGreaterThan(40)
    expect(Math.max(...widths)).toBeLessThan(61)
  })

  it('keeps hostile texts as texts', async () => {
    ledger.put(plainReport({ items: hostile.map((problem) => ({ problem })) }), { parserVersion: '1' })
    await run(['xlsx'])
    const sheets = await sheetsOf(readFileSync(join(dir, 'out', 'taizhang.xlsx')))
    const items = sheets.find(({ name }) => name === '问题 items')
    const column = items?.rows[0]?.indexOf('反馈问题 problem') ?? -1
    expect(items?.rows.slice(1).map((row) => row[column])).toEqual(hostile)
    expect([...(items?.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined)).toEqual([])
  })

  it('cuts a text that a cell cannot hold, and says so by …', () => {
    const cut = xlsxText('水'.repeat(40_000))
    expect(cut.length).toBe(32_767)
    expect(cut.endsWith('水…')).toBe(true)
    expect(xlsxText(`${'水'.repeat(32_765)}😀😀`)).toBe(`${'水'.repeat(32_765)}…`)
    expect(xlsxText('水'.repeat(32_767)).endsWith('水')).toBe(true)
  })

  it('goes on in a second sheet where a table has more rows than a sheet may have', async () => {
    const table = tables.find(({ name }) => name === 'places')
    if (!table) throw new Error('no places')
    const rows = [1, 2, 3, 4, 5].map((n) => ['a#1', n, `地${n}`, null, null, null, null])
    const sheets = await sheetsOf(await workbook([{ table, rows }], 3))
    expect(sheets.map(({ name, rows: shown }) => [name, shown.length])).toEqual([
      ['地点 places', 3],
      ['地点 places_2', 3],
      ['地点 places_3', 2],
    ])
  })
})

/** What the specification of Data Packages (v1) and of table schemas asks for. */
const name = z.string().regex(/^[-a-z0-9._/]+$/)
const reference = z.object({
  resource: z.union([name, z.literal('')]),
  fields: z.union([z.string(), z.array(z.string()).min(1)]),
})
const packageSchema = z.object({
  name,
  profile: z.literal('tabular-data-package'),
  title: z.string(),
  version: z.string().regex(/^\d+\.\d+\.\d+/),
  licenses: z
    .array(z.union([z.strictObject({ name: z.string().regex(/^[-a-zA-Z0-9._]+$/) }), z.strictObject({ path: z.url() })]))
    .min(1)
    .optional(),
  sources: z.array(z.object({ title: z.string(), path: z.url().optional() })).min(1),
  recordSchemaVersion: z.literal(1),
  resources: z
    .array(
      z.object({
        name,
        profile: z.literal('tabular-data-resource'),
        path: z.string().regex(/^(?!\/)(?!.*\.\.)[^\\]+$/),
        format: z.literal('csv'),
        mediatype: z.literal('text/csv'),
        encoding: z.literal('utf-8'),
        bytes: z.int().positive(),
        hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
        dialect: z.object({
          delimiter: z.literal(','),
          doubleQuote: z.literal(true),
          lineTerminator: z.literal('\r\n'),
          header: z.literal(true),
        }),
        schema: z.object({
          fields: z
            .array(
              z.object({
                name: z.string().min(1),
                type: z.enum(['string', 'integer', 'number', 'boolean', 'date']),
                title: z.string().min(1),
                description: z.string().regex(/ · .*\p{Script=Han}/u),
                constraints: z
                  .object({ required: z.boolean().optional(), enum: z.array(z.string()).min(1).optional() })
                  .optional(),
                categories: z.array(z.object({ value: z.string(), label: z.string().regex(/\p{Script=Han}/u) })).optional(),
              }),
            )
            .min(1),
          missingValues: z.array(z.string()),
          primaryKey: z.array(z.string()).min(1),
          foreignKeys: z
            .array(z.object({ fields: z.string(), reference }))
            .min(1)
            .optional(),
        }),
      }),
    )
    .min(1),
})
const fits: Record<string, RegExp> = {
  string: /^[\s\S]*$/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?(e[-+]\d+)?$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
}

describe('datapackage', () => {
  it('describes its files as they are: sizes, hashes, types, keys', async () => {
    ledger.put(sampleReport(), v1)
    ledger.put(plainReport({ items: hostile.map((problem) => ({ problem, due: '2024-05-01', lead: '县住建局' })) }), {
      parserVersion: '1',
    })
    ledger.fail({
      id: null,
      source: 'broken.pdf',
      parserVersion: '1',
      diagnostics: [{ code: 'unreadable', severity: 'error', message: 'It is damaged.', span: null, item: null }],
    })
    const { files } = await run(['datapackage'])
    expect(files.at(-1)?.path).toBe(join(dir, 'out', 'datapackage.json'))
    const described = packageSchema.parse(JSON.parse(read('datapackage.json')))
    expect(described.resources.map((resource) => resource.name)).toEqual(tables.map((table) => table.name))
    for (const { name: resource, path, bytes, hash, schema } of described.resources) {
      const content = readFileSync(join(dir, 'out', path))
      expect(content.length, path).toBe(bytes)
      expect(`sha256:${createHash('sha256').update(content).digest('hex')}`, path).toBe(hash)
      const head = parseCsv(content.toString('utf8'))[0]
      expect(head).toEqual(schema.fields.map((field) => field.name))
      const rows = csv(`data/${resource}`)
      for (const row of rows)
        for (const field of schema.fields) {
          const value = row[field.name] ?? ''
          if (value === '') expect(field.constraints?.required ?? false, `${resource}.${field.name}`).toBe(false)
          else expect(value, `${resource}.${field.name}`).toMatch(fits[field.type] ?? /^$/)
          if (value !== '' && field.constraints?.enum)
            expect(field.constraints.enum, `${resource}.${field.name}`).toContain(value)
        }
      const keys = rows.map((row) => schema.primaryKey.map((field) => row[field]).join('|'))
      expect(new Set(keys).size, `${resource}: primary key`).toBe(keys.length)
      for (const { fields, reference: target } of schema.foreignKeys ?? []) {
        const targetName = target.resource === '' ? resource : target.resource
        const present = new Set(csv(`data/${targetName}`).map((row) => row[String(target.fields)]))
        for (const row of rows) if (row[fields] !== '') expect(present, `${resource}.${fields}`).toContain(row[fields])
      }
    }
    expect(csv('data/failures')).toEqual([
      { number: '1', source: 'broken.pdf', id: '', parser_version: '1', reasons: 'unreadable: It is damaged.' },
    ])
  })
})

describe('the licence of a data package', () => {
  it('is what the user names, and none where the user names none', async () => {
    ledger.put(sampleReport(), v1)
    const named = () => packageSchema.parse(JSON.parse(read('datapackage.json'))).licenses
    await run(['datapackage'])
    expect(named()).toBeUndefined()
    await run(['datapackage'], { licences: ['CC-BY-4.0', 'https://licences.example/open.html'] })
    expect(named()).toEqual([{ name: 'CC-BY-4.0' }, { path: 'https://licences.example/open.html' }])
  })

  it.each(['CC BY 4.0', 'http://', '', '../licence.txt', '许可'])('%j is none', (licence) => {
    expect(isLicence(licence)).toBe(false)
  })
})

describe('every export', () => {
  const digest = (folder: string) =>
    readdirSync(join(dir, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(dir, folder).length + 1))
      .sort()
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(join(dir, folder, file)))
          .digest('hex'),
      ])

  it('gives the same bytes for the same reports, in whatever order they went in', async () => {
    const others = [1, 2, 3].map((n) =>
      plainReport({ source: `reports/${n}.txt`, salt: String(n), items: [{ problem: '河道淤积。' }] }),
    )
    for (const report of [sampleReport(), ...others]) ledger.put(report, { parserVersion: '1' })
    await run(exportFormats, { to: join(dir, 'one') })
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-02-03T04:05:06Z') })
    const second = openLedger(join(dir, 'second.db'))
    for (const report of [...others].reverse()) second.put(report, { parserVersion: '1' })
    second.put(sampleReport(), { parserVersion: '1' })
    await exportLedger(second, { to: join(dir, 'two'), formats: exportFormats })
    second.close()
    vi.useRealTimers()
    expect(digest('two')).toEqual(digest('one'))
    // csv, jsonl, parquet and the package's csv; workbook, descriptor, calendar, list.
    expect(digest('one').length).toBe(tables.length * 4 + 4)
  })

  it('narrows to the reports that are asked for', async () => {
    const other = plainReport({ items: [{ problem: '河道淤积。' }] })
    ledger.put(sampleReport(), v1)
    ledger.put(other, { parserVersion: '1' })
    ledger.fail({ id: null, source: 'broken.pdf', parserVersion: '1', diagnostics: [] })
    await run(['csv'], { reports: [other.document.id.slice(0, 12)] })
    expect(csv('reports').map((row) => row.id)).toEqual([other.document.id])
    expect(csv('items').map((row) => row.problem)).toEqual(['河道淤积。'])
    expect([csv('measures'), csv('failures')]).toEqual([[], []])
    await expect(run(['csv'], { reports: ['nothing'] })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('exports an empty ledger as heads without rows', async () => {
    await run(exportFormats)
    expect(csv('items')).toEqual([])
    expect(read('items.jsonl')).toBe('')
  })

  it('works on a ledger that is open for reading', async () => {
    ledger.put(sampleReport(), v1)
    const reading = openLedger(ledger.path, { readonly: true })
    const { files } = await exportLedger(reading, { to: join(dir, 'out'), formats: ['csv'] })
    reading.close()
    expect(files.length).toBe(tables.length)
  })

  it('leaves the earlier export and no scraps when it cannot go on', async () => {
    ledger.put(sampleReport(), v1)
    await run(['csv', 'datapackage'])
    const before = digest('out')
    const failing: Ledger = {
      ...ledger,
      query: (sql, ...params) => {
        if (sql.includes('parties')) throw new LedgerError('corrupt', 'The database is damaged.')
        return ledger.query(sql, ...params)
      },
    }
    await expect(
      exportLedger(failing, { to: join(dir, 'out'), formats: ['csv', 'datapackage'], formulaSafe: false }),
    ).rejects.toMatchObject({ code: 'corrupt' })
    expect(digest('out')).toEqual(before)
  })

  it('says so when the folder cannot be written', async () => {
    writeFileSync(join(dir, 'file'), 'x')
    await expect(run(['csv'], { to: join(dir, 'file') })).rejects.toMatchObject({ code: 'unwritable' })
    await expect(run(['csv'], { to: join(dir, 'file', 'deep') })).rejects.toMatchObject({ code: 'unwritable' })
    chmodSync(dir, 0o555)
    const restore = withoutRoot()
    await expect(run(['csv'])).rejects.toMatchObject({ code: 'unwritable' })
    restore()
    chmodSync(dir, 0o755)
  })
})

describe('versions', () => {
  const of = (text: string) => plainReport({ source: 'a.txt', items: [{ problem: text }] })
  const [old, now] = [of('河道淤积。'), of('河道已经疏浚。')]
  beforeEach(() => {
    ledger.put(old, v1)
    ledger.put(now, v1)
    ledger.named(now.document.id, { source: 'b.txt' })
  })

  it('are left out, but the current one has all its names', async () => {
    await run(['csv'])
    expect(csv('reports').map((row) => [row.id, row.source, row.current])).toEqual([[now.document.id, 'a.txt', 'true']])
    expect(csv('items').map((row) => row.problem)).toEqual(['河道已经疏浚。'])
    expect(csv('names').map((row) => row.source)).toEqual(['a.txt', 'b.txt'])
  })

  it('are exported when they are asked for', async () => {
    await run(['csv'], { versions: true })
    expect(
      csv('items')
        .map((row) => row.problem)
        .sort(),
    ).toEqual(['河道已经疏浚。', '河道淤积。'])
    expect(
      csv('reports')
        .map((row) => [row.id, row.current])
        .sort(),
    ).toEqual(
      [
        [old.document.id, 'false'],
        [now.document.id, 'true'],
      ].sort(),
    )
    await run(['csv'], { reports: [old.document.id.slice(0, 12)], to: join(dir, 'one') })
    expect(csv('items', 'one').map((row) => row.problem)).toEqual(['河道淤积。'])
  })
})

describe('a whole export', () => {
  const faults = () => checkExport(join(dir, 'out')).faults.map(({ path, fault }) => `${path} ${fault}`)
  const list = () => readManifest(join(dir, 'out'))?.map(({ path }) => path) ?? []

  it('is told by its list: all files with their hashes', async () => {
    expect(faults()).toEqual(['manifest.json no_manifest'])
    ledger.put(sampleReport(), v1)
    const { files } = await run(exportFormats)
    expect(list()).toEqual(files.map(({ path }) => path.slice(dir.length + 5)))
    expect(faults()).toEqual([])
    writeFileSync(join(dir, 'out', 'items.csv'), 'x')
    rmSync(join(dir, 'out', 'parties.csv'))
    expect(faults()).toEqual(['items.csv changed', 'parties.csv missing'])
    await run(exportFormats)
    expect(faults()).toEqual([])
  })

  it('keeps the files of an earlier one in the list, and tells where they are of another state', async () => {
    ledger.put(sampleReport(), v1)
    await run(['csv'])
    await run(['jsonl'])
    expect(list()).toHaveLength(tables.length * 2)
    expect(faults()).toEqual([])
    ledger.put(plainReport({ items: [{ problem: '河道淤积。' }] }), v1)
    await run(['jsonl'])
    expect(faults()).toEqual(tables.map(({ name }) => `${name}.csv other_state`))
  })

  it('is told apart from one of which a part was exchanged', async () => {
    ledger.put(sampleReport(), v1)
    await run(['csv'])
    ledger.put(plainReport({ items: [{ problem: '河道淤积。' }] }), v1)
    await run(['csv'], { to: join(dir, 'next') })
    cpSync(join(dir, 'next', 'items.csv'), join(dir, 'out', 'items.csv'))
    expect(faults()).toEqual(['items.csv changed'])
  })

  it('takes away what a killed one has left, and leaves alone what a running one makes', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid
    for (const name of [`.export-${gone}-abc`, '.export-Ab12Cd', `.export-${process.ppid}-abc`, '.exports'])
      mkdirSync(join(dir, 'out', name), { recursive: true })
    ledger.put(sampleReport(), v1)
    await run(['csv'])
    expect(readdirSync(join(dir, 'out')).filter((name) => name.startsWith('.'))).toEqual([
      `.export-${process.ppid}-abc`,
      '.exports',
    ])
  })
})

describe('docs/export.md', () => {
  it('is what the tables say', () => {
    const file = new URL('../docs/export.md', import.meta.url)
    if (process.env.UPDATE === '1' && !process.env.CI) writeFileSync(file, exportDocs())
    expect(readFileSync(file, 'utf8')).toBe(exportDocs())
  })

  it('has a meaning in both languages for every column', () => {
    for (const table of tables)
      for (const { name: column, en, about, zh } of table.columns) {
        expect(en, `${table.name}.${column}`).toMatch(/^[A-Za-z=]/)
        expect(about, `${table.name}.${column}`).toMatch(/\p{Script=Han}/u)
        expect(zh, `${table.name}.${column}`).toMatch(/^[\p{Script=Han}]+$/u)
      }
  })
})

describe('ical', () => {
  const due = { problem: '河道排污口没有封堵，沿岸居民多次反映水质发黑发臭。', due: '2025-06-30', lead: '河东县水利局' }
  const events = (text: string) => text.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1)

  it('has a whole day for each deadline of what is not done, of measures too', async () => {
    const sample = sampleReport()
    ledger.put(plainReport({ items: [due, { problem: '矿山已经复绿。', due: '2025-01-31', status: 'completed' }] }), v1)
    ledger.put(sample, v1)
    const { files } = await run(['ical'])
    expect(files).toEqual([{ path: join(dir, 'out', 'deadlines.ics'), rows: 3 }])
    const text = read('deadlines.ics')
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    const found = events(text).map((event) => [
      /DTSTART;VALUE=DATE:(\d+)/.exec(event)?.[1],
      /SUMMARY:([^\r]*)/.exec(event)?.[1],
    ])
    expect(found).toEqual([
      ['20241231', '措施到期：（一）补建管网。'],
      ['20250630', '整改到期：河道排污口没有封堵，沿岸居民多次反映水质发黑发臭。'],
      ['20251231', '整改到期：农村生活污水收集率偏低，PM2.5监测点缺一处。'],
    ])
    expect(text).toContain('责任单位：河东县水利局')
  })

  it('is the same text again, and of the reports that are asked for', async () => {
    ledger.put(plainReport({ items: [due] }), v1)
    ledger.put(sampleReport(), v1)
    await run(['ical'])
    const first = read('deadlines.ics')
    await run(['ical'])
    expect(read('deadlines.ics')).toBe(first)
    await run(['ical'], { reports: ['hedong.txt'] })
    expect(events(read('deadlines.ics'))).toHaveLength(1)
  })
})

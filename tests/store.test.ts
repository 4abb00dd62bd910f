import { fork } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeStore, storeDocs } from '../output/store/docs.js'
import { type Ledger, LedgerError, openLedger } from '../output/store/index.js'
import { indexedRows } from '../output/store/match.js'
import { ledgerError } from '../output/store/open.js'
import { isPostgres } from '../output/store/postgres/address.js'
import { tablesOf } from '../output/store/postgres/ddl.js'
import { APPLICATION_ID, SCHEMA_VERSION } from '../output/store/schema.js'
import { defineFunctions } from '../output/store/sqlite.js'
import { parseReport } from '../pipeline/parse.js'
import type { Report } from '../pipeline/record.js'
import { idOf, plainReport, sampleReport } from './helpers/record.js'
import { dropMade, sqlite, stores } from './helpers/stores.js'

const v1 = { parserVersion: '1' }
let dir: string
let path: string
let open: Ledger[] = []

const ledger = (options = {}, file = path): Ledger => {
  const opened = openLedger(file, options)
  open.push(opened)
  return opened
}
const readers = new Map<string, Ledger>()
/** One connection for all that a test asks of a ledger on the server. */
const readerOf = (file: string): Ledger => {
  const reader = readers.get(file) ?? ledger({ readonly: true }, file)
  readers.set(file, reader)
  return reader
}
/** Plain SQL on the file, without the store's code; on the server, as a reader asks it. */
const sql = (query: string, file = path): unknown[] => {
  if (isPostgres(file)) return [...readerOf(file).query(query)].map((row) => Object.values(row))
  const db = new Database(file, { readonly: true })
  try {
    return db.prepare(query).raw().all()
  } finally {
    db.close()
  }
}
const codeOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof LedgerError) return error.code
    throw error
  }
  return 'no error'
}

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'taizhang-store-'))
  path = join(dir, 'ledger.db')
})
afterEach(() => {
  for (const one of open) one.close()
  open = []
  readers.clear()
  rmSync(dir, { recursive: true, force: true })
})

const records = new Map<string, Promise<Report>>()
/** The record of a report's file: parsed once, for both stores. */
const recordOf = (file: URL): Promise<Report> => {
  const known = records.get(file.href) ?? parseReport(readFileSync(file), file.pathname).then(({ report }) => report)
  records.set(file.href, known)
  return known
}

describe.each(stores)('in $name', (store) => {
  const dialect = store === sqlite ? 'sqlite' : 'postgres'
  beforeEach(() => {
    path = store.make(dir)
  })
  afterEach(dropMade)

  describe('put and report', () => {
    it('gives the same record back, byte for byte', () => {
      const db = ledger()
      const report = sampleReport()
      expect(db.put(report, v1)).toBe('added')
      expect(JSON.stringify(db.report(report.document.id))).toBe(JSON.stringify(report))
    })

    it('stores every field of the record in a column that can be asked for', () => {
      ledger().put(sampleReport(), v1)
      const tables = tablesOf(SCHEMA_VERSION).map(({ name }) => name)
      const empty = tables.filter((name) => sql(`SELECT 1 FROM ${name} LIMIT 1`).length === 0)
      expect(empty.sort()).toEqual([
        'corrections',
        'failure_diagnostics',
        'failures',
        'grounds',
        'item_overlays',
        'link_decisions',
        'overlays',
        'stale_threads',
        'stored_links',
        'threads',
      ])
      expect(sql('SELECT item, kind, parent, depth, position, label, text FROM actions ORDER BY item, action')).toEqual([
        [1, 'measure', null, 1, 1, '（一）', '补建管网。'],
        [1, 'measure', 1, 2, 1, '1.', '先建镇区管网。'],
        [1, 'measure', 1, 2, 2, '2.', '再建村级管网。'],
        [1, 'measure', null, 1, 2, '（二）', '加强巡查。'],
        [1, 'progress', null, 1, 1, '一是', '已建成管网12.5公里，见《青溪县治水方案》（青办发〔2023〕8号）。'],
      ])
      expect(sql('SELECT action, role, kind, ifnull(full_name, name), title, scope FROM parties ORDER BY party')).toEqual([
        [null, 'lead_unit', 'unit', '青溪县生态环境局', null, '负责总体调度'],
        [null, 'lead_official', 'person', '周某某', '副县长', null],
        [null, 'supporting_unit', 'group', '各乡镇', null, null],
        [1, 'responsible_unit', 'unit', '青溪县水利局', null, null],
      ])
      expect(
        sql(
          'SELECT d.action, e.kind, e.date, e.scope FROM deadlines d JOIN deadline_entries e USING (report, item, deadline) ORDER BY deadline, entry',
        ),
      ).toEqual([
        [null, 'date', '2025-12-31', '管网'],
        [null, 'long_term', null, null],
        [1, 'date', '2024-12-31', null],
      ])
      expect(sql('SELECT si_value, si_unit FROM quantities')).toEqual([
        [12500, 'm'],
        [null, null],
      ])
      expect(sql('SELECT item, name, code FROM places')).toEqual([[1, '湖南省青溪县', '439999']])
    })

    it('leads from a cell back to its place in the text', () => {
      ledger().put(sampleReport(), v1)
      const [[text]] = sql('SELECT text FROM documents') as [[string]]
      const cells = [
        ...sql('SELECT problem, problem_start, problem_end FROM items'),
        ...sql('SELECT goal, goal_start, goal_end FROM items WHERE goal IS NOT NULL'),
        ...sql('SELECT status_text, status_start, status_end FROM items'),
        ...sql('SELECT text, span_start, span_end FROM deadlines'),
        ...sql('SELECT text, span_start, span_end FROM quantities'),
        ...sql('SELECT name, span_start, span_end FROM parties'),
      ] as [string, number, number][]
      expect(cells.length).toBeGreaterThan(12)
      for (const [words, start, end] of cells) expect(text.slice(start, end)).toBe(words)
    })

    it('replaces the rows of a report and leaves no old ones', () => {
      const db = ledger()
      const report = sampleReport()
      db.put(report, v1)
      db.put(plainReport({ items: [{ problem: '河道淤积。' }] }), v1)
      const before = sql('SELECT count(*) FROM items')
      const shorter: Report = { ...report, items: report.items.slice(1).map((item) => ({ ...item, seq: 1 })) }
      expect(db.put(shorter, { parserVersion: '2' })).toBe('updated')
      expect(before).toEqual([[3]])
      expect(sql('SELECT count(*) FROM items')).toEqual([[2]])
      expect(sql('SELECT count(*) FROM actions')).toEqual([[0]])
      expect(sql('SELECT report, parser_version FROM reports ORDER BY report')).toEqual([
        [1, '2'],
        [2, '1'],
      ])
      expect(JSON.stringify(db.report(report.document.id))).toBe(JSON.stringify(shorter))
    })

    it('gives the same rows for the same report', () => {
      const rows = () =>
        ['items', 'actions', 'parties', 'deadlines', 'quantities'].map((table) => sql(`SELECT * FROM ${table}`))
      const db = ledger()
      db.put(sampleReport(), v1)
      const first = rows()
      db.put(sampleReport(), v1)
      expect(rows()).toEqual(first)
    })

    it('keeps any text and any number as it is', () => {
      const db = ledger()
      fc.assert(
        fc.property(fc.string({ unit: 'grapheme' }), fc.double({ noNaN: true, noDefaultInfinity: true }), (text, value) => {
          const base = sampleReport()
          const [item, ...rest] = base.items
          const [quantity] = item?.quantities ?? []
          if (!item || !quantity) throw new Error('the sample lost its quantity')
          const report = {
            ...base,
            document: { ...base.document, title: text },
            items: [{ ...item, problem: { ...item.problem, text }, quantities: [{ ...quantity, value }] }, ...rest],
          }
          db.put(report, v1)
          expect(JSON.stringify(db.report(report.document.id))).toBe(JSON.stringify(report))
        }),
        { numRuns: 60 },
      )
    })

    it('refuses a record that does not fit the schema, and leaves the ledger as it was', () => {
      const db = ledger()
      const good = sampleReport()
      db.put(good, v1)
      const [item] = good.items
      if (!item) throw new Error('the sample lost its items')
      const wrong = [
        { ...good, items: [{ ...item, seq: 0 }] },
        { ...good, items: [{ ...item, seq: 2 }] },
        { ...good, document: { ...good.document, id: 'abc' } },
        { ...good, document: { ...good.document, text: `${good.document.text}\ud83d` } },
      ]
      for (const bad of wrong) expect(codeOf(() => db.put(bad, { parserVersion: '2' }))).toBe('invalid_record')
      expect(sql('SELECT parser_version FROM reports')).toEqual([['1']])
      expect(JSON.stringify(db.report(good.document.id))).toBe(JSON.stringify(good))
    })
  })

  const folder = (path: string) => new URL(path, import.meta.url)
  const fixtureFiles = readdirSync(folder('../fixtures/'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\breport\.\w+$/.test(name))
    // scripts/mutants.mjs asks again for every mutant: some of each kind
    .filter((_, i) => process.env.TAIZHANG_MUTANTS !== '1' || i % 7 === 0)
    .map((name) => folder(`../fixtures/${name}`))
  const shared = folder('../../shared/reports/')
  const realFiles =
    existsSync(shared) && process.env.TAIZHANG_MUTANTS !== '1' ? readdirSync(shared).map((name) => new URL(name, shared)) : []

  it('has fixtures to store', () => {
    expect(fixtureFiles.length).toBeGreaterThan(10)
  })

  describe.each([
    ['fixtures', fixtureFiles],
    ['../shared/reports', realFiles],
  ])('reports of %s, as the parser reads them', (_, files) => {
    it.skipIf(files.length === 0)(
      'come back from the tables as they went in, and are found by their own words',
      { timeout: 180_000 },
      async () => {
        const db = ledger()
        for (const file of files) {
          const report = await recordOf(file)
          db.put(report, v1)
          const stored = db.report(report.document.id)
          // the library's own comparison takes longer than parsing and storing
          if (!isDeepStrictEqual(stored, report)) expect(stored, file.pathname).toEqual(report)
          const words = /\p{Script=Han}{4}/u.exec(report.items.at(-1)?.problem.text ?? '')?.[0]
          if (words === undefined) continue
          const hits = db.search(words, { filter: { report: report.document.id }, limit: 1000 })
          expect(
            hits.map((hit) => hit.seq),
            file.pathname,
          ).toContain(report.items.length)
          for (const hit of hits)
            for (const [from, to] of hit.marks) expect(report.document.text).toContain(hit.snippet.slice(from, to))
        }
      },
    )
  })

  it('goes on after a record that it could not store, as if that had never come', () => {
    const db = ledger()
    const good = (source: string) =>
      plainReport({ source, salt: source, items: [{ problem: '河道淤积。', lead: '县水利局', responsible: '东岭镇政府' }] })
    const bad = good('bad.txt')
    const [item] = bad.items
    if (!item) throw new Error('the report lost its items')
    // The bodies of the first item are stored before the second is refused; whoever says so answers for the record.
    const spoilt = { ...item, seq: 2, problem: { ...item.problem, span: ['x', 'y'] } } as unknown as typeof item
    expect(() => db.put({ ...bad, items: [item, spoilt] }, { ...v1, own: true })).toThrow()
    expect(db.reports()).toEqual([])
    for (const source of ['a.txt', 'b.txt']) expect(db.put(good(source), v1)).toBe('added')
    for (const source of ['a.txt', 'b.txt']) expect(db.report(source)).toEqual(good(source))
    expect(db.items({ units: ['县水利局'] }).map(({ source }) => source)).toEqual(['a.txt', 'b.txt'])
    expect(db.faults()).toEqual([])
  })

  describe('known and fail', () => {
    const diagnostics = [
      { code: 'too_large', severity: 'error' as const, message: 'The file is too large.', span: null, item: null },
    ]

    it('knows the last attempt', () => {
      const db = ledger()
      const report = sampleReport()
      const { id, source } = report.document
      expect(db.known(id)).toBeNull()
      db.fail({ id, source, parserVersion: '1', diagnostics })
      expect(db.known(id)).toEqual({ parserVersion: '1', state: 'failed' })
      db.put(report, v1)
      expect(db.known(id)).toEqual({ parserVersion: '1', state: 'parsed' })
      expect(sql('SELECT count(*) FROM failures')).toEqual([[0]])
    })

    it('does not lose a good record to a later failure', () => {
      const db = ledger()
      const report = sampleReport()
      const { id, source } = report.document
      db.put(report, v1)
      db.fail({ id, source, parserVersion: '2', diagnostics })
      expect(db.known(id)).toEqual({ parserVersion: '2', state: 'failed' })
      expect(db.report(id)).toEqual(report)
      const result = db.check()
      expect(result.ok).toBe(false)
      expect(result.failures).toEqual([{ id, source, resolved: source, parserVersion: '2' }])
      expect(result.diagnostics).toContainEqual({ report: null, source, ...diagnostics[0] })
    })

    it('keeps one failure a source, also for a file that could not be read', () => {
      const db = ledger()
      db.fail({ id: null, source: 'a.txt', parserVersion: '1', diagnostics })
      db.fail({ id: null, source: 'a.txt', parserVersion: '2', diagnostics })
      expect(sql('SELECT source, parser_version FROM failures')).toEqual([['a.txt', '2']])
      expect(db.remove('a.txt')).toEqual({ reports: [], names: ['a.txt'], kept: [], restored: [], failures: 1 })
      expect(sql('SELECT count(*) FROM failure_diagnostics')).toEqual([[0]])
    })
  })

  describe('questions', () => {
    const declared = [
      { measure: 'items', declared: 4, extracted: 4 },
      { measure: 'status:completed', declared: 2, extracted: 1 },
    ]
    const report = plainReport({
      source: 'reports/hedong/2024.txt',
      region: { name: '湖南省某市河东县', code: '430199', level: 'county' },
      declared,
      items: [
        { problem: '城区雨污管网混接。', status: 'completed', due: '2023-06-30', lead: '县住建局' },
        {
          problem: '养殖场粪污外排。',
          status: 'in_progress',
          due: '2023-06-30',
          lead: '县农业农村局',
          responsible: '东岭镇政府',
        },
        { problem: '矿山修复滞后。', status: 'behind_schedule', due: '2024-12-31', lead: '县自然资源局' },
        { problem: '扬尘管控不力。', due: '2022-12-31', lead: '县住建局' },
      ],
    })

    it('lists items by status, unit, region and deadline', () => {
      const db = ledger()
      db.put(report, v1)
      db.put(sampleReport(), v1)
      const found = (filter: Parameters<Ledger['items']>[0]) =>
        db.items({ report: '2024.txt', ...filter }).map((item) => item.seq)
      expect(found({})).toEqual([1, 2, 3, 4])
      expect(found({ statuses: ['in_progress'] })).toEqual([2])
      expect(found({ statuses: ['none'] })).toEqual([4])
      expect(found({ units: ['住建局'] })).toEqual([1, 4])
      expect(found({ units: ['东岭镇'], role: 'lead_unit' })).toEqual([])
      expect(found({ units: ['东岭镇'], role: 'responsible_unit' })).toEqual([2])
      expect(found({ dueFrom: '2023-06-30', dueTo: '2023-12-31' })).toEqual([1, 2])
      expect(found({ limit: 2, offset: 1 })).toEqual([2, 3])
      expect(db.items({ regions: ['43'] }).length).toBe(6)
      expect(db.items({ regions: ['430100'] }).length).toBe(4)
      expect(db.items({ regions: ['青溪'] }).length).toBe(2)
      expect(db.items({ units: ['县水利局'] }).map((item) => item.seq)).toEqual([1])
    })

    it('takes townships, which have no code, for a part of what holds them', () => {
      const db = ledger()
      const town = plainReport({ source: 'town.txt', items: [{ problem: '排污口没有封堵。' }] })
      const region = { name: '湖南省湘西土家族苗族自治州凤凰县沱江镇', code: null, level: 'township' as const }
      db.put({ ...town, document: { ...town.document, region } }, v1)
      const found = (name: string) => db.items({ regions: [name] }).length
      expect(['湘西州', '凤凰县', '433123', '4331', '43', '沱江'].map(found)).toEqual([1, 1, 1, 1, 1, 1])
      expect(['永顺县', '4330', '44'].map(found)).toEqual([0, 0, 0])
      expect(db.unknown({ regions: ['永顺县', '湘西州'] }).map(({ name }) => name)).toEqual(['永顺县'])
    })

    it('narrows by words of any letters, whichever way they are printed', () => {
      const db = ledger()
      db.put(
        plainReport({
          items: [
            { problem: 'ＰＭ2.5浓度上升。' },
            { problem: '浓度ＰＭ超标。' },
            { problem: '城区扬尘管控不力，工地没有围挡。' },
          ],
        }),
        v1,
      )
      const found = (text: string) => db.items({ text }).map(({ seq }) => seq)
      expect(['pm2.5浓度', '浓度pm', 'ｐｍ', '浓度', '围挡 扬尘', '围挡  围挡', '围挡 浓度', 'pm10', ' '].map(found)).toEqual([
        [1],
        [2],
        [1, 2],
        [1, 2],
        [3],
        [3],
        [],
        [],
        [1, 2, 3],
      ])
    })

    it('calls overdue only what the report calls open', () => {
      const db = ledger()
      db.put(report, v1)
      const overdue = (day: string) => db.items({ overdueAsOf: day }).map((item) => item.seq)
      expect(overdue('2023-06-30')).toEqual([])
      expect(overdue('2023-07-01')).toEqual([2])
      expect(overdue('2025-01-01')).toEqual([2, 3])
      expect(sql("SELECT item FROM open_by_due WHERE due < '2025-01-01'")).toEqual([[2], [3]])
    })

    it('answers the first questions in SQL', () => {
      const db = ledger()
      db.put(report, v1)
      db.put(sampleReport(), v1)
      expect(sql("SELECT item, state, due, lead_units FROM item_list WHERE source LIKE '%2024.txt' ORDER BY item")).toEqual([
        [1, 'done', '2023-06-30', '["县住建局"]'],
        [2, 'open', '2023-06-30', '["县农业农村局"]'],
        [3, 'open', '2024-12-31', '["县自然资源局"]'],
        [4, 'unknown', '2022-12-31', '["县住建局"]'],
      ])
      expect(sql("SELECT items, done, open, unknown, next_due FROM by_lead_unit WHERE unit = '县住建局'")).toEqual([
        [2, 1, 0, 1, null],
      ])
      expect(sql('SELECT indicator, comparator, value, unit, by_date FROM targets_by_indicator')).toEqual([
        ['农村生活污水治理率', '>=', 60, '%', '2025-12-31'],
      ])
    })

    it('sums a report up', () => {
      const db = ledger()
      db.put(report, v1)
      expect(db.reports()[0]).toMatchObject({
        key: report.document.id.slice(0, 12),
        items: 4,
        statuses: { completed: 1, in_progress: 1, behind_schedule: 1, none: 1, not_started: 0 },
        declared: { total: 2, checked: 2, disagree: 1 },
        diagnostics: { info: 0, warning: 0, error: 0 },
      })
    })

    it('tells which declared totals disagree', () => {
      const db = ledger()
      db.put(report, v1)
      db.put(sampleReport(), v1)
      const { ok, totals, diagnostics, reports } = db.check()
      expect({ ok, reports }).toEqual({ ok: false, reports: 2 })
      expect(totals.map(({ measure, declared: said, extracted, text }) => [measure, said, extracted, text])).toEqual([
        ['status:completed', 2, 1, '共2项。'],
      ])
      expect(diagnostics.map((d) => d.code)).toEqual(['names_run_together'])
      expect(db.check({ regions: ['青溪'] }).ok).toBe(true)
    })

    it('finds a report and an item by key, prefix, source and end of the source', () => {
      const db = ledger()
      db.put(report, v1)
      const { id, source } = report.document
      for (const name of [id, id.slice(0, 12), id.slice(0, 4), source, '2024.txt', 'hedong/2024.txt'])
        expect(db.report(name)?.document.id).toBe(id)
      for (const name of ['f'.repeat(64), '024.txt', '%', '']) expect(db.report(name)).toBeNull()
      expect(db.item(`${id.slice(0, 8)}#3`)?.item).toEqual(report.items[2])
      for (const key of [`${id}#5`, `${id}#0`, '#1', 'x#1', id]) expect(db.item(key)).toBeNull()
    })

    it('says when a prefix means several reports', () => {
      const db = ledger()
      const found = new Map<string, string>()
      for (let n = 0; ; n++) {
        const text = plainReport({ items: [{ problem: '甲。' }], salt: String(n) })
        const prefix = text.document.id.slice(0, 4)
        const other = found.get(prefix)
        found.set(prefix, String(n))
        if (other === undefined) continue
        db.put(plainReport({ items: [{ problem: '甲。' }], salt: other }), v1)
        db.put(text, v1)
        expect(codeOf(() => db.report(prefix))).toBe('ambiguous')
        return
      }
    })

    it('reads with SQL and does not write with it', () => {
      const db = ledger()
      db.put(report, v1)
      expect([...db.query('SELECT CAST(seq.value AS INTEGER) AS n FROM json_each(?) seq', '[1,2]')]).toEqual([
        { n: 1 },
        { n: 2 },
      ])
      for (const bad of ['DELETE FROM reports', 'DELETE FROM reports RETURNING id', 'SELEC 1'])
        expect(codeOf(() => db.query(bad))).toBe('bad_query')
      expect(db.reports().length).toBe(1)
    })
  })

  describe('search', () => {
    const problems = [
      '农村生活污水直排清水河。',
      'ＰＭ2.5浓度上升，砖厂治理不到位。',
      '衡东岭采石场未复绿。',
      '群众反映问题久拖不决。',
    ]
    const filled = () => {
      const db = ledger()
      db.put(plainReport({ items: problems.map((problem) => ({ problem, lead: '县城管执法局' })) }), v1)
      return db
    }

    it('finds words of two characters, letters of either width, and several words', () => {
      const db = filled()
      const found = (words: string) => db.search(words).map((hit) => hit.seq)
      expect(found('农村')).toEqual([1])
      expect(found('污水 农村')).toEqual([1])
      expect(found('污水 砖厂')).toEqual([])
      expect(found('pm2.5')).toEqual([2])
      expect(found('ＰＭ２．５')).toEqual([2])
      expect(found('城管执法局').sort()).toEqual([1, 2, 3, 4])
    })

    it('finds by the letters what the splitter cuts otherwise', () => {
      const db = filled()
      for (const words of ['东岭采', '拖不', '水直排清']) expect(db.search(words).map((hit) => hit.seq)).toHaveLength(1)
    })

    it('shows where the words stand', () => {
      const [hit] = filled().search('生活污水')
      expect(hit?.field).toBe('problem')
      expect(hit?.marks.map(([from, to]) => hit.snippet.slice(from, to))).toEqual(['生活污水'])
      const [[text]] = sql('SELECT text FROM documents') as [[string]]
      expect(text.slice(...(hit?.span ?? [0, 0]))).toBe(problems[0])
    })

    it('searches one report or one field when asked', () => {
      const db = filled()
      db.put(sampleReport(), v1)
      expect(db.search('农村').length).toBe(2)
      expect(db.search('农村', { filter: { report: '青溪县.html' } }).map((hit) => hit.seq)).toEqual([1])
      expect(db.search('农村', { fields: ['goal'] }).map((hit) => hit.source)).toEqual(['reports/青溪县.html'])
      expect(db.search('农村', { limit: 1 })).toHaveLength(1)
      expect([db.countHits('农村', { limit: 1 }), db.countHits('农村', { fields: ['goal'] }), db.countHits('航天')]).toEqual([
        2, 1, 0,
      ])
      expect(db.search('管网', { fields: ['progress'] })[0]?.field).toBe('progress')
    })

    it('takes what is written for words, not for a query language', () => {
      const db = filled()
      for (const words of ['"', 'a"b OR c', 'problem:农村', '*', '^', 'NEAR(a b)', '((', '-', '', ' ', "';--", '\u0000'])
        expect(Array.isArray(db.search(words)), JSON.stringify(words)).toBe(true)
    })

    it('refuses a question of unreasonable length', () => {
      expect(codeOf(() => filled().search('水'.repeat(5000)))).toBe('bad_query')
    })

    it('forgets a report that is taken out or replaced', () => {
      const db = filled()
      expect(db.search('农村')).toHaveLength(1)
      const [summary] = db.reports()
      expect(db.remove(summary?.key ?? '')?.reports).toEqual([summary?.key])
      expect(db.search('农村')).toEqual([])
      expect(sql(`SELECT count(*) FROM (${indexedRows(dialect)}) one`)).toEqual([[0]])
    })

    it('finds words that stand apart after those that stand together', () => {
      const db = ledger()
      db.put(
        plainReport({ items: [{ problem: '污水漫溢，管网破损。' }, { problem: '污水管网混接。' }, { problem: '污水直排。' }] }),
        v1,
      )
      const hits = db.search('污水管网')
      expect(hits.map((hit) => hit.seq)).toEqual([2, 1])
      expect(hits.map((hit) => hit.marks.map(([from, to]) => hit.snippet.slice(from, to)))).toEqual([
        ['污水管网'],
        ['污水', '管网'],
      ])
    })

    it('finds one character, and the beginning of a word in letters', () => {
      const db = filled()
      expect(db.search('岭').map((hit) => hit.seq)).toEqual([3])
      expect(db.search('pm').map((hit) => hit.seq)).toEqual([2])
      expect(db.search('m2')).toEqual([])
    })

    it('is in the index as soon as it is stored, unless that is left for later', () => {
      filled()
      expect(sql('SELECT indexed FROM reports')).toEqual([[1]])
      const other = store.make(join(dir, 'later'))
      const later = ledger({ indexing: false }, other)
      later.put(plainReport({ items: problems.map((problem) => ({ problem })) }), v1)
      const reading = ledger({ readonly: true }, other)
      expect(reading.search('农村').map((hit) => [hit.seq, hit.score])).toEqual([[1, 0]])
      expect(sql('SELECT indexed FROM reports', other)).toEqual([[0]])
      const steps: string[] = []
      expect(later.index((done, total) => steps.push(`${done}/${total}`))).toBe(1)
      expect(steps).toEqual(['1/1'])
      expect(later.index()).toBe(0)
      expect(reading.search('农村')[0]?.score).toBeGreaterThan(0)
    })

    it('does not find earlier versions, unless one is asked for', () => {
      const db = ledger()
      const old = plainReport({ source: 'a.txt', items: [{ problem: '农村污水直排。' }] })
      db.put(old, v1)
      db.put(plainReport({ source: 'a.txt', items: [{ problem: '农村污水已经治理。' }] }), v1)
      expect(db.search('农村').map((hit) => hit.problem)).toEqual(['农村污水已经治理。'])
      expect(db.search('农村', { filter: { report: old.document.id } }).map((hit) => hit.problem)).toEqual(['农村污水直排。'])
    })
  })
})

describe('opening', () => {
  it('makes the folder, marks the file, and opens it again', () => {
    const deep = join(dir, 'a', 'b', 'ledger.db')
    ledger({}, deep).close()
    expect(sql('SELECT * FROM pragma_application_id', deep)).toEqual([[APPLICATION_ID]])
    expect(sql('SELECT * FROM pragma_user_version', deep)).toEqual([[SCHEMA_VERSION]])
    expect(sql('SELECT * FROM pragma_journal_mode', deep)).toEqual([['wal']])
    expect(ledger({ create: false }, deep).reports()).toEqual([])
  })

  it('does not make a ledger when asked not to', () => {
    expect(codeOf(() => ledger({ create: false }))).toBe('not_found')
    expect(codeOf(() => ledger({ readonly: true }))).toBe('not_found')
    expect(existsSync(path)).toBe(false)
  })

  it('leaves alone what is no database', () => {
    for (const bytes of ['整改方案', 'SQLite format 3', 'x'.repeat(5000)]) {
      writeFileSync(path, bytes)
      expect(codeOf(() => ledger())).toBe('not_a_database')
      expect(readFileSync(path, 'utf8')).toBe(bytes)
    }
    writeFileSync(path, `SQLite format 3\0${'x'.repeat(5000)}`)
    expect(['not_a_database', 'corrupt']).toContain(codeOf(() => ledger()))
    expect(codeOf(() => ledger({}, dir))).toBe('not_a_database')
  })

  it('leaves alone the database of another program', () => {
    for (const make of [
      'CREATE TABLE notes (text)',
      'PRAGMA application_id = 7',
      'PRAGMA user_version = 3',
      'PRAGMA user_version = 3; CREATE TABLE reports (id)',
    ]) {
      rmSync(path, { force: true })
      const db = new Database(path)
      db.exec(make)
      db.close()
      const before = readFileSync(path)
      expect(codeOf(() => ledger())).toBe('foreign_database')
      expect(readFileSync(path).equals(before)).toBe(true)
    }
  })

  it('leaves alone the ledger of a later version', () => {
    ledger().close()
    const db = new Database(path)
    db.pragma(`user_version = ${SCHEMA_VERSION + 1}`)
    db.close()
    expect(codeOf(() => ledger())).toBe('newer_schema')
  })

  it('says so when the path cannot be written', () => {
    writeFileSync(join(dir, 'file'), 'x')
    expect(codeOf(() => ledger({}, join(dir, 'file', 'ledger.db')))).toBe('unwritable')
    expect(codeOf(() => ledger({}, join(dir, 'file', 'deep', 'ledger.db')))).toBe('unwritable')
  })

  it('does not write when opened for reading', () => {
    const db = ledger()
    db.put(sampleReport(), v1)
    const reading = ledger({ readonly: true })
    expect(reading.search('农村')).toHaveLength(1)
    for (const write of [
      () => reading.put(sampleReport(), v1),
      () => reading.keepOnly([]),
      () => reading.index(),
      () => reading.named(sampleReport().document.id, { source: 'y' }),
      () => reading.remove('x'),
    ])
      expect(codeOf(write)).toBe('unwritable')
  })

  it('shows a reader one state while another connection writes', () => {
    const writer = ledger()
    writer.put(sampleReport(), v1)
    const reading = ledger({ readonly: true })
    reading.snapshot(() => {
      expect(reading.reports()).toHaveLength(1)
      writer.put(plainReport({ items: [] }), v1)
      expect(reading.reports()).toHaveLength(1)
    })
    expect(reading.reports()).toHaveLength(2)
  })

  it('says that it is locked when another holds it for writing', () => {
    const db = ledger()
    const other = new Database(path)
    other.exec('BEGIN IMMEDIATE')
    const quick = new Database(path, { timeout: 1 })
    const locked = () => {
      try {
        quick.exec('BEGIN IMMEDIATE')
      } catch (error) {
        throw ledgerError(path, error)
      }
    }
    expect(codeOf(locked)).toBe('locked')
    quick.close()
    other.exec('ROLLBACK')
    other.close()
    expect(db.put(sampleReport(), v1)).toBe('added')
  })

  it('takes writers of several processes at once', async () => {
    ledger().close()
    const script = join(dir, 'writer.mjs')
    writeFileSync(
      script,
      `import { createRequire } from 'node:module'
       const Database = createRequire(${JSON.stringify(join(process.cwd(), 'package.json'))})('better-sqlite3')
       const db = new Database(process.argv[2], { timeout: 10000 })
       for (let n = 0; n < 50; n++) db.prepare('INSERT INTO failures (source, resolved, parser_version) VALUES (?, ?, ?)').run(process.argv[3] + n, process.argv[3] + n, '1')`,
    )
    const children = ['a', 'b'].map((name) => fork(script, [path, name]))
    const db = ledger()
    for (let n = 0; n < 30; n++) db.put(plainReport({ source: `${n}.txt`, items: [{ problem: '甲。' }], salt: String(n) }), v1)
    await Promise.all(children.map((child) => new Promise((done) => child.once('exit', done))))
    expect(sql('SELECT (SELECT count(*) FROM failures), (SELECT count(*) FROM reports)')).toEqual([[100, 30]])
  })
})

describe('integrity', () => {
  it('holds its foreign keys and refuses rows that break them', () => {
    const db = ledger()
    db.put(sampleReport(), v1)
    expect(sql('PRAGMA foreign_key_check')).toEqual([])
    expect(sql('PRAGMA integrity_check')).toEqual([['ok']])
    const other = new Database(path)
    other.pragma('foreign_keys = ON')
    expect(() => other.exec("INSERT INTO stored_refs VALUES (1, 99, 1, 'x', NULL, NULL, NULL, 0, 1)")).toThrow(/FOREIGN KEY/)
    expect(() => other.exec("UPDATE stored_items SET status = 'perhaps'")).toThrow(/CHECK/)
    expect(() => other.exec("UPDATE stored_items SET problem_start = 'x'")).toThrow(/cannot store TEXT/)
    // The index has to be told what it is to forget, which only the program can.
    expect(() => other.exec('DELETE FROM reports')).toThrow(/no such function/)
    defineFunctions(other)
    other.exec('DELETE FROM reports')
    other.close()
    for (const table of ['items', 'actions', 'parties', 'deadline_entries', 'documents', 'diagnostics'])
      expect(sql(`SELECT count(*) FROM ${table}`)).toEqual([[0]])
  })

  it('says that rows spoilt by another hand are no record', () => {
    const db = ledger()
    const { id } = sampleReport().document
    db.put(sampleReport(), v1)
    const other = new Database(path)
    other.exec("UPDATE terms SET date = 'soon'")
    other.close()
    expect(codeOf(() => db.report(id))).toBe('corrupt')
  })

  it('clears everything', () => {
    const db = ledger()
    db.put(sampleReport(), v1)
    db.fail({ id: idOf('x'), source: 'x', parserVersion: '1', diagnostics: [] })
    expect(db.keepOnly([])).toBe(1)
    expect(db.reports()).toEqual([])
    expect(db.check()).toMatchObject({ ok: true, reports: 0 })
    expect(sql('SELECT count(*) FROM search_docsize')).toEqual([[0]])
  })
})

describe('docs/store.md', () => {
  it('describes every table and column in both languages', () => {
    for (const { name, about, columns } of describeStore(ledger())) {
      expect(about, name).toMatch(/ · \p{Script=Han}/u)
      for (const column of columns) expect(column.about, `${name}.${column.name}`).toMatch(/ · .*\p{Script=Han}/u)
    }
  })

  it('gives statements that run', () => {
    const db = ledger()
    db.put(sampleReport(), v1)
    db.put(
      plainReport({
        items: [
          { problem: '农村污水直排。', status: 'not_started', due: '2023-12-31' },
          { problem: '砖厂扬尘。', due: '2023-12-31' },
        ],
      }),
      v1,
    )
    const statements = [...storeDocs(db).matchAll(/```sql\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.split(';'))
    const asked = statements.map((one) => one.replace(/^\s*--.*$/gm, '').trim()).filter(Boolean)
    expect(asked.length).toBe(9)
    for (const one of asked) expect(sql(one).length, one).toBeGreaterThan(0)
  })

  it('is what the schema says', () => {
    const file = new URL('../docs/store.md', import.meta.url)
    const made = storeDocs(ledger())
    if (process.env.UPDATE === '1' && !process.env.CI) writeFileSync(file, made)
    expect(readFileSync(file, 'utf8')).toBe(made)
  })
})

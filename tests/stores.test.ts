/** Two stores, one truth: the same reports give the same answers and the same exports in SQLite and in Postgres; and what Postgres alone can get wrong. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { exportLedger } from '../output/export/index.js'
import { sourcePage } from '../output/pages/sources.js'
import { storeDocs } from '../output/store/docs.js'
import {
  copyLedger,
  dump,
  type ItemFilter,
  isPostgres,
  type Ledger,
  LedgerError,
  openLedger,
  shownName,
} from '../output/store/index.js'
import { postgresSchema } from '../output/store/postgres/ddl.js'
import { signatureOf, template, written } from '../output/store/postgres/translate.js'
import { SCHEMA_VERSION } from '../output/store/schema.js'
import { doubts, standingOverTime, unitTallies } from '../output/store/standings.js'
import { suggestions } from '../output/store/suggestions.js'
import { dueDays, reportFacts, tallies } from '../output/store/tallies.js'
import { parseReport } from '../pipeline/parse.js'
import { runCommand } from './helpers/command.js'
import { plainReport, sampleReport } from './helpers/record.js'
import { dropMade, hasPostgres, onServer, postgres, sqlite } from './helpers/stores.js'

const v1 = { parserVersion: '1' }
let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'taizhang-stores-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))
afterAll(dropMade)

const county = { name: '湖南省湘潭市韶山市', code: '430382', level: 'county' as const }
const city = { name: '湖南省湘潭市', code: '430300', level: 'city' as const }
const lake = '镜湖沿岸餐馆二十三家把油污直接倒进湖里，湖湾长期发臭，群众多次反映。'
const quarry = '石岭采石场越界开采十五亩，边坡裸露，至今没有复绿，ＰＭ2.5浓度上升。'
const on = (report: ReturnType<typeof plainReport>, day: string | null, kind: 'plan' | 'progress') => {
  const text = report.document.text.slice(0, 2)
  const asOf = day === null ? null : { start: day, end: day, precision: 'day' as const, text, span: [0, 2] as [number, number] }
  return { ...report, document: { ...report.document, kind, asOf } }
}

/** Everything that a ledger may hold: versions, two names of one document, failures, links, decisions, corrections and remarks. */
async function fill(name: string): Promise<void> {
  const db = openLedger(name)
  db.put(sampleReport(), v1)
  db.put(
    on(
      plainReport({ source: 'plan.txt', region: city, items: [{ problem: lake, due: '2024-05-31', lead: '市水利局' }] }),
      null,
      'plan',
    ),
    v1,
  )
  db.put(
    on(
      plainReport({
        source: 'b.txt',
        region: county,
        items: [
          { problem: lake, due: '2024-05-31' },
          { problem: quarry, due: '2024-12-31', lead: '县自然资源局' },
        ],
      }),
      null,
      'plan',
    ),
    v1,
  )
  const may = on(
    plainReport({
      source: 'may.txt',
      region: county,
      items: [
        { problem: quarry, status: 'in_progress' },
        { problem: lake, status: 'in_progress' },
      ],
    }),
    '2024-05-31',
    'progress',
  )
  db.put(may, v1)
  const june = on(
    plainReport({
      source: 'may.txt',
      region: county,
      items: [
        { problem: quarry, status: 'in_progress', due: '2025-03-31' },
        { problem: lake, status: 'completed' },
      ],
      salt: 'june',
    }),
    '2024-06-30',
    'progress',
  )
  db.put(june, v1)
  db.named(june.document.id, { source: 'copy.txt', resolved: '/copy.txt' })
  db.fail({
    id: null,
    source: 'gone.pdf',
    parserVersion: '1',
    diagnostics: [{ code: 'unreadable_source', severity: 'error', message: '“gone.pdf”', span: null, item: null }],
  })
  for (const text of [
    '整改方案\n一、农村污水直排清水河。\n整改时限：2024年底前\n责任单位：县水利局、县住建局\n',
    '整改情况\n1. 扬尘管控不力。整改进展：已完成。\n',
  ])
    db.put((await parseReport(new TextEncoder().encode(text), `${text.length}.txt`)).report, v1)
  const [link] = db.links()
  if (link) db.decideLink(String(link.link), 'confirmed', '张某', '同一问题')
  const key = `${june.document.id.slice(0, 12)}#1`
  const told = { why: '现场核实', by: '张某', day: '2025-02-01' }
  db.correct(key, 'status', 'completed', told)
  db.correct(key, 'lead_units', '县水利局、县住建局', told)
  db.correct(key, 'note', '需复核“边坡”\\n', told)
  db.close()
}

const words = ['污水', '农村污水', '的', 'PM2.5', 'pm2', '沿岸 油污', '没有这样的话', '湖 采石场']
const keysOf = (hits: { key: string }[]) => hits.map(({ key }) => key).sort()
const filters: ItemFilter[] = [
  {},
  { open: true },
  { text: '油污' },
  { text: 'pm2.5' },
  { units: ['水利局'] },
  { units: ['局'], role: 'lead_unit' },
  { regions: ['43'] },
  { regions: ['湘潭市'] },
  { years: [2024] },
  { statuses: ['completed' as const, 'none' as const] },
  { rounds: [1, 2] },
  { overdueAsOf: '2025-01-01' },
  { unsaidAsOf: '2025-01-01' },
  { versions: true },
]
const sorts = (['report', 'due', 'status', 'region', 'unit'] as const).flatMap((key) =>
  [true, false].map((down) => ({ key, down })),
)

/** Questions whose answers are compared. */
const questions: Record<string, (db: Ledger) => unknown> = {
  reports: (db) => db.reports({ versions: true }),
  records: (db) => db.reports({ versions: true }).map(({ id }) => db.report(id)),
  items: (db) => filters.map((filter) => [db.items(filter), db.countItems(filter), db.itemKeys(filter)]),
  'items in every order': (db) => sorts.map((sort) => db.itemKeys({ sort })),
  'pages of items': (db) => [db.items({ limit: 2 }), db.items({ limit: 2, offset: 2, sort: { key: 'due', down: true } })],
  statements: (db) => [db.statements(), db.statements(db.itemKeys({ limit: 3 }))],
  'what is not known': (db) => db.unknown({ units: ['县水利厅'], regions: ['湘谭市'], report: 'mai.txt' }),
  links: (db) =>
    [{}, { state: 'confirmed' as const }, { report: 'may.txt' }].map((filter) =>
      db.links(filter).map((link) => ({ ...link, link: 0 })),
    ),
  'problems through the years': (db) => db.itemKeys().map((key) => db.history(key)),
  corrections: (db) => db.corrections(),
  check: (db) => db.check(),
  'no faults': (db) => db.faults(),
  sources: (db) => [db.sources(), sourcePage(db)],
  hits: (db) =>
    words.flatMap((one) => [
      db.countHits(one),
      keysOf(db.search(one, { limit: 1000 })),
      keysOf(db.search(one, { limit: 1000, fields: ['problem'] })),
      keysOf(db.search(one, { limit: 1000, filter: { open: true } })),
    ]),
  marks: (db) => db.search('油污').map(({ snippet, marks, field }) => [snippet, marks, field]),
  tallies: (db) => ['', '污水', '湖'].map((one) => tallies(db, {}, one).sort((a, b) => a.report - b.report)),
  'facts of reports': (db) => [...reportFacts(db)].sort(([a], [b]) => a - b),
  standings: (db) => [
    dueDays(db),
    standingOverTime(db),
    unitTallies(db, 50),
    unitTallies(db, 50, '水'),
    doubts(db),
    suggestions(db, 10),
  ],
  views: (db) =>
    ['open_by_due', 'by_lead_unit', 'targets_by_indicator', 'names'].map((view) => [...db.query(`SELECT * FROM ${view}`)]),
}

describe.runIf(hasPostgres)('the same reports', () => {
  const home = mkdtempSync(join(tmpdir(), 'taizhang-both-'))
  let both: Ledger[] = []
  beforeAll(async () => {
    const names = [sqlite.make(home), postgres.make(home)]
    for (const name of names) await fill(name)
    both = names.map((name) => openLedger(name, { readonly: true }))
  })
  afterAll(() => {
    for (const db of both) db.close()
    rmSync(home, { recursive: true, force: true })
  })

  it.each(Object.entries(questions))('give the same answers: %s', (_, ask) => {
    const [lite, server] = both.map((db) => ask(db))
    expect(server).toEqual(lite)
  })
  it('have something to ask about', () => {
    const [db] = both
    expect(db?.links().length).toBeGreaterThan(0)
    expect(db?.items().some(({ corrected, notes }) => corrected.length > 0 && notes.length > 0)).toBe(true)
    expect(db?.items({ text: 'pm2.5' }).length).toBeGreaterThan(0)
  })
  it('give the same bytes in every format', async () => {
    const files = await Promise.all(
      both.map(async (db, at) => {
        const to = join(dir, String(at))
        await exportLedger(db, { to, formats: ['csv', 'jsonl', 'xlsx', 'parquet', 'datapackage', 'ical'], versions: true })
        const names = readdirSync(to, { recursive: true, withFileTypes: true }).flatMap((file) =>
          file.isFile() ? [join(file.parentPath, file.name)] : [],
        )
        return Object.fromEntries(
          names
            .sort()
            .map((name) => [
              name.slice(to.length),
              readFileSync(name).toString(/csv|jsonl|ics$/.test(name) ? 'utf8' : 'base64'),
            ]),
        )
      }),
    )
    expect(Object.keys(files[0] ?? {}).length).toBeGreaterThan(30)
    for (const [name, content] of Object.entries(files[0] ?? {})) expect(files[1]?.[name], name).toBe(content)
    expect(Object.keys(files[1] ?? {})).toEqual(Object.keys(files[0] ?? {}))
  })
})

describe('copy', () => {
  const linesOf = (name: string): string[] => {
    const db = openLedger(name, { readonly: true })
    try {
      return [...dump(db)]
    } finally {
      db.close()
    }
  }
  it.runIf(hasPostgres)('moves a ledger to a server and back, whole', async () => {
    const [first, server, last] = [sqlite.make(dir), postgres.make(dir), join(dir, 'back.db')]
    await fill(first)
    const before = linesOf(first)
    expect(before.some((line) => line.startsWith('{"overlay"'))).toBe(true)
    expect(await runCommand(['copy', first, server])).toMatchObject({ code: 0, err: '' })
    expect(linesOf(server)).toEqual(before)
    expect(await runCommand(['copy', server, last])).toMatchObject({ code: 0, err: '' })
    expect(linesOf(last)).toEqual(before)
    const [one, two, three] = [first, server, last].map((name) => openLedger(name))
    for (const db of [two, three]) {
      expect(db?.faults()).toEqual([])
      expect(db?.links()).toEqual(one?.links())
      expect(db?.corrections()).toEqual(one?.corrections())
      expect(keysOf(db?.search('油污') ?? [])).toEqual(keysOf(one?.search('油污') ?? []))
    }
    // It goes on as any other.
    const more = plainReport({ source: 'more.txt', items: [{ problem: '扬尘管控不力。' }] })
    for (const db of [one, two, three]) expect(db?.put(more, v1)).toBe('added')
    for (const db of [one, two, three]) db?.close()
    expect(linesOf(server)).toEqual(linesOf(first))
    expect((await runCommand(['dump', '--hash', '--db', server])).out).toBe(
      (await runCommand(['dump', '--hash', '--db', last])).out,
    )
    const again = await runCommand(['copy', first, server])
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('holds something')])
  })
  it('makes of a file the same file, and leaves alone one that holds something', async () => {
    const [first, second] = [sqlite.make(dir), join(dir, 'second.db')]
    await fill(first)
    const [one, reports] = [
      openLedger(first, { readonly: true }),
      openLedger(first, { readonly: true }).countReports({ versions: true }),
    ]
    expect(copyLedger(first, second)).toBe(reports)
    const other = openLedger(second)
    expect(linesOf(second)).toEqual(linesOf(first))
    for (const ask of [
      (db: Ledger) => db.links(),
      (db: Ledger) => db.corrections(),
      (db: Ledger) => words.map((one) => keysOf(db.search(one))),
      (db: Ledger) => db.index(),
      (db: Ledger) => db.faults(),
    ])
      expect(ask(other)).toEqual(ask(openLedger(first)))
    const code = (work: () => unknown) => {
      try {
        return work()
      } catch (error) {
        return error instanceof LedgerError ? error.code : error
      }
    }
    expect(code(() => copyLedger(first, second))).toBe('not_empty')
    // A failure alone is something too.
    const failed = sqlite.make(join(dir, 'failed'))
    const db = openLedger(failed)
    db.fail({ id: null, source: 'gone.pdf', parserVersion: '1', diagnostics: [] })
    db.close()
    expect(code(() => copyLedger(first, failed))).toBe('not_empty')
    expect(code(() => copyLedger(join(dir, 'none.db'), join(dir, 'new.db')))).toBe('not_found')
    for (const open of [one, other]) open.close()
  })
  it('keeps what a run without an index left out', () => {
    const [first, second] = [sqlite.make(dir), join(dir, 'second.db')]
    const db = openLedger(first, { indexing: false })
    db.put(plainReport({ items: [{ problem: lake }] }), v1)
    db.close()
    expect(copyLedger(first, second)).toBe(1)
    const copied = openLedger(second)
    expect(copied.index()).toBe(1)
    copied.close()
  })
})

describe.runIf(hasPostgres)('a ledger in Postgres', () => {
  const codeOf = (work: () => unknown): string => {
    try {
      work()
    } catch (error) {
      if (error instanceof LedgerError) return error.code
      throw error
    }
    return 'no error'
  }
  const schemaOf = (name: string) => new URL(name).searchParams.get('schema') ?? ''
  const changed = (name: string, change: (url: URL) => void): string => {
    const url = new URL(name)
    change(url)
    return url.href
  }

  it('is there only when it was made', () => {
    const name = postgres.make(dir)
    expect(codeOf(() => openLedger(name, { readonly: true }))).toBe('not_found')
    expect(codeOf(() => openLedger(name, { create: false }))).toBe('not_found')
    openLedger(name).close()
    const db = openLedger(name, { readonly: true })
    expect(db.reports()).toEqual([])
    expect(codeOf(() => db.put(sampleReport(), v1))).toBe('unwritable')
    db.close()
  })
  it('leaves alone the tables of another program, and a later version’s', async () => {
    const name = postgres.make(dir)
    await onServer(`CREATE SCHEMA ${schemaOf(name)}; CREATE TABLE ${schemaOf(name)}.theirs (id int)`)
    expect(codeOf(() => openLedger(name))).toBe('foreign_database')
    const later = postgres.make(dir)
    openLedger(later).close()
    await onServer(`UPDATE ${schemaOf(later)}.ledger_state SET version = ${SCHEMA_VERSION + 1}`)
    expect(codeOf(() => openLedger(later))).toBe('newer_schema')
    await onServer(`UPDATE ${schemaOf(later)}.ledger_state SET version = ${SCHEMA_VERSION - 1}`)
    expect(codeOf(() => openLedger(later, { readonly: true }))).toBe('earlier_schema')
  })
  it('says what is wrong with the address, without the password', async () => {
    const name = postgres.make(dir)
    const wrong: [string, RegExp][] = [
      [changed(name, (url) => (url.port = '1')), /cannot be reached/],
      [changed(name, (url) => (url.pathname = '/nothing')), /no such database/],
      [changed(name, (url) => (url.password = 'sesame')), /does not let this user in/],
    ]
    for (const [address, says] of wrong) {
      const { code, err, out } = await runCommand(['list', '--db', address])
      expect([code, out], err).toEqual([1, ''])
      expect(err).toMatch(says)
      expect(err).not.toMatch(/sesame|ge(?:@|%40)heim/)
    }
    expect((await runCommand(['list', '--db', 'postgres://a:b@:x/'])).code).toBe(2)
    expect(shownName(changed(name, (url) => (url.password = 'sesame')))).not.toContain('sesame')
    expect(isPostgres('postgres.db')).toBe(false)
  })
  it('takes nothing of a report that breaks off, and refuses what it cannot keep', () => {
    const db = openLedger(postgres.make(dir))
    const good = plainReport({ source: 'a.txt', items: [{ problem: lake }] })
    expect(codeOf(() => db.put(plainReport({ source: 'b.txt', items: [{ problem: `${lake}\0` }] }), v1))).toBe('invalid_record')
    expect(db.reports()).toEqual([])
    expect(db.put(good, v1)).toBe('added')
    expect(db.report('a.txt')).toEqual(good)
    db.close()
  })
  it('shows a reader one state while another connection writes', () => {
    const name = postgres.make(dir)
    const [writer, reader] = [openLedger(name), openLedger(name, { readonly: true })]
    const before = reader.stamp()
    reader.snapshot(() => {
      expect([...reader.query('SELECT count(*) AS n FROM reports')]).toEqual([{ n: 0 }])
      writer.put(sampleReport(), v1)
      expect([...reader.query('SELECT count(*) AS n FROM reports')]).toEqual([{ n: 0 }])
    })
    expect(reader.reports()).toHaveLength(1)
    expect(reader.stamp()).not.toBe(before)
    writer.close()
    reader.close()
  })
  it('answers the statements of docs/store.md', () => {
    const db = openLedger(postgres.make(dir))
    db.put(plainReport({ items: [{ problem: '农村污水直排。' }] }), v1)
    const [, block = ''] = /```postgresql\n([\s\S]*?)```/.exec(storeDocs(openLedger(sqlite.make(dir)))) ?? []
    const asked = block.split(';').filter((one) => one.trim().startsWith('SELECT'))
    expect(asked).toHaveLength(1)
    for (const one of asked) expect([...db.query(one)].map(({ problem }) => problem)).toEqual(['农村污水直排。'])
    db.close()
  })
  it('gives a long answer part by part', () => {
    const db = openLedger(postgres.make(dir))
    db.snapshot(() => {
      const rows = db.query(
        'SELECT CAST(value AS INTEGER) AS n FROM json_each(?)',
        JSON.stringify(Array.from({ length: 5001 }, (_, i) => i)),
      )
      expect([...rows].map(({ n }) => n)).toEqual(Array.from({ length: 5001 }, (_, i) => i))
      expect(() => [...db.query('WITH gone AS (DELETE FROM reports RETURNING 1) SELECT * FROM gone')]).toThrow()
    })
    expect(codeOf(() => db.query('WITH gone AS (DELETE FROM reports RETURNING 1) SELECT * FROM gone'))).toBe('bad_query')
    db.close()
  })
  it('finds a phrase in a text that is longer than what Postgres gives places for', () => {
    const db = openLedger(postgres.make(dir))
    const long = `${'水'.repeat(600)}${'甲乙丙丁戊己庚辛'.repeat(2500)}末尾的石桥镇`
    db.put(plainReport({ source: 'a.txt', items: [{ problem: long }] }), v1)
    expect(db.countHits('末尾的石桥镇')).toBe(1)
    expect(db.countHits('辛末尾')).toBe(1)
    expect(db.countHits('水甲乙')).toBe(1)
    expect(db.countHits('乙甲')).toBe(0)
    db.close()
  })
})

describe('the words of Postgres', () => {
  const inWords = (sql: string, ...values: (string | number | null)[]) => written(template(sql), values)
  it.each([
    ['SELECT ifnull(a, ?) FROM t', ['x'], 'SELECT coalesce(a, $1::text) FROM t'],
    ["SELECT 'ifnull(?)', ? << 20", [3], "SELECT 'ifnull(?)', $1::bigint << 20"],
    ['SELECT instr(a, ?) AS leadUnits', ['x'], 'SELECT strpos(a, $1::text) AS "leadUnits"'],
    ['UPDATE t SET a = ?, b = ?', [null, 0.5], 'UPDATE t SET a = $1, b = $2::double precision'],
    ['SELECT 1 WHERE ? IS NULL OR a = ?', [null, null], 'SELECT 1 WHERE $1::text IS NULL OR a = $2'],
    ['INSERT OR IGNORE INTO t SELECT 1', [], 'INSERT INTO t SELECT 1 ON CONFLICT DO NOTHING'],
    [
      'UPDATE t SET a = EXISTS (SELECT 1 FROM u WHERE b IN (1, 2))',
      [],
      'UPDATE t SET a = (EXISTS (SELECT 1 FROM u WHERE b IN (1, 2)))::int',
    ],
    ["SELECT a || '''?' -- why?\nFROM t WHERE b = ?", ['x'], "SELECT a || '''?' -- why?\nFROM t WHERE b = $1::text"],
  ])('%s', (sql, values, expected) => {
    expect(inWords(sql, ...(values as string[]))).toBe(expected)
  })
  it('take a name that stands twice as one value', () => {
    const made = template('SELECT 1 WHERE @a IS NULL OR b = @a OR c = @d')
    expect(made.names).toEqual(['a', 'd'])
    expect(written(made, [null, 1])).toBe('SELECT 1 WHERE $1::text IS NULL OR b = $1::text OR c = $2::bigint')
    expect(signatureOf(['x', 1, 0.5, null])).toBe('tifn')
  })
  it('say the whole schema', () => {
    const schema = postgresSchema(SCHEMA_VERSION)
    expect(schema).not.toMatch(/\b(?:STRICT|WITHOUT ROWID|GLOB|ifnull\(|INSERT OR)\b(?! ROWS| AS)/)
    expect(schema).toContain('COLLATE "C"')
  })
})

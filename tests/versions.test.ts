import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Ledger, LedgerError, openLedger } from '../output/store/index.js'
import { first } from '../output/store/migrations/first.js'
import { APPLICATION_ID } from '../output/store/schema.js'
import { defineFunctions } from '../output/store/sqlite.js'
import type { Report } from '../pipeline/record.js'
import { emptyLedger } from './helpers/empty.js'
import { plainReport, sampleReport } from './helpers/record.js'

const v1 = { parserVersion: '1' }
let dir: string
let path: string
let open: Ledger[] = []

const ledger = (options = {}, file = path): Ledger => {
  const opened = openLedger(existsSync(file) ? file : emptyLedger(file), options)
  open.push(opened)
  return opened
}
const sql = (query: string, file = path): unknown[] => {
  const db = new Database(file, { readonly: true })
  try {
    return db.prepare(query).raw().all()
  } finally {
    db.close()
  }
}
const spoil = (statements: string, file = path): void => {
  const db = new Database(file)
  defineFunctions(db)
  db.pragma('foreign_keys = OFF')
  db.exec(statements)
  db.close()
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
  dir = mkdtempSync(join(tmpdir(), 'taizhang-versions-'))
  path = join(dir, 'ledger.db')
})
afterEach(() => {
  for (const one of open) one.close()
  open = []
  rmSync(dir, { recursive: true, force: true })
})

const of = (source: string, ...problems: string[]) => plainReport({ source, items: problems.map((problem) => ({ problem })) })
const keyOf = (report: Report) => report.document.id.slice(0, 12)
const problems = (db: Ledger, filter = {}) => db.items(filter).map(({ problem }) => problem)

describe('a source', () => {
  const [old, now] = [of('a.txt', '河道淤积。', '砖厂扬尘。'), of('a.txt', '河道已经疏浚。')]

  it('that holds new bytes counts once, and its earlier version can still be read', () => {
    const db = ledger()
    expect([db.put(old, v1), db.put(now, v1)]).toEqual(['added', 'replaced'])
    expect(db.reports().map(({ id, items }) => [id, items])).toEqual([[now.document.id, 1]])
    expect(problems(db)).toEqual(['河道已经疏浚。'])
    expect(db.check().reports).toBe(1)
    expect(
      sql('SELECT (SELECT count(*) FROM item_list), (SELECT count(*) FROM all_items), (SELECT count(*) FROM names)'),
    ).toEqual([[1, 3, 1]])
    expect(db.reports({ versions: true }).map(({ key, current, versions }) => [key, current, versions])).toEqual([
      [keyOf(old), false, [{ source: 'a.txt', version: 1, current: false }]],
      [keyOf(now), true, [{ source: 'a.txt', version: 2, current: true }]],
    ])
    expect(db.report(keyOf(old))).toEqual(old)
    expect(db.report('a.txt')).toEqual(now)
    expect(db.item(`${keyOf(old)}#2`)?.item.problem.text).toBe('砖厂扬尘。')
    expect(problems(db, { report: keyOf(old) })).toEqual(['河道淤积。', '砖厂扬尘。'])
    expect(problems(db, { versions: true })).toHaveLength(3)
  })

  it('that goes back to its old bytes has a third version, with nothing parsed', () => {
    const db = ledger()
    for (const report of [old, now]) db.put(report, v1)
    expect(db.named(old.document.id, { source: 'a.txt' })).toBe('replaced')
    expect(db.named(old.document.id, { source: 'a.txt' })).toBe('unchanged')
    expect(problems(db)).toEqual(['河道淤积。', '砖厂扬尘。'])
    expect(sql('SELECT version, report FROM versions ORDER BY version')).toEqual([
      [1, 1],
      [2, 2],
      [3, 1],
    ])
  })

  it('is the same by its full path, whatever name it is given', () => {
    const db = ledger()
    db.put(old, { ...v1, resolved: '/x/a.txt' })
    expect(db.put({ ...now, document: { ...now.document, source: '../x/a.txt' } }, { ...v1, resolved: '/x/a.txt' })).toBe(
      'replaced',
    )
    const other = of('a.txt', '矿山未复绿。')
    expect(db.put(other, { ...v1, resolved: '/y/a.txt' })).toBe('added')
    expect(db.reports().map(({ key, source }) => [key, source])).toEqual([
      [keyOf(now), 'a.txt'],
      [keyOf(other), 'a.txt'],
    ])
    expect(db.report('/x/a.txt')?.document.id).toBe(now.document.id)
  })

  it('keeps its versions when a changed parser reads them again', () => {
    const db = ledger()
    for (const report of [old, now]) db.put(report, v1)
    expect(db.put(now, { parserVersion: '2' })).toBe('updated')
    expect(db.put({ ...old, document: { ...old.document, source: 'b.txt' } }, { parserVersion: '2' })).toBe('updated')
    expect(sql('SELECT source, version, report FROM versions ORDER BY source, version')).toEqual([
      [1, 1, 1],
      [1, 2, 2],
      [2, 1, 1],
    ])
    expect(problems(db)).toHaveLength(3)
  })

  it('whose new bytes fail keeps what it held, until they can be read', () => {
    const db = ledger()
    db.put(old, v1)
    db.fail({ id: 'f'.repeat(64), source: 'a.txt', parserVersion: '1', diagnostics: [] })
    expect(problems(db)).toHaveLength(2)
    expect(db.check()).toMatchObject({ ok: false, failures: [{ source: 'a.txt' }] })
    db.put(now, v1)
    expect(db.check()).toMatchObject({ ok: true, failures: [] })
  })

  it('of standard input is one for each document', () => {
    const db = ledger()
    for (const report of [of('-', '河道淤积。'), of('-', '砖厂扬尘。')]) db.put(report, { ...v1, resolved: '-' })
    expect(db.reports()).toHaveLength(2)
  })
})

describe('the same bytes under two names', () => {
  const report = of('a.txt', '河道淤积。')

  it('are one report with both names', () => {
    const db = ledger()
    db.put(report, v1)
    expect(db.named(report.document.id, { source: 'b.txt' })).toBe('unchanged')
    expect(db.reports().map(({ source, names }) => [source, names])).toEqual([['a.txt', ['a.txt', 'b.txt']]])
    expect(db.report('b.txt')).toEqual(report)
    expect(db.items()).toHaveLength(1)
  })

  it('stay current under one while the other changes, and are called by it', () => {
    const db = ledger()
    db.put(report, v1)
    db.named(report.document.id, { source: 'b.txt' })
    const other = of('a.txt', '河道已经疏浚。')
    db.put(other, v1)
    expect(db.reports().map(({ id, source, names }) => [id, source, names])).toEqual([
      [other.document.id, 'a.txt', ['a.txt']],
      [report.document.id, 'b.txt', ['b.txt']],
    ])
  })
})

describe('remove', () => {
  const [old, now] = [of('x/a.txt', '河道淤积。'), of('x/a.txt', '河道已经疏浚。')]
  let db: Ledger
  beforeEach(() => {
    db = ledger()
    for (const report of [old, now]) db.put(report, v1)
  })

  it('takes a source out with all of its versions', () => {
    expect(db.remove('a.txt')).toEqual({
      reports: [keyOf(old), keyOf(now)],
      names: ['x/a.txt'],
      kept: [],
      restored: [],
      failures: 0,
    })
    expect(sql('SELECT (SELECT count(*) FROM reports), (SELECT count(*) FROM items), (SELECT count(*) FROM sources)')).toEqual([
      [0, 0, 0],
    ])
  })

  it('takes one report out by its key, and the earlier version is current again', () => {
    expect(db.remove(keyOf(now))).toEqual({ reports: [keyOf(now)], names: [], kept: [], restored: [keyOf(old)], failures: 0 })
    expect(problems(db)).toEqual(['河道淤积。'])
    expect(db.remove(keyOf(old))).toMatchObject({ reports: [keyOf(old)], names: ['x/a.txt'] })
    expect(sql('SELECT count(*) FROM sources')).toEqual([[0]])
  })

  it('takes a name out and leaves the report that another name holds', () => {
    db.named(now.document.id, { source: 'y/b.txt' })
    expect(db.remove('x/a.txt')).toEqual({
      reports: [keyOf(old)],
      names: ['x/a.txt'],
      kept: [keyOf(now)],
      restored: [],
      failures: 0,
    })
    expect(db.reports().map(({ source }) => source)).toEqual(['y/b.txt'])
  })

  it('takes nothing out where the name may be two', () => {
    db.put(of('y/a.txt', '砖厂扬尘。'), v1)
    expect(codeOf(() => db.remove('a.txt'))).toBe('ambiguous')
    expect(db.reports()).toHaveLength(2)
    expect(db.remove('nothing')).toBeNull()
  })

  it('takes a failure of that very name, and no source that only ends so', () => {
    db.fail({ id: null, source: 'b.txt', parserVersion: '1', diagnostics: [] })
    db.put(of('y/b.txt', '砖厂扬尘。'), v1)
    expect(db.remove('b.txt')).toEqual({ reports: [], names: ['b.txt'], kept: [], restored: [], failures: 1 })
    expect(db.report('y/b.txt')).not.toBeNull()
    expect(db.remove('b.txt')).toMatchObject({ names: ['y/b.txt'], failures: 0 })
  })

  it('leaves only what is named with keepOnly: current versions of these sources', () => {
    db.put(of('y/b.txt', '砖厂扬尘。'), v1)
    db.fail({ id: null, source: 'z.pdf', parserVersion: '1', diagnostics: [] })
    expect(db.keepOnly(['x/a.txt'])).toBe(2)
    expect(db.reports({ versions: true }).map(({ id }) => id)).toEqual([now.document.id])
    expect(db.check()).toMatchObject({ ok: true, reports: 1 })
    expect(db.faults()).toEqual([])
  })
})

describe('a later report', () => {
  const region = { name: '湖南省青溪县', code: '439999', level: 'county' as const }
  const problem = '关于“镇区污水管网破损严重，长期直排清水河”的问题'
  const dated = (
    source: string,
    status: 'completed' | 'in_progress',
    asOf: string | null,
    words = problem,
    code = '439999',
  ) => {
    const report = plainReport({
      source,
      region: { ...region, code },
      items: [{ problem: words, status, due: '2023-06-30' }],
      salt: source,
    })
    const place: [number, number] = [0, 2]
    const text = report.document.text.slice(0, 2)
    return {
      ...report,
      document: {
        ...report.document,
        programme: { type: 'audit' as const, round: null, lookBack: false, text, span: place },
        asOf: asOf === null ? null : { start: asOf, end: asOf, precision: 'day' as const, text, span: place },
      },
    }
  }
  const overdue = (db: Ledger) => db.items({ overdueAsOf: '2024-01-01' }).map(({ source }) => source)

  it('that calls the problem done takes it off the list of those overdue', () => {
    const db = ledger()
    db.put(dated('2023.txt', 'in_progress', '2023-06-30'), v1)
    expect(overdue(db)).toEqual(['2023.txt'])
    const later = dated('2024.txt', 'completed', '2024-06-30', '镇区污水管网破损严重，长期直排清水河')
    db.put(later, v1)
    expect(overdue(db)).toEqual([])
    expect(db.items({ report: '2023.txt' })[0]?.doneLater).toBe(`${keyOf(later)}#1`)
    expect(sql('SELECT count(*) FROM open_by_due')).toEqual([[0]])
  })

  it.each([
    ['an earlier day', dated('x.txt', 'completed', '2023-01-31')],
    ['another region', dated('x.txt', 'completed', '2024-06-30', problem, '439998')],
    ['other words', dated('x.txt', 'completed', '2024-06-30', '关于“镇区污水管网已经建成”的问题')],
  ])('with %s does not', (_, other) => {
    const db = ledger()
    db.put(dated('2023.txt', 'in_progress', '2023-06-30'), v1)
    db.put(other, v1)
    expect(overdue(db)).toContain('2023.txt')
  })

  it('that calls it open still stands for it in the list', () => {
    const db = ledger()
    db.put(dated('2023.txt', 'in_progress', '2023-06-30'), v1)
    db.put(dated('2024.txt', 'in_progress', '2024-06-30'), v1)
    expect(overdue(db)).toEqual(['2024.txt'])
  })
})

describe('overdue', () => {
  it('is told apart from what no report speaks of, and falls due on the day of the measures', () => {
    const db = ledger()
    const report = sampleReport()
    const [one, ...rest] = report.items
    if (!one) throw new Error('the sample lost its items')
    db.put({ ...report, items: [{ ...one, deadline: null, status: null }, ...rest] }, v1)
    expect(db.items({ overdueAsOf: '2030-01-01' })).toEqual([])
    expect(db.items({ unsaidAsOf: '2030-01-01' }).map(({ seq, due, dueOf }) => [seq, due, dueOf])).toEqual([
      [1, '2024-12-31', 'measures'],
    ])
  })
})

/** A ledger as the first release made it: a source twice, one source of standard input twice, a failure. */
const oldLedger = (): Report[] => {
  const made = [
    of('a.txt', '河道淤积。', '砖厂扬尘。'),
    of('a.txt', '河道已经疏浚。'),
    of('-', '矿山未复绿。'),
    of('-', '粪污外排。'),
    { ...sampleReport(), document: { ...sampleReport().document, source: 'https://example.com/1.html' } },
  ]
  // Filled by today's code, then copied column by column into the tables of then.
  const source = join(dir, 'new.db')
  const filled = ledger({}, source)
  for (const [n, report] of made.entries()) filled.put(report, { ...v1, resolved: String(n) })
  filled.fail({
    id: null,
    source: 'b.pdf',
    parserVersion: '1',
    diagnostics: [{ code: 'no_access', severity: 'error', message: 'No.', span: null, item: null }],
  })
  filled.close()
  const db = new Database(path)
  db.exec(first)
  db.pragma('foreign_keys = OFF')
  db.exec(`ATTACH '${source}' AS filled`)
  const tables = db
    .prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND sql LIKE '%STRICT%' AND name <> 'meta'")
    .pluck()
    .all() as string[]
  for (const table of tables) {
    const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table).join(', ')
    db.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM filled.${table}`)
  }
  db.exec(
    "INSERT INTO main.meta VALUES ('splitter', 'nodejieba 3'); INSERT INTO main.search (rowid, problem) VALUES (1048577, '河道')",
  )
  db.exec('DETACH filled')
  db.pragma('journal_mode = WAL')
  db.pragma(`application_id = ${APPLICATION_ID}`)
  db.pragma('user_version = 1')
  db.close()
  return made
}

describe('a ledger of the first release', () => {
  it('keeps everything, and has its sources as versions', () => {
    const made = oldLedger()
    const db = ledger()
    for (const report of made) expect(db.report(report.document.id)).toEqual(report)
    expect(db.reports().map(({ source }) => source)).toEqual(['-', '-', 'a.txt', 'https://example.com/1.html'])
    expect(problems(db, { report: 'a.txt' })).toEqual(['河道已经疏浚。'])
    expect(db.check().failures).toMatchObject([{ source: 'b.pdf' }])
    expect(db.check().diagnostics).toContainEqual({
      report: null,
      source: 'b.pdf',
      code: 'no_access',
      severity: 'error',
      message: 'No.',
      span: null,
      item: null,
    })
    // Each record has its digest, so that damage from now on is known.
    expect(sql('SELECT count(*) FROM record_digests')).toEqual([[5]])
    // What tables made anew have left empty is given back.
    expect(sql('PRAGMA freelist_count')).toEqual([[0]])
    expect(db.index()).toBe(5)
    expect(db.search('河道').map(({ problem }) => problem)).toEqual(['河道已经疏浚。'])
    expect(db.faults()).toEqual([])
    // A name that was given without its full path gets it with the next ingest.
    expect(db.named(made[1]?.document.id ?? '', { source: 'a.txt', resolved: join(dir, 'a.txt') })).toBe('unchanged')
    expect(sql("SELECT name, resolved FROM sources WHERE name = 'a.txt'")).toEqual([['a.txt', join(dir, 'a.txt')]])
  })

  it('is not changed by reading, which says what to do', () => {
    oldLedger()
    const before = readFileSync(path)
    expect(codeOf(() => ledger({ readonly: true }))).toBe('earlier_schema')
    expect(() => ledger({ readonly: true })).toThrow(/taizhang index --db/)
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('is left as it was where rows have lost their report', () => {
    oldLedger()
    spoil('DELETE FROM reports WHERE report = 1')
    const before = sql('SELECT count(*) FROM items')
    expect(codeOf(() => ledger())).toBe('corrupt')
    expect(sql('PRAGMA user_version')).toEqual([[1]])
    expect(sql('SELECT count(*) FROM items')).toEqual(before)
  })
})

describe('an interrupted first ingest', () => {
  it('leaves a file that says it is no ledger yet, and that the next ingest fills', () => {
    const db = new Database(path)
    db.pragma('journal_mode = WAL')
    db.close()
    expect(codeOf(() => ledger({ readonly: true }))).toBe('not_found')
    expect(codeOf(() => ledger({ create: false }))).toBe('not_found')
    expect(ledger().put(sampleReport(), v1)).toBe('added')
  })
})

describe('faults', () => {
  const kinds = () =>
    ledger({ readonly: true })
      .faults()
      .map(({ kind }) => kind)
  beforeEach(() => {
    const db = ledger()
    db.put(sampleReport(), v1)
    db.put(of('a.txt', '河道淤积。'), v1)
    db.put(of('a.txt', '河道已经疏浚。'), v1)
    db.close()
  })

  it('are none in a sound ledger', () => expect(kinds()).toEqual([]))

  it('are none where a record is told anew, or has lost its first name', () => {
    const db = ledger()
    db.put(sampleReport(), { ...v1, parserVersion: '2' })
    db.named(sampleReport().document.id, { source: 'other.txt', resolved: join(dir, 'other.txt') })
    db.remove(sampleReport().document.source)
    db.close()
    expect(sql('SELECT source FROM reports WHERE report = 1')).toEqual([['other.txt']])
    expect(kinds()).toEqual([])
  })

  it.each([
    ['rows without their report', 'DELETE FROM reports WHERE report = 1', 'foreign_key'],
    ['an item missing from the index', "INSERT INTO search (search, rowid, words) VALUES ('delete', 1, '0河')", 'index'],
    ['a row of the index without an item', "INSERT INTO search (rowid, words) VALUES (99, '0河')", 'index'],
    ['a version marked current that is not', 'UPDATE reports SET current = 1 - current WHERE report = 2', 'version'],
    ['a record that does not fit its schema', "UPDATE terms SET date = 'soon'", 'record'],
    ['a text that does not stand at its place', "UPDATE stored_items SET problem = '别的问题。' WHERE report = 2", 'record'],
    [
      'a state that is another',
      "UPDATE stored_items SET status = 'on_schedule' WHERE report = 1 AND status = 'completed'",
      'record',
    ],
    ['a figure that is another', 'UPDATE stored_quantities SET value = value + 1 WHERE report = 1', 'record'],
    ['a letter of the text that is another', "UPDATE document_parts SET text = replace(text, '河', '湖')", 'record'],
    ['a body that is another', "UPDATE bodies SET name = replace(name, '县', '市')", 'record'],
    ['a title that is another', "UPDATE reports SET title = title || '。' WHERE report = 1", 'record'],
    ['a diagnostic that is gone', 'DELETE FROM diagnostics WHERE report = 1', 'record'],
    ['a measure outside its item', 'UPDATE stored_actions SET span_end = span_start + 900 WHERE action = 4', 'record'],
  ])('tell of %s', (_, statements, kind) => {
    spoil(statements)
    expect(kinds()).toContain(kind)
  })

  it('tell of damaged pages, and no damage is an exception', () => {
    const bytes = readFileSync(path)
    let told = 0
    for (let page = 1; page < bytes.length / 4096; page++) {
      const damaged = Buffer.from(bytes)
      damaged.fill(0xa5, page * 4096, page * 4096 + 64)
      const file = join(dir, `${page}.db`)
      writeFileSync(file, damaged)
      let broken: boolean
      try {
        broken = ledger({ readonly: true }, file).faults().length > 0
      } catch (error) {
        broken = error instanceof LedgerError && error.code === 'corrupt'
      }
      if (broken) told++
    }
    // A page that nothing uses may be damaged without a word.
    const [[unused]] = sql('PRAGMA freelist_count') as [[number]]
    expect(told).toBeGreaterThanOrEqual(bytes.length / 4096 - 3 - unused)
  })
})

const sqlite3 = spawnSync('sqlite3', ['--version'])
describe.skipIf(sqlite3.error !== undefined)('the system’s sqlite3', () => {
  it('reads every table and view, and searches', () => {
    const db = ledger()
    db.put(sampleReport(), v1)
    db.close()
    const ask = (query: string) => execFileSync('sqlite3', ['-readonly', path, query], { encoding: 'utf8' })
    const names = ask("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')").trim().split('\n')
    expect(names.length).toBeGreaterThan(25)
    for (const name of names) expect(() => ask(`SELECT count(*) FROM (SELECT * FROM ${name})`), name).not.toThrow()
    expect(
      ask(
        `SELECT n.report, search.rowid - n.before FROM search JOIN search_numbers n ON n.before = (SELECT max(before) FROM search_numbers WHERE before < search.rowid) WHERE search MATCH '"0管网" OR "2管网"'`,
      ),
    ).toBe('1|1\n')
  })
})

/** What lists go by (item_facts) is what the tables say, whatever is put, removed, corrected and decided; and after a migration. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Ledger, openLedger } from '../../output/store/index.js'
import { defineProblemKey } from '../../output/store/problem-key.js'
import { APPLICATION_ID, migrations } from '../../output/store/schema.js'
import type { Report } from '../../pipeline/record.js'
import { emptyLedger } from '../helpers/empty.js'
import { plainReport } from '../helpers/record.js'

const region = { name: '湖南省湘潭市韶山市', code: '430382', level: 'county' as const }
const lake = '镜湖沿岸餐馆二十三家把油污直接倒进湖里，湖湾长期发臭，群众多次反映。'
const quarry = '石岭采石场越界开采十五亩，边坡裸露，至今没有复绿。'
type Items = Parameters<typeof plainReport>[0]['items']

const reportOf = (source: string, day: string, items: Items, salt = ''): Report => {
  const report = plainReport({ source, region, salt: `${day}${salt}`, items })
  const text = report.document.text.slice(0, 2)
  return { ...report, document: { ...report.document, asOf: { start: day, end: day, precision: 'day', text, span: [0, 2] } } }
}
const reports = [
  reportOf('may.txt', '2024-05-31', [
    { problem: lake, status: 'in_progress', due: '2024-06-30', lead: '县水利局' },
    { problem: quarry },
  ]),
  reportOf('june.txt', '2024-06-30', [
    { problem: quarry, status: 'in_progress', due: '2025-03-31' },
    { problem: lake, status: 'completed' },
  ]),
  reportOf('june.txt', '2024-06-30', [{ problem: lake, status: 'in_progress', due: '2024-12-31' }], 'corrected'),
  reportOf('july.txt', '2024-07-31', [{ problem: `${lake}现已整改。`, status: 'completed' }]),
]
const told = { why: '核实', by: '张某', day: '2024-08-01' }

type Step = (db: Ledger) => void
const nth = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(1, all.length)]
const report = fc.constantFrom(...reports)
const number = fc.nat({ max: 7 })
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(report, fc.constantFrom('1', '2')).map(
    ([one, parserVersion]) =>
      (db: Ledger) =>
        void db.put(one, { parserVersion }),
  ),
  report.map((one) => (db: Ledger) => void db.remove(one.document.id)),
  fc
    .tuple(
      number,
      fc.constantFrom(
        ['status', 'completed'],
        ['status', null],
        ['due', '2026-01-31'],
        ['due', null],
        ['closure', 'closed'],
        ['note', '待查'],
        ['lead_units', '县住建局'] as const,
      ),
    )
    .map(([n, [field, value]]) => (db: Ledger) => {
      const item = nth(db.items({ versions: true }), n)
      if (item) db.correct(item.key, field as 'status', value as string | null, told)
    }),
  number.map((n) => (db: Ledger) => {
    const one = nth(db.corrections(), n)
    if (one) db.dropCorrection(one.correction)
  }),
  fc.tuple(number, fc.constantFrom('confirmed', 'rejected')).map(([n, verdict]) => (db: Ledger) => {
    const link = nth(db.links(), n)
    if (link) db.decideLink(String(link.link), verdict as 'confirmed')
  }),
  fc.constant((db: Ledger) => void db.link({ anew: true })),
)

describe('what lists go by', () => {
  it('is what the tables say, whatever comes', () => {
    const dir = mkdtempSync(join(tmpdir(), 'taizhang-facts-'))
    const file = join(dir, 'ledger.db')
    fc.assert(
      fc.property(fc.array(step, { minLength: 3, maxLength: 12 }), (steps) => {
        const db = openLedger(emptyLedger(file))
        try {
          for (const one of steps) one(db)
          expect(db.faults()).toEqual([])
        } finally {
          db.close()
        }
      }),
      { numRuns: 60 },
    )
    rmSync(dir, { recursive: true })
  }, 120_000)

  it('is the same after a ledger of schema 3 was brought up to date', () => {
    const dir = mkdtempSync(join(tmpdir(), 'taizhang-facts-'))
    try {
      const file = join(dir, 'now.db')
      const now = openLedger(file)
      for (const one of [reports[0], reports[1], reports[3]]) if (one) now.put(one, { parserVersion: '1' })
      const [first] = now.items()
      if (first) now.correct(first.key, 'due', '2026-01-31', told)
      const rows = (db: Ledger) => [...db.query('SELECT * FROM all_items ORDER BY report, item')]
      const wanted = rows(now)
      now.close()
      const earlier = join(dir, 'earlier.db')
      const db = new Database(earlier)
      defineProblemKey(db)
      db.pragma('foreign_keys = OFF')
      for (const sql of migrations.slice(0, 3)) db.exec(sql)
      db.exec(`ATTACH '${file}' AS now`)
      const columns = (schema: string, table: string) =>
        db.prepare<[string, string], string>('SELECT name FROM pragma_table_info(?, ?)').pluck().all(table, schema)
      const tables = db
        .prepare<[], string>(
          "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'",
        )
        .pluck()
        .all()
      // A source's versions make reports current, and that unlinks: so they come first.
      const order = ['reports', 'sources', 'versions']
      for (const table of [...order, ...tables.filter((one) => !order.includes(one))]) {
        const known = [...columns('now', table), 'grams']
        const shared = columns('main', table).filter((column) => known.includes(column))
        const values = shared.map((column) => (column === 'grams' ? "'[]'" : column))
        db.exec(`INSERT OR REPLACE INTO main.${table} (${shared.join(', ')}) SELECT ${values.join(', ')} FROM now.${table}`)
      }
      db.exec('INSERT INTO search (rowid) SELECT (report << 20) + item FROM now.items')
      db.pragma(`application_id = ${APPLICATION_ID}`)
      db.pragma('user_version = 3')
      db.exec('DETACH now')
      db.close()
      expect(() => openLedger(earlier, { readonly: true })).toThrow(/earlier version/)
      const migrated = openLedger(earlier)
      expect(rows(migrated)).toEqual(wanted)
      expect(migrated.faults()).toEqual([])
      migrated.close()
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  })
})

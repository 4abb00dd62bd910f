/** A ledger of an earlier schema in Postgres is brought up to date where it is. */
import { spawn } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { dump, LedgerError, openLedger } from '../output/store/index.js'
import { postgresSchema, tablesOf } from '../output/store/postgres/ddl.js'
import { SCHEMA_VERSION } from '../output/store/schema.js'
import { plainReport, sampleReport } from './helpers/record.js'
import { dropMade, hasPostgres, onServer, postgres } from './helpers/stores.js'

const EARLIER = 4
const command = fileURLToPath(new URL('../bin/taizhang.js', import.meta.url))
const schemaOf = (name: string): string => new URL(name).searchParams.get('schema') ?? ''
const linesOf = (name: string): string[] => {
  const db = openLedger(name, { readonly: true })
  try {
    return [...dump(db)]
  } finally {
    db.close()
  }
}
const rowsOf = async (sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: inject('postgres') })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Versions, a failure, links, a decision, a correction. */
function fill(name: string): void {
  const db = openLedger(name)
  const v1 = { parserVersion: '1' }
  const lake = '镜湖沿岸餐馆二十三家把油污直接倒进湖里，湖湾长期发臭，群众多次反映。'
  const quarry = '石岭采石场越界开采十五亩，边坡裸露，至今没有复绿。'
  const region = { name: '湖南省湘潭市韶山市', code: '430382', level: 'county' as const }
  db.put(sampleReport(), v1)
  db.put(plainReport({ source: 'a.txt', region, items: [{ problem: lake, due: '2024-05-31', lead: '市水利局' }] }), v1)
  db.put(plainReport({ source: 'b.txt', region, items: [{ problem: lake }, { problem: quarry, due: '2024-12-31' }] }), v1)
  db.put(plainReport({ source: 'b.txt', region, items: [{ problem: lake, status: 'completed' }, { problem: quarry }] }), v1)
  const diagnostic = { code: 'no_items', severity: 'error' as const, message: 'none', span: null, item: null }
  db.fail({ id: null, source: 'c.txt', parserVersion: '1', diagnostics: [diagnostic] })
  const [item] = db.items()
  const [link] = db.links()
  if (!item || !link) throw new Error('nothing to decide and correct')
  db.decideLink(String(link.link), 'confirmed', '某人')
  db.correct(item.key, 'note', '已电话核实。', { why: '电话', by: '某人', day: '2024-06-01' })
  expect(db.faults()).toEqual([])
  db.close()
}

/** A ledger as the earlier migrations make it, with the rows of one of today, which it is to be like again. */
async function earlier(today: string): Promise<string> {
  const name = postgres.make('')
  const [from, to] = [schemaOf(today), schemaOf(name)]
  await onServer(`CREATE SCHEMA ${to}; SET search_path = ${to}; ${postgresSchema(EARLIER)}`)
  const known = (await rowsOf(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns WHERE table_schema = '${from}'`,
  )) as { table: string; column: string }[]
  // Fingerprints are made anew.
  await onServer(`ALTER TABLE ${to}.link_reports ALTER COLUMN grams SET DEFAULT '[]'`)
  const fillings = tablesOf(EARLIER).flatMap(({ name: table, columns, numbered }) => {
    const same = columns.filter((column) => known.some((one) => one.table === table && one.column === column)).join(', ')
    if (same === '') return []
    return [
      `INSERT INTO ${to}.${table} (${same}) SELECT ${same} FROM ${from}.${table} ON CONFLICT DO NOTHING`,
      ...(numbered ? [`SELECT setval(pg_get_serial_sequence('${to}.${table}', '${numbered}'), 1000)`] : []),
    ]
  })
  await onServer(`SET search_path = ${to}; ${fillings.join(';\n')}; UPDATE reports SET indexed = 1`)
  return name
}

const catalogOf = (schema: string): Promise<unknown[]> =>
  rowsOf(
    `SELECT c.relkind::text, c.relname, a.attname, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull, col_description(c.oid, a.attnum) AS told
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
       WHERE c.relnamespace = '${schema}'::regnamespace AND c.relkind IN ('r', 'v', 'i')
     UNION ALL SELECT 'f', p.proname, pg_get_function_identity_arguments(p.oid), NULL, NULL, NULL FROM pg_proc p WHERE p.pronamespace = '${schema}'::regnamespace
     UNION ALL SELECT 't', t.tgname, t.tgrelid::regclass::text, NULL, NULL, NULL FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
       WHERE c.relnamespace = '${schema}'::regnamespace AND NOT t.tgisinternal
     ORDER BY 1, 2, 3`,
  ).then((rows) => rows.map((row) => JSON.parse(JSON.stringify(row).replaceAll(`${schema}.`, ''))))

describe.runIf(hasPostgres)('a ledger of an earlier schema in Postgres', () => {
  let today: string
  let name: string
  beforeEach(async () => {
    today = postgres.make('')
    fill(today)
    name = await earlier(today)
  })
  afterAll(dropMade)

  it('is brought up to date by the next command that writes, and keeps everything', async () => {
    const schema = schemaOf(name)
    await onServer(`GRANT SELECT ON ${schema}.reports TO PUBLIC; UPDATE ${schema}.ledger_state SET changes = 41;
      INSERT INTO ${schema}.queue_hosts VALUES ('example.org', '2030-01-01')`)
    expect(() => openLedger(name, { readonly: true })).toThrow(/taizhang index/)
    openLedger(name).close()
    expect(linesOf(name)).toEqual(linesOf(today))
    expect(await catalogOf(schema)).toEqual(await catalogOf(schemaOf(today)))
    expect(await rowsOf(`SELECT version::int, changes::int FROM ${schema}.ledger_state`)).toEqual([
      { version: SCHEMA_VERSION, changes: 42 },
    ])
    expect(await rowsOf(`SELECT host FROM ${schema}.queue_hosts`)).toEqual([{ host: 'example.org' }])
    expect(await rowsOf(`SELECT has_table_privilege('public', '${schema}.reports', 'SELECT') AS may`)).toEqual([{ may: true }])
    const db = openLedger(name)
    expect(db.faults()).toEqual([])
    expect(db.index()).toBe(0)
    expect(db.search('采石场').length).toBeGreaterThan(0)
    // Numbers go on from the highest.
    expect(db.put(plainReport({ source: 'new.txt', items: [{ problem: '某处问题。' }] }), { parserVersion: '1' })).toBe('added')
    expect(db.faults()).toEqual([])
    db.close()
  })
  it('stays what it was where views of another depend on it', async () => {
    const schema = schemaOf(name)
    await onServer(`CREATE VIEW ${schema}.mine AS SELECT key FROM ${schema}.reports`)
    expect(() => openLedger(name)).toThrow(/of your own depend/)
    expect(await rowsOf(`SELECT version::int FROM ${schema}.ledger_state`)).toEqual([{ version: EARLIER }])
    await onServer(`DROP VIEW ${schema}.mine`)
    openLedger(name).close()
    expect(linesOf(name)).toEqual(linesOf(today))
  })
  it('stays what it was where the process is killed in between', async () => {
    const schema = schemaOf(name)
    const scraps = () => readdirSync(tmpdir()).filter((entry) => entry.startsWith('taizhang-migrate-'))
    const reader = new pg.Client({ connectionString: inject('postgres') })
    await reader.connect()
    // Who reads a table keeps it from being dropped: there the migration waits, with all rows in its file.
    await reader.query(`BEGIN; SELECT 1 FROM ${schema}.reports LIMIT 1`)
    const child = spawn(process.execPath, [command, 'index', '--db', name], { stdio: 'ignore' })
    const ended = new Promise((resolve) => child.on('exit', resolve))
    const waits = `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = '${schema}.reports'::regclass`
    while ((await rowsOf(waits)).length === 0) await sleep(50)
    child.kill('SIGKILL')
    await ended
    await reader.end()
    expect(await rowsOf(`SELECT version::int FROM ${schema}.ledger_state`)).toEqual([{ version: EARLIER }])
    for (const left of scraps()) rmSync(join(tmpdir(), left), { recursive: true, force: true })
    openLedger(name).close()
    expect(linesOf(name)).toEqual(linesOf(today))
    expect(scraps()).toEqual([])
  })
  it('takes no more of a process that knows the earlier schema only', async () => {
    const db = openLedger(today)
    await onServer(`UPDATE ${schemaOf(today)}.ledger_state SET version = ${SCHEMA_VERSION + 1}`)
    let code: unknown
    try {
      db.put(plainReport({ source: 'late.txt', items: [{ problem: '某处问题。' }] }), { parserVersion: '1' })
    } catch (error) {
      code = error instanceof LedgerError ? error.code : error
    }
    expect(code).toBe('newer_schema')
    db.close()
  })
})

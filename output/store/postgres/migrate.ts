/**
 * A ledger of an earlier schema in Postgres, brought up to date where it is. A migration is written once, for SQLite: so the rows go into a file
 * of the earlier schema, the file through the migrations, and the rows back into tables of the present one. All of it is one transaction: the
 * ledger is of the earlier schema or of the present one, whatever happens in between.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { addDigests } from '../digest.js'
import { migrations, SCHEMA_VERSION, WITH_DIGESTS } from '../schema.js'
import { defineFunctions, sqliteDatabase } from '../sqlite.js'
import { copyTables, indexCopied } from '../tables.js'
import { LedgerError } from '../types.js'
import type { PostgresDatabase } from './database.js'
import { postgresSchema, tablesOf } from './ddl.js'

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Runs `work` on a file that has been through so many migrations, which goes with it. */
const withFile = <R>(version: number, work: (file: BetterSqlite.Database) => R): R => {
  const dir = mkdtempSync(join(tmpdir(), 'taizhang-migrate-'))
  const file = new BetterSqlite(join(dir, 'ledger.db'))
  try {
    defineFunctions(file)
    // It is made again where this is interrupted.
    for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'foreign_keys = OFF']) file.pragma(pragma)
    for (const sql of migrations.slice(0, version)) file.exec(sql)
    return work(file)
  } finally {
    file.close()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** What a schema's text makes, by kind and name, in the order in which it is made. */
const madeBy = (version: number): { kind: string; name: string }[] =>
  postgresSchema(version)
    .split('\n')
    .flatMap((line) => {
      const [, kind, name] = /^CREATE (TABLE|VIEW|FUNCTION|AGGREGATE) "?(\w+)/.exec(line.trimStart()) ?? []
      return kind && name ? [{ kind, name }] : []
    })

/** Takes the ledger's own tables, views and functions out of its schema. What others have made there stays, and where it depends on them this fails. */
const dropAll = (db: PostgresDatabase, version: number, schema: string): void => {
  const made = madeBy(version)
  const of = (...kinds: string[]) => made.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name)
  const list = (names: string[]) => names.map((name) => `${quoted(schema)}.${name}`).join(', ')
  db.exec(`DROP VIEW ${list(of('VIEW'))}; DROP TABLE ${list(of('TABLE'))}`)
  const { rows } = db.native(
    `SELECT DISTINCT p.oid::regprocedure::text, p.prokind = 'a' AS aggregate FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE n.nspname = $1 AND p.proname IN (SELECT jsonb_array_elements_text($2::jsonb)) ORDER BY 2 DESC`,
    [schema, JSON.stringify(of('FUNCTION', 'AGGREGATE'))],
  )
  for (const [signature] of rows) db.exec(`DROP ROUTINE ${signature}`)
}

/** Who may do what with tables and views of the ledger, as statements that give it again. */
const grantsOf = (db: PostgresDatabase, schema: string): { table: string; grant: string }[] =>
  db
    .native(
      `SELECT c.relname, format('GRANT %s ON %I.%I TO %s%s', a.privilege_type, n.nspname, c.relname,
         CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END, CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN aclexplode(c.relacl) a
       WHERE n.nspname = $1 AND c.relkind IN ('r', 'v') AND a.grantee <> c.relowner`,
      [schema],
    )
    .rows.map(([table, grant]) => ({ table: String(table), grant: String(grant) }))

const replace = (db: PostgresDatabase, version: number, schema: string): void =>
  withFile(version, (file) => {
    const through = sqliteDatabase(file)
    file.exec('BEGIN')
    const indexed = copyTables(db, through, tablesOf(version))
    for (const sql of migrations.slice(version)) file.exec(sql)
    if (version < WITH_DIGESTS) addDigests(through)
    file.exec('COMMIT')
    if (file.prepare('PRAGMA foreign_key_check').all().length > 0)
      throw new LedgerError('corrupt', `The ledger holds rows without their report; it is left as it is.`)
    const [state] = db.native('SELECT changes FROM ledger_state', []).rows
    const hosts = db.native('SELECT host, free_at::text FROM queue_hosts', []).rows
    const grants = grantsOf(db, schema)
    dropAll(db, version, schema)
    db.exec(postgresSchema(SCHEMA_VERSION))
    copyTables(through, db, tablesOf(SCHEMA_VERSION))
    db.renumber(tablesOf(SCHEMA_VERSION))
    indexCopied(db, indexed)
    db.native('UPDATE ledger_state SET changes = $1', [Number(state?.[0] ?? 0) + 1])
    for (const host of hosts) db.native('INSERT INTO queue_hosts (host, free_at) VALUES ($1, $2)', [...host])
    const names = new Set(madeBy(SCHEMA_VERSION).map(({ name }) => name))
    for (const { table, grant } of grants) if (names.has(table)) db.exec(grant)
  })

/** Brings the ledger up to date. `versionOf` is asked again inside: another process may have been first; whoever comes meanwhile waits for `lock`. */
export const migrate = (db: PostgresDatabase, schema: string, lock: string, versionOf: () => number): void =>
  db.whole([lock, 'LOCK TABLE ledger_state IN ACCESS EXCLUSIVE MODE'], () => {
    const version = versionOf()
    if (version < SCHEMA_VERSION) replace(db, version, schema)
  })

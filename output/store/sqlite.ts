/** The store's database in SQLite: better-sqlite3 as it is, and the operations that Postgres does otherwise. */
import type BetterSqlite from 'better-sqlite3'
import type { Database } from './database.js'
import { defineParts } from './once.js'
import { defineProblemKey } from './problem-key.js'
import { defineLetters } from './sql-letters.js'
import { type Cell, LedgerError } from './types.js'

type Row = Record<string, Cell>

/** A prepared INSERT for each table, made when it is first used. */
const inserter = (db: BetterSqlite.Database): Database['insert'] => {
  const prepared = new Map<string, { names: string[]; keys: number; statement: BetterSqlite.Statement<[Cell[]]> }>()
  return (table, key, rest = {}) => {
    let insert = prepared.get(table)
    if (!insert) {
      const keys = Object.keys(key)
      const names = [...keys, ...Object.keys(rest)]
      const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
      insert = { names, keys: keys.length, statement: db.prepare<[Cell[]]>(sql) }
      prepared.set(table, insert)
    }
    const { names, keys, statement } = insert
    statement.run(names.map((name, index) => ((index < keys ? key : rest) as Row)[name] as Cell))
  }
}

const ask =
  (db: BetterSqlite.Database): Database['ask'] =>
  (sql, params) => {
    let statement: BetterSqlite.Statement<Cell[], Record<string, Cell>>
    try {
      statement = db.prepare<Cell[], Record<string, Cell>>(sql)
    } catch (error) {
      throw new LedgerError('bad_query', error instanceof Error ? error.message : String(error), { cause: error })
    }
    if (!statement.reader || !statement.readonly) throw new LedgerError('bad_query', 'Only statements that read are run here.')
    return statement.iterate(...params)
  }

/** Adds what better-sqlite3's statement lacks. */
const withMany = (statement: BetterSqlite.Statement<unknown[], unknown>) =>
  Object.assign(statement, { many: (all: readonly unknown[][]) => all.map((params) => statement.all(...params)) })

/** Pages and indices, by SQLite itself; the search index is looked at too. */
const damage = (db: BetterSqlite.Database): ReturnType<Database['damage']> => {
  const pages = db.prepare<[], string>('PRAGMA quick_check').pluck().all()
  const orphans = db
    .prepare<[], { table: string; parent: string; count: number }>(
      'SELECT "table", parent, count(*) AS count FROM pragma_foreign_key_check GROUP BY "table", parent',
    )
    .all()
  return [
    ...pages.filter((line) => line !== 'ok').map((message) => ({ kind: 'database' as const, message })),
    ...orphans.map(({ table, parent, count }) => ({
      kind: 'foreign_key' as const,
      message: `${count} rows of ${table} refer to rows of ${parent} that are not there`,
    })),
  ]
}

/**
 * Gives back what is empty in the pages, and what an index that was filled report by report says again and again. Where there is no room for the copy
 * that this takes, the ledger is whole without it; of damage `check` tells.
 */
export const shrink = (db: BetterSqlite.Database): void => {
  try {
    db.exec("INSERT INTO search (search) VALUES ('optimize'); VACUUM")
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && /^SQLITE_(FULL|IOERR|BUSY|LOCKED|CORRUPT)/.test(String(error.code))))
      throw error
  }
}

/** A ledger that has grown by this part is written anew: the more it holds, the seldomer. */
const GROWN = 1.25

/** Rows that come in the order of their keys leave an eighth of each page empty. */
const tidier = (db: BetterSqlite.Database): (() => void) => {
  const pages = () => Number(db.pragma('page_count', { simple: true }))
  let before = pages()
  return () => {
    if (pages() <= before * GROWN) return
    shrink(db)
    before = pages()
  }
}

/** Gives the connection the SQL functions of the store. */
export const defineFunctions = (db: BetterSqlite.Database): void => {
  defineProblemKey(db)
  defineLetters(db)
  defineParts(db)
}

const made = (db: BetterSqlite.Database, changes: BetterSqlite.Statement<[], number>): Database => ({
  dialect: 'sqlite',
  readonly: db.readonly,
  prepare: (sql: string) => withMany(db.prepare<unknown[], unknown>(sql)) as never,
  exec: (sql) => void db.exec(sql),
  transaction: (work) => db.transaction(work) as never,
  insert: inserter(db),
  ask: ask(db),
  stamp: () => Number(db.pragma('data_version', { simple: true })),
  state: () => `${db.pragma('data_version', { simple: true })} ${changes.get()}`,
  damage: () => damage(db),
  // SQLite goes on from the highest number by itself.
  renumber: () => {},
  tidy: tidier(db),
  close: () => {
    try {
      if (!db.readonly && db.open) db.pragma('optimize')
    } catch {
      // Only advice for the query planner: a ledger that cannot be written now is closed all the same.
    }
    db.close()
  },
})

export const sqliteDatabase = (db: BetterSqlite.Database): Database =>
  made(db, db.prepare<[], number>('SELECT total_changes()').pluck())

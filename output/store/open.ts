/** Opening a database file: is it ours, may we write it, is its schema one that we know. */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import type { Database as StoreDatabase } from './database.js'
import { addDigests } from './digest.js'
import { APPLICATION_ID, migrations, SCHEMA_VERSION, WITH_DIGESTS } from './schema.js'
import { defineFunctions, shrink, sqliteDatabase } from './sqlite.js'
import { LedgerError, type LedgerOptions } from './types.js'

/** How long a writer waits for another process, in milliseconds. */
const BUSY_TIMEOUT = 10_000

/** Pages of 4 kB that may wait in the WAL: fewer and larger checkpoints make a long ingest faster. */
const CHECKPOINT_PAGES = 4_000

const SQLITE_MAGIC = 'SQLite format 3\0'

const reasons: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of its path is a file',
  ENOSPC: 'the disk is full',
}
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
const why = (error: unknown): string => reasons[codeOf(error)] ?? (error instanceof Error ? error.message : String(error))

/** What SQLite says, in the ledger's words. */
export const ledgerError = (path: string, error: unknown): unknown => {
  const code = codeOf(error)
  if (error instanceof LedgerError || !code.startsWith('SQLITE_')) return error
  const fail = (name: LedgerError['code'], message: string) => new LedgerError(name, `${path}: ${message}`, { cause: error })
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return fail('locked', 'another process is writing to the ledger; try again when it is done.')
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || code === 'SQLITE_PERM')
    return fail('unwritable', `cannot open or write the database (${why(error)}).`)
  if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR')) return fail('unwritable', `cannot write (${why(error)}).`)
  if (code === 'SQLITE_NOTADB') return fail('not_a_database', 'this file is not an SQLite database.')
  if (code.startsWith('SQLITE_CORRUPT')) return fail('corrupt', 'the database is damaged.')
  return error
}

/** Refuses a file that is there and is no SQLite database, before SQLite may touch it. True when there is a database in it. */
const inspect = (path: string): boolean => {
  let size: number
  try {
    const stat = statSync(path)
    if (!stat.isFile()) throw new LedgerError('not_a_database', `${path}: this is not a file.`)
    size = stat.size
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    if (error instanceof LedgerError) throw error
    throw new LedgerError('unwritable', `${path}: cannot open the database (${why(error)}).`, { cause: error })
  }
  if (size === 0) return false
  const head = Buffer.alloc(SQLITE_MAGIC.length)
  try {
    const file = openSync(path, 'r')
    readSync(file, head, 0, head.length, 0)
    closeSync(file)
  } catch (error) {
    throw new LedgerError('unwritable', `${path}: cannot read the database (${why(error)}).`, { cause: error })
  }
  if (head.toString('latin1') !== SQLITE_MAGIC)
    throw new LedgerError('not_a_database', `${path}: this file is not an SQLite database; it is left as it is.`)
  return true
}

/** Whether the error says that better-sqlite3's native part is not there, or not for this Node. */
const isUnbuilt = (error: unknown): boolean =>
  codeOf(error) === 'ERR_DLOPEN_FAILED' ||
  (error instanceof Error && /could not locate the bindings file|was compiled against a different Node/i.test(error.message))

const connect = (path: string, readonly: boolean): Database.Database => {
  try {
    return new Database(path, { readonly, fileMustExist: readonly, timeout: BUSY_TIMEOUT })
  } catch (error) {
    if (isUnbuilt(error))
      throw new LedgerError(
        'addon_missing',
        "SQLite's native part (better-sqlite3) is not built for this Node; run npm ci with its scripts, or: node scripts/postinstall.mjs",
        { cause: error },
      )
    throw new LedgerError('unwritable', `${path}: cannot open the database (${why(error)}).`, { cause: error })
  }
}

/** Bytes of the header that say which journal a database uses: 2 is WAL, 1 the journal that needs no file beside it. */
const JOURNAL_BYTES = [18, 19]

/**
 * A WAL database needs files beside it even to be read. Where the folder cannot be written and no such file holds
 * newer pages, the database is read from a copy in memory.
 */
const connectReadonly = (path: string): Database.Database => {
  const db = connect(path, true)
  try {
    db.pragma('user_version')
    return db
  } catch (error) {
    db.close()
    if (!/^SQLITE_(CANTOPEN|READONLY)/.test(codeOf(error)) || existsSync(`${path}-wal`)) throw error
    const bytes = readFileSync(path)
    for (const at of JOURNAL_BYTES) bytes[at] = 1
    return new Database(bytes, { readonly: true })
  }
}

/** 0: nothing in it yet. Throws for a database of another program or of a later version of this one. */
const versionOf = (db: Database.Database, path: string): number => {
  const version = Number(db.pragma('user_version', { simple: true }))
  const application = Number(db.pragma('application_id', { simple: true }))
  const tables = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get())
  if (application !== APPLICATION_ID && (application !== 0 || version !== 0 || tables > 0))
    throw new LedgerError('foreign_database', `${path}: this is the database of another program; it is left as it is.`)
  if (version > SCHEMA_VERSION)
    throw new LedgerError(
      'newer_schema',
      `${path}: a later version of taizhang made this ledger (schema ${version}, this program knows ${SCHEMA_VERSION}).`,
    )
  return version
}

/** One transaction: a ledger is of the earlier schema or of the present one, whatever happens in between. */
const migrate = (db: Database.Database, path: string): void => {
  db.pragma('journal_mode = WAL')
  // Tables that are made anew are dropped and renamed, which must not take their rows' children along.
  db.pragma('foreign_keys = OFF')
  db.transaction(() => {
    // Asked again inside: another process may have been first.
    const version = versionOf(db, path)
    for (const sql of migrations.slice(version)) db.exec(sql)
    if (version > 0 && version < WITH_DIGESTS) addDigests(sqliteDatabase(db))
    if (version > 0 && db.prepare('PRAGMA foreign_key_check').all().length > 0)
      throw new LedgerError('corrupt', `${path}: the ledger holds rows without their report; it is left as it is.`)
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${SCHEMA_VERSION}`)
  }).immediate()
}

/** An open connection to a ledger of the present schema. */
export const openDatabase = (path: string, { readonly = false, create = !readonly }: LedgerOptions): StoreDatabase => {
  const memory = path === ':memory:'
  if (!memory && !inspect(path)) {
    if (readonly || !create) throw new LedgerError('not_found', `${path}: there is no ledger here.`)
    try {
      mkdirSync(dirname(path), { recursive: true })
    } catch (error) {
      throw new LedgerError('unwritable', `${path}: cannot make the folder (${why(error)}).`, { cause: error })
    }
  }
  let db: Database.Database | undefined
  try {
    db = readonly && !memory ? connectReadonly(path) : connect(path, false)
    const version = versionOf(db, path)
    // The run that was to fill it was interrupted before it had written anything.
    if ((readonly || !create) && version === 0 && !memory)
      throw new LedgerError('not_found', `${path}: there is no ledger in this file yet.`)
    if (readonly && version < SCHEMA_VERSION)
      throw new LedgerError(
        'earlier_schema',
        `${path}: an earlier version of taizhang made this ledger. Bring it up to date, without loss, with: taizhang index --db ${path}`,
      )
    defineFunctions(db)
    if (version < SCHEMA_VERSION) migrate(db, path)
    if (version > 0 && version < SCHEMA_VERSION) shrink(db)
    db.pragma('foreign_keys = ON')
    db.pragma('synchronous = NORMAL')
    db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
    return sqliteDatabase(db)
  } catch (error) {
    db?.close()
    throw ledgerError(path, error)
  }
}

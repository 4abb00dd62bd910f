/** The ledger: one open database and the questions that can be put to it. */
import type Database from 'better-sqlite3'
import { checkReports } from './check.js'
import { findFaults } from './faults.js'
import { lister } from './list.js'
import { remover } from './names.js'
import { ledgerError, openDatabase } from './open.js'
import { reader } from './read.js'
import { searcher } from './search.js'
import { type Cell, type Ledger, LedgerError, type LedgerOptions, type SearchHit } from './types.js'
import { writer } from './write.js'

/** The shortest prefix of an id that is taken for one. */
const shortestPrefix = /^[0-9a-f]{4,64}$/
const itemKey = /^(.+)#([1-9]\d{0,6})$/

/** Report numbers that a person may mean, the latest last: by key or the beginning of an id, by source, by the end of the source's path. */
const finder = (db: Database.Database) => {
  const exact = db.prepare<{ name: string }, number>('SELECT report FROM reports WHERE key = @name OR id = @name').pluck()
  const prefix = db
    .prepare<{ name: string }, number>("SELECT report FROM reports WHERE id GLOB @name || '*' ORDER BY report LIMIT 2")
    .pluck()
  const source = db
    .prepare<{ name: string }, number>('SELECT report FROM names WHERE name = @name OR resolved = @name ORDER BY source')
    .pluck()
  const tail = db
    .prepare<{ name: string }, number>(
      `SELECT report FROM names WHERE substr(name, -length('/' || @name)) = '/' || @name ORDER BY source`,
    )
    .pluck()

  /** The report with this key or id, or with an id that begins so. */
  const byKey = (name: string): number | null => {
    const one = exact.get({ name })
    if (one !== undefined) return one
    if (!shortestPrefix.test(name) || source.get({ name }) !== undefined) return null
    const several = prefix.all({ name })
    if (several.length > 1)
      throw new LedgerError('ambiguous', `${name} is the beginning of more than one report's id; give more digits.`)
    return several[0] ?? null
  }
  const find = (name: string): number[] => {
    const one = byKey(name)
    if (one !== null) return [one]
    const bySource = source.all({ name })
    return bySource.length > 0 || name === '' ? bySource : tail.all({ name })
  }
  return { byKey, find }
}

/**
 * Opens the ledger in an SQLite file, or `:memory:`.
 * Throws a `LedgerError` where the file cannot be written, is no database, is another program's, or a later version's; it is then left as it was.
 */
export const openLedger = (path: string, options: LedgerOptions = {}): Ledger => {
  const db = openDatabase(path, options)
  const { byKey, find } = finder(db)
  const text = searcher(db)
  const write = writer(db, options.indexing === false ? null : text.indexReport)
  const { remove, keepOnly } = remover(db)
  const read = reader(db)
  const list = lister(db)
  const seen = db.prepare<[string, string], { parserVersion: string; state: 'parsed' | 'failed' }>(
    `SELECT parser_version AS parserVersion, 'failed' AS state FROM failures WHERE id = ?
     UNION ALL SELECT parser_version, 'parsed' FROM reports WHERE id = ? LIMIT 1`,
  )

  /** SQLite's errors in the ledger's words. */
  const guarded =
    <A extends unknown[], R>(work: (...args: A) => R) =>
    (...args: A): R => {
      try {
        return work(...args)
      } catch (error) {
        throw ledgerError(path, error)
      }
    }
  const writing = <A extends unknown[], R>(work: (...args: A) => R) =>
    guarded((...args: A): R => {
      if (db.readonly) throw new LedgerError('unwritable', `${path}: the ledger was opened for reading only.`)
      return work(...args)
    })
  const prepare = (sql: string) => {
    try {
      return db.prepare<Cell[], Record<string, Cell>>(sql)
    } catch (error) {
      throw new LedgerError('bad_query', error instanceof Error ? error.message : String(error), { cause: error })
    }
  }
  /** The latest of the reports meant, or null. */
  const latest = (name: string): number | null => find(name).at(-1) ?? null
  const meant = (name: string | undefined): number[] | null => (name === undefined ? null : find(name))

  return {
    path,
    readonly: db.readonly,
    known: guarded((id) => seen.get(id, id) ?? null),
    put: writing(write.put),
    fail: writing(write.fail),
    named: writing(write.named),
    remove: writing((name) => remove(name, byKey(name))),
    keepOnly: writing(keepOnly),
    reports: guarded((filter = {}) => list.reports(filter, meant(filter.report))),
    items: guarded((filter = {}) => list.items(filter, meant(filter.report))),
    report: guarded((name) => {
      const report = latest(name)
      return report === null ? null : read.report(report)
    }),
    item: guarded((key) => {
      const [, name = '', seq = ''] = itemKey.exec(key) ?? []
      const report = name === '' ? null : latest(name)
      if (report === null) return null
      const item = read.item(report, Number(seq))
      const summary = list.reports({}, [report])[0]
      return item && summary ? { key: `${summary.key}#${item.seq}`, report: summary, item } : null
    }),
    index: writing(text.index),
    search: guarded((words, searchOptions = {}) => {
      const report = searchOptions.report === undefined ? null : latest(searchOptions.report)
      if (searchOptions.report !== undefined && report === null) return []
      return text.search(words, report, searchOptions).flatMap((hit): SearchHit[] => {
        const item = list.item(hit.report, hit.item)
        return item ? [{ ...hit, ...item }] : []
      })
    }),
    check: guarded((filter = {}) => checkReports(db, filter, meant(filter.report))),
    faults: guarded((onProgress) => findFaults(db, read.report, onProgress)),
    sources: guarded(() =>
      db
        .prepare<[], { name: string; resolved: string; id: string; key: string }>(
          'SELECT n.name, n.resolved, r.id, r.key FROM names n JOIN reports r USING (report) ORDER BY n.resolved',
        )
        .all(),
    ),
    query: guarded((sql: string, ...params: Cell[]) => {
      const statement = prepare(sql)
      if (!statement.reader || !statement.readonly)
        throw new LedgerError('bad_query', 'Only statements that read are run here.')
      return statement.iterate(...params)
    }),
    snapshot: guarded((work) => db.transaction(work)()),
    close: () => {
      try {
        if (!db.readonly && db.open) db.pragma('optimize')
      } catch {
        // Only advice for the query planner: a ledger that cannot be written now is closed all the same.
      }
      db.close()
    },
  }
}

/** The ledger: one open database and the questions that can be put to it. */
import type Database from 'better-sqlite3'
import { lister } from './list.js'
import { ledgerError, openDatabase } from './open.js'
import { reader } from './read.js'
import { searcher } from './search.js'
import { type Cell, type Ledger, LedgerError, type LedgerOptions, type SearchHit } from './types.js'
import { writer } from './write.js'

/** The shortest prefix of an id that is taken for one. */
const shortestPrefix = /^[0-9a-f]{4,64}$/
const itemKey = /^(.+)#([1-9]\d{0,6})$/

/** Report numbers that a person may mean, the latest last: by key or prefix of the id, by source, by the end of the source's path. */
const finder = (db: Database.Database) => {
  const exact = db.prepare<[string, string], number>('SELECT report FROM reports WHERE key = ? OR id = ?').pluck()
  const prefix = db
    .prepare<[string], number>("SELECT report FROM reports WHERE id GLOB ? || '*' ORDER BY report LIMIT 2")
    .pluck()
  const source = db.prepare<[string], number>('SELECT report FROM reports WHERE source = ? ORDER BY report').pluck()
  const tail = db
    .prepare<[string, string], number>('SELECT report FROM reports WHERE substr(source, -length(?)) = ? ORDER BY report')
    .pluck()

  return (name: string): number[] => {
    const one = exact.get(name, name)
    if (one !== undefined) return [one]
    const bySource = source.all(name)
    if (bySource.length > 0) return bySource
    if (shortestPrefix.test(name)) {
      const several = prefix.all(name)
      if (several.length > 1)
        throw new LedgerError('ambiguous', `${name} is the beginning of more than one report's id; give more digits.`)
      if (several.length === 1) return several
    }
    return tail.all(`/${name}`, `/${name}`)
  }
}

/**
 * Opens the ledger in an SQLite file, or `:memory:`.
 * Throws a `LedgerError` where the file cannot be written, is no database, is another program's, or a later version's; it is then left as it was.
 */
export const openLedger = (path: string, options: LedgerOptions = {}): Ledger => {
  const db = openDatabase(path, options)
  const find = finder(db)
  const write = writer(db)
  const read = reader(db)
  const list = lister(db)
  const text = searcher(db)
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
    remove: writing((name) => {
      const reports = find(name)
      for (const report of reports) db.prepare('DELETE FROM reports WHERE report = ?').run(report)
      return db.prepare('DELETE FROM failures WHERE source = ? OR id = ?').run(name, name).changes + reports.length > 0
    }),
    clear: writing(() => {
      db.transaction(() => db.exec('DELETE FROM reports; DELETE FROM failures; DELETE FROM meta')).immediate()
    }),
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
    check: guarded((filter = {}) => list.check(filter, meant(filter.report))),
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

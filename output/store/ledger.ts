/** The ledger: one open database and the questions that can be put to it. */
import type { Database } from './database.js'
import { checkReports } from './check.js'
import { corrector } from './corrections.js'
import { findFaults } from './faults.js'
import { linker } from './links.js'
import { historian, linkLister } from './links-list.js'
import { lister } from './list.js'
import { remover } from './names.js'
import { ledgerError, openDatabase } from './open.js'
import { isPostgres, shownName } from './postgres/address.js'
import { openPostgres, postgresFault } from './postgres/open.js'
import { reader } from './read.js'
import { ITEM_BITS } from './schema.js'
import { searcher } from './search.js'
import { stater } from './statements.js'
import type { ItemAt } from './threads.js'
import {
  type Cell,
  type Coming,
  type ItemFilter,
  type Ledger,
  LedgerError,
  type LedgerOptions,
  type ReportFilter,
  type SearchHit,
} from './types.js'
import { unknowns } from './unknown.js'
import { writer } from './write.js'

/** The shortest prefix of an id that is taken for one. */
const shortestPrefix = /^[0-9a-f]{4,64}$/
const itemKey = /^(.+)#([1-9]\d{0,6})$/

/** Report numbers that a person may mean, the latest last: by key or the beginning of an id, by source, by the end of the source's path. */
const finder = (db: Database) => {
  const exact = db.prepare<{ name: string }, number>('SELECT report FROM reports WHERE key = @name OR id = @name').pluck()
  // Digits are hexadecimal: what follows all ids that begin so begins with a g.
  const prefix = db
    .prepare<{ name: string }, number>(
      "SELECT report FROM reports WHERE id >= @name AND id < @name || 'g' ORDER BY report LIMIT 2",
    )
    .pluck()
  const source = db
    .prepare<{ name: string }, number>('SELECT report FROM names WHERE name = @name OR resolved = @name ORDER BY source')
    .pluck()
  const tail = db
    .prepare<{ name: string }, number>(
      `SELECT report FROM names WHERE substr(name, length(name) - length(@name)) = '/' || @name ORDER BY source`,
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
 * Opens the ledger in an SQLite file, or `:memory:`, or at the address of a Postgres database (`postgres://…`).
 * Throws a `LedgerError` where the file cannot be written, is no database, is another program's, or a later version's; it is then left as it was.
 */
export const openLedger = (name: string, options: LedgerOptions = {}): Ledger =>
  ledgerOn(isPostgres(name) ? openPostgres(name, options) : openDatabase(name, options), shownName(name), options)

/** The ledger in an open database; `path` is how it is named to people. */
export const ledgerOn = (db: Database, path: string, options: LedgerOptions): Ledger => {
  const linking = options.indexing !== false && options.linking !== false
  const { byKey, find } = finder(db)
  const text = searcher(db)
  const links = linker(db)
  const corrections = corrector(db, links.threads)
  const write = writer(db, options.indexing === false ? null : text.indexAll, linking, links, corrections)
  const { remove, keepOnly } = remover(db)
  const read = reader(db)
  const list = lister(db)
  const statements = stater(db)
  const numberOf = db.prepare<[string], number>('SELECT report FROM reports WHERE id = ?').pluck()
  const unknownNames = unknowns(db, (name) => find(name).length > 0)
  const seen = db.prepare<[string, string], { parserVersion: string; state: 'parsed' | 'failed' }>(
    `SELECT parser_version AS parserVersion, 'failed' AS state FROM failures WHERE id = ?
     UNION ALL SELECT parser_version, 'parsed' FROM reports WHERE id = ? LIMIT 1`,
  )

  /** The database's errors in the ledger's words. */
  const guarded =
    <A extends unknown[], R>(work: (...args: A) => R) =>
    (...args: A): R => {
      try {
        return work(...args)
      } catch (error) {
        throw postgresFault(path, ledgerError(path, error))
      }
    }
  const writing = <A extends unknown[], R>(work: (...args: A) => R) =>
    guarded((...args: A): R => {
      if (db.readonly) throw new LedgerError('unwritable', `${path}: the ledger was opened for reading only.`)
      return work(...args)
    })
  /** After a source holds another report: links those that are current again, and joins anew what lost a link. */
  const following =
    <A extends unknown[], R>(work: (...args: A) => R) =>
    (...args: A): R => {
      const result = work(...args)
      if (result !== 'unchanged' && linking && links.isBehind()) db.transaction(() => links.catchUp()).immediate()
      return result
    }
  /** The latest of the reports meant, or null. */
  const latest = (name: string): number | null => find(name).at(-1) ?? null
  const meant = (name: ReportFilter['report']): number[] | null =>
    name === undefined ? null : [...new Set([name].flat().flatMap(find))]

  /** The items that a filter asks for, of one report the latest that is meant; null where nothing is asked. */
  const narrowed = (filter: ItemFilter | undefined): ItemAt[] | null => {
    if (!filter || Object.keys(filter).length === 0) return null
    return list.places(
      filter,
      filter.report === undefined ? null : [filter.report].flat().flatMap((name) => find(name).slice(-1)),
    )
  }

  /** The report and the number that an item's key means. */
  const findItem = (key: string): { report: number; item: number } | null => {
    const [, name = '', seq = ''] = itemKey.exec(key) ?? []
    const report = name === '' ? null : latest(name)
    return report === null ? null : { report, item: Number(seq) }
  }
  const linkList = linkLister(db, links, findItem)
  const history = historian(db, links)

  return {
    path,
    readonly: db.readonly,
    dialect: db.dialect,
    known: guarded((id) => seen.get(id, id) ?? null),
    put: writing(write.put),
    batch: writing((work, coming = []) => {
      const once = (told: readonly Coming[]) => {
        try {
          db.transaction(() => write.batch(work, told)).immediate()
        } catch (error) {
          write.forget()
          links.forget()
          throw error
        }
      }
      if (coming.length === 0 || db.dialect === 'sqlite') return once([])
      try {
        once(coming)
      } catch {
        // What one report alone would have failed of has failed them all.
        once([])
      }
    }),
    fail: writing(write.fail),
    named: writing(following(write.named)),
    remove: writing(following((name) => remove(name, byKey(name)))),
    keepOnly: writing(following(keepOnly)),
    reports: guarded((filter = {}, limit) => list.reports(filter, meant(filter.report), limit)),
    countReports: guarded((filter = {}) => list.countReports(filter, meant(filter.report))),
    items: guarded((filter = {}) => list.items(filter, meant(filter.report))),
    countItems: guarded((filter = {}) => list.count(filter, meant(filter.report))),
    itemKeys: guarded((filter = {}) => list.places(filter, meant(filter.report)).map(({ key }) => key)),
    statements: guarded(statements),
    unknown: guarded(unknownNames),
    report: guarded((name) => {
      const report = latest(name)
      return report === null ? null : read.report(report)
    }),
    records: guarded((ids) => {
      const numbers = numberOf.many(ids.map((id): [string] => [id]))
      return read.reports(numbers.map(([report = 0]) => report)).map((record) => record())
    }),
    item: guarded((key) => {
      const found = findItem(key)
      if (!found) return null
      const item = read.item(found.report, found.item)
      const summary = list.reports({}, [found.report])[0]
      return item && summary ? { key: `${summary.key}#${item.seq}`, report: summary, item } : null
    }),
    index: writing(following(text.index)),
    search: guarded((words, searchOptions = {}) =>
      text.search(words, narrowed(searchOptions.filter), searchOptions).flatMap((hit): SearchHit[] => {
        const item = list.item(hit.report, hit.item)
        return item ? [{ ...hit, ...item }] : []
      }),
    ),
    hitRows: guarded((words) => text.places(words).map(({ report, item }) => report * 2 ** ITEM_BITS + item)),
    countHits: guarded((words, searchOptions = {}) => text.count(words, narrowed(searchOptions.filter), searchOptions)),
    links: guarded((filter = {}) => linkList.links(filter, meant(filter.report))),
    link: writing(({ anew = false, ...given } = {}) => {
      const work = db.transaction(() => {
        if (anew) links.reset()
        return links.catchUp(given)
      })
      try {
        return work.immediate()
      } catch (error) {
        links.forget()
        throw error
      }
    }),
    decideLink: writing((link, verdict, by, why) => linkList.decide(link, verdict, by ?? null, why ?? null)),
    correct: writing((key, field, value, told) => {
      const found = findItem(key)
      if (!found || !list.item(found.report, found.item)) return false
      db.transaction(() => corrections.correct(found, field, value, told)).immediate()
      return true
    }),
    corrections: guarded(corrections.list),
    takeCorrections: writing((all) => db.transaction(() => corrections.take(all)).immediate()),
    dropCorrection: writing((correction) => db.transaction(() => corrections.drop(correction)).immediate()),
    history: guarded((key) => {
      const found = findItem(key)
      return found && history(found)
    }),
    check: guarded((filter = {}) => {
      const asked = Object.keys(filter).length > 0
      const keys = asked ? list.places(filter, meant(filter.report)).map(({ key }) => key) : undefined
      return checkReports(db, filter, meant(filter.report), statements(keys))
    }),
    faults: guarded((onProgress) => findFaults(db, read.reports, onProgress)),
    sources: guarded(() =>
      db
        .prepare<[], { name: string; resolved: string; id: string; key: string }>(
          'SELECT n.name, n.resolved, r.id, r.key FROM names n JOIN reports r USING (report) ORDER BY n.resolved',
        )
        .all(),
    ),
    query: guarded((sql: string, ...params: Cell[]) => db.ask(sql, params)),
    stamp: guarded(() => db.stamp()),
    snapshot: guarded((work) => db.transaction(work)()),
    tidy: writing(() => db.tidy()),
    close: () => db.close(),
  }
}

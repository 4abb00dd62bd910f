/**
 * Reports that a ledger has never seen, from sources that it has never seen. A server is asked for all of a batch together which these are, and
 * their rows need no other answer from it: so they go to it a table at a time.
 */
import type { Database } from './database.js'
import { resolvedOf } from './names.js'
import type { Coming } from './types.js'

/** Numbers that are the report's and its source's from now on, whether they are put in or not. */
export interface Newcomer {
  report: number
  source: number
  key: string
  name: { source: string; resolved: string }
}

export const newcomers = (db: Database, keyOf: (id: string) => string) => {
  const taken = db
    .prepare<[string, string, string, string], string>(
      `SELECT id FROM reports WHERE id IN (SELECT value FROM json_each(?))
       UNION SELECT key FROM reports WHERE key IN (SELECT value FROM json_each(?))
       UNION SELECT resolved FROM sources WHERE resolved IN (SELECT value FROM json_each(?))
       UNION SELECT coalesce(f.id, f.resolved) FROM failures f WHERE f.id IN (SELECT value FROM json_each(?))`,
    )
    .pluck()
  const failed = db
    .prepare<[string], string>('SELECT resolved FROM failures WHERE resolved IN (SELECT value FROM json_each(?))')
    .pluck()
  const numbers = (table: string, column: string) =>
    db
      .prepare<[number], number>(`SELECT nextval(pg_get_serial_sequence('${table}', '${column}')) FROM generate_series(1, ?)`)
      .pluck()

  /** Of what comes, what is new in every respect, by its id. */
  return (coming: readonly Coming[]): Map<string, Newcomer> => {
    if (db.dialect !== 'postgres' || coming.length === 0) return new Map()
    const all = coming.map(({ id, source, resolved }) => {
      const name = { source, resolved: resolvedOf(source, id, resolved) }
      // What of it may be known: its document, its key, its source under the full name or, in an old ledger, as it was given.
      return { id, key: keyOf(id), name, marks: new Set([id, keyOf(id), name.resolved, source]) }
    })
    const ids = JSON.stringify(all.map(({ id }) => id))
    const names = JSON.stringify([...new Set(all.flatMap(({ name }) => [name.resolved, name.source]))])
    const known = new Set([...taken.all(ids, JSON.stringify(all.map(({ key }) => key)), names, ids), ...failed.all(names)])
    const seen = new Map<string, number>()
    for (const { marks } of all) for (const mark of marks) seen.set(mark, (seen.get(mark) ?? 0) + 1)
    const fresh = all.filter(({ marks }) => [...marks].every((mark) => !known.has(mark) && seen.get(mark) === 1))
    if (fresh.length === 0) return new Map()
    const [reports, sources] = [numbers('reports', 'report').all(fresh.length), numbers('sources', 'source').all(fresh.length)]
    return new Map(
      fresh.map(({ id, key, name }, nth) => [id, { report: reports[nth] ?? 0, source: sources[nth] ?? 0, key, name }]),
    )
  }
}

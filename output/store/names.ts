/** Sources and their versions: what each path or address holds now, and what it held before. */
import type { Database } from './database.js'
import { LedgerError, type Removed } from './types.js'

/** Standard input is no place that could hold something else later. */
const STANDARD_INPUT = '-'

/** The name by which a source is known again. */
export const resolvedOf = (source: string, id: string, resolved: string | undefined): string =>
  source === STANDARD_INPUT ? `-:${id}` : (resolved ?? source)

interface Name {
  source: string
  resolved: string
}

/** Which report a source holds. Runs inside the caller's transaction. */
export const namer = (db: Database) => {
  const known = db.prepare<[string, string], { source: number; resolved: string }>(
    'SELECT source, resolved FROM sources WHERE resolved = ? OR resolved = ?',
  )
  const resolve = db.prepare<[string, number]>('UPDATE sources SET resolved = ? WHERE source = ?')
  const add = db
    .prepare<[string, string], number>('INSERT INTO sources (name, resolved) VALUES (?, ?) RETURNING source')
    .pluck()
  const held = db.prepare<[number], { version: number; report: number }>(
    'SELECT version, report FROM versions WHERE source = ? ORDER BY version DESC LIMIT 1',
  )
  const hold = db.prepare<[number, number, number]>('INSERT INTO versions VALUES (?, ?, ?)')
  const holds = db
    .prepare<[string, string], number>('SELECT 1 FROM names n JOIN reports r USING (report) WHERE n.resolved = ? AND r.id = ?')
    .pluck()

  /** The source's number, and whether it is new. A ledger of an earlier schema knew names as given only: such a name gets its full path now. */
  const numberOf = ({ source, resolved }: Name): { number: number; isNew: boolean } => {
    const found = known.all(resolved, source)
    const one = found.find((row) => row.resolved === resolved)
    const unresolved = found.find((row) => row.resolved === source)
    if (!one && !unresolved) return { number: add.get(source, resolved) ?? 0, isNew: true }
    if (!one && unresolved) resolve.run(resolved, unresolved.source)
    return { number: one?.source ?? unresolved?.source ?? 0, isNew: false }
  }

  const current = db.prepare<[number], number>('SELECT current FROM reports WHERE report = ?').pluck()

  return {
    isCurrent: (report: number): boolean => current.get(report) === 1,
    holds: (resolved: string, id: string): boolean => holds.get(resolved, id) !== undefined,
    hold: (name: Name, report: number): 'first' | 'same' | 'replaced' => {
      const { number: source, isNew } = numberOf(name)
      const now = isNew ? undefined : held.get(source)
      if (now?.report === report) return 'same'
      hold.run(source, (now?.version ?? 0) + 1, report)
      return now === undefined ? 'first' : 'replaced'
    },
  }
}

interface Remover {
  /** `report` is the report that the name means as a key or the beginning of an id; null where it means none. */
  remove(name: string, report: number | null): Removed | null
  keepOnly(resolved: Iterable<string>): number
}

/** What takes sources, versions and failures out, one transaction each. */
export const remover = (db: Database): Remover => {
  const keys = db
    .prepare<[string], string>('SELECT key FROM reports WHERE report IN (SELECT CAST(value AS INTEGER) FROM json_each(?))')
    .pluck()
  const currentKeys = db
    .prepare<[string], string>(
      'SELECT key FROM reports WHERE current = 1 AND report IN (SELECT CAST(value AS INTEGER) FROM json_each(?))',
    )
    .pluck()
  /** Other reports that the sources of these have held. */
  const neighbours = db
    .prepare<[string], number>(
      `SELECT DISTINCT o.report FROM versions v JOIN versions o USING (source) JOIN reports r ON r.report = o.report
       WHERE v.report IN (SELECT CAST(value AS INTEGER) FROM json_each(?)) AND r.current = 0`,
    )
    .pluck()
  const namesOf = db
    .prepare<[string], string>(
      'SELECT s.name FROM versions v JOIN sources s USING (source) WHERE v.report IN (SELECT CAST(value AS INTEGER) FROM json_each(?)) GROUP BY s.name ORDER BY min(s.source)',
    )
    .pluck()
  const reportsOf = db.prepare<[number], number>('SELECT DISTINCT report FROM versions WHERE source = ?').pluck()
  const nameExists = db.prepare<[string]>('SELECT 1 FROM sources WHERE name = ?')

  const removeReport = (report: number): Removed => {
    const list = JSON.stringify([report])
    const gone = keys.all(list)
    const others = neighbours.all(list)
    const names = namesOf.all(list)
    db.prepare('DELETE FROM reports WHERE report = ?').run(report)
    return {
      reports: gone,
      names: names.filter((name) => !nameExists.get(name)),
      kept: [],
      restored: currentKeys.all(JSON.stringify(others)),
      failures: 0,
    }
  }

  const removeSource = (source: number, name: string): Removed => {
    const list = JSON.stringify(reportsOf.all(source))
    const before = keys.all(list)
    db.prepare('DELETE FROM sources WHERE source = ?').run(source)
    const kept = keys.all(list)
    return { reports: before.filter((key) => !kept.includes(key)), names: [name], kept, restored: [], failures: 0 }
  }

  const sourcesNamed = db.prepare<{ name: string }, { source: number; name: string; resolved: string }>(
    'SELECT source, name, resolved FROM sources WHERE name = @name OR resolved = @name ORDER BY source',
  )
  const sourcesEnding = db.prepare<{ name: string }, { source: number; name: string; resolved: string }>(
    `SELECT source, name, resolved FROM sources WHERE substr(name, length(name) - length(@name)) = '/' || @name ORDER BY source`,
  )
  const dropFailures = db.prepare<{ name: string }>(
    'DELETE FROM failures WHERE source = @name OR resolved = @name OR id = @name RETURNING failure',
  )

  const remove = db.transaction((name: string, report: number | null): Removed | null => {
    if (report !== null) return { ...removeReport(report), failures: dropFailures.all({ name }).length }
    const exact = sourcesNamed.all({ name })
    const failures = dropFailures.all({ name }).length
    const meant = exact.length > 0 || failures > 0 ? exact : sourcesEnding.all({ name })
    if (meant.length > 1)
      throw new LedgerError(
        'ambiguous',
        `${name} may be any of ${meant.map(({ resolved }) => resolved).join(', ')}; name one of them in full.`,
      )
    const [one] = meant
    if (one) return { ...removeSource(one.source, one.name), failures }
    return failures > 0 ? { reports: [], names: [name], kept: [], restored: [], failures } : null
  })

  const keepOnly = db.transaction((resolved: Iterable<string>): number => {
    const list = JSON.stringify([...resolved])
    const count = db.prepare<[], number>('SELECT count(*) FROM reports').pluck()
    const before = count.get() ?? 0
    db.prepare('DELETE FROM failures WHERE resolved NOT IN (SELECT value FROM json_each(?))').run(list)
    db.prepare('DELETE FROM sources WHERE resolved NOT IN (SELECT value FROM json_each(?))').run(list)
    db.exec(
      'DELETE FROM versions WHERE EXISTS (SELECT 1 FROM versions later WHERE later.source = versions.source AND later.version > versions.version)',
    )
    return before - (count.get() ?? 0)
  })

  return {
    remove: (name, report) => remove.immediate(name, report),
    keepOnly: (resolved) => keepOnly.immediate(resolved),
  }
}

/** What is wrong with the database itself, as against what is wrong with a report. */
import type { Database } from './database.js'
import { checkRecord } from '../../pipeline/check-record.js'
import type { Report } from '../../pipeline/record.js'
import { digestsOf, recordDigest } from './digest.js'
import { indexedRows, rowsOfItems } from './match.js'
import { unsettledFacts } from './migrations/fourth.js'
import { type Fault, LedgerError } from './types.js'

/** Faults of one kind that are told one by one. */
const TOLD = 20

const damaged = (db: Database): Fault[] => db.damage().slice(0, TOLD)

const countOf = (db: Database, sql: string): number => db.prepare<[], number>(sql).pluck().get() ?? 0

/** Whether the search index has just the items of the reports that are in it. */
const outOfStep = (db: Database): Fault[] => {
  const indexed = `${rowsOfItems(db.dialect)} WHERE r.indexed = 1`
  const missing = countOf(db, `SELECT count(*) FROM (${indexed} EXCEPT ${indexedRows(db.dialect)}) one`)
  const extra = countOf(db, `SELECT count(*) FROM (${indexedRows(db.dialect)} EXCEPT ${indexed}) one`)
  return [
    ...(missing > 0 ? [`${missing} items are missing from the search index`] : []),
    ...(extra > 0 ? [`${extra} rows of the search index belong to no item`] : []),
  ].map((message) => ({ kind: 'index', message }))
}

/** Whether `current` is what the versions say, every report has a source, and what lists go by is what the tables say. */
const unsettled = (db: Database): Fault[] => {
  const wrong = countOf(
    db,
    'SELECT count(*) FROM reports r WHERE (r.current = 1) <> EXISTS (SELECT 1 FROM names n WHERE n.report = r.report)',
  )
  const homeless = countOf(
    db,
    'SELECT count(*) FROM reports r WHERE NOT EXISTS (SELECT 1 FROM versions v WHERE v.report = r.report)',
  )
  const stale = countOf(db, unsettledFacts)
  return [
    ...(stale > 0 ? [`${stale} items show another state or deadline of their problem than their reports give`] : []),
    ...(wrong > 0 ? [`${wrong} reports are marked current or not against their versions`] : []),
    ...(homeless > 0 ? [`${homeless} reports have no source`] : []),
  ].map((message) => ({ kind: 'version', message }))
}

/** Reports whose records are read together. */
const READ_TOGETHER = 64

/** Records that do not fit their schema or their own text, or are not what was stored. */
const invalid = (
  db: Database,
  read: (reports: readonly number[]) => (() => Report | null)[],
  onProgress: ((done: number, total: number) => void) | undefined,
): Fault[] => {
  const found: Fault[] = []
  const digests = digestsOf(db)
  const all = db.prepare<[], { report: number; key: string; source: string }>('SELECT report, key, source FROM reports').all()
  let ahead: (() => Report | null)[] = []
  for (const [at, { report, key, source }] of all.entries()) {
    const nth = at % READ_TOGETHER
    if (nth === 0) ahead = read(all.slice(at, at + READ_TOGETHER).map(({ report }) => report))
    const fault = (why: string) => found.push({ kind: 'record', message: `${key} (${source}): ${why}` })
    try {
      const record = ahead[nth]?.()
      const [repair] = record ? checkRecord(record).repairs : []
      if (repair) fault(repair.message)
      else if (record && (digests.get(report) ?? recordDigest(record)) !== recordDigest(record))
        fault('the record is not what was stored: remove the report and take its source in again')
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error
      fault(error.message)
    }
    onProgress?.(at + 1, all.length)
  }
  return found
}

/**
 * Everything that is wrong with the database, the worst first. What cannot be read for damage is a fault and no exception: pages
 * that are damaged may keep the later questions from being asked.
 */
export const findFaults = (
  db: Database,
  read: (reports: readonly number[]) => (() => Report | null)[],
  onProgress?: (done: number, total: number) => void,
): Fault[] => {
  const found: Fault[] = []
  for (const look of [damaged, outOfStep, unsettled, (one: Database) => invalid(one, read, onProgress)])
    try {
      found.push(...look(db))
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : ''
      if (!/^SQLITE_(CORRUPT|NOTADB|IOERR|ERROR)/.test(code)) throw error
      found.push({ kind: 'database', message: error instanceof Error ? error.message : code })
    }
  return found
}

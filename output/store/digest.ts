/**
 * The hash of each record as it was stored. SQLite's pages have no checksums: a byte that a disk or another program has changed may leave
 * a page, and a record, that look whole. By its hash a record that is not what was stored is known.
 */
import { createHash } from 'node:crypto'
import type { Report } from '../../pipeline/record.js'
import type { Database } from './database.js'
import { reader } from './read.js'
import { insertRows } from './record-rows.js'
import { reportRow } from './rows.js'
import { LedgerError } from './types.js'

/**
 * sha256, in hex, of the document and the rows that the record is made of; without its source, for it goes by another name where the
 * first is taken out.
 */
export const recordDigest = (report: Report): string => {
  const { source, ...document } = reportRow(report)
  const all: unknown[][] = [Object.values(document)]
  insertRows((table, key, rest = {}) => all.push([table, ...Object.values(key), ...Object.values(rest)]), 0, report)
  return createHash('sha256').update(report.document.text).update(JSON.stringify(all)).digest('hex')
}

/** The digests that a ledger holds, by report. */
export const digestsOf = (db: Database): Map<number, string> =>
  new Map(
    db
      .prepare<[], { report: number; digest: string }>('SELECT report, digest FROM record_digests')
      .all()
      .map(({ report, digest }) => [report, digest]),
  )

/**
 * Gives each record that a ledger of an earlier schema holds its digest; see migrations/seventh.ts. What is no valid record any more gets none:
 * `check` tells of it.
 */
export const addDigests = (db: Database): void => {
  const read = reader(db)
  for (const report of db.prepare<[], number>('SELECT report FROM reports').pluck().all())
    try {
      const record = read.report(report)
      if (record) db.insert('record_digests', { report, digest: recordDigest(record) })
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error
    }
}

/**
 * The hash of each record as it was stored. SQLite's pages have no checksums: a byte that a disk or another program has changed may leave
 * a page, and a record, that look whole. By its hash a record that is not what was stored is known.
 */
import { createHash } from 'node:crypto'
import type { Report } from '../../pipeline/record.js'
import type { Database } from './database.js'
import { insertRows } from './record-rows.js'
import { reportRow } from './rows.js'

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

/** Keeps the digests of records. */
export const digests = (db: Database) => {
  const known = db.prepare<[number], string>('SELECT digest FROM record_digests WHERE report = ?').pluck()
  const keep = db.prepare<[number, string]>(
    'INSERT INTO record_digests (report, digest) VALUES (?, ?) ON CONFLICT (report) DO UPDATE SET digest = excluded.digest',
  )
  return {
    keep: (number: number, report: Report): void => void keep.run(number, recordDigest(report)),
    /** Whether the record is what was stored; of a report without a digest nothing is known, and it passes. */
    holds: (number: number, report: Report): boolean => {
      const digest = known.get(number)
      return digest === undefined || digest === recordDigest(report)
    },
  }
}

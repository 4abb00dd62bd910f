/** Opens the ledger for a command. */
import { closeSync, openSync, readSync } from 'node:fs'
import { isPostgres, type Ledger, LedgerError, type LedgerOptions, openLedger, shownName } from '../store/index.js'
import { BrokenLedgerError, CommandError, nameOf } from './io.js'

const MAGIC = 'SQLite format 3\0'

/** Whether the name is that of a database, as against a report. */
export function isDatabase(path: string): boolean {
  if (isPostgres(path)) return true
  const head = Buffer.alloc(MAGIC.length)
  try {
    const file = openSync(path, 'r')
    try {
      readSync(file, head, 0, head.length, 0)
    } finally {
      closeSync(file)
    }
  } catch {
    return false
  }
  return head.toString('latin1') === MAGIC
}

/** A ledger's name as it is printed: on one line, and without the password of an address. */
export const ledgerName = (db: string): string => nameOf(shownName(db))

/** The folder in which addresses that were fetched are kept: beside the file, or of a ledger on a server in the present one. */
export const cacheOf = (db: string): string => `${isPostgres(db) ? 'taizhang' : db}.cache`

/** Does the work on an open ledger and closes it. The ledger's own errors become messages with exit code 1, damage with 3. */
export async function withLedger<T>(
  path: string,
  options: LedgerOptions,
  work: (ledger: Ledger) => Promise<T> | T,
): Promise<T> {
  let ledger: Ledger | undefined
  try {
    ledger = openLedger(path, options)
    return await work(ledger)
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
    if (error.code === 'corrupt') throw new BrokenLedgerError(error.message)
    const missing = ledger === undefined && error.code === 'not_found'
    throw new CommandError(
      missing ? `${error.message}\nMake a ledger with: taizhang ingest PATH… --db ${ledgerName(path)}` : error.message,
    )
  } finally {
    ledger?.close()
  }
}

/** Opens the ledger for a command. */
import { closeSync, openSync, readSync } from 'node:fs'
import { type Ledger, LedgerError, type LedgerOptions, openLedger } from '../store/index.js'
import { BrokenLedgerError, CommandError } from './io.js'

const MAGIC = 'SQLite format 3\0'

/** Whether the name is that of a database, as against a report. */
export function isDatabase(path: string): boolean {
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
    throw new CommandError(missing ? `${error.message}\nMake a ledger with: taizhang ingest PATH… --db ${path}` : error.message)
  } finally {
    ledger?.close()
  }
}

/** Opens the ledger for a command; this folder is where the store is joined to the pipeline. */
import { type Ledger, LedgerError, type LedgerOptions, openLedger } from '../../output/store/index.js'
import { CommandError } from './io.js'

/** Does the work on an open ledger and closes it. The ledger's own errors become messages with exit code 1. */
export async function withLedger<T>(
  path: string,
  options: LedgerOptions,
  work: (ledger: Ledger) => Promise<T> | T,
): Promise<T> {
  try {
    const ledger = openLedger(path, options)
    try {
      return await work(ledger)
    } finally {
      ledger.close()
    }
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
    const hint = error.code === 'not_found' ? `\nMake one with: taizhang ingest PATH… --db ${path}` : ''
    throw new CommandError(`${error.message}${hint}`)
  }
}

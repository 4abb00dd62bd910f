/** The store: a ledger of reports in SQLite. */
export { openLedger } from './ledger.js'
export * from './types.js'

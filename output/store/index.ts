/** The store: a ledger of reports in SQLite or Postgres. */
export { openLedger } from './ledger.js'
export { isPostgres, shownName } from './postgres/address.js'
export * from './types.js'

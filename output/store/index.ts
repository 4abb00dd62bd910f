/** The store: a ledger of reports in SQLite or Postgres. */
export { copyLedger, dump } from './copy.js'
export { openLedger } from './ledger.js'
export { isPostgres, shownName } from './postgres/address.js'
export * from './types.js'

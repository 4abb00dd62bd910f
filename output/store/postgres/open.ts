/** Opening a ledger in Postgres: is it there, is it ours, is its schema one that we know. */
import { APPLICATION_ID, SCHEMA_VERSION } from '../schema.js'
import { LedgerError, type LedgerErrorCode, type LedgerOptions } from '../types.js'
import { type Address, addressOf } from './address.js'
import { type Bridge, openBridge, PostgresError } from './bridge.js'
import { type PostgresDatabase, postgresDatabase } from './database.js'
import { postgresSchema } from './ddl.js'
import { migrate } from './migrate.js'

/** What the codes of Postgres and of the network mean to the person at the terminal. */
const meanings: readonly (readonly [code: RegExp, is: LedgerErrorCode, says: string])[] = [
  [/^22012$/, 'newer_schema', 'a later version of taizhang has brought this ledger up to date meanwhile'],
  [
    /^2BP01$/,
    'unwritable',
    'tables or views of your own depend on the ledger’s, which are made anew for this version; take them out first',
  ],
  [/^28/, 'unreachable', 'the server does not let this user in; look at user and password'],
  [/^3D000$/, 'not_found', 'the server has no such database'],
  [/^(?:ECONN|ENOTFOUND|EAI_|EHOST|ENET|ETIMEDOUT|ENOENT$|EPIPE|08|57P)/, 'unreachable', 'the server cannot be reached'],
  [/^(?:40|55P03)/, 'locked', 'another process is writing to the ledger; try again when it is done'],
  [/^(?:53|54)/, 'unwritable', 'the server has no room for this'],
  [/^(?:42501|25006)$/, 'unwritable', 'the user may not write here'],
  [/^(?:22021|22P05)$/, 'invalid_record', 'the text holds a character that Postgres cannot keep'],
  [/^(?:XX|58)/, 'corrupt', 'the server reports damage'],
]

/** What Postgres says, in the ledger's words. */
export const postgresFault = (shown: string, error: unknown): unknown => {
  if (!(error instanceof PostgresError)) return error
  const [, code, says] =
    meanings.find(([one]) => one.test(error.code)) ??
    (/terminated|timeout|ended/i.test(error.message)
      ? ([null, 'unreachable', 'the connection to the server broke'] as const)
      : [])
  return code ? new LedgerError(code, `${shown}: ${says} (${error.message}).`, { cause: error }) : error
}

/** 0: nothing there yet. Throws for a schema of another program or of a later version of this one. */
const versionOf = (bridge: Bridge, { schema, shown }: Address): number => {
  const values = [schema]
  const [encoding, found, tables] = bridge.ask([
    { text: 'SHOW server_encoding' },
    { text: `SELECT to_regclass(quote_ident($1) || '.ledger_state')::text`, values },
    { text: 'SELECT count(*) FROM pg_catalog.pg_tables WHERE schemaname = $1', values },
  ])
  if (encoding?.rows[0]?.[0] !== 'UTF8')
    throw new LedgerError('unwritable', `${shown}: the database must be one in UTF-8 (it is in ${encoding?.rows[0]?.[0]}).`)
  if (found?.rows[0]?.[0] == null) {
    if (Number(tables?.rows[0]?.[0]) === 0) return 0
    throw new LedgerError('foreign_database', `${shown}: the schema ${schema} is of another program; it is left as it is.`)
  }
  const [state] = bridge.ask([{ text: 'SELECT application, version FROM ledger_state' }])
  const [application, version] = state?.rows[0] ?? []
  if (application !== APPLICATION_ID)
    throw new LedgerError('foreign_database', `${shown}: the schema ${schema} is of another program; it is left as it is.`)
  if (Number(version) > SCHEMA_VERSION)
    throw new LedgerError(
      'newer_schema',
      `${shown}: a later version of taizhang made this ledger (schema ${version}, this program knows ${SCHEMA_VERSION}).`,
    )
  return Number(version)
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Any number that is no other program's: who makes a ledger waits for whoever makes one at the same time. */
const LOCK_MAKING = `SELECT pg_advisory_xact_lock(${APPLICATION_ID})`

/** Makes the ledger's tables where nobody has made them meanwhile. */
const make = (bridge: Bridge, address: Address): void => {
  try {
    bridge.ask([{ text: 'BEGIN' }, { text: LOCK_MAKING }])
    if (versionOf(bridge, address) === 0)
      bridge.ask([{ text: `CREATE SCHEMA IF NOT EXISTS ${quoted(address.schema)}` }, { text: postgresSchema(SCHEMA_VERSION) }])
    bridge.ask([{ text: 'COMMIT' }])
  } catch (error) {
    bridge.ask([{ text: 'ROLLBACK' }])
    throw error
  }
}

/** An open connection to a ledger of the present schema. */
export const openPostgres = (name: string, { readonly = false, create = !readonly }: LedgerOptions): PostgresDatabase => {
  const address = addressOf(name)
  if (!address) throw new LedgerError('not_found', 'This is no address of a Postgres database.')
  const { url, schema, shown } = address
  const bridge = openBridge(url)
  try {
    bridge.ask([
      { text: `SET search_path = ${quoted(schema)}` },
      { text: 'SET jit = off' },
      // As in SQLite: after a loss of power the last reports may be missing, whole, and are taken again.
      { text: 'SET synchronous_commit = off' },
      { text: 'SET client_min_messages = warning' },
      ...(readonly ? [{ text: 'SET default_transaction_read_only = on' }] : []),
    ])
    const version = versionOf(bridge, address)
    if (version === 0 && (readonly || !create)) throw new LedgerError('not_found', `${shown}: there is no ledger here.`)
    const isEarlier = version > 0 && version < SCHEMA_VERSION
    if (isEarlier && readonly)
      throw new LedgerError(
        'earlier_schema',
        `${shown}: an earlier version of taizhang made this ledger. Bring it up to date, without loss, with: taizhang index --db ${shown}`,
      )
    if (version === 0) make(bridge, address)
    const db = postgresDatabase(bridge, readonly)
    if (isEarlier) migrate(db, schema, LOCK_MAKING, () => versionOf(bridge, address))
    return db
  } catch (error) {
    bridge.close()
    throw postgresFault(shown, error)
  }
}

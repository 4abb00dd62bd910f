/** Both stores, for tests that hold for either. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { emptyLedger } from './empty.js'

export interface Store {
  name: string
  /** The name of a ledger that is new. */
  make(dir: string): string
}

const server = inject('postgres')
const made: string[] = []

const withSchema = (schema: string): string => {
  const url = new URL(server)
  url.searchParams.set('schema', schema)
  return url.href
}

export const sqlite: Store = { name: 'SQLite', make: (dir) => emptyLedger(join(dir, 'ledger.db')) }
export const postgres: Store = {
  name: 'Postgres',
  make: () => {
    const schema = `test_${randomBytes(6).toString('hex')}`
    made.push(schema)
    return withSchema(schema)
  },
}

export const hasPostgres = server !== ''
if (!hasPostgres) console.warn('There is no Postgres for this machine: tests in Postgres are skipped.')

/** The stores that can be had. */
export const stores: readonly Store[] = hasPostgres ? [sqlite, postgres] : [sqlite]

/** Runs statements on the server. */
export async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** Takes away the ledgers that were made on a server that was given; one of the run's own goes with all that is on it. */
export async function dropMade(): Promise<void> {
  const schemas = made.splice(0)
  if (process.env.DATABASE_URL && schemas.length > 0)
    await onServer(schemas.map((schema) => `DROP SCHEMA IF EXISTS ${schema} CASCADE`).join(';'))
}

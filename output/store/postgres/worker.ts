/**
 * The thread that talks to Postgres. The store is written for a database that answers at once, as SQLite does; so it waits, and this thread,
 * in which the library may do its work, wakes it when the answer is there.
 */
import { workerData } from 'node:worker_threads'
import type pg from 'pg'
import type { Answer, Failure, Query, Reply, Request, Start } from './protocol.js'

const { url, signal, port } = workerData as Start
const flag = new Int32Array(signal)

/** Types by their number in pg_type: numbers are numbers, truths 1 and 0 as in SQLite, and all else is text. */
const numbers: ReadonlySet<number> = new Set([20, 21, 23, 26, 700, 701, 1700])
const BOOL = 16
const parserOf = (oid: number) =>
  numbers.has(oid) ? Number : oid === BOOL ? (text: string) => (text === 't' ? 1 : 0) : (text: string) => text

const CONNECT_MS = 10_000

let client: pg.Client | null = null
const connect = async (): Promise<pg.Client> => {
  if (client) return client
  const { default: library } = await import('pg')
  const made = new library.Client({
    connectionString: url,
    application_name: 'taizhang',
    connectionTimeoutMillis: CONNECT_MS,
    pipeline: true,
    types: { getTypeParser: (oid: number) => parserOf(oid) },
  } as pg.ClientConfig)
  // A connection that breaks between two questions: the next one tells.
  made.on('error', () => {})
  await made.connect()
  client = made
  return made
}

const failureOf = (error: unknown): Failure => {
  const one = error instanceof AggregateError ? error.errors[0] : error
  const told = one instanceof Error ? one : new Error(String(one))
  return {
    code: 'code' in told && typeof told.code === 'string' ? told.code : '',
    message: told.message,
    detail: 'detail' in told && typeof told.detail === 'string' ? told.detail : undefined,
  }
}

const ask = async (to: pg.Client, { text, values, name }: Query): Promise<Answer> => {
  const given = { text, rowMode: 'array' as const, ...(values ? { values } : {}), ...(name ? { name } : {}) }
  const result = await to.query<(string | number | null)[]>(given)
  // Several statements in one text give several results.
  const last = Array.isArray(result) ? (result.at(-1) as typeof result) : result
  return { columns: last.fields.map((field) => field.name), rows: last.rows, count: last.rowCount ?? 0 }
}

const replyTo = async ({ queries }: Request): Promise<Reply> => {
  try {
    const to = await connect()
    const done = await Promise.allSettled(queries.map((query) => ask(to, query)))
    const answers: Answer[] = []
    for (const one of done) {
      // What comes after it in a transaction fails too, and says less.
      if (one.status === 'rejected') return { failure: failureOf(one.reason) }
      answers.push(one.value)
    }
    return { answers }
  } catch (error) {
    return { failure: failureOf(error) }
  }
}

port.on('message', async (request: Request | 'close') => {
  if (request === 'close') await client?.end().catch(() => {})
  port.postMessage(request === 'close' ? ({ answers: [] } satisfies Reply) : await replyTo(request))
  Atomics.store(flag, 0, 1)
  Atomics.notify(flag, 0)
})

/** Takes jobs as long as it is told to, and waits for a server that goes away. */
import { setTimeout as sleep } from 'node:timers/promises'
import { shownName } from '../store/postgres/address.js'
import type { PostgresDatabase } from '../store/postgres/database.js'
import { openPostgres, postgresFault } from '../store/postgres/open.js'
import { Queue } from './queue.js'
import { Worker, type WorkOptions } from './worker.js'

/** How long a worker waits for work, and for a server that is away, in milliseconds. */
const IDLE_MS = 500
const AWAY_MS = 2_000

interface Open {
  db: PostgresDatabase
  queue: Queue
}
const openBoth = async (name: string): Promise<Open> => {
  const db = openPostgres(name, {})
  try {
    return { db, queue: await Queue.open(name, { supervise: true }) }
  } catch (error) {
    db.close()
    throw error
  }
}

/** Works until it is told to end. A server that goes away is waited for; one that was never there is an error. */
export async function work(name: string, options: WorkOptions): Promise<void> {
  const { signal, onTrouble } = options
  let open: Open | null = null
  let met = false
  while (!signal.aborted) {
    try {
      open ??= await openBoth(name)
      met = true
      await workOn(name, open, options)
      break
    } catch (error) {
      const fault = postgresFault(shownName(name), error)
      if (!isAway(fault) || !(met || isStarting(fault))) throw fault
      onTrouble(`${fault instanceof Error ? fault.message : String(fault)} Waiting for it.`)
      await close(open)
      open = null
      await wait(AWAY_MS, signal)
    }
  }
  await close(open)
}

const wait = (ms: number, signal: AbortSignal): Promise<void> => sleep(ms, undefined, { signal }).catch(() => {})

async function workOn(name: string, { db, queue }: Open, options: WorkOptions): Promise<void> {
  const { signal, untilDone } = options
  const worker = new Worker(db, shownName(name), queue, options)
  try {
    while (!signal.aborted) {
      const job = await queue.take()
      if (job) {
        await worker.run(job)
        continue
      }
      await worker.lookForOrphans()
      const isEmpty = await queue.isEmpty()
      if (isEmpty && (await worker.link()) && untilDone) return
      await wait(IDLE_MS, signal)
    }
  } finally {
    await worker.close()
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
/** The server is there, and soon answers. */
const isStarting = (fault: unknown): boolean => fault instanceof Error && codeOf(fault.cause ?? fault) === '57P03'
const isAway = (fault: unknown): boolean =>
  fault instanceof Error &&
  (/^(?:unreachable$|ECONN|EPIPE|08|57P)/.test(codeOf(fault)) ||
    /terminated|Connection ended|not queryable/i.test(fault.message))

const close = async (open: Open | null): Promise<void> => {
  if (!open) return
  await open.queue.close().catch(() => {})
  try {
    open.db.close()
  } catch {
    // It is closed already.
  }
}

/** Asks the thread that talks to Postgres, and waits for its answer. */
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { Answer, Failure, Query, Reply, Request } from './protocol.js'

/** Run from its TypeScript source (in tests), this module still needs the built worker: Node 20 cannot run TypeScript. */
const entry = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/output/store/postgres/worker.js' : './worker.js',
  import.meta.url,
)

/** What Postgres or the way to it says: `code` is the SQLSTATE or that of a system error. */
export class PostgresError extends Error {
  override readonly name = 'PostgresError'
  readonly code: string
  constructor({ code, message, detail }: Failure) {
    super(detail === undefined ? message : `${message} (${detail})`)
    this.code = code
  }
}

/** How long the thread may take to start and to reach the server. */
const STARTING_MS = 60_000

export interface Bridge {
  /** The answers to the queries, in their order. */
  ask(queries: Query[]): Answer[]
  close(): void
}

export const openBridge = (url: string): Bridge => {
  const signal = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const flag = new Int32Array(signal)
  const { port1, port2 } = new MessageChannel()
  const worker = new Worker(entry, { workerData: { url, signal, port: port2 }, transferList: [port2] })
  let started = false
  worker.unref()
  port1.unref()
  const send = (request: Request | 'close'): Reply => {
    Atomics.store(flag, 0, 0)
    port1.postMessage(request)
    // The call that wakes for an answer may come late, in the next wait: only the flag tells.
    while (Atomics.load(flag, 0) === 0) if (Atomics.wait(flag, 0, 0, started ? undefined : STARTING_MS) === 'timed-out') break
    started = true
    const got = receiveMessageOnPort(port1)
    if (!got) throw new PostgresError({ code: '', message: 'the thread that talks to Postgres has ended', detail: undefined })
    return got.message as Reply
  }
  return {
    ask: (queries) => {
      const reply = send({ queries })
      if ('failure' in reply) throw new PostgresError(reply.failure)
      return reply.answers
    },
    close: () => {
      send('close')
      port1.close()
      void worker.terminate()
    },
  }
}

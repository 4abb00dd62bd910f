/** What the store's thread and the thread that talks to Postgres say to each other. */
import type { MessagePort } from 'node:worker_threads'

export interface Query {
  text: string
  values?: unknown[]
  /** Name under which the server keeps the statement. */
  name?: string
}

/** Queries that are sent one behind the other, none waiting for the answer of the one before. */
export interface Request {
  queries: Query[]
}

export interface Answer {
  columns: string[]
  rows: (string | number | null)[][]
  /** Rows that the statement changed. */
  count: number
}

export interface Failure {
  /** SQLSTATE, or the code of a system error. */
  code: string
  message: string
  detail: string | undefined
}

/** The answers to all queries, or the first that failed. */
export type Reply = { answers: Answer[] } | { failure: Failure }

/** What the worker thread is started with. */
export interface Start {
  port: MessagePort
  url: string
  signal: SharedArrayBuffer
}

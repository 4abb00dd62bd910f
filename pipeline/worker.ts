/**
 * The parsing thread: takes one report at a time from the pool and answers with its record. A file that never ends or eats
 * all memory costs this thread only.
 */
import { parentPort } from 'node:worker_threads'
import { parseReport } from './parse.js'
import type { Report } from './record.js'

export interface Job {
  bytes: Uint8Array
  source: string
  explain: boolean
  /** Of this line alone. */
  line?: number
}

/** What a thread says first: it has loaded the parser. */
export type Ready = 'ready'

export type Answer = { report: Report; explain?: string } | { error: string }

const answerTo = async ({ bytes, source, explain, line }: Job): Promise<void> => {
  let answer: Answer
  try {
    answer = await parseReport(bytes, source, { explain, ...(line === undefined ? {} : { line }) })
  } catch (error) {
    answer = { error: error instanceof Error ? error.message : String(error) }
  }
  parentPort?.postMessage(answer)
}

// One after another, whatever was sent ahead: the pool counts on the order, and gives each its time.
let last: Promise<void> = Promise.resolve()
parentPort?.on('message', (job: Job) => {
  last = last.then(() => answerTo(job))
})

parentPort?.postMessage('ready' satisfies Ready)

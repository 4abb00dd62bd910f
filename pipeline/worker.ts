/**
 * The parsing thread: takes one report at a time from the pool and answers with its record. A file that never ends or eats
 * all memory costs this thread only.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { parseReport } from './parse.js'
import { endProgramsBy } from './programs.js'
import type { Report } from './record.js'

export interface Job {
  bytes: Uint8Array
  source: string
  explain: boolean
  /** Of this line alone. */
  line?: number
}

/** What a thread is told at its start. */
export interface Told {
  /** The time that each file has. */
  seconds: number
}

/** The share of a file's time that LibreOffice and tesseract may use; the rest is for reading what they made. */
const SHARE_OF_PROGRAMS = 0.8

/** What a thread says first: it has loaded the parser. */
export type Ready = 'ready'

export type Answer = { report: Report; explain?: string } | { error: string }

const answerTo = async ({ bytes, source, explain, line }: Job): Promise<void> => {
  let answer: Answer
  const { seconds } = workerData as Told
  endProgramsBy(performance.now() + seconds * 1000 * SHARE_OF_PROGRAMS)
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

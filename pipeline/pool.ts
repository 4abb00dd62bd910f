/** Parses reports so that no file can stop the program: risky ones in worker threads with limits on time and memory. */
import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { sniff } from '../parsers/readers/sniff.js'
import { LIMITS, type Limits, size } from './limits.js'
import { type Report, SCHEMA_VERSION } from './record.js'
import type { Answer, Job, Ready } from './worker.js'

/** What became of one report. `failure` is the diagnostic's code where parsing did not end by itself. */
export interface Outcome {
  report: Report
  explain?: string | undefined
  failure: 'time_limit' | 'memory_limit' | 'parser_failed' | null
}

export interface PoolOptions {
  limits?: Partial<Limits>
  /** Threads at most; they are started as they are needed. */
  threads?: number
  /** Heap of a thread, in MB. */
  heapMb?: number
  /** Module that a thread runs. */
  entry?: URL
}

/** Run from its TypeScript source (in tests), this module still needs the built worker: Node 20 cannot run TypeScript. */
const builtWorker = new URL(import.meta.url.endsWith('.ts') ? '../dist/pipeline/worker.js' : './worker.js', import.meta.url)

/** Starting a thread takes longer than parsing many small files, so another is started only where a file has waited so long. */
const PATIENCE_MS = 1_000

/** How long a thread may take to load the parser. */
const STARTING_SECONDS = 60

export class ParserPool {
  readonly #seconds: number
  readonly #threads: number
  readonly #heapMb: number
  readonly #entry: URL
  readonly #idle: Worker[] = []
  readonly #waiting: ((worker: Worker) => void)[] = []
  /** Threads that have loaded the parser. */
  readonly #ready = new WeakSet<Worker>()
  #started = 0

  constructor({ limits = {}, threads = 1, heapMb = LIMITS.workerHeapMb, entry = builtWorker }: PoolOptions = {}) {
    this.#seconds = limits.parseSeconds ?? LIMITS.parseSeconds
    this.#threads = Math.max(1, threads)
    this.#heapMb = heapMb
    this.#entry = entry
  }

  /** Parses one report. It never rejects: what goes wrong is a record without items and a diagnostic of severity error. */
  async parse(bytes: Uint8Array, source: string, explain = false, line?: number): Promise<Outcome> {
    if (isSmallText(bytes)) {
      const { parseReport } = await import('./parse.js')
      try {
        return { ...(await parseReport(bytes, source, { explain, ...(line === undefined ? {} : { line }) })), failure: null }
      } catch (error) {
        return failed(bytes, source, 'parser_failed', defect(error))
      }
    }
    const worker = await this.#take()
    return this.#ask(worker, bytes, source, explain, line)
  }

  /** Ends the threads; what they were doing is lost. */
  async close(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((worker) => worker.terminate()))
  }

  #take(): Promise<Worker> | Worker {
    const idle = this.#idle.pop()
    if (idle) return idle
    if (this.#started === 0) return this.#start()
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
      const startAnother = () => {
        const at = this.#waiting.indexOf(resolve)
        if (at < 0 || this.#started >= this.#threads) return
        this.#waiting.splice(at, 1)
        resolve(this.#start())
      }
      setTimeout(startAnother, PATIENCE_MS).unref()
    })
  }

  #start(): Worker {
    this.#started++
    const worker = new Worker(this.#entry, { resourceLimits: { maxOldGenerationSizeMb: this.#heapMb } })
    // An idle thread must not keep the program alive.
    worker.unref()
    return worker
  }

  #give(worker: Worker): void {
    const next = this.#waiting.shift()
    if (next) next(worker)
    else this.#idle.push(worker)
  }

  /** The thread is gone; whoever waits gets a new one. */
  #lose(): void {
    this.#started--
    const next = this.#waiting.shift()
    if (next) next(this.#start())
  }

  #ask(worker: Worker, bytes: Uint8Array, source: string, explain: boolean, line?: number): Promise<Outcome> {
    return new Promise((resolve) => {
      const done = (outcome: Outcome, alive: boolean) => {
        clearTimeout(timer)
        // One by one: `removeAllListeners` would also take what Node itself listens with.
        worker.off('message', onMessage).off('error', onError).off('exit', onExit)
        worker.unref()
        if (alive) this.#give(worker)
        else {
          // A late error of a thread that is being ended must not end the program.
          worker.on('error', () => {})
          void worker.terminate()
          this.#lose()
        }
        resolve(outcome)
      }
      const fail = (code: NonNullable<Outcome['failure']>, message: string, alive = false) =>
        done(failed(bytes, source, code, message), alive)
      const onMessage = (answer: Answer | Ready) => {
        if (answer === 'ready') begin()
        else if ('error' in answer) fail('parser_failed', defect(answer.error), true)
        else done({ ...answer, failure: null }, true)
      }
      const onError = (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') fail('parser_failed', defect(error))
        else fail('memory_limit', `parsing needed more than ${size(this.#heapMb * 1024 * 1024)} of memory and was stopped`)
      }
      const onExit = () => fail('parser_failed', 'the parsing thread ended by itself')
      const within = (seconds: number) =>
        setTimeout(
          () => fail('time_limit', `parsing took longer than ${seconds} s and was stopped; --time-limit raises the limit`),
          seconds * 1000,
        )
      // A new thread has the parser to load first, which is no time of the file's.
      let timer = within(this.#ready.has(worker) ? this.#seconds : Math.max(this.#seconds, STARTING_SECONDS))
      const begin = () => {
        this.#ready.add(worker)
        clearTimeout(timer)
        timer = within(this.#seconds)
      }
      worker.on('message', onMessage).on('error', onError).on('exit', onExit)
      worker.ref()
      worker.postMessage({ bytes, source, explain, ...(line === undefined ? {} : { line }) } satisfies Job)
    })
  }
}

/** Parses one report by itself, see `ParserPool.parse`. */
export async function parseSafely(
  bytes: Uint8Array,
  source: string,
  { explain = false, line, limits = {} }: { explain?: boolean; line?: number | undefined; limits?: Partial<Limits> } = {},
): Promise<Outcome> {
  const pool = new ParserPool({ limits })
  try {
    return await pool.parse(bytes, source, explain, line)
  } finally {
    await pool.close()
  }
}

/** Plain text of a moderate size: the rules over it run in linear time, and starting a thread would cost more. */
export function isSmallText(bytes: Uint8Array): boolean {
  if (bytes.length > LIMITS.inProcessBytes) return false
  const { format } = sniff(bytes)
  return format === 'text' || format === 'markdown' || format === 'empty'
}

/** An exception of the parser: what is wrong with a source is a diagnostic, so this is a fault of the program. */
const defect = (error: unknown): string =>
  `the parser stopped at an error of its own, a defect of the program: ${error instanceof Error ? error.message : String(error)}`

/** The nearest of the record's formats, for a record that no reader made. */
function formatOf(bytes: Uint8Array): Report['document']['format'] {
  const { format } = sniff(bytes)
  switch (format) {
    case 'text':
    case 'markdown':
    case 'html':
    case 'docx':
    case 'pdf':
    case 'xlsx':
      return format
    case 'mht':
      return 'html'
    case 'image':
      return 'pdf'
    case 'legacy-office':
    case 'rtf':
      return 'docx'
    case 'zip':
    case 'binary':
    case 'empty':
      return 'text'
  }
}

/** The record of a file that could not be parsed to the end: no items, and why. */
function failed(bytes: Uint8Array, source: string, code: NonNullable<Outcome['failure']>, message: string): Outcome {
  const report: Report = {
    schemaVersion: SCHEMA_VERSION,
    document: {
      id: documentId(bytes),
      source,
      format: formatOf(bytes),
      encoding: null,
      title: null,
      kind: 'unknown',
      programme: null,
      region: null,
      asOf: null,
      reading: null,
      text: '',
    },
    items: [],
    declared: [],
    diagnostics: [{ code, severity: 'error', message, span: null, item: null }],
  }
  return { report, failure: code }
}

/** `document.id`: the SHA-256 of the source's bytes, in hex. */
export const documentId = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

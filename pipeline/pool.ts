/** Parses reports so that no file can stop the program: risky ones in worker threads with limits on time and memory. */
import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { sniff } from '../parsers/readers/sniff.js'
import { LIMITS, type Limits, size } from './limits.js'
import type { Report } from './record.js'
import { SCHEMA_VERSION } from './schema-version.js'
import { STORED_TOGETHER } from './store-queue.js'
import type { Answer, Job, Ready, Told } from './worker.js'

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
  /** Many files come: all of them are parsed in threads, which are given some ahead. */
  many?: boolean
}

/** Run from its TypeScript source (in tests), this module still needs a built worker, for Node 20 cannot run TypeScript: the bundled one, which starts sooner. */
const builtWorker = new URL(import.meta.url.endsWith('.ts') ? '../bin/worker.cjs' : './worker.js', import.meta.url)

/** Starting a thread takes longer than parsing many small files, so another is started only where a file has waited so long. */
const PATIENCE_MS = 1_000

/** Files that a thread is given ahead. While the program stores some it hands out nothing, and it may store the next ones at once. */
const AHEAD = 2 * STORED_TOGETHER

/** How long a thread may take to load the parser. */
const STARTING_SECONDS = 60

/** How often the memory of busy threads is looked at. */
const WATCH_MS = 50

/**
 * What a thread may hold, its buffers included, for each byte of heap that it is given. V8 keeps to the heap by itself, as a rule; but it counts no
 * buffers, and from version 12 on (Node 22) arrays may grow far beyond.
 */
const HELD = 1.25

/** What a thread says of its memory; Node tells it from 22.16 on. */
interface Measured {
  getHeapStatistics?: () => Promise<{ used_heap_size: number; external_memory: number }>
}

/** A file that waits or is being parsed. */
interface Task extends Job {
  resolve: (outcome: Outcome) => void
}

/** A thread and the files it was given, the one that it works on first. */
interface Crew {
  worker: Worker
  tasks: Task[]
  /** It has loaded the parser. */
  ready: boolean
  timer: NodeJS.Timeout | undefined
}

export class ParserPool {
  readonly #seconds: number
  readonly #threads: number
  readonly #heapMb: number
  readonly #entry: URL
  readonly #many: boolean
  readonly #waiting: Task[] = []
  readonly #crews = new Set<Crew>()
  #watch: NodeJS.Timeout | undefined
  /** Memory of the program when it had no thread yet. */
  #before = 0

  constructor({ limits = {}, threads = 1, heapMb = LIMITS.workerHeapMb, entry = builtWorker, many = false }: PoolOptions = {}) {
    this.#seconds = limits.parseSeconds ?? LIMITS.parseSeconds
    this.#threads = Math.max(1, threads)
    this.#heapMb = heapMb
    this.#entry = entry
    this.#many = many
  }

  /** Parses one report. It never rejects: what goes wrong is a record without items and a diagnostic of severity error. */
  async parse(bytes: Uint8Array, source: string, explain = false, line?: number): Promise<Outcome> {
    if (!this.#many && isSmallText(bytes)) {
      const { parseReport } = await import('./parse.js')
      try {
        return { ...(await parseReport(bytes, source, { explain, ...(line === undefined ? {} : { line }) })), failure: null }
      } catch (error) {
        return failed(bytes, source, 'parser_failed', defect(error))
      }
    }
    return new Promise((resolve) => {
      const task: Task = { bytes, source, explain, ...(line === undefined ? {} : { line }), resolve }
      this.#waiting.push(task)
      this.#deal()
      if (!this.#many && this.#waiting.includes(task)) setTimeout(() => this.#startFor(task), PATIENCE_MS).unref()
    })
  }

  /** Ends the threads; what they were doing is lost. */
  async close(): Promise<void> {
    const crews = [...this.#crews]
    this.#crews.clear()
    clearInterval(this.#watch)
    this.#watch = undefined
    for (const { timer } of crews) clearTimeout(timer)
    await Promise.all(
      crews.map(({ worker }) => {
        worker.removeAllListeners('message').removeAllListeners('exit').removeAllListeners('error')
        worker.on('error', () => {})
        return worker.terminate()
      }),
    )
  }

  /** Hands out what waits: to the thread that has least to do, and beyond one file only where they are many. */
  #deal(): void {
    while (this.#waiting.length > 0) {
      let least: Crew | undefined
      for (const crew of this.#crews) if (!least || crew.tasks.length < least.tasks.length) least = crew
      const mayStart = this.#crews.size < this.#threads && (this.#many || this.#crews.size === 0)
      if ((!least || least.tasks.length > 0) && mayStart) least = this.#start()
      if (!least || least.tasks.length >= (this.#many ? AHEAD : 1)) return
      const task = this.#waiting.shift()
      if (task) this.#hand(least, task)
    }
  }

  /** Another thread for a file that has waited for long. */
  #startFor(task: Task): void {
    const at = this.#waiting.indexOf(task)
    if (at < 0 || this.#crews.size >= this.#threads) return
    this.#waiting.splice(at, 1)
    this.#hand(this.#start(), task)
  }

  #start(): Crew {
    if (this.#crews.size === 0) this.#before = process.memoryUsage.rss()
    const worker = new Worker(this.#entry, {
      workerData: { seconds: this.#seconds } satisfies Told,
      resourceLimits: { maxOldGenerationSizeMb: this.#heapMb },
    })
    const crew: Crew = { worker, tasks: [], ready: false, timer: undefined }
    this.#crews.add(crew)
    // An idle thread must not keep the program alive.
    worker.unref()
    worker.on('message', (answer: Answer | Ready) => this.#hear(crew, answer))
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') this.#loseOver(crew)
      else this.#lose(crew, 'parser_failed', defect(error))
    })
    worker.on('exit', () => this.#lose(crew, 'parser_failed', 'the parsing thread ended by itself'))
    return crew
  }

  #hand(crew: Crew, task: Task): void {
    crew.tasks.push(task)
    const { bytes, source, explain, line } = task
    crew.worker.postMessage({ bytes, source, explain, ...(line === undefined ? {} : { line }) } satisfies Job)
    if (crew.tasks.length > 1) return
    crew.worker.ref()
    this.#watch ??= setInterval(() => this.#look(), WATCH_MS).unref()
    this.#time(crew)
  }

  /** Ends threads that hold more than they may. Where Node does not tell what each holds, the one that began first goes when all hold too much. */
  #look(): void {
    const most = this.#heapMb * HELD * 1024 * 1024
    const busy = [...this.#crews].filter(({ tasks }) => tasks.length > 0)
    if (busy.length === 0) {
      clearInterval(this.#watch)
      this.#watch = undefined
      return
    }
    for (const crew of busy) {
      const [task] = crew.tasks
      const { getHeapStatistics } = crew.worker as Measured
      getHeapStatistics?.call(crew.worker).then(
        ({ used_heap_size: heap, external_memory: buffers }) => {
          if (heap + buffers > most && crew.tasks[0] === task) this.#loseOver(crew)
        },
        // It has ended meanwhile, which its own events tell.
        () => {},
      )
    }
    const [first] = busy
    if (first && process.memoryUsage.rss() > this.#before + (this.#crews.size + 1) * most) this.#loseOver(first)
  }

  #loseOver(crew: Crew): void {
    const most = size(this.#heapMb * 1024 * 1024)
    this.#lose(crew, 'memory_limit', `parsing needed more than ${most} of memory and was stopped`)
  }

  /** Gives the file that is being parsed its time. A new thread has the parser to load first, which is no time of the file's. */
  #time(crew: Crew): void {
    clearTimeout(crew.timer)
    const seconds = crew.ready ? this.#seconds : Math.max(this.#seconds, STARTING_SECONDS)
    crew.timer = setTimeout(
      () =>
        this.#lose(crew, 'time_limit', `parsing took longer than ${seconds} s and was stopped; --time-limit raises the limit`),
      seconds * 1000,
    )
  }

  #hear(crew: Crew, answer: Answer | Ready): void {
    if (answer === 'ready') {
      crew.ready = true
      if (crew.tasks.length > 0) this.#time(crew)
      return
    }
    const task = crew.tasks.shift()
    if (crew.tasks.length > 0) this.#time(crew)
    else {
      clearTimeout(crew.timer)
      crew.worker.unref()
    }
    this.#deal()
    if (!task) return
    if ('error' in answer) task.resolve(failed(task.bytes, task.source, 'parser_failed', defect(answer.error)))
    else task.resolve({ ...answer, failure: null })
  }

  /** The thread is gone, or is ended; what it was working on has failed, and another takes the rest of what it was given. */
  #lose(crew: Crew, code: NonNullable<Outcome['failure']>, message: string): void {
    if (!this.#crews.delete(crew)) return
    clearTimeout(crew.timer)
    void crew.worker.terminate()
    const [task, ...rest] = crew.tasks.splice(0)
    this.#waiting.unshift(...rest)
    this.#deal()
    task?.resolve(failed(task.bytes, task.source, code, message))
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

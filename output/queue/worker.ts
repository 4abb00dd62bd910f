/** A worker: takes jobs from the queue, reads their documents, and puts the records and the end of the job into the ledger in one transaction. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Ingested, ingest } from '../../pipeline/ingest.js'
import { LIMITS } from '../../pipeline/limits.js'
import { ParserPool } from '../../pipeline/pool.js'
import { findOrigins, isUrl, type Origin, type Problem } from '../../pipeline/sources.js'
import { ledgerOn } from '../store/ledger.js'
import type { PostgresDatabase } from '../store/postgres/database.js'
import { postgresFault } from '../store/postgres/open.js'
import { type Ledger, LedgerError } from '../store/types.js'
import { Later } from './later.js'
import type { Document, Job, Queue, Statement } from './queue.js'

/** What may be otherwise the next time: then the document is tried again. */
const passing: ReadonlySet<string> = new Set([
  'timeout',
  'network',
  'http_status',
  'retry_later',
  'not_found',
  'no_access',
  'unreadable',
  'unreadable_source',
])
/** What no other attempt would change, and what a person should look at. */
const deadly: ReadonlySet<string> = new Set(['time_limit', 'memory_limit', 'parser_failed', 'too_large'])

/** A job that was begun so often is taken apart: one of its documents may be what ends workers. */
const SUSPECT = 2
/** The lock of the worker that links, and reports that it links in one transaction. */
const LINKING = 'linking'
const LINKED_TOGETHER = 64
/** Whoever has just begun a job may not have said so yet, in seconds. */
const BEGUN_SECONDS = 5

export interface WorkOptions {
  parserVersion: string
  /** Documents of a job that are read side by side. */
  jobs: number
  /** Where fetched pages are kept. */
  cacheDir: string
  /** Ends the work after the job at hand. */
  signal: AbortSignal
  /** Ends it too when nothing waits and nobody works. */
  untilDone: boolean
  onJob: (done: { documents: number; failed: number; ms: number }) => void
  onTrouble: (message: string) => void
}

/** The job went to another worker meanwhile: what was made of it here is dropped. */
class Superseded extends Error {}

export class Worker {
  readonly #db: PostgresDatabase
  readonly #ledger: Ledger
  readonly #plain: Ledger
  readonly #queue: Queue
  readonly #options: WorkOptions
  /** The threads that read, with the seconds that a document may take; kept for the jobs of the same limit that come next. */
  #readers: { pool: ParserPool; parseSeconds: number } | null = null
  constructor(db: PostgresDatabase, shown: string, queue: Queue, options: WorkOptions) {
    this.#db = db
    this.#ledger = ledgerOn(db, shown, { linking: false })
    this.#plain = ledgerOn(db, shown, { indexing: false })
    this.#queue = queue
    this.#options = options
  }

  /** While a worker has a job it holds its lock, which goes with the worker, however that ends. */
  #lock(id: string, how: 'pg_advisory_lock' | 'pg_try_advisory_lock' | 'pg_advisory_unlock'): boolean {
    return this.#db.native(`SELECT ${how}(hashtextextended($1, 0))`, [id]).rows[0]?.[0] !== 0
  }
  async run(job: Job): Promise<void> {
    this.#lock(job.id, 'pg_advisory_lock')
    try {
      if (job.attempts >= SUSPECT && job.documents.length > 1) await this.#takeApart(job)
      else await this.#read(job)
    } catch (error) {
      if (error instanceof Superseded) return
      const fault = postgresFault(this.#ledger.path, error)
      if (fault instanceof LedgerError && fault.code === 'unreachable') throw fault
      await this.#queue.giveBack(job, fault instanceof Error ? fault.message : String(fault))
    } finally {
      try {
        this.#lock(job.id, 'pg_advisory_unlock')
      } catch {
        // The connection is gone, and the lock with it.
      }
    }
  }
  /** Gives the jobs of workers that are gone to others. */
  async lookForOrphans(): Promise<void> {
    for (const id of await this.#queue.begun(BEGUN_SECONDS)) {
      if (!this.#lock(id, 'pg_try_advisory_lock')) continue
      try {
        await this.#queue.orphan(id)
      } finally {
        this.#lock(id, 'pg_advisory_unlock')
      }
    }
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    const readers = this.#readers
    this.#readers = null
    await readers?.pool.close()
  }
  async #poolFor(parseSeconds: number): Promise<ParserPool> {
    if (this.#readers?.parseSeconds !== parseSeconds) await this.close()
    this.#readers ??= {
      pool: new ParserPool({ limits: { parseSeconds }, threads: this.#options.jobs, many: true }),
      parseSeconds,
    }
    return this.#readers.pool
  }

  /** Links what is new, in the order of the sources' names, whoever took it in and when. Gives whether all of it is linked. */
  async link(): Promise<boolean> {
    if (!this.#lock(LINKING, 'pg_try_advisory_lock')) return false
    try {
      while (!this.#options.signal.aborted) {
        if (this.#ledger.link({ most: LINKED_TOGETHER, indexed: true }) < LINKED_TOGETHER) return true
        // Who is told to end, or has new work, is to hear of it.
        await sleep(0)
        if (!(await this.#queue.isEmpty())) return false
      }
      return false
    } finally {
      this.#lock(LINKING, 'pg_advisory_unlock')
    }
  }

  async #takeApart(job: Job): Promise<void> {
    const told = { documents: 0, failed: 0, ms: 0 }
    this.#commit(null, [await this.#queue.done(job, told), await this.#queue.alone(job, job.documents)])
  }

  async #read(job: Job): Promise<void> {
    const start = performance.now()
    const { attachments, index, fileBytes, parseSeconds } = job.reading
    const limits = { fileBytes, parseSeconds }
    const later = new Later(index ? this.#ledger : this.#plain)
    const { parserVersion, jobs } = this.#options
    const pool = await this.#poolFor(parseSeconds)
    const results = await ingest(await this.#origins(job), later, { parserVersion, jobs, limits, attachments, pool })
    const again = failures(job.documents, results, passing)
    const dead = failures(job.documents, results, deadly)
    const told = {
      documents: job.documents.length,
      failed: results.filter(({ state }) => state === 'failed').length,
      ms: Math.round(performance.now() - start),
    }
    const [only] = again
    const statements =
      only && job.documents.length === 1
        ? [await this.#queue.failed(job, only.reason)]
        : [
            await this.#queue.done(job, told),
            ...(again.length > 0
              ? [
                  await this.#queue.alone(
                    job,
                    again.map(({ document }) => document),
                  ),
                ]
              : []),
            ...(dead.length > 0 ? await this.#queue.dead(job, dead) : []),
          ]
    this.#commit(later, statements)
    this.#options.onJob({ ...told, ms: Math.round(performance.now() - start) })
  }

  /** Records and the end of the job, or neither. */
  #commit(later: Later | null, [end, ...rest]: Statement[]): void {
    const ledger = later?.ledger ?? this.#ledger
    ledger.batch(() => {
      // First, so that who has lost the job does no work for nothing.
      if (end && Number(this.#db.native(end.text, end.values).rows[0]?.[0]) === 0) throw new Superseded()
      later?.run()
      for (const { text, values } of rest) this.#db.native(text, values)
    }, later?.coming)
  }

  async #origins({ documents, reading }: Job): Promise<(Origin | Problem)[]> {
    const { fileBytes, allowPrivate } = reading
    const options = { limits: { fileBytes }, fetch: { allowPrivate, cacheDir: this.#options.cacheDir } }
    const found = await Promise.all(documents.map(({ resolved }) => findOrigins([resolved], options)))
    return found.flatMap((origins, nth) =>
      origins.map((origin) => {
        const source = documents[nth]?.source ?? origin.source
        return 'problem' in origin ? missing(origin, source, documents[nth]) : { ...this.#polite(origin), source }
      }),
    )
  }
  /** Workers take turns at a host. */
  #polite(origin: Origin): Origin {
    if (!isUrl(origin.resolved)) return origin
    const { follow } = origin
    const read = async () => {
      await sleep(this.#turn(new URL(origin.resolved).host))
      return origin.read()
    }
    const polite = (one: Origin | null) => one && this.#polite(one)
    return { ...origin, read, ...(follow ? { follow: (href: string) => polite(follow(href)) } : {}) }
  }
  /** Takes the host's next turn; gives the milliseconds until then. */
  #turn(host: string): number {
    const { rows } = this.#db.native(
      `INSERT INTO queue_hosts AS h (host, free_at) VALUES ($1, now() + $2 * interval '1 millisecond')
       ON CONFLICT (host) DO UPDATE SET free_at = greatest(now(), h.free_at) + $2 * interval '1 millisecond'
       RETURNING extract(epoch FROM free_at - now()) * 1000 - $2`,
      [host, LIMITS.fetchDelayMs],
    )
    return Math.max(0, Number(rows[0]?.[0] ?? 0))
  }
}

/** A file that is not there is told by its full path, as one that is. */
const missing = ({ problem }: Problem, source: string, document: Document | undefined): Origin => ({
  source,
  resolved: document?.resolved ?? source,
  read: () => Promise.reject(problem),
})

/** Documents of the job of which one of the codes is told, with what is told. */
const failures = (documents: readonly Document[], results: readonly Ingested[], codes: ReadonlySet<string>) =>
  documents.flatMap((document) => {
    const failed = results.find(
      ({ resolved, failure }) => resolved === document.resolved && failure !== null && codes.has(failure.code),
    )
    return failed?.failure ? [{ document, reason: `${failed.failure.code}: ${failed.failure.message}` }] : []
  })

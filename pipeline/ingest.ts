/** Many reports into a ledger: finds, reads, parses and hands over. What the ledger is, this module does not know. */
import pLimit from 'p-limit'
import { LIMITS, type Limits } from './limits.js'
import { documentId, ParserPool } from './pool.js'
import type { Diagnostic, Report } from './record.js'
import { type Origin, openOrigin, type Problem } from './sources.js'

/** What takes the records in. Each call is one transaction. */
export interface ReportSink {
  /** The last attempt at a document by the SHA-256 of its bytes; null when it was never seen. */
  known(id: string): { parserVersion: string; state: 'parsed' | 'failed' } | null
  /** An error with the code `invalid_record` fails this report alone; any other ends the run. */
  put(report: Report, meta: { parserVersion: string }): 'added' | 'updated'
  fail(failure: { id: string | null; source: string; parserVersion: string; diagnostics: readonly Diagnostic[] }): void
}

export interface IngestOptions {
  parserVersion: string
  /** Files that are worked on at a time. */
  jobs?: number
  limits?: Partial<Limits>
  /** Called as each origin is done. */
  onProgress?: (done: number, total: number, source: string) => void
}

/** What became of one report, or of a source that gave none. */
export interface Ingested {
  source: string
  /** SHA-256 of the bytes; null where they could not be read. */
  id: string | null
  state: 'added' | 'updated' | 'unchanged' | 'failed'
  /** Why it failed. */
  failure: Diagnostic | null
}

/**
 * Takes what `findOrigins` found. One failing source does not stop the others; the result is in the order of the origins.
 * A problem of the arguments (a folder without reports) is in the result and not in the ledger.
 */
export async function ingest(
  origins: readonly (Origin | Problem)[],
  sink: ReportSink,
  options: IngestOptions,
): Promise<Ingested[]> {
  const limits: Limits = { fileBytes: LIMITS.fileBytes, parseSeconds: LIMITS.parseSeconds, ...options.limits }
  const jobs = Math.max(1, options.jobs ?? 1)
  const pool = new ParserPool({ limits, threads: jobs })
  const batch = new Batch(sink, pool, options.parserVersion)
  const limit = pLimit(jobs)
  let done = 0
  const one = async (origin: Origin | Problem): Promise<Ingested[]> => {
    const results: Ingested[] = []
    if ('problem' in origin) results.push(problemResult(origin))
    else
      for await (const member of openOrigin(origin, limits))
        results.push('problem' in member ? batch.unread(member) : await batch.take(member.bytes, member.source))
    options.onProgress?.(++done, origins.length, origin.source)
    return results
  }
  try {
    return (await Promise.all(origins.map((origin) => limit(one, origin)))).flat()
  } finally {
    // Where the ledger itself fails there is no point in the rest.
    limit.clearQueue()
    await pool.close()
  }
}

/** One run: the same bytes are parsed once, however many sources have them. */
class Batch {
  readonly #sink: ReportSink
  readonly #pool: ParserPool
  readonly #parserVersion: string
  readonly #taken = new Map<string, Promise<Ingested>>()

  constructor(sink: ReportSink, pool: ParserPool, parserVersion: string) {
    this.#sink = sink
    this.#pool = pool
    this.#parserVersion = parserVersion
  }

  async take(bytes: Uint8Array, source: string): Promise<Ingested> {
    const id = documentId(bytes)
    const earlier = this.#taken.get(id)
    if (earlier) {
      const first = await earlier
      return { ...first, source, state: first.state === 'failed' ? 'failed' : 'unchanged' }
    }
    const result = this.#takeNew(id, bytes, source)
    this.#taken.set(id, result)
    return result
  }

  async #takeNew(id: string, bytes: Uint8Array, source: string): Promise<Ingested> {
    const known = this.#sink.known(id)
    if (known?.state === 'parsed' && known.parserVersion === this.#parserVersion)
      return { source, id, state: 'unchanged', failure: null }
    const { report, failure } = await this.#pool.parse(bytes, source)
    // A page that is no report must not stand in the ledger as one.
    const empty = report.items.length === 0 && report.diagnostics.some(({ severity }) => severity === 'error')
    if (failure || empty) return this.#fail(id, source, report.diagnostics)
    try {
      return { source, id, state: this.#sink.put(report, { parserVersion: this.#parserVersion }), failure: null }
    } catch (error) {
      if (!isInvalidRecord(error)) throw error
      return this.#fail(id, source, [asDiagnostic(error)])
    }
  }

  /** A source that could not be read. */
  unread({ source, problem }: Problem): Ingested {
    return this.#fail(null, source, [asDiagnostic(problem)])
  }

  #fail(id: string | null, source: string, diagnostics: Diagnostic[]): Ingested {
    this.#sink.fail({ id, source, parserVersion: this.#parserVersion, diagnostics })
    return failed(id, source, diagnostics)
  }
}

/** The result of an argument that gives nothing. */
export const problemResult = ({ source, problem }: Problem): Ingested => failed(null, source, [asDiagnostic(problem)])

const failed = (id: string | null, source: string, diagnostics: Diagnostic[]): Ingested => ({
  source,
  id,
  state: 'failed',
  failure: diagnostics.find(({ severity }) => severity === 'error') ?? diagnostics[0] ?? null,
})

const asDiagnostic = ({ code, message }: { code: string; message: string }): Diagnostic => ({
  code,
  severity: 'error',
  message,
  span: null,
  item: null,
})

const isInvalidRecord = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && 'code' in error && error.code === 'invalid_record'

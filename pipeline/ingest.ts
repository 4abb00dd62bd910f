/** Many reports into a ledger: finds, reads, parses and hands over. What the ledger is, this module does not know. */
import pLimit from 'p-limit'
import type { Member } from './archive.js'
import { LIMITS, type Limits } from './limits.js'
import { documentId, ParserPool } from './pool.js'
import type { Diagnostic, Report } from './record.js'
import { type Origin, openOrigin, type Problem } from './sources.js'

/** What takes the records in. Each call is one transaction. */
export interface ReportSink {
  /** The last attempt at a document by the SHA-256 of its bytes; null when it was never seen. */
  known(id: string): { parserVersion: string; state: 'parsed' | 'failed' } | null
  /** An error with the code `invalid_record` fails this report alone; any other ends the run. */
  put(report: Report, meta: { parserVersion: string; resolved: string }): 'added' | 'updated' | 'replaced'
  /** Notes that this source holds a document that is known and need not be parsed again. */
  named(id: string, name: { source: string; resolved: string }): 'unchanged' | 'replaced'
  fail(failure: {
    id: string | null
    source: string
    resolved: string
    parserVersion: string
    diagnostics: readonly Diagnostic[]
  }): void
}

export interface IngestOptions {
  parserVersion: string
  /** Files that are worked on at a time. */
  jobs?: number
  limits?: Partial<Limits>
  /** Called as each origin is done. */
  onProgress?: (done: number, total: number, source: string) => void
  /** Called with each result, in the order of the origins. */
  onResult?: (result: Ingested) => void
}

/** What became of one report, or of a source that gave none. */
export interface Ingested {
  source: string
  /** Full path or address; null for an argument that names nothing. */
  resolved: string | null
  /** SHA-256 of the bytes; null where they could not be read. */
  id: string | null
  /** `replaced`: the source held other bytes before, which are now an earlier version. */
  state: 'added' | 'replaced' | 'updated' | 'unchanged' | 'failed'
  /** Why it failed. */
  failure: Diagnostic | null
  /** Codes of what was noticed, each once; null where the document was known and was not read again. */
  codes: string[] | null
  /** Milliseconds of reading, parsing (with the wait for a free parser) and storing. */
  ms: number
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
  const batch: Batch = { sink, pool, parserVersion: options.parserVersion }
  // Sources are read and parsed side by side and stored in their order, so that the same sources give the same ledger. The
  // pool keeps to `jobs`; as many again may wait for their turn.
  const limit = pLimit(jobs * 2)
  let done = 0
  const one = async (origin: Origin | Problem, turn: Promise<unknown>): Promise<Ingested[]> => {
    const results: Ingested[] = []
    const add = (result: Ingested) => {
      results.push(result)
      options.onResult?.(result)
    }
    let clock = stopwatch()
    if (!('problem' in origin))
      for await (const member of openOrigin(origin, limits)) {
        const result = await take(member, batch, () => clock.pause(turn))
        add({ ...result, ms: clock.ms() })
        clock = stopwatch()
      }
    await turn
    if ('problem' in origin) add(problemResult(origin))
    options.onProgress?.(++done, origins.length, origin.source)
    return results
  }
  let turn: Promise<unknown> = Promise.resolve()
  const tasks = origins.map((origin) => {
    const task = limit(one, origin, turn)
    turn = task
    return task
  })
  try {
    return (await Promise.all(tasks)).flat()
  } finally {
    // Where the ledger itself fails there is no point in the rest.
    limit.clearQueue()
    await pool.close()
  }
}

interface Batch {
  sink: ReportSink
  pool: ParserPool
  parserVersion: string
}

/** Counts the time that a source takes, without that in which it waits for others. */
const stopwatch = () => {
  const start = performance.now()
  let paused = 0
  return {
    pause: async (wait: Promise<unknown>): Promise<void> => {
      const from = performance.now()
      await wait
      paused += performance.now() - from
    },
    ms: (): number => performance.now() - start - paused,
  }
}

type Untimed = Omit<Ingested, 'ms'>

/** Parses one report and stores it when its turn has come. */
async function take(member: Member, { sink, pool, parserVersion }: Batch, turn: () => Promise<void>): Promise<Untimed> {
  const { source, resolved } = member
  const name = { source, resolved }
  const fail = (id: string | null, diagnostics: Diagnostic[]): Untimed => {
    sink.fail({ id, ...name, parserVersion, diagnostics })
    return failed(id, name, diagnostics)
  }
  if ('problem' in member) {
    await turn()
    return fail(null, [asDiagnostic(member.problem)])
  }
  const id = documentId(member.bytes)
  const isKnown = () => {
    const known = sink.known(id)
    return known?.state === 'parsed' && known.parserVersion === parserVersion
  }
  const parsed = isKnown() ? null : await pool.parse(member.bytes, source)
  await turn()
  // The same bytes under another name may have come before.
  if (parsed === null || isKnown()) return { ...name, id, state: sink.named(id, name), failure: null, codes: null }
  const { report, failure } = parsed
  // A page that is no report must not stand in the ledger as one.
  const empty = report.items.length === 0 && report.diagnostics.some(({ severity }) => severity === 'error')
  if (failure || empty) return fail(id, report.diagnostics)
  try {
    const state = sink.put(report, { parserVersion, resolved })
    return { ...name, id, state, failure: null, codes: codesOf(report.diagnostics) }
  } catch (error) {
    if (!isInvalidRecord(error)) throw error
    return fail(id, [asDiagnostic(error)])
  }
}

/** The result of an argument that gives nothing. */
export const problemResult = ({ source, problem }: Problem): Ingested => ({
  ...failed(null, { source, resolved: null }, [asDiagnostic(problem)]),
  ms: 0,
})

const codesOf = (diagnostics: readonly Diagnostic[]): string[] => [...new Set(diagnostics.map(({ code }) => code))].sort()

const failed = (id: string | null, name: { source: string; resolved: string | null }, diagnostics: Diagnostic[]): Untimed => ({
  ...name,
  id,
  state: 'failed',
  failure: diagnostics.find(({ severity }) => severity === 'error') ?? diagnostics[0] ?? null,
  codes: codesOf(diagnostics),
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

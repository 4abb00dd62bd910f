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
  /** Takes what a page of the web links as its attachment too, in the page's turn. */
  attachments?: boolean
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
  /**
   * `replaced`: the source held other bytes before, which are now an earlier version; `followed`: a page that is no report itself, and of
   * whose attachments one at least is in the ledger.
   */
  state: 'added' | 'replaced' | 'updated' | 'unchanged' | 'followed' | 'failed'
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
  const batch: Batch = { sink, pool, parserVersion: options.parserVersion, attachments: options.attachments ?? false, limits }
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
    if (!('problem' in origin)) await takeOrigin(origin, batch, turn, add)
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
  attachments: boolean
  limits: Limits
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

/** Takes what an origin gives, and after each page its attachments. */
async function takeOrigin(
  origin: Origin,
  batch: Batch,
  turn: Promise<unknown>,
  add: (result: Ingested) => void,
): Promise<void> {
  let clock = stopwatch()
  for await (const member of openOrigin(origin, batch.limits)) {
    const attached: Ingested[] = []
    const page: Page | null =
      batch.attachments && origin.follow
        ? {
            takeAttachments: async (diagnostics) => {
              // What an attachment links is not followed: only what the user named leads on.
              for (const one of attachmentsOf(diagnostics).flatMap((href) => origin.follow?.(href) ?? []))
                await takeOrigin({ source: one.source, resolved: one.resolved, read: one.read }, batch, turn, (result) =>
                  attached.push(result),
                )
              return attached.some(({ state }) => state !== 'failed')
            },
          }
        : null
    const result = await take(member, batch, () => clock.pause(turn), page)
    const ms = clock.ms() - attached.reduce((sum, one) => sum + one.ms, 0)
    for (const one of [{ ...result, ms: Math.max(0, ms) }, ...attached]) add(one)
    clock = stopwatch()
  }
}

/** A page whose attachments are taken: gives whether one of them is in the ledger now. */
interface Page {
  takeAttachments: (diagnostics: readonly Diagnostic[]) => Promise<boolean>
}

/** Where the links lead that the reader of a page took for attachments: it names each in a diagnostic, the address last, in angle brackets. */
const attachmentsOf = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.flatMap(({ code, message }) => (code === 'attachment_link' ? (/<([^<>]+)>$/.exec(message)?.[1] ?? []) : []))

/** Parses one report and stores it when its turn has come; then takes its attachments. */
async function take(
  member: Member,
  { sink, pool, parserVersion }: Batch,
  turn: () => Promise<void>,
  page: Page | null,
): Promise<Untimed> {
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
  // A page that is known is read again for its links.
  const parsed = isKnown() && !page ? null : await pool.parse(member.bytes, source)
  await turn()
  // The same bytes under another name may have come before.
  if (parsed === null || isKnown()) {
    const state = sink.named(id, name)
    await page?.takeAttachments(parsed?.report.diagnostics ?? [])
    return { ...name, id, state, failure: null, codes: null }
  }
  const { report, failure } = parsed
  // A page that is no report must not stand in the ledger as one.
  const empty = report.items.length === 0 && report.diagnostics.some(({ severity }) => severity === 'error')
  if (failure || empty) {
    const followed = (await page?.takeAttachments(report.diagnostics)) ?? false
    if (failure || !followed) return fail(id, report.diagnostics)
    return { ...name, id, state: 'followed', failure: null, codes: codesOf(report.diagnostics) }
  }
  let state: 'added' | 'updated' | 'replaced'
  try {
    state = sink.put(report, { parserVersion, resolved })
  } catch (error) {
    if (!isInvalidRecord(error)) throw error
    return fail(id, [asDiagnostic(error)])
  }
  await page?.takeAttachments(report.diagnostics)
  return { ...name, id, state, failure: null, codes: codesOf(report.diagnostics) }
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

/** Many reports into a ledger: finds, reads, parses and hands over. What the ledger is, this module does not know. */
import pLimit from 'p-limit'
import type { Member } from './archive.js'
import { LIMITS, type Limits } from './limits.js'
import { documentId, type Outcome, ParserPool } from './pool.js'
import type { Diagnostic, Report } from './record.js'
import { type Origin, openOrigin, type Problem } from './sources.js'
import { STORED_TOGETHER, StoreQueue } from './store-queue.js'

/** What takes the records in. Each call is one transaction, but within `batch`. */
export interface ReportSink {
  /** Does the work in one transaction: all of it is in the ledger then, or none. */
  batch?(work: () => void): void
  /** The last attempt at a document by the SHA-256 of its bytes; null when it was never seen. */
  known(id: string): { parserVersion: string; state: 'parsed' | 'failed' } | null
  /** `own`: the parser of this program made the record, so that its shape need not be looked at. An error with the code `invalid_record` fails this report alone; any other ends the run. */
  put(report: Report, meta: { parserVersion: string; resolved: string; own?: boolean }): 'added' | 'updated' | 'replaced'
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
  /** Who takes in many batches keeps the threads of one for the next: then `jobs` and the time limit are those of the pool, and the caller ends it. */
  pool?: ParserPool
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
  const pool = options.pool ?? new ParserPool({ limits, threads: jobs, many: origins.length >= MANY })
  const { parserVersion, attachments = false } = options
  const store = new StoreQueue(sink)
  const batch: Batch = { sink, pool, store, parserVersion, attachments, limits }
  // Sources are read and parsed side by side and stored in their order, so that the same sources give the same ledger. The pool keeps
  // to `jobs`; so many more may wait for their turn as keeps the threads busy while others are stored.
  const limit = pLimit(STORED_TOGETHER * (2 + jobs))
  let done = 0
  const one = async (origin: Origin | Problem, turn: Turn, telling: Turn): Promise<Ingested[]> => {
    const results: Promise<Ingested>[] = []
    try {
      if (!('problem' in origin)) await takeOrigin(origin, batch, turn.come, (result) => results.push(result))
      await turn.come
      if ('problem' in origin) results.push(Promise.resolve(problemResult(origin)))
    } finally {
      turn.pass()
    }
    const all = await Promise.all(results)
    await telling.come
    for (const result of all) options.onResult?.(result)
    options.onProgress?.(++done, origins.length, origin.source)
    telling.pass()
    return all
  }
  const [turns, tellings] = [takeTurns(), takeTurns()]
  const tasks = origins.map((origin) => limit(one, origin, turns.next(), tellings.next()))
  void turns.last().then(() => store.flush())
  try {
    return (await Promise.all(tasks)).flat()
  } finally {
    // Where the ledger itself fails there is no point in the rest.
    limit.clearQueue()
    if (!options.pool) await pool.close()
  }
}

/** From so many sources on it pays to start threads, whatever the sources are. */
const MANY = 24

/** Waiting for those before, and letting those behind go on. */
interface Turn {
  come: Promise<void>
  pass: () => void
}
const takeTurns = () => {
  let last: Promise<void> = Promise.resolve()
  return {
    next: (): Turn => {
      const come = last
      let pass = () => {}
      last = new Promise((resolve) => {
        pass = resolve
      })
      return { come, pass }
    },
    last: () => last,
  }
}

interface Batch {
  sink: ReportSink
  pool: ParserPool
  store: StoreQueue
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
  add: (result: Promise<Ingested>) => void,
): Promise<void> {
  let clock = stopwatch()
  for await (const member of openOrigin(origin, batch.limits)) {
    const own = clock
    if (batch.attachments && origin.follow) {
      const attached: Ingested[] = []
      const page = pageOf(origin.follow, batch, turn, attached)
      const result = await takePage(member, batch, () => own.pause(turn), page)
      const ms = own.ms() - attached.reduce((sum, one) => sum + one.ms, 0)
      for (const one of [{ ...result, ms: Math.max(0, ms) }, ...attached]) add(Promise.resolve(one))
    } else {
      const { stored } = await take(member, batch, () => own.pause(turn))
      const reading = own.ms()
      add(stored.then(({ ms, ...result }) => ({ ...result, ms: reading + ms })))
    }
    clock = stopwatch()
  }
}

const pageOf = (follow: NonNullable<Origin['follow']>, batch: Batch, turn: Promise<unknown>, attached: Ingested[]): Page => ({
  takeAttachments: async (diagnostics) => {
    // What an attachment links is not followed: only what the user named leads on.
    for (const one of attachmentsOf(diagnostics).flatMap((href) => follow(href) ?? [])) {
      const results: Promise<Ingested>[] = []
      const origin = { source: one.source, resolved: one.resolved, read: one.read }
      await takeOrigin(origin, batch, turn, (result) => results.push(result))
      batch.store.flush()
      attached.push(...(await Promise.all(results)))
    }
    return attached.some(({ state }) => state !== 'failed')
  },
})

/** A page whose attachments are taken: gives whether one of them is in the ledger now. */
interface Page {
  takeAttachments: (diagnostics: readonly Diagnostic[]) => Promise<boolean>
}

/** Where the links lead that the reader of a page took for attachments: it names each in a diagnostic, the address last, in angle brackets. */
const attachmentsOf = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.flatMap(({ code, message }) => (code === 'attachment_link' ? (/<([^<>]+)>$/.exec(message)?.[1] ?? []) : []))

/** What becomes of a member in the ledger. Its name is stored where its bytes are known, else its record, or why there is none. */
const settler = (member: Member, { sink, parserVersion }: Batch) => {
  const name = { source: member.source, resolved: member.resolved }
  const id = 'problem' in member ? null : documentId(member.bytes)
  const fail = (diagnostics: Diagnostic[]): Untimed => {
    sink.fail({ id, ...name, parserVersion, diagnostics })
    return failed(id, name, diagnostics)
  }
  const isKnown = (): boolean => {
    const known = id === null ? null : sink.known(id)
    return known?.state === 'parsed' && known.parserVersion === parserVersion
  }
  return {
    id,
    name,
    fail,
    isKnown,
    named: (): Untimed => ({ ...name, id, state: sink.named(id ?? '', name), failure: null, codes: null }),
    put: ({ report }: Outcome): Untimed => {
      try {
        const state = sink.put(report, { parserVersion, resolved: name.resolved, own: true })
        return { ...name, id, state, failure: null, codes: codesOf(report.diagnostics) }
      } catch (error) {
        if (!isInvalidRecord(error)) throw error
        return fail([asDiagnostic(error)])
      }
    },
  }
}

/** A page that is no report must not stand in the ledger as one. */
const isNoReport = ({ report, failure }: Outcome): boolean =>
  failure !== null || (report.items.length === 0 && report.diagnostics.some(({ severity }) => severity === 'error'))

/** Parses one report, and puts it in the queue of what is to be stored when its turn has come. */
async function take(member: Member, batch: Batch, turn: () => Promise<void>): Promise<{ stored: Promise<Ingested> }> {
  const { fail, isKnown, named, put } = settler(member, batch)
  const parsed = 'problem' in member || isKnown() ? null : await batch.pool.parse(member.bytes, member.source)
  await turn()
  const settle = (): Untimed => {
    if ('problem' in member) return fail([asDiagnostic(member.problem)])
    // The same bytes under another name may have come before.
    if (parsed === null || isKnown()) return named()
    return isNoReport(parsed) ? fail(parsed.report.diagnostics) : put(parsed)
  }
  const stored = batch.store.add(() => {
    const from = performance.now()
    return { ...settle(), ms: performance.now() - from }
  })
  return { stored }
}

/** Likewise a page with its attachments, each stored by itself: what becomes of the page depends on them. */
async function takePage(member: Member, batch: Batch, turn: () => Promise<void>, page: Page): Promise<Untimed> {
  const { id, name, fail, isKnown, named, put } = settler(member, batch)
  const now = <T>(work: () => T): Promise<T> => {
    const stored = batch.store.add(work)
    batch.store.flush()
    return stored
  }
  if ('problem' in member) {
    await turn()
    return now(() => fail([asDiagnostic(member.problem)]))
  }
  // A page that is known is read again for its links.
  const parsed = await batch.pool.parse(member.bytes, member.source)
  await turn()
  batch.store.flush()
  const { diagnostics } = parsed.report
  if (!isKnown() && isNoReport(parsed)) {
    const followed = await page.takeAttachments(diagnostics)
    if (parsed.failure || !followed) return now(() => fail(diagnostics))
    return { ...name, id, state: 'followed', failure: null, codes: codesOf(diagnostics) }
  }
  const result = await now(() => (isKnown() ? named() : put(parsed)))
  if (result.state !== 'failed') await page.takeAttachments(diagnostics)
  return result
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

/** `taizhang ingest`: reports into the ledger. */
import { availableParallelism } from 'node:os'
import { z } from 'zod'
import { type Ingested, type IngestOptions, ingest, problemResult } from '../../pipeline/ingest.js'
import { findOrigins } from '../../pipeline/sources.js'
import { parserVersion } from '../../pipeline/version.js'
import { type Ledger, type ReportSummary, shownName } from '../store/index.js'
import { meaningOf } from '../words/meanings.js'
import { say } from '../words/say.js'
import type { Run } from './commands.js'
import { type IngestLog, openLog } from './ingest-log.js'
import { type Io, nameOf, UsageError } from './io.js'
import { cacheOf, ledgerName, withLedger } from './ledger.js'
import { check, dbOption, jobsOption, maxSizeOption, timeLimitOption } from './options.js'
import { startProgress } from './progress.js'
import { reportTable } from './reports.js'
import { readSourceList } from './source-list.js'

const optionsSchema = z.object({
  db: dbOption,
  from: z.string().min(1, 'expected a file').optional(),
  log: z.string().min(1, 'expected a file').optional(),
  reset: z.boolean().default(false),
  index: z.boolean().default(true),
  jobs: jobsOption.default(Math.min(4, availableParallelism())),
  maxSize: maxSizeOption,
  timeLimit: timeLimitOption,
  attachments: z.boolean().default(false),
  allowPrivate: z.boolean().default(false),
  queue: z.boolean().default(false),
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
})

type Result = Ingested & { report: ReportSummary | null }

export const run: Run = async (args, given, io) => {
  const options = check(optionsSchema, given)
  const { db, from, reset, json, quiet } = options
  if (args.length === 0 && from === undefined)
    throw new UsageError('expected a path or an address, or a list of them with --from')
  if (from === '-' && args.includes('-')) throw new UsageError('option --from: standard input is the list, and no report')
  const listed = from === undefined ? [] : await readSourceList(from)
  if (from === '-' && listed.includes('-')) throw new UsageError('option --from: standard input is the list, and no report')
  if (options.queue) {
    if (options.log !== undefined || reset) throw new UsageError('option --queue: not with --log or --reset')
    return queueAll([...args, ...listed], options, io)
  }
  const log = openLog(options.log)
  const { results, gone } = await takeAll([...args, ...listed], options, log, io).finally(() => log?.close())
  if (json) io.json({ db: shownName(db), counts: counts(results), removed: gone, reports: results.map(asJson) })
  else if (!quiet) io.out(summary(results, db, io))
  if (reset && gone === null) io.note(io.words.ingest.keptAll)
  else if (gone !== null && !json && !quiet) io.out(io.words.ingest.takenOut(gone))
  // Last, so that what went wrong is what is seen.
  for (const { source, state, failure } of results)
    if (state === 'failed') io.note(failure ? explain(nameOf(source), failure, io) : io.words.ingest.failed(nameOf(source)))
  return results.some(isWrong) ? 1 : 0
}

/** Finds the reports and puts them into the queue. */
async function queueAll(
  sources: string[],
  { db, index, maxSize, timeLimit, attachments, allowPrivate, json, quiet }: z.infer<typeof optionsSchema>,
  io: Io,
): Promise<number> {
  const found = await findOrigins(sources, { limits: { fileBytes: maxSize }, fetch: { allowPrivate } })
  const origins = found.flatMap((one) => ('problem' in one ? [] : [one]))
  const { enqueue } = await import('./enqueue.js')
  const reading = { fileBytes: maxSize, parseSeconds: timeLimit, attachments, allowPrivate, index }
  if (origins.length > 0) await enqueue(origins, db, reading, io, { json, quiet })
  for (const one of found) if ('problem' in one) io.note(failureWords(one.problem, io))
  return origins.length < found.length ? 1 : 0
}

/** Finds the reports and takes them in; `gone` is the number of reports that --reset took out. */
async function takeAll(
  sources: string[],
  { db, reset, index, jobs, maxSize, timeLimit, attachments, allowPrivate, quiet }: z.infer<typeof optionsSchema>,
  log: IngestLog | null,
  io: Io,
): Promise<{ results: Result[]; gone: number | null }> {
  const limits = { fileBytes: maxSize, parseSeconds: timeLimit }
  const origins = await findOrigins(sources, { limits, fetch: { allowPrivate, cacheDir: cacheOf(db) } })
  const problems = origins.filter((origin) => 'problem' in origin)
  if (problems.length === origins.length) {
    // There is nothing to take: no ledger is made or emptied for that.
    const results = problems.map((problem): Result => ({ ...problemResult(problem), report: null }))
    for (const result of results) log?.write(result, null)
    return { results, gone: null }
  }
  return withLedger(db, { indexing: index }, async (ledger) => {
    const onResult = (result: Ingested) => log?.write(result, ledger)
    const results = await take(
      origins,
      ledger,
      { parserVersion: parserVersion(), jobs, limits, attachments, onResult },
      io.interactive && !quiet,
    )
    // What an earlier version of the program, or --no-index, left without links.
    if (index) ledger.link()
    const gone = reset ? sweep(ledger, results) : null
    ledger.tidy()
    return { results, gone }
  })
}

/** Takes the reports in and reads back what the ledger now has of each. */
async function take(
  origins: Parameters<typeof ingest>[0],
  ledger: Ledger,
  options: IngestOptions,
  shown: boolean,
): Promise<Result[]> {
  const progress = startProgress(shown)
  try {
    const taken = await ingest(origins, ledger, { ...options, onProgress: progress.step })
    const summaries = new Map(ledger.reports().map((report) => [report.id, report]))
    // A failed file may have an earlier good record; it is not what this run made.
    return taken.map((one) => ({
      ...one,
      report: (one.state !== 'failed' && one.state !== 'followed' && one.id && summaries.get(one.id)) || null,
    }))
  } finally {
    progress.stop()
  }
}

/**
 * `--reset`: leaves only what this run named, now that it is in. Null, and nothing is taken out, where an argument named nothing or no
 * report was taken in: the slip of a hand is not to cost a ledger.
 */
function sweep(ledger: Ledger, results: readonly Result[]): number | null {
  const named = results.flatMap(({ resolved, id }) =>
    resolved === null ? [] : [resolved === '-' ? `-:${id ?? ''}` : resolved],
  )
  if (named.length < results.length || results.every(({ state }) => state === 'failed')) return null
  return ledger.keepOnly(named)
}

const isWrong = ({ state, report }: Result): boolean => state === 'failed' || (report?.diagnostics.error ?? 0) > 0

/** The message of a failure, with its source in front where it does not name it itself. */
const explain = (source: string, failure: { code: string; message: string }, io: Io): string => {
  const message = failureWords(failure, io)
  const { colon, bracketed } = io.words
  return message.includes(source) ? message : `${source}${colon}${message}${bracketed(failure.code)}`
}

/** Why a source failed: the message; in Chinese its sentence, or where the table has none what the code means. */
export function failureWords({ code, message }: { code: string; message: string }, { lang }: Io): string {
  const line = nameOf(message)
  const said = say(line, lang)
  return lang === 'en' || said !== line ? said : meaningOf(code, lang)
}

function counts(results: Result[]): Record<Ingested['state'] | 'items' | 'disagree', number> {
  const all = { added: 0, replaced: 0, updated: 0, unchanged: 0, followed: 0, failed: 0, items: 0, disagree: 0 }
  const counted = new Set<string>()
  for (const { id, state, report } of results) {
    all[state]++
    // The same bytes under two names are one report.
    if (!id || counted.has(id)) continue
    counted.add(id)
    all.items += report?.items ?? 0
    all.disagree += report?.declared.disagree ?? 0
  }
  return all
}

function summary(results: Result[], db: string, io: Io): string {
  const { added, replaced, updated, unchanged, followed, failed, items, disagree } = counts(results)
  const { words } = io
  const told = Object.entries({ added, replaced, updated, unchanged, followed, failed } as const).flatMap(([state, n]) =>
    n > 0 ? [words.times(n, words.results[state as Ingested['state']])] : [],
  )
  const rows = results.map(({ source, state, report }) => ({ source, state, report }))
  return [
    reportTable(rows, io),
    '',
    words.ingest.sum(results.length, told.join(words.comma), items, disagree, ledgerName(db)),
  ].join('\n')
}

const asJson = ({ source, id, state, failure, report }: Result) => ({
  source,
  id,
  key: report?.key ?? null,
  state,
  kind: report?.kind ?? null,
  items: report?.items ?? null,
  statuses: report?.statuses ?? null,
  declared: report?.declared ?? null,
  diagnostics: report?.diagnostics ?? null,
  failure,
})

/** `taizhang watch`: takes new and changed files of folders into the ledger as they come, and tells what they change. */
import { realpathSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { z } from 'zod'
import { type Ingested, ingest } from '../../pipeline/ingest.js'
import { type Happening, happenings, type Told } from '../../pipeline/links/index.js'
import { findOrigins } from '../../pipeline/sources.js'
import { parserVersion } from '../../pipeline/version.js'
import type { Ledger } from '../store/index.js'
import type { Run } from './commands.js'
import { failureWords } from './ingest.js'
import { harmlessJson, type Io, nameOf } from './io.js'
import { truncate } from './layout.js'
import { ledgerName, withLedger } from './ledger.js'
import { check, dbOption, jobsOption, maxSizeOption, timeLimitOption } from './options.js'
import type { Problem } from './problems.js'
import type { Said } from './round.js'
import { onSignal } from './signal.js'
import { changesBy, problemsBefore } from './watch-changes.js'
import { watchFolders } from './watch-files.js'

const optionsSchema = z.object({
  db: dbOption,
  jobs: jobsOption.default(Math.min(4, availableParallelism())),
  maxSize: maxSizeOption,
  timeLimit: timeLimitOption,
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
})
type Options = z.infer<typeof optionsSchema>

/** Files that are taken at a time: after each such part the command may be ended. */
const PART = 16

export const run: Run = async (folders, given, io) => {
  const options = check(optionsSchema, given)
  const { db, quiet } = options
  const watched = watchFolders(folders)
  const release = onSignal(() => void watched.close())
  try {
    return await withLedger(db, {}, async (ledger) => {
      void watched.ready.then(() => {
        if (!quiet) io.note(io.words.watch.watching(folders.map(nameOf).join(io.words.comma), ledgerName(db)))
      })
      for (let files = await watched.next(PART); files !== null; files = await watched.next(PART))
        await takeIn(files, ledger, options, io)
      return 0
    })
  } finally {
    release()
    await watched.close()
  }
}

/** Takes some files in, as `ingest` does, and tells what became of each as it is done. */
async function takeIn(files: string[], ledger: Ledger, options: Options, io: Io): Promise<void> {
  const { jobs, maxSize, timeLimit } = options
  const limits = { fileBytes: maxSize, parseSeconds: timeLimit }
  const before = knownProblems(ledger, files)
  const tell = (result: Ingested) => {
    const { id, state, resolved } = result
    const isRead = id !== null && (state === 'added' || state === 'replaced' || state === 'updated')
    const changes = isRead ? changesBy(ledger, id, before.get(resolved ?? '') ?? []) : []
    if (options.json) io.out(harmlessJson(asJson(result, changes, ledger), 0))
    else account(result, changes, ledger, options, io)
  }
  await ingest(await findOrigins(files, { limits }), ledger, { parserVersion: parserVersion(), jobs, limits, onResult: tell })
}

/** What the ledger says of the problems of these files, and of the members of those that are archives, before they are taken anew. */
function knownProblems(ledger: Ledger, files: readonly string[]): Map<string, Problem[]> {
  const paths = new Set(files.flatMap((file) => [file, realPath(file)]))
  return new Map(
    ledger.sources().flatMap(({ resolved }): [string, Problem[]][] => {
      const file = resolved.split('!', 1)[0] ?? resolved
      return paths.has(resolved) || paths.has(file) ? [[resolved, problemsBefore(ledger, resolved)]] : []
    }),
  )
}

const realPath = (path: string): string => {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

const reportOf = (ledger: Ledger, { id, state }: Ingested) =>
  id === null || state === 'failed' ? undefined : ledger.reports({ report: id })[0]

const asJson = (result: Ingested, changes: readonly Told<Said>[], ledger: Ledger) => {
  const { source, state, failure, ms } = result
  const report = reportOf(ledger, result)
  return {
    at: new Date().toISOString(),
    source,
    result: state,
    key: report?.key ?? null,
    title: report?.title ?? null,
    items: report?.items ?? null,
    changes: changes.map(({ on, state: now, due, dueBefore, happened }) => ({
      key: on.key,
      problem: on.problem,
      happened,
      state: now,
      due,
      dueBefore,
    })),
    failure: failure && { code: failure.code, message: failure.message },
    ms: Math.round(ms),
  }
}

function account(result: Ingested, changes: readonly Told<Said>[], ledger: Ledger, { quiet }: Options, io: Io): void {
  const { source, state, failure } = result
  const { words } = io
  if (state === 'failed') {
    io.note(`${nameOf(source)}${words.colon}${failure ? failureWords(failure, io) : words.ingest.failure}`)
    return
  }
  // What is as it was is no news.
  if (state === 'unchanged' || quiet) return
  const report = reportOf(ledger, result)
  const times = (kind: Happening) => changes.filter(({ happened }) => happened.includes(kind)).length
  const counts = happenings.flatMap((kind) => (times(kind) > 0 ? [words.times(times(kind), words.happenings[kind])] : []))
  io.out(
    `${io.paint('bold', `${words.results[state]}  ${report?.key ?? ''}`)}  ${nameOf(source)}${words.colon}${[words.count(report?.items ?? 0, 'item'), ...counts].join(words.comma)}`,
  )
  for (const one of changes) io.out(changeText(one, io))
}

function changeText({ on, due, dueBefore, happened }: Told<Said>, io: Io): string {
  const day = dueBefore === null ? '' : `  ${dueBefore} → ${due ?? '—'}`
  const head = `  ${happened.map((kind) => io.words.happenings[kind]).join(io.words.comma)}  ${on.key}${day}  `
  return head + truncate(on.problem.replaceAll('\n', ''), Math.max(20, io.width - head.length - 10))
}

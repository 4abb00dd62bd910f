/** `taizhang work`: takes jobs from the queue until it is told to end. */
import { availableParallelism } from 'node:os'
import { z } from 'zod'
import { parserVersion } from '../../pipeline/version.js'
import { isPostgres, LedgerError } from '../store/index.js'
import type { Run } from './commands.js'
import { BrokenLedgerError, CommandError, harmlessJson, UsageError } from './io.js'
import { cacheOf, ledgerName } from './ledger.js'
import { check, dbOption, jobsOption } from './options.js'
import { onSignal } from './signal.js'

const optionsSchema = z.object({
  db: dbOption,
  jobs: jobsOption.default(Math.min(4, availableParallelism())),
  untilDone: z.boolean().default(false),
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
})

export const run: Run = async (_, given, io) => {
  const { db, jobs, untilDone, json, quiet } = check(optionsSchema, given)
  if (!isPostgres(db)) throw new UsageError('the queue is in Postgres; give its address with --db postgres://…')
  const { work } = await import('../queue/work.js')
  const end = new AbortController()
  const release = onSignal(() => {
    if (!quiet) io.note(io.words.work.ending)
    end.abort()
  })
  if (!quiet) io.note(io.words.work.working(ledgerName(db)))
  try {
    await work(db, {
      parserVersion: parserVersion(),
      jobs,
      cacheDir: cacheOf(db),
      signal: end.signal,
      untilDone,
      onJob: (done) => {
        if (json) io.out(harmlessJson({ at: new Date().toISOString(), ...done }, 0))
        else if (!quiet) io.out(io.words.work.job(done.documents, done.failed, (done.ms / 1000).toFixed(1)))
      },
      onTrouble: (message) => io.note(message),
    })
    return 0
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
    throw error.code === 'corrupt' ? new BrokenLedgerError(error.message) : new CommandError(error.message)
  } finally {
    release()
  }
}

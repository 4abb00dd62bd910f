/** `taizhang index`: the ledger brought up to the present schema, and its search index up to date. */
import { z } from 'zod'
import type { Run } from './commands.js'
import { withLedger } from './ledger.js'
import { check, dbOption } from './options.js'
import { startProgress } from './progress.js'

const optionsSchema = z.object({ db: dbOption, quiet: z.boolean().default(false) })

export const run: Run = async (_args, given, io) => {
  const { db, quiet } = check(optionsSchema, given)
  return withLedger(db, { create: false }, (ledger) => {
    const progress = startProgress(io.interactive && !quiet)
    try {
      const done = ledger.index(progress.step)
      if (!quiet) io.out(io.words.index.done(done))
    } finally {
      progress.stop()
    }
    return 0
  })
}

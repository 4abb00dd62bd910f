/** `taizhang remove`: reports, or sources that failed, out of the ledger. */
import { z } from 'zod'
import type { Run } from './commands.js'
import { withLedger } from './ledger.js'
import { check, dbOption } from './options.js'
import { count } from './texts.js'

const optionsSchema = z.object({ db: dbOption, quiet: z.boolean().default(false) })

export const run: Run = async (keys, given, io) => {
  const { db, quiet } = check(optionsSchema, given)
  return withLedger(db, { create: false }, (ledger) => {
    const missing = keys.filter((key) => !ledger.remove(key))
    for (const key of missing)
      io.err(`taizhang: ${db} has no report or failed source ${key}; taizhang list and taizhang check print what it has`)
    if (!quiet) io.out(`${count(keys.length - missing.length, 'source')} removed`)
    return missing.length > 0 ? 1 : 0
  })
}

/** `taizhang dump`: everything that a ledger holds, as lines that are the same where two ledgers hold the same. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { dump } from '../store/index.js'
import type { Run } from './commands.js'
import { withLedger } from './ledger.js'
import { check, dbOption } from './options.js'

const optionsSchema = z.object({ db: dbOption, hash: z.boolean().default(false) })

export const run: Run = async (_, given, io) => {
  const { db, hash } = check(optionsSchema, given)
  return withLedger(db, { readonly: true }, (ledger) =>
    ledger.snapshot(() => {
      const sum = createHash('sha256')
      for (const line of dump(ledger)) {
        if (hash) sum.update(`${line}\n`)
        else io.out(line)
      }
      if (hash) io.out(sum.digest('hex'))
      return 0
    }),
  )
}

/** `taizhang site`: the ledger as a folder of pages. */
import { z } from 'zod'
import { writeSite } from '../site/index.js'
import type { Run } from './commands.js'
import { nameOf } from './io.js'
import { withLedger } from './ledger.js'
import { check, dayOption, dbOption } from './options.js'
import { langOption } from './page.js'

const optionsSchema = z.object({
  db: dbOption,
  to: z.string('it is needed: the folder to write to').min(1, 'expected a folder'),
  asOf: dayOption.optional(),
  lang: langOption,
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
})

export const run: Run = async (_args, given, io) => {
  const { db, to, asOf, lang = io.lang, json, quiet } = check(optionsSchema, given)
  const result = await withLedger(db, { readonly: true }, (ledger) =>
    writeSite(ledger, { to, lang, ...(asOf ? { asOf } : {}) }),
  )
  if (json) io.json({ to, ...result })
  else if (!quiet) io.out(io.words.site.sum(result.files, (result.bytes / 1e6).toFixed(1), result.asOf, nameOf(to)))
  return 0
}

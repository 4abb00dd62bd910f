/** `taizhang serve`: the ledger in a browser, on this machine. */
import { z } from 'zod'
import { start } from '../serve/start.js'
import type { Run } from './commands.js'
import { CommandError, nameOf } from './io.js'
import { ledgerName, withLedger } from './ledger.js'
import { check, dayOption, dbOption, today } from './options.js'
import { langOption } from './page.js'

const portOption = z.coerce
  .number('expected a port')
  .int('expected a port')
  .min(0, 'expected a port, 0 for one that is free')
  .max(65_535, 'expected a port, 65535 at most')
  .default(8750)

const optionsSchema = z.object({
  db: dbOption,
  port: portOption,
  host: z.string().min(1, 'expected an address').default('127.0.0.1'),
  write: z.boolean().default(false),
  lang: langOption,
  asOf: dayOption.optional(),
  quiet: z.boolean().default(false),
})

export const run: Run = async (_args, given, io) => {
  const { db, port, host, write, lang = io.lang, asOf, quiet } = check(optionsSchema, given)
  return withLedger(db, write ? { create: false } : { readonly: true }, async (ledger) => {
    const server = await start({ ledger, lang, write, host, port, today: () => asOf ?? today() }).catch(
      (error: NodeJS.ErrnoException) => {
        throw new CommandError(
          `cannot listen on ${nameOf(host)} port ${port} (${error.code ?? error.message}); another --port may be free`,
        )
      },
    )
    io.out(server.url)
    if (!quiet) io.note(io.words.serve[write ? 'writing' : 'reading'](ledgerName(db)))
    await new Promise<void>((resolve) => {
      process.once('SIGINT', resolve)
      process.once('SIGTERM', resolve)
    })
    await server.close()
    return 0
  })
}

/** `taizhang show`: a report or an item of the ledger, as an account for people. */
import { z } from 'zod'
import type { Run } from './commands.js'
import { CommandError } from './io.js'
import { withLedger } from './ledger.js'
import { check, dbOption } from './options.js'
import { itemAccount, reportOverview } from './overview.js'

const optionsSchema = z.object({
  db: dbOption,
  full: z.boolean().default(false),
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
})

export const run: Run = async ([key = ''], given, io) => {
  const { db, full, json, quiet } = check(optionsSchema, given)
  return withLedger(db, { readonly: true }, (ledger) => {
    const found = /#[1-9]\d*$/.test(key) ? ledger.item(key) : null
    if (found) {
      const { report, item } = found
      if (json) io.out(JSON.stringify(found, null, 2))
      else
        io.out(
          quiet
            ? itemAccount(item, io)
            : `${io.paint('dim', `${found.key}  ${report.title ?? report.source}`)}\n${itemAccount(item, io)}`,
        )
      return 0
    }
    const report = ledger.report(key)
    if (!report) throw new CommandError(`${db} has no report or item ${key}; taizhang list prints the keys of what it has`)
    if (json) io.out(JSON.stringify(report, null, 2))
    else
      io.out([reportOverview(report, io), ...(full ? report.items.map((item) => `\n${itemAccount(item, io)}`) : [])].join('\n'))
    return 0
  })
}

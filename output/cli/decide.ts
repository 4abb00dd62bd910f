/** `taizhang confirm` and `taizhang reject`: what a person says of links. */
import { z } from 'zod'
import type { LinkSummary } from '../store/index.js'
import type { Run } from './commands.js'
import { nameOf } from './io.js'
import { ledgerName, withLedger } from './ledger.js'
import { linkText } from './link.js'
import { check, dbOption } from './options.js'

const optionsSchema = z.object({
  db: dbOption,
  by: z.string().optional(),
  why: z.string().optional(),
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
})

/** The work of either command. */
export const decide =
  (verdict: 'confirmed' | 'rejected'): Run =>
  async (names, given, io) => {
    const { db, by, why, json, quiet } = check(optionsSchema, given)
    return withLedger(db, { create: false }, (ledger) => {
      const decided: LinkSummary[] = []
      for (const name of names) {
        const link = ledger.decideLink(name, verdict, by, why)
        if (link) decided.push(link)
        else io.note(io.words.link.none(ledgerName(db), nameOf(name)))
      }
      if (json) io.json(decided)
      else if (!quiet && decided.length > 0) io.out(decided.map((link) => linkText(link, io)).join('\n\n'))
      return decided.length < names.length ? 1 : 0
    })
  }

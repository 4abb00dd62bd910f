/** `taizhang remove`: reports, sources with all of their versions, or sources that failed, out of the ledger. */
import { z } from 'zod'
import { LedgerError, type Removed } from '../store/index.js'
import type { CliWords } from '../words/index.js'
import type { Run } from './commands.js'
import { nameOf } from './io.js'
import { withLedger } from './ledger.js'
import { check, dbOption } from './options.js'
import { nothingToRemove } from './unknown.js'

const optionsSchema = z.object({ db: dbOption, json: z.boolean().default(false), quiet: z.boolean().default(false) })

export const run: Run = async (names, given, io) => {
  const { db, json, quiet } = check(optionsSchema, given)
  return withLedger(db, { create: false }, (ledger) => {
    const removed: (Removed & { name: string })[] = []
    let wrong = 0
    for (const name of names) {
      let one: Removed | null = null
      let why: string | null = null
      try {
        one = ledger.remove(name)
      } catch (error) {
        if (!(error instanceof LedgerError) || error.code !== 'ambiguous') throw error
        why = error.message
      }
      if (one) removed.push({ name, ...one })
      else {
        wrong++
        io.note(why ?? nothingToRemove(ledger, name).message)
      }
    }
    if (json) io.json({ removed })
    else if (!quiet) io.out([...removed.map((one) => account(one, io.words)), total(removed, io.words)].join('\n'))
    return wrong > 0 ? 1 : 0
  })
}

/** One line for each name: what went, what stays and what is current again. */
function account({ name, reports, names, kept, restored, failures }: Removed & { name: string }, words: CliWords): string {
  const { count, bracketed, comma, semicolon, remove: told } = words
  const parts = [
    reports.length > 0 ? `${count(reports.length, 'report')}${bracketed(reports.join(comma))}` : '',
    failures > 0 ? count(failures, 'failed attempt') : '',
    names.length > 0 && reports.length === 0 && failures === 0 ? told.theName : '',
  ].filter(Boolean)
  const rest = [
    kept.length > 0 ? told.kept(kept.join(comma)) : '',
    restored.length > 0 ? told.restored(restored.join(comma)) : '',
  ].filter(Boolean)
  return [told.removed(nameOf(name), parts.join(told.and)), ...rest].join(semicolon)
}

const total = (removed: readonly Removed[], words: CliWords): string => {
  const sum = (of: (one: Removed) => number) => removed.reduce((all, one) => all + of(one), 0)
  return words.remove.sum(
    sum(({ reports }) => reports.length),
    sum(({ failures }) => failures),
  )
}

/** `taizhang page`: a report as one page that opens from disk. */
import { existsSync, statSync } from 'node:fs'
import { z } from 'zod'
import { parseSafely } from '../../pipeline/pool.js'
import { readInput } from '../../pipeline/sources.js'
import { knownOf } from '../pages/known.js'
import { reportFile } from '../pages/whole.js'
import { langs } from '../words/index.js'
import type { Run } from './commands.js'
import { CommandError, nameOf } from './io.js'
import { ledgerName, withLedger } from './ledger.js'
import { check, dbOption, maxSizeOption, timeLimitOption } from './options.js'

export const langOption = z.enum(langs, `expected ${langs.join(' or ')}`).optional()

const optionsSchema = z.object({
  db: dbOption,
  lang: langOption,
  maxSize: maxSizeOption,
  timeLimit: timeLimitOption,
})

export const run: Run = async ([name = ''], given, io) => {
  const { db, lang = io.lang, maxSize, timeLimit } = check(optionsSchema, given)
  if (name === '-' || (existsSync(name) && statSync(name).isFile())) {
    const limits = { fileBytes: maxSize, parseSeconds: timeLimit }
    const bytes = await readInput(name, limits).catch((error: Error) => {
      throw new CommandError(nameOf(error.message))
    })
    const { report } = await parseSafely(bytes, name, { limits })
    io.out(reportFile({ report, lang }))
    return report.diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0
  }
  return withLedger(db, { readonly: true }, (ledger) => {
    const report = ledger.report(name)
    const summary = report && ledger.reports({ report: report.document.id })[0]
    if (!report || !summary)
      throw new CommandError(
        `there is no file ${nameOf(name)}, and ${ledgerName(db)} has no report of this key; taizhang list prints the keys of what it has`,
      )
    io.out(reportFile({ report, lang, known: knownOf(ledger, summary.key, () => null), earlier: !summary.current }))
    return 0
  })
}

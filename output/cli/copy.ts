/** `taizhang copy`: a ledger from a file to a server, or the other way. */
import { z } from 'zod'
import { copyLedger, LedgerError } from '../store/index.js'
import type { Run } from './commands.js'
import { BrokenLedgerError, CommandError, UsageError } from './io.js'
import { ledgerName } from './ledger.js'
import { check, dbOption } from './options.js'

const optionsSchema = z.object({ quiet: z.boolean().default(false) })

export const run: Run = async ([from, to], given, io) => {
  const { quiet } = check(optionsSchema, given)
  const [source, target] = [from, to].map((name) => check(dbOption, name))
  if (source === undefined || target === undefined || source === target) throw new UsageError('expected two ledgers')
  try {
    const reports = copyLedger(source, target)
    if (!quiet) io.out(`${io.words.count(reports, 'report')}${io.words.colon}${ledgerName(source)} → ${ledgerName(target)}`)
    return 0
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
    throw error.code === 'corrupt' ? new BrokenLedgerError(error.message) : new CommandError(error.message)
  }
}

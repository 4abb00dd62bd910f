/** `taizhang due`: what is past its day, what falls due. */
import { z } from 'zod'
import type { ItemFilter, ItemSummary, Ledger } from '../store/index.js'
import type { Run } from './commands.js'
import { checkNames, filterOf, filterShape, sortOption } from './filters.js'
import type { Io } from './io.js'
import { withLedger } from './ledger.js'
import { asOfOption, check, dayAfter, dbOption, rowsOption, spanOption, today } from './options.js'
import { itemTable } from './reports.js'
import { truthCounts } from './texts.js'

const optionsSchema = z.object({
  db: dbOption,
  asOf: asOfOption.optional(),
  within: spanOption.default(30),
  report: z.string().optional(),
  ...filterShape,
  sort: sortOption.optional(),
  limit: rowsOption.optional(),
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
})

export const run: Run = async (_args, given, io) => {
  const options = check(optionsSchema, given)
  const { db, asOf = today(), within, sort, limit, json, quiet } = options
  const filter = { ...filterOf(options), ...(sort ? { sort } : {}) }
  return withLedger(db, { readonly: true }, (ledger) => {
    checkNames(ledger, filter)
    const until = dayAfter(asOf, within)
    const overdue = byDay(ledger, { ...filter, overdueAsOf: asOf })
    const unsaid = byDay(ledger, { ...filter, unsaidAsOf: asOf })
    const upcoming = byDay(ledger, { ...filter, notPastAsOf: asOf, problemDueTo: until })
    const notPast = ledger.countItems({ ...filter, notPastAsOf: asOf })
    const counts = { overdue: overdue.length, unsaid: unsaid.length, notPast }
    const cut = (items: ItemSummary[]) => items.slice(0, limit)
    if (json) io.json({ asOf, until, counts, overdue: cut(overdue), unsaid: cut(unsaid), upcoming: cut(upcoming) })
    else {
      section(`Past ${asOf} and open 逾期未完成`, overdue, limit, io)
      section(`Past ${asOf}, and no report says what became of it 到期状态未知`, unsaid, limit, io)
      section(`Due from ${asOf} to ${until} 即将到期`, upcoming, limit, io)
      if (!quiet) io.out(truthCounts(counts))
    }
    return 0
  })
}

/** One of the three truths, by the day where nothing else is asked. */
const byDay = (ledger: Ledger, filter: ItemFilter): ItemSummary[] =>
  ledger.items({ sort: { key: 'due', down: false }, ...filter })

function section(title: string, items: ItemSummary[], limit: number | undefined, io: Io): void {
  if (items.length === 0) return
  const shown = items.slice(0, limit)
  io.out(`${io.paint('bold', title)}${shown.length < items.length ? `: ${shown.length} of ${items.length}` : ''}`)
  io.out(`${itemTable(shown, io, true)}\n\n`)
}

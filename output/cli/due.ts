/** `taizhang due`: what is past its day, what falls due. */
import { z } from 'zod'
import type { ItemFilter, ItemSummary } from '../store/index.js'
import type { Run } from './commands.js'
import { checkNames, filterOf, filterShape, sortOption } from './filters.js'
import type { Io } from './io.js'
import { withLedger } from './ledger.js'
import { asOfOption, check, dayAfter, dbOption, rowsOption, spanOption, today } from './options.js'
import { itemTable, truthCounts } from './reports.js'

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
    const found = (truth: ItemFilter): Found => {
      const asked: ItemFilter = { sort: { key: 'due', down: false }, ...filter, ...truth }
      const items = ledger.items({ ...asked, ...(limit ? { limit } : {}) })
      return { items, total: limit === undefined ? items.length : ledger.countItems(asked) }
    }
    const overdue = found({ overdueAsOf: asOf })
    const unsaid = found({ unsaidAsOf: asOf })
    const upcoming = found({ notPastAsOf: asOf, problemDueTo: until })
    const notPast = ledger.countItems({ ...filter, notPastAsOf: asOf })
    const counts = { overdue: overdue.total, unsaid: unsaid.total, notPast }
    if (json) io.json({ asOf, until, counts, overdue: overdue.items, unsaid: unsaid.items, upcoming: upcoming.items })
    else {
      section(io.words.due.overdue(asOf), overdue, io)
      section(io.words.due.unsaid(asOf), unsaid, io)
      section(io.words.due.upcoming(asOf, until), upcoming, io)
      if (!quiet) io.out(truthCounts(counts, io))
    }
    return 0
  })
}

/** What is shown of one of the truths, by the day where nothing else is asked, and how many there are. */
interface Found {
  items: ItemSummary[]
  total: number
}

function section(title: string, { items, total }: Found, io: Io): void {
  if (total === 0) return
  io.out(`${io.paint('bold', title)}${items.length < total ? io.words.ofTotal(items.length, total) : ''}`)
  io.out(`${itemTable(items, io, true)}\n\n`)
}

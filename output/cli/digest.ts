/** `taizhang digest`: the office's round (月调度): what happened between two days, by unit, region and inspection. */
import { z } from 'zod'
import type { Ledger } from '../store/index.js'
import { cliWordsOf } from '../words/index.js'
import type { Run } from './commands.js'
import { type Account, accountOf, asJson } from './digest-account.js'
import { checkNames, filterOf, filterShape, sortOption } from './filters.js'
import { harmlessJson, type Io, nameOf, UsageError } from './io.js'
import { withLedger } from './ledger.js'
import { asOfOption, check, dayOption, dbOption, rowsOption, today } from './options.js'
import { bySort, round } from './round.js'
import { save } from './save.js'

const formats = ['table', 'markdown', 'html', 'xlsx', 'json'] as const
const optionsSchema = z.object({
  db: dbOption,
  from: dayOption,
  to: asOfOption.optional(),
  against: z.string().min(1, 'expected a ledger').optional(),
  report: z.string().optional(),
  ...filterShape,
  sort: sortOption.optional(),
  limit: rowsOption.optional(),
  format: z.enum(formats, `expected ${formats.join(', ')}`).optional(),
  out: z.string().min(1, 'expected a file').optional(),
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
})
type Options = z.infer<typeof optionsSchema>

export const run: Run = async (_args, given, io) => {
  const options = check(optionsSchema, given)
  const { db, from, to = today(), against } = options
  if (from > to) throw new UsageError('option --from: it is later than --to')
  if (formatOf(options) === 'xlsx' && options.out === undefined)
    throw new UsageError('option --format: xlsx needs --out, the file to write')
  if (formatOf(options) === 'table' && options.out !== undefined)
    throw new UsageError('option --out: it needs --format markdown, html, xlsx or json')
  return withLedger(db, { readonly: true }, (ledger) =>
    against === undefined
      ? tell(ledger, undefined, { ...options, to }, io)
      : withLedger(against, { readonly: true }, (earlier) => tell(ledger, earlier, { ...options, to }, io)),
  )
}

const formatOf = ({ format, json }: Options) => format ?? (json ? 'json' : 'table')

async function tell(ledger: Ledger, against: Ledger | undefined, options: Options & { to: string }, io: Io): Promise<number> {
  const { from, to, sort, limit, quiet, out } = options
  const filter = filterOf(options)
  checkNames(ledger, filter)
  const told = round(ledger, { from, to, ...(against ? { against } : {}) }, filter)
  if (sort) told.sort(bySort(sort))
  const format = formatOf(options)
  // What a machine reads is the same in all languages.
  const account = accountOf(told, { from, to, limit }, format === 'json' ? cliWordsOf('en') : io.words)
  if (format === 'table') io.out((await import('./digest-text.js')).asTable(account, quiet, io))
  else if (out !== undefined) {
    save(out, await written(account, format))
    if (!quiet) io.note(`${io.words.digest.heading(from, to, account.problems)} → ${nameOf(out)}`)
  } else if (format === 'json') io.json(asJson(account))
  else io.out(String(await written(account, format)))
  return 0
}

/** What a file of the format holds. */
async function written(account: Account, format: Exclude<(typeof formats)[number], 'table'>): Promise<string | Uint8Array> {
  switch (format) {
    case 'markdown':
      return `${(await import('./digest-text.js')).asMarkdown(account)}\n`
    case 'html':
      return (await import('./digest-page.js')).asPage(account)
    case 'xlsx':
      return (await import('./digest-sheets.js')).asWorkbook(account)
    case 'json':
      return `${harmlessJson(asJson(account))}\n`
  }
}

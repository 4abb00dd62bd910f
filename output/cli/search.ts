/** `taizhang search`: the items in which all the words occur. */
import { z } from 'zod'
import { type SearchHit, searchFields } from '../store/index.js'
import type { Run } from './commands.js'
import { checkNames, filterOf, filterShape, sortOption } from './filters.js'
import { type Io, nameOf, UsageError } from './io.js'
import { hanging, truncate } from './layout.js'
import { withLedger } from './ledger.js'
import { check, dbOption, rowsOption } from './options.js'

const optionsSchema = z.object({
  db: dbOption,
  field: z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(z.enum(searchFields, `expected some of ${searchFields.join(', ')}`)))
    .optional(),
  report: z.string().optional(),
  ...filterShape,
  sort: sortOption.optional(),
  limit: rowsOption.default(20),
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
})

export const run: Run = async (words, given, io) => {
  const options = check(optionsSchema, given)
  const { db, field, sort, limit, json, quiet } = options
  const filter = { ...filterOf(options), ...(sort ? { sort } : {}) }
  const question = words.join(' ')
  if (question.trim() === '') throw new UsageError('expected words to search for')
  return withLedger(db, { readonly: true }, (ledger) => {
    checkNames(ledger, filter)
    const asked = { filter, ...(field ? { fields: field } : {}) }
    const hits = ledger.search(question, { ...asked, limit })
    const total = hits.length < limit ? hits.length : ledger.countHits(question, asked)
    if (json) io.json(hits)
    else if (hits.length > 0) io.out(hits.map((hit) => hitText(hit, io)).join('\n\n'))
    if (quiet) return 0
    if (!json)
      io.out(total === 0 ? io.words.search.nothing(nameOf(question)) : `\n${io.words.shownOf(hits.length, total, 'item')}`)
    else if (hits.length < total) io.note(io.words.shownOf(hits.length, total, 'item'))
    return 0
  })
}

function hitText(hit: SearchHit, io: Io): string {
  const { words } = io
  const status = hit.status ? words.statuses[hit.status] : null
  const head = [io.paint('bold', hit.key), hit.region, status, hit.due].filter(Boolean).join('  ')
  return `${head}\n  ${truncate(hit.problem.replaceAll('\n', ''), io.width - 2)}\n${hanging(`${words.fields[hit.field]}${words.colon}`, marked(hit, io), io.width, '  ')}`
}

/** The excerpt with what matches set off: in colour, or in brackets where there is none. */
function marked({ snippet, marks }: SearchHit, io: Io): string {
  let out = ''
  let at = 0
  for (const [start, end] of marks) {
    const word = snippet.slice(start, end)
    const coloured = io.paint(['bold', 'yellow'], word)
    out += snippet.slice(at, start) + (coloured === word ? `[${word}]` : coloured)
    at = end
  }
  return (out + snippet.slice(at)).replaceAll('\n', ' ')
}

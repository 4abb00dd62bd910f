/** The filters that list, search, due, digest and export share: what may be typed, and what it asks of the ledger. */
import { z } from 'zod'
import { partyRoleSchema, programmeTypes, statusCodeSchema } from '../../pipeline/record.js'
import type { ItemFilter, Ledger } from '../store/index.js'
import { nameOf, UsageError } from './io.js'
import { dayOption } from './options.js'

const oneOf = (names: readonly string[]) => `expected ${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
const statuses = [...statusCodeSchema.options, 'none'] as const
const closures = ['submitted', 'closed', 'none'] as const
const kinds = ['plan', 'checklist', 'progress', 'unknown'] as const
const sortKeys = ['report', 'due', 'status', 'region', 'unit'] as const

/** An option that is given again and again, or once with commas. */
const several = z.array(z.string()).transform((given) =>
  given
    .flatMap((list) => list.split(/[,，、]/))
    .map((name) => name.trim())
    .filter(Boolean),
)
const names = several.pipe(z.array(z.string()).min(1, 'expected a name')).optional()
const severalOf = <const T extends string>(values: readonly T[]) =>
  several.pipe(z.array(z.enum(values, oneOf(values)))).optional()
const numbers = (what: string, most: number) =>
  several.pipe(z.array(z.coerce.number<string>(what).int(what).min(1, what).max(most, what))).optional()

/** Of reports. */
export const reportShape = {
  kind: severalOf(kinds),
  region: names,
  programme: severalOf(programmeTypes),
  round: numbers('expected a number such as 2', 99),
  year: numbers('expected a year such as 2024', 2999),
  certainty: z.coerce
    .number<string>('expected a number from 0 to 1')
    .min(0, 'expected a number from 0 to 1')
    .max(1, 'expected a number from 0 to 1')
    .optional(),
}
/** Of items. */
export const itemShape = {
  status: severalOf(statuses),
  open: z.boolean().optional(),
  closure: severalOf(closures),
  unit: names,
  role: z.enum(partyRoleSchema.options, oneOf(partyRoleSchema.options)).optional(),
  dueFrom: dayOption.optional(),
  dueTo: dayOption.optional(),
  text: z.string().trim().min(1, 'expected words').max(400, 'expected 400 characters at most').optional(),
}
export const filterShape = { ...reportShape, ...itemShape }
type Given = Partial<z.infer<z.ZodObject<typeof filterShape>>> & { report?: string | undefined }

/** `due`, or `-due` for the last first. */
export const sortOption = z
  .string()
  .transform((text) => ({ key: text.replace(/^-/, ''), down: text.startsWith('-') }))
  .pipe(z.object({ key: z.enum(sortKeys, `${oneOf(sortKeys)}, or -due for the last first`), down: z.boolean() }))

/** What is asked of reports, without what was not given. */
export const reportFilter = ({ report, kind, region, programme, round, year, certainty }: Given): ItemFilter =>
  defined({ report, kinds: kind, regions: region, programmes: programme, rounds: round, years: year, certainty })

/** What is asked of items besides. */
export function itemFilter({ status, open, closure, unit, role, dueFrom, dueTo, text }: Given): ItemFilter {
  if (role !== undefined && unit === undefined) throw new UsageError('option --role: it needs --unit')
  if (dueFrom !== undefined && dueTo !== undefined && dueFrom > dueTo)
    throw new UsageError('option --due-from: it is later than --due-to')
  return defined({ statuses: status, open: open || undefined, closures: closure, units: unit, role, dueFrom, dueTo, text })
}

export const filterOf = (given: Given): ItemFilter => ({ ...reportFilter(given), ...itemFilter(given) })

/** A report, region or body that the ledger does not know is a slip of the hand, and no empty answer. */
export function checkNames(ledger: Ledger, filter: ItemFilter): void {
  const lines = ledger.unknown(filter).map(({ what, name, like }) => {
    const told = `option --${what}: ${ledger.path} holds no ${what} ${nameOf(name)}`
    return like.length > 0 ? `${told}; did you mean ${like.map(nameOf).join(', ')}?` : told
  })
  if (lines.length > 0) throw new UsageError(lines.join('\n'))
}

function defined<T extends object>(options: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

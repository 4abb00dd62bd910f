/** What may stand behind the ? of an address: the filters of the command line, by their names there. */
import { z } from 'zod'
import { filterOf, filterShape, sortOption } from '../cli/filters.js'
import { UsageError } from '../cli/io.js'
import { dayOption, spanOption } from '../cli/options.js'
import type { Wrong } from '../pages/list.js'
import type { Query } from '../pages/paths.js'
import type { ItemFilter } from '../store/index.js'

const whole = (least: number, most: number) =>
  z.coerce
    .number('expected a number')
    .int('expected a whole number')
    .min(least, `expected a number from ${least} to ${most}`)
    .max(most, `expected a number from ${least} to ${most}`)

/** One value only; of the others any number. */
const single = new Set(['report', 'role', 'due-from', 'due-to', 'text', 'sort', 'q', 'page', 'limit', 'open'])
const shape = z.strictObject({
  ...filterShape,
  report: z.string().max(400, 'expected 400 characters at most').optional(),
  open: z
    .enum(['1', 'true'], 'expected 1')
    .transform(() => true)
    .optional(),
  sort: sortOption.optional(),
  q: z.string().trim().max(400, 'expected 400 characters at most').optional(),
  page: whole(1, 1_000_000).optional(),
  limit: whole(1, 10_000).optional(),
})

export interface Asked {
  /** As it was asked, without what was left empty: for links to other pages of the answer. */
  query: Query
  filter: ItemFilter
  /** Words for the full-text search. */
  words: string
  page: number
  limit: number | null
  /** What cannot be meant; then the filter is empty. */
  wrong: Wrong[]
}
/** As programs are told it. */
export const wrongText = ({ name, why }: Wrong): string => (name === '' ? why : `${name}: ${why}`)

const dashed = (name: string): string => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)
export const wrongOf = ({ issues }: z.ZodError): Wrong[] =>
  issues.flatMap((issue): Wrong[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ name: dashed(key), why: 'there is no such filter' }))
      : [{ name: dashed(String(issue.path[0] ?? '')), why: issue.message }],
  )

/** Names of the page itself, which are no filters. */
const own = new Set(['lang', 'token', 'done'])

export function askedOf(params: URLSearchParams): Asked {
  const query: Record<string, string | string[]> = {}
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name).filter((value) => value.trim() !== '')
    if (values.length === 0 || own.has(name)) continue
    query[name] = single.has(name) ? (values.at(-1) ?? '') : values
  }
  const nothing = { query, filter: {}, words: '', page: 1, limit: null }
  const given = Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name.replace(/-(\w)/g, (_, c: string) => c.toUpperCase()), value]),
  )
  const parsed = shape.safeParse(given)
  if (!parsed.success) return { ...nothing, wrong: wrongOf(parsed.error) }
  const { sort, q = '', page = 1, limit = null, ...rest } = parsed.data
  try {
    return { query, filter: { ...filterOf(rest), ...(sort ? { sort } : {}) }, words: q, page, limit, wrong: [] }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    const [, name = '', why = error.message] = /^option --([\w-]+): (.*)$/s.exec(error.message) ?? []
    return { ...nothing, wrong: [{ name, why }] }
  }
}

export interface DueAsked {
  asked: Asked
  /** Today, and thirty days, where they are not given, or cannot be meant. */
  asOf: string
  within: number
  /** What cannot be meant, of the filters too. */
  wrong: Wrong[]
}

/** The filters of the due board, its day and its span. */
export function dueAskedOf(all: URLSearchParams, today: string): DueAsked {
  const params = new URLSearchParams(all)
  const [day, span] = ['as-of', 'within'].map((name) => {
    const given = params.get(name)
    params.delete(name)
    return given === null || given.trim() === '' ? undefined : given
  })
  const asked = askedOf(params)
  const asOf = z.object({ asOf: dayOption }).safeParse({ asOf: day ?? today })
  const within = z.object({ within: spanOption }).safeParse({ within: span ?? '30' })
  const wrong = [asOf, within].flatMap(({ error }) => (error ? wrongOf(error) : []))
  return { asked, asOf: asOf.data?.asOf ?? today, within: within.data?.within ?? 30, wrong: [...asked.wrong, ...wrong] }
}

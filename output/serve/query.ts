/** What may stand behind the ? of an address: the filters of the command line, by their names there. */
import { z } from 'zod'
import { filterOf, filterShape, sortOption } from '../cli/filters.js'
import { UsageError } from '../cli/io.js'
import type { Query } from '../pages/paths.js'
import type { ItemFilter } from '../store/index.js'

const whole = (least: number, most: number) =>
  z.coerce.number('expected a number').int('expected a whole number').min(least).max(most)

/** One value only; of the others any number. */
const single = new Set(['report', 'role', 'due-from', 'due-to', 'text', 'sort', 'q', 'page', 'limit', 'open'])
const shape = z.strictObject({
  ...filterShape,
  report: z.string().max(400).optional(),
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
  wrong: string[]
}

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
  if (!parsed.success)
    return {
      ...nothing,
      wrong: parsed.error.issues.map(({ path, message }) => [String(path[0] ?? ''), message].filter(Boolean).join(': ')),
    }
  const { sort, q = '', page = 1, limit = null, ...rest } = parsed.data
  try {
    return { query, filter: { ...filterOf(rest), ...(sort ? { sort } : {}) }, words: q, page, limit, wrong: [] }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { ...nothing, wrong: [error.message] }
  }
}

/** Each text once: the text of a document in parts, and rows that give the words they quote by their place in it. */
import type BetterSqlite from 'better-sqlite3'
import type { Database } from './database.js'
import { SUBJECT_BACK } from './migrations/eighth.js'

/** UTF-16 units of a part at most: short enough to be walked through for each slice. */
const MOST_PART = 4_500
/** Units of a part at least where a text, or what is left of it, fills no page: some of these share one. */
const LEAST_PART = 400

/** Bytes of SQLite's pages: what a row may take in its own page; what it leaves there at least where it is longer; what each further page of it takes. */
const [IN_PAGE, LEFT_IN_PAGE, FURTHER_PAGE] = [4_061, 489, 4_092]
/** Bytes of a row beside its text, about. */
const ROW_HEAD = 10

/** Bytes that a part of so many leaves in its own page while the others fill pages of their own; null where it is too short, or fills them badly. */
const leftInPage = (bytes: number): number | null => {
  if (bytes + ROW_HEAD <= IN_PAGE) return null
  const left = LEFT_IN_PAGE + ((bytes + ROW_HEAD - LEFT_IN_PAGE) % FURTHER_PAGE)
  return left <= IN_PAGE ? left : null
}

/** Where the part that begins here ends: where a line begins, so that what is quoted is seldom cut, and such a one that pages are filled. */
const endOfPart = (text: string, start: number): number => {
  const limit = Math.min(text.length, start + MOST_PART)
  let at = start
  let bytes = 0
  let short = 0
  let best = { end: 0, left: Number.POSITIVE_INFINITY }
  while (at < limit) {
    const end = text.indexOf('\n', at) + 1 || text.length
    if (end > limit) break
    bytes += Buffer.byteLength(text.slice(at, end))
    at = end
    if (short === 0 && at - start >= LEAST_PART) short = at
    const left = leftInPage(bytes)
    if (left !== null && left <= best.left) best = { end: at, left }
  }
  if (best.end > 0) return best.end
  if (at > start) return short || at
  // A line that is longer than a part, which is never cut between the halves of a character.
  return limit < text.length && /[\uDC00-\uDFFF]/.test(text.charAt(limit)) ? limit - 1 : limit
}

/** A text in parts, with where each begins. */
export const partsOf = (text: string): [start: number, text: string][] => {
  const parts: [number, string][] = []
  let start = 0
  do {
    const end = endOfPart(text, start)
    parts.push([start, text.slice(start, end)])
    start = end
  } while (start < text.length)
  return parts
}

/** Gives the connection the SQL function `document_parts`, which the migration uses. */
export const defineParts = (db: BetterSqlite.Database): void => {
  db.function('document_parts', { deterministic: true }, (text: unknown) =>
    JSON.stringify(partsOf(typeof text === 'string' ? text : '')),
  )
}

interface Part {
  start: number
  text: string
  /** Up to here SQL's `substr` counts as JavaScript does: up to the first character of two units, or a NUL. */
  plain: number
}

/** The words that stand in a document's parts, as SQL slices them. */
export const quoter = (parts: readonly [start: number, text: string][]) => {
  const all = parts.map(([start, text]): Part => {
    const odd = text.search(/[\0\uD800-\uDFFF]/)
    return { start, text, plain: odd < 0 ? text.length : odd }
  })
  /** The part in which a place lies, by halving. */
  const partAt = (place: number): Part | undefined => {
    let [low, high] = [0, all.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((all[middle]?.start ?? 0) <= place) low = middle + 1
      else high = middle
    }
    return all[low - 1]
  }
  return {
    /** Null where these words stand at the place, so that they need not be stored; else the words. */
    unless: (words: string | null, start: number | null, end: number | null): string | null => {
      if (words === null || start === null || end === null || words.length !== end - start) return words
      const part = partAt(start)
      const [from, to] = [start - (part?.start ?? 0), end - (part?.start ?? 0)]
      return part && to <= part.plain && part.text.startsWith(words, from) ? null : words
    },
    /** Where the words stand first within the place, from its start; null where they do not. */
    within: (words: string, start: number, end: number): number | null => {
      const part = partAt(start)
      if (!part) return null
      const from = start - part.start
      const to = Math.min(end - part.start, part.plain)
      const found = part.text.slice(from, to).indexOf(words)
      return found < 0 ? null : found
    },
    /** How far in front of the place the words stand, so many characters at most; null where they do not, or in another part. */
    before: (words: string, place: number, most: number): number | null => {
      const part = partAt(place)
      if (!part) return null
      const to = place - part.start
      const from = Math.max(0, to - most)
      const found = to > part.plain ? -1 : part.text.slice(from, to).indexOf(words)
      return found < 0 ? null : to - from - found
    },
  }
}

type Row = Record<string, string | number | null>
type Insert = Database['insert']

/** Tables of which words are given by their place: columns of the words, of their start and of their end. */
const quoted: Record<string, readonly (readonly [words: string, start: string, end: string])[]> = {
  items: [
    ['category', 'category_start', 'category_end'],
    ['problem', 'problem_start', 'problem_end'],
    ['goal', 'goal_start', 'goal_end'],
    ['status_text', 'status_start', 'status_end'],
  ],
  categories: [['text', 'span_start', 'span_end']],
  deadlines: [['text', 'span_start', 'span_end']],
  targets: [['text', 'span_start', 'span_end']],
  quantities: [['text', 'span_start', 'span_end']],
  dates: [['text', 'span_start', 'span_end']],
}

/** Values that many rows of a table have alike: the table that holds each once, its number, its columns and the one that it is found by. */
const alike = {
  parties: ['bodies', 'body', ['role', 'kind', 'name', 'full_name', 'title'], 'name'],
  quantities: ['measures', 'measure', ['comparator', 'unit', 'unit_text', 'si_unit', 'change', 'change_kind'], 'comparator'],
  deadline_entries: ['terms', 'term', ['kind', 'date', 'precision'], 'date'],
  dates: ['moments', 'moment', ['start_date', 'end_date', 'precision', 'relation'], 'start_date'],
  places: ['named_places', 'named', ['name', 'code', 'level'], 'name'],
} as const satisfies Record<string, readonly [table: string, number: string, columns: readonly string[], by: string]>
type Alike = keyof typeof alike
const isAlike = (table: string): table is Alike => Object.hasOwn(alike, table)

/** Numbers of shared values that are kept at hand. */
const KEPT = 20_000

/** Columns of these that always have a value. */
const neverNull: ReadonlySet<string> = new Set(['name', 'start_date'])

/** What is told once for many rows: the number of these values in their table, into which they are put where they are not in it. */
const sharer = (db: Database, table: string, number: string, columns: readonly string[], by: string) => {
  // The plus keeps SQLite from looking by another column, which is empty in most rows.
  const unindexed = db.dialect === 'sqlite' ? '+' : ''
  const equals = (column: string): string => {
    if (column !== by) return `${unindexed}${column} IS NOT DISTINCT FROM ?`
    // Postgres finds nothing by its index where NULL may be meant.
    return neverNull.has(column) ? `${column} = ?` : `${column} IS NOT DISTINCT FROM ?`
  }
  const same = columns.map(equals).join(' AND ')
  const find = db.prepare<Row[string][], number>(`SELECT ${number} FROM ${table} WHERE ${same}`).pluck()
  const add = db
    .prepare<Row[string][], number>(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')}) RETURNING ${number}`,
    )
    .pluck()
  const known = new Map<string, number>()
  const valuesOf = (row: Row) => columns.map((column) => row[column] ?? null)
  const keyOf = (row: Row): string => JSON.stringify(valuesOf(row))
  return {
    /** Looks the values of some rows up, so that `share` knows them. */
    learn: (rows: readonly Row[]): void => {
      if (known.size >= KEPT) known.clear()
      const asked = new Map(rows.map((row) => [keyOf(row), valuesOf(row)]))
      const unknown = [...asked].filter(([key]) => !known.has(key))
      const found = find.many(unknown.map(([, values]) => values))
      const lacking = unknown.filter((_, nth) => found[nth]?.[0] === undefined)
      const added = add.many(lacking.map(([, values]) => values))
      for (const [nth, [key]] of unknown.entries()) known.set(key, found[nth]?.[0] ?? 0)
      for (const [nth, [key]] of lacking.entries()) known.set(key, added[nth]?.[0] ?? 0)
    },
    /** The row with the number in the place of the values. */
    share: (row: Row): Row => {
      const rest: Row = {}
      for (const [name, value] of Object.entries(row)) if (!columns.includes(name)) rest[name] = value
      return { ...rest, [number]: known.get(keyOf(row)) ?? 0 }
    },
    forget: (): void => known.clear(),
  }
}

/** What gives the words of a row by their place, as far as they stand there. */
const placing: Record<string, (row: Row, quotes: ReturnType<typeof quoter>) => Row> = {
  quantities: ({ subject, ...row }, quotes) => {
    const back = subject ? quotes.before(String(subject), Number(row.span_start), SUBJECT_BACK) : null
    return back === null
      ? { ...row, subject: subject ?? null, subject_back: null, subject_length: null }
      : { ...row, subject: null, subject_back: back, subject_length: String(subject).length }
  },
  refs: ({ title, ...row }, quotes) => {
    const from = quotes.within(String(title), Number(row.span_start), Number(row.span_end))
    return from === null
      ? { ...row, title: title ?? null, title_from: null, title_length: null }
      : { ...row, title: null, title_from: from, title_length: String(title).length }
  },
}

/** Tables of which the end of a place is told by its length. */
const measured: ReadonlySet<string> = new Set(['parties', 'quantities', 'dates', 'places', 'refs'])
const withLength = ({ span_end, ...row }: Row): Row => ({ ...row, span_length: Number(span_end) - Number(row.span_start) })

/** Puts rows of the record, as the views of `fifth-views.ts` and `eighth-views.ts` show them, into the tables that hold them. */
export const storer = (db: Database) => {
  const { insert } = db
  const shared = Object.fromEntries(
    Object.entries(alike).map(([name, [table, number, columns, by]]) => [name, sharer(db, table, number, columns, by)]),
  ) as Record<Alike, ReturnType<typeof sharer>>
  let quotes = quoter([])
  /** Rows with shared values, which are looked up together at the end of a report, or of several. */
  const waiting: Record<Alike, [key: object, row: Row][]> = {
    parties: [],
    quantities: [],
    deadline_entries: [],
    dates: [],
    places: [],
  }

  const putAction = (key: object, { text, span_start, span_end }: Row): void => {
    const { kind, label, ...rest } = key as Row
    const [words, start, end] = [String(text), Number(span_start), Number(span_end)]
    const from = quotes.within(words, start, end)
    const own =
      from === null
        ? { label, text: words, words_from: null, words_length: null }
        : {
            // An empty one takes no byte, and need not be looked up.
            label: label === '' ? label : quotes.unless(String(label), start, start + from),
            text: null,
            words_from: from,
            words_length: words.length,
          }
    insert('stored_actions', rest, {
      done: kind === 'progress' ? 1 : 0,
      ...own,
      span_start: start,
      span_end: from !== null && start + from + words.length === end ? null : end,
    })
  }
  const put: Insert = (table, key, rest = {}) => {
    const row = rest as Row
    if (table === 'actions') return putAction(key, row)
    for (const [column, start, end] of quoted[table] ?? [])
      row[column] = quotes.unless(row[column] as string | null, row[start] as number | null, row[end] as number | null)
    const found = placing[table]?.(row, quotes) ?? row
    const placed = measured.has(table) ? withLength(found) : found
    if (isAlike(table)) return void waiting[table].push([key, placed])
    return insert(table in quoted || table in placing ? `stored_${table}` : table, key, placed)
  }
  return {
    insert: put,
    /** After the last row of a report, or of several that are put together. */
    end: (): void => {
      for (const table of Object.keys(alike).filter(isAlike)) {
        const rows = waiting[table].splice(0)
        shared[table].learn(rows.map(([, row]) => row))
        for (const [key, row] of rows) insert(`stored_${table}`, key, shared[table].share(row))
      }
    },
    /** What was shared may have been rolled back with its report. */
    forget: (): void => {
      for (const rows of Object.values(waiting)) rows.length = 0
      for (const one of Object.values(shared)) one.forget()
    },
    /** The text of the report whose rows come next. */
    begin: (report: number, text: string): void => {
      const parts = partsOf(text)
      for (const [start, words] of parts) insert('document_parts', { report, start, text: words })
      quotes = quoter(parts)
    },
  }
}

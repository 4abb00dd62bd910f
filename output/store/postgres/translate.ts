/**
 * The store's SQL in Postgres's words. The store keeps to what both understand; what is left is a table of words, and parameters, whose types
 * Postgres must be told: a statement is written for the types of the values that it is run with.
 */

/** A part of a statement: code, or a literal, quoted name or comment, in which nothing is to be changed. */
const parts = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\?|@[a-zA-Z]\w*|[^'"?@-]+|[-@]/g

/** SQLite's word, and Postgres's. */
const words: readonly (readonly [sqlite: RegExp, postgres: string])[] = [
  [/\bifnull\(/g, 'coalesce('],
  [/\binstr\(/g, 'strpos('],
  [/\bchar\(/g, 'chr('],
  [/\bgroup_concat\(/g, 'string_agg('],
  [/\bAS INTEGER\)/g, 'AS bigint)'],
  // A name with capital letters is one only between marks.
  [/\bAS ([a-z]+[A-Z]\w*)/g, 'AS "$1"'],
  // Postgres has its own kind of statement for what is there already.
  [/\bINSERT OR IGNORE INTO ([^;]+)/g, 'INSERT INTO $1 ON CONFLICT DO NOTHING'],
  // A truth is no number.
  [/= EXISTS (\((?:[^()]|\([^()]*\))*\))/g, '= (EXISTS $1)::int'],
]

export const inPostgres = (code: string): string => words.reduce((text, [from, to]) => text.replace(from, to), code)

/** A statement between whose pieces its parameters stand. */
export interface Template {
  pieces: string[]
  /** Of each place between two pieces: which of the values stands there. */
  places: number[]
  /** Names of the values; null: they are given in their order. */
  names: string[] | null
  /** Values that are asked whether they are null, for which a null too must have a type. */
  asked: ReadonlySet<number>
}

export function template(sql: string): Template {
  const pieces = ['']
  const places: number[] = []
  const names: string[] = []
  let unnamed = 0
  for (const [part] of sql.matchAll(parts)) {
    if (part !== '?' && !/^@\w/.test(part)) {
      pieces.push((pieces.pop() ?? '') + part)
      continue
    }
    if (part === '?') places.push(unnamed++)
    else {
      const name = part.slice(1)
      if (!names.includes(name)) names.push(name)
      places.push(names.indexOf(name))
    }
    pieces.push('')
  }
  const asked = new Set(places.filter((_, at) => /^\s+IS (?:NOT )?NULL\b/.test(pieces[at + 1] ?? '')))
  return { pieces: pieces.map(code), places, names: unnamed === 0 && names.length > 0 ? names : null, asked }
}

/** The words of a piece, but for its literals. */
const code = (piece: string): string => {
  const literals: string[] = []
  const bare = piece.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"/g, (literal) => `\u0001${literals.push(literal) - 1}\u0002`)
  return inPostgres(bare).replace(/\u0001(\d+)\u0002/g, (_, at: string) => literals[Number(at)] ?? '')
}

export type Value = string | number | null

const typeOf = (value: Value, asked: boolean): string => {
  if (value === null) return asked ? '::text' : ''
  if (typeof value === 'string') return '::text'
  return Number.isInteger(value) ? '::bigint' : '::double precision'
}

/** What tells apart the statements that a template gives: the types of its values. */
export const signatureOf = (values: readonly Value[]): string =>
  values.map((value) => (value === null ? 'n' : typeof value === 'string' ? 't' : Number.isInteger(value) ? 'i' : 'f')).join('')

export const written = ({ pieces, places, asked }: Template, values: readonly Value[]): string =>
  pieces.reduce((text, piece, at) => {
    const place = places[at - 1] ?? 0
    return `${text}$${place + 1}${typeOf(values[place] ?? null, asked.has(place))}${piece}`
  })

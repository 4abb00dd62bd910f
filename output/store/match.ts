/** Full text in both databases: SQLite's FTS5, and in Postgres the same words with their places in a tsvector. The hits are the same; the rank is each one's own. */
import type { Database, Dialect } from './database.js'
import { phrase, spaced } from './letters.js'
import { ITEM_BITS } from './schema.js'
import { type SearchField, searchFields } from './types.js'

/** The rank's weight of each field, in their order. */
const weights = [4, 2, 1, 1, 2]

/** The words of a text, cut as FTS5's unicode61 cuts them once Chinese characters stand apart. */
const tokensOf = (text: string): string[] =>
  (spaced(text).match(/[\p{L}\p{N}\p{Co}]+/gu) ?? []).map((word) =>
    (/[\u00c0-\u024f\u1e00-\u1eff]/.test(word) ? word.normalize('NFD').replace(/\p{Mn}+/gu, '') : word)
      .toLowerCase()
      .slice(0, WORD),
  )

/** Postgres's bounds: letters of a word, words of a text that have a place, places of one word. */
const WORD = 500
const PART = 8_000
const PLACES = 250
/** Words that the next part repeats, so that no phrase is cut: a question has 400 letters at most. */
const OVERLAP = 400

/** Parts of a field as tsvectors. */
const vectorsOf = (text: string): string[] => {
  const tokens = tokensOf(text)
  const vectors: string[] = []
  for (let from = 0; from < tokens.length; ) {
    const places = new Map<string, number[]>()
    let to = from
    for (; to < tokens.length && to - from < PART; to++) {
      const token = tokens[to] ?? ''
      const own = places.get(token)
      if (own && own.length >= PLACES) break
      if (own) own.push(to - from + 1)
      else places.set(token, [to - from + 1])
    }
    vectors.push([...places].map(([token, at]) => `'${token}':${at.join(',')}`).join(' '))
    from = to >= tokens.length ? to : to - Math.min(OVERLAP, Math.floor((to - from) / 2))
  }
  return vectors
}

/** Puts an item's fields, in their order, into the index. */
export const indexer = (db: Database): ((report: number, item: number, fields: readonly string[]) => void) => {
  if (db.dialect === 'postgres')
    return (report, item, fields) => {
      for (const [field, text] of fields.entries())
        for (const words of vectorsOf(text)) db.insert('search', { rowid: report * 2 ** ITEM_BITS + item, field, words })
    }
  const insert = db.prepare<(string | number)[]>(
    `INSERT INTO search (rowid, ${searchFields.join(', ')}) VALUES ((? << ${ITEM_BITS}) + ?, ?, ?, ?, ?, ?)`,
  )
  return (report, item, fields) => void insert.run(report, item, ...fields.map(spaced))
}

/** The phrase of a term for Postgres, with the words that begin with its last where that is of letters or digits. */
const tsquery = (term: string): string => {
  const tokens = tokensOf(term).map((token) => `'${token}'`)
  return tokens.join(' <-> ') + (/[a-z0-9]$/.test(spaced(term).trim()) ? ':*' : '')
}

/** SQL that gives `rowid` and `score` of the items in whose fields all of the terms stand. */
export const matching = (
  dialect: Dialect,
  terms: readonly string[],
  fields: readonly SearchField[] = searchFields,
): { sql: string; params: string[] } => {
  if (dialect === 'sqlite')
    return {
      sql: `SELECT rowid, -bm25(search, ${weights.join(', ')}) AS score FROM search WHERE search MATCH ?`,
      params: [`{${fields.join(' ')}} : (${terms.map(phrase).join(' AND ')})`],
    }
  const wanted = fields.map((field) => searchFields.indexOf(field))
  const one = `SELECT rowid, sum(ts_rank(words, CAST(? AS tsquery)) * (ARRAY[${weights.join(', ')}])[field + 1]) AS score
    FROM search WHERE words @@ CAST(? AS tsquery) AND field IN (${wanted.join(', ')}) GROUP BY rowid`
  const queries = terms.map(tsquery)
  return {
    sql: `SELECT rowid, sum(score) AS score FROM (${terms.map(() => one).join(' UNION ALL ')}) term GROUP BY rowid HAVING count(*) = ${terms.length}`,
    params: queries.flatMap((query) => [query, query]),
  }
}

/** SQL for the numbers of all rows that are in the index. */
export const indexedRows = (dialect: Dialect): string =>
  dialect === 'sqlite' ? 'SELECT id FROM search_docsize' : 'SELECT DISTINCT rowid AS id FROM search'

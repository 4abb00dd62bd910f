/**
 * The search index in both databases: SQLite's FTS5, and in Postgres a row an item whose tsvector holds the same words, each behind the number of its
 * field. The hits are the same, and so is the rank, which ./search.ts works out.
 */
import type { Database, Dialect } from './database.js'
import { type Asked, askedFor, matchOf, searchWords } from './letters.js'
import { searchRows } from './migrations/fifth.js'
import { ITEM_BITS } from './schema.js'
import { type SearchField, searchFields } from './types.js'

/** Letters of a word that Postgres keeps. */
const LONGEST = 500

/** A word as FTS5's unicode61 folds it. */
const folded = (word: string): string =>
  (/[\u00c0-\u024f\u1e00-\u1eff]/.test(word) ? word.normalize('NFD').replace(/\p{Mn}+/gu, '') : word)
    .toLowerCase()
    .slice(0, LONGEST)

/** The words of some fields, in their order, as a tsvector. */
const vectorOf = (texts: readonly (string | null)[]): string => {
  const words = texts.flatMap((text, field) =>
    (searchWords(text ?? '').match(/[\p{L}\p{N}\p{Co}]+/gu) ?? []).map((word) => `'${field}${folded(word)}'`),
  )
  return [...new Set(words)].join(' ')
}

const queryOf = (fields: readonly SearchField[], terms: readonly string[]): string => {
  const numbers = fields.map((field) => searchFields.indexOf(field))
  const one = ({ word, begins }: Asked) =>
    `(${numbers.map((field) => `'${field}${folded(word)}'${begins ? ':*' : ''}`).join(' | ')})`
  return [...new Set(terms.flatMap(askedFor).map(one))].join(' & ')
}

const phraseOf = (fields: readonly SearchField[], terms: readonly string[]): string =>
  `{${fields.join(' ')}} : (${terms.map(matchOf).join(' AND ')})`

interface SearchIndex {
  /** Puts the items of some reports in. */
  insert(reports: readonly number[]): void
  /** SQL for the rows in which all stands that `match` names, as `hit`; conditions may follow. */
  matching: string
  /** The one parameter of that SQL: all of the terms, in these fields. */
  match(fields: readonly SearchField[], terms: readonly string[]): string
}

const joined = (kind: string) =>
  `(SELECT group_concat(a.label || a.text, char(10)) FROM actions a WHERE a.report = i.report AND a.item = i.item AND a.kind = '${kind}')`

const postgresIndex = (db: Database): SearchIndex => {
  const texts = db
    .prepare<[number], [item: number, ...texts: (string | null)[]]>(
      `SELECT i.item, i.problem, i.goal, ${joined('measure')}, ${joined('progress')},
         (SELECT group_concat(ifnull(p.full_name, p.name), char(10)) FROM parties p WHERE p.report = i.report AND p.item = i.item)
       FROM items i WHERE i.report = ?`,
    )
    .raw()
  return {
    insert: (reports) => {
      for (const [nth, items] of texts.many(reports.map((report): [number] => [report])).entries())
        for (const [item, ...fields] of items)
          db.insert('search', { rowid: (reports[nth] ?? 0) * 2 ** ITEM_BITS + item, words: vectorOf(fields) })
    },
    matching: 'SELECT rowid AS hit FROM search WHERE words @@ CAST(? AS tsquery)',
    match: queryOf,
  }
}

const sqliteIndex = (db: Database): SearchIndex => {
  const insert = db.prepare<[number]>(`INSERT INTO search (rowid, ${searchFields.join(', ')}) ${searchRows('i.report = ?')}`)
  return {
    insert: (reports) => {
      for (const report of reports) insert.run(report)
    },
    matching: 'SELECT rowid AS hit FROM search WHERE search MATCH ?',
    match: phraseOf,
  }
}

export const searchIndex = (db: Database): SearchIndex => (db.dialect === 'sqlite' ? sqliteIndex(db) : postgresIndex(db))

/** SQL for the numbers of all rows that are in the index. */
export const indexedRows = (dialect: Dialect): string =>
  dialect === 'sqlite' ? 'SELECT id FROM search_docsize' : 'SELECT rowid AS id FROM search'

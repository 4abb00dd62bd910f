/**
 * The search index in both databases: SQLite's FTS5, and in Postgres a row an item with a tsvector; both hold the same words, each behind the number of its
 * field. The hits are the same, and so is the rank, which ./search.ts works out.
 */
import type { Database, Dialect } from './database.js'
import { type Asked, askedFor, searchWords } from './letters.js'
import { searchRows } from './migrations/sixth.js'
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

const numbersOf = (fields: readonly SearchField[]): number[] => fields.map((field) => searchFields.indexOf(field))

/** A question that all of the terms answer, each in any of the fields, in a database's own words. */
const query =
  (one: (field: number, asked: Asked) => string, or: string, and: string) =>
  (fields: readonly SearchField[], terms: readonly string[]): string => {
    const numbers = numbersOf(fields)
    const parts = terms.flatMap(askedFor).map((asked) => `(${numbers.map((field) => one(field, asked)).join(or)})`)
    return [...new Set(parts)].join(and)
  }
const queryOf = query((field, { word, begins }) => `'${field}${folded(word)}'${begins ? ':*' : ''}`, ' | ', ' & ')
const phraseOf = query((field, { word, begins }) => `"${field}${word}"${begins ? ' *' : ''}`, ' OR ', ' AND ')

interface SearchIndex {
  /** Puts the items of some reports in. */
  insert(reports: readonly number[]): void
  /** SQL for the rows in which all stands that `match` names, as `hit`; conditions may follow. */
  matching: string
  /** SQL that joins the items `i` to the hits `h`. */
  itemsOfHits: string
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
    itemsOfHits: `JOIN stored_items i ON i.report = h.hit >> ${ITEM_BITS} AND i.item = h.hit & ${2 ** ITEM_BITS - 1}`,
    match: queryOf,
  }
}

const sqliteIndex = (db: Database): SearchIndex => {
  const number = db.prepare<[number, number]>(
    `INSERT INTO search_numbers (before, items, report)
     SELECT ifnull((SELECT before + items FROM search_numbers ORDER BY before DESC LIMIT 1), 0), max(1, (SELECT count(*) FROM stored_items WHERE report = ?)), ?`,
  )
  const insert = db.prepare<[number]>(`INSERT INTO search (rowid, words) ${searchRows('i.report = ?')}`)
  return {
    insert: (reports) => {
      for (const report of reports) {
        number.run(report, report)
        insert.run(report)
      }
    },
    matching: 'SELECT rowid AS hit FROM search WHERE search MATCH ?',
    itemsOfHits: `JOIN search_numbers n ON n.before = (SELECT max(before) FROM search_numbers WHERE before < h.hit)
           JOIN stored_items i ON i.report = n.report AND i.item = h.hit - n.before`,
    match: phraseOf,
  }
}

export const searchIndex = (db: Database): SearchIndex => (db.dialect === 'sqlite' ? sqliteIndex(db) : postgresIndex(db))

/** SQL for the numbers of all rows that are in the index. */
export const indexedRows = (dialect: Dialect): string =>
  dialect === 'sqlite' ? 'SELECT id FROM search_docsize' : 'SELECT rowid AS id FROM search'

/** SQL for the numbers that the items `i` of the reports `r` have in the index. */
export const rowsOfItems = (dialect: Dialect): string =>
  dialect === 'sqlite'
    ? 'SELECT n.before + i.item FROM stored_items i JOIN reports r USING (report) JOIN search_numbers n USING (report)'
    : `SELECT (i.report << ${ITEM_BITS}) + i.item FROM stored_items i JOIN reports r USING (report)`

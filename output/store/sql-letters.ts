/** The letters of the search index, for SQL. */
import type BetterSqlite from 'better-sqlite3'
import { fieldWords, plain, searchWords } from './letters.js'

/** Gives the connection the SQL functions that the index is made and asked with. */
export const defineLetters = (db: BetterSqlite.Database): void => {
  const ofText = (name: string, work: (text: string) => string) =>
    db.function(name, { deterministic: true }, (text: unknown) => (typeof text === 'string' ? work(text) : null))
  ofText('plain_text', plain)
  // Of the search index of schema 5.
  ofText('search_words', searchWords)
  db.function('field_words', { deterministic: true }, (field: unknown, text: unknown) =>
    typeof text === 'string' ? fieldWords(Number(field), text) : '',
  )
}

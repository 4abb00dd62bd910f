/** The key of a problem's words, by which the same problem is known in another report. */
import type Database from 'better-sqlite3'
import { fold } from '../../parsers/text/fold.js'

/** Fewer letters than this are shared by problems that have nothing to do with one another. */
const LEAST = 8

/**
 * Letters and digits alone, without the words that every office puts around a problem (关于“…”的问题); null where too few are left.
 * Two problems are taken for the same only where these are the same: a later report that words it otherwise is not found.
 */
export const problemKey = (problem: string): string | null => {
  const letters = fold(problem)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/^关于/, '')
    .replace(/(?:方面)?的?问题$/, '')
  return letters.length < LEAST ? null : letters
}

/** Gives the connection the SQL function `problem_key`, which migrations use. */
export const defineProblemKey = (db: Database.Database): void => {
  db.function('problem_key', { deterministic: true }, (text: unknown) => (typeof text === 'string' ? problemKey(text) : null))
}

/** The key of a problem's words, by which the same problem is known in another report. */
import { createHash } from 'node:crypto'
import type BetterSqlite from 'better-sqlite3'
import { fold } from '../../parsers/text/fold.js'
import { fingerprintsOf, lettersOf } from '../../pipeline/links/index.js'

/** Fewer letters than this are shared by problems that have nothing to do with one another. */
const LEAST = 8

/**
 * Letters and digits alone, without the words that every office puts around a problem (关于“…”的问题); null where too few are left.
 * Whether two problems that are worded otherwise are the same is told by links (see ./links.ts).
 */
export const problemKey = (problem: string): string | null => {
  const letters = fold(problem)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/^关于/, '')
    .replace(/(?:方面)?的?问题$/, '')
  return letters.length < LEAST ? null : letters
}

const IDENTITY_LENGTH = 16

/** Hash of a problem's letters, by which what people decided of it is found again after every re-parse. */
export const problemIdentity = (problem: string): string =>
  createHash('sha256').update(lettersOf(problem)).digest('hex').slice(0, IDENTITY_LENGTH)

/** Gives the connection the SQL functions `problem_key`, `problem_identity` and `problem_fingerprints`, which migrations use. */
export const defineProblemKey = (db: BetterSqlite.Database): void => {
  db.function('problem_identity', { deterministic: true }, (text: unknown) =>
    problemIdentity(typeof text === 'string' ? text : ''),
  )
  db.function('problem_fingerprints', { deterministic: true }, (text: unknown) =>
    JSON.stringify(fingerprintsOf(lettersOf(typeof text === 'string' ? text : ''))),
  )
  db.function('problem_key', { deterministic: true }, (text: unknown) => (typeof text === 'string' ? problemKey(text) : null))
}

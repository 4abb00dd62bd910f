/** A ledger from one database into another, and what is to be the same in both. */
import type { Database } from './database.js'
import { openDatabase } from './open.js'
import { isPostgres, shownName } from './postgres/address.js'
import { tablesOf } from './postgres/ddl.js'
import { openPostgres, postgresFault } from './postgres/open.js'
import { SCHEMA_VERSION } from './schema.js'
import { copyTables, indexCopied } from './tables.js'
import { type Cell, LedgerError, type LedgerOptions } from './types.js'

const open = (name: string, options: LedgerOptions): Database =>
  isPostgres(name) ? openPostgres(name, options) : openDatabase(name, options)

/**
 * Copies a ledger into one that holds nothing yet and is made for it: with all versions, failures, links, decisions and corrections, under the same numbers.
 * Gives the number of reports. Throws a `LedgerError`: `not_empty` where there is a ledger that holds something.
 */
export function copyLedger(source: string, target: string): number {
  const from = open(source, { readonly: true })
  try {
    const to = open(target, {})
    try {
      if (to.prepare('SELECT 1 FROM reports LIMIT 1').get() || to.prepare('SELECT 1 FROM failures LIMIT 1').get())
        throw new LedgerError(
          'not_empty',
          `${shownName(target)}: there is a ledger here that holds something; it is left as it is.`,
        )
      const indexed = from.transaction(() => to.transaction(() => copyTables(from, to, tablesOf(SCHEMA_VERSION))).immediate())()
      to.renumber(tablesOf(SCHEMA_VERSION))
      indexCopied(to, indexed)
      to.tidy()
      return Number(to.prepare<[], number>('SELECT count(*) FROM reports').pluck().get() ?? 0)
    } finally {
      to.close()
    }
  } catch (error) {
    throw postgresFault(shownName(isPostgres(target) ? target : source), error)
  } finally {
    from.close()
  }
}

/** SQL of each kind of line of a dump: without the numbers that a ledger gives, which follow the order in which things came. */
const lines: readonly (readonly [kind: string, sql: string])[] = [
  [
    'source',
    `SELECT s.resolved, v.version, r.id, r.current FROM versions v JOIN sources s USING (source) JOIN reports r USING (report) ORDER BY 1, 2`,
  ],
  [
    'failure',
    `SELECT f.resolved, f.source, f.id, f.parser_version, d.diagnostic, d.code, d.severity, d.message
     FROM failures f LEFT JOIN failure_diagnostics d USING (failure) ORDER BY f.resolved, d.diagnostic`,
  ],
  [
    'link',
    `SELECT r.key || '#' || k.item AS item, o.key || '#' || k.other_item AS other, k.bond, k.relation, k.certainty, k.state, k.why
     FROM links k JOIN reports r ON r.report = k.report JOIN reports o ON o.report = k.other_report ORDER BY 1, 2`,
  ],
  [
    'thread',
    `SELECT a.key, a.head, a.problem_state, a.state_by, a.problem_due, a.problem_due_of,
       (SELECT min(r.key || '#' || t.item) FROM threads t JOIN reports r USING (report) WHERE t.thread = a.thread) AS thread
     FROM all_items a WHERE a.thread IS NOT NULL ORDER BY a.key`,
  ],
  ['decision', `SELECT id, identity, other_id, other_identity, verdict, by, why FROM link_decisions ORDER BY 1, 2, 3, 4`],
  [
    'correction',
    `SELECT id, resolved, identity, problem, field, value, was, why, by, day FROM corrections ORDER BY id, identity, field, day, value NULLS FIRST, correction`,
  ],
  [
    'overlay',
    `SELECT r.key || '#' || o.item AS key, o.field, o.value, o.doubt FROM overlays o JOIN reports r USING (report) ORDER BY 1, 2, 3, o.correction`,
  ],
]

/** What of a ledger there is to dump. */
interface Dumped {
  query(sql: string, ...params: Cell[]): Iterable<Record<string, Cell>>
  records(ids: readonly string[]): (object | null)[]
}

/** Reports whose records are read together. */
const DUMPED_TOGETHER = 64

/**
 * A ledger's content, a line of JSON each, in an order that does not depend on the one in which it came: two ledgers hold the same where these lines are the same.
 * Of a report with several names the name that it was given first is left out.
 */
export function* dump(ledger: Dumped): Generator<string> {
  const all = [...ledger.query('SELECT id, key, parser_version FROM reports ORDER BY id')]
  for (let at = 0; at < all.length; at += DUMPED_TOGETHER) {
    const some = all.slice(at, at + DUMPED_TOGETHER)
    const records = ledger.records(some.map(({ id }) => String(id)))
    for (const [nth, { key, parser_version }] of some.entries()) {
      const text = JSON.stringify({ record: records[nth], key, parser_version }, (name, value: unknown) =>
        name === 'source' ? undefined : value,
      )
      yield `{"report":${text}}`
    }
  }
  for (const [kind, sql] of lines) for (const row of ledger.query(sql)) yield JSON.stringify({ [kind]: row })
}

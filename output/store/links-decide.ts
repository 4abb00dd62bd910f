/** What people have said of links. A decision is known again by the words of both items, and by their documents or sources. */
import type { Database } from './database.js'
import type { ItemAt } from './threads.js'

export type Verdict = 'confirmed' | 'rejected'

/** What `stored_links.held` says: whether a link holds, and who said so. */
export const heldOf = { suggested: 0, linked: 1, confirmed: 2, rejected: 3 } as const

interface Identified {
  id: string
  identity: string
  /** Every source that holds the document, by its full name. */
  sources: string[]
}
interface DecisionRow {
  id: string
  resolved: string
  identity: string
  other_id: string
  other_resolved: string
  other_identity: string
  verdict: Verdict
}

export const linkDecider = (db: Database) => {
  const identified = db.prepare<[number, number], { id: string; identity: string; resolved: string | null }>(
    `SELECT r.id, f.identity, n.resolved FROM item_facts f JOIN reports r USING (report) LEFT JOIN names n USING (report)
     WHERE f.report = ? AND f.item = ?`,
  )
  const decisions = db.prepare<[string, string], DecisionRow>(
    'SELECT * FROM link_decisions WHERE identity = ? AND other_identity = ? ORDER BY decision',
  )
  const any = db.prepare('SELECT 1 FROM link_decisions LIMIT 1')
  const decide = db.prepare<(string | null)[]>(
    `INSERT INTO link_decisions (id, resolved, identity, other_id, other_resolved, other_identity, verdict, by, why)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id, identity, other_id, other_identity) DO UPDATE SET verdict = excluded.verdict, by = excluded.by, why = excluded.why`,
  )
  const confirmedOf = db.prepare<[{ report: number }], DecisionRow & ItemAt & { side: 0 | 1 }>(
    `SELECT d.*, f.report, f.item, 0 AS side FROM item_facts f JOIN link_decisions d ON d.identity = f.identity WHERE f.report = @report AND d.verdict = 'confirmed'
     UNION ALL
     SELECT d.*, f.report, f.item, 1 AS side FROM item_facts f JOIN link_decisions d ON d.other_identity = f.identity WHERE f.report = @report AND d.verdict = 'confirmed'`,
  )
  const withIdentity = db.prepare<[string], ItemAt>(
    'SELECT f.report, f.item FROM item_facts f JOIN link_reports l USING (report) WHERE f.identity = ? ORDER BY f.report, f.item',
  )
  const linked = db.prepare<[number, number, number, number]>(
    'SELECT 1 FROM stored_links WHERE report = ? AND item = ? AND other_report = ? AND other_item = ?',
  )

  /** Whether anything was decided; null: not looked yet. */
  let decided: boolean | null = null
  const isDecided = (): boolean => {
    decided ??= any.get() !== undefined
    return decided
  }

  const identify = ({ report, item }: ItemAt): Identified | null => {
    const rows = identified.all(report, item)
    const [first] = rows
    return first ? { id: first.id, identity: first.identity, sources: rows.flatMap(({ resolved }) => resolved ?? []) } : null
  }
  const fits = (one: Identified, id: string, resolved: string, identity: string): boolean =>
    one.identity === identity && (one.id === id || one.sources.includes(resolved))

  const verdictOf = (a: Identified, b: Identified): Verdict | null => {
    const rows = [
      ...decisions
        .all(a.identity, b.identity)
        .filter((d) => fits(a, d.id, d.resolved, d.identity) && fits(b, d.other_id, d.other_resolved, d.other_identity)),
      ...decisions
        .all(b.identity, a.identity)
        .filter((d) => fits(b, d.id, d.resolved, d.identity) && fits(a, d.other_id, d.other_resolved, d.other_identity)),
    ]
    return rows.at(-1)?.verdict ?? null
  }

  return {
    /** What was decided of two items, in whichever order; null where nothing was. */
    verdict: (a: ItemAt, b: ItemAt): Verdict | null => {
      if (!isDecided()) return null
      const [one, other] = [identify(a), identify(b)]
      return one && other ? verdictOf(one, other) : null
    },
    /** Before reports are linked: others may have decided something since. */
    begin: (): void => {
      decided = null
    },
    decide: (a: ItemAt, b: ItemAt, verdict: Verdict, by: string | null, why: string | null): void => {
      const [one, other] = [identify(a), identify(b)]
      if (!one || !other) return
      decided = null
      decide.run(one.id, one.sources[0] ?? '', one.identity, other.id, other.sources[0] ?? '', other.identity, verdict, by, why)
    },
    /** Pairs of a report that a person confirmed and that no rule links. */
    missing: (report: number): { later: ItemAt; earlier: ItemAt }[] => {
      if (!isDecided()) return []
      return confirmedOf.all({ report }).flatMap(({ side, ...row }) => {
        const own = identify(row)
        const otherIdentity = side === 0 ? row.other_identity : row.identity
        if (
          !own ||
          !fits(own, side === 0 ? row.id : row.other_id, side === 0 ? row.resolved : row.other_resolved, own.identity)
        )
          return []
        return withIdentity.all(otherIdentity).flatMap((other) => {
          const two = identify(other)
          if (
            !two ||
            !fits(two, side === 0 ? row.other_id : row.id, side === 0 ? row.other_resolved : row.resolved, otherIdentity)
          )
            return []
          const at: ItemAt = { report: row.report, item: row.item }
          const [later, earlier] = side === 0 ? [at, other] : [other, at]
          const known =
            linked.get(later.report, later.item, earlier.report, earlier.item) ||
            linked.get(earlier.report, earlier.item, later.report, later.item)
          return known ? [] : [{ later, earlier }]
        })
      })
    },
  }
}

/** Links and time lines as a ledger's caller sees them. */
import type { Database } from './database.js'
import {
  type Contradiction,
  contradictions,
  inOrder,
  relationOf,
  type Statement,
  standingOf,
  timeline,
} from '../../pipeline/links/index.js'
import type { Linker } from './links.js'
import { heldOf, linkDecider, type Verdict } from './links-decide.js'
import { linkLoader } from './links-load.js'
import { textsOf } from './rows.js'
import type { ItemAt } from './threads.js'
import { type History, type HistoryEntry, LedgerError, type LinkFilter, type LinkSummary } from './types.js'

type LinkRow = Omit<LinkSummary, 'why'> & { why: string }

const select = `SELECT k.link, k.state, k.certainty, k.relation, k.bond, k.why,
    r.key || '#' || k.item AS item, o.key || '#' || k.other_item AS other, i.problem AS problem, oi.problem AS otherProblem,
    r.source AS source, o.source AS otherSource, r.region AS region, o.region AS otherRegion
  FROM links k JOIN reports r ON r.report = k.report JOIN reports o ON o.report = k.other_report
    JOIN items i ON i.report = k.report AND i.item = k.item JOIN items oi ON oi.report = k.other_report AND oi.item = k.other_item`
const order = 'ORDER BY o.source, k.other_report, k.other_item, r.source, k.report, k.item'

const linkSummary = ({ why, ...row }: LinkRow): LinkSummary => ({ ...row, why: textsOf(why) })

/** `find` gives the report number and item number of an item's key, or null. */
export const linkLister = (db: Database, links: Linker, find: (key: string) => ItemAt | null) => {
  const decider = linkDecider(db)
  const loader = linkLoader(db)
  const all = db.prepare<[{ state: string | null; report: string }], LinkRow>(
    `${select} WHERE (@state IS NULL OR k.state = @state)
       AND (@report = '' OR k.report IN (SELECT CAST(value AS INTEGER) FROM json_each(@report)) OR k.other_report IN (SELECT CAST(value AS INTEGER) FROM json_each(@report))) ${order}`,
  )
  const one = db.prepare<[number], LinkRow>(`${select} WHERE k.link = ?`)
  const place = db.prepare<[number], ItemAt & { other_report: number; other_item: number }>(
    'SELECT report, item, other_report, other_item FROM stored_links WHERE link = ?',
  )
  const between = db
    .prepare<[{ a: number; i: number; b: number; j: number }], number>(
      `SELECT link FROM stored_links WHERE report = @a AND item = @i AND other_report = @b AND other_item = @j
         OR report = @b AND item = @j AND other_report = @a AND other_item = @i`,
    )
    .pluck()
  const setState = db.prepare<[number, number]>('UPDATE stored_links SET held = ? WHERE link = ?')
  const addGround = db.prepare<[string]>(
    "INSERT INTO grounds (bond, relation, why) VALUES ('follows', ?, '[]') ON CONFLICT DO NOTHING",
  )
  const add = db
    .prepare<(string | number)[], number>(
      `INSERT INTO stored_links (report, item, other_report, other_item, ground, thousandths, held)
         VALUES (?, ?, ?, ?, (SELECT ground FROM grounds WHERE bond = 'follows' AND relation = ? AND why = '[]'), 0, ?) RETURNING link`,
    )
    .pluck()
  const stale = db.prepare<[number, number]>(
    'INSERT INTO stale_threads SELECT thread FROM threads WHERE report = ? AND item = ? ON CONFLICT DO NOTHING',
  )
  const isLinkedReport = db.prepare<[number]>('SELECT 1 FROM link_reports WHERE report = ?')

  /** The link that is meant by its number or by two items `A#1=B#2`; of two items without a link it is made. */
  const meant = (name: string): number | null => {
    if (/^\d{1,15}$/.test(name)) return place.get(Number(name)) ? Number(name) : null
    const [a, b] = name.split('=').map((key) => find(key.trim()))
    if (!a || !b || name.split('=').length !== 2 || (a.report === b.report && a.item === b.item)) return null
    const known = between.get({ a: a.report, i: a.item, b: b.report, j: b.item })
    if (known !== undefined) return known
    if (!isLinkedReport.get(a.report) || !isLinkedReport.get(b.report))
      throw new LedgerError('not_found', `${name}: only items of current versions are linked.`)
    const words = (at: ItemAt) => loader.itemsOf([at.report])[0]?.find(({ seq }) => seq === at.item)
    const [one, other] = [words(a), words(b)]
    if (!one || !other) return null
    const relation = relationOf(one, other)
    addGround.run(relation)
    return add.get(a.report, a.item, b.report, b.item, relation, heldOf.suggested) ?? null
  }

  const decide = db.transaction((name: string, verdict: Verdict, by: string | null, why: string | null): LinkSummary | null => {
    const link = meant(name)
    const at = link === null ? undefined : place.get(link)
    if (link === null || !at) return null
    const other: ItemAt = { report: at.other_report, item: at.other_item }
    decider.decide(at, other, verdict, by, why)
    setState.run(heldOf[verdict], link)
    if (verdict === 'confirmed') links.threads.settle(links.threads.join(at, other))
    else {
      stale.run(at.report, at.item)
      links.threads.freshen()
    }
    const row = one.get(link)
    return row ? linkSummary(row) : null
  })

  return {
    links: ({ state }: LinkFilter, reports: readonly number[] | null): LinkSummary[] =>
      all.all({ state: state ?? null, report: reports ? JSON.stringify(reports) : '' }).map(linkSummary),
    decide: (name: string, verdict: Verdict, by: string | null, why: string | null): LinkSummary | null =>
      decide.immediate(name, verdict, by, why),
  }
}

type EntryRow = Omit<HistoryEntry, 'ongoing' | 'leadUnits' | 'deadline'> & {
  ongoing: 0 | 1 | null
  deadline: string | null
  lead_units: string
}

/** A contradiction as the ledger's caller sees it, with the keys of both items. */
export const contradictionOf = <S extends Statement>(
  found: Contradiction<S>,
  keyOf: (one: S) => string,
): History['contradictions'][number] => {
  const [earlier, later] = [keyOf(found.earlier), keyOf(found.later)]
  return found.code === 'reopened'
    ? { code: 'reopened', earlier, later }
    : { code: 'deadline_moved', earlier, later, from: found.earlier.due ?? '', to: found.later.due ?? '', days: found.days }
}

/** What the reports say of an item's problem through the years. */
export const historian = (db: Database, { threads }: Linker) => {
  const alone = db.prepare<[number, number], { day: string | null }>(
    'SELECT l.day FROM item_facts f LEFT JOIN link_reports l USING (report) WHERE f.report = ? AND f.item = ?',
  )
  const entry = db.prepare<[number, number], EntryRow>(
    `SELECT a.key, a.source, r.title, r.kind, a.region, l.day, l.day_of AS dayOf, a.label, a.problem, a.status, i.status_text AS statusText, a.closure,
       a.status_ongoing AS ongoing, a.state, a.due, a.due_of AS dueOf, a.deadline, a.lead_units
     FROM all_items a JOIN reports r USING (report) JOIN items i USING (report, item) LEFT JOIN link_reports l USING (report)
     WHERE a.report = ? AND a.item = ?`,
  )
  const progress = db
    .prepare<[number, number], string>(
      `SELECT label || text FROM actions WHERE report = ? AND item = ? AND kind = 'progress' ORDER BY action`,
    )
    .pluck()
  const own = db.prepare<[number, number], { state: Statement['state']; due: string | null; due_of: Statement['dueOf'] }>(
    'SELECT state, due, due_of FROM all_items WHERE report = ? AND item = ?',
  )

  const statementsOf = (at: ItemAt): Statement[] => {
    const thread = threads.threadOf(at)
    if (thread !== null) return threads.statements(thread)
    const row = own.get(at.report, at.item)
    if (!row) return []
    const day = alone.get(at.report, at.item)?.day ?? null
    return inOrder([
      { ...at, id: '', kind: 'unknown', region: null, day, state: row.state, due: row.due, dueOf: row.due_of, places: [] },
    ])
  }
  const entryOf = (at: ItemAt): HistoryEntry | null => {
    const row = entry.get(at.report, at.item)
    if (!row) return null
    const { lead_units, ongoing, ...rest } = row
    return {
      ...rest,
      ongoing: ongoing === null ? null : ongoing === 1,
      leadUnits: textsOf(lead_units),
      progress: progress.all(at.report, at.item),
    }
  }
  const keyOf = (one: ItemAt | null | undefined): string | null => (one ? (entry.get(one.report, one.item)?.key ?? null) : null)
  const told = (found: Contradiction) => contradictionOf(found, (one) => keyOf(one) ?? '')

  return (at: ItemAt): History | null => {
    const ordered = statementsOf(at)
    const on = ordered.find(({ report, item }) => report === at.report && item === at.item)
    const key = keyOf(at)
    if (!on || key === null) return null
    const { state, stateBy, dueBy } = standingOf(on, ordered)
    const line = new Set(timeline(on, ordered))
    return {
      key,
      thread: threads.threadOf(at),
      state,
      stateBy: keyOf(stateBy),
      due: dueBy?.due ?? null,
      dueBy: keyOf(dueBy),
      entries: ordered.flatMap((one) => {
        const found = entryOf(one)
        return found ? [{ ...found, own: line.has(one) }] : []
      }),
      contradictions: contradictions([...line]).map(told),
    }
  }
}

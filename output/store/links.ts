/** Links between the items of a ledger, kept true as reports come and go. */
import type { Database } from './database.js'
import {
  areaOf,
  bodyOf,
  dayOfReport,
  fingerprintsOf,
  isLinked,
  kinshipOf,
  type Link,
  type LinkItem,
  linkReports,
  placeOf,
  repeatsIn,
  yearOf,
} from '../../pipeline/links/index.js'
import { heldOf, linkDecider } from './links-decide.js'
import { kinFinder } from './links-kin.js'
import { linkLoader } from './links-load.js'
import { pendingReports } from './links-pending.js'
import { gramsKeeper } from './postgres/grams.js'
import { type ReportRow, regionOf } from './rows.js'
import { type ItemAt, type Threader, threader } from './threads.js'

/** Reports that are read together before they are linked one by one. */
const READ_TOGETHER = 64
/** Characters of a row of fingerprints from which on the next report begins another: SQLite keeps a row of a thousand bytes within its page. */
const FULL_ROW = 900
type Row = Pick<ReportRow, 'title' | 'region' | 'region_code' | 'region_level'> & {
  text: string
  as_of_end_date: string | null
}

export interface LinkOptions {
  /** Reports at a time. */
  most?: number | undefined
  /** Only those that are in the search index. */
  indexed?: boolean | undefined
  onProgress?: ((done: number, total: number) => void) | undefined
}

/** A report that is to be linked. */
interface Given {
  report: number
  row: Row
  spans: [number, number][]
  items: LinkItem[]
}

/** Runs inside the caller's transaction. */
export const linker = (db: Database) => {
  // Where several processes write, numbers are given as it happens: there the sources' names order the reports, so that the links are the same.
  const byName = db.dialect === 'postgres'
  const loader = linkLoader(db)
  const { isAfter, kin } = kinFinder(db, loader, byName)
  const threads = threader(db)
  const decider = linkDecider(db)
  const document = db.prepare<[number], Row>(
    'SELECT title, region, region_code, region_level, as_of_end_date, text FROM reports JOIN documents USING (report) WHERE report = ?',
  )
  const spans = db
    .prepare<[number], [number, number]>('SELECT span_start, span_end FROM items WHERE report = ? ORDER BY item')
    .raw()
  const register = db.prepare<[number, number, string | null, string | null, number | null, string | null, string | null]>(
    'INSERT INTO link_reports (report, area, place, body, year, day, day_of) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const enterGrams = db.prepare<[{ name: string; area: number; grams: string }]>(
    `INSERT INTO stored_fingerprints (gram, area, part, reports)
       SELECT g.gram, @area, coalesce((SELECT CASE WHEN length(f.reports) < ${FULL_ROW} THEN f.part ELSE f.part + 1 END
         FROM stored_fingerprints f WHERE f.gram = g.gram AND f.area = @area ORDER BY f.part DESC LIMIT 1), 0), @name FROM (SELECT CAST(value AS INTEGER) AS gram FROM json_each(@grams)) g WHERE true
     ON CONFLICT (gram, area, part) DO UPDATE SET reports = stored_fingerprints.reports || ',' || excluded.reports`,
  )
  const keepGrams = db.dialect === 'postgres' ? gramsKeeper(db) : null
  const addGround = db.prepare<[string, string, string]>(
    'INSERT INTO grounds (bond, relation, why) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const addLink = db.prepare<[number, number, number, number, string, string, string, number, number]>(
    `INSERT INTO stored_links (report, item, other_report, other_item, ground, thousandths, held)
     VALUES (?, ?, ?, ?, (SELECT ground FROM grounds WHERE bond = ? AND relation = ? AND why = ?), ?, ?) ON CONFLICT DO NOTHING`,
  )
  const dropReport = db.prepare<[number]>('DELETE FROM link_reports WHERE report = ?')
  const pending = pendingReports(db, byName)

  /** What the tables hold of reports, of several at once. */
  const read = (reports: readonly number[]): Given[] => {
    const keys = reports.map((report): [number] => [report])
    const [documents, places, items] = [document.many(keys), spans.many(keys), loader.itemsOf(reports)]
    return reports.flatMap((report, nth) => {
      const row = documents[nth]?.[0]
      return row ? [{ report, row, spans: places[nth] ?? [], items: items[nth] ?? [] }] : []
    })
  }

  /** Puts the report into the index; gives its fingerprints. */
  const enter = ({ report, row, spans, items }: Given): { grams: number[]; area: number } => {
    const region = regionOf(row)
    const area = Number(areaOf(region) || 0)
    const grams = [...new Set(items.flatMap(({ letters }) => fingerprintsOf(letters)))]
    const asOf = row.as_of_end_date === null ? null : { end: row.as_of_end_date }
    const day = dayOfReport({ asOf, text: row.text }, spans)
    register.run(report, area, placeOf(row.title), bodyOf(row.title), yearOf(row.title), day?.date ?? null, day?.of ?? null)
    enterGrams.run({ name: String(report), area, grams: JSON.stringify(grams) })
    keepGrams?.(
      report,
      items.map(({ letters }) => letters),
    )
    return { grams, area }
  }

  /** Whether the first of the two is the later report, or the one of the region below: its items are told first in a link. */
  const isLater = (a: number, b: number): boolean => {
    const [one, other] = [loader.head(a), loader.head(b)]
    if (!one || !other) return isAfter(a, b)
    const kinship = kinshipOf(one, other)
    if (kinship?.bond === 'copies') return kinship.tie === 'below'
    if (one.day && other.day && one.day.date !== other.day.date) return one.day.date > other.day.date
    if ((one.kind === 'progress') !== (other.kind === 'progress')) return one.kind === 'progress'
    return isAfter(a, b)
  }

  /** Grounds that the ledger has while one report is linked. */
  const grounds = new Set<string>()
  const add = (
    later: ItemAt,
    earlier: ItemAt,
    { bond, relation, certainty, why }: Pick<Link, 'bond' | 'relation' | 'certainty'> & { why: string },
    state: keyof typeof heldOf,
  ): void => {
    const ground = `${bond} ${relation} ${why}`
    if (!grounds.has(ground)) addGround.run(bond, relation, why)
    grounds.add(ground)
    const thousandths = Math.round(certainty * 1000)
    addLink.run(later.report, later.item, earlier.report, earlier.item, bond, relation, why, thousandths, heldOf[state])
  }

  const store = (report: number, other: number, links: readonly Link[], touched: Set<number>): void => {
    const turned = report !== other && !isLater(report, other)
    for (const link of links) {
      const one = { report, item: link.item }
      const two = { report: other, item: link.other }
      const [later, earlier] = turned ? [two, one] : [one, two]
      const verdict = decider.verdict(later, earlier)
      const clash = verdict !== 'confirmed' && link.bond !== 'repeats' && isLinked(link) && threads.clashes(later, earlier)
      const state = verdict ?? (isLinked(link) && !clash ? 'linked' : 'suggested')
      const why = [...link.why.map(({ rule }) => rule), ...(clash ? ['clash'] : [])]
      add(later, earlier, { ...link, why: JSON.stringify(why) }, state)
      if (state === 'linked' || state === 'confirmed') touched.add(threads.join(later, earlier))
    }
  }

  let seenVersion: unknown
  /** What is kept is dropped where another process may have written. */
  const refresh = (): void => {
    const version = db.stamp()
    if (version !== seenVersion) loader.forgetAll()
    seenVersion = version
    decider.begin()
    threads.begin()
  }

  /** Links a report that is not linked yet to all that are; gives the threads that changed. */
  const linkOne = (given: Given): Set<number> => {
    const { report } = given
    loader.forget(report)
    grounds.clear()
    const { grams, area } = enter(given)
    const touched = new Set<number>()
    const own = loader.prepareAll([report], [given.items]).get(report)
    if (!own) return touched
    // The surest first: what they join is what a doubtful one may not join otherwise.
    const others = kin(report, grams, area)
    const prepared = loader.prepareAll(others)
    const found = others.flatMap((other) => {
      const one = prepared.get(other)
      return one ? [{ other, links: linkReports(own, one) }] : []
    })
    const repeats = repeatsIn(own)
    threads.look(
      [{ other: report, links: repeats }, ...found].flatMap(({ other, links }) =>
        links.flatMap((one) => [
          { report, item: one.item },
          { report: other, item: one.other },
        ]),
      ),
    )
    store(report, report, repeats, touched)
    for (const { other, links } of found) store(report, other, links, touched)
    for (const { later, earlier } of decider.missing(report)) {
      add(later, earlier, { bond: 'follows', relation: 'edited', certainty: 0, why: '[]' }, 'confirmed')
      touched.add(threads.join(later, earlier))
    }
    return touched
  }
  const link = (report: number): void => {
    refresh()
    const [given] = read([report])
    if (!given) return
    const touched = linkOne(given)
    threads.freshen()
    threads.settleAll([...touched])
  }

  return {
    threads,
    link,
    /** What is kept of reports may have been rolled back. */
    forget: (): void => {
      loader.forgetAll()
      pending.forget()
    },
    /** Takes the report out of the index, with its links. */
    unlink: (report: number): void => {
      loader.forget(report)
      dropReport.run(report)
    },
    /** Links what is current and not linked yet, and joins anew what lost a link; gives the number of reports. */
    catchUp: ({ onProgress, most = Number.MAX_SAFE_INTEGER, indexed = false }: LinkOptions = {}): number => {
      // Nobody else writes meanwhile: what was looked at once holds for all of them.
      refresh()
      threads.freshen()
      const reports = pending.next(most, indexed)
      for (let at = 0; at < reports.length; at += READ_TOGETHER)
        for (const [nth, given] of read(reports.slice(at, at + READ_TOGETHER)).entries()) {
          threads.settleAll([...linkOne(given)])
          onProgress?.(at + nth + 1, reports.length)
        }
      return reports.length
    },
    /** Whether anything waits to be caught up with. */
    isBehind: (): boolean => db.prepare('SELECT 1 FROM stale_threads LIMIT 1').get() !== undefined || pending.any(),
    /** Takes all links out, so that all are made anew. */
    reset: (): void => {
      loader.forgetAll()
      db.exec(
        `DELETE FROM threads; DELETE FROM stale_threads; DELETE FROM stored_links; DELETE FROM grounds;
         DELETE FROM stored_fingerprints; DELETE FROM link_reports; DELETE FROM stale_threads`,
      )
    },
  }
}
export type Linker = ReturnType<typeof linker>
export type { Threader }

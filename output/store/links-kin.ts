/** With which reports a report is compared, found by what they share. */
import type { Database } from './database.js'
import { kinshipOf } from '../../pipeline/links/index.js'
import type { LinkLoader } from './links-load.js'

/** Reports of one region with which a report is compared, the most alike first: its plan, its list, its progress of some years. */
const KIN_OF_REGION = 8
/** Reports that share a fingerprint; one that more share is a phrase of every report. */
const COMMON = 300
/** Newest reports of a region that are looked at though they share rare words with none. */
const NEIGHBOURS = 40

export const kinFinder = (db: Database, loader: LinkLoader, byName: boolean) => {
  const sharing = db
    .prepare<[number, number, number], number>('SELECT report FROM fingerprints WHERE gram = ? AND area = ? LIMIT ?')
    .pluck()
  const sharingAnywhere = db.prepare<[number, number], number>('SELECT report FROM fingerprints WHERE gram = ? LIMIT ?').pluck()
  /** The same in one question, for a server: of some areas, or of all. */
  const sharers = (areas: boolean) =>
    db.prepare<(string | number)[], { report: number; runs: number }>(
      `SELECT s.report, count(*) AS runs FROM (
         SELECT unnest(b.reports) AS report FROM json_each(?) g ${areas ? 'CROSS JOIN json_each(?) a' : ''}
           CROSS JOIN LATERAL (SELECT array_agg(f.report) AS reports, count(*) AS n FROM (
             SELECT report FROM fingerprints WHERE gram = CAST(g.value AS INTEGER) ${areas ? 'AND area = CAST(a.value AS INTEGER)' : ''} LIMIT ?) f) b
         WHERE b.n < ?) s GROUP BY s.report`,
    )
  const [inAreas, anywhere] = db.dialect === 'postgres' ? [sharers(true), sharers(false)] : []
  // With the runs of letters that each shares: a question for each of them would take a server longer than all else. It is kept from walking all
  // reports by their sources, which it does where it does not know how many it is asked for, by putting them in order by an expression.
  const neighbours = db.prepare<[string, string, number, number], { report: number; runs: number }>(
    `SELECT l.report, (SELECT count(*) FROM json_each(?) g JOIN fingerprints f
         ON f.gram = CAST(g.value AS INTEGER) AND f.area = l.area AND f.report = l.report) AS runs
       FROM reports r JOIN link_reports l USING (report) WHERE r.region_code = ? AND l.report <> ?
       ORDER BY ${byName ? `r.source || '' DESC, r.id DESC` : 'l.report DESC'} LIMIT ?`,
  )

  /** Whether a report comes after another, which otherwise says nothing of it. */
  const isAfter = (a: number, b: number): boolean => (byName ? loader.nameOf(a) > loader.nameOf(b) : a > b)

  /** Linked reports that share words with this one, with how many runs of letters. */
  const alike = (report: number, grams: readonly number[], area: number): Map<number, number> => {
    const found = new Map<number, number>()
    const count = (reports: readonly number[]) => {
      if (reports.length < COMMON) for (const other of reports) found.set(other, (found.get(other) ?? 0) + 1)
    }
    if (inAreas && anywhere) {
      const json = JSON.stringify(grams)
      const all = area === 0 ? anywhere.all(json, COMMON, COMMON) : inAreas.all(json, JSON.stringify([area, 0]), COMMON, COMMON)
      for (const { report: other, runs } of all) found.set(other, runs)
    } else if (area === 0) for (const some of sharingAnywhere.many(grams.map((gram) => [gram, COMMON]))) count(some)
    else for (const one of [area, 0]) for (const some of sharing.many(grams.map((gram) => [gram, one, COMMON]))) count(some)
    found.delete(report)
    return found
  }

  /** The reports that this one is compared with. */
  const kin = (report: number, grams: readonly number[], area: number): number[] => {
    const own = loader.head(report)
    if (!own) return []
    const found = alike(report, grams, area)
    const { code } = own.region ?? {}
    for (const { report: other, runs } of code ? neighbours.all(JSON.stringify(grams), code, report, NEIGHBOURS) : [])
      if (!found.has(other)) found.set(other, runs)
    if (byName) loader.learn([...found.keys()])
    const ofRegion = new Map<string, number>()
    return [...found]
      .filter(([, runs]) => runs > 0)
      .sort(([a, x], [b, y]) => y - x || (isAfter(b, a) ? 1 : -1))
      .flatMap(([other]) => {
        const head = loader.head(other)
        if (!head || !kinshipOf(own, head)) return []
        const place = head.region?.code ?? head.region?.name ?? ''
        const many = ofRegion.get(place) ?? 0
        ofRegion.set(place, many + 1)
        return many < KIN_OF_REGION ? [other] : []
      })
  }

  return { isAfter, kin }
}

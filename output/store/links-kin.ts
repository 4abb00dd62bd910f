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
    .prepare<[number, number], string>('SELECT reports FROM stored_fingerprints WHERE gram = ? AND area = ?')
    .pluck()
  const sharingAnywhere = db.prepare<[number], string>('SELECT reports FROM stored_fingerprints WHERE gram = ?').pluck()
  /** The same in one question, for a server: of some areas, or of all. */
  const sharers = (areas: boolean) =>
    db.prepare<(string | number)[], { report: number; runs: number }>(
      `SELECT s.report, count(*) AS runs FROM (
         SELECT CAST(unnest(b.reports) AS INTEGER) AS report FROM json_each(?) g ${areas ? 'CROSS JOIN json_each(?) a' : ''}
           CROSS JOIN LATERAL (SELECT string_to_array(group_concat(f.reports, ','), ',') AS reports FROM (
             SELECT reports FROM stored_fingerprints WHERE gram = CAST(g.value AS INTEGER) ${areas ? 'AND area = CAST(a.value AS INTEGER)' : ''} LIMIT ?) f) b
         WHERE cardinality(b.reports) < ?) s GROUP BY s.report`,
    )
  const [inAreas, anywhere] = db.dialect === 'postgres' ? [sharers(true), sharers(false)] : []
  // With the runs of letters that each shares of those that are not known yet: a question for each of them would take a server longer than all else.
  // It is kept from walking all reports by their sources, which it does where it does not know how many it is asked for, by putting them in order by
  // an expression.
  const neighbours = db.prepare<
    [{ grams: string; known: string; code: string; report: number }],
    { report: number; runs: number }
  >(
    `SELECT n.report, (SELECT count(*) FROM json_each(@grams) g JOIN stored_fingerprints f ON f.gram = CAST(g.value AS INTEGER) AND f.area = n.area
         WHERE instr(',' || f.reports || ',', ',' || n.report || ',') > 0) AS runs
       FROM (SELECT l.report, l.area FROM reports r JOIN link_reports l USING (report) WHERE r.region_code = @code AND l.report <> @report
         ORDER BY ${byName ? `r.source || '' DESC, r.id DESC` : 'l.report DESC'} LIMIT ${NEIGHBOURS}) n
       WHERE n.report NOT IN (SELECT CAST(k.value AS INTEGER) FROM json_each(@known) k)`,
  )

  /** Whether a report comes after another, which otherwise says nothing of it. */
  const isAfter = (a: number, b: number): boolean => (byName ? loader.nameOf(a) > loader.nameOf(b) : a > b)

  /** Linked reports that share words with this one, with how many runs of letters. */
  const alike = (report: number, grams: readonly number[], area: number): Map<number, number> => {
    const found = new Map<number, number>()
    const count = (rows: Iterable<string>) => {
      const reports: string[] = []
      for (const row of rows) {
        reports.push(...row.split(','))
        if (reports.length >= COMMON) return
      }
      for (const other of reports) found.set(Number(other), (found.get(Number(other)) ?? 0) + 1)
    }
    if (inAreas && anywhere) {
      const json = JSON.stringify(grams)
      const all = area === 0 ? anywhere.all(json, COMMON, COMMON) : inAreas.all(json, JSON.stringify([area, 0]), COMMON, COMMON)
      for (const { report: other, runs } of all) found.set(other, runs)
    } else if (area === 0) for (const gram of grams) count(sharingAnywhere.iterate(gram))
    else for (const one of [area, 0]) for (const gram of grams) count(sharing.iterate(gram, one))
    found.delete(report)
    return found
  }

  /** The reports that this one is compared with. */
  const kin = (report: number, grams: readonly number[], area: number): number[] => {
    const own = loader.head(report)
    if (!own) return []
    const found = alike(report, grams, area)
    const { code } = own.region ?? {}
    if (code) {
      const known = JSON.stringify([...found.keys()])
      for (const { report: other, runs } of neighbours.all({ grams: JSON.stringify(grams), known, code, report }))
        found.set(other, runs)
    }
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

/** Reports that are current and not linked yet, in the order in which they are to be linked. */
import type { Database } from './database.js'

export const pendingReports = (db: Database, byName: boolean) => {
  /** With 1 those only that are in the search index: what came without one is linked when it is put in. */
  const waiting = `FROM reports r WHERE current = 1 AND indexed >= ? AND NOT EXISTS (SELECT 1 FROM link_reports l WHERE l.report = r.report)`
  const first = db.prepare<[number, number], number>(`SELECT report ${waiting} ORDER BY report LIMIT ?`).pluck()
  const after = db.prepare<[number, string, string, string, number], { report: number; source: string; id: string }>(
    `SELECT report, source, id ${waiting} AND source >= ? AND (source, id) > (?, ?) ORDER BY source, id LIMIT ?`,
  )
  /** The name of the last one, so that what is linked is not walked through again and again. */
  let last = { source: '', id: '' }
  return {
    /** The next reports to be linked, so many at most. */
    next: (most: number, indexed: boolean): number[] => {
      const least = indexed ? 1 : 0
      if (!byName) return first.all(least, most)
      let found = after.all(least, last.source, last.source, last.id, most)
      // Others may have come before them.
      if (found.length < most && last.source !== '') found = after.all(least, '', '', '', most)
      last = found.at(-1) ?? { source: '', id: '' }
      return found.map(({ report }) => report)
    },
    any: (): boolean => first.get(0, 1) !== undefined,
    forget: (): void => {
      last = { source: '', id: '' }
    },
  }
}

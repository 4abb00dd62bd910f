/** What linking needs of the reports of a ledger, read from its tables. */
import type { Database } from './database.js'
import { type LinkItem, type LinkReport, linkItem, type Prepared, prepare } from '../../pipeline/links/index.js'
import { type ReportRow, regionOf } from './rows.js'

type HeadRow = Pick<
  ReportRow,
  'kind' | 'region' | 'region_code' | 'region_level' | 'programme' | 'programme_round' | 'programme_look_back'
> & {
  place: string | null
  body: string | null
  year: number | null
  day: string | null
  day_of: NonNullable<LinkReport['day']>['of'] | null
  report: number
  id: string
  source: string
}

interface WordsRow {
  item: number
  label: string
  category: string | null
  problem: string
  goal: string | null
}

/** Reports whose pairs of letters are kept at hand: those of a county are compared with the same few again and again. */
const KEPT = 6_000
/** Reports whose heads are, which are short. */
const KEPT_HEADS = 200_000

const headColumns = `r.kind, r.region, r.region_code, r.region_level, r.programme, r.programme_round, r.programme_look_back,
  l.place, l.body, l.year, l.day, l.day_of, r.report, r.id, r.source FROM reports r JOIN link_reports l USING (report)`

const headOf = (row: HeadRow): Omit<LinkReport, 'items'> => ({
  kind: row.kind,
  region: regionOf(row),
  programme:
    row.programme === null
      ? null
      : { type: row.programme, round: row.programme_round, lookBack: row.programme_look_back === 1 },
  place: row.place,
  body: row.body,
  year: row.year,
  day: row.day === null || row.day_of === null ? null : { date: row.day, of: row.day_of },
})

export const linkLoader = (db: Database) => {
  const heads = db.prepare<[number], HeadRow>(`SELECT ${headColumns} WHERE report = ?`)
  const words = db.prepare<[number], WordsRow>(
    'SELECT item, label, category, problem, goal FROM items WHERE report = ? ORDER BY item',
  )
  const places = db.prepare<[number], { item: number; code: string }>(
    `SELECT p.item, p.code FROM places p JOIN items i USING (report, item)
     WHERE report = ? AND p.code IS NOT NULL AND p.span_start >= i.problem_start AND p.span_end <= i.problem_end`,
  )
  const kept = new Map<number, Prepared>()
  const keptHeads = new Map<number, Omit<LinkReport, 'items'>>()
  /** Source and document of each report whose head is kept. */
  const names = new Map<number, string>()

  const keep = (row: HeadRow): Omit<LinkReport, 'items'> => {
    const head = headOf(row)
    keptHeads.set(row.report, head)
    names.set(row.report, `${row.source}\n${row.id}`)
    return head
  }
  /** Of several reports at once, which a server is asked together. */
  const itemsOf = (reports: readonly number[]): LinkItem[][] => {
    const keys = reports.map((report): [number] => [report])
    const named = places.many(keys)
    return words.many(keys).map((rows, nth) => {
      const codes = new Map<number, string[]>()
      for (const { item, code } of named[nth] ?? []) codes.set(item, [...(codes.get(item) ?? []), code])
      return rows.map(({ item, ...row }) => linkItem({ ...row, seq: item, places: codes.get(item) ?? [] }))
    })
  }
  /** Looks many heads up together. */
  const learn = (reports: readonly number[]): void => {
    if (keptHeads.size >= KEPT_HEADS) {
      keptHeads.clear()
      names.clear()
    }
    for (const [row] of heads.many(reports.filter((one) => !keptHeads.has(one)).map((one): [number] => [one])))
      if (row) keep(row)
  }
  /** Head of a linked report; null where it is not linked yet. */
  const head = (report: number): Omit<LinkReport, 'items'> | null => {
    const known = keptHeads.get(report)
    if (known) return known
    const row = heads.get(report)
    return row ? keep(row) : null
  }
  /** The reports, ready to be compared; those that are not linked yet are left out. `given` are items that were read before. */
  const prepareAll = (reports: readonly number[], given?: readonly LinkItem[][]): Map<number, Prepared> => {
    const lacking = reports.filter((report) => !kept.has(report))
    const known = reports.flatMap((report): [number, Prepared][] => {
      const one = kept.get(report)
      return one ? [[report, one]] : []
    })
    const all = given ?? (lacking.length > 0 ? itemsOf(lacking) : [])
    const made = lacking.flatMap((report, nth): [number, Prepared][] => {
      const own = head(report)
      return own ? [[report, prepare({ ...own, items: all[nth] ?? [] })]] : []
    })
    for (const [report, one] of made) {
      if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? -1)
      kept.set(report, one)
    }
    return new Map([...known, ...made])
  }

  return {
    head,
    learn,
    /** By what reports are told apart whatever numbers they have; of those whose head was asked for. */
    nameOf: (report: number): string => names.get(report) ?? '',
    itemsOf,
    prepareAll,
    forget: (report: number): void => {
      kept.delete(report)
      keptHeads.delete(report)
    },
    forgetAll: (): void => {
      kept.clear()
      names.clear()
      keptHeads.clear()
    },
  }
}
export type LinkLoader = ReturnType<typeof linkLoader>

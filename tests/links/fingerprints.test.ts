/** The rows of fingerprints hold just the linked reports, whatever came and went, in both stores. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { copyLedger, type Ledger, openLedger } from '../../output/store/index.js'
import { fingerprintsOf, lettersOf } from '../../pipeline/links/index.js'
import { plainReport } from '../helpers/record.js'
import { dropMade, stores } from '../helpers/stores.js'

const v1 = { parserVersion: '1' }
const lake = '镜湖沿岸餐馆二十三家把油污直接倒进湖里，湖湾长期发臭，群众多次反映。'
const quarry = '石岭采石场越界开采十五亩，边坡裸露，至今没有复绿。'
const school = '东街小学门口的污水井盖破损半年，无人修补。'
const hunan = { name: '湖南省湘潭市韶山市', code: '430382', level: 'county' as const }
const one = (source: string, problems: string[], salt = source) =>
  plainReport({ source, salt, region: hunan, items: problems.map((problem) => ({ problem })) })

/** What the rows are to hold: the fingerprints of the problems of all linked reports. */
const wanted = (db: Ledger): string[] => {
  const rows = db.query('SELECT l.area, l.report, i.problem FROM link_reports l JOIN items i USING (report)')
  const all = [...rows].flatMap(({ area, report, problem }) =>
    fingerprintsOf(lettersOf(String(problem))).map((gram) => `${gram} ${area} ${report}`),
  )
  return [...new Set(all)].sort()
}
const held = (db: Ledger): string[] =>
  [...db.query('SELECT gram, area, report FROM fingerprints')]
    .map(({ gram, area, report }) => `${gram} ${area} ${report}`)
    .sort()

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'taizhang-grams-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))
afterAll(dropMade)

describe.each(stores)('fingerprints in $name', ({ make }) => {
  it('are those of the linked reports after each of what may happen to them', () => {
    const db = openLedger(make(dir))
    const steps: (() => void)[] = [
      () => db.put(one('a.txt', [lake, quarry]), v1),
      () => db.put(one('b.txt', [lake, school]), v1),
      // The source holds another document now: the earlier one is no more linked.
      () => db.put(one('b.txt', [quarry], 'anew'), v1),
      // The same document is read otherwise.
      () => db.put({ ...one('a.txt', [lake, quarry]), items: one('a.txt', [lake, quarry]).items.slice(0, 1) }, v1),
      () => db.batch(() => [lake, quarry, school].forEach((problem, n) => void db.put(one(`c${n}.txt`, [problem]), v1))),
      () => db.remove('a.txt'),
      () => db.remove('b.txt'),
      () => db.link({ anew: true }),
      () => db.keepOnly(['c1.txt']),
    ]
    for (const step of steps) {
      step()
      expect(held(db)).toEqual(wanted(db))
      expect(db.faults()).toEqual([])
    }
    expect(held(db).length).toBeGreaterThan(0)
    db.remove('c1.txt')
    expect([...db.query('SELECT * FROM stored_fingerprints')]).toEqual([])
    db.close()
  })

  it('of a phrase of many reports stand in several rows, from which each is taken out', () => {
    const db = openLedger(make(dir))
    const sources = Array.from({ length: 400 }, (_, n) => `${n}.txt`)
    db.batch(() => sources.forEach((source, n) => void db.put(one(source, [n % 2 === 0 ? lake : quarry]), v1)))
    db.link()
    const parts = () => [...db.query('SELECT max(part) AS last, max(length(reports)) AS longest FROM stored_fingerprints')][0]
    // No row is longer than what SQLite keeps within a page.
    expect(Number(parts()?.last)).toBe(0)
    expect(Number(parts()?.longest)).toBeLessThan(1000)
    db.batch(() => sources.forEach((source) => void db.put(one(`again-${source}`, [lake]), v1)))
    db.link()
    expect(Number(parts()?.last)).toBeGreaterThan(0)
    expect(Number(parts()?.longest)).toBeLessThan(1000)
    expect(held(db)).toEqual(wanted(db))
    for (const source of ['0.txt', '200.txt', 'again-0.txt', 'again-399.txt']) db.remove(source)
    expect(held(db)).toEqual(wanted(db))
    db.close()
  }, 240_000)

  it('go with a ledger that is copied', () => {
    const name = make(dir)
    const db = openLedger(name)
    db.put(one('a.txt', [lake, quarry]), v1)
    db.put(one('b.txt', [lake]), v1)
    db.close()
    for (const [n, store] of stores.entries()) {
      const copy = store.name === 'SQLite' ? join(dir, `copy-${n}.db`) : store.make(dir)
      copyLedger(name, copy)
      const copied = openLedger(copy)
      expect(held(copied)).toEqual(wanted(copied))
      copied.remove('a.txt')
      expect(held(copied)).toEqual(wanted(copied))
      copied.close()
    }
  })
})

/** Reports that are put together, of which a server is told before, and the same reports one by one. */
import { afterAll, describe, expect, it } from 'vitest'
import { Later } from '../output/queue/later.js'
import { dump, type Ledger, openLedger } from '../output/store/index.js'
import type { Report } from '../pipeline/record.js'
import { plainReport } from './helpers/record.js'
import { dropMade, hasPostgres, postgres } from './helpers/stores.js'

const region = { name: '湖南省湘潭市韶山市', code: '430382', level: 'county' as const }
const report = (source: string, problem: string): Report =>
  plainReport({ source, region, items: [{ problem, due: '2024-05-31' }] })
const meta = ({ document: { source } }: Report) => ({ parserVersion: '1', resolved: `/in/${source}` })
const diagnostics = [{ code: 'no_items', severity: 'error' as const, message: 'none', span: null, item: null }]
const failed = (source: string) => ({ id: null, source, resolved: `/in/${source}`, parserVersion: '1', diagnostics })

const known = report('known.txt', '渠口淤塞，排水不畅。')
const others = ['一', '二', '三', '四'].map((nth) => report(`new-${nth}.txt`, `第${nth}处河段直排污水，排口没有封堵。`))
const coming: Report[] = [
  ...others,
  // What the source held before is an earlier version now.
  report('held.txt', '新的问题，尚未整改。'),
  // A document that is known, under another name; and one that comes twice.
  { ...known, document: { ...known.document, source: 'again.txt' } },
  report('twice.txt', '同一份文件，两处存放。'),
  {
    ...report('twice.txt', '同一份文件，两处存放。'),
    document: { ...report('twice.txt', '同一份文件，两处存放。').document, source: 'copy.txt' },
  },
  // A source that failed before.
  report('failed.txt', '先前没有读出来的问题。'),
]
const broken = report('broken.txt', '这一份里有\0，服务器不收。')

/** What a server says of a report names the ledger. */
const linesOf = (db: Ledger): string[] => [...dump(db)].map((line) => line.replace(db.path, ''))
const before = (db: Ledger): void => {
  db.put(known, meta(known))
  db.put(report('held.txt', '先前的问题，早已整改。'), meta(report('held.txt', '')))
  db.fail(failed('failed.txt'))
}
const together = (db: Ledger, reports: readonly Report[]): void => {
  const later = new Later(db)
  for (const one of reports) later.put(one, { ...meta(one) })
  db.batch(() => later.run(), later.coming)
}

describe.runIf(hasPostgres)('reports that come together', () => {
  afterAll(dropMade)

  it.each([
    ['all of them good', coming],
    ['one of which the server does not take', [...coming.slice(0, 2), broken, ...coming.slice(2)]],
    ['all of them new', others],
  ])('give the same ledger as one by one: %s', (_, reports) => {
    const [one, all] = [openLedger(postgres.make('')), openLedger(postgres.make(''))]
    for (const db of [one, all]) before(db)
    for (const single of reports) together(one, [single])
    together(all, reports)
    expect(linesOf(all)).toEqual(linesOf(one))
    expect(all.countReports()).toBeGreaterThan(others.length)
    for (const db of [one, all]) {
      expect(db.faults()).toEqual([])
      db.close()
    }
  })
})

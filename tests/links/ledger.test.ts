/** Links, threads and what people decide of them, in a ledger. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Ledger, openLedger } from '../../output/store/index.js'
import type { Report } from '../../pipeline/record.js'
import { plainReport } from '../helpers/record.js'
import { dropMade, stores } from '../helpers/stores.js'

const v1 = { parserVersion: '1' }
let dir: string
let db: Ledger

const county = { name: '湖南省湘潭市韶山市', code: '430382', level: 'county' as const }
const city = { name: '湖南省湘潭市', code: '430300', level: 'city' as const }
const other = { name: '湖南省湘潭市湘乡市', code: '430381', level: 'county' as const }

interface Draft {
  source: string
  kind?: Report['document']['kind']
  day?: string
  region?: Report['document']['region']
  items: Parameters<typeof plainReport>[0]['items']
  salt?: string
}
/** A report of a county with the day of its state. */
const reportOf = ({ source, kind = 'progress', day, region = county, items, salt }: Draft): Report => {
  const report = plainReport({ source, items, region, salt: `${salt ?? ''}${kind}${day ?? ''}${region?.code ?? ''}` })
  const text = report.document.text.slice(0, 2)
  const asOf =
    day === undefined ? null : { start: day, end: day, precision: 'day' as const, text, span: [0, 2] as [number, number] }
  return { ...report, document: { ...report.document, kind, asOf } }
}
const keyOf = (report: Report, item = 1): string => `${report.document.id.slice(0, 12)}#${item}`
const ends = (filter = {}) =>
  db.links(filter).map(({ item, other: against, relation, state }) => [item, against, relation, state])

const lake = '镜湖沿岸餐馆二十三家把油污直接倒进湖里，湖湾长期发臭，群众多次反映。'
const quarry = '石岭采石场越界开采十五亩，边坡裸露，至今没有复绿。'
const shortLake = '镜湖沿岸餐馆二十三家把油污直接倒进湖里。'

const plan = reportOf({
  source: 'plan.txt',
  kind: 'plan',
  items: [
    { problem: lake, due: '2024-05-31' },
    { problem: quarry, due: '2024-12-31' },
  ],
})
const may = reportOf({
  source: 'may.txt',
  day: '2024-05-31',
  items: [
    { problem: quarry, status: 'in_progress' },
    { problem: shortLake, status: 'in_progress' },
  ],
})
const june = reportOf({
  source: 'june.txt',
  day: '2024-06-30',
  items: [
    { problem: lake, status: 'completed' },
    { problem: quarry, status: 'in_progress', due: '2025-03-31' },
  ],
})

describe.each(stores)('in $name', (store) => {
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'taizhang-links-'))
    db = openLedger(store.make(dir))
  })
  afterEach(async () => {
    db.close()
    await dropMade()
    rmSync(dir, { recursive: true, force: true })
  })

  describe('reports of one county', () => {
    it('are linked as they come, and make one problem of what is told three times', () => {
      for (const report of [plan, may, june]) db.put(report, v1)
      expect(ends({ report: 'may.txt' })).toEqual(
        expect.arrayContaining([
          [keyOf(may, 2), keyOf(plan, 1), 'shortened', 'linked'],
          [keyOf(may, 1), keyOf(plan, 2), 'same', 'linked'],
          [keyOf(june, 1), keyOf(may, 2), 'shortened', 'linked'],
          [keyOf(june, 2), keyOf(may, 1), 'same', 'linked'],
        ]),
      )
      expect([...db.query('SELECT thread, count(*) AS items FROM threads GROUP BY thread ORDER BY thread')]).toEqual([
        { thread: 1, items: 3 },
        { thread: 2, items: 3 },
      ])
    })

    it.each([
      ['in order', [plan, may, june]],
      ['the latest first', [june, may, plan]],
      ['the plan last', [may, june, plan]],
    ])('that come %s tell that what June closed is not overdue, though May called it open', (_, order) => {
      for (const report of order) db.put(report, v1)
      const past = (day: string) => db.items({ overdueAsOf: day }).map(({ key, problemDue }) => [key, problemDue])
      expect(past('2024-08-01')).toEqual([])
      expect(past('2025-04-01')).toEqual([[keyOf(june, 2), '2025-03-31']])
      expect(db.history(keyOf(may, 2))).toMatchObject({
        state: 'done',
        stateBy: keyOf(june, 1),
        due: '2024-05-31',
        contradictions: [],
      })
      const moved = db.history(keyOf(plan, 2))
      expect(moved?.entries.map(({ key }) => key)).toEqual([keyOf(plan, 2), keyOf(may, 1), keyOf(june, 2)])
      expect(moved?.contradictions).toEqual([
        {
          code: 'deadline_moved',
          earlier: keyOf(plan, 2),
          later: keyOf(june, 2),
          from: '2024-12-31',
          to: '2025-03-31',
          days: 90,
        },
      ])
    })

    it('tell of a problem that was closed and is open again', () => {
      const august = reportOf({ source: 'august.txt', day: '2024-08-31', items: [{ problem: lake, status: 'in_progress' }] })
      for (const report of [plan, june, august]) db.put(report, v1)
      expect(db.history(keyOf(plan))?.contradictions).toEqual([
        { code: 'reopened', earlier: keyOf(june), later: keyOf(august) },
      ])
      expect(db.items({ overdueAsOf: '2024-09-01' }).map(({ key }) => key)).toEqual([keyOf(august)])
    })

    it('are told apart from what is not said and what is not past', () => {
      db.put(plan, v1)
      const count = (name: 'overdueAsOf' | 'unsaidAsOf' | 'notPastAsOf') => db.items({ [name]: '2024-08-01' }).length
      expect([count('overdueAsOf'), count('unsaidAsOf'), count('notPastAsOf')]).toEqual([0, 1, 1])
      db.put(may, v1)
      expect([count('overdueAsOf'), count('unsaidAsOf'), count('notPastAsOf')]).toEqual([1, 0, 1])
      db.put(june, v1)
      expect([count('overdueAsOf'), count('unsaidAsOf'), count('notPastAsOf')]).toEqual([0, 0, 1])
    })
  })

  describe('links', () => {
    it('go with a version and come back with it', () => {
      for (const report of [plan, june]) db.put(report, v1)
      const before = ends()
      const replaced = reportOf({ source: 'june.txt', day: '2024-06-30', items: [{ problem: quarry, status: 'completed' }] })
      db.put(replaced, v1)
      expect(ends()).toEqual([[keyOf(replaced), keyOf(plan, 2), 'same', 'linked']])
      expect(db.history(keyOf(plan, 1))).toMatchObject({ thread: null, state: 'unknown' })
      db.remove(replaced.document.id)
      expect(ends()).toEqual(before)
      expect(db.history(keyOf(plan, 1))?.state).toBe('done')
    })

    it('are the same when all are made anew, and when what was left out is made up for', () => {
      for (const report of [plan, may, june]) db.put(report, v1)
      const before = ends()
      expect(db.link({ anew: true })).toBe(3)
      expect(ends()).toEqual(before)
      const later = openLedger(join(dir, 'later.db'), { indexing: false })
      for (const report of [plan, may, june]) later.put(report, v1)
      expect(later.links()).toEqual([])
      expect(later.link()).toBe(3)
      expect(later.links().map(({ item, other: against, relation, state }) => [item, against, relation, state])).toEqual(before)
      expect(later.link()).toBe(0)
      later.close()
    })

    it('join a county’s item to its city’s and not to its neighbour’s', () => {
      const items = [{ problem: lake }, { problem: quarry }]
      const [ofCity, ofCounty, beside] = [
        reportOf({
          source: 'city.txt',
          day: '2024-06-30',
          region: city,
          items: [
            { problem: lake, status: 'completed' },
            { problem: quarry, status: 'in_progress' },
          ],
        }),
        reportOf({ source: 'county.txt', kind: 'plan', items }),
        reportOf({ source: 'beside.txt', kind: 'plan', region: other, items }),
      ]
      for (const report of [beside, ofCounty, ofCity]) db.put(report, v1)
      expect(db.links().map(({ item, other: against, bond }) => [item, against, bond])).toEqual([
        [keyOf(beside, 1), keyOf(ofCity, 1), 'copies'],
        [keyOf(ofCounty, 1), keyOf(ofCity, 1), 'copies'],
        [keyOf(beside, 2), keyOf(ofCity, 2), 'copies'],
        [keyOf(ofCounty, 2), keyOf(ofCity, 2), 'copies'],
      ])
      expect(db.history(keyOf(ofCounty))).toMatchObject({ state: 'done', stateBy: keyOf(ofCity) })
      // One county's report does not tell what became of the city's whole.
      const closed = reportOf({ source: 'closed.txt', day: '2024-09-30', items: [{ problem: quarry, status: 'completed' }] })
      db.put(closed, v1)
      expect(db.history(keyOf(ofCity, 2))).toMatchObject({ state: 'open' })
      expect(db.history(keyOf(ofCounty, 2))).toMatchObject({ state: 'done', stateBy: keyOf(closed) })
      expect(db.history(keyOf(beside, 2))?.state).toBe('open')
    })

    it('do not join problems that name another place, and ask where they doubt', () => {
      const village = (name: string) => `${name}养鸡场粪水直排农田灌溉渠，周边村民反映强烈，镇里未作处理。`
      const [one, two] = [
        reportOf({ source: 'a.txt', kind: 'plan', items: [{ problem: village('柳树镇') }, { problem: quarry }] }),
        reportOf({ source: 'b.txt', items: [{ problem: village('黄土镇') }, { problem: quarry }] }),
      ]
      for (const report of [one, two]) db.put(report, v1)
      expect(ends({ state: 'linked' })).toEqual([[keyOf(two, 2), keyOf(one, 2), 'same', 'linked']])
    })
  })

  describe('what a person decides', () => {
    const pair = [
      reportOf({ source: 'a.txt', kind: 'plan', items: [{ problem: lake }] }),
      reportOf({ source: 'b.txt', day: '2024-06-30', items: [{ problem: lake, status: 'completed' }] }),
    ] as const

    it('lasts through re-parses, a new version and making all anew', () => {
      for (const report of pair) db.put(report, v1)
      const [link] = db.links()
      expect(db.decideLink(String(link?.link), 'rejected', '张某', '两处湖')).toMatchObject({ state: 'rejected' })
      const rejected = () => {
        expect(db.links().map(({ state }) => state)).toEqual(['rejected'])
        expect(db.history(keyOf(pair[0]))).toMatchObject({ thread: null, state: 'unknown' })
      }
      rejected()
      for (const parserVersion of ['2', '3', '4']) for (const report of pair) db.put(report, { parserVersion })
      rejected()
      db.link({ anew: true })
      rejected()
      db.put(
        reportOf({ source: 'b.txt', day: '2024-06-30', salt: 'new bytes', items: [{ problem: lake, status: 'completed' }] }),
        v1,
      )
      rejected()
      db.decideLink(String(db.links()[0]?.link), 'confirmed')
      expect(db.history(keyOf(pair[0]))?.state).toBe('done')
    })

    it('is one decision whichever of the two reports comes first', () => {
      const undated = [
        reportOf({ source: 'a.txt', kind: 'plan', items: [{ problem: lake }] }),
        reportOf({ source: 'b.txt', kind: 'plan', items: [{ problem: lake }], salt: 'b' }),
      ] as const
      for (const report of undated) db.put(report, v1)
      const ends = () => db.links().map(({ item, other, state }) => [[item, other].sort(), state])
      const both = [keyOf(undated[0]), keyOf(undated[1])].sort()
      db.decideLink(`${keyOf(undated[0])}=${keyOf(undated[1])}`, 'confirmed', '张某')
      expect(ends()).toEqual([[both, 'confirmed']])
      // Taken out and in again, the first is the later one.
      db.remove(undated[0].document.id)
      expect(ends()).toEqual([])
      db.put(undated[0], v1)
      expect(ends()).toEqual([[both, 'confirmed']])
      expect(db.history(keyOf(undated[0]))?.entries).toHaveLength(2)
    })

    it('parts a thread where all links between its halves are rejected, and joins it anew', () => {
      const ofLake = (source: string, day: string | undefined, more: { due?: string; status?: 'in_progress' | 'completed' }) =>
        reportOf({ source, ...(day ? { day } : { kind: 'plan' as const }), items: [{ problem: lake, ...more }] })
      const [told, spring, summer, autumn] = [
        ofLake('plan.txt', undefined, { due: '2024-05-31' }),
        ofLake('spring.txt', '2024-03-31', { status: 'in_progress' }),
        ofLake('summer.txt', '2024-06-30', { status: 'in_progress' }),
        ofLake('autumn.txt', '2024-09-30', { status: 'completed' }),
      ]
      for (const report of [told, spring, summer, autumn]) db.put(report, v1)
      const names = new Map([told, spring, summer, autumn].map((report) => [keyOf(report), report.document.source]))
      const shown = (report: Report) => {
        const found = db.history(keyOf(report))
        return [found?.state, found?.thread, found?.entries.map(({ key }) => names.get(key))]
      }
      const all = ['plan.txt', 'spring.txt', 'summer.txt', 'autumn.txt']
      expect(shown(told)).toEqual(['done', 1, all])
      const early = new Set([keyOf(told), keyOf(spring)])
      const between = db.links().filter(({ item, other: against }) => early.has(item) !== early.has(against))
      for (const { link } of between) db.decideLink(String(link), 'rejected')
      const [first, second] = [told, autumn].map((report) => db.history(keyOf(report))?.thread ?? null)
      expect(first === null || second === null || first === second).toBe(false)
      expect(shown(told)).toEqual(['open', first, all.slice(0, 2)])
      expect(shown(spring)).toEqual(['open', first, all.slice(0, 2)])
      expect(shown(summer)).toEqual(['done', second, all.slice(2)])
      expect(shown(autumn)).toEqual(['done', second, all.slice(2)])
      // one link between them is enough
      db.decideLink(String(between[0]?.link), 'confirmed')
      for (const report of [told, spring, summer, autumn]) expect(shown(report)).toEqual(['done', shown(told)[1], all])
    })

    it('joins two items that no rule links', () => {
      const reworded = reportOf({
        source: 'b.txt',
        day: '2024-06-30',
        items: [{ problem: '餐饮店排污口已全部封堵并接入管网', status: 'completed' }],
      })
      for (const report of [pair[0], reworded]) db.put(report, v1)
      expect(db.links()).toEqual([])
      expect(db.decideLink(`${keyOf(reworded)}=${keyOf(pair[0])}`, 'confirmed')).toMatchObject({ state: 'confirmed' })
      expect(db.history(keyOf(pair[0]))?.state).toBe('done')
      for (const report of [reworded, pair[0]]) db.put(report, { parserVersion: '2' })
      expect(db.history(keyOf(pair[0]))?.state).toBe('done')
      expect(db.decideLink('99', 'confirmed')).toBeNull()
      expect(db.decideLink(`${keyOf(reworded)}=nothing#1`, 'confirmed')).toBeNull()
    })
  })
})

/** What is counted over a ledger for people who look: problems by state, place, unit and time, and what they should look at first. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ItemFilter, type Ledger, openLedger } from '../output/store/index.js'
import { doubtfulReports, worstDiagnostics, wrongTotals } from '../output/store/review.js'
import { doubts, standingOverTime, unitTallies } from '../output/store/standings.js'
import { suggestions } from '../output/store/suggestions.js'
import {
  countOf,
  dueDays,
  type ReportFacts,
  reportFacts,
  reportKeys,
  stampOf,
  standingBy,
  standingOf,
  tallies,
  titlesOf,
} from '../output/store/tallies.js'
import type { Diagnostic, Item, Report } from '../pipeline/record.js'
import { plainReport } from './helpers/record.js'
import { dropMade, stores } from './helpers/stores.js'

const county = { name: '湖南省湘潭市韶山市', code: '430382', level: 'county' as const }
const other = { name: '云南省大理白族自治州祥云县', code: '532923', level: 'county' as const }
const lake = '镜湖沿岸餐馆二十三家把油污直接倒进湖里，湖湾长期发臭，群众多次反映。'
const quarry = '石岭采石场越界开采十五亩，边坡裸露，至今没有复绿。'
const dust = '城区六处工地扬尘管控流于形式，没有围挡。'
const funds = '专项资金闲置一千二百六十万元，两年没有拨付。'

const diagnostic = (
  code: Diagnostic['code'],
  severity: Diagnostic['severity'],
  more: Partial<Diagnostic> = {},
): Diagnostic => ({
  code,
  severity,
  message: `${code} here`,
  span: null,
  item: null,
  ...more,
})

const told = (
  draft: Parameters<typeof plainReport>[0],
  document: Partial<Report['document']> & { day?: string } = {},
  item: (one: Item) => Item = (one) => one,
): Report => {
  const report = plainReport(draft)
  const { day, ...rest } = document
  const text = report.document.text.slice(0, 2)
  const asOf =
    day === undefined ? null : { start: day, end: day, precision: 'day' as const, text, span: [0, 2] as [number, number] }
  return { ...report, document: { ...report.document, asOf, ...rest }, items: report.items.map(item) }
}
const programme = (type: NonNullable<Report['document']['programme']>['type'], round: number | null) =>
  ({ type, round, lookBack: false, text: '河东', span: [0, 2] }) satisfies Report['document']['programme']
const reading = (certainty: number): Report['document']['reading'] => ({ by: 'cn', margin: 1, certainty })

const plan = told(
  {
    source: 'a/plan.txt',
    region: county,
    items: [
      { problem: lake, due: '2023-12-31', lead: '县水利局' },
      { problem: quarry, due: '2024-12-31', lead: '县自然资源局', responsible: '石岭镇政府' },
      { problem: dust, lead: '县住建局' },
    ],
    declared: [
      { measure: 'items', declared: 5, extracted: 3 },
      { measure: 'status:completed', declared: 1, extracted: null },
      { measure: 'deadline:2023', declared: 1, extracted: 1 },
    ],
    diagnostics: [
      diagnostic('page_number_removed', 'info'),
      diagnostic('names_run_together', 'warning', { span: [3, 9], item: 2 }),
      diagnostic('reading_uncertain', 'warning'),
    ],
  },
  { kind: 'plan', day: '2023-03-31', title: '韶山市2023年整改方案', reading: reading(0.9) },
)
const progress = told(
  {
    source: 'b/progress.txt',
    region: county,
    items: [
      { problem: lake, status: 'completed' },
      { problem: quarry, status: 'in_progress', due: '2025-03-31', lead: '县自然资源局' },
    ],
    salt: 'progress',
  },
  { kind: 'progress', day: '2024-06-30', programme: programme('provincial_environmental_inspection', 2) },
  (one) => (one.seq === 1 && one.status ? { ...one, status: { ...one.status, closure: 'closed' as const } } : one),
)
const audit = told(
  {
    source: 'c/audit.txt',
    region: other,
    items: [
      { problem: funds, status: 'not_started', due: '2023-09-30', lead: '县财政局' },
      { problem: '三个项目未经招标直接发包。', status: 'completed', lead: '县财政局' },
      { problem: '两处合同没有备案。', lead: '县财政局' },
    ],
    declared: [{ measure: 'items', declared: 2, extracted: 3 }],
    diagnostics: [diagnostic('reading_uncertain', 'warning'), diagnostic('no_items', 'error', { span: [0, 4] })],
    salt: 'audit',
  },
  {
    kind: 'checklist',
    title: '祥云县2022年度审计查出问题整改清单',
    programme: programme('audit', null),
    reading: reading(0.6),
  },
)
/** What the source of the audit held before: in no count. */
const earlier = told({ source: 'c/audit.txt', region: other, items: [{ problem: funds, lead: '县发改局' }], salt: 'earlier' })
const nowhere = told(
  { source: 'd/nowhere.txt', items: [{ problem: '会议记录不全。' }, { problem: funds }, { problem: lake }], salt: 'nowhere' },
  { title: null, kind: 'unknown' },
)

describe.each(stores)('in $name', (store) => {
  let dir: string
  let path: string
  let db: Ledger
  let facts: Map<number, ReportFacts>
  const keyOf = (report: Report, item?: number) => `${report.document.id.slice(0, 12)}${item === undefined ? '' : `#${item}`}`
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'taizhang-counts-'))
    path = store.make(dir)
    db = openLedger(path)
    for (const report of [plan, progress, earlier, audit, nowhere]) db.put(report, { parserVersion: '1' })
    db.fail({
      id: null,
      source: 'b/gone.pdf',
      parserVersion: '1',
      diagnostics: [diagnostic('unreadable_source', 'error'), diagnostic('page_number_removed', 'info')],
    })
    facts = reportFacts(db)
  })
  afterAll(async () => {
    db.close()
    await dropMade()
    rmSync(dir, { recursive: true, force: true })
  })

  it('tells of each report what it is counted under: its year is that of its day, else of its title', () => {
    const shown = [...facts.values()].map(({ key, title, kind, programme, round, region, code, year }) => [
      key,
      title,
      kind,
      programme,
      round,
      region,
      code,
      year,
    ])
    expect(shown).toEqual([
      [keyOf(plan), '韶山市2023年整改方案', 'plan', null, null, county.name, '430382', '2023'],
      [
        keyOf(progress),
        '河东县整改情况报告',
        'progress',
        'provincial_environmental_inspection',
        2,
        county.name,
        '430382',
        '2024',
      ],
      [keyOf(audit), '祥云县2022年度审计查出问题整改清单', 'checklist', 'audit', null, other.name, '532923', '2022'],
      [keyOf(nowhere), null, 'unknown', null, null, null, null, null],
    ])
    for (const [number, one] of facts) expect(one.report).toBe(number)
  })

  describe('tallies', () => {
    const nameOf = (report: number) => facts.get(report)?.key
    it('count items and statuses whole, and problems by their newest item', () => {
      const all = tallies(db, {})
      expect(
        all.map(({ report, count, standing }) => [nameOf(report), count, standing.done, standing.open, standing.unknown]),
      ).toEqual([
        [keyOf(plan), 3, 0, 0, 1],
        [keyOf(progress), 2, 1, 1, 0],
        [keyOf(audit), 3, 1, 1, 1],
        [keyOf(nowhere), 3, 0, 0, 3],
      ])
      const none = {
        completed: 0,
        basically_completed: 0,
        on_schedule: 0,
        behind_schedule: 0,
        in_progress: 0,
        not_started: 0,
        none: 0,
      }
      expect(all.map(({ statuses }) => statuses)).toEqual([
        { ...none, none: 3 },
        { ...none, completed: 1, in_progress: 1 },
        { ...none, completed: 1, not_started: 1, none: 1 },
        { ...none, none: 3 },
      ])
      expect(all.map(({ closures }) => closures)).toEqual([
        { submitted: 0, closed: 0 },
        { submitted: 0, closed: 1 },
        { submitted: 0, closed: 0 },
        { submitted: 0, closed: 0 },
      ])
      expect([countOf(all), standingOf(all)]).toEqual([11, { done: 2, open: 2, unknown: 5 }])
      expect([countOf([]), standingOf([])]).toEqual([0, { done: 0, open: 0, unknown: 0 }])
    })

    it.each<[what: ItemFilter, words: string, counts: [report: Report, items: number][]]>([
      [{ report: 'a/plan.txt' }, '', [[plan, 3]]],
      [
        { report: ['plan.txt', 'c/audit.txt'] },
        '',
        [
          [plan, 3],
          [audit, 3],
        ],
      ],
      [
        { regions: ['湘潭市'] },
        '',
        [
          [plan, 3],
          [progress, 2],
        ],
      ],
      [
        { statuses: ['completed'] },
        ' ',
        [
          [progress, 1],
          [audit, 1],
        ],
      ],
      [{ closures: ['closed'] }, '', [[progress, 1]]],
      [{ heads: true, report: 'progress.txt' }, '', [[progress, 2]]],
      [
        {},
        '油污',
        [
          [plan, 1],
          [progress, 1],
          [nowhere, 1],
        ],
      ],
      [{ kinds: ['plan'] }, '油污', [[plan, 1]]],
      [{ kinds: ['plan'] }, '资金', []],
    ])('of %j and the words %j', (filter, words, counts) => {
      expect(tallies(db, filter, words).map(({ report, count }) => [nameOf(report), count])).toEqual(
        counts.map(([report, count]) => [keyOf(report), count]),
      )
    })

    it('by a name of their reports leave out what has no problem of its own', () => {
      const all = tallies(db, {})
      expect([...standingBy(all, facts, ({ programme: type }) => type)]).toEqual([
        [null, { done: 0, open: 0, unknown: 4 }],
        ['provincial_environmental_inspection', { done: 1, open: 1, unknown: 0 }],
        ['audit', { done: 1, open: 1, unknown: 1 }],
      ])
      // Both problems of the plan that are told again are counted with the report that tells them last.
      const again = tallies(db, { report: 'plan.txt', text: '镜湖' })
      expect(countOf(again)).toBe(1)
      expect([...standingBy(again, facts, ({ code }) => code)]).toEqual([])
      expect([...standingBy(all, new Map(), ({ code }) => code)]).toEqual([])
    })
  })

  it.each<[filter: ItemFilter, days: [day: string, state: string, count: number][]]>([
    [
      {},
      [
        ['2023-09-30', 'open', 1],
        ['2025-03-31', 'open', 1],
      ],
    ],
    [{ regions: ['湖南省'] }, [['2025-03-31', 'open', 1]]],
    [{ report: 'audit.txt' }, [['2023-09-30', 'open', 1]]],
    [{ statuses: ['not_started'] }, [['2023-09-30', 'open', 1]]],
    [{ statuses: ['completed'] }, []],
    [{ years: [2024] }, [['2025-03-31', 'open', 1]]],
  ])('days by which something is due, of %j', (filter, days) => {
    expect(dueDays(db, filter).map(({ day, state, count }) => [day, state, count])).toEqual(days)
  })

  it('pages of reports and titles by their keys', () => {
    const keys = [plan, progress, audit, nowhere].map((report) => keyOf(report))
    expect([reportKeys(db, 10, 0), reportKeys(db, 2, 1), reportKeys(db, 2, 4)]).toEqual([keys, keys.slice(1, 3), []])
    expect([...titlesOf(db, [keyOf(plan), keyOf(nowhere), keyOf(plan), 'none'])]).toEqual([
      [keyOf(plan), '韶山市2023年整改方案'],
      [keyOf(nowhere), null],
    ])
  })

  it('what was known at the end of each half-year: one that says nothing takes nothing back', () => {
    expect(standingOverTime(db)).toEqual([
      { end: '2023-06-30', standing: { done: 0, open: 0, unknown: 3 } },
      { end: '2024-06-30', standing: { done: 1, open: 1, unknown: 1 } },
    ])
  })

  it('bodies with their problems, those with most first', () => {
    const shown = (limit: number, name?: string) => {
      const { units, all } = unitTallies(db, limit, name)
      return [all, ...units.map(({ unit, standing: { done, open, unknown }, next }) => [unit, done, open, unknown, next])]
    }
    expect(shown(50)).toEqual([
      5,
      ['县财政局', 1, 1, 1, '2023-09-30'],
      ['县住建局', 0, 0, 1, null],
      ['县水利局', 1, 0, 0, null],
      ['县自然资源局', 0, 1, 0, '2025-03-31'],
      ['石岭镇政府', 0, 1, 0, '2025-03-31'],
    ])
    expect(shown(1)).toEqual([5, ['县财政局', 1, 1, 1, '2023-09-30']])
    expect(shown(50, '水利')).toEqual([1, ['县水利局', 1, 0, 0, null]])
    expect(shown(50, '发改')).toEqual([0])
  })

  it('how much a person should look at', () => {
    expect(doubts(db)).toEqual({ readings: 2, links: 3, totals: 2, errors: 1, failures: 1 })
  })

  it('the surest links that wait for a person', () => {
    const { links, all } = suggestions(db, 2)
    expect([all, links]).toEqual([
      3,
      db
        .links({ state: 'suggested' })
        .sort((a, b) => a.link - b.link)
        .slice(0, 2),
    ])
    expect(links[0]).toMatchObject({
      state: 'suggested',
      why: ['programme_unknown', 'region_unknown', 'letters'],
      item: keyOf(progress, 1),
      other: keyOf(nowhere, 3),
      region: county.name,
      otherRegion: null,
    })
  })

  it('the totals that disagree', () => {
    const first = { report: keyOf(plan), source: 'a/plan.txt', measure: 'items', declared: 5, extracted: 3, text: '共5项。' }
    const at = plan.document.text.indexOf('共5项。')
    const second = { report: keyOf(audit), source: 'c/audit.txt', measure: 'items', declared: 2, extracted: 3, text: '共2项。' }
    expect(wrongTotals(db, 1)).toEqual({ rows: [{ ...first, span: [at, at + 4] }], all: 2 })
    expect(wrongTotals(db, 9)).toMatchObject({ rows: [first, second], all: 2 })
    // What the ledger itself checks are the same.
    expect(db.check().totals).toEqual(wrongTotals(db, 9).rows)
  })

  it('errors before warnings, with those of what failed', () => {
    const { rows, all } = worstDiagnostics(db, 9)
    expect(rows).toEqual([
      { report: null, source: 'b/gone.pdf', ...diagnostic('unreadable_source', 'error') },
      { report: keyOf(audit), source: 'c/audit.txt', ...diagnostic('no_items', 'error', { span: [0, 4] }) },
      {
        report: keyOf(plan),
        source: 'a/plan.txt',
        ...diagnostic('names_run_together', 'warning', { span: [3, 9], item: 2 }),
      },
      { report: keyOf(plan), source: 'a/plan.txt', ...diagnostic('reading_uncertain', 'warning') },
      { report: keyOf(audit), source: 'c/audit.txt', ...diagnostic('reading_uncertain', 'warning') },
    ])
    expect(all).toBe(5)
    expect(worstDiagnostics(db, 2)).toEqual({ rows: rows.slice(0, 2), all: 5 })
  })

  it('the reports whose layout is least sure', () => {
    expect(doubtfulReports(db, 9)).toEqual({ rows: [keyOf(audit), keyOf(plan)], all: 2 })
    expect(doubtfulReports(db, 1)).toEqual({ rows: [keyOf(audit)], all: 2 })
  })

  it('another state of the ledger is told by its stamp', () => {
    const reading = openLedger(path, { readonly: true })
    try {
      const before = stampOf(reading)
      expect(stampOf(reading)).toBe(before)
      db.fail({ id: null, source: 'late.pdf', parserVersion: '1', diagnostics: [] })
      expect(stampOf(reading)).not.toBe(before)
      db.remove('late.pdf')
    } finally {
      reading.close()
    }
  })
})

describe('an empty ledger', () => {
  it('has nothing to count', () => {
    const db = openLedger(':memory:')
    const nothing = { rows: [], all: 0 }
    expect([reportFacts(db).size, tallies(db, {}), dueDays(db), standingOverTime(db), unitTallies(db, 9)]).toEqual([
      0,
      [],
      [],
      [],
      { units: [], all: 0 },
    ])
    expect([wrongTotals(db, 9), worstDiagnostics(db, 9), doubtfulReports(db, 9)]).toEqual([nothing, nothing, nothing])
    expect(suggestions(db, 9)).toEqual({ links: [], all: 0 })
    expect(doubts(db)).toEqual({ readings: 0, links: 0, totals: 0, errors: 0, failures: 0 })
    db.close()
  })
})

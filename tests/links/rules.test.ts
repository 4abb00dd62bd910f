/** The rules of linking one by one. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesBetween, objections, otherPlaces } from '../../pipeline/links/difference.js'
import {
  bodyOf,
  dayOfReport,
  evidence,
  fingerprintsOf,
  inOrder,
  kinshipOf,
  type LinkReport,
  lettersOf,
  linkItem,
  linkReports,
  placeOf,
  prepare,
  regionTie,
  relationOf,
  repeatsIn,
  type Statement,
  standingOf,
} from '../../pipeline/links/index.js'
import { clausesOf, listNumber } from '../../pipeline/links/letters.js'

describe('letters', () => {
  it.each([
    ['关于“河道淤积”的问题', '河道淤积'],
    ['反馈问题：河道淤积，多年未清。', '河道淤积多年未清'],
    ['河 道 淤 积 ； 面积３.５万㎡', '河道淤积面积3.5万m2'],
    ['河道淤積（對應清單第12項）。', '河道淤积'],
    ['针对污水直排方面的问题', '污水直排'],
    ['问题', '问题'],
  ])('of %s are %s', (text, letters) => {
    expect(lettersOf(text)).toBe(letters)
  })
  it.each([
    ['反馈问题二十一：', 21],
    ['（五）', 5],
    ['⑤', 5],
    ['12．', 12],
    ['1.2', null],
    ['', null],
  ])('of the label %s give the number %s', (label, number) => {
    expect(listNumber(label)).toBe(number)
  })
  it('are those of the clauses together, for any text', () => {
    const words = fc.string({ unit: fc.constantFrom(...'河湖治理，。；1.5%“”（） 不的问题关于ａ') })
    fc.assert(
      fc.property(words, (text) => {
        expect(clausesOf(text).join('')).toBe(lettersOf(text))
      }),
    )
  })
  it('that share a run of eight share a fingerprint', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'河湖山林田草沙'), maxLength: 60 })
    const run = fc.string({ unit: fc.constantFrom(...'水气土声光'), minLength: 8, maxLength: 20 })
    fc.assert(
      fc.property(letters, letters, run, (a, b, shared) => {
        const known = new Set(fingerprintsOf(a + shared))
        expect(fingerprintsOf(shared + b).some((gram) => known.has(gram))).toBe(true)
      }),
    )
  })
})

describe('the relation of two texts', () => {
  const item = (problem: string) => linkItem({ seq: 1, label: '', category: null, problem, goal: null, places: [] })
  it.each([
    ['same', '河道淤积，多年未清。', '关于“河道淤积、多年未清”的问题'],
    ['shortened', '河道淤积，多年未清，群众反映强烈。', '河道淤积。群众反映强烈。'],
    ['shortened', '多年未清', '河道淤积，多年未清，群众反映强烈。'],
    ['edited', '河道淤积，多年未清。', '多年未清，河道淤积。'],
    ['edited', '县城河道淤积，多年未清。', '河道淤积。'],
    ['edited', '河道淤积严重，多年未清。', '河道淤积。'],
  ])('is %s: %s | %s', (relation, a, b) => {
    expect(relationOf(item(a), item(b))).toBe(relation)
  })
})

describe('what two like texts differ in', () => {
  const found = (a: string, b: string) => objections(clausesOf(a), clausesOf(b))
  it.each([
    [[], '全县共有加油站33座没有备案', '全县共有加油站三十三座没有备案'],
    [[], '推进污水管网建设不力', '污水管网建设推进缓慢'],
    [[], '养殖场粪水直排，影响水质', '养殖场粪水直排'],
    [[], '东河污水溢流38处，西河污水溢流51处', '西河污水溢流51处，东河污水溢流38处'],
    [['all_figures'], '全县共有加油站33座没有备案', '全县共有加油站38座没有备案'],
    [['names'], '柳树镇垃圾填埋场渗滤液外溢', '黄土镇垃圾填埋场渗滤液外溢'],
    [['names'], '浅水县黑臭水体返黑返臭', '清水县黑臭水体返黑返臭'],
    [['names'], '龙泉县城区扬尘严重', '龙潭县城区扬尘严重'],
    [['names'], '东河沿岸排口溢流', '西河沿岸排口溢流'],
    [['names'], '永昌化工有限公司超标排放', '金源化工有限公司超标排放'],
    [['name'], '清溪镇排口溢流', '青溪镇排口溢流'],
    [['figures'], '2019年以来12家企业排放38吨废水、17吨废气', '2019年以来12家企业排放38吨废水、19吨废气'],
  ])('is %j: %s | %s', (rules, a, b) => {
    expect(found(a, b)).toEqual(rules)
    expect(found(b, a)).toEqual(rules)
  })
  it('is nothing for the same text, and the same from either side', () => {
    const words = fc.string({ unit: fc.constantFrom(...'河湖镇县东西12，。公司厂') })
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(changesBetween(a, a)).toEqual([])
        expect(found(a, b).length).toBe(found(b, a).length)
      }),
      { numRuns: 50 },
    )
  })
  it.each([
    [true, ['430381'], ['430382']],
    [false, ['430300'], ['430382']],
    [false, ['430381', '430382'], ['430382']],
    [false, [], ['430382']],
  ])('is %s for the regions %j and %j', (other, a, b) => {
    expect(otherPlaces(a, b)).toBe(other)
  })
})

const county = (code: string, name: string): LinkReport['region'] => ({ code, name, level: 'county' })
const report = (more: Partial<LinkReport> = {}): LinkReport => ({
  kind: 'plan',
  region: county('430382', '湖南省湘潭市韶山市'),
  programme: { type: 'central_environmental_inspection', round: 2, lookBack: false },
  place: null,
  body: null,
  year: null,
  day: null,
  items: [],
  ...more,
})

describe('two reports', () => {
  it.each([
    ['same', '430382', '430382'],
    ['above', '430300', '430382'],
    ['above', '430000', '430382'],
    ['below', '430382', '430300'],
    ['apart', '430381', '430382'],
    ['apart', '440300', '430382'],
  ])('stand %s by %s and %s', (tie, a, b) => {
    expect(regionTie(county(a, a), county(b, b))).toBe(tie)
  })
  const discipline = { type: 'discipline_inspection' as const, round: 3, lookBack: false }
  it.each([
    ['regions beside one another', report({ region: county('430381', '湖南省湘潭市湘乡市') }), report()],
    ['other places in no table', report({ region: null, place: '西山县' }), report({ region: null, place: '东山县' })],
    ['other bodies', report({ programme: discipline, body: '水利局' }), report({ programme: discipline, body: '教育局' })],
    ['other years of accounts', report({ year: 2022 }), report({ year: 2023 })],
  ])('of %s have nothing in common', (_, a, b) => {
    expect(kinshipOf(a, b)).toBeNull()
  })
  it('of one place in no table, and of a nation and its county, have', () => {
    expect(kinshipOf(report({ region: null, place: '西山县' }), report({ region: null, place: '西山县' }))?.doubts).toEqual([])
    const nation = { name: '中华人民共和国', code: null, level: 'nation' as const }
    expect(kinshipOf(report({ region: nation }), report())).toMatchObject({ bond: 'copies', tie: 'above' })
  })
  it('of two rounds are not linked without a person', () => {
    const items = ['河道淤积多年没有清理，群众反映强烈。', '矿山边坡裸露，至今没有复绿。'].map((problem, index) =>
      linkItem({ seq: index + 1, label: `${index + 1}、`, category: null, problem, goal: null, places: [] }),
    )
    const round = (n: number) =>
      prepare(report({ items, programme: { type: 'central_environmental_inspection', round: n, lookBack: false } }))
    expect(linkReports(round(2), round(2)).map(({ certainty }) => certainty)).toEqual([1, 1])
    expect(linkReports(round(1), round(2)).every(({ certainty }) => certainty < 0.72)).toBe(true)
  })
  it.each([
    ['中共韶山市水利局党组关于巡察整改进展情况的通报', '水利局'],
    ['韶山市人民政府关于2022年度审计查出问题整改情况的报告', null],
    ['整改情况报告', null],
  ])('entitled %s are the report of %s', (title, body) => {
    expect(bodyOf(title)).toBe(body)
  })
  it('begin their titles with a place', () => {
    expect(placeOf('中共西山县委关于整改情况的报告')).toBe('西山县')
    expect(placeOf('整改情况的报告')).toBeNull()
  })
})

describe('the day of a report', () => {
  const day = (text: string, items: [number, number][] = [[text.indexOf('一、'), text.indexOf('完') + 1]]) =>
    dayOfReport({ asOf: null, text }, items)
  it.each([
    ['整改情况\n发布时间：2024-05-06\n一、河道淤积。完\n西山县政府\n2024年4月1日', { date: '2024-05-06', of: 'published' }],
    ['整改情况\n一、河道淤积。完\n西山县政府\n二〇二四年四月一日', { date: '2024-04-01', of: 'signed' }],
    ['整改情况\n（2024年3月8日）\n一、河道淤积。完', { date: '2024-03-08', of: 'signed' }],
    ['整改情况\n一、河道淤积。\n2024年12月31日\n完', null],
  ])('of %j is %j', (text, found) => {
    expect(day(text)).toEqual(found)
  })
})

describe('two lists of one report', () => {
  const list = ['河道淤积多年没有清理。', '矿山边坡裸露没有复绿。', '工地扬尘没有管控措施。']
  const prepared = (...texts: [number, string][]) =>
    prepare(
      report({
        items: texts.map(([number, problem], index) =>
          linkItem({ seq: index + 1, label: `${number}.`, category: null, problem, goal: null, places: [] }),
        ),
      }),
    )
  it('are linked where the annex tells the body’s problems again', () => {
    const twice = prepared(...[...list, ...list].map((text, i): [number, string] => [(i % 3) + 1, text]))
    expect(repeatsIn(twice).map(({ item, other, bond }) => [item, other, bond])).toEqual([
      [4, 1, 'repeats'],
      [5, 2, 'repeats'],
      [6, 3, 'repeats'],
    ])
    expect(
      repeatsIn(prepared([1, '河道淤积多年没有清理。'], [2, '矿山边坡裸露没有复绿。'], [1, '学校食堂后厨没有隔油池。'])),
    ).toEqual([])
  })
})

describe('what became of a problem', () => {
  const said = (more: Partial<Statement>): Statement => ({
    report: 1,
    item: 1,
    id: '',
    kind: 'progress',
    region: county('430382', '湖南省湘潭市韶山市'),
    day: null,
    state: 'unknown',
    due: null,
    dueOf: null,
    places: [],
    ...more,
  })
  const state = (on: Statement, ...all: Statement[]) => standingOf(on, inOrder(all)).state
  const city = county('430300', '湖南省湘潭市')
  it('is told by the newest that says it, a region above only where the whole is done or the own ones are silent', () => {
    const plan = said({ kind: 'plan', day: '2024-01-01' })
    const open = said({ report: 2, day: '2024-05-31', state: 'open' })
    const done = said({ report: 3, day: '2024-06-30', state: 'done' })
    const cityOpen = said({ report: 4, region: city, day: '2024-12-31', state: 'open' })
    const cityDone = said({ report: 5, region: city, day: '2025-06-30', state: 'done' })
    expect(state(plan, plan, open, done)).toBe('done')
    expect(state(plan, plan, done, cityOpen)).toBe('done')
    expect(state(plan, plan, cityOpen)).toBe('open')
    expect(state(plan, plan, open, cityDone)).toBe('done')
    expect(state(cityOpen, done, cityOpen)).toBe('open')
  })
  it('is told by a region below where the problem names nothing beyond it', () => {
    const ofCounty = said({ report: 2, day: '2025-01-31', state: 'done' })
    const on = (places: string[]) => said({ region: city, day: '2024-12-31', state: 'open', places })
    const [own, wider] = [on(['430382']), on(['430382', '430381'])]
    expect(state(own, own, ofCounty)).toBe('done')
    expect(state(wider, wider, ofCounty)).toBe('open')
  })
  it('is the undated progress report’s rather than the plan’s', () => {
    const plan = said({ kind: 'plan', day: '2024-01-01', state: 'open' })
    const progress = said({ report: 2, state: 'done' })
    expect(state(plan, plan, progress)).toBe('done')
  })
})

it('each rule says what it means', () => {
  for (const [, meaning] of Object.values(evidence)) expect(meaning).toMatch(/^[\x20-\x7e]+ · \p{Script=Han}/u)
})

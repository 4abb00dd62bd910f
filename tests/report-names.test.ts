import { expect, test } from 'vitest'
import { table, truncate, width } from '../output/cli/layout.js'
import { titleOf } from '../output/cli/reports.js'
import { openLedger } from '../output/store/index.js'
import { plainReport } from './helpers/record.js'

test.each([
  ['浚县整改销号公示', '河南省鹤壁市浚县', '浚县整改销号公示'],
  ['横州市整改公示', '广西壮族自治区南宁市横州市', '横州市整改公示'],
  ['贵州省整改方案', '贵州省', '贵州省整改方案'],
  ['关于审计查出问题整改情况的报告', '江苏省盐城市', '关于审计查出问题整改情况的报告（江苏省盐城市）'],
  ['杭州市整改公示', '广西壮族自治区南宁市横州市', '杭州市整改公示（广西壮族自治区南宁市横州市）'],
  ['整改情况', null, '整改情况'],
  [null, '贵州省', 'reports/a.txt'],
])('the report %j of %j is called %j', (title, region, name) => {
  const ledger = openLedger(':memory:')
  ledger.put(plainReport({ source: 'reports/a.txt', items: [{ problem: '河道淤积。' }] }), { parserVersion: '1' })
  const [one] = ledger.reports()
  ledger.close()
  if (!one) throw new Error('it is there')
  expect(titleOf({ ...one, title, region: region === null ? null : { name: region, code: null, level: null } })).toBe(name)
})

test('what is cut ends in two dots, within its columns', () => {
  expect(truncate('河道淤积严重', 9)).toBe('河道淤..')
  expect(width(truncate('河道淤积严重', 9))).toBeLessThanOrEqual(9)
  expect(truncate('河道淤积', 8)).toBe('河道淤积')
})

test('an empty cell is a hyphen, and the rule is of hyphens', () => {
  expect(table([{ title: '甲' }, { title: 'b' }], [['—', '—x']])).toBe('甲  b\n--  --\n-   —x')
})

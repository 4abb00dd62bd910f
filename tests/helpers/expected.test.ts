/** The comparison and the invariants must themselves fail where a report is wrong. */
import { describe, expect, it } from 'vitest'
import type { Item, Report } from '../../pipeline/record.js'
import { compareExpected, expectedSchema, project } from './expected.js'
import { brokenInvariants } from './invariants.js'
import { hardWrap, textVariants, variants } from './variants.js'

const text = '甲县整改清单\n1.河道淤塞。\n整改措施：（一）清淤。（二）护岸。\n责任单位：县水利局'
const at = (part: string): [number, number] => [text.indexOf(part), text.indexOf(part) + part.length]
const action = (label: string, own: string) => ({
  label,
  text: own,
  span: at(label + own),
  parties: [],
  deadline: null,
  children: [],
})
const item = (): Item => ({
  seq: 1,
  label: '1.',
  span: [text.indexOf('1.'), text.length],
  category: null,
  categoryPath: [],
  problem: { text: '河道淤塞。', span: at('河道淤塞。') },
  goal: null,
  targets: [],
  measures: [action('（一）', '清淤。'), action('（二）', '护岸。')],
  progress: [],
  parties: [
    {
      role: 'responsible_unit',
      kind: 'unit',
      name: '县水利局',
      fullName: null,
      title: null,
      scope: null,
      span: at('县水利局'),
    },
  ],
  deadline: null,
  status: null,
  quantities: [],
  dates: [],
  references: [],
  places: [],
})
const report = (change: Partial<Item> = {}): Report => ({
  schemaVersion: 1,
  document: {
    id: '0'.repeat(64),
    source: 'report.txt',
    format: 'text',
    encoding: 'utf-8',
    title: '甲县整改清单',
    kind: 'checklist',
    programme: null,
    region: null,
    asOf: null,
    reading: null,
    text,
  },
  items: [{ ...item(), ...change }],
  declared: [],
  diagnostics: [],
})
const gold = expectedSchema.parse(project(report()))

describe('compareExpected', () => {
  it('agrees with the report it was read from, white space apart', () => {
    expect(compareExpected(gold, report())).toEqual([])
    expect(compareExpected(gold, report({ problem: { text: '河道\n淤塞。', span: [0, 0] } }))).toEqual([])
  })
  it.each<[string, Partial<Item>]>([
    ['another problem', { problem: { text: '河道淤塞严重。', span: [0, 0] } }],
    ['a missing measure', { measures: [action('（一）', '清淤。')] }],
    ['another label', { label: '1、' }],
    ['a missing party', { parties: [] }],
    ['an invented deadline', { deadline: { text: '', span: [0, 0], entries: [] } }],
    ['a party read from prose', { measures: item().measures.map((m, i) => (i ? m : { ...m, parties: item().parties })) }],
  ])('reports %s', (_, change) => {
    expect(compareExpected(gold, report(change))).toHaveLength(1)
  })
  it('reports a missing and an unexpected item', () => {
    expect(compareExpected(gold, { ...report(), items: [] })).toHaveLength(2)
    expect(compareExpected({ ...gold, items: [] }, report())).toHaveLength(2)
  })
  it('does not compare what the gold leaves out', () => {
    expect(compareExpected({ document: {}, items: [{ problem: '河道淤塞。' }] }, report())).toEqual([])
  })
})

describe('brokenInvariants', () => {
  it('finds nothing in a sound report', () => {
    expect(brokenInvariants(report())).toEqual([])
  })
  it.each<[string, Partial<Item>]>([
    ['a text that does not stand at its span', { problem: { text: '河道淤塞。', span: [0, 3] } }],
    ['a gap in seq', { seq: 2 }],
    ['siblings that overlap', { measures: [action('（一）', '清淤。（二）护岸。'), action('（二）', '护岸。')] }],
    ['an action whose text is not its span', { measures: [{ ...action('（一）', '清淤。'), text: '清淤' }] }],
  ])('finds %s', (_, change) => {
    expect(brokenInvariants(report(change)).length).toBeGreaterThan(0)
  })
})

describe('the forms of a text', () => {
  const decode = (bytes: Uint8Array | null | undefined, encoding: string) => bytes && new TextDecoder(encoding).decode(bytes)
  it('come back as what they were made from', () => {
    expect(decode(variants.GB18030?.(text), 'gb18030')).toBe(text)
    expect(variants.GB18030?.('𠮷')).toBeNull()
    expect(decode(variants['BOM and CRLF']?.(text), 'utf-8')?.replaceAll('\r\n', '\n')).toBe(text)
    expect(decode(textVariants['full-width digits']?.('1.5'), 'utf-8')).toBe('１.５')
  })
  it('break lines neither within a figure nor before a closing mark', () => {
    const lines = decode(hardWrap(`${'字'.repeat(39)}2024年${'字'.repeat(36)}，${'字'.repeat(5)}`), 'utf-8')?.split('\n')
    expect(lines).toEqual(['字'.repeat(39), `2024年${'字'.repeat(35)}`, `字，${'字'.repeat(5)}`])
  })
})

import { strToU8 } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import { checkRecord } from '../pipeline/check-record.js'
import { parseReport } from '../pipeline/parse.js'
import type { Action, Item, Report } from '../pipeline/record.js'
import { brokenInvariants } from './helpers/invariants.js'
import { sampleReport } from './helpers/record.js'

type Span = [number, number]
const sample = sampleReport()
const { text } = sample.document
const spanOf = (words: string, from = 0): Span => {
  const at = text.indexOf(words, from)
  if (at < 0) throw new Error(`the sample lost ${words}`)
  return [at, at + words.length]
}
const withItem = (change: (item: Item) => Item): Report => ({
  ...sample,
  items: sample.items.map((item, i) => (i === 0 ? change(item) : item)),
})
const action = (words: string, span: Span = spanOf(words), children: Action[] = []): Action => ({
  label: '',
  text: words,
  span,
  parties: [],
  deadline: null,
  children,
})
/** What the check makes of it: the record, which then holds, and what it says it did. */
const repaired = (report: Report) => {
  const { report: whole, repairs } = checkRecord(report)
  expect(brokenInvariants(whole)).toEqual([])
  expect(checkRecord(whole).repairs).toEqual([])
  return { whole, item: whole.items[0], told: repairs.map(({ message }) => message).join('; ') }
}

test('a part that two items share is kept by both; one that the first cannot keep, by neither', () => {
  const [first, second] = sample.items
  if (!first || !second) throw new Error('the sample lost its items')
  const shared = first.goal ?? { text: first.problem.text, span: first.problem.span }
  const both = { ...sample, items: [first, { ...second, goal: shared }, ...sample.items.slice(2)] }
  const kept = repaired(both)
  expect(kept.told).toBe('')
  expect(kept.whole.items[1]?.goal).toEqual(shared)
  // The problem's words are no goal of the first, and so none of the second.
  const wrong = { text: first.problem.text, span: first.problem.span }
  const lost = repaired({
    ...sample,
    items: [{ ...first, goal: wrong }, { ...second, goal: wrong }, ...sample.items.slice(2)],
  })
  expect(lost.whole.items.map(({ goal }) => goal).slice(0, 2)).toEqual([null, null])
})

test('a record that holds is given back as it is', () => {
  const { report, repairs } = checkRecord(sample)
  expect(report).toBe(sample)
  expect(repairs).toEqual([])
})

describe('words that do not stand at their place', () => {
  it('of a goal, a state, a deadline, a category or a mention are taken out', () => {
    const { item, told } = repaired(
      withItem((one) => ({
        ...one,
        goal: one.goal && { ...one.goal, text: '别的目标。' },
        status: one.status && { ...one.status, span: [one.status.span[0] + 1, one.status.span[1]] },
        deadline: one.deadline && { ...one.deadline, text: '明年' },
        category: one.category && { ...one.category, span: [0, 1] },
        quantities: one.quantities.map((q) => ({ ...q, span: [q.span[0] + 1, q.span[1] + 1] })),
        references: one.references.map((r) => ({ ...r, span: [r.span[0] + 5, r.span[1] + 5] })),
        targets: one.targets.map((t) => ({ ...t, text: '别的' })),
      })),
    )
    expect(item).toMatchObject({
      goal: null,
      status: null,
      deadline: null,
      category: null,
      quantities: [],
      references: [],
      targets: [],
    })
    expect(told).toContain('the goal did not stand at its place')
    expect(told).toContain('a quantity did not stand in the text')
  })

  it('of a problem cost the item; the others keep their numbers without a gap', () => {
    const { whole, told } = repaired(withItem((one) => ({ ...one, problem: { ...one.problem, text: '别的问题。' } })))
    expect(whole.items.map(({ seq, label }) => [seq, label])).toEqual([[1, '二、']])
    expect(told).toContain('an item whose problem did not stand')
    // What was noticed of the item that went is not said of another.
    expect(whole.diagnostics.map(({ item }) => item)).toEqual([null, null])
    expect(whole.declared.map(({ agrees, extracted }) => [agrees, extracted])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ])
  })

  it('of a measure are read again', () => {
    const { item, told } = repaired(
      withItem((one) => ({ ...one, progress: one.progress.map((p) => ({ ...p, text: '已建成。' })) })),
    )
    expect(item?.progress[0]?.text).toBe(sample.items[0]?.progress[0]?.text)
    expect(told).toContain('read again')
  })

  it('beyond the end of the text are taken out', () => {
    const far: Span = [text.length - 1, text.length + 5]
    const { whole } = repaired({
      ...withItem((one) => ({
        ...one,
        parties: one.parties.map((p) => ({ ...p, span: far })),
        dates: one.dates.map((d) => ({ ...d, span: far })),
      })),
      declared: sample.declared.map((d) => ({ ...d, span: far })),
      diagnostics: sample.diagnostics.map((d) => ({ ...d, span: far, item: 9 })),
    })
    expect(whole.items[0]).toMatchObject({ parties: [], dates: [] })
    expect(whole.declared).toEqual([])
    expect(whole.diagnostics.map(({ span, item }) => [span, item])).toEqual([
      [null, null],
      [null, null],
    ])
  })
})

describe('parts that do not lie where they belong', () => {
  const [first] = sample.items
  if (!first) throw new Error('the sample lost its items')

  it('a measure beyond its item is taken out', () => {
    const { item } = repaired(withItem((one) => ({ ...one, measures: [...one.measures, action('砖厂粉尘扰民。')] })))
    expect(item?.measures).toEqual(first.measures)
  })

  it('a measure over another is taken out, the first stays', () => {
    const { item, told } = repaired(withItem((one) => ({ ...one, measures: [...one.measures, action('加强巡查。')] })))
    expect(item?.measures).toEqual(first.measures)
    expect(told).toContain('over another part')
  })

  it('a part of a measure beyond it is taken out, and no word is lost', () => {
    const [one] = first.measures
    if (!one) throw new Error('the sample lost its measures')
    const wide: Span = [one.children[1]?.span[0] ?? 0, one.span[1] + 3]
    const { item } = repaired(
      withItem((it) => ({
        ...it,
        measures: [{ ...one, children: one.children.map((child, i) => (i === 1 ? { ...child, span: wide } : child)) }],
      })),
    )
    const [left] = item?.measures ?? []
    expect(left?.children).toHaveLength(1)
    expect(left?.text.replace(/\s/g, '')).toContain('再建村级管网。')
  })

  it('mentions of one kind at one place are one', () => {
    const { item } = repaired(
      withItem((one) => ({ ...one, dates: [...one.dates, ...one.dates], places: [...one.places, ...one.places] })),
    )
    expect(item?.dates).toEqual(first.dates)
    expect(item?.places).toEqual(first.places)
  })

  it('mentions of another item are none of this', () => {
    const other = { ...first.places[0], name: '砖厂', code: null, level: null, span: spanOf('砖厂') }
    expect(repaired(withItem((one) => ({ ...one, places: [...one.places, other] }))).item?.places).toEqual(first.places)
  })

  it('an item that goes on into the next ends where that begins', () => {
    const { whole } = repaired(withItem((one) => ({ ...one, span: [one.span[0], text.length] })))
    expect(whole.items).toHaveLength(2)
    expect(whole.items[0]?.span[1]).toBe(whole.items[1]?.span[0])
  })

  it('of two items at one place the first stays', () => {
    const twice = { ...sample, items: [...sample.items, ...sample.items.slice(1).map((item) => ({ ...item, seq: 3 }))] }
    expect(repaired(twice).whole.items).toEqual(sample.items)
  })

  it('measures in one another deeper than any numbering are words of the one above', () => {
    const words = '加强巡查。'
    const span = spanOf(words)
    let deep = action(words)
    for (let n = 0; n < 5000; n++) deep = { ...action('', span, [deep]), text: '' }
    const { item } = repaired(withItem((one) => ({ ...one, measures: [deep] })))
    expect(JSON.stringify(item).match(/"children":\[\{/g)).toHaveLength(31)
    expect(JSON.stringify(item)).toContain(words)
  })
})

test('half of a character that a span has cut is made whole', () => {
  const cut = {
    ...sample,
    document: { ...sample.document, text: `${text}😀` },
    diagnostics: sample.diagnostics.map((d) => ({ ...d, message: '\ud83d' })),
  }
  expect(checkRecord(cut).report.diagnostics.map(({ message }) => message)).toEqual(['\ufffd', '\ufffd'])
})

describe('damaged sources give records that hold, and say what was repaired', () => {
  const html = (body: string) => `<html><body><p>青溪县督察整改清单</p>${body}</body></html>`
  it.each([
    ['a field before its sibling', '青溪县督察整改情况\n问题：，整改情况：清扫\n3）\n巡查。整改\n2.'],
    ['a bracket that outlasts its item', '青溪县督察整改方案\n（二）。整改措施：。\n（牵头：期限：）'],
    ['a cell over rows that are not there', html('<table><th>反馈问题<th>整改目标<tr><td><td rowspan=3>6年<tr><td>')],
    [
      'a cell over two columns',
      html('<table><tr><th>反馈问题<th>整改目标<th>整改措施<tr><td>砖厂扬尘<td colspan=2>2024年底前清扫3公里道路</table>'),
    ],
    [
      'rows in rows',
      html(
        '<table><tr><th>序号<th>反馈问题<th>整改措施<tr><td rowspan=9>1<td>砖厂<td>清扫<tr><td rowspan=2>河道<td>清淤<tr><td>',
      ),
    ],
  ])('%s', async (_, source) => {
    const { report } = await parseReport(strToU8(source), 'a')
    expect(brokenInvariants(report)).toEqual([])
    expect(checkRecord(report).repairs).toEqual([])
  })
})

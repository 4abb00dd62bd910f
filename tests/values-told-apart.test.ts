/** Values that one character or one blank decides, found where a change of the rules was noticed by no other test (docs/mutants.md). */
import { describe, expect, it } from 'vitest'
import { findDates } from '../parsers/values/dates.js'
import { findQuantities } from '../parsers/values/quantities.js'
import { findPlaces } from '../parsers/values/regions.js'
import { findTargets } from '../parsers/values/targets.js'

describe('dates', () => {
  it.each<[text: string, found: [start: string, end: string, relation: string, words: string][]]>([
    ['清查2023.6.1-6.30的账目', [['2023-06-01', '2023-06-30', 'during', '2023.6.1-6.30']]],
    ['往来账目自2021年3月1日清理', [['2021-03-01', '2021-03-01', 'since', '自2021年3月1日']]],
    ['来自2021年3月的账目', [['2021-03-01', '2021-03-31', 'during', '2021年3月']]],
    ['各自2021年3月1日清理', [['2021-03-01', '2021-03-01', 'at', '2021年3月1日']]],
  ])('%s', (text, found) => {
    expect(
      findDates(text, { year: 2023 }).map(({ start, end, relation, text: words }) => [start, end, relation, words]),
    ).toEqual(found)
  })
})

describe('quantities', () => {
  it.each<[text: string, found: [value: number, comparator: string, unit: string | null, words: string][]]>([
    ['水位120米上下', [[120, '~', 'm', '120米上下']]],
    ['30人上下班', [[30, '=', '{人}', '30人']]],
    ['60名上下学的儿童', [[60, '=', '{名}', '60名']]],
    ['5公里上下游', [[5, '=', 'km', '5公里']]],
    ['20公 顷', [[20, '=', 'ha', '20公 顷']]],
    [`20公${' '.repeat(12)}顷`, []],
    ['3块5角', [[3.5, '=', 'CNY', '3块5角']]],
    ['第3、4号矿坑', []],
    ['十余万只', [[100_000, '>', '{只}', '十余万只']]],
    ['数十万只', []],
  ])('%s', (text, found) => {
    expect(findQuantities(text).map(({ value, comparator, unit, text: words }) => [value, comparator, unit, words])).toEqual(
      found,
    )
  })
})

describe('places', () => {
  it.each([
    ['按《水法》和《韶山市湖泊条例》，湘乡市整改。', ['湘乡市']],
    ['《水法》要求湘潭县按《韶山市办法》和《湘乡市办法》整改', ['湘潭县']],
  ])('%s', (text, found) => {
    expect(findPlaces(text).map(({ span }) => text.slice(...span))).toEqual(found)
  })
})

describe('targets', () => {
  it.each([
    ['用水量降至2025年的38立方米', '用水量', 38, '2025-12-31'],
    ['用水量降至 2025年的38立方米', '用水量', 38, '2025-12-31'],
  ])('%s', (text, indicator, value, by) => {
    expect(findTargets(text, { year: 2023 })).toMatchObject([{ indicator, value, by }])
  })
})

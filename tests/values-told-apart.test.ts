/** Values that one character or one blank decides, found where a change of the rules was noticed by no other test (docs/mutants.md). */
import { describe, expect, it } from 'vitest'
import { canonicalBody } from '../parsers/values/bodies.js'
import { findDates } from '../parsers/values/dates.js'
import { figureAt, spokenDecimals } from '../parsers/values/digits.js'
import { findNumbers } from '../parsers/values/numbers.js'
import { numeralAt } from '../parsers/values/numerals.js'
import { findQuantities } from '../parsers/values/quantities.js'
import { findPlaces } from '../parsers/values/regions.js'
import { findTargets } from '../parsers/values/targets.js'

describe('dates', () => {
  it.each<[text: string, found: [start: string, end: string, relation: string, words: string][]]>([
    ['清查2023.6.1-6.30的账目', [['2023-06-01', '2023-06-30', 'during', '2023.6.1-6.30']]],
    ['往来账目自2021年3月1日清理', [['2021-03-01', '2021-03-01', 'since', '自2021年3月1日']]],
    ['来自2021年3月的账目', [['2021-03-01', '2021-03-31', 'during', '2021年3月']]],
    ['各自2021年3月1日清理', [['2021-03-01', '2021-03-01', 'at', '2021年3月1日']]],
    ['从2016-2018，共发放', [['2016-01-01', '2018-12-31', 'during', '从2016-2018']]],
    ['自2016-2018清理账目', [['2016-01-01', '2018-12-31', 'during', '自2016-2018']]],
    [
      '2024年6月底、到2025年底',
      [
        ['2024-06-30', '2024-06-30', 'at', '2024年6月底'],
        ['2025-12-31', '2025-12-31', 'by', '到2025年底'],
      ],
    ],
    ['3月1日至2024年9月30日', [['2024-03-01', '2024-09-30', 'during', '3月1日至2024年9月30日']]],
    ['3月5日至2024年3月5日', [['2024-03-05', '2024-03-05', 'during', '3月5日至2024年3月5日']]],
    ['持续七八年的工程', []],
    ['前2季度完成', [['2023-01-01', '2023-06-30', 'during', '前2季度']]],
    ['2024年1月至6月止', [['2024-01-01', '2024-06-30', 'during', '2024年1月至6月止']]],
    ['11月至2024年3月', [['2023-11-01', '2024-03-31', 'during', '11月至2024年3月']]],
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
    ['12块5', [[12.5, '=', 'CNY', '12块5']]],
    ['3万元5角', [[30_000.5, '=', 'CNY', '3万元5角']]],
    ['3公里500米', [[3.5, '=', 'km', '3公里500米']]],
    ['2吨300公斤', [[2.3, '=', 't', '2吨300公斤']]],
    ['1小时30分', [[1.5, '=', 'h', '1小时30分']]],
    ['两吨半', [[2.5, '=', 't', '两吨半']]],
    [
      '2公里3吨',
      [
        [2, '=', 'km', '2公里'],
        [3, '=', 't', '3吨'],
      ],
    ],
    ['三台设备停运', [[3, '=', '{台}', '三台']]],
    ['九台区、五台县共排查企业', []],
    ['三门县召开会议', []],
    ['第3、4号矿坑', []],
    ['十余万只', [[100_000, '>', '{只}', '十余万只']]],
    ['数十万只', []],
    ['截至13年第二季度', []],
    ['累计不少于一户一策', []],
    ['一个', [[1, '=', '{个}', '一个']]],
    ['50-30人', []],
    ['5-3公里', []],
    ['米九', [[1.9, '=', 'm', '米九']]],
    ['身高 米九', [[1.9, '=', 'm', '米九']]],
    ['身高米九', []],
    ['二三人', [[2, '=', '{人}', '二三人']]],
    ['十几人', [[10, '>', '{人}', '十几人']]],
    ['三百几人', []],
    ['长5m9号', []],
    ['3.12.5米', [[5, '=', 'm', '5米']]],
    ['12成', []],
    ['9成', [[90, '=', '%', '9成']]],
    ['督察三处', []],
    ['检查三处', [[3, '=', '{处}', '三处']]],
    ['累计停产30日', [[30, '=', 'd', '30日']]],
    ['累计做了很多工作以及停产等30日', []],
  ])('%s', (text, found) => {
    expect(findQuantities(text).map(({ value, comparator, unit, text: words }) => [value, comparator, unit, words])).toEqual(
      found,
    )
  })
})

describe('figures', () => {
  it('a chain of labels has whole numbers only', () => {
    expect(figureAt('3.12.5', 2)).toEqual({ mantissa: 12, exponent: 0, whole: 2, end: 4 })
    expect(figureAt('3，12.5', 2)).toMatchObject({ mantissa: 125, exponent: -1 })
  })
  it('decimals behind 点 end where the digits do', () => {
    expect(spokenDecimals('点25万', 0)).toEqual({ digits: '25', end: 3 })
    expect(spokenDecimals('点五万', 0)).toEqual({ digits: '5', end: 2 })
    expect(spokenDecimals('点万', 0)).toBeNull()
  })
  it('two large units at most stand behind decimals', () => {
    expect(numeralAt('一点五万亿', 0)).toMatchObject({ value: 1_500_000_000_000, span: [0, 5] })
    expect(numeralAt('一点五万万亿', 0)).toMatchObject({ value: 150_000_000, span: [0, 5] })
  })
  it.each([
    ['伍', [5]],
    ['大写 伍 ，', [5]],
    ['队伍', []],
    ['伍家', []],
    ['半', [0.5]],
    ['半 ，', []],
  ])('a digit that is a word in words counts where it stands alone: %s', (text, found) => {
    expect(findNumbers(text).map(({ value }) => value)).toEqual(found)
  })
})

describe('bodies', () => {
  it.each([
    ['县发改局', '县发展和改革局'],
    ['县发改局党组', '县发展和改革局党组'],
    ['县发改局机关食堂', null],
  ])('%s', (name, canonical) => {
    expect(canonicalBody(name)).toBe(canonical)
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

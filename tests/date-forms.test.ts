/** Forms of dates with their neighbours, and the context that dates without a year are read in. */
import { describe, expect, it } from 'vitest'
import { findDates, findYearlessDates } from '../parsers/values/dates.js'
import type { DateBounds } from '../parsers/values/types.js'
import { parseReport } from '../pipeline/index.js'

const shown = (text: string, year: number | null = 2023, bounds: DateBounds | null = null): string[] =>
  findDates(text, { year, bounds }).map(
    (date) => `${date.text} ${date.start}${date.end === date.start ? '' : `..${date.end}`} ${date.relation}`,
  )

type Row = readonly [text: string, ...dates: string[]]
const table = (rows: readonly Row[]) =>
  it.each(rows.map((row) => [...row] as [string, ...string[]]))('%s', (text, ...dates) => {
    expect(shown(text)).toEqual(dates)
  })

describe('months told from the last one', () => {
  table([
    ['2022年4月进场，当月底完工', '2022年4月 2022-04-01..2022-04-30 during', '当月底 2022-04-30 at'],
    ['2022年4月进场，当月18日验收', '2022年4月 2022-04-01..2022-04-30 during', '当月18日 2022-04-18 at'],
    ['2022年12月5日下达，次月10日前报送', '2022年12月5日 2022-12-05 at', '次月10日前 2023-01-10 by'],
    ['2022年4月底前制定，次月中旬启动', '2022年4月底前 2022-04-30 by', '次月中旬 2022-05-11..2022-05-20 during'],
    // a year names no month, and what comes again is none
    ['2022年开工，当月底完成', '2022年 2022-01-01..2022-12-31 during'],
    ['从2022年4月起，每月调度，当月底通报', '从2022年4月起 2022-04-01..2022-04-30 since'],
    ['当月底前，次月初', ...[]],
  ])
})

describe('told from the day of writing, here a Wednesday', () => {
  it.each<Row>([
    ['任务一本月底前完成', '本月底前 2024-05-31 by'],
    ['表2上月底，第3下月初', '上月底 2024-04-30 at', '下月初 2024-06-01..2024-06-10 during'],
    ['月底前，每月底，5月底', '月底前 2024-05-31 by', '5月底 2024-05-31 at'],
    ['上上月、下下个月', '上上月 2024-03-01..2024-03-31 during', '下下个月 2024-07-01..2024-07-31 during'],
    ['上个月的十五号', '上个月的十五号 2024-04-15 at'],
    // counts in characters are whole years, months and quarters
    ['前三年', '前三年 2021-01-01..2023-12-31 during'],
    ['后两年', '后两年 2025-01-01..2026-12-31 during'],
    ['上一年，下一年', '上一年 2023-01-01..2023-12-31 during', '下一年 2025-01-01..2025-12-31 during'],
    ['下三个月', '下三个月 2024-06-01..2024-08-31 during'],
    ['后三个季度', '后三个季度 2024-07-01..2025-03-31 during'],
    ['两年内，一年之内', '两年内 2024-01-01..2025-12-31 during', '一年之内 2024-01-01..2024-12-31 during'],
    ['三个季度内', '三个季度内 2024-04-01..2024-12-31 during'],
    ['两周内，十天内', '两周内 2024-05-13..2024-05-26 during', '十天内 2024-05-15..2024-05-24 during'],
    ['第三年，第2年', '第三年 2026-01-01..2026-12-31 during', '第2年 2025-01-01..2025-12-31 during'],
    ['今明两年', '今明两年 2024-01-01..2025-12-31 during'],
    ['去今两年', '去今两年 2023-01-01..2024-12-31 during'],
    // counts in figures run from the day, as do 近, 过去, 未来
    ['前2个月', '前2个月 2024-03-15..2024-05-14 during'],
    ['之后3年', '之后3年 2024-05-16..2027-05-15 during'],
    ['30日内', '30日内 2024-05-15..2024-06-13 during'],
    ['近两年来', '近两年来 2022-05-15..2024-05-14 during'],
    ['最近3个月', '最近3个月 2024-02-15..2024-05-14 during'],
    ['过去的一周', '过去的一周 2024-05-08..2024-05-14 during'],
    ['今后三年', '今后三年 2024-05-15..2027-05-14 during'],
    ['未来两个季度', '未来两个季度 2024-05-15..2024-11-14 during'],
    ['三年前，两个月前', '三年前 2021-05-15 at', '两个月前 2024-03-15 at'],
    ['两年半后，两年半以前', '两年半后 2026-11-15 at', '两年半以前 2021-11-15 at'],
    // a half belongs to what stands before it
    ['半年前，半个月后，半月后', '半年前 2023-11-15 at', '半个月后 2024-05-30 at', '半月后 2024-05-30 at'],
    ['一个半月后，1个半月前，两个半月之后', ...[]],
    ['上半月，下半月', '上半月 2024-05-01..2024-05-15 during', '下半月 2024-05-16..2024-05-31 during'],
    ['上个半年，下个半年', '上个半年 2023-07-01..2023-12-31 during', '下个半年 2024-07-01..2024-12-31 during'],
    ['本季度末', '本季度末 2024-06-30 at'],
    ['下周五，本周日', '下周五 2024-05-24 at', '本周日 2024-05-19 at'],
    ['周末，下下周末', '周末 2024-05-18..2024-05-19 during', '下下周末 2024-06-01..2024-06-02 during'],
    ['昨日，明天，大后天', '昨日 2024-05-14 at', '明天 2024-05-16 at', '大后天 2024-05-18 at'],
    ['每周五，每天', ...[]],
  ])('%s', (text, ...dates) => {
    const found = findDates(text, { year: 2024, referenceDate: '2024-05-15' })
    expect(
      found.map((date) => `${date.text} ${date.start}${date.end === date.start ? '' : `..${date.end}`} ${date.relation}`),
    ).toEqual(dates)
  })
})

describe('years of two characters', () => {
  table([
    ['九八年建成，〇八年投用', '九八年 1998-01-01..1998-12-31 during', '〇八年 2008-01-01..2008-12-31 during'],
    ['零五年，八八年', '零五年 2005-01-01..2005-12-31 during', '八八年 1988-01-01..1988-12-31 during'],
    ['二四年底前，二三年六月', '二四年底前 2024-12-31 by', '二三年六月 2023-06-01..2023-06-30 during'],
    ['一三年底', '一三年底 2013-12-31 at'],
    // how long, about
    ['七八年时间，五六年，一二年，八九年前，九十年', ...[]],
    // a decade is not its first year
    ['九〇年代，六零年代初', '九〇年代 1990-01-01..1999-12-31 during', '六零年代初 1960-01-01..1969-12-31 during'],
    ['九五年代表提案', '九五年 1995-01-01..1995-12-31 during'],
    ['九十年代末，20世纪八十年代', '九十年代末 1990-01-01..1999-12-31 during', '20世纪八十年代 1980-01-01..1989-12-31 during'],
  ])
})

describe('years told from one that was named', () => {
  table([
    ['2021年开工，次年3月投用', '2021年 2021-01-01..2021-12-31 during', '次年3月 2022-03-01..2022-03-31 during'],
    ['2021年5月立项，同年9月开工', '2021年5月 2021-05-01..2021-05-31 during', '同年9月 2021-09-01..2021-09-30 during'],
    ['次年3月前，同年底，翌年初', ...[]],
  ])
})

describe('years and months in figures', () => {
  table([
    ['2022-03至2022-07集中攻坚', '2022-03至2022-07 2022-03-01..2022-07-31 during'],
    ['2022-03—2022-07', '2022-03—2022-07 2022-03-01..2022-07-31 during'],
    ['2022/03-2022/07', '2022/03-2022/07 2022-03-01..2022-07-31 during'],
    ['2022.3—7月', '2022.3—7月 2022-03-01..2022-07-31 during'],
    ['2022.3.1-7.15', '2022.3.1-7.15 2022-03-01..2022-07-15 during'],
    ['2022.11底前完成', '2022.11底前 2022-11-30 by'],
    ['于2022.11前建成', '2022.11前 2022-11-01..2022-11-30 by'],
    ['截至2022.11，已关停', '截至2022.11 2022-11-01..2022-11-30 at'],
    ['浓度2022.11毫克', ...[]],
    ['1998到99年5月', '1998到99年5月 1998-01-01..1999-05-31 during'],
    ['2019-21年', '2019-21年 2019-01-01..2021-12-31 during'],
    ['2019、2020两年', '2019 2019-01-01..2019-12-31 during', '2020 2020-01-01..2020-12-31 during'],
    ['2020—2022三年间', '2020—2022 2020-01-01..2022-12-31 during'],
    ['2020至今', '2020至今 2020-01-01..2020-12-31 since'],
    ['1990年代建成', '1990年代 1990-01-01..1999-12-31 during'],
    ['2022年代表提案', '2022年 2022-01-01..2022-12-31 during'],
    ['到2022、2023、2024年底', '到2022 2022-12-31 by', '2023 2023-12-31 by', '2024年底 2024-12-31 by'],
  ])
})

describe('a limit that is said once for a list', () => {
  table([
    ['2025年3月底、6月底和9月底前', '2025年3月底 2025-03-31 by', '6月底 2025-06-30 by', '9月底前 2025-09-30 by'],
    ['2025年5月、8月前', '2025年5月 2025-05-01..2025-05-31 by', '8月前 2025-08-01..2025-08-31 by'],
    ['到2024年底、2026年底分别建成', '到2024年底 2024-12-31 by', '2026年底 2026-12-31 by'],
    ['2022年、2023年底前', '2022年 2022-01-01..2022-12-31 during', '2023年底前 2023-12-31 by'],
    ['2023年4月1日约谈，5月底前整改', '2023年4月1日 2023-04-01 at', '5月底前 2023-05-31 by'],
    ['2023年4月底前、5月6日', '2023年4月底前 2023-04-30 by', '5月6日 2023-05-06 at'],
  ])
})

describe('parts of a year', () => {
  table([
    ['2022年首季度', '2022年首季度 2022-01-01..2022-03-31 during'],
    ['今年首季', '今年首季 2023-01-01..2023-03-31 during'],
    ['2022年前两月', '2022年前两月 2022-01-01..2022-02-28 during'],
    ['今年前5月', '今年前5月 2023-01-01..2023-05-31 during'],
    ['2022年元月', '2022年元月 2022-01-01..2022-01-31 during'],
    [
      '2022年1、2、3月',
      '2022年1 2022-01-01..2022-01-31 during',
      '2 2022-02-01..2022-02-28 during',
      '3月 2022-03-01..2022-03-31 during',
    ],
    ['年初预算、年初结转、年初计划', ...[]],
    ['年初部署，年初以来', '年初 2023-01-01..2023-02-28 during', '年初以来 2023-01-01..2023-02-28 since'],
    ['3月龄仔猪、6月饼', ...[]],
  ])
})

describe('words behind and before', () => {
  table([
    ['2022年6月30前', '2022年6月30前 2022-06-30 by'],
    ['6月30之前，6月30日24时前', '6月30之前 2023-06-30 by', '6月30日24时前 2023-06-30 by'],
    ['6月30日18:00前', '6月30日18:00前 2023-06-30 by'],
    ['2018年之后新增', '2018年之后 2018-01-01..2018-12-31 since'],
    ['2020年1月以后新增', '2020年1月以后 2020-01-01..2020-01-31 since'],
    ['2022年9月1日后不再审批', '2022年9月1日后 2022-09-01 since'],
    ['2020年来，', '2020年来 2020-01-01..2020-12-31 since'],
    ['即日起至2022年11月30日', '至2022年11月30日 2022-11-30 by'],
    ['有效期至2022年11月30日', '至2022年11月30日 2022-11-30 by'],
    ['延期至2022年11月', '2022年11月 2022-11-01..2022-11-30 during'],
  ])
})

describe('what comes again is no date', () => {
  table([
    ['每年5月至8月禁渔', ...[]],
    ['每年3月、9月各一次', ...[]],
    ['每年6月1日至9月30日', ...[]],
    ['每年5-8月，每年的5月底前', ...[]],
    ['每年10月至次年3月', ...[]],
    ['每季度首月10日前，每月5日至10日', ...[]],
    ['每年汛期后，10月底前', '10月底前 2023-10-31 by'],
  ])
})

describe('bounds of dates without a year', () => {
  const planned: DateBounds = { of: 'planned', earliest: '2023-01-01', latest: '2024-06-30' }
  const told: DateBounds = { of: 'told', earliest: null, latest: '2023-06-30' }
  it.each<[string, DateBounds, string[]]>([
    ['6月底前', planned, ['6月底前 2023-06-30 by']],
    ['2021年排查的问题12月底前完成', planned, ['2021年 2021-01-01..2021-12-31 during', '12月底前 2023-12-31 by']],
    ['2024年5月动工，12月底前完成', planned, ['2024年5月 2024-05-01..2024-05-31 during', '12月底前 2023-12-31 by']],
    ['5月已拆除，11月动工', told, ['5月 2023-05-01..2023-05-31 during', '11月 2022-11-01..2022-11-30 during']],
    ['2025年底是时限。11月已销号', told, ['2025年底 2025-12-31 at', '11月 2022-11-01..2022-11-30 during']],
    ['预计10月底完工', told, ['10月底 2023-10-31 at']],
    ['10月底前已完工', told, ['10月底前 2022-10-31 by']],
  ])('%s', (text, bounds, dates) => {
    expect(shown(text, 2023, bounds)).toEqual(dates)
  })

  it('a measure keeps to a deadline before the year of writing', () => {
    expect(shown('12月底前完成', 2024, { of: 'planned', earliest: null, latest: '2023-12-31' })).toEqual([
      '12月底前 2023-12-31 by',
    ])
  })

  it('tells the dates that lack a year', () => {
    expect(findYearlessDates('2023年动工，年底前完成，三天后').map(({ text }) => text)).toEqual([])
    expect(findYearlessDates('6月动工，年底前完成').map(({ text }) => text)).toEqual(['6月', '年底前'])
  })
})

describe('in a report', () => {
  const report = async (text: string) => (await parseReport(Buffer.from(text), 'x.txt')).report
  const datesOf = (found: Awaited<ReturnType<typeof report>>, i: number) =>
    found.items[i]?.dates.map(({ text, end }) => `${text} ${end}`)

  it('no item takes the year of the deadline of another', async () => {
    const found = await report(`青石镇水环境问题整改方案
（2023年5月）

一、污水直排问题。
整改措施：排查排口，年底前完成封堵。
整改时限：2023年12月底
二、管网缺失问题。
整改措施：铺设管网。
整改时限：2025年12月31日
`)
    expect(found.items).toHaveLength(2)
    expect(datesOf(found, 0)).toEqual(['年底前 2023-12-31', '2023年12月底 2023-12-31'])
  })

  it('leaves out a misprinted year, and says so', async () => {
    const found = await report(`青石镇水环境问题整改方案

一、污水直排问题。
整改措施：2203年6月底前完成封堵。
整改时限：2023年12月底
二、管网缺失问题。
整改措施：铺设管网。
整改时限：2023年12月底
`)
    expect(datesOf(found, 0)).toEqual(['2023年12月底 2023-12-31'])
    expect(found.diagnostics.map(({ code }) => code)).toContain('date_implausible')
  })

  it('gives the measures the year of their own deadline where nothing else tells it, and says what stays without one', async () => {
    const found = await report(`青石镇水环境问题整改方案

一、污水直排问题。
整改措施：6月底前完成排查，年底前完成封堵。
整改时限：2024年12月底
二、管网缺失问题。
整改措施：9月底前铺设管网。
整改时限：长期坚持
`)
    expect(datesOf(found, 0)).toEqual(['6月底前 2024-06-30', '年底前 2024-12-31', '2024年12月底 2024-12-31'])
    expect(datesOf(found, 1)).toEqual([])
    const yearless = found.diagnostics.filter(({ code }) => code === 'date_without_year')
    expect(yearless.map(({ item }) => item)).toEqual([2])
  })

  it('dates no progress after the day that it reports', async () => {
    const found = await report(`青石镇水环境问题整改情况报告

截至2023年6月30日，各项问题整改情况如下：
一、污水直排问题。
整改情况：11月封堵排口3处，5月复查无反弹，预计10月底销号。
整改时限：2025年12月底
二、管网缺失问题。
整改情况：已铺设管网。
整改时限：2023年12月底
`)
    expect(datesOf(found, 0)).toEqual(['11月 2022-11-30', '5月 2023-05-31', '10月底 2023-10-31', '2025年12月底 2025-12-31'])
  })

  it('reads the deadlines of all rows of an item', async () => {
    const row = (cells: string[]) => `<tr>${cells.join('')}</tr>`
    const td = (text: string, span = 1) => `<td rowspan="${span}">${text}</td>`
    const found = await report(
      `<html><body><h1>青石镇水环境问题整改清单</h1><table>${[
        row(['序号', '问题', '整改措施', '整改时限'].map((name) => `<th>${name}</th>`)),
        row([td('1', 2), td('污水直排问题。', 2), td('封堵排口。'), td('2023年6月底')]),
        row([td('铺设管网。'), td('2024年9月底')]),
        row([td('2'), td('管网缺失问题。'), td('建设管网。'), td('2023年12月底')]),
      ].join('')}</table></body></html>`,
    )
    expect(datesOf(found, 0)).toEqual(['2023年6月底 2023-06-30', '2024年9月底 2024-09-30'])
  })
})

describe('a day that is counted as a thing could be', () => {
  table([
    ['2023年10月15号生产恢复', '2023年10月15号 2023-10-15 at'],
    ['2023年6月5号企业复工', '2023年6月5号 2023-06-05 at'],
  ])
})

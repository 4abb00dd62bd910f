import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../parsers/text/fold.js'
import { addDays } from '../parsers/values/calendar.js'
import { findDates, findOpenDates, parseDate } from '../parsers/values/dates.js'
import { titleSpans } from '../parsers/values/titles.js'
import { workOf } from './helpers/work.js'

/** `text start[..end] relation`, one line a date. */
const shown = (text: string, year: number | null = 2023, referenceDate: string | null = null): string[] =>
  findDates(text, { year, referenceDate }).map(
    (date) => `${date.text} ${date.start}${date.end === date.start ? '' : `..${date.end}`} ${date.relation}`,
  )

type Row = [text: string, ...dates: string[]]

describe('one date', () => {
  it.each<Row>([
    ['2024年6月30日', '2024年6月30日 2024-06-30 at'],
    ['2024 年 6 月 30 日', '2024 年 6 月 30 日 2024-06-30 at'],
    ['２０２４年６月３０日', '２０２４年６月３０日 2024-06-30 at'],
    ['二〇二四年六月三十日', '二〇二四年六月三十日 2024-06-30 at'],
    ['二○二四年十二月', '二○二四年十二月 2024-12-01..2024-12-31 during'],
    ['两千零二十年', '两千零二十年 2020-01-01..2020-12-31 during'],
    ['2024-06-30', '2024-06-30 2024-06-30 at'],
    ['2024.6.30', '2024.6.30 2024-06-30 at'],
    ['2024/6/30', '2024/6/30 2024-06-30 at'],
    ['20240630', '20240630 2024-06-30 at'],
    ['2025年12月31前', '2025年12月31前 2025-12-31 by'],
    ['2024年2月', '2024年2月 2024-02-01..2024-02-29 during'],
    ['2023年', '2023年 2023-01-01..2023-12-31 during'],
    ['2023年度', '2023年度 2023-01-01..2023-12-31 during'],
    ['2018年底', '2018年底 2018-12-31 at'],
    ['2018 年年底', '2018 年年底 2018-12-31 at'],
    ['2019年5月底', '2019年5月底 2019-05-31 at'],
    ['2019年5月末', '2019年5月末 2019-05-31 at'],
    ['2023年上半年', '2023年上半年 2023-01-01..2023-06-30 during'],
    ['2023年第三季度', '2023年第三季度 2023-07-01..2023-09-30 during'],
    ['2023年三季度末', '2023年三季度末 2023-09-30 at'],
    ['2023年前三季度', '2023年前三季度 2023-01-01..2023-09-30 during'],
    ['2023年前11个月', '2023年前11个月 2023-01-01..2023-11-30 during'],
    ['2023年9月中旬', '2023年9月中旬 2023-09-11..2023-09-20 during'],
    ['2023年2月下旬', '2023年2月下旬 2023-02-21..2023-02-28 during'],
    ['“十四五”期间', '“十四五”期间 2021-01-01..2025-12-31 during'],
    ['“十三五”以来', '“十三五”以来 2016-01-01..2020-12-31 since'],
    ['“十四五”末', '“十四五”末 2025-12-31 at'],
    ['上世纪80年代', '上世纪80年代 1980-01-01..1989-12-31 during'],
  ])('%s', (text, ...dates) => {
    expect(shown(text)).toEqual(dates)
  })
})

describe('ranges', () => {
  it.each<Row>([
    ['2018年9月1日—10月31日', '2018年9月1日—10月31日 2018-09-01..2018-10-31 during'],
    ['2018年10-12月', '2018年10-12月 2018-10-01..2018-12-31 during'],
    ['2019－2021年', '2019－2021年 2019-01-01..2021-12-31 during'],
    ['2025年1 - 9月', '2025年1 - 9月 2025-01-01..2025-09-30 during'],
    ['2019年4月12-19日', '2019年4月12-19日 2019-04-12..2019-04-19 during'],
    ['自2020年3月1日至2021年6月30日', '自2020年3月1日至2021年6月30日 2020-03-01..2021-06-30 during'],
    ['从2020年3月到6月', '从2020年3月到6月 2020-03-01..2020-06-30 during'],
    ['自2020-05-26起至2020-05-29止', '自2020-05-26起至2020-05-29止 2020-05-26..2020-05-29 during'],
    ['2021年至2022年12月', '2021年至2022年12月 2021-01-01..2022-12-31 during'],
    ['2023年10月至次年3月', '2023年10月至次年3月 2023-10-01..2024-03-31 during'],
    ['11月至2月', '11月至2月 2023-11-01..2024-02-29 during'],
    ['9月至2025年3月', '9月至2025年3月 2024-09-01..2025-03-31 during'],
    ['2024.6—2024.9', '2024.6—2024.9 2024-06-01..2024-09-30 during'],
    ['2019年8月～9月', '2019年8月～9月 2019-08-01..2019-09-30 during'],
    ['“十二五”至“十三五”期间', '“十二五”至“十三五”期间 2011-01-01..2020-12-31 during'],
    ['2024年6月3日、4日、5日', '2024年6月3日、4日、5日 2024-06-03..2024-06-05 during'],
    ['2024年6月3日、8日', '2024年6月3日 2024-06-03 at', '8日 2024-06-08 at'],
    ['2019、2020年', '2019 2019-01-01..2019-12-31 during', '2020年 2020-01-01..2020-12-31 during'],
    ['2021年、2022年12个项目', '2021年 2021-01-01..2021-12-31 during', '2022年 2022-01-01..2022-12-31 during'],
  ])('%s', (text, ...dates) => {
    expect(shown(text)).toEqual(dates)
  })
})

describe('relations', () => {
  it.each<Row>([
    ['应于2024年底前完成', '2024年底前 2024-12-31 by'],
    ['2024年6月30日之前', '2024年6月30日之前 2024-06-30 by'],
    ['，到2025年，', '到2025年 2025-01-01..2025-12-31 by'],
    ['力争到2025年底建成', '到2025年底 2025-12-31 by'],
    ['达到2020年水平', '2020年 2020-01-01..2020-12-31 during'],
    ['直到2018年才动工', '2018年 2018-01-01..2018-12-31 during'],
    ['截至2022年12月底', '截至2022年12月底 2022-12-31 at'],
    ['截止 8 月 13 日', '截止 8 月 13 日 2023-08-13 at'],
    ['2019年以来', '2019年以来 2019-01-01..2019-12-31 since'],
    ['从2024年1月1日起', '从2024年1月1日起 2024-01-01 since'],
    ['2020年至今', '2020年至今 2020-01-01..2020-12-31 since'],
    ['2018年之后', '2018年之后 2018-01-01..2018-12-31 since'],
    ['2018年及以后', '2018年及以后 2018-01-01..2018-12-31 since'],
    ['2020年前后', '2020年前后 2020-01-01..2020-12-31 during'],
    ['2020年前期工作', '2020年 2020-01-01..2020-12-31 during'],
    ['2021年6月起草', '2021年6月 2021-06-01..2021-06-30 during'],
  ])('%s', (text, ...dates) => {
    expect(shown(text)).toEqual(dates)
  })
})

describe('years from the context', () => {
  it.each<Row>([
    ['10月底前', '10月底前 2023-10-31 by'],
    ['2020年5月统计，而当年6月变了', '2020年5月 2020-05-01..2020-05-31 during', '当年6月 2020-06-01..2020-06-30 during'],
    ['今年以来', '今年以来 2023-01-01..2023-12-31 since'],
    ['2025年1-9月，较去年同期', '2025年1-9月 2025-01-01..2025-09-30 during', '去年同期 2022-01-01..2022-09-30 during'],
    ['2021年建成，次年3月投运', '2021年 2021-01-01..2021-12-31 during', '次年3月 2022-03-01..2022-03-31 during'],
    [
      '2021年比上年下降，较上年多',
      '2021年 2021-01-01..2021-12-31 during',
      '上年 2020-01-01..2020-12-31 during',
      '上年 2020-01-01..2020-12-31 during',
    ],
    ['年底前', '年底前 2023-12-31 by'],
    ['下半年', '下半年 2023-07-01..2023-12-31 during'],
    ['“十三五”期间欠账，年底前补齐', '“十三五”期间 2016-01-01..2020-12-31 during', '年底前 2023-12-31 by'],
    // A paragraph stands for itself.
    ['2017年任务\n10月底前', '2017年 2017-01-01..2017-12-31 during', '10月底前 2023-10-31 by'],
  ])('%s', (text, ...dates) => {
    expect(shown(text)).toEqual(dates)
  })

  it('gives nothing where no year can be told', () => {
    expect(shown('10月底前完成，去年同期，年底', null)).toEqual([])
  })

  it('begins after the words only where a day of writing makes the text a question', () => {
    expect(shown('2018年之后', null, '2021-06-14')).toEqual(['2018年之后 2019-01-01..2019-12-31 since'])
  })

  it('tells what it leaves out', () => {
    expect(findOpenDates('2023年动工', { year: null })).toEqual([])
    expect(findOpenDates('将于7月4日到达', { year: null })).toMatchObject([
      { text: '7月4日', start: null, end: null, span: [2, 6] },
    ])
  })
})

describe('from a day of writing', () => {
  it.each<Row>([
    ['昨天', '昨天 2021-06-13 at'],
    ['下周三', '下周三 2021-06-23 at'],
    ['上个月', '上个月 2021-05-01..2021-05-31 during'],
    ['下月九号', '下月九号 2021-07-09 at'],
    ['三天后', '三天后 2021-06-17 at'],
    ['近三年', '近三年 2018-06-14..2021-06-13 during'],
    ['本季度', '本季度 2021-04-01..2021-06-30 during'],
    ['29日', '29日 2021-06-29 at'],
  ])('%s', (text, ...dates) => {
    expect(shown(text, null, '2021-06-14')).toEqual(dates)
    // Without it there is no such date, whatever the year.
    expect(shown(text, 2021)).toEqual([])
  })
})

describe('no dates', () => {
  it.each([
    '《2021年工作方案（2022-2025年）》',
    '《关于印发〈某县2023年任务清单〉的通知》',
    '某办〔2021〕14号',
    '某委[2017]25号',
    '公告2018年第48号',
    '2024年1号文件',
    'GB18597—2023',
    'HJ 773-2015',
    'DB43/T 1234-2020',
    '1700吨/日',
    '24小时值守',
    '2021年版目录',
    '重现期2000年一遇',
    '电话0731-85690110',
    '13800002021',
    '430100199001010011',
    '888-000-9999',
    'PM2.5',
    '3日内',
    '三年内',
    '连续3年',
    '每年10月底前',
    '每年12月31日前',
    '每季度第一个月10日前',
    '以上年产5万吨',
    '说明年度情况',
    '应当年底完成',
    '大年初一',
    '年终考核',
    '“十四五”规划',
    '截至督察进驻',
    '截至目前',
    '2024年6月31日前',
    '2024年02月30日',
    '2024年13月',
    '30日前',
    '1.2',
    '2015-2020',
  ])('%s', (text) => {
    expect(shown(text)).toEqual([])
  })

  it.each<Row>([
    ['2024年底泥清淤', '2024年 2024-01-01..2024-12-31 during'],
    ['2024年内蒙古', '2024年 2024-01-01..2024-12-31 during'],
    ['2022年初步建成', '2022年 2022-01-01..2022-12-31 during'],
    ['2022年6月30家企业', '2022年6月 2022-06-01..2022-06-30 during'],
    ['2024年6月3号楼', '2024年6月 2024-06-01..2024-06-30 during'],
    ['3.2022年12月建成', '2022年12月 2022-12-01..2022-12-31 during'],
  ])('only the date of %s', (text, ...dates) => {
    expect(shown(text)).toEqual(dates)
  })
})

describe('parseDate', () => {
  it('takes a whole string or nothing', () => {
    expect(parseDate('2019年5月底', { year: null })).toMatchObject({ start: '2019-05-31', precision: 'month' })
    expect(parseDate(' 2024.6 ', { year: null })).toMatchObject({ start: '2024-06-01', end: '2024-06-30' })
    expect(parseDate('2019年5月底完成', { year: null })).toBeNull()
    expect(parseDate('2019年和2020年', { year: null })).toBeNull()
  })

  it.each([
    ['2018年底', 'year'],
    ['2018年12月底', 'month'],
    ['2018年12月31日', 'day'],
    ['2018年第三季度', 'quarter'],
    ['2018年上半年', 'half'],
  ])('%s has the precision of its words', (text, precision) => {
    expect(parseDate(text, { year: null })?.precision).toBe(precision)
  })
})

const chinese = '〇一二三四五六七八九'
const small = (n: number): string =>
  n < 10 ? chinese.charAt(n) : `${n < 20 ? '' : chinese.charAt(Math.floor(n / 10))}十${n % 10 ? chinese.charAt(n % 10) : ''}`
const day = fc.integer({ min: 0, max: 50_000 }).map((days) => addDays('1950-01-01', days))

describe('properties', () => {
  it('reads one day in every spelling', () => {
    fc.assert(
      fc.property(day, (iso) => {
        const [year = 0, month = 0, date = 0] = iso.split('-').map(Number)
        const spellings = [
          iso,
          `${year}年${month}月${date}日`,
          `${year} 年 ${month} 月 ${date} 日`,
          `${year}.${month}.${date}`,
          `${year}/${month}/${date}`,
          iso.replaceAll('-', ''),
          `${[...String(year)].map((d) => chinese.charAt(Number(d))).join('')}年${small(month)}月${small(date)}日`,
        ]
        for (const text of spellings) expect(findDates(text, { year: null })).toMatchObject([{ start: iso, end: iso, text }])
      }),
    )
  })

  const pieces = [
    '2024年',
    '6月',
    '30日',
    '底',
    '前',
    '至',
    '—',
    '截至',
    '（',
    '，',
    '《',
    '》',
    '\n',
    '三',
    '十',
    '年',
    '1',
    '.',
    '当年',
    '“十四五”期间',
    '以来',
    '、',
  ]
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''))

  it('gives spans that hold their text, in order, with valid days', () => {
    fc.assert(
      fc.property(text, (source) => {
        let last = 0
        for (const found of findDates(source, { year: 2023, referenceDate: null })) {
          const [start, end] = found.span
          expect(start).toBeGreaterThanOrEqual(last)
          expect(source.slice(start, end)).toBe(found.text)
          expect(found.core[0]).toBeGreaterThanOrEqual(start)
          expect(found.core[1]).toBeLessThanOrEqual(end)
          expect(found.start <= found.end).toBe(true)
          expect(addDays(found.start, 0)).toBe(found.start)
          expect(addDays(found.end, 0)).toBe(found.end)
          last = end
        }
      }),
    )
  })

  it('finds in a paragraph what it finds in the file', () => {
    fc.assert(
      fc.property(
        fc.array(
          text.map((part) => part.replace(/[《》\n]/g, '')),
          { maxLength: 4 },
        ),
        (paragraphs) => {
          const whole = findDates(`x\n${paragraphs.join('\n')}`, { year: 2023 }).map((date) => [
            date.text,
            date.start,
            date.end,
            date.relation,
          ])
          const single = paragraphs
            .flatMap((part) => findDates(`\n${part}`, { year: 2023 }))
            .map((date) => [date.text, date.start, date.end, date.relation])
          expect(whole).toEqual(single)
        },
      ),
    )
  })
})

describe('work on hostile text', () => {
  const seeds = [
    '1',
    '2024',
    '2024年',
    '2024-',
    '2024年1-',
    '一',
    '年',
    '至',
    '2024年至',
    '（',
    '、',
    '1、',
    '《',
    '《》',
    '“',
    '“十四五”',
    '月',
    '当年',
    '截至',
    ' ',
    '2024 ',
    '9月1日、',
    '上',
    '第',
    '零',
  ]
  it.each(seeds)('grows linearly with runs of %j', (seed) => {
    const [once, twice, four] = [1, 2, 4].map((times) =>
      workOf(() => findDates(seed.repeat(500 * times), { year: 2023, referenceDate: '2024-01-15' })),
    )
    expect(twice).toBeLessThan(2.2 * (once ?? 0) + 500)
    expect(four).toBeLessThan(2.2 * (twice ?? 0) + 500)
  })
})

const shared = new URL('../../shared/', import.meta.url)
const reports = new URL('reports/', shared)
describe.skipIf(!existsSync(reports))('the real reports (skipped where they are not at hand)', () => {
  const files = existsSync(reports) ? readdirSync(reports) : []
  it.each(files)('%s has no date in a title, a number or a code', (file) => {
    const text = readFileSync(new URL(file, reports), 'utf8')
    const titles = titleSpans(fold(text))
    for (const found of findDates(text, { year: 2022 })) {
      const [start, end] = found.core
      expect(
        titles.some(([from, to]) => from < end && to > start),
        found.text,
      ).toBe(false)
      expect(text.slice(start - 1, start), found.text).not.toMatch(/[〔[A-Za-z]/)
      expect(text.slice(end, end + 1), found.text).not.toMatch(/[〕\]]/)
      expect(found.text).not.toMatch(/^[\d-]+$/)
    }
  })

  const gold = new URL('gold/mentions.json', shared)
  it.skipIf(!existsSync(gold))('gives the annotated dates', () => {
    const years: Record<string, number> = { '000': 2023, '001': 2023, '002': 2024, '003': 2018, '004': 2025 }
    type Gold = {
      text: string
      start: string
      end: string
      relation: string
      at: number
      optional?: boolean
      accept?: { relation?: string[] }
    }
    const passages: { file: string; text: string; dates: Gold[] }[] = JSON.parse(readFileSync(gold, 'utf8'))
    let expected = 0
    let found = 0
    let right = 0
    for (const { file, text, dates } of passages) {
      const mentions = findDates(text, { year: years[file.slice(0, 3)] ?? null })
      const optional = dates.filter((date) => date.optional).map((date) => date.at)
      expected += dates.length - optional.length
      found += mentions.filter((mention) => !optional.includes(mention.span[0])).length
      right += dates.filter(
        (date) =>
          !date.optional &&
          mentions.some(
            (m) =>
              m.text === date.text &&
              m.start === date.start &&
              m.end === date.end &&
              [date.relation, ...(date.accept?.relation ?? [])].includes(m.relation),
          ),
      ).length
    }
    expect((2 * right) / (expected + found)).toBeGreaterThanOrEqual(0.97)
  })
})

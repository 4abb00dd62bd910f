import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deadlineStatus, parseDeadline } from '../parsers/fields/deadline.js'

const names = { immediate: '立即', ongoing: '持续', long_term: '长期', date: '' } as const
const precisions = { day: '日', month: '月', quarter: '季', half: '半年', year: '年' } as const
/** 2024-06-30月{管网}: the last day, the precision of the words, the scope. */
const read = (text: string, year: number | null = 2023) =>
  parseDeadline(text, { year })
    .entries.map(
      ({ kind, date, precision, scope }) =>
        `${names[kind]}${date ?? ''}${precision ? precisions[precision] : ''}${scope ? `{${scope}}` : ''}`,
    )
    .join(' ')
const codes = (text: string, year: number | null = 2023) => parseDeadline(text, { year }).notices.map((n) => n.code)

describe('one date', () => {
  it.each([
    ['2024年12月31日', '2024-12-31日'],
    ['2024年12月31日前', '2024-12-31日'],
    ['2024年12月31前', '2024-12-31日'],
    ['2024.12.31', '2024-12-31日'],
    ['2024/12/31', '2024-12-31日'],
    ['2024-12-31', '2024-12-31日'],
    ['20241231', '2024-12-31日'],
    ['２０２４年６月底', '2024-06-30月'],
    ['2024 年 6 月 30 日', '2024-06-30日'],
    ['2024年6月30日24时前', '2024-06-30日'],
    ['2018年底', '2018-12-31年'],
    ['2019年5月底', '2019-05-31月'],
    ['2021年7月完成', '2021-07-31月'],
    ['2024年2月底前完成。', '2024-02-29月'],
    ['2024年第三季度', '2024-09-30季'],
    ['2024年上半年', '2024-06-30半年'],
    ['2024年', '2024-12-31年'],
    ['2024.6', '2024-06-30月'],
    ['年底前', '2023-12-31年'],
    ['12月底前完成整改', '2023-12-31月'],
    ['上半年', '2023-06-30半年'],
    ['确保2024年6月底前完成', '2024-06-30月'],
    ['不晚于2024年6月30日', '2024-06-30日'],
    ['2024年6月底前完成整改并通过验收销号', '2024-06-30月'],
    ['2024年底前完成全部整改任务', '2024-12-31年'],
    ['于2024年6月底前整改到位', '2024-06-30月'],
    ['截止时间：2024年6月底', '2024-06-30月'],
    ['2024年1月-2024年12月', '2024-12-31月'],
    ['2019年10月—2020年6月', '2020-06-30月'],
    ['2024年1月至12月', '2024-12-31月'],
    ['“十四五”末', '2025-12-31年'],
    ['2024年6月30日（已完成）', '2024-06-30日'],
    ['2021年12月31日（已完成整改并上报销号）', '2021-12-31日'],
    ['2021年12月底前（已完成，长期坚持）', '2021-12-31月'],
    ['2024年10月底前（达到序时进度）', '2024-10-31月'],
    ['2023年12月31日（进度滞后）', '2023-12-31日'],
    ['2022年12月底前（正在推进）', '2022-12-31月'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('events with a day in brackets', () => {
  it.each([
    ['汛期前（5月底）', '2023-05-31月'],
    ['2024年汛期前（5月底）', '2024-05-31月'],
    ['2024年汛期前（2024年5月底前）', '2024-05-31月'],
    ['2024年供暖季前（10月15日）', '2024-10-15日'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('standing phrases', () => {
  it.each([
    ['立行立改', '立即'],
    ['立即整改', '立即'],
    ['即知即改、立行立改', '立即'],
    ['持续推进', '持续'],
    ['持续推进整改工作', '持续'],
    ['常态化', '持续'],
    ['长期', '长期'],
    ['长期坚持', '长期'],
    ['长期执行。', '长期'],
    ['立行立改，长期坚持', '立即 长期'],
    ['立行立改并长期坚持', '立即 长期'],
    ['立行立改,长期坚持', '立即 长期'],
    ['立行立改，持续加强，长期坚持', '立即 持续 长期'],
    ['立行立改并持续推进', '立即 持续'],
    ['2023年9月底，长期坚持', '2023-09-30月 长期'],
    ['2024年底前完成，并长期坚持', '2024-12-31年 长期'],
    ['2024年底前完成并长期坚持', '2024-12-31年 长期'],
    ['2022年10月底前（长期坚持）', '2022-10-31月 长期'],
    ['立行立改，2024年8月底前完成', '立即 2024-08-31月'],
    ['立即整改并于2024年6月底前完成', '立即 2024-06-30月'],
    ['2024年起长期坚持', '长期'],
    ['每年11月底前完成年度补水任务，长期坚持', '长期'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('scopes', () => {
  it.each([
    [
      '养殖户清退2024年6月底前完成；库湾生态修复2024年12月底前完成；日常巡查长期坚持。',
      '2024-06-30月{养殖户清退} 2024-12-31月{库湾生态修复} 长期{日常巡查}',
    ],
    ['2023年底前完成管网普查，2024年6月底前完成改造任务。', '2023-12-31年{管网普查} 2024-06-30月{改造任务}'],
    ['2023年底前完成管网普查、2024年6月底前完成泵站改造', '2023-12-31年{管网普查} 2024-06-30月{泵站改造}'],
    ['2024年6月底前，完成管网普查；2025年底前，完成泵站改造', '2024-06-30月{管网普查} 2025-12-31年{泵站改造}'],
    [
      '铁合金厂废渣2021年7月完成、铝厂锂渣2018年11月20日完成、新超期贮存排查清理2018年10月15日完成',
      '2021-07-31月{铁合金厂废渣} 2018-11-20日{铝厂锂渣} 2018-10-15日{新超期贮存排查清理}',
    ],
    ['资金投入问题，长期执行，具体项目问题 2018 年 12 月底完成。', '长期{资金投入问题} 2018-12-31月{具体项目问题}'],
    ['立行立改，林地恢复 2023 年 6 月底前完成', '立即 2023-06-30月{林地恢复}'],
    [
      '违规取水2024年底前整治到位，再生水利用工程2025年底前建成投用，节水管理长期坚持。',
      '2024-12-31年{违规取水} 2025-12-31年{再生水利用工程} 长期{节水管理}',
    ],
    [
      '2025年上半年完成补植补造，2025年第三季度完成监测体系建设，持续推进',
      '2025-06-30半年{补植补造} 2025-09-30季{监测体系建设} 持续',
    ],
    ['2023年底前完成修复，执法监管持续推进', '2023-12-31年{修复} 持续{执法监管}'],
    ['污泥处置问题2024年底前完成；其余问题2026年底前完成', '2024-12-31年{污泥处置问题} 2026-12-31年{其余问题}'],
    ['1.管网普查：2023年6月底；2.泵站改造：2023年12月底', '2023-06-30月{管网普查} 2023-12-31月{泵站改造}'],
    ['（1）管网普查2023年6月底前（2）泵站改造2023年12月底前', '2023-06-30月{管网普查} 2023-12-31月{泵站改造}'],
    ['省级：2023年6月底；市级：2023年12月底', '2023-06-30月{省级} 2023-12-31月{市级}'],
    ['2024年6月底前、2025年底前分别完成', '2024-06-30月 2025-12-31年'],
    ['2021年排查出的问题2024年底前完成', '2024-12-31年{2021年排查出的问题}'],
    ['2023年度审计问题2024年底前完成', '2024-12-31年{2023年度审计问题}'],
    ['2024年底前取得阶段性成效，并持续推进', '2024-12-31年{取得阶段性成效} 持续'],
    ['2023年12月底（延期至2024年6月底）', '2023-12-31月 2024-06-30月{延期至}'],
    ['长期停产企业整治2024年底前完成', '2024-12-31年{长期停产企业整治}'],
  ])('%s', (text, expected) => expect(read(text)).toBe(expected))
})

describe('no day said', () => {
  it.each([
    ['按省时限要求', ['deadline_without_date']],
    ['按省自然资源厅批复的时限要求完成', ['deadline_without_date']],
    ['主汛期前', ['deadline_without_date']],
    ['2024年汛期前', ['deadline_without_date']],
    ['2024年春节前', ['deadline_without_date']],
    ['2022年秋季学期结束前', ['deadline_without_date']],
    ['收到反馈后30日内', ['deadline_without_date']],
    ['三个月内完成', ['deadline_without_date']],
    ['每年11月底前', ['deadline_without_date']],
    ['已完成', ['deadline_is_status']],
    ['见附件', ['deadline_unclear']],
    ['无', []],
    ['—', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe('')
    expect(codes(text)).toEqual(expected)
  })
  it('asks for a year that nothing tells', () => {
    expect(read('年底前', null)).toBe('')
    expect(codes('12月底前', null)).toEqual(['deadline_without_date'])
  })
  it('says so beside what can be read', () => {
    expect(read('持续推进。按省时限要求，完成核查等工作。')).toBe('持续')
    expect(codes('持续推进。按省时限要求，完成核查等工作。')).toEqual(['deadline_without_date'])
  })
})

describe('a status in the deadline', () => {
  it.each<[text: string, status: string | null]>([
    ['2021年12月31日（已完成整改并上报销号）', 'completed/submitted 已完成整改并上报销号'],
    ['2024年12月31日（已于2024年9月完成整改并通过市级验收销号）', 'completed/closed 已于2024年9月完成整改并通过市级验收销号'],
    ['2023年4月底。已完成。', 'completed/null 已完成'],
    ['已完成', 'completed/null 已完成'],
    ['2023年6月底，已完成', 'completed/null 已完成'],
    ['2024年8月底，已完成整改，长期坚持', 'completed/null 已完成整改，长期坚持'],
    ['已完成并长期坚持', 'completed/null 已完成并长期坚持'],
    ['2022年12月底前（正在推进）', 'in_progress/null 正在推进'],
    ['2022年10月底前（长期坚持）', null],
    ['立行立改，长期坚持', null],
    ['持续推进', null],
    ['2024年6月底前完成', null],
    ['2024年6月底完成', null],
    ['2024年6月底完成整改', null],
    ['2024年6月完成销号', null],
    ['2023年底前完成管网普查，2024年底前完成整改', null],
    ['', null],
  ])('%s', (text, status) => {
    const found = deadlineStatus(text)
    expect(found && `${found.code}/${found.closure} ${text.slice(...found.span)}`).toBe(status)
  })
})

describe('properties', () => {
  const part = fc.constantFrom(
    '2024年底前',
    '2024年6月30日',
    '立行立改',
    '长期坚持',
    '完成',
    '管网',
    '，',
    '、',
    '。',
    '（',
    '）',
    '持续',
    '长期',
    '汛期前',
    '每年',
    '按要求',
    ' ',
  )
  it('never throws, keeps spans inside and dates as ISO days', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 60 }),
          fc.array(part, { maxLength: 12 }).map((p) => p.join('')),
        ),
        (text) => {
          const { entries, notices } = parseDeadline(text, { year: 2023 })
          for (const { span } of notices) expect(span[0] >= 0 && span[0] <= span[1] && span[1] <= text.length).toBe(true)
          for (const { kind, date, precision, scope } of entries) {
            expect(kind === 'date').toBe(date !== null)
            expect(precision === null).toBe(date === null)
            if (date) expect(date).toMatch(/^\d{4}-\d\d-\d\d$/)
            expect(scope).not.toBe('')
          }
        },
      ),
      { numRuns: 500 },
    )
  })
  it('reads independent sentences one by one', () => {
    const sentence = fc.constantFrom('管网普查2024年6月底前完成', '泵站改造2025年底前完成', '日常巡查长期坚持', '立行立改')
    fc.assert(
      fc.property(fc.uniqueArray(sentence, { minLength: 1, maxLength: 4 }), (sentences) => {
        expect(read(sentences.join('；'))).toBe(sentences.map((s) => read(s)).join(' '))
      }),
    )
  })
})

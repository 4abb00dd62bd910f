/** What conversion does to numbers, labels, lists and titles. Reports in our own words. */
import { describe, expect, it } from 'vitest'
import type { Report } from '../pipeline/record.js'
import { buildPdf, flowPdf } from './helpers/build-pdf.js'
import { itemsInPage as html, read, sketches } from './helpers/sketch.js'

const plan = '青禾县关于巡察反馈问题的整改方案'
const progress = '青禾县关于巡察反馈问题整改情况的报告'
/** `⏎` in words is a line's end. */
const textOf = (...words: string[]): Promise<Report> => read(words.join('\n').replaceAll('⏎', '\n'))
const text = async (...words: string[]): Promise<string[]> => sketches(await textOf(...words))
/** A title, words and the items that are read of them. */
const reads = async (title: string, words: string, ...items: string[]): Promise<void> =>
  expect(await text(title, words)).toEqual(items)

describe('numbers', () => {
  const field = (problem: string, measure: string, unit: string) => `${problem}⏎整改措施：${measure}⏎责任单位：${unit}⏎`
  const items = (a: string, b: string, c: string, d: string) => [
    `${a}仓库无人看管。 ｜ plan 派人值守。 ｜ who responsible_unit:县粮食局`,
    `${b}台账登记不全。 ｜ plan 补登台账。 ｜ who responsible_unit:县供销社`,
    `${c}采购程序倒置。 ｜ plan 修订办法。 ｜ who responsible_unit:县财政局`,
    `${d}门锁损坏未修。 ｜ plan 更换门锁。 ｜ who responsible_unit:县粮食局`,
  ]
  const numbered = (a: string, b: string, c: string, d: string) =>
    a +
    field('仓库无人看管。', '派人值守。', '县粮食局') +
    b +
    field('台账登记不全。', '补登台账。', '县供销社') +
    c +
    field('采购程序倒置。', '修订办法。', '县财政局') +
    d +
    field('门锁损坏未修。', '更换门锁。', '县粮食局')

  it.each([
    ['（3） between 2. and 4. over fields of its own is the next', '1.', '2.', '（3）', '4.'],
    ['so is one whose number stands alone', '1.', '2.', '3.⏎', '4.'],
    ['or with another number of digits', '01.', '02.', '03.⏎', '4.'],
    ['or alone as well as the others', '01⏎', '02⏎', '3.⏎', '04⏎'],
    ['a list begins at its 1 where 2 is left out', '1.', '3.', '4.', '5.'],
    ['序号 over the problem that has it', '序号 1⏎', '序号 2⏎', '序号 3⏎', '序号 4⏎'],
    ['序号 with a colon too', '序号：1⏎', '序号：2⏎', '序号：3⏎', '序号：4⏎'],
  ])('%s', async (_what, a, b, c, d) => {
    const bare = [a, b, c, d].map((mark) => mark.replace('⏎', '').replace('序号 ', '序号')) as [string, string, string, string]
    await reads(plan, numbered(a, b, c, d), ...items(...bare))
  })

  it.fails('an item whose number stands alone among numbers with a blank only', async () => {
    await reads(plan, numbered('01 ', '02 ', '03⏎', '04 '), ...items('01', '02', '03', '04'))
  })

  it.fails('序号 and its number on lines of their own', async () => {
    const report = await textOf(plan, numbered('序号⏎1⏎', '序号⏎2⏎', '序号⏎3⏎', '序号⏎4⏎'))
    expect(report.items.map(({ label, problem }) => [label.replace(/[^1-4]/g, ''), problem.text])).toEqual([
      ['1', '仓库无人看管。'],
      ['2', '台账登记不全。'],
      ['3', '采购程序倒置。'],
      ['4', '门锁损坏未修。'],
    ])
  })

  it('over 问题 on a line of its own', async () => {
    const item = (n: number, problem: string, measure: string) => `序号⏎${n}⏎问题⏎${problem}⏎整改措施⏎${measure}⏎`
    const report = await textOf(plan, item(1, '仓库无人看管。', '派人值守。') + item(2, '台账登记不全。', '补登台账。'))
    expect(report.items.map(({ label, problem }) => [label.replace(/[^1-4]/g, ''), problem.text])).toEqual([
      ['1', '仓库无人看管。'],
      ['2', '台账登记不全。'],
    ])
  })

  it('a number alone that counts pages is none', async () => {
    await reads(
      plan,
      '1.仓库无人看管。⏎整改措施：派人值守，⏎3⏎更换门锁。⏎2.台账登记不全。⏎整改措施：补登台账，核对⏎4⏎账物。⏎3.合同管理混乱。⏎整改措施：统一编号。⏎5',
      '1.仓库无人看管。 ｜ plan 派人值守，更换门锁。',
      '2.台账登记不全。 ｜ plan 补登台账，核对账物。',
      '3.合同管理混乱。 ｜ plan 统一编号。',
    )
  })

  it('nor where it is that of an item', async () => {
    await reads(
      plan,
      '1.仓库无人看管。⏎整改措施：派人值守，⏎1⏎更换门锁。⏎2.台账登记不全。⏎整改措施：补登台账，核对⏎2⏎账物。⏎3.合同管理混乱。⏎整改措施：统一编号。⏎3',
      '1.仓库无人看管。 ｜ plan 派人值守，更换门锁。',
      '2.台账登记不全。 ｜ plan 补登台账，核对账物。',
      '3.合同管理混乱。 ｜ plan 统一编号。',
    )
  })

  it('（1）（2）（3） under the measures of 2. are no items', async () => {
    const measures = '⏎（1）补登台账。⏎（2）培训人员。⏎（3）每月核对。'
    await reads(
      plan,
      `1.${field('仓库无人看管。', '派人值守。', '县粮食局')}2.${field('台账登记不全。', measures, '县供销社')}4.${field('门锁损坏未修。', '更换门锁。', '县粮食局')}`,
      '1.仓库无人看管。 ｜ plan 派人值守。 ｜ who responsible_unit:县粮食局',
      '2.台账登记不全。 ｜ plan （1）补登台账。 （2）培训人员。 （3）每月核对。 ｜ who responsible_unit:县供销社',
      '4.门锁损坏未修。 ｜ plan 更换门锁。 ｜ who responsible_unit:县粮食局',
    )
  })
})

describe('labels', () => {
  const item = (n: number, label: string, problem: string, measure: string) =>
    `${n}.${problem}⏎${label}${measure}⏎责任单位：县粮食局⏎`

  it.each(['整改措失：', '整改惜施：'])('%s in a report that prints 整改措施：', async (label) => {
    await reads(
      plan,
      item(1, '整改措施：', '仓库无人看管。', '派人值守。') +
        item(2, label, '台账登记不全。', '补登台账。') +
        item(3, '整改措施：', '采购程序倒置。', '修订办法。') +
        item(4, '整改措施：', '门锁损坏未修。', '更换门锁。'),
      '1.仓库无人看管。 ｜ plan 派人值守。 ｜ who responsible_unit:县粮食局',
      '2.台账登记不全。 ｜ plan 补登台账。 ｜ who responsible_unit:县粮食局',
      '3.采购程序倒置。 ｜ plan 修订办法。 ｜ who responsible_unit:县粮食局',
      '4.门锁损坏未修。 ｜ plan 更换门锁。 ｜ who responsible_unit:县粮食局',
    )
  })

  it('in one that does not it is none', async () => {
    const report = await textOf(plan, item(1, '整改惜施：', '仓库无人看管。', '派人值守。') + item(2, '', '台账登记不全。', ''))
    expect(report.items.map(({ measures }) => measures)).toEqual([[], []])
  })

  it('目标 …, 措施 alone among labels without a colon', async () => {
    await reads(
      plan,
      '1.仓库无人看管。⏎目标 值守制度健全。⏎措施⏎派人值守。⏎更换门锁。⏎责任单位 县粮食局⏎完成时限 2024年6月底前⏎' +
        '2.台账登记不全。⏎目标 账物相符。⏎措施⏎补登台账。⏎责任单位 县供销社⏎完成时限 2024年7月底前',
      '1.仓库无人看管。 ｜ goal 值守制度健全。 ｜ plan 派人值守。 更换门锁。 ｜ who responsible_unit:县粮食局 ｜ due 2024-06-30',
      '2.台账登记不全。 ｜ goal 账物相符。 ｜ plan 补登台账。 ｜ who responsible_unit:县供销社 ｜ due 2024-07-31',
    )
  })

  it('目标, 措施 as first words of a measure are none', async () => {
    await reads(
      plan,
      '1.仓库无人看管。⏎整改措施：派人值守。⏎目标任务逐级分解到人。⏎措施未落实的通报批评。⏎2.台账登记不全。⏎整改措施：补登台账。',
      '1.仓库无人看管。 ｜ plan 派人值守。 目标任务逐级分解到人。 措施未落实的通报批评。',
      '2.台账登记不全。 ｜ plan 补登台账。',
    )
  })

  const answered = '1.仓库无人看管。⏎整改情况：已安排2人值守。⏎2.台账登记不全。⏎整改情况：已补登台账。⏎'
  const answers = ['1.仓库无人看管。 ｜ done 已安排2人值守。', '2.台账登记不全。 ｜ done 已补登台账。'] as const

  it.each([
    '下一步工作⏎（一）持续跟踪问效。县委将每季度听取汇报。⏎（二）巩固整改成果。开展专项督查。',
    '下一步工作⏎一是持续跟踪问效。县委将每季度听取汇报。二是巩固整改成果。开展专项督查。',
  ])('%s behind the last item is the report’s own', async (words) => reads(progress, answered + words, ...answers))

  it.each([
    '下一步工作⏎县委将持续跟踪问效，巩固整改成果，防止问题反弹。',
    '三、下一步工作⏎县委将持续跟踪问效，巩固整改成果，防止问题反弹。',
  ])('%s behind the last item is the report’s own', async (words) => reads(progress, answered + words, ...answers))

  it('下一步工作： under each item is the item’s', async () => {
    await reads(
      progress,
      '1.仓库无人看管。⏎整改情况：已安排2人值守。⏎下一步工作：更换门锁。⏎2.台账登记不全。⏎整改情况：已补登台账。⏎下一步工作：每月核对。',
      '1.仓库无人看管。 ｜ plan 更换门锁。 ｜ done 已安排2人值守。',
      '2.台账登记不全。 ｜ plan 每月核对。 ｜ done 已补登台账。',
    )
  })

  const bold = (n: number, problem: string, measure: string, unit: string) =>
    `<p>${n}. ${problem}</p><p><b>整改措施：</b>${measure}<b>责任单位：</b>${unit}</p>`

  it('bold names without a stop before them', async () => {
    const body = `${bold(1, '仓库无人看管', '派人值守', '县粮食局')}${bold(2, '台账登记不全', '补登台账', '县供销社')}`
    expect(await html(`<h1>${plan}</h1>${body}`)).toEqual([
      '1.仓库无人看管 ｜ plan 派人值守 ｜ who responsible_unit:县粮食局',
      '2.台账登记不全 ｜ plan 补登台账 ｜ who responsible_unit:县供销社',
    ])
  })

  it.fails('bold names behind the problem in its paragraph', async () => {
    const body = `${bold(1, '仓库无人看管', '派人值守', '县粮食局')}${bold(2, '台账登记不全', '补登台账', '县供销社')}`
    expect(await html(`<h1>${plan}</h1>${body.replaceAll('</p><p><b>', '<b>')}`)).toEqual([
      '1.仓库无人看管 ｜ plan 派人值守 ｜ who responsible_unit:县粮食局',
      '2.台账登记不全 ｜ plan 补登台账 ｜ who responsible_unit:县供销社',
    ])
  })

  it('bold words of a sentence are none', async () => {
    const body =
      '<p>1. 仓库<b>长期</b>无人看管</p><p>整改措施：派人<b>值守</b></p><p>2. 台账登记不全</p><p>整改措施：补登台账</p>'
    expect(await html(`<h1>${plan}</h1>${body}`)).toEqual([
      '1.仓库长期无人看管 ｜ plan 派人值守',
      '2.台账登记不全 ｜ plan 补登台账',
    ])
  })
})

describe('lists', () => {
  const answered = (...problems: string[]) =>
    problems.map((problem) => `${problem}⏎县粮食局已安排专人办理，每月核对一次。`).join('⏎')
  const done = 'done 县粮食局已安排专人办理，每月核对一次。'

  it('problems without stops, each over what was done', async () => {
    await reads(
      progress,
      answered('1.仓库长期无人看管', '2.台账登记不全', '3.采购程序倒置'),
      `1.仓库长期无人看管 ｜ ${done}`,
      `2.台账登记不全 ｜ ${done}`,
      `3.采购程序倒置 ｜ ${done}`,
    )
  })

  it('a problem of two paragraphs stays whole', async () => {
    await reads(
      plan,
      '1.仓库长期无人看管。⏎十二座仓库中有九座夜间无人值守。⏎整改措施：派人值守。⏎2.台账登记不全。⏎整改措施：补登台账。',
      '1.仓库长期无人看管。⏎十二座仓库中有九座夜间无人值守。 ｜ plan 派人值守。',
      '2.台账登记不全。 ｜ plan 补登台账。',
    )
  })

  const named = ['关于仓库长期无人看管的问题', '关于台账登记不全的问题', '关于采购程序倒置的问题']

  it('关于…的问题, three times, without a title', async () => {
    expect(sketches(await textOf(answered(...named)))).toEqual(named.map((problem) => `${problem} ｜ ${done}`))
  })

  it('the first of them is no title', async () => {
    expect((await textOf(answered(...named))).document.title).toBeNull()
  })

  it('twice are no list', async () => {
    const report = await textOf(answered(...named.slice(0, 2)))
    expect(sketches(report)).toEqual([])
    expect(report.diagnostics.map(({ code, severity }) => `${severity}:${code}`)).toContain('error:no_items')
  })

  it('a reading whose items hold no words gives way to one that has', async () => {
    const report = await textOf(
      progress,
      '（一）⏎1.仓库长期无人看管。⏎整改情况：已安排2人值守。⏎（二）⏎2.台账登记不全。⏎整改情况：已补登台账。⏎（三）⏎3.采购程序倒置。⏎整改情况：办法已修订。',
    )
    expect(report.items.map(({ problem }) => problem.text)).toEqual(['仓库长期无人看管。', '台账登记不全。', '采购程序倒置。'])
    expect(report.items.map(({ progress: steps }) => steps[0]?.text)).toEqual([
      '已安排2人值守。',
      '已补登台账。',
      '办法已修订。',
    ])
  })

  it('numbers without any words give no items', async () => {
    const report = await textOf(progress, '（一）⏎（二）⏎（三）')
    expect(sketches(report)).toEqual([])
    expect(report.diagnostics.map(({ code }) => code)).toContain('no_items')
  })
})

describe('titles, states, totals', () => {
  const list = '1.仓库无人看管。⏎整改情况：已安排2人值守。⏎2.台账登记不全。⏎整改情况：已补登台账。'

  it('a title printed twice in a PDF is one', async () => {
    const words = list.split('⏎').map((line) => ({ text: line }))
    const title = { text: progress, centered: true, size: 20 }
    const report = await read(buildPdf(flowPdf([title, title, ...words])), 'report.pdf')
    expect(report.document.title).toBe(progress)
    expect(sketches(report)).toEqual(['1.仓库无人看管。 ｜ done 已安排2人值守。', '2.台账登记不全。 ｜ done 已补登台账。'])
  })

  it('a title of two different lines is both', async () => {
    const words = list.split('⏎').map((line) => ({ text: line }))
    const part = (words: string) => ({ text: words, centered: true, size: 20 })
    const report = await read(
      buildPdf(flowPdf([part('青禾县人民政府'), part('关于巡察反馈问题整改情况的报告'), ...words])),
      'report.pdf',
    )
    expect(report.document.title).toBe('青禾县人民政府关于巡察反馈问题整改情况的报告')
  })

  it('2023年6月底前完成… is no title', async () => {
    const report = await textOf('2023年6月底前完成整改任务', list)
    expect(report.document.title).toBeNull()
    expect(sketches(report)).toEqual(['1.仓库无人看管。 ｜ done 已安排2人值守。', '2.台账登记不全。 ｜ done 已补登台账。'])
  })

  it('a title may begin with a year', async () => {
    expect((await textOf('2023年青禾县巡察反馈问题整改方案', list)).document.title).toBe('2023年青禾县巡察反馈问题整改方案')
  })

  it.each([
    ['经现场核查，该问题已完成整改，报请销号。', 'completed', 'submitted'],
    ['已完成整改，同意销号。', 'completed', 'closed'],
    ['已完成整改。', 'completed', null],
  ])('验收意见 %s', async (opinion, code, closure) => {
    const report = await textOf(progress, `${list}⏎验收意见：${opinion}`)
    const status = report.items[1]?.status
    expect([status?.code, status?.closure]).toEqual([code, closure])
    expect(report.items[0]?.status).toBeNull()
  })

  it('验收意见 that refuses is neither', async () => {
    const report = await textOf(progress, `${list}⏎验收意见：暂不同意销号，继续整改。`)
    expect(report.items.map(({ status }) => status?.closure ?? null)).toEqual([null, null])
    expect(report.items[1]?.status?.code).not.toBe('completed')
  })

  it('验收意见 in a form', async () => {
    const row = (name: string, value: string) => `<tr><td>${name}</td><td>${value}</td></tr>`
    const form = (problem: string, opinion: string) =>
      `<table>${row('存在问题', problem)}${row('整改措施', '派人值守。')}${row('验收意见', opinion)}</table>`
    expect(
      await html(
        `<h1>${progress}</h1>${form('仓库无人看管。', '已整改到位，报请销号。')}${form('台账登记不全。', '资料齐全，符合要求。')}`,
      ),
    ).toEqual(['仓库无人看管。 ｜ plan 派人值守。 ｜ state completed+submitted', '台账登记不全。 ｜ plan 派人值守。'])
  })

  it('填报时间：截至… is the report’s day', async () => {
    const report = await textOf(progress, '填报时间：截至2024年6月30日', list)
    expect([report.document.asOf?.start, report.document.asOf?.end, report.document.asOf?.precision]).toEqual([
      '2024-06-30',
      '2024-06-30',
      'day',
    ])
    expect(report.items.map(({ deadline }) => deadline)).toEqual([null, null])
  })

  it('截至… within what was done of an item is not', async () => {
    const report = await textOf(
      progress,
      '1.仓库无人看管。⏎整改情况：截至2024年5月底，安排2人值守。⏎2.台账登记不全。⏎整改情况：已补登。',
    )
    expect(report.document.asOf).toBeNull()
  })
})

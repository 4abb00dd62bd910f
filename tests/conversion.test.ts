/** What conversion does to the words of a report: characters, page ends, lost breaks. Reports in our own words. */
import { describe, expect, it } from 'vitest'
import type { Report } from '../pipeline/record.js'
import { read, sketches } from './helpers/sketch.js'

const plan = '青禾县关于巡察反馈问题的整改方案'
const progress = '青禾县关于巡察反馈问题整改情况的报告'
/** `⏎` in words is a line's end. */
const textOf = (...words: string[]): Promise<Report> => read(words.join('\n').replaceAll('⏎', '\n'))
const text = async (...words: string[]): Promise<string[]> => sketches(await textOf(...words))
/** A title, words and the items that are read of them. */
const reads = async (title: string, words: string, ...items: string[]): Promise<void> =>
  expect(await text(title, words)).toEqual(items)
const codes = ({ diagnostics }: Report): string[] => diagnostics.map(({ code }) => code)
/** A blank behind every second character. */
const strewn = (words: string): string => words.replace(/([\p{Script=Han}：。]{2})(?=\p{Script=Han})/gu, '$1 ')

describe('characters', () => {
  const report = [
    progress,
    '一、仓库长期无人看管，门锁损坏后没有更换。',
    '整改目标：值守制度健全，十二个仓库夜间都有人值守。',
    '整改措施：派人值守，逐个更换门锁。',
    '责任单位：县粮食局、县供销社',
    '整改情况：已安排四人值守，门锁已经更换。',
    '二、台账登记不全，账目与实物不符。',
    '整改目标：账目与实物相符。',
    '整改措施：补登台账，每月核对一次。',
    '责任单位：县财政局',
    '整改情况：已补登台账十二本。',
  ]
  const items = [
    '一、仓库长期无人看管，门锁损坏后没有更换。 ｜ goal 值守制度健全，十二个仓库夜间都有人值守。 ｜ plan 派人值守，逐个更换门锁。' +
      ' ｜ done 已安排四人值守，门锁已经更换。 ｜ who responsible_unit:县粮食局,responsible_unit:县供销社',
    '二、台账登记不全，账目与实物不符。 ｜ goal 账目与实物相符。 ｜ plan 补登台账，每月核对一次。 ｜ done 已补登台账十二本。 ｜ who responsible_unit:县财政局',
  ]

  it('blanks that a report is strewn with are left out, and that is said', async () => {
    const read = await textOf(...report.map(strewn))
    expect(sketches(read)).toEqual(items)
    expect(read.document.title).toBe(progress)
    expect(codes(read)).toContain('stray_blanks_removed')
  })

  it('so are blanks between all characters', async () => {
    const read = await textOf(...report.map((line) => [...line].join(' ')))
    expect(sketches(read)).toEqual(items)
    expect(codes(read)).toContain('stray_blanks_removed')
  })

  it('a blank that parts a label from its value stays', async () => {
    const read = await textOf(...report.map((line) => strewn(line).replace(/(目\s?标|措\s?施|单\s?位|情\s?况)\s?：\s?/, '$1 ')))
    expect(sketches(read)).toEqual(items)
    expect(codes(read)).toContain('stray_blanks_removed')
  })

  it('a report that is not strewn keeps its blanks: single ones between names part names', async () => {
    const read = await textOf(...report.slice(0, 5), '责任人：李青禾 王海生 赵林', ...report.slice(5))
    expect(read.items[0]?.parties.map(({ role, name }) => `${role}:${name}`)).toEqual([
      'responsible_unit:县粮食局',
      'responsible_unit:县供销社',
      'responsible_official:李青禾',
      'responsible_official:王海生',
      'responsible_official:赵林',
    ])
    expect(codes(read)).not.toContain('stray_blanks_removed')
    expect(read.document.text).toContain('李青禾 王海生 赵林')
  })

  it('one label with blanks in it is no strewn report', async () => {
    const read = await textOf(...report.map((line) => line.replace('整改目标', '整 改 目 标')))
    expect(sketches(read)).toEqual(items)
    expect(codes(read)).not.toContain('stray_blanks_removed')
  })

  it('radicals are the characters that they stand for', async () => {
    const read = await textOf(
      plan,
      '1. 仓库⻓期无人看管，⻋辆出入不⻅登记。⏎整改⽬标：⻢上建立登记制度。⏎整改措施：派人值守，安装⻔禁。⏎2. 采购⻚面公示不全。⏎整改⽬标：公示完整。⏎整改措施：补登公示。',
    )
    expect(sketches(read)).toEqual([
      '1.仓库长期无人看管，车辆出入不见登记。 ｜ goal 马上建立登记制度。 ｜ plan 派人值守，安装门禁。',
      '2.采购页面公示不全。 ｜ goal 公示完整。 ｜ plan 补登公示。',
    ])
    expect(read.document.text).not.toMatch(/[⺀-⿟]/)
  })
})

describe('page ends', () => {
  it('a line is cut where lines that open like it end with a stop elsewhere', async () => {
    await reads(
      plan,
      '1. 仓库无人看管。⏎整改措施：派人值守。⏎2. 台账登⏎— 1 —⏎记不全。⏎整改措施：补登台账。⏎3. 采购程序倒置。⏎整改措施：修订办法。⏎4. 账物不符。⏎整改措施：核对账物。',
      '1.仓库无人看管。 ｜ plan 派人值守。',
      '2.台账登记不全。 ｜ plan 补登台账。',
      '3.采购程序倒置。 ｜ plan 修订办法。',
      '4.账物不符。 ｜ plan 核对账物。',
    )
  })

  it('where a field of sentences has begun', async () => {
    await reads(
      progress,
      '一、仓库无人看管。⏎整改措施：派人⏎— 1 —⏎值守。⏎二、台账登记不全。⏎整改措施：补登台⏎— 2 —⏎账，每月核对。',
      '一、仓库无人看管。 ｜ plan 派人值守。',
      '二、台账登记不全。 ｜ plan 补登台账，每月核对。',
    )
  })

  it('where a list of bodies has begun', async () => {
    await reads(
      plan,
      '一、仓库无人看管。⏎整改措施：派人值守。⏎责任单位：县粮食局、县财⏎— 1 —⏎政局⏎二、台账登记不全。⏎整改措施：补登台账。⏎责任单位：县供销社',
      '一、仓库无人看管。 ｜ plan 派人值守。 ｜ who responsible_unit:县粮食局,responsible_unit:县财政局',
      '二、台账登记不全。 ｜ plan 补登台账。 ｜ who responsible_unit:县供销社',
    )
  })

  it('where a sentence has ended in it', async () => {
    await reads(
      progress,
      '一、仓库无人看管。⏎县粮食局已安排2人。门锁已⏎— 1 —⏎逐个更换。⏎二、台账登记不全。⏎县供销社已补登台账。账物已⏎— 2 —⏎核对一次。',
      '一、仓库无人看管。 ｜ done 县粮食局已安排2人。门锁已逐个更换。',
      '二、台账登记不全。 ｜ done 县供销社已补登台账。账物已核对一次。',
    )
  })

  it('a whole value and a heading before a page number are not joined to what follows', async () => {
    await reads(
      plan,
      '一、储备管理方面⏎— 1 —⏎（一）仓库无人看管。⏎责任单位：县粮食局⏎— 2 —⏎完成时限：2024年6月底前⏎— 3 —⏎（二）台账登记不全。⏎责任单位：县供销社⏎完成时限：2024年7月底前',
      '储备管理方面 ｜ （一）仓库无人看管。 ｜ who responsible_unit:县粮食局 ｜ due 2024-06-30',
      '储备管理方面 ｜ （二）台账登记不全。 ｜ who responsible_unit:县供销社 ｜ due 2024-07-31',
    )
  })

  const paged = (head: string) => [
    progress,
    '一、仓库无人看管。',
    '整改情况：已安排2人值守。',
    '— 1 —',
    head,
    '二、台账登记不全。',
    '整改情况：已补登台账。',
    '— 2 —',
    head,
    '三、采购程序倒置。',
    '整改情况：办法已修订。',
  ]
  const three = (a: string, b: string) => [
    `一、仓库无人看管。 ｜ done 已安排2人值守。${a}`,
    `二、台账登记不全。 ｜ done 已补登台账。${b}`,
    '三、采购程序倒置。 ｜ done 办法已修订。',
  ]

  it('words that come again at page numbers are a running head', async () => {
    const read = await textOf(...paged('青禾县巡察整改专报'))
    expect(sketches(read)).toEqual(three('', ''))
    expect(read.document.text).not.toContain('专报')
  })

  it('a sentence that comes again at page numbers is kept', async () => {
    const sentence = '目前每月核对一次，未再发生类似问题。'
    const read = await textOf(...paged(sentence))
    expect(read.document.text.split(sentence)).toHaveLength(3)
    expect(sketches(read)).toEqual(three(` ${sentence}`, ` ${sentence}`))
  })

  it.fails('the title on one more page is a running head', async () => {
    const read = await textOf(
      progress,
      '一、仓库无人看管。',
      '整改情况：已安排2人值守。',
      '— 1 —',
      progress,
      '二、台账登记不全。',
      '整改情况：已补登台账。',
    )
    expect(sketches(read)).toEqual(['一、仓库无人看管。 ｜ done 已安排2人值守。', '二、台账登记不全。 ｜ done 已补登台账。'])
    expect(read.document.title).toBe(progress)
    expect(read.document.text.split(progress)).toHaveLength(2)
  })

  it.each([
    ['·1·', '·2·'],
    ['. 1 .', '. 2 .'],
    ['. 3 .', '. 4 .'],
  ])('%s and %s are page numbers', async (a, b) => {
    const read = await textOf(
      progress,
      '一、仓库无人看管。',
      '整改情况：已安排2人值守。',
      a,
      '二、台账登记不全。',
      '整改情况：已补登',
      b,
      '台账。',
      '三、采购程序倒置。',
      '整改情况：办法已修订。',
    )
    expect(sketches(read)).toEqual(three('', ''))
    expect(read.document.text).not.toContain(a)
    expect(read.document.text).not.toContain(b)
  })

  it('责⏎任领导： is one label', async () => {
    await reads(
      plan,
      '一、仓库无人看管。⏎整改措施：派人值守。责⏎任领导：李青禾⏎二、台账登记不全。⏎整改措施：补登台账。责⏎— 1 —⏎任领导：王海生',
      '一、仓库无人看管。 ｜ plan 派人值守。 ｜ who lead_official:李青禾',
      '二、台账登记不全。 ｜ plan 补登台账。 ｜ who lead_official:王海生',
    )
  })

  it('主体责⏎任 in a sentence is none', async () => {
    await reads(
      progress,
      '一、仓库无人看管。⏎整改情况：县粮食局压实主体责⏎— 1 —⏎任，领导班子带队值守。⏎二、台账登记不全。⏎整改情况：已补登台账。',
      '一、仓库无人看管。 ｜ done 县粮食局压实主体责任，领导班子带队值守。',
      '二、台账登记不全。 ｜ done 已补登台账。',
    )
  })
})

describe('lost breaks', () => {
  it('a label behind a value that is whole', async () => {
    await reads(
      progress,
      '一、河堤多处垮塌。⏎责任单位：县水利局整改情况：已修复河堤。⏎二、台账登记不全。⏎责任单位：县供销社整改情况：已补登台账。',
      '一、河堤多处垮塌。 ｜ done 已修复河堤。 ｜ who responsible_unit:县水利局',
      '二、台账登记不全。 ｜ done 已补登台账。 ｜ who responsible_unit:县供销社',
    )
  })

  it('a label that the report prints before a colon more than once', async () => {
    await reads(
      plan,
      '一、河堤多处垮塌。⏎整改目标：河堤安全度汛整改措施：修复河堤。⏎二、台账登记不全。⏎整改目标：账物相符⏎整改措施：补登台账。⏎三、采购程序倒置。⏎整改目标：程序合规⏎整改措施：修订办法。',
      '一、河堤多处垮塌。 ｜ goal 河堤安全度汛 ｜ plan 修复河堤。',
      '二、台账登记不全。 ｜ goal 账物相符 ｜ plan 补登台账。',
      '三、采购程序倒置。 ｜ goal 程序合规 ｜ plan 修订办法。',
    )
  })

  it('words of a sentence before a colon are no label', async () => {
    await reads(
      progress,
      '一、仓库无人看管。⏎整改情况：县粮食局制定落实整改措施：派人值守，更换门锁。⏎二、台账登记不全。⏎整改情况：已补登台账。',
      '一、仓库无人看管。 ｜ done 县粮食局制定落实整改措施：派人值守，更换门锁。',
      '二、台账登记不全。 ｜ done 已补登台账。',
    )
  })

  it('nor are they where other lines print them as a label', async () => {
    await reads(
      progress,
      '1.仓库无人看管。⏎整改措施：派人值守。⏎责任单位：县粮食局⏎整改情况：县粮食局制定落实整改措施：派人值守，更换门锁。⏎' +
        '2.台账登记不全。⏎整改措施：补登台账。⏎责任单位：县供销社⏎整改情况：逐项明确责任单位：县供销社管西片，县粮食局管东片。',
      '1.仓库无人看管。 ｜ plan 派人值守。 ｜ done 县粮食局制定落实整改措施：派人值守，更换门锁。 ｜ who responsible_unit:县粮食局',
      '2.台账登记不全。 ｜ plan 补登台账。 ｜ done 逐项明确责任单位：县供销社管西片，县粮食局管东片。 ｜ who responsible_unit:县供销社',
    )
  })

  it('a number and a label behind a list of bodies', async () => {
    const item = (mark: string, problem: string, body: string) => [
      `（${mark}）${problem}`,
      '一、整改目标：问题全部解决。',
      '二、整改措施：逐项排查。',
      `三、责任单位：${body}四、责任领导：李青禾`,
    ]
    expect(
      await text(
        plan,
        ...item('一', '仓库无人看管。', '青禾县委、县政府'),
        ...item('二', '台账登记不全。', '河口镇党委、政府'),
      ),
    ).toEqual([
      '（一）仓库无人看管。 ｜ goal 问题全部解决。 ｜ plan 逐项排查。 ｜ who responsible_unit:青禾县委,responsible_unit:青禾县政府,lead_official:李青禾',
      '（二）台账登记不全。 ｜ goal 问题全部解决。 ｜ plan 逐项排查。 ｜ who responsible_unit:河口镇党委,responsible_unit:河口镇政府,lead_official:李青禾',
    ])
  })

  it('a category behind a chapter in its line', async () => {
    await reads(
      progress,
      '一、反馈问题整改情况（一）储备管理方面⏎1.仓库无人看管。⏎整改情况：已安排2人值守。⏎2.台账登记不全。⏎整改情况：已补登台账。⏎' +
        '（二）采购管理方面⏎3.采购程序倒置。⏎整改情况：办法已修订。',
      '储备管理方面 ｜ 1.仓库无人看管。 ｜ done 已安排2人值守。',
      '储备管理方面 ｜ 2.台账登记不全。 ｜ done 已补登台账。',
      '采购管理方面 ｜ 3.采购程序倒置。 ｜ done 办法已修订。',
    )
  })

  it.fails('an item behind a category in its line', async () => {
    await reads(
      progress,
      '一、储备管理方面（一）仓库无人看管。⏎整改情况：已安排2人值守。⏎（二）台账登记不全。⏎整改情况：已补登台账。⏎' +
        '二、采购管理方面（一）采购程序倒置。⏎整改情况：办法已修订。⏎（二）合同管理混乱。⏎整改情况：合同已编号。',
      '储备管理方面 ｜ （一）仓库无人看管。 ｜ done 已安排2人值守。',
      '储备管理方面 ｜ （二）台账登记不全。 ｜ done 已补登台账。',
      '采购管理方面 ｜ （一）采购程序倒置。 ｜ done 办法已修订。',
      '采购管理方面 ｜ （二）合同管理混乱。 ｜ done 合同已编号。',
    )
  })

  it('an item behind another in its line', async () => {
    await reads(
      plan,
      '1.仓库无人看管。⏎整改措施：派人值守。⏎责任单位：县粮食局2.台账登记不全。⏎整改措施：补登台账。⏎责任单位：县供销社⏎' +
        '3.采购程序倒置。⏎整改措施：修订办法。⏎责任单位：县财政局',
      '1.仓库无人看管。 ｜ plan 派人值守。 ｜ who responsible_unit:县粮食局',
      '2.台账登记不全。 ｜ plan 补登台账。 ｜ who responsible_unit:县供销社',
      '3.采购程序倒置。 ｜ plan 修订办法。 ｜ who responsible_unit:县财政局',
    )
  })

  it.fails('a chapter behind an item in its line', async () => {
    await reads(
      progress,
      '一、储备管理方面⏎（一）仓库无人看管。⏎整改情况：已安排2人值守。⏎（二）台账登记不全。⏎整改情况：已补登台账。二、采购管理方面⏎' +
        '（一）采购程序倒置。⏎整改情况：办法已修订。⏎（二）合同管理混乱。⏎整改情况：合同已编号。',
      '储备管理方面 ｜ （一）仓库无人看管。 ｜ done 已安排2人值守。',
      '储备管理方面 ｜ （二）台账登记不全。 ｜ done 已补登台账。',
      '采购管理方面 ｜ （一）采购程序倒置。 ｜ done 办法已修订。',
      '采购管理方面 ｜ （二）合同管理混乱。 ｜ done 合同已编号。',
    )
  })

  it('items in one line, with a field of bodies at their end', async () => {
    await reads(
      plan,
      '（一）仓库无人看管。整改措施：派人值守。责任单位：县粮食局（二）台账登记不全。整改措施：补登台账。责任单位：县供销社',
      '（一）仓库无人看管。 ｜ plan 派人值守。 ｜ who responsible_unit:县粮食局',
      '（二）台账登记不全。 ｜ plan 补登台账。 ｜ who responsible_unit:县供销社',
    )
  })

  it('a figure with a stop behind words is no item', async () => {
    await reads(
      plan,
      '1.仓库无人看管。⏎整改措施：派人值守，每座仓库增配2.5人。⏎2.台账登记不全。⏎整改措施：补登台账，完成率达到99.9%。',
      '1.仓库无人看管。 ｜ plan 派人值守，每座仓库增配2.5人。',
      '2.台账登记不全。 ｜ plan 补登台账，完成率达到99.9%。',
    )
  })

  it('a problem, its state in brackets and what was done in one paragraph', async () => {
    await reads(
      progress,
      '1.仓库长期无人看管的问题（已整改到位）。县粮食局安排2人值守，更换了门锁。⏎2.台账登记不全的问题（正在整改）。县供销社补登了一半台账。⏎3.采购程序倒置的问题（已整改到位）。县财政局修订了采购办法。',
      '1.仓库长期无人看管的问题 ｜ done 县粮食局安排2人值守，更换了门锁。 ｜ state completed',
      '2.台账登记不全的问题 ｜ done 县供销社补登了一半台账。 ｜ state in_progress',
      '3.采购程序倒置的问题 ｜ done 县财政局修订了采购办法。 ｜ state completed',
    )
  })

  it('（牵头单位：…） between them is the item’s', async () => {
    await reads(
      progress,
      '1.仓库长期无人看管的问题（已整改到位）。（牵头单位：县粮食局）安排2人值守，更换了门锁。⏎2.台账登记不全的问题（正在整改）。（牵头单位：县供销社）补登了一半台账。',
      '1.仓库长期无人看管的问题 ｜ done 安排2人值守，更换了门锁。 ｜ who lead_unit:县粮食局 ｜ state completed',
      '2.台账登记不全的问题 ｜ done 补登了一半台账。 ｜ who lead_unit:县供销社 ｜ state in_progress',
    )
  })

  it('another field may follow in the paragraph', async () => {
    await reads(
      progress,
      '1.仓库长期无人看管的问题（已整改到位）。县粮食局安排2人值守。责任单位：县粮食局⏎2.台账登记不全的问题（正在整改）。县供销社补登了一半台账。责任单位：县供销社',
      '1.仓库长期无人看管的问题 ｜ done 县粮食局安排2人值守。 ｜ who responsible_unit:县粮食局 ｜ state completed',
      '2.台账登记不全的问题 ｜ done 县供销社补登了一半台账。 ｜ who responsible_unit:县供销社 ｜ state in_progress',
    )
  })

  it('a bracket that tells of some of them is no state', async () => {
    await reads(
      progress,
      '1.检查发现的12个问题（已整改到位8个）长期没有通报。县粮食局未建立台账。⏎整改情况：已通报。⏎2.台账登记不全。⏎整改情况：已补登台账。',
      '1.检查发现的12个问题（已整改到位8个）长期没有通报。县粮食局未建立台账。 ｜ done 已通报。',
      '2.台账登记不全。 ｜ done 已补登台账。',
    )
  })

  it('another bracket parts nothing', async () => {
    await reads(
      plan,
      '1.仓库（共12座）长期无人看管。门锁损坏未修。⏎整改措施：派人值守。⏎2.台账（含电子台账）登记不全。⏎整改措施：补登台账。',
      '1.仓库（共12座）长期无人看管。门锁损坏未修。 ｜ plan 派人值守。',
      '2.台账（含电子台账）登记不全。 ｜ plan 补登台账。',
    )
  })
})

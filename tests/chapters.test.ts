/** Lists whose parts stand in several chapters, and what stands around a list: short reports in our own words, read whole. */
import { describe, expect, it } from 'vitest'
import { itemSketch, itemsIn, read } from './helpers/sketch.js'

const lines = (...words: string[]): string => words.join('\n')
const title = '青禾县关于巡察反馈问题的整改方案'

describe('parallel lists: line n of a later chapter tells of problem n', () => {
  const problems = ['一、存在问题', '1.台账登记不全。', '2.仓库长期无人看管。', '3.车辆超编。', '4.公章由一人保管。']
  const measures = ['二、主要整改措施', '1.补登台账120册。', '2.安排专人值守。', '3.封存3辆车。', '4.公章双人保管。']
  const results = ['三、整改完成情况', '1.台账已补齐。', '2.值守已到位。', '3.3辆车已拍卖。', '4.已交接。']

  it('three chapters', async () => {
    const report = await read(lines(title, ...problems, ...measures, ...results))
    expect(report.items.map(itemSketch)).toEqual([
      '存在问题 ｜ 1.台账登记不全。 ｜ plan 1.补登台账120册。 ｜ done 1.台账已补齐。',
      '存在问题 ｜ 2.仓库长期无人看管。 ｜ plan 2.安排专人值守。 ｜ done 2.值守已到位。',
      '存在问题 ｜ 3.车辆超编。 ｜ plan 3.封存3辆车。 ｜ done 3.3辆车已拍卖。',
      '存在问题 ｜ 4.公章由一人保管。 ｜ plan 4.公章双人保管。 ｜ done 4.已交接。',
    ])
    expect(report.items[0]?.quantities.map(({ text }) => text)).toEqual(['120册'])
  })

  it('chapters without numbers, a count that does not begin at 1', async () => {
    const renumbered = (list: string[]) =>
      list.map((line) => line.replace(/^\d/, (n) => String(Number(n) + 10)).replace(/^.、/, ''))
    expect(await itemsIn(lines(title, ...renumbered(problems), ...renumbered(measures)))).toEqual([
      '存在问题 ｜ 11.台账登记不全。 ｜ plan 11.补登台账120册。',
      '存在问题 ｜ 12.仓库长期无人看管。 ｜ plan 12.安排专人值守。',
      '存在问题 ｜ 13.车辆超编。 ｜ plan 13.封存3辆车。',
      '存在问题 ｜ 14.公章由一人保管。 ｜ plan 14.公章双人保管。',
    ])
  })

  it('next steps tell of no problem', async () => {
    const steps = ['三、下一步工作打算', '1.巩固成果。', '2.举一反三。', '3.完善制度。', '4.跟踪督办。']
    const items = await itemsIn(lines(title, ...problems, ...measures, ...steps))
    expect(items[0]).toBe('存在问题 ｜ 1.台账登记不全。 ｜ plan 1.补登台账120册。')
  })

  it('the signature belongs to no measure', async () => {
    const items = await itemsIn(lines(title, ...problems, ...measures, '青禾县水利局党组', '2024年5月8日'))
    expect(items.at(-1)).toBe('存在问题 ｜ 4.公章由一人保管。 ｜ plan 4.公章双人保管。')
  })
})

describe('what stands around a list', () => {
  it('an annex of complaints is another list', async () => {
    const text = lines(
      '青禾县督察反馈问题整改情况公示',
      '问题：城南泵站停运。',
      '整改情况：泵站已恢复运行。',
      '青禾县人民政府',
      '2024年3月2日',
      '附件',
      '群众信访举报件办理情况',
      ...[1, 2, 3, 4].flatMap((n) => [`${n}．反映问题：反映${n}号路口积水。`, '办理情况：已疏通管道。']),
    )
    expect(await itemsIn(text)).toEqual(['城南泵站停运。 ｜ done 泵站已恢复运行。'])
  })

  it('a sentence that leads to the list heads nothing', async () => {
    const text = lines(
      title,
      '一、重点整改任务',
      '针对反馈的2个问题，逐项明确责任，具体如下。',
      '1.河道清淤不及时。',
      '整改措施：清淤2公里。',
      '2.闸门锈蚀。',
      '整改措施：更换闸门2扇。',
    )
    expect(await itemsIn(text)).toEqual([
      '重点整改任务 ｜ 1.河道清淤不及时。 ｜ plan 清淤2公里。',
      '重点整改任务 ｜ 2.闸门锈蚀。 ｜ plan 更换闸门2扇。',
    ])
  })

  it('a state on the line behind the progress is the item’s', async () => {
    const text = lines(
      title,
      '1.河道清淤不及时。',
      '整改措施：清淤2公里。',
      '整改情况：已清淤2公里，堤岸同步加固。',
      '该问题已完成整改，已销号。',
      '2.闸门锈蚀。',
      '整改措施：更换闸门2扇。',
      '整改情况：正在招标。',
      '目前，该问题正在整改。',
    )
    expect(await itemsIn(text)).toEqual([
      '1.河道清淤不及时。 ｜ plan 清淤2公里。 ｜ done 已清淤2公里，堤岸同步加固。 ｜ state completed+closed',
      '2.闸门锈蚀。 ｜ plan 更换闸门2扇。 ｜ done 正在招标。 ｜ state in_progress',
    ])
  })

  it('numbered results that no label opens', async () => {
    const item = (n: number, ...done: string[]) => [`${n}.第${n}号泵站年久失修，雨季无法运行。`, ...done, '完成状态：整改中。']
    const text = lines(
      '青禾县督察反馈问题整改情况公示',
      ...item(1, '（1）更换水泵2台。', '（2）新建围栏80米。'),
      ...item(2, '（1）完成电路改造。', '（2）安装监控3套。'),
    )
    expect((await read(text)).items.map(({ progress }) => progress.map(({ label }) => label))).toEqual([
      ['（1）', '（2）'],
      ['（1）', '（2）'],
    ])
  })

  it('a finding that was not made is no problem', async () => {
    const text = lines(
      '青禾县督察反馈第3项问题整改销号公示',
      '一、问题描述',
      '养鸭场粪污直排沟渠。',
      '二、整改完成情况',
      '（一）养鸭场已于2024年4月关停。',
      '（二）累计巡查9次，未发现直排现象。',
      '三、公示时间',
      '2024年5月6日至5月10日',
    )
    expect((await read(text)).items.map(({ problem }) => problem.text)).toEqual(['养鸭场粪污直排沟渠。'])
  })
})

describe('labels glued to their values', () => {
  const item = (n: number, goal: string, measure: string, who: string) => [
    `第${n}项：关于${goal.slice(0, 2)}管理不严、责任没有落到人头上的问题。`,
    `总体目标${goal}`,
    `重点措施1.${measure}`,
    `责任领导${who}`,
  ]
  it('are known where three values of their own stand behind them', async () => {
    const text = lines(
      title,
      ...item(1, '档案全部归集入库', '清点档案。', '陈立新'),
      ...item(2, '车辆一律公开停放', '封存车辆。', '吴建国'),
      ...item(3, '食堂采购全程留痕', '比价采购。', '马晓东'),
    )
    expect(await itemsIn(text)).toEqual([
      '第1项：关于档案管理不严、责任没有落到人头上的问题。 ｜ goal 档案全部归集入库 ｜ plan 1.清点档案。 ｜ who lead_official:陈立新',
      '第2项：关于车辆管理不严、责任没有落到人头上的问题。 ｜ goal 车辆一律公开停放 ｜ plan 1.封存车辆。 ｜ who lead_official:吴建国',
      '第3项：关于食堂管理不严、责任没有落到人头上的问题。 ｜ goal 食堂采购全程留痕 ｜ plan 1.比价采购。 ｜ who lead_official:马晓东',
    ])
  })
})

describe('titles', () => {
  it.each([
    [
      'an office’s red head is none',
      ['青禾县人民政府文件', '青禾县人民政府', '关于督察反馈问题整改情况的报告'],
      '青禾县人民政府关于督察反馈问题整改情况的报告',
    ],
    ['a town’s over two lines', ['柳溪镇专项巡察', '反馈问题整改方案'], '柳溪镇专项巡察反馈问题整改方案'],
    ['printed twice', ['青禾县督察反馈问题整改方案', '青禾县督察反馈问题整改方案'], '青禾县督察反馈问题整改方案'],
  ])('%s', async (_, head, expected) => {
    const text = lines(...head, '1.河道清淤不及时。', '整改措施：清淤2公里。', '2.闸门锈蚀。', '整改措施：更换闸门2扇。')
    expect((await read(text)).document.title).toBe(expected)
  })
})

/** Forms of lists and labels that only the whole report can tell: short reports in our own words, read whole. */
import { describe, expect, it } from 'vitest'
import { splitConjunctions } from '../parsers/fields/party-split.js'
import { itemSketch, itemsInPage as html, itemsIn, read, readPage } from './helpers/sketch.js'
import { plainRow as row } from './helpers/tables.js'

const lines = (...words: string[]): string => words.join('\n')
const plan = '青禾县关于巡察反馈问题的整改方案'
const progress = '青禾县关于巡察反馈问题整改情况的报告'

describe('labels without a colon', () => {
  it('bold words that open a paragraph', async () => {
    const items = await html(
      `<p>${plan}</p><p>1.仓库长期无人看管。</p><p><b>整改目标</b>值守制度健全</p><p><strong>时限</strong>2024年6月底</p>` +
        '<p>2.台账登记不全。</p><p><b>整改目标</b>账物相符</p><p><strong>时限</strong>2024年9月底</p>',
    )
    expect(items).toEqual([
      '1.仓库长期无人看管。 ｜ goal 值守制度健全 ｜ due 2024-06-30',
      '2.台账登记不全。 ｜ goal 账物相符 ｜ due 2024-09-30',
    ])
  })

  it('bold words that stand apart behind such in one paragraph', async () => {
    const item = (n: number, problem: string) =>
      `<p>${n}.${problem}</p><p><b>责任领导</b> 李青 <b>牵头单位</b> 县粮食局 <b>整改时限</b> 2024年${n}月底</p>` +
      '<p><b>整改措施</b> 安排值守，完善<b>责任单位</b>台账。 <b>整改进展</b> 已安排2人。 <b>整改状态</b> 已完成</p>'
    expect(await html(`<p>${plan}</p>${item(1, '仓库长期无人看管。')}${item(2, '台账登记不全。')}`)).toEqual(
      [
        ['1.仓库长期无人看管。', '2024-01-31'],
        ['2.台账登记不全。', '2024-02-29'],
      ].map(
        ([problem, day]) =>
          `${problem} ｜ plan 安排值守，完善责任单位台账。 ｜ done 已安排2人。 ｜ who lead_official:李青,lead_unit:县粮食局 ｜ due ${day} ｜ state completed`,
      ),
    )
  })

  it('bold words that are no label stay words', async () => {
    const items = await html(
      `<p>${plan}</p><p>1.<b>仓库长期</b>无人看管。</p><p>整改目标：健全制度</p><p>2.<b>台账登记</b>不全。</p><p>整改目标：账物相符</p>`,
    )
    expect(items).toEqual(['1.仓库长期无人看管。 ｜ goal 健全制度', '2.台账登记不全。 ｜ goal 账物相符'])
  })

  it('one item whose values can only be theirs', async () => {
    const text = lines(
      plan,
      '一、仓库长期无人看管，账物不符。',
      '整改目标健全值守制度',
      '责任单位县粮食局',
      '整改措施1.安排专人值守。2.补登台账。',
    )
    expect(await itemsIn(text)).toEqual([
      '一、仓库长期无人看管，账物不符。 ｜ goal 健全值守制度 ｜ plan 1.安排专人值守。 2.补登台账。 ｜ who responsible_unit:县粮食局',
    ])
  })

  it('words of a sentence are no label', async () => {
    const [item] = await itemsIn(
      lines(progress, '一、关于仓库无人看管的问题。', '整改目标的实现靠制度，已修订制度3项，整改措施要落地。'),
    )
    expect(item).toBe('一、关于仓库无人看管的问题。 ｜ done 整改目标的实现靠制度，已修订制度3项，整改措施要落地。')
  })

  it('a colon lost in the middle of a paragraph', async () => {
    const item = (n: number, problem: string, mark: string) =>
      `${n}.${problem}整改目标：账物相符。整改措施${mark}补登台账${n}册。责任单位：县粮食局。`
    const text = lines(plan, item(1, '台账不全。', '：'), item(2, '账册缺失。', ''), item(3, '登记不及时。', '：'))
    expect((await itemsIn(text))[1]).toBe(
      '2.账册缺失。 ｜ goal 账物相符。 ｜ plan 补登台账2册。 ｜ who responsible_unit:县粮食局',
    )
  })

  it('整改任务 before a count is a label, 整改任务一： a number', async () => {
    expect(
      await itemsIn(
        lines(
          plan,
          '一、台账不全。',
          '整改任务1.补登台账。',
          '2.安排专人。',
          '二、仓库无人看管。',
          '整改任务1.安排值守。',
          '2.加装监控。',
        ),
      ),
    ).toEqual(['一、台账不全。 ｜ plan 1.补登台账。 2.安排专人。', '二、仓库无人看管。 ｜ plan 1.安排值守。 2.加装监控。'])
    expect(
      await itemsIn(
        lines(plan, '整改任务一：台账不全。', '整改措施：补登台账。', '整改任务二：仓库无人看管。', '整改措施：安排值守。'),
      ),
    ).toEqual(['整改任务一：台账不全。 ｜ plan 补登台账。', '整改任务二：仓库无人看管。 ｜ plan 安排值守。'])
  })

  it('a state before a field, in one paragraph', async () => {
    expect(
      await itemsIn(
        lines(progress, '1.台账不全。【已完成整改】责任单位：县粮食局。', '2.仓库无人看管。【正在推进】责任单位：县国资局。'),
      ),
    ).toEqual([
      '1.台账不全。 ｜ who responsible_unit:县粮食局 ｜ state completed',
      '2.仓库无人看管。 ｜ who responsible_unit:县国资局 ｜ state in_progress',
    ])
  })
})

describe('what opens an item', () => {
  it.each([
    ['begins at 18', [18, 19, 20, 21]],
    ['has a number twice', [1, 2, 2, 3]],
    ['has one number out of step', [1, 2, 7, 4]],
    ['leaves a number out', [1, 3, 4, 5]],
  ])('a list that %s', async (_, numbers) => {
    const problems = ['台账登记不全。', '仓库长期无人看管。', '车辆超编。', '公章由一人保管。']
    const text = lines(plan, ...problems.flatMap((problem, i) => [`${numbers[i]}、${problem}`, '整改措施：限期改正。']))
    expect((await read(text)).items.map((item) => item.problem.text)).toEqual(problems)
  })

  it('1）…2）… under 1、…2、… are measures, though both look alike', async () => {
    const text = lines(
      plan,
      '1、台账登记不全，账物不符。',
      '1）补登台账。（责任单位：县粮食局）',
      '2）安排专人。（责任单位：县粮食局）',
      '2、仓库长期无人看管，设施破损。',
      '1）安排值守。（责任单位：县国资局）',
      '2）修缮设施。（责任单位：县国资局）',
    )
    const items = await itemsIn(text)
    expect(items.map((item) => item.split(' ｜ ')[0])).toEqual([
      '1、台账登记不全，账物不符。',
      '2、仓库长期无人看管，设施破损。',
    ])
  })

  it('the second paragraph of a problem with the state behind it', async () => {
    const text = lines(
      progress,
      '1.台账登记不全。',
      '经查，3个仓库账物不符，盘点流于形式。（已完成整改）',
      '责任单位：县粮食局',
      '2.仓库长期无人看管。',
      '经查，夜间无人值守，监控损坏。（正在整改）',
      '责任单位：县国资局',
    )
    expect(await itemsIn(text)).toEqual([
      '1.台账登记不全。⏎经查，3个仓库账物不符，盘点流于形式。 ｜ who responsible_unit:县粮食局 ｜ state completed',
      '2.仓库长期无人看管。⏎经查，夜间无人值守，监控损坏。 ｜ who responsible_unit:县国资局 ｜ state in_progress',
    ])
  })

  it('numbered problems under 反馈问题：… as their category', async () => {
    const text = lines(
      plan,
      '（一）反馈问题：财务管理不严。',
      '1、台账登记不全。',
      '整改措施：补登台账。',
      '2、报销不规范。',
      '整改措施：严格审核。',
      '（二）反馈问题：作风建设薄弱。',
      '3、值班脱岗，纪律松弛。',
      '整改措施：严肃纪律。',
    )
    expect(await itemsIn(text)).toEqual([
      '财务管理不严。 ｜ 1、台账登记不全。 ｜ plan 补登台账。',
      '财务管理不严。 ｜ 2、报销不规范。 ｜ plan 严格审核。',
      '作风建设薄弱。 ｜ 3、值班脱岗，纪律松弛。 ｜ plan 严肃纪律。',
    ])
  })
})

describe('annexes and tables', () => {
  const complaints = [
    '附件',
    '群众信访举报件办理情况',
    '1．反映问题：反映鱼塘发臭。',
    '调查核实情况：属实。',
    '办理情况：已清淤换水。',
    '2．反映问题：反映夜间施工扰民。',
    '调查核实情况：部分属实。',
    '办理情况：已责令停工。',
  ]

  it('complaints behind a report without a title, whose list is one row', async () => {
    const text = lines(
      '一、整改情况',
      '序号   存在问题   整改情况   整改时限   责任单位',
      '1   台账登记不全。   补登台账120册。   2024年6月底   县粮食局',
      '二、下一步打算',
      '继续抓好制度落实，巩固整改成果。',
      '青禾县人民政府',
      '2024年7月8日',
      ...complaints,
    )
    expect((await read(text)).items.map((item) => item.problem.text)).toEqual(['台账登记不全。'])
  })

  it('numbers in the cells of the problems, one before a figure, categories between', async () => {
    const cell = (words: string) => `<td>${words}</td>`
    const row = (...cells: string[]) => `<tr>${cells.map(cell).join('')}</tr>`
    const items = await html(
      `<p>${plan}</p><table>${row('存在问题', '整改措施', '责任单位')}<tr><td colspan="3">（一）财务管理方面</td></tr>${row('1.报销不规范。', '严格审核。', '县财政局')}${row('2.3个账户未注销。', '限期注销。', '县财政局')}<tr><td colspan="3">（二）作风建设方面</td></tr>${row('1.值班脱岗。', '严肃纪律。', '县纪委')}</table>`,
    )
    expect(items).toEqual([
      '财务管理方面 ｜ 1.报销不规范。 ｜ plan 严格审核。 ｜ who responsible_unit:县财政局',
      '财务管理方面 ｜ 2.3个账户未注销。 ｜ plan 限期注销。 ｜ who responsible_unit:县财政局',
      '作风建设方面 ｜ 1.值班脱岗。 ｜ plan 严肃纪律。 ｜ who responsible_unit:县纪委',
    ])
  })

  it('a figure that begins with a decimal is no number', async () => {
    const [first] = await html(
      `<p>${plan}</p><table>${row('存在问题', '整改措施', '责任单位')}${row('1.5万册台账未登记。', '补登台账。', '县财政局')}${row('值班脱岗。', '严肃纪律。', '县纪委')}</table>`,
    )
    expect(first).toBe('1.5万册台账未登记。 ｜ plan 补登台账。 ｜ who responsible_unit:县财政局')
  })
})

describe('measures and results', () => {
  it('a run over lines, with a unit and a day behind each', async () => {
    const item = (n: number, problem: string) => [
      `${n}.${problem}`,
      '整改措施：一是补登台账。',
      '责任单位：县粮食局',
      '整改时限：2024年6月底',
      '二是安排专人。',
      '责任单位：县国资局',
      '整改时限：2024年9月底',
    ]
    const [first] = await itemsIn(lines(plan, ...item(1, '台账登记不全。'), ...item(2, '仓库无人看管。')))
    expect(first).toBe(
      '1.台账登记不全。 ｜ plan 一是补登台账。@responsible_unit:县粮食局!2024年6月底 二是安排专人。@responsible_unit:县国资局!2024年9月底',
    )
  })

  it('results that no label opens, over several paragraphs', async () => {
    const text = lines(
      progress,
      '1.台账登记不全。',
      '补登台账120册，约谈2人。',
      '修订制度3项。',
      '整改状态：已完成',
      '2.仓库长期无人看管。',
      '安排专人6名值守。',
      '整改状态：正在推进',
    )
    expect((await itemsIn(text))[0]).toBe('1.台账登记不全。 ｜ done 补登台账120册，约谈2人。 修订制度3项。 ｜ state completed')
  })

  it('next steps behind the last item are not its own', async () => {
    const text = lines(
      progress,
      '一、台账登记不全（已完成）',
      '（1）补登台账120册。',
      '（2）约谈2人。',
      '二、仓库长期无人看管（已完成）',
      '（1）安排专人6名值守。',
      '（2）加装监控8处。',
      '三、车辆超编（已完成）',
      '（1）封存车辆3辆。',
      '（2）收回钥匙3把。',
      '四、公章由一人保管（已完成）',
      '（1）移交公章2枚。',
      '（2）修订制度1项。',
      '下一步整改措施',
      '对敷衍应付的严肃处理，完善制度，跟踪督办。',
    )
    expect((await itemsIn(text)).at(-1)).toBe(
      '四、公章由一人保管 ｜ done （1）移交公章2枚。 （2）修订制度1项。 ｜ state completed',
    )
  })
})

describe('tables written as text', () => {
  it('two columns', async () => {
    const rows = [
      '存在问题   整改措施',
      '台账登记不全。   补登台账。',
      '仓库无人看管。   安排值守。',
      '车辆超编。   封存车辆。',
    ]
    expect(await itemsIn(lines(plan, ...rows))).toEqual([
      '台账登记不全。 ｜ plan 补登台账。',
      '仓库无人看管。 ｜ plan 安排值守。',
      '车辆超编。 ｜ plan 封存车辆。',
    ])
  })

  it('a department over each, with the head again', async () => {
    const head = '序号   存在问题   整改措施   整改时限'
    const rows = [head, '1   台账登记不全。   补登台账。   2024年6月底', '2   车辆超编。   封存车辆。   2024年6月底']
    const more = [head, '3   仓库无人看管。   安排值守。   2024年9月底', '4   监控损坏。   更换设备。   2024年9月底']
    const items = await itemsIn(lines(plan, '一、整改任务', '县粮食局', ...rows, '县国资局', ...more))
    expect(items.map((item) => item.split(' ｜ ').slice(0, 2).join(' '))).toEqual([
      '县粮食局 1台账登记不全。',
      '县粮食局 2车辆超编。',
      '县国资局 3仓库无人看管。',
      '县国资局 4监控损坏。',
    ])
  })
})

describe('labels without a colon, told by their values', () => {
  it('short words before a count, in mid-paragraph and at its beginning', async () => {
    const item = (n: number, problem: string, mark: string) => `${n}.${problem}措施${mark}一是补登台账${n}册；二是约谈2人。`
    const text = lines(plan, item(1, '台账不全。', '：'), item(2, '账册缺失。', ''), item(3, '登记不及时。', '：'))
    expect((await itemsIn(text))[1]).toBe('2.账册缺失。 ｜ plan 一是补登台账2册； 二是约谈2人。')
    const below = (n: number, problem: string, mark: string) => [
      `${n}.${problem}`,
      `措施${mark}①补登台账${n}册。`,
      '②约谈2人。',
    ]
    const other = lines(plan, ...below(1, '台账不全。', '：'), ...below(2, '账册缺失。', ''), ...below(3, '登记不及时。', '：'))
    expect((await itemsIn(other))[1]).toBe('2.账册缺失。 ｜ plan ①补登台账2册。 ②约谈2人。')
  })

  it('a unit whose label has lost its colon, where it stands with one elsewhere', async () => {
    const text = lines(
      plan,
      '1.台账不全。',
      '责任部门：县粮食局',
      '整改目标：账物相符',
      '2.车辆超编。',
      '责任部门县财政局、县审计局',
      '整改目标：封存车辆',
    )
    expect((await itemsIn(text))[1]).toBe(
      '2.车辆超编。 ｜ goal 封存车辆 ｜ who responsible_unit:县财政局,responsible_unit:县审计局',
    )
  })

  it('short fields parted by a blank', async () => {
    const item = (n: number, problem: string, unit: string) => [
      `${n}.${problem}`,
      `整改时间2024年${n + 5}月底 牵头部门${unit}`,
      '重点措施',
      `补登台账${n}册。`,
    ]
    const items = await itemsIn(lines(plan, ...item(1, '台账不全。', '县粮食局'), ...item(2, '车辆超编。', '县财政局')))
    expect(items[1]).toBe('2.车辆超编。 ｜ plan 补登台账2册。 ｜ who lead_unit:县财政局 ｜ due 2024-07-31')
  })

  it('a common word among labels that a blank ends', async () => {
    const text = lines(
      plan,
      '问题 仓库长期无人看管。',
      '整改时间 立行立改',
      '牵头部门 县粮食局',
      '督办领导 李青',
      '具体整改措施 第一，安排值守。第二，加装监控。',
    )
    expect(await itemsIn(text)).toEqual([
      '仓库长期无人看管。 ｜ plan 第一，安排值守。 第二，加装监控。 ｜ who lead_unit:县粮食局,supervising_official:李青 ｜ due immediate',
    ])
  })
})

describe('reports of one item', () => {
  it('ends before what the leading body means to do', async () => {
    const text = lines(
      progress,
      '一、存在问题：仓库长期无人看管。',
      '二、责任单位：县粮食局',
      '三、进展情况：安排专人6名值守。',
      '下一步，县委、县政府将举一反三，巩固成果。',
    )
    expect(await itemsIn(text)).toEqual(['仓库长期无人看管。 ｜ done 安排专人6名值守。 ｜ who responsible_unit:县粮食局'])
  })

  it('keeps the number of its problem where the labels have none', async () => {
    const text = lines(progress, '1、问题描述：仓库长期无人看管。', '牵头单位：县粮食局', '整改成效：安排专人6名值守。')
    expect(await itemsIn(text)).toEqual(['1、仓库长期无人看管。 ｜ done 安排专人6名值守。 ｜ who lead_unit:县粮食局'])
  })

  it('needs no word of an inspection where its labels tell all', async () => {
    const text = lines(
      '一、具体问题：仓库长期无人看管。',
      '二、具体措施：安排专人值守。',
      '三、责任人：李青',
      '四、落实情况：已安排6人值守。',
    )
    expect(await itemsIn(text)).toEqual([
      '仓库长期无人看管。 ｜ plan 安排专人值守。 ｜ done 已安排6人值守。 ｜ who responsible_official:李青',
    ])
  })

  it('is no chapter over numbered problems, each with its state', async () => {
    const problem = (n: number, words: string) => [`${n}）${words}`, `已补登台账${n}册。`, '该问题已完成整改。']
    const text = lines(
      progress,
      '第一篇 问题清单',
      ...problem(1, '台账登记不全。'),
      ...problem(2, '车辆超编。'),
      ...problem(3, '公章保管不严。'),
      ...problem(4, '监控损坏。'),
      ...problem(5, '仓库无人看管。'),
    )
    expect(await itemsIn(text)).toHaveLength(5)
  })
})

describe('a body and its attached list', () => {
  it('reads the list that is attached, not the bare problems before it', async () => {
    const full = (n: string, words: string) => [`${n}．${words}`, '1）补登台账。2）约谈2人。', '────────']
    const text = lines(
      plan,
      '一、整改重点',
      '（一）台账登记不全。',
      '（二）车辆管理不严。',
      '（三）仓库管理松懈。',
      '二、组织保障',
      '各单位要明确专人负责。',
      '附件',
      '青禾县巡察反馈问题整改清单',
      ...full('一', '2021年以来台账登记不全，缺登36册。'),
      ...full('二', '公务车辆超编3辆，长期外借。'),
      ...full('三', '粮食仓库长期无人看管，账物不符。'),
    )
    expect((await itemsIn(text)).map((item) => item.split(' ｜ ')[0])).toEqual([
      '一．2021年以来台账登记不全，缺登36册。',
      '二．公务车辆超编3辆，长期外借。',
      '三．粮食仓库长期无人看管，账物不符。',
    ])
  })
})

describe('figures behind marks', () => {
  it('whole numbers of things are no decimals', async () => {
    const text = lines(
      progress,
      '1.2个党支部记录不全。（已完成）',
      '补登记录2册。',
      '2.3家企业未办手续。（已完成）',
      '补办手续3份。',
    )
    expect((await itemsIn(text)).map((item) => item.split(' ｜ ')[0])).toEqual(['1.2个党支部记录不全。', '2.3家企业未办手续。'])
  })
})

describe('comma-separated ledgers', () => {
  it('titles padded with commas, cells of several lines, empty cells', async () => {
    const text = lines(
      '青禾县巡察反馈问题整改台账,,,,,',
      '（截至2024年5月31日）,,,,,',
      '序号,问题类别,反馈问题,整改措施,责任单位,整改状态',
      '1,财务管理,"台账登记不全，缺登36册","1.补登台账\n2.约谈2人",县粮食局,已完成',
      '2,资产管理,车辆超编3辆,,县财政局,"正在推进"',
    )
    const { document, items } = await read(text)
    expect(document.title).toBe('青禾县巡察反馈问题整改台账')
    expect(items.map(itemSketch)).toEqual([
      '财务管理 ｜ 1台账登记不全，缺登36册 ｜ plan 1.补登台账 2.约谈2人 ｜ who responsible_unit:县粮食局 ｜ state completed',
      '资产管理 ｜ 2车辆超编3辆 ｜ who responsible_unit:县财政局 ｜ state in_progress',
    ])
  })

  it('a quotation that is never closed loses nothing', async () => {
    const { document } = await read(lines(plan, '序号,反馈问题,整改措施,责任单位', '1,"台账登记不全,补登台账,县粮食局'))
    expect(document.text).toContain('台账登记不全')
  })

  it('prose with commas is no ledger', async () => {
    expect(await itemsIn(lines(progress, '一、台账登记不全,缺登36册,账物不符。', '整改措施:补登,约谈,通报。'))).toHaveLength(1)
  })
})

describe('units that may be run together', () => {
  it.each([
    ['局市水利局', ['局市水利局']],
    ['省民政厅省发展改革委', ['省民政厅', '省发展改革委']],
    ['（县局市某某局）', ['（县局市某某局）']],
  ])('%s', (words, parts) => {
    expect(splitConjunctions(words).map(({ text }) => text)).toEqual(parts)
  })
})

describe('problems that share a paragraph', () => {
  const audit = '青禾县关于审计查出问题整改情况的报告'

  it('一是关于…的问题。 behind a heading', async () => {
    const text = lines(
      audit,
      '一、工作推进情况',
      '（一）加强领导。县政府召开会议专题部署。',
      '二、具体整改情况',
      '（一）预算执行方面。一是关于代编预算过多的问题。已细化到单位。二是关于结转资金未收回的问题。已收回国库36万元。',
      '（二）民生资金方面。一是关于补贴发放不及时的问题。涉及的2个镇补发补贴5万元。二是关于公租房空置的问题。已分配42套。',
      '三、下一步打算',
      '一是加强督导，二是严肃问责。',
    )
    expect(await itemsIn(text)).toEqual([
      '预算执行方面。 ｜ 一是关于代编预算过多的问题。 ｜ done 已细化到单位。',
      '预算执行方面。 ｜ 二是关于结转资金未收回的问题。 ｜ done 已收回国库36万元。',
      '民生资金方面。 ｜ 一是关于补贴发放不及时的问题。 ｜ done 涉及的2个镇补发补贴5万元。',
      '民生资金方面。 ｜ 二是关于公租房空置的问题。 ｜ done 已分配42套。',
    ])
  })

  it('each with its state in a bracket', async () => {
    const text = lines(
      '青禾县关于反馈问题整改销号情况的公示',
      '一、已通过验收的问题',
      '1.砖厂沉淀池外溢（已完成整改，同意销号）；2.料场未设围挡（已完成整改，同意销号）；3.灰堆无人看管（已完成）。',
      '二、继续推进的问题',
      '1.雨污管网混接（正在整改）；2.尾水超标（基本完成整改）。',
    )
    expect(await itemsIn(text)).toEqual([
      '已通过验收的问题 ｜ 1.砖厂沉淀池外溢 ｜ state completed+closed',
      '已通过验收的问题 ｜ 2.料场未设围挡 ｜ state completed+closed',
      '已通过验收的问题 ｜ 3.灰堆无人看管 ｜ state completed',
      '继续推进的问题 ｜ 1.雨污管网混接 ｜ state in_progress',
      '继续推进的问题 ｜ 2.尾水超标 ｜ state basically_completed',
    ])
  })

  it('marks of measures in one paragraph open none', async () => {
    const text = lines(
      plan,
      '一、台账不全。',
      '整改措施：1.补登台账（3月底前）；2.安排专人（长期坚持）。',
      '二、无人值守。',
      '整改措施：1.安排值守。',
    )
    expect(await itemsIn(text)).toHaveLength(2)
  })
})

describe('problems of a line', () => {
  it('with their unit and day in a closing bracket, no word of a fault in many', async () => {
    const rooms = ['食堂', '宿舍', '库房', '泵房', '机房', '门厅', '操场', '围墙']
    const text = lines(
      '青禾县教育局关于校园安全检查反馈问题整改清单的通知',
      '各学校：',
      '现将清单印发给你们，请立即整改。',
      '一、食品安全',
      ...rooms
        .slice(0, 4)
        .map((room, i) => `${i + 1}．${room}照明灯不亮。（责任单位：县第${i + 1}中学；整改时限：2024年${i + 3}月底前）`),
      '二、建筑安全',
      ...rooms.slice(4).map((room, i) => `${i + 5}．${room}堆放纸箱。（责任单位：县城小学；整改时限：立行立改）`),
      '请各学校于每月25日前将整改进展报县教育局。',
      '联系人：李青，电话：0900-0000000。',
    )
    const items = await itemsIn(text)
    expect(items).toHaveLength(8)
    expect(items[0]).toBe('食品安全 ｜ 1．食堂照明灯不亮。 ｜ who responsible_unit:县第1中学 ｜ due 2024-03-31')
    expect(items[7]).toBe('建筑安全 ｜ 8．围墙堆放纸箱。 ｜ who responsible_unit:县城小学 ｜ due immediate')
  })

  it('fields in brackets without a sentence’s end between them', async () => {
    const item = (n: string, problem: string) =>
      `${n}．${problem}【整改目标】账物相符。【牵头单位】县粮食局【配合单位】县财政局【整改时限】2024年6月底前`
    expect(await itemsIn(lines(plan, item('1-1', '台账不全。'), item('1-2', '仓库无人看管。')))).toEqual(
      ['1-1．台账不全。', '1-2．仓库无人看管。'].map(
        (problem) => `${problem} ｜ goal 账物相符。 ｜ who lead_unit:县粮食局,supporting_unit:县财政局 ｜ due 2024-06-30`,
      ),
    )
  })

  it('审议意见一： is a number', async () => {
    const text = lines(
      '青禾县人民政府关于养老服务审议意见研究处理情况的报告',
      '审议意见一：健全服务体系，解决护理员短缺的问题。',
      '办理情况：1.培训护理员30人。2.合并敬老院2所。',
      '审议意见二：加强设施监管。',
      '办理情况：核查小区12个。',
    )
    const { document, items } = await read(text)
    expect(document.programme?.type).toBe('other')
    expect(items.map(itemSketch)).toEqual([
      '审议意见一：健全服务体系，解决护理员短缺的问题。 ｜ done 1.培训护理员30人。 2.合并敬老院2所。',
      '审议意见二：加强设施监管。 ｜ done 核查小区12个。',
    ])
  })

  it('a heading of slogans that names the list is no category', async () => {
    const text = lines(
      progress,
      '一、强化责任，推动整改落地',
      '1.统一思想。召开会议部署。',
      '二、坚持问题导向，逐项抓好反馈问题整改',
      '（一）财务管理方面',
      '1.关于台账不全的问题。',
      '（1）补登台账36册。',
      '（二）资产管理方面',
      '2.关于车辆超编的问题。',
      '（1）收回车辆3辆。',
    )
    expect((await itemsIn(text)).map((item) => item.split(' ｜ ')[0])).toEqual(['财务管理方面', '资产管理方面'])
  })
})

describe('tables over pages of a site', () => {
  const head = row('序号', '存在问题', '整改措施', '责任单位')

  it('a head printed again leaves the row of a place open', async () => {
    const items = await html(
      `<p>${plan}</p><table>${head}<tr><td colspan="4">一、柳河镇</td></tr>${row('1', '灰堆无人看管', '清运', '镇政府')}` +
        `<tr><td colspan="4">二、高坪镇</td></tr>${row('2', '料场未设围挡', '围挡', '镇政府')}</table><p align="right">—1—</p>` +
        `<table>${head}${row('3', '废油桶露天堆放', '转移', '镇政府')}<tr><td colspan="4">三、石桥镇</td></tr>${row('4', '水井无证取水', '封填', '县水利局')}</table>`,
    )
    expect(items.map((item) => item.split(' ｜ ')[0])).toEqual(['柳河镇', '高坪镇', '高坪镇', '石桥镇'])
  })

  it('a table that frames the page is none', async () => {
    const lines = Array.from(
      { length: 6 },
      (_, i) => `（${'一二三四五六'[i]}）第${i + 1}处公房没有登记。<br>整改情况：已登记。<br>整改状态：已完成整改<br>`,
    ).join('')
    const items = await html(
      `<table><tr><td colspan="2">设为首页</td></tr><tr><td><ul><li>机构</li><li>法规</li></ul></td><td><center><b>青禾县审计查出问题整改情况公告</b></center><div>${lines}</div></td></tr><tr><td colspan="2">地址：青禾路</td></tr></table>`,
    )
    expect(items).toHaveLength(6)
    expect(items[5]).toBe('（六）第6处公房没有登记。 ｜ done 已登记。 ｜ state completed')
  })
})

describe('numbers of other kinds', () => {
  it('chapters 1, problems 1.1, results 1.1.1', async () => {
    const text = lines(
      progress,
      '一、组织情况',
      '召开会议9次，部署任务。',
      '二、具体问题整改情况',
      '1 履行职责方面',
      '1.1 种子基地建设推进偏慢。',
      '1.1.1 印发三年行动计划。',
      '1.1.2 与农科院共建实验室。',
      '1.2 农田建后管护缺位。',
      '1.2.1 修复损毁设施309处。',
      '2 干部队伍方面',
      '2.1年轻干部储备不足。',
      '2.1.1 选派干部11名挂职。',
      '2.2 干部档案遗留问题未办结。',
      '2.2.1 认定19人，全部办结。',
      '三、下一步打算',
      '1 持续学习。',
    )
    expect((await itemsIn(text)).map((item) => item.split(' ｜ ').slice(0, 2).join(' ｜ '))).toEqual([
      '履行职责方面 ｜ 1.1种子基地建设推进偏慢。',
      '履行职责方面 ｜ 1.2农田建后管护缺位。',
      '干部队伍方面 ｜ 2.1年轻干部储备不足。',
      '干部队伍方面 ｜ 2.2干部档案遗留问题未办结。',
    ])
  })

  it('a blank behind a figure with its unit is layout', async () => {
    const { document } = await read(lines(plan, '一、台账不全。', '整改目标：补登 36 册，3 家单位通报。', '5 个乡镇已完成。'))
    expect(document.text).toContain('5个乡镇已完成。')
  })

  it('bold problems under headings of faults', async () => {
    const problem = (words: string) =>
      `<p><strong>${words}</strong></p><p>修订制度2项，培训干部36人次。</p><p>约谈责任人2名。</p>`
    const items = await html(
      `<h1>${progress}</h1><h2>一、组织情况</h2><p><strong>提高认识。</strong>召开会议7次。</p><h2>二、具体问题整改情况</h2>` +
        `<h3>（一）学习不够深入</h3>${problem('中心组学习以传达代替研讨。')}${problem('阵地管理存在盲区。')}` +
        `<h3>（二）责任传导不到位</h3>${problem('集体资产低价发包。')}${problem('对群众诉求已读不回。')}` +
        '<h2>三、下一步打算</h2><p><strong>深化整改。</strong>抓到底。</p>',
    )
    expect(items.map((item) => item.split(' ｜ ').slice(0, 2).join(' ｜ '))).toEqual([
      '学习不够深入 ｜ 中心组学习以传达代替研讨。',
      '学习不够深入 ｜ 阵地管理存在盲区。',
      '责任传导不到位 ｜ 集体资产低价发包。',
      '责任传导不到位 ｜ 对群众诉求已读不回。',
    ])
  })

  it('numbered sentences over paragraphs are no headings', async () => {
    const text = lines(
      progress,
      '一、提高认识，全力推进',
      '（一）班子负总责。认领任务32项。',
      '二、逐项对照，改出实效',
      '（一）聚焦落实决策部署情况',
      '1.主业管理粗放，漏损率高于标准。',
      '一是改造管网74公里。二是建设计量系统。',
      '2.研发投入强度不足1%。',
      '2024年投入占比提高到1.8%。',
      '（二）聚焦权力运行情况',
      '1.工程招投标“化整为零”。',
      '核查项目27个，处分4人。',
      '2.材料出入库手续倒签。',
      '启用扫码系统，追赔8万元。',
      '如有意见建议，请于15个工作日内反映。',
    )
    expect((await itemsIn(text)).map((item) => item.split(' ｜ ')[1])).toEqual([
      '1.主业管理粗放，漏损率高于标准。',
      '2.研发投入强度不足1%。',
      '1.工程招投标“化整为零”。',
      '2.材料出入库手续倒签。',
    ])
  })
})

describe('grids and marks', () => {
  it('rows of boxes are a table', async () => {
    const row = (...cells: string[]) =>
      `<div class="row">${cells.map((cell) => `<div class="cell">${cell}</div>`).join('')}</div>`
    const items = await html(
      `<div class="title">${progress}</div><div class="grid">${row('序号', '反馈问题', '责任单位', '整改状态')}` +
        `${row('1', '河岸洗砂点未批先建', '县水利局', '已完成')}${row('2', '畜禽粪污露天堆存', '/', '正在整改')}</div>`,
    )
    expect(items).toEqual([
      '1河岸洗砂点未批先建 ｜ who responsible_unit:县水利局 ｜ state completed',
      '2畜禽粪污露天堆存 ｜ state in_progress',
    ])
  })

  it('● says yes, ○ no; ○ alone in its row yes', async () => {
    const table = (rows: readonly string[][]) =>
      html(
        `<p>${progress}</p><table>${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
      )
    const head = ['序号', '存在问题', '责任单位', '已完成', '正在整改', '未启动']
    const states = (items: string[]) => items.map((item) => item.split('state ')[1])
    expect(
      states(
        await table([
          head,
          ['1', '台账不全', '县粮食局', '●', '○', '○'],
          ['2', '车辆超编', '县财政局', '○', '●', '○'],
          ['3', '公房空置', '县住建局', '○', '○', '●'],
        ]),
      ),
    ).toEqual(['completed', 'in_progress', 'not_started'])
    expect(
      states(
        await table([
          head,
          ['1', '台账不全', '县粮食局', '○', '', ''],
          ['2', '车辆超编', '县财政局', '', '○', ''],
          ['3', '公房空置', '县住建局', '', '', '○'],
        ]),
      ),
    ).toEqual(['completed', 'in_progress', 'not_started'])
  })
})

describe('levels that are not everywhere the same', () => {
  it('an upper number is an item where it has no lower ones', async () => {
    const text = lines(
      '青禾县关于扬尘管控专项审计调查发现问题整改情况的报告',
      '一、总体情况',
      '县政府专题研究，逐项落实。',
      '二、具体整改情况',
      '（一）空气质量年度目标未完成。',
      '该问题已完成整改。2023年优良天数318天。',
      '（二）工地管理不严。',
      '1.裸土覆盖不及时。该问题已完成整改。县住建局检查工地14个。',
      '2.渣土车带泥上路。该问题正在整改。洗车台年底建成。',
      '（三）专项资金闲置96万元。',
      '该问题已完成整改。县财政局已拨付96万元。',
      '专此函达。',
    )
    expect(await itemsIn(text)).toEqual([
      '具体整改情况 ｜ （一）空气质量年度目标未完成。 ｜ done 该问题已完成整改。2023年优良天数318天。 ｜ state completed',
      '工地管理不严。 ｜ 1.裸土覆盖不及时。 ｜ done 该问题已完成整改。县住建局检查工地14个。 ｜ state completed',
      '工地管理不严。 ｜ 2.渣土车带泥上路。 ｜ done 该问题正在整改。洗车台年底建成。 ｜ state in_progress',
      '具体整改情况 ｜ （三）专项资金闲置96万元。 ｜ done 该问题已完成整改。县财政局已拨付96万元。 ｜ state completed',
    ])
  })

  it('a quotation with stops of its own ends in a heading', async () => {
    const text = lines(
      '中共青禾县文化和旅游局党组关于巡察整改情况的通报',
      '（一）在“贯彻决策部署不够有力”方面',
      '1.关于“学习不深。全年只学了2次，学用脱节。”的问题',
      '已组织专题学习3次，印发学习计划。该问题已完成整改。',
      '2.关于“项目推进缓慢。4个提升项目中2个未开工。”的问题',
      '已督促2个项目开工，预计年底完工。该问题正在整改。',
      '（二）在“内控管理”方面',
      '1.关于“资产账实不符。”的问题',
      '完成清查，核销资产37件。该问题已完成整改。',
    )
    expect((await itemsIn(text)).map((item) => item.split(' ｜ ')[1])).toEqual([
      '1.关于“学习不深。全年只学了2次，学用脱节。”的问题',
      '2.关于“项目推进缓慢。4个提升项目中2个未开工。”的问题',
      '1.关于“资产账实不符。”的问题',
    ])
  })

  it('a long numbered heading of 方面 is a category, whatever words it ends with', async () => {
    const report = await read(
      lines(
        progress,
        '一、落实整改责任情况',
        '（一）高度重视，统筹推进。召开会议3次。',
        '二、整改情况',
        '（一）贯彻落实党中央决策部署和省委、市委关于耕地保护工作要求方面',
        '1.占补平衡把关不严。',
        '（1）复核补充耕地项目12个。',
        '2.卫片图斑整改缓慢。',
        '（1）整改图斑36个。',
        '（二）落实全面从严治党责任方面',
        '1.廉政教育不经常。',
        '（1）开展警示教育2次。',
      ),
    )
    expect(report.items.map(({ category, problem }) => [category?.text, problem.text])).toEqual([
      ['贯彻落实党中央决策部署和省委、市委关于耕地保护工作要求方面', '占补平衡把关不严。'],
      ['贯彻落实党中央决策部署和省委、市委关于耕地保护工作要求方面', '卫片图斑整改缓慢。'],
      ['落实全面从严治党责任方面', '廉政教育不经常。'],
    ])
  })

  it('results behind a first sentence are known by those of the siblings', async () => {
    const text = lines(
      '关于2023年度青禾县本级预算执行审计查出问题整改情况的报告',
      '一、预算执行问题的整改情况',
      '1.非税收入未缴国库70万元。县财政局已将70万元缴入国库。',
      '2.预算不细化，代编41万元。县财政局编制明年预算时已细化到单位。',
      '3.土地出让收入欠缴29万元。已追缴29万元。',
      '4.固定资产未入账5万元。已登记入账。',
      '二、下一步打算',
      '一是压实责任。',
    )
    expect(await itemsIn(text)).toEqual([
      '预算执行问题的整改情况 ｜ 1.非税收入未缴国库70万元。 ｜ done 县财政局已将70万元缴入国库。',
      '预算执行问题的整改情况 ｜ 2.预算不细化，代编41万元。 ｜ done 县财政局编制明年预算时已细化到单位。',
      '预算执行问题的整改情况 ｜ 3.土地出让收入欠缴29万元。 ｜ done 已追缴29万元。',
      '预算执行问题的整改情况 ｜ 4.固定资产未入账5万元。 ｜ done 已登记入账。',
    ])
  })

  it('what a congress asks for is an item', async () => {
    const text = lines(
      '青禾县人民政府关于养老服务专题询问意见整改落实情况的报告',
      '一、主要做法',
      '（一）高位推动。县长调度3次。',
      '二、意见落实情况',
      '（一）关于增加护理床位的意见。',
      '新增护理床位120张。',
      '（二）关于降低收费的意见。',
      '下调收费2项。',
    )
    expect(await itemsIn(text)).toEqual([
      '意见落实情况 ｜ （一）关于增加护理床位的意见。 ｜ done 新增护理床位120张。',
      '意见落实情况 ｜ （二）关于降低收费的意见。 ｜ done 下调收费2项。',
    ])
    expect((await read(text)).document.programme).toMatchObject({ type: 'other', text: '专题询问' })
  })

  it('a closing bracket may hold brackets', async () => {
    const text = lines(
      plan,
      '（1）研判会议记录照抄照搬。（牵头单位：镇乡村振兴办；责任单位：各村（社区））',
      '整改措施：一是规范研判。二是逐户走访。',
      '（2）驻村干部在岗率不高。（牵头单位：镇党建办；责任单位：各工作队）',
      '整改措施：一是严格签到。二是开展抽查。',
    )
    expect((await itemsIn(text)).map((item) => item.split(' ｜ ')[0])).toEqual([
      '（1）研判会议记录照抄照搬。',
      '（2）驻村干部在岗率不高。',
    ])
  })

  it('a numbered label names the inspection with its round and level', async () => {
    for (const label of ['第二轮省生态环境保护督察反馈问题', '中央生态环境保护督察“回头看”反馈问题', '督察反馈问题（第7项）']) {
      const text = lines(
        '青禾县关于填埋场渗滤液外溢问题整改完成情况的公示',
        `一、${label}`,
        '填埋场渗滤液外溢。',
        '二、整改目标',
        '消除污染。',
        '三、整改完成情况',
        '清理外溢渗滤液30吨。',
        '以上整改情况向社会公示，如有异议请反馈。',
      )
      expect(await itemsIn(text)).toEqual(['填埋场渗滤液外溢。 ｜ goal 消除污染。 ｜ done 清理外溢渗滤液30吨。'])
    }
  })
})

describe('results that no label opens', () => {
  it('behind 的问题。 in the same paragraph', async () => {
    const text = lines(
      progress,
      '1.主业不聚焦的问题。编制中期规划，注销空壳公司5家。',
      '2.融资成本偏高的问题。①建立债务台账。②置换高成本融资3.2亿元。',
      '3.项目经营惨淡的问题。引入专业团队，整体出租。',
      '4.租金收缴不力的问题。追缴租金41万元。',
    )
    expect(await itemsIn(text)).toEqual([
      '1.主业不聚焦的问题。 ｜ done 编制中期规划，注销空壳公司5家。',
      '2.融资成本偏高的问题。 ｜ done ①建立债务台账。 ②置换高成本融资3.2亿元。',
      '3.项目经营惨淡的问题。 ｜ done 引入专业团队，整体出租。',
      '4.租金收缴不力的问题。 ｜ done 追缴租金41万元。',
    ])
  })

  it('paragraphs under a bold problem, before a line of persons and state', async () => {
    const item = (n: number, problem: string, ...told: string[]) =>
      `<p><b>${n}.${problem}</b></p>${told.map((words) => `<p>${words}</p>`).join('')}<p>责任领导：李青；整改状态：已完成。</p>`
    const items = await html(
      `<p>${progress}</p>${item(1, '执法监督流于形式。', '组建监督队伍。聘请监督员22名。', '开展案卷评查。评查196卷。')}` +
        item(2, '复议案件办理缓慢。', '畅通申请渠道。设代收点27个。'),
    )
    expect(items).toEqual([
      '1.执法监督流于形式。 ｜ done 组建监督队伍。聘请监督员22名。 开展案卷评查。评查196卷。 ｜ who lead_official:李青 ｜ state completed',
      '2.复议案件办理缓慢。 ｜ done 畅通申请渠道。设代收点27个。 ｜ who lead_official:李青 ｜ state completed',
    ])
  })

  it('a second paragraph that begins with 全县, 县政府 is the item’s, one of what is meant to be done is not', async () => {
    const text = lines(
      progress,
      '1.关于“资产管理混乱”的问题。',
      '整改情况：清理合同2386份。',
      '全县257个村实行非现金结算。',
      '2.关于“改厕质量不高”的问题。',
      '整改情况：整改厕所912户。',
      '县政府印发管护办法。',
      '全县上下将持续巩固整改成果。',
    )
    expect(await itemsIn(text)).toEqual([
      '1.关于“资产管理混乱”的问题。 ｜ done 清理合同2386份。 全县257个村实行非现金结算。',
      '2.关于“改厕质量不高”的问题。 ｜ done 整改厕所912户。 县政府印发管护办法。',
    ])
  })
})

describe('measures that no label opens', () => {
  it('have units and days of their own on lines behind them', async () => {
    const text = lines(
      plan,
      '（一）城区污水直排入河。',
      '1.建设截污管网3公里。',
      '责任单位：县住建局',
      '完成时限：2024年6月底',
      '2.封堵排口12处。',
      '责任单位：县水利局',
      '完成时限：2024年9月底',
      '（二）砂场扬尘污染严重。2023年被投诉9次。',
      '1.关停无证砂场5家。',
      '责任单位：县自然资源局',
      '完成时限：2024年6月底',
      '2.安装喷淋设施。',
      '责任单位：县交通运输局',
      '完成时限：2024年8月底',
    )
    expect(await itemsIn(text)).toEqual([
      '（一）城区污水直排入河。 ｜ plan 1.建设截污管网3公里。@responsible_unit:县住建局!2024年6月底 2.封堵排口12处。@responsible_unit:县水利局!2024年9月底',
      '（二）砂场扬尘污染严重。2023年被投诉9次。 ｜ plan 1.关停无证砂场5家。@responsible_unit:县自然资源局!2024年6月底 2.安装喷淋设施。@responsible_unit:县交通运输局!2024年8月底',
    ])
  })

  it('are the measures still where only one item has several', async () => {
    const text = lines(
      plan,
      '问题表现：专题研究党建仅1次。',
      '1.制定工作计划。',
      '责任科室：办公室',
      '完成时限：2024年6月底',
      '2.修订考核办法。',
      '责任科室：人事科',
      '完成时限：2024年9月底',
      '问题表现：部分票据附件不全。',
      '1.开展财务自查。',
      '责任科室：财务科',
      '完成时限：立行立改',
    )
    expect(await itemsIn(text)).toEqual([
      '专题研究党建仅1次。 ｜ plan 1.制定工作计划。@responsible_unit:办公室!2024年6月底 2.修订考核办法。@responsible_unit:人事科!2024年9月底',
      '部分票据附件不全。 ｜ plan 1.开展财务自查。 ｜ who responsible_unit:财务科 ｜ due immediate',
    ])
  })
})

describe('answers behind the problem', () => {
  it('in a bracket with their label', async () => {
    const text = lines(
      progress,
      '1.栏目超过6个月未更新。（整改情况：补发信息37条，确定专人维护）',
      '2.首页3处链接无法访问。（整改情况：链接已修复）',
      '3.办事指南要求不明确。（整改措施：删除兜底表述；责任单位：县行政审批局）',
    )
    expect(await itemsIn(text)).toEqual([
      '1.栏目超过6个月未更新。 ｜ done 补发信息37条，确定专人维护',
      '2.首页3处链接无法访问。 ｜ done 链接已修复',
      '3.办事指南要求不明确。 ｜ plan 删除兜底表述 ｜ who responsible_unit:县行政审批局',
    ])
  })

  it('a state in a bracket between a problem and what was done is the problem’s', async () => {
    const text = lines(
      progress,
      '1.管网混接错接。（达到序时进度）已完成31处错接改造，6处排口全部封堵。',
      '2.宕口未开展修复。（已完成整改）已完成79个宕口修复。',
      '3.泵站停运。（正在推进）已印发养护办法。',
    )
    expect(await itemsIn(text)).toEqual([
      '1.管网混接错接。 ｜ done 已完成31处错接改造，6处排口全部封堵。 ｜ state on_schedule',
      '2.宕口未开展修复。 ｜ done 已完成79个宕口修复。 ｜ state completed',
      '3.泵站停运。 ｜ done 已印发养护办法。 ｜ state in_progress',
    ])
  })

  it('a state over what was done is no part of it', async () => {
    const text = lines(
      progress,
      '一、关于“养殖污染突出。”整改进展情况：已完成，长期坚持。',
      '1.关停养殖场15家。',
      '2.回访投诉件32件。',
      '二、关于“管网建设缓慢。”整改进展情况：达到序时进度。',
      '1.建成管网7公里。',
    )
    expect(await itemsIn(text)).toEqual([
      '一、关于“养殖污染突出。” ｜ done 1.关停养殖场15家。 2.回访投诉件32件。 ｜ state completed+ongoing',
      '二、关于“管网建设缓慢。” ｜ done 1.建成管网7公里。 ｜ state on_schedule',
    ])
  })

  it('in a list of the same count, whose problems stand in groups', async () => {
    const text = lines(
      progress,
      '一、安全隐患问题',
      '（一）院区外部',
      '1、消防通道被私家车占用。',
      '（二）院区内部',
      '2、暂存间门锁损坏。',
      '3、气瓶未固定，空瓶满瓶混放。',
      '4、二楼电源线路老化。',
      '二、整改措施',
      '1、施划禁停标线，安装道闸1套。',
      '2、更换门锁，张贴警示标识。',
      '3、加装防倒链，分区存放并挂牌。',
      '4、更换线路320米。',
    )
    expect(await itemsIn(text)).toEqual([
      '院区外部 ｜ 1、消防通道被私家车占用。 ｜ plan 1、施划禁停标线，安装道闸1套。',
      '院区内部 ｜ 2、暂存间门锁损坏。 ｜ plan 2、更换门锁，张贴警示标识。',
      '院区内部 ｜ 3、气瓶未固定，空瓶满瓶混放。 ｜ plan 3、加装防倒链，分区存放并挂牌。',
      '院区内部 ｜ 4、二楼电源线路老化。 ｜ plan 4、更换线路320米。',
    ])
  })
})

describe('ledgers whose rows are measures', () => {
  const table = (...rows: string[]): string => `<h1>${plan}</h1><table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`
  const head = '<th>序号</th><th>存在问题</th><th>整改措施</th><th>责任单位</th><th>完成时限</th>'

  it('the only row of an item is its measure’s as well', async () => {
    const items = await html(
      table(
        head,
        '<td rowspan="2">1</td><td rowspan="2">台账登记不全，账物不符。</td><td>开展清查</td><td>县粮食局</td><td>2025年6月底</td>',
        '<td>修订台账办法</td><td>县发改局</td><td>2025年9月底</td>',
        '<td>2</td><td>仓库无人看管，夜间失管。</td><td>增设值守人员</td><td>县粮食局</td><td>2025年5月底</td>',
      ),
    )
    expect(items[1]).toBe(
      '2仓库无人看管，夜间失管。 ｜ plan 增设值守人员@responsible_unit:县粮食局!2025年5月底 ｜ who responsible_unit:县粮食局 ｜ due 2025-05-31',
    )
  })

  it('a column of any name whose cells are merged over problems groups them; names of places and bodies are no party', async () => {
    const items = await html(
      table(
        '<th>序号</th><th>一级指标</th><th>省份</th><th>水源地名称</th><th>存在问题</th><th>整改措施</th>',
        '<td>1</td><td rowspan="2">开办企业</td><td>湖南省</td><td>双河水库</td><td>线上办件率低，仍要求提交纸质材料。</td><td>优化流程</td>',
        '<td>2</td><td>湖南省</td><td>双河水库</td><td>公章刻制费用政策兑现不及时。</td><td>安排专项经费</td>',
        '<td>3</td><td>获得电力</td><td>湖南省</td><td>新坝水库</td><td>外线工程仍由用户出资。</td><td>修订服务细则</td>',
      ),
    )
    expect(items).toEqual([
      '开办企业 ｜ 1线上办件率低，仍要求提交纸质材料。 ｜ plan 优化流程',
      '开办企业 ｜ 2公章刻制费用政策兑现不及时。 ｜ plan 安排专项经费',
      '获得电力 ｜ 3外线工程仍由用户出资。 ｜ plan 修订服务细则',
    ])
  })
})

describe('behind the last item', () => {
  it('stand whom a bulletin goes to, how many were printed, what the office will do', async () => {
    const text = lines(
      progress,
      '1.管网错接。整改进展：完成改造63处。',
      '2.料棚未封闭。整改进展：建成料棚2.4万平方米。',
      '下一步，领导小组办公室将对滞后的问题下发督办函。',
      '报：县委、县政府领导',
      '送：县督察整改工作领导小组成员单位',
      '（共印60份）',
      '青禾县生态环境保护督察反馈意见整改工作领导小组办公室',
      '2024年7月5日印发',
    )
    expect(await itemsIn(text)).toEqual(['1.管网错接。 ｜ done 完成改造63处。', '2.料棚未封闭。 ｜ done 建成料棚2.4万平方米。'])
  })
})

describe('tables beside the list', () => {
  const rows = (...cells: string[][]): string =>
    `<table>${cells.map((row) => `<tr>${row.map((words) => `<td>${words}</td>`).join('')}</tr>`).join('')}</table>`

  it('a table of measures under each problem: a row is one measure’s', async () => {
    const head = ['整改措施', '责任单位', '责任人', '完成时限']
    const items = await html(
      `<p>${plan}</p><p>问题一：部分工程质量不达标，路面开裂4公里。</p>` +
        rows(
          head,
          ['检测返工', '县农业农村局', '高树君', '2024年6月底前'],
          ['处理检测机构', '县住建局', '周海涛', '2024年5月底前'],
        ) +
        '<p>问题二：建后管护责任不落实，8眼机电井无法使用。</p>' +
        rows(head, ['修复机电井', '县水利局', '刘立军', '2024年5月底前']),
    )
    expect(items).toEqual([
      '问题一：部分工程质量不达标，路面开裂4公里。 ｜ plan 检测返工@responsible_unit:县农业农村局,responsible_official:高树君!2024年6月底前 处理检测机构@responsible_unit:县住建局,responsible_official:周海涛!2024年5月底前 ｜ who responsible_unit:县农业农村局,responsible_official:高树君,responsible_unit:县住建局,responsible_official:周海涛 ｜ due 2024-06-30,2024-05-31',
      '问题二：建后管护责任不落实，8眼机电井无法使用。 ｜ plan 修复机电井@responsible_unit:县水利局,responsible_official:刘立军!2024年5月底前 ｜ who responsible_unit:县水利局,responsible_official:刘立军 ｜ due 2024-05-31',
    ])
  })

  it('problems, tasks and units in three tables of the same numbers', async () => {
    const problems = rows(
      ['序号', '问题类别', '具体问题'],
      ['1', '教学方面', '课程设置与中心工作结合不紧。'],
      ['2', '管理方面', '食堂采购未执行询价比价。'],
    )
    const tasks = rows(
      ['序号', '整改目标', '整改措施'],
      ['1', '课程占比达到30%以上。', '开发新课程6门。'],
      ['2', '采购公开规范。', '成立监督小组。'],
    )
    const units = rows(['序号', '责任科室', '完成时限'], ['1', '教务科', '2024年11月底'], ['2', '办公室', '立行立改'])
    const page = (third: string) =>
      `<h1>青禾县委党校巡察反馈问题“三张清单”</h1><p>一、问题清单</p>${problems}<p>二、任务清单</p>${tasks}<p>三、责任清单</p>${third}`
    expect(await html(page(units))).toEqual([
      '教学方面 ｜ 1课程设置与中心工作结合不紧。 ｜ goal 课程占比达到30%以上。 ｜ plan 开发新课程6门。 ｜ who responsible_unit:教务科 ｜ due 2024-11-30',
      '管理方面 ｜ 2食堂采购未执行询价比价。 ｜ goal 采购公开规范。 ｜ plan 成立监督小组。 ｜ who responsible_unit:办公室 ｜ due immediate',
    ])
    // other numbers, another list
    const others = rows(['序号', '责任科室', '完成时限'], ['3', '教务科', '2024年11月底'], ['4', '办公室', '立行立改'])
    expect((await html(page(others))).join()).not.toContain('who')
  })

  it('what items have once for all their rows is the item’s in one of a single row, too', async () => {
    const items = await html(
      `<h1>${plan}</h1><table><tr><th>序号</th><th>存在问题</th><th>整改措施</th><th>责任单位</th><th>责任领导</th></tr>` +
        '<tr><td rowspan="2">1</td><td rowspan="2">重复收取费用，涉及基金2万元。</td><td>退回基金</td><td>县医院</td><td rowspan="2">于立新</td></tr>' +
        '<tr><td>约谈负责人</td><td>县医保局</td></tr>' +
        '<tr><td>2</td><td>药店刷卡销售保健品。</td><td>解除协议</td><td>县医保局</td><td>宋玉杰</td></tr></table>',
    )
    expect(items[1]).toBe(
      '2药店刷卡销售保健品。 ｜ plan 解除协议@responsible_unit:县医保局 ｜ who responsible_unit:县医保局,lead_official:宋玉杰',
    )
  })
})

describe('problems that are named or numbered in other ways', () => {
  it('bare numbers that count on', async () => {
    const item = (n: number, problem: string) => lines(`${n}${problem}`, '责任单位：县水利局')
    const text = (...problems: string[]) => lines(plan, ...problems.map((problem, i) => item(i + 1, problem)))
    expect(await itemsIn(text('武安镇污水直排。', '龙街镇砂场扬尘污染严重。', '城区中转站渗滤液外溢。'))).toEqual([
      '1武安镇污水直排。 ｜ who responsible_unit:县水利局',
      '2龙街镇砂场扬尘污染严重。 ｜ who responsible_unit:县水利局',
      '3城区中转站渗滤液外溢。 ｜ who responsible_unit:县水利局',
    ])
    // 1个, 2家, 3处 count things
    expect((await itemsIn(text('个砂场污染严重。', '家企业污水直排。', '处渗滤液外溢。')))[0]).toContain('1个砂场污染严重。')
  })

  it('several in a paragraph, each with its own answer', async () => {
    const text = lines(
      progress,
      '一、问题整改情况',
      '（一）经营企业方面。一是卸车软管老化。整改情况：更换软管3根。二是站点超量存瓶。整改情况：清运气瓶43只。',
      '（二）管网设施方面。一是管道被违章建筑占压。整改情况：违章建筑已拆除。二是调压箱周边无防撞设施。整改情况：安装防撞栏2组。',
    )
    expect(await itemsIn(text)).toEqual([
      '经营企业方面。 ｜ 一是卸车软管老化。 ｜ done 更换软管3根。',
      '经营企业方面。 ｜ 二是站点超量存瓶。 ｜ done 清运气瓶43只。',
      '管网设施方面。 ｜ 一是管道被违章建筑占压。 ｜ done 违章建筑已拆除。',
      '管网设施方面。 ｜ 二是调压箱周边无防撞设施。 ｜ done 安装防撞栏2组。',
    ])
  })

  it('by their cure, over runs of what was done', async () => {
    const text = lines(
      '中共青禾镇委员会关于巡察整改进展情况的通报',
      '一、党委履行巡察整改主体责任情况',
      '（一）高位统筹部署。迅速召开整改工作推进会。',
      '（二）压实责任链条。细化整改措施136项。',
      '二、巡察整改任务落实情况',
      '（一）关于贯彻落实上级决策部署方面',
      '1.加强对乡村振兴的谋划推进',
      '一是召开指挥部会议5次。',
      '二是盘活低效用地118亩。',
      '2.补齐水环境治理短板',
      '一是新建管网21公里。',
      '（二）关于基层党组织建设方面',
      '3.严肃党内政治生活',
      '一是参加双重组织生活52次。',
      '三、下一步工作安排',
      '镇党委将坚持久久为功。',
    )
    expect(await itemsIn(text)).toEqual([
      '关于贯彻落实上级决策部署方面 ｜ 1.加强对乡村振兴的谋划推进 ｜ done 一是召开指挥部会议5次。 二是盘活低效用地118亩。',
      '关于贯彻落实上级决策部署方面 ｜ 2.补齐水环境治理短板 ｜ done 一是新建管网21公里。',
      '关于基层党组织建设方面 ｜ 3.严肃党内政治生活 ｜ done 一是参加双重组织生活52次。',
    ])
  })

  it('without a word of a fault, by the chapter alone', async () => {
    const text = lines(
      progress,
      '一、存在问题',
      '1.台账登记不全。',
      '2.仓库夜间失管。',
      '3.采购程序倒置。',
      '4.学习流于形式。',
      '二、下一步整改计划',
      '我局将逐项制定措施，确保6月底前整改到位。',
    )
    expect(await itemsIn(text)).toEqual([
      '存在问题 ｜ 1.台账登记不全。',
      '存在问题 ｜ 2.仓库夜间失管。',
      '存在问题 ｜ 3.采购程序倒置。',
      '存在问题 ｜ 4.学习流于形式。',
    ])
  })

  it('by points, of which several chapters tell', async () => {
    const text = lines(
      '青禾县自然保护地强化监督问题点位整改情况的公示',
      '一、点位基本问题',
      '点位一：村民搭建看护房1座。',
      '点位二：开垦沼泽湿地4公顷。',
      '点位三：采石场堆放废弃设备。',
      '点位四：栈道未办理手续。',
      '二、整改责任单位',
      '点位一：虎头镇人民政府',
      '点位二：小木河林场',
      '点位三：东方红镇人民政府',
      '点位四：县文旅局',
      '三、整改措施',
      '点位一：拆除看护房。',
      '点位二：退耕还湿。',
      '点位三：清运废弃设备。',
      '点位四：拆除栈道。',
    )
    expect(await itemsIn(text)).toEqual([
      '点位基本问题 ｜ 点位一：村民搭建看护房1座。 ｜ plan 拆除看护房。 ｜ who responsible_unit:虎头镇人民政府',
      '点位基本问题 ｜ 点位二：开垦沼泽湿地4公顷。 ｜ plan 退耕还湿。 ｜ who responsible_unit:小木河林场',
      '点位基本问题 ｜ 点位三：采石场堆放废弃设备。 ｜ plan 清运废弃设备。 ｜ who responsible_unit:东方红镇人民政府',
      '点位基本问题 ｜ 点位四：栈道未办理手续。 ｜ plan 拆除栈道。 ｜ who responsible_unit:县文旅局',
    ])
  })
})

describe('headings over problems that have answers', () => {
  it('a chapter of problems is no problem, nor is what was done about several', async () => {
    const text = lines(
      progress,
      '一、履行公共服务职能方面的问题',
      '（一）线路布局与城区发展不匹配，新区群众出行不便。',
      '一是新开线路9条；二是延伸线路6条。',
      '（二）车辆老化，夏季空调故障率高。',
      '报废老旧车辆210台。',
      '二、管党治党方面的问题',
      '（一）票款管理存在廉洁风险。',
      '一是点钞车间装上监控；二是清退2人。',
      '（二）驾驶员活动难集中，组织生活打折扣。',
      '推行班前党课，参学率达到95%以上。',
      '集团党委将对整改成效持续跟踪。欢迎干部群众监督，联系电话：0791-88500000。',
    )
    expect(await itemsIn(text)).toEqual([
      '履行公共服务职能方面的问题 ｜ （一）线路布局与城区发展不匹配，新区群众出行不便。 ｜ done 一是新开线路9条； 二是延伸线路6条。',
      '履行公共服务职能方面的问题 ｜ （二）车辆老化，夏季空调故障率高。 ｜ done 报废老旧车辆210台。',
      '管党治党方面的问题 ｜ （一）票款管理存在廉洁风险。 ｜ done 一是点钞车间装上监控； 二是清退2人。',
      '管党治党方面的问题 ｜ （二）驾驶员活动难集中，组织生活打折扣。 ｜ done 推行班前党课，参学率达到95%以上。',
    ])
  })

  it('（一）关于“…”问题的整改情况 heads the numbers below it', async () => {
    const text = lines(
      progress,
      '一、在“履行服务职能有差距”方面',
      '（一）关于“线路布局不合理”问题的整改情况',
      '1.新区线路少，群众出行不便。',
      '一是新开线路9条；二是延伸线路6条。',
      '2.地铁与公交接驳距离过长。',
      '迁移站点22处。',
      '（二）关于“车辆更新跟不上”问题的整改情况',
      '1.车辆老化，夏季空调故障率高。',
      '报废老旧车辆210台。',
    )
    expect(await itemsIn(text)).toEqual([
      '在“履行服务职能有差距”方面>关于“线路布局不合理”问题的整改情况 ｜ 1.新区线路少，群众出行不便。 ｜ done 一是新开线路9条； 二是延伸线路6条。',
      '在“履行服务职能有差距”方面>关于“线路布局不合理”问题的整改情况 ｜ 2.地铁与公交接驳距离过长。 ｜ done 迁移站点22处。',
      '在“履行服务职能有差距”方面>关于“车辆更新跟不上”问题的整改情况 ｜ 1.车辆老化，夏季空调故障率高。 ｜ done 报废老旧车辆210台。',
    ])
  })
})

describe('words that stand for two things', () => {
  it('整改任务 right behind the goal is what is to be done', async () => {
    const text = lines(
      plan,
      '（一）仓库长期无人看管，账物不符。',
      '整改目标：值守制度健全。',
      '整改任务',
      '1、安排专人值守。',
      '2、补登台账12本。',
      '牵头单位：县粮食局',
      '（二）采购程序倒置，3个项目先施工后招标。',
      '整改目标：程序规范。',
      '整改任务',
      '1、清理在建项目。',
      '2、修订采购办法。',
      '牵头单位：县财政局',
    )
    expect(await itemsIn(text)).toEqual([
      '（一）仓库长期无人看管，账物不符。 ｜ goal 值守制度健全。 ｜ plan 1、安排专人值守。 2、补登台账12本。 ｜ who lead_unit:县粮食局',
      '（二）采购程序倒置，3个项目先施工后招标。 ｜ goal 程序规范。 ｜ plan 1、清理在建项目。 2、修订采购办法。 ｜ who lead_unit:县财政局',
    ])
  })

  it('a column of …方面存在的问题 groups the rows and labels nothing', async () => {
    expect(
      await html(
        `<p>${plan}</p><table>${row('问题类别', '问题表现', '整改目标', '责任领导')}` +
          row('选人用人方面存在的问题', '1.干部档案审核不严。', '程序规范', '李青') +
          row('整治不正之风方面存在的问题', '2.公务接待审批不严格。', '违规支出清退', '王芳') +
          `${row('基层组织方面存在的问题', '3.会议记录不全。', '记录规范', '赵敏')}</table>`,
      ),
    ).toEqual([
      '选人用人方面存在的问题 ｜ 1.干部档案审核不严。 ｜ goal 程序规范 ｜ who lead_official:李青',
      '整治不正之风方面存在的问题 ｜ 2.公务接待审批不严格。 ｜ goal 违规支出清退 ｜ who lead_official:王芳',
      '基层组织方面存在的问题 ｜ 3.会议记录不全。 ｜ goal 记录规范 ｜ who lead_official:赵敏',
    ])
  })

  it('bullets before numbers in the lines of one paragraph', async () => {
    expect(
      await html(
        `<p>${plan}</p><p>一、整改任务<br>- 5、仓库长期无人看管。<br>①安排专人值守；<br>②补登台账。<br>- 6、采购程序倒置。<br>①清理项目；<br>②修订办法。</p>`,
      ),
    ).toEqual([
      '整改任务 ｜ 5、仓库长期无人看管。 ｜ plan ①安排专人值守； ②补登台账。',
      '整改任务 ｜ 6、采购程序倒置。 ｜ plan ①清理项目； ②修订办法。',
    ])
  })

  it('第二条通道 counts channels and opens nothing', async () => {
    const text = lines(
      progress,
      '1.外送通道建设滞后。',
      '整改情况：',
      '第一条通道已投运，年送电量达到12亿千瓦时。',
      '第二条通道前期工作取得进展。',
      '2.台账登记不全。',
      '整改情况：已补登台账12本。',
    )
    expect(await itemsIn(text)).toEqual([
      '1.外送通道建设滞后。 ｜ done 第一条通道已投运，年送电量达到12亿千瓦时。 第二条通道前期工作取得进展。',
      '2.台账登记不全。 ｜ done 已补登台账12本。',
    ])
  })

  it('a piece of news about an inspection lists no problem', async () => {
    const report = await readPage(
      '<h1>县领导督导检查督察反馈问题整改工作</h1><p>8月8日，县长率队到污水处理厂督导检查督察反馈问题整改工作。</p>' +
        '<p>督导组通过查看现场、听取汇报，了解整改措施落实情况。</p><p>督导组要求，整改时限临近的项目要加快进度。</p>',
    )
    expect(report.items).toEqual([])
    expect(report.document.kind).toBe('unknown')
  })
})

describe('what stands under a problem without a label', () => {
  it('is what was done, behind a state that each problem has', async () => {
    const text = lines(
      progress,
      '1.公益性体现不充分。（责任领导：李存芳；牵头科室：医务部）',
      '整改状态：已完成',
      '一是建立费用管理机制；二是互认检查项目127项。',
      '2.对口帮扶效果不明显。（责任领导：普云；牵头科室：医务部）',
      '整改状态：正在推进',
      '选派专家19名驻点帮扶。',
      '开展远程会诊632例。',
      '3.采购存在廉洁风险。（责任领导：杨伟；牵头科室：采购中心）',
      '整改状态：已完成',
      '（1）制定采购规定。',
      '（2）停用药品3种。',
      '4.津补贴发放不规范。（责任领导：杨伟；牵头科室：财务科）',
      '整改状态：已完成',
      '清退补贴61.4万元。',
      '中共青禾县人民医院委员会',
      '2024年7月1日',
    )
    expect(await itemsIn(text)).toEqual([
      '1.公益性体现不充分。 ｜ done 一是建立费用管理机制； 二是互认检查项目127项。 ｜ who lead_official:李存芳,lead_unit:医务部 ｜ state completed',
      '2.对口帮扶效果不明显。 ｜ done 选派专家19名驻点帮扶。 开展远程会诊632例。 ｜ who lead_official:普云,lead_unit:医务部 ｜ state in_progress',
      '3.采购存在廉洁风险。 ｜ done （1）制定采购规定。 （2）停用药品3种。 ｜ who lead_official:杨伟,lead_unit:采购中心 ｜ state completed',
      '4.津补贴发放不规范。 ｜ done 清退补贴61.4万元。 ｜ who lead_official:杨伟,lead_unit:财务科 ｜ state completed',
    ])
  })

  it('a paragraph behind a run in one paragraph is one of its own', async () => {
    const text = lines(
      progress,
      '1.岸线乱堆乱放反弹。',
      '一是清理垃圾2.3万立方米；二是增设探头46个。',
      '县委负责人沿河踏查，解决问题12个。',
      '2.散煤复燃。',
      '一是改造2860户；二是查处7家。',
    )
    expect(await itemsIn(text)).toEqual([
      '1.岸线乱堆乱放反弹。 ｜ done 一是清理垃圾2.3万立方米； 二是增设探头46个。 县委负责人沿河踏查，解决问题12个。',
      '2.散煤复燃。 ｜ done 一是改造2860户； 二是查处7家。',
    ])
  })

  it('3.1至9月 is the third, and no 3.1', async () => {
    const text = lines(
      progress,
      '1.渣场扬尘污染严重。',
      '整改情况：',
      '1.覆盖绿网34万平方米。',
      '2.更换液位计4台。',
      '3.1至9月综合利用率71.5%。',
      '2.码头砂石未清理。',
      '整改情况：1.清运砂石。2.复绿岸线。3.1至9月巡查6次。',
    )
    expect(await itemsIn(text)).toEqual([
      '1.渣场扬尘污染严重。 ｜ done 1.覆盖绿网34万平方米。 2.更换液位计4台。 3.1至9月综合利用率71.5%。',
      '2.码头砂石未清理。 ｜ done 1.清运砂石。 2.复绿岸线。 3.1至9月巡查6次。',
    ])
  })
})

describe('fields that are told once for several problems', () => {
  const item = (n: number, problem: string) => [`${n}.${problem}`, '整改情况：已补办手续3项。']
  const units = 'who responsible_unit:县水利局,supervising_official:王德成 ｜ due 2024-11-30'

  it('以上2项, behind the last of them', async () => {
    const text = lines(
      progress,
      '一、水利方面',
      ...item(1, '河道清淤不及时。'),
      ...item(2, '泵站停运。'),
      '以上2项，责任单位：县水利局；督办领导：王德成；整改时限：2024年11月底。',
      '二、粮食方面',
      ...item(1, '仓库长期无人看管。'),
    )
    expect(await itemsIn(text)).toEqual([
      `水利方面 ｜ 1.河道清淤不及时。 ｜ done 已补办手续3项。 ｜ ${units}`,
      `水利方面 ｜ 2.泵站停运。 ｜ done 已补办手续3项。 ｜ ${units}`,
      '粮食方面 ｜ 1.仓库长期无人看管。 ｜ done 已补办手续3项。',
    ])
  })

  it('以上第1至第2项, and 以上问题 of a chapter', async () => {
    const text = lines(
      progress,
      '一、水利方面',
      ...item(1, '河道清淤不及时。'),
      ...item(2, '泵站停运。'),
      '以上第1至第2项，责任单位：县水利局；督办领导：王德成；整改时限：2024年11月底。',
      '二、粮食方面',
      ...item(3, '仓库长期无人看管。'),
      ...item(4, '台账登记不全。'),
      '以上问题，责任单位：县粮食局。',
    )
    const grain = 'who responsible_unit:县粮食局'
    expect(await itemsIn(text)).toEqual([
      `水利方面 ｜ 1.河道清淤不及时。 ｜ done 已补办手续3项。 ｜ ${units}`,
      `水利方面 ｜ 2.泵站停运。 ｜ done 已补办手续3项。 ｜ ${units}`,
      `粮食方面 ｜ 3.仓库长期无人看管。 ｜ done 已补办手续3项。 ｜ ${grain}`,
      `粮食方面 ｜ 4.台账登记不全。 ｜ done 已补办手续3项。 ｜ ${grain}`,
    ])
  })
})

describe('parts of a page that a click shows', () => {
  it('are read where one beside them with the same names is shown', async () => {
    const table = (head: string[], ...rows: string[][]) =>
      `<table>${[head, ...rows].map((cells) => `<tr>${cells.join('')}</tr>`).join('')}</table>`
    const td = (words: string, rows = 1) => `<td${rows > 1 ? ` rowspan="${rows}"` : ''}>${words}</td>`
    const problems = table([td('序号'), td('存在问题')], [td('1'), td('食材验收走过场。')], [td('2'), td('餐具间未分隔。')])
    const measures = table([td('序号'), td('整改措施')], [td('1'), td('双人签字。')], [td('2'), td('改造食堂。')])
    const bodies = table(
      [td('序号'), td('责任单位'), td('整改时限')],
      [td('1'), td('县教育局', 2), td('2024年6月底')],
      [td('2'), td('2024年8月底')],
    )
    const page = (hidden: string) =>
      `<p>${plan}</p><div class="tab-con">${problems}</div><div ${hidden}>${measures}</div><div ${hidden}>${bodies}</div>`
    expect(await html(page('class="tab-con" style="display:none"'))).toEqual([
      '1食材验收走过场。 ｜ plan 双人签字。 ｜ who responsible_unit:县教育局 ｜ due 2024-06-30',
      '2餐具间未分隔。 ｜ plan 改造食堂。 ｜ who responsible_unit:县教育局 ｜ due 2024-08-31',
    ])
    expect(await html(page('class="draft" style="display:none"'))).toEqual(['1食材验收走过场。', '2餐具间未分隔。'])
  })
})

describe('chapters that are fields', () => {
  it('of a notice of one problem, whose measures are numbered', async () => {
    const text = lines(
      '青禾县督察反馈问题整改销号公示',
      '一、反馈问题',
      '砖厂扬尘扰民，料堆未覆盖。',
      '二、整改目标',
      '粉尘达标。',
      '三、整改措施',
      '1.清扫道路。',
      '2.洒水降尘。',
    )
    expect(await itemsIn(text)).toEqual(['砖厂扬尘扰民，料堆未覆盖。 ｜ goal 粉尘达标。 ｜ plan 1.清扫道路。 2.洒水降尘。'])
  })

  it('of parallel lists, whose numbers are no part of a name', async () => {
    const text = lines(
      plan,
      '一、存在问题',
      '1.围墙倾斜。',
      '2.路灯损坏。',
      '3.污水外溢。',
      '二、责任单位',
      '1.县城小学',
      '2.县路灯所',
      '3.县住建局',
      '三、整改措施',
      '1.加固围墙。',
      '2.更换路灯。',
      '3.疏通管道。',
    )
    expect(await itemsIn(text)).toEqual([
      '存在问题 ｜ 1.围墙倾斜。 ｜ plan 1.加固围墙。 ｜ who responsible_unit:县城小学',
      '存在问题 ｜ 2.路灯损坏。 ｜ plan 2.更换路灯。 ｜ who responsible_unit:县路灯所',
      '存在问题 ｜ 3.污水外溢。 ｜ plan 3.疏通管道。 ｜ who responsible_unit:县住建局',
    ])
  })

  it('numbers in characters behind 序号, and what has been done before the unit', async () => {
    const text = lines(
      progress,
      '序号：三',
      '存在问题：路灯不亮。',
      '整改措施：更换灯泡12只。',
      '序号：四',
      '存在问题：井盖缺失。',
      '整改措施：补装井盖3个。',
    )
    expect(await itemsIn(text)).toEqual([
      '序号：三路灯不亮。 ｜ plan 更换灯泡12只。',
      '序号：四井盖缺失。 ｜ plan 补装井盖3个。',
    ])
    const done = lines(
      progress,
      '1.台账登记不全，账物不符。',
      '已补登台账120册。',
      '责任单位：县粮食局',
      '2.仓库无人看管，门锁损坏。',
      '已安排值守人员2名。',
      '责任单位：县供销社',
    )
    expect(await itemsIn(done)).toEqual([
      '1.台账登记不全，账物不符。 ｜ done 已补登台账120册。 ｜ who responsible_unit:县粮食局',
      '2.仓库无人看管，门锁损坏。 ｜ done 已安排值守人员2名。 ｜ who responsible_unit:县供销社',
    ])
  })

  it('a row that counts the columns is no item, whatever it counts with', async () => {
    for (const count of ['①②③④', 'ABCD', '甲乙丙丁']) {
      const table = `${row('序号', '反馈问题', '整改措施', '责任单位')}${row(...count)}${row('1', '砖厂扬尘扰民。', '清扫道路。', '县水利局')}`
      expect(await html(`<p>${plan}</p><table>${table}</table>`), count).toEqual([
        '1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      ])
    }
  })
})

describe('columns of days that are no deadline', () => {
  it('the year a problem is of', async () => {
    const table =
      row('序号', '年份', '反馈问题', '整改措施') +
      row('1', '2020年', '砖厂扬尘扰民。', '清扫道路。') +
      row('2', '2021年', '河道淤积。', '清淤。')
    expect(await html(`<p>${plan}</p><table>${table}</table>`)).toEqual([
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。',
      '2河道淤积。 ｜ plan 清淤。',
    ])
  })

  it('the day on which it was done, beside the planned one', async () => {
    const head = '<tr><td rowspan="2">反馈问题</td><td rowspan="2">整改措施</td><td colspan="2">时限</td></tr>'
    const table = `${head}${row('计划', '实际')}${row('砖厂扬尘扰民。', '清扫道路。', '2024年6月底', '2024年5月3日')}${row('河道淤积严重。', '清淤。', '2024年9月底', '2024年8月3日')}`
    expect(await html(`<p>${plan}</p><table>${table}</table>`)).toEqual([
      '砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ due 2024-06-30',
      '河道淤积严重。 ｜ plan 清淤。 ｜ due 2024-09-30',
    ])
  })
})

describe('states as chapters and glued to their label', () => {
  it('第一部分 已完成整改的问题（2个） heads problems in bold', async () => {
    const bold = (words: string) => `<p><strong>${words}</strong></p>`
    const item = (problem: string, done: string) => `${bold(problem)}<p>${done}</p>`
    expect(
      await html(
        `<h1>${progress}</h1>${bold('第一部分　已完成整改的问题（2个）')}${item('仓库长期无人看管，门锁损坏。', '（1）安排值守2人；（2）更换门锁6把。')}` +
          `${item('台账登记不全，账物不符。', '（1）补登台账12本；（2）核对物资3次。')}${bold('第二部分　正在整改的问题（1个）')}` +
          item('采购程序倒置，未批先采。', '（1）修订办法1项；（2）培训人员20人次。'),
      ),
    ).toEqual([
      '已完成整改的问题（2个） ｜ 仓库长期无人看管，门锁损坏。 ｜ done （1）安排值守2人； （2）更换门锁6把。 ｜ state completed',
      '已完成整改的问题（2个） ｜ 台账登记不全，账物不符。 ｜ done （1）补登台账12本； （2）核对物资3次。 ｜ state completed',
      '正在整改的问题（1个） ｜ 采购程序倒置，未批先采。 ｜ done （1）修订办法1项； （2）培训人员20人次。 ｜ state in_progress',
    ])
  })

  it('当前状态已完成 is a label and three characters of value', async () => {
    const text = lines(
      progress,
      '1.仓库长期无人看管。',
      '整改情况：安排值守2人。',
      '当前状态持续推进整改',
      '2.台账登记不全。',
      '整改情况：补登台账12本。',
      '当前状态已完成',
      '3.采购程序倒置。',
      '整改情况：修订办法1项。',
      '当前状态完成整改',
    )
    expect(await itemsIn(text)).toEqual([
      '1.仓库长期无人看管。 ｜ done 安排值守2人。 ｜ state in_progress+ongoing',
      '2.台账登记不全。 ｜ done 补登台账12本。 ｜ state completed',
      '3.采购程序倒置。 ｜ done 修订办法1项。 ｜ state completed',
    ])
  })
})

it('a sentence alone in the column of units names none', async () => {
  const table =
    row('责任单位', '反馈问题', '整改措施') +
    row('县水利局', '砖厂扬尘扰民。', '清扫道路。') +
    row('以上问题由县政府督办。逐项销号。', '', '') +
    row('县粮食局', '河道淤积。', '清淤。')
  expect(await html(`<p>${plan}</p><table>${table}</table>`)).toEqual([
    '砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
    '河道淤积。 ｜ plan 清淤。 ｜ who responsible_unit:县粮食局',
  ])
})

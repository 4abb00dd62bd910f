/** States told once for a group, reports without paragraphs, numbers and marks of other kinds: short reports in our own words. */
import { describe, expect, it } from 'vitest'
import { itemsInPage as html, itemsIn } from './helpers/sketch.js'
import { plainRow as row } from './helpers/tables.js'

const lines = (...words: string[]): string => words.join('\n')
const plan = '青禾县关于巡察反馈问题的整改方案'
const progress = '青禾县关于巡察反馈问题整改情况的报告'
const three = (a: string, b: string, c: string): string[] => [
  `${a}仓库长期无人看管。`,
  '整改措施：派人值守。',
  `${b}台账登记不全。`,
  '整改措施：补登台账。',
  `${c}采购程序倒置。`,
  '整改措施：修订办法。',
]
const threeRead = (a: string, b: string, c: string): string[] => [
  `${a}仓库长期无人看管。 ｜ plan 派人值守。`,
  `${b}台账登记不全。 ｜ plan 补登台账。`,
  `${c}采购程序倒置。 ｜ plan 修订办法。`,
]
const stated = (items: string[], ...states: string[]): string[] => items.map((item, i) => `${item} ｜ state ${states[i]}`)

describe('states that are told for a group', () => {
  const list = three('一、', '二、', '三、')
  const items = threeRead('一、', '二、', '三、')

  it('behind the last of them', async () => {
    expect(await itemsIn(lines(progress, ...list, '以上3个问题均已完成整改。'))).toEqual(
      stated(items, 'completed', 'completed', 'completed'),
    )
  })

  it('by their numbers', async () => {
    expect(await itemsIn(lines(progress, ...list, '以上3项中，第1至2项已完成整改，第3项正在整改。'))).toEqual(
      stated(items, 'completed', 'completed', 'in_progress'),
    )
  })

  it('for all but some, before the first, within their chapter', async () => {
    const text = lines(
      progress,
      '一、储备管理方面',
      '该方面反馈的3个问题，除第2个问题正在推进整改外，其余均已完成整改。',
      ...three('1. ', '2. ', '3. '),
      '二、人员管理方面',
      '4. 培训不够。',
      '整改措施：组织培训。',
    )
    expect(await itemsIn(text)).toEqual([
      ...stated(
        threeRead('储备管理方面 ｜ 1.', '储备管理方面 ｜ 2.', '储备管理方面 ｜ 3.'),
        'completed',
        'in_progress',
        'completed',
      ),
      '人员管理方面 ｜ 4.培训不够。 ｜ plan 组织培训。',
    ])
  })

  it('by the numbers of the nearest chapter, which may begin anew', async () => {
    const text = lines(
      progress,
      '一、储备管理方面',
      ...three('1. ', '2. ', '3. '),
      '二、人员管理方面',
      '1. 培训不够。',
      '整改措施：组织培训。',
      '2. 考勤不严。',
      '整改措施：每日考勤。',
      '以上第1至2个问题均已完成整改。',
    )
    expect(await itemsIn(text)).toEqual([
      ...threeRead('储备管理方面 ｜ 1.', '储备管理方面 ｜ 2.', '储备管理方面 ｜ 3.'),
      '人员管理方面 ｜ 1.培训不够。 ｜ plan 组织培训。 ｜ state completed',
      '人员管理方面 ｜ 2.考勤不严。 ｜ plan 每日考勤。 ｜ state completed',
    ])
  })

  it('by their places, where they print other numbers', async () => {
    const text = lines(
      progress,
      '一、人员管理方面',
      '1. 培训不够。',
      '整改措施：组织培训。',
      '二、储备管理方面',
      '该方面反馈的3个问题，除第2个问题正在推进整改外，其余均已完成整改。',
      ...three('4. ', '5. ', '6. '),
    )
    expect((await itemsIn(text)).slice(1)).toEqual(
      stated(
        threeRead('储备管理方面 ｜ 4.', '储备管理方面 ｜ 5.', '储备管理方面 ｜ 6.'),
        'completed',
        'in_progress',
        'completed',
      ),
    )
  })

  it.each([
    '以上3项中，2项已完成整改，1项正在整改。',
    '以上3个问题，2个已完成整改。',
    '以上3项中，2项已完成整改，其余正在整改。',
  ])('%s does not say which', async (words) => {
    const states = (await itemsIn(lines(progress, ...list, words))).slice(0, 2).filter((item) => item.includes('state'))
    expect(states).toEqual([])
  })

  it('numbers that no item of the group has leave the sentence where it stands', async () => {
    const text = lines(progress, ...list, '以上3项中，第7项已完成整改，其余正在整改。')
    expect(await itemsIn(text)).toEqual([
      ...items.slice(0, 2),
      '三、采购程序倒置。 ｜ plan 修订办法。 以上3项中，第7项已完成整改，其余正在整改。',
    ])
  })

  it('a sentence that tells more than states belongs to the item before it', async () => {
    const text = lines(progress, ...list, '以上3个问题均已完成整改，累计投入资金20万元。')
    expect((await itemsIn(text)).slice(0, 2)).toEqual(items.slice(0, 2))
  })
})

describe('numbers and names of problems', () => {
  it('关于…的问题, whatever its mark', async () => {
    const named = (mark: string, problem: string, measure: string) => [`${mark}关于${problem}的问题`, `整改措施：${measure}`]
    const text = lines(
      progress,
      ...named('（一）', '仓库长期无人看管', '派人值守。'),
      ...named('2. ', '台账登记不全', '补登台账。'),
      ...named('三是', '采购程序倒置', '修订办法。'),
    )
    expect(await itemsIn(text)).toEqual([
      '（一）关于仓库长期无人看管的问题 ｜ plan 派人值守。',
      '2.关于台账登记不全的问题 ｜ plan 补登台账。',
      '三是关于采购程序倒置的问题 ｜ plan 修订办法。',
    ])
  })

  it('a number before a figure', async () => {
    const text = lines(
      plan,
      '1.3号储罐无围堰。',
      '整改措施：修建围堰。',
      '2.5号泵房漏水。',
      '整改措施：更换水泵。',
      '3.值班室无人值守。',
      '整改措施：派人值守。',
    )
    expect(await itemsIn(text)).toEqual([
      '1.3号储罐无围堰。 ｜ plan 修建围堰。',
      '2.5号泵房漏水。 ｜ plan 更换水泵。',
      '3.值班室无人值守。 ｜ plan 派人值守。',
    ])
  })

  it('一、 above 1., and below it', async () => {
    const [a, b, c] = ['仓库长期无人看管。', '台账登记不全。', '采购程序倒置。']
    const below = lines(plan, '1. 储备管理方面', `一、${a}`, '整改措施：派人值守。', `二、${b}`, '整改措施：补登台账。')
    expect(await itemsIn(lines(below, '2. 采购管理方面', `三、${c}`, '整改措施：修订办法。'))).toEqual(
      threeRead('储备管理方面 ｜ 一、', '储备管理方面 ｜ 二、', '采购管理方面 ｜ 三、'),
    )
  })

  it('a row that goes on is no further problem', async () => {
    const table = [
      row('序号', '问题', '整改措施', '责任单位'),
      row('1', '仓库长期无人看管。', '派人值守。', '县粮食局'),
      row('1（续）', '', '开展培训。', ''),
      row('2', '采购程序倒置。', '修订办法。', '县财政局'),
    ]
    expect(await html(`<h1>${plan}</h1><table>${table.join('')}</table>`)).toEqual([
      '1仓库长期无人看管。 ｜ plan 派人值守。@responsible_unit:县粮食局 开展培训。 ｜ who responsible_unit:县粮食局',
      '2采购程序倒置。 ｜ plan 修订办法。 ｜ who responsible_unit:县财政局',
    ])
  })

  it('a list that begins in a table and goes on in lines', async () => {
    const table = [
      row('序号', '问题', '整改措施'),
      row('1', '仓库长期无人看管。', '派人值守。'),
      row('2', '台账登记不全。', '补登台账。'),
    ]
    const text = ['3. 采购程序倒置。', '整改措施：修订办法。', '4. 培训不够。', '整改措施：组织培训。'].map(
      (line) => `<p>${line}</p>`,
    )
    expect(await html(`<h1>${plan}</h1><table>${table.join('')}</table>${text.join('')}`)).toEqual([
      ...threeRead('1', '2', '3.'),
      '4.培训不够。 ｜ plan 组织培训。',
    ])
  })
})

describe('reports that lost their paragraphs', () => {
  const fields = (measure: string, unit: string, month: number, done: string) =>
    `整改措施：${measure}，建立工作台账，每月核对一次。责任单位：${unit}。完成时限：2024年${month}月底前。整改情况：${done}。`
  const read = (measure: string, unit: string, due: string, done: string) =>
    `plan ${measure}，建立工作台账，每月核对一次。 ｜ done ${done}。 ｜ who responsible_unit:${unit} ｜ due ${due}`

  it.each([
    ['（一）', '（二）', '（三）'],
    ['1.', '2.', '3.'],
    ['1.', '2.', '1.'],
  ])('numbers %s %s %s that have fields of their own', async (a, b, c) => {
    const text = lines(
      progress,
      `一、储备管理方面${a}仓库长期无人看管。${fields('派人值守', '县粮食局', 6, '已安排2人值守')}${b}台账登记不全。${fields('补登台账', '县供销社', 7, '已补登台账120条')}` +
        `二、采购管理方面${c}采购程序倒置。${fields('修订采购办法', '县财政局', 9, '办法正在征求意见')}`,
    )
    expect(await itemsIn(text)).toEqual([
      `储备管理方面 ｜ ${a}仓库长期无人看管。 ｜ ${read('派人值守', '县粮食局', '2024-06-30', '已安排2人值守')}`,
      `储备管理方面 ｜ ${b}台账登记不全。 ｜ ${read('补登台账', '县供销社', '2024-07-31', '已补登台账120条')}`,
      `采购管理方面 ｜ ${c}采购程序倒置。 ｜ ${read('修订采购办法', '县财政局', '2024-09-30', '办法正在征求意见')}`,
    ])
  })

  it('indents where lines ended', async () => {
    const text = lines(
      '青禾县人民政府关于旅游工作审议意见办理情况的报告',
      [
        '　　2024年4月，县人大常委会提出审议意见。　　一、设施方面　　1．【审议意见】补齐停车场短板。　　【办理情况】1.新建停车场6处。　　2.新增停车位1280个。　　【办理状态】已办结。',
        '2．【审议意见】改善旧址周边环境。　　【办理情况】工程已完成招标。　　【办理状态】正在办理。　　青禾县人民政府　　　　　　2024年11月15日',
      ].join('　　'),
    )
    expect(await itemsIn(text)).toEqual([
      '设施方面 ｜ 1．补齐停车场短板。 ｜ done 1.新建停车场6处。 2.新增停车位1280个。 ｜ state completed',
      '设施方面 ｜ 2．改善旧址周边环境。 ｜ done 工程已完成招标。 ｜ state in_progress',
    ])
  })

  it('blanks between short fields are no indents', async () => {
    const item = (n: number, problem: string, measure: string, unit: string) => [
      `${n}. ${problem}`,
      `整改措施：${measure}　　责任单位：${unit}　　完成时限：2024年6月底前`,
    ]
    const text = lines(
      plan,
      ...item(1, '仓库长期无人看管。', '派人值守', '县粮食局'),
      ...item(2, '台账登记不全。', '补登台账', '县供销社'),
    )
    expect(await itemsIn(text)).toEqual([
      '1.仓库长期无人看管。 ｜ plan 派人值守 ｜ who responsible_unit:县粮食局 ｜ due 2024-06-30',
      '2.台账登记不全。 ｜ plan 补登台账 ｜ who responsible_unit:县供销社 ｜ due 2024-06-30',
    ])
  })

  it('numbers of measures have none', async () => {
    const measures = (words: string) =>
      `整改措施：1.${words}，落实到岗到人，做好值班记录。2.建立月度核对制度，每月通报一次检查结果。3.开展专题培训，提高业务人员能力水平。责任单位：县粮食局。完成时限：2024年6月底前。整改情况：1.已派人值守。2.制度已印发。3.已培训40人。`
    const text = lines(progress, `一、仓库长期无人看管。${measures('派人值守')}`, `二、台账登记不全。${measures('补登台账')}`)
    const items = await itemsIn(text)
    expect(items.map((item) => item.split(' ｜ ')[0])).toEqual(['一、仓库长期无人看管。', '二、台账登记不全。'])
  })
})

describe('fields at other places', () => {
  it('all in a closing bracket', async () => {
    const text = lines(
      plan,
      '1. 仓库长期无人看管。（整改措施：派人值守；责任单位：县粮食局；完成时限：2024年6月底前）',
      '2. 台账登记不全。（整改措施：补登台账；责任单位：县供销社；完成时限：2024年7月底前）',
    )
    expect(await itemsIn(text)).toEqual([
      '1.仓库长期无人看管。 ｜ plan 派人值守 ｜ who responsible_unit:县粮食局 ｜ due 2024-06-30',
      '2.台账登记不全。 ｜ plan 补登台账 ｜ who responsible_unit:县供销社 ｜ due 2024-07-31',
    ])
  })

  it('between upright strokes', async () => {
    const text = lines(
      plan,
      '1. 仓库长期无人看管。',
      '整改措施：派人值守。｜责任单位：县粮食局｜完成时限：2024年6月底前',
      '2. 台账登记不全。',
      '整改措施：补登台账。｜责任单位：县供销社｜完成时限：2024年7月底前',
    )
    expect(await itemsIn(text)).toEqual([
      '1.仓库长期无人看管。 ｜ plan 派人值守。 ｜ who responsible_unit:县粮食局 ｜ due 2024-06-30',
      '2.台账登记不全。 ｜ plan 补登台账。 ｜ who responsible_unit:县供销社 ｜ due 2024-07-31',
    ])
  })

  it('in brackets of any kind', async () => {
    const item = (n: number, problem: string, measure: string, done: string) => [
      `${n}. ${problem}`,
      `〖整改措施〗${measure}`,
      `〖整改情况〗${done}`,
    ]
    const text = lines(
      progress,
      ...item(1, '仓库长期无人看管。', '派人值守。', '已安排2人。'),
      ...item(2, '台账登记不全。', '补登台账。', '已补登。'),
    )
    expect(await itemsIn(text)).toEqual([
      '1.仓库长期无人看管。 ｜ plan 派人值守。 ｜ done 已安排2人。',
      '2.台账登记不全。 ｜ plan 补登台账。 ｜ done 已补登。',
    ])
  })

  it('behind a label that a line end has cut', async () => {
    const item = (head: string, measure: string, unit: string) =>
      `<p>${head}<br><b>整改<br>措施：</b>${measure}<br><b>验收<br>单位：</b>${unit}<br><b>整改<br>时限：</b>2024年6月底前</p>`
    expect(
      await html(
        `<h1>${plan}</h1>${item('1. 仓库长期无人看管。', '派人值守。', '县粮食局')}${item('2. 台账登记不全。', '补登台账。', '县供销社')}`,
      ),
    ).toEqual([
      '1.仓库长期无人看管。 ｜ plan 派人值守。 ｜ who acceptance_lead_unit:县粮食局 ｜ due 2024-06-30',
      '2.台账登记不全。 ｜ plan 补登台账。 ｜ who acceptance_lead_unit:县供销社 ｜ due 2024-06-30',
    ])
  })

  it('behind 针对…的问题 and 审计指出后', async () => {
    const text = lines(
      progress,
      '1. 针对仓库长期无人看管的问题，县粮食局已安排2人值守，已完成整改。',
      '2. 针对台账登记不全的问题，县供销社已补登台账。',
    )
    expect(await itemsIn(text)).toEqual([
      '1.针对仓库长期无人看管的问题 ｜ done 县粮食局已安排2人值守，已完成整改。 ｜ state completed',
      '2.针对台账登记不全的问题 ｜ done 县供销社已补登台账。',
    ])
    const answered = lines(
      progress,
      '1. 仓库长期无人看管。审计指出后，县粮食局已安排2人值守。',
      '2. 台账登记不全。审计指出后，县供销社已补登台账。',
    )
    expect(await itemsIn(answered)).toEqual([
      '1.仓库长期无人看管。 ｜ done 审计指出后，县粮食局已安排2人值守。',
      '2.台账登记不全。 ｜ done 审计指出后，县供销社已补登台账。',
    ])
  })

  it('day, state and progress in one column', async () => {
    const table = [
      row('序号', '问题', '整改时限及完成情况'),
      row('1', '仓库长期无人看管。', '2024年6月底前，已完成。已安排2人值守。'),
      row('2', '台账登记不全。', '<p>2024年7月底前</p><p>正在推进</p><p>已补登一半。</p>'),
      row('3', '采购程序倒置。', '2024年8月底前'),
    ]
    expect(await html(`<h1>${progress}</h1><table>${table.join('')}</table>`)).toEqual([
      '1仓库长期无人看管。 ｜ done 已安排2人值守。 ｜ due 2024-06-30 ｜ state completed',
      '2台账登记不全。 ｜ done 已补登一半。 ｜ due 2024-07-31 ｜ state in_progress',
      '3采购程序倒置。 ｜ due 2024-08-31',
    ])
  })

  it('a state on a line of its own behind what was done', async () => {
    const table = [
      row('序号', '问题', '整改进展'),
      row('1', '仓库长期无人看管。', '<p>已安排2人值守。</p><p>（已完成）</p>'),
      row('2', '台账登记不全。', '<p>1.已补登一半。</p><p>2.正在培训。</p><p>（正在推进）</p>'),
    ]
    expect(await html(`<h1>${progress}</h1><table>${table.join('')}</table>`)).toEqual([
      '1仓库长期无人看管。 ｜ done 已安排2人值守。 ｜ state completed',
      '2台账登记不全。 ｜ done 1.已补登一半。 2.正在培训。 ｜ state in_progress',
    ])
  })

  it('a body and who answers for it in one cell', async () => {
    const table = [
      row('序号', '问题', '责任单位/责任人'),
      row('1', '仓库长期无人看管。', '县粮食局/刀海林'),
      row('2', '台账登记不全。', '县供销社<br>岩温叫'),
      row('3', '采购程序倒置。', '县财政局/县审计局'),
    ]
    expect(await html(`<h1>${plan}</h1><table>${table.join('')}</table>`)).toEqual([
      '1仓库长期无人看管。 ｜ who responsible_unit:县粮食局,responsible_official:刀海林',
      '2台账登记不全。 ｜ who responsible_unit:县供销社,responsible_official:岩温叫',
      '3采购程序倒置。 ｜ who responsible_unit:县财政局,responsible_unit:县审计局',
    ])
  })

  it('what is ticked of several, in stacked forms', async () => {
    const form = (problem: string, state: string, day: string) =>
      `<table>${row('问题', problem)}${row('整改状态', state)}${row('完成时限', day)}</table>`
    expect(
      await html(
        `<h1>${progress}</h1>${form('仓库长期无人看管。', '☑已完成 □整改中 □未启动', '□立行立改 ☑2024年6月底前 □长期坚持')}` +
          form('台账登记不全。', '□已完成 ☑整改中 □未启动', '☑立行立改 □2024年6月底前 □长期坚持'),
      ),
    ).toEqual([
      '仓库长期无人看管。 ｜ due 2024-06-30 ｜ state completed',
      '台账登记不全。 ｜ due immediate ｜ state in_progress',
    ])
  })

  it.each([
    ['□已完成 □整改中 □未启动', 'nothing is ticked'],
    ['☑已完成 ☑整改中 □未启动', 'two are ticked that disagree'],
  ])('%s: %s', async (boxes) => {
    const table = row('问题', '仓库长期无人看管。') + row('整改措施', '派人值守。') + row('整改状态', boxes)
    expect(await html(`<h1>${progress}</h1><table>${table}</table>`)).toEqual(['仓库长期无人看管。 ｜ plan 派人值守。'])
  })

  it('a chapter of complaints is not in the list', async () => {
    const text = lines(
      progress,
      '一、反馈问题整改情况',
      '1. 仓库长期无人看管。',
      '整改情况：已安排2人值守。',
      '2. 台账登记不全。',
      '整改情况：已补登台账。',
      '二、信访举报件办理情况',
      '1. 关于反映某村道路泥泞的信访件。',
      '办理情况：已铺设砂石。',
    )
    expect(await itemsIn(text)).toEqual([
      '反馈问题整改情况 ｜ 1.仓库长期无人看管。 ｜ done 已安排2人值守。',
      '反馈问题整改情况 ｜ 2.台账登记不全。 ｜ done 已补登台账。',
    ])
  })
})

describe('Markdown of converters', () => {
  it('anchors and looks are no words', async () => {
    const item = (n: number, problem: string, measure: string) => [
      '',
      `[]{#_Toc${n} .anchor}${n}. [${problem}]{.mark}`,
      '',
      `[整改措施：]{.underline}${measure}`,
    ]
    const text = lines(
      `# ${plan} {#_Toc9 .unnumbered}`,
      ...item(1, '仓库长期无人看管。', '派人值守。'),
      ...item(2, '台账登记不全。', '补登台账。'),
    )
    expect(await itemsIn(text, 'report.md')).toEqual(threeRead('1.', '2.', '3.').slice(0, 2))
  })

  it('a bold paragraph does not go on in one that is not', async () => {
    const item = (head: string, answer: string) => ['', `**${head}**`, '', answer]
    const text = lines(
      `# ${progress}`,
      ...item('1. 仓库长期无人看管', '已安排2人值守。'),
      ...item('2. 台账登记不全', '已补登台账。'),
      ...item('3. 采购程序倒置', '办法已修订。'),
    )
    expect(await itemsIn(text, 'report.md')).toEqual([
      '1.仓库长期无人看管 ｜ done 已安排2人值守。',
      '2.台账登记不全 ｜ done 已补登台账。',
      '3.采购程序倒置 ｜ done 办法已修订。',
    ])
  })
})

/** What a report tells at an unusual place: states, totals, titles, units and goals. Reports in our own words. */
import { describe, expect, it } from 'vitest'
import type { Report } from '../pipeline/record.js'
import { itemsInLines, readLines, readPage, sketches } from './helpers/sketch.js'
import { table } from './helpers/tables.js'

const plan = '白苇县林区巡查反馈问题整改方案'
const ledger = '白苇县林区巡查反馈问题整改台账'
const progress = '白苇县林区巡查反馈问题整改情况报告'

const list = '1. 山门外乱搭摊棚。⏎整改情况：已拆除摊棚12处。⏎2. 护林房屋顶漏雨。⏎整改情况：已采购瓦片。'
const listRead = ['1.山门外乱搭摊棚。 ｜ done 已拆除摊棚12处。', '2.护林房屋顶漏雨。 ｜ done 已采购瓦片。']

describe('states', () => {
  it.each([
    ['整改情况（已完成）：', '整改情况（正在推进）：'],
    ['整改情况(已完成)：', '整改情况(正在整改)：'],
    ['整改进展（已完成整改）：', '整改进展（整改中）：'],
  ])('%s in the bracket of a label', async (done, doing) => {
    expect(
      await itemsInLines(
        progress,
        `1. 山门外乱搭摊棚。⏎${done}已拆除摊棚12处。⏎2. 护林房屋顶漏雨。⏎${doing}已采购瓦片。⏎3. 步道栏杆锈蚀。⏎${done}已除锈刷漆。`,
      ),
    ).toEqual([
      '1.山门外乱搭摊棚。 ｜ done 已拆除摊棚12处。 ｜ state completed',
      '2.护林房屋顶漏雨。 ｜ done 已采购瓦片。 ｜ state in_progress',
      '3.步道栏杆锈蚀。 ｜ done 已除锈刷漆。 ｜ state completed',
    ])
  })

  it('a day in the bracket of a label is none', async () => {
    const report = await readLines(
      progress,
      '1. 山门外乱搭摊棚。⏎整改情况（2024年5月）：已拆除摊棚12处。⏎2. 护林房屋顶漏雨。⏎整改情况（2024年5月）：已采购瓦片。',
    )
    expect(report.items.map(({ status }) => status)).toEqual([null, null])
    expect(report.items.map(({ problem }) => problem.text)).toEqual(['山门外乱搭摊棚。', '护林房屋顶漏雨。'])
  })

  it.each([
    ['【已完成整改】', 'completed', '【正在整改】', 'in_progress'],
    ['【已完成】', 'completed', '【尚未整改到位】', 'in_progress'],
    ['【整改到位】', 'completed', '【基本完成】', 'basically_completed'],
  ])('%s at the end of what was done', async (done, code, other, otherCode) => {
    expect(
      await itemsInLines(
        progress,
        `1. 山门外乱搭摊棚。⏎整改情况：已拆除摊棚12处。⏎${done}⏎2. 护林房屋顶漏雨。⏎整改情况：（1）采购瓦片。⏎（2）签订合同。⏎${other}`,
      ),
    ).toEqual([
      `1.山门外乱搭摊棚。 ｜ done 已拆除摊棚12处。 ｜ state ${code}`,
      `2.护林房屋顶漏雨。 ｜ done （1）采购瓦片。 （2）签订合同。 ｜ state ${otherCode}`,
    ])
  })

  it('other words in such brackets give none', async () => {
    const bracket = (words: string) => `整改情况：已核实图斑31个。⏎【${words}】`
    const report = await readLines(progress, `1. 山门外乱搭摊棚。⏎${bracket('县林业局')}⏎2. 台账缺页。⏎${bracket('县发改局')}`)
    expect(report.items.map(({ problem }) => problem.text)).toEqual(['山门外乱搭摊棚。', '台账缺页。'])
    expect(report.items.map(({ status }) => status)).toEqual([null, null])
  })

  it.each([
    ['已完成整改的问题', '正在整改的问题'],
    ['已完成整改的问题', '尚未完成整改的问题'],
    ['已整改完成的问题', '正在推进的问题'],
  ])('of unnumbered problems under %s', async (done, doing) => {
    const item = (problem: string, measure: string) => `问题：${problem}⏎整改情况：${measure}`
    expect(
      await itemsInLines(
        progress,
        done,
        item('山门外乱搭摊棚。', '拆除摊棚12处。'),
        item('步道栏杆锈蚀。', '除锈刷漆。'),
        doing,
        item('护林房屋顶漏雨。', '采购瓦片。'),
        item('林道塌方未清。', '委托设计。'),
      ),
    ).toEqual([
      `${done} ｜ 山门外乱搭摊棚。 ｜ done 拆除摊棚12处。 ｜ state completed`,
      `${done} ｜ 步道栏杆锈蚀。 ｜ done 除锈刷漆。 ｜ state completed`,
      `${doing} ｜ 护林房屋顶漏雨。 ｜ done 采购瓦片。 ｜ state in_progress`,
      `${doing} ｜ 林道塌方未清。 ｜ done 委托设计。 ｜ state in_progress`,
    ])
  })

  it('of problems under such headings that are called 关于…的问题', async () => {
    const item = (problem: string, done: string) => `关于${problem}的问题⏎${done}`
    const finished = [item('山门外乱搭摊棚', '拆除摊棚12处。'), item('步道栏杆锈蚀', '除锈刷漆。')]
    expect(
      await itemsInLines(progress, '已完成整改的问题', ...finished, '正在整改的问题', item('护林房屋顶漏雨', '采购瓦片。')),
    ).toEqual([
      '已完成整改的问题 ｜ 关于山门外乱搭摊棚的问题 ｜ done 拆除摊棚12处。 ｜ state completed',
      '已完成整改的问题 ｜ 关于步道栏杆锈蚀的问题 ｜ done 除锈刷漆。 ｜ state completed',
      '正在整改的问题 ｜ 关于护林房屋顶漏雨的问题 ｜ done 采购瓦片。 ｜ state in_progress',
    ])
  })

  it('headings of what the problems are about give none', async () => {
    const report = await readLines(
      progress,
      '设施方面的问题⏎问题：山门外乱搭摊棚。⏎整改情况：拆除摊棚12处。⏎管理方面的问题⏎问题：台账缺页。⏎整改情况：补登台账。',
    )
    expect(report.items.map(({ status, category }) => [category?.text, status])).toEqual([
      ['设施方面的问题', null],
      ['管理方面的问题', null],
    ])
  })

  it.each([
    ['经现场核查，问题已整改到位，同意销号。', 'completed', 'closed'],
    ['已完成整改，同意销号。', 'completed', 'closed'],
    ['正在整改，暂不同意销号。', 'in_progress', null],
  ])('现场核查意见：%s', async (opinion, code, closure) => {
    const report = await readLines(progress, `${list}⏎现场核查意见：${opinion}`)
    expect(report.items.map(({ progress: steps }) => steps.map((step) => step.text))).toEqual([
      ['已拆除摊棚12处。'],
      ['已采购瓦片。'],
    ])
    expect(report.items[0]?.status).toBeNull()
    expect([report.items[1]?.status?.code, report.items[1]?.status?.closure]).toEqual([code, closure])
  })
})

describe('totals', () => {
  const three =
    '1. 山门外乱搭摊棚。⏎整改情况：已拆除。⏎整改状态：已完成⏎2. 步道栏杆锈蚀。⏎整改情况：已刷漆。⏎整改状态：已完成⏎3. 护林房屋顶漏雨。⏎整改情况：已采购瓦片。⏎整改状态：正在整改'
  const totals = ({ declared }: Report): string[] =>
    declared.map(({ measure, declared: said, agrees }) => `${measure}=${said}${agrees ? '' : '?'}`)

  it.each([
    '说明：本台账共3项问题，截至2024年6月10日已完成整改2项，正在整改1项。',
    '注：本台账共3个问题，截至2024年6月10日，已完成整改2个，正在整改1个。',
  ])('under the last item: %s', async (note) => {
    const report = await readLines(ledger, three, note)
    expect(sketches(report)).toEqual([
      '1.山门外乱搭摊棚。 ｜ done 已拆除。 ｜ state completed',
      '2.步道栏杆锈蚀。 ｜ done 已刷漆。 ｜ state completed',
      '3.护林房屋顶漏雨。 ｜ done 已采购瓦片。 ｜ state in_progress',
    ])
    expect(totals(report)).toEqual(['items=3', 'status:completed=2', 'status:in_progress=1'])
    expect([report.document.asOf?.start, report.document.asOf?.end]).toEqual(['2024-06-10', '2024-06-10'])
  })

  it('that disagree with the list', async () => {
    expect(totals(await readLines(ledger, three, '说明：本台账共4项问题。'))).toEqual(['items=4?'])
  })

  it.each([
    ['督察报告指出的问题中，涉及我市的共2项。现制定整改方案如下。', 'items=2'],
    ['督察报告指出的问题中，涉及我市的共12项。', 'items=12?'],
  ])('%s', async (words, total) => {
    const items = '1. 山门外乱搭摊棚。⏎整改措施：拆除摊棚。⏎2. 护林房屋顶漏雨。⏎整改措施：更换瓦片。'
    expect(totals(await readLines('云砚市林区督察反馈问题整改方案', words, items))).toEqual([total])
  })

  it.each(['确保反馈的7个问题全部按期整改到位。', '力争2024年底前反馈的7个问题全部完成整改。'])(
    '%s declares no state',
    async (words) => {
      const report = await readLines(
        plan,
        words,
        '1. 山门外乱搭摊棚。⏎整改措施：拆除摊棚。⏎2. 护林房屋顶漏雨。⏎整改措施：更换瓦片。',
      )
      expect(totals(report).filter((total) => total.startsWith('status'))).toEqual([])
    },
  )

  it('反馈的2个问题全部整改到位 does', async () => {
    const report = await readLines(progress, '截至2024年6月底，反馈的2个问题已全部整改到位。', list)
    expect(report.declared.map(({ measure, declared }) => `${measure}=${declared}`)).toContain('status:completed=2')
  })
})

describe('last paragraphs of what was done', () => {
  const items = (last: string, behind: string) => [
    `1. 图斑处置滞后。⏎整改情况：已核实图斑31个。${last}`,
    `2. 护林房屋顶漏雨。⏎整改情况：已采购瓦片。${behind}`,
  ]

  it.each(['市政府将图斑处置纳入重点督查，每月通报一次。', '市林业局将整治成效列入年度考核，每季度评比一次。'])(
    '%s before the next number is the item’s',
    async (words) => {
      const report = await readLines('云砚市林区督察反馈问题整改情况报告', ...items(`⏎${words}`, ''))
      const steps = report.items.map(({ progress: done }) => done.map((step) => step.text).join(' '))
      expect(steps).toEqual([`已核实图斑31个。 ${words}`, '已采购瓦片。'])
    },
  )

  it.each(['下一步，市政府将持续跟踪问效，防止问题反弹。', '下一步，市政府将举一反三，建立长效机制，巩固整改成果。'])(
    '%s behind the last item is the report’s',
    async (words) => {
      expect(await itemsInLines('云砚市林区督察反馈问题整改情况报告', ...items('', `⏎${words}`))).toEqual([
        '1.图斑处置滞后。 ｜ done 已核实图斑31个。',
        '2.护林房屋顶漏雨。 ｜ done 已采购瓦片。',
      ])
    },
  )
})

describe('deadlines, goals, units', () => {
  it.each(['持续整治', '持续整治。', '持续推进整治'])('整改时限：%s is ongoing', async (words) => {
    expect(
      await itemsInLines(plan, `1. 山门外乱搭摊棚。⏎整改时限：${words}⏎2. 护林房屋顶漏雨。⏎整改时限：2024年9月底前`),
    ).toEqual(['1.山门外乱搭摊棚。 ｜ due ongoing', '2.护林房屋顶漏雨。 ｜ due 2024-09-30'])
  })

  it.each([
    ['关停4.3米焦炉5座', 5, '{座}'],
    ['拆除2.5米广告牌8块', 8, '{块}'],
    ['淘汰10蒸吨燃煤锅炉3台', 3, '{台}'],
  ])('%s', async (goal, value, unit) => {
    const report = await readLines(
      plan,
      `1. 落后产能淘汰不力。⏎整改目标：2024年底前${goal}。⏎整改措施：逐座关停。⏎2. 护林房屋顶漏雨。⏎整改措施：更换瓦片。`,
    )
    expect(report.items[0]?.targets.map((target) => [target.value, target.unit, target.by])).toEqual([
      [value, unit, '2024-12-31'],
    ])
  })

  it('持续整治 among the measures is no deadline', async () => {
    const report = await readLines(plan, '1. 山门外乱搭摊棚。⏎整改措施：持续整治摊棚。⏎2. 台账缺页。⏎整改措施：补登。')
    expect(report.items.map(({ deadline }) => deadline)).toEqual([null, null])
  })

  it('a height that is the goal itself is the target', async () => {
    const report = await readLines(
      plan,
      '1. 围挡过低。⏎整改目标：2024年底前围挡高度不低于2.5米。⏎2. 台账缺页。⏎整改措施：补登。',
    )
    expect(report.items[0]?.targets.map(({ comparator, value, unit, by }) => [comparator, value, unit, by])).toEqual([
      ['>=', 2.5, 'm', '2024-12-31'],
    ])
  })

  it('责任处室 and 责任科室 are responsible', async () => {
    expect(
      await itemsInLines(
        progress,
        '1. 山门外乱搭摊棚。⏎整改情况：已拆除。⏎责任处室：监督检查处⏎2. 台账缺页。⏎整改情况：已补登。⏎责任科室：办公室、财务科',
      ),
    ).toEqual([
      '1.山门外乱搭摊棚。 ｜ done 已拆除。 ｜ who responsible_unit:监督检查处',
      '2.台账缺页。 ｜ done 已补登。 ｜ who responsible_unit:办公室,responsible_unit:财务科',
    ])
  })

  it.each(['加强监督检查', '强化日常巡查', '建立健全长效机制', '加强监督检查，完善制度'])(
    '责任单位：%s is none',
    async (words) => {
      const report = await readLines(
        plan,
        `1. 山门外乱搭摊棚。⏎整改措施：拆除。⏎责任单位：${words}⏎2. 台账缺页。⏎整改措施：补登。⏎责任单位：县林业局`,
      )
      expect(report.items.map(({ parties }) => parties.map(({ name }) => name))).toEqual([[], ['县林业局']])
    },
  )
})

describe('programmes', () => {
  const programme = async (title: string) => (await readLines(title, list)).document.programme

  it.each([
    '云砚学院本科教育教学审核评估整改方案',
    '白苇县省委法治督察反馈问题整改方案',
    '白苇县文物安全专项督察反馈问题整改方案',
    '白苇县营商环境督察反馈问题整改方案',
  ])('%s answers another inspection', async (title) => {
    expect((await programme(title))?.type).toBe('other')
  })

  it.each([
    ['白苇县省生态环境保护督察反馈问题整改方案', 'provincial_environmental_inspection'],
    ['白苇县中央生态环境保护督察反馈问题整改方案', 'central_environmental_inspection'],
    ['白苇县生态环境保护督察反馈问题整改方案', 'environmental_inspection'],
  ])('%s does not', async (title, type) => {
    expect((await programme(title))?.type).toBe(type)
  })
})

describe('titles', () => {
  it.each([
    ['公开事项名称⇥督察整改公示', '索引号⇥B01-2024-0017'],
    ['公开事项名称⇥督察整改公示', '索引号⇥B01-2024-0017⏎发布机构⇥白苇县林业局⏎发布日期⇥2024-06-12'],
  ])('stand under what is filed about the document', async (...head) => {
    const report = await readLines(...head, progress, list)
    expect(report.document.title).toBe(progress)
    expect(sketches(report)).toEqual(listRead)
  })
})

describe('tables of other matters', () => {
  const calls = [
    ['序号', '反映内容', '办理结果'],
    ['1', '某小区夜间施工扰民。', '已责令停工。'],
    ['2', '某路口积水。', '已疏通管网。'],
    ['3', '某公园厕所未开放。', '已恢复开放。'],
  ]

  it.each(['“12345”热线转办件办理情况', '12345热线转办件办理情况表', '2024年6月群众信访举报转办件办理情况'])(
    '%s behind the list',
    async (title) => {
      expect(await itemsInLines(progress, list, title, ...calls.map((cells) => cells.join('⇥')))).toEqual(listRead)
    },
  )

  it('in a page too', async () => {
    const paragraphs = list.split('⏎').map((words) => `<p>${words}</p>`)
    const rows = table(...calls.map((cells) => cells.join('|')))
    const report = await readPage(`<h1>${progress}</h1>${paragraphs.join('')}<p>“12345”热线转办件办理情况</p>${rows}`)
    expect(sketches(report)).toEqual(listRead)
  })

  it('a table of problems behind the list is of the list', async () => {
    const rows = ['3⇥步道栏杆锈蚀。⇥县住建局⇥已除锈刷漆3处。', '4⇥古树名木未挂牌。⇥县林业局⇥已挂牌12株。']
    expect(
      await itemsInLines(progress, '一、设施方面', list, '二、管理方面', '序号⇥存在问题⇥责任单位⇥整改情况', ...rows),
    ).toEqual([
      ...listRead.map((item) => `设施方面 ｜ ${item}`),
      '管理方面 ｜ 3步道栏杆锈蚀。 ｜ done 已除锈刷漆3处。 ｜ who responsible_unit:县住建局',
      '管理方面 ｜ 4古树名木未挂牌。 ｜ done 已挂牌12株。 ｜ who responsible_unit:县林业局',
    ])
  })
})

it('the field of the state is surer than a state in what was done', async () => {
  expect(
    await itemsInLines(
      progress,
      '1. 山门外乱搭摊棚。⏎整改情况：已落实。⏎是否完成：正在整改⏎2. 护林房屋顶漏雨。⏎整改情况：已落实。⏎是否完成：正在整改',
    ),
  ).toEqual([
    '1.山门外乱搭摊棚。 ｜ done 已落实。 ｜ state in_progress',
    '2.护林房屋顶漏雨。 ｜ done 已落实。 ｜ state in_progress',
  ])
})

it.each([
  ['一是及时更换瓦片；二是加强屋面检查。', ' ｜ plan 一是及时更换瓦片； 二是加强屋面检查。'],
  ['一是无人负责检查；二是记录不全。', '⏎一是无人负责检查；二是记录不全。'],
  ['一是加强检查不够；二是开展巡护不及时。', '⏎一是加强检查不够；二是开展巡护不及时。'],
])('runs under a problem that are deeds, or faults: %s', async (runs, expected) => {
  const [item] = await itemsInLines(
    plan,
    `1. 护林房屋顶漏雨。⏎${runs}⏎（牵头单位：县林业局）`,
    '2. 山门外乱搭摊棚。⏎一是拆除摊棚；二是定期巡查。⏎（牵头单位：县林业局）',
  )
  expect(item).toBe(`1.护林房屋顶漏雨。${expected} ｜ who lead_unit:县林业局`)
})

it.each([
  ['罗 佳', '高 静'],
  ['罗佳', '高静'],
  ['罗佳佳', '高小静'],
])('%s and %s right before a label that has lost its line', async (one, two) => {
  const found = (item: string, name: string): string => `${item} ｜ who responsible_official:${name.replace(' ', '')}`
  expect(
    await itemsInLines(
      progress,
      `1. 山门外乱搭摊棚。⏎整改措施：拆除摊棚，加强巡查。责任人：${one}整改情况：已拆除摊棚12处。`,
      `2. 护林房屋顶漏雨。⏎整改措施：更换瓦片，检查屋面。责任人：${two}整改情况：已采购瓦片。`,
    ),
  ).toEqual([
    found('1.山门外乱搭摊棚。 ｜ plan 拆除摊棚，加强巡查。 ｜ done 已拆除摊棚12处。', one),
    found('2.护林房屋顶漏雨。 ｜ plan 更换瓦片，检查屋面。 ｜ done 已采购瓦片。', two),
  ])
})

/** Cards of a page, tables that a page's end has cut, tables laid out as text, signs with a legend: short reports in our own words. */
import { describe, expect, it } from 'vitest'
import { itemSketch, itemsInPage as html, itemsIn, read, readPage } from './helpers/sketch.js'
import { plainRow as row } from './helpers/tables.js'

const lines = (...words: string[]): string => words.join('\n')
const plan = '青禾县关于巡察反馈问题的整改方案'
const progress = '青禾县关于巡察反馈问题整改情况的报告'
const declaredIn = async (text: string): Promise<string[]> =>
  (await read(text)).declared.map(({ measure, declared }) => `${measure} ${declared}`)

describe('cards of a page', () => {
  const card = (head: string, problem: string, done: string) =>
    `<details><summary>${head}</summary><dl><dt>问题表现</dt><dd>${problem}</dd><dt>怎么改</dt><dd>派人值守。</dd><dt>改得怎样</dt><dd>${done}</dd><dt>谁来改</dt><dd>县粮食局</dd></dl></details>`
  const fields = (done: string) => `plan 派人值守。 ｜ done ${done} ｜ who responsible_unit:县粮食局`

  it('a number and a state in a badge stand over the labels of an item', async () => {
    const head = (n: number, state: string) => `<span class="no">问题${n}</span><span class="tag">${state}</span>`
    expect(
      await html(
        `<h1>${progress}</h1><h3>储备管理方面</h3>${card(head(1, '已完成'), '仓库长期无人看管。', '已安排2人。')}${card(head(2, '整改中'), '台账登记不全。', '正在补登。')}` +
          `<h3>采购管理方面</h3>${card(head(3, '已销号'), '采购程序倒置。', '办法已修订。')}`,
      ),
    ).toEqual([
      `储备管理方面 ｜ 问题1仓库长期无人看管。 ｜ ${fields('已安排2人。')} ｜ state completed`,
      `储备管理方面 ｜ 问题2台账登记不全。 ｜ ${fields('正在补登。')} ｜ state in_progress`,
      `采购管理方面 ｜ 问题3采购程序倒置。 ｜ ${fields('办法已修订。')} ｜ state completed+closed`,
    ])
  })

  it('numbers of boxes are no page numbers', async () => {
    const box = (n: string, problem: string) =>
      `<div class="box"><span class="no">${n}</span><div>${problem}</div><div><label>整改措施</label><div>派人值守。</div></div></div>`
    expect(
      await html(
        `<h1>${plan}</h1>${box('01', '仓库长期无人看管。')}${box('02', '台账登记不全。')}${box('03', '采购程序倒置。')}`,
      ),
    ).toEqual([
      '01仓库长期无人看管。 ｜ plan 派人值守。',
      '02台账登记不全。 ｜ plan 派人值守。',
      '03采购程序倒置。 ｜ plan 派人值守。',
    ])
  })

  it('numbers between items that have a label each before the first of them stay page numbers', async () => {
    const item = (n: string, problem: string) => [`${n}、${problem}`, '整改措施：派人值守。']
    const text = lines(
      plan,
      ...item('一', '仓库长期无人看管。'),
      '1',
      ...item('二', '台账登记不全。'),
      '2',
      ...item('三', '采购程序倒置。'),
      '3',
    )
    expect(await itemsIn(text)).toEqual([
      '一、仓库长期无人看管。 ｜ plan 派人值守。',
      '二、台账登记不全。 ｜ plan 派人值守。',
      '三、采购程序倒置。 ｜ plan 派人值守。',
    ])
  })
})

describe('tables that a page has cut', () => {
  const form = (...rows: string[]) => `<table>${rows.join('')}</table>`

  it('the fields of a form go on in the next table', async () => {
    expect(
      await html(
        `<h1>${progress}</h1>${form(row('问题描述', '仓库长期无人看管。'), row('整改措施', '派人值守。'))}<p>（转下页）</p><p>（接上页，编号1续）</p>` +
          `${form(row('责任单位', '县粮食局'), row('完成时限', '2024年6月底前'), row('整改情况', '已安排2人。'), row('整改状态', '已完成'), row('是否销号', '是'))}` +
          form(
            row('问题描述', '台账登记不全。'),
            row('整改措施', '补登台账。'),
            row('责任单位', '县水利局'),
            row('完成时限', '2024年9月底前'),
          ),
      ),
    ).toEqual([
      '仓库长期无人看管。 ｜ plan 派人值守。 ｜ done 已安排2人。 ｜ who responsible_unit:县粮食局 ｜ due 2024-06-30 ｜ state completed+closed',
      '台账登记不全。 ｜ plan 补登台账。 ｜ who responsible_unit:县水利局 ｜ due 2024-09-30',
    ])
  })

  it('a cell of a form goes on in the next table, within a sentence', async () => {
    expect(
      await html(
        `<h1>${plan}</h1>${form(row('问题描述', '仓库长期无人看管。'), row('整改措施', '<p>1.派人值守；</p><p>2.对十二个仓库逐个建档，安装</p>'))}<p>— 5 —</p>` +
          form(
            row('整改措施（续）', '<p>监控设备；</p><p>3.每月巡查。</p>'),
            row('责任单位', '县粮食局'),
            row('完成时限', '2024年6月底前'),
          ),
      ),
    ).toEqual([
      '仓库长期无人看管。 ｜ plan 1.派人值守； 2.对十二个仓库逐个建档，安装监控设备； 3.每月巡查。 ｜ who responsible_unit:县粮食局 ｜ due 2024-06-30',
    ])
  })

  it('a row of a ledger goes on under the head printed again, whose categories stay open', async () => {
    const head = row('序号', '存在问题', '整改措施', '责任单位')
    const category = (words: string) => `<tr><td colspan="4">${words}</td></tr>`
    expect(
      await html(
        `<h1>${plan}</h1><table>${head}${category('（一）储备管理方面')}${row('1', '仓库长期无人看管。', '派人值守，对门锁', '县粮食局')}</table><p>续表1</p>` +
          `<table>${head}${row('', '', '逐个更换。', '')}${row('2', '台账登记不全。', '补登台账。', '县水利局')}</table>`,
      ),
    ).toEqual([
      '储备管理方面 ｜ 1仓库长期无人看管。 ｜ plan 派人值守，对门锁逐个更换。 ｜ who responsible_unit:县粮食局',
      '储备管理方面 ｜ 2台账登记不全。 ｜ plan 补登台账。 ｜ who responsible_unit:县水利局',
    ])
  })

  it('a form that names another problem is another item', async () => {
    const one = (problem: string) => form(row('问题描述', problem), row('整改措施', '派人值守。'), row('责任单位', '县粮食局'))
    expect(await html(`<h1>${plan}</h1>${one('仓库长期无人看管。')}<p>续表</p>${one('台账登记不全。')}`)).toEqual([
      '仓库长期无人看管。 ｜ plan 派人值守。 ｜ who responsible_unit:县粮食局',
      '台账登记不全。 ｜ plan 派人值守。 ｜ who responsible_unit:县粮食局',
    ])
  })
})

describe('problems in columns', () => {
  it('a further block of problems stands below the first', async () => {
    const block = (a: string, b: string, n: number) =>
      row('项目', `问题${n}`, `问题${n + 1}`) +
      row('问题描述', a, b) +
      row('整改措施', '派人值守。', '补登台账。') +
      row('责任单位', '县粮食局', '县水利局')
    const fields = ['plan 派人值守。 ｜ who responsible_unit:县粮食局', 'plan 补登台账。 ｜ who responsible_unit:县水利局']
    expect(
      await html(
        `<h1>${plan}</h1><table>${block('仓库长期无人看管。', '台账登记不全。', 1)}${block('采购程序倒置。', '门锁损坏未修。', 3)}</table>`,
      ),
    ).toEqual([
      `问题1仓库长期无人看管。 ｜ ${fields[0]}`,
      `问题2台账登记不全。 ｜ ${fields[1]}`,
      `问题3采购程序倒置。 ｜ ${fields[0]}`,
      `问题4门锁损坏未修。 ｜ ${fields[1]}`,
    ])
  })
})

describe('columns and rows', () => {
  it('a column whose cells count on from any number is that of the numbers', async () => {
    const head = row('项目', '存在问题', '整改措施')
    expect(
      await html(
        `<h1>${plan}</h1><table>${head}${row('问题四', '仓库长期无人看管。', '派人值守。')}${row('问题五', '台账登记不全。', '补登台账。')}</table>`,
      ),
    ).toEqual(['问题四仓库长期无人看管。 ｜ plan 派人值守。', '问题五台账登记不全。 ｜ plan 补登台账。'])
  })

  it('a numbered row without a problem is in no record, and that is said', async () => {
    const head = row('序号', '存在问题', '整改措施')
    const report = await readPage(
      `<h1>${plan}</h1><table>${head}${row('1', '仓库长期无人看管。', '派人值守。')}${row('2', '', '补登台账。')}${row('3', '采购程序倒置。', '修订办法。')}</table>`,
    )
    expect(report.items.map(itemSketch)).toEqual([
      '1仓库长期无人看管。 ｜ plan 派人值守。',
      '3采购程序倒置。 ｜ plan 修订办法。',
    ])
    const said = report.diagnostics.filter(({ code }) => code === 'row_without_problem')
    expect(said.map(({ span }) => span && report.document.text.slice(...span).replace(/\s+/g, ' '))).toEqual(['2 补登台账。'])
  })

  it('a list of measures and results inside a form', async () => {
    const inner = `<table>${row('序号', '整改措施', '完成情况')}${row('1', '派人值守。', '已安排2人。')}${row('2', '更换门锁。', '已更换6把。')}</table>`
    const wide = (name: string, value: string) => `<tr><td>${name}</td><td colspan="3">${value}</td></tr>`
    expect(
      await html(
        `<h1>${progress}</h1><table>${wide('问题内容', '仓库长期无人看管，十二个仓库中有九个夜间无人值守，门锁损坏后没有更换，账物也不相符。')}` +
          `${wide('整改目标', '值守制度健全，十二个仓库夜间都有人值守，门锁完好，账物相符，不再发生类似问题。')}` +
          `${row('牵头领导', '李青（副县长）', '整改时限', '2024年6月底前')}${wide('整改措施及完成情况', inner)}${row('整改状态', '已完成', '责任单位', '县粮食局')}</table>`,
      ),
    ).toEqual([
      '仓库长期无人看管，十二个仓库中有九个夜间无人值守，门锁损坏后没有更换，账物也不相符。 ｜ goal 值守制度健全，十二个仓库夜间都有人值守，门锁完好，账物相符，不再发生类似问题。' +
        ' ｜ plan 派人值守。 更换门锁。 ｜ done 已安排2人。 已更换6把。 ｜ who lead_official:李青,responsible_unit:县粮食局 ｜ due 2024-06-30 ｜ state completed',
    ])
  })

  it('questions as names of fields', async () => {
    const head = row('什么问题', '怎么改', '谁来改', '何时改完', '改得怎样')
    expect(
      await html(
        `<h1>${progress}</h1><table>${head}${row('仓库长期无人看管。', '派人值守。', '县粮食局', '2024年6月底前', '已安排2人。')}${row('台账登记不全。', '补登台账。', '县水利局', '立行立改', '已补登12本。')}</table>`,
      ),
    ).toEqual([
      '仓库长期无人看管。 ｜ plan 派人值守。 ｜ done 已安排2人。 ｜ who responsible_unit:县粮食局 ｜ due 2024-06-30',
      '台账登记不全。 ｜ plan 补登台账。 ｜ done 已补登12本。 ｜ who responsible_unit:县水利局 ｜ due immediate',
    ])
  })
})

describe('signs with a legend', () => {
  const table = `<table>${row('序号', '存在问题', '整改措施', '亮灯')}${row('1', '仓库长期无人看管。', '派人值守。', '绿')}${row('2', '台账登记不全。', '补登台账。', '红灯')}${row('3', '采购程序倒置。', '修订办法。', '绿')}</table>`

  it('a colour is the state that the report says it means', async () => {
    expect(await html(`<h1>${progress}</h1><p>说明：“绿”表示已完成整改，“红”表示进度滞后。</p>${table}`)).toEqual([
      '1仓库长期无人看管。 ｜ plan 派人值守。 ｜ state completed',
      '2台账登记不全。 ｜ plan 补登台账。 ｜ state behind_schedule',
      '3采购程序倒置。 ｜ plan 修订办法。 ｜ state completed',
    ])
  })

  it('without a legend it is none', async () => {
    expect(await html(`<h1>${progress}</h1>${table}`)).toEqual([
      '1仓库长期无人看管。 ｜ plan 派人值守。',
      '2台账登记不全。 ｜ plan 补登台账。',
      '3采购程序倒置。 ｜ plan 修订办法。',
    ])
  })
})

describe('tables of text that keep the layout of a page', () => {
  const head = '序号    存在问题                    整改措施                    责任单位        完成时限'

  it('rows between blank lines, numbers in their middle, a row cut by a page', async () => {
    const text = lines(
      plan,
      '',
      head,
      '',
      '        仓库长期无人看管，门锁      1.派人值守；                县粮食局        2024年6月底前',
      ' 1      损坏。                      2.更换门锁。',
      '',
      ' 2      台账登记不全，账物          补登台账，核对              县水利局、县    2024年9月底前',
      '',
      '                              第 1 页 共 2 页',
      head,
      '',
      '        不符。                      物资。                      财政局',
      '',
      '注：县级部门用简称。',
    )
    expect(await itemsIn(text)).toEqual([
      '1仓库长期无人看管，门锁损坏。 ｜ plan 1.派人值守； 2.更换门锁。 ｜ who responsible_unit:县粮食局 ｜ due 2024-06-30',
      '2台账登记不全，账物不符。 ｜ plan 补登台账，核对物资。 ｜ who responsible_unit:县水利局,responsible_unit:县财政局 ｜ due 2024-09-30',
    ])
  })

  it('rows without blank lines between them, categories over them', async () => {
    const text = lines(
      plan,
      head,
      '                        一、储备管理方面',
      '1       仓库长期无人看管，门锁      派人值守。                  县粮食局        2024年6月底前',
      '        损坏。',
      '2       台账登记不全。              补登台账。                  县水利局        立行立改',
      '                        二、采购管理方面',
      '3       采购程序倒置，未批先        修订办法，培训采购          县财政局        2024年9月底前',
      '        采。                        人员。',
      '青禾县委巡察办',
    )
    expect(await itemsIn(text)).toEqual([
      '储备管理方面 ｜ 1仓库长期无人看管，门锁损坏。 ｜ plan 派人值守。 ｜ who responsible_unit:县粮食局 ｜ due 2024-06-30',
      '储备管理方面 ｜ 2台账登记不全。 ｜ plan 补登台账。 ｜ who responsible_unit:县水利局 ｜ due immediate',
      '采购管理方面 ｜ 3采购程序倒置，未批先采。 ｜ plan 修订办法，培训采购人员。 ｜ who responsible_unit:县财政局 ｜ due 2024-09-30',
    ])
  })
})

describe('numbers and headings', () => {
  it('a list grouped by states keeps the numbers of another order', async () => {
    const item = (n: number, problem: string) => [`问题${n} ${problem}`, '责任单位：县粮食局', '整改情况：安排2人。']
    const text = lines(
      progress,
      '（一）已完成整改的问题',
      ...item(1, '仓库长期无人看管。'),
      ...item(2, '台账登记不全。'),
      ...item(4, '采购程序倒置。'),
      '（二）正在推进整改的问题',
      ...item(3, '门锁损坏未修。'),
      ...item(5, '账物不符。'),
    )
    const labels = (await read(text)).items.map(
      ({ label, category, status }) => `${label.trim()} ${category?.text} ${status?.code}`,
    )
    expect(labels).toEqual([
      '问题1 已完成整改的问题 completed',
      '问题2 已完成整改的问题 completed',
      '问题4 已完成整改的问题 completed',
      '问题3 正在推进整改的问题 in_progress',
      '问题5 正在推进整改的问题 in_progress',
    ])
  })

  it('a heading with prose behind it gives its first sentence', async () => {
    const item = (n: number, problem: string) => [`${n}.${problem}`, '整改情况：安排2人。']
    const text = lines(
      progress,
      '一、聚焦储备管理方面，整改有力推进。针对该方面的2个问题，逐项制定办法，目前已完成1个。',
      ...item(1, '值守制度执行不严格。'),
      ...item(2, '台账登记不全。'),
      '二、聚焦采购管理方面，整改初见成效。针对该方面的2个问题，逐项制定办法，目前已全部完成。',
      ...item(1, '采购程序不规范。'),
      ...item(2, '合同管理不到位。'),
    )
    const categories = (await read(text)).items.map(({ label, category }) => `${label} ${category?.text}`)
    expect(categories).toEqual([
      '1. 聚焦储备管理方面，整改有力推进。',
      '2. 聚焦储备管理方面，整改有力推进。',
      '1. 聚焦采购管理方面，整改初见成效。',
      '2. 聚焦采购管理方面，整改初见成效。',
    ])
  })

  it('one problem alone has numbered problems below it', async () => {
    const text = lines(
      progress,
      '一、储备管理方面',
      '（一）值守制度不健全。',
      '1.值守安排流于形式。',
      '整改情况：安排2人。',
      '2.值守记录不完整。',
      '整改情况：补登12本。',
      '（二）台账登记不全。',
      '整改情况：补登台账。',
      '二、采购管理方面',
      '（一）采购程序不规范。',
      '整改情况：修订办法1项。',
    )
    const found = (await read(text)).items.map(({ label, category }) => `${label} ${category?.text}`)
    expect(found).toEqual(['1. 值守制度不健全。', '2. 值守制度不健全。', '（二） 储备管理方面', '（一） 采购管理方面'])
  })

  it('the line of an issuer behind blank lines ends the last item', async () => {
    const text = lines(
      plan,
      '一、仓库长期无人看管。',
      '整改措施：派人值守。',
      '验收单位：县委督查室',
      '',
      '',
      '　　中共青禾县委办公室　　　　　　2024年9月30日印发',
    )
    expect(await itemsIn(text)).toEqual(['一、仓库长期无人看管。 ｜ plan 派人值守。 ｜ who acceptance_lead_unit:县委督查室'])
  })
})

describe('totals that a report states', () => {
  const about = (sentence: string, title = progress) =>
    declaredIn(lines(title, sentence, '一、仓库长期无人看管。', '整改情况：已安排2人。', '整改时限：2024年6月底前'))

  it('what is to be done by some year is no state', async () => {
    expect(await about('涉及我县的16个问题全部整改到位，其中2024年底前完成整改6个，2025年底前完成整改10个。', plan)).toEqual([
      'items 16',
      'deadline:2024 6',
      'deadline:2025 10',
    ])
  })

  it('where they were taken from is not what is counted', async () => {
    expect(await about('从热线电话、信访接待中梳理出民生领域突出问题20个。')).toEqual(['items 20'])
  })

  it('half-width commas part clauses', async () => {
    expect(await about('截至2024年11月底,审计报告反映的16个问题中,13个已完成整改,其余3个正在整改。')).toEqual([
      'items 16',
      'status:completed 13',
      'status:in_progress 3',
    ])
  })
})

/** What is cut off an item's problem, and under which headings it stands: short reports in our own words. */
import { describe, expect, it } from 'vitest'
import { brokenInvariants } from './helpers/invariants.js'
import { itemSketch, read } from './helpers/sketch.js'

const cases: [name: string, report: string, items: string[]][] = [
  [
    'three chapters of one count, and next steps of fewer',
    `
青禾县整改方案
一、存在问题
1.台账登记不全。
2.仓库无人看管。
二、整改目标
1.账物相符。
2.值守到位。
三、整改措施
1.补登台账。
每月盘点。
2.安排值守。
四、下一步打算
1.巩固成果。
2.举一反三。`,
    [
      '存在问题 ｜ 1.台账登记不全。 ｜ goal 1.账物相符。 ｜ plan 1.补登台账。{每月盘点。}',
      '存在问题 ｜ 2.仓库无人看管。 ｜ goal 2.值守到位。 ｜ plan 2.安排值守。',
    ],
  ],
  [
    'what was done in the paragraph of the problem',
    `
青禾县整改情况报告
1.关于台账登记不全的问题。经查，台账缺页。已补登台账120册。
2.关于仓库无人看管的问题。仓库长期无人。已安排2人值守。
3.关于车辆超编的问题。已封存3辆。
4.围墙倾斜。已修缮围墙50米。`,
    [
      '1.关于台账登记不全的问题。经查，台账缺页。 ｜ done 已补登台账120册。',
      '2.关于仓库无人看管的问题。 ｜ done 仓库长期无人。已安排2人值守。',
      '3.关于车辆超编的问题。 ｜ done 已封存3辆。',
      '4.围墙倾斜。已修缮围墙50米。',
    ],
  ],
  [
    'words before a label are the problem’s',
    `
青禾县整改情况报告
1.台账登记不全。
经查，2023年台账缺页12处。
整改措施：补登台账。
已补登台账120册。
2.仓库无人看管。
整改措施：安排值守。`,
    ['1.台账登记不全。⏎经查，2023年台账缺页12处。 ｜ plan 补登台账。 已补登台账120册。', '2.仓库无人看管。 ｜ plan 安排值守。'],
  ],
  [
    'who and when in a bracket',
    `
青禾县整改方案
1.台账登记不全。（责任单位：县粮食局；整改时限：2024年6月底）
2.仓库无人看管。（责任人：李青）。
3.车辆超编（含借用）。`,
    [
      '1.台账登记不全。 ｜ who responsible_unit:县粮食局 ｜ due 2024-06-30',
      '2.仓库无人看管。 ｜ who responsible_official:李青',
      '3.车辆超编（含借用）。',
    ],
  ],
  [
    'measures behind a goal without a label',
    `
青禾县整改方案
1.台账登记不全。
整改目标：账物相符。
1.补登台账。
2.安排专人。
2.仓库无人看管。
整改目标：值守到位。
（1）安排值守。
（2）加装监控。`,
    [
      '1.台账登记不全。 ｜ goal 账物相符。 ｜ plan 1.补登台账。 2.安排专人。',
      '2.仓库无人看管。 ｜ goal 值守到位。 ｜ plan （1）安排值守。 （2）加装监控。',
    ],
  ],
  [
    'states in brackets on lines of their own',
    `
青禾县整改情况报告
问题一：台账登记不全。
【已完成整改】
整改情况：已补登台账。
问题二：仓库无人看管。
（该问题正在整改）。
整改情况：正在安排值守。`,
    [
      '问题一：台账登记不全。 ｜ done 已补登台账。 ｜ state completed',
      '问题二：仓库无人看管。 ｜ done 正在安排值守。 ｜ state in_progress',
    ],
  ],
  [
    'headings with a colon, names of the list',
    `
青禾县整改清单
一、综合监管方面
（一）具体问题：
1.台账登记不全。
整改措施：补登台账。
二、整改任务
（一）资金管理方面（2个）：
1.资金闲置340万元。
整改措施：盘活资金。`,
    ['综合监管方面 ｜ 1.台账登记不全。 ｜ plan 补登台账。', '资金管理方面（2个） ｜ 1.资金闲置340万元。 ｜ plan 盘活资金。'],
  ],
  [
    'a slogan before the name of the list, a heading with prose behind it',
    `
青禾县整改情况报告
一、坚持问题导向，抓好反馈问题整改
（一）学习教育方面。开展学习12次，培训360人，参学率达到百分之百，学习笔记齐全，考核全部合格，测试成绩均在九十分以上，成效明显。
1.关于学习不深入的问题。已组织学习12次。
2.关于笔记缺失的问题。已补记笔记。`,
    [
      '坚持问题导向，抓好反馈问题整改 ｜ 1.关于学习不深入的问题。 ｜ done 已组织学习12次。',
      '坚持问题导向，抓好反馈问题整改 ｜ 2.关于笔记缺失的问题。 ｜ done 已补记笔记。',
    ],
  ],
  [
    'a title of two lines over the list',
    `
青禾县巡察反馈
问题整改情况
一、学习方面
1.关于学习不深入的问题。已组织学习12次。
2.关于笔记缺失的问题。已补记笔记。`,
    [
      '学习方面 ｜ 1.关于学习不深入的问题。 ｜ done 已组织学习12次。',
      '学习方面 ｜ 2.关于笔记缺失的问题。 ｜ done 已补记笔记。',
    ],
  ],
  [
    'sentences that end inside quotes, brackets and titles',
    `
青禾县整改情况报告
1.关于“以会代训。流于形式”的问题。已召开会议3次。
2.关于《管理办法。试行》未修订的问题。已修订办法1项。
3.关于采购（含办公用品。耗材）超标的问题。已追缴5万元。”
4.关于公车私用的问题！已封存车辆3辆。`,
    [
      '1.关于“以会代训。流于形式”的问题。 ｜ done 已召开会议3次。',
      '2.关于《管理办法。试行》未修订的问题。 ｜ done 已修订办法1项。',
      '3.关于采购（含办公用品。耗材）超标的问题。 ｜ done 已追缴5万元。”',
      '4.关于公车私用的问题！ ｜ done 已封存车辆3辆。',
    ],
  ],
  [
    'problems that are named, with what was done behind them',
    `
青禾县整改情况报告
1.无预算采购健身器材问题。已追回资金5万元。
2.虚列支出12万元问题。已调整账务12万元。
3.超标准接待问题。已退缴费用3万元。`,
    [
      '1.无预算采购健身器材问题。 ｜ done 已追回资金5万元。',
      '2.虚列支出12万元问题。 ｜ done 已调整账务12万元。',
      '3.超标准接待问题。 ｜ done 已退缴费用3万元。',
    ],
  ],
  [
    'what was done behind its own words, runs, and a state',
    `
青禾县整改情况报告
1.关于台账登记不全的问题。整改情况：已补登台账120册。
2.关于仓库无人看管的问题。落实情况是：已安排2人值守。
3.关于车辆超编的问题。一是封存车辆3辆。二是公开拍卖2辆。
4.关于公章管理不严的问题。一是用印未登记。二是钥匙无人管。已登记用印12次。
5.关于围墙倾斜的问题。审计指出围墙未加固。已修缮围墙50米。
6.关于路灯不亮的问题。【已完成整改】已更换灯具30盏。`,
    [
      '1.关于台账登记不全的问题。 ｜ done 已补登台账120册。',
      '2.关于仓库无人看管的问题。 ｜ done 已安排2人值守。',
      '3.关于车辆超编的问题。 ｜ done 一是封存车辆3辆。 二是公开拍卖2辆。',
      '4.关于公章管理不严的问题。一是用印未登记。 ｜ done 二是钥匙无人管。已登记用印12次。',
      '5.关于围墙倾斜的问题。审计指出围墙未加固。 ｜ done 已修缮围墙50米。',
      '6.关于路灯不亮的问题。 ｜ done 已更换灯具30盏。 ｜ state completed',
    ],
  ],
  [
    'what was done in a paragraph without a label',
    `
青禾县整改情况报告
1.台账登记不全，账物不符。
县粮食局补登台账120册。
2.仓库无人看管，设施破损。
县国资局安排2人值守。
3.车辆超编，借用不还。
县机关事务中心封存车辆3辆。
4.围墙倾斜，存在隐患。
县城小学修缮围墙50米。`,
    [
      '1.台账登记不全，账物不符。 ｜ done 县粮食局补登台账120册。',
      '2.仓库无人看管，设施破损。 ｜ done 县国资局安排2人值守。',
      '3.车辆超编，借用不还。 ｜ done 县机关事务中心封存车辆3辆。',
      '4.围墙倾斜，存在隐患。 ｜ done 县城小学修缮围墙50米。',
    ],
  ],
  [
    'a heading over a table, and the next in a row of it',
    '<html><body><p>青禾县整改清单</p><p>（一）大气环境</p><table><tr><td>序号</td><td>反馈问题</td><td>整改措施</td></tr><tr><td>1</td><td>砖厂扬尘扰民。</td><td>清扫道路。</td></tr><tr><td colspan="3">（二）水环境</td></tr><tr><td>2</td><td>河道淤积严重。</td><td>开展清淤。</td></tr></table></body></html>',
    ['大气环境 ｜ 1砖厂扬尘扰民。 ｜ plan 清扫道路。', '水环境 ｜ 2河道淤积严重。 ｜ plan 开展清淤。'],
  ],
  [
    'names without a number over a table, and in a row of it',
    '<html><body><p>青禾县整改清单</p><p>思想建设方面</p><table><tr><td>序号</td><td>反馈问题</td><td>整改措施</td></tr><tr><td>1</td><td>学习不深入。</td><td>组织学习。</td></tr><tr><td colspan="3">作风建设方面</td></tr><tr><td>2</td><td>公章管理不严。</td><td>双人保管。</td></tr></table></body></html>',
    ['思想建设方面 ｜ 1学习不深入。 ｜ plan 组织学习。', '作风建设方面 ｜ 2公章管理不严。 ｜ plan 双人保管。'],
  ],
  [
    'a numbered problem over a table of its fields',
    '<html><body><p>青禾县整改方案</p><p>问题一：砖厂扬尘扰民。</p><table><tr><td>整改措施</td><td>清扫道路。</td></tr><tr><td>责任单位</td><td>县水利局</td></tr><tr><td>整改时限</td><td>2024年6月底</td></tr></table><p>问题二：河道淤积严重。</p><table><tr><td>整改措施</td><td>开展清淤。</td></tr><tr><td>责任单位</td><td>县城管局</td></tr><tr><td>整改时限</td><td>2024年9月底</td></tr></table></body></html>',
    [
      '问题一：砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局 ｜ due 2024-06-30',
      '问题二：河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局 ｜ due 2024-09-30',
    ],
  ],
  [
    'a number over a form that names its problem',
    '<html><body><p>青禾县整改方案</p><p>问题一</p><table><tr><td>反馈问题</td><td>砖厂扬尘扰民。</td></tr><tr><td>整改措施</td><td>清扫道路。</td></tr><tr><td>责任单位</td><td>县水利局</td></tr></table><p>问题二</p><table><tr><td>反馈问题</td><td>河道淤积严重。</td></tr><tr><td>整改措施</td><td>开展清淤。</td></tr><tr><td>责任单位</td><td>县城管局</td></tr></table></body></html>',
    [
      '问题一砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '问题二河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'headings that name the list are no category',
    `
青禾县整改情况
一、反馈问题整改情况
（一）党建方面
1.关于学习不深入的问题。
整改措施：组织学习。
（二）资金方面：
1.关于资金闲置的问题。
整改措施：盘活资金。
二、审计移交问题（3个）
1.关于虚列支出的问题。
整改措施：调整账务。`,
    [
      '党建方面 ｜ 1.关于学习不深入的问题。 ｜ plan 组织学习。',
      '资金方面 ｜ 1.关于资金闲置的问题。 ｜ plan 盘活资金。',
      '审计移交问题（3个） ｜ 1.关于虚列支出的问题。 ｜ plan 调整账务。',
    ],
  ],
  [
    'lists side by side under labels',
    `
青禾县整改报告
存在问题：
1.台账登记不全，账物不符。
2.仓库无人看管，设施破损。
3.车辆超编，借用不还。
4.围墙倾斜，存在隐患。
整改目标：
1.账物相符。
2.值守到位。
3.车辆合规。
4.围墙稳固。
整改措施：
1.补登台账。
每月盘点。
2.安排值守。
3.封存车辆。
4.修缮围墙。
青禾县人民政府
2024年5月8日`,
    [
      '1.台账登记不全，账物不符。 ｜ goal 1.账物相符。 ｜ plan 1.补登台账。{每月盘点。}',
      '2.仓库无人看管，设施破损。 ｜ goal 2.值守到位。 ｜ plan 2.安排值守。',
      '3.车辆超编，借用不还。 ｜ goal 3.车辆合规。 ｜ plan 3.封存车辆。',
      '4.围墙倾斜，存在隐患。 ｜ goal 4.围墙稳固。 ｜ plan 4.修缮围墙。',
    ],
  ],
  [
    'a problem that its name tells is no label',
    `
青禾县整改情况报告
1.检查中发现存在虚报问题。已核减补贴2万元。
2.虚列支出12万元问题。已调整账务12万元。
3.审计指出仓库管理问题。已完善制度2项。`,
    [
      '1.检查中发现存在虚报问题。 ｜ done 已核减补贴2万元。',
      '2.虚列支出12万元问题。 ｜ done 已调整账务12万元。',
      '3.审计指出仓库管理问题。 ｜ done 已完善制度2项。',
    ],
  ],
  [
    'labels before a stop',
    `
青禾县整改情况报告
一、督察指出的主要问题。城南泵站停运，污水外溢。
二、整改措施。更换水泵。
三、整改完成情况。泵站已恢复运行。`,
    ['城南泵站停运，污水外溢。 ｜ plan 更换水泵。 ｜ done 泵站已恢复运行。'],
  ],
]

describe('items', () => {
  it.each(cases)('%s', async (_, text, items) => {
    const report = await read(text.trim())
    expect(report.items.map(itemSketch)).toEqual(items)
    expect(brokenInvariants(report)).toEqual([])
  })
})

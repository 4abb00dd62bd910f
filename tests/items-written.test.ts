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
]

describe('items', () => {
  it.each(cases)('%s', async (_, text, items) => {
    const report = await read(text.trim())
    expect(report.items.map(itemSketch)).toEqual(items)
    expect(brokenInvariants(report)).toEqual([])
  })
})

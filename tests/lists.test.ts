/**
 * What may open the items of a report, what the items of the best reading have in common, and what speaks against the list. Short reports in our own
 * words; the lines that a grammar opens items at are counted from 0.
 */
import { describe, expect, it } from 'vitest'
import { listIn } from './helpers/lines.js'

const cases: [name: string, report: string, list: string[]][] = [
  [
    'a list of labels under numbers, with a chapter of other things behind it',
    `
青禾县关于巡察反馈问题的整改方案
一、存在问题
1.台账登记不全，账物不符。
整改目标：账物相符。
整改措施：
（1）补登台账。
（2）安排专人。
责任单位：县粮食局
（3）每月盘点。
整改时限：2024年6月底
已完成整改
2.仓库长期无人看管。
整改目标：值守到位。
整改措施：安排值守。
整改措施：加装监控。
责任单位：县国资局
（正在推进）
4.车辆超编。
整改目标：车辆合规。
整改措施：
（1）封存车辆。
（3）公开拍卖。
5、公章由一人保管。
整改目标：双人保管。
下一步，我县将持续抓好整改。
二、加强组织领导
1.提高政治站位。
2.压实工作责任。
青禾县人民政府
2024年5月8日`,
    [
      'mark cn: 1 25',
      'mark ar: 2 11 17 22 26 27',
      'mark ar-paren: 5 6 8 17 20 21 22',
      'mark ar+ar-paren: 2 6 8 11 17 22, grammarMixed',
      'label: 1, grammarLabel',
      'plain: 16, grammarPlain',
      'single: 3, grammarSingle',
      'single: 1, grammarSingle',
      'none: grammarNone',
      'shape: usual goal measures responsible_unit, words 整改目标 整改措施 责任单位, marks ar-paren, body, unlike 0.25, lines 6',
      'signs: outside 0.14, unlike 0.25',
    ],
  ],
  [
    'problems under categories, and an annex of complaints',
    `
青禾县整改情况报告
县委高度重视，召开会议3次。
一、思想认识方面
（一）关于学习不深入的问题。
已组织学习12次。
责任人：李青
（二）关于台账登记不全的问题。
已补登台账120册。
二、作风建设方面
（一）关于公章由一人保管的问题。
已交接公章。
完成时限：长期坚持
县粮食局
已修订制度3项，培训人员40人。
三、下一步打算
（一）巩固整改成果。
（二）举一反三抓整改。
附件
群众信访举报件办理情况
1.反映路口积水。
办理情况：已疏通管道。
2.反映夜间噪声扰民的问题。`,
    [
      'mark cn: 2 8 14',
      'mark cn-paren: 3 6 9 15 16',
      'mark ar: 19 21',
      'single: 5, grammarSingle',
      'none: grammarNone',
      'shape: some deadline responsible_official, body, unlike 0, lines 3',
      'signs: outside 0.17',
    ],
  ],
  [
    'problems behind their label',
    `
青禾县督察反馈问题整改清单
反馈问题：城南泵站停运。
整改目标：泵站恢复运行。
整改措施：更换水泵。
反馈问题：河道淤积严重。
整改目标：河道畅通。
整改措施：开展清淤。
整改目标：定期巡查。
反馈问题：砖厂扬尘扰民。
整改措施：清扫道路。
联系人：李青
联系电话：0711-1234567`,
    [
      'label: 1 4 8, grammarLabel',
      'single: 1, grammarSingle',
      'none: grammarNone',
      'shape: usual goal measures, words 反馈问题 整改目标 整改措施, body, unlike 0, lines 3',
      'signs: none',
    ],
  ],
  [
    'unnumbered problems before a label',
    `
青禾县巡察整改清单
台账登记不全，账物不符。
整改措施：补登台账。
责任单位：县粮食局
仓库长期无人看管。
整改措施：安排值守。
责任单位：县国资局
车辆超编严重。
整改措施：封存车辆。
责任单位：县国资局`,
    [
      'line before 整改措施: 1 4 7, grammarBefore',
      'single: 2, grammarSingle',
      'none: grammarNone',
      'shape: usual measures responsible_unit, words 整改措施 责任单位, body, unlike 0.25, lines 3',
      'signs: unlike 0.25',
    ],
  ],
  [
    'labels without a colon',
    `
青禾县整改方案
一、台账登记不全，账物不符。
整改目标 账物相符
整改措施1.补登台账。
2.安排专人。
整改时限
2024年6月底
整改进展
已完成整改
二、仓库长期无人看管，设施破损。
整改措施1.安排值守。
整改时限2024年9月底
正在推进
整改进展：已安排2人值守。
问题依然存在，值守记录不全。
1.值守不到位的问题。
三、车辆超编。
整改措施：
整改时限：
整改目标：车辆合规。`,
    [
      'mark cn: 1 9 16, under plain headings',
      'mark ar: 4 15',
      'line before 整改进展: 6 12, grammarBefore',
      'single: 2, grammarSingle',
      'none: grammarNone',
      'shape: usual goal measures progress deadline, words 整改目标 整改措施 整改时限 整改进展, marks ar, body, unlike 0.25, lines 7',
      'signs: unlike 0.25',
    ],
  ],
  [
    'headings of the format',
    '<html><body><p>青禾县整改情况报告</p><h2>一、台账登记不全</h2><p>已补登台账120册，账物已经相符。</p><h2>二、仓库无人看管</h2><p>已安排值守2人，值守已经到位。</p><h2>三、车辆超编</h2><p>已封存车辆3辆，并公开拍卖。</p><h3>下一步打算</h3><p>巩固成果。</p></body></html>',
    [
      'mark cn: 1 3 5',
      'single: 7, grammarSingle',
      'none: grammarNone',
      'shape: body, unlike 0.25, lines 2',
      'signs: unlike 0.48',
    ],
  ],
  [
    'bold lines',
    '<html><body><p>青禾县整改情况报告</p><p><b>台账登记不全，账物不符。</b></p><p>已补登台账120册，账物已经相符。</p><p><b>仓库长期无人看管。</b></p><p>已安排值守2人，值守已经到位。</p><p><b>车辆超编严重，调度不严。</b></p><p>已封存车辆3辆，并公开拍卖。</p></body></html>',
    ['bold: 1 3 5, grammarHeading', 'none: grammarNone', 'shape: body, unlike 0.55, lines 2', 'signs: unlike 0.58'],
  ],
  [
    'tables of problems, and one of other things',
    '<html><body><p>青禾县整改方案</p><p>一、问题清单</p><table><tr><td>序号</td><td>反馈问题</td><td>整改措施</td></tr><tr><td>1</td><td>台账登记不全。</td><td>补登台账。</td></tr><tr><td>2</td><td>仓库无人看管。</td><td>安排值守。</td></tr></table><p>二、另一清单</p><table><tr><td>序号</td><td>反馈问题</td><td>整改措施</td></tr><tr><td>1</td><td>车辆超编。</td><td>封存车辆。</td></tr></table><table><tr><td>名称</td><td>数量</td></tr><tr><td>轿车</td><td>3</td></tr></table></body></html>',
    ['mark cn: 1 3', 'label: 1, grammarLabel', 'rows: 2 4', 'single: 1, grammarSingle', 'none: grammarNone', 'signs: none'],
  ],
  [
    'numbers alone on their lines',
    `
青禾县整改方案
问题一
台账登记不全。
整改措施：补登台账。
问题二
仓库无人看管。
整改措施：安排值守。
第二部分 工作要求
一是加强领导。`,
    [
      'mark issue: 1 4',
      'mark part: 7',
      'mark is: 8',
      'mark issue+part: 1 4 7, grammarPair',
      'mark issue+is: 1 4 8, grammarPair',
      'line before 整改措施: 2 5, grammarBefore',
      'single: 3, grammarSingle',
      'none: grammarNone',
      'shape: usual measures, words 整改措施, body, unlike 0.25, lines 3',
      'signs: unlike 0.25, few 1',
    ],
  ],
  [
    'numbered labels',
    `
青禾县巡察整改情况
一、台账登记不全的问题
1.整改目标：账物相符。
2.整改措施：补登台账。
3.责任单位：县粮食局
二、仓库无人看管的问题
1.整改目标：值守到位。
2.整改措施：安排值守。
4.责任单位：县国资局`,
    [
      'mark cn: 1 5',
      'mark ar: 2 3 4 6 7 8',
      'single: 2, grammarSingle',
      'none: grammarNone',
      'shape: usual goal measures responsible_unit, words 整改目标 整改措施 责任单位, marks ar, body, unlike 0, lines 4',
      'signs: few 1',
    ],
  ],
  [
    'two levels of marks',
    `
青禾县整改方案
（一）台账登记不全。
1.账册缺失。
整改措施：补登账册。
2.仓库无人看管。
整改措施：安排值守。
（二）车辆超编。
整改措施：封存车辆。
（三）公章由一人保管。
1.用印无登记。
整改措施：登记用印。
2.钥匙无登记。
整改措施：登记钥匙。`,
    [
      'mark cn-paren: 1 6 8',
      'mark ar: 2 4 9 11',
      'mark cn-paren/ar: 1 2 4 6 8 9 11, grammarLevels',
      'single: 3, grammarSingle',
      'none: grammarNone',
      'shape: usual measures, words 整改措施, body, unlike 0.25, lines 2',
      'signs: outside 0.13, unlike 0.24',
    ],
  ],
  [
    'lists side by side',
    `
青禾县整改方案
存在问题
1.台账登记不全。
2.仓库无人看管。
3.车辆超编。
4.公章由一人保管。
整改措施
1.补登台账。
2.安排值守。
3.封存车辆。
4.双人保管。`,
    [
      'mark ar: 2 3 4 5 7 8 9 10',
      'label: 1, grammarLabel',
      'single: 1, grammarSingle',
      'none: grammarNone',
      'shape: unlike 1, lines 1',
      'signs: outside 0.14, unlike 0.61',
    ],
  ],
  [
    'marks so alike that one may be a misprint',
    `
青禾县整改清单
（1）台账登记不全。
2）仓库无人看管。
（3）车辆超编。`,
    ['mark ar-paren: 1 2 3', 'mark ar-rparen: 1 2 3', 'none: grammarNone', 'signs: unlike 0.2, few 1'],
  ],
  [
    'two styles that each count by themselves',
    `
青禾县整改清单
（1）台账登记不全。
1）补登台账。
2）安排专人。
（2）仓库无人看管。
1）安排值守。
2）加装监控。`,
    [
      'mark ar-paren: 1 4',
      'mark ar-rparen: 1 2 3 4 5 6',
      'none: grammarNone',
      'shape: marks ar-rparen, body, unlike 1, lines 3',
      'signs: unlike 0.6, few 1',
    ],
  ],
  [
    'headings of the format without numbers',
    '<html><body><p>青禾县整改情况报告</p><h2>台账登记不全的问题</h2><p>已补登台账120册，账物已经相符。</p><h2>仓库无人看管的问题</h2><p>已安排值守2人，值守已经到位。</p></body></html>',
    ['heading 2: 1 3, grammarHeading', 'none: grammarNone', 'shape: body, unlike 0.2, lines 2', 'signs: unlike 0.2, few 1'],
  ],
  [
    'unnumbered problems, what stands under a numbered one left out',
    `
青禾县整改情况报告
1.台账登记不全。
关于账册缺失的问题
已补登账册。
关于仓库无人看管的问题
已安排值守。`,
    [
      'mark ar: 1',
      'plain: 2 4, grammarPlain',
      'none: grammarNone',
      'shape: body, unlike 0, lines 2',
      'signs: outside 0.2, few 1',
    ],
  ],
  [
    'two labels that come behind unnumbered lines',
    `
青禾县整改清单
台账登记不全。
整改措施：补登台账。
仓库无人看管。
整改目标：值守到位。
整改措施：安排值守。
车辆超编。
整改措施：封存车辆。
围墙倾斜。
整改目标：围墙稳固。`,
    [
      'line before 整改措施: 1 6, grammarBefore',
      'line before 整改目标: 3 8, grammarBefore',
      'single: 2, grammarSingle',
      'none: grammarNone',
      'shape: usual goal measures, words 整改措施 整改目标, body, unlike 0.25, lines 5',
      'signs: unlike 0.22, few 1',
    ],
  ],
  [
    'chapters as the fields of one item',
    `
青禾县整改情况公示
一、主要问题
城南泵站停运。
二、整改措施
更换水泵。
三、整改时限：2024年6月底`,
    [
      'mark cn: 1 3 5',
      'label: 1, grammarLabel',
      'single: 5, grammarSingle',
      'single: 1, grammarSingle',
      'none: grammarNone',
      'signs: unlike 0.2, few 1',
    ],
  ],
  [
    'lines of a few words behind lists',
    `
青禾县整改清单
一、台账登记不全的问题
整改措施：
1.补登台账。
2.安排专人。
专人由县粮食局安排。
二、仓库无人看管的问题
整改措施：
1.安排值守。
2.加装监控。
监控由县国资局加装。
三、车辆超编的问题
整改措施：1.封存车辆。
2.公开拍卖。
车辆管理
拍卖所得上缴财政。
四、围墙倾斜的问题
整改措施：
1.修缮围墙。
围墙管理
县城小学负责。`,
    [
      'mark cn: 1 6 11 16',
      'mark ar: 3 4 8 9 13 18',
      'single: 2, grammarSingle',
      'none: grammarNone',
      'shape: usual measures, words 整改措施, marks ar, plain, loose, body, unlike 0, lines 5',
      'signs: none',
    ],
  ],
  [
    'fields that few items have',
    `
青禾县整改清单
1.台账登记不全。
整改措施：补登台账。
2.仓库无人看管。
整改措施：安排值守。
整改时限：2024年6月底
3.车辆超编。
整改措施：封存车辆。
4.围墙倾斜。
整改方法：修缮围墙。
责任单位：县城小学`,
    [
      'mark ar: 1 3 6 8',
      'single: 2, grammarSingle',
      'none: grammarNone',
      'shape: usual measures, words 整改措施, body, unlike 0.25, lines 3',
      'signs: unlike 0.24',
    ],
  ],
  [
    'an item much longer than the others, and a label inside a problem',
    `
青禾县整改清单
1.台账登记不全，其中整改目标：账物相符没有写明。
2.仓库长期无人看管，设施破损，值守记录缺失，监控损坏，消防器材过期，出入库手续倒签，账册由一人保管，盘点流于形式，门锁损坏未更换，照明设备老化，通风设施停用，防鼠网破损，温湿度无记录，粮食堆放不规范，熏蒸药剂无台账，安全出口堵塞，应急预案多年未修订，值班室长期空置。
3.车辆超编。`,
    ['mark ar: 1 2 3', 'none: grammarNone', 'shape: unlike 0.55, lines 1', 'signs: unlike 0.58, swallowed 0.33, uneven 0.51'],
  ],
  [
    'problems that stay outside the list',
    `
青禾县整改清单
反馈问题：台账登记不全。
整改措施：补登台账。
反馈问题：仓库无人看管。
整改措施：安排值守。
附件
仓库管理混乱的问题`,
    [
      'label: 1 3, grammarLabel',
      'single: 1, grammarSingle',
      'none: grammarNone',
      'shape: usual measures, words 反馈问题 整改措施, body, unlike 0, lines 2',
      'signs: outside 0.2, few 1',
    ],
  ],
]

describe('a list', () => {
  it.each(cases)('%s', async (_, report, list) => expect(await listIn(report.trim())).toEqual(list))
})

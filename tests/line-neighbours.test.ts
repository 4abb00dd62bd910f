/**
 * What the lines around a line tell of it, one look at a time: `→ ` stands before the lines that have it, all others have it not. The looks are those of
 * `parse --explain --line N`.
 */
import { describe, expect, it } from 'vitest'
import { looksIn } from './helpers/lines.js'

/** Lines with an arrow before those that have the look. */
type Case = [look: string, name: string, lines: string[]]

const cases: Case[] = [
  [
    'closing',
    'numbered names behind 附件：, up to the first that is none',
    ['1.台账登记不全。', '→ 附件：', '→ 1.整改任务清单', '→ 2.责任分工表', '3.其他事项由县粮食局负责', '4.整改台账'],
  ],
  ['closing', 'and behind 附件 alone', ['1.台账登记不全。', '附件', '→ 1.整改任务清单', '→ 2.责任分工.docx']],
  ['closing', 'but not behind words that 附件 only begins', ['附件管理制度：', '1.整改任务清单', '2.责任分工表']],
  ['closing', 'nor behind a numbered line of that name', ['1.附件', '2.整改任务清单', '3.责任分工表']],
  [
    'closing',
    'a contact before a telephone number',
    ['1.台账登记不全。', '→ 联系人：李青', '→ 联系电话：0312-1234567', '2.仓库无人看管。'],
  ],
  ['ofNotice', 'but not the contact of an item', ['1.台账登记不全。', '联系人：李青', '2.仓库无人看管。', '联系人：王平']],
  [
    'closing',
    'nor one that goes on with the count of the item’s labels',
    ['1.台账登记不全。', '（1）整改措施：补登台账。', '（2）责任人：李青', '（3）联系人：王平', '→ 联系电话：0312-1234567'],
  ],
  [
    'closing',
    'one that goes on with nothing is the notice’s',
    ['1.台账登记不全。', '（1）整改措施：补登台账。', '→ （3）联系人：王平', '→ 联系电话：0312-1234567'],
  ],
  [
    'ofNotice',
    'who hosts a page, at its foot',
    ['1.台账登记不全。', '2.仓库无人看管。', '→ 主办单位：青禾县政府 承办：县大数据局', '→ 版权所有：青禾县政府'],
  ],
  [
    'ofNotice',
    'but not far above it',
    ['主办单位：青禾县政府 承办：县大数据局', ...[1, 2, 3, 4, 5, 6].map((n) => `${n}.第${n}处井盖缺失。`)],
  ],
  [
    'body',
    'a name over the day at the end',
    ['1.台账登记不全。', '2.仓库无人看管。', '3.车辆超编。', '→ 青禾粮油', '2024年5月8日'],
  ],
  ['body', 'but not at the beginning', ['青禾粮油', '2024年5月8日', '1.台账登记不全。', '2.仓库无人看管。', '3.车辆超编。']],
  [
    'body',
    'nor a numbered one, nor a sentence',
    ['1.台账登记不全。', '2.仓库无人看管。', '3.青禾粮油', '2024年5月8日', '已盘点。', '2024年5月9日'],
  ],
  ['again', 'labels of one word that comes twice', ['→ 整改措施：补登台账。', '责任单位：县粮食局', '→ 整改措施：安排值守。']],
  [
    'again',
    'labels before a stop, where three are',
    ['→ 一、整改目标。账物相符。', '→ 二、整改措施。补登台账。', '→ 三、整改情况。已补登。', '整改时限：2024年6月底'],
  ],
  ['again', 'but not where two are', ['一、整改目标。账物相符。', '二、整改措施。补登台账。', '责任单位：县粮食局']],
  ['again', 'a label glued to the first of a count', ['→ 整改措施1.补登台账。', '2.安排专人。', '整改目标账物相符']],
  [
    'complaintsAnnex',
    'complaints behind the report, under a title',
    [
      '青禾县督察反馈问题整改情况公示',
      '1.城南泵站停运。',
      '整改情况：泵站已恢复运行。',
      '2.堤防渗漏。',
      '整改情况：堤防已灌浆。',
      '附件',
      '→ 群众信访举报件办理情况',
      '1.反映路口积水。',
    ],
  ],
  [
    'complaintsAnnex',
    'but not at the head of the report',
    ['青禾县督察整改情况公示', '群众信访举报件办理情况', '1.反映路口积水。', '办理情况：已疏通管道。'],
  ],
  [
    'complaintsAnnex',
    'nor without a title over it',
    [
      '青禾县督察反馈问题整改情况公示',
      '1.城南泵站停运。',
      '整改情况：泵站已恢复运行。',
      '2.堤防渗漏。',
      '整改情况：堤防已灌浆。',
      '信访办理',
      '1.反映路口积水。',
    ],
  ],
  ['overList', 'over a count, and over a sentence that leads to it', ['→ 存在的不足', '→ 具体情况如下：', '1.台账登记不全。']],
  [
    'overProse',
    'over a paragraph, or a run',
    [
      '→ 1.台账登记不全',
      '经查，账册缺页，凭证散失，无人保管。',
      '→ 2.仓库无人看管',
      '一是门锁锈蚀，二是监控损坏，三是值守脱岗。',
      '3.车辆超编',
      '已封存。',
    ],
  ],
  [
    'overProse',
    'but not over a label, a number, or words without a stop',
    [
      '1.台账登记不全',
      '整改措施：补登台账，安排专人。',
      '2.仓库无人看管',
      '3.车辆超编，借用不还，维修未比价。',
      '4.围墙倾斜',
      '由县城小学分两期实施到位',
    ],
  ],
  ['overRun', 'over 一是', ['→ 1.台账登记不全', '一是补登台账。', '二是安排专人。', '2.仓库无人看管', '二是加装监控。']],
  [
    'doneNext',
    'over what was done',
    [
      '→ 1.台账登记不全',
      '补充修订台账制度3项。',
      '2.修订制度不及时',
      '开展培训3次。',
      '3.仓库无人看管',
      '整改情况：开展巡查3次。',
      '4.车辆超编',
      '5.开展清查3次。',
    ],
  ],
  [
    'labelNext',
    'over a label, or a line before one',
    [
      '→ 1.台账登记不全。',
      '→ 经查，账册缺页。',
      '整改措施：补登台账。',
      '2.仓库无人看管。',
      '3.车辆超编。',
      '联系人：李青',
      '4.围墙倾斜。',
      '备注：无',
    ],
  ],
  [
    'ownFields',
    'fields of its own in a bracket at its end',
    [
      '→ 1.台账登记不全。（责任单位：县粮食局）',
      '2.开展清查。（责任单位：县粮食局）',
      '3.仓库无人看管。（整改措施：安排值守）',
      '4.车辆超编。（含借用）',
      '围墙倾斜。（责任单位：县城小学）',
    ],
  ],
  [
    'parallel problem',
    'four problems and four measures',
    [
      '一、存在问题',
      '→ 1.围墙倾斜。',
      '→ 2.路灯不亮。',
      '→ 3.井盖缺失。',
      '→ 4.门锁损坏。',
      '二、整改措施',
      '1.修缮围墙。',
      '2.更换灯具。',
      '3.补装井盖。',
      '4.更换门锁。',
    ],
  ],
  [
    'parallel told',
    'the same, with more lines under a measure; behind the last as many as under the others',
    [
      '一、存在问题',
      '1.围墙倾斜。',
      '2.路灯不亮。',
      '3.井盖缺失。',
      '4.门锁损坏。',
      '二、整改措施',
      '→ 1.修缮围墙。',
      '→ 每月检查。',
      '→ 2.更换灯具。',
      '→ 3.补装井盖。',
      '→ 4.更换门锁。',
      '→ 专人保管。',
      '以上由县城管局负责。',
    ],
  ],
  [
    'parallel problem',
    'two of each, all of which state faults',
    [
      '一、存在的主要问题',
      '→ 1.台账登记不全，账物不符。',
      '→ 2.渣土运输监管不力。',
      '二、整改措施',
      '1.修缮围墙。',
      '2.更换灯具。',
    ],
  ],
  [
    'parallel problem',
    'but not two of each where one states none',
    [
      '一、存在的主要问题',
      '1.台账登记不全，账物不符。',
      '2.城东路口夜间照明。',
      '二、整改措施',
      '1.修缮围墙。',
      '2.更换灯具。',
    ],
  ],
  [
    'parallel problem',
    'unless two chapters tell of them',
    [
      '一、存在的主要问题',
      '→ 1.台账登记不全，账物不符。',
      '→ 2.城东路口夜间照明。',
      '二、整改目标',
      '1.围墙稳固。',
      '2.路口明亮。',
      '三、整改措施',
      '1.修缮围墙。',
      '2.更换灯具。',
    ],
  ],
  [
    'parallel problem',
    'not where the counts differ',
    [
      '一、存在问题',
      '1.围墙倾斜。',
      '2.路灯不亮。',
      '3.井盖缺失。',
      '4.门锁损坏。',
      '二、整改措施',
      '1.修缮围墙。',
      '2.更换灯具。',
      '3.补装井盖。',
    ],
  ],
  [
    'parallel problem',
    'nor where they begin elsewhere',
    [
      '一、存在问题',
      '1.围墙倾斜。',
      '2.路灯不亮。',
      '3.井盖缺失。',
      '4.门锁损坏。',
      '二、整改措施',
      '5.修缮围墙。',
      '6.更换灯具。',
      '7.补装井盖。',
      '8.更换门锁。',
    ],
  ],
  [
    'parallel problem',
    'nor where a chapter stands between',
    [
      '一、存在问题',
      '1.围墙倾斜。',
      '2.路灯不亮。',
      '3.井盖缺失。',
      '4.门锁损坏。',
      '三、整改措施',
      '1.修缮围墙。',
      '2.更换灯具。',
      '3.补装井盖。',
      '4.更换门锁。',
    ],
  ],
  [
    'parallel problem',
    'nor where both come again under the next',
    [
      '一、存在问题',
      '1.围墙倾斜。',
      '2.路灯不亮。',
      '二、整改措施',
      '1.修缮围墙。',
      '2.更换灯具。',
      '三、存在问题',
      '1.井盖缺失。',
      '2.门锁损坏。',
      '四、整改措施',
      '1.补装井盖。',
      '2.更换门锁。',
    ],
  ],
  [
    'parallel told',
    'next steps, six of them beside six problems; fewer are another list',
    [
      '一、存在问题',
      ...[1, 2, 3, 4, 5, 6].map((n) => `${n}.第${n}处围墙倾斜。`),
      '二、下一步打算',
      ...[1, 2, 3, 4, 5, 6].map((n) => `→ ${n}.巩固第${n}处成果。`),
    ],
  ],
  [
    'parallel told',
    'but not four of them',
    [
      '一、存在问题',
      ...[1, 2, 3, 4].map((n) => `${n}.第${n}处围墙倾斜。`),
      '二、下一步打算',
      ...[1, 2, 3, 4].map((n) => `${n}.巩固第${n}处成果。`),
    ],
  ],
]

describe('what the lines around a line tell', () => {
  it.each(cases)('%s: %s', async (look, _, lines) => {
    const looks = await looksIn(lines.map((line) => line.replace(/^→ /, '')).join('\n'))
    const shown = looks.map((line) => {
      const [words = '', own = ''] = line.split(' ‖ ')
      return ` ${own} `.includes(` ${look} `) ? `→ ${words}` : words
    })
    expect(shown).toEqual(lines)
  })
})

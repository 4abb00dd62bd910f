/**
 * Which lines pay a rule of the reading as what they might be, one rule at a time: `→ ` stands before the lines that pay it, with how many times if not once.
 * The rules are sentences in `parsers/lexicon/weights.ts`; what a line would pay is what `parse --explain --line N` tells, behind the best reading of the lines before.
 */
import { describe, expect, it } from 'vitest'
import type { Rule } from '../parsers/lexicon/weights.js'
import { rolesIn } from './helpers/lines.js'

type Case = [role: string, rule: Rule, name: string, lines: string[]]

const plan = '青禾县关于巡察反馈问题的整改方案'
const due = '整改时限：2024年6月底'

const cases: Case[] = [
  [
    'heading',
    'headingLong',
    'words of more than 40, of more than 80; a category however long',
    [
      '一、坚持以上率下抓好反馈意见整改',
      '→ 二、坚持以上率下、压实责任、健全机制、强化督导、严格问责、举一反三、巩固成果、全面抓好反馈意见整改',
      '→3 三、坚持以上率下、压实责任、健全机制、强化督导、严格问责、举一反三、巩固成果、坚持以上率下、压实责任、健全机制、强化督导、严格问责、举一反三、巩固成果、全面抓好整改落实',
      '→0.3 四、坚持以上率下、压实责任、健全机制、强化督导、严格问责、举一反三、巩固成果、贯彻落实上级决策方面',
    ],
  ],
  [
    'heading',
    'headingSentence',
    'a sentence that ends inside',
    ['一、台账登记不全', '→ 二、仓库无人看管。门锁锈蚀', '三、车辆超编。'],
  ],
  ['heading', 'headingState', 'a state at the end', ['一、台账登记不全', '→ 二、仓库无人看管（已完成整改）']],
  [
    'heading',
    'headingRun',
    'the mark of a run, or of a problem',
    ['一、台账登记不全', '→ 一是仓库无人看管', '→ 第二，车辆超编', '→ 问题三 围墙倾斜'],
  ],
  [
    'heading',
    'headingLabel',
    'a label that no chapter is called',
    [plan, '一、整改措施', '1.台账登记不全。', '→ 责任单位', '县粮食局', '→ 整改时限', '2024年6月底', '整改目标：账物相符。'],
  ],
  [
    'value',
    'valueShort',
    'a few words behind the unit or the day',
    [
      plan,
      '1.台账登记不全。',
      '整改措施：补登台账。',
      '专人保管',
      '责任单位：县粮食局',
      '→ 城南库点',
      '2.仓库无人看管。',
      '整改措施：安排值守。',
      '责任单位：县国资局',
    ],
  ],
  [
    'value',
    'valueProse',
    'a sentence behind the unit or the day, none where the value stands in the next line',
    [
      plan,
      '1.台账登记不全。',
      '整改措施：补登台账。',
      '每月盘点。',
      due,
      '→ 由县粮食局负责落实。',
      '2.仓库无人看管。',
      '整改措施：安排值守。',
      '整改时限：',
      '2024年9月底。',
    ],
  ],
  [
    'value',
    'valueShortMark',
    'a number behind the unit or the day',
    [
      plan,
      '一、台账登记不全。',
      '整改措施：补登台账。',
      '（1）每月盘点。',
      due,
      '→ （1）每季通报。',
      '二、仓库无人看管。',
      '整改措施：安排值守。',
      '责任单位：',
      '（1）县国资局',
      '（2）县公安局',
    ],
  ],
  [
    'value',
    'valueTitle',
    'what begins a document',
    [plan, '1.台账登记不全。', '整改措施：补登台账。', '→ 附件', '2.仓库无人看管。'],
  ],
  [
    'value',
    'valueClosing',
    'what closes a report',
    [plan, '1.台账登记不全。', '整改措施：补登台账。', '→ 特此报告', '2.仓库无人看管。'],
  ],
  [
    'value',
    'valueBody',
    'a body alone, but not behind who answers',
    [
      plan,
      '1.台账登记不全。',
      '整改措施：补登台账。',
      '→ 县粮食局',
      '责任单位：县财政局',
      '县审计局',
      '2.仓库无人看管。',
      '整改措施：安排值守。',
    ],
  ],
  [
    'value',
    'valueIssue',
    'the number of a problem',
    [
      plan,
      '一、台账登记不全。',
      '整改措施：补登台账。',
      '→ 问题2 账册缺页',
      '（1）每月盘点。',
      '二、仓库无人看管。',
      '整改措施：安排值守。',
    ],
  ],
  [
    'value',
    'valueJump',
    'a number that goes on with nothing',
    [
      plan,
      '一、台账登记不全。',
      '整改措施：',
      '（1）补登台账。',
      '（2）每月盘点。',
      '→ （4）每季通报。',
      '（5）年终考核。',
      '→ 二、仓库无人看管。',
      '整改措施：',
      '（1）安排值守。',
      '（2）加装监控。',
    ],
  ],
  [
    'value',
    'valueLabel',
    'a label behind a field',
    [plan, '1.台账登记不全。', '整改措施：补登台账。', '→ 整改目标：账物相符。', '→ 【责任单位】县粮食局', '2.仓库无人看管。'],
  ],
  [
    'value',
    'valueState',
    'a state alone, but not the value that a label waits for',
    [
      plan,
      '1.台账登记不全。',
      '整改措施：补登台账。',
      '→ 已完成整改',
      '2.仓库无人看管。',
      '整改措施：安排值守。',
      '整改情况：',
      '正在整改',
    ],
  ],
  [
    'value',
    'valueOutlook',
    'what the body means to do next, in a list of more than one',
    [
      plan,
      '1.台账登记不全。',
      '整改措施：补登台账。',
      '2.仓库无人看管。',
      '整改措施：安排值守。',
      '→ 下一步，我县将持续抓好整改。',
    ],
  ],
  [
    'open',
    'openAction',
    'what begins like an action or was done',
    [
      plan,
      '1.台账登记不全。',
      '整改目标：账物相符。',
      '→ 2.加强日常巡查。',
      '→ 3.修订制度3项。',
      '4.仓库无人看管，存在隐患。',
      '整改目标：值守到位。',
    ],
  ],
  [
    'open',
    'openChapter',
    'what a chapter is called',
    [plan, '1.台账登记不全。', '整改措施：补登台账。', '2.仓库无人看管。', '整改措施：安排值守。', '→ 3.组织领导'],
  ],
  [
    'open',
    'openOdd',
    'a body, a state, twice for what closes a report',
    [
      plan,
      '1.台账登记不全。',
      '整改措施：补登台账。',
      '2.仓库无人看管。',
      '整改措施：安排值守。',
      '→ 3.县粮食局',
      '→ 4.已完成整改',
      '→2 5.联系电话：0312-1234567',
    ],
  ],
  [
    'open',
    'openEmptyLine',
    'a number alone',
    [
      plan,
      '→ 问题一',
      '台账登记不全。',
      '整改措施：补登台账。',
      '→ 问题二',
      '仓库无人看管。',
      '整改措施：安排值守。',
      '问题三：车辆超编。',
    ],
  ],
  [
    'open',
    'openSkip',
    'a number left out, half of it where the next ones are in step',
    [
      plan,
      '1.第1处台账登记不全。',
      '整改措施：补登台账。',
      '2.第2处台账登记不全。',
      '整改措施：补登台账。',
      '→ 4.第4处台账登记不全。',
      '整改措施：补登台账。',
      '→0.5 6.第6处台账登记不全。',
      '整改措施：补登台账。',
      '7.第7处台账登记不全。',
      '整改措施：补登台账。',
      '8.第8处台账登记不全。',
      '整改措施：补登台账。',
    ],
  ],
  [
    'open',
    'openRepeat',
    'a number twice, half of it where the next is in step',
    [
      plan,
      '1.第1处台账登记不全。',
      '整改措施：补登台账。',
      '2.第2处台账登记不全。',
      '整改措施：补登台账。',
      '→0.5 2.第2处台账登记不全。',
      '整改措施：补登台账。',
      '3.第3处台账登记不全。',
      '整改措施：补登台账。',
      '4.第4处台账登记不全。',
      '整改措施：补登台账。',
      '→ 4.第4处台账登记不全。',
      '整改措施：补登台账。',
    ],
  ],
  [
    'open',
    'openNotFirst',
    'a list that does not begin at 1, by how many count on',
    [
      plan,
      '→0.25 18.台账登记不全，账物不符。',
      '19.仓库无人看管，存在隐患。',
      '20.车辆超编，借用不还。',
      '21.围墙倾斜，存在隐患。',
      '22.路灯不亮，群众不满。',
    ],
  ],
  [
    'open',
    'openRestart',
    '1 again under a heading',
    [
      plan,
      '一、粮食方面',
      '1.台账登记不全，账物不符。',
      '2.仓库无人看管，存在隐患。',
      '二、车辆方面',
      '→ 1.车辆超编，借用不还。',
      '2.派车单未登记。',
    ],
  ],
  [
    'open',
    'openRestartBare',
    '1 again under no heading',
    [
      plan,
      '1.第1处台账登记不全。',
      '整改措施：补登台账。',
      '2.第2处台账登记不全。',
      '整改措施：补登台账。',
      '→ 1.第1处台账登记不全。',
      '整改措施：补登台账。',
      '2.第2处台账登记不全。',
      '整改措施：补登台账。',
    ],
  ],
  [
    'open',
    'openUnderOther',
    'under a chapter of other things',
    [
      plan,
      '一、反馈问题',
      '1.台账登记不全，账物不符。',
      '2.仓库无人看管，存在隐患。',
      '二、下一步打算',
      '→ 1.巩固成果，防止反弹。',
      '→ 2.举一反三，堵塞漏洞。',
    ],
  ],
  [
    'close',
    'closePlain',
    'words that close nothing, behind words',
    [plan, '1.台账登记不全。', '→ 整改措施：补登台账。', '→ 每月盘点。', '特此报告', '2.仓库无人看管。'],
  ],
  [
    'close',
    'closeAfterShort',
    'a sentence behind the day or the unit',
    [
      plan,
      '1.台账登记不全。',
      '整改措施：补登台账。',
      due,
      '→ 以下问题另行整改到位。',
      '2.仓库无人看管。',
      '整改措施：安排值守。',
      due,
    ],
  ],
  [
    'close',
    'closeTitle',
    'what the body means to do next, or a title',
    [plan, '1.台账登记不全。', '整改措施：补登台账。', '2.仓库无人看管。', '整改措施：安排值守。', '→ 附件'],
  ],
  [
    'heading',
    'itemStarved',
    'behind a label without a value',
    [
      plan,
      '1.台账登记不全。',
      '整改措施：',
      '→ 一、其他问题',
      '2.仓库无人看管。',
      '整改措施：安排值守。',
      '3.车辆超编。',
      '整改措施：封存车辆。',
    ],
  ],
  ['prose', 'proseState', 'a numbered line with a state', ['→ 1.台账登记不全。（已完成整改）', '2.仓库无人看管。（正在整改）']],
  ['prose', 'proseHeading', 'a numbered short line', ['→ 一、反馈问题', '→ 1.台账登记不全。', '2.仓库无人看管。']],
]

describe('the rules that a line would pay', () => {
  it.each(cases)('%s: %s for %s', async (role, rule, _, lines) => {
    const plain = lines.map((line) => line.replace(/^→\S* /, ''))
    const shown = (await rolesIn(plain.join('\n'))).map(({ line, roles }) => {
      const own = roles.find((one) => one.replace('→ ', '').startsWith(`${role}:`)) ?? ''
      const paid = own
        .slice(own.indexOf(':') + 1)
        .split(',')
        .map((part) => part.trim().split(' '))
        .find(([name]) => name === rule)
      return paid ? `→${paid[1] ?? ''} ${line}` : line
    })
    expect(shown).toEqual(lines)
  })
})

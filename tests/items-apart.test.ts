/**
 * Where the words of one item are parted, in texts that are nearly alike: what is still the problem and what was done or planned, what a bracket tells, where a
 * sentence ends, whose a number is. `▸` stands behind an item's printed number.
 */
import { describe, expect, it } from 'vitest'
import { numberedSketch, read } from './helpers/sketch.js'

type Case = [name: string, lines: string[], expected: string[]]
const plan = '青禾县关于巡察反馈问题的整改方案'
const progress = '青禾县关于巡察反馈问题整改情况的报告'
const notice = '青禾县督察反馈问题整改销号公示'
const lamp = '责任单位：县路灯所'
const well = '责任单位：县住建局'

const paragraphs: Case[] = [
  [
    'numbered lines before who answers: done if half of them tell it',
    [
      progress,
      '1.泵站年久失修，雨季无法运行。',
      '（1）更换水泵2台。',
      '（2）新建围栏80米。',
      '责任单位：县水利局',
      '2.堤防渗漏，长期未治理。',
      '（1）完成灌浆300米。',
      '（2）由县水利局管护。',
      '责任单位：县城管局',
      '3.渠道淤积，排水不畅。',
      '（1）渠首淤积2米。',
      '（2）闸门锈蚀3扇。',
      '责任单位：县农业局',
    ],
    [
      '1.▸泵站年久失修，雨季无法运行。 ｜ done （1）更换水泵2台。 （2）新建围栏80米。 ｜ who responsible_unit:县水利局',
      '2.▸堤防渗漏，长期未治理。 ｜ done （1）完成灌浆300米。 （2）由县水利局管护。 ｜ who responsible_unit:县城管局',
      '3.▸渠道淤积，排水不畅。⏎（1）渠首淤积2米。⏎（2）闸门锈蚀3扇。 ｜ who responsible_unit:县农业局',
    ],
  ],
  [
    'a paragraph before them is still the problem',
    [
      progress,
      '1.泵站年久失修，雨季无法运行。',
      '泵站建于1978年，设备老化。',
      '（1）更换水泵2台。',
      '（2）新建围栏80米。',
      '责任单位：县水利局',
      '2.堤防渗漏，长期未治理。',
      '堤防建于1965年，土质疏松。',
      '（1）完成灌浆300米。',
      '（2）加固护坡2处。',
      '责任单位：县城管局',
    ],
    [
      '1.▸泵站年久失修，雨季无法运行。⏎泵站建于1978年，设备老化。 ｜ done （1）更换水泵2台。 （2）新建围栏80米。 ｜ who responsible_unit:县水利局',
      '2.▸堤防渗漏，长期未治理。⏎堤防建于1965年，土质疏松。 ｜ done （1）完成灌浆300米。 （2）加固护坡2处。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'numbered lines that begin with what is to be done',
    [
      plan,
      '1.泵站年久失修，雨季无法运行。',
      '（1）加强日常巡检。',
      '（2）落实专人看护。',
      '（3）制定维修计划。',
      '责任单位：县水利局',
      '2.堤防渗漏，长期未治理。',
      '（1）开展隐患排查。',
      '（2）建立巡堤台账。',
      '责任单位：县城管局',
    ],
    [
      '1.▸泵站年久失修，雨季无法运行。 ｜ plan （1）加强日常巡检。 （2）落实专人看护。 （3）制定维修计划。 ｜ who responsible_unit:县水利局',
      '2.▸堤防渗漏，长期未治理。 ｜ plan （1）开展隐患排查。 （2）建立巡堤台账。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'the like before 整改措施： tell faults',
    [
      plan,
      '1.泵站管理不严，制度不落实。',
      '（1）加强巡检流于形式。',
      '（2）落实看护不到位。',
      '整改措施：健全制度。',
      '2.堤防渗漏，长期未治理。',
      '（1）开展排查不及时。',
      '（2）建立台账不规范。',
      '整改措施：完善台账。',
    ],
    [
      '1.▸泵站管理不严，制度不落实。⏎（1）加强巡检流于形式。⏎（2）落实看护不到位。 ｜ plan 健全制度。',
      '2.▸堤防渗漏，长期未治理。⏎（1）开展排查不及时。⏎（2）建立台账不规范。 ｜ plan 完善台账。',
    ],
  ],
  [
    'a paragraph before who answers: done, with a note in brackets, or what stands there',
    [
      progress,
      '1.路灯不亮，群众不满。',
      '已更换灯具（详见附件2）。',
      lamp,
      '2.井盖缺失，行人绕行。',
      '井盖多为铸铁材质（共30个）。',
      well,
      '3.围墙倾斜，存在隐患。',
      '完成加固50米（含基础）。',
      '责任单位：县城小学',
    ],
    [
      '1.▸路灯不亮，群众不满。 ｜ done 已更换灯具（详见附件2）。 ｜ who responsible_unit:县路灯所',
      '2.▸井盖缺失，行人绕行。⏎井盖多为铸铁材质（共30个）。 ｜ who responsible_unit:县住建局',
      '3.▸围墙倾斜，存在隐患。 ｜ done 完成加固50米（含基础）。 ｜ who responsible_unit:县城小学',
    ],
  ],
  [
    'what was done goes on without a fault',
    [
      progress,
      '1.路灯不亮，群众不满。',
      '已更换灯具30盏。',
      '灯具由县路灯所统一管护。',
      lamp,
      '2.井盖缺失，行人绕行。',
      '已更换井盖12个。',
      '井盖由县住建局统一管护。',
      well,
    ],
    [
      '1.▸路灯不亮，群众不满。 ｜ done 已更换灯具30盏。 灯具由县路灯所统一管护。 ｜ who responsible_unit:县路灯所',
      '2.▸井盖缺失，行人绕行。 ｜ done 已更换井盖12个。 井盖由县住建局统一管护。 ｜ who responsible_unit:县住建局',
    ],
  ],
  [
    'what a check found is the problem',
    [
      progress,
      '1.路灯不亮，群众不满。',
      '经查，已更换灯具中有12盏不合格。',
      lamp,
      '2.井盖缺失，行人绕行。',
      '抽查发现已补装的3个井盖松动。',
      well,
    ],
    [
      '1.▸路灯不亮，群众不满。⏎经查，已更换灯具中有12盏不合格。 ｜ who responsible_unit:县路灯所',
      '2.▸井盖缺失，行人绕行。⏎抽查发现已补装的3个井盖松动。 ｜ who responsible_unit:县住建局',
    ],
  ],
  ...(
    [
      ['who answers', '责任单位：县住建局', 'done 井盖破损，多为铸铁。', 'who responsible_unit:县住建局'],
      ['a state alone', '整改情况：已完成。', 'done 井盖破损，多为铸铁。', 'state completed'],
    ] as const
  ).map(
    ([name, label, told, field]): Case => [
      `behind 关于…的问题。 a paragraph before ${name} is what was done`,
      [
        progress,
        '1.关于井盖缺失的问题。',
        '井盖破损，多为铸铁。',
        label,
        '2.关于路灯不亮的问题。',
        '井盖破损，多为铸铁。',
        label,
      ],
      ['1.▸关于井盖缺失的问题。', '2.▸关于路灯不亮的问题。'].map((problem) => `${problem} ｜ ${told} ｜ ${field}`),
    ],
  ),
  ...(
    [
      ['measures', '整改措施：补装井盖。', 'plan 补装井盖。'],
      ['a goal', '整改目标：井盖齐全。', 'goal 井盖齐全。'],
      ['progress', '整改情况：已补装井盖。', 'done 已补装井盖。'],
    ] as const
  ).map(
    ([name, label, field]): Case => [
      `and before ${name} it is the problem still`,
      [
        progress,
        '1.关于井盖缺失的问题。',
        '井盖被盗，长期未补。',
        label,
        '2.关于路灯不亮的问题。',
        '灯具老化，线路破损。',
        label,
      ],
      [`1.▸关于井盖缺失的问题。⏎井盖被盗，长期未补。 ｜ ${field}`, `2.▸关于路灯不亮的问题。⏎灯具老化，线路破损。 ｜ ${field}`],
    ],
  ),
  [
    'where most items are told so, the others are: a name of a problem, then what was done',
    [
      progress,
      '1.台账登记不全问题。已补登台账120册。',
      '2.仓库无人看管问题。已安排2人值守。',
      '3.车辆超编问题。已封存车辆3辆。',
      '4.围墙倾斜，存在隐患。围墙已加固，正在验收。',
      '5.路灯不亮，群众反映强烈。路灯长期未检修。',
    ],
    [
      '1.▸台账登记不全问题。 ｜ done 已补登台账120册。',
      '2.▸仓库无人看管问题。 ｜ done 已安排2人值守。',
      '3.▸车辆超编问题。 ｜ done 已封存车辆3辆。',
      '4.▸围墙倾斜，存在隐患。 ｜ done 围墙已加固，正在验收。',
      '5.▸路灯不亮，群众反映强烈。路灯长期未检修。',
    ],
  ],
]

const sentences: Case[] = [
  [
    'stops inside quotes, brackets and titles, a mark that closes nothing',
    [
      progress,
      '1.关于“路灯不亮？无人管”的问题。已更换灯具30盏。',
      '2.关于井盖缺失（含雨水井。污水井）的问题。“已补装井盖12个。”',
      '3.关于围墙倾斜怎么办的问题？已加固围墙50米。',
      '4.关于门锁损坏》的问题。已更换门锁3把。',
    ],
    [
      '1.▸关于“路灯不亮？无人管”的问题。 ｜ done 已更换灯具30盏。',
      '2.▸关于井盖缺失（含雨水井。污水井）的问题。 ｜ done “已补装井盖12个。”',
      '3.▸关于围墙倾斜怎么办的问题？ ｜ done 已加固围墙50米。',
      '4.▸关于门锁损坏》的问题。 ｜ done 已更换门锁3把。',
    ],
  ],
  [
    'a long sentence behind the problem: what was done, or what was found',
    [
      progress,
      '1.关于路灯不亮的问题。县路灯所会同县城管局、县住建局、县交通局、县公安局等单位，逐条道路、逐个小区、逐根灯杆排查登记，用时两个月，走访群众三百余户，最终更换灯具30盏。',
      '2.关于井盖缺失的问题。县住建局会同县城管局、县水利局、县交通局、县公安局等单位，逐条道路、逐个小区、逐个井口排查登记，用时两个月，走访群众三百余户，发现井盖缺失12个，长期未补。',
      '3.关于围墙倾斜的问题。已加固围墙50米。',
    ],
    [
      '1.▸关于路灯不亮的问题。 ｜ done 县路灯所会同县城管局、县住建局、县交通局、县公安局等单位，逐条道路、逐个小区、逐根灯杆排查登记，用时两个月，走访群众三百余户，最终更换灯具30盏。',
      '2.▸关于井盖缺失的问题。县住建局会同县城管局、县水利局、县交通局、县公安局等单位，逐条道路、逐个小区、逐个井口排查登记，用时两个月，走访群众三百余户，发现井盖缺失12个，长期未补。',
      '3.▸关于围墙倾斜的问题。 ｜ done 已加固围墙50米。',
    ],
  ],
  [
    '目前 and 截至 with what was done, and with what is not',
    [
      progress,
      '1.路灯不亮，群众不满。目前，已更换灯具30盏。',
      '2.井盖缺失，行人绕行。目前，仍有3处未补装。',
      '3.围墙倾斜，存在隐患。截至5月底，围墙已加固。',
    ],
    [
      '1.▸路灯不亮，群众不满。 ｜ done 目前，已更换灯具30盏。',
      '2.▸井盖缺失，行人绕行。目前，仍有3处未补装。',
      '3.▸围墙倾斜，存在隐患。 ｜ done 截至5月底，围墙已加固。',
    ],
  ],
  [
    'runs behind the problem that tell what was done, and that name faults',
    [
      progress,
      '1.关于财务管理的问题。一是报销凭证缺附件的问题。二是往来款长期未清。',
      '2.关于车辆管理的问题。一是封存车辆3辆。二是公开拍卖2辆。',
      '3.关于采购管理的问题。（1）采购未比价。已补办手续12份。',
    ],
    [
      '1.▸关于财务管理的问题。一是报销凭证缺附件的问题。二是往来款长期未清。',
      '2.▸关于车辆管理的问题。 ｜ done 一是封存车辆3辆。 二是公开拍卖2辆。',
      '3.▸关于采购管理的问题。（1）采购未比价。 ｜ done 已补办手续12份。',
    ],
  ],
  [
    'a bracket behind the problem: a state, or whose it is',
    [
      progress,
      '1.路灯不亮，群众不满。（已完成整改）目前，已更换灯具30盏。',
      '2.井盖缺失，行人绕行。【正在整改】目前，已补装井盖12个。',
    ],
    [
      '1.▸路灯不亮，群众不满。 ｜ done 目前，已更换灯具30盏。 ｜ state completed',
      '2.▸井盖缺失，行人绕行。 ｜ done 目前，已补装井盖12个。 ｜ state in_progress',
    ],
  ],
  [
    'brackets at the end: fields, one inside another, an empty one, other labels',
    [
      plan,
      '1.路灯不亮（含景观灯）。（责任单位：县路灯所（县照明中心）；整改时限：2024年6月底）',
      '2.井盖缺失。〔责任单位：县住建局；整改时限：2024年9月底。〕',
      '3.围墙倾斜。（责任单位：；责任人：李青）',
      '4.门锁损坏（问题：三楼）。',
      '5.公章由一人保管（编号：3）。',
      '6.车辆超编。（责任单位：县委办；责任人：王平）；',
    ],
    [
      '1.▸路灯不亮（含景观灯）。 ｜ who responsible_unit:县路灯所（县照明中心） ｜ due 2024-06-30',
      '2.▸井盖缺失。 ｜ who responsible_unit:县住建局 ｜ due 2024-09-30',
      '3.▸围墙倾斜。 ｜ who responsible_official:李青',
      '4.▸门锁损坏（问题：三楼）。',
      '5.▸公章由一人保管（编号：3）。',
      '6.▸车辆超编。 ｜ who responsible_unit:县委办,responsible_official:王平',
    ],
  ],
  [
    'states on lines of their own, in any bracket and before any stop',
    [
      progress,
      '问题一：路灯不亮。',
      '已完成整改。',
      '整改情况：已更换灯具。',
      '问题二：井盖缺失。',
      '（已完成整改。）',
      '整改情况：已补装井盖。',
      '问题三：围墙倾斜。',
      '［正在整改］；',
      '整改情况：正在加固。',
      '问题四：门锁损坏。',
      '该问题已完成整改，并长期坚持。',
      '整改情况：已更换门锁。',
    ],
    [
      '问题一：▸路灯不亮。 ｜ done 已更换灯具。 ｜ state completed',
      '问题二：▸井盖缺失。 ｜ done 已补装井盖。 ｜ state completed',
      '问题三：▸围墙倾斜。 ｜ done 正在加固。 ｜ state in_progress',
      '问题四：▸门锁损坏。 ｜ done 已更换门锁。 ｜ state completed+ongoing',
    ],
  ],
]

const labels: Case[] = [
  [
    'a number of the one problem, whose labels have none',
    [notice, '三、反馈问题：砖厂扬尘扰民。', '整改目标：粉尘达标。', '整改措施：清扫道路。'],
    ['三、▸砖厂扬尘扰民。 ｜ goal 粉尘达标。 ｜ plan 清扫道路。'],
  ],
  [
    'numbers of the labels are none of the problem',
    [notice, '一、反馈问题：砖厂扬尘扰民。', '二、整改目标：粉尘达标。', '三、整改措施：清扫道路。', '四、责任单位：县水利局'],
    ['砖厂扬尘扰民。 ｜ goal 粉尘达标。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局'],
  ],
  [
    'a heading of the item over its own label, and its category in the next line',
    [
      plan,
      '1.粮食储备管理',
      '反馈问题：台账登记不全。',
      '整改措施：补登台账。',
      '2.国有资产管理',
      '反馈问题：仓库无人看管。',
      '整改措施：安排值守。',
    ],
    ['粮食储备管理 ｜ 1.▸台账登记不全。 ｜ plan 补登台账。', '国有资产管理 ｜ 2.▸仓库无人看管。 ｜ plan 安排值守。'],
  ],
  [
    'a label of the category',
    [
      plan,
      '1.存在问题：路灯不亮。',
      '问题类别：',
      '城市管理',
      '整改措施：更换灯具。',
      '2.存在问题：井盖缺失。',
      '问题类别：道路管理',
      '整改措施：补装井盖。',
    ],
    ['城市管理 ｜ 1.▸路灯不亮。 ｜ plan 更换灯具。', '道路管理 ｜ 2.▸井盖缺失。 ｜ plan 补装井盖。'],
  ],
  [
    'a goal in numbered lines, in one line before measures that nothing labels, in two lines',
    [
      plan,
      '一、路灯不亮，群众不满。',
      '整改目标：路灯全亮。',
      '1.更换灯具。',
      '2.检修线路。',
      lamp,
      '二、井盖缺失，行人绕行。',
      '整改目标：',
      '1.井盖齐全。',
      '2.井盖牢固。',
      well,
      '三、围墙倾斜，存在隐患。',
      '整改目标：围墙稳固。',
      '行人安全，群众满意。',
      '责任单位：县城小学',
    ],
    [
      '一、▸路灯不亮，群众不满。 ｜ goal 路灯全亮。 ｜ plan 1.更换灯具。 2.检修线路。 ｜ who responsible_unit:县路灯所',
      '二、▸井盖缺失，行人绕行。 ｜ goal 1.井盖齐全。⏎2.井盖牢固。 ｜ who responsible_unit:县住建局',
      '三、▸围墙倾斜，存在隐患。 ｜ goal 围墙稳固。⏎行人安全，群众满意。 ｜ who responsible_unit:县城小学',
    ],
  ],
]

const headings: Case[] = [
  [
    'short titles over parts of the list are categories',
    [
      plan,
      '为抓好整改，制定本方案。',
      '党建方面问题清单',
      '1.台账登记不全。',
      '整改措施：补登台账。',
      '2.仓库无人看管。',
      '整改措施：安排值守。',
      '资金方面问题清单',
      '1.资金闲置340万元。',
      '整改措施：盘活资金。',
      '2.往来款未清理。',
      '整改措施：清理往来款。',
    ],
    [
      '党建方面问题清单 ｜ 1.▸台账登记不全。 ｜ plan 补登台账。',
      '党建方面问题清单 ｜ 2.▸仓库无人看管。 ｜ plan 安排值守。',
      '资金方面问题清单 ｜ 1.▸资金闲置340万元。 ｜ plan 盘活资金。',
      '资金方面问题清单 ｜ 2.▸往来款未清理。 ｜ plan 清理往来款。',
    ],
  ],
  ...(
    [
      ['the title of an annex is none', [plan, '现将整改任务印发，请认真落实。', '附件1', '青禾县巡察反馈问题整改任务清单']],
      ['nor is the second line of the report’s', ['青禾县巡察反馈', '问题整改清单']],
    ] as const
  ).map(
    ([name, lines]): Case => [
      name,
      [...lines, '1.台账登记不全。', '整改措施：补登台账。', '2.仓库无人看管。', '整改措施：安排值守。'],
      ['1.▸台账登记不全。 ｜ plan 补登台账。', '2.▸仓库无人看管。 ｜ plan 安排值守。'],
    ],
  ),
  [
    'a chapter of other things without a number is over none of the next',
    [
      plan,
      '工作开展情况',
      '县委高度重视，召开会议3次。',
      '一、党建方面',
      '1.台账登记不全。',
      '整改措施：补登台账。',
      '2.仓库无人看管。',
      '整改措施：安排值守。',
    ],
    ['党建方面 ｜ 1.▸台账登记不全。 ｜ plan 补登台账。', '党建方面 ｜ 2.▸仓库无人看管。 ｜ plan 安排值守。'],
  ],
  [
    'headings of three levels',
    [
      progress,
      '一、反馈问题整改情况',
      '（一）政治建设方面',
      '1.学习不深入',
      '（1）关于学习计划未落实的问题。已组织学习12次。',
      '（2）关于笔记缺失的问题。已补记笔记。',
      '2.责任不落实',
      '（1）关于会议记录不全的问题。已补齐记录。',
      '（二）作风建设方面',
      '1.文风会风不实',
      '（1）关于会议过多的问题。已精简会议6个。',
    ],
    [
      '政治建设方面>学习不深入 ｜ （1）▸关于学习计划未落实的问题。 ｜ done 已组织学习12次。',
      '政治建设方面>学习不深入 ｜ （2）▸关于笔记缺失的问题。 ｜ done 已补记笔记。',
      '政治建设方面>责任不落实 ｜ （1）▸关于会议记录不全的问题。 ｜ done 已补齐记录。',
      '作风建设方面>文风会风不实 ｜ （1）▸关于会议过多的问题。 ｜ done 已精简会议6个。',
    ],
  ],
]

describe.each([
  ['headings', headings],
  ['paragraphs', paragraphs],
  ['sentences', sentences],
  ['labels', labels],
])('%s of an item', (_, cases) => {
  it.each(cases)('%s', async (__, lines, expected) => {
    const report = await read(lines.join('\n'))
    expect(report.items.map(numberedSketch)).toEqual(expected)
  })
})

/**
 * What is nearly alike in tables and must be told apart: rows that are heads, headings or records, figures that are numbers or quantities, columns that
 * group problems or tell of them, words over a form that name its problem or its chapter. `▸` stands behind an item's printed number.
 */
import { describe, expect, it } from 'vitest'
import { numberedSketch, read } from './helpers/sketch.js'
import { tablePage } from './helpers/tables.js'

type Case = [name: string, tables: string[][], expected: string[]]
const names = '序号|反馈问题|整改措施|责任单位'
const [kiln, river] = ['1|砖厂扬尘扰民。|清扫道路。|县水利局', '2|河道淤积严重。|开展清淤。|县城管局']
const kilnItem = '1▸砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局'
const riverItem = '2▸河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局'

const heads: Case[] = [
  [
    'two names of five are known',
    [['反馈问题|责任单位|位置|规模|结构', '砖厂扬尘扰民。|县水利局|城南|三亩|砖混', '河道淤积严重。|县城管局|城北|五亩|土石']],
    ['砖厂扬尘扰民。 ｜ who responsible_unit:县水利局', '河道淤积严重。 ｜ who responsible_unit:县城管局'],
  ],
  [
    'three names of eight are known, all of them short',
    [
      [
        '反馈问题|责任单位|整改时限|位置|规模|结构|经度|纬度',
        '砖厂扬尘扰民。|县水利局|2024年6月底|城南|三亩|砖混|东经|北纬',
        '河道淤积严重。|县城管局|2024年9月底|城北|五亩|土石|东经|北纬',
      ],
    ],
    [
      '砖厂扬尘扰民。 ｜ who responsible_unit:县水利局 ｜ due 2024-06-30',
      '河道淤积严重。 ｜ who responsible_unit:县城管局 ｜ due 2024-09-30',
    ],
  ],
  [
    'a long name among known ones',
    [
      [
        '序号|存在问题|整改措施及下一步需要继续推进的工作安排|责任单位|位置|规模|结构',
        '1|砖厂扬尘扰民。|清扫道路。|县水利局|城南|三亩|砖混',
      ],
    ],
    [kilnItem],
  ],
  ['names that no list has, over short words', [['点位|啥样子|后头咋弄|归口', '城南|砖厂扬尘扰民。|清扫道路。|县水利局']], []],
  [
    'the like, of which one comes twice',
    [
      [
        '点位|点位|啥样子|后头咋弄|归口',
        '城南|砖厂|砖厂扬尘扰民，料堆长期未覆盖，喷淋设施闲置。|清扫道路，每周巡查两次，聘请专人值守。|县水利局',
        '城北|河段|河道淤积严重，长期未清理，巡查流于形式。|开展清淤，每月巡查一次，督促落实到位。|县城管局',
      ],
    ],
    [],
  ],
  [
    'a group’s name before blanks, one of two such',
    [
      [
        '序号|反馈问题|整改情况||责任|',
        '||进展|时限|单位|领导',
        '1|砖厂扬尘扰民。|已清扫道路。|2024年6月底|县水利局|李青',
        '2|河道淤积严重。|已开展清淤。|2024年9月底|县城管局|王平',
      ],
    ],
    [
      '1▸砖厂扬尘扰民。 ｜ done 已清扫道路。 ｜ who responsible_unit:县水利局,lead_official:李青 ｜ due 2024-06-30',
      '2▸河道淤积严重。 ｜ done 已开展清淤。 ｜ who responsible_unit:县城管局,lead_official:王平 ｜ due 2024-09-30',
    ],
  ],
  [
    'groups over the names, of two levels',
    [['青溪县督察整改>5', '基本情况>2|整改情况>3', '序号|反馈问题|整改措施|责任单位|整改时限', `${kiln}|2024年6月底`]],
    [`${kilnItem} ｜ due 2024-06-30`],
  ],
  ['a blank row under merged names', [['序号^2|反馈问题^2|整改措施^2|责任单位^2', '', kiln, river]], [kilnItem, riverItem]],
  [
    'a head that is printed again with colons',
    [['序号：|反馈问题：|整改措施：|责任单位:', kiln, names, river]],
    [kilnItem, riverItem],
  ],
  ['the last name alone, a row below the others', [['序号|反馈问题|整改措施|', '|||责任单位', kiln]], [kilnItem]],
]

const rows: Case[] = [
  ['a figure alone heads nothing', [[names, '2024|||', kiln]], [kilnItem]],
  [
    'names of groups in the column of the problems, with their counts',
    [
      [
        '编号|反馈问题|整改措施|责任单位',
        '|大气环境方面||',
        kiln,
        '|生态破坏类问题（2个）||',
        '2|矿山未复绿。|复绿矿山。|县林业局',
      ],
    ],
    [
      `大气环境方面 ｜ ${kilnItem}`,
      '生态破坏类问题（2个） ｜ 2▸矿山未复绿。 ｜ plan 复绿矿山。 ｜ who responsible_unit:县林业局',
    ],
  ],
  [
    'a problem of which nothing is told is no group',
    [['编号|反馈问题|整改措施|责任单位', '1|砖厂扬尘扰民。||', river]],
    ['1▸砖厂扬尘扰民。', riverItem],
  ],
  [
    'a group alone in its own column',
    [['类别|反馈问题|整改措施', '大气||', '|砖厂扬尘扰民。|清扫道路。', '水||', '|河道淤积严重。|开展清淤。']],
    ['大气 ｜ 砖厂扬尘扰民。 ｜ plan 清扫道路。', '水 ｜ 河道淤积严重。 ｜ plan 开展清淤。'],
  ],
  [
    '一、二 count the records where nothing counts 1, 2',
    [[names, '一|砖厂扬尘扰民。||', '二|河道淤积严重。|开展清淤。|县城管局']],
    ['一▸砖厂扬尘扰民。', '二▸河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局'],
  ],
  [
    'a body over its rows, before the head again',
    [[names, kiln, '县城管局>4', names, river]],
    [kilnItem, `县城管局 ｜ ${riverItem}`],
  ],
  ['a title before the head again', [[names, kiln, '青溪县整改清单>4', names, river]], [kilnItem, riverItem]],
  [
    'the title over the head, printed again as it goes on',
    [['整改任务>4', names, kiln, '整改任务续表>4', river, '整改任务（续）>4', '3|污水直排。|铺设管网。|县住建局']],
    [kilnItem, riverItem, '3▸污水直排。 ｜ plan 铺设管网。 ｜ who responsible_unit:县住建局'],
  ],
  [
    'a heading over the head',
    [['一、大气环境>4', names, kiln, '2|渣土车抛洒。|加强巡查。|县城管局']],
    [`大气环境 ｜ ${kilnItem}`, '大气环境 ｜ 2▸渣土车抛洒。 ｜ plan 加强巡查。 ｜ who responsible_unit:县城管局'],
  ],
  [
    'headings of three levels: 第一部分, 一、, （一）',
    [
      [
        names,
        '第一部分 城区>4',
        '一、大气环境>4',
        '（一）工业源>4',
        kiln,
        '二、水环境>4',
        river,
        '第二部分 乡镇>4',
        '3|污水直排。|铺设管网。|县住建局',
      ],
    ],
    [
      `城区>大气环境>工业源 ｜ ${kilnItem}`,
      `城区>水环境 ｜ ${riverItem}`,
      '乡镇 ｜ 3▸污水直排。 ｜ plan 铺设管网。 ｜ who responsible_unit:县住建局',
    ],
  ],
  [
    'headings that go on in the next table',
    [
      [names, '一、大气环境>4', '（一）工业源>4', kiln],
      ['（二）扬尘源>4', '2|渣土车抛洒。|加强巡查。|县城管局', '二、水环境>4', '3|河道淤积严重。|开展清淤。|县城管局'],
    ],
    [
      `大气环境>工业源 ｜ ${kilnItem}`,
      '大气环境>扬尘源 ｜ 2▸渣土车抛洒。 ｜ plan 加强巡查。 ｜ who responsible_unit:县城管局',
      '水环境 ｜ 3▸河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'the head again below rows that go on with the table before',
    [
      [names, kiln],
      [river, names, '3|污水直排。|铺设管网。|县住建局'],
    ],
    [kilnItem, riverItem, '3▸污水直排。 ｜ plan 铺设管网。 ｜ who responsible_unit:县住建局'],
  ],
  [
    'groups counted 一, 十二 over records counted 10., 11.',
    [
      [
        names,
        '一|大气环境方面||',
        '10.|砖厂扬尘扰民。|清扫道路。|县水利局',
        '十二|水环境方面||',
        '11.|河道淤积严重。|开展清淤。|县城管局',
      ],
    ],
    [
      '大气环境方面 ｜ 10.▸砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '水环境方面 ｜ 11.▸河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'the names in short, printed again',
    [
      [
        `${names}|整改时限`,
        `${kiln}|2024年6月底`,
        '序号|问题|措施|单位|时限',
        `${river}|2024年9月底`,
        '序号|反馈|整改|责任|整改',
        '3|污水直排。|铺设管网。|县住建局|2024年12月底',
      ],
    ],
    [
      `${kilnItem} ｜ due 2024-06-30`,
      `${riverItem} ｜ due 2024-09-30`,
      '3▸污水直排。 ｜ plan 铺设管网。 ｜ who responsible_unit:县住建局 ｜ due 2024-12-31',
    ],
  ],
  [
    'two of many names, printed again',
    [
      [
        '序号|反馈问题|整改措施|责任单位|整改目标|整改时限|备注',
        `${kiln}|粉尘达标。|2024年6月底|无`,
        '|反馈问题||责任单位|||',
        `${river}|河道畅通。|2024年9月底|无`,
      ],
    ],
    [
      '1▸砖厂扬尘扰民。 ｜ goal 粉尘达标。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局 ｜ due 2024-06-30',
      '2▸河道淤积严重。 ｜ goal 河道畅通。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局 ｜ due 2024-09-30',
    ],
  ],
  ['columns counted 甲, 乙, 1, 2', [[names, '甲|乙|1|2', kiln, '（一）|（二）|（三）|（四）', river]], [kilnItem, riverItem]],
  [
    'names in the first column over rows, whatever the column is',
    [
      [
        '责任单位|反馈问题|整改措施',
        '城区片||',
        '县水利局|砖厂扬尘扰民。|清扫道路。',
        '乡镇片||',
        '县城管局|河道淤积严重。|开展清淤。',
      ],
    ],
    [
      '城区片 ｜ 砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '乡镇片 ｜ 河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'the head again over the next table, with and without a title: the heading stays open',
    [
      [names, '一、大气环境>4', kiln],
      [names, '2|渣土车抛洒。|加强巡查。|县城管局'],
      ['青溪县整改清单（续）>4', names, '3|料堆未覆盖。|覆盖料堆。|县住建局'],
    ],
    [
      `大气环境 ｜ ${kilnItem}`,
      '大气环境 ｜ 2▸渣土车抛洒。 ｜ plan 加强巡查。 ｜ who responsible_unit:县城管局',
      '大气环境 ｜ 3▸料堆未覆盖。 ｜ plan 覆盖料堆。 ｜ who responsible_unit:县住建局',
    ],
  ],
  [
    'words between the tables close it',
    [
      [names, '一、大气环境>4', kiln],
      ['@以下为审计移交问题。', names, river],
    ],
    [`大气环境 ｜ ${kilnItem}`, riverItem],
  ],
]

const numbers: Case[] = [
  [
    'figures that count on, though they do not begin at 1',
    [['反馈问题|整改措施', '3.4个泵站停运。|更换水泵。', '4.6公里河道淤积。|开展清淤。', '5.2万吨渣土乱堆。|清运渣土。']],
    ['3.▸4个泵站停运。 ｜ plan 更换水泵。', '4.▸6公里河道淤积。 ｜ plan 开展清淤。', '5.▸2万吨渣土乱堆。 ｜ plan 清运渣土。'],
  ],
  [
    'figures that do not count on',
    [['反馈问题|整改措施', '3.4公里河道淤积。|开展清淤。', '5.6万吨渣土乱堆。|清运渣土。']],
    ['3.4公里河道淤积。 ｜ plan 开展清淤。', '5.6万吨渣土乱堆。 ｜ plan 清运渣土。'],
  ],
  [
    'figures of which one is surely a number',
    [['反馈问题|整改措施', '1、砖厂扬尘扰民。|清扫道路。', '3.4个泵站停运。|更换水泵。', '5.6公里河道淤积。|开展清淤。']],
    ['1、▸砖厂扬尘扰民。 ｜ plan 清扫道路。', '3.▸4个泵站停运。 ｜ plan 更换水泵。', '5.▸6公里河道淤积。 ｜ plan 开展清淤。'],
  ],
  [
    'figures that count on under a heading and over a note',
    [
      [
        '反馈问题|整改措施|责任单位',
        '一、大气>3',
        '1.4家砖厂扬尘扰民。|清扫道路。|县水利局',
        '2.6个堆场未覆盖。|覆盖堆场。|县水利局',
        '注：由县水利局解释>3',
      ],
    ],
    [
      '大气 ｜ 1.▸4家砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '大气 ｜ 2.▸6个堆场未覆盖。 ｜ plan 覆盖堆场。 ｜ who responsible_unit:县水利局',
    ],
  ],
  [
    'figures that count on around the head again',
    [['反馈问题|整改措施', '1.4家砖厂扬尘扰民。|清扫道路。', '反馈问题|整改措施', '2.6个堆场未覆盖。|覆盖堆场。']],
    ['1.▸4家砖厂扬尘扰民。 ｜ plan 清扫道路。', '2.▸6个堆场未覆盖。 ｜ plan 覆盖堆场。'],
  ],
  ['a figure alone', [['反馈问题|整改措施', '1.4公里河道淤积。|开展清淤。']], ['1.4公里河道淤积。 ｜ plan 开展清淤。']],
  [
    'figures behind numbers of their own column',
    [['序号|反馈问题|整改措施', '1|3.5万吨渣土乱堆。|清运渣土。', '2|2.4公里河道淤积。|开展清淤。']],
    ['1▸3.5万吨渣土乱堆。 ｜ plan 清运渣土。', '2▸2.4公里河道淤积。 ｜ plan 开展清淤。'],
  ],
  [
    'one count over forms, the first of them a figure',
    [
      ['反馈问题|1.5个泵站停运。', '整改措施|更换水泵。', '责任单位|县水利局'],
      ['反馈问题|2.6公里河道淤积。', '整改措施|开展清淤。', '责任单位|县城管局'],
    ],
    [
      '1.▸5个泵站停运。 ｜ plan 更换水泵。 ｜ who responsible_unit:县水利局',
      '2.▸6公里河道淤积。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'one count over tables of one row',
    [
      ['反馈问题|整改措施', '1.砖厂扬尘扰民。|清扫道路。'],
      ['反馈问题|整改措施', '2.6个泵站停运。|更换水泵。'],
      ['反馈问题|整改措施', '3.4公里河道淤积。|开展清淤。'],
    ],
    ['1.▸砖厂扬尘扰民。 ｜ plan 清扫道路。', '2.▸6个泵站停运。 ｜ plan 更换水泵。', '3.▸4公里河道淤积。 ｜ plan 开展清淤。'],
  ],
  [
    'figures of forms that do not count on',
    [
      ['反馈问题|3.5万吨渣土乱堆。', '整改措施|清运渣土。', '责任单位|县水利局'],
      ['反馈问题|2.6公里河道淤积。', '整改措施|开展清淤。', '责任单位|县城管局'],
    ],
    [
      '3.5万吨渣土乱堆。 ｜ plan 清运渣土。 ｜ who responsible_unit:县水利局',
      '2.6公里河道淤积。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'a number merged over two problems',
    [['序号|反馈问题|整改措施', '1^2|砖厂扬尘扰民。|清扫道路。', '砖厂污水直排。|铺设管网。', '2|河道淤积严重。|开展清淤。']],
    ['1▸砖厂扬尘扰民。 ｜ plan 清扫道路。', '1▸砖厂污水直排。 ｜ plan 铺设管网。', '2▸河道淤积严重。 ｜ plan 开展清淤。'],
  ],
  [
    'a number merged over a problem and a blank',
    [['序号|反馈问题|整改措施', '1^2|砖厂扬尘扰民。|清扫道路。', '|洒水降尘。', '2|河道淤积严重。|开展清淤。']],
    ['1▸砖厂扬尘扰民。 ｜ plan 清扫道路。 洒水降尘。', '2▸河道淤积严重。 ｜ plan 开展清淤。'],
  ],
  [
    'a category of figures, and none',
    [
      [
        '类别|反馈问题|整改措施',
        '一、大气|砖厂扬尘扰民。|清扫道路。',
        '2.5万吨渣土|渣土车抛洒。|加强巡查。',
        '/|污水直排。|铺设管网。',
      ],
    ],
    [
      '大气 ｜ 砖厂扬尘扰民。 ｜ plan 清扫道路。',
      '2.5万吨渣土 ｜ 渣土车抛洒。 ｜ plan 加强巡查。',
      '污水直排。 ｜ plan 铺设管网。',
    ],
  ],
]

const columns: Case[] = [
  [
    'a column of merged cells before the problem groups it, whatever it is called',
    [
      [
        '一级指标|反馈问题|整改措施',
        '|窗口排队时间过长。|增设窗口。',
        '开办企业^2|材料重复提交。|合并材料。',
        '审批环节过多。|精简环节。',
      ],
    ],
    [
      '窗口排队时间过长。 ｜ plan 增设窗口。',
      '开办企业 ｜ 材料重复提交。 ｜ plan 合并材料。',
      '开办企业 ｜ 审批环节过多。 ｜ plan 精简环节。',
    ],
  ],
  ...(
    [
      [
        'where nothing is merged',
        ['一级指标|反馈问题|整改措施', '开办企业|排队时间过长。|增设窗口。', '用水用电|材料重复提交。|合并材料。'],
      ],
      [
        'where it holds sentences',
        ['一级指标|反馈问题|整改措施', '窗口少，排队久。^2|排队时间过长。|增设窗口。', '材料重复提交。|合并材料。'],
      ],
      [
        'behind the problem',
        ['反馈问题|一级指标|整改措施', '排队时间过长。|开办企业^2|增设窗口。', '材料重复提交。|合并材料。'],
      ],
    ] as const
  ).map(
    ([name, table]): Case => [
      `but not ${name}`,
      [[...table]],
      ['排队时间过长。 ｜ plan 增设窗口。', '材料重复提交。 ｜ plan 合并材料。'],
    ],
  ),
  [
    'nor beside a column of categories',
    [['问题类别|一级指标|反馈问题|整改措施', '窗口|开办企业^2|排队时间过长。|增设窗口。', '材料|材料重复提交。|合并材料。']],
    ['窗口 ｜ 排队时间过长。 ｜ plan 增设窗口。', '材料 ｜ 材料重复提交。 ｜ plan 合并材料。'],
  ],
  [
    'two bodies, by a stroke without one of them, by a bracket, in more lines',
    [
      [
        '序号|反馈问题|牵头/配合单位',
        '1|砖厂扬尘扰民。|县水利局/',
        '3|污水直排。|县水利局（县城管局）。',
        '4|路灯不亮。|县水利局¶县城管局¶县住建局',
      ],
    ],
    [
      '1▸砖厂扬尘扰民。 ｜ who lead_unit:县水利局',
      '3▸污水直排。 ｜ who lead_unit:县水利局,supporting_unit:县城管局',
      '4▸路灯不亮。 ｜ who lead_unit:县水利局,supporting_unit:县城管局,supporting_unit:县住建局',
    ],
  ],
  [
    'three bodies',
    [['序号|反馈问题|牵头/配合/督导单位', '1|砖厂扬尘扰民。|县水利局¶县城管局¶县纪委监委', '2|污水直排。|县水利局¶县城管局']],
    [
      '1▸砖厂扬尘扰民。 ｜ who lead_unit:县水利局,supporting_unit:县城管局,acceptance_lead_unit:县纪委监委',
      '2▸污水直排。 ｜ who lead_unit:县水利局,supporting_unit:县城管局',
    ],
  ],
  [
    'labels inside a cell of progress, and inside one of the goal',
    [
      [
        '序号|反馈问题|整改情况',
        '1|砖厂扬尘扰民。|整改目标：粉尘达标。¶整改措施：清扫道路。¶整改情况：已清扫。',
        '2|河道淤积严重。|已开展清淤。¶责任单位：县城管局¶整改时限：2024年6月底',
      ],
      [
        '序号|反馈问题|整改目标',
        '3|砖厂扬尘扰民。|整改目标：粉尘达标。整改措施：清扫道路。',
        '4|河道淤积严重。|河道畅通。整改时限：2024年6月底',
      ],
    ],
    [
      '1▸砖厂扬尘扰民。 ｜ goal 粉尘达标。 ｜ plan 清扫道路。 ｜ done 已清扫。',
      '2▸河道淤积严重。 ｜ done 已开展清淤。 ｜ who responsible_unit:县城管局 ｜ due 2024-06-30',
      '3▸砖厂扬尘扰民。 ｜ goal 粉尘达标。 ｜ plan 清扫道路。',
      '4▸河道淤积严重。 ｜ goal 河道畅通。 ｜ due 2024-06-30',
    ],
  ],
  [
    'words that are no label of a measure',
    [['序号|反馈问题|整改措施', '1|砖厂扬尘扰民。|联系人：李青。清扫道路。', '2|河道淤积严重。|责任单位 县城管局开展清淤。']],
    ['1▸砖厂扬尘扰民。 ｜ plan 联系人：李青。清扫道路。', '2▸河道淤积严重。 ｜ plan 责任单位 县城管局开展清淤。'],
  ],
  [
    'one cell over goal and measures, over measures and progress',
    [
      [
        '序号|反馈问题|整改目标|整改措施|整改情况',
        '1|砖厂扬尘扰民。|粉尘达标，清扫道路。>2|已清扫。',
        '2|河道淤积严重。|河道畅通。|开展清淤，已清淤2公里。>2',
      ],
    ],
    [
      '1▸砖厂扬尘扰民。 ｜ goal 粉尘达标，清扫道路。 ｜ done 已清扫。',
      '2▸河道淤积严重。 ｜ goal 河道畅通。 ｜ plan 开展清淤，已清淤2公里。',
    ],
  ],
  [
    'one name over two columns of bodies',
    [['反馈问题|责任单位>2|整改措施', '砖厂扬尘扰民。|县水利局>2|清扫道路。', '河道淤积严重。|县城管局|县住建局|开展清淤。']],
    [
      '砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局,responsible_unit:县住建局',
    ],
  ],
  [
    'a problem that is only its label',
    [['序号|反馈问题|整改措施', '1|问题：砖厂扬尘扰民。|清扫道路。', '2|存在问题 河道淤积严重。|开展清淤。']],
    ['1▸砖厂扬尘扰民。 ｜ plan 清扫道路。', '2▸河道淤积严重。 ｜ plan 开展清淤。'],
  ],
  [
    'nor where they are places or years, beside who answers',
    [
      ['片区|反馈问题|整改措施|责任单位', '城南街道^2|砖厂扬尘扰民。|清扫道路。|县水利局', '渣土车抛洒。|加强巡查。|县城管局'],
      ['批次|反馈问题|整改措施|责任单位', '2023年^2|料堆未覆盖。|覆盖料堆。|县水利局', '围挡缺失。|补设围挡。|县城管局'],
    ],
    [
      '砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '渣土车抛洒。 ｜ plan 加强巡查。 ｜ who responsible_unit:县城管局',
      '料堆未覆盖。 ｜ plan 覆盖料堆。 ｜ who responsible_unit:县水利局',
      '围挡缺失。 ｜ plan 补设围挡。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'a group whose name only begins as a place does, and one of two letters',
    [
      [
        '指标|反馈问题|整改措施',
        '街道整治^2|砖厂扬尘扰民。|清扫道路。',
        '渣土车抛洒。|加强巡查。',
        '企业|河道淤积严重。|开展清淤。',
      ],
    ],
    [
      '街道整治 ｜ 砖厂扬尘扰民。 ｜ plan 清扫道路。',
      '街道整治 ｜ 渣土车抛洒。 ｜ plan 加强巡查。',
      '企业 ｜ 河道淤积严重。 ｜ plan 开展清淤。',
    ],
  ],
  [
    'two bodies around a stroke with blanks, bodies before a day',
    [
      ['序号|反馈问题|牵头/配合单位', '1|砖厂扬尘扰民。|县水利局 / 县城管局', '2|河道淤积严重。|县城管局；县住建局。'],
      [
        '序号|反馈问题|责任单位及完成时限',
        '3|污水直排。|县水利局、县城管局（2024年6月底）',
        '4|路灯不亮。|县城管局，2024.9.30',
        '5|井盖缺失。|县住建局2024-12-31',
      ],
    ],
    [
      '1▸砖厂扬尘扰民。 ｜ who lead_unit:县水利局,supporting_unit:县城管局',
      '2▸河道淤积严重。 ｜ who lead_unit:县城管局,supporting_unit:县住建局',
      '3▸污水直排。 ｜ who responsible_unit:县水利局,responsible_unit:县城管局 ｜ due 2024-06-30',
      '4▸路灯不亮。 ｜ who responsible_unit:县城管局 ｜ due 2024-09-30',
      '5▸井盖缺失。 ｜ who responsible_unit:县住建局 ｜ due 2024-12-31',
    ],
  ],
  [
    'labels in brackets in one cell, one with numbered lines behind it',
    [
      [
        '序号|反馈问题|整改措施',
        '1|砖厂扬尘扰民。|【整改目标】粉尘达标。【整改措施】清扫道路。',
        '2|河道淤积严重。|整改目标：河道畅通。¶整改措施：¶1.开展清淤。¶2.加固护坡。',
      ],
    ],
    [
      '1▸砖厂扬尘扰民。 ｜ goal 粉尘达标。 ｜ plan 清扫道路。',
      '2▸河道淤积严重。 ｜ goal 河道畅通。 ｜ plan 1.开展清淤。 2.加固护坡。',
    ],
  ],
  [
    '同上 in several columns, over an empty cell',
    [
      [
        '序号|反馈问题|整改措施|责任单位|整改时限',
        '1|砖厂扬尘扰民。|清扫道路。|县水利局|2024年6月底',
        '2|河道淤积严重。|同上|县城管局|同上。',
        '3|污水直排。|铺设管网。|同前|〃',
        '4|路灯不亮。|更换灯具。|—|同上行',
      ],
    ],
    [
      '1▸砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局 ｜ due 2024-06-30',
      '2▸河道淤积严重。 ｜ plan 清扫道路。 ｜ who responsible_unit:县城管局 ｜ due 2024-06-30',
      '3▸污水直排。 ｜ plan 铺设管网。 ｜ who responsible_unit:县城管局 ｜ due 2024-06-30',
      '4▸路灯不亮。 ｜ plan 更换灯具。 ｜ due 2024-06-30',
    ],
  ],
]

const lists: Case[] = [
  [
    'three lists of the same numbers are one, in whatever order',
    [
      ['序号|反馈问题', '1|砖厂扬尘扰民。', '2|河道淤积严重。'],
      ['序号|整改目标|整改措施', '1|粉尘达标。|清扫道路。', '2|河道畅通。|开展清淤。'],
      ['序号|责任单位|整改时限', '2|县城管局|2024年9月底', '1|县水利局|2024年6月底'],
    ],
    [
      '1▸砖厂扬尘扰民。 ｜ goal 粉尘达标。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局 ｜ due 2024-06-30',
      '2▸河道淤积严重。 ｜ goal 河道畅通。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局 ｜ due 2024-09-30',
    ],
  ],
  ...(
    [
      ['of another length', ['序号|责任单位|整改时限', '1|县水利局|2024年6月底']],
      ['of other numbers', ['序号|责任单位|整改时限', '3|县水利局|2024年6月底', '4|县城管局|2024年9月底']],
    ] as const
  ).map(
    ([name, table]): Case => [
      `a list ${name} is another`,
      [['序号|反馈问题', '1|砖厂扬尘扰民。', '2|河道淤积严重。'], [...table]],
      ['1▸砖厂扬尘扰民。', '2▸河道淤积严重。'],
    ],
  ),
  [
    'what the problems’ own list has told is told',
    [
      ['序号|反馈问题|责任单位', '1|砖厂扬尘扰民。|县住建局', '2|河道淤积严重。|县林业局'],
      ['序号|责任单位|整改时限', '1|县水利局|2024年6月底', '2|县城管局|2024年9月底'],
    ],
    ['1▸砖厂扬尘扰民。 ｜ who responsible_unit:县住建局', '2▸河道淤积严重。 ｜ who responsible_unit:县林业局'],
  ],
  [
    'a table of one measure under each problem',
    [
      ['@一、砖厂扬尘扰民，长期未治理。', '整改措施|责任单位|整改时限', '清扫道路。|县水利局|2024年6月底'],
      ['@二、河道淤积严重，长期未清理。', '整改措施|责任单位|整改时限', '开展清淤。|县城管局|2024年6月底'],
    ],
    [
      '一、▸砖厂扬尘扰民，长期未治理。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局 ｜ due 2024-06-30',
      '二、▸河道淤积严重，长期未清理。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局 ｜ due 2024-06-30',
    ],
  ],
]

const forms: Case[] = [
  [
    'over the form stands its problem',
    [['@砖厂扬尘扰民，长期未治理', '整改措施|清扫道路。', '责任单位|县水利局', '整改时限|2024年6月底']],
    ['砖厂扬尘扰民，长期未治理 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局 ｜ due 2024-06-30'],
  ],
  [
    '问题一 over a form of two problems, 问题二 over one with a number of its own',
    [
      [
        '@问题一',
        '反馈问题|河道淤积严重。',
        '整改措施|开展清淤。',
        '责任单位|县城管局',
        '反馈问题|污水直排。',
        '整改措施|铺设管网。',
        '责任单位|县住建局',
      ],
      ['@问题二', '反馈问题|3.砖厂扬尘扰民。', '整改措施|清扫道路。', '责任单位|县水利局'],
    ],
    [
      '河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
      '污水直排。 ｜ plan 铺设管网。 ｜ who responsible_unit:县住建局',
      '3.▸砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
    ],
  ],
  [
    'a few words over the form are its title',
    [['青溪县督察反馈问题>2', '反馈问题|砖厂扬尘扰民。', '整改措施|清扫道路。', '责任单位|县水利局']],
    ['砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局'],
  ],
  [
    'more words over labels without a problem are the problem',
    [
      [
        '砖厂扬尘扰民，喷淋设施长期闲置>2',
        '整改措施|清扫道路。',
        '责任单位|县水利局',
        '整改时限|2024年6月底',
        '河道淤积严重，护坡多处塌陷>2',
        '整改措施|开展清淤。',
        '责任单位|县城管局',
        '整改时限|2024年9月底',
      ],
    ],
    [
      '砖厂扬尘扰民，喷淋设施长期闲置 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局 ｜ due 2024-06-30',
      '河道淤积严重，护坡多处塌陷 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局 ｜ due 2024-09-30',
    ],
  ],
  [
    'names of groups over forms, without numbers',
    [
      [
        '思想建设方面>2',
        '反馈问题|学习不深入。',
        '整改措施|组织学习。',
        '责任单位|县委宣传部',
        '作风建设方面的问题>2',
        '反馈问题|会议过多。',
        '整改措施|精简会议。',
        '责任单位|县委办',
      ],
    ],
    [
      '思想建设方面 ｜ 学习不深入。 ｜ plan 组织学习。 ｜ who responsible_unit:县委宣传部',
      '作风建设方面的问题 ｜ 会议过多。 ｜ plan 精简会议。 ｜ who responsible_unit:县委办',
    ],
  ],
  [
    'headings in the first cell alone',
    [
      [
        '一、大气环境方面|',
        '反馈问题|砖厂扬尘扰民。',
        '整改措施|清扫道路。',
        '责任单位|县水利局',
        '二、水环境方面|',
        '反馈问题|河道淤积严重。',
        '整改措施|开展清淤。',
        '责任单位|县城管局',
      ],
    ],
    [
      '大气环境方面 ｜ 砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '水环境方面 ｜ 河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  ...['一、本表由县水利局负责填写。每月更新一次。', '一、督察反馈问题整改措施清单'].map(
    (words): Case => [
      `no heading: ${words}`,
      [[`${words}>2`, '反馈问题|砖厂扬尘扰民。', '整改措施|清扫道路。', '责任单位|县水利局']],
      ['砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局'],
    ],
  ),
  [
    'a problem with its label in a row of its own',
    [
      [
        '反馈问题：砖厂扬尘扰民。>2',
        '整改措施|清扫道路。',
        '责任单位|县水利局',
        '反馈问题：河道淤积严重。>2',
        '整改措施|开展清淤。',
        '责任单位|县城管局',
      ],
    ],
    [
      '砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  ['only two rows', [['反馈问题|砖厂扬尘扰民。', '整改措施|清扫道路。']], ['砖厂扬尘扰民。 ｜ plan 清扫道路。']],
  [
    'a group of two bodies beside their labels, row by row',
    [['反馈问题|砖厂扬尘扰民。>2', '责任单位|牵头单位|县水利局', '责任单位|配合单位|县城管局', '整改措施|清扫道路。>2']],
    ['砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who lead_unit:县水利局,supporting_unit:县城管局'],
  ],
  [
    'blank rows at the end',
    [['反馈问题|砖厂扬尘扰民。', '整改措施|清扫道路。', '责任单位|县水利局', '|', '>2']],
    ['砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局'],
  ],
  [
    'a category in each form, and in one of them none',
    [
      [
        '问题类别|大气环境',
        '反馈问题|砖厂扬尘扰民。',
        '整改措施|清扫道路。',
        '责任单位|县水利局',
        '问题类别|/',
        '反馈问题|河道淤积严重。',
        '整改措施|开展清淤。',
        '责任单位|县城管局',
      ],
    ],
    [
      '大气环境 ｜ 砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'a label that comes twice in one form',
    [['反馈问题|砖厂扬尘扰民。', '整改措施|清扫道路。', '整改措施|洒水降尘。', '责任单位|县水利局', '备注|甲', '备注|乙']],
    ['砖厂扬尘扰民。 ｜ plan 清扫道路。 洒水降尘。 ｜ who responsible_unit:县水利局'],
  ],
  [
    'number and unit before each problem, the last without a number',
    [
      [
        '序号|1',
        '责任单位|县水利局',
        '反馈问题|砖厂扬尘扰民。',
        '整改措施|清扫道路。',
        '序号|',
        '责任单位|县城管局',
        '反馈问题|河道淤积严重。',
        '整改措施|开展清淤。',
      ],
    ],
    [kilnItem, '河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局'],
  ],
  ['a form without a problem, under nothing', [['反馈问题|无', '整改措施|清扫道路。', '责任单位|县水利局']], []],
  [
    'problems with numbers of their own',
    [
      [
        '反馈问题|（三）砖厂扬尘扰民。',
        '整改措施|清扫道路。',
        '责任单位|县水利局',
        '反馈问题|（四）河道淤积严重。',
        '整改措施|开展清淤。',
        '责任单位|县城管局',
      ],
    ],
    [
      '（三）▸砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '（四）▸河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
]

describe.each([
  ['heads', heads],
  ['rows', rows],
  ['numbers', numbers],
  ['columns', columns],
  ['lists', lists],
  ['forms', forms],
])('%s of tables', (_, cases) => {
  it.each(cases)('%s', async (__, tables, expected) => {
    const report = await read(tablePage(tables))
    expect(report.items.map(numberedSketch)).toEqual(expected)
  })
})

describe('what a table notices', () => {
  const noticesOf = async (tables: string[][]): Promise<string[]> => {
    const { diagnostics, document } = await read(tablePage(tables))
    return diagnostics
      .filter(({ code }) => code === 'unknown_column' || code === 'column_by_content')
      .map(({ code, message, span }) => `${code} ${span ? document.text.slice(...span) : '–'}: ${message}`)
  }
  it.each<[name: string, tables: string[][], notices: string[]]>([
    [
      'columns that nothing tells, and those that only their cells tell',
      [
        [
          '序号|反馈问题|位置|归口|节点',
          '1|砖厂扬尘扰民。|城南|县水利局|2024年6月底前',
          '2|河道淤积严重。|城东|县城管局|2024年9月底前',
        ],
      ],
      [
        'column_by_content 归口: the column 归口 is read as responsible_unit by what it holds',
        'column_by_content 节点: the column 节点 is read as deadline by what it holds',
        'unknown_column 位置: the column 位置 is of no known field; its cells are in no record',
      ],
    ],
    [
      'the like in a head of two rows, and in a form',
      [
        ['序号^2|反馈问题^2|责任>2', '单位|规模', '1|砖厂扬尘扰民。|县水利局|三亩', '2|河道淤积严重。|县城管局|五亩'],
        ['反馈问题|污水直排。', '整改措施|铺设管网。', '责任单位|县住建局', '结构|砖混'],
      ],
      [
        'unknown_column 结构: the column 结构 is of no known field; its cells are in no record',
        'unknown_column 规模: the column 规模 is of no known field; its cells are in no record',
      ],
    ],
    [
      'columns that are known or empty',
      [['序号|反馈问题|责任单位|规模', '1|砖厂扬尘扰民。|县水利局|', '2|河道淤积严重。|县城管局|']],
      [],
    ],
  ])('%s', async (_, tables, notices) => expect((await noticesOf(tables)).sort()).toEqual(notices))
})

/** Tables as offices write them: cells of several roles and kinds, heads of three levels, rows that are no records, forms of labels and values. */
import { describe, expect, it } from 'vitest'
import { itemSketch, read } from './helpers/sketch.js'
import { tablePage } from './helpers/tables.js'

/** Each table is a list of rows; @ before words that stand over it. */
const cases: [name: string, tables: string[][], expected: string[]][] = [
  [
    'two roles in one cell, by a stroke, a bracket, two lines, or a list',
    [
      [
        '序号|反馈问题|牵头/配合单位',
        '1|砖厂扬尘扰民。|县水利局/县城管局',
        '2|河道淤积严重。|县水利局（县城管局、县住建局）',
        '3|污水直排。|县水利局¶县城管局',
        '4|路灯不亮。|县水利局、县城管局',
        '5|井盖缺失。|县水利局；县城管局',
        '6|围墙倾斜。|县水利局',
        '7|门锁损坏。|县水利局（排水科长李青）',
      ],
    ],
    [
      '1砖厂扬尘扰民。 ｜ who lead_unit:县水利局,supporting_unit:县城管局',
      '2河道淤积严重。 ｜ who lead_unit:县水利局,supporting_unit:县城管局,supporting_unit:县住建局',
      '3污水直排。 ｜ who lead_unit:县水利局,supporting_unit:县城管局',
      '4路灯不亮。 ｜ who lead_unit:县水利局,supporting_unit:县城管局',
      '5井盖缺失。 ｜ who lead_unit:县水利局,supporting_unit:县城管局',
      '6围墙倾斜。 ｜ who lead_unit:县水利局',
      '7门锁损坏。 ｜ who lead_unit:县水利局,responsible_official:李青',
    ],
  ],
  [
    'roles before colons in one cell',
    [
      [
        '序号|反馈问题|责任单位',
        '1|砖厂扬尘扰民。|主办：县水利局；协办：县城管局',
        '2|河道淤积严重。|牵头单位：县水利局 责任单位：县城管局',
        '3|污水直排。|县水利局；协办：县城管局',
        '4|路灯不亮。|主办：县水利局；责任：县城管局',
      ],
    ],
    [
      '1砖厂扬尘扰民。 ｜ who lead_unit:县水利局,supporting_unit:县城管局',
      '2河道淤积严重。 ｜ who lead_unit:县水利局,responsible_unit:县城管局',
      '3污水直排。 ｜ who responsible_unit:县水利局,supporting_unit:县城管局',
      '4路灯不亮。 ｜ who responsible_unit:县水利局,responsible_unit:县城管局',
    ],
  ],
  [
    'two kinds in one cell',
    [
      [
        '序号|反馈问题|责任单位及完成时限',
        '1|砖厂扬尘扰民。|县水利局 2024年6月底',
        '2|河道淤积严重。|2024年9月底；县城管局',
        '3|污水直排。|县住建局¶2024年12月底',
        '5|井盖缺失。|县住建局、县城管局2024年6月底前完成',
        '6|围墙倾斜。|县住建局（2024年6月底）',
        '7|门锁损坏。|县住建局，长期坚持',
        '4|路灯不亮。|县路灯所',
      ],
    ],
    [
      '1砖厂扬尘扰民。 ｜ who responsible_unit:县水利局 ｜ due 2024-06-30',
      '2河道淤积严重。 ｜ who responsible_unit:县城管局 ｜ due 2024-09-30',
      '3污水直排。 ｜ who responsible_unit:县住建局 ｜ due 2024-12-31',
      '5井盖缺失。 ｜ who responsible_unit:县住建局,responsible_unit:县城管局 ｜ due 2024-06-30',
      '6围墙倾斜。 ｜ who responsible_unit:县住建局 ｜ due 2024-06-30',
      '7门锁损坏。 ｜ due long_term',
      '4路灯不亮。 ｜ who responsible_unit:县路灯所',
    ],
  ],
  [
    'a state and who answers in one cell',
    [['序号|反馈问题|责任单位/整改状态', '1|砖厂扬尘扰民。|县水利局/已完成', '2|河道淤积严重。|县城管局/正在推进']],
    [
      '1砖厂扬尘扰民。 ｜ who responsible_unit:县水利局 ｜ state completed',
      '2河道淤积严重。 ｜ who responsible_unit:县城管局 ｜ state in_progress',
    ],
  ],
  [
    'labels that come twice in a cell stay words',
    [
      [
        '序号|反馈问题|整改措施',
        '1|砖厂扬尘扰民。|清扫道路。¶责任单位：县水利局¶洒水降尘。¶责任单位：县城管局',
        '2|河道淤积严重。|整改目标：河道畅通。整改时限：2024年6月底',
        '3|污水直排。|整改措施：',
      ],
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。@responsible_unit:县水利局 洒水降尘。@responsible_unit:县城管局',
      '2河道淤积严重。 ｜ goal 河道畅通。 ｜ due 2024-06-30',
      '3污水直排。',
    ],
  ],
  [
    "a group's name under merged cells, of three levels",
    [
      [
        '序号^3|反馈问题^3|整改>3',
        '措施^2|责任>2',
        '牵头单位|责任人',
        '1|砖厂扬尘扰民。|清扫道路。|县水利局|李青',
        '2|河道淤积严重。|开展清淤。|县城管局|王平',
      ],
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who lead_unit:县水利局,responsible_official:李青',
      '2河道淤积严重。 ｜ plan 开展清淤。 ｜ who lead_unit:县城管局,responsible_official:王平',
    ],
  ],
  [
    "a group's name without merged cells",
    [
      [
        '序号|反馈问题|责任单位||整改时限',
        '||牵头|配合|',
        '1|砖厂扬尘扰民。|县水利局|县城管局|2024年6月底',
        '2|河道淤积严重。|县住建局|县水利局|2024年9月底',
      ],
    ],
    [
      '1砖厂扬尘扰民。 ｜ who lead_unit:县水利局,supporting_unit:县城管局 ｜ due 2024-06-30',
      '2河道淤积严重。 ｜ who lead_unit:县住建局,supporting_unit:县水利局 ｜ due 2024-09-30',
    ],
  ],
  [
    'a title, a unit and a day above the head',
    [
      [
        '青溪县整改清单>4',
        '填报单位：县水利局>2|2024年6月3日>2',
        '序号|反馈问题|整改措施|责任单位',
        '1|砖厂扬尘扰民。|清扫道路。|县水利局',
        '填报人：李青>2|审核人：王平>2',
      ],
    ],
    ['1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局'],
  ],
  [
    'rows that count the columns',
    [
      [
        '序号|反馈问题|整改措施|责任单位',
        '甲|1|2|3',
        '1|砖厂扬尘扰民。|清扫道路。|县水利局',
        '（1）|（2）|（3）|（4）',
        '2|河道淤积严重。|开展清淤。|县城管局',
      ],
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '2河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'sums and notes',
    [
      [
        '序号|反馈问题|整改措施|责任单位',
        '1|砖厂扬尘扰民。|清扫道路。|县水利局',
        '小计|1个||',
        '2|河道淤积严重。|开展清淤。|县城管局',
        '|合计2个问题||',
        '注：时限为自然日>4',
        '填表人：李青>4',
      ],
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '2河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'a title that a page prints again over the head',
    [
      [
        '附表一 整改清单>4',
        '序号|反馈问题|整改措施|责任单位',
        '1|砖厂扬尘扰民。|清扫道路。|县水利局',
        '附表一 整改清单（续）>4',
        '序号|反馈问题|整改措施|责任单位',
        '2|河道淤积严重。|开展清淤。|县城管局',
      ],
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '2河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    '一 and a name, the rest blank, over records that count 1, 2, 3',
    [
      [
        '序号|反馈问题|整改措施|责任单位',
        '一|大气环境方面||',
        '1|砖厂扬尘扰民。|清扫道路。|县水利局',
        '二|水环境方面||',
        '2|河道淤积严重。|开展清淤。|县城管局',
      ],
    ],
    [
      '大气环境方面 ｜ 1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '水环境方面 ｜ 2河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    "a name alone in the problem's column",
    [
      [
        '序号|反馈问题|整改措施|责任单位',
        '|（一）大气环境||',
        '1|砖厂扬尘扰民。|清扫道路。|县水利局',
        '|（二）水环境||',
        '2|河道淤积严重。|开展清淤。|县城管局',
      ],
    ],
    [
      '大气环境 ｜ 1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '水环境 ｜ 2河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'a name alone in the first column',
    [['序号|反馈问题|整改措施|责任单位', '县水利局牵头||', '1|砖厂扬尘扰民。|清扫道路。|县水利局']],
    ['县水利局牵头 ｜ 1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局'],
  ],
  [
    'headings of full width: 一、 and （一）, each ends at its like',
    [
      [
        '序号|反馈问题|整改措施|责任单位',
        '一、大气环境>4',
        '（一）工业源>4',
        '1|砖厂扬尘扰民。|清扫道路。|县水利局',
        '（二）扬尘源>4',
        '2|渣土车抛洒。|加强巡查。|县城管局',
        '二、水环境>4',
        '3|河道淤积严重。|开展清淤。|县城管局',
        '第二部分 审计移交>4',
        '一、资金管理>4',
        '4|资金闲置。|盘活资金。|县财政局',
      ],
    ],
    [
      '大气环境>工业源 ｜ 1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '大气环境>扬尘源 ｜ 2渣土车抛洒。 ｜ plan 加强巡查。 ｜ who responsible_unit:县城管局',
      '水环境 ｜ 3河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
      '资金管理 ｜ 4资金闲置。 ｜ plan 盘活资金。 ｜ who responsible_unit:县财政局',
    ],
  ],
  [
    'a heading of full width behind 反馈问题：',
    [['序号|整改措施|反馈问题', '反馈问题：大气环境>3', '1|清扫道路。|砖厂扬尘扰民。']],
    ['大气环境 ｜ 1砖厂扬尘扰民。 ｜ plan 清扫道路。'],
  ],
  [
    'categories with blanks below, 同上, and merged',
    [
      [
        '类别|反馈问题|整改措施|责任单位',
        '大气|砖厂扬尘扰民。|清扫道路。|县水利局',
        '|渣土车抛洒。|加强巡查。|同上',
        '水^2|河道淤积严重。|开展清淤。|〃',
        '污水直排。|铺设管网。|县住建局',
        '同上|井盖缺失。|补装井盖。|同上栏',
        '3.道路|路灯不亮。|更换灯具。|县路灯所',
      ],
    ],
    [
      '大气 ｜ 砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '大气 ｜ 渣土车抛洒。 ｜ plan 加强巡查。 ｜ who responsible_unit:县水利局',
      '水 ｜ 河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县水利局',
      '水 ｜ 污水直排。 ｜ plan 铺设管网。 ｜ who responsible_unit:县住建局',
      '水 ｜ 井盖缺失。 ｜ plan 补装井盖。 ｜ who responsible_unit:县住建局',
      '道路 ｜ 路灯不亮。 ｜ plan 更换灯具。 ｜ who responsible_unit:县路灯所',
    ],
  ],
  [
    "numbers in the problem's cell",
    [['反馈问题|整改措施', '1.砖厂扬尘扰民。|清扫道路。', '2.4个泵站停运。|更换水泵。', '3.污水直排。|铺设管网。']],
    ['1.砖厂扬尘扰民。 ｜ plan 清扫道路。', '2.4个泵站停运。 ｜ plan 更换水泵。', '3.污水直排。 ｜ plan 铺设管网。'],
  ],
  [
    'a figure at the head of a problem is no number',
    [['序号|反馈问题|整改措施', '1|3.5万吨渣土乱堆。|清运渣土。', '2|2.4公里河道淤积。|开展清淤。']],
    ['13.5万吨渣土乱堆。 ｜ plan 清运渣土。', '22.4公里河道淤积。 ｜ plan 开展清淤。'],
  ],
  [
    "runs in the problem's cell are its own",
    [
      [
        '序号|反馈问题|整改措施',
        '1|（一）台账不全。（二）账物不符。|补登台账。',
        '2|1.围墙倾斜。¶2.门锁损坏。|修缮围墙。',
        '3|一是路灯不亮。|更换灯具。',
        '4|反馈问题：井盖缺失。|补装井盖。',
      ],
    ],
    [
      '1（一）台账不全。（二）账物不符。 ｜ plan 补登台账。',
      '21.围墙倾斜。⏎2.门锁损坏。 ｜ plan 修缮围墙。',
      '3一是路灯不亮。 ｜ plan 更换灯具。',
      '4井盖缺失。 ｜ plan 补装井盖。',
    ],
  ],
  [
    'who and when in a bracket behind the problem',
    [
      [
        '序号|反馈问题|整改措施',
        '1|砖厂扬尘扰民。（责任单位：县水利局；整改时限：2024年6月底）|清扫道路。',
        '2|河道淤积严重。〔牵头单位：县城管局〕|开展清淤。',
      ],
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局 ｜ due 2024-06-30',
      '2河道淤积严重。 ｜ plan 开展清淤。 ｜ who lead_unit:县城管局',
    ],
  ],
  [
    'a cell over problem and measures',
    [['序号|反馈问题|整改措施|责任单位', '1|砖厂扬尘扰民。|清扫道路。|县水利局', '2|河道淤积严重，开展清淤。>2|县城管局']],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '2河道淤积严重，开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  ['a table of other things', [['名称|数量|单价', '轿车|3|20', '客车|2|40']], []],
  ['two rows of names and one of values', [['反馈问题|整改措施', '责任单位|整改时限']], []],
  [
    'names alone, with one row',
    [['序号|反馈问题|整改措施', '1|砖厂扬尘扰民。|清扫道路。']],
    ['1砖厂扬尘扰民。 ｜ plan 清扫道路。'],
  ],
  [
    'an unknown head over long cells',
    [
      [
        '点位|啥样子|后头咋弄|归口',
        '城南|砖厂扬尘扰民，料堆长期未覆盖，喷淋设施闲置。|清扫道路，每周巡查两次，聘请专人值守。|县水利局',
        '城北|河道淤积严重，长期未清理，巡查流于形式。|开展清淤，每月巡查一次，督促落实到位。|县城管局',
      ],
    ],
    [
      '砖厂扬尘扰民，料堆长期未覆盖，喷淋设施闲置。 ｜ plan 清扫道路，每周巡查两次，聘请专人值守。 ｜ who responsible_unit:县水利局',
      '河道淤积严重，长期未清理，巡查流于形式。 ｜ plan 开展清淤，每月巡查一次，督促落实到位。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'label and value side by side, a problem over the form',
    [['反馈问题|砖厂扬尘扰民。', '整改目标|粉尘达标。', '整改措施|清扫道路。', '责任单位|县水利局', '整改时限|2024年6月底']],
    ['砖厂扬尘扰民。 ｜ goal 粉尘达标。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局 ｜ due 2024-06-30'],
  ],
  [
    "a group's name before the label",
    [
      [
        '反馈问题>2|砖厂扬尘扰民。',
        '整改措施>2|清扫道路。',
        '责任单位^2|牵头单位|县水利局',
        '配合单位|县城管局',
        '整改时限>2|2024年6月底',
      ],
    ],
    ['砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who lead_unit:县水利局,supporting_unit:县城管局 ｜ due 2024-06-30'],
  ],
  [
    'labels in a row, their values below',
    [
      [
        '反馈问题|砖厂扬尘扰民。>3',
        '整改措施|清扫道路。>3',
        '责任单位|责任人|整改时限|整改状态',
        '县水利局|李青|2024年6月底|已完成',
      ],
    ],
    [
      '砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局,responsible_official:李青 ｜ due 2024-06-30 ｜ state completed',
    ],
  ],
  [
    "two labels a row, and a value that is a label's words by chance",
    [['反馈问题|砖厂扬尘扰民。>3', '责任单位|县水利局|整改时限|2024年6月底', '整改状态|完成整改|责任人|李青']],
    ['砖厂扬尘扰民。 ｜ who responsible_unit:县水利局,responsible_official:李青 ｜ due 2024-06-30 ｜ state completed'],
  ],
  [
    'several forms, each with its number',
    [
      [
        '序号|1',
        '反馈问题|砖厂扬尘扰民。',
        '整改措施|清扫道路。',
        '责任单位|县水利局',
        '序号|2',
        '反馈问题|河道淤积严重。',
        '整改措施|开展清淤。',
        '责任单位|县城管局',
      ],
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '2河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'several forms without a number',
    [
      [
        '反馈问题|砖厂扬尘扰民。',
        '整改措施|清扫道路。',
        '责任单位|县水利局',
        '反馈问题|河道淤积严重。',
        '整改措施|开展清淤。',
        '责任单位|县城管局',
      ],
    ],
    [
      '砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'fields before the problem',
    [
      [
        '责任单位|县水利局',
        '反馈问题|砖厂扬尘扰民。',
        '整改措施|清扫道路。',
        '责任单位|县城管局',
        '反馈问题|河道淤积严重。',
        '整改措施|开展清淤。',
      ],
    ],
    [
      '砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'a row of full width names the problem',
    [
      [
        '1.砖厂扬尘扰民，长期未治理。>2',
        '整改措施|清扫道路。',
        '责任单位|县水利局',
        '整改时限|2024年6月底',
        '2.河道淤积严重，长期未清理。>2',
        '整改措施|开展清淤。',
        '责任单位|县城管局',
        '整改时限|2024年9月底',
      ],
    ],
    [
      '1.砖厂扬尘扰民，长期未治理。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局 ｜ due 2024-06-30',
      '2.河道淤积严重，长期未清理。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局 ｜ due 2024-09-30',
    ],
  ],
  [
    'a row of full width counts the problem below',
    [
      [
        '问题一>2',
        '反馈问题|砖厂扬尘扰民。',
        '整改措施|清扫道路。',
        '责任单位|县水利局',
        '问题二>2',
        '反馈问题|河道淤积严重。',
        '整改措施|开展清淤。',
        '责任单位|县城管局',
      ],
    ],
    [
      '问题一砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '问题二河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'rows of full width head the problems that are named',
    [
      [
        '一、大气环境方面>2',
        '反馈问题|砖厂扬尘扰民。',
        '整改措施|清扫道路。',
        '责任单位|县水利局',
        '二、水环境方面>2',
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
  [
    "the sheet's own end",
    [
      [
        '反馈问题|砖厂扬尘扰民。',
        '整改措施|清扫道路。',
        '责任单位|县水利局',
        '整改时限|2024年6月底',
        '公示期：2024年7月1日至7月10日>2',
        '青溪县水利局>2',
      ],
    ],
    ['砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局 ｜ due 2024-06-30'],
  ],
  [
    'a value over two lines, and one that goes on in a cell without a label',
    [
      [
        '反馈问题|砖厂扬尘扰民。¶喷淋闲置。',
        '整改措施|1.清扫道路。',
        '|2.洒水降尘。',
        '责任单位|县水利局',
        '整改时限|2024年6月底',
      ],
    ],
    ['砖厂扬尘扰民。⏎喷淋闲置。 ｜ plan 1.清扫道路。 2.洒水降尘。 ｜ who responsible_unit:县水利局 ｜ due 2024-06-30'],
  ],
  [
    'labels with their values in one cell',
    [['反馈问题：砖厂扬尘扰民。>2', '整改措施：清扫道路。|责任单位：县水利局', '整改时限：2024年6月底|整改状态：已完成']],
    ['砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局 ｜ due 2024-06-30 ｜ state completed'],
  ],
  [
    'empty values',
    [['反馈问题|砖厂扬尘扰民。', '整改目标|无', '整改措施|清扫道路。', '责任单位|/', '整改时限|']],
    ['砖厂扬尘扰民。 ｜ plan 清扫道路。'],
  ],
  [
    'a label that no list has',
    [['反馈问题|砖厂扬尘扰民。', '整治举措|清扫道路，每周巡查。', '承接单位|县水利局', '整改时限|2024年6月底']],
    ['砖厂扬尘扰民。 ｜ plan 清扫道路，每周巡查。 ｜ who responsible_unit:县水利局 ｜ due 2024-06-30'],
  ],
  [
    'a heading of two marks over forms',
    [
      [
        '（一）大气环境>2',
        '反馈问题|砖厂扬尘扰民。',
        '整改措施|清扫道路。',
        '责任单位|县水利局',
        '（二）水环境>2',
        '反馈问题|河道淤积严重。',
        '整改措施|开展清淤。',
        '责任单位|县城管局',
        '反馈问题|污水直排。',
        '整改措施|铺设管网。',
        '责任单位|县住建局',
      ],
    ],
    [
      '大气环境 ｜ 砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '水环境 ｜ 河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
      '水环境 ｜ 污水直排。 ｜ plan 铺设管网。 ｜ who responsible_unit:县住建局',
    ],
  ],
  [
    'one count over tables of one form each',
    [
      ['反馈问题|1.砖厂扬尘扰民。', '整改措施|清扫道路。', '责任单位|县水利局'],
      ['反馈问题|2.6个泵站停运。', '整改措施|更换水泵。', '责任单位|县城管局'],
      ['反馈问题|3.污水直排。', '整改措施|铺设管网。', '责任单位|县住建局'],
    ],
    [
      '1.砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '2.6个泵站停运。 ｜ plan 更换水泵。 ｜ who responsible_unit:县城管局',
      '3.污水直排。 ｜ plan 铺设管网。 ｜ who responsible_unit:县住建局',
    ],
  ],
  [
    'a table that goes on without its head',
    [
      ['序号|反馈问题|整改措施|责任单位', '一、大气环境>4', '1|砖厂扬尘扰民。|清扫道路。|县水利局'],
      ['2|渣土车抛洒。|加强巡查。|县城管局', '|||县住建局', '3|污水直排。|铺设管网。|县住建局'],
    ],
    [
      '大气环境 ｜ 1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '大气环境 ｜ 2渣土车抛洒。 ｜ plan 加强巡查。@responsible_unit:县城管局 ｜ who responsible_unit:县城管局,responsible_unit:县住建局',
      '大气环境 ｜ 3污水直排。 ｜ plan 铺设管网。@responsible_unit:县住建局 ｜ who responsible_unit:县住建局',
    ],
  ],
  [
    'a table that goes on in the middle of an item',
    [
      ['序号|反馈问题|整改措施|责任单位', '1|砖厂扬尘扰民。|清扫道路。|县水利局'],
      ['||洒水降尘。|县城管局', '2|渣土车抛洒。|加强巡查。|县城管局'],
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。 洒水降尘。 ｜ who responsible_unit:县水利局,responsible_unit:县城管局',
      '2渣土车抛洒。 ｜ plan 加强巡查。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'a table of other columns after it',
    [
      ['序号|反馈问题|整改措施|责任单位', '1|砖厂扬尘扰民。|清扫道路。|县水利局'],
      ['反馈问题|责任单位', '渣土车抛洒。|县城管局'],
    ],
    ['1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局', '渣土车抛洒。 ｜ who responsible_unit:县城管局'],
  ],
  [
    'names over tables, one of them behind a sentence that leads on',
    [
      ['@粮食储备', '@具体情况如下：', '序号|反馈问题|整改措施', '1|台账登记不全。|补登台账。'],
      ['@水利设施', '序号|反馈问题|整改措施', '1|渠道淤积。|开展清淤。'],
    ],
    ['粮食储备 ｜ 1台账登记不全。 ｜ plan 补登台账。', '水利设施 ｜ 1渠道淤积。 ｜ plan 开展清淤。'],
  ],
  [
    'one item over several rows, the problem merged',
    [
      [
        '序号|反馈问题|整改措施|责任单位|整改时限',
        '1^2|砖厂扬尘扰民。^2|清扫道路。|县水利局|2024年6月底',
        '洒水降尘。|县城管局|2024年9月底',
      ],
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。@responsible_unit:县水利局!2024年6月底 洒水降尘。@responsible_unit:县城管局!2024年9月底 ｜ who responsible_unit:县水利局,responsible_unit:县城管局 ｜ due 2024-06-30,2024-09-30',
    ],
  ],
  [
    'numbers alone go on with the item above',
    [
      [
        '序号|反馈问题|整改措施|责任单位',
        '1|砖厂扬尘扰民。|清扫道路。|县水利局',
        '||洒水降尘。|县城管局',
        '3|污水直排。|铺设管网。|',
      ],
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。@responsible_unit:县水利局 洒水降尘。@responsible_unit:县城管局 ｜ who responsible_unit:县水利局,responsible_unit:县城管局',
      '3污水直排。 ｜ plan 铺设管网。',
    ],
  ],
]

describe('tables', () => {
  it.each(cases)('%s', async (_, tables, expected) => {
    const report = await read(tablePage(tables))
    expect(report.items.map(itemSketch)).toEqual(expected)
  })
})

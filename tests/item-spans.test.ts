/** Which words of a report an item covers: from its first to its last, those of other items and of headings left out. Blanks are left out here, too. */
import { describe, expect, it } from 'vitest'
import { read } from './helpers/sketch.js'
import { tablePage } from './helpers/tables.js'

const coveredIn = async (source: string): Promise<string[]> => {
  const { items, document } = await read(source)
  return items.map(({ span }) => document.text.slice(...span).replace(/\s/g, ''))
}

const tables: [name: string, table: string[], covered: string[]][] = [
  [
    'a row from its number on',
    ['序号|反馈问题|整改措施|责任单位', '1|砖厂扬尘扰民。|清扫道路。|县水利局', '2|河道淤积严重。|开展清淤。|县城管局'],
    ['1砖厂扬尘扰民。清扫道路。县水利局', '2河道淤积严重。开展清淤。县城管局'],
  ],
  [
    'not a cell that stands for two items',
    ['序号|反馈问题|整改措施|责任单位', '1|砖厂扬尘扰民。|清扫道路。|县水利局^2', '2|河道淤积严重。|开展清淤。'],
    ['1砖厂扬尘扰民。清扫道路。', '2河道淤积严重。开展清淤。'],
  ],
  [
    'a cell that stands for all rows of one item, whose problem is merged too',
    [
      '序号|反馈问题|整改措施|责任单位',
      '1^2|砖厂扬尘扰民。^2|清扫道路。|县水利局^2',
      '洒水降尘。',
      '2|河道淤积严重。|开展清淤。|县城管局',
    ],
    ['1砖厂扬尘扰民。清扫道路。县水利局洒水降尘。', '2河道淤积严重。开展清淤。县城管局'],
  ],
  [
    'the number with the first problem that it is merged over',
    ['序号|反馈问题|整改措施', '1^2|砖厂扬尘扰民。|清扫道路。', '砖厂污水直排。|铺设管网。', '2|河道淤积严重。|开展清淤。'],
    ['1砖厂扬尘扰民。清扫道路。', '砖厂污水直排。铺设管网。', '2河道淤积严重。开展清淤。'],
  ],
  [
    'not what 同上 stands for',
    ['序号|反馈问题|整改措施|责任单位', '1|砖厂扬尘扰民。|清扫道路。|县水利局', '2|河道淤积严重。|开展清淤。|同上'],
    ['1砖厂扬尘扰民。清扫道路。县水利局', '2河道淤积严重。开展清淤。'],
  ],
  [
    'fields before the problem, not its category',
    [
      '类别|责任单位|反馈问题|序号|整改措施',
      '大气|县水利局|砖厂扬尘扰民。|1|清扫道路。',
      '水|县城管局|河道淤积严重。|2|开展清淤。',
    ],
    ['县水利局砖厂扬尘扰民。1清扫道路。', '县城管局河道淤积严重。2开展清淤。'],
  ],
  [
    'fields in a bracket behind the problem',
    ['序号|反馈问题', '1|砖厂扬尘扰民。（责任单位：县水利局）', '2|河道淤积严重。'],
    ['1砖厂扬尘扰民。（责任单位：县水利局）', '2河道淤积严重。'],
  ],
  [
    'a form from its number, or from the first field before its problem',
    [
      '序号|1',
      '反馈问题|砖厂扬尘扰民。',
      '整改措施|清扫道路。',
      '序号|2',
      '责任单位|县城管局',
      '反馈问题|河道淤积严重。',
      '整改措施|开展清淤。',
    ],
    ['1反馈问题砖厂扬尘扰民。整改措施清扫道路。', '2责任单位县城管局反馈问题河道淤积严重。整改措施开展清淤。'],
  ],
]

const lists: [name: string, lines: string[], covered: string[]][] = [
  [
    'lines of labels, and none of the headings between them',
    [
      '一、粮食方面',
      '1.台账登记不全。',
      '整改措施：补登台账。',
      '二、车辆方面',
      '1.车辆超编。',
      '整改措施：封存车辆。',
      '责任单位：县委办',
    ],
    ['1.台账登记不全。整改措施：补登台账。', '1.车辆超编。整改措施：封存车辆。责任单位：县委办'],
  ],
  [
    'a line in brackets without its first, which is a line’s own',
    [
      '1.台账登记不全。',
      '整改措施：补登台账。',
      '（责任单位：县粮食局）',
      '2.仓库无人看管。',
      '整改措施：安排值守。',
      '（责任单位：县国资局）',
    ],
    [
      '1.台账登记不全。整改措施：补登台账。（责任单位：县粮食局）',
      '2.仓库无人看管。整改措施：安排值守。（责任单位：县国资局）',
    ],
  ],
  [
    'words that stand under no label',
    [
      '1.关于台账登记不全的问题。',
      '经查，账册缺页。',
      '已补登台账120册。',
      '2.关于仓库无人看管的问题。已安排2人值守。',
      '下一步，我县将持续抓好整改。',
    ],
    ['1.关于台账登记不全的问题。经查，账册缺页。已补登台账120册。', '2.关于仓库无人看管的问题。已安排2人值守。'],
  ],
  [
    'not what other chapters tell of it',
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
      '4.更换门锁。',
    ],
    ['1.围墙倾斜。', '2.路灯不亮。', '3.井盖缺失。', '4.门锁损坏。'],
  ],
]

describe('the words that an item covers', () => {
  it.each(tables)('in a table: %s', async (_, rows, covered) => expect(await coveredIn(tablePage([rows]))).toEqual(covered))
  it.each(lists)('in lines: %s', async (_, lines, covered) => {
    expect(await coveredIn(['青禾县关于巡察反馈问题的整改方案', ...lines].join('\n'))).toEqual(covered)
  })
})

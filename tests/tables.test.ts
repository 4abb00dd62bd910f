/** Tables as items: headers of one and two levels, merged cells, one item over several rows, 同上, 合计, category rows, forms of label and value. */
import { describe, expect, it } from 'vitest'
import { itemsIn, read } from './helpers/sketch.js'
import { page, table } from './helpers/tables.js'

const cases: [name: string, tables: string[], expected: string[]][] = [
  [
    'labels inside the cells of measures',
    [
      table(
        '序号|反馈问题|整改措施',
        '1|砖厂扬尘扰民。|清扫道路。¶整改目标：粉尘达标。¶责任单位：县水利局',
        '2|河道淤积严重。|整改目标：河道畅通。¶整改措施：开展清淤。¶定期保洁。',
      ),
    ],
    [
      '1砖厂扬尘扰民。 ｜ goal 粉尘达标。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '2河道淤积严重。 ｜ goal 河道畅通。 ｜ plan 开展清淤。 定期保洁。',
    ],
  ],
  [
    'remarks that are states',
    [
      table(
        '序号|反馈问题|整改措施|备注',
        '1|砖厂扬尘扰民。|清扫道路。|已完成',
        '2|河道淤积严重。|开展清淤。|正在整改',
        '3|污水直排。|铺设管网。|已完成',
      ),
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ state completed',
      '2河道淤积严重。 ｜ plan 开展清淤。 ｜ state in_progress',
      '3污水直排。 ｜ plan 铺设管网。 ｜ state completed',
    ],
  ],
  [
    'remarks beside a column of states',
    [
      table(
        '序号|反馈问题|整改措施|整改状态|备注',
        '1|砖厂扬尘扰民。|清扫道路。|已完成|正在整改',
        '2|河道淤积严重。|开展清淤。|正在整改|已完成',
      ),
    ],
    ['1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ state completed', '2河道淤积严重。 ｜ plan 开展清淤。 ｜ state in_progress'],
  ],
  [
    'a head in the middle of the table that goes on',
    [
      table('序号|反馈问题|整改措施|责任单位', '1|砖厂扬尘扰民。|清扫道路。|县水利局'),
      table('2|河道淤积严重。|开展清淤。|县城管局', '序号|反馈问题|整改措施|责任单位', '3|污水直排。|铺设管网。|县住建局'),
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '2河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
      '3污水直排。 ｜ plan 铺设管网。 ｜ who responsible_unit:县住建局',
    ],
  ],
  [
    'cells that are merged over the rows of several problems: each has them',
    [
      table(
        '序号|反馈问题|整改目标|整改措施|整改情况|责任单位|整改时限',
        '1|砖厂扬尘扰民。|粉尘达标。^2|1.清扫道路。2.加强巡查3次。^2|已清扫道路。^2|县水利局^2|2024年6月底',
        '2|渣土车抛洒。|2024年9月底',
        '3|河道淤积严重。|河道畅通。|开展清淤。|已完成清淤。|县城管局|2024年12月底',
      ),
    ],
    [
      '1砖厂扬尘扰民。 ｜ goal 粉尘达标。 ｜ plan 1.清扫道路。 2.加强巡查3次。 ｜ done 已清扫道路。 ｜ who responsible_unit:县水利局 ｜ due 2024-06-30',
      '2渣土车抛洒。 ｜ goal 粉尘达标。 ｜ plan 1.清扫道路。 2.加强巡查3次。 ｜ done 已清扫道路。 ｜ who responsible_unit:县水利局 ｜ due 2024-09-30',
      '3河道淤积严重。 ｜ goal 河道畅通。 ｜ plan 开展清淤。 ｜ done 已完成清淤。 ｜ who responsible_unit:县城管局 ｜ due 2024-12-31',
    ],
  ],
  [
    'a number that is merged over several problems',
    [
      table(
        '序号|反馈问题|整改措施|责任单位',
        '1^2|砖厂扬尘扰民。|清扫道路。|县水利局',
        '渣土车抛洒。|加强巡查。|县城管局',
        '2|河道淤积严重。|开展清淤。|县城管局',
      ),
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '1渣土车抛洒。 ｜ plan 加强巡查。 ｜ who responsible_unit:县城管局',
      '2河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'a cell that is merged over several columns is the part of the first',
    [
      table(
        '序号|反馈问题|整改目标|整改措施|责任单位',
        '1|砖厂扬尘扰民。|粉尘达标。|清扫道路。|县水利局',
        '2|河道淤积严重。|开展清淤，河道畅通。>2|县城管局',
      ),
    ],
    [
      '1砖厂扬尘扰民。 ｜ goal 粉尘达标。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '2河道淤积严重。 ｜ goal 开展清淤，河道畅通。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'one column for each field',
    [
      table(
        '序号|反馈问题|整改目标|整改措施|责任单位|整改时限',
        '1|砖厂扬尘扰民。|粉尘达标。|清扫道路。|县水利局|2024年6月底',
        '2|河道淤积严重。|河道畅通。|开展清淤。|县城管局|2024年12月底',
      ),
    ],
    [
      '1砖厂扬尘扰民。 ｜ goal 粉尘达标。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局 ｜ due 2024-06-30',
      '2河道淤积严重。 ｜ goal 河道畅通。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局 ｜ due 2024-12-31',
    ],
  ],
  [
    'columns in another order and under other names',
    [
      table(
        '牵头单位|完成时间|存在问题|具体举措',
        '县水利局|2024年6月底|砖厂扬尘扰民。|清扫道路。',
        '县城管局|立行立改|河道淤积严重。|开展清淤。',
      ),
    ],
    [
      '砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who lead_unit:县水利局 ｜ due 2024-06-30',
      '河道淤积严重。 ｜ plan 开展清淤。 ｜ who lead_unit:县城管局 ｜ due immediate',
    ],
  ],
  [
    'a title row over the header',
    [
      table(
        '青溪县整改任务一览表>4',
        '序号|反馈问题|整改措施|责任单位',
        '1|砖厂扬尘扰民。|清扫道路。|县水利局',
        '2|河道淤积严重。|开展清淤。|县城管局',
      ),
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '2河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'a header of two levels',
    [
      table(
        '序号^2|反馈问题^2|整改措施^2|责任落实>2|整改时限^2',
        '牵头单位|责任人',
        '1|砖厂扬尘扰民。|清扫道路。|县水利局|李莉|2024年6月底',
        '2|河道淤积严重。|开展清淤。|县城管局|周洋|2024年12月底',
      ),
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who lead_unit:县水利局,responsible_official:李莉 ｜ due 2024-06-30',
      '2河道淤积严重。 ｜ plan 开展清淤。 ｜ who lead_unit:县城管局,responsible_official:周洋 ｜ due 2024-12-31',
    ],
  ],
  [
    'a cell merged over items',
    [
      table(
        '序号|反馈问题|整改措施|责任单位|整改时限',
        '1|砖厂扬尘扰民。|清扫道路。|县水利局^2|2024年6月底^2',
        '2|河道淤积严重。|开展清淤。',
      ),
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局 ｜ due 2024-06-30',
      '2河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县水利局 ｜ due 2024-06-30',
    ],
  ],
  [
    'one item over several rows: a row names who and when of its measure',
    [
      table(
        '序号|反馈问题|整改措施|责任单位|整改时限',
        '1^2|砖厂扬尘扰民。^2|清扫道路。|县水利局|2024年6月底',
        '定期洒水。|县城管局|2024年12月底',
        '2|河道淤积严重。|开展清淤。|县城管局|2024年12月底',
      ),
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。@responsible_unit:县水利局!2024年6月底 定期洒水。@responsible_unit:县城管局!2024年12月底 ｜ who responsible_unit:县水利局,responsible_unit:县城管局 ｜ due 2024-06-30,2024-12-31',
      '2河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局 ｜ due 2024-12-31',
    ],
  ],
  [
    'one item over several rows, who and when merged',
    [
      table(
        '序号|反馈问题|整改措施|责任单位',
        '1^2|砖厂扬尘扰民。^2|清扫道路。|县水利局^2',
        '定期洒水。',
        '2|河道淤积严重。|开展清淤。|县城管局',
      ),
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。 定期洒水。 ｜ who responsible_unit:县水利局',
      '2河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'rows that go on with empty cells',
    [
      table(
        '序号|反馈问题|整改措施|责任单位',
        '1|砖厂扬尘扰民。|清扫道路。|县水利局',
        '||定期洒水。|',
        '2|河道淤积严重。|开展清淤。|县城管局',
      ),
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。@responsible_unit:县水利局 定期洒水。 ｜ who responsible_unit:县水利局',
      '2河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'a header repeated in the table',
    [
      table(
        '序号|反馈问题|整改措施|责任单位',
        '1|砖厂扬尘扰民。|清扫道路。|县水利局',
        '序号|反馈问题|整改措施|责任单位',
        '2|河道淤积严重。|开展清淤。|县城管局',
      ),
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '2河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'a table that goes on in another with its header',
    [
      table('序号|反馈问题|整改措施|责任单位', '1|砖厂扬尘扰民。|清扫道路。|县水利局'),
      table('序号|反馈问题|整改措施|责任单位', '2|河道淤积严重。|开展清淤。|县城管局'),
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '2河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'a table that goes on in another without a header',
    [
      table('序号|反馈问题|整改措施|责任单位', '1|砖厂扬尘扰民。|清扫道路。|县水利局'),
      table('2|河道淤积严重。|开展清淤。|县城管局'),
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '2河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'a row that counts the columns',
    [
      table(
        '序号|反馈问题|整改措施|责任单位',
        '1|2|3|4',
        '1|砖厂扬尘扰民。|清扫道路。|县水利局',
        '2|河道淤积严重。|开展清淤。|县城管局',
      ),
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '2河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    '合计 and a note are no items',
    [
      table(
        '序号|反馈问题|整改措施|责任单位',
        '1|砖厂扬尘扰民。|清扫道路。|县水利局',
        '2|河道淤积严重。|开展清淤。|县城管局',
        '合计|2项||',
        '注：排名不分先后。>4',
      ),
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '2河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    '同上',
    [
      table(
        '序号|反馈问题|整改措施|责任单位|整改时限',
        '1|砖厂扬尘扰民。|清扫道路。|县水利局|2024年6月底',
        '2|河道淤积严重。|开展清淤。|同上|同上',
      ),
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局 ｜ due 2024-06-30',
      '2河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县水利局 ｜ due 2024-06-30',
    ],
  ],
  [
    'empty cells: 无 — / 暂无',
    [
      table(
        '序号|反馈问题|整改措施|牵头单位|配合单位|整改时限',
        '1|砖厂扬尘扰民。|清扫道路。|县水利局|无|—',
        '2|河道淤积严重。|开展清淤。|县城管局|/|暂无',
      ),
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who lead_unit:县水利局',
      '2河道淤积严重。 ｜ plan 开展清淤。 ｜ who lead_unit:县城管局',
    ],
  ],
  [
    'rows of full width are headings',
    [
      table(
        '序号|反馈问题|整改措施|责任单位',
        '（一）水环境方面>4',
        '1|河道淤积严重。|开展清淤。|县城管局',
        '（二）大气环境方面>4',
        '2|砖厂扬尘扰民。|清扫道路。|县水利局',
      ),
    ],
    [
      '水环境方面 ｜ 1河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
      '大气环境方面 ｜ 2砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
    ],
  ],
  [
    'headings of two levels',
    [
      table(
        '序号|反馈问题|整改措施|责任单位',
        '一、污染防治>4',
        '（一）水环境>4',
        '1|河道淤积严重。|开展清淤。|县城管局',
        '（二）大气环境>4',
        '2|砖厂扬尘扰民。|清扫道路。|县水利局',
        '二、生态保护>4',
        '（一）林地>4',
        '3|毁林采石。|补种树木。|县林业局',
      ),
    ],
    [
      '污染防治>水环境 ｜ 1河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
      '污染防治>大气环境 ｜ 2砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '生态保护>林地 ｜ 3毁林采石。 ｜ plan 补种树木。 ｜ who responsible_unit:县林业局',
    ],
  ],
  [
    'a column of categories',
    [
      table(
        '序号|类别|反馈问题|整改措施|责任单位',
        '1|水环境^2|河道淤积严重。|开展清淤。|县城管局',
        '2|污水直排。|建设管网。|县住建局',
        '3|大气环境|砖厂扬尘扰民。|清扫道路。|县水利局',
      ),
    ],
    [
      '水环境 ｜ 1河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
      '水环境 ｜ 2污水直排。 ｜ plan 建设管网。 ｜ who responsible_unit:县住建局',
      '大气环境 ｜ 3砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
    ],
  ],
  [
    'paragraphs in a cell',
    [
      table(
        '序号|反馈问题|整改措施|责任单位',
        '1|砖厂扬尘扰民。|1.清扫道路。¶2.定期洒水。|县水利局¶县城管局',
        '2|河道淤积严重。|（一）开展清淤。（二）日常保洁。|县城管局、县水利局',
      ),
    ],
    [
      '1砖厂扬尘扰民。 ｜ plan 1.清扫道路。 2.定期洒水。 ｜ who responsible_unit:县水利局,responsible_unit:县城管局',
      '2河道淤积严重。 ｜ plan （一）开展清淤。 （二）日常保洁。 ｜ who responsible_unit:县城管局,responsible_unit:县水利局',
    ],
  ],
  [
    'a number inside the cell of the problem',
    [table('反馈问题|整改措施|责任单位', '1.砖厂扬尘扰民。|清扫道路。|县水利局', '2.河道淤积严重。|开展清淤。|县城管局')],
    [
      '1.砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '2.河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'progress and state in columns',
    [
      table(
        '序号|反馈问题|整改进展|整改状态',
        '1|砖厂扬尘扰民。|已清扫道路。|已完成',
        '2|河道淤积严重。|正在清淤。|达到序时进度',
      ),
    ],
    ['1砖厂扬尘扰民。 ｜ done 已清扫道路。 ｜ state completed', '2河道淤积严重。 ｜ done 正在清淤。 ｜ state on_schedule'],
  ],
  [
    'yes and no in a column',
    [table('序号|反馈问题|整改进展|是否完成整改', '1|砖厂扬尘扰民。|已清扫道路。|是', '2|河道淤积严重。|清淤两公里。|否')],
    ['1砖厂扬尘扰民。 ｜ done 已清扫道路。 ｜ state completed', '2河道淤积严重。 ｜ done 清淤两公里。 ｜ state in_progress'],
  ],
  [
    'no column is named for the problem',
    [
      table(
        '序号|内容|整改措施|责任单位',
        '1|砖厂扬尘扰民，群众反映强烈。|清扫道路。|县水利局',
        '2|河道淤积严重，行洪不畅。|开展清淤。|县城管局',
      ),
    ],
    [
      '1砖厂扬尘扰民，群众反映强烈。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '2河道淤积严重，行洪不畅。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'label and value side by side',
    [
      table(
        '反馈问题|砖厂扬尘扰民。',
        '整改目标|粉尘达标。',
        '整改措施|清扫道路。',
        '责任单位|县水利局',
        '整改时限|2024年6月底',
      ),
    ],
    ['砖厂扬尘扰民。 ｜ goal 粉尘达标。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局 ｜ due 2024-06-30'],
  ],
  [
    'label and value twice a row',
    [table('反馈问题|砖厂扬尘扰民。>3', '责任单位|县水利局|整改时限|2024年6月底', '整改措施|清扫道路。>3')],
    ['砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局 ｜ due 2024-06-30'],
  ],
  [
    'one form a table',
    [
      table('反馈问题|砖厂扬尘扰民。', '整改措施|清扫道路。', '责任单位|县水利局'),
      table('反馈问题|河道淤积严重。', '整改措施|开展清淤。', '责任单位|县城管局'),
    ],
    [
      '砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
    ],
  ],
]

describe('tables', () => {
  it.each(cases)('%s', async (_, tables, expected) => {
    expect(await itemsIn(page(...tables))).toEqual(expected)
  })
})

describe('tables that hold no items', () => {
  it.each([
    ['figures', table('年份|产量|增速', '2022|1200|3.1', '2023|1300|4.2')],
    ['names and telephones', table('姓名|电话|邮箱', '李莉|0730-1234567|a@b.cn', '周洋|0730-7654321|c@d.cn')],
    ['a header alone', table('序号|反馈问题|整改措施|责任单位')],
  ])('%s', async (_, html) => {
    expect((await read(page(html))).items).toEqual([])
  })
})

it('a frame around text is text', async () => {
  const text = `一、砖厂扬尘扰民。¶整改措施：${'清扫道路，定期洒水。'.repeat(20)}¶责任单位：县水利局¶二、河道淤积严重。¶整改措施：${'开展清淤，日常保洁。'.repeat(20)}¶责任单位：县城管局`
  const { items } = await read(page(table(`当前位置|首页`, `${text}>2`)))
  expect(items.map((item) => [item.label, item.problem.text, item.parties[0]?.name])).toEqual([
    ['一、', '砖厂扬尘扰民。', '县水利局'],
    ['二、', '河道淤积严重。', '县城管局'],
  ])
})

/**
 * The parts of a table, each told alone: which rows are its head and what the columns are called, what each row below is, which fields one cell holds.
 * `A|B>2|C^3` are cells of a row, over two columns, over three rows; ¶ parts paragraphs.
 */
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import type { LaidTable } from '../parsers/layout/layout.js'
import { fieldsOf } from '../parsers/structure/table-cells.js'
import { columnNamed } from '../parsers/structure/table-columns.js'
import { type Grid, gridOf, spansOf } from '../parsers/structure/table-grid.js'
import { headOf } from '../parsers/structure/table-head.js'
import { isPairs } from '../parsers/structure/table-pairs.js'
import { categoryOf, isIdle, rowContext } from '../parsers/structure/table-rows.js'
import { createProcessor } from '../pipeline/parse.js'
import { bytesOf } from './helpers/sketch.js'
import { table } from './helpers/tables.js'

const processor = createProcessor()
const laid = async (rows: readonly string[]): Promise<{ grid: Grid; table: LaidTable }> => {
  const value = bytesOf(`<html><body><p>青溪县整改清单</p>${table(...rows)}</body></html>`)
  const file = new VFile({ path: 'page.html', value, data: { source: 'page.html' } })
  const { layout, tokens } = (await processor.run(processor.parse(file), file)).data
  const found = tokens?.lines.find((line) => line.table)?.table
  if (!layout || !found) throw new Error('there is no table')
  return { grid: gridOf(layout.folded, found), table: found }
}

/** `1+2 序号 | 责任单位>牵头`: the head's first row from 0, how many it has, the names of the columns; ? where its names are none that are known. */
const heads: [name: string, rows: string[], head: string][] = [
  ['the first row', ['序号|反馈问题|责任单位', '1|砖厂扬尘扰民。|县水利局'], '0+1 序号 | 反馈问题 | 责任单位'],
  ['names with colons', ['序号：|反馈问题：|责任单位:', '1|砖厂扬尘扰民。|县水利局'], '0+1 序号 | 反馈问题 | 责任单位'],
  [
    'a title, a unit and a day above',
    ['整改清单>3', '填报单位：县水利局>2|2024年6月3日', '序号|反馈问题|责任单位', '1|砖厂扬尘扰民。|县水利局'],
    '2+1 序号 | 反馈问题 | 责任单位',
  ],
  [
    'a group over merged columns',
    ['序号^2|反馈问题^2|责任>2', '单位|人员', '1|砖厂扬尘扰民。|县水利局|李青', '2|河道淤积严重。|县城管局|王平'],
    '0+2 序号 | 反馈问题 | 责任>单位 | 责任>人员',
  ],
  [
    'groups of three levels',
    ['序号^3|反馈问题^3|整改>3', '措施^2|责任>2', '牵头单位|责任人', '1|砖厂扬尘扰民。|清扫道路。|县水利局|李青'],
    '0+3 序号 | 反馈问题 | 整改>措施 | 整改>责任>牵头单位 | 整改>责任>责任人',
  ],
  [
    'a group over blanks',
    ['序号|反馈问题|责任单位||整改时限', '||牵头|配合|', '1|砖厂扬尘扰民。|县水利局|县城管局|2024年6月底'],
    '0+2 序号 | 反馈问题 | 责任单位>牵头 | 责任单位>配合 | 整改时限',
  ],
  [
    'one name below a blank is no group’s',
    ['序号|反馈问题|整改措施|', '|||责任单位', '1|砖厂扬尘扰民。|清扫道路。|县水利局'],
    '0+1 序号 | 反馈问题 | 整改措施 | ',
  ],
  [
    'sentences below merged names are no names',
    ['序号|反馈问题|整改措施>2', '1|砖厂扬尘扰民。|清扫道路。|加强巡查。', '2|河道淤积严重。|开展清淤。|加固护坡。'],
    '0+1 序号 | 反馈问题 | 整改措施 | 整改措施',
  ],
  [
    'long words below merged names are none either',
    ['序号|反馈问题|整改措施>2', '||清扫厂区周边道路并且每周巡查各两次|聘请专人值守', '1|砖厂扬尘扰民。|清扫道路。|加强巡查。'],
    '0+1 序号 | 反馈问题 | 整改措施 | 整改措施',
  ],
  [
    'groups above the row of known names',
    ['基本情况>2|整改情况>2', '序号|反馈问题|整改措施|责任单位', '1|砖厂扬尘扰民。|清扫道路。|县水利局'],
    '0+2 基本情况>序号 | 基本情况>反馈问题 | 整改情况>整改措施 | 整改情况>责任单位',
  ],
  ['a row of names and nothing below', ['整改清单>3', '序号|反馈问题|责任单位'], '1+1 序号 | 反馈问题 | 责任单位'],
  [
    'two known names of five',
    ['反馈问题|责任单位|位置|规模|结构', '砖厂扬尘扰民。|县水利局|城南|三亩|砖混'],
    '0+1 反馈问题 | 责任单位 | 位置 | 规模 | 结构',
  ],
  ['two of six are too few', ['反馈问题|责任单位|位置|规模|结构|经度', '砖厂扬尘扰民。|县水利局|城南|三亩|砖混|东经'], '–'],
  [
    'three of eight, all short',
    ['反馈问题|责任单位|整改时限|位置|规模|结构|经度|纬度', '砖厂扬尘扰民。|县水利局|立行立改|城南|三亩|砖混|东经|北纬'],
    '0+1 反馈问题 | 责任单位 | 整改时限 | 位置 | 规模 | 结构 | 经度 | 纬度',
  ],
  [
    'three of eight with a sentence',
    ['反馈问题|责任单位|整改时限|位置。|规模|结构|经度|纬度', '砖厂扬尘扰民。|县水利局|立行立改|城南|三亩|砖混|东经|北纬'],
    '–',
  ],
  ['number and remark tell nothing', ['序号|备注|位置', '1|无|城南'], '–'],
  [
    'names beyond the eighth row',
    [
      ...Array.from({ length: 8 }, (_, n) => `说明${'一二三四五六七八'[n]}|甲|乙`),
      '序号|反馈问题|责任单位',
      '1|砖厂扬尘扰民。|县水利局',
    ],
    '–',
  ],
  [
    'names in the eighth row',
    [
      ...Array.from({ length: 7 }, (_, n) => `说明${'一二三四五六七'[n]}|甲|乙`),
      '序号|反馈问题|责任单位',
      '1|砖厂扬尘扰民。|县水利局',
    ],
    '7+1 序号 | 反馈问题 | 责任单位',
  ],
  [
    'short words that no list has, over long ones',
    ['点位|啥样子|后头咋弄', '城南|砖厂扬尘扰民，料堆长期未覆盖，喷淋闲置。|清扫道路。'],
    '0+1 点位 | 啥样子 | 后头咋弄?',
  ],
  [
    'the like in the third row, long ones three rows below',
    [
      '青溪县某年一览>3',
      '县水利局制>3',
      '点位|啥样子|后头咋弄',
      '城东|扬尘|洒水',
      '城西|淤积|清淤',
      '城南|砖厂扬尘扰民，料堆长期未覆盖，喷淋闲置。|清扫道路。',
    ],
    '2+1 点位 | 啥样子 | 后头咋弄?',
  ],
  ...(
    [
      ['one word twice', ['点位|点位|后头咋弄', '城南|砖厂扬尘扰民，料堆长期未覆盖，喷淋闲置。|清扫道路。']],
      ['a figure', ['点位1|啥样子|后头咋弄', '城南|砖厂扬尘扰民，料堆长期未覆盖，喷淋闲置。|清扫道路。']],
      ['a sentence', ['点位|啥样子，原因|后头咋弄', '城南|砖厂扬尘扰民，料堆长期未覆盖，喷淋闲置。|清扫道路。']],
      [
        'more than twelve letters',
        ['点位|啥样子为什么会发生这样的事|后头咋弄', '城南|砖厂扬尘扰民，料堆长期未覆盖，喷淋闲置。|清扫道路。'],
      ],
      ['only two words', ['啥样子|后头咋弄', '砖厂扬尘扰民，料堆长期未覆盖，喷淋闲置。|清扫道路。']],
      ['half of the columns blank', ['点位|啥样子|后头咋弄|||', '城南|砖厂扬尘扰民，料堆长期未覆盖，喷淋闲置。|清扫道路。|||']],
    ] as const
  ).map(([name, rows]): [string, string[], string] => [`no head: ${name}`, [...rows], '–']),
]

/** Behind each row below the head what it is: itself, nothing, or the category that it opens. */
const rows: [name: string, rows: string[], kinds: string[]][] = [
  [
    'records, sums, notes, signatures, blanks',
    [
      '序号|反馈问题|责任单位',
      '1|砖厂扬尘扰民。|县水利局',
      '||',
      '合计|1个|',
      '|合计1个问题|',
      '注：由县水利局解释>3',
      '填报人：李青|审核人：王平|',
      '填报人：李青|1|',
      '第2页>3',
    ],
    ['record', '–', '–', '–', '–', '–', 'record', '–'],
  ],
  [
    'the head again: whole, in short, in part, with other words',
    [
      '序号|反馈问题|整改措施|责任单位',
      '序号|反馈问题|整改措施|责任单位',
      '序号|问题|措施|单位',
      '|反馈问题||责任单位',
      '1|反馈问题|清扫道路。|县水利局',
      '序号|反馈问题|整改措施|牵头领导',
    ],
    ['–', '–', '–', 'record', '–'],
  ],
  [
    'columns that are counted',
    [
      '序号|反馈问题|整改措施|责任单位',
      '1|2|3|4',
      '一|二|三|四',
      '（1）|（2）|（3）|（4）',
      '甲|1|2|3',
      '甲|乙|1|2',
      '1|2|4|5',
      '1|2||',
    ],
    ['–', '–', '–', '–', '–', 'record', 'record'],
  ],
  [
    'rows that open a category: of full width, of one cell, of a number and a name',
    [
      '序号|反馈问题|整改措施|责任单位',
      '一、大气环境>4',
      '二、水环境>3|',
      '三|土壤环境方面||',
      '（四）|声环境方面||',
      '1|砖厂扬尘扰民||',
      '县水利局|||',
      '2024|||',
      '|（五）其他方面||',
      '|河道淤积严重。||',
      '|第二部分 审计移交||',
    ],
    [
      '一、大气环境',
      '二、水环境',
      '土壤环境方面',
      '声环境方面',
      'record',
      '县水利局',
      'record',
      '（五）其他方面',
      'record',
      '第二部分 审计移交',
    ],
  ],
  [
    'where nothing counts 1, 2 a Chinese number counts records',
    ['序号|反馈问题|整改措施|责任单位', '一|砖厂扬尘扰民||', '二|河道淤积严重||'],
    ['record', 'record'],
  ],
  [
    'one cell alone in a column of bodies: a name, or a sentence',
    ['责任单位|反馈问题|整改措施', '城区片||', '1.乡镇片。||', '以上由县政府督办。逐项销号。||'],
    ['城区片', '1.乡镇片。', '–'],
  ],
  [
    'a cell over two rows opens nothing',
    ['序号|反馈问题|责任单位', '一、大气环境>3^2', '', '1|砖厂扬尘扰民。|县水利局'],
    ['record', 'record', 'record'],
  ],
]

/** The fields of one cell under a name: `field 名称: words / words`, one behind the other. */
const cells: [name: string, column: string, cell: string, fields: string][] = [
  ['words of one field', '整改措施', '清扫道路。¶洒水降尘。', 'measures 整改措施: 清扫道路。 / 洒水降尘。'],
  ['nothing', '整改措施', '', ''],
  ['no field', '规模', '三亩', ''],
  [
    'roles before colons',
    '责任单位',
    '主办：县水利局；协办：县城管局。',
    'lead_unit 责任单位: 县水利局; supporting_unit 责任单位: 县城管局',
  ],
  [
    'the like behind 牵头',
    '责任单位',
    '牵头：县水利局，责任：县城管局',
    'lead_unit 责任单位: 县水利局; responsible_unit 责任单位: 县城管局',
  ],
  ['the like in brackets, the first empty', '责任单位', '【牵头】：【配合】：县城管局', 'supporting_unit 责任单位: 县城管局'],
  ['one role alone', '责任单位', '协办：县城管局', 'responsible_unit 责任单位: 协办：县城管局'],
  [
    'two roles of which none leads or supports',
    '责任单位',
    '责任：县水利局；督导：县纪委监委',
    'responsible_unit 责任单位: 责任：县水利局；督导：县纪委监委',
  ],
  [
    'a body before the first role',
    '责任单位',
    '县水利局，牵头：县城管局，配合：县住建局',
    'responsible_unit 责任单位: 县水利局，牵头：县城管局，配合：县住建局',
  ],
  [
    'two roles of a column by a stroke',
    '牵头/配合单位',
    '县水利局 / 县城管局',
    'lead_unit : 县水利局; supporting_unit : 县城管局',
  ],
  ['by a semicolon', '牵头/配合单位', '县水利局；县城管局', 'lead_unit : 县水利局; supporting_unit : 县城管局'],
  [
    'by a bracket',
    '牵头/配合单位',
    '县水利局（县城管局、县住建局）',
    'lead_unit : 县水利局; supporting_unit : 县城管局、县住建局',
  ],
  ['by a bracket before a stop', '牵头/配合单位', '县水利局（县城管局）。', 'lead_unit : 县水利局; supporting_unit : 县城管局'],
  ['a bracket that names no body', '牵头/配合单位', '县水利局（排水）', 'lead_unit : 县水利局（排水）'],
  ['by lines', '牵头/配合单位', '县水利局¶县城管局', 'lead_unit : 县水利局; supporting_unit : 县城管局'],
  [
    'more lines than roles',
    '牵头/配合单位',
    '县水利局¶县城管局¶县住建局',
    'responsible_unit 牵头/配合单位: 县水利局 / 县城管局 / 县住建局',
  ],
  ['a list that nothing parts', '牵头/配合单位', '县水利局、县城管局', 'responsible_unit 牵头/配合单位: 县水利局、县城管局'],
  ['a stroke at the end', '牵头/配合单位', '县水利局/', 'lead_unit : 县水利局'],
  [
    'a day and a body of one column',
    '责任单位及完成时限',
    '2024年6月底；县水利局',
    'deadline 责任单位及完成时限: 2024年6月底; responsible_unit 责任单位及完成时限: 县水利局',
  ],
  [
    'a body and its day in a bracket',
    '责任单位及完成时限',
    '县水利局（2024年6月底）',
    'responsible_unit 责任单位及完成时限: 县水利局; deadline 责任单位及完成时限: 2024年6月底',
  ],
  [
    'a body and its day behind nothing',
    '责任单位及完成时限',
    '县水利局2024.6.30',
    'responsible_unit 责任单位及完成时限: 县水利局; deadline 责任单位及完成时限: 2024.6.30',
  ],
  [
    'a day and a state of one column',
    '整改时限/整改状态',
    '2024年6月底/已完成',
    'deadline 整改时限/整改状态: 2024年6月底; status 整改时限/整改状态: 已完成',
  ],
  [
    'labels',
    '整改措施',
    '整改目标：粉尘达标。¶整改措施：¶清扫道路。',
    'goal 整改目标: 粉尘达标。; measures 整改措施: 清扫道路。',
  ],
  [
    'words before the first label',
    '整改情况',
    '已清扫道路。¶责任单位：县水利局',
    'progress 整改情况: 已清扫道路。; responsible_unit 责任单位: 县水利局',
  ],
  ['labels in brackets', '整改措施', '【整改目标】粉尘达标。', 'goal 【整改目标】: 粉尘达标。'],
  [
    'a label that comes twice',
    '整改措施',
    '清扫道路。¶责任单位：县水利局¶洒水降尘。¶责任单位：县城管局',
    'measures 整改措施: 清扫道路。 / 责任单位：县水利局 / 洒水降尘。 / 责任单位：县城管局',
  ],
  ['a label that tells nothing', '整改措施', '联系人：李青¶清扫道路。', 'measures 整改措施: 联系人：李青 / 清扫道路。'],
  ['labels under a name of short words', '责任人', '责任人：李青', 'responsible_official 责任人: 责任人：李青'],
]

const forms: [name: string, rows: string[], is: boolean][] = [
  ['a label and a value in each row', ['反馈问题|砖厂扬尘扰民。', '整改措施|清扫道路。', '责任单位|县水利局'], true],
  ['two such rows', ['反馈问题|砖厂扬尘扰民。', '整改措施|清扫道路。'], false],
  ['three of five rows', ['反馈问题|砖厂扬尘扰民。', '整改措施|清扫道路。', '责任单位|县水利局', '甲|乙', '丙|丁'], true],
  [
    'three of six rows',
    ['反馈问题|砖厂扬尘扰民。', '整改措施|清扫道路。', '责任单位|县水利局', '甲|乙', '丙|丁', '戊|己'],
    false,
  ],
  [
    'rows of one cell between',
    ['甲>2', '反馈问题|砖厂扬尘扰民。', '乙>2', '整改措施|清扫道路。', '丙>2', '责任单位|县水利局', '丁|', '戊|'],
    true,
  ],
  ['labels in both cells', ['反馈问题|整改措施', '责任单位|整改时限', '整改目标|整改情况'], false],
  [
    'a group before labels',
    ['责任单位^3|牵头单位|县水利局', '配合单位|县城管局', '责任人|李青', '反馈问题>2|砖厂扬尘扰民。', '整改措施>2|清扫道路。'],
    true,
  ],
  ['more than six cells', Array.from({ length: 3 }, () => '反馈问题|一|二|三|四|五|六'), false],
]

describe('the parts of a table', () => {
  it.each(heads)('head: %s', async (_, given, expected) => {
    const head = headOf((await laid(given)).grid)
    const shown = head
      ? `${head.at}+${head.depth} ${head.paths.map((path) => path.join('>')).join(' | ')}${head.sure ? '' : '?'}`
      : '–'
    expect(shown).toBe(expected)
  })

  it.each(rows)('rows: %s', async (_, given, expected) => {
    const { grid } = await laid(given)
    const head = headOf(grid)
    if (!head) throw new Error('there is no head')
    const from = head.at + head.depth
    const context = rowContext(grid, head, head.paths.map(columnNamed), from)
    const kinds = grid.rows.slice(from).map((_, i) => {
      if (isIdle(context, from + i)) return '–'
      const category = categoryOf(context, from + i)
      return category ? grid.folded.slice(...category) : 'record'
    })
    expect(kinds).toEqual(expected)
  })

  it.each(cells)('cell: %s', async (_, column, cell, expected) => {
    const { grid } = await laid([`序号|${column}`, `1|${cell}`, '2|无'])
    const at = grid.rows[1]?.[1]
    const found = at ? fieldsOf(grid.folded, columnNamed([column]), spansOf(at)) : []
    const shown = found.map(
      ({ field, label, segments }) => `${field} ${label}: ${segments.map((span) => grid.folded.slice(...span)).join(' / ')}`,
    )
    expect(shown.join('; ')).toBe(expected)
  })

  it.each(forms)('form: %s', async (_, given, is) => {
    const { grid, table: found } = await laid(given)
    expect(isPairs(grid, found)).toBe(is)
  })
})

/**
 * The fields of a ledger's columns, by their names and by what they hold. A name of two levels is 责任单位>牵头; behind a field ~ says that only the cells
 * told it, ? that nothing tells it and the report says so; – is a column of no field.
 */
import { describe, expect, it } from 'vitest'
import { resolve } from '../parsers/structure/table-columns.js'

const fieldsOf = ([head = '', ...rows]: string[]): string => {
  const paths = head.split('|').map((name) => name.split('>').filter((part) => part !== ''))
  const { columns, unknown } = resolve(
    paths,
    paths.map((_, c) => rows.map((row) => row.split('|')[c] ?? '')),
  )
  return columns
    .map(({ field, roles, kinds, told }, c) => {
      const fields = roles ?? kinds ?? [field ?? '–']
      return `${fields.join('+')}${told ? '~' : ''}${unknown.includes(c) ? '?' : ''}`
    })
    .join(' ')
}

const cases: [name: string, table: string[], fields: string][] = [
  [
    'names that are known',
    [
      '序号|反馈问题|整改目标|整改措施|责任单位|整改时限|整改情况|备注',
      '1|砖厂扬尘扰民。|粉尘达标。|清扫道路。|县水利局|2024年6月底|已清扫。|无',
    ],
    'number problem goal measures responsible_unit deadline progress other',
  ],
  [
    '主办 beside 协办 leads',
    ['反馈问题|主办单位|协办单位', '砖厂扬尘扰民。|县水利局|县城管局'],
    'problem lead_unit supporting_unit',
  ],
  ['主办 alone is responsible', ['反馈问题|主办单位', '砖厂扬尘扰民。|县水利局'], 'problem responsible_unit'],
  [
    '完成时间 beside 整改时限 is when it was done',
    ['反馈问题|整改时限|完成时间', '砖厂扬尘扰民。|2024年6月底|2024年5月3日'],
    'problem deadline other',
  ],
  ['完成时间 alone is the deadline', ['反馈问题|完成时间', '砖厂扬尘扰民。|2024年6月底'], 'problem deadline'],
  [
    '完成时间 beside 办结日期, neither of which is a limit',
    ['反馈问题|完成时间|办结日期', '砖厂扬尘扰民。|2024年6月底|2024年5月3日'],
    'problem deadline deadline',
  ],
  [
    'roles of one column',
    ['反馈问题|牵头/配合单位|主办（协办）部门', '砖厂扬尘扰民。|县水利局/县城管局|县水利局（县城管局）'],
    'problem lead_unit+supporting_unit lead_unit+supporting_unit',
  ],
  [
    'kinds of one column',
    ['反馈问题|责任单位及完成时限', '砖厂扬尘扰民。|县水利局；2024年6月底'],
    'problem responsible_unit+deadline',
  ],
  [
    'remarks that are all states',
    ['反馈问题|整改措施|备注', '砖厂扬尘扰民。|清扫道路。|已完成', '河道淤积严重。|开展清淤。|正在整改'],
    'problem measures status~',
  ],
  [
    'remarks that are states but one',
    ['反馈问题|整改措施|备注', '砖厂扬尘扰民。|清扫道路。|已完成', '河道淤积严重。|开展清淤。|见附件'],
    'problem measures other',
  ],
  [
    'remarks beside a state',
    ['反馈问题|整改状态|备注', '砖厂扬尘扰民。|已完成|已完成', '河道淤积严重。|正在整改|正在整改'],
    'problem status other',
  ],
  [
    'columns of states with ticks',
    ['反馈问题|已完成|正在整改|未启动', '砖厂扬尘扰民。|√||', '河道淤积严重。||√|'],
    'problem status status –',
  ],
  [
    "a group's name over two columns",
    ['序号|反馈问题|责任单位>牵头|责任单位>配合', '1|砖厂扬尘扰民。|县水利局|县城管局'],
    'number problem lead_unit supporting_unit',
  ],
  [
    '整改进展 over 存在问题 is progress',
    ['反馈问题|整改进展>存在问题|整改进展>完成情况', '砖厂扬尘扰民。|仍有两处未清扫。|已清扫道路。'],
    'problem progress progress',
  ],
  [
    '反馈 over 存在问题 is the problem',
    ['反馈情况>存在问题|反馈情况>整改措施', '砖厂扬尘扰民。|清扫道路。'],
    'problem measures',
  ],
  [
    "a group's name that the cells do not bear out",
    ['反馈问题|整改要求>甲|整改要求>乙', '砖厂扬尘扰民。|2024年6月底|县水利局', '河道淤积严重。|2024年9月底|县城管局'],
    'problem deadline~ responsible_unit~',
  ],
  [
    '整改目标 over what is planned',
    ['反馈问题|整改目标>内容', '砖厂扬尘扰民。|清扫道路，每周巡查。', '河道淤积严重。|开展清淤，每月巡查。'],
    'problem measures~',
  ],
  [
    '整改目标 over what is planned, beside measures',
    [
      '反馈问题|整改目标>内容|整改措施',
      '砖厂扬尘扰民。|清扫道路，每周巡查。|加强巡查。',
      '河道淤积严重。|开展清淤，每月巡查。|定期清淤。',
    ],
    'problem goal measures',
  ],
  [
    "a group's name that another column has itself",
    [
      '反馈问题|整改措施>说法|整改措施',
      '砖厂扬尘扰民。|清扫道路，每周巡查。|加强巡查。',
      '河道淤积严重。|开展清淤，每月巡查。|定期清淤。',
    ],
    'problem –? measures',
  ],
  [
    'two columns named for problems: the one that states faults',
    [
      '问题类别|存在问题|整改措施',
      '大气环境|砖厂扬尘扰民，设施闲置。|清扫道路。',
      '水环境|河道淤积严重，长期未清理。|开展清淤。',
    ],
    'category problem measures',
  ],
  [
    'a task beside the problem is what has to be done',
    [
      '存在问题|整改任务|责任单位',
      '砖厂扬尘扰民，设施闲置。|清扫道路，每周巡查。|县水利局',
      '河道淤积严重，长期未清理。|开展清淤，每月巡查。|县城管局',
    ],
    'problem measures responsible_unit',
  ],
  [
    'a task beside the problem and its measures',
    [
      '存在问题|整改任务|整改措施',
      '砖厂扬尘扰民，设施闲置。|清扫道路，每周巡查。|洒水降尘。',
      '河道淤积严重，长期未清理。|开展清淤，每月巡查。|聘请专人。',
    ],
    'problem other measures',
  ],
  [
    'the task before the problem',
    [
      '整改任务|存在问题|责任单位',
      '大气治理|砖厂扬尘扰民，设施闲置。|县水利局',
      '水体治理|河道淤积严重，长期未清理。|县城管局',
    ],
    'measures problem responsible_unit',
  ],
  [
    'a task alone is the problem',
    ['整改任务|责任单位', '砖厂扬尘扰民，设施闲置。|县水利局', '河道淤积严重，长期未清理。|县城管局'],
    'problem responsible_unit',
  ],
  [
    'a problem in short and its details',
    [
      '存在问题|具体问题|整改措施',
      '扬尘|砖厂扬尘扰民，设施长期闲置，监管不到位。|清扫道路。',
      '淤积|河道淤积严重，长期未清理，巡查流于形式。|开展清淤。',
    ],
    'category problem measures',
  ],
  [
    'the named one tells nothing, an unknown one states the faults',
    [
      '问题|具体表现形态|整改措施',
      '扬尘|砖厂扬尘扰民，设施长期闲置，监管不到位。|清扫道路。',
      '淤积|河道淤积严重，长期未清理，巡查流于形式。|开展清淤。',
    ],
    'category problem~ measures',
  ],
  [
    "names that end like a field's",
    [
      '存在问题|整治举措|承接单位',
      '砖厂扬尘扰民。|清扫道路，每周巡查。|县水利局',
      '河道淤积严重。|开展清淤，每月巡查。|县城管局',
    ],
    'problem measures~ responsible_unit~',
  ],
  [
    "a name that ends like a body's over other things",
    ['存在问题|整治举措|计量单位', '砖厂扬尘扰民。|清扫道路，每周巡查。|吨', '河道淤积严重。|开展清淤，每月巡查。|米'],
    'problem measures~ –?',
  ],
  [
    'content without names',
    [
      '甲|乙|丙|丁',
      '砖厂扬尘扰民，设施闲置。|清扫道路，每周巡查。|县水利局|2024年6月底前',
      '河道淤积严重，长期未清理。|开展清淤，每月巡查。|县城管局|2024年9月底前',
    ],
    'problem~ measures~ responsible_unit~ deadline~',
  ],
  ['content of one row without names', ['甲|乙|丙', '砖厂扬尘扰民，设施闲置。|清扫道路，每周巡查。|县水利局'], '–? –? –?'],
  [
    'content of one row with hints',
    ['短板|如何处理|归口', '砖厂扬尘扰民，设施闲置。|清扫道路，每周巡查。|县水利局'],
    'problem~ measures~ responsible_unit~',
  ],
  [
    'bare days under an unknown name',
    ['存在问题|整改措施|节点', '砖厂扬尘扰民。|清扫道路。|2024-06-30', '河道淤积严重。|开展清淤。|2024-09-30'],
    'problem measures deadline~',
  ],
  [
    'bare days under a name of another day',
    ['存在问题|整改措施|督察日期', '砖厂扬尘扰民。|清扫道路。|2024-06-30', '河道淤积严重。|开展清淤。|2024-09-30'],
    'problem measures other~',
  ],
  [
    'bodies beside a column of bodies',
    ['存在问题|责任单位|归口', '砖厂扬尘扰民。|县水利局|县政府办', '河道淤积严重。|县城管局|县委办'],
    'problem responsible_unit –?',
  ],
  [
    'deadlines that are states in part',
    ['存在问题|要求', '砖厂扬尘扰民。|2024年6月底前', '河道淤积严重。|立行立改'],
    'problem deadline~',
  ],
  [
    'no column states a fault: the only one of prose with a hint',
    ['整改内容|责任单位', '砖厂周边道路每日洒水三次|县水利局', '河道每季度清理一次淤泥|县城管局'],
    'measures responsible_unit',
  ],
  [
    'no column states a fault and two may be prose',
    [
      '整改内容|相关内容|责任单位',
      '砖厂周边道路每日洒水三次|每日洒水三次的道路|县水利局',
      '河道每季度清理一次淤泥|每季度清理一次的河|县城管局',
    ],
    'measures problem~ responsible_unit',
  ],
  ['yes and no', ['存在问题|是否完成|是否销号', '砖厂扬尘扰民。|是|否', '河道淤积严重。|否|否'], 'problem status status'],
  [
    'a column without a name',
    ['序号||整改措施', '1|砖厂扬尘扰民，设施闲置。|清扫道路。', '2|河道淤积严重，长期未清理。|开展清淤。'],
    'number problem~ measures',
  ],
  [
    'unknown names over empty cells',
    ['反馈问题|涉密等级|来源', '砖厂扬尘扰民。||甲', '河道淤积严重。|无|乙'],
    'problem – other',
  ],
  [
    'progress by content',
    [
      '存在问题|最新动态',
      '砖厂扬尘扰民。|目前已清扫道路12公里，洒水车每日作业。',
      '河道淤积严重。|已完成清淤3公里，目前正在验收。',
    ],
    'problem progress~',
  ],
  ['short words are no prose', ['存在问题|怎么弄', '砖厂扬尘扰民。|清扫', '河道淤积严重。|清淤'], 'problem –?'],
  [
    '主办 leads beside 协办, 承办 does not',
    ['反馈问题|承办单位|主办单位|协办单位', '砖厂扬尘扰民。|县住建局|县水利局|县城管局'],
    'problem responsible_unit lead_unit supporting_unit',
  ],
  [
    '完成时间要求 beside 办结时限: both are limits',
    ['反馈问题|完成时间要求|办结时限', '砖厂扬尘扰民。|2024年6月底|2024年5月3日'],
    'problem deadline deadline',
  ],
  [
    '办结时间 beside 计划完成时间 is when it was done',
    ['反馈问题|计划完成时间|办结时间', '砖厂扬尘扰民。|2024年6月底|2024年5月3日'],
    'problem deadline other',
  ],
  [
    'a name that is a state over other words',
    ['反馈问题|已完成|整改措施', '砖厂扬尘扰民。|12.5|清扫道路。', '河道淤积严重。|3.6|开展清淤。'],
    'problem –? measures',
  ],
  [
    '整改时限 over bodies',
    ['反馈问题|整改时限>甲', '砖厂扬尘扰民。|县水利局', '河道淤积严重。|县城管局'],
    'problem responsible_unit~',
  ],
  [
    '整改时限 over days',
    ['反馈问题|整改时限>第一阶段', '砖厂扬尘扰民。|2024年6月底前', '河道淤积严重。|2024年9月底前'],
    'problem deadline',
  ],
  ['整改措施 over a few words', ['反馈问题|整改措施>要点', '砖厂扬尘扰民。|洒水', '河道淤积严重。|清淤'], 'problem measures'],
  [
    '整改目标 over what is planned and over a goal',
    [
      '反馈问题|整改目标>内容|整改目标>要求',
      '砖厂扬尘扰民。|清扫道路，每周巡查。|粉尘达标',
      '河道淤积严重。|开展清淤，每月巡查。|水质达标',
    ],
    'problem measures~ goal',
  ],
  [
    'the second of two remarks holds states',
    ['反馈问题|备注|说明', '砖厂扬尘扰民。|甲|已完成', '河道淤积严重。|乙|正在整改'],
    'problem other status~',
  ],
  [
    'remarks that are states or blank',
    ['反馈问题|整改措施|备注', '砖厂扬尘扰民。|清扫道路。|已完成', '河道淤积严重。|开展清淤。|'],
    'problem measures status~',
  ],
  [
    'details behind the problem',
    [
      '存在问题|问题描述|责任单位',
      '砖厂扬尘扰民，设施闲置，长期未改。|料堆位于厂区南侧约二百米处，占地约三亩，距村庄较近|县水利局',
      '河道淤积严重，长期未清理。|河段位于县城东侧，长约三公里，穿过两个村庄|县城管局',
    ],
    'problem other responsible_unit',
  ],
  [
    'the group of the problem behind it',
    [
      '存在问题|问题类型|责任单位',
      '砖厂扬尘扰民，设施闲置，长期未改。|大气|县水利局',
      '河道淤积严重，长期未清理。|水|县城管局',
    ],
    'problem category responsible_unit',
  ],
  [
    'a task that states a fault, before the problem',
    [
      '整改任务|反馈问题|责任单位',
      '料堆长期未覆盖|砖厂扬尘扰民，设施闲置，长期未改。|县水利局',
      '淤泥长期未清理|河道淤积严重，群众意见较大。|县城管局',
    ],
    'category problem responsible_unit',
  ],
  [
    'a name like that of measures beside measures',
    [
      '存在问题|整改措施|整治举措',
      '砖厂扬尘扰民。|清扫道路。|洒水降尘，每周巡查。',
      '河道淤积严重。|开展清淤。|聘请专人，每月巡查。',
    ],
    'problem measures –?',
  ],
  [
    'a name like that of measures over a few words',
    ['存在问题|整治举措', '砖厂扬尘扰民。|洒水', '河道淤积严重。|清淤'],
    'problem –?',
  ],
  [
    'a name like that of measures over what is no verb',
    ['存在问题|整治举措', '砖厂扬尘扰民。|料堆加盖防尘网布', '河道淤积严重。|河岸两侧植草护坡'],
    'problem measures~',
  ],
  ['a name like that of measures over nothing', ['存在问题|整治举措', '砖厂扬尘扰民。|', '河道淤积严重。|'], 'problem –'],
  [
    'days in half of the cells, without a hint',
    ['存在问题|乙', '砖厂扬尘扰民，设施闲置。|2024年6月底前', '河道淤积严重，长期未清理。|厂区南侧'],
    'problem –?',
  ],
  ['one day with a hint', ['存在问题|节点', '砖厂扬尘扰民，设施闲置。|2024年6月底前'], 'problem deadline~'],
  ['one day without a hint', ['存在问题|乙', '砖厂扬尘扰民，设施闲置。|2024年6月底前'], 'problem –?'],
  [
    'two columns of days, of which one has a hint',
    [
      '存在问题|乙|节点',
      '砖厂扬尘扰民，设施闲置。|2024年3月底前|2024年6月底前',
      '河道淤积严重，长期未清理。|2024年4月底前|2024年9月底前',
    ],
    'problem –? deadline~',
  ],
  ['bare days without a hint', ['存在问题|乙', '砖厂扬尘扰民。|2024-06-30', '河道淤积严重。|2024-09-30'], 'problem –?'],
  [
    'bodies beside who leads',
    ['存在问题|牵头单位|归口', '砖厂扬尘扰民。|县水利局|县政府办', '河道淤积严重。|县城管局|县委办'],
    'problem lead_unit –?',
  ],
  [
    'bodies that the problem is about',
    ['存在问题|企业名称', '砖厂扬尘扰民。|县自来水公司', '河道淤积严重。|县水务集团公司'],
    'problem –?',
  ],
  [
    'the only prose, with a hint',
    ['内容|位置|责任单位', '砖厂周边道路每日洒水三次|城南|县水利局', '河道每季度清理一次淤泥|城东|县城管局'],
    'problem~ –? responsible_unit',
  ],
  [
    'the only prose, without a hint',
    ['甲|责任单位', '砖厂周边道路每日洒水三次|县水利局', '河道每季度清理一次淤泥|县城管局'],
    '–? responsible_unit',
  ],
  ['a hint over a few words', ['内容|责任单位', '砖厂洒水|县水利局', '河道清淤|县城管局'], '–? responsible_unit'],
  [
    'a hint beside other prose',
    [
      '内容|甲|责任单位',
      '砖厂周边道路每日洒水三次|厂区南侧约二百米处的道路|县水利局',
      '河道每季度清理一次淤泥|县城东侧约三公里长的河段|县城管局',
    ],
    '–? –? responsible_unit',
  ],
]

describe('the fields of columns', () => {
  it.each(cases)('%s', (_, table, fields) => expect(fieldsOf(table)).toBe(fields))
})

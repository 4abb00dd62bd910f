/** Which words of a text are its items, and what of each: labels with and without colon, blocks without numbers, prose, inline fields. */
import { describe, expect, it } from 'vitest'
import { itemsIn, read } from './helpers/sketch.js'

const plan = '青溪县生态环境保护督察反馈问题整改方案'
const done = '青溪县生态环境保护督察反馈问题整改落实情况'

const labels: [name: string, text: string, expected: string[]][] = [
  [
    'labels with a colon',
    `${plan}\n一、砖厂扬尘扰民。\n整改目标：粉尘达标。\n整改措施：清扫道路。\n责任单位：县水利局\n整改时限：2024年6月底\n二、河道淤积严重。\n整改目标：河道畅通。\n整改措施：开展清淤。\n责任单位：县城管局\n整改时限：2024年12月底`,
    [
      '一、砖厂扬尘扰民。 ｜ goal 粉尘达标。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局 ｜ due 2024-06-30',
      '二、河道淤积严重。 ｜ goal 河道畅通。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局 ｜ due 2024-12-31',
    ],
  ],
  [
    'half-width colons',
    `${plan}\n一、砖厂扬尘扰民。\n整改目标:粉尘达标。\n整改措施:清扫道路。\n二、河道淤积严重。\n整改目标:河道畅通。\n整改措施:开展清淤。`,
    ['一、砖厂扬尘扰民。 ｜ goal 粉尘达标。 ｜ plan 清扫道路。', '二、河道淤积严重。 ｜ goal 河道畅通。 ｜ plan 开展清淤。'],
  ],
  [
    'labels in 【】',
    `${plan}\n一、砖厂扬尘扰民。\n【整改目标】粉尘达标。\n【整改措施】清扫道路。\n二、河道淤积严重。\n【整改目标】河道畅通。\n【整改措施】开展清淤。`,
    ['一、砖厂扬尘扰民。 ｜ goal 粉尘达标。 ｜ plan 清扫道路。', '二、河道淤积严重。 ｜ goal 河道畅通。 ｜ plan 开展清淤。'],
  ],
  [
    'a label alone, its value on the next line',
    `${plan}\n一、砖厂扬尘扰民。\n整改目标\n粉尘达标。\n整改措施\n清扫道路。\n二、河道淤积严重。\n整改目标\n河道畅通。\n整改措施\n开展清淤。`,
    ['一、砖厂扬尘扰民。 ｜ goal 粉尘达标。 ｜ plan 清扫道路。', '二、河道淤积严重。 ｜ goal 河道畅通。 ｜ plan 开展清淤。'],
  ],
  [
    'a label without its colon before a date',
    `${plan}\n一、砖厂扬尘扰民。\n整改措施：清扫道路。\n整改时限2024年6月底\n二、河道淤积严重。\n整改措施：开展清淤。\n整改时限2024年12月底`,
    ['一、砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ due 2024-06-30', '二、河道淤积严重。 ｜ plan 开展清淤。 ｜ due 2024-12-31'],
  ],
  [
    'a label that lost its colon once',
    `${plan}\n一、砖厂扬尘扰民。\n整改措施：清扫道路。\n责任单位：县水利局\n二、河道淤积严重。\n整改措施：开展清淤。\n责任单位：县城管局\n三、散煤复燃。\n整改措施入户巡查。\n责任单位：县住建局`,
    [
      '一、砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局',
      '二、河道淤积严重。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局',
      '三、散煤复燃。 ｜ plan 入户巡查。 ｜ who responsible_unit:县住建局',
    ],
  ],
  [
    'several fields in one line',
    `${plan}\n一、砖厂扬尘扰民。\n整改目标：粉尘达标。整改措施：清扫道路。责任单位：县水利局。整改时限：2024年6月底。\n二、河道淤积严重。\n整改目标：河道畅通。整改措施：开展清淤。责任单位：县城管局。整改时限：2024年12月底。`,
    [
      '一、砖厂扬尘扰民。 ｜ goal 粉尘达标。 ｜ plan 清扫道路。 ｜ who responsible_unit:县水利局 ｜ due 2024-06-30',
      '二、河道淤积严重。 ｜ goal 河道畅通。 ｜ plan 开展清淤。 ｜ who responsible_unit:县城管局 ｜ due 2024-12-31',
    ],
  ],
  [
    'a word of a label inside a sentence is no label',
    `${plan}\n一、整改目标的实现缺少支撑。\n整改措施：围绕整改目标清扫道路。\n二、责任单位和责任人不明确。\n整改措施：明确责任单位。`,
    ['一、整改目标的实现缺少支撑。 ｜ plan 围绕整改目标清扫道路。', '二、责任单位和责任人不明确。 ｜ plan 明确责任单位。'],
  ],
  [
    'an unknown label ends the field before it',
    `${plan}\n一、砖厂扬尘扰民。\n整改措施：清扫道路。\n备注：无\n二、河道淤积严重。\n整改措施：开展清淤。\n备注：跨县\n三、散煤复燃。\n整改措施：入户巡查。\n备注：无`,
    ['一、砖厂扬尘扰民。 ｜ plan 清扫道路。', '二、河道淤积严重。 ｜ plan 开展清淤。', '三、散煤复燃。 ｜ plan 入户巡查。'],
  ],
  [
    'an empty value',
    `${plan}\n一、砖厂扬尘扰民。\n整改措施：清扫道路。\n配合单位：无\n整改时限：/\n二、河道淤积严重。\n整改措施：开展清淤。\n配合单位：县水利局\n整改时限：长期坚持`,
    [
      '一、砖厂扬尘扰民。 ｜ plan 清扫道路。',
      '二、河道淤积严重。 ｜ plan 开展清淤。 ｜ who supporting_unit:县水利局 ｜ due long_term',
    ],
  ],
  [
    'a field that runs over paragraphs',
    `${plan}\n一、砖厂扬尘扰民。\n整改措施：\n1.清扫道路。\n2.定期洒水。\n责任单位：县水利局\n二、河道淤积严重。\n整改措施：\n1.开展清淤。\n2.日常保洁。\n责任单位：县城管局`,
    [
      '一、砖厂扬尘扰民。 ｜ plan 1.清扫道路。 2.定期洒水。 ｜ who responsible_unit:县水利局',
      '二、河道淤积严重。 ｜ plan 1.开展清淤。 2.日常保洁。 ｜ who responsible_unit:县城管局',
    ],
  ],
  [
    'the problem under its own label',
    `${plan}\n问题一\n反馈问题：砖厂扬尘扰民。\n整改措施：清扫道路。\n问题二\n反馈问题：河道淤积严重。\n整改措施：开展清淤。`,
    ['问题一砖厂扬尘扰民。 ｜ plan 清扫道路。', '问题二河道淤积严重。 ｜ plan 开展清淤。'],
  ],
  [
    'blocks without numbers',
    `${plan}\n反馈问题：砖厂扬尘扰民。\n整改措施：清扫道路。\n整改时限：2024年6月底\n反馈问题：河道淤积严重。\n整改措施：开展清淤。\n整改时限：2024年12月底`,
    ['砖厂扬尘扰民。 ｜ plan 清扫道路。 ｜ due 2024-06-30', '河道淤积严重。 ｜ plan 开展清淤。 ｜ due 2024-12-31'],
  ],
]

const categories: [name: string, text: string, expected: string[]][] = [
  [
    'one level of headings',
    `${plan}\n一、水环境方面\n（一）河道淤积严重。\n整改措施：开展清淤。\n二、大气环境方面\n（一）砖厂扬尘扰民。\n整改措施：清扫道路。`,
    ['水环境方面 ｜ （一）河道淤积严重。 ｜ plan 开展清淤。', '大气环境方面 ｜ （一）砖厂扬尘扰民。 ｜ plan 清扫道路。'],
  ],
  [
    'two levels of headings',
    `${plan}\n一、污染防治方面\n（一）水环境\n1.河道淤积严重。\n整改措施：开展清淤。\n2.污水直排。\n整改措施：建设管网。\n（二）大气环境\n3.砖厂扬尘扰民。\n整改措施：清扫道路。`,
    [
      '污染防治方面>水环境 ｜ 1.河道淤积严重。 ｜ plan 开展清淤。',
      '污染防治方面>水环境 ｜ 2.污水直排。 ｜ plan 建设管网。',
      '污染防治方面>大气环境 ｜ 3.砖厂扬尘扰民。 ｜ plan 清扫道路。',
    ],
  ],
  [
    'chapters around the list are no items',
    `${plan}\n一、总体要求\n坚持问题导向，全面完成整改任务。\n二、具体问题整改措施\n（一）河道淤积严重。\n整改措施：开展清淤。\n（二）砖厂扬尘扰民。\n整改措施：清扫道路。\n三、组织保障\n加强领导，压实责任。`,
    [
      '具体问题整改措施 ｜ （一）河道淤积严重。 ｜ plan 开展清淤。',
      '具体问题整改措施 ｜ （二）砖厂扬尘扰民。 ｜ plan 清扫道路。',
    ],
  ],
]

const states: [name: string, text: string, expected: string[]][] = [
  [
    'a state behind the problem',
    `${done}\n一、砖厂扬尘扰民。（已完成整改）\n整改情况：已清扫道路3公里。\n二、河道淤积严重。（达到序时进度）\n整改情况：正在开展清淤。`,
    [
      '一、砖厂扬尘扰民。 ｜ done 已清扫道路3公里。 ｜ state completed',
      '二、河道淤积严重。 ｜ done 正在开展清淤。 ｜ state on_schedule',
    ],
  ],
  [
    'a state in the deadline',
    `${done}\n一、砖厂扬尘扰民。\n整改时限：2023年11月30日（已完成整改并上报销号）\n整改情况：已清扫道路3公里。\n二、河道淤积严重。\n整改时限：2022年12月31日（未完成整改）\n整改情况：正在开展清淤。`,
    [
      '一、砖厂扬尘扰民。 ｜ done 已清扫道路3公里。 ｜ due 2023-11-30 ｜ state completed+submitted',
      '二、河道淤积严重。 ｜ done 正在开展清淤。 ｜ due 2022-12-31 ｜ state in_progress',
    ],
  ],
  [
    'a state field',
    `${done}\n一、砖厂扬尘扰民。\n整改情况：已清扫道路3公里。\n整改状态：已完成，长期坚持\n二、河道淤积严重。\n整改情况：正在开展清淤。\n整改状态：进度滞后`,
    [
      '一、砖厂扬尘扰民。 ｜ done 已清扫道路3公里。 ｜ state completed+ongoing',
      '二、河道淤积严重。 ｜ done 正在开展清淤。 ｜ state behind_schedule',
    ],
  ],
  [
    'paragraphs without labels under a problem are what was done',
    `${done}\n现将整改情况报告如下。\n一、关于砖厂扬尘扰民的问题\n县水利局组织清扫道路3公里，配置洒水车两台。\n二、关于河道淤积严重的问题\n县城管局组织清淤2公里，落实日常保洁。\n三、关于散煤复燃的问题\n县住建局组织入户巡查。`,
    [
      '一、关于砖厂扬尘扰民的问题 ｜ done 县水利局组织清扫道路3公里，配置洒水车两台。',
      '二、关于河道淤积严重的问题 ｜ done 县城管局组织清淤2公里，落实日常保洁。',
      '三、关于散煤复燃的问题 ｜ done 县住建局组织入户巡查。',
    ],
  ],
]

describe('labels', () => {
  it.each(labels)('%s', async (_, text, expected) => {
    expect(await itemsIn(text)).toEqual(expected)
  })
})
describe('headings', () => {
  it.each(categories)('%s', async (_, text, expected) => {
    expect(await itemsIn(text)).toEqual(expected)
  })
})
describe('states and prose', () => {
  it.each(states)('%s', async (_, text, expected) => {
    expect(await itemsIn(text)).toEqual(expected)
  })
})

describe('what is no list of problems', () => {
  it.each([
    [
      'a news item',
      '青溪县召开生态环境保护工作会议\n6月3日，青溪县召开会议，县委书记出席并讲话。会议强调，要加强巡查，清扫道路，持续改善环境质量。',
      'no_items',
    ],
    [
      'a job notice',
      '青溪县水利局招聘公告\n一、招聘岗位\n（一）河道巡查员2名。\n（二）文员1名。\n二、报名时间\n2024年6月1日至6月10日。',
      'no_items',
    ],
    [
      'a law',
      '青溪县河道管理办法\n第一条 为了加强河道管理，制定本办法。\n第二条 本办法适用于本县河道。\n第三条 县水利局负责河道管理。\n第四条 禁止侵占河道。\n第五条 违反本办法的，责令整改。',
      'no_items',
    ],
    ['nothing', '', 'empty_source'],
    ['blanks', ' \n\u3000\n', 'empty_source'],
  ])('%s', async (_, text, code) => {
    const { items, diagnostics, document } = await read(text)
    expect(items).toEqual([])
    expect(document.kind).toBe('unknown')
    expect(diagnostics.filter((d) => d.severity === 'error').map((d) => d.code)).toEqual([code])
  })
})

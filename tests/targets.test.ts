import { describe, expect, it } from 'vitest'
import { findTargets } from '../parsers/values/targets.js'
import type { Target } from '../parsers/values/types.js'

const line = ({ indicator, comparator, value, unit, by, per }: Target): string =>
  [indicator, comparator, value, unit ?? '-', ...(by ? ['by', by] : []), ...(per ? ['per', per] : [])].join(' ')
const lines = (goal: string): string[] => findTargets(goal, { year: 2023 }).map(line)

describe('findTargets', () => {
  it.each<[string, string[]]>([
    ['生活污水集中收集率达到70%。', ['生活污水集中收集率 >= 70 %']],
    ['2025年12月31日前再生水利用率25%以上。', ['再生水利用率 >= 25 % by 2025-12-31']],
    ['到2025年，城区污水处理率稳定在95%以上。', ['城区污水处理率 >= 95 % by 2025-12-31']],
    ['2024年底前，PM2.5平均浓度控制在35微克/立方米以内。', ['PM2.5平均浓度 <= 35 ug/m3 by 2024-12-31']],
    ['将全县采石场控制在12个。', ['全县采石场 <= 12 {个}']],
    ['新设矿区面积原则上不低于0.2平方公里。', ['新设矿区面积 >= 0.2 km2']],
    ['完成60公顷废弃矿山复绿。', ['废弃矿山复绿 = 60 ha']],
    ['确保按时完成正在施工的3座泵站改造。', ['正在施工的泵站改造 = 3 {座}']],
    ['煤炭消费占比降至40%，电能占比提升至30%左右。', ['煤炭消费占比 <= 40 %', '电能占比 ~ 30 %']],
    ['进水浓度在100毫克/升以上。', ['进水浓度 >= 100 mg/L']],
    ['日处理能力达到500吨/日。', ['日处理能力 >= 500 t/d']],
    ['每季度至少召开1次例会。', ['每季度例会 >= 1 {次} per 3.mo']],
    ['8座渣库全部落实防渗措施。', ['渣库全部落实防渗措施 = 8 {座}']],
    ['5台20蒸吨及以上锅炉全部完成改造。', ['20蒸吨及以上锅炉全部完成改造 = 5 {台}']],
    ['完成二期2万吨/日扩建。', ['二期扩建 = 20000 t/d']],
    ['管控率达到90%（2025年底前）。', ['管控率 >= 90 % by 2025-12-31']],
  ])('%s', (goal, expected) => {
    expect(lines(goal)).toEqual(expected)
  })

  it.each<[string, string[]]>([
    ['2023年完成70%、2024年完成100%。', ['完成 = 70 % by 2023-12-31', '完成 = 100 % by 2024-12-31']],
    [
      '收集率到2022、2023、2024年底分别达到50%、70%、90%。',
      ['收集率 >= 50 % by 2022-12-31', '收集率 >= 70 % by 2023-12-31', '收集率 >= 90 % by 2024-12-31'],
    ],
    ['到2022年、2023年底，回收率分别达到60%、85%以上。', ['回收率 >= 60 % by 2022-12-31', '回收率 >= 85 % by 2023-12-31']],
    ['2022年、2023年分别压减产能30万吨、45万吨。', ['压减产能 = 300000 t by 2022-12-31', '压减产能 = 450000 t by 2023-12-31']],
    ['绿化覆盖率、绿地率分别达到41%、37%。', ['绿化覆盖率 >= 41 %', '绿地率 >= 37 %']],
    ['县城、集镇污水处理率分别达到95%、60%。', ['县城、集镇污水处理率 >= 95 %', '县城、集镇污水处理率 >= 60 %']],
    ['化肥、农药用量分别下降4%、7%。', ['化肥、农药用量下降 = 4 %', '化肥、农药用量下降 = 7 %']],
    ['建成管网21公里、泵站2座、检查井90个。', ['管网 = 21 km', '泵站 = 2 {座}', '检查井 = 90 {个}']],
    ['完成8.5公里渠道清淤和3座闸门更换。', ['渠道清淤 = 8.5 km', '闸门更换 = 3 {座}']],
    ['控制农药施用强度，降至每亩200克以下。', ['农药施用强度 <= 200 g']],
    ['1260亩林地全部复绿。', ['林地全部复绿 = 1260 {亩}']],
    ['6万吨积存污泥全部清运。', ['积存污泥全部清运 = 60000 t']],
    ['四家砖厂全部关停。', ['砖厂全部关停 = 4 {家}']],
    ['PM2.5浓度由48微克/立方米降到36微克/立方米。', ['PM2.5浓度 <= 36 ug/m3']],
    ['用水量由2020年的52立方米降至2025年的41立方米以下。', ['用水量 <= 41 m3 by 2025-12-31']],
    ['中水回用率由12%提高到30%。', ['中水回用率 >= 30 %']],
  ])('%s in one clause', (goal, expected) => {
    expect(lines(goal)).toEqual(expected)
  })

  it('carries the day over the clauses of a sentence to the next date', () => {
    expect(lines('2023年优良率达到75%，可吸入颗粒物不高于60微克/立方米；2024年优良率达到80%。治理率达到90%。')).toEqual([
      '优良率 >= 75 % by 2023-12-31',
      '可吸入颗粒物 <= 60 ug/m3 by 2023-12-31',
      '优良率 >= 80 % by 2024-12-31',
      '治理率 >= 90 %',
    ])
  })

  it('gives each figure of a list its own day', () => {
    expect(lines('2024年12月31日前完成80%地块管控、2025年12月31日前完成100%地块管控。').map((x) => x.slice(-13))).toEqual([
      'by 2024-12-31',
      'by 2025-12-31',
    ])
  })

  it('takes a base year for no deadline and a start for none', () => {
    expect(lines('到2025年，化肥用量比2020年下降12%。')).toEqual(['化肥用量比2020年下降 = 12 % by 2025-12-31'])
    expect(lines('到2025年，覆盖率达到60%；从2024年起，每年至少一个乡镇获评示范镇。')).toEqual([
      '覆盖率 >= 60 % by 2025-12-31',
      '乡镇获评示范镇 >= 1 {个} per a',
    ])
  })

  it('gives a verb of change its own object', () => {
    const found = findTargets('2025年底前新增车位12个，较2020年减少粉尘排放30吨。', { year: null })
    expect(found.map(({ indicator, value, by }) => [indicator, value, by])).toEqual([
      ['新增车位', 12, '2025-12-31'],
      ['减少粉尘排放', 30, '2025-12-31'],
    ])
  })

  it('goes on with the subject of the clause before', () => {
    expect(lines('臭氧浓度不高于150微克/立方米，较上年下降3%。')).toEqual(['臭氧浓度 <= 150 ug/m3', '臭氧浓度较上年下降 = 3 %'])
  })

  it('leaves out what only says which things are meant', () => {
    expect(lines('全市10个县区80%启动规划编制。')).toEqual(['全市10个县区启动规划编制 = 80 %'])
    expect(lines('完成使用15年以上的加油站改造。')).toEqual([])
    expect(lines('水质稳定达到Ⅴ类标准。')).toEqual([])
    expect(lines('落实两项制度，强化三个机制。')).toEqual([])
    expect(lines('进一步提升治理能力。')).toEqual([])
  })

  it('gives the words of the goal with their place', () => {
    const goal = '加强监管。 回收率达到９０％，长效管护。'
    expect(findTargets(goal, { year: null })).toEqual([
      {
        indicator: '回收率',
        comparator: '>=',
        value: 90,
        unit: '%',
        by: null,
        per: null,
        text: '回收率达到９０％',
        span: [6, 14],
      },
    ])
    expect(goal.slice(6, 14)).toBe('回收率达到９０％')
  })
})

// Made-up reports: counties with a plan and the progress of two years, ten problems each.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { regionTable } from '../dist/parsers/values/region-table.js'

let state = 1
const random = (n) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return Math.floor((state / 2 ** 32) * n)
}
const kinds = [
  (p) => `${p}生活污水收集处理能力不足，城区合流管网长${random(900)}公里，污水处理厂进水浓度只有${random(99)}毫克/升。`,
  (p) => `${p}垃圾填埋场渗滤液处置不规范，场内积存约${random(9000)}吨，防渗膜${random(30)}处破损。`,
  (p) => `矿山修复进度滞后，${p}应修复矿山${random(300)}座，督察时只有${random(90)}座完工，边坡大面积裸露。`,
  (p) => `畜禽养殖污染问题多发，${p}规模养殖场${random(400)}家，粪污设施配套率${random(99)}%，有的直接外排。`,
  (p) => `扬尘管控流于形式，${p}抽查工地${random(80)}个，${random(60)}个没有落实围挡、覆盖和冲洗要求。`,
  (p) => `${p}自然保护地监管缺位，核心区内仍有${random(70)}户经营，新增硬化地面${random(300)}亩。`,
  (p) => `饮用水水源保护区存在隐患，${p}一级保护区内有${random(90)}座民房、${random(60)}亩菜地。`,
  (p) => `秸秆禁烧责任没有压实，秋收期间${p}出现火点${random(200)}个，没有问责一人。`,
  (p) => `${p}工业园区环境基础设施欠账较多，集中供热至今没有动工，${random(50)}台小锅炉照常使用。`,
  (p) => `${p}码头岸电使用率低，${random(40)}个泊位全年使用率只有${random(30)}%。`,
]
const bodies = '住建局 水利局 生态环境局 农业农村局 自然资源局 城管局 发改局 工信局 卫健局 交通运输局'.split(' ')
const numerals = '一二三四五六七八九十'
const textOf = (region, kind, year, problems) =>
  [
    kind === 'plan' ? `${region.fullName}生态环境保护督察反馈问题整改方案` : `${region.fullName}生态环境保护督察整改情况报告`,
    ...(kind === 'plan' ? [] : [`截至${year}年12月底，整改情况如下：`]),
    ...problems.flatMap((problem, i) => [
      `${numerals[i]}、${problem}`,
      ...(kind === 'plan'
        ? [
            '整改目标：问题得到解决，长效机制基本建立。',
            `整改措施：1.全面排查，建立问题清单，${region.name}政府每月调度。2.倒排工期，投入资金${random(900)}万元，按期完成治理。`,
            `责任单位：${region.name.slice(0, -1)}县${bodies[i % 10]}、${bodies[(i + 3) % 10]}`,
            `整改时限：${2022 + (i % 3)}年12月底前`,
          ]
        : [
            `整改进展：已排查点位${random(90)}处，完成治理${random(60)}处，${year}年投入资金${random(900)}万元。`,
            i % 3 ? '整改状态：达到序时进度' : '整改状态：已完成',
          ]),
    ]),
    '',
  ].join('\n')

/** Writes so many of them as texts to a folder, and gives their bytes. */
export function writeCounties(folder, wanted) {
  mkdirSync(folder, { recursive: true })
  const counties = [...regionTable().byCode.values()].filter(({ level }) => level === 'county')
  let bytes = 0
  for (let made = 0, at = 0; made < wanted; at++) {
    const region = counties[at % counties.length]
    const problems = kinds.map((kind) => kind(region.name))
    for (const [kind, year] of [
      ['plan', 2021],
      ['progress', 2022],
      ['progress', 2023],
    ]) {
      if (made++ >= wanted) break
      const text = textOf(region, kind, year, problems)
      bytes += Buffer.byteLength(text)
      writeFileSync(join(folder, `${region.code}-${at}-${kind}-${year}.txt`), text)
    }
  }
  return bytes
}

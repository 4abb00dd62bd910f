/**
 * Where what an item names stands: each reference, place, body, figure, day and target lies at its own words in the document, whichever part
 * of the item names it, wherever the item stands. A span that is off by the start of its part, or counted from the item, fails here.
 */
import { describe, expect, it } from 'vitest'
import { parseReport } from '../pipeline/parse.js'
import type { Action, Item, Report } from '../pipeline/record.js'
import { actionSketch } from './helpers/sketch.js'

const text = `湘潭市生态环境保护督察整改方案

一、反馈问题：韶山市未按《湖泊保护办法》（潭政发〔2019〕7号）要求治理，湘乡市12家餐馆直排油污。
整改目标：2024年底前湘潭县污水处理率达到95%以上，符合GB18918—2002。
整改措施：
（一）由湘乡市按《排污许可条例》核发8份许可证。（责任单位：湘乡市政府；完成时限：2024年6月底）
（二）加强巡查：1.岳塘区每月巡查2次。2.按《巡查办法》（潭办〔2020〕3号）记录。（牵头单位：岳塘区政府，配合单位：市水利局）
责任单位：市生态环境局、韶山市政府
责任人：副市长周明远
整改时限：2024年12月31日前

二、反馈问题：雨湖区2家砖厂未执行《大气污染防治条例》，扬尘扰民。
整改目标：到2025年6月底雨湖区扬尘投诉下降30%。
整改措施：停产整治，按GB29620—2013验收3次，韶山市砖厂照此办理。
责任单位：雨湖区政府
整改时限：2025年6月底
整改情况：2024年3月15日雨湖区已依据《砖瓦办法》关停1家。
`

const words = (report: Report, [start, end]: readonly [number, number]): string => report.document.text.slice(start, end)

const actionsOf = (actions: readonly Action[]): Action[] => actions.flatMap((one) => [one, ...actionsOf(one.children)])
const partiesOf = (item: Item) => [
  ...item.parties,
  ...actionsOf([...item.measures, ...item.progress]).flatMap(({ parties }) => parties),
]

/** What an item names, each with the words at its place. */
const told = (report: Report, item: Item) => ({
  references: item.references.map(({ title, span }) => `${title} = ${words(report, span)}`),
  places: item.places.map(({ name, span }) => `${name.replace('湖南省', '')} = ${words(report, span)}`),
  parties: partiesOf(item).map(({ name, span }) => `${name} = ${words(report, span)}`),
  quantities: item.quantities.map(({ value, span }) => `${value} = ${words(report, span)}`),
  dates: item.dates.map(({ end, span }) => `${end} = ${words(report, span)}`),
  targets: item.targets.map(({ indicator, span }) => `${indicator} = ${words(report, span)}`),
})

const first = {
  references: [
    '湖泊保护办法 = 《湖泊保护办法》（潭政发〔2019〕7号）',
    'GB18918—2002 = GB18918—2002',
    '排污许可条例 = 《排污许可条例》',
    '巡查办法 = 《巡查办法》（潭办〔2020〕3号）',
  ],
  places: [
    '湘潭市韶山市 = 韶山市',
    '湘潭市湘乡市 = 湘乡市',
    '湘潭市湘潭县 = 湘潭县',
    '湘潭市湘乡市 = 湘乡市',
    '湘潭市湘乡市 = 湘乡市',
    '湘潭市岳塘区 = 岳塘区',
    '湘潭市岳塘区 = 岳塘区',
  ],
  parties: [
    '市生态环境局 = 市生态环境局',
    '韶山市政府 = 韶山市政府',
    '周明远 = 周明远',
    '湘乡市政府 = 湘乡市政府',
    '岳塘区政府 = 岳塘区政府',
    '市水利局 = 市水利局',
  ],
  quantities: ['12 = 12家', '95 = 95%以上', '8 = 8份', '2 = 2次'],
  dates: ['2024-12-31 = 2024年底前', '2024-06-30 = 2024年6月底', '2024-12-31 = 2024年12月31日前'],
  targets: ['湘潭县污水处理率 = 2024年底前湘潭县污水处理率达到95%以上'],
}
const second = {
  references: ['大气污染防治条例 = 《大气污染防治条例》', 'GB29620—2013 = GB29620—2013', '砖瓦办法 = 《砖瓦办法》'],
  places: ['湘潭市雨湖区 = 雨湖区', '湘潭市雨湖区 = 雨湖区', '湘潭市韶山市 = 韶山市', '湘潭市雨湖区 = 雨湖区'],
  parties: ['雨湖区政府 = 雨湖区政府'],
  quantities: ['2 = 2家', '30 = 30%', '3 = 3次', '1 = 1家'],
  dates: ['2025-06-30 = 到2025年6月底', '2025-06-30 = 2025年6月底', '2024-03-15 = 2024年3月15日'],
  targets: ['雨湖区扬尘投诉下降 = 到2025年6月底雨湖区扬尘投诉下降30%'],
}

/** Mentions of one kind stand in the order of the text, each at a place of its own: a word that comes again is not told twice at its first place. */
const inOrder = (item: Item): boolean =>
  [item.references, item.places, item.quantities, item.dates].every((all) =>
    all.every(({ span }, i) => i === 0 || span[0] >= (all[i - 1]?.span[1] ?? 0)),
  )

/** The same report as a table, a row an item. */
const table = (): string => {
  const [, ...items] = text.split(/\n\n/)
  const fields = items.map((item) => {
    const field = (label: string) =>
      new RegExp(`^${label}：([^]*?)(?=^(?:整改|责任)[^：]{2}：|^责任人：|$(?![^]))`, 'm').exec(item)?.[1] ?? ''
    const problem = item.split('\n')[0]?.replace('反馈问题：', '').replace(/^.、/, '') ?? ''
    return [problem, ...['整改目标', '整改措施', '责任单位', '责任人', '整改时限', '整改情况'].map(field)]
  })
  const row = (cells: string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell.trim().replaceAll('\n', '<br>')}</${tag}>`).join('')}</tr>`
  const head = row(['序号', '反馈问题', '整改目标', '整改措施', '责任单位', '责任人', '整改时限', '整改情况'], 'th')
  return `<h1>${text.split('\n')[0]}</h1><table>${head}${fields.map((cells, i) => row([String(i + 1), ...cells], 'td')).join('')}</table>`
}

describe('what an item names stands at its words', () => {
  it.each([
    ['in lines of text', 'a.txt', text],
    ['in a table', 'a.html', table()],
  ])('%s', async (_, name, source) => {
    const { report } = await parseReport(Buffer.from(source), name)
    expect(report.items.map((item) => told(report, item))).toEqual([first, second])
    expect(report.items.every(inOrder)).toBe(true)
    expect(report.diagnostics.map(({ code }) => code)).not.toContain('grounding_repaired')
  })
})

describe('labels in brackets that end an item', () => {
  it.each([
    ['behind a measure', '整改措施：清理场地。'],
    ['behind the words of a measure in the line of the problem', ''],
  ])('%s belong to it', async (_, line) => {
    const item = (mark: string, problem: string, unit: string) =>
      `${mark}${problem}${line === '' ? '整改措施：清理场地。' : `\n${line}`}\n（责任单位：${unit}；完成时限：2024年6月底）\n`
    const source = `青溪县整改方案\n${item('（一）', '砖厂污染问题。', '县水利局')}${item('（二）', '水厂漏水问题。', '县住建局')}`
    const { report } = await parseReport(Buffer.from(source), 'a.txt')
    expect(
      report.items.map(({ measures }) =>
        measures.map(({ text: words, parties, deadline }) => [
          words.split('\n'),
          parties.map(({ name }) => name),
          deadline?.text,
        ]),
      ),
    ).toEqual(
      ['县水利局', '县住建局'].map((unit) => [
        [['清理场地。', `（责任单位：${unit}；完成时限：2024年6月底）`], [unit], '2024年6月底'],
      ]),
    )
    expect(report.diagnostics.map(({ code }) => code)).not.toContain('grounding_repaired')
  })
})

describe('what stands between the measures of a list', () => {
  /** In a cell, whose lines are the measures whatever they look like. */
  const report = (lines: string) => {
    const row = (cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell.replaceAll('\n', '<br>')}</td>`).join('')}</tr>`
    const rows = [
      ['反馈问题', '整改目标', '整改措施'],
      ['砖厂污染严重。', '清理。', lines],
      ['水厂漏水。', '修复。', '更换管道。'],
    ]
    return `<h1>青溪县整改方案</h1><table>${rows.map(row).join('')}</table>`
  }
  it.each([
    [
      'a label behind a measure belongs to its words where others hang on it',
      '1.加强管理。\n责任单位：县水利局\n（1）清理河道。\n（2）修复堤坝。\n2.加强巡查。\n责任单位：县农业局',
      [
        '1.加强管理。⏎责任单位：县水利局{（1）清理河道。 （2）修复堤坝。}@responsible_unit:县水利局',
        '2.加强巡查。@responsible_unit:县农业局',
      ],
    ],
    [
      'and where another of its kind follows it',
      '（一）加强管理。\n1.清理河道。\n（责任单位：县住建局）\n2.修复堤坝。\n（二）加强巡查。\n1.每月巡查。\n（责任单位：县林业局）',
      [
        '（一）加强管理。{1.清理河道。⏎（责任单位：县住建局）@responsible_unit:县住建局 2.修复堤坝。}',
        '（二）加强巡查。{1.每月巡查。⏎（责任单位：县林业局）@responsible_unit:县林业局}',
      ],
    ],
    [
      'headings over headings over a paragraph hold it all',
      '加强管理，落实以下工作：\n完善制度，明确如下要求：\n制定巡查办法。',
      ['加强管理，落实以下工作：{完善制度，明确如下要求：{制定巡查办法。}}'],
    ],
  ])('%s', async (_, lines, expected) => {
    const { report: found } = await parseReport(Buffer.from(report(lines)), 'a.html')
    expect(found.items[0]?.measures.map(actionSketch)).toEqual(expected)
    expect(found.diagnostics.map(({ code }) => code)).not.toContain('grounding_repaired')
  })

  it('a state between them ends the one above it', async () => {
    const { report: found } = await parseReport(
      Buffer.from(
        '青溪县整改情况报告\n（一）关于砖厂污染的问题。\n（1）清理场地。\n（2）修复堤坝。\n该问题已完成整改。\n已立案1起。\n（二）关于水厂漏水的问题。\n（1）更换管道。\n（2）加强巡查。\n该问题已完成整改。\n',
      ),
      'a.txt',
    )
    for (const { measures, progress } of found.items)
      for (const line of [...measures, ...progress].map(actionSketch)) expect(line).not.toContain('已完成整改')
    expect(found.diagnostics.map(({ code }) => code)).not.toContain('grounding_repaired')
  })
})

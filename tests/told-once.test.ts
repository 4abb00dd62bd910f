/** What is told once for several items, and what stands at an odd place beside them. Reports in our own words. */
import { describe, expect, it } from 'vitest'
import type { Report } from '../pipeline/record.js'
import { itemSketch, itemsInLines, readLines, readPage, sketches } from './helpers/sketch.js'
import { table } from './helpers/tables.js'

const plan = '青槐县供水安全督导反馈问题整改方案'
const ledger = '青槐县供水安全督导反馈问题整改台账'
const progress = '青槐县供水安全督导反馈问题整改情况报告'
const problems = ({ items }: Report): string[] => items.map(({ problem }) => problem.text)
const deadlines = ({ items }: Report) => items.map(({ deadline }) => deadline?.entries.map(({ date }) => date).join())
/** The items without their labels, where a form leaves the label's shape open. */
const bare = ({ items }: Report): string[] => items.map((item) => itemSketch({ ...item, label: '' }))

const fence = '围网破损。⏎整改措施：修复围网。'
const sign = '标牌缺失。⏎整改措施：补设标牌。'
const cover = '井盖下沉。⏎整改措施：更换井盖。'
const leak = '水管渗漏。⏎整改措施：更换水管。'
const four = [`1. ${fence}`, `2. ${sign}`, `3. ${cover}`, `4. ${leak}`]
const [one = '', two = '', three = '', fourth = ''] = four
const fourRead = four.map((words) => words.replace(' ', '').replace('⏎整改措施：', ' ｜ plan '))
/** The four items, the first two under one heading, with such fields behind them. */
const inChapters = (...fields: string[]): string[] =>
  fourRead.map((item, i) => `${i < 2 ? '水源方面' : '管网方面'} ｜ ${item}${fields[i] ? ` ｜ ${fields[i]}` : ''}`)

/** The like, where the second heading's numbers start anew. */
const anew = (items: string[]): string[] => items.map((item) => item.replace('3.', '1.').replace('4.', '2.'))

describe('fields told for a chapter before its items', () => {
  const told: [string, string][] = [
    ['（本类问题整改时限：2025年6月30日前）', 'due 2025-06-30'],
    ['（本类问题整改时限：2025年6月底前）', 'due 2025-06-30'],
    ['（本方面问题完成时限：2025年6月30日前）', 'due 2025-06-30'],
    ['本部分问题的整改时限均为：2025年6月30日前。', 'due 2025-06-30'],
    ['本类问题整改时限均为2025年6月30日前。', 'due 2025-06-30'],
    ['（本类问题责任单位：县水利局）', 'who responsible_unit:县水利局'],
    ['本方面问题责任单位均为县水利局', 'who responsible_unit:县水利局'],
    ['本方面问题牵头单位均为县水利局。', 'who lead_unit:县水利局'],
    ['（本类问题责任单位：县水利局；整改时限：2025年6月30日前）', 'who responsible_unit:县水利局 ｜ due 2025-06-30'],
    [
      '本部分任务的整改时限均为：2024年12月31日前；督导单位均为：省生态环境厅。',
      'who acceptance_lead_unit:省生态环境厅 ｜ due 2024-12-31',
    ],
  ]

  it.each(told)('%s', async (words, fields) => {
    const inFirst = await itemsInLines(plan, '一、水源方面', words, one, two, '二、管网方面', three, fourth)
    expect(inFirst).toEqual(inChapters(fields, fields))
    const inLast = await itemsInLines(plan, '一、水源方面', one, two, '二、管网方面', words, `1. ${cover}`, `2. ${leak}`)
    expect(inLast).toEqual(anew(inChapters('', '', fields, fields)))
  })

  it.each([
    ['（本类问题整改时限：2025年6月30日前）', 'due 2025-06-30', '⏎整改时限：2025年3月底前', 'due 2025-03-31'],
    ['本方面问题牵头单位均为县水利局', 'who lead_unit:县水利局', '⏎牵头单位：县住建局', 'who lead_unit:县住建局'],
  ])('%s: an item keeps its own', async (words, fields, own, ownRead) => {
    const chapters = [plan, '一、水源方面', words, one + own, two, '二、管网方面', words, three, fourth + own]
    expect(await itemsInLines(...chapters)).toEqual(inChapters(ownRead, fields, fields, ownRead))
  })

  it('each chapter has its own', async () => {
    const due = (year: number) => `（本类问题整改时限：${year}年6月30日前）`
    const chapters = ['一、水源方面', due(2025), one, two, '二、管网方面', due(2026), three, fourth]
    const expected = inChapters('due 2025-06-30', 'due 2025-06-30', 'due 2026-06-30', 'due 2026-06-30')
    expect(await itemsInLines(plan, ...chapters)).toEqual(expected)
  })

  it.each([
    '本方面问题由县水利局会同有关部门研究推进。',
    '本类问题整改难度较大，县水利局要高度重视。',
    '2024年以来，县水利局多次研究本类问题。',
    '县水利局2025年6月30日前召开专题会议，部署本方面问题的整改。',
  ])('prose is none: %s', async (words) => {
    expect(await itemsInLines(plan, '一、水源方面', words, one, two, '二、管网方面', three, fourth)).toEqual(inChapters())
  })
})

describe('fields told for numbers', () => {
  const unit = 'who responsible_unit:县财政局'

  it.each([
    ['（第1至2项责任单位：县财政局；整改时限：2024年10月底前）', `${unit} ｜ due 2024-10-31`],
    ['（第1至2项责任单位均为县财政局）', unit],
    ['（第1-2项责任单位：县财政局）', unit],
    ['（第1至2项整改时限均为2024年10月底前）', 'due 2024-10-31'],
  ])('before them: %s', async (words, fields) => {
    expect(await itemsInLines(plan, words, ...four)).toEqual(fourRead.map((item, i) => (i < 2 ? `${item} ｜ ${fields}` : item)))
  })

  it.each([
    ['（第3至4项责任单位：县财政局；整改时限：2024年10月底前）', `${unit} ｜ due 2024-10-31`],
    ['（第3至4项责任单位均为县国资中心）', 'who responsible_unit:县国资中心'],
    ['（第3至4项整改时限均为2024年10月底前）', 'due 2024-10-31'],
  ])('behind them: %s', async (words, fields) => {
    expect(await itemsInLines(plan, ...four, words)).toEqual(fourRead.map((item, i) => (i < 2 ? item : `${item} ｜ ${fields}`)))
  })

  it('before some and behind others, one excepted', async () => {
    const before = '（第1至2项责任单位：县财政局；整改时限：2024年10月底前）'
    const behind = '（第3至4项牵头单位：县民政局；整改时限除第4项另行注明外，均为2024年12月底前）'
    const fields = [`${unit} ｜ due 2024-10-31`, `${unit} ｜ due 2024-10-31`]
    fields.push('who lead_unit:县民政局 ｜ due 2024-12-31', 'who lead_unit:县民政局 ｜ due 2025-03-31')
    expect(await itemsInLines(plan, before, one, two, three, `${fourth}⏎整改时限：2025年3月底前`, behind)).toEqual(
      fourRead.map((item, i) => `${item} ｜ ${fields[i]}`),
    )
  })

  it.each(['第1至4项工作由县财政局牵头研究。', '县财政局2024年10月底前完成第1至2项工作的摸底。'])(
    'prose is none: %s',
    async (words) => {
      const { items } = await readLines(plan, '一、总体要求', words, '二、整改任务', ...four)
      expect(items.map(({ label, parties, deadline }) => [label, parties, deadline])).toEqual(
        ['1.', '2.', '3.', '4.'].map((label) => [label, [], null]),
      )
      const report = await readLines(plan, '一、总体要求', words, '二、保障措施⏎加强组织领导。')
      expect(report.items).toEqual([])
      expect(report.diagnostics.map(({ code }) => code)).toContain('no_items')
    },
  )
})

describe('a bracket of fields on a line of its own', () => {
  const brackets = [
    '（牵头单位：县水利局；配合单位：县住建局；完成时限：2024年10月底前）',
    '（牵头单位：县林业局；完成时限：2024年9月底前）',
  ]
  const fields = [
    'who lead_unit:县水利局,supporting_unit:县住建局 ｜ due 2024-10-31',
    'who lead_unit:县林业局 ｜ due 2024-09-30',
  ]

  it.each([
    ['1．', '2．', '围网破损。', '一是修复围网。⏎二是开展巡查。'],
    ['1、', '2、', '围网破损。', '（1）修复围网。⏎（2）开展巡查。'],
    ['（一）', '（二）', '围网破损。', '一是修复围网。⏎二是开展巡查。'],
    ['1．', '2．', '关于围网破损的问题。', '一是修复围网；⏎二是开展巡查。'],
    ['（1）', '（2）', '关于围网破损的问题。', '一是修复围网；二是开展巡查。'],
  ])('is the item’s: %s%s%s %s', async (first, second, problem, steps) => {
    const item = (mark: string, i: number) => `${mark}${problem}⏎${steps}⏎${brackets[i]}`
    const plans = steps.replace(/⏎|(?<=；)(?=二)/, ' ')
    expect(await itemsInLines(plan, item(first, 0), item(second, 1))).toEqual(
      [first, second].map((mark, i) => `${mark}${problem} ｜ plan ${plans} ｜ ${fields[i]}`),
    )
  })

  it('behind each measure is the measure’s', async () => {
    const steps =
      '（1）修复围网。⏎（责任单位：县水利局；完成时限：2024年9月底前）⏎（2）开展巡查。⏎（责任单位：县住建局；完成时限：2024年10月底前）'
    const report = await readLines(plan, `1．水源地围网破损。⏎${steps}⏎2．取水口标牌缺失。⏎${steps}`)
    expect(problems(report)).toEqual(['水源地围网破损。', '取水口标牌缺失。'])
    for (const { measures, parties } of report.items) {
      expect(parties).toEqual([])
      expect(measures.map(({ label }) => label)).toEqual(['（1）', '（2）'])
      expect(measures.flatMap((step) => step.parties.map(({ name }) => name))).toEqual(['县水利局', '县住建局'])
      expect(measures.map(({ deadline }) => deadline?.entries[0]?.date)).toEqual(['2024-09-30', '2024-10-31'])
    }
  })
})

describe('针对“…”的问题 and its measures in one paragraph', () => {
  const phrases = ['针对“水源地围网‘破而不修’”的问题', '针对“取水口标牌‘有牌无字’，巡查流于形式”的问题']
  const runs = ['一是修复围网；二是开展巡查。', '一是补设标牌；二是登记巡查。']

  it.each(['1. 2.', '（1） （2）', '（一） （二）', ' '])('numbered %s', async (numbers) => {
    const marks = numbers.split(' ')
    const report = await readLines(plan, '一、整改任务', ...marks.map((mark, i) => `${mark}${phrases[i]}，${runs[i]}`))
    expect(problems(report).map((words) => words.replace(/，$/, ''))).toEqual(phrases)
    expect(report.items.map(({ measures }) => measures.map((step) => step.label + step.text).join(''))).toEqual(runs)
  })

  it('in 整改措施 is no item', async () => {
    const item = (n: number, problem: string) => `${n}. ${problem}⏎整改措施：${phrases[n - 1]}，${runs[n - 1]}`
    expect(problems(await readLines(plan, item(1, '围网破损。'), item(2, '标牌缺失。')))).toEqual(['围网破损。', '标牌缺失。'])
  })
})

describe('长效机制建设情况', () => {
  const done = ['1. 围网破损。⏎整改进展：已修复围网3处。', '2. 标牌缺失。⏎整改进展：已补设标牌。']
  const doneRead = ['1.围网破损。 ｜ done 已修复围网3处。', '2.标牌缺失。 ｜ done 已补设标牌。']

  it('under an item is progress', async () => {
    const items = done.map((words) => `${words}⏎长效机制建设情况：印发巡查制度。`)
    expect(await itemsInLines(progress, ...items)).toEqual(doneRead.map((item) => `${item} 印发巡查制度。`))
  })

  it('as a chapter is none', async () => {
    const chapters = ['一、总体情况⏎县政府高度重视，专题部署。⏎二、具体问题整改情况', ...done]
    expect(await itemsInLines(progress, ...chapters, '三、长效机制建设情况⏎县水利局印发巡查制度，每月通报一次。')).toEqual(
      doneRead.map((item) => `具体问题整改情况 ｜ ${item}`),
    )
  })
})

describe('totals', () => {
  const due = [`${one}⏎整改时限：2025年底前`, `${two}⏎整改时限：2025年6月底前`, `${three}⏎整改时限：长期坚持`]
  const state = (n: number, words: string) => `${n}. 第${n}水厂台账缺页。⏎整改情况：已派专人处理。⏎整改状态：${words}`
  const states = [state(1, '已完成'), state(2, '已完成'), state(3, '基本完成')]

  it.each([
    [plan, '反馈问题共3项，其中2025年底前完成整改2项，需要长期坚持的1项。', due, 'deadline:2025=2 deadline:ongoing=1 items=3'],
    [plan, '反馈问题共3项，其中需要长期坚持的1项，2025年底前完成整改2项。', due, 'deadline:2025=2 deadline:ongoing=1 items=3'],
    [plan, '其中2025年底前完成整改20项，需要长期坚持的10项。', due, 'deadline:2025=20? deadline:ongoing=10?'],
    [plan, '县政府需要长期坚持问题导向，2025年底前完成管网改造20公里。', due, ''],
    [progress, '集中整改期内已完成2个、基本完成1个。', states, 'status:basically_completed=1 status:completed=2'],
    [progress, '集中整改期内已完成10个、基本完成2个。', states, 'status:basically_completed=2? status:completed=10?'],
  ])('%s: %s', async (title, words, items, totals) => {
    const { declared } = await readLines(title, words, ...items)
    const said = declared.map((total) => `${total.measure}=${total.declared}${total.agrees ? '' : '?'}`)
    expect(said.sort().join(' ')).toBe(totals)
  })
})

it.each([
  ['云州省2023年度安全生产和', '防火工作考核反馈问题整改方案'],
  ['青槐县2024年度供水安全和', '节水工作督导反馈问题整改方案'],
])('a title %s⏎%s', async (...title) => {
  const report = await readLines(...title, ...four)
  expect(report.document.title).toBe(title.join(''))
  expect(sketches(report)).toEqual(fourRead)
})

describe('长期坚持 in a heading', () => {
  const states = ({ items }: Report) =>
    items.map(({ category, status: s }) => `${category?.text} ${s && s.code + (s.ongoing ? '+ongoing' : '')}`)

  it.each(['长期坚持的任务', '长期整改的任务', '长期坚持类任务'])('of a plan is no state: %s', async (last) => {
    const headings = ['（一）立行立改的任务', one, '（二）限期整改的任务', two, `（三）${last}`, three, fourth]
    const expected = ['立行立改的任务 null', '限期整改的任务 null', `${last} null`, `${last} null`]
    expect(states(await readLines(plan, '二、整改任务', ...headings))).toEqual(expected)
  })

  it.each(['需长期坚持的问题', '长期坚持的问题', '需长期整改的问题'])('of a report is a state: %s', async (last) => {
    const [a = '', b = '', c = '', d = ''] = four.map((words) => words.replace('整改措施', '整改情况'))
    const finished = '已完成整改的问题'
    const expected = [finished, finished, last, last].map((h) => `${h} ${h === last ? 'in_progress+ongoing' : 'completed'}`)
    expect(states(await readLines(progress, `（一）${finished}`, a, b, `（二）${last}`, c, d))).toEqual(expected)
  })
})

describe('实际完成时间', () => {
  it.each([
    ['计划完成时间：2024年3月31日⏎实际完成时间：2024年3月15日', '2024-03-31'],
    ['实际完成时间：2024年3月15日⏎计划完成时间：2024年3月31日', '2024-03-31'],
    ['实际完成时间：2024年3月15日', undefined],
  ])('is no deadline: %s', async (words, date) => {
    const report = await readLines(progress, `${one}⏎${words}`, `${two}⏎${words}`)
    expect(problems(report)).toEqual(['围网破损。', '标牌缺失。'])
    expect(deadlines(report)).toEqual([date, date])
  })

  it('nor is it as a column', async () => {
    const rows = ['1|围网破损。|2024年3月31日|2024年3月15日', '2|标牌缺失。|2024年4月30日|2024年4月2日']
    const report = await readPage(`<h1>${ledger}</h1>${table('序号|问题|计划完成时间|实际完成时间', ...rows)}`)
    expect(deadlines(report)).toEqual(['2024-03-31', '2024-04-30'])
  })
})

const crumbLines = ['当前位置：首页>政务公开>督导整改', '您现在的位置：首页 > 政务公开', '当前位置：首页&gt;&gt;通知公告']
it.each(crumbLines)('a page in one paragraph under %s', async (crumbs) => {
  const lines = [crumbs, plan, '根据反馈意见，制定本方案。', '一、水源方面', one, two, '二、管网方面', three, fourth]
  const report = await readPage(`<p>${lines.join('⏎').replaceAll('⏎', '<br>')}</p>`)
  expect(sketches(report)).toEqual(inChapters())
  expect(report.document.title).toBe(plan)
  expect(report.document.text).not.toContain('首页')
})

describe('a table pasted in two parts, the head again over one row', () => {
  const head = ['序号', '存在问题', '整改措施', '责任单位']
  const row = (n: number, problem: string, unit: string) => [`${n}`, problem, '限期办结。', unit]
  const rows = [row(1, '围网破损。', '县水利局'), row(2, '标牌缺失。', '县水利局'), row(3, '井盖下沉。', '县住建局')]
  const rowsRead = rows.map(([, problem, measure, unit]) => `${problem} ｜ plan ${measure} ｜ who responsible_unit:${unit}`)

  it.each([[[]], [['续表']], [['（续表）']], [['续表1']]])('under %j', async (again) => {
    const parts = [head, ...rows.slice(0, 2), ...again.map((words) => [words]), head, ...rows.slice(2)]
    expect(bare(await readLines(ledger, ...parts.map((cells) => cells.join('⏎'))))).toEqual(rowsRead)
    expect(bare(await readLines(ledger, ...parts.map((cells) => cells.join('⇥'))))).toEqual(rowsRead)
  })
})

describe('two columns', () => {
  const found = ['水源地围网破损，牲畜进入。', '取水口标牌缺失，界线不清。', '东街井盖下沉，行人绊倒。']
  const work = ['修复围网3处。', '补设标牌2块。', '更换井盖5个。']

  it.each(['   ', '      ', '　　', '⇥'])('parted by "%s"', async (gap) => {
    for (const [title, name, kind] of [[progress, '目前进展', 'done'] as const, [ledger, '整改措施', 'plan'] as const]) {
      const left = ['存在问题', ...found]
      const right = [name, ...work]
      const expected = found.map((problem, i) => `${problem} ｜ ${kind} ${work[i]}`)
      expect(await itemsInLines(title, ...left.map((cell, i) => `${cell}${gap}${right[i]}`))).toEqual(expected)
      expect(await itemsInLines(title, ...right.map((cell, i) => `${cell}${gap}${left[i]}`))).toEqual(expected)
    }
  })
})

it.each([
  ['责任单位|问题数|存在问题|整改措施', '县水利局|2个|围网破损。|修复。', '县住建局|4个|井盖下沉。|更换。', '合计|6个||'],
  ['责任单位|问题数|存在问题|整改措施', '县水利局|2个|围网破损。|修复。', '县住建局|4个|井盖下沉。|更换。', '总计|6||'],
  ['序号|问题数|存在问题|整改措施', '1|2个|围网破损。|修复。', '2|4个|井盖下沉。|更换。', '合计|6个||'],
  ['序号|存在问题|问题数|整改措施', '1|围网破损。|2个|修复。', '2|井盖下沉。|4个|更换。', '合计||6个|'],
])('a sum row is no item: %s %s %s %s', async (...rows) => {
  const page = await readPage(`<h1>${ledger}</h1>${table(...rows)}`)
  expect(problems(page)).toEqual(['围网破损。', '井盖下沉。'])
  const pasted = await readLines(ledger, ...rows.map((cells) => cells.replaceAll('|', '⇥')))
  expect(problems(pasted)).toEqual(['围网破损。', '井盖下沉。'])
})

it.each(['', '  ', '；'])('责任领导, 责任人, 是否完成 in one line, between them "%s"', async (gap) => {
  const names = [
    '韩立春 邓小禾 已完成整改 completed',
    '韩立春 苗青山 正在整改 in_progress',
    '贺文博 邓小禾 已完成整改 completed',
  ]
  const items = names.map((words, i) => {
    const [lead, person, state, code] = words.split(' ')
    const fields = `责任领导：${lead}${gap}责任人：${person}${gap}是否完成：${state}`
    const who = `lead_official:${lead},responsible_official:${person}`
    return [`${i + 1}. 围网破损${i + 1}处。⏎整改情况：已派专人处理。⏎${fields}`, `｜ who ${who} ｜ state ${code}`] as const
  })
  const expected = items.map(([, fields], i) => `${i + 1}.围网破损${i + 1}处。 ｜ done 已派专人处理。 ${fields}`)
  const words = items.map(([item]) => item)
  expect(await itemsInLines(progress, ...words)).toEqual(expected)
  const page = await readPage(`<h1>${progress}</h1><p>${words.join('⏎').replaceAll('⏎', '</p><p>')}</p>`)
  expect(sketches(page)).toEqual(expected)
})

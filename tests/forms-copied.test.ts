/** Forms, cards and tables that suffered when they were copied as text. Reports in our own words. */
import { describe, expect, it } from 'vitest'
import type { Report } from '../pipeline/record.js'
import { itemsInPage, read, sketches } from './helpers/sketch.js'

const plan = '白苇县林区巡查反馈问题整改方案'
const ledger = '白苇县林区巡查反馈问题整改台账'
const progress = '白苇县林区巡查反馈问题整改情况报告'
/** `⏎` in words is a line's end, `⇥` a tab. */
const source = (...words: string[]): string => words.join('\n').replaceAll('⏎', '\n').replaceAll('⇥', '\t')
/** The items without their labels, whose shape a form leaves open. */
const bare = (report: Report): string[] => sketches({ ...report, items: report.items.map((item) => ({ ...item, label: '' })) })
const digits = ({ items }: Report): string[] => items.map(({ label }) => label.replace(/\D/g, ''))
const problems = ({ items }: Report): string[] => items.map(({ problem }) => problem.text)
const reads = async (words: string[], items: string[]): Promise<void> =>
  expect(bare(await read(source(...words)))).toEqual(items)
/** The like, where the items are numbered 1, 2, 3 … . */
const readsNumbered = async (words: string[], items: string[]): Promise<void> => {
  const report = await read(source(...words))
  expect(bare(report)).toEqual(items)
  expect(digits(report).map(Number)).toEqual(items.map((_, i) => i + 1))
}

describe('a form copied line by line from narrow cells', () => {
  const form = (n: number, problem: string, measure: string, unit: string, due: string, state: string): string =>
    `序⏎号⏎${n}⏎存在问⏎题⏎${problem}⏎整改措⏎施⏎${measure}⏎整改责任⏎单位⏎${unit}⏎整改时⏎限⏎${due}⏎整改状⏎态⏎${state}`
  const forms = [
    form(1, '山门外乱搭摊⏎棚，堵塞通道。', '拆除摊棚，恢⏎复通道。', '县林业局', '2024年6月⏎底前', '已完成'),
    form(2, '护林房屋顶漏⏎雨。', '更换屋顶瓦⏎片。', '县发改局', '2024年9月⏎底前', '正在整改'),
    form(3, '防火物资过期⏎未换。', '清点并更换物⏎资。', '县应急局', '2024年7月⏎底前', '已完成'),
  ]
  const items = [
    '山门外乱搭摊棚，堵塞通道。 ｜ plan 拆除摊棚，恢复通道。 ｜ who responsible_unit:县林业局 ｜ due 2024-06-30 ｜ state completed',
    '护林房屋顶漏雨。 ｜ plan 更换屋顶瓦片。 ｜ who responsible_unit:县发改局 ｜ due 2024-09-30 ｜ state in_progress',
    '防火物资过期未换。 ｜ plan 清点并更换物资。 ｜ who responsible_unit:县应急局 ｜ due 2024-07-31 ｜ state completed',
  ]

  it('is put together again', () => readsNumbered([ledger, ...forms], items))
  it('is so where there are two only', () => readsNumbered([ledger, ...forms.slice(0, 2)], items.slice(0, 2)))

  it.each([
    ['整改措⏎施', '整改⏎措施'],
    ['整改措⏎施', '整⏎改措施'],
    ['存在问⏎题', '存在⏎问题'],
    ['整改状⏎态', '整改⏎状态'],
    ['整改责任⏎单位', '整改责⏎任单位'],
    ['整改责任⏎单位', '责任⏎单位'],
    ['整改时⏎限', '完成⏎时限'],
    ['整改时⏎限', '整改时限'],
  ])('%s cut as %s', (usual, other) => readsNumbered([ledger, ...forms.map((words) => words.replace(usual, other))], items))

  it('责任单位 and 责任人 in a head are two names', async () => {
    const row = (n: number, problem: string, unit: string, person: string) => `${n}⏎${problem}⏎${unit}⏎${person}⏎2024年6月底前`
    const rows = [
      row(1, '山门外乱搭摊棚。', '县林业局', '石明远'),
      row(2, '护林房屋顶漏雨。', '县发改局', '罗晓春'),
      row(3, '防火物资过期未换。', '县应急局', '钱立新'),
    ]
    const rowsRead = [
      '山门外乱搭摊棚。 ｜ who responsible_unit:县林业局,responsible_official:石明远 ｜ due 2024-06-30',
      '护林房屋顶漏雨。 ｜ who responsible_unit:县发改局,responsible_official:罗晓春 ｜ due 2024-06-30',
      '防火物资过期未换。 ｜ who responsible_unit:县应急局,responsible_official:钱立新 ｜ due 2024-06-30',
    ]
    await readsNumbered([ledger, '序号⏎存在问题⏎责任单位⏎责任人⏎整改时限', ...rows], rowsRead)
  })

  const whole = (n: number, problem: string, measures: string) => `序号 ${n}⏎存在问题：${problem}⏎整改措施：${measures}`
  const two = [whole(1, '山门外乱搭摊棚。', '限期办结。'), whole(2, '护林房屋顶漏雨。', '限期办结。')]
  const twoRead = ['山门外乱搭摊棚。 ｜ plan 限期办结。', '护林房屋顶漏雨。 ｜ plan 限期办结。']

  it.each(['4. ', '4．', '4、'])('numbered paragraphs %s behind whole forms go on with the list', async (mark) => {
    const behind = [
      `${mark}步道栏杆锈蚀。⏎整改措施：限期办结。⏎责任单位：县住建局`,
      `${mark.replace('4', '5')}古树名木未挂牌。⏎整改措施：限期办结。⏎责任单位：县林业局`,
    ]
    const rest = [
      '防火物资过期未换。 ｜ plan 限期办结。',
      '步道栏杆锈蚀。 ｜ plan 限期办结。 ｜ who responsible_unit:县住建局',
      '古树名木未挂牌。 ｜ plan 限期办结。 ｜ who responsible_unit:县林业局',
    ]
    await readsNumbered([ledger, ...two, whole(3, '防火物资过期未换。', '限期办结。'), ...behind], [...twoRead, ...rest])
  })

  it('numbered measures within the last form do not', async () => {
    const last = whole(3, '防火物资过期未换。', '⏎1. 清点物资。⏎2. 更换物资。⏎责任单位：县应急局')
    const lastRead = '防火物资过期未换。 ｜ plan 1.清点物资。 2.更换物资。 ｜ who responsible_unit:县应急局'
    await readsNumbered([ledger, ...two, last], [...twoRead, lastRead])
  })
})

describe('a list that is half paragraphs, half table', () => {
  const names = [
    '山门外乱搭摊棚。',
    '护林房屋顶漏雨。',
    '防火物资过期未换。',
    '步道栏杆锈蚀。',
    '古树名木未挂牌。',
    '林道塌方未清。',
  ]
  const fields = '整改措施：限期办结。⏎责任单位：县林业局⏎整改时限：2024年6月底前'
  const paragraphs = (from: number, mark: string): string[] =>
    [0, 1, 2].map((i) => `${mark.replace('1', `${from + i}`)}${names[from + i - 1]}⏎${fields}`)
  const table = (from: number): string[] => [
    '序号⇥存在问题⇥整改措施⇥责任单位⇥整改时限',
    ...[0, 1, 2].map((i) => `${from + i}⇥${names[from + i - 1]}⇥限期办结。⇥县林业局⇥2024年6月底前`),
  ]
  const all = names.map((name) => `${name} ｜ plan 限期办结。 ｜ who responsible_unit:县林业局 ｜ due 2024-06-30`)
  const marks = ['1.', '1、', '（1）']

  it.each(marks)('paragraphs %s, right behind them the table', async (mark) => {
    const report = await read(source(plan, ...paragraphs(1, mark), ...table(4)))
    expect(digits(report)).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(problems(report)).toEqual(names)
  })

  it.each(marks)('paragraphs %s, a heading, the table', (mark) =>
    readsNumbered(
      [plan, '一、设施方面', ...paragraphs(1, mark), '二、管理方面', ...table(4)],
      all.map((item, i) => `${i < 3 ? '设施方面' : '管理方面'} ｜ ${item}`),
    ),
  )

  it.each(marks)('the table, right behind it paragraphs %s', (mark) =>
    readsNumbered([plan, ...table(1), ...paragraphs(4, mark)], all),
  )

  it.each([1, 4])('a table of other matters from %i is no part of it', async (from) => {
    const matters = ['铁锹⇥20把', '水泵⇥3台', '对讲机⇥8部'].map((words, i) => `${from + i}⇥${words}⇥东坡护林站`)
    const other = ['林区物资发放情况见下表：', '序号⇥物资⇥数量⇥领用单位', ...matters]
    await readsNumbered([plan, ...paragraphs(1, '1.'), ...other], all.slice(0, 3))
  })
})

describe('cards copied from a web page', () => {
  const cards = [
    '01⏎山门外乱搭摊棚，堵塞通道⏎已完成⏎整改措施⏎1. 拆除摊棚12处。⏎2. 恢复通道。⏎责任单位⏎县林业局⏎查看详情 ﹀',
    '02⏎护林房屋顶漏雨⏎正在整改⏎整改目标⏎屋顶不再漏雨。⏎整改措施⏎更换屋顶瓦片。⏎整改时限⏎2024年9月底前⏎收起详情 ︿',
    '03⏎防火物资过期未换⏎已完成⏎整改措施⏎1. 清点物资。⏎2. 更换过期物资。⏎责任单位⏎县应急局⏎整改时限⏎2024年7月底前⏎查看详情 ﹀',
  ]
  const items = [
    '山门外乱搭摊棚，堵塞通道 ｜ plan 1.拆除摊棚12处。 2.恢复通道。 ｜ who responsible_unit:县林业局 ｜ state completed',
    '护林房屋顶漏雨 ｜ goal 屋顶不再漏雨。 ｜ plan 更换屋顶瓦片。 ｜ due 2024-09-30 ｜ state in_progress',
    '防火物资过期未换 ｜ plan 1.清点物资。 2.更换过期物资。 ｜ who responsible_unit:县应急局 ｜ due 2024-07-31 ｜ state completed',
  ]
  const one = ['1', '2', '3'].map((n, i) => cards[i]?.replace(/^0\d/, n) ?? '')

  it('have different labels, and buttons that are no words', () => readsNumbered([progress, ...cards], items))
  it('have numbers without 0 too', () => readsNumbered([progress, ...one], items))

  it.each([
    '相关推荐⏎1⏎林区春季防火通告发布⏎2⏎县林业局举办技能比武⏎3⏎古树名木普查启动',
    '相关推荐⏎1 林区春季防火通告发布⏎2 县林业局举办技能比武⏎3 古树名木普查启动',
  ])('%s behind them is no item', (related) => readsNumbered([progress, ...cards, related], items))

  it('are read in the page itself', async () => {
    const lines = (card: string) => `<div>${card.replace(/[^⏎]+/g, '<div>$&</div>').replaceAll('⏎', '')}</div>`
    const page = await itemsInPage(`<h1>${progress}</h1>${cards.map(lines).join('')}`)
    expect(page).toEqual(items.map((item, i) => `0${i + 1}${item}`))
  })
})

describe('names and values parted by blanks', () => {
  it('are a form, of which unknown names are no part', () => {
    const wrap = '⏎            '
    const first = `问题        山门外乱搭摊棚，${wrap}堵塞通道。⏎扣分        3分⏎整改措施    拆除摊棚，恢复${wrap}通道。⏎责任单位    县林业局⏎备注        另行公示⏎整改时限    2024年6月底前⏎`
    const second =
      '问题        护林房屋顶漏雨。⏎扣分        1分⏎整改措施    更换瓦片。⏎责任单位    县发改局⏎备注        另行公示⏎整改时限    2024年9月底前'
    const both = [
      '山门外乱搭摊棚，堵塞通道。 ｜ plan 拆除摊棚，恢复通道。 ｜ who responsible_unit:县林业局 ｜ due 2024-06-30',
      '护林房屋顶漏雨。 ｜ plan 更换瓦片。 ｜ who responsible_unit:县发改局 ｜ due 2024-09-30',
    ]
    return reads([plan, '', first, second], both)
  })

  it('two pairs stand in one line', () =>
    reads(
      [
        '白苇区林区巡查反馈问题整改台账⏎',
        '问题      山门外乱搭摊棚。⏎整改措施  拆除摊棚。⏎完成时间  2024年5月底（已完成）  牵头单位  区林业局⏎',
        '问题      护林房屋顶漏雨。⏎整改措施  更换瓦片。⏎完成时间  2024年8月底  牵头单位  区发改局、区财政局',
      ],
      [
        '山门外乱搭摊棚。 ｜ plan 拆除摊棚。 ｜ who lead_unit:区林业局 ｜ due 2024-05-31 ｜ state completed',
        '护林房屋顶漏雨。 ｜ plan 更换瓦片。 ｜ who lead_unit:区发改局,lead_unit:区财政局 ｜ due 2024-08-31',
      ],
    ))
})

describe('forms and tables that are drawn', () => {
  const items = [
    '山门外乱搭摊棚，堵塞通道。 ｜ plan 拆除摊棚。 ｜ who responsible_unit:县林业局',
    '护林房屋顶漏雨。 ｜ plan 更换瓦片。 ｜ who responsible_unit:县发改局',
  ]

  it.each(['│', '┃', '|'])('as lines between %s', (bar) => {
    const line = (...cells: string[]) => `${bar} ${cells.join(` ${bar} `)} ${bar}`
    const form = (problem: string, measure: string, unit: string) =>
      [line('存在问题', problem), line('整改措施', measure), line('责任单位', unit)].join('⏎')
    const first = form('山门外乱搭摊棚，堵塞通道。', '拆除摊棚。', '县林业局')
    return reads([plan, '', first, '', form('护林房屋顶漏雨。', '更换瓦片。', '县发改局')], items)
  })

  it.each(['┌─┬┐│├┼┤└┴┘', '┏━┳┓┃┣╋┫┗┻┛', '╔═╦╗║╠╬╣╚╩╝', '+-++|++++++'])('as boxes of %s', (strokes) => {
    const [a, line = '', b, c, bar = '', d, e, f, g, h, i] = strokes
    const rule = (left = '', middle = '', right = '') => `${left}${line.repeat(8)}${middle}${line.repeat(16)}${right}`
    const cells = (name: string, value: string) => `${bar}${name.padEnd(4, '　')}${bar}${value.padEnd(8, '　')}${bar}`
    const form = (problem: string[], measure: string, unit: string): string[] => [
      rule(a, b, c),
      ...problem,
      rule(d, e, f),
      cells('整改措施', measure),
      rule(d, e, f),
      cells('责任单位', unit),
      rule(g, h, i),
    ]
    const first = form([cells('存在问题', '山门外乱搭摊棚，'), cells('', '堵塞通道。')], '拆除摊棚。', '县林业局')
    return reads([plan, '', ...first, '', ...form([cells('存在问题', '护林房屋顶漏雨。')], '更换瓦片。', '县发改局')], items)
  })

  it('as a table of boxes', () => {
    const rows = [
      '┌──┬────────────────┬──────────┬────────┐',
      '│序│存在问题　　　　│整改措施　│责任单位│',
      '│号│　　　　　　　　│　　　　　│　　　　│',
      '├──┼────────────────┼──────────┼────────┤',
      '│1 │山门外乱搭摊棚，│拆除摊棚。│县林业局│',
      '│  │堵塞通道。　　　│　　　　　│　　　　│',
      '├──┼────────────────┼──────────┼────────┤',
      '│2 │护林房屋顶漏雨。│更换瓦片。│县发改局│',
      '└──┴────────────────┴──────────┴────────┘',
    ]
    return readsNumbered([plan, '', ...rows], items)
  })

  it('with tabs, right under a line that a tab indents', () => {
    const form = (...values: string[]) => `存在问题⇥${values[0]}⏎整改措施⇥${values[1]}⏎责任单位⇥${values[2]}⏎`
    const first = form('山门外乱搭摊棚，堵塞通道。', '拆除摊棚。', '县林业局')
    const second = form('护林房屋顶漏雨。', '更换瓦片。', '县发改局')
    return reads([plan, '⇥根据巡查组的反馈意见，制定整改方案如下。', first, second], items)
  })
})

it('labels set wide stand among stray blanks', async () => {
  const first =
    '1. 山门外乱搭 摊棚， 堵塞通 道。⏎总 体 目 标：通道 畅通， 游客安 全。⏎整 改 措 施：拆 除摊棚 。⏎责 任 单 位：县林业 局'
  const second = '2. 护林 房屋顶漏 雨。⏎总 体 目 标：屋顶 不再漏雨。⏎整 改 措 施：更换瓦 片。⏎责 任 单 位：县发 改局'
  const report = await read(source(plan, first, second))
  expect(sketches(report).map((item) => item.replace(/(?<=\p{L}|，) (?=\p{Script=Han}|。)(?<!plan |goal )/gu, ''))).toEqual([
    '1.山门外乱搭摊棚，堵塞通道。 ｜ goal 通道畅通，游客安全。 ｜ plan 拆除摊棚。 ｜ who responsible_unit:县林业局',
    '2.护林房屋顶漏雨。 ｜ goal 屋顶不再漏雨。 ｜ plan 更换瓦片。 ｜ who responsible_unit:县发改局',
  ])
})

describe('page numbers between lines', () => {
  const pageNumber = (n: number) => `⏎第 ${n} 页 共 9 页⏎`

  it('cut a value that is glued to its label', async () => {
    const item = (head: string, effect: string) => `${head}⏎⏎整改措施规范台账，按月核对。⏎⏎预期成效${effect}⏎`
    const cut = `公务接待、公务用车管理全⏎${pageNumber(2)}⏎面规范，用车登记完整。`
    const first = item('1. 公务接待审批不严。', '接待审批手续齐全，超标准接待不再发生。')
    const last = item('3. 差旅报销不实。', '差旅报销真实合规，票据齐全完整。')
    const report = await read(source(plan, first, pageNumber(1), item('2. 公务用车管理混乱。', cut), last, pageNumber(3)))
    expect(problems(report)).toEqual(['公务接待审批不严。', '公务用车管理混乱。', '差旅报销不实。'])
    expect(report.items[1]?.goal?.text).toBe('公务接待、公务用车管理全面规范，用车登记完整。')
    expect(report.document.text).not.toContain('页')
  })

  it('do not take a line with them that stands beside several', async () => {
    const item = (n: number, problem: string) => `${n}. ${problem}⏎整改措施：限期办结。⏎责任科室市城管局${pageNumber(n)}`
    const report = await read(source(plan, item(1, '山门外乱搭摊棚。'), item(2, '路灯不亮。'), item(3, '井盖缺失。')))
    expect(problems(report)).toEqual(['山门外乱搭摊棚。', '路灯不亮。', '井盖缺失。'])
    expect(report.document.text.split('责任科室市城管局')).toHaveLength(4)
    expect(report.items.map(({ parties }) => parties.map(({ name }) => name).join())).toEqual([
      '市城管局',
      '市城管局',
      '市城管局',
    ])
  })
})

describe('a table pasted cell by cell', () => {
  const rows = [
    '序号⏎存在问题⏎整改措施⏎责任单位⏎备注',
    '1⏎山门外乱搭摊棚。⏎拆除摊棚。⏎县林业局⏎已完成整改并销号',
    '2⏎护林房屋顶漏雨。⏎更换瓦片。⏎县发改局⏎正在整改',
    '3⏎防火物资过期未换。⏎更换物资。⏎县应急局⏎已完成整改并销号',
  ]
  const items = [
    '山门外乱搭摊棚。 ｜ plan 拆除摊棚。 ｜ who responsible_unit:县林业局 ｜ state completed+closed',
    '护林房屋顶漏雨。 ｜ plan 更换瓦片。 ｜ who responsible_unit:县发改局 ｜ state in_progress',
    '防火物资过期未换。 ｜ plan 更换物资。 ｜ who responsible_unit:县应急局 ｜ state completed+closed',
  ]

  it('holds states in 备注', () => readsNumbered([ledger, ...rows], items))

  it.each([
    '三、下一步工作打算⏎县政府将加强日常巡查，防止问题反弹。',
    '三、保障措施⏎（一）加强组织领导。县政府成立专班。⏎（二）加强督促检查。县政府每月调度。',
  ])('ends before %s', (next) => readsNumbered([ledger, ...rows, next], items))

  it('other words in 备注 are no state', () => {
    const plain = rows.map((words) => words.replace(/已完成整改并销号|正在整改/, '重点督办'))
    const stateless = items.map((item) => item.replace(/ ｜ state .*/, ''))
    return readsNumbered([ledger, ...plain], stateless)
  })
})

it('Markdown of pandoc has attributes in headings and pictures in states', async () => {
  const item = (head: string, done: string, state: string) =>
    `⏎### ${head} {#section-4 .cls}⏎⏎**整改情况：**${done}⏎⏎**整改状态：**${state}`
  const words = [
    `# ${progress} {#title .unnumbered}⏎⏎## 一、设施方面 {#section .cls}`,
    item('1. 山门外乱搭摊棚', '已拆除摊棚12处。', '✅ 已完成'),
    item('2. 护林房屋顶漏雨', '已采购瓦片。', '🔄 正在推进'),
    '⏎## 二、管理方面 {#section-9 .cls}',
    item('3. 古树名木未挂牌', '尚未动工。', '⏳ 未启动'),
  ]
  const report = await read(source(...words), 'report.md')
  expect(sketches(report)).toEqual([
    '设施方面 ｜ 1.山门外乱搭摊棚 ｜ done 已拆除摊棚12处。 ｜ state completed',
    '设施方面 ｜ 2.护林房屋顶漏雨 ｜ done 已采购瓦片。 ｜ state in_progress',
    '管理方面 ｜ 3.古树名木未挂牌 ｜ done 尚未动工。 ｜ state not_started',
  ])
  expect(report.document.title).toBe(progress)
  expect(report.document.text).not.toMatch(/[{}#]/)
})

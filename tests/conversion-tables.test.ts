/** What conversion does to tables: rows and forms that a page cuts, cells one a line, grids, tabs, aligned text. Reports in our own words. */
import { describe, expect, it } from 'vitest'
import { itemsIn, itemsInPage } from './helpers/sketch.js'
import { plainRow as row } from './helpers/tables.js'

const plan = '青禾县关于巡察反馈问题的整改方案'
const html = (body: string): Promise<string[]> => itemsInPage(`<h1>${plan}</h1>${body}`)
const text = (...lines: string[]): Promise<string[]> => itemsIn([plan, ...lines].join('\n'))
const wide = (columns: number, words: string): string => `<tr><td colspan="${columns}">${words}</td></tr>`
const table = (...rows: string[]): string => `<table>${rows.join('')}</table>`

const names = ['序号', '存在问题', '整改措施', '责任单位']
const ledger = [
  ['1', '仓库无人看管。', '派人值守。', '县粮食局'],
  ['2', '台账登记不全，账物不符。', '补登台账，核对账物。', '县供销社'],
  ['3', '采购程序倒置，未批先采。', '修订办法，培训采购人员。', '县财政局'],
  ['4', '合同管理混乱，编号不一。', '统一编号，逐份登记。', '县审计局'],
]
const item = (label: string, [, problem, measure, unit]: string[] = []): string =>
  `${label}${problem} ｜ plan ${measure} ｜ who responsible_unit:${unit}`
const items = ledger.map((cells, i) => item(`${i + 1}`, cells))
const others = ledger.slice(1).map((cells) => row(...cells))

describe('a row that a page has cut within its table', () => {
  const head = row(...names)
  const first = row('1', '仓库长期无人看管，门锁', '派人值守，对损坏的门锁逐个', '县粮食局')
  const rest = row('', '损坏后没有更换。', '更换，每月核对一次。', '')
  const whole =
    '1仓库长期无人看管，门锁损坏后没有更换。 ｜ plan 派人值守，对损坏的门锁逐个更换，每月核对一次。 ｜ who responsible_unit:县粮食局'

  it.each([
    ['is one', [head, first, rest, ...others]],
    ['the head again between its parts', [head, first, head, rest, ...others]],
  ])('%s', async (_what, rows) => {
    expect(await html(table(...rows))).toEqual([whole, ...items.slice(1)])
  })

  it.each([
    ['one cell alone goes on', [head, row('1', '仓库无人看管。', '派人值守，门锁', '县粮食局'), row('', '', '逐个更换。', '')]],
    ['under the head', [head, row('1', '仓库无人看管。', '派人值守，门锁', '县粮食局'), head, row('', '', '逐个更换。', '')]],
  ])('%s', async (_what, rows) => {
    expect(await html(table(...rows, ...others))).toEqual([
      '1仓库无人看管。 ｜ plan 派人值守，门锁逐个更换。 ｜ who responsible_unit:县粮食局',
      ...items.slice(1),
    ])
  })

  it('in a table without numbers', async () => {
    const rows = [head, first, rest, ...others].map((cells) => cells.replace(/<td>[^<]*<\/td>/, ''))
    expect(await html(table(...rows))).toEqual([whole, ...items.slice(1)].map((words) => words.slice(1)))
  })

  it('in a small table', async () => {
    expect(await html(table(head, first, rest, ...others.slice(0, 1)))).toEqual([whole, items[1]])
  })

  it.fails('in a table of short cells', async () => {
    const rows = [row('1', '仓库无人看管，门锁', '派人值守，逐个', '县粮食局'), row('', '损坏未修。', '更换门锁。', '')]
    expect(await html(table(head, ...rows, row('2', '台账登记不全。', '补登台账。', '县供销社')))).toEqual([
      '1仓库无人看管，门锁损坏未修。 ｜ plan 派人值守，逐个更换门锁。 ｜ who responsible_unit:县粮食局',
      '2台账登记不全。 ｜ plan 补登台账。 ｜ who responsible_unit:县供销社',
    ])
  })

  it('rows without stops are no parts of one', async () => {
    const rows = [
      row('仓库无人看管', '派人值守', '县粮食局'),
      row('门锁损坏', '更换门锁', ''),
      row('台账登记不全', '补登台账', '县供销社'),
    ]
    expect(await html(table(row(...names.slice(1)), ...rows))).toEqual([
      '仓库无人看管 ｜ plan 派人值守 ｜ who responsible_unit:县粮食局',
      '门锁损坏 ｜ plan 更换门锁',
      '台账登记不全 ｜ plan 补登台账 ｜ who responsible_unit:县供销社',
    ])
  })

  it('two rows of measures that end with a stop remain two', async () => {
    const rows = [row('1', '仓库无人看管。', '派人值守。', '县粮食局'), row('', '', '更换门锁。', '县财政局')]
    expect(await html(table(head, ...rows, ...others.slice(0, 1)))).toEqual([
      '1仓库无人看管。 ｜ plan 派人值守。@responsible_unit:县粮食局 更换门锁。@responsible_unit:县财政局 ｜ who responsible_unit:县粮食局,responsible_unit:县财政局',
      '2台账登记不全，账物不符。 ｜ plan 补登台账，核对账物。@responsible_unit:县供销社 ｜ who responsible_unit:县供销社',
    ])
  })

  it('so do measures of one unit', async () => {
    const rows = [row('1', '仓库无人看管。', '派人值守。', '县粮食局'), row('', '', '更换门锁。', '')]
    const [read] = (await html(table(head, ...rows, ...others))).map((words) =>
      words.replaceAll('@responsible_unit:县粮食局', ''),
    )
    expect(read).toBe('1仓库无人看管。 ｜ plan 派人值守。 更换门锁。 ｜ who responsible_unit:县粮食局')
  })

  it('two problems without numbers that end with a stop remain two', async () => {
    const rows = [row('仓库无人看管。', '派人值守。', '县粮食局'), row('门锁损坏未修。', '更换门锁。', '县财政局')]
    expect(await html(table(row(...names.slice(1)), ...rows))).toEqual([
      '仓库无人看管。 ｜ plan 派人值守。 ｜ who responsible_unit:县粮食局',
      '门锁损坏未修。 ｜ plan 更换门锁。 ｜ who responsible_unit:县财政局',
    ])
  })

  it('a row that lacks its last cells is not joined', async () => {
    expect(
      await html(table(head, row('1', '仓库无人看管', '派人值守', '县粮食局'), row('2', '台账登记不全'), ...others.slice(1))),
    ).toEqual(['1仓库无人看管 ｜ plan 派人值守 ｜ who responsible_unit:县粮食局', '2台账登记不全', ...items.slice(2)])
  })

  it('a row with words of the head is none', async () => {
    const like = row('2', '整改措施', '问题清单补全。', '县财政局')
    expect(await html(table(head, row(...(ledger[0] ?? [])), like, ...others.slice(1)))).toEqual([
      items[0],
      '2整改措施 ｜ plan 问题清单补全。 ｜ who responsible_unit:县财政局',
      ...items.slice(2),
    ])
  })

  it('a row over all columns stays a category', async () => {
    const rows = ledger.map((cells) => row(...cells))
    expect(
      await html(table(head, wide(4, '储备管理方面'), ...rows.slice(0, 2), wide(4, '采购管理方面'), head, ...rows.slice(2))),
    ).toEqual([
      ...items.slice(0, 2).map((words) => `储备管理方面 ｜ ${words}`),
      ...items.slice(2).map((words) => `采购管理方面 ｜ ${words}`),
    ])
  })
})

describe('forms', () => {
  const form = (name: string, problem: string, ...rows: string[]) => table(row(name, problem), ...rows)
  const fields = [row('整改措施', '派人值守。'), row('责任单位', '县粮食局'), row('完成时限', '2024年6月底前')]
  const read = 'plan 派人值守。 ｜ who responsible_unit:县粮食局 ｜ due 2024-06-30'

  it.each([
    ['问题1', '问题2'],
    ['问题四', '问题五'],
    ['问题1', '问题四'],
  ])('whose problem is called %s, %s', async (a, b) => {
    expect(await html(form(a, '仓库无人看管。', ...fields) + form(b, '台账登记不全。', ...fields))).toEqual([
      `${a}仓库无人看管。 ｜ ${read}`,
      `${b}台账登记不全。 ｜ ${read}`,
    ])
  })

  it.each(['', '<p>— 2 —</p>', '<p>续表</p>'])('of two columns that a page parts: %s', async (between) => {
    const [measure = '', ...rest] = fields
    const cut = form('问题1', '仓库无人看管。', measure) + between + table(...rest)
    expect(await html(cut + form('问题2', '台账登记不全。', ...fields))).toEqual([
      `问题1仓库无人看管。 ｜ ${read}`,
      `问题2台账登记不全。 ｜ ${read}`,
    ])
  })

  it.each(['', '<p>— 2 —</p>', '<p>续表</p>'])('of four columns that a page parts: %s', async (between) => {
    const over = (name: string, value: string) => `<tr><td>${name}</td><td colspan="3">${value}</td></tr>`
    const top = (n: number, problem: string) => row('问题编号', `${n}`, '责任单位', '县粮食局') + over('存在问题', problem)
    const end = over('整改措施', '派人值守。') + row('完成时限', '2024年6月底前', '责任领导', '李青禾')
    expect(await html(table(top(1, '仓库无人看管。')) + between + table(end) + table(top(2, '台账登记不全。'), end))).toEqual(
      ['1仓库无人看管。', '2台账登记不全。'].map(
        (words) => `${words} ｜ plan 派人值守。 ｜ who responsible_unit:县粮食局,lead_official:李青禾 ｜ due 2024-06-30`,
      ),
    )
  })

  it('a form behind a page number that names its own problem is another', async () => {
    expect(
      await html(`${form('问题', '仓库无人看管。', ...fields)}<p>— 2 —</p>${form('问题', '台账登记不全。', ...fields)}`),
    ).toEqual([`仓库无人看管。 ｜ ${read}`, `台账登记不全。 ｜ ${read}`])
  })

  it('a frame of one cell around a page is layout', async () => {
    const inner = `<h1>${plan}</h1><p>1. 仓库无人看管。</p><p>整改措施：派人值守。</p><p>2. 台账登记不全。</p><p>整改措施：补登台账。</p>`
    expect(await itemsInPage(`${table(row(inner))}`)).toEqual([
      '1.仓库无人看管。 ｜ plan 派人值守。',
      '2.台账登记不全。 ｜ plan 补登台账。',
    ])
    const tabled = `<h1>${plan}</h1>${table(row(...names), ...ledger.map((cells) => row(...cells)))}`
    expect(await itemsInPage(`${table(row(tabled))}`)).toEqual(items)
  })

  it('a table of one cell among paragraphs is words', async () => {
    expect(
      await html(
        `<p>1. 仓库无人看管。</p>${table(row('整改措施：派人值守。'))}<p>2. 台账登记不全。</p><p>整改措施：补登台账。</p>`,
      ),
    ).toEqual(['1.仓库无人看管。 ｜ plan 派人值守。', '2.台账登记不全。 ｜ plan 补登台账。'])
  })
})

describe('cells one a line', () => {
  const numbered = (...numbers: number[]) => ledger.map(([, ...cells], i) => [`${numbers[i]}`, ...cells])

  it('the head on each page, 续表, counts that begin at 18', async () => {
    const [a = [], b = [], c = [], d = []] = numbered(18, 19, 20, 21)
    expect(await text(...names, ...a, ...b, '续表', ...names, ...c, '— 2 —', ...names, ...d)).toEqual(
      ledger.map((cells, i) => item(`${i + 18}`, cells)),
    )
  })

  it('counts that begin anew, categories with a stop', async () => {
    const [a = [], b = [], c = [], d = []] = numbered(1, 2, 1, 2)
    const read = await text(...names, '一、储备管理方面。', ...a, ...b, '二、采购管理方面。', ...c, ...d)
    expect(read).toEqual([
      `储备管理方面。 ｜ ${item('1', a)}`,
      `储备管理方面。 ｜ ${item('2', b)}`,
      `采购管理方面。 ｜ ${item('1', c)}`,
      `采购管理方面。 ｜ ${item('2', d)}`,
    ])
  })

  it('同上 is the cell above', async () => {
    const [a = [], b = [], c = []] = ledger
    expect(await text(...names, ...a, ...b.slice(0, 3), '同上', ...c)).toEqual([
      items[0],
      item('2', [...b.slice(0, 3), '县粮食局']),
      items[2],
    ])
  })

  it.each([['注：县级部门用简称。'], ['青禾县委巡察办', '2024年3月1日'], ['联系人：李青禾，电话：0871-65556666。']])(
    '%s behind the last row is no cell',
    async (...last) => {
      expect(await text(...names, ...ledger.flat(), ...last)).toEqual(items)
    },
  )
})

describe('tables as text', () => {
  /** By printed width: a Chinese character takes two. */
  const grid = (rows: string[][]) => {
    const widths = [6, 26, 26, 10]
    const ruled = (mark: string) => `+${widths.map((width) => mark.repeat(width + 2)).join('+')}+`
    const line = (cells: string[]) =>
      `| ${cells.map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - wideness(cell))).join(' | ')} |`
    const wideness = (cell: string) => [...cell].reduce((sum, character) => sum + (character > '\u2fff' ? 2 : 1), 0)
    const [head = [], ...body] = rows
    const parted = body.flatMap((cells) => (cells[0] === '-' ? [ruled('-')] : [line(cells)]))
    return [ruled('-'), line(head), ruled('='), ...parted, ruled('-')].join('\n')
  }
  const split = ledger.flatMap((cells, i) => {
    const halves = cells.map((cell) => cell.split('，'))
    const first = halves.map(([a = '', b]) => (b ? `${a}，` : a))
    const second = halves.map(([, b = '']) => b)
    return [...(i > 0 ? [['-']] : []), first, ...(second.some(Boolean) ? [second] : [])]
  })

  it('a grid in text', async () => {
    expect(await text('', grid([names, ...split]), '')).toEqual(items)
  })

  it('a grid in Markdown', async () => {
    expect(await itemsIn(`# ${plan}\n\n${grid([names, ...split])}\n`, 'report.md')).toEqual(items)
  })

  it('strokes and dashes around words are no grid', async () => {
    expect(
      await text('+----+', '1.仓库无人看管。', '整改措施：派人值守，A+B岗轮换。', '2.台账登记不全。', '整改措施：补登台账。'),
    ).toEqual(['1.仓库无人看管。 ｜ plan 派人值守，A+B岗轮换。', '2.台账登记不全。 ｜ plan 补登台账。'])
  })

  const tabbedForms = (cell: string) =>
    text(
      ...['问题\t仓库无人看管。', `整改措施\t${cell}`, '完成时限\t2024年6月底前'],
      ...['问题\t台账登记不全。', '整改措施\t补登台账。', '完成时限\t2024年7月底前'],
    )
  const formsRead = [
    '仓库无人看管。 ｜ plan 1.派人值守。 2.更换门锁。 ｜ due 2024-06-30',
    '台账登记不全。 ｜ plan 补登台账。 ｜ due 2024-07-31',
  ]

  it('names and values of a form with tabs', async () => {
    const form = (problem: string, unit: string) => [
      `问题\t${problem}`,
      '整改措施\t派人值守。',
      `责任单位\t${unit}`,
      '完成时限\t2024年6月底前',
    ]
    expect(await text(...form('仓库无人看管。', '县粮食局'), ...form('台账登记不全。', '县供销社'))).toEqual([
      '仓库无人看管。 ｜ plan 派人值守。 ｜ who responsible_unit:县粮食局 ｜ due 2024-06-30',
      '台账登记不全。 ｜ plan 派人值守。 ｜ who responsible_unit:县供销社 ｜ due 2024-06-30',
    ])
  })

  it.each([
    ['quoted', '"1.派人值守。\n2.更换门锁。"'],
    ['not quoted', '1.派人值守。\n2.更换门锁。'],
  ])('cells of several lines between tabs, %s', async (_what, cell) => {
    const rows = [names, ['1', '仓库无人看管。', cell, '县粮食局'], ...ledger.slice(1)].map((cells) => cells.join('\t'))
    expect(await text(...rows)).toEqual([
      '1仓库无人看管。 ｜ plan 1.派人值守。 2.更换门锁。 ｜ who responsible_unit:县粮食局',
      ...items.slice(1),
    ])
  })

  it.each([
    ['quoted', '"1.派人值守。\n2.更换门锁。"'],
    ['on one line', '1.派人值守。2.更换门锁。'],
  ])('a cell of a form with tabs, %s', async (_what, cell) => {
    expect(await tabbedForms(cell)).toEqual(formsRead)
  })

  it('a cell of a form with tabs, of several lines without quotation marks', async () => {
    expect(await tabbedForms('1.派人值守。\n2.更换门锁。')).toEqual(formsRead)
  })

  it('a line between rows with tabs stays a category', async () => {
    const rows = [names, ['储备管理方面'], ...ledger.slice(0, 2), ['采购管理方面'], ...ledger.slice(2)].map((cells) =>
      cells.join('\t'),
    )
    expect(await text(...rows)).toEqual([
      ...items.slice(0, 2).map((words) => `储备管理方面 ｜ ${words}`),
      ...items.slice(2).map((words) => `采购管理方面 ｜ ${words}`),
    ])
  })

  it('quotation marks within a cell between tabs stay', async () => {
    const rows = [names, ['1', '"双人双锁"执行不严。', '派人值守。', '县粮食局'], ...ledger.slice(1)].map((cells) =>
      cells.join('\t'),
    )
    expect(await text(...rows)).toEqual([
      '1"双人双锁"执行不严。 ｜ plan 派人值守。 ｜ who responsible_unit:县粮食局',
      ...items.slice(1),
    ])
  })

  /** Columns that begin at the same character, or at the same width. */
  const aligned = (rows: string[][], starts: number[], width: (character: string) => number, blank = ' ') =>
    rows
      .map((cells) =>
        cells.reduce((line, cell, i) => {
          const used = Array.from(line, width).reduce((sum, each) => sum + each, 0)
          return cell ? line + blank.repeat(Math.max(0, (starts[i] ?? 0) - used)) + cell : line
        }, ''),
      )
      .join('\n')
  const broken = [
    names,
    ['1', '仓库无人看管，门锁', '派人值守，对门锁', '县粮食局'],
    ['', '损坏未修。', '逐个更换。', ''],
    ...ledger.slice(1),
  ]
  const joined = [
    '1仓库无人看管，门锁损坏未修。 ｜ plan 派人值守，对门锁逐个更换。 ｜ who responsible_unit:县粮食局',
    ...items.slice(1),
  ]
  const double = (character: string) => (character > '\u2fff' ? 2 : 1)

  it.each([
    ['blanks', ' '],
    ['wide blanks', '　'],
  ])('columns that begin at the same character, %s', async (_what, blank) => {
    expect(await text(aligned(broken, [0, 5, 22, 38], () => 1, blank))).toEqual(joined)
  })

  it.each([
    ['one column', 1],
    ['two columns', 2],
  ])('quotation marks of the width of %s', async (_what, quote) => {
    const rows = [
      names,
      ['1', '“双锁”“双人”执行不严，', '落实“日查”，派人', '县粮食局'],
      ['', '门锁损坏。', '值守。', ''],
      ...ledger.slice(1),
    ]
    const width = (character: string) => (/[“”]/.test(character) ? quote : double(character))
    expect(await text(aligned(rows, [0, 6, 36, 64], width))).toEqual([
      '1“双锁”“双人”执行不严，门锁损坏。 ｜ plan 落实“日查”，派人值守。 ｜ who responsible_unit:县粮食局',
      ...items.slice(1),
    ])
  })

  it('each page by its own head', async () => {
    const pages = [
      aligned(broken.slice(0, 4), [0, 6, 36, 64], double),
      '                    — 1 —',
      aligned([names, ...ledger.slice(2)], [0, 9, 40, 72], double),
    ]
    expect(await text(...pages)).toEqual(joined)
  })

  it('blanks in prose make no columns', async () => {
    expect(
      await text(
        '1.仓库无人看管。',
        '整改措施：派人值守。    更换门锁。',
        '2.台账登记不全。',
        '整改措施：补登台账。    核对账物。',
      ),
    ).toEqual(['1.仓库无人看管。 ｜ plan 派人值守。更换门锁。', '2.台账登记不全。 ｜ plan 补登台账。核对账物。'])
  })
})

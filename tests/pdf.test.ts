import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { severityOf } from '../parsers/diagnostics.js'
import { readPdf } from '../parsers/readers/pdf.js'
import { cleanGlyph } from '../parsers/readers/pdf-glyphs.js'
import { joinLines, linesOf } from '../parsers/readers/pdf-lines.js'
import type { BlockRoot, Paragraph, Table } from '../parsers/tree.js'
import {
  buildPdf,
  type FlowOptions,
  type FlowParagraph,
  type FlowTable,
  flowPdf,
  type PdfMark,
  type PdfOptions,
} from './helpers/build-pdf.js'

const flow = (blocks: (FlowParagraph | FlowTable)[], options?: FlowOptions, pdf?: PdfOptions): Promise<BlockRoot> | BlockRoot =>
  readPdf(buildPdf(flowPdf(blocks, options), pdf))
const marks = (list: PdfMark[], rotate = 0): Promise<BlockRoot> | BlockRoot =>
  readPdf(buildPdf([{ width: 595, height: 842, marks: list, rotate }]))
const codes = (root: BlockRoot): string[] => root.data.notices.map((notice) => `${severityOf(notice.code)}:${notice.code}`)
const paragraphs = (root: BlockRoot): Paragraph[] => root.children.filter((block) => block.type === 'paragraph')
const values = (root: BlockRoot): string[] => paragraphs(root).map((block) => block.value)
const firstTable = (root: BlockRoot): Table => {
  const found = root.children.filter((block) => block.type === 'table')
  const [first] = found
  if (!first || found.length > 1) throw new Error(`${found.length} tables`)
  return first
}
const grid = (found: Table): string[][] =>
  found.children.map((row) =>
    row.children.map(
      (cell) => `${cell.column}:${cell.colspan}×${cell.rowspan}:${cell.children.map((child) => child.value).join('/')}`,
    ),
  )
const sentence = (count: number, end = '。'): string =>
  Array.from({ length: count }, (_, index) => '乡镇河道排查问题整改台账水质监测管网改造'.charAt((index * 7) % 20)).join('') +
  end

describe('glyphs', () => {
  it.each<[what: string, raw: string, text: string | null]>([
    ['a Kangxi radical', '⽔', '水'],
    ['a simplified radical', '⻓', '长'],
    ['another', '⻅', '见'],
    ['a compatibility ideograph', '\uf9dd', '利'],
    ['a ligature', 'ﬁ', 'fi'],
    ['a usual character', '整', '整'],
    ['a full-width digit stays', '２', '２'],
    ['a unit sign stays', '㎡', '㎡'],
    ['a no-break space', '\u00a0', ' '],
    ['zero width', '\u200b', ''],
    ['private use', '\ue012', null],
    ['a control', '\u0003', null],
  ])('%s', (_what, raw, text) => expect(cleanGlyph(raw)).toBe(text))
})

describe('lines', () => {
  const glyphs = (text: string, x: number, y: number, size = 10, pitch = 1) =>
    [...text].map((char, index) => ({
      text: char,
      x0: x + index * size * pitch,
      x1: x + index * size * pitch + size,
      y,
      size,
      bold: false,
    }))
  it('keeps a raised figure in its line and parts lines that are close', () => {
    const found = linesOf([...glyphs('面积', 0, 100), ...glyphs('2', 20, 96, 5), ...glyphs('下行', 0, 112)])
    expect(found.map((line) => line.text)).toEqual(['面积2', '下行'])
  })
  it('puts a blank for a wide gap only', () => {
    expect(linesOf([...glyphs('左边', 0, 50), ...glyphs('右', 40, 50)]).map((line) => line.text)).toEqual(['左边 右'])
    expect(linesOf(glyphs('两端对齐', 0, 50, 10, 1.3)).map((line) => line.text)).toEqual(['两端对齐'])
  })
  it('reads a glyph that is printed twice for bold once', () => {
    expect(linesOf([...glyphs('粗体', 0, 50), ...glyphs('粗体', 0.4, 50)]).map((line) => line.text)).toEqual(['粗体'])
  })
  it('tells words that a line runs through from those it runs under', () => {
    const line = linesOf(glyphs('保留删去', 0, 50), [{ at: 46.5, from: 20, to: 40 }])
    expect(line[0]?.struck).toEqual([[2, 4]])
    expect(linesOf(glyphs('下划线', 0, 50), [{ at: 51.5, from: 0, to: 30 }])[0]?.struck).toEqual([])
  })
  it('joins Chinese without and Latin with a blank, and moves struck ranges', () => {
    expect(
      joinLines([
        { text: '完成2024', struck: [] },
        { text: '年任务', struck: [[0, 1]] },
      ]),
    ).toEqual({ text: '完成2024年任务', struck: [[6, 7]] })
    expect(
      joinLines([
        { text: 'sewage', struck: [] },
        { text: 'plant', struck: [] },
      ]).text,
    ).toBe('sewage plant')
  })
})

describe('running text', () => {
  const text: FlowParagraph[] = [
    { text: '某县督察整改方案', centered: true, size: 22, bold: true },
    { text: sentence(300) },
    { text: '一、总体要求' },
    { text: sentence(24) },
    { text: sentence(500, '；') },
    { text: `到2025年12月底，COD浓度降到20mg/L以下，${sentence(90)}` },
    { text: sentence(700) },
    { text: sentence(41) },
  ]
  const expected = text.map((block) => block.text)

  it.each<PdfOptions>([{ encoding: 'UniGB-UCS2-H' }, { encoding: 'GBK-EUC-H' }, { encoding: 'Identity-H' }])(
    'joins lines to paragraphs under $encoding',
    async (options) => {
      const root = await flow(text, { pageNumber: '— % —' }, options)
      expect(values(root)).toEqual(expected)
      expect(codes(root)).toEqual(['info:page_number_removed'])
    },
  )

  it('tells centred titles, bold and pages', async () => {
    const root = await flow(text)
    expect(paragraphs(root)[0]?.data).toEqual({ source: { page: 1 }, centered: true, bold: true })
    expect(paragraphs(root)[1]?.data).toEqual({ source: { page: 1 } })
    expect(Math.max(...paragraphs(root).map((block) => block.data?.source?.page ?? 0))).toBeGreaterThan(1)
  })

  it.each(['— % —', '- % -', '%', '第%页', '% / 9', '第 % 页 共 9 页'])('takes page numbers %s out', async (pageNumber) => {
    expect(values(await flow(text, { pageNumber }))).toEqual(expected)
  })

  it('takes running heads out and says which', async () => {
    const root = await flow(text, { runningHead: '内部资料 注意保存', pageNumber: '%' })
    expect(values(root)).toEqual(expected)
    expect(root.data.notices.find((notice) => notice.code === 'running_head_removed')?.message).toContain('内部资料 注意保存')
  })

  it('keeps a year or a total at the foot of the only page', async () => {
    const root = await marks([
      { text: '整改情况', x: 80, y: 100, size: 16 },
      { text: '合计2024', x: 80, y: 800, size: 16 },
    ])
    expect(values(root)).toEqual(['整改情况', '合计2024'])
  })

  it('turns look-alike glyphs into the usual characters', async () => {
    const looks: Record<string, string> = { 水: '⽔', 长: '⻓', 见: '⻅', 工: '⼯' }
    const root = await flow([{ text: '水长见工程。' }], {}, { encoding: 'Identity-H', mapping: (char) => looks[char] ?? char })
    expect(values(root)).toEqual(['水长见工程。'])
  })

  it('reads a page that is turned, by the page or by its text', async () => {
    const line = (index: number): PdfMark => ({ text: `第${index}行文字。`, x: 100 + index * 40, y: 700, size: 16, rotate: 90 })
    const byText = await marks([line(1), line(2)])
    expect(values(byText)).toEqual(['第1行文字。', '第2行文字。'])
    expect(values(await marks([line(1), line(2)], 90))).toEqual(['第1行文字。', '第2行文字。'])
  })

  it('leaves text that runs aslant out: a watermark', async () => {
    const root = await marks([
      { text: '整改情况报告', x: 80, y: 100, size: 16 },
      { text: '内部资料', x: 60, y: 300, size: 40, rotate: 30 },
    ])
    expect(values(root)).toEqual(['整改情况报告'])
    expect(codes(root)).toEqual(['info:turned_text_removed'])
  })

  it('leaves a table of contents out', async () => {
    const entries = ['一、总体要求', '二、主要任务', '三、保障措施'].map((text, index) => ({
      text: `${text}${'.'.repeat(40)}${index + 1}`,
      indent: false,
    }))
    const root = await flow([{ text: '目  录', centered: true }, ...entries, { text: '一、总体要求' }, { text: sentence(50) }])
    expect(values(root)).toEqual(['一、总体要求', sentence(50)])
    expect(codes(root)).toEqual(['info:contents_removed'])
  })

  it('leaves struck words to the clean stage', async () => {
    const root = await marks([{ text: '完成新建泵站', x: 80, y: 100, size: 16 }, { line: [112, 94, 144, 94] }])
    expect(paragraphs(root)[0]?.data?.struck).toEqual([[2, 4]])
  })

  it('finds the paragraphs back, whatever their lengths', async () => {
    const lengths = fc.array(fc.integer({ min: 3, max: 260 }), { minLength: 2, maxLength: 25 })
    await fc.assert(
      fc.asyncProperty(lengths, async (counts) => {
        const blocks = counts.map((count, index) => ({ text: `${index + 1}．${sentence(count)}` }))
        expect(values(await flow(blocks, { pageNumber: '— % —' }))).toEqual(blocks.map((block) => block.text))
      }),
      { numRuns: 20 },
    )
  })
})

describe('ruled tables', () => {
  const ledger: FlowTable = {
    columns: [1, 4, 6, 3, 3],
    headerRows: 2,
    rows: [
      [
        { text: '序号', rowspan: 2 },
        { text: '反馈问题', rowspan: 2 },
        { text: '整改', colspan: 2 },
        { text: '时限', rowspan: 2 },
      ],
      ['措施', '责任单位'],
      [{ text: '一、水环境方面', colspan: 5 }],
      ['1', sentence(40), sentence(160), '县水务局\n县住建局', '2024年12月底'],
      [{ text: '2', rowspan: 2 }, { text: sentence(30), rowspan: 2 }, sentence(90), '县农业农村局', '立行立改'],
      [sentence(120), '各乡镇', '长期坚持'],
      ...Array.from({ length: 12 }, (_, index) => [
        String(index + 3),
        sentence(35 + index * 3),
        `1.${sentence(70 + index * 9)}\n2.${sentence(33)}`,
        '县林业局',
        '2025年6月底',
      ]),
    ],
  }
  const cells = [
    ['0:1×2:序号', '1:1×2:反馈问题', '2:2×1:整改', '4:1×2:时限'],
    ['2:1×1:措施', '3:1×1:责任单位'],
    ['0:5×1:一、水环境方面'],
    ['0:1×1:1', `1:1×1:${sentence(40)}`, `2:1×1:${sentence(160)}`, '3:1×1:县水务局/县住建局', '4:1×1:2024年12月底'],
    ['0:1×2:2', `1:1×2:${sentence(30)}`, `2:1×1:${sentence(90)}`, '3:1×1:县农业农村局', '4:1×1:立行立改'],
    [`2:1×1:${sentence(120)}`, '3:1×1:各乡镇', '4:1×1:长期坚持'],
    ...Array.from({ length: 12 }, (_, index) => [
      `0:1×1:${index + 3}`,
      `1:1×1:${sentence(35 + index * 3)}`,
      `2:1×1:1.${sentence(70 + index * 9)}/2.${sentence(33)}`,
      '3:1×1:县林业局',
      '4:1×1:2025年6月底',
    ]),
  ]
  const body: (FlowParagraph | FlowTable)[] = [
    { text: '整改任务清单', centered: true, size: 20 },
    { text: '填报单位：县整改办', indent: false },
    ledger,
    { text: '注：按季度更新。', indent: false },
  ]

  it.each<[what: string, table: Partial<FlowTable>]>([
    ['rows cut at page ends', {}],
    ['rows kept whole', { whole: true }],
  ])('is one table over several pages, with %s', async (_what, change) => {
    const root = await flow(
      body.map((block) => ('rows' in block ? { ...block, ...change } : block)),
      { pageNumber: '第%页' },
    )
    expect(values(root)).toEqual(['整改任务清单', '填报单位：县整改办', '注：按季度更新。'])
    expect(grid(firstTable(root))).toEqual(cells)
    expect(firstTable(root).children.map((row) => row.data?.header === true)).toEqual(cells.map((_row, index) => index < 2))
    expect(codes(root).sort()).toEqual(['info:page_number_removed', 'info:repeated_header_removed'])
  })

  it.each(['。', '；', '）', '】'])('parts paragraphs of a cell that end with %s, though their lines are full', async (end) => {
    const cells = Array.from({ length: 24 }, (_, index) => `${sentence(8 + index, end)}\n${sentence(40 - index, end)}`)
    const root = await flow([
      { columns: [1, 2], rows: [['序号', '整改进展'], ...cells.map((words, index) => [String(index + 1), words])] },
    ])
    expect(
      grid(firstTable(root))
        .slice(1)
        .map((row) => row[1]),
    ).toEqual(cells.map((words) => `1:1×1:${words.replace('\n', '/')}`))
  })

  it('leaves running sentences in one paragraph, where one of them ends with its line', async () => {
    const cells = Array.from({ length: 24 }, (_, index) => sentence(8 + index) + sentence(40 - index) + sentence(30))
    const root = await flow([
      { columns: [1, 2], rows: [['序号', '整改进展'], ...cells.map((words, index) => [String(index + 1), words])] },
    ])
    expect(
      grid(firstTable(root))
        .slice(1)
        .map((row) => row[1]),
    ).toEqual(cells.map((words) => `1:1×1:${words}`))
  })

  it('is one table when the header is printed once only', async () => {
    const { rows, columns } = ledger
    const root = await flow([{ columns, rows }])
    expect(grid(firstTable(root))).toEqual(cells)
  })

  it('reads borders drawn as bars and cell by cell, and skips white ones', async () => {
    const box = (x: number, y: number): PdfMark[] => [
      { bar: [x, y, 100, 0.5] },
      { bar: [x, y + 30, 100, 0.5] },
      { bar: [x, y, 0.5, 30] },
      { bar: [x + 100, y, 0.5, 30] },
      { line: [x + 50, y, x + 50, y + 30], white: true },
    ]
    const root = await marks([
      ...box(80, 100),
      ...box(180, 100),
      ...box(80, 130),
      ...box(180, 130),
      ...['甲乙丙丁', '戊', '己', '庚'].map(
        (text, index): PdfMark => ({ text, x: 85 + (index % 2) * 100, y: 120 + Math.floor(index / 2) * 30, size: 12 }),
      ),
    ])
    expect(grid(firstTable(root))).toEqual([
      ['0:1×1:甲乙丙丁', '1:1×1:戊'],
      ['0:1×1:己', '1:1×1:庚'],
    ])
  })

  it('parts words of neighbouring cells that nearly touch, and closes a table that is open at its sides', async () => {
    const root = await marks([
      { line: [80, 100, 280, 100] },
      { line: [80, 130, 280, 130] },
      { line: [80, 160, 280, 160] },
      { line: [180, 100, 180, 160] },
      { text: '市水务局负责人姓', x: 83, y: 120, size: 12 },
      { text: '已完成', x: 181, y: 120, size: 12 },
      { text: '下', x: 83, y: 150, size: 12 },
    ])
    expect(grid(firstTable(root))).toEqual([
      ['0:1×1:市水务局负责人姓', '1:1×1:已完成'],
      ['0:1×1:下', '1:1×1:'],
    ])
  })

  it('takes a frame around a text and a rule under a title for no table', async () => {
    const root = await marks([
      { text: '通知', x: 280, y: 100, size: 16 },
      { line: [80, 110, 515, 110], width: 2 },
      { line: [80, 150, 515, 150] },
      { line: [80, 250, 515, 250] },
      { line: [80, 150, 80, 250] },
      { line: [515, 150, 515, 250] },
      { text: '框中文字。', x: 100, y: 200, size: 16 },
    ])
    expect(values(root)).toEqual(['通知', '框中文字。'])
  })

  it('joins the lines of a text that is narrower than the table below it', async () => {
    const text = sentence(120)
    const pages = flowPdf([{ text }, { text }])
    const table: PdfMark[] = [
      ...[600, 640, 680].map((y): PdfMark => ({ line: [20, y, 575, y] })),
      ...[20, 300, 575].map((x): PdfMark => ({ line: [x, 600, x, 680] })),
      ...['甲', '乙', '丙', '丁'].map(
        (mark, index): PdfMark => ({ text: mark, x: 30 + (index % 2) * 280, y: 625 + (index >> 1) * 40, size: 12 }),
      ),
    ]
    const root = await readPdf(buildPdf(pages.map((page) => ({ ...page, marks: [...page.marks, ...table] }))))
    expect(values(root)).toEqual([text, text])
  })

  it('keeps tables of other columns apart', async () => {
    const table = (columns: number[]): FlowTable => ({
      columns,
      rows: [columns.map((_share, index) => `列${index}`), columns.map(() => '值')],
    })
    const root = await flow([table([1, 1]), { text: '另表' }, table([2, 1, 1])])
    expect(root.children.map((block) => block.type)).toEqual(['table', 'paragraph', 'table'])
  })
})

describe('tables whose columns are not ruled', () => {
  const edges = [60, 100, 260, 450]
  const right = 540
  /** Words of rows in columns, each row so many lines high; `ruled` tells under which rows a rule stands. */
  const drawn = (rows: string[][], { ruled = true, top = 100 }: { ruled?: boolean; top?: number } = {}) => {
    const out: PdfMark[] = [{ line: [60, top, right, top] }]
    let y = top
    rows.forEach((row, index) => {
      const lines = row.map((words) => words.split('|'))
      const height = Math.max(...lines.map((cell) => cell.length)) * 16 + 10
      lines.forEach((cell, column) => {
        cell.forEach((text, line) => {
          if (text !== '') out.push({ text, x: (edges[column] ?? 0) + 4, y: y + 16 + line * 16, size: 12 })
        })
      })
      y += height
      if (ruled || index === 0 || index === rows.length - 1) out.push({ line: [60, y, right, y] })
    })
    return out
  }
  const rows = [
    ['序号', '反馈问题', '整改措施', '时限'],
    ['1', '砖厂扬尘未治理', '安装喷淋设施，每日洒水|三次', '6月底'],
    ['2', '沟渠淤积', '清淤', '立行立改'],
    ['3', '排口未封堵，污水直排|入河', '封堵排口，接入管网', '12月底'],
  ]
  const cells = rows.map((row) => row.map((words, column) => `${column}:1×1:${words.replace('|', '')}`))

  it.each([
    ['with a rule under each row', true],
    ['of three rules', false],
  ])('are read %s', async (_, ruled) => {
    const root = await marks(drawn(rows, { ruled }))
    expect(grid(firstTable(root))).toEqual(cells)
  })

  it('may have a heading over their rows, and a frame', async () => {
    const heading = [...rows.slice(0, 1), ['一、水环境方面存在问题'], ...rows.slice(1)]
    const frame = [60, right].map((x): PdfMark => ({ line: [x, 100, x, 270] }))
    const root = await marks([...drawn(heading), ...frame])
    expect(grid(firstTable(root))).toEqual([cells[0], ['0:4×1:一、水环境方面存在问题'], ...cells.slice(1)])
  })

  it('go on over a page end', async () => {
    const page = (table: PdfMark[]) => ({ width: 595, height: 842, marks: table })
    const more = [
      ['4', '台账不全', '补齐', '长期坚持'],
      ['5', '巡查不够', '每周巡查两次', '长期坚持'],
      ['6', '标识缺失', '补设', '3月底'],
    ]
    const root = await readPdf(buildPdf([page(drawn(rows)), page(drawn(more))]))
    expect(grid(firstTable(root)).length).toBe(7)
  })

  it('are none where rules part paragraphs, or the rows cannot be told', async () => {
    const text = Array.from({ length: 4 }, (_, i): PdfMark[] => [
      { line: [60, 100 + i * 60, 540, 100 + i * 60] },
      { text: sentence(32), x: 60, y: 130 + i * 60, size: 12 },
    ]).flat()
    expect((await marks(text)).children.every(({ type }) => type === 'paragraph')).toBe(true)
    // numbers in the middle of rows that nothing parts
    const middle: PdfMark[] = [100, 126, 300].map((y) => ({ line: [60, y, 540, y] }))
    const words = [
      ...['序号', '反馈问题', '整改措施'].map((name, i): PdfMark => ({ text: name, x: (edges[i] ?? 0) + 4, y: 116, size: 12 })),
      ...Array.from({ length: 6 }, (_, i): PdfMark => ({ text: '砖厂扬尘未治理', x: 104, y: 142 + i * 16, size: 12 })),
      ...Array.from({ length: 6 }, (_, i): PdfMark => ({ text: '安装喷淋设施', x: 264, y: 142 + i * 16, size: 12 })),
      ...['1', '2'].map((name, i): PdfMark => ({ text: name, x: 64, y: 158 + i * 48, size: 12 })),
    ]
    expect((await marks([...middle, ...words])).children.every(({ type }) => type === 'paragraph')).toBe(true)
  })
})

describe('tables without rules', () => {
  const edges = [60, 110, 270, 460]
  /** Words of rows in columns: `|` parts the lines of a cell; rows stand `apart` points more than lines. */
  const drawn = (rows: string[][], { apart = 10, top = 100, shift = 0 } = {}): PdfMark[] => {
    const out: PdfMark[] = []
    let y = top
    for (const row of rows) {
      const lines = row.map((words) => words.split('|'))
      for (const [column, cell] of lines.entries())
        for (const [line, text] of cell.entries())
          if (text !== '') out.push({ text, x: (edges[column + shift] ?? 0) + 4, y: y + line * 16, size: 12 })
      y += Math.max(...lines.map((cell) => cell.length)) * 16 + apart
    }
    return out
  }
  const head = ['序号', '反馈问题', '整改措施', '整改时限']
  const rows = [
    ['1', '砖厂扬尘未治理', '安装喷淋设施，每日洒水不少于三|次', '6月底'],
    ['2', '沟渠淤积', '清淤', '立行立改'],
    ['3', '排口未封堵，污水未经处理|直排入河', '封堵排口，接入管网', '12月底'],
  ]
  const cells = (list: string[][]): string[][] =>
    list.map((row) => row.map((words, column) => `${column}:1×1:${words.replaceAll('|', '')}`))
  const line = (text: string, y: number, x = 60): PdfMark => ({ text, x, y, size: 12 })
  const isText = (root: BlockRoot): boolean => root.children.every(({ type }) => type === 'paragraph')

  it.each<[what: string, apart: number]>([
    ['apart', 10],
    ['as close as their lines', 0],
  ])('are read with rows %s', async (_what, apart) => {
    const around = [
      line('整改任务清单', 60, 260),
      line('注：按季更新。', 400),
      line('特此公示，欢迎社会各界监督整改工作，意见请反馈。', 440),
    ]
    const root = await marks([...drawn([head, ...rows], { apart }), ...around])
    expect(grid(firstTable(root))).toEqual(cells([head, ...rows]))
    expect(values(root)).toEqual(['整改任务清单', '注：按季更新。', '特此公示，欢迎社会各界监督整改工作，意见请反馈。'])
  })

  it('end at prose, at a note, at a page number and at smaller print', async () => {
    for (const [text, size] of [
      [sentence(36), 12],
      ['注：按季更新。', 12],
      ['— 1 —', 12],
      ['抄送', 9],
    ] as const) {
      const root = await marks([...drawn([head, ...rows], { apart: 0 }), { text, x: 60, y: 200, size }])
      expect([text, grid(firstTable(root))]).toEqual([text, cells([head, ...rows])])
    }
  })

  it('may have a heading between rows, and centred names', async () => {
    const heading = line('一、水环境保护方面存在的问题', 126)
    const root = await marks([...drawn([head]), heading, ...drawn(rows, { top: 152 })])
    expect(grid(firstTable(root))).toEqual([cells([head])[0], ['0:4×1:一、水环境保护方面存在的问题'], ...cells(rows)])
    const centred = head.map((name, i) => line(name, 100, (edges[i] ?? 0) + (i === 1 || i === 2 ? 30 : 4)))
    expect(grid(firstTable(await marks([...centred, ...drawn(rows, { top: 126 })])))).toEqual(cells([head, ...rows]))
  })

  it('go on over a page end where the head is printed again', async () => {
    const page = (list: string[][]) => ({ width: 595, height: 842, marks: drawn([head, ...list]) })
    const more = [
      ['4', '台账不全', '补齐', '长期坚持'],
      ['5', '巡查不够', '每周巡查两次', '长期坚持'],
    ]
    const root = await readPdf(buildPdf([page(rows), page(more)]))
    expect(grid(firstTable(root))).toEqual(cells([head, ...rows, ...more]))
    expect(codes(root)).toEqual(['info:repeated_header_removed'])
  })

  const sheets = (...pages: PdfMark[][]) => readPdf(buildPdf(pages.map((list) => ({ width: 595, height: 842, marks: list }))))
  const later = [
    ['4', '台账不全', '补齐', '长期坚持'],
    ['5', '巡查不够', '每周巡查两次', '长期坚持'],
  ]
  it('go on over page ends without a head, below a running head and above a page number', async () => {
    const own = (n: number): PdfMark[] => [{ text: '内部资料', x: 260, y: 50, size: 9 }, line(`— ${n} —`, 800, 280)]
    const third = [['6', '标识缺失', '补设', '3月底']]
    const root = await sheets(
      [...drawn([head, ...rows]), ...own(1)],
      [...drawn(later), ...own(2)],
      [...drawn(third), line('特此公示，欢迎社会各界监督整改工作，意见请反馈。', 160), ...own(3)],
    )
    expect(grid(firstTable(root))).toEqual(cells([head, ...rows, ...later, ...third]))
    expect(values(root)).toEqual(['特此公示，欢迎社会各界监督整改工作，意见请反馈。'])
  })

  it('are none where they cannot be read to their end, on this page or the next', async () => {
    const cut = [['未写完的一行', '补齐', '长期坚持'], ...later.map((row) => row.slice(1))]
    expect(isText(await sheets(drawn([head, ...rows]), drawn([['', '其余一半', '补齐', '另议'], ...later])))).toBe(true)
    expect(isText(await sheets(drawn([head, ...rows]), drawn(later), drawn(cut, { apart: 0 })))).toBe(true)
    expect(isText(await sheets(drawn([head, ...rows]), [line('其余一半。', 100, 114), line(sentence(36), 126)]))).toBe(true)
    const over = line('4 台账不全，须补齐后再报县整改办审核，逾期通报', 198)
    expect(isText(await marks([...drawn([head, ...rows], { apart: 0 }), over]))).toBe(true)
  })

  it('keep the lines of a cell apart that have room for more', async () => {
    const two = rows.map(([number = '', problem = '', measure = '']) => [number, problem, measure, '水务局|住建局'])
    const root = await marks(drawn([['序号', '反馈问题', '整改措施', '责任单位'], ...two]))
    expect(
      grid(firstTable(root))
        .slice(1)
        .map((row) => row[3]),
    ).toEqual(rows.map(() => '3:1×1:水务局/住建局'))
  })

  const plain = (list: string[][]): string[][] => list.map((row) => row.slice(1))
  it('need no numbers where rows stand apart or fill every column', async () => {
    const apart = await marks(drawn(plain([head, ...rows]), { shift: 1 }))
    expect(grid(firstTable(apart))).toEqual(cells(plain([head, ...rows])))
    const short = plain([head, ...rows].map((row) => row.map((words) => words.split('|')[0] ?? '')))
    expect(grid(firstTable(await marks(drawn(short, { shift: 1, apart: 0 }))))).toEqual(cells(short))
  })

  it.each<[what: string, list: PdfMark[]]>([
    ['rows cannot be told', drawn(plain([head, ...rows]), { shift: 1, apart: 0 })],
    ['two names are known', drawn([['序号', '反馈问题', '天气'], ...rows.map((row) => row.slice(0, 3))])],
    ['one row follows', drawn([head, ...rows.slice(0, 1)])],
    ['rows are mostly empty', drawn([head, ...rows.map(([number]) => [number ?? ''])])],
    ['prose follows', [...drawn([head]), ...[126, 142, 158].map((y) => line(sentence(36), y))]],
    ['labels follow one another', drawn([1, 2, 3].map((n) => ['整改措施：', `清淤${n}`, '责任单位：', '水务局']))],
    [
      'no number heads a row',
      drawn([head, ...rows.map(([number, ...rest]) => [`${number}号`, ...rest]), ['1', '甲', '乙', '丙']]),
    ],
    ['numbers stand between rows', [...drawn([head, ...rows], { apart: 0 }), line('9', 140, 64)]],
  ])('are none where %s', async (_what, list) => expect(isText(await marks(list))).toBe(true))
})

describe('footnotes', () => {
  const at = (text: string, x: number, y: number, size = 16): PdfMark => ({ text, x, y, size })
  /** 某河污染较重 with a mark behind 河 (at 112) and more text; `notes` are lines at the page's foot. */
  const page = (mark: PdfMark[], notes: PdfMark[]): PdfMark[] => [
    at('某河', 80, 100),
    ...mark,
    at('污染较重，', 124, 100),
    at('整改尚未完成。', 80, 124),
    ...notes,
  ]
  const text = '某河污染较重，整改尚未完成。'
  const raised = (words: string, x = 112, y = 94): PdfMark => at(words, x, y, 8)
  const foot = (words: string, y = 760): PdfMark => at(words, 80, y, 9)
  const rule: PdfMark = { line: [80, 745, 224, 745] }
  const body = (root: BlockRoot): string => values(root).join('').replace(/ /g, '')

  it.each<[what: string, mark: string, notes: PdfMark[]]>([
    ['a figure', '1', [rule, at('1', 80, 757, 5), at('指某河县城段。', 86, 760, 9)]],
    ['a circled figure', '①', [rule, foot('①指某河县城段。')]],
    ['brackets', '[1]', [foot('[1] 指某河县城段。')]],
    ['a superscript of the font', '¹', [foot('¹指某河县城段。')]],
    ['another form of the same number', '①', [foot('1. 指某河县城段。')]],
    ['a note of two lines', '①', [foot('①指某河县城段，', 748), foot('以及其下游。')]],
  ])('are left out with their marks: %s', async (_what, mark, notes) => {
    const root = await marks(page([raised(mark)], notes))
    expect(body(root)).toBe(text)
    expect(codes(root)).toEqual(['info:footnote_removed'])
    expect(root.data.notices[0]?.message).toContain('Page 1: a footnote and its mark in the text are left out: ')
    expect(root.data.notices[0]?.message).toContain('指某河县城段')
  })

  it('are left out by page, above the page number, and out of a cell too', async () => {
    const cells: PdfMark[] = [
      ...[200, 230, 260].map((y): PdfMark => ({ line: [80, y, 500, y] })),
      ...[80, 290, 500].map((x): PdfMark => ({ line: [x, 200, x, 260] })),
      ...['问题', '单位', '淤积', '水务局'].map((name, i) => at(name, 90 + (i % 2) * 210, 220 + (i >> 1) * 30, 12)),
      at('②', 324 + 12, 246, 6),
    ]
    const number = (n: number): PdfMark => at(`— ${n} —`, 280, 800, 12)
    const sheet = (list: PdfMark[]) => ({ width: 595, height: 842, marks: list })
    const first = [...page([raised('①')], [foot('①指县城段。', 740), foot('②指该局河道站。')]), ...cells, number(1)]
    const second = [at('续段。', 80, 100), raised('①', 128, 94), foot('①另一处。'), number(2)]
    const root = await readPdf(buildPdf([sheet(first), sheet(second)]))
    expect(body(root)).toBe(`${text}续段。`)
    expect(grid(firstTable(root))[1]).toEqual(['0:1×1:淤积', '1:1×1:水务局'])
    expect(codes(root).filter((code) => code === 'info:footnote_removed').length).toBe(3)
  })

  it('moves struck words along', async () => {
    const root = await marks([...page([raised('①')], [foot('①指县城段。')]), { line: [124, 94, 156, 94] }])
    expect(paragraphs(root)[0]?.data?.struck).toEqual([[2, 4]])
  })

  it.each<[what: string, list: PdfMark[], expected: string]>([
    [
      'a counted measure of the text’s size',
      page([at('①', 110, 100, 14)], [foot('①清淤。')]),
      '某河①污染较重，整改尚未完成。①清淤。',
    ],
    ['a mark without a note', page([raised('①')], []), '某河①污染较重，整改尚未完成。'],
    ['a note without a mark', page([], [foot('①指县城段。')]), '某河污染较重，整改尚未完成。①指县城段。'],
    ['a note of another number', page([raised('①')], [foot('②指县城段。')]), '某河①污染较重，整改尚未完成。②指县城段。'],
    ['a note of the text’s size', page([raised('①')], [at('①清淤。', 80, 760)]), '某河①污染较重，整改尚未完成。①清淤。'],
    ['a note in the middle of the page', page([raised('①')], [foot('①清淤。', 300)]), '某河①污染较重，整改尚未完成。①清淤。'],
    ['small print', page([raised('1')], [foot('注：1指县城段。')]), '某河1污染较重，整改尚未完成。注：1指县城段。'],
    ['a date', page([raised('6')], [foot('6月底更新。')]), '某河6污染较重，整改尚未完成。6月底更新。'],
    ['a decimal', page([raised('1')], [foot('1.5米。')]), '某河1污染较重，整改尚未完成。1.5米。'],
    [
      'an exponent',
      [at('面积5km', 80, 100), raised('2', 152), at('，已完成。', 164, 100), foot('2. 指县城段。')],
      '面积5km2，已完成。2.指县城段。',
    ],
    [
      'a figure that is small and not raised',
      page([raised('①', 112, 100)], [foot('①清淤。')]),
      '某河①污染较重，整改尚未完成。①清淤。',
    ],
  ])('are not taken to be %s', async (_what, list, expected) => {
    const root = await marks(list)
    expect(body(root)).toBe(expected)
    expect(codes(root)).toEqual([])
  })

  it('end where small print of another kind begins', async () => {
    const more = sentence(20)
    const root = await marks(
      page(
        [raised('①')],
        [at(more, 80, 148), foot('注：按季更新。', 736), foot('①指县城段。', 748), foot('注：数据截至年底。')],
      ),
    )
    expect(body(root)).toBe(`${text}${more}注：按季更新。注：数据截至年底。`)
  })
})

describe('hostile and damaged files', () => {
  const good = buildPdf(flowPdf([{ text: sentence(200) }]))
  it.each<[what: string, bytes: () => Uint8Array, code: string]>([
    ['nothing', () => new Uint8Array(), 'error:damaged_pdf'],
    ['no PDF', () => new TextEncoder().encode('%PDF-1.7 nothing follows'), 'error:damaged_pdf'],
    ['a password', () => buildPdf([{ width: 100, height: 100, marks: [] }], { encrypted: true }), 'error:encrypted'],
    ['no pages', () => buildPdf([]), 'error:empty_source'],
    [
      'pages without text',
      () => buildPdf([{ width: 595, height: 842, marks: [{ bar: [10, 10, 500, 500] }] }]),
      'error:image_only',
    ],
    [
      'fonts that do not tell their characters',
      () => buildPdf(flowPdf([{ text: sentence(100) }]), { encoding: 'Identity-H', mapping: () => '\ue001' }),
      'error:garbled_text',
    ],
    [
      'blank pages between',
      () =>
        buildPdf([
          { width: 595, height: 842, marks: [{ text: '甲', x: 80, y: 100, size: 16 }] },
          { width: 595, height: 842, marks: [] },
        ]),
      'warning:page_without_text',
    ],
  ])('%s', async (_what, bytes, code) => expect(codes(await readPdf(bytes()))).toContain(code))

  it.each<[what: string, pack: (data: Buffer) => Buffer, filter: string]>([
    ['a stream', (data) => deflateSync(data), '/FlateDecode'],
    ['a stream in a stream', (data) => deflateSync(deflateSync(data)), '[/FlateDecode /FlateDecode]'],
  ])('refuses %s that inflates to a hundred megabytes', async (_what, pack, filter) => {
    const packed = pack(Buffer.alloc(100 << 20, 'q '))
    const bytes = Buffer.concat([
      Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Length ${packed.length} /Filter ${filter} >>\nstream\n`),
      packed,
      Buffer.from('\nendstream\nendobj\n'),
      good.subarray(9),
    ])
    expect(codes(await readPdf(new Uint8Array(bytes)))).toEqual(['error:pdf_limit'])
  })

  it('leaves the bytes it was given untouched', async () => {
    const bytes = good.slice()
    await readPdf(bytes)
    expect(bytes).toEqual(good)
  })

  it('takes ten thousand crossing lines for a drawing', async () => {
    const lines = Array.from({ length: 5000 }, (_, index): PdfMark[] => [
      { line: [50, index / 7, 500, index / 7] },
      { line: [50 + index / 12, 0, 50 + index / 12, 700] },
    ])
    const root = await marks([...lines.flat(), { text: '图示', x: 80, y: 780, size: 16 }])
    expect(values(root)).toEqual(['图示'])
  })

  it('never throws, whatever is broken', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })), { maxLength: 10 }),
        fc.nat({ max: good.length }),
        async (changes, end) => {
          const bytes = good.slice(0, good.length - (end % 5 === 0 ? end : 0))
          for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
          expect((await readPdf(bytes)).type).toBe('root')
        },
      ),
      { numRuns: 50 },
    )
  })
})

import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { severityOf } from '../parsers/diagnostics.js'
import { readDocx } from '../parsers/readers/docx.js'
import { formatNumber } from '../parsers/readers/docx-numerals.js'
import type { Block, BlockRoot, Paragraph, Table } from '../parsers/tree.js'
import {
  buildDocx,
  type DocxInput,
  deleted,
  field,
  inserted,
  type LevelOptions,
  numbering,
  paragraph,
  run,
  styles,
  table,
  textBox,
} from './helpers/build-docx.js'

const read = async (input: DocxInput): Promise<BlockRoot> => readDocx(buildDocx(input))
const values = (blocks: Block[]): string[] => blocks.map((block) => (block.type === 'paragraph' ? block.value : '[table]'))
const bodyValues = async (body: string[], rest: Omit<DocxInput, 'body'> = {}): Promise<string[]> =>
  values((await read({ body, ...rest })).children)
const firstParagraph = (root: BlockRoot): Paragraph => {
  const [block] = root.children
  if (block?.type !== 'paragraph') throw new Error('no paragraph')
  return block
}
const firstTable = (root: BlockRoot): Table => {
  const found = root.children.find((block) => block.type === 'table')
  if (found?.type !== 'table') throw new Error('no table')
  return found
}
/** Cells as `column:colspan×rowspan:text`. */
const grid = (found: Table): string[][] =>
  found.children.map((row) =>
    row.children.map(
      (cell) => `${cell.column}:${cell.colspan}×${cell.rowspan}:${cell.children.map((child) => child.value).join('/')}`,
    ),
  )
const codes = (root: BlockRoot): string[] => root.data.notices.map((notice) => `${severityOf(notice.code)}:${notice.code}`)

describe('numerals of list numbers', () => {
  it.each<[format: string, value: number, text: string]>([
    ['chineseCounting', 1, '一'],
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 11, '十一'],
    ['chineseCounting', 20, '二十'],
    ['chineseCounting', 99, '九十九'],
    ['chineseCounting', 100, '一〇〇'],
    ['chineseCountingThousand', 21, '二十一'],
    ['chineseCountingThousand', 105, '一百零五'],
    ['chineseCountingThousand', 110, '一百一十'],
    ['chineseCountingThousand', 1001, '一千零一'],
    ['japaneseCounting', 36, '三十六'],
    ['ideographDigital', 12, '一二'],
    ['ideographDigital', 10, '一〇'],
    ['ideographTraditional', 3, '丙'],
    ['ideographZodiac', 12, '亥'],
    ['ideographZodiacTraditional', 13, '丙子'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['decimalEnclosedCircle', 20, '⑳'],
    ['decimalEnclosedCircleChinese', 1, '①'],
    ['decimalEnclosedParen', 2, '⑵'],
    ['decimalEnclosedFullstop', 3, '⒊'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalZero', 7, '07'],
    ['upperRoman', 1994, 'MCMXCIV'],
    ['lowerRoman', 4, 'iv'],
    ['upperLetter', 27, 'AA'],
    ['lowerLetter', 3, 'c'],
    ['bullet', 3, ''],
  ])('%s %d', (format, value, text) => expect(formatNumber(format, value)).toBe(text))

  it('gives different labels to different numbers', () => {
    for (const format of [
      'chineseCounting',
      'chineseCountingThousand',
      'ideographDigital',
      'upperRoman',
      'upperLetter',
      'decimalFullWidth',
      'chineseLegalSimplified',
    ])
      expect(new Set(Array.from({ length: 500 }, (_, index) => formatNumber(format, index + 1))).size).toBe(500)
  })
})

describe('automatic numbering', () => {
  const outline: LevelOptions[] = [
    { format: 'chineseCounting', text: '%1、', suffix: 'nothing' },
    { format: 'chineseCounting', text: '（%2）', suffix: 'nothing' },
    { format: 'decimal', text: '%3.' },
    { format: 'decimalEnclosedCircle', text: '%4' },
  ]
  it('counts levels and starts deeper ones anew', async () => {
    const found = await bodyValues(
      [
        paragraph('总体要求', { list: [1, 0] }),
        paragraph('目标', { list: [1, 1] }),
        paragraph('原则', { list: [1, 1] }),
        paragraph('正文没有编号'),
        paragraph('任务', { list: [1, 0] }),
        paragraph('水', { list: [1, 1] }),
        paragraph('河道', { list: [1, 2] }),
        paragraph('湖泊', { list: [1, 2] }),
        paragraph('取样', { list: [1, 3] }),
      ],
      { numbering: numbering([outline], [{ definition: 0 }]) },
    )
    expect(found).toEqual([
      '一、总体要求',
      '（一）目标',
      '（二）原则',
      '正文没有编号',
      '二、任务',
      '（一）水',
      '1. 河道',
      '2. 湖泊',
      '① 取样',
    ])
  })

  it('tells the length of the number, without the blank after it', async () => {
    const root = await read({
      body: paragraph('河道整治', { list: [1, 2] }),
      numbering: numbering([outline], [{ definition: 0 }]),
    })
    const { value, data } = firstParagraph(root)
    expect(value.slice(0, data?.numberLength)).toBe('1.')
    expect(value).toBe('1. 河道整治')
  })

  it('counts on in a second list of the same definition, and starts anew where a start is set', async () => {
    const decimal: LevelOptions[] = [{ format: 'decimal', text: '%1、', suffix: 'nothing' }]
    const found = await bodyValues(
      [1, 1, 2, 3, 3, 2].map((list) => paragraph(`表${list}`, { list: [list, 0] })),
      { numbering: numbering([decimal], [{ definition: 0 }, { definition: 0 }, { definition: 0, starts: { 0: 7 } }]) },
    )
    expect(found).toEqual(['1、表1', '2、表1', '3、表2', '7、表3', '8、表3', '9、表2'])
  })

  it('prints compound labels, decimals in legal style, and never restarts a level that says so', async () => {
    const levels: LevelOptions[] = [
      { format: 'chineseCounting', text: '第%1章', suffix: 'space' },
      { format: 'decimal', text: '%1.%2', legal: true },
      { format: 'decimal', text: '问题%3：', restart: 0, suffix: 'nothing' },
    ]
    const found = await bodyValues(
      [0, 1, 2, 2, 0, 1, 2].map((at) => paragraph('甲', { list: [1, at] })),
      { numbering: numbering([levels], [{ definition: 0 }]) },
    )
    expect(found).toEqual(['第一章 甲', '1.1 甲', '问题1：甲', '问题2：甲', '第二章 甲', '2.1 甲', '问题3：甲'])
  })

  it('takes number and heading level from the style and those it is based on', async () => {
    const style = (id: string, name: string, more: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
    const root = await read({
      body: [
        paragraph('第一个', { style: 'A' }),
        paragraph('第二个', { style: 'B' }),
        paragraph('其下', { style: 'C' }),
        paragraph('取消编号', { style: 'A', list: [0, 0] }),
        paragraph('标题', { style: 'H' }),
      ],
      styles: styles(
        style('A', '编号', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
          style('B', '编号加粗', '<w:basedOn w:val="A"/><w:rPr><w:b/></w:rPr>') +
          style('C', '下级', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
          style('H', 'heading 2', '<w:pPr><w:jc w:val="center"/></w:pPr>'),
      ),
      numbering: numbering(
        [
          [
            { format: 'japaneseCounting', text: '%1、', style: 'A' },
            { format: 'decimal', text: '%2．', style: 'C' },
          ],
        ],
        [{ definition: 0 }],
      ),
    })
    expect(values(root.children)).toEqual(['一、第一个', '二、第二个', '1．其下', '取消编号', '标题'])
    expect(root.children.map((block) => block.data)).toEqual([
      { numberLength: 2 },
      { numberLength: 2, bold: true },
      { numberLength: 2 },
      undefined,
      { heading: 2, centered: true },
    ])
  })

  it('follows a list that only links to a numbering style', async () => {
    const linked = `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:styleLink w:val="L"/><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="ideographTraditional"/><w:suff w:val="nothing"/><w:lvlText w:val="%1．"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`
    const found = await bodyValues([paragraph('附表', { list: [1, 0] })], {
      numbering: numbering([], []).replace('</w:numbering>', `${linked}</w:numbering>`),
      styles: styles(
        '<w:style w:type="numbering" w:styleId="L"><w:name w:val="列表"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>',
      ),
    })
    expect(found).toEqual(['丙．附表'])
  })

  it('prints nothing for bullets and the number alone in a cell of a numbered column', async () => {
    const root = await read({
      body: [
        paragraph('要点', { list: [2, 0] }),
        table([
          [{ content: paragraph('', { list: [1, 0] }) }, '甲'],
          [{ content: paragraph('', { list: [1, 0] }) }, '乙'],
        ]),
      ],
      numbering: numbering(
        [[{ format: 'decimal', text: '%1' }], [{ format: 'bullet', text: '' }]],
        [{ definition: 0 }, { definition: 1 }],
      ),
    })
    expect(values(root.children)).toEqual(['要点', '[table]'])
    expect(grid(firstTable(root))).toEqual([
      ['0:1×1:1', '1:1×1:甲'],
      ['0:1×1:2', '1:1×1:乙'],
    ])
  })

  it('says so where a number format is unknown', async () => {
    const root = await read({
      body: paragraph('条', { list: [1, 0] }),
      numbering: numbering([[{ format: 'thaiLetters', text: '%1)' }]], [{ definition: 0 }]),
    })
    expect(firstParagraph(root).value).toBe('1) 条')
    expect(codes(root)).toEqual(['warning:numbering_format_unknown'])
  })
})

describe('tracked and struck text', () => {
  it('keeps insertions, leaves deletions out with a notice, and marks struck runs', async () => {
    const root = await read({
      body: paragraph(
        run('完成') +
          inserted('十座') +
          deleted('九座') +
          run('泵站') +
          run('旧', { strike: true }) +
          run('址', { strike: 'double' }) +
          run('改造'),
      ),
    })
    const { value, data } = firstParagraph(root)
    expect(value).toBe('完成十座泵站旧址改造')
    expect(data?.struck?.map(([start, end]) => value.slice(start, end))).toEqual(['旧址'])
    expect(root.data.notices.map(({ code, block }) => [code, block])).toEqual([['struck_text_removed', 0]])
  })

  it('joins paragraphs whose mark was deleted and counts them once', async () => {
    const found = await bodyValues(
      [
        paragraph('前半', { list: [1, 0], markDeleted: true }),
        paragraph('后半', { list: [1, 0] }),
        paragraph('其次', { list: [1, 0] }),
      ],
      { numbering: numbering([[{ format: 'decimal', text: '%1、' }]], [{ definition: 0 }]) },
    )
    expect(found).toEqual(['1、前半后半', '2、其次'])
  })

  it('strikes the number with a paragraph that is struck as a whole', async () => {
    const root = await read({
      body: paragraph(run('作废', { strike: true }), { list: [1, 0] }),
      numbering: numbering([[{ format: 'decimal', text: '%1、' }]], [{ definition: 0 }]),
    })
    expect(firstParagraph(root).data?.struck).toEqual([[0, 4]])
  })

  it('leaves hidden words out with a notice', async () => {
    const root = await read({ body: paragraph(run('公开') + run('内部', { hidden: true })) })
    expect(values(root.children)).toEqual(['公开'])
    expect(codes(root)).toEqual(['info:hidden_text_removed'])
  })
})

describe('paragraphs', () => {
  it.each<[what: string, content: string, text: string]>([
    ['soft line breaks and tabs', run('责任单位：\n市水务局\t市住建局'), '责任单位：\n市水务局 市住建局'],
    ['words cut over runs', run('2024年') + run('6') + run('月底'), '2024年6月底'],
    ['a field shows its result', run('第') + field(' PAGEREF x ', run('12')) + run('号'), '第12号'],
    ['a nested field', field(' IF 1 ', run('甲') + field(' SEQ t ', run('3'))), '甲3'],
    ['a simple field', '<w:fldSimple w:instr=" SEQ 表 "><w:r><w:t>2</w:t></w:r></w:fldSimple>', '2'],
    [
      'a circled figure that is drawn',
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> eq \\o\\ac(○,12)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
      '⑫',
    ],
    ['a link', `<w:hyperlink r:id="rId9">${run('附件')}</w:hyperlink>`, '附件'],
    [
      'a content control',
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${run('县水利局')}</w:sdtContent></w:sdt>`,
      '县水利局',
    ],
    [
      'a control that shows its prompt',
      `${run('甲')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('单击此处')}</w:sdtContent></w:sdt>`,
      '甲',
    ],
    ['a ticked box', '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>已完成</w:t></w:r>', '☑已完成'],
    ['a power of ten', run('10') + run('4', { superscript: true }) + run('m') + run('3', { superscript: true }), '10⁴m3'],
    [
      'a formula',
      '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath>',
      '1/3',
    ],
    [
      'phonetic marks left out',
      '<w:r><w:ruby><w:rt><w:r><w:t>gan</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>赣</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      '赣',
    ],
    ['notes left out', `${run('目标')}<w:r><w:footnoteReference w:id="2"/></w:r>`, '目标'],
    ['references of XML', run('A&B <丙>'), 'A&B <丙>'],
  ])('%s', async (_what, content, text) => expect(await bodyValues([paragraph(content)])).toEqual([text]))

  it('tells headings, centring and bold', async () => {
    const root = await read({
      body: [
        paragraph('方案', { align: 'center', bold: true }),
        paragraph('第一章', { outline: 0 }),
        paragraph(run('半', { bold: true }) + run('粗')),
        paragraph('  '),
      ],
    })
    expect(root.children.map((block) => block.data)).toEqual([{ centered: true, bold: true }, { heading: 1 }, undefined])
  })

  it('gives a text box once, where it stands', async () => {
    expect(
      await bodyValues([
        paragraph(textBox(paragraph('红头')) + run('正文')),
        paragraph(run('其后') + textBox(paragraph('旁注'))),
      ]),
    ).toEqual(['红头', '正文', '其后', '旁注'])
  })

  it('leaves a table of contents out, by field, control or style', async () => {
    const contents =
      paragraph(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
          run('一、总体要求\t1'),
      ) + paragraph(`${run('二、任务\t3')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`)
    const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph('目录')}</w:sdtContent></w:sdt>`
    const root = await read({
      body: [contents, control, paragraph('三、保障\t9', { style: 'T' }), paragraph('一、总体要求')],
      styles: styles('<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 2"/></w:style>'),
    })
    expect(values(root.children)).toEqual(['一、总体要求'])
    expect(codes(root)).toEqual(['info:contents_removed'])
  })

  it('reads the same under other namespace prefixes', async () => {
    const document =
      '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:pPr><x:jc x:val="center"/></x:pPr><x:r><x:t>甲</x:t></x:r></x:p></x:body></x:document>'
    const root = await read({ body: '', parts: { 'word/document.xml': document } })
    expect(root.children).toEqual([{ type: 'paragraph', value: '甲', data: { centered: true } }])
  })
})

describe('tables', () => {
  it('gives merged cells once, with their extent', async () => {
    const root = await read({
      body: table(
        [
          [{ text: '序号', rowspan: 2 }, { text: '整改', colspan: 2 }, '备注'],
          ['目标', '措施', ''],
          [{ text: '1', rowspan: 3 }, '甲', '乙', ''],
          ['丙', { text: '丁', rowspan: 2 }, ''],
          ['戊', '己'],
        ],
        { headerRows: 2 },
      ),
    })
    const found = firstTable(root)
    expect(grid(found)).toEqual([
      ['0:1×2:序号', '1:2×1:整改', '3:1×1:备注'],
      ['1:1×1:目标', '2:1×1:措施', '3:1×1:'],
      ['0:1×3:1', '1:1×1:甲', '2:1×1:乙', '3:1×1:'],
      ['1:1×1:丙', '2:1×2:丁', '3:1×1:'],
      ['1:1×1:戊', '3:1×1:己'],
    ])
    expect(found.children.map((row) => row.data?.header ?? false)).toEqual([true, true, false, false, false])
  })

  it('keeps the paragraphs of a cell apart and flattens a table in a cell', async () => {
    const inner = table([['里一', '里二']])
    const root = await read({ body: table([['甲\n乙', { content: paragraph('前') + inner + paragraph('后') }]]) })
    expect(grid(firstTable(root))).toEqual([['0:1×1:甲/乙', '1:1×1:前/里一/里二/后']])
  })

  it('takes a frame of one cell around a table for layout', async () => {
    const inner = table([
      ['序号', '问题'],
      ['1', '甲'],
    ])
    const root = await read({ body: table([[{ content: paragraph('清单') + inner }]]) })
    expect(values(root.children)).toEqual(['清单', '[table]'])
    expect(grid(firstTable(root))).toEqual([
      ['0:1×1:序号', '1:1×1:问题'],
      ['0:1×1:1', '1:1×1:甲'],
    ])
  })

  it('leaves deleted rows out and takes a continuation without a start for a cell', async () => {
    const row = (properties: string, cells: string) => `<w:tr>${properties}${cells}</w:tr>`
    const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
    const root = await read({
      body: `<w:tbl>${row('', cell('甲', '<w:vMerge/>') + cell('乙'))}${row('<w:trPr><w:del w:id="1"/></w:trPr>', cell('删'))}${row('<w:trPr><w:gridBefore w:val="1"/></w:trPr>', cell('丙'))}</w:tbl>`,
    })
    expect(grid(firstTable(root))).toEqual([['0:1×1:甲', '1:1×1:乙'], ['1:1×1:丙']])
    expect(codes(root)).toEqual(['info:struck_text_removed'])
  })

  it('finds back any table of merged cells', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), { minLength: 2, maxLength: 5 }),
        (bands) => {
          // Each band is as tall as its merged first cell; the widths of its second column differ.
          const rows = bands.flatMap(([height, width], band) =>
            Array.from({ length: height }, (_, at) => [
              ...(at === 0 ? [{ text: `b${band}`, rowspan: height }] : []),
              { text: `r${band}.${at}`, colspan: width },
              'x',
            ]),
          )
          const root = readDocx(buildDocx({ body: table(rows) }))
          if (root instanceof Promise) throw new Error('not synchronous')
          const found = grid(firstTable(root))
          expect(found).toEqual(
            bands.flatMap(([height, width], band) =>
              Array.from({ length: height }, (_, at) => [
                ...(at === 0 ? [`0:1×${height}:b${band}`] : []),
                `1:${width}×1:r${band}.${at}`,
                `${1 + width}:1×1:x`,
              ]),
            ),
          )
        },
      ),
      { numRuns: 50 },
    )
  })
})

describe('hostile and damaged documents', () => {
  const good = buildDocx({ body: paragraph('甲'.repeat(200)) })
  const only = (files: Record<string, Uint8Array>) => zipSync(files)

  it('that stores a part twice is told, for programs differ in which they show', async () => {
    const document = (words: string) =>
      strToU8(
        `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`,
      )
    const named = only({ 'word/document.xml': document('先'), 'word/documenu.xml': document('后') })
    // the second gets the first's name, in its own header and in the directory
    const twice = Buffer.from(Buffer.from(named).toString('latin1').replaceAll('documenu', 'document'), 'latin1')
    const { children, data } = await readDocx(twice)
    expect(children).toMatchObject([{ value: '后' }])
    expect(data.notices).toEqual([
      { code: 'part_repeated', message: 'The part word/document.xml is stored twice; the later one is read' },
    ])
    expect((await readDocx(only({ 'word/document.xml': document('先') }))).data.notices).toEqual([])
  })
  const document = (body: string) =>
    strToU8(
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    )

  it.each<[what: string, bytes: () => Uint8Array, code: string]>([
    ['nothing', () => new Uint8Array(), 'damaged_archive'],
    ['cut off', () => good.slice(0, good.length / 2), 'damaged_archive'],
    ['no Word document', () => only({ 'a.txt': strToU8('a') }), 'unreadable_source'],
    ['XML that ends early', () => only({ 'word/document.xml': document('').slice(0, -12) }), 'damaged_xml'],
    ['XML with tags crossed', () => only({ 'word/document.xml': document('<w:p></w:r>') }), 'damaged_xml'],
    [
      'entities of its own',
      () => only({ 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>') }),
      'xml_doctype',
    ],
    ['deep nesting', () => only({ 'word/document.xml': document('<w:p>'.repeat(100_000)) }), 'xml_limit'],
    [
      'a part that inflates to a thousand times its bytes',
      () => only({ 'word/document.xml': new Uint8Array(9 << 20) }),
      'archive_limit',
    ],
    ['a part beyond the limit', () => only({ 'word/document.xml': new Uint8Array(65 << 20) }), 'archive_limit'],
  ])('%s', async (_what, bytes, code) => {
    const root = await readDocx(bytes())
    expect(root.children).toEqual([])
    expect(codes(root)).toEqual([`error:${code}`])
  })

  it('sees a member that inflates to more than it claims', async () => {
    const bytes = only({ 'word/document.xml': document(paragraph('甲'.repeat(5000))) })
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    // The directory entry follows the local one; its claimed size stands 24 bytes in.
    for (let at = 0; at + 4 < bytes.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true)
    expect(codes(await readDocx(bytes))).toEqual(['error:archive_limit'])
  })

  it('cuts a table of ten thousand columns with a notice', async () => {
    const root = await read({ body: table([Array.from({ length: 10_000 }, () => '甲')]) })
    expect(firstTable(root).children[0]?.children.length).toBe(512)
    expect(codes(root)).toEqual(['warning:table_too_wide'])
  })

  it('says when there are only pictures', async () => {
    const picture = paragraph(
      '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
    )
    const root = await read({ body: picture })
    expect(codes(root)).toEqual(['error:image_only'])
    expect(codes(await read({ body: [picture, paragraph('正文')] }))).toEqual(['info:picture_not_read'])
  })

  it('never throws, whatever is broken', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })), { maxLength: 8 }),
        async (changes) => {
          const bytes = good.slice()
          for (const [at, byte] of changes) bytes[at] = byte
          const root = await readDocx(bytes)
          expect(root.type).toBe('root')
        },
      ),
      { numRuns: 300 },
    )
  })
})

import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { severityOf } from '../parsers/diagnostics.js'
import { readXlsx } from '../parsers/readers/xlsx.js'
import { formatCellNumber } from '../parsers/readers/xlsx-format.js'
import { cellAddress, columnName, readSheet } from '../parsers/readers/xlsx-sheet.js'
import type { BlockRoot, Table } from '../parsers/tree.js'
import { buildXlsx, type XlsxSheet } from './helpers/build-xlsx.js'

const read = async (...sheets: XlsxSheet[]): Promise<BlockRoot> => readXlsx(await buildXlsx(sheets))
const codes = (root: BlockRoot): string[] => root.data.notices.map((notice) => `${severityOf(notice.code)}:${notice.code}`)
const grid = (found: Table): string[][] =>
  found.children.map((row) =>
    row.children.map(
      (cell) => `${cell.column}:${cell.colspan}×${cell.rowspan}:${cell.children.map((child) => child.value).join('/')}`,
    ),
  )
const tables = (root: BlockRoot): Table[] => root.children.filter((block) => block.type === 'table')
const paragraphs = (root: BlockRoot): string[] =>
  root.children.flatMap((block) => (block.type === 'paragraph' ? [block.value] : []))
const firstTable = (root: BlockRoot): Table => {
  const [found] = tables(root)
  if (!found) throw new Error('no table')
  return found
}
/** A workbook of parts written by hand, for what the writer library cannot write. */
const raw = (sheet: string, parts: Record<string, string> = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'xl/workbook.xml':
          '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${sheet}</worksheet>`,
        ...parts,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  )

describe('figures as printed', () => {
  it.each<[value: number, code: string | undefined, text: string]>([
    [366700, undefined, '366700'],
    [36.67, 'General', '36.67'],
    [36.670000000000002, 'General', '36.67'],
    [0.1 + 0.2, undefined, '0.3'],
    [123456789012, undefined, '123456789012'],
    [5, '0', '5'],
    [7, '00', '07'],
    [1234567.891, '#,##0.00', '1,234,567.89'],
    [0.255, '0%', '26%'],
    [0.255, '0.0%', '25.5%'],
    [1.005, '0.00', '1.01'],
    [12.5, '0.##', '12.5'],
    [12, '0.##', '12'],
    [-3, '0.0', '-3.0'],
    [-3, '0;(0)', '(3)'],
    [0, '0;-0;"无"', '无'],
    [0.004, '0.0', '0.0'],
    [-0.004, '0.0', '0.0'],
    [15000, '0.0,"千"', '15.0千'],
    [3.5, '0.0"万吨"', '3.5万吨'],
    [12, '"第"0"号"', '第12号'],
    [88, '[$¥-804]#,##0', '¥88'],
    [1.5, '# ?/?', '1.5'],
    [45657, 'yyyy/m/d', '2024/12/31'],
    [45657, 'yyyy"年"m"月"d"日"', '2024年12月31日'],
    [45657, '[$-804]yyyy"年"m"月"d"日";@', '2024年12月31日'],
    [45657, 'yyyy\\-mm\\-dd', '2024-12-31'],
    [45657, 'yyyy.mm', '2024.12'],
    [45657, 'm"月"d"日"', '12月31日'],
    [45657, '[DBNum1][$-804]yyyy"年"m"月"d"日"', '二〇二四年十二月三十一日'],
    [45657, 'yyyy"年"m"月"d"日" aaaa', '2024年12月31日 星期二'],
    [45657.75, 'yyyy/m/d h:mm', '2024/12/31 18:00'],
    [45657.5208333333, 'h:mm:ss', '12:30:00'],
    [45657.75, 'h:mm AM/PM', '6:00 PM'],
    [1, 'yyyy/m/d', '1900/1/1'],
    [61, 'yyyy/m/d', '1900/3/1'],
    [-1, 'yyyy/m/d', '-1'],
  ])('%d under %s', (value, code, text) => expect(formatCellNumber(value, code)).toBe(text))

  it('counts from 1904 where the workbook does', () => expect(formatCellNumber(44195, 'yyyy/m/d', true)).toBe('2024/12/31'))

  it('prints the day that the calendar has, for every day of a century', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 73_000 }), (serial) => {
        const [year = 0, month = 0, day = 0] = formatCellNumber(serial, 'yyyy-mm-dd').split('-').map(Number)
        expect((Date.UTC(year, month - 1, day) - Date.UTC(1900, 0, 1)) / 86_400_000 + 2).toBe(serial)
      }),
    )
  })

  it('never throws on a format code', () => {
    fc.assert(
      fc.property(
        fc.double(),
        fc.oneof(fc.string(), fc.stringMatching(/^[0#?.,%;"ymdhsaeE+[\]$@\\年月日-]{0,20}$/)),
        (value, code) => {
          expect(typeof formatCellNumber(value, code)).toBe('string')
        },
      ),
    )
  })
})

describe('cell references', () => {
  it.each([
    ['A1', 0, 0],
    ['Z9', 8, 25],
    ['AA10', 9, 26],
    ['$BC$12', 11, 54],
  ])('%s', (reference, row, column) => expect(cellAddress(reference)).toEqual([row, column]))
  it('names every column as it reads it', () => {
    for (let column = 0; column < 16_384; column++) expect(cellAddress(`${columnName(column)}1`)).toEqual([0, column])
  })
})

describe('sheets', () => {
  it('gives title rows as paragraphs and the rest as a table with merges', async () => {
    const root = await read({
      name: '整改清单',
      rows: [
        [{ value: '某县整改任务清单', colspan: 4, center: true, bold: true }, null, null, null],
        ['填报单位：县水务局', null, null, null],
        [{ value: '序号', rowspan: 2 }, { value: '整改要求', colspan: 2 }, null, { value: '时限', rowspan: 2 }],
        [null, '目标', '措施', null],
        [{ value: '一、水污染', colspan: 4 }, null, null, null],
        [{ value: 1, rowspan: 2 }, '甲', '乙', { value: 45657, format: 'yyyy"年"m"月"d"日"' }],
        [null, '丙', '丁\n戊', '长期坚持'],
        [null, null, null, null],
        ['合计', null, 2, null],
      ],
    })
    expect(paragraphs(root)).toEqual(['某县整改任务清单', '填报单位：县水务局'])
    expect(root.children[0]?.data).toEqual({ centered: true, bold: true, source: { cell: '整改清单!A1' } })
    const found = firstTable(root)
    expect(found.data?.caption).toBe('整改清单')
    expect(grid(found)).toEqual([
      ['0:1×2:序号', '1:2×1:整改要求', '3:1×2:时限'],
      ['1:1×1:目标', '2:1×1:措施'],
      ['0:4×1:一、水污染'],
      ['0:1×2:1', '1:1×1:甲', '2:1×1:乙', '3:1×1:2024年12月31日'],
      ['1:1×1:丙', '2:1×1:丁/戊', '3:1×1:长期坚持'],
      ['0:1×1:合计', '1:1×1:', '2:1×1:2', '3:1×1:'],
    ])
    expect(found.children[4]?.children[1]?.children[1]?.data?.source).toEqual({ cell: '整改清单!C7' })
  })

  it('reads several sheets in order and leaves hidden ones out with a notice', async () => {
    const rows = (mark: string) => [
      ['序号', '问题'],
      [1, mark],
    ]
    const root = await read(
      { name: '水', rows: rows('甲') },
      { name: '旧', rows: rows('乙'), hidden: true },
      { name: '空', rows: [] },
      { name: '气', rows: rows('丙') },
    )
    expect(tables(root).map((found) => found.data?.caption)).toEqual(['水', '气'])
    expect(codes(root)).toEqual(['warning:hidden_sheet_removed'])
  })

  it('leaves hidden rows and columns out and says so', async () => {
    const root = await read({
      name: '表',
      rows: [
        ['序号', '内部', '问题'],
        [1, 'x', '甲'],
        ['', 'y', '乙'],
        [2, 'z', '丙'],
      ],
      hiddenRows: [2],
      hiddenColumns: [1],
    })
    expect(grid(firstTable(root))).toEqual([
      ['0:1×1:序号', '1:1×1:问题'],
      ['0:1×1:1', '1:1×1:甲'],
      ['0:1×1:2', '1:1×1:丙'],
    ])
    expect(codes(root)).toEqual(['warning:hidden_cells_removed'])
  })

  it('reads a hidden row whose number the others leave out', async () => {
    const rows = (second: number) => [
      ['序号', '问题'],
      [1, '甲'],
      [second, '乙'],
      [3, '丙'],
    ]
    const [missing, twice] = [
      await read({ name: '表', rows: rows(2), hiddenRows: [2] }),
      await read({ name: '表', rows: rows(1), hiddenRows: [2] }),
    ]
    expect(grid(firstTable(missing)).length).toBe(4)
    expect(codes(missing)).toEqual(['info:filtered_rows_read'])
    expect(grid(firstTable(twice)).length).toBe(3)
    expect(codes(twice)).toEqual(['warning:hidden_cells_removed'])
  })

  it('reads what stands under a filter without criteria', () => {
    const row = (n: number, words: string, hidden = '') =>
      `<row r="${n}"${hidden}><c r="A${n}" t="inlineStr"><is><t>${words}</t></is></c></row>`
    const rows = `${row(1, '问题')}${row(2, '甲', ' hidden="1"')}${row(3, '乙')}`
    const sheet = readSheet(`<worksheet><sheetData>${rows}</sheetData><autoFilter ref="A1:A3"/></worksheet>`, {
      strings: [],
      styles: [],
      epoch1904: false,
    })
    expect([sheet.hiddenRows.size, sheet.filteredRows]).toEqual([0, 1])
  })

  it('reads rows that a filter hides', () => {
    const cell = (row: number, words: string) => `<c r="A${row}" t="inlineStr"><is><t>${words}</t></is></c>`
    const row = (n: number, words: string, hidden = false) =>
      `<row r="${n}"${hidden ? ' hidden="1"' : ''}>${cell(n, words)}</row>`
    const filter =
      '<autoFilter ref="A1:A3"><filterColumn colId="0"><filters><filter val="甲"/></filters></filterColumn></autoFilter>'
    const sheet = readSheet(
      `<worksheet><sheetData>${row(1, '问题')}${row(2, '甲', true)}${row(3, '乙')}${row(4, '丙', true)}</sheetData>${filter}</worksheet>`,
      { strings: [], styles: [], epoch1904: false },
    )
    expect([...sheet.hiddenRows]).toEqual([3])
    expect(sheet.filteredRows).toBe(1)
  })

  it('keeps a merged text whose first row is hidden', async () => {
    const root = await read({
      name: '表',
      rows: [
        ['序号', '问题'],
        [{ value: '1', rowspan: 3 }, '甲'],
        [null, '乙'],
        [null, '丙'],
      ],
      hiddenRows: [1],
    })
    expect(grid(firstTable(root))).toEqual([['0:1×1:序号', '1:1×1:问题'], ['0:1×2:1', '1:1×1:乙'], ['1:1×1:丙']])
  })

  it('marks struck runs and struck cells, line by line', async () => {
    const root = await read({
      name: '表',
      rows: [
        ['序号', '问题'],
        [{ value: '作废', strike: true }, { runs: [{ text: '完成' }, { text: '旧\n址', strike: true }, { text: '改造' }] }],
      ],
    })
    const cells = firstTable(root).children[1]?.children.map((cell) =>
      cell.children.map((child) => [child.value, child.data?.struck]),
    )
    expect(cells).toEqual([
      [['作废', [[0, 2]]]],
      [
        ['完成旧', [[2, 3]]],
        ['址改造', [[0, 1]]],
      ],
    ])
  })

  it('gives a sheet of one column as paragraphs', async () => {
    const root = await read({ name: '说明', rows: [['一、总体情况'], ['已完成。']] })
    expect(paragraphs(root)).toEqual(['一、总体情况', '已完成。'])
    expect(tables(root)).toEqual([])
  })

  it('reads what other writers write: inline strings, formulas, ISO dates, rows without references, phonetics', async () => {
    const root = await readXlsx(
      raw(
        '<sheetData><row><c t="inlineStr"><is><t>甲_x000D_</t><phoneticPr/></is></c><c t="str"><f>A1</f><v>乙</v></c></row><row><c t="s"><v>0</v></c><c t="d"><v>2024-12-31</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c></row></sheetData>',
        {
          'xl/sharedStrings.xml':
            '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>丙</t><rPh sb="0" eb="1"><t>bing</t></rPh></si></sst>',
        },
      ),
    )
    expect(grid(firstTable(root))).toEqual([
      ['0:1×1:甲', '1:1×1:乙', '2:1×1:', '3:1×1:'],
      ['0:1×1:丙', '1:1×1:2024/12/31', '2:1×1:TRUE', '3:1×1:#REF!'],
    ])
  })

  it('covers every place of the grid exactly once', async () => {
    const cellOf = fc.record({
      text: fc.constantFrom('', 'x', 'y'),
      colspan: fc.integer({ min: 1, max: 3 }),
      rowspan: fc.integer({ min: 1, max: 3 }),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cellOf, { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 5 }),
        async (input) => {
          const taken = new Set<string>()
          const merges: string[] = []
          const rows = input.map((row, r) =>
            row
              .map(({ text, colspan, rowspan }, c) => {
                const places = Array.from(
                  { length: rowspan * colspan },
                  (_, k) => `${r + Math.floor(k / colspan)},${c + (k % colspan)}`,
                )
                if (!places.some((place) => taken.has(place)) && c + colspan <= 4 && r + rowspan <= input.length) {
                  for (const place of places) taken.add(place)
                  if (places.length > 1)
                    merges.push(`<mergeCell ref="${columnName(c)}${r + 1}:${columnName(c + colspan - 1)}${r + rowspan}"/>`)
                }
                return text && `<c r="${columnName(c)}${r + 1}" t="inlineStr"><is><t>${text}</t></is></c>`
              })
              .join(''),
          )
          const root = await readXlsx(
            raw(
              `<sheetData>${rows.map((row, r) => `<row r="${r + 1}">${row}</row>`).join('')}</sheetData><mergeCells>${merges.join('')}</mergeCells>`,
            ),
          )
          for (const found of tables(root)) {
            const covered = new Map<string, number>()
            found.children.forEach((row, r) => {
              for (const cell of row.children)
                for (let dr = 0; dr < cell.rowspan; dr++)
                  for (let dc = 0; dc < cell.colspan; dc++)
                    covered.set(`${r + dr},${cell.column + dc}`, (covered.get(`${r + dr},${cell.column + dc}`) ?? 0) + 1)
            })
            const width = Math.max(...found.children.flatMap((row) => row.children.map((cell) => cell.column + cell.colspan)))
            expect([...covered.values()].every((times) => times === 1)).toBe(true)
            expect(covered.size).toBe(found.children.length * width)
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('hostile and damaged workbooks', () => {
  it.each<[what: string, bytes: () => Uint8Array | Promise<Uint8Array>, code: string]>([
    ['nothing', () => new Uint8Array(), 'error:damaged_archive'],
    [
      'cut off',
      async () => (await buildXlsx([{ name: 'a', rows: [['甲'.repeat(500)]] }])).slice(0, 400),
      'error:damaged_archive',
    ],
    ['another archive', () => zipSync({ 'a.txt': strToU8('a') }), 'error:unreadable_source'],
    ['the binary form', () => zipSync({ 'xl/workbook.bin': strToU8('a') }), 'error:unsupported_format'],
    ['XML cut off', () => raw('<sheetData><row>'), 'error:damaged_xml'],
    ['entities', () => raw('', { 'xl/sharedStrings.xml': '<!DOCTYPE x [<!ENTITY a "aaaa">]><sst/>' }), 'error:xml_doctype'],
    [
      'ten thousand columns',
      () => raw(`<sheetData><row>${'<c><v>1</v></c>'.repeat(10_000)}</row></sheetData>`),
      'warning:table_too_wide',
    ],
  ])('%s', async (_what, bytes, code) => expect(codes(await readXlsx(await bytes()))).toEqual([code]))

  it('ignores merges that would cover the whole sheet a thousand times', async () => {
    const rows = Array.from(
      { length: 5000 },
      (_, r) => `<row r="${r + 1}"><c r="A${r + 1}"><v>1</v></c><c r="B${r + 1}"><v>2</v></c></row>`,
    )
    const root = await readXlsx(
      raw(`<sheetData>${rows.join('')}</sheetData><mergeCells>${'<mergeCell ref="A1:A1048576"/>'.repeat(5000)}</mergeCells>`),
    )
    expect(firstTable(root).children[0]?.children[0]?.rowspan).toBe(5000)
  })

  it('never throws, whatever is broken', async () => {
    const good = await buildXlsx([
      {
        name: '表',
        rows: [
          ['甲', 1],
          ['乙', 2],
        ],
      },
    ])
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })), { maxLength: 8 }),
        async (changes) => {
          const bytes = good.slice()
          for (const [at, byte] of changes) bytes[at] = byte
          expect((await readXlsx(bytes)).type).toBe('root')
        },
      ),
      { numRuns: 300 },
    )
  })
})

/** Blocks to readable text: page numbers and running heads go, cut lines are joined, struck words are left out with a notice. */
import { describe, expect, it } from 'vitest'
import { layOut } from '../parsers/layout/layout.js'
import type { BlockRoot, Paragraph } from '../parsers/tree.js'

type Line = string | { value: string; data: NonNullable<Paragraph['data']> }
const rootOf = (lines: readonly Line[]): BlockRoot => ({
  type: 'root',
  children: lines.map((line): Paragraph => ({ type: 'paragraph', ...(typeof line === 'string' ? { value: line } : line) })),
  data: { format: 'text', encoding: 'utf-8', notices: [] },
})
const textOf = (lines: readonly Line[]): string[] => layOut(rootOf(lines)).text.split('\n').slice(0, -1)
const codesOf = (lines: readonly Line[]): string[] => layOut(rootOf(lines)).notices.map((notice) => notice.code)
const open = (value: string): Line => ({ value, data: { open: true } })

const cases: [name: string, lines: Line[], expected: string[]][] = [
  ['paragraphs', ['砖厂扬尘扰民。', '河道淤积严重。'], ['砖厂扬尘扰民。', '河道淤积严重。']],
  ['page numbers', ['砖厂扬尘扰民。', '- 1 -', '河道淤积严重。', '- 2 -'], ['砖厂扬尘扰民。', '河道淤积严重。']],
  ['第…页', ['砖厂扬尘扰民。', '第1页 共2页', '河道淤积严重。'], ['砖厂扬尘扰民。', '河道淤积严重。']],
  ['bare numbers that count up', ['甲。', '1', '乙。', '2', '丙。', '3'], ['甲。', '乙。', '丙。']],
  ['a bare number alone stays', ['甲。', '7', '乙。'], ['甲。', '7', '乙。']],
  ['bare numbers out of order stay', ['甲。', '3', '乙。', '1', '丙。', '8'], ['甲。', '3', '乙。', '1', '丙。', '8']],
  [
    'a running head beside page numbers',
    ['青溪县整改方案', '砖厂扬尘。', '- 1 -', '青溪县整改方案', '河道淤积。', '- 2 -', '青溪县整改方案', '散煤复燃。', '- 3 -'],
    ['青溪县整改方案', '砖厂扬尘。', '河道淤积。', '散煤复燃。'],
  ],
  [
    'a word cut by a page end',
    ['县水利局牵头，对全县十二条河道开展清淤，并建立长效管', '- 3 -', '护机制。'],
    ['县水利局牵头，对全县十二条河道开展清淤，并建立长效管护机制。'],
  ],
  ['a line that opens with a closing mark', ['砖厂扬尘扰民', '，河道淤积。'], ['砖厂扬尘扰民，河道淤积。']],
  ['a title still open', ['印发《青溪县河道', '管理办法》。'], ['印发《青溪县河道管理办法》。']],
  ['a bracket still open', ['加强巡查（责任单位：', '县水利局）。'], ['加强巡查（责任单位：县水利局）。']],
  ['a line that ends in a comma', ['加强巡查，', '清扫道路。'], ['加强巡查，清扫道路。']],
  ['附件 on its own line', ['清扫道路二十公里，', '附件'], ['清扫道路二十公里，', '附件']],
  [
    'a state beside page numbers',
    ['甲。', '（已完成）', '- 1 -', '乙。', '（已完成）', '- 2 -', '丙。'],
    ['甲。', '（已完成）', '乙。', '（已完成）', '丙。'],
  ],
  ['a number apart from its words', ['加强巡查。（二）', '清扫道路。'], ['加强巡查。（二）清扫道路。']],
  ['a sentence that ended', ['加强巡查。', '清扫道路。'], ['加强巡查。', '清扫道路。']],
  ['a heading goes on in nothing', ['一、水环境方面', '砖厂扬尘扰民。'], ['一、水环境方面', '砖厂扬尘扰民。']],
  [
    'a mark begins anew',
    ['对全县十二条河道开展清淤，对全县二十座砖厂开展整治行动', '（二）加强巡查。'],
    ['对全县十二条河道开展清淤，对全县二十座砖厂开展整治行动', '（二）加强巡查。'],
  ],
  [
    'a label begins anew',
    ['对全县十二条河道开展清淤，对全县二十座砖厂开展整治行动', '整改时限：2024年底'],
    ['对全县十二条河道开展清淤，对全县二十座砖厂开展整治行动', '整改时限：2024年底'],
  ],
  ['a label alone keeps its value apart', ['整改目标', '砖厂粉尘达标排放。'], ['整改目标', '砖厂粉尘达标排放。']],
  [
    'lines of a fixed width',
    [open('对全县十二条河道开展清'), open('淤，对二十座砖厂开展整'), '治。'],
    ['对全县十二条河道开展清淤，对二十座砖厂开展整治。'],
  ],
  [
    'lines of a fixed width, a label next',
    [open('对全县十二条河道开展清淤'), '责任单位：县水利局'],
    ['对全县十二条河道开展清淤', '责任单位：县水利局'],
  ],
  [
    'lines of a fixed width, a number next',
    [open('对全县十二条河道开展清淤。'), '2.加强巡查。'],
    ['对全县十二条河道开展清淤。', '2.加强巡查。'],
  ],
  ['Latin words keep a blank', [open('采用 membrane'), 'reactor 工艺。'], ['采用 membrane reactor 工艺。']],
  ['empty blocks', ['砖厂扬尘。', '  ', '河道淤积。'], ['砖厂扬尘。', '河道淤积。']],
  ['struck words', [{ value: '加强旧的巡查。', data: { struck: [[2, 4]] } }], ['加强巡查。']],
]

describe('layOut', () => {
  it.each(cases)('%s', (_, lines, expected) => {
    expect(textOf(lines)).toEqual(expected)
  })
  it.each(cases)('%s: the folded text has the same length', (_, lines) => {
    const { text, folded } = layOut(rootOf(lines))
    expect(folded).toHaveLength(text.length)
  })
})

describe('notices', () => {
  it.each([
    ['page_numbers_removed', ['砖厂扬尘。', '- 1 -']],
    ['lines_joined', ['加强巡查，', '清扫道路。']],
    ['struck_text_removed', [{ value: '加强旧的巡查。', data: { struck: [[2, 4]] } }]],
  ] as [string, Line[]][])('%s', (code, lines) => {
    expect(codesOf(lines)).toContain(code)
  })
  it('says nothing where nothing was touched', () => {
    expect(codesOf(['砖厂扬尘扰民。', '河道淤积严重。'])).toEqual([])
  })
  it('places a struck word where its paragraph stands', () => {
    const { notices, text } = layOut(rootOf(['砖厂扬尘。', { value: '加强旧的巡查。', data: { struck: [[2, 4]] } }]))
    const [start, end] = notices[0]?.span ?? [0, 0]
    expect(text.slice(start, end)).toBe('加强巡查。')
    expect(notices[0]?.message).toContain('旧的')
  })
})

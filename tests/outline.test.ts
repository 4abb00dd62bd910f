/** Marks to levels: the same mark means different levels in different places, numbers are wrong, lists begin anew. */
import { describe, expect, it } from 'vitest'
import { layOut } from '../parsers/layout/layout.js'
import { buildOutline, type OutlineNode } from '../parsers/structure/outline.js'
import { fold } from '../parsers/text/fold.js'
import { readLines } from '../parsers/tokens/lines.js'
import type { Paragraph } from '../parsers/tree.js'

const outlineOf = (text: string) => {
  const children = text.split('\n').map((value): Paragraph => ({ type: 'paragraph', value }))
  const layout = layOut({ type: 'root', children, data: { format: 'text', encoding: 'utf-8', notices: [] } })
  const lines = readLines(layout)
  return { layout, lines, outline: buildOutline(layout.folded, lines) }
}

/** The tree of the marks alone: `一、{（一）（二）}`; labels of a heading stand after it as `[goal deadline]`. */
const tree = (text: string): string => {
  const { layout, lines, outline } = outlineOf(text)
  const show = (node: OutlineNode): string => {
    const line = lines[node.line]
    const mark = line?.mark ? layout.text.slice(line.mark.start, line.mark.end) : '·'
    const labels = node.labels.length > 0 ? `[${node.labels.map((label) => label.field).join(' ')}]` : ''
    return `${mark}${labels}${node.children.length > 0 ? `{${node.children.map(show).join('')}}` : ''}`
  }
  return outline.root.children.map(show).join('')
}
const notices = (text: string): string[] => outlineOf(text).outline.notices.map((notice) => notice.code)

const t = '砖厂扬尘扰民'
const levels: [name: string, text: string, expected: string][] = [
  ['one list', `一、${t}\n二、${t}\n三、${t}`, '一、二、三、'],
  ['two levels', `一、水\n（一）${t}\n（二）${t}\n二、气\n（一）${t}`, '一、{（一）（二）}二、{（一）}'],
  ['three levels', `一、水\n（一）河\n1.${t}\n2.${t}\n（二）湖\n1.${t}\n二、气`, '一、{（一）{1.2.}（二）{1.}}二、'],
  ['a number that goes on over the headings', `一、水\n1.${t}\n2.${t}\n二、气\n3.${t}\n4.${t}`, '一、{1.2.}二、{3.4.}'],
  ['the same mark on another level', `（一）水\n一、${t}\n二、${t}\n（二）气\n一、${t}`, '（一）{一、二、}（二）{一、}'],
  ['一、 under 问题一：', `问题一：${t}\n一、清扫\n二、巡查\n问题二：${t}\n一、清扫`, '问题一：{一、二、}问题二：{一、}'],
  ['half-width and full-width brackets are one style', `(一)${t}\n（二）${t}\n(三)${t}`, '(一)（二）(三)'],
  ['1. and 1． and 1、 are one style', `1.${t}\n2．${t}\n3、${t}`, '1.2．3、'],
  ['full-width digits', `１．${t}\n２．${t}`, '１．２．'],
  ['circled numbers', `1.水\n①${t}\n②${t}\n2.气\n①${t}`, '1.{①②}2.{①}'],
  ['第一章', `第一章 水\n一、${t}\n二、${t}\n第二章 气\n一、${t}`, '第一章{一、二、}第二章{一、}'],
  ['a restart without a heading', `一、${t}\n二、${t}\n一、${t}\n二、${t}`, '一、二、一、二、'],
  ['a restart after 附件', `一、${t}\n二、${t}\n附件1\n一、${t}\n二、${t}`, '一、二、一、二、'],
  ['levels end at 附件', `一、水\n（一）${t}\n附件2\n（一）${t}\n（二）${t}`, '一、{（一）}（一）（二）'],
  ['a title begins a list anew', `一、${t}\n青溪县问题清单\n一、${t}`, '一、一、'],
  ['more than ten', `十、${t}\n十一、${t}\n十二、${t}`, '十、十一、十二、'],
]

const misprints: [name: string, text: string, expected: string, notice: string | null][] = [
  ['（5） between （四） and （六）', `（四）${t}\n（5）${t}\n（六）${t}`, '（四）（5）（六）', 'number_misprint'],
  ['3） after 2.', `1.${t}\n2.${t}\n3）${t}\n4.${t}`, '1.2.3）4.', 'number_misprint'],
  ['a number that is skipped', `一、${t}\n二、${t}\n四、${t}\n五、${t}`, '一、二、四、五、', 'number_skipped'],
  ['a number that comes twice', `一、${t}\n二、${t}\n二、${t}\n三、${t}`, '一、二、二、三、', 'number_repeated'],
  ['a skipped number under a heading', `一、水\n1.${t}\n3.${t}\n二、气\n1.${t}`, '一、{1.3.}二、{1.}', 'number_skipped'],
  ['all in order', `一、${t}\n二、${t}`, '一、二、', null],
]

const figures: [name: string, text: string, expected: string][] = [
  ['1.1830亩 where 2. follows', `1.1830亩耕地未复垦\n2.${t}`, '1.2.'],
  ['2.9家企业 where 1. stood before', `1.${t}\n2.9家企业直排\n3.${t}`, '1.2.3.'],
  ['1.2021年', `1.2021年欠账\n2.2022年欠账`, '1.2.'],
  ['1.5万吨 alone is no mark', `1.5万吨废渣未清运`, ''],
  ['2.3公里 alone is no mark', `2.3公里管网未建`, ''],
]

const fields: [name: string, text: string, expected: string][] = [
  [
    'labels belong to the heading above',
    `一、${t}\n整改目标：达标。\n责任单位：县局\n二、${t}\n整改目标：达标。`,
    '一、[goal responsible_unit]二、[goal]',
  ],
  [
    'a list inside a field is its own',
    `一、${t}\n整改措施：\n1.清扫。\n2.巡查。\n二、${t}\n整改措施：\n1.清扫。`,
    '一、[measures]{1.2.}二、[measures]{1.}',
  ],
  [
    '一、 inside a field',
    `问题一：${t}\n整改措施：\n一、清扫。\n二、巡查。\n整改时限：2024年底\n问题二：${t}\n整改措施：\n一、清扫。`,
    '问题一：[measures deadline]{一、二、}问题二：[measures]{一、}',
  ],
  [
    'a list begun in the line of its label',
    `一、${t}\n整改措施：1.清扫。\n2.巡查。\n二、${t}\n整改措施：1.清扫。\n2.巡查。`,
    '一、[measures]{2.}二、[measures]{2.}',
  ],
  ['items that go on counting after a field', `1.${t}\n整改措施：清扫。\n2.${t}\n整改措施：巡查。`, '1.[measures]2.[measures]'],
  [
    'fields as numbered headings',
    '一、反馈问题\n砖厂扬尘扰民。\n二、整改目标\n达标。\n三、整改措施\n清扫。\n四、责任单位\n县局',
    '[problem goal measures responsible_unit]',
  ],
]

describe('levels', () => {
  it.each(levels)('%s', (_, text, expected) => {
    expect(tree(text)).toBe(expected)
  })
})
describe('misprints', () => {
  it.each(misprints)('%s', (_, text, expected, notice) => {
    expect(tree(text)).toBe(expected)
    expect(notices(text)).toEqual(notice === null ? [] : [notice])
  })
})
describe('labels before figures', () => {
  it.each(figures)('%s', (_, text, expected) => {
    expect(tree(text)).toBe(expected)
  })
})
describe('labels', () => {
  it.each(fields)('%s', (_, text, expected) => {
    const { outline } = outlineOf(text)
    const own = outline.root.labels.length > 0 ? `[${outline.root.labels.map((label) => label.field).join(' ')}]` : ''
    expect(own || tree(text)).toBe(expected)
  })
})

describe('what holds for every outline', () => {
  it.each([...levels, ...misprints, ...fields].map(([name, text]) => [name, text] as const))(
    '%s: parents hold their children',
    (_, text) => {
      const { outline, lines } = outlineOf(text)
      for (const node of outline.nodes) {
        expect(node.end).toBeGreaterThan(node.line)
        expect(node.end).toBeLessThanOrEqual(node.parent && node.parent.line >= 0 ? node.parent.end : lines.length)
        expect(node.line).toBeGreaterThan(node.parent?.line ?? -1)
      }
      expect(fold(text).length).toBe(text.length)
    },
  )
})

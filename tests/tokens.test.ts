/** What a line opens with, form by form: marks and where they end, labels and where their values begin, the words that a report uses as labels. */
import { describe, expect, it } from 'vitest'
import type { LaidParagraph } from '../parsers/layout/layout.js'
import type { FieldKind } from '../parsers/lexicon/labels.js'
import { fold } from '../parsers/text/fold.js'
import { followsOn, isName, isValueOf, provenAt } from '../parsers/tokens/glued.js'
import { labelAt, labelsInside, stopLabelAt } from '../parsers/tokens/label.js'
import { type Line, linesOf } from '../parsers/tokens/lines.js'
import { markAt } from '../parsers/tokens/marks.js'
import { vocabularyOfLines } from '../parsers/tokens/vocabulary.js'
import { read } from './helpers/sketch.js'

/** Words around the text that is read: places are counted from the beginning of the document. */
const before = '县政府办。\n'
const around = (text: string): string => `${before}${text}\n下一段：甲。（乙）】`

describe('a mark: style, number, start, end, where the words begin, whether it may be a figure', () => {
  it.each<[text: string, mark: string | null]>([
    ['①、清淤', 'circled 1 0 2 2 false'],
    ['① 清淤', 'circled 1 0 1 2 false'],
    ['⑳清', 'circled 20 0 1 1 false'],
    ['㉑清', 'circled 21 0 1 1 false'],
    ['㉟清', 'circled 35 0 1 1 false'],
    ['㊱清', 'circled 36 0 1 1 false'],
    ['㊿清', 'circled 50 0 1 1 false'],
    ['⑴清', 'ar-paren 1 0 1 1 false'],
    ['⒈清', 'ar 1 0 1 1 false'],
    ['㈠清', 'cn-paren 1 0 1 1 false'],
    ['㈩清', 'cn-paren 10 0 1 1 false'],
    ['❶清', 'circled 1 0 1 1 false'],
    ['➀清', 'circled 1 0 1 1 false'],
    ['➉清', 'circled 10 0 1 1 false'],
    ['1.2清', 'multi 2 0 3 3 false'],
    ['1.2.3清', 'multi-deep 3 0 5 5 false'],
    ['1-2清', 'multi 2 0 3 3 false'],
    ['1.2万吨', 'ar 1 0 2 2 true'],
    ['1.2家', 'ar 1 0 2 2 false'],
    ['1.2021年', 'ar 1 0 2 2 false'],
    ['1.1830亩', 'ar 1 0 2 2 true'],
    ['1 清', 'ar-blank 1 0 1 2 true'],
    ['1 a', null],
    ['2021、', 'ar 2021 0 5 5 true'],
    ['2024.清', 'ar 2024 0 5 5 true'],
    ['甲、乙两家', 'stem 1 0 2 2 true'],
    ['甲、清', 'stem 1 0 2 2 false'],
    ['廿一、清', 'cn 21 0 3 3 false'],
    ['二〇二四、', null],
    ['第十二章 总', 'part 12 0 4 5 false'],
    ['第3节、总', 'part 3 0 4 4 false'],
    ['No.12 清', 'issue 12 0 5 6 false'],
    ['№3、清', 'issue 3 0 3 3 false'],
    ['a.清', 'latin 1 0 2 2 false'],
    ['B）清', 'latin 2 0 2 2 false'],
    ['一方面，清', 'aspect 1 0 4 4 false'],
    ['另一方面清', 'aspect 2 0 4 4 false'],
    ['再一方面清', 'aspect 3 0 4 4 false'],
    ['其二是清', 'qi 2 0 3 3 false'],
    ['其二是否', null],
    ['一是否', null],
    ['二是，清', 'is 2 0 3 3 false'],
    ['三要清', 'is 3 0 2 2 false'],
    ['三要 ', null],
    ['第1项目', null],
    ['第1项：清', 'issue 1 0 4 4 false'],
    ['序号：3', 'issue 3 0 4 4 false'],
    ['编号 5', null],
    ['01反馈问题甲', 'issue 1 0 2 2 false'],
    ['01反馈问题的', null],
    ['（12）、清', 'ar-paren 12 0 5 5 false'],
    ['【3】清', 'ar-paren 3 0 3 3 false'],
    ['（一）：清', 'cn-paren 1 0 4 4 false'],
    ['3）.清', 'ar-rparen 3 0 3 3 false'],
    ['100、清', 'ar 100 0 4 4 false'],
    ['10000、清', null],
    ['〇、清', null],
    ['1900、清', 'ar 1900 0 5 5 true'],
    ['2100、清', 'ar 2100 0 5 5 false'],
    ['1899、清', 'ar 1899 0 5 5 false'],
    ['1.2个百分点', 'ar 1 0 2 2 true'],
    ['1.2个问题', 'ar 1 0 2 2 false'],
    ['1.2处理', 'ar 1 0 2 2 true'],
    ['1.2处', 'ar 1 0 2 2 false'],
    ['12.5户', 'ar 12 0 3 3 false'],
    ['1.2个月', 'ar 1 0 2 2 true'],
    ['一百零二、清', 'cn 102 0 5 5 false'],
    ['三十、清', 'cn 30 0 3 3 false'],
    ['一十二、清', 'cn 12 0 4 4 false'],
    ['第十项：清', 'issue 10 0 4 4 false'],
    ['序号： 12', 'issue 12 0 6 6 false'],
    ['编号：12清', null],
    ['（〇）清', null],
  ])('%s', (text, expected) => {
    // behind other words as well as at the beginning
    for (const at of [0, before.length]) {
      const mark = markAt(fold(before.slice(0, at) + text), at)
      const place = mark && [mark.start - at, mark.end - at, mark.body - at]
      expect(mark && place && [mark.style, mark.ordinal, ...place, mark.doubtful].join(' ')).toBe(expected)
    }
  })
})

describe('a label that opens a line: field, form, words, value', () => {
  it.each<[text: string, label: string | null]>([
    ['【整改目标】畅通', 'goal | bracket | 【整改目标】 | 畅通'],
    ['【整改目标】：畅通', 'goal | bracket | 【整改目标】 | 畅通'],
    ['【完成整改】', null],
    ['【完成整改】责任单位：县水利局', null],
    ['【完成整改】清淤', 'status | bracket | 【完成整改】 | 清淤'],
    ['[整改目标：]畅通', 'goal | bracket | [整改目标：] | 畅通'],
    ['（责任单位：县水利局）', 'responsible_unit | colon | 责任单位 | 县水利局'],
    ['（（（责任单位：县水利局）））', null],
    ['整改目标：', 'goal | colon | 整改目标 | '],
    ['整改目标', 'goal | alone | 整改目标 | '],
    ['整改目标如下', 'goal | alone | 整改目标 | '],
    ['整改情况如下：', null],
    ['问题', null],
    ['问题：', 'problem | colon | 问题 | '],
    ['整改目标 畅通', 'goal | bare | 整改目标 | 畅通'],
    ['措施 清淤', null],
    ['整改时限2024年底', 'deadline | bare | 整改时限 | 2024年底'],
    ['整改时限立行立改', 'deadline | bare | 整改时限 | 立行立改'],
    ['整改时限按期', null],
    ['整改目标（2024年）：畅通', 'goal | colon | 整改目标（2024年） | 畅通'],
    ['整改目标，措施：畅通', null],
    ['【】整改', null],
    ['时限12月底', 'deadline | bare | 时限 | 12月底'],
  ])('%s', (text, expected) => {
    const label = labelAt(fold(around(text)), before.length, before.length + text.length)
    const { start, end, value, valueEnd = before.length + text.length } = label ?? { start: 0, end: 0, value: 0 }
    const words = (from: number, to: number) => around(text).slice(from, to)
    expect(label && [label.field, label.form, words(start, end), words(value, valueEnd)].join(' | ')).toBe(expected)
  })
})

describe('labels inside a line: field, form, mark, words, where the value begins', () => {
  it.each<[text: string, labels: string[]]>([
    ['甲。整改目标：乙', ['goal | colon |  | 整改目标 | 7']],
    ['甲，整改目标：乙', []],
    ['甲，责任单位：乙', ['responsible_unit | colon |  | 责任单位 | 7']],
    ['甲，完成时限：2024年', ['deadline | colon |  | 完成时限 | 7']],
    ['甲，完成时限：尽快', []],
    ['甲。（2）整改措施：乙', ['measures | colon | （2） | 整改措施 | 10']],
    ['甲（牵头单位：乙；责任单位：丙）', []],
    ['甲《整改目标：乙》', []],
    ['甲。措施：乙', []],
    ['甲。措施：1.乙', ['measures | colon |  | 措施 | 5']],
    ['甲；牵头：乙；配合：丙', ['lead_unit | colon |  | 牵头 | 5', 'supporting_unit | colon |  | 配合 | 10']],
    ['甲。问题：乙', []],
    ['计划完成时间：2024年 实际完成时间：2025年', ['other | colon |  | 实际完成时间 | 20']],
    ['计划完成时间：2024年 领导意见：同意', ['other | colon |  | 领导意见 | 18']],
    ['领导意见 实际完成意见：2025年', []],
    [
      '甲。整改目标：乙。整改措施：丙。推进举措：丁',
      ['goal | colon |  | 整改目标 | 7', 'measures | colon |  | 整改措施 | 14', 'measures | colon |  | 推进举措 | 21'],
    ],
    ['【问题】甲【整改措施】乙', ['measures | bracket |  | 【整改措施】 | 11']],
    ['甲【整改措施】乙', []],
    ['甲。【整改措施】乙', ['measures | bracket |  | 【整改措施】 | 8']],
    ['甲。【完成整改】', []],
    ['甲。【整改措施】：乙', ['measures | bracket |  | 【整改措施】 | 9']],
    ['甲。【整改措施】乙。整改目标：丙', ['measures | bracket |  | 【整改措施】 | 8', 'goal | colon |  | 整改目标 | 15']],
    ['甲。【序号】乙', []],
    ['甲 【整改措施】乙', ['measures | bracket |  | 【整改措施】 | 8']],
    ['甲。整改目标（2024年）：乙', ['goal | colon |  | 整改目标（2024年） | 14']],
    ['甲？整改目标：乙', ['goal | colon |  | 整改目标 | 7']],
    ['甲）整改目标：乙', ['goal | colon |  | 整改目标 | 7']],
    ['甲”整改目标：乙', ['goal | colon |  | 整改目标 | 7']],
    ['甲。进展：乙', ['progress | colon |  | 进展 | 5']],
    ['甲，牵头：乙', []],
    ['“甲。整改目标：乙”。整改措施：丙', ['measures | colon |  | 整改措施 | 16']],
    ['序号。编号：1', []],
  ])('%s', (text, expected) => {
    const labels = labelsInside(fold(around(text)), before.length, before.length + text.length)
    const words = (from: number | undefined, to: number) => around(text).slice(from, to)
    expect(
      labels.map(({ field, form, cut, start, end, value }) =>
        [field, form, words(cut, start), words(start, end), value - before.length].join(' | '),
      ),
    ).toEqual(expected)
  })
})

describe('a label behind a mark and before a stop', () => {
  it.each<[text: string, label: string | null]>([
    ['整改措施。清淤', 'measures | stop | 整改措施 | 清淤'],
    ['措施。清淤', 'measures | stop | 措施 | 清淤'],
    ['措施。', 'measures | alone | 措施 | '],
    ['问题。', null],
    ['问题表现。淤积', 'problem | stop | 问题表现 | 淤积'],
    ['问题。关于河道的问题', 'problem | stop | 问题 | 关于河道的问题'],
    ['关于整改措施。清淤', null],
    ['进度。已完成', 'status | stop | 进度 | 已完成'],
    ['整改，措施。清淤', null],
    ['措。', null],
    ['责任单位。', 'responsible_unit | alone | 责任单位 | '],
    ['完成时限。2024年底', 'deadline | stop | 完成时限 | 2024年底'],
    [
      '完成时限。很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很',
      'deadline | stop | 完成时限 | 很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很',
    ],
  ])('%s', (text, expected) => {
    const label = stopLabelAt(fold(around(text)), before.length, before.length + text.length, new Set())
    const { start, end, value } = label ?? { start: 0, end: 0, value: 0 }
    const words = (from: number, to: number) => around(text).slice(from, to)
    expect(label && [label.field, label.form, words(start, end), words(value, before.length + text.length)].join(' | ')).toBe(
      expected,
    )
  })
})

/** `<mark>[field form words]value`, `()` in a bracket of its own, `…` cut out of a paragraph, `#` the style of a count that the value opens. */
const sketch = (text: string, { mark, label, body, end, bracketed, inner, valueMark }: Line): string =>
  [
    mark ? `<${text.slice(mark.start, mark.end)}>` : '',
    label ? `[${label.field} ${label.form} ${text.slice(label.start, label.end)}]` : '',
    text.slice(label ? label.value : body, end),
    bracketed ? ' ()' : '',
    inner ? ' …' : '',
    valueMark ? ` #${valueMark.style}` : '',
  ].join('')

describe('a paragraph as lines, in a report that has printed these lines and set these words in bold', () => {
  it.each<[text: string, lines: string[], printed?: string[], bold?: string[]]>([
    [
      '一、河道淤积。整改目标：畅通。整改措施：1.清淤；2.保洁。责任单位：县水利局，整改时限：2024年底',
      [
        '<一、>河道淤积。',
        '[goal colon 整改目标]畅通。 …',
        '[measures colon 整改措施]1.清淤；2.保洁。 … #ar',
        '[responsible_unit colon 责任单位]县水利局 …',
        '[deadline colon 整改时限]2024年底 …',
      ],
    ],
    [
      '（责任领导：李明；责任科室：办公室）',
      ['[lead_official colon 责任领导]李明 ()', '[responsible_unit colon 责任科室]办公室 () …'],
    ],
    ['（责任单位：县水利局）', ['[responsible_unit colon 责任单位]县水利局 ()']],
    ['（整改目标：畅通）', ['（整改目标：畅通）']],
    ['1.整改目标：畅通。', ['<1.>[goal colon 整改目标]畅通。']],
    [
      '责任领导：李明；责任科室：办公室；完成时限：2024年底',
      [
        '[lead_official colon 责任领导]李明',
        '[responsible_unit colon 责任科室]办公室 …',
        '[deadline colon 完成时限]2024年底 …',
      ],
    ],
    ['整改措施：一是清淤；二是保洁。', ['[measures colon 整改措施]一是清淤；二是保洁。']],
    ['整改措施：一是清淤。', ['[measures colon 整改措施]一是清淤。 #is']],
    ['整改措施：1.清淤', ['[measures colon 整改措施]1.清淤 #ar']],
    ['整改措施：2.清淤', ['[measures colon 整改措施]2.清淤']],
    ['整改时间2023年2月底 牵头部门镇纪委', ['[deadline bare 整改时间]2023年2月底', '[lead_unit glued 牵头部门]镇纪委 …']],
    ['整改措施清淤 牵头部门镇纪委', ['整改措施清淤 牵头部门镇纪委']],
    [
      '（一）预算编制方面。1.关于甲的问题。已改。2.关于乙的问题。已改。',
      ['<（一）>预算编制方面。', '<1.>关于甲的问题。已改。 …', '<2.>关于乙的问题。已改。 …'],
    ],
    ['1.河道淤积（已完成整改）；2.污水直排（正在整改）。', ['<1.>河道淤积（已完成整改）；', '<2.>污水直排（正在整改）。 …']],
    ['1.河道淤积（已完成整改）；3.污水直排（正在整改）。', ['<1.>河道淤积（已完成整改）；3.污水直排（正在整改）。']],
    ['1.河道淤积（已完成整改）；污水直排。', ['<1.>河道淤积（已完成整改）；污水直排。']],
    [
      '一、甲。整改目标：子。责任单位：县水利局。二、乙。整改目标：丑。责任单位：县住建局。',
      [
        '<一、>甲。',
        '[goal colon 整改目标]子。 …',
        '[responsible_unit colon 责任单位]县水利局。 …',
        '<二、>乙。 …',
        '[goal colon 整改目标]丑。 …',
        '[responsible_unit colon 责任单位]县住建局。 …',
      ],
    ],
    ['（1）措施。清淤。', ['<（1）>[measures stop 措施]清淤。']],
    ['（五）进度。已完成', ['<（五）>[status stop 进度]已完成']],
    ['（一）关于河道的问题。清淤。', ['<（一）>关于河道的问题。清淤。']],
    ['（二）整改措施。', ['<（二）>[measures alone 整改措施]']],
    ['（二）问题。', ['<（二）>问题。']],
    ['包案领导李青', ['[lead_official glued 包案领导]李青']],
    ['完成情况达到序时进度', ['完成情况达到序时进度']],
    ['整改目标全面畅通', ['[goal glued 整改目标]全面畅通'], ['整改目标全面完成', '整改目标河道畅通']],
    ['整改目标的实现靠制度', ['整改目标的实现靠制度'], ['整改目标全面完成', '整改目标河道畅通']],
    ['整改目标方案', ['整改目标方案'], ['整改目标全面完成', '整改目标河道畅通']],
    [
      '河道淤积。主要措施一是清淤',
      ['河道淤积。', '[measures glued 主要措施]一是清淤 … #is'],
      ['主要措施：清淤。', '主要措施：保洁。'],
    ],
    [
      '整改目标：畅通。主要措施清淤到位',
      ['[goal colon 整改目标]畅通。主要措施清淤到位'],
      ['主要措施：清淤。', '主要措施：保洁。'],
    ],
    ['河道淤积。主要措施清淤到位', ['河道淤积。主要措施清淤到位'], ['主要措施：清淤。', '主要措施：保洁。']],
    ['整改目标 全面完成', ['[goal bracket 整改目标]全面完成'], [], ['整改目标']],
    ['加强 整改目标 全面完成', ['加强 整改目标 全面完成'], [], ['整改目标']],
    [
      '整改目标 全面完成。整改措施 清淤',
      ['[goal bracket 整改目标]全面完成。', '[measures bracket 整改措施]清淤 …'],
      [],
      ['整改目标', '整改措施'],
    ],
    ['措施①清淤', ['[measures glued 措施]①清淤 #circled'], ['措施：清淤', '措施：保洁']],
    ['时限2024年底', ['[deadline bare 时限]2024年底'], ['时限：2023年底']],
    ['整改措施：1.清淤；二是保洁', ['[measures colon 整改措施]1.清淤；二是保洁 #ar']],
    [
      '河道淤积。主要措施一是清淤。整改目标：畅通。',
      ['河道淤积。', '[measures glued 主要措施]一是清淤。 … #is', '[goal colon 整改目标]畅通。 …'],
      ['主要措施：清淤。', '主要措施：保洁。'],
    ],
    ['牵头县住建局', ['[lead_unit glued 牵头]县住建局'], ['牵头：县水利局', '牵头：县农业局']],
    ['牵头推进清淤', ['牵头推进清淤'], ['牵头：县水利局', '牵头：县农业局']],
    [
      '（一）预算编制。（9）关于甲的问题。已改。（10）关于乙的问题。已改。',
      ['<（一）>预算编制。', '<（9）>关于甲的问题。已改。 …', '<（10）>关于乙的问题。已改。 …'],
    ],
    [
      '（一）预算编制。①关于甲的问题。一是关于乙的问题。',
      ['<（一）>预算编制。', '<①>关于甲的问题。 …', '<一是>关于乙的问题。 …'],
    ],
    ['1.整改目标 全面完成', ['<1.>[goal bracket 整改目标]全面完成'], [], ['整改目标']],
    ['1.河道淤积（已完成整改）；2.污水直排（县水利局）。', ['<1.>河道淤积（已完成整改）；', '<2.>污水直排（县水利局）。 …']],
    ['1.河道淤积（县水利局）；2.污水直排（正在整改）。', ['<1.>河道淤积（县水利局）；2.污水直排（正在整改）。']],
    [
      '1.河道淤积（已完成整改）；2.污水直排（县水利局）；3.扬尘（正在整改）。',
      ['<1.>河道淤积（已完成整改）；2.污水直排（县水利局）；3.扬尘（正在整改）。'],
    ],
    [
      '1.河道淤积（已完成整改）；2.污水直排（正在整改）；3.扬尘（正在整改）。',
      ['<1.>河道淤积（已完成整改）；', '<2.>污水直排（正在整改）； …', '<3.>扬尘（正在整改）。 …'],
    ],
    [
      '一、甲。整改目标：子。责任单位：县水利局。（二）乙。整改目标：丑。责任单位：县住建局。',
      [
        '<一、>甲。',
        '[goal colon 整改目标]子。 …',
        '[responsible_unit colon 责任单位]县水利局。（二）乙。 …',
        '[goal colon 整改目标]丑。 …',
        '[responsible_unit colon 责任单位]县住建局。 …',
      ],
    ],
    [
      '一、甲。整改目标：子。责任单位：县水利局。三、乙。整改目标：丑。责任单位：县住建局。',
      [
        '<一、>甲。',
        '[goal colon 整改目标]子。 …',
        '[responsible_unit colon 责任单位]县水利局。三、乙。 …',
        '[goal colon 整改目标]丑。 …',
        '[responsible_unit colon 责任单位]县住建局。 …',
      ],
    ],
    [
      '整改措施 清淤。整改目标：畅通。',
      ['[measures bracket 整改措施]清淤。', '[goal colon 整改目标]畅通。 …'],
      [],
      ['整改措施', '整改目标'],
    ],
    ['河道淤积 整改目标 畅通', ['河道淤积 整改目标 畅通']],
    [
      '整改时限2024年底 责任单位：县水利局',
      ['[deadline bare 整改时限]2024年底', '[responsible_unit colon 责任单位]县水利局 …'],
    ],
    ['是否完成未达到序时进度', ['[status glued 是否完成]未达到序时进度'], ['是否完成已完成', '是否完成正在推进']],
    ['责任人李明', ['[responsible_official glued 责任人]李明'], ['责任人李明', '责任人王强']],
    ['责任人清理河道', ['责任人清理河道'], ['责任人李明', '责任人王强']],
  ])('%s', (text, expected, printed = [], bold = []) => {
    const paragraph: LaidParagraph = {
      start: before.length,
      end: before.length + text.length,
      heading: 0,
      centered: false,
      bold: false,
      strong: bold,
      source: null,
    }
    const found = linesOf(fold(around(text)), paragraph, vocabularyOfLines(printed.map(fold)))
    expect(found.map((line) => sketch(around(text), line))).toEqual(expected)
  })
})

describe('what can only be the value of a label', () => {
  it.each<[words: string, isName: boolean]>([
    ['李明', true],
    ['李明（主任）、王强', true],
    ['高 佳、李明', true],
    ['由县水利局牵头', true],
    ['县水利局、县住建局', true],
    ['县水利局等3个部门', true],
    ['县水利局负责', true],
    ['清理河道', false],
    ['李明。', true],
  ])('a name: %s', (words, expected) => {
    expect(isName(words)).toBe(expected)
  })
  it.each<[field: FieldKind, value: string, is: boolean]>([
    ['lead_unit', '县水利局', true],
    ['lead_unit', '清理河道淤泥', false],
    ['deadline', '2024年6月底', true],
    ['deadline', '清理河道', false],
    ['status', '已完成', true],
    ['status', '清理河道', false],
    ['measures', '1.清理河道', true],
    ['measures', '2.清理河道', false],
    ['progress', '（一）清理', true],
    ['progress', '清理', false],
    ['goal', '1.清理', false],
    ['problem', '1.清理', false],
  ])('%s: %s', (field, value, expected) => {
    expect(isValueOf(field, value)).toBe(expected)
  })
  it.each<[field: FieldKind, next: string, goesOn: boolean]>([
    ['goal', '的实现', true],
    ['goal', '全面完', false],
    ['goal', '中心组', false],
    ['goal', '中的要', true],
    ['goal', '和责任', true],
    ['goal', '和3个', false],
    ['progress', '已完成', false],
    ['goal', '已完成', true],
    ['goal', '方面', true],
    ['goal', '方面的', false],
  ])('what goes on behind the words: %s %s', (field, next, expected) => {
    expect(followsOn(field, next)).toBe(expected)
  })
  it.each<[text: string, field: FieldKind | null]>([
    ['牵头部门镇财政所', 'lead_unit'],
    ['整改时限2024年6月底', 'deadline'],
    ['整改措施1.清淤', 'measures'],
    ['整改措施清淤', null],
    ['责任单位的职责', null],
    ['牵头部门镇财政所。', 'lead_unit'],
  ])('glued: %s', (text, field) => {
    expect(provenAt(text, 0, text.length)).toEqual(field && { field, start: 0, end: 4 })
  })
})

describe('the words that a report uses as labels: in a label’s place, before a count, before a colon (! again and again), glued', () => {
  it.each<[lines: string, words: string, counts: string, closed: string, glued: string]>([
    [
      '推进举措：清淤\n反馈内容：河道淤积\n推进举措：保洁\n反馈内容：污水直排',
      '',
      '',
      '推进举措 measures!, 反馈内容 problem!',
      '推进举措 measures, 反馈内容 problem',
    ],
    ['推进举措：清淤', '', '', '', ''],
    ['推进举措1.清淤\n2.保洁', '', '', '', '推进举措 measures'],
    ['整改目标全面完成清淤\n整改目标河道畅通\n整改时限2024年底', '', '', '', '整改目标 goal'],
    [
      '整改目标全面完成清淤\n整改时限2024年底\n责任单位县水利局',
      '',
      '',
      '',
      '整改目标 goal, 整改时限 deadline, 责任单位 responsible_unit',
    ],
    ['整改目标全面完成清淤\n整改时限2024年底', '', '', '', ''],
    ['措施\n清淤\n整改目标\n畅通\n整改时限\n2024年', '措施 measures', '', '', ''],
    ['措施\n清淤\n整改目标\n畅通', '', '', '', ''],
    ['问题 河道淤积\n整改时限 2024年底\n牵头部门 县水利局\n整改目标 畅通', '问题 problem', '', '', ''],
    ['问题 河道淤积\n整改时限 2024年底\n牵头部门 县水利局', '', '', '', ''],
    ['整改任务1.清淤\n2.保洁\n整改任务1.排查\n2.整治', '', '整改任务', '', '整改任务 measures'],
    ['整改任务1.清淤\n整改任务2.保洁', '', '', '', ''],
    ['整改任务1.清淤\n加强巡查', '', '', '', ''],
    [
      '整改任务：清淤\n整改问题：淤积\n整改任务：保洁\n整改问题：直排',
      '整改任务 measures',
      '',
      '整改任务 measures!, 整改问题 problem!',
      '整改任务 measures, 整改问题 problem',
    ],
    [
      '整改任务：清淤\n整改措施：淤积\n整改任务：保洁\n整改措施：直排',
      '',
      '',
      '整改任务 problem!, 整改措施 measures!',
      '整改任务 problem, 整改措施 measures',
    ],
    ['完成整改\n完成整改', '', '', '', ''],
    ['时限：2024年底', '', '', '时限 deadline', ''],
    ['主要措施：清淤。\n主要措施：保洁。', '', '', '主要措施 measures!', '主要措施 measures'],
    ['【推进举措】清淤\n【推进举措】保洁', '', '', '推进举措 measures!', '推进举措 measures'],
    ['责任人李明\n责任人王强\n责任人清理河道', '', '', '', '责任人 responsible_official'],
    ['责任人李明\n责任人清理河道', '', '', '', '责任人 responsible_official'],
    ['责任人清理河道\n责任人加强巡查', '', '', '', ''],
    [
      '时限：2023年\n时限：2024年\n整改措施：清淤\n整改措施：保洁',
      '',
      '',
      '整改措施 measures!, 时限 deadline!',
      '整改措施 measures',
    ],
    ['牵头部门：县水利局', '', '', '牵头部门 lead_unit', ''],
    ['来源：督察\n来源：巡察', '来源 other', '', '', ''],
    ['整改目标：甲\n整改目标：乙', '', '', '整改目标 goal!', '整改目标 goal'],
    ['推进目标全面完成\n推进目标基本达到\n推进目标河道畅通', '', '', '', '推进目标 goal'],
    ['落实计划全面完成\n落实计划基本达到\n落实计划河道畅通', '', '', '', '落实计划 measures'],
    ['推进目标全面完成\n推进目标基本达到', '', '', '', ''],
    ['责任人：李明\n责任人：王强', '', '', '责任人 responsible_official!', '责任人 responsible_official'],
    ['1.推进举措：清淤\n2.推进举措：保洁', '', '', '推进举措 measures!', '推进举措 measures'],
    ['推进举措\n清淤\n推进举措\n保洁', '', '', '', ''],
    ['推进举措 清淤\n推进举措 保洁', '', '', '', '推进举措 measures'],
    ['推进举措清淤\n推进举措保洁', '', '', '', '推进举措 measures'],
    ['整改任务1.清淤\n整改任务1.保洁', '', '整改任务', '', '整改任务 measures'],
    [
      '整改问题：淤积\n整改任务：清淤\n整改问题：直排\n整改任务：保洁',
      '整改任务 measures',
      '',
      '整改问题 problem!, 整改任务 measures!',
      '整改问题 problem, 整改任务 measures',
    ],
    [
      '整改措施：淤积\n整改任务：清淤\n整改措施：直排\n整改任务：保洁',
      '',
      '',
      '整改措施 measures!, 整改任务 problem!',
      '整改措施 measures, 整改任务 problem',
    ],
    ['整改任务①清淤\n②保洁', '', '整改任务', '', '整改任务 measures'],
    ['甲。整改举措：清淤。\n乙。整改举措：保洁。', '', '', '整改举措 measures!', '整改举措 measures'],
    ['甲。（一）推进举措：清淤。\n乙。（二）推进举措：保洁。', '', '', '推进举措 measures!', '推进举措 measures'],
    ['上述情况甲\n上述情况乙\n上述情况丙', '', '', '', ''],
    ['落实情况甲\n落实情况甲\n落实情况甲', '', '', '', '落实情况 progress'],
    ['落实情况到位良好\n落实情况仍有差距\n落实情况基本正常', '', '', '', '落实情况 progress'],
  ])('%j', (lines, words, counts, closed, glued) => {
    const found = vocabularyOfLines(lines.split('\n').map(fold))
    expect([...found.words].map(([word, field]) => `${word} ${field}`).join(', ')).toBe(words)
    expect(found.counts.join(', ')).toBe(counts)
    expect(found.closed.map(({ word, field, sure }) => `${word} ${field}${sure ? '!' : ''}`).join(', ')).toBe(closed)
    expect(found.glued.map(([word, field]) => `${word} ${field}`).join(', ')).toBe(glued)
  })
})

it('how a paragraph is set belongs to its first line', () => {
  const text = '整改目标：畅通。整改措施：清淤。'
  const set = { heading: 2, centered: true, bold: true }
  const lines = linesOf(fold(text), { start: 0, end: text.length, strong: [], source: null, ...set })
  expect(lines.map(({ heading, centered, bold }) => ({ heading, centered, bold }))).toEqual([
    set,
    { heading: 0, centered: false, bold: false },
  ])
})

it('words before a colon that come again and again beside labels end the field before them', async () => {
  const item = (mark: string) => `${mark}、砖厂污染严重。\n整改目标：粉尘达标。\n整改措施：清扫道路。\n经费渠道：县财政预算。\n`
  const { items } = await read(`青溪县整改方案\n${item('一')}${item('二')}${item('三')}`)
  expect(items.map(({ measures }) => measures.map(({ text }) => text))).toEqual([
    ['清扫道路。'],
    ['清扫道路。'],
    ['清扫道路。'],
  ])
})

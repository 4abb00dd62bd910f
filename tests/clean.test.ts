/** What layout put into a block's text is taken out, what was written stays. */
import { describe, expect, it } from 'vitest'
import { cleanText, isBareNumber } from '../parsers/layout/clean.js'
import { isPageNumber } from '../parsers/text/page-number.js'
import type { Span } from '../parsers/tree.js'

describe('cleanText', () => {
  const cases: [name: string, raw: string, expected: string][] = [
    ['nothing to do', '砖厂扬尘扰民。', '砖厂扬尘扰民。'],
    ['blanks at the ends', '　　砖厂扬尘扰民。 ', '砖厂扬尘扰民。'],
    ['blanks around a figure', '截至 2018 年 9 月 30 日', '截至2018年9月30日'],
    ['blanks before a percent sign', '治理率达到 60 %', '治理率达到60%'],
    ['a blank inside a name of two characters', '责任人：李 莉', '责任人：李莉'],
    ['a wide blank inside a name', '责任人：李　莉', '责任人：李莉'],
    ['a blank between two names stays', '责任人：张建国 李莉', '责任人：张建国 李莉'],
    ['a blank between words stays', '联系人：周洋 副县长', '联系人：周洋 副县长'],
    ['a blank between Latin words stays', 'COD Cr 超标', 'COD Cr 超标'],
    ['blanks around marks', '加强巡查 ， 清扫道路 。', '加强巡查，清扫道路。'],
    ['blanks inside brackets', '（ 县水利局 ）', '（县水利局）'],
    ['zero-width characters', '砖\u200b厂\ufeff扬\u00ad尘', '砖厂扬尘'],
    ['no-break space', '2024\u00a0年', '2024年'],
    ['private use characters', '\ue004砖厂', '砖厂'],
    ['Kangxi radicals for characters', '⼈⺠⽔利', '人民水利'],
    ['a bullet', '● 加强巡查', '加强巡查'],
    ['a list dash before a number', '- 1、加强巡查', '1、加强巡查'],
    ['a long list dash', '——加强巡查', '加强巡查'],
    ['a dash inside the text', '加强巡查——每日一次', '加强巡查——每日一次'],
    ['a negative figure', '-5℃以下停工', '-5℃以下停工'],
    ['a line break inside', '砖厂\n扬尘', '砖厂\n扬尘'],
    ['a blank between a label and a figure', '存在问题 2处通道堆放杂物。', '存在问题 2处通道堆放杂物。'],
    ['a blank between a label and a bracket', '整改措施 （1）规范敷设。', '整改措施 （1）规范敷设。'],
    ['a wide blank behind a label', '目前进展　　7座泵站投运。', '目前进展 7座泵站投运。'],
    ['a blank behind a numbered label', '（二）整改时限 2024年6月', '（二）整改时限 2024年6月'],
    [
      'a blank before the next label',
      '牵头领导：周洋（局长）　责任单位：县水利局',
      '牵头领导：周洋（局长） 责任单位：县水利局',
    ],
    [
      'a blank between a day and the next label',
      '完成时限：2024-06-30  责任单位：县水利局',
      '完成时限：2024-06-30 责任单位：县水利局',
    ],
    ['a blank between a problem and its number', '问题 1 砖厂扬尘扰民。', '问题1 砖厂扬尘扰民。'],
    ['a blank before words that are no label', '治理 3 公里 ，其中 ：新建', '治理3公里，其中：新建'],
    ['nothing but blanks', ' \u3000\t', ''],
  ]
  it.each(cases)('%s', (_, raw, expected) => {
    expect(cleanText(raw).text).toBe(expected)
  })

  const struck: [raw: string, spans: Span[], text: string, words: string[]][] = [
    ['加强旧的巡查', [[2, 4]], '加强巡查', ['旧的']],
    [
      '甲乙丙丁',
      [
        [0, 1],
        [2, 3],
      ],
      '乙丁',
      ['甲', '丙'],
    ],
    ['加强~~旧的~~巡查', [[2, 8]], '加强巡查', ['旧的']],
    ['全部划掉', [[0, 4]], '', ['全部划掉']],
    ['加强  巡查', [[2, 4]], '加强巡查', []],
  ]
  it.each(struck)('takes struck words out of %s', (raw, spans, text, words) => {
    expect(cleanText(raw, spans)).toEqual({ text, struck: words })
  })
})

describe('page numbers', () => {
  it.each([
    '- 3 -',
    '—12—',
    '— 12 —',
    '–3–',
    '第3页',
    '第 3 页',
    '第3页 共12页',
    '第3页，共12页',
    '3/12',
    '3 / 12',
    'Page 3',
    'page 3 of 12',
    '－３－',
    '·3·',
  ])('%s is one', (text) => {
    expect(isPageNumber(text)).toBe(true)
  })
  it.each(['3', '第3项', '2024/06/30', '第三页', '一3一处', '- 3 - 5 -', '3-12', '第3页的表格'])('%s is none', (text) => {
    expect(isPageNumber(text)).toBe(false)
  })
  it.each([
    ['7', true],
    ['128', true],
    ['20245', false],
    ['7.', false],
    ['七', false],
  ])('%s alone on a line may be one: %s', (text, expected) => {
    expect(isBareNumber(text)).toBe(expected)
  })
})

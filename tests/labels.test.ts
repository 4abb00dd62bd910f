import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactFieldOf, type FieldKind, fieldOf } from '../parsers/lexicon/labels.js'
import { fold } from '../parsers/text/fold.js'
import { labelAt, labelsInside } from '../parsers/tokens/label.js'

describe('the field of printed words', () => {
  it.each<[words: string, field: FieldKind | null]>([
    ['序号', 'number'],
    ['编号', 'number'],
    ['问题类别', 'category'],
    ['反馈问题', 'problem'],
    ['存在问题', 'problem'],
    ['具体问题', 'problem'],
    ['问题描述', 'problem'],
    ['审计查出的问题', 'problem'],
    ['巡察反馈问题', 'problem'],
    ['督察反馈意见', 'problem'],
    ['整改任务', 'problem'],
    ['整改目标', 'goal'],
    ['工作目标', 'goal'],
    ['整改标准', 'goal'],
    ['目标任务', 'goal'],
    ['整改措施', 'measures'],
    ['具体整改措施', 'measures'],
    ['整改举措', 'measures'],
    ['下一步工作打算', 'measures'],
    ['整改情况', 'progress'],
    ['整改进展', 'progress'],
    ['整改落实情况', 'progress'],
    ['完成情况', 'progress'],
    ['工作进展', 'progress'],
    ['整改成效', 'progress'],
    ['整改结果', 'progress'],
    ['目前进展', 'progress'],
    ['整改时限', 'deadline'],
    ['完成时限', 'deadline'],
    ['整改期限', 'deadline'],
    ['办结时限', 'deadline'],
    ['完成时间', 'deadline'],
    ['计划完成时间', 'deadline'],
    ['整改完成时限', 'deadline'],
    ['时间节点', 'deadline'],
    ['整改状态', 'status'],
    ['完成状态', 'status'],
    ['是否完成', 'status'],
    ['是否销号', 'status'],
    ['整改进度', 'status'],
    ['牵头单位', 'lead_unit'],
    ['牵头部门', 'lead_unit'],
    ['牵头责任单位', 'lead_unit'],
    ['省级牵头单位', 'lead_unit'],
    ['配合单位', 'supporting_unit'],
    ['协办单位', 'supporting_unit'],
    ['参与单位', 'supporting_unit'],
    ['责任单位', 'responsible_unit'],
    ['主体责任单位', 'responsible_unit'],
    ['主体责任', 'responsible_unit'],
    ['责任主体', 'responsible_unit'],
    ['整改实施主体', 'responsible_unit'],
    ['主责单位', 'responsible_unit'],
    ['责任部门', 'responsible_unit'],
    ['责任科室', 'responsible_unit'],
    ['整改责任单位', 'responsible_unit'],
    ['市直牵头督导验收单位', 'acceptance_lead_unit'],
    ['整改验收单位', 'acceptance_lead_unit'],
    ['督导单位', 'acceptance_lead_unit'],
    ['验收单位', 'acceptance_lead_unit'],
    ['市直配合督导验收单位', 'acceptance_supporting_unit'],
    ['督办领导', 'supervising_official'],
    ['督办县领导', 'supervising_official'],
    ['督导领导', 'supervising_official'],
    ['牵头领导', 'lead_official'],
    ['责任领导', 'lead_official'],
    ['包案领导', 'lead_official'],
    ['包保领导', 'lead_official'],
    ['包抓领导', 'lead_official'],
    ['挂包领导', 'lead_official'],
    ['分管领导', 'lead_official'],
    ['责任人', 'responsible_official'],
    ['责任人员', 'responsible_official'],
    ['整改责任人', 'responsible_official'],
    ['直接责任人', 'responsible_official'],
    ['联系人', 'contact'],
    ['联络人员', 'contact'],
    ['联系人及电话', 'contact'],
    ['备注', 'other'],
    ['验收意见', 'other'],
    ['联系电话', 'other'],
    ['公示期', 'other'],
    // layout inside a label
    ['整 改 时 限', 'deadline'],
    ['【整改措施】', 'measures'],
    ['责任人（第一责任人）', 'responsible_official'],
    ['责任单位（牵头单位加粗）', 'responsible_unit'],
    // families
    ['市级牵头整改单位', 'lead_unit'],
    ['县级配合整改单位', 'supporting_unit'],
    ['省级督导验收责任单位', 'acceptance_lead_unit'],
    ['县级包抓领导', 'lead_official'],
    ['第二轮督察反馈问题', 'problem'],
    ['计划整改完成时限', 'deadline'],
    // no labels
    ['市住建局', null],
    ['公示时间', 'other'],
    ['责任追究', 'other'],
    ['张三', null],
    ['二是加强领导', null],
    ['', null],
  ])('%s', (words, field) => expect(fieldOf(words)).toBe(field))
  it('knows exact words only where prose may stand', () => {
    expect(exactFieldOf('整改时限')).toBe('deadline')
    expect(exactFieldOf('【整改时限】')).toBe('deadline')
    expect(exactFieldOf('市级牵头整改单位')).toBeNull()
    expect(exactFieldOf('加强领导')).toBeNull()
  })
})

const at = (text: string): string | null => {
  const folded = fold(text)
  const label = labelAt(folded, 0, folded.length)
  return label && `${label.field}/${label.form} ${folded.slice(label.start, label.end)}|${folded.slice(label.value)}`
}

describe('a label at the front of a line', () => {
  it.each<[text: string, label: string | null]>([
    ['整改目标：全面整改', 'goal/colon 整改目标|全面整改'],
    ['整改目标:全面整改', 'goal/colon 整改目标|全面整改'],
    ['整改目标： 全面整改', 'goal/colon 整改目标|全面整改'],
    ['责任单位（牵头）：市住建局', 'responsible_unit/colon 责任单位（牵头）|市住建局'],
    ['【整改目标】全面整改', 'goal/bracket 【整改目标】|全面整改'],
    ['【整改目标】：全面整改', 'goal/bracket 【整改目标】|全面整改'],
    ['［整改目标］全面整改', 'goal/bracket [整改目标]|全面整改'],
    ['整改时限', 'deadline/alone 整改时限|'],
    ['整改措施：', 'measures/colon 整改措施|'],
    ['整改措施如下：', 'measures/alone 整改措施|'],
    ['整改时限 2021年底', 'deadline/bare 整改时限|2021年底'],
    ['责任单位 市住建局', 'responsible_unit/bare 责任单位|市住建局'],
    ['整改时限2021年底', 'deadline/bare 整改时限|2021年底'],
    ['完成时限立行立改', 'deadline/bare 完成时限|立行立改'],
    ['问题', null],
    ['目标', null],
    ['整改措施不力', null],
    ['责任单位要加强领导', null],
    ['整改时限内未完成', null],
    ['市住建局：张三', null],
    ['会议要求，整改措施：', null],
    ['', null],
  ])('%s', (text, label) => expect(at(text)).toBe(label))
})

const inside = (text: string): string[] => {
  const folded = fold(text)
  return labelsInside(folded, 0, folded.length).map(
    (l) => `${l.field} ${folded.slice(l.start, l.end)}|${folded.slice(l.value, l.value + 3)}`,
  )
}

describe('labels inside a line', () => {
  it.each<[text: string, labels: string[]]>([
    ['问题突出。整改目标：全面整改。整改时限：2021年底', ['goal 整改目标|全面整', 'deadline 整改时限|202']],
    ['责任单位：市住建局；责任人：张三', []],
    [
      '全面整改。责任单位：市住建局，配合单位：市水利局',
      ['responsible_unit 责任单位|市住建', 'supporting_unit 配合单位|市水利'],
    ],
    ['全面整改（责任单位：市住建局）', []],
    ['全面整改。（牵头单位：市住建局；责任单位：市水利局）', []],
    ['加强领导，整改目标：全面整改', []],
    ['印发《整改方案。整改目标：全面》', []],
    ['没有标签', []],
  ])('%s', (text, labels) => {
    const found = inside(text)
    if (labels.length === 0) expect(found.filter((l) => !l.startsWith('responsible_official'))).toEqual([])
    else expect(found).toEqual(labels)
  })
})

describe('properties', () => {
  const piece = fc.constantFrom(
    '整改',
    '目标',
    '措施',
    '时限',
    '责任',
    '单位',
    '：',
    ':',
    '【',
    '】',
    '（',
    '）',
    '。',
    '，',
    ' ',
    '2021年',
    '市住建局',
    '\n',
    '问题',
  )
  const line = fc.array(piece, { maxLength: 12 }).map((p) => fold(p.join('')))
  it('never throws and keeps its places inside the line', () => {
    fc.assert(
      fc.property(line, fc.nat(8), (text, from) => {
        const found = [labelAt(text, from, text.length), ...labelsInside(text, from, text.length)].filter((l) => l !== null)
        for (const label of found) {
          expect(label.start).toBeGreaterThanOrEqual(from)
          expect(label.end).toBeGreaterThan(label.start)
          expect(label.value).toBeGreaterThanOrEqual(label.end)
          expect(label.value).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 1000 },
    )
  })
  it('gives the labels of a line in order and apart', () => {
    fc.assert(
      fc.property(line, (text) => {
        const found = labelsInside(text, 0, text.length)
        found.slice(1).forEach((label, i) => {
          expect(label.start).toBeGreaterThanOrEqual(found[i]?.end ?? 0)
        })
      }),
    )
  })
  it('does not mind blanks and brackets of layout', () => {
    fc.assert(
      fc.property(fc.constantFrom('整改时限', '责任单位', '整改措施', '督办领导', '牵头单位'), (words) => {
        expect(fieldOf([...words].join(' '))).toBe(fieldOf(words))
        expect(fieldOf(`【${words}】`)).toBe(fieldOf(words))
      }),
    )
  })
})

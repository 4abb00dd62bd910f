import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../parsers/text/fold.js'
import { markAt, ordinal, similarStyles } from '../parsers/tokens/marks.js'

/** style:ordinal|the words behind the mark; ? where the mark is doubtful. */
const read = (text: string): string | null => {
  const folded = fold(text)
  const mark = markAt(folded, 0)
  return mark && `${mark.style}:${mark.ordinal}${mark.doubtful ? '?' : ''}|${folded.slice(mark.body)}`
}

describe('numbering marks', () => {
  it.each<[text: string, mark: string | null]>([
    ['一、政治建设', 'cn:1|政治建设'],
    ['二十一、污水管网', 'cn:21|污水管网'],
    ['十、污水管网', 'cn:10|污水管网'],
    ['一百零三、污水管网', 'cn:103|污水管网'],
    ['一．政治建设', 'cn:1|政治建设'],
    ['一 、政治建设', 'cn:1|政治建设'],
    ['（一）政治建设', 'cn-paren:1|政治建设'],
    ['(一)政治建设', 'cn-paren:1|政治建设'],
    ['（十二）政治建设', 'cn-paren:12|政治建设'],
    ['（一）、政治建设', 'cn-paren:1|政治建设'],
    ['【一】政治建设', 'cn-paren:1|政治建设'],
    ['〔三〕政治建设', 'cn-paren:3|政治建设'],
    ['㈠政治建设', 'cn-paren:1|政治建设'],
    ['1.管网', 'ar:1|管网'],
    ['1．管网', 'ar:1|管网'],
    ['1、管网', 'ar:1|管网'],
    ['12. 管网', 'ar:12|管网'],
    ['１．管网', 'ar:1|管网'],
    ['１、管网', 'ar:1|管网'],
    ['⒈管网', 'ar:1|管网'],
    ['1.2021年以来', 'ar:1|2021年以来'],
    ['1.1830亩', 'ar:1?|1830亩'],
    ['（1）管网', 'ar-paren:1|管网'],
    ['(1)管网', 'ar-paren:1|管网'],
    ['（12）管网', 'ar-paren:12|管网'],
    ['[3]管网', 'ar-paren:3|管网'],
    ['⑴管网', 'ar-paren:1|管网'],
    ['1）管网', 'ar-rparen:1|管网'],
    ['1)管网', 'ar-rparen:1|管网'],
    ['①管网', 'circled:1|管网'],
    ['⑫管网', 'circled:12|管网'],
    ['② 管网', 'circled:2|管网'],
    ['❸管网', 'circled:3|管网'],
    ['一是完善制度', 'is:1|完善制度'],
    ['二是，完善制度', 'is:2|完善制度'],
    ['三要完善制度', 'is:3|完善制度'],
    ['第一，完善制度', 'first:1|完善制度'],
    ['第二、完善制度', 'first:2|完善制度'],
    ['其一，完善制度', 'qi:1|完善制度'],
    ['其二、完善制度', 'qi:2|完善制度'],
    ['其三是完善制度', 'qi:3|完善制度'],
    ['一方面，完善制度', 'aspect:1|完善制度'],
    ['一方面完善制度', 'aspect:1|完善制度'],
    ['另一方面，完善制度', 'aspect:2|完善制度'],
    ['甲、完善制度', 'stem:1|完善制度'],
    ['丙.完善制度', 'stem:3|完善制度'],
    ['甲、乙两家企业', 'stem:1?|乙两家企业'],
    ['一千、管网', 'cn:1000|管网'],
    ['一千零三、管网', 'cn:1003|管网'],
    ['1000.管网', 'ar:1000|管网'],
    ['（1204）管网', 'ar-paren:1204|管网'],
    ['1024、管网', 'ar:1024|管网'],
    ['问题1002：管网', 'issue:1002|管网'],
    ['2021、管网', 'ar:2021?|管网'],
    ['（2021）管网', 'ar-paren:2021?|管网'],
    ['㉑管网', 'circled:21|管网'],
    ['㊱管网', 'circled:36|管网'],
    ['第一章 总则', 'part:1|总则'],
    ['第三部分：整改任务', 'part:3|整改任务'],
    ['第十二条 本办法', 'part:12|本办法'],
    ['1.1 管网', 'multi:1|管网'],
    ['2.3.1 管网', 'multi-deep:1|管网'],
    ['3-2.管网', 'multi:2|管网'],
    ['1.2管网', 'multi:2|管网'],
    ['反馈问题一：管网', 'issue:1|管网'],
    ['反馈问题十四：管网', 'issue:14|管网'],
    ['问题1：管网', 'issue:1|管网'],
    ['问题（二）管网', 'issue:2|管网'],
    ['任务三：管网', 'issue:3|管网'],
    ['整改任务5、管网', 'issue:5|管网'],
    ['序号3：管网', 'issue:3|管网'],
    ['NO.7 管网', 'issue:7|管网'],
    ['第3项 管网', 'issue:3|管网'],
    ['第二个问题：管网', 'issue:2|管网'],
    ['A.管网', 'latin:1|管网'],
    ['b）管网', 'latin:2|管网'],
    // no marks
    ['一些企业', null],
    ['一是否', null],
    ['一批项目', null],
    ['十四五期间', null],
    ['2021年底', null],
    ['1.5万吨', 'ar:1?|5万吨'],
    ['2.3公里', 'ar:2?|3公里'],
    ['2-3个月', null],
    ['2.5辆转运车', 'ar:2?|5辆转运车'],
    ['1．3座泵站', 'ar:1|3座泵站'],
    ['1.2批次', 'ar:1?|2批次'],
    ['1.2组织领导', 'multi:2|组织领导'],
    ['其中一批', null],
    ['甲级资质', null],
    ['一方面积', null],
    ['12家企业', null],
    ['（含县级）', null],
    ['（2021年）', null],
    ['问题整改', null],
    ['任务繁重', null],
    ['管网', null],
    ['PM2.5', null],
    ['', null],
  ])('%s', (text, mark) => expect(read(text)).toBe(mark))
})

describe('where a mark ends', () => {
  it('has its own words without blanks around them', () => {
    const text = '说明：1.  管网'
    const mark = markAt(text, 3)
    expect(mark && text.slice(mark.start, mark.end)).toBe('1.')
  })
  it.each([
    ['（一） 管网', '（一）'],
    ['① 管网', '①'],
    ['一、 管网', '一、'],
    ['反馈问题一： 管网', '反馈问题一：'],
  ])('%s', (text, printed) => {
    const mark = markAt(text, 0)
    expect(mark && text.slice(mark.start, mark.end)).toBe(printed)
  })
})

describe('ordinals', () => {
  it.each<[text: string, value: number | null]>([
    ['1', 1],
    ['012', 12],
    ['999', 999],
    ['1000', 1000],
    ['9999', 9999],
    ['10000', null],
    ['一', 1],
    ['两', 2],
    ['十', 10],
    ['十一', 11],
    ['二十', 20],
    ['九十九', 99],
    ['一百', 100],
    ['一百零五', 105],
    ['一百二十三', 123],
    ['廿一', 21],
    ['二一', 21],
    ['一千', 1000],
    ['一千零二十', 1020],
    ['一千二百三十四', 1234],
    ['一〇〇一', 1001],
    ['二〇二四', null],
    ['一万', null],
    ['甲', null],
    ['', null],
  ])('%s', (text, value) => expect(ordinal(text)).toBe(value))
  it('reads every Chinese ordinal up to 199 back', () => {
    const digit = (n: number) => '零一二三四五六七八九'[n] ?? ''
    for (let n = 1; n < 200; n++) {
      const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10]
      const ten = tens === 0 ? (hundreds && ones ? '零' : '') : `${tens > 1 || hundreds ? digit(tens) : ''}十`
      expect(ordinal(`${hundreds ? '一百' : ''}${ten}${ones ? digit(ones) : ''}`)).toBe(n)
    }
  })
})

describe('misprints', () => {
  it.each<[a: string, b: string, similar: boolean]>([
    ['cn-paren', 'ar-paren', true],
    ['ar-rparen', 'cn-paren', true],
    ['ar', 'ar-rparen', true],
    ['cn', 'ar', false],
    ['is', 'cn', false],
  ])('%s %s', (a, b, similar) => {
    expect(similarStyles(a, b)).toBe(similar)
    expect(similarStyles(b, a)).toBe(similar)
  })
})

describe('properties', () => {
  const piece = fc.constantFrom(
    '一',
    '十',
    '1',
    '23',
    '（',
    '）',
    '、',
    '.',
    '．',
    '：',
    '是',
    '第',
    '问题',
    '条',
    '①',
    '⑴',
    '[',
    ']',
    ' ',
    '年',
    '管网',
    'A',
    '-',
  )
  it('never throws; a mark is not empty, begins where it is looked for and is followed by its words', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 10 }).map((p) => fold(p.join(''))),
        fc.nat(9),
        (text, at) => {
          const mark = markAt(text, at)
          if (!mark) return
          expect(mark.start).toBe(at)
          expect(mark.end).toBeGreaterThan(mark.start)
          expect(mark.body).toBeGreaterThanOrEqual(mark.end)
          expect(mark.body).toBeLessThanOrEqual(text.length)
          expect(mark.ordinal).toBeGreaterThan(0)
          expect(text.slice(mark.end, mark.body).trim()).toBe('')
        },
      ),
      { numRuns: 1000 },
    )
  })
  it('does not depend on what stands before it', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 6 }).map((p) => fold(p.join(''))),
        (text) => {
          const [alone, behind] = [markAt(text, 0), markAt(`整改。${text}`, 3)]
          expect(behind && { ...behind, start: behind.start - 3, end: behind.end - 3, body: behind.body - 3 }).toEqual(alone)
        },
      ),
    )
  })
})

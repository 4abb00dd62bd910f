import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findNumbers } from '../parsers/values/numbers.js'
import { findNumerals, numeralAt, parseNumeral } from '../parsers/values/numerals.js'
import { workOf } from './helpers/work.js'

const figures = '零一二三四五六七八九'

/** 1–9999 as an office writes it: 一千零一十; 十五 for 15 at the start of a number. */
function writeSection(value: number, opens: boolean): string {
  let text = ''
  for (const [unit, weight] of [
    ['千', 1000],
    ['百', 100],
    ['十', 10],
    ['', 1],
  ] as const) {
    const digit = Math.floor(value / weight) % 10
    if (digit > 0) text += figures.charAt(digit) + unit
    else if (text !== '' && !text.endsWith('零') && value % weight > 0) text += '零'
  }
  return opens && text.startsWith('一十') ? text.slice(1) : text
}

/** A whole number as an office writes it. */
function write(value: number): string {
  let text = ''
  for (const [unit, weight] of [
    ['亿', 1e8],
    ['万', 1e4],
    ['', 1],
  ] as const) {
    const section = Math.floor(value / weight) % (unit === '亿' ? 1e8 : 1e4)
    if (section === 0) continue
    if (text !== '' && section < 1000) text += '零'
    text += (section >= 10_000 ? write(section) : writeSection(section, text === '')) + unit
  }
  return text
}

describe('parseNumeral', () => {
  const table: [string, number | null][] = [
    ['12', 12],
    ['1,234', 1234],
    ['12，345', 12345],
    ['３６００', 3600],
    ['1 200', 1200],
    ['0.85', 0.85],
    ['-5', -5],
    ['负二', -2],
    ['3.6万', 36000],
    ['36.67万', 366700],
    ['1.02万', 10200],
    ['4.78万亿', 4.78e12],
    ['十五万', 150000],
    ['二〇二四', 2024],
    ['一七二零', 1720],
    ['两千零四', 2004],
    ['廿三', 23],
    ['卅', 30],
    ['壹佰贰拾叁', 123],
    ['壹仟零伍拾万', 10_500_000],
    ['三萬四千五百六十七', 34567],
    ['一万五千亿', 1.5e12],
    ['四万亿', 4e12],
    ['五兆六十二亿', 5_006_200_000_000],
    ['一百五', 150],
    ['一万三', 13000],
    ['二百零五', 205],
    ['25万6千', 256000],
    ['二百亿零四千230', 20_000_004_230],
    ['十五点七', 15.7],
    ['三点五万', 35000],
    ['三分之二', 2 / 3],
    ['百分之五', 0.05],
    ['十二又四分之一', 12.25],
    ['一半', 0.5],
    ['七成', 0.7],
    ['三成五', 0.35],
    ['十余', 10],
    ['十余万', 100_000],
    ['6.5万余', 65000],
    ['3600余', 3600],
    ['二十几', 20],
    ['第78', 78],
    // Nothing that can be told for sure.
    ['', null],
    ['万', null],
    ['亿', null],
    ['数十', null],
    ['几百', null],
    ['若干', null],
    ['九九', null],
    ['十十', null],
    ['一百一百', null],
    ['五十千', null],
    ['一百五万', null],
    ['三甲', null],
    ['1.2.3', null],
    ['三成立', null],
    ['8点30分', null],
    ['12a', null],
  ]
  it.each(table)('%s → %s', (text, value) => {
    if (value === null) expect(parseNumeral(text)).toBeNull()
    else expect(parseNumeral(text)).toBeCloseTo(value, 9)
  })

  it('reads back every number from 1 to 99,999', () => {
    const wrong: string[] = []
    for (let value = 1; value <= 99_999; value++) if (parseNumeral(write(value)) !== value) wrong.push(write(value))
    expect(wrong).toEqual([])
  })

  it('reads back numbers up to 10^15', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 999_999_999_999_999 }), (value) => parseNumeral(write(value)) === value))
  })

  it('reads the same figure with and without grouping and in full width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 999_999_999 }), (value) => {
        const grouped = value.toLocaleString('en-US')
        const wide = String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        return [grouped, grouped.replaceAll(',', '，'), wide].every((text) => parseNumeral(text) === value)
      }),
    )
  })
})

/**
 * Every way to print a number below 10^8 that the grammar takes, written from the number and not from the text:
 * 零 may be left out before a unit, 一 before 十, and the last unit where it follows from the one before (一百五).
 */
function variants(value: number): Set<string> {
  const all = new Set<string>()
  const digit = (n: number): string => figures.charAt(n)
  const section = (n: number, opens: boolean): [text: string, last: number, gap: boolean][] => {
    let forms: [string, number, boolean][] = [['', opens ? 9 : 4, false]]
    for (const [unit, place] of [
      ['千', 3],
      ['百', 2],
      ['十', 1],
      ['', 0],
    ] as const) {
      const d = Math.floor(n / 10 ** place) % 10
      if (d === 0) continue
      forms = forms.flatMap(([text, last]) => {
        const gaps = text === '' ? [''] : place === 0 && last > 1 ? ['零'] : ['', '零']
        return gaps.flatMap((zero): [string, number, boolean][] => {
          const heads = d === 1 && (place === 1 || (zero === '零' && place > 0)) ? [digit(1), ''] : [digit(d)]
          return heads.map((head) => [text + zero + head + unit, place, zero === '零'])
        })
      })
    }
    return forms
  }
  const high = Math.floor(value / 10_000)
  const low = value % 10_000
  const elliptic = (n: number, text: string): string[] => {
    const place = [3, 2].find((p) => n % 10 ** p !== 0 && n % 10 ** (p - 1) === 0 && Math.floor(n / 10 ** p) % 10 > 0)
    if (place === undefined || !/[千百][一三]?[百十]$/.test(text) || /零.[百十]$/.test(text)) return []
    return /[一三][百十]$/.test(text) ? [text.slice(0, -1)] : []
  }
  if (high === 0) {
    for (const [text] of section(low, true)) for (const form of [text, ...elliptic(low, text)]) all.add(form)
  } else {
    for (const [head] of section(high, true)) {
      if (low === 0) all.add(`${head}万`)
      if (low % 1000 === 0 && low > 0) all.add(`${head}万${digit(low / 1000)}`)
      if (low > 0)
        for (const [text] of section(low, false))
          for (const zero of low < 10 ? ['零'] : ['', '零'])
            for (const form of [text, ...elliptic(low, text)])
              for (const tail of zero ? [form, form.replace(/^一(?=[千百十])/, '')] : [form]) all.add(`${head}万${zero}${tail}`)
    }
  }
  return all
}

describe('the grammar of numerals', () => {
  const alphabet = ['零', '一', '三', '十', '百', '万']
  const strings: string[] = ['']
  for (let from = 0, length = 1; length <= 5; length++) {
    const to = strings.length
    for (let index = from; index < to; index++)
      for (const character of alphabet) strings.push((strings[index] ?? '') + character)
    from = to
  }

  it('takes no string of up to five characters but the ways to print its value', () => {
    const unexplained = strings.filter((text) => {
      const value = parseNumeral(text)
      // Rows of digits (一三零, 一三零万) and doubled or bare units (百万, 一万万) are in the table above.
      if (value === null || /^[零一三]+$/.test(text) || /万.*万|^零|^百|零零|^十?万|^[零一三]{2,}万/.test(text)) return false
      return !variants(value).has(text)
    })
    expect(unexplained).toEqual([])
  })

  it('takes every way to print a number', () => {
    const missed: string[] = []
    for (let value = 1; value <= 99_999; value++) {
      if (!/^[013]+$/.test(String(value))) continue
      for (const text of variants(value)) if (parseNumeral(text) !== value) missed.push(`${text} ${value}`)
    }
    expect(missed).toEqual([])
  })
})

describe('numeralAt', () => {
  it.each([
    ['两三个', { value: 2, high: 3, more: false, end: 2 }],
    ['十七八万', { value: 170_000, high: 180_000, more: false, end: 4 }],
    ['三四百', { value: 300, high: 400, more: false, end: 3 }],
    ['十余家', { value: 10, high: null, more: true, end: 2 }],
    ['6.5万余吨', { value: 65_000, high: null, more: true, end: 5 }],
    ['一千多万元', { value: 10_000_000, high: null, more: true, end: 4 }],
    ['100余热', { value: 100, high: null, more: false, end: 3 }],
    ['50千瓦', { value: 50, high: null, more: false, end: 2 }],
    ['50兆瓦', { value: 50, high: null, more: false, end: 2 }],
    ['三千米', { value: 3000, high: null, more: false, end: 2 }],
  ])('%s', (text, { end, ...rest }) => {
    expect(numeralAt(text, 0)).toMatchObject({ ...rest, span: [0, end] })
  })

  it('tells an ordinal from a count', () => {
    expect(numeralAt('第三', 0)?.ordinal).toBe(true)
    expect(numeralAt('三', 0)?.ordinal).toBe(false)
  })

  it('takes a dash between figures for no minus sign', () => {
    expect(findNumerals('50-70').map(({ value }) => value)).toEqual([50, 70])
  })

  it('gives mantissa and exponent of which the value is exactly made', () => {
    expect(numeralAt('36.67万', 0)).toMatchObject({ mantissa: 3667, exponent: 2, value: 366_700 })
  })
})

describe('findNumbers', () => {
  it.each<[string, number[]]>([
    ['统一领导、一切从实际出发', []],
    ['队伍和大陆', []],
    ['共12个镇、三百户', [12, 300]],
    ['第一批', [1]],
    ['3/4', [0.75]],
    ['2^5', [32]],
  ])('%s → %j', (text, values) => {
    expect(findNumbers(text).map(({ value }) => value)).toEqual(values)
  })
})

describe('work on hostile text', () => {
  const seeds = [
    '1',
    '1,',
    '1.',
    '一',
    '一万',
    '零',
    '十',
    '一百一万',
    '第',
    '半',
    ' ',
    '1 ',
    '三分之',
    '百分之',
    '千万亿',
    '1点',
    '万',
    '数',
    '余',
  ]
  it.each(seeds)('grows linearly with runs of %j', (seed) => {
    const [once, twice, four] = [1, 2, 4].map((times) => workOf(() => findNumbers(seed.repeat(500 * times))))
    expect(twice).toBeLessThan(2.2 * (once ?? 0) + 200)
    expect(four).toBeLessThan(2.2 * (twice ?? 0) + 200)
  })
})

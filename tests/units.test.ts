import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classifiers, countedNouns } from '../parsers/lexicon/classifiers.js'
import { currencies, denominators, measures, shares } from '../parsers/lexicon/units.js'
import { ratio, scale, toNumber } from '../parsers/values/decimal.js'
import { addParts, siValue, unitAt } from '../parsers/values/units.js'

/** One of a unit in its base unit. */
const si = (name: string, value = 1): [number, string] | null => {
  const unit = unitAt(name, 0)?.unit
  const converted = unit ? siValue(value, unit) : null
  return converted && [converted.value, converted.unit]
}

describe('unitAt', () => {
  it.each([
    ['毫克/升', 'mg/L'],
    ['mg/L', 'mg/L'],
    ['mg/l', 'mg/L'],
    ['毫克每升', 'mg/L'],
    ['毫克 / 升', 'mg/L'],
    ['微克/立方米', 'ug/m3'],
    ['微克/立方', 'ug/m3'],
    ['微克每立方米', 'ug/m3'],
    ['μg/m3', 'ug/m3'],
    ['μg/m³', 'ug/m3'],
    ['ug/m3', 'ug/m3'],
    ['毫克/立方米', 'mg/m3'],
    ['mg/kg', 'mg/kg'],
    ['吨/日', 't/d'],
    ['吨/天', 't/d'],
    ['t/d', 't/d'],
    ['吨每天', 't/d'],
    ['吨/年', 't/a'],
    ['立方米/日', 'm3/d'],
    ['m3/h', 'm3/h'],
    ['立方米/秒', 'm3/s'],
    ['吨/平方公里·月', 't/km2/mo'],
    ['吨/（平方公里·月）', 't/km2/mo'],
    ['个/升', '{个}/L'],
    ['公斤/亩', 'kg/{亩}'],
    ['元/户', 'CNY/{户}'],
    ['元/吨', 'CNY/t'],
    ['公里', 'km'],
    ['千米', 'km'],
    ['平方公里', 'km2'],
    ['平方米', 'm2'],
    ['㎡', 'm2'],
    ['公顷', 'ha'],
    ['亩', '{亩}'],
    ['立方米', 'm3'],
    ['方', 'm3'],
    ['升', 'L'],
    ['吨', 't'],
    ['吨标准煤', 't'],
    ['蒸吨', 't/h'],
    ['千瓦时', 'kW.h'],
    ['kW·h', 'kW.h'],
    ['兆瓦', 'MW'],
    ['千伏安', 'kV.A'],
    ['℃', 'Cel'],
    ['华氏度', '[degF]'],
    ['分贝', 'dB'],
    ['dB（A）', 'dB'],
    ['年', 'a'],
    ['个月', 'mo'],
    ['天', 'd'],
    ['小时', 'h'],
    ['%', '%'],
    ['‰', '[ppth]'],
    ['百分点', '{百分点}'],
    ['个百分点', '{百分点}'],
    ['个 百 分 点', '{百分点}'],
    ['個百分點', '{百分点}'],
    ['倍', '{倍}'],
    ['个工作日', '{工作日}'],
    ['人次', '{人次}'],
    ['台套', '{台套}'],
    ['美元', 'USD'],
    ['元人民币', 'CNY'],
    ['港币', 'HKD'],
    ['英里', '[mi_i]'],
    ['磅', '[lb_av]'],
  ])('%s is %s', (name, code) => {
    const match = unitAt(name, 0)
    expect(match?.unit.code).toBe(code)
    expect(match?.end).toBe(name.length)
  })

  it.each(['mgx', 'kmh', 'tonne', '一', '。', '', 'PM'])('%s is no unit', (text) => {
    expect(unitAt(text, 0)).toBeNull()
  })

  it('takes the longest name, and leaves what it cannot divide by', () => {
    expect(unitAt('平方公里的', 0)?.end).toBe(4)
    expect(unitAt('吨/某处', 0)).toMatchObject({ end: 1, unit: { code: 't' } })
    expect(unitAt('个企业', 0)).toMatchObject({ end: 1, unit: { code: '{个}' } })
  })

  it('reads every spelling of the tables whole', () => {
    const rows = [...measures, ...shares].map((row) => row.names)
    const names = [...rows, ...currencies.map(([, , names]) => names), classifiers, countedNouns].flatMap((row) =>
      row.split(' '),
    )
    expect(names.filter((name) => unitAt(name, 0)?.end !== name.length)).toEqual([])
  })

  it('gives a code one meaning', () => {
    const seen = new Map<string, string>()
    for (const { code, si: base, factor } of [...measures, ...denominators]) {
      const value = `${toNumber(ratio(factor))} ${base}`
      expect([code, seen.get(code) ?? value]).toEqual([code, value])
      seen.set(code, value)
    }
  })
})

describe('siValue', () => {
  it.each<[string, number, number, string]>([
    ['毫克/升', 0.043, 0.000043, 'kg/m3'],
    ['微克/立方米', 34, 3.4e-8, 'kg/m3'],
    ['mg/kg', 20, 0.00002, '1'],
    ['亩', 3, 2000, 'm2'],
    ['公顷', 80.37, 803700, 'm2'],
    ['平方公里', 0.1, 100000, 'm2'],
    ['吨', 196750, 196750000, 'kg'],
    ['吨/日', 86.4, 1, 'kg/s'],
    ['吨/年', 31557.6, 1, 'kg/s'],
    ['立方米/日', 86400, 1, 'm3/s'],
    ['千瓦时', 5, 18000000, 'J'],
    ['兆瓦', 0.3, 300000, 'W'],
    ['℃', 37, 310.15, 'K'],
    ['℃', -273.15, 0, 'K'],
    ['华氏度', 212, 373.15, 'K'],
    ['年', 1, 31557600, 's'],
    ['个月', 12, 31557600, 's'],
    ['分贝', 60, 60, 'dB'],
    ['厘米/秒', 1e-7, 1e-9, 'm/s'],
    ['斤', 3.5, 1.75, 'kg'],
    ['英里', 1, 1609.344, 'm'],
    ['公斤/亩', 30, 0.045, 'kg/m2'],
  ])('%s × %d', (name, value, expected, base) => {
    expect(si(name, value)).toEqual([expected, base])
  })

  it.each(['个', '%', '百分点', '倍', '元', '万', '元/户', '个/升'])('%s has none', (name) => {
    expect(si(name)).toBeNull()
  })

  it('moves the decimal point and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 12 }), fc.integer({ min: 0, max: 9 }), (digits, places) => {
        const value = Number(`${digits}e-${places}`)
        expect(si('mg/L', value)).toEqual([Number(`${digits}e-${places + 3}`), 'kg/m3'])
        expect(si('万', value)).toBeNull()
        expect(si('公里', value)).toEqual([Number(`${digits}e${3 - places}`), 'm'])
      }),
    )
  })
})

describe('decimal arithmetic', () => {
  it.each([
    [0.1, '3', 0.3],
    [1.1, '1.1', 1.21],
    [1e-7, '1e-9', 1e-16],
    [1e21, '1000', 1e24],
    [123456789012345.6, '1000', 123456789012345600],
    [-0.2, '1000', -200],
    [2, '2000/3', 1333.3333333333333],
  ])('%d × %s = %d', (value, factor, product) => {
    expect(scale(value, ratio(factor))).toBe(product)
  })

  it('adds parts of the next unit', () => {
    expect(addParts(50, 6.3, ratio('1/10'))).toBe(50.63)
    expect(addParts(640143, 0.17, ratio('1'))).toBe(640143.17)
  })

  it('refuses what is no number', () => {
    expect(() => ratio('1.2.3')).toThrow(RangeError)
  })
})

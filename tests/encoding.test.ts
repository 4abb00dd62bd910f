import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { declaredCharset, decode } from '../parsers/readers/encoding.js'
import { bytes, encode } from './encode.js'

const simplified = '柳溪县污水处理厂超标排放问题整改方案\n一、问题：雨污分流不彻底。\n责任单位：县住建局，2021年6月底前完成。'
const traditional = '關於柳溪縣污水處理廠超標排放問題的整改方案\n一、責任單位：縣環境保護局，於民國一百年完成驗收。'
const korean = '환경부는 하천 수질을 개선하기 위하여 오염원을 조사하였다. 이 계획은 내년까지 계속된다.'

const codes = (source: Uint8Array, declared?: string): string[] =>
  decode(source, { declared }).notices.map((notice) => notice.code)

describe('decode', () => {
  const cases: [
    name: string,
    source: Uint8Array,
    declared: string | undefined,
    text: string,
    encoding: string,
    notices: string[],
  ][] = [
    ['UTF-8', encode(simplified, 'utf-8'), undefined, simplified, 'utf-8', []],
    ['UTF-8 with a mark', bytes([0xef, 0xbb, 0xbf], simplified), undefined, simplified, 'utf-8', []],
    ['UTF-8 declared as GB2312', encode(simplified, 'utf-8'), 'gb2312', simplified, 'utf-8', ['charset_misdeclared']],
    ['GBK', encode(simplified, 'gb18030'), undefined, simplified, 'gb18030', []],
    ['GBK declared as GBK', encode(simplified, 'gb18030'), 'GBK', simplified, 'gb18030', []],
    ['GBK declared as GB2312', encode(simplified, 'gb18030'), ' gb2312 ', simplified, 'gb18030', []],
    ['GBK declared as UTF-8', encode(simplified, 'gb18030'), 'utf-8', simplified, 'gb18030', ['charset_misdeclared']],
    ['GBK declared as Latin-1', encode(simplified, 'gb18030'), 'iso-8859-1', simplified, 'gb18030', ['charset_misdeclared']],
    ['GBK declared as Big5', encode(simplified, 'gb18030'), 'big5', simplified, 'gb18030', ['charset_misdeclared']],
    ['an unknown declaration', encode(simplified, 'gb18030'), 'gb-chinese', simplified, 'gb18030', []],
    [
      'Traditional characters in GBK',
      encode('關於縣環境保護局責任單位的驗收意見', 'gb18030'),
      undefined,
      '關於縣環境保護局責任單位的驗收意見',
      'gb18030',
      [],
    ],
    ['two characters of GBK', encode('整改', 'gb18030'), undefined, '整改', 'gb18030', []],
    ['GBK that looks like UTF-8', Uint8Array.of(0xc2, 0xbb, 0xd0, 0xa1), 'gb2312', '禄小', 'gb18030', []],
    [
      'four-byte GB18030',
      bytes(encode('负责人：王', 'gb18030'), [0x95, 0x32, 0x82, 0x36]),
      undefined,
      '负责人：王𠀀',
      'gb18030',
      [],
    ],
    ['Big5', encode(traditional, 'big5'), undefined, traditional, 'big5', []],
    ['Big5 declared as GB2312', encode(traditional, 'big5'), 'gb2312', traditional, 'big5', ['charset_misdeclared']],
    ['UTF-16 with a mark', bytes([0xff, 0xfe], encode(simplified, 'utf-16le')), undefined, simplified, 'utf-16le', []],
    [
      'big-endian UTF-16 with a mark',
      bytes([0xfe, 0xff], encode(simplified, 'utf-16be')),
      undefined,
      simplified,
      'utf-16be',
      [],
    ],
    ['UTF-16 without a mark', encode(simplified, 'utf-16le'), undefined, simplified, 'utf-16le', []],
    ['big-endian UTF-16 without a mark', encode(simplified, 'utf-16be'), undefined, simplified, 'utf-16be', []],
    ['UTF-16 without ASCII', encode('问题整改情况公示', 'utf-16le'), undefined, '问题整改情况公示', 'utf-16le', []],
    ['ASCII under any declaration', encode('report 2021\n', 'utf-8'), 'gbk', 'report 2021\n', 'utf-8', []],
    ['nothing', new Uint8Array(), undefined, '', 'utf-8', []],
    ['Korean, declared', encode(korean, 'euc-kr'), 'euc-kr', korean, 'euc-kr', []],
  ]
  it.each(cases)('reads %s', (_, source, declared, text, encoding, notices) => {
    expect(decode(source, { declared })).toMatchObject({ text, encoding })
    expect(codes(source, declared)).toEqual(notices)
  })

  it('says what is lost in damaged UTF-8 instead of taking it for GBK', () => {
    const whole = encode(simplified, 'utf-8')
    const damaged = Uint8Array.from([...whole.slice(0, 30), 0xe6, 0x95, ...whole.slice(30)])
    const { text, encoding } = decode(damaged)
    expect(encoding).toBe('utf-8')
    expect(text).toContain('责任单位：县住建局')
    expect(codes(damaged)).toEqual(['encoding_errors'])
  })

  it('says what is lost in GBK cut in mid-character', () => {
    const cut = encode(simplified, 'gb18030').slice(0, -3)
    expect(decode(cut).encoding).toBe('gb18030')
    expect(codes(cut)).toEqual(['encoding_errors'])
    expect(decode(cut).text).toContain('责任单位：县住建局')
  })

  it('reads any Chinese text back from every encoding that holds it', () => {
    // 整 alone is two letters of ASCII in UTF-16; 问 is not
    const line = fc
      .array(fc.constantFrom(...'整改问题责任单位县污水处理厂年月日前完成，。：、2019（）\n'), { minLength: 6, maxLength: 80 })
      .map((chars) => `整改问题${chars.join('')}`)
    fc.assert(
      fc.property(line, fc.constantFrom('utf-8', 'gb18030', 'utf-16le', 'utf-16be'), (text, label) => {
        expect(decode(encode(text, label))).toEqual({ text, encoding: label, notices: [] })
      }),
    )
  })

  it('never throws and always names a known encoding', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.option(fc.constantFrom('gbk', 'big5', 'utf-8', 'x'), { nil: undefined }),
        (source, declared) => {
          const { encoding } = decode(source, { declared })
          expect(new TextDecoder(encoding).encoding.replace('gbk', 'gb18030')).toBe(encoding)
        },
      ),
    )
  })
})

describe('declaredCharset', () => {
  it.each([
    ['<html><head><meta charset="gb2312">', 'gb2312'],
    ["<META http-equiv=Content-Type content='text/html; charset=GBK'>", 'GBK'],
    ['<?xml version="1.0" encoding="utf-8"?><html>', 'utf-8'],
    ['<meta name="author" content="x">', null],
  ])('reads %s', (head, expected) => expect(declaredCharset(encode(head, 'utf-8'))).toBe(expected))
})

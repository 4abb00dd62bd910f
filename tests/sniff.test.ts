import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type Sniffed, sniff } from '../parsers/readers/sniff.js'
import { bytes, encode } from './encode.js'

const zip = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>'.repeat(50))])))
const ole = (stream: string): Uint8Array =>
  bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], new Uint8Array(600), encode(`${stream}\0`, 'utf-16le'))
const page = '<html><head><meta charset="gbk"><title>整改公示</title></head><body><p>一、问题</p></body></html>'

describe('sniff', () => {
  const cases: [name: string, source: Uint8Array, expected: Sniffed][] = [
    ['nothing', new Uint8Array(), { format: 'empty' }],
    ['blanks and a mark', bytes([0xef, 0xbb, 0xbf], ' \r\n\u3000\n'), { format: 'empty' }],
    ['NUL bytes', new Uint8Array(500), { format: 'binary' }],
    ['random bytes', Uint8Array.from({ length: 4000 }, (_, at) => (at * at * 31 + at * 7) % 256), { format: 'binary' }],
    ['a plain report', bytes('整改方案\n一、问题\n- 1、立即排查。\n- 2、~~旧措施~~新措施。\n--------\n'), { format: 'text' }],
    ['masked names', bytes('联系人：李**、王**，电话138****1234。\n举报人**反映的问题，**部门已办。\n'), { format: 'text' }],
    ['a numbered boiler', bytes('1#锅炉\n#2 机组停用。\n'), { format: 'text' }],
    ['plain text in GBK', encode('反馈问题一：河道垃圾清理不及时。\n整改时限：2021年12月底', 'gb18030'), { format: 'text' }],
    ['plain text in UTF-16', encode('反馈问题一：河道垃圾。\n整改时限：2021年', 'utf-16le'), { format: 'text' }],
    ['one angle bracket', bytes('浓度<50毫克/升，>30的为超标。\n'), { format: 'text' }],
    ['Markdown headings', bytes('# 整改清单\n\n一、问题\n'), { format: 'markdown' }],
    ['a Markdown table', bytes('清单\n\n| 序号 | 问题 |\n| --- | :---: |\n| 1 | 扬尘 |\n'), { format: 'markdown' }],
    ['Markdown bold', bytes('**整改目标：**达标。\n\n**责任单位：**县住建局\n'), { format: 'markdown' }],
    [
      'Markdown lines broken by strokes',
      bytes('序号：1\\\n问题：扬尘。\\\n目标：达标。\\\n时限：6月\\\n单位：县局\n'),
      { format: 'markdown' },
    ],
    ['a path and a stroke', bytes('见D:\\台账\\\n一、问题\n'), { format: 'text' }],
    [
      'Markdown with an HTML table',
      bytes('# 清单\n\n<table><tr><td>1</td><td>问题</td></tr><tr><td>2</td></tr></table>\n'),
      { format: 'markdown' },
    ],
    ['a page', bytes(page), { format: 'html' }],
    ['a page in GBK', encode(page, 'gb18030'), { format: 'html' }],
    ['a page in UTF-16', encode(page, 'utf-16le'), { format: 'html' }],
    [
      'a page after comments',
      bytes(`\n<?xml version="1.0"?><!-- saved from ${'x'.repeat(900)} -->\n<!DOCTYPE html>${page}`),
      { format: 'html' },
    ],
    ['a fragment', bytes('<div class="content">一、问题</div>'), { format: 'html' }],
    ['text, then tags', bytes('整改清单<table><tr><td>1</td><td>问题</td></tr></table>'), { format: 'html' }],
    [
      'a web archive',
      bytes('From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="b"\r\n\r\n'),
      { format: 'mht' },
    ],
    ['PDF', bytes('%PDF-1.7\n'), { format: 'pdf' }],
    ['PDF after blanks', bytes('\r\n  %PDF-1.4\n'), { format: 'pdf' }],
    ['RTF', bytes('{\\rtf1\\ansi'), { format: 'rtf' }],
    ['DOCX', zip('[Content_Types].xml', 'word/document.xml'), { format: 'docx' }],
    ['DOCX cut off', zip('[Content_Types].xml', 'word/document.xml').slice(0, 160), { format: 'docx' }],
    ['XLSX', zip('[Content_Types].xml', 'xl/workbook.xml'), { format: 'xlsx' }],
    ['an archive of reports', zip('a.html', 'b.docx'), { format: 'zip' }],
    ['OFD', zip('OFD.xml', 'Doc_0/Document.xml'), { format: 'zip', detail: 'ofd' }],
    ['an old Word file', ole('WordDocument'), { format: 'legacy-office', detail: 'doc' }],
    ['an old Excel file', ole('Workbook'), { format: 'legacy-office', detail: 'xls' }],
    ['an encrypted file', ole('EncryptedPackage'), { format: 'legacy-office', detail: 'encrypted' }],
    [
      'Word 2003 XML',
      bytes('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>'),
      { format: 'legacy-office', detail: 'xml' },
    ],
    ['PNG', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), { format: 'image', detail: 'png' }],
    ['JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), { format: 'image', detail: 'jpeg' }],
    ['gzip', bytes([0x1f, 0x8b, 8, 0]), { format: 'binary', detail: 'gzip' }],
  ]
  it.each(cases)('knows %s', (_, source, expected) => expect(sniff(source)).toEqual(expected))

  it('never throws', () => {
    const magic = fc.constantFrom<readonly number[]>(
      [0x50, 0x4b, 3, 4],
      [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
      [0x25, 0x50],
      [],
    )
    fc.assert(
      fc.property(magic, fc.uint8Array({ maxLength: 300 }), (start, rest) => {
        expect(sniff(bytes(start, rest)).format).toBeTypeOf('string')
      }),
    )
  })
})

const reports = new URL('../../shared/reports/', import.meta.url)
describe.skipIf(!existsSync(reports))('sniff over the real reports', () => {
  it.each(existsSync(reports) ? readdirSync(reports) : [])('takes %s for plain text', (name) => {
    expect(sniff(readFileSync(new URL(name, reports)))).toEqual({ format: 'text' })
  })
})

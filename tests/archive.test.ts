import { strToU8, type Zippable, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { isArchive, readArchive } from '../pipeline/archive.js'
import { LIMITS } from '../pipeline/limits.js'
import { isReportName } from '../pipeline/names.js'

const limits = { fileBytes: 1 << 20 }
const read = (bytes: Uint8Array) =>
  [...readArchive(bytes, { source: 'a.zip' }, limits)].map((member) =>
    'problem' in member
      ? `${member.source} ${member.problem.code}`
      : `${member.source} ${new TextDecoder().decode(member.bytes)}`,
  )
const zip = (files: Zippable, level: 0 | 6 = 6) => zipSync(files, { level })
/** Every place where the bytes stand. */
function* places(bytes: Uint8Array, wanted: Uint8Array): Generator<number> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = buffer.indexOf(wanted); at >= 0; at = buffer.indexOf(wanted, at + 1)) yield at
}
/** Writes 16 bits at an offset from each header of a kind. */
function patch(bytes: Uint8Array, signature: number[], offset: number, value: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  for (const at of places(bytes, Uint8Array.from(signature))) view.setUint16(at + offset, value, true)
}
const local = [0x50, 0x4b, 3, 4]
const central = [0x50, 0x4b, 1, 2]

test('each report in it is a source, what is none is left out', () => {
  const bytes = zip({
    'a.txt': strToU8('一'),
    '市/清单.md': strToU8('二'),
    'notes.json': strToU8('{}'),
    '.hidden.txt': strToU8('no'),
    '__MACOSX/._a.txt': strToU8('no'),
    'README.md': strToU8('no'),
  })
  expect(read(bytes)).toEqual(['a.zip!a.txt 一', 'a.zip!市/清单.md 二'])
})

test('names in GBK are read', () => {
  const bytes = zip({ 'AAAA.txt': strToU8('一') })
  const gbk = Uint8Array.from([0xc7, 0xe5, 0xb5, 0xa5]) // 清单
  for (const at of [...places(bytes, strToU8('AAAA'))]) bytes.set(gbk, at)
  expect(read(bytes)).toEqual(['a.zip!清单.txt 一'])
})

test('a name that leads out of the archive is only a name', () => {
  expect(read(zip({ '../../etc/a.txt': strToU8('一') }))).toEqual(['a.zip!../../etc/a.txt 一'])
})

test('control characters of a name do not reach the terminal', () => {
  const [first, second] = read(zip({ 'a\u001b[2J.txt': strToU8('一'), 'b\n\u009b\u202e.txt': strToU8('二') }))
  expect(first).toBe('a.zip!a␛[2J.txt 一')
  expect(second).toBe('a.zip!b␤��.txt 二')
})

test('members of one name are two sources', () => {
  const bytes = zip({ 'a1.txt': strToU8('一'), 'a2.txt': strToU8('二'), 'a3.txt': strToU8('三') })
  for (const name of ['a2.txt', 'a3.txt']) for (const at of [...places(bytes, strToU8(name))]) bytes.set(strToU8('a1.txt'), at)
  expect(read(bytes)).toEqual(['a.zip!a1.txt 一', 'a.zip!a1.txt (2) 二', 'a.zip!a1.txt (3) 三'])
})

test('a member is known again by the archive’s full path', () => {
  const [member] = readArchive(zip({ 'a.txt': strToU8('一') }), { source: 'a.zip', resolved: '/x/a.zip' }, limits)
  expect(member).toMatchObject({ source: 'a.zip!a.txt', resolved: '/x/a.zip!a.txt' })
})

describe('hostile and broken ones', () => {
  test('a member over the limit does not stop the next', () => {
    const bytes = zip({ 'big.txt': new Uint8Array(limits.fileBytes + 1), 'b.txt': strToU8('一') }, 0)
    expect(read(bytes)).toEqual(['a.zip!big.txt archive_limit', 'a.zip!b.txt 一'])
  })

  test('a member that unpacks to far more than it takes', () => {
    const wide = { fileBytes: 64 << 20 }
    const members = [...readArchive(zip({ 'bomb.txt': new Uint8Array(20 << 20) }), { source: 'a.zip' }, wide)]
    expect(members).toMatchObject([{ problem: { code: 'archive_limit' } }])
  })

  test('a member that claims to be smaller than it is', () => {
    const bytes = zip({ 'liar.txt': new Uint8Array(100_000), 'b.txt': strToU8('一') })
    patch(bytes, central, 24, 10) // the low half of the claimed size
    patch(bytes, central, 26, 0)
    expect(read(bytes)[0]).toBe('a.zip!liar.txt archive_limit')
  })

  test('too many members', () => {
    const files = Object.fromEntries(Array.from({ length: LIMITS.archiveMembers + 1 }, (_, i) => [`${i}.txt`, strToU8('一')]))
    expect(read(zip(files, 0))).toEqual(['a.zip archive_limit'])
  })

  test('an archive in the archive', () => {
    const inner = zip({ 'a.txt': strToU8('一') })
    expect(read(zip({ 'inner.zip': inner, 'renamed.txt': inner, 'b.txt': strToU8('二') }))).toEqual([
      'a.zip!inner.zip nested_archive',
      'a.zip!renamed.txt nested_archive',
      'a.zip!b.txt 二',
    ])
  })

  test('encrypted members', () => {
    const bytes = zip({ 'a.txt': strToU8('一') })
    patch(bytes, local, 6, 1)
    patch(bytes, central, 8, 1)
    expect(read(bytes)).toEqual(['a.zip!a.txt encrypted'])
  })

  test('a truncated one', () => {
    const bytes = zip({ 'a.txt': strToU8('一'.repeat(1000)) }, 0)
    expect(read(bytes.subarray(0, bytes.length - 30))).toEqual(['a.zip damaged_archive'])
  })

  test('one without reports', () => expect(read(zip({ 'a.json': strToU8('{}') }))).toEqual(['a.zip no_reports']))
  test('an empty one', () => expect(read(zip({}))).toEqual(['a.zip no_reports']))
})

test('an office document is a report in itself', () => {
  expect(isArchive(zip({ 'a.txt': strToU8('一') }))).toBe(true)
  expect(isArchive(zip({ '[Content_Types].xml': strToU8('x'), 'word/document.xml': strToU8('x') }))).toBe(false)
  expect(isArchive(zip({ 'xl/workbook.xml': strToU8('x') }))).toBe(false)
  expect(isArchive(strToU8('PK is no archive'))).toBe(false)
})

test.each([
  ['a.txt', true],
  ['市/清单.DOCX', true],
  ['./a/b.pdf', true],
  ['../a.xlsx', true],
  ['a.json', false],
  ['a', false],
  ['txt', false],
  ['.a.txt', false],
  ['.git/a.txt', false],
  ['~$plan.docx', false],
  ['README.md', false],
  ['readme.txt', false],
  ['readmes.txt', true],
])('isReportName(%s) is %s', (name, expected) => expect(isReportName(name)).toBe(expected))

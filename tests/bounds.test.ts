import { strToU8 } from 'fflate'
import { describe, expect, it, test, vi } from 'vitest'
import type { Block, BlockRoot, Table } from '../parsers/tree.js'
import { bounded } from '../pipeline/bounds.js'
import { LIMITS } from '../pipeline/limits.js'
import { parseReport } from '../pipeline/parse.js'
import { findProgram, inTemporaryFolder, runProgram } from '../pipeline/programs.js'
import { withStrays } from '../pipeline/strays.js'

const root = (children: Block[]): BlockRoot => ({
  type: 'root',
  children,
  data: { format: 'docx', encoding: null, notices: [] },
})
const paragraph = (value: string) => ({ type: 'paragraph' as const, value })
const codes = (tree: BlockRoot) => tree.data.notices.map(({ code }) => code)

describe('a report longer than can be parsed within the limits', () => {
  it('is refused by the length of its text', () => {
    const half = paragraph('一'.repeat(LIMITS.textLength / 2))
    expect(codes(bounded(root([half, half])))).toEqual([])
    expect(codes(bounded(root([half, half, paragraph('一')])))).toEqual(['too_long'])
  })

  it('is refused by the number of its paragraphs and cells, empty ones too', () => {
    const one = paragraph('')
    expect(codes(bounded(root(new Array(LIMITS.textBlocks).fill(one))))).toEqual([])
    expect(codes(bounded(root(new Array(LIMITS.textBlocks + 1).fill(one))))).toEqual(['too_long'])
    const cell = { type: 'cell' as const, column: 0, colspan: 1, rowspan: 1, children: [] }
    const table: Table = { type: 'table', children: [{ type: 'row', children: new Array(LIMITS.textBlocks + 1).fill(cell) }] }
    expect(codes(bounded(root([table])))).toEqual(['too_long'])
  })

  it.each([
    ['text', '青溪县整改方案\n'],
    ['a page', '<!doctype html><html><body>'],
  ])('is refused by its bytes where it is %s', async (_, head) => {
    const bytes = new Uint8Array(LIMITS.textBytes + 1).fill(0x61)
    bytes.set(strToU8(head))
    const { report } = await parseReport(bytes, 'a')
    expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'too_long', severity: 'error', message: expect.stringContaining('24 MB') },
    ])
    expect(report).toMatchObject({ items: [], document: { text: '' } })
  })

  it('says so in the record', async () => {
    const { report } = await parseReport(strToU8(`青溪县整改方案\n${'一'.repeat(LIMITS.textLength)}`), 'a.txt')
    expect(report.diagnostics.map(({ code }) => code)).toContain('too_long')
  })
})

const sh = await findProgram(['sh'])
describe.skipIf(process.platform !== 'linux' || !sh)('a program of the system', () => {
  const run = (script: string, memoryMb?: number) =>
    inTemporaryFolder((folder) => runProgram(sh ?? '', ['-c', script, 'sh', "a'b $(id)"], folder, 30_000, memoryMb))

  test('has no more memory than its limit', async () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own
    const eat = 'x=$(head -c 200000000 /dev/zero | tr "\\0" a); echo ${#x}'
    expect((await run(eat, 100)).code).not.toBe(0)
    expect((await run(eat)).stdout.toString()).toBe('200000000\n')
  })

  test('gets its arguments as they are', async () => {
    expect((await run('printf %s "$1"')).stdout.toString()).toBe("a'b $(id)")
  })
})

describe('a promise that pdfjs lets go of', () => {
  const strays = () => process.listenerCount('unhandledRejection')

  test('is let pass while a PDF is read, and any other is not', async () => {
    const before = strays()
    const [pass] = await withStrays(async () => process.listeners('unhandledRejection').slice(-1))
    expect(strays()).toBe(before + 1)
    const named = (name: string) => Object.assign(new Error('x'), { name })
    expect(() => pass?.(named('XRefEntryException'), Promise.resolve())).not.toThrow()
    for (const reason of [named('TypeError'), 'x', null]) expect(() => pass?.(reason, Promise.resolve())).toThrow()
    vi.useFakeTimers()
    try {
      await Promise.all([withStrays(async () => 1), withStrays(async () => 2)])
      expect(strays()).toBe(before + 1)
      vi.advanceTimersByTime(2000)
    } finally {
      vi.useRealTimers()
    }
  })
})

/** The whole parser: whatever the bytes, a valid record comes out, in time; what is wrong is a diagnostic. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostile } from '../bench/hostile.mjs'
import { createProcessor, parseReport } from '../pipeline/parse.js'
import { reportSchema } from '../pipeline/record.js'
import { brokenInvariants } from './helpers/invariants.js'
import { bytesOf, read } from './helpers/sketch.js'

/** One in so many of the runs, which stand in every field; all other texts. bench/linear.mjs takes all of them and measures growth. */
const every = 9
const names = Object.keys(hostile).filter((name, i) => !name.includes(' × n as ') || i % every === 0)

/** Long enough for what goes deeper with every mark to run out of stack; how the time grows is bench/linear.mjs’s to measure. */
describe('hostile texts of 15,000 characters', () => {
  it.each(names)('%s', { timeout: 90_000 }, async (name) => {
    const { report } = await parseReport(bytesOf(hostile[name]?.(15_000) ?? ''), 'hostile.txt')
    expect(reportSchema.safeParse(report).success).toBe(true)
    const text = JSON.stringify(report)
    expect(JSON.parse(text)).toEqual(report)
  })
})

describe('hostile texts of 100,000 characters', () => {
  it.each([
    '1. 1. × n as alone',
    '（ × n as alone',
    '一是 × n as alone',
    '、 × n as alone',
    '《 × n as alone',
    '“ × n as alone',
    '整改目标： × n as alone',
    '万 × n as alone',
    'digits × n as alone',
    'lines of brackets',
    'headings 1.',
    'nine levels',
    'one line of prose',
    'table rows',
    'Markdown rows',
  ])('%s', { timeout: 90_000 }, async (name) => {
    expect(hostile[name]).toBeDefined()
    const { report } = await parseReport(bytesOf(hostile[name]?.(100_000) ?? ''), 'hostile.txt')
    expect(report.schemaVersion).toBe(1)
  })
})

describe('any text', () => {
  const words = fc.constantFrom(
    '一、',
    '（一）',
    '1.',
    '1.5',
    '一是',
    '①',
    '（',
    '）',
    '《',
    '》',
    '“',
    '”',
    '整改目标：',
    '整改措施',
    '责任单位：',
    '整改时限：',
    '【整改情况】',
    '县水利局',
    '县发改局、',
    '2024年6月底',
    '长期坚持',
    '（已完成）',
    '砖厂扬尘',
    '附件1',
    '\n',
    '\n',
    '。',
    '；',
    '，',
    ' ',
    '\u3000',
    '3.5万吨',
    '合计',
    '问题一：',
    '关于砖厂的问题',
    '~~删~~',
    '- 3 -',
    '\u200b',
    '\ud83d',
    'A',
  )
  it('keeps the invariants', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 60 }), async (parts) => {
        expect(brokenInvariants(await read(`青溪县整改方案\n${parts.join('')}`))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
  it('gives a valid record for any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const { report } = await parseReport(bytes, 'any')
        expect(brokenInvariants(report)).toEqual([])
        expect(report.items.length > 0 || report.diagnostics.some((d) => d.severity === 'error')).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

describe('sources that are no reports', () => {
  const zip = Uint8Array.of(0x50, 0x4b, 5, 6, ...new Array<number>(18).fill(0))
  it.each([
    ['nothing', new Uint8Array(), 'empty_source'],
    ['line ends', bytesOf('\n\n\n'), 'empty_source'],
    ['zero bytes', new Uint8Array(1000), 'binary_source'],
    ['an empty archive', zip, 'archive'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'image_only'],
    ['a PDF that is cut off', bytesOf('%PDF-1.4\n1 0 obj\n<<'), null],
    ['a Word file that is cut off', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0), null],
    ['prose', bytesOf('今天天气很好。'), 'no_items'],
  ] as [string, Uint8Array, string | null][])('%s', async (_, bytes, code) => {
    const { report } = await parseReport(bytes, 'x')
    const errors = report.diagnostics.filter((d) => d.severity === 'error')
    expect(report.items).toEqual([])
    // a picture may have gone through recognition in vain, which is told too
    expect(errors.length).toBeGreaterThan(0)
    if (code !== null) expect(errors[0]?.code).toBe(code)
    expect(errors[0]?.message).toMatch(/\w{3}/)
  })
})

describe('the processor', () => {
  it('tells what it weighed', async () => {
    const { explain } = await parseReport(
      bytesOf('青溪县整改方案\n一、砖厂扬尘。\n整改措施：清扫。\n二、河道淤积。\n整改措施：清淤。'),
      'x',
      { explain: true },
    )
    expect(explain).toContain('cn')
    expect((await parseReport(bytesOf('x'), 'x')).explain).toBeUndefined()
  })
  it('is a unified processor that takes one more plug-in', () => {
    const seen: string[] = []
    const processor = createProcessor()().use(() => (tree) => {
      seen.push(tree.type)
    })
    processor.runSync({ type: 'root', children: [], data: { format: 'text', encoding: null, notices: [] } })
    expect(seen).toEqual(['root'])
  })
  it('numbers diagnostics by item and orders them by place', async () => {
    const { diagnostics, items } = await read(
      '青溪县整改方案\n一、砖厂扬尘。\n整改措施：清扫。\n整改时限：主汛期前\n二、河道淤积。\n整改措施：清淤。\n整改时限：按省时限要求',
    )
    const placed = diagnostics.filter((d) => d.span !== null)
    expect(placed.map((d) => d.item)).toEqual([1, 2])
    expect(placed.every((d, i) => (placed[i - 1]?.span?.[0] ?? 0) <= (d.span?.[0] ?? 0))).toBe(true)
    expect(items.map((item) => item.deadline?.entries)).toEqual([[], []])
  })
})

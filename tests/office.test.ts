import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { severityOf } from '../parsers/diagnostics.js'
import { readBlocks } from '../parsers/readers/index.js'
import { NoticeBook } from '../parsers/readers/source-error.js'
import type { BlockRoot } from '../parsers/tree.js'
import { readSource } from '../pipeline/external.js'
import { readTsv, recognise } from '../pipeline/ocr.js'
import { rightLabels } from '../pipeline/ocr-labels.js'
import { convertLegacy } from '../pipeline/office.js'
import { parseSafely } from '../pipeline/pool.js'
import { endProgramsBy, findProgram, inTemporaryFolder, runProgram } from '../pipeline/programs.js'
import { buildDocx, numbering, paragraph, run, styles, table } from './helpers/build-docx.js'
import { buildPdf } from './helpers/build-pdf.js'
import { buildXlsx } from './helpers/build-xlsx.js'

const office = await findProgram(['soffice', 'libreoffice'])
const ocr = (await findProgram(['tesseract'])) !== null && (await findProgram(['pdftoppm'])) !== null
if (!office) console.info('LibreOffice is not installed: the tests of .doc, .xls, .rtf and of real PDF are skipped')
if (!ocr) console.info('tesseract or pdftoppm is not installed: the tests of recognition are skipped')

const codes = (root: BlockRoot): string[] => root.data.notices.map((notice) => `${severityOf(notice.code)}:${notice.code}`)
/** Blocks as text: paragraphs, and cells as column:colspan×rowspan. */
const shape = (root: BlockRoot): string[] =>
  root.children.flatMap((block) =>
    block.type === 'paragraph'
      ? [block.value]
      : block.children.map((row) =>
          row.children
            .map(
              (cell) => `${cell.column}:${cell.colspan}×${cell.rowspan}:${cell.children.map((child) => child.value).join('/')}`,
            )
            .join(' '),
        ),
  )

/** Another form of a document, by LibreOffice. */
const convert = (bytes: Uint8Array, from: string, to: string): Uint8Array => {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-test-'))
  try {
    writeFileSync(join(folder, `in.${from}`), bytes)
    execFileSync(
      office ?? '',
      [
        '--headless',
        `-env:UserInstallation=file://${folder}/profile`,
        '--convert-to',
        to,
        '--outdir',
        join(folder, 'out'),
        join(folder, `in.${from}`),
      ],
      {
        stdio: 'ignore',
        timeout: 120_000,
      },
    )
    return new Uint8Array(readFileSync(join(folder, 'out', `in.${to.split(':')[0]}`)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const long = '对辖区排水管网开展全面排查，建立问题台账，明确责任人和完成时限，逐项销号，确保雨污分流改造取得实效。'
const report = buildDocx({
  styles: styles('<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>'),
  numbering: numbering(
    [
      [
        { format: 'chineseCounting', text: '%1、', suffix: 'nothing' },
        { format: 'chineseCounting', text: '（%2）', suffix: 'nothing' },
      ],
    ],
    [{ definition: 0 }],
  ),
  body: [
    paragraph('某县督察反馈问题整改方案', { align: 'center', bold: true }),
    paragraph('总体要求', { list: [1, 0] }),
    paragraph(long, { list: [1, 1] }),
    paragraph(run('保留的话') + run('删去的话', { strike: true }), { list: [1, 1] }),
    paragraph('任务清单', { list: [1, 0] }),
    table(
      [
        ['序号', '反馈问题', '整改措施', '责任单位'],
        ...Array.from({ length: 14 }, (_, index) => [
          { text: `${index + 1}`, rowspan: 2 },
          { text: `第${index + 1}个问题：${long}`, rowspan: 2 },
          `一是${long}${long}`,
          '县水务局',
        ]).flatMap((row, index) => [row, [`二是${long}`, index % 2 ? '县住建局' : '各乡镇人民政府']]),
      ],
      { headerRows: 1 },
    ),
    paragraph('以上任务按季度报送。'),
  ],
})

describe('without the programs', () => {
  const path = process.env.PATH
  afterEach(() => {
    process.env.PATH = path
  })
  it('names the package to install', async () => {
    process.env.PATH = ''
    const legacy = await convertLegacy(new Uint8Array([0xd0, 0xcf]), 'doc')
    expect(legacy).toMatchObject({ code: 'libreoffice_missing', message: expect.stringContaining('libreoffice-writer') })
    expect(await recognise(new Uint8Array(), 'pdf')).toMatchObject({
      code: 'tesseract_missing',
      message: expect.stringContaining('tesseract-ocr-chi-sim'),
    })
    const scan = await readSource(buildPdf([{ width: 595, height: 842, marks: [] }]))
    expect(codes(scan)).toEqual(['error:image_only', 'error:tesseract_missing'])
    expect(codes(await readSource(new TextEncoder().encode('{\\rtf1 a}')))).toEqual(['error:libreoffice_missing'])
  })
})

describe.skipIf(process.platform === 'win32')('running a program', () => {
  it('ends a program and what it started at the time limit', async () => {
    await inTemporaryFolder(async (folder) => {
      const script = join(folder, 'slow')
      writeFileSync(script, '#!/bin/sh\nsleep 60 &\necho $! > child\nsleep 60\n')
      chmodSync(script, 0o755)
      const result = await runProgram(script, [], folder, 500)
      expect(result).toMatchObject({ code: null, timedOut: true })
      const child = Number(readFileSync(join(folder, 'child'), 'utf8'))
      await new Promise((resolve) => setTimeout(resolve, 200))
      let state = ''
      try {
        state = readFileSync(`/proc/${child}/stat`, 'utf8').split(' ')[2] ?? ''
      } catch {
        // It is gone.
      }
      expect(['', 'Z']).toContain(state)
    })
  })
  it('ends it before the time of the file is over, and begins none when it is', async () => {
    await inTemporaryFolder(async (folder) => {
      const script = join(folder, 'slow')
      writeFileSync(script, '#!/bin/sh\ntouch begun\nsleep 60\n')
      chmodSync(script, 0o755)
      try {
        endProgramsBy(performance.now() - 1)
        expect(await runProgram(script, [], folder, 60_000)).toMatchObject({ code: null, timedOut: true, givenMs: 0 })
        expect(existsSync(join(folder, 'begun'))).toBe(false)
        endProgramsBy(performance.now() + 400)
        const { timedOut, givenMs } = await runProgram(script, [], folder, 60_000)
        expect([timedOut, givenMs <= 400]).toEqual([true, true])
      } finally {
        endProgramsBy(Number.POSITIVE_INFINITY)
      }
    })
  })
  it('that a file takes too long is said by the thread, which clears up behind it', async () => {
    const [path, tmp] = [process.env.PATH, process.env.TMPDIR]
    await inTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'soffice'), '#!/bin/sh\nsleep 60\n')
      chmodSync(join(folder, 'soffice'), 0o755)
      mkdirSync(join(folder, 'tmp'))
      try {
        Object.assign(process.env, { PATH: `${folder}:${path}`, TMPDIR: join(folder, 'tmp') })
        const rtf = new TextEncoder().encode(`{\\rtf1\\ansi ${'x'.repeat(20_000)}}`)
        const { failure, report } = await parseSafely(rtf, 'a.rtf', { limits: { parseSeconds: 4 } })
        expect([failure, report.diagnostics[0]?.code]).toEqual([null, 'conversion_timeout'])
        expect(readdirSync(join(folder, 'tmp'))).toEqual([])
      } finally {
        process.env.PATH = path
        if (tmp === undefined) delete process.env.TMPDIR
        else process.env.TMPDIR = tmp
      }
    })
  })
  it('gives no more of the environment than the program needs', async () => {
    process.env.TAIZHANG_TEST_SECRET = 'x'
    const env = await findProgram(['env'])
    await inTemporaryFolder(async (folder) => {
      const { stdout } = await runProgram(env ?? '', [], folder, 5000)
      expect(stdout.toString()).toContain(`HOME=${folder}`)
      expect(stdout.toString()).not.toContain('TAIZHANG_TEST_SECRET')
    })
  })
})

describe('encrypted office files', () => {
  it('are told from their container', async () => {
    const bytes = new Uint8Array(2048)
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    bytes.set(Buffer.from('EncryptedPackage\0', 'utf16le'), 1024)
    expect(codes(await readSource(bytes))).toEqual(['error:encrypted'])
  })
})

describe.skipIf(!office)('legacy files through LibreOffice', () => {
  it('reads .doc as it reads the .docx it came from', async () => {
    const root = await readSource(convert(report, 'docx', 'doc'))
    expect(codes(root)).toContain('info:converted')
    expect(shape(root)).toEqual(shape(await readBlocks(report)))
  })

  it('reads .rtf, whose numbers LibreOffice writes without their Chinese marks', async () => {
    const root = await readSource(convert(report, 'docx', 'rtf'))
    const letters = (lines: string[]): string[] => lines.map((line) => line.replace(/^[一二（(）)、?]+/, ''))
    expect(letters(shape(root))).toEqual(letters(shape(await readBlocks(report))))
  })

  it('reads .xls as it reads the .xlsx it came from', async () => {
    const sheet = await buildXlsx([
      {
        name: '清单',
        rows: [
          [{ value: '整改清单', colspan: 3 }, null, null],
          ['序号', '问题', '时限'],
          [{ value: 1, rowspan: 2 }, '甲', { value: 45657, format: 'yyyy"年"m"月"d"日"' }],
          [null, '乙', '长期坚持'],
        ],
      },
    ])
    const root = await readSource(convert(sheet, 'xlsx', 'xls'))
    expect(shape(root)).toEqual([
      '整改清单',
      '0:1×1:序号 1:1×1:问题 2:1×1:时限',
      '0:1×2:1 1:1×1:甲 2:1×1:2024年12月31日',
      '1:1×1:乙 2:1×1:长期坚持',
    ])
  })

  it('says so when a file cannot be converted', async () => {
    const broken = convert(report, 'docx', 'doc').slice(0, 3000)
    const root = await readSource(broken)
    expect(root.data.notices.some((notice) => severityOf(notice.code) === 'error') || root.children.length === 0).toBe(true)
  })

  it('gives up at the time limit', async () => {
    expect(await convertLegacy(convert(report, 'docx', 'doc'), 'doc', 50)).toMatchObject({ code: 'conversion_timeout' })
  })
})

describe.skipIf(!office)('PDF as LibreOffice prints it', () => {
  /** LibreOffice leaves closing marks that hang over the margin out of its PDF. */
  const withoutMarks = (lines: string[]): string[] => lines.map((line) => line.replace(/[，。：；、\s]/g, ''))

  it('has the paragraphs and cells of the .docx it came from', async () => {
    const pdf = await readBlocks(convert(report, 'docx', 'pdf'))
    const docx = await readBlocks(report)
    expect(withoutMarks(shape(pdf))).toEqual(withoutMarks(shape(docx)))
    expect(pdf.children[0]?.data).toMatchObject({ centered: true })
    const struck = pdf.children.flatMap((block) =>
      block.type === 'paragraph' ? (block.data?.struck ?? []).map(([start, end]) => block.value.slice(start, end)) : [],
    )
    expect(struck).toEqual(['删去的话'])
  })
})

describe('recognition', () => {
  it('reads the table of words that tesseract writes', () => {
    const tsv = [
      'level\tpage_num\t…',
      '1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t',
      '5\t1\t1\t1\t1\t1\t300\t400\t50\t52\t96.5\t整改',
      '5\t1\t1\t1\t1\t2\t350\t400\t50\t52\t91\t ',
    ].join('\n')
    expect(readTsv(tsv)).toEqual({
      width: 2480,
      height: 3508,
      words: [{ line: '1.1.1', left: 300, top: 400, width: 50, height: 52, confidence: 96.5, text: '整改' }],
    })
  })
})

describe.skipIf(!office || !ocr)('recognition of a scan', () => {
  let picture: Uint8Array
  beforeAll(() => {
    const page = buildDocx({
      body: ['某县督察整改方案', `一是${long}`, `二是${long}`].map((text) =>
        paragraph(`<w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t>${text}</w:t></w:r>`),
      ),
    })
    const folder = mkdtempSync(join(tmpdir(), 'taizhang-test-'))
    try {
      writeFileSync(join(folder, 'in.pdf'), convert(page, 'docx', 'pdf'))
      execFileSync('pdftoppm', ['-r', '200', '-jpeg', '-singlefile', join(folder, 'in.pdf'), join(folder, 'out')])
      picture = new Uint8Array(readFileSync(join(folder, 'out.jpg')))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }, 120_000)

  it('gives nearly all characters, and its confidence', async () => {
    const root = await readSource(picture)
    expect(root.data.notices.find((notice) => notice.code === 'ocr_confidence')?.message).toMatch(/\d+ %/)
    const text = shape(root).join('')
    const wanted = [...new Set(long.replace(/[，。]/g, ''))]
    expect(wanted.filter((char) => text.includes(char)).length / wanted.length).toBeGreaterThan(0.9)
  })
})

describe('labels of recognised text', () => {
  it.each([
    ['整 改 目 标 ：河道清洁', '整改目标：河道清洁', 0],
    ['整改目标；河道清洁', '整改目标：河道清洁', 1],
    ['整攻时限：2024年6月底', '整改时限：2024年6月底', 1],
    ['贵 任 单 位 . 县水利局', '责任单位：县水利局', 1],
    ['整改贵任单位：县水利局', '整改责任单位：县水利局', 1],
    ['整改目标：河道清洁', '整改目标：河道清洁', 0],
    // other words, and labels without a mark
    ['整改目的：河道清洁', '整改目的：河道清洁', 0],
    ['工作标准：一级', '工作标准：一级', 0],
    ['整政时恨：年底', '整政时恨：年底', 0],
    ['责任单位要落实责任', '责任单位要落实责任', 0],
  ])('%s', (printed, text, notices) => {
    const [lines, book] = [[{ text: printed }], new NoticeBook()]
    rightLabels(lines, book)
    expect(lines).toEqual([{ text }])
    expect(book.notices.map(({ code }) => code)).toEqual(Array(notices).fill('label_misread'))
  })
})

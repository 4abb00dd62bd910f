/**
 * Recognition of scanned PDF and pictures through the system's tesseract with Chinese data. Optional: without it the user is told what
 * to install. What it reads is uncertain, so the confidence always stands in the diagnostics.
 */
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { arrangePages, type ReadPage } from '../parsers/readers/pdf-arrange.js'
import type { Line } from '../parsers/readers/pdf-lines.js'
import { NoticeBook } from '../parsers/readers/source-error.js'
import type { BlockRoot } from '../parsers/tree.js'
import { rightLabels } from './ocr-labels.js'
import { findProgram, inTemporaryFolder, runProgram } from './programs.js'

export type Recognition =
  | { root: BlockRoot }
  | { code: 'tesseract_missing' | 'pdftoppm_missing' | 'ocr_failed'; message: string }

export interface OcrLimits {
  pages: number
  /** For each page, and for each program. */
  timeoutMs: number
}
export const ocrLimits: OcrLimits = { pages: 100, timeoutMs: 120_000 }

/** Fine enough for small print in tables, and what the Chinese data was trained on. */
const dpi = 300
const pointsPerPixel = 72 / dpi
/** Below this mean confidence the text is more guess than reading. */
const doubtful = 80

const missing = {
  tesseract_missing:
    'A scanned source needs tesseract with simplified Chinese: install tesseract-ocr and tesseract-ocr-chi-sim (Debian, Ubuntu: apt-get install tesseract-ocr tesseract-ocr-chi-sim)',
  pdftoppm_missing:
    'A scanned PDF needs pdftoppm to be made pictures: install poppler-utils (Debian, Ubuntu: apt-get install poppler-utils)',
} as const

interface Word {
  line: string
  left: number
  top: number
  width: number
  height: number
  confidence: number
  text: string
}

/** Columns of tesseract's TSV: level page block par line word left top width height conf text. */
export const readTsv = (tsv: string): { words: Word[]; width: number; height: number } => {
  const words: Word[] = []
  let [pageWidth, pageHeight] = [0, 0]
  for (const row of tsv.split('\n')) {
    const [level, , block, paragraph, line, , left, top, width, height, confidence, text = ''] = row.trimEnd().split('\t')
    if (level === '1') [pageWidth, pageHeight] = [Number(width), Number(height)]
    if (level !== '5' || text.trim() === '') continue
    words.push({
      line: `${block}.${paragraph}.${line}`,
      left: Number(left),
      top: Number(top),
      width: Number(width),
      height: Number(height),
      confidence: Number(confidence),
      text: text.trim(),
    })
  }
  return { words, width: pageWidth, height: pageHeight }
}

const latin = /[A-Za-z]$/

/** Words of one printed line; Chinese comes in words of one or a few characters, with no blank between. */
const lineOf = (words: Word[]): Line => {
  let text = ''
  for (const word of words) text += (latin.test(text) && /^[A-Za-z]/.test(word.text) ? ' ' : '') + word.text
  const bottom = Math.max(...words.map((word) => word.top + word.height))
  const heights = words.map((word) => word.height).sort((a, b) => a - b)
  // Letters fill about nine tenths of their size; sizes are rounded, since the boxes are not exact.
  const size = Math.round(((heights[heights.length >> 1] ?? 0) * pointsPerPixel) / 0.9 / 2) * 2
  return {
    text,
    x0: Math.min(...words.map((word) => word.left)) * pointsPerPixel,
    x1: Math.max(...words.map((word) => word.left + word.width)) * pointsPerPixel,
    y: bottom * pointsPerPixel,
    size,
    bold: false,
    struck: [],
  }
}

/** A recognised page as the PDF reader gives pages. */
const pageOf = (tsv: ReturnType<typeof readTsv>, page: number): ReadPage => {
  const lines = new Map<string, Word[]>()
  for (const word of tsv.words) lines.set(word.line, [...(lines.get(word.line) ?? []), word])
  return {
    page,
    width: tsv.width * pointsPerPixel,
    height: tsv.height * pointsPerPixel,
    lines: [...lines.values()].map(lineOf).sort((a, b) => a.y - b.y || a.x0 - b.x0),
    tables: [],
  }
}

const meanConfidence = (words: Word[]): number => {
  const weight = words.reduce((sum, word) => sum + word.text.length, 0)
  return weight === 0 ? 0 : words.reduce((sum, word) => sum + word.confidence * word.text.length, 0) / weight
}

/** Pictures of the pages, in order. */
const renderPdf = async (program: string, bytes: Uint8Array, folder: string, limits: OcrLimits): Promise<string[]> => {
  await writeFile(join(folder, 'in.pdf'), bytes)
  await runProgram(
    program,
    ['-r', String(dpi), '-gray', '-png', '-l', String(limits.pages), 'in.pdf', 'page'],
    folder,
    limits.timeoutMs,
  )
  const files = await readdir(folder)
  return files.filter((name) => name.startsWith('page')).sort()
}

const hasChinese = async (program: string, folder: string): Promise<boolean> => {
  const { stdout, stderr } = await runProgram(program, ['--list-langs'], folder, 20_000)
  return /^chi_sim$/m.test(stdout.toString('utf8') + stderr)
}

/**
 * Recognises a scanned PDF or a picture (PNG, JPEG, TIFF, BMP, WebP). The blocks' notices tell the mean confidence
 * (`ocr_confidence`, 0–100; `ocr_doubtful` below 80) and pages that gave nothing.
 */
export async function recognise(bytes: Uint8Array, kind: 'pdf' | 'image', limits: OcrLimits = ocrLimits): Promise<Recognition> {
  const tesseract = await findProgram(['tesseract'])
  if (!tesseract) return { code: 'tesseract_missing', message: missing.tesseract_missing }
  const pdftoppm = kind === 'pdf' ? await findProgram(['pdftoppm']) : null
  if (kind === 'pdf' && !pdftoppm) return { code: 'pdftoppm_missing', message: missing.pdftoppm_missing }
  return inTemporaryFolder(async (folder): Promise<Recognition> => {
    if (!(await hasChinese(tesseract, folder))) return { code: 'tesseract_missing', message: missing.tesseract_missing }
    let pictures = ['picture']
    if (pdftoppm) pictures = await renderPdf(pdftoppm, bytes, folder, limits)
    else await writeFile(join(folder, 'picture'), bytes)
    const notices = new NoticeBook()
    const pages: ReadPage[] = []
    const words: Word[] = []
    let late = false
    for (const [index, picture] of pictures.entries()) {
      // Mode 4 takes a page as one column of text of changing sizes; mode 6 loses the columns of tables.
      const args = [picture, 'stdout', '-l', 'chi_sim', '--psm', '4', '--dpi', String(dpi), 'tsv']
      const { code, stdout, timedOut, givenMs } = await runProgram(tesseract, args, folder, limits.timeoutMs)
      if (code !== 0) {
        late ||= timedOut
        const why =
          givenMs === 0
            ? 'there is no time left for it; --time-limit gives more'
            : timedOut
              ? `it took longer than ${Math.round(givenMs / 1000)} s`
              : 'tesseract failed'
        notices.add({ code: 'page_not_read', message: `Page ${index + 1} is not recognised: ${why}` })
        continue
      }
      const tsv = readTsv(stdout.toString('utf8'))
      words.push(...tsv.words)
      const page = pageOf(tsv, index + 1)
      rightLabels(page.lines, notices)
      pages.push(page)
    }
    if (words.length === 0)
      return {
        code: 'ocr_failed',
        message: late
          ? 'Recognition (tesseract, chi_sim) did not end in time; --time-limit gives more'
          : 'Recognition (tesseract, chi_sim) found no text in the pictures',
      }
    const confidence = meanConfidence(words)
    notices.add({
      code: confidence < doubtful ? 'ocr_doubtful' : 'ocr_confidence',
      message: `The text was recognised from pictures (tesseract, chi_sim) with a mean confidence of ${confidence.toFixed(0)} %; check it against the source`,
    })
    if (pictures.length >= limits.pages)
      notices.add({ code: 'page_limit', message: `At most ${limits.pages} pages are recognised` })
    const children = arrangePages(pages, notices)
    return {
      root: {
        type: 'root',
        children,
        data: { format: kind === 'pdf' ? 'pdf' : 'text', encoding: null, notices: notices.notices },
      },
    }
  })
}

/**
 * PDF with a text layer → blocks. pdfjs tells what is printed where; the rest — lines, paragraphs, tables, furniture — is worked
 * out from the places. A PDF without text gives a notice and no blocks: recognition needs another program (pipeline/ocr.ts).
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { BlockRoot, Reader } from '../tree.js'
import { continueTable } from './pdf-continue.js'
import { type PageLines, removeFurniture } from './pdf-furniture.js'
import { type Line, linesOf } from './pdf-lines.js'
import { type PageContent, type PdfFont, readPage } from './pdf-page.js'
import { blocksOf, type PlacedLine, type TextArea, textArea } from './pdf-paragraphs.js'
import { type PdfTable, tablesOf } from './pdf-tables.js'
import { failureOf, NoticeBook, SourceError } from './source-error.js'

/** The longest report seen has some 600 pages. */
export const MAX_PAGES = 2000
/** Glyphs of the whole document; a page of dense Chinese has about 1,500. */
const MAX_GLYPHS = 6_000_000

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')
let library: Promise<Pdfjs> | undefined
/** pdfjs takes half a second to load, so only a PDF loads it. It asks for DOMMatrix as it loads, which only drawing would use. */
const pdfjs = (): Promise<Pdfjs> => {
  if (!('DOMMatrix' in globalThis))
    Object.defineProperty(globalThis, 'DOMMatrix', { value: class DOMMatrix {}, configurable: true })
  library ??= import('pdfjs-dist/legacy/build/pdf.mjs')
  return library
}
const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

const openDocument = async (bytes: Uint8Array) => {
  const { getDocument, VerbosityLevel } = await pdfjs()
  const task = getDocument({
    // pdfjs takes the buffer over, so it gets its own.
    data: bytes.slice(),
    cMapUrl: join(packageFolder, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(packageFolder, 'standard_fonts/'),
    wasmUrl: join(packageFolder, 'wasm/'),
    verbosity: VerbosityLevel.ERRORS,
    // Pictures are not looked at, so none is decoded.
    maxImageSize: 1,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    stopAtErrors: false,
  })
  try {
    return await task.promise
  } catch (error) {
    await task.destroy()
    const name = error instanceof Error ? error.name : ''
    if (name === 'PasswordException') throw new SourceError('encrypted', 'The PDF is protected by a password')
    const message = error instanceof Error ? error.message : String(error)
    throw new SourceError('damaged_pdf', `The PDF is damaged or is none: ${message}`)
  }
}
type PdfDocument = Awaited<ReturnType<typeof openDocument>>

const isFont = (value: unknown): value is PdfFont => typeof value === 'object' && value !== null

const contentOf = async (document: PdfDocument, number: number): Promise<PageContent> => {
  const { OPS, AnnotationMode } = await pdfjs()
  const page = await document.getPage(number)
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })
  const { transform, width, height } = page.getViewport({ scale: 1 })
  const font = (name: string): PdfFont | null => {
    const found: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null
    return isFont(found) ? found : null
  }
  const content = readPage({ fnArray, argsArray, codes: OPS, base: transform, width, height, font })
  page.cleanup()
  return content
}

interface ReadPage extends PageLines {
  width: number
  pdfTables: PdfTable[]
}

interface Pages {
  pages: ReadPage[]
  glyphs: number
  unmapped: number
  artifacts: number
  empty: number[]
}

const readPages = async (document: PdfDocument, notices: NoticeBook): Promise<Pages> => {
  const out: Pages = { pages: [], glyphs: 0, unmapped: 0, artifacts: 0, empty: [] }
  for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES) && out.glyphs < MAX_GLYPHS; number++) {
    try {
      const content = await contentOf(document, number)
      const { tables, rest, rules } = tablesOf(content, number)
      out.pages.push({
        page: number,
        width: content.width,
        height: content.height,
        lines: linesOf(rest, rules),
        tables,
        pdfTables: tables,
      })
      out.glyphs += content.glyphs.length
      out.unmapped += content.unmapped
      out.artifacts += content.artifacts
      if (content.glyphs.length === 0) out.empty.push(number)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      notices.add({ code: 'page_not_read', severity: 'warning', message: `Page ${number} cannot be read: ${message}` })
    }
  }
  const last = out.pages.at(-1)?.page ?? 0
  if (last < document.numPages && last > 0 && (last === MAX_PAGES || out.glyphs >= MAX_GLYPHS))
    notices.add({ code: 'page_limit', severity: 'warning', message: `Only ${last} of ${document.numPages} pages are read` })
  return out
}

const bodySizeOf = (lines: Line[]): number => {
  const weights = new Map<number, number>()
  for (const line of lines) weights.set(line.size, (weights.get(line.size) ?? 0) + line.text.length)
  return [...weights].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0]
}

/** One text area for the pages of each width: upright and broad pages stand in one document. */
const areasOf = (pages: ReadPage[]): Map<number, TextArea> => {
  const groups = new Map<number, ReadPage[]>()
  for (const page of pages) groups.set(Math.round(page.width), [...(groups.get(Math.round(page.width)) ?? []), page])
  const shape = ({ width, lines, pdfTables }: ReadPage) => ({
    width,
    lines,
    tables: pdfTables.map((table) => ({ left: table.xs[0] ?? 0, right: table.xs.at(-1) ?? width })),
  })
  return new Map([...groups].map(([width, group]) => [width, textArea(group.map(shape))]))
}

/** Lines and tables of all pages in reading order, with tables that go on over a page end made one. */
const arrange = (pages: ReadPage[], notices: NoticeBook): (PlacedLine | PdfTable)[] => {
  const areas = areasOf(pages)
  const parts: (PlacedLine | PdfTable)[] = []
  let repeated = 0
  for (const page of pages) {
    const area = areas.get(Math.round(page.width)) ?? { left: 0, right: page.width, pitch: 0 }
    const placed = [
      ...page.lines.map((line) => ({ top: line.y - line.size, part: { line, page: page.page, area } })),
      ...page.pdfTables.map((table) => ({ top: table.top, part: table })),
    ].sort((a, b) => a.top - b.top)
    for (const { part } of placed) {
      const last = parts.at(-1)
      const isNextPage = !('line' in part) && last !== undefined && !('line' in last) && last.page < part.page
      const dropped = isNextPage ? continueTable(last, part) : null
      if (dropped === null) parts.push(part)
      else repeated += dropped
    }
  }
  if (repeated > 0)
    notices.add({
      code: 'repeated_header_removed',
      severity: 'info',
      message: `${repeated} table header rows that later pages repeat are left out`,
    })
  return parts
}

const listed = (numbers: number[]): string =>
  numbers.length > 20 ? `${numbers.slice(0, 20).join(', ')} …` : numbers.join(', ')

const noticeText = ({ pages, glyphs, unmapped, empty, artifacts }: Pages, notices: NoticeBook): void => {
  if (glyphs === 0)
    notices.add({
      code: 'image_only',
      severity: 'error',
      message: `None of the ${pages.length} pages has a text layer: they are pictures, which need recognition (OCR)`,
    })
  else if (empty.length > 0)
    notices.add({
      code: 'page_without_text',
      severity: 'warning',
      message: `Pages without a text layer (blank or pictures): ${listed(empty)}`,
    })
  if (unmapped > 20 && unmapped > (glyphs + unmapped) * 0.2)
    notices.add({
      code: 'garbled_text',
      severity: 'error',
      message: `The fonts of the PDF do not tell the characters of ${unmapped} glyphs; the text needs recognition (OCR)`,
    })
  else if (unmapped > 0)
    notices.add({
      code: 'unmapped_glyphs',
      severity: 'info',
      message: `${unmapped} glyphs without a character of their own are left out`,
    })
  if (artifacts > 0)
    notices.add({
      code: 'running_head_removed',
      severity: 'info',
      message: 'Running heads, page numbers and watermarks that the file marks as such are left out',
    })
}

const readDocument = async (bytes: Uint8Array): Promise<BlockRoot> => {
  const document = await openDocument(bytes)
  const notices = new NoticeBook()
  try {
    if (document.numPages === 0) throw new SourceError('empty_source', 'The PDF has no pages')
    const read = await readPages(document, notices)
    noticeText(read, notices)
    const furniture = removeFurniture(read.pages, bodySizeOf(read.pages.flatMap((page) => page.lines)))
    if (furniture.numbers > 0)
      notices.add({ code: 'page_number_removed', severity: 'info', message: `${furniture.numbers} page numbers are left out` })
    for (const head of furniture.heads)
      notices.add({ code: 'running_head_removed', severity: 'info', message: `The running head is left out: ${head}` })
    const children = blocksOf(arrange(read.pages, notices))
    return { type: 'root', children, data: { format: 'pdf', encoding: null, notices: notices.notices } }
  } finally {
    await document.destroy()
  }
}

/**
 * Reads a PDF. Errors are notices: `damaged_pdf`, `encrypted`, `empty_source`, `image_only`, `garbled_text`, `unreadable_source`;
 * what was left out is told by `page_number_removed`, `running_head_removed`, `repeated_header_removed`, `page_limit`.
 */
export const readPdf: Reader = async (bytes) => {
  try {
    return await readDocument(bytes)
  } catch (error) {
    return failureOf('pdf', error)
  }
}

/**
 * PDF with a text layer → blocks. pdfjs tells what is printed where; the rest — lines, paragraphs, tables, furniture — is worked
 * out from the places. A PDF without text gives a notice and no blocks: recognition needs another program (pipeline/ocr.ts).
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { BlockRoot, Reader } from '../tree.js'
import { arrangePages, type ReadPage } from './pdf-arrange.js'
import { guardPdf } from './pdf-guard.js'
import { linesOf } from './pdf-lines.js'
import type { PdfFont } from './pdf-operators.js'
import { type PageContent, readPage } from './pdf-page.js'
import { tablesOf } from './pdf-tables.js'
import { type OpenHead, unruledTables } from './pdf-unruled-tables.js'
import { failureOf, NoticeBook, SourceError } from './source-error.js'

/** The longest report seen has some 600 pages. */
export const MAX_PAGES = 2000
/** Glyphs of the whole document; a page of dense Chinese has about 1,500. */
const MAX_GLYPHS = 6_000_000

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')
let library: Promise<Pdfjs> | undefined
/** Classes of drawing that pdfjs asks for as it loads, and that reading text never uses. */
const drawing = ['DOMMatrix', 'ImageData', 'Path2D']
/** pdfjs takes half a second to load, so only a PDF loads it. */
const pdfjs = (): Promise<Pdfjs> => {
  for (const name of drawing)
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: class {}, configurable: true })
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

interface Pages {
  pages: ReadPage[]
  glyphs: number
  unmapped: number
  artifacts: number
  turned: number
  empty: number[]
}

const readPages = async (document: PdfDocument, notices: NoticeBook): Promise<Pages> => {
  const out: Pages = { pages: [], glyphs: 0, unmapped: 0, artifacts: 0, turned: 0, empty: [] }
  // A table without rules that cannot be read on at a page's head stays text on the pages before, too.
  let above: OpenHead | null = null
  let undoings: (() => void)[] = []
  for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES) && out.glyphs < MAX_GLYPHS; number++) {
    try {
      const content = await contentOf(document, number)
      const { tables, rest, rules } = tablesOf(content, number)
      const { width, height } = content
      const tops = tables.map(({ top }) => top)
      const unruled = unruledTables(rest, { page: number, width, tops, above })
      if (unruled.broken) for (const undo of undoings) undo()
      const page: ReadPage = {
        page: number,
        width,
        height,
        lines: linesOf(unruled.rest, rules),
        tables: [...tables, ...unruled.tables],
      }
      out.pages.push(page)
      above = unruled.open
      if (!above) undoings = []
      else undoings.push(() => Object.assign(page, { lines: linesOf(rest, rules), tables }))
      out.glyphs += content.glyphs.length
      out.unmapped += content.unmapped
      out.artifacts += content.artifacts
      out.turned += content.turned
      if (content.glyphs.length === 0) out.empty.push(number)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      notices.add({ code: 'page_not_read', message: `Page ${number} cannot be read: ${message}` })
    }
  }
  const last = out.pages.at(-1)?.page ?? 0
  if (last < document.numPages && last > 0 && (last === MAX_PAGES || out.glyphs >= MAX_GLYPHS))
    notices.add({ code: 'page_limit', message: `Only ${last} of ${document.numPages} pages are read` })
  return out
}

const listed = (numbers: number[]): string =>
  numbers.length > 20 ? `${numbers.slice(0, 20).join(', ')} …` : numbers.join(', ')

const noticeText = ({ pages, glyphs, unmapped, empty, artifacts, turned }: Pages, notices: NoticeBook): void => {
  if (glyphs === 0)
    notices.add({
      code: 'image_only',
      message: `None of the ${pages.length} pages has a text layer: they are pictures, which need recognition (OCR)`,
    })
  else if (empty.length > 0)
    notices.add({
      code: 'page_without_text',
      message: `Pages without a text layer (blank or pictures): ${listed(empty)}`,
    })
  if (unmapped > 20 && unmapped > (glyphs + unmapped) * 0.2)
    notices.add({
      code: 'garbled_text',
      message: `The fonts of the PDF do not tell the characters of ${unmapped} glyphs; the text needs recognition (OCR)`,
    })
  else if (unmapped > 0)
    notices.add({
      code: 'unmapped_glyphs',
      message: `${unmapped} glyphs without a character of their own are left out`,
    })
  if (turned > 0)
    notices.add({
      code: 'turned_text_removed',
      message: 'Text across the page (watermarks, stamps, labels of drawings) is left out',
    })
  if (artifacts > 0)
    notices.add({
      code: 'running_head_removed',
      message: 'Running heads, page numbers and watermarks that the file marks as such are left out',
    })
}

const readDocument = async (bytes: Uint8Array): Promise<BlockRoot> => {
  guardPdf(bytes)
  const document = await openDocument(bytes)
  const notices = new NoticeBook()
  try {
    if (document.numPages === 0) throw new SourceError('empty_source', 'The PDF has no pages')
    const read = await readPages(document, notices)
    noticeText(read, notices)
    const children = arrangePages(read.pages, notices)
    return { type: 'root', children, data: { format: 'pdf', encoding: null, notices: notices.notices } }
  } finally {
    await document.destroy()
  }
}

/**
 * Reads a PDF. Errors are notices: `damaged_pdf`, `pdf_limit`, `encrypted`, `empty_source`, `image_only`, `garbled_text`, `unreadable_source`;
 * what was left out is told by `page_number_removed`, `running_head_removed`, `repeated_header_removed`, `footnote_removed`,
 * `page_limit`.
 */
export const readPdf: Reader = async (bytes) => {
  try {
    return await readDocument(bytes)
  } catch (error) {
    return failureOf('pdf', error)
  }
}

/** A layout as a report: its bytes, and the record that they must give. */
import { encode } from '../encode.js'
import type { Layout } from './axes.js'
import { type Composed, composeBlocks } from './compose/report.js'
import { printTableLabels } from './convert/label-words.js'
import { changeLetters } from './convert/letters.js'
import { cutPages } from './convert/pages.js'
import { cutTables } from './convert/table-pages.js'
import { renderDocx } from './render/docx.js'
import { renderHtml } from './render/html.js'
import { renderMarkdown } from './render/markdown.js'
import { renderPdf, renderXlsx } from './render/sheets.js'
import { renderText, renderWrapped } from './render/text.js'
import type { Block, Expected } from './types.js'

export interface ComposedReport {
  bytes: Uint8Array
  /** What a person would see. */
  text: string
  /** Of the file's name. */
  extension: string
  expected: Expected
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

async function render(
  layout: Layout,
  blocks: Block[],
  title: string | null,
): Promise<{ bytes: Uint8Array; text: string; extension: string }> {
  const plain = renderText(layout, blocks)
  const source = (text: string, extension: string) => ({ bytes: utf8(text), text, extension })
  switch (layout.container) {
    case 'text':
      return source(plain, 'txt')
    case 'wrapped':
      return source(renderWrapped(layout, blocks, title), 'txt')
    case 'gb18030':
      return { bytes: encode(plain, 'gb18030'), text: plain, extension: 'txt' }
    case 'markdown':
    case 'markdownEscaped':
    case 'markdownHard':
    case 'markdownFlat':
    case 'markdownGrid':
      return source(renderMarkdown(layout, blocks), 'md')
    case 'docx':
    case 'docxHeads':
    case 'docxNumbers':
    case 'docxBreaks':
    case 'docxLines':
    case 'docxTabs':
    case 'docxBox':
    case 'docxCell':
      return { bytes: renderDocx(layout, blocks), text: plain, extension: 'docx' }
    case 'xlsx':
      return { bytes: await renderXlsx(blocks), text: plain, extension: 'xlsx' }
    case 'pdf':
    case 'pdfHead':
    case 'pdfRadicals':
      return { bytes: renderPdf(layout, blocks, title), text: plain, extension: 'pdf' }
    default:
      return source(renderHtml(layout, blocks), 'html')
  }
}

/** The accidents that befall lines, tables and characters in any container. */
const convert = (layout: Layout, { blocks, expected }: Composed): Composed =>
  changeLetters(layout, {
    blocks: printTableLabels(layout, cutTables(layout, cutPages(layout, blocks, expected.titles[0] ?? null))),
    expected,
  })

export async function composeReport(layout: Layout): Promise<ComposedReport> {
  const { blocks, expected } = convert(layout, composeBlocks(layout))
  const told = await render(layout, blocks, expected.titles[0] ?? null)
  return { ...told, expected: listedLabels(layout, expected) }
}

/** The numbers of an HTML list are the list’s: they may be read as labels or left to it. */
const listedLabels = (layout: Layout, expected: Expected): Expected =>
  layout.container === 'htmlLists'
    ? { ...expected, items: expected.items.map((item) => ({ ...item, labels: [...item.labels, ''] })) }
    : expected

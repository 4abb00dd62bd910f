/** Pages of lines and tables → blocks: furniture out, tables joined over page ends, lines made paragraphs. Used for PDF and for recognised scans. */
import type { Block } from '../tree.js'
import { continueTable } from './pdf-continue.js'
import { removeFootnotes } from './pdf-footnotes.js'
import { type PageLines, removeContents, removeFurniture } from './pdf-furniture.js'
import type { Line } from './pdf-lines.js'
import { blocksOf, type PlacedLine, type TextArea, textArea } from './pdf-paragraphs.js'
import type { PdfTable } from './pdf-tables.js'
import type { NoticeBook } from './source-error.js'

export interface ReadPage extends PageLines {
  width: number
  tables: PdfTable[]
}

/** Characters of a footnote that its notice quotes. */
const longestQuoted = 80

const bodySizeOf = (lines: Line[]): number => {
  const weights = new Map<number, number>()
  for (const line of lines) weights.set(line.size, (weights.get(line.size) ?? 0) + line.text.length)
  return [...weights].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0]
}

/** One text area for the pages of each width: upright and broad pages stand in one document. */
const areasOf = (pages: ReadPage[]): Map<number, TextArea> => {
  const groups = new Map<number, ReadPage[]>()
  for (const page of pages) groups.set(Math.round(page.width), [...(groups.get(Math.round(page.width)) ?? []), page])
  const shape = ({ width, lines, tables }: ReadPage) => ({
    width,
    lines,
    tables: tables.map((table) => ({ left: table.xs[0] ?? 0, right: table.xs.at(-1) ?? width })),
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
      ...page.tables.map((table) => ({ top: table.top, part: table })),
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
      message: `${repeated} table header rows that later pages repeat are left out`,
    })
  return parts
}

/** The blocks of a document; what was left out is told in `notices`. */
export const arrangePages = (pages: ReadPage[], notices: NoticeBook): Block[] => {
  const bodySize = bodySizeOf(pages.flatMap((page) => page.lines))
  const furniture = removeFurniture(pages, bodySize)
  if (furniture.numbers > 0)
    notices.add({ code: 'page_number_removed', message: `${furniture.numbers} page numbers are left out` })
  for (const head of furniture.heads)
    notices.add({ code: 'running_head_removed', message: `The running head is left out: ${head}` })
  for (const page of pages)
    for (const note of removeFootnotes(page, bodySize))
      notices.add({
        code: 'footnote_removed',
        message: `Page ${page.page}: a footnote and its mark in the text are left out: ${note.slice(0, longestQuoted)}`,
      })
  if (removeContents(pages) > 0) notices.add({ code: 'contents_removed', message: 'The table of contents is left out' })
  return blocksOf(arrange(pages, notices))
}

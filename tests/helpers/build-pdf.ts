/**
 * A small PDF writer for tests and fixtures: Chinese text through the predefined CMaps (no font is embedded), ruling lines, and a flow of
 * paragraphs and bordered tables over pages with page numbers, running heads, repeated headers and rows cut at page ends.
 */
import { encode } from '../encode.js'

/** One thing on a page; points, y downwards from the top. */
export type PdfMark =
  | { text: string; x: number; y: number; size: number; bold?: boolean; rotate?: 30 | 90 }
  | { line: [x0: number, y0: number, x1: number, y1: number]; width?: number; white?: boolean }
  /** A filled bar. */
  | { bar: [x: number, y: number, width: number, height: number] }
export interface PdfPage {
  width: number
  height: number
  marks: PdfMark[]
  /** /Rotate of the page. */
  rotate?: number
}
export type PdfEncoding = 'UniGB-UCS2-H' | 'GBK-EUC-H' | 'Identity-H'
export interface PdfOptions {
  encoding?: PdfEncoding
  /** An encryption dictionary with a password that nobody knows. */
  encrypted?: boolean
  /** With Identity-H: characters of another look per glyph, as subset fonts have them. */
  mapping?: (char: string) => string
}

const isHalf = (char: string): boolean => char.charCodeAt(0) < 0x80
const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, char) => sum + (isHalf(char) ? size / 2 : size), 0)
const hex = (bytes: Iterable<number>): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** Identity-H: glyph numbers in order of first use, half-width glyphs from 1 and full-width ones from 20000. */
class Glyphs {
  private readonly codes = new Map<string, number>()
  code(char: string): number {
    const known = this.codes.get(char)
    if (known !== undefined) return known
    const code = (isHalf(char) ? 1 : 20_000) + this.codes.size
    this.codes.set(char, code)
    return code
  }
  /** ToUnicode: blocks of at most a hundred lines (9.10.3). */
  map(mapping: (char: string) => string): string {
    const lines = [...this.codes].map(
      ([char, code]) => `<${code.toString(16).padStart(4, '0')}> <${hex(encode(mapping(char), 'utf-16be'))}>`,
    )
    const blocks: string[] = []
    for (let at = 0; at < lines.length; at += 100) {
      const block = lines.slice(at, at + 100)
      blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
    }
    return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n1 begincodespacerange <0000> <ffff> endcodespacerange\n${blocks.join('\n')}\nendcmap end end`
  }
}

const encodeText = (text: string, encoding: PdfEncoding, glyphs: Glyphs): string => {
  if (encoding === 'UniGB-UCS2-H') return hex(encode(text, 'utf-16be'))
  if (encoding === 'GBK-EUC-H') return hex(encode(text, 'gb18030'))
  return [...text].map((char) => glyphs.code(char).toString(16).padStart(4, '0')).join('')
}

const n = (value: number): string => value.toFixed(2)

const contentOf = (page: PdfPage, encoding: PdfEncoding, glyphs: Glyphs): string =>
  page.marks
    .map((mark) => {
      if ('line' in mark) {
        const [x0, y0, x1, y1] = mark.line
        return `${mark.white ? '1 1 1 RG' : '0 0 0 RG'} ${n(mark.width ?? 0.5)} w ${n(x0)} ${n(page.height - y0)} m ${n(x1)} ${n(page.height - y1)} l S`
      }
      if ('bar' in mark) {
        const [x, y, width, height] = mark.bar
        return `0 0 0 rg ${n(x)} ${n(page.height - y - height)} ${n(width)} ${n(height)} re f`
      }
      const turn = { 0: '1 0 0 1', 30: '0.866 0.5 -0.5 0.866', 90: '0 1 -1 0' }[mark.rotate ?? 0]
      const matrix = `${turn} ${n(mark.x)} ${n(page.height - mark.y)} Tm`
      return `BT /${mark.bold ? 'F2' : 'F1'} ${mark.size} Tf ${matrix} <${encodeText(mark.text, encoding, glyphs)}> Tj ET`
    })
    .join('\n')

/** Fonts with the encoding's own half-width glyphs (Adobe-GB1: 1–95 proportional, 814–939 half-width). */
const fontObjects = (encoding: PdfEncoding, first: number, toUnicode: number): string[] =>
  ['STSong-Light', 'STHeiti-Bold'].flatMap((name, index) => {
    const at = first + index * 3
    const ordering = encoding === 'Identity-H' ? '/Ordering (Identity) /Supplement 0' : '/Ordering (GB1) /Supplement 2'
    const widths = encoding === 'Identity-H' ? '[1 19999 500]' : '[1 95 500 814 939 500]'
    return [
      `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /${encoding} /DescendantFonts [${at + 1} 0 R]${encoding === 'Identity-H' ? ` /ToUnicode ${toUnicode} 0 R` : ''} >>`,
      `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /${name} /CIDSystemInfo << /Registry (Adobe) ${ordering} >> /DW 1000 /W ${widths} /FontDescriptor ${at + 2} 0 R >>`,
      `<< /Type /FontDescriptor /FontName /${name} /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>`,
    ]
  })

/** The whole file. */
export const buildPdf = (pages: PdfPage[], options: PdfOptions = {}): Uint8Array => {
  const encoding = options.encoding ?? 'UniGB-UCS2-H'
  const glyphs = new Glyphs()
  const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`
  // 1 catalog, 2 pages, 3–8 fonts, 9 ToUnicode, 10 encryption, then page and content by turns.
  const first = 11
  const body = pages.flatMap((page, index) => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Rotate ${page.rotate ?? 0} /Resources << /Font << /F1 3 0 R /F2 6 0 R >> >> /Contents ${first + index * 2 + 1} 0 R >>`,
    stream(contentOf(page, encoding, glyphs)),
  ])
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_page, index) => `${first + index * 2} 0 R`).join(' ')}] >>`,
    ...fontObjects(encoding, 3, 9),
    stream(glyphs.map(options.mapping ?? ((char) => char))),
    `<< /Filter /Standard /V 1 /R 2 /P -44 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> >>`,
    ...body,
  ]
  let out = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = out.length
    out += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const encrypt = options.encrypted ? ` /Encrypt 10 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]` : ''
  return new TextEncoder().encode(
    `${out}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${encrypt} >>\nstartxref\n${out.length}\n%%EOF\n`,
  )
}

export interface FlowParagraph {
  text: string
  centered?: boolean
  bold?: boolean
  size?: number
  /** First-line indent of two characters; false for a heading or an address line. */
  indent?: boolean
}
export interface FlowCell {
  text: string
  colspan?: number
  rowspan?: number
}
export interface FlowTable {
  /** Shares of the text width. */
  columns: number[]
  /** Merged cells are given once; covered places are left out. `\n` parts paragraphs. */
  rows: (string | FlowCell)[][]
  headerRows?: number
  /** A row may not be cut at a page end. */
  whole?: boolean
}
export interface FlowOptions {
  width?: number
  height?: number
  margin?: number
  size?: number
  /** `%` stands for the page's number. */
  pageNumber?: string
  runningHead?: string
}

const unbreakable = /[A-Za-z0-9.%/-]+|[\s\S]/gu
const closing = /^[，。；：、！？）》”’%]/

/** Lines that fit the width; no closing mark opens a line. */
export const wrap = (text: string, width: number, size: number, indent = 0): string[] => {
  const lines: string[] = []
  let line = ''
  let room = width - indent
  for (const word of text.match(unbreakable) ?? []) {
    if (widthOf(line + word, size) > room && line !== '') {
      // The mark takes the last character with it to the next line.
      const carried = closing.test(word) ? (/(?:[A-Za-z0-9.%/-]+|.)$/u.exec(line)?.[0] ?? '') : ''
      lines.push(line.slice(0, line.length - carried.length))
      line = carried
      room = width
    }
    line += word
  }
  return [...lines, line]
}

interface Placed {
  cell: FlowCell
  row: number
  column: number
  lines: string[]
  /** Lines already on earlier pages. */
  done: number
}

/** Lays paragraphs and tables out on pages. */
export const flowPdf = (blocks: (FlowParagraph | FlowTable)[], options: FlowOptions = {}): PdfPage[] => {
  const { width = 595, height = 842, margin = 80, size = 16, pageNumber, runningHead } = options
  const right = width - margin
  const bottom = height - margin
  const pages: PdfPage[] = []
  let y = 0
  const turn = (): void => {
    const page: PdfPage = { width, height, marks: [] }
    pages.push(page)
    if (runningHead) page.marks.push({ text: runningHead, x: (width - widthOf(runningHead, 9)) / 2, y: 50, size: 9 })
    if (pageNumber) {
      const text = pageNumber.replace('%', String(pages.length))
      page.marks.push({ text, x: (width - widthOf(text, 12)) / 2, y: height - 45, size: 12 })
    }
    y = margin
  }
  const put = (mark: PdfMark): void => void pages.at(-1)?.marks.push(mark)
  const paragraph = ({ text, centered, bold, size: own = size, indent = true }: FlowParagraph): void => {
    const first = indent && !centered ? own * 2 : 0
    wrap(text, right - margin, own, first).forEach((line, index) => {
      if (y + own * 1.5 > bottom) turn()
      y += own * 1.5
      const x = centered ? (width - widthOf(line, own)) / 2 : margin + (index === 0 ? first : 0)
      put({ text: line, x, y, size: own, ...(bold ? { bold } : {}) })
    })
  }
  const table = ({ columns, rows, headerRows = 0, whole = false }: FlowTable): void => {
    const own = 10.5
    const pitch = own * 1.3
    const padding = 5
    const total = columns.reduce((sum, share) => sum + share, 0)
    const edges = [margin]
    for (const share of columns) edges.push((edges.at(-1) ?? 0) + ((right - margin) * share) / total)
    const edge = (column: number): number => edges[Math.min(column, edges.length - 1)] ?? right
    const cells = placeCells(rows, columns.length).map((placed): Placed => {
      const room = edge(placed.column + (placed.cell.colspan ?? 1)) - edge(placed.column) - padding * 2
      return { ...placed, lines: placed.cell.text.split('\n').flatMap((part) => wrap(part, room, own)), done: 0 }
    })
    /** Room for the lines that are left of cells that end in this row; a merged cell's lines run through all of its rows. */
    const tallOf = (row: number): number => {
      const ending = cells.filter((cell) => cell.row + (cell.cell.rowspan ?? 1) - 1 === row)
      return Math.max(1, ...ending.map((cell) => cell.lines.length - cell.done)) * pitch + padding * 2
    }
    const rule = (): void => put({ line: [edge(0), y, right, y] })
    /** Draws a row, or as much of it as `tall` holds. */
    const band = (row: number, tall: number): void => {
      const fit = Math.floor((tall - padding * 2) / pitch + 0.01)
      for (const cell of cells) {
        const last = cell.row + (cell.cell.rowspan ?? 1) - 1
        if (row < cell.row || row > last) continue
        const [x0, x1] = [edge(cell.column), edge(cell.column + (cell.cell.colspan ?? 1))]
        for (const [index, text] of cell.lines.slice(cell.done, cell.done + fit).entries())
          put({ text, x: x0 + padding, y: y + padding + own + index * pitch, size: own })
        cell.done = Math.min(cell.lines.length, cell.done + fit)
        put({ line: [x0, y, x0, y + tall] })
        put({ line: [x1, y, x1, y + tall] })
        if (row === last && cell.done === cell.lines.length) put({ line: [x0, y + tall, x1, y + tall] })
      }
      y += tall
    }
    const header = (): void => {
      rule()
      for (const cell of cells) if (cell.row < headerRows) cell.done = 0
      for (let row = 0; row < headerRows; row++) band(row, tallOf(row))
    }
    y += padding
    header()
    for (let row = headerRows; row < rows.length; row++) {
      while (tallOf(row) > bottom - y) {
        const room = bottom - y - padding * 2
        if (!whole && room > pitch * 2) band(row, Math.floor(room / pitch) * pitch + padding * 2)
        rule()
        turn()
        header()
      }
      band(row, tallOf(row))
    }
    y += padding
  }
  turn()
  for (const block of blocks) {
    if ('rows' in block) table(block)
    else paragraph(block)
  }
  return pages
}

/** Row and column of each given cell, past the places that merges cover. */
const placeCells = (rows: (string | FlowCell)[][], width: number): { cell: FlowCell; row: number; column: number }[] => {
  const taken = new Set<string>()
  return rows.flatMap((row, r) => {
    let column = 0
    return row.map((input) => {
      const cell = typeof input === 'string' ? { text: input } : input
      while (taken.has(`${r},${column}`) && column < width) column++
      for (let dr = 0; dr < (cell.rowspan ?? 1); dr++)
        for (let dc = 0; dc < (cell.colspan ?? 1); dc++) taken.add(`${r + dr},${column + dc}`)
      const placed = { cell, row: r, column }
      column += cell.colspan ?? 1
      return placed
    })
  })
}

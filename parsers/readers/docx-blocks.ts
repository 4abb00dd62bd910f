/** The body of a DOCX as blocks: paragraphs with their automatic numbers, tables with merged cells, text boxes in reading order. */

import type { Block, Paragraph, Table, TableCell, TableRow } from '../tree.js'
import type { Numbering } from './docx-numbering.js'
import { alternative, isPlaceholder, ParagraphText, type RunReader } from './docx-runs.js'
import { type Formatting, paragraphFormatting, type Styles } from './docx-styles.js'
import { blocksToParagraphs, MAX_COLUMNS } from './grid.js'
import { strongWords } from './html-text.js'
import { spreadNested } from './nested.js'
import type { NoticeBook } from './source-error.js'
import { childOf, elementsOf, type XmlElement } from './xml.js'

/** What the reader of blocks needs of the document. */
export interface DocxContext {
  styles: Styles
  numbering: Numbering
  runs: RunReader
  notices: NoticeBook
  /** Pictures met, to tell a scanned document from an empty one. */
  pictures: number
  /** Paragraphs of a table of contents that were left out. */
  contents: number
}

/** Wrappers whose content counts as standing in their place. */
const wrappers = new Set(['w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag', 'w:sdtContent', 'w:dir', 'w:bdo'])

const attributeOf = (parent: XmlElement | undefined, name: string): string | undefined =>
  childOf(parent, name)?.attributes['w:val']

const isContentsControl = (sdt: XmlElement): boolean => {
  const gallery = childOf(childOf(childOf(sdt, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery')
  return gallery?.attributes['w:val'] === 'Table of Contents'
}

/** Reads one container (body, cell, text box); `cell` where an automatic number alone is content, as in a 序号 column. */
export class BlockReader {
  readonly blocks: Block[] = []
  /** Text whose paragraph mark was deleted: it goes on in the next paragraph. */
  private pending: ParagraphText | null = null

  constructor(
    private readonly context: DocxContext,
    private readonly cell: boolean,
    /** Index of the block that notices of a nested container belong to. */
    private readonly outerBlock: number | null,
  ) {}

  static read(container: XmlElement, context: DocxContext, cell = false, outerBlock: number | null = null): Block[] {
    const reader = new BlockReader(context, cell, outerBlock)
    reader.visit(container)
    reader.flush()
    return reader.blocks
  }

  private get block(): number {
    return this.outerBlock ?? this.blocks.length
  }

  private visit(container: XmlElement): void {
    for (const child of elementsOf(container)) {
      if (child.name === 'w:p') this.paragraph(child)
      else if (child.name === 'w:tbl') this.table(child)
      else if (child.name === 'w:sdt') {
        if (isContentsControl(child)) this.context.contents++
        else if (!isPlaceholder(child)) this.visit(child)
      } else if (child.name === 'mc:AlternateContent') this.visit(alternative(child))
      else if (wrappers.has(child.name)) this.visit(child)
      else if (child.name === 'w:altChunk') {
        const message = 'A part of the document is an embedded file of another format, which is not read'
        this.context.notices.add({ code: 'part_not_read', message, block: this.block })
      }
    }
  }

  private paragraph(element: XmlElement): void {
    const { context } = this
    const properties = childOf(element, 'w:pPr')
    const styleId = attributeOf(properties, 'w:pStyle')
    const style = context.styles.formatting(styleId)
    const mark = childOf(properties, 'w:rPr')
    const contents = context.runs.inContents || context.styles.isContents(styleId)
    const text = this.pending ?? new ParagraphText()
    this.pending = null
    context.runs.read(element, text, characterPart(style))
    if (contents) {
      context.contents++
      if (context.styles.isContents(styleId) || text.inked === 0) return
    }
    if (childOf(mark, 'w:del') || childOf(mark, 'w:moveFrom')) this.pending = text
    else this.emit(text, style, paragraphFormatting(properties))
  }

  /** Ends what a deleted paragraph mark left open. */
  private flush(): void {
    const text = this.pending
    this.pending = null
    if (text) this.emit(text, {}, {})
  }

  private emit(text: ParagraphText, style: Formatting, direct: Formatting): void {
    const { context } = this
    context.pictures += text.pictures
    const number = this.number(style, direct)
    const kept = text.inked > 0 || (this.cell && number.text !== '')
    for (const box of text.boxesBefore) this.box(box)
    this.noticeChanges(text)
    if (kept) this.blocks.push(paragraphOf(text, number, { ...style, ...direct }))
    for (const box of text.boxesAfter) this.box(box)
  }

  private number(style: Formatting, direct: Formatting): { text: string; blank: boolean } {
    const { numbering } = this.context
    const numId = direct.numId ?? style.numId
    if (numId === undefined || numId === '0') return { text: '', blank: false }
    const fromStyle =
      direct.numId === undefined && style.numberStyle !== undefined ? numbering.levelOfStyle(numId, style.numberStyle) : null
    return numbering.next(numId, direct.level ?? fromStyle ?? (direct.numId === undefined ? style.level : undefined) ?? 0)
  }

  private noticeChanges(text: ParagraphText): void {
    const { notices } = this.context
    const { block } = this
    if (text.deleted > 0)
      notices.add({
        code: 'struck_text_removed',
        message: `A tracked deletion of ${text.deleted} characters is left out`,
        block,
      })
    if (text.hidden > 0)
      notices.add({
        code: 'hidden_text_removed',
        message: `Hidden text of ${text.hidden} characters is left out`,
        block,
      })
  }

  private box(content: XmlElement): void {
    this.blocks.push(...BlockReader.read(content, this.context, this.cell, this.block))
  }

  private table(element: XmlElement): void {
    this.flush()
    const rows: TableRow[] = []
    const nested: Block[][] = []
    const inner = new Map<TableCell, Table>()
    /** Cells that a vertical merge may still carry downwards, by first column. */
    let open = new Map<number, TableCell>()
    const visitRows = (parent: XmlElement): void => {
      for (const child of elementsOf(parent)) {
        if (child.name === 'w:tr') {
          const row = this.row(child, open, nested, inner)
          if (row) {
            rows.push(row.row)
            open = row.open
          }
        } else if (child.name === 'w:sdt' || wrappers.has(child.name)) visitRows(child)
      }
    }
    visitRows(element)
    // A frame of one cell around real content is layout, not a table.
    const [only] = nested
    if (rows.length === 1 && nested.length === 1 && only?.some((block) => block.type === 'table')) this.blocks.push(...only)
    else if (rows.some((row) => row.children.some((cell) => cell.children.length > 0 || inner.has(cell))))
      this.blocks.push(spreadNested({ type: 'table', children: rows }, inner))
  }

  private row(
    element: XmlElement,
    above: Map<number, TableCell>,
    nested: Block[][],
    inner: Map<TableCell, Table>,
  ): { row: TableRow; open: Map<number, TableCell> } | null {
    const properties = childOf(element, 'w:trPr')
    if (childOf(properties, 'w:del')) {
      const message = 'A deleted table row is left out'
      this.context.notices.add({ code: 'struck_text_removed', message, block: this.block })
      return null
    }
    const cells: TableCell[] = []
    const open = new Map<number, TableCell>()
    let column = Math.min(MAX_COLUMNS, Number(attributeOf(properties, 'w:gridBefore')) || 0)
    const visitCells = (parent: XmlElement): void => {
      for (const child of elementsOf(parent)) {
        if (child.name === 'w:sdt' || wrappers.has(child.name)) visitCells(child)
        if (child.name !== 'w:tc') continue
        const cellProperties = childOf(child, 'w:tcPr')
        const colspan = Math.max(1, Math.min(MAX_COLUMNS - column, Number(attributeOf(cellProperties, 'w:gridSpan')) || 1))
        if (column >= MAX_COLUMNS) {
          const message = `A table is wider than ${MAX_COLUMNS} columns; the rest of its columns is left out`
          this.context.notices.add({ code: 'table_too_wide', message, block: this.block })
          return
        }
        const vertical = childOf(cellProperties, 'w:vMerge')
        const horizontal = childOf(cellProperties, 'w:hMerge')
        const upper = above.get(column)
        const left = cells.at(-1)
        if (horizontal && horizontal.attributes['w:val'] !== 'restart' && left) left.colspan += colspan
        else if (vertical && vertical.attributes['w:val'] !== 'restart' && upper) {
          upper.rowspan++
          open.set(column, upper)
        } else {
          const blocks = BlockReader.read(child, this.context, true, this.block)
          nested.push(blocks)
          const [only] = blocks
          const alone = blocks.length === 1 && only?.type === 'table' ? only : null
          const children = alone ? [] : blocksToParagraphs(blocks)
          const cell: TableCell = { type: 'cell', column, colspan, rowspan: 1, children }
          if (alone) inner.set(cell, alone)
          cells.push(cell)
          if (vertical) open.set(column, cell)
        }
        column += colspan
      }
    }
    visitCells(element)
    const row: TableRow = { type: 'row', children: cells }
    const header = childOf(properties, 'w:tblHeader')
    if (header && !/^(0|false|off)$/.test(header.attributes['w:val'] ?? '')) row.data = { header: true }
    return { row, open }
  }
}

/** What a paragraph style says of its characters. */
const characterPart = ({ bold, struck, hidden }: Formatting): Formatting => ({
  ...(bold === undefined ? {} : { bold }),
  ...(struck === undefined ? {} : { struck }),
  ...(hidden === undefined ? {} : { hidden }),
})

/** A label that ends in a full-width mark stands close to its text; any other needs the blank that Word's tab shows. */
const closesItself = /[、，。：；）】〕．]$/

const paragraphOf = (text: ParagraphText, number: { text: string; blank: boolean }, formatting: Formatting): Paragraph => {
  const blank = number.text !== '' && number.blank && text.value !== '' && !closesItself.test(number.text) ? ' ' : ''
  const lead = number.text + blank
  const struck = text.struck.map(([start, end]): [number, number] => [start + lead.length, end + lead.length])
  const [first] = struck
  // A paragraph that is struck out as a whole is struck with its number.
  if (first && struck.length === 1 && first[1] - first[0] >= text.value.trim().length) first[0] = 0
  const data: NonNullable<Paragraph['data']> = {}
  if (formatting.outline !== undefined && formatting.outline < 9) data.heading = Math.min(6, formatting.outline + 1)
  if (formatting.alignment === 'center') data.centered = true
  if (text.inked > 0 && text.bold === text.inked) data.bold = true
  else {
    const strong = strongWords(text.value, text.boldRuns)
    if (strong.length > 0) data.strong = strong
  }
  if (struck.length > 0) data.struck = struck
  if (number.text !== '') data.numberLength = number.text.length
  const paragraph: Paragraph = { type: 'paragraph', value: lead + text.value }
  if (Object.keys(data).length > 0) paragraph.data = data
  return paragraph
}

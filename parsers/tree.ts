/**
 * The tree of blocks that every reader gives: paragraphs and tables in reading order, whatever the format.
 * It is a unist tree (https://github.com/syntax-tree/unist). A reader fills `value` with the block's own text as the source
 * has it; the clean stage writes `document.text` and gives every node its `position` there (offsets are UTF-16 units).
 */
import type { Node, Parent } from 'unist'
import type { DiagnosticCode } from './diagnostics.js'

/** The formats of `document.format`. */
export type SourceFormat = 'text' | 'markdown' | 'html' | 'docx' | 'pdf' | 'xlsx'

/** A half-open range of UTF-16 offsets. */
export type Span = [start: number, end: number]

/** Where a block stands in its source, as far as the format can tell. */
export interface SourcePoint {
  /** Offset into the decoded source text (text, markdown, html). */
  offset?: number
  /** Page, counted from 1 (pdf). */
  page?: number
  /** Sheet and cell, for example `整改清单!B7` (xlsx). */
  cell?: string
}

export interface Paragraph extends Node {
  type: 'paragraph'
  /** The text as the source has it; `\n` is a line break inside the paragraph. */
  value: string
  data?: {
    /** Heading level 1–6 where the format says so. */
    heading?: number
    centered?: boolean
    bold?: boolean
    /** The short words in bold inside a paragraph that is not bold throughout, in order: labels, perhaps. */
    strong?: string[]
    /** Ranges of `value` that are struck out; the clean stage takes them out. */
    struck?: Span[]
    source?: SourcePoint
    /** An automatic number that the reader rendered to the front of `value` has this length. */
    numberLength?: number
    /** A line of a text broken at a fixed width: true where it fills the width, so that the next line may go on with it; false where it does not. */
    open?: boolean
  }
}

export interface TableCell extends Parent {
  type: 'cell'
  /** First column of the grid that the cell covers, from 0. */
  column: number
  colspan: number
  /** Rows that the cell covers, its own included. A covered place has no cell of its own. */
  rowspan: number
  /** Nested tables are flattened into paragraphs by the reader. */
  children: Paragraph[]
}

export interface TableRow extends Parent {
  type: 'row'
  children: TableCell[]
  data?: {
    /** The format says that the row is a header (`<th>`, w:tblHeader). */
    header?: boolean
  }
}

export interface Table extends Parent {
  type: 'table'
  children: TableRow[]
  data?: { caption?: string; source?: SourcePoint }
}

export type Block = Paragraph | Table

/** What a reader noticed; the clean stage turns `block` (an index into `children`) into a place. */
export interface ReaderNotice {
  code: DiagnosticCode
  message: string
  block?: number
}

export interface BlockRoot extends Parent {
  type: 'root'
  children: Block[]
  data: {
    format: SourceFormat
    /** As decoded: `utf-8`, `gb18030`, …; null where the format has no such thing. */
    encoding: string | null
    /** What the page says of itself outside the report's text. */
    meta?: { title?: string; published?: string; url?: string; publisher?: string }
    notices: ReaderNotice[]
  }
}

/** A reader: bytes to blocks. It throws only for a programming error; what is wrong with the source is a notice of severity error. */
export type Reader = (bytes: Uint8Array) => BlockRoot | Promise<BlockRoot>

/**
 * Lays the blocks of a reader out as `document.text` and gives every node its place in it.
 * Page numbers and running heads go, lines that a page or a fixed width has cut are joined again.
 */
import type { DiagnosticCode } from '../diagnostics.js'
import { goesOnLine } from '../lexicon/columns.js'
import { fold } from '../text/fold.js'
import type { Block, BlockRoot, Paragraph, SourcePoint, Span, Table } from '../tree.js'
import { withWholeLines } from './cell-lines.js'
import { cleanText } from './clean.js'
import { withoutButtons, withoutTail } from './copied.js'
import { withCutCells } from './cut-cells.js'
import { joinCut, joinCutRows } from './cut-table.js'
import { withoutFlatHeads } from './flat-heads.js'
import { withoutFrames } from './frame.js'
import { withoutPageFurniture } from './furniture.js'
import { continues, type Draft, glue, isNumberLabel } from './joining.js'
import { mannerOf, noManner } from './manner.js'
import { dropStrayBlanks } from './stray-blanks.js'
import { transposed } from './transposed.js'

/** One paragraph of the readable text. */
export interface LaidParagraph {
  start: number
  end: number
  heading: number
  centered: boolean
  bold: boolean
  /** Words in bold that open it, where it goes on plain. */
  strong: readonly string[]
  source: SourcePoint | null
}
export interface LaidCell {
  row: number
  column: number
  rowspan: number
  colspan: number
  paragraphs: LaidParagraph[]
}
export interface LaidTable {
  start: number
  end: number
  caption: string | null
  columns: number
  rows: { cells: LaidCell[]; header: boolean }[]
}
export type LaidBlock = { kind: 'paragraph'; paragraph: LaidParagraph } | { kind: 'table'; table: LaidTable }

export interface LayoutNotice {
  code: DiagnosticCode
  message: string
  span: Span | null
}
export interface Layout {
  text: string
  folded: string
  blocks: LaidBlock[]
  notices: LayoutNotice[]
}

export function layOut(root: BlockRoot): Layout {
  const notices: LayoutNotice[] = []
  withoutFrames(root)
  const strayBlanks = dropStrayBlanks(root)
  if (strayBlanks > 0)
    notices.push({
      code: 'stray_blanks_removed',
      message: `${strayBlanks} blanks that stood between the characters of words are left out`,
      span: null,
    })
  const drafts: (Draft | { table: Table; index: number })[] = []
  const struck: Struck[] = []
  root.children.forEach((block, index) => {
    if (block.type === 'table') {
      const { table, behind } = withoutTail(block)
      drafts.push({ table, index })
      for (const paragraph of behind) drafts.push(...draftsOf(paragraph, index, false, struck))
      return
    }
    const before = root.children[index - 1]
    // blocks of Markdown have a blank line between them
    const gap =
      before?.type === 'paragraph' &&
      (root.data.format === 'markdown' || (root.data.format === 'text' && isApart(before, block)))
    drafts.push(...draftsOf(block, index, gap, struck))
  })
  // a table that was pasted cell by cell: its cells end without a mark
  const cells = drafts.some((draft) => 'text' in draft && isNumberLabel(draft))
  const whole = withNumbers(withoutPageFurniture(withCutCells(withoutButtons(drafts, notices)), cells, notices))
  const kept = rejoined(cells ? withoutFlatHeads(whole, notices) : whole)
  // the lines of a PDF were put together where they stand on the page
  const manner = mannerOf(
    kept.filter((draft) => 'text' in draft),
    root.data.format !== 'pdf',
  )
  const out = new Writer()
  const blocks: LaidBlock[] = []
  const placeOf = new Map<number, Span>()
  let joined = 0
  for (let i = 0; i < kept.length; i++) {
    const draft = kept[i]
    if (!draft) continue
    if ('table' in draft) {
      const table = layTable(joinCutRows(transposed(withWholeLines(draft.table))), out, struck, draft.index)
      placeOf.set(draft.index, [table.start, table.end])
      blocks.push({ kind: 'table', table })
      continue
    }
    const indexes = [draft.index]
    let current = draft
    for (;;) {
      const next = kept[i + 1]
      if (!next || 'table' in next || !(current.leads || current.cut || continues(current, next, manner, cells))) break
      current = merged(current, next)
      indexes.push(next.index)
      joined++
      i++
    }
    const [start, end] = out.line(current.text)
    for (const index of indexes) placeOf.set(index, [placeOf.get(index)?.[0] ?? start, end])
    const data = current.block.data
    blocks.push({
      kind: 'paragraph',
      paragraph: {
        start,
        end,
        heading: data?.heading ?? 0,
        centered: data?.centered ?? false,
        bold: data?.bold ?? false,
        strong: data?.strong ?? [],
        source: data?.source ?? null,
      },
    })
  }
  for (const { words, index } of struck)
    notices.push({
      code: 'struck_text_removed',
      message: `struck-out text left out: ${words.join(' / ')}`,
      span: placeOf.get(index) ?? null,
    })
  if (joined > 0)
    notices.push({
      code: 'lines_joined',
      message: `${joined} lines that a page or line end had cut were joined`,
      span: null,
    })
  const text = out.text()
  for (const notice of root.data.notices)
    notices.push({
      code: notice.code,
      message: notice.message,
      span: notice.block === undefined ? null : (placeOf.get(notice.block) ?? null),
    })
  setPositions(root, placeOf)
  return { text, folded: fold(text), blocks, notices }
}

/** 序号⏎1 of a form that was pasted cell by cell: the name and the number are one line. */
function withNumbers<T extends Draft | { table: Table; index: number }>(drafts: T[]): T[] {
  return drafts.map((draft, i) => {
    const next = drafts[i + 1]
    const counts =
      'text' in draft && next && 'text' in next && isNumberLabel(draft) && /^[（(]?\d{1,3}[)）]?$/.test(next.folded)
    return counts ? { ...draft, leads: true } : draft
  })
}

/** Tables that a page's end has cut within a row are one; what stood between them only said that the table goes on. */
function rejoined(drafts: readonly (Draft | { table: Table; index: number })[]): (Draft | { table: Table; index: number })[] {
  const out: (Draft | { table: Table; index: number })[] = []
  let open = -1
  for (const draft of drafts) {
    const before = out[open]
    if (!('table' in draft)) {
      if (!goesOnLine.test(draft.folded)) open = -1
      out.push(draft)
      continue
    }
    const table = before && 'table' in before ? joinCut(before.table, draft.table) : null
    if (table && before) out[open] = { ...before, table }
    else {
      open = out.length
      out.push(draft)
    }
  }
  return out
}

/** The indent of a paragraph within a line. */
const indent = /(?<=\S)(?:[\u3000\u2003]{2,}|[ \u00a0]{4,})(?=\S)/g
/** Fewer are blanks between words. */
const FEWEST_INDENTS = 5

/** 。　　一、…　　1.…: paragraphs that lost their line ends and kept their indents get them back. */
function indented(value: string): string {
  if (!/[\u3000\u2003]{2}|[ \u00a0]{4}/.test(value)) return value
  const places = [...value.matchAll(indent)]
  const ends = places.filter(({ index }) => /[。；：！？”）]/.test(value[index - 1] ?? ''))
  return places.length >= FEWEST_INDENTS && ends.length * 2 >= places.length ? value.replace(indent, '\n') : value
}

type Struck = { words: string[]; index: number }

/** The lines of a block, cleaned; what was struck out of them is noted. */
function draftsOf(block: Paragraph, index: number, gap: boolean, struck: Struck[]): Draft[] {
  const value = indented(block.value)
  const cleaned = cleanText(value, block.data?.struck)
  if (cleaned.struck.length > 0) struck.push({ words: cleaned.struck, index })
  const parts = cleaned.text.split('\n')
  const raws = value.trim().split('\n')
  const drafts: Draft[] = []
  parts.forEach((part, i) => {
    const text = part.trim()
    if (!text) return
    const raw = (parts.length === 1 ? value : raws.length === parts.length ? (raws[i] ?? text) : text).trimEnd()
    drafts.push({
      text,
      folded: fold(text),
      raw,
      block,
      index,
      indent: /^(?:\u3000{2}| {4}|\t)/.test(raw),
      gap: gap && i === 0,
      open: block.data?.open ?? null,
    })
  })
  return drafts
}

/** Whether a blank line stands between two paragraphs of a text. */
const isApart = (before: Paragraph, block: Paragraph): boolean => {
  const [from, to] = [before.data?.source?.offset, block.data?.source?.offset]
  return from !== undefined && to !== undefined && to - from > before.value.length + 1
}

/** Two lines as one; what stands behind it is told by the second. */
const merged = (a: Draft, b: Draft): Draft => {
  const text = a.leads ? `${a.text} ${b.text}` : glue(a.text, b.text)
  return { ...b, text, folded: fold(text), block: a.block, indent: a.indent, gap: a.gap }
}

/** Collects `document.text`. */
class Writer {
  private parts: string[] = []
  private length = 0
  write(text: string): Span {
    const start = this.length
    this.parts.push(text)
    this.length += text.length
    return [start, this.length]
  }
  line(text: string): Span {
    const span = this.write(text)
    this.write('\n')
    return span
  }
  text(): string {
    return this.parts.join('')
  }
}

function layTable(table: Table, out: Writer, struck: Struck[], index: number): LaidTable {
  const rows: LaidTable['rows'] = []
  const start = out.line('')[1]
  let columns = 0
  table.children.forEach((row, r) => {
    const cells: LaidCell[] = []
    for (const cell of row.children) {
      columns = Math.max(columns, cell.column + cell.colspan)
      const drafts: Draft[] = []
      for (const block of cell.children) drafts.push(...draftsOf(block, index, false, struck))
      const paragraphs: LaidParagraph[] = []
      for (let i = 0; i < drafts.length; i++) {
        let current = drafts[i]
        if (!current) continue
        for (let next = drafts[i + 1]; next && continues(current, next, noManner, false); next = drafts[i + 1]) {
          current = merged(current, next)
          i++
        }
        const [from, to] = out.line(current.text)
        paragraphs.push({
          start: from,
          end: to,
          heading: 0,
          centered: false,
          bold: current.block.data?.bold ?? false,
          strong: current.block.data?.strong ?? [],
          source: current.block.data?.source ?? null,
        })
      }
      cells.push({ row: r, column: cell.column, rowspan: cell.rowspan, colspan: cell.colspan, paragraphs })
    }
    rows.push({ cells, header: row.data?.header ?? false })
  })
  const [, end] = out.write('')
  return { start, end, caption: table.data?.caption ?? null, columns, rows }
}

/** Writes unist positions: offsets into `document.text`; a block is a line. */
function setPositions(root: BlockRoot, placeOf: Map<number, Span>): void {
  root.children.forEach((block: Block, index) => {
    const span = placeOf.get(index)
    if (!span) return
    block.position = {
      start: { line: index + 1, column: 1, offset: span[0] },
      end: { line: index + 1, column: span[1] - span[0] + 1, offset: span[1] },
    }
  })
}

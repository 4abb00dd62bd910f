/**
 * Lays the blocks of a reader out as `document.text` and gives every node its place in it.
 * Page numbers and running heads go, lines that a page or a fixed width has cut are joined again.
 */
import { isStatusOnly } from '../fields/status.js'
import { fold } from '../fold.js'
import { fieldOf } from '../lexicon/labels.js'
import type { Block, BlockRoot, Paragraph, SourcePoint, Span, Table } from '../tree.js'
import { cleanText, isBareNumber, isPageNumber } from './clean.js'
import { labelAt } from './label.js'
import { markAt } from './marks.js'

/** One paragraph of the readable text. */
export interface LaidParagraph {
  start: number
  end: number
  heading: number
  centered: boolean
  bold: boolean
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
  code: string
  severity: 'info' | 'warning' | 'error'
  message: string
  span: Span | null
}
export interface Layout {
  text: string
  folded: string
  blocks: LaidBlock[]
  notices: LayoutNotice[]
}

/** A paragraph on its way: its cleaned words and what the reader knew. */
interface Draft {
  text: string
  folded: string
  block: Paragraph
  index: number
  /** A full line of a text broken at a fixed width; false: one that is not full; null: the source has no fixed width. */
  open: boolean | null
}

const endsSentence = /[。；！？：…]["”’》】]?$|[.;!?）】]$/
const openers = '（《“【〔'
const closers = '）》”】〕'

/** Whether a bracket or a title that opens in the text is still open at its end. */
function isUnbalanced(text: string): boolean {
  let depth = 0
  for (const c of text) {
    if (openers.includes(c)) depth++
    else if (closers.includes(c) && depth > 0) depth--
  }
  return depth > 0
}

/** Whether the next line goes on in the middle of this one's sentence, as after a page end. */
function continues(before: Draft, next: Draft, cells: boolean): boolean {
  const a = before.folded
  const b = next.folded
  if (before.block.data?.heading || next.block.data?.heading || before.block.data?.centered || next.block.data?.centered) return false
  if (/^[，。；：、！？）》”’%℃]/.test(b)) return true
  if (opensBracket(a) || endsInMark.test(a)) return true
  if (before.open) return goesOnAtMargin(a, b)
  if (endsSentence.test(a) || startsAnew(b, a)) return false
  if (isUnbalanced(a)) return true
  if (/[，、（《“]$/.test(a)) return true
  const mark = markAt(a, 0)
  const body = mark ? mark.body : 0
  const label = labelAt(a, body, a.length)
  if (label?.form === 'alone') return false
  const words = a.slice(label ? label.value : body)
  if (before.open === false && words.length >= 16 && /[，、；。]/.test(words)) return true
  if (cells || /^[^。]{4,}(?:问题|方面)$/.test(a)) return false
  // a heading has no sentence inside; a cut sentence is long or has one that ended before
  if (words.includes('。')) return true
  if (/[，；、]/.test(words) && words.length >= (mark ? 45 : 30)) return true
  return false
}

/** A number whose words stand on the next line. */
const endsInMark = /[。；：，](?:（[一二三四五六七八九十\d]{1,3}）|[①-⑳]|[一二三四五六七八九十]是|\d{1,2}[.、．])$/

/** A bracket that opened shortly before the end. */
const opensBracket = (text: string): boolean => {
  const open = text.lastIndexOf('（')
  return open >= 0 && open > text.lastIndexOf('）') && text.length - open < 60
}

/** A line that fills its width goes on in the next, unless a sentence ended there and something of its own begins. */
function goesOnAtMargin(a: string, b: string): boolean {
  if (labelAt(b, 0, b.length) !== null) return false
  const bracketed = /^[（【［](.{2,40})[）】］]。?$/.exec(b)?.[1]
  if (bracketed && isStatusOnly(bracketed)) return false
  const mark = markAt(b, 0)
  if (!mark) return true
  // 2.9家企业… behind 1.…。 is the next of its list
  if (mark.doubtful) return !(endsSentence.test(a) && markAt(a, 0)?.ordinal === mark.ordinal - 1)
  if (mark.style === 'is') return !/：$/.test(a)
  return !endsSentence.test(a) && !/[；，、]$/.test(a) ? /[\d（“《]$/.test(a) || (mark.ordinal > 1 && isUnbalanced(a)) : false
}

/** 序号 alone on its line. */
const isNumberLabel = (draft: Draft): boolean => draft.text.length <= 6 && fieldOf(draft.folded) === 'number'

/** A line that begins something of its own: a mark, a label. */
function startsAnew(folded: string, before: string): boolean {
  const mark = markAt(folded, 0)
  if (mark && !mark.doubtful && !(isUnbalanced(before) && /\d$/.test(before))) return true
  return labelAt(folded, 0, folded.length) !== null
}

/** Joins two parts of one paragraph: Latin words keep a blank, Chinese needs none. */
const glue = (a: string, b: string): string => (/[A-Za-z]$/.test(a) && /^[A-Za-z]/.test(b) ? `${a} ${b}` : a + b)

export function layOut(root: BlockRoot): Layout {
  const notices: LayoutNotice[] = []
  const drafts: (Draft | { table: Table; index: number })[] = []
  const struck: { words: string[]; index: number }[] = []
  root.children.forEach((block, index) => {
    if (block.type === 'table') {
      drafts.push({ table: block, index })
      return
    }
    const cleaned = cleanText(block.value, block.data?.struck)
    if (cleaned.struck.length > 0) struck.push({ words: cleaned.struck, index })
    const parts = cleaned.text.includes('\n') ? cleaned.text.split('\n') : [cleaned.text]
    for (const part of parts) {
      const text = part.trim()
      if (text) drafts.push({ text, folded: fold(text), block, index, open: block.data?.open ?? null })
    }
  })
  // a table that was pasted cell by cell: its cells end without a mark
  const cells = drafts.some((draft) => 'text' in draft && isNumberLabel(draft))
  const kept = withoutPageFurniture(drafts, cells, notices)
  const out = new Writer()
  const blocks: LaidBlock[] = []
  const placeOf = new Map<number, Span>()
  let joined = 0
  for (let i = 0; i < kept.length; i++) {
    const draft = kept[i]
    if (!draft) continue
    if ('table' in draft) {
      const table = layTable(draft.table, out, struck, draft.index)
      placeOf.set(draft.index, [table.start, table.end])
      blocks.push({ kind: 'table', table })
      continue
    }
    const indexes = [draft.index]
    let current = draft
    for (;;) {
      const next = kept[i + 1]
      if (!next || 'table' in next || !continues(current, next, cells)) break
      const text = glue(current.text, next.text)
      current = { ...next, text, folded: fold(text), block: current.block }
      indexes.push(next.index)
      joined++
      i++
    }
    const [start, end] = out.line(current.text)
    for (const index of indexes) placeOf.set(index, [placeOf.get(index)?.[0] ?? start, end])
    const data = current.block.data
    blocks.push({
      kind: 'paragraph',
      paragraph: { start, end, heading: data?.heading ?? 0, centered: data?.centered ?? false, bold: data?.bold ?? false, source: data?.source ?? null },
    })
  }
  for (const { words, index } of struck)
    notices.push({ code: 'struck_text_removed', severity: 'info', message: `struck-out text left out: ${words.join(' / ')}`, span: placeOf.get(index) ?? null })
  if (joined > 0) notices.push({ code: 'lines_joined', severity: 'info', message: `${joined} lines that a page or line end had cut were joined`, span: null })
  const text = out.text()
  for (const notice of root.data.notices)
    notices.push({ code: notice.code, severity: notice.severity, message: notice.message, span: notice.block === undefined ? null : (placeOf.get(notice.block) ?? null) })
  setPositions(root, placeOf)
  return { text, folded: fold(text), blocks, notices }
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

/** Page numbers, and short lines that come again beside them on page after page. */
function withoutPageFurniture<T extends Draft | { table: Table; index: number }>(drafts: T[], cells: boolean, notices: LayoutNotice[]): T[] {
  const isPage = (draft: T | undefined): boolean => draft !== undefined && 'text' in draft && isPageNumber(draft.folded)
  const pages = drafts.filter(isPage).length
  const bare: number[] = []
  drafts.forEach((draft, i) => {
    if ('text' in draft && isBareNumber(draft.folded)) bare.push(i)
  })
  // 1, 2, 3 … alone on their lines, in order, are pages too
  const numbers = bare.map((i) => {
    const draft = drafts[i]
    return draft && 'text' in draft ? Number(draft.folded) : 0
  })
  // in a table that was pasted cell by cell they number the rows
  const ascending = !cells && bare.length >= 3 && numbers.every((n, i) => i === 0 || n === (numbers[i - 1] ?? 0) + 1)
  if (pages === 0 && !ascending) return drafts
  const drop = new Set<number>(ascending ? bare : [])
  drafts.forEach((draft, i) => {
    if (isPage(draft)) drop.add(i)
  })
  const heads = new Map<string, number[]>()
  for (const at of drop)
    for (const near of [at - 2, at - 1, at + 1, at + 2]) {
      const draft = drafts[near]
      if (!draft || !('text' in draft) || drop.has(near) || draft.text.length > 40 || markAt(draft.folded, 0)) continue
      heads.set(draft.text, [...(heads.get(draft.text) ?? []), near])
    }
  const removedHeads: string[] = []
  for (const [words, places] of heads) {
    const different = new Set(places)
    if (different.size < 2 || labelAt(fold(words), 0, words.length)) continue
    for (const place of [...different].sort((a, b) => a - b).slice(places.includes(0) ? 1 : 0)) drop.add(place)
    removedHeads.push(words)
  }
  notices.push({ code: 'page_numbers_removed', severity: 'info', message: `${drop.size} page numbers and running heads left out${removedHeads.length ? `: ${removedHeads.join(' / ')}` : ''}`, span: null })
  return drafts
    .map((draft, i) => {
      const after = drafts[i + 1]
      // a line right before a page number may have been cut by the page end
      return 'text' in draft && !drop.has(i) && after !== undefined && drop.has(i + 1) && !endsSentence.test(draft.folded) && draft.text.length > 20
        ? { ...draft, open: true }
        : draft
    })
    .filter((_, i) => !drop.has(i))
}

function layTable(table: Table, out: Writer, struck: { words: string[]; index: number }[], index: number): LaidTable {
  const rows: LaidTable['rows'] = []
  const start = out.line('')[1]
  let columns = 0
  table.children.forEach((row, r) => {
    const cells: LaidCell[] = []
    for (const cell of row.children) {
      columns = Math.max(columns, cell.column + cell.colspan)
      const drafts: Draft[] = []
      for (const block of cell.children) {
        const cleaned = cleanText(block.value, block.data?.struck)
        if (cleaned.struck.length > 0) struck.push({ words: cleaned.struck, index })
        for (const part of cleaned.text.split('\n')) {
          const text = part.trim()
          if (text) drafts.push({ text, folded: fold(text), block, index, open: block.data?.open ?? null })
        }
      }
      const paragraphs: LaidParagraph[] = []
      for (let i = 0; i < drafts.length; i++) {
        let current = drafts[i]
        if (!current) continue
        for (let next = drafts[i + 1]; next && continues(current, next, false); next = drafts[i + 1]) {
          const text: string = glue(current.text, next.text)
          current = { ...next, text, folded: fold(text), block: current.block }
          i++
        }
        const [from, to] = out.line(current.text)
        paragraphs.push({ start: from, end: to, heading: 0, centered: false, bold: current.block.data?.bold ?? false, source: current.block.data?.source ?? null })
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

/** Plain text: one paragraph a line; `~~…~~` is struck out. Lines broken at a fixed width are joined by the clean stage. */
import { fieldOf } from '../lexicon/labels.js'
import type { Block, BlockRoot, Paragraph, Span, TableRow } from '../tree.js'
import { decode } from './encoding.js'

const lineEnd = /\r\n|[\n\r\u2028\u2029\u0085\f\v]/
const struckOut = /~~([^~\n]+)~~/g

export function readText(bytes: Uint8Array): BlockRoot {
  const { text, encoding, notices } = decode(bytes)
  return { type: 'root', children: blocksOf(text), data: { format: 'text', encoding, notices } }
}

/** Lines with the same number of tabs, one under the other, are a table pasted as text. */
const fewestTabs = 2

/** A table whose cells are parted by blanks: the names of fields in one line, as many pieces in every line below. */
const fewestNames = 5
function tabbed(text: string): string[] | null {
  if (!/^[ \u3000]*(?:序号|编号)[ \u3000]+\S/m.test(text)) return null
  const lines = text.split(lineEnd)
  let found = false
  for (let i = 0; i < lines.length; i++) {
    const header = (lines[i] ?? '').trim()
    if (!/^(?:序号|编号)[ \u3000]/.test(header) || header.length > 200) continue
    const gap = /[ \u3000]{2}/.test(header) ? /[ \u3000]{2,}/ : /[ \u3000]/
    const names = header.split(gap)
    if (names.length < fewestNames || names.filter((name) => fieldOf(name)).length < names.length - 1) continue
    let end = i + 1
    const isRow = (line: string) => /^[\d０-９]/.test(line.trim()) && line.trim().split(gap).length === names.length
    while (end < lines.length && isRow(lines[end] ?? '')) end++
    if (end < i + 3) continue
    for (; i < end; i++) lines[i] = (lines[i] ?? '').trim().split(gap).join('\t')
    found = true
  }
  return found ? lines : null
}

/** The blocks of a decoded text: paragraphs, and tables where lines are parted by tabs. */
function blocksOf(text: string): Block[] {
  const blanked = tabbed(text)
  if (!blanked && !text.includes('\t')) return paragraphsOf(text)
  const lines = blanked ?? text.split(lineEnd)
  const tabs = lines.map((line) => line.trimEnd().split('\t').length - 1)
  const blocks: Block[] = []
  let plain: string[] = []
  const flush = () => {
    if (plain.length > 0) for (const paragraph of paragraphsOf(plain.join('\n'))) blocks.push(paragraph)
    plain = []
  }
  for (let i = 0; i < lines.length; ) {
    let end = i
    const width = tabs[i] ?? 0
    // rows may lack cells at their end, never have more than the header
    while (
      end < lines.length &&
      width >= fewestTabs &&
      ((tabs[end] ?? 0) === width ||
        (end > i && (tabs[end] ?? 0) >= fewestTabs && (tabs[end] ?? 0) < width) ||
        (end > i && isTitleRow(lines[end], tabs[end + 1], width)))
    )
      end++
    if (end - i >= 2) {
      flush()
      blocks.push({ type: 'table', children: lines.slice(i, end).map((line) => rowOf(line, width + 1)) })
      i = end
    } else {
      plain.push(lines[i] ?? '')
      i++
    }
  }
  flush()
  return blocks
}

/** A line without tabs between rows: a category over the next ones. */
const isTitleRow = (line: string | undefined, next: number | undefined, width: number): boolean =>
  line !== undefined && /\S/.test(line) && !line.includes('\t') && line.length < 60 && next === width

function rowOf(line: string, columns: number): TableRow {
  const cells = line.includes('\t') ? line.split('\t') : [line]
  return {
    type: 'row',
    children: cells.map((value, column) => ({
      type: 'cell',
      column,
      colspan: cells.length === 1 ? columns : 1,
      rowspan: 1,
      children: /\S/.test(value) ? [{ type: 'paragraph', value: value.replace(/^"|"$/g, '') }] : [],
    })),
  }
}

/** The paragraphs of a decoded text. */
export function paragraphsOf(text: string): Paragraph[] {
  const lines = text.split(lineEnd)
  const hasStrike = text.includes('~~')
  const paragraphs: Paragraph[] = []
  let offset = 0
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (line.length > 0 && /\S/.test(line)) {
      const data: NonNullable<Paragraph['data']> = { source: { offset } }
      if (hasStrike && line.includes('~~')) {
        const struck: Span[] = []
        for (const match of line.matchAll(struckOut)) struck.push([match.index, match.index + match[0].length])
        if (struck.length > 0) data.struck = struck
      }
      paragraphs.push({ type: 'paragraph', value: line, data })
    }
    offset += line.length + 1
  }
  return paragraphs
}

/** Plain text: one paragraph a line; `~~…~~` is struck out. Lines broken at a fixed width are joined by the clean stage. */
import type { Block, BlockRoot, Paragraph, Span } from '../tree.js'
import { csvBlocks } from './csv.js'
import { decode } from './encoding.js'
import { textPieces } from './text-table.js'

const lineEnd = /\r\n|[\n\r\u2028\u2029\u0085\f\v]/
/** Without one of these the lines are parted by \n alone, which takes a tenth of the time. */
const otherEnd = /[\r\u2028\u2029\u0085\f\v]/
const linesOf = (text: string): string[] => text.split(otherEnd.test(text) ? lineEnd : '\n')
const struckOut = /~~([^~\n]+)~~/g

export function readText(bytes: Uint8Array): BlockRoot {
  const { text, encoding, notices } = decode(bytes)
  return { type: 'root', children: blocksOf(text), data: { format: 'text', encoding, notices } }
}

/** The blocks of a decoded text: paragraphs, and tables that are written as text. */
function blocksOf(text: string): Block[] {
  const ledger = csvBlocks(text)
  if (ledger) return ledger
  const pieces = textPieces(linesOf(text))
  return pieces.flatMap((piece): Block[] => (piece.kind === 'table' ? [piece.table] : paragraphsIn(piece.lines)))
}

/** The paragraphs of a decoded text. */
export const paragraphsOf = (text: string): Paragraph[] => paragraphsIn(linesOf(text))

function paragraphsIn(lines: readonly string[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let offset = 0
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (line.length > 0 && /\S/.test(line)) {
      const data: NonNullable<Paragraph['data']> = { source: { offset } }
      if (line.includes('~~')) {
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

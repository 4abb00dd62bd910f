/** Plain text: one paragraph a line; `~~…~~` is struck out; lines broken at a fixed width are marked open. */
import type { Block, BlockRoot, Paragraph, Span } from '../tree.js'
import { decode } from './encoding.js'
import { textPieces } from './text-table.js'

/** Lines of a hard-wrapped text are about this wide, in half-width columns. */
const narrowest = 30
const widest = 130

/** A way to measure a line: as it is displayed (a Chinese character takes two columns), or by its characters. */
type Measure = (line: string) => number
const displayed: Measure = (line) => {
  let w = 0
  for (let i = 0; i < line.length; i++) w += line.charCodeAt(i) > 0x2e7f ? 2 : 1
  return w
}
const counted: Measure = (line) => line.length * 2

interface Margin {
  width: number
  measure: Measure
  /** How many lines end there. */
  lines: number
}

/** The margin at which the text was broken by this measure, or null where lines are whole paragraphs. */
function marginBy(measure: Measure, lines: readonly string[]): Margin | null {
  const counts = new Map<number, number>()
  let filled = 0
  let long = 0
  for (const line of lines) {
    if (!/\S/.test(line)) continue
    filled++
    const w = measure(line.trimEnd())
    if (w > widest) long++
    else counts.set(w >> 1, (counts.get(w >> 1) ?? 0) + 1)
  }
  if (filled < 8 || long > filled * 0.05) return null
  let best: number | null = null
  let most = 0
  for (const half of counts.keys()) {
    if (half * 2 < narrowest) continue
    const near = (counts.get(half) ?? 0) + (counts.get(half - 1) ?? 0) + (counts.get(half - 2) ?? 0)
    if (near > most || (near === most && best !== null && half > best)) {
      most = near
      best = half
    }
  }
  if (best === null || most < Math.max(4, filled * 0.15)) return null
  // nothing may be much wider than the margin, but closing marks may hang over it
  let wider = 0
  for (const [half, n] of counts) if (half > best + 2) wider += n
  return wider > filled * 0.03 ? null : { width: best * 2, measure, lines: most }
}

function marginOf(lines: readonly string[]): Margin | null {
  const found = [marginBy(displayed, lines), marginBy(counted, lines)].filter((m) => m !== null)
  return found.sort((a, b) => b.lines - a.lines)[0] ?? null
}

/** What the next line opens with: a figure or a Latin word is not broken, nor is a closing mark set apart. */
const firstWord = /^(?:[\w.%/:]+|[^\s])[，。；：、）》”！？)]*/

/** Justified lines end up to two characters before the margin. */
const slack = 4

/** Whether a line ends because nothing more went into it. */
const isFull = ({ width, measure }: Margin, line: string, next: string): boolean => {
  const words = firstWord.exec(next)?.[0] ?? ''
  return measure(line.trimEnd()) + measure(words) > width - slack
}

const lineEnd = /\r\n|[\n\r\u2028\u2029\u0085\f\v]/
const struckOut = /~~([^~\n]+)~~/g

export function readText(bytes: Uint8Array): BlockRoot {
  const { text, encoding, notices } = decode(bytes)
  return { type: 'root', children: blocksOf(text), data: { format: 'text', encoding, notices } }
}

/** The blocks of a decoded text: paragraphs, and tables that are written as text. */
function blocksOf(text: string): Block[] {
  const pieces = textPieces(text.split(lineEnd))
  return pieces.flatMap((piece): Block[] => (piece.kind === 'table' ? [piece.table] : paragraphsOf(piece.lines.join('\n'))))
}

/** The paragraphs of a decoded text. */
export function paragraphsOf(text: string): Paragraph[] {
  const lines = text.split(lineEnd)
  const margin = lines.length < 8 ? null : marginOf(lines)
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
      if (margin !== null) {
        const next = lines[i + 1] ?? ''
        const indented = /^(?:\u3000{2}| {4}|\t)/.test(next)
        data.open = /\S/.test(next) && !indented && isFull(margin, line, next)
      }
      paragraphs.push({ type: 'paragraph', value: line, data })
    }
    offset += line.length + 1
  }
  return paragraphs
}

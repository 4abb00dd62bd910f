/** Text laid out by display width: a Chinese character takes two columns of a terminal, a Latin letter one. */
import { width } from '../width.js'

export { width }

/** Where something was cut. Not …, nor ─ and — in tables: fonts for Chinese show them two columns wide, others one. */
const CUT = '..'

/** The text cut to so many columns, with .. where something was cut. */
export function truncate(text: string, columns: number): string {
  if (width(text) <= columns) return text
  let out = ''
  let used = CUT.length
  for (const char of text) {
    used += width(char)
    if (used > columns) break
    out += char
  }
  return `${out}${CUT}`
}

/** What must not be parted: a run of Latin letters and digits, a mark and the character that it opens or closes; a colour's code. */
const unbreakable =
  /\u001b\[[\d;]*m|[（“‘《〈〔【「([]*(?:[\w.%/+\-~]+|[^\s\u001b])[，。；：、！？）”’》〉〕】」…,.;:!?)]*|\s+/gu

/** The text in lines of at most so many columns; line breaks of its own stay. */
export function wrap(text: string, columns: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(2, columns)))
}

function wrapLine(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  const flush = () => {
    lines.push(line.trimEnd())
    line = ''
    used = 0
  }
  for (const token of text.match(unbreakable) ?? []) {
    const wide = width(token)
    if (used + wide > columns && used > 0) flush()
    if (used === 0 && lines.length > 0 && token.trim() === '') continue
    // A token wider than the line (an address) is cut where it must be.
    for (const part of wide > columns ? token : [token]) {
      const step = width(part)
      if (used + step > columns && used > 0) flush()
      line += part
      used += step
    }
  }
  flush()
  return lines
}

/** The text wrapped, with a first line that opens with `label` and further lines indented as far. */
export function hanging(label: string, text: string, columns: number, indent = ''): string {
  const lead = ' '.repeat(width(label))
  return wrap(text, columns - width(indent) - width(label))
    .map((line, i) => `${indent}${i === 0 ? label : lead}${line}`.trimEnd())
    .join('\n')
}

/** The text without its beginning, as a path is cut: its end says more. */
function truncateStart(text: string, columns: number): string {
  if (width(text) <= columns) return text
  let out = ''
  let used = CUT.length
  for (const char of [...text].reverse()) {
    used += width(char)
    if (used > columns) break
    out = char + out
  }
  return `${CUT}${out}`
}

export interface Column {
  title: string
  align?: 'left' | 'right'
  /** The column gives way where the table is too wide; its cells are cut at this side. */
  flexible?: 'start' | 'end'
}

/** The least that a column that gives way keeps. */
const LEAST = 12
const GAP = '  '

/** A table with columns set by display width; `columns` of the terminal is a limit as far as there are columns that give way. */
export function table(head: Column[], told: string[][], columns = Number.POSITIVE_INFINITY): string {
  const rows = told.map((row) => row.map((cell) => (cell === '—' ? '-' : cell)))
  const wide = head.map(({ title }, i) => rows.reduce((most, row) => Math.max(most, width(row[i] ?? '')), width(title)))
  for (let over = wide.reduce((sum, w) => sum + w + GAP.length, -GAP.length) - columns; over > 0; over--) {
    // The widest of them loses a column each time.
    let widest = -1
    for (const [i, { flexible }] of head.entries())
      if (flexible && (wide[i] ?? 0) > Math.max(LEAST, wide[widest] ?? 0)) widest = i
    if (widest < 0) break
    wide[widest] = (wide[widest] ?? 0) - 1
  }
  const fit = (text: string, i: number): string => {
    const room = wide[i] ?? 0
    const { align, flexible } = head[i] ?? { title: '' }
    const cut = flexible === 'start' ? truncateStart(text, room) : flexible === 'end' ? truncate(text, room) : text
    const pad = ' '.repeat(Math.max(0, room - width(cut)))
    return align === 'right' ? pad + cut : cut + pad
  }
  const line = (cells: string[]) => cells.map(fit).join(GAP).trimEnd()
  const rule = wide.map((w) => '-'.repeat(w)).join(GAP)
  return [line(head.map(({ title }) => title)), rule, ...rows.map(line)].join('\n')
}

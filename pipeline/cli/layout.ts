/** Text laid out by display width: a Chinese character takes two columns of a terminal, a Latin letter one. */
import stringWidth from 'string-width'

const widths = new Map<string, number>()

/** Columns that the text takes. */
export function width(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length
  if (text.includes('\u001b')) return stringWidth(text)
  let sum = 0
  for (const char of text) {
    let columns = widths.get(char)
    if (columns === undefined) {
      columns = stringWidth(char)
      widths.set(char, columns)
    }
    sum += columns
  }
  return sum
}

/** The text cut to so many columns, with … where something was cut. */
export function truncate(text: string, columns: number): string {
  if (width(text) <= columns) return text
  let out = ''
  let used = 1
  for (const char of text) {
    used += width(char)
    if (used > columns) break
    out += char
  }
  return `${out}…`
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

export interface Column {
  title: string
  align?: 'left' | 'right'
  /** The column that gives way where the table is too wide; its cells are cut with …. */
  flexible?: boolean
}

/** A table with columns set by display width; `columns` of the terminal is a limit only where a column is flexible. */
export function table(head: Column[], rows: string[][], columns = Number.POSITIVE_INFINITY): string {
  const gap = 2
  const wide = head.map(({ title }, i) => rows.reduce((most, row) => Math.max(most, width(row[i] ?? '')), width(title)))
  const over = wide.reduce((sum, w) => sum + w + gap, -gap) - columns
  const flexible = head.findIndex((column) => column.flexible)
  if (over > 0 && flexible >= 0) wide[flexible] = Math.max(12, (wide[flexible] ?? 0) - over)
  const line = (cells: string[]) =>
    cells
      .map((cell, i) => {
        const room = wide[i] ?? 0
        const text = i === flexible ? truncate(cell, room) : cell
        const pad = ' '.repeat(Math.max(0, room - width(text)))
        return head[i]?.align === 'right' ? pad + text : text + pad
      })
      .join(' '.repeat(gap))
      .trimEnd()
  const rule = head.map((_, i) => '─'.repeat(wide[i] ?? 0)).join(' '.repeat(gap))
  return [line(head.map(({ title }) => title)), rule, ...rows.map(line)].join('\n')
}

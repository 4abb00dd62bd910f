/**
 * Cuts Markdown into pieces that stand alone. The Markdown parser takes far longer than linear time on long or hostile sources,
 * and most of a report is plain prose: only what carries marks goes through it, piece by piece.
 */

import { gridAt } from './grid-table.js'

export type Piece = { offset: number } & (
  | { kind: 'paragraph'; text: string; heading?: number; number?: string }
  | { kind: 'code' | 'html' | 'markdown'; text: string }
  | { kind: 'table'; rows: string[][] }
)

const fence = /^ {0,3}(`{3,}|~{3,})/
const headingMarks = /^ {0,3}(#{1,6})(?=[ \t]|$)/
const item = /^ {0,3}(?:[-*+]|(\d{1,9}[.)]))[ \t]+(?=\S)/
/** What may begin another block than a paragraph. */
const special =
  /^ {0,3}(?:#{1,6}(?:[ \t]|$)|[>[]|`{3}|~{3}|<[A-Za-z/!?]|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|(?:=+|-+|\*{3,}|_{3,})[ \t]*$)/
/** What may mean something inside a line. A bracket means a link only with its address after it. */
const marks = /[*_`\\]|~~|<[A-Za-z/!?]|&[#A-Za-z]|\]\(/
/** Of a line without its blanks. */
const delimiterRow = /^\|?:?-+:?(?:\|:?-+:?)*\|?$/

/** HTML that goes on over blank lines: how it opens and what ends it. */
const enclosed: readonly (readonly [open: RegExp, close: RegExp])[] = [
  [/^ {0,3}<table\b/i, /<\/table/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<(?:script|style|pre)\b/i, /<\/(?:script|style|pre)/i],
]

/** `## Words {#section-4 .class}`: pandoc's attributes. */
const attributes = /[ \t]{0,8}\{[#.][^{}]{0,120}\}[ \t]{0,8}$/

/** `## Words ##`: depth and words of an ATX heading (CommonMark 4.2). */
const headingOf = (line: string): { depth: number; text: string } | null => {
  const marks = headingMarks.exec(line)?.[1]
  if (marks === undefined) return null
  const words = line
    .slice(line.indexOf('#') + marks.length)
    .replace(attributes, '')
    .trim()
  let end = words.length
  while (words.charAt(end - 1) === '#') end--
  const closed = end < words.length && /^[ \t]?$/.test(words.charAt(end - 1))
  return { depth: marks.length, text: closed ? words.slice(0, end).trimEnd() : words }
}

/** Whether a text has no inline marks. */
export const isPlain = (text: string): boolean => !marks.test(text)

/** The cells of a table row: `|` parts them unless a backslash stands before it. */
export const cellsOf = (line: string): string[] => {
  const cells: string[] = []
  let cell = ''
  const row = line.trim()
  for (let at = row.startsWith('|') ? 1 : 0; at < row.length; at++) {
    const char = row.charAt(at)
    if (char === '\\' && row.charAt(at + 1) === '|') {
      cell += '|'
      at++
    } else if (char === '|') {
      cells.push(cell.trim())
      cell = ''
    } else cell += char
  }
  if (cell.trim() !== '') cells.push(cell.trim())
  return cells
}

const isTableAt = (lines: readonly string[], at: number): boolean => {
  const head = lines[at] ?? ''
  const rule = lines[at + 1] ?? ''
  if (!head.includes('|') || !rule.includes('-')) return false
  const bare = rule.replace(/\s/g, '')
  return bare.includes('|') && delimiterRow.test(bare) && cellsOf(head).length === cellsOf(rule).length
}

/** The pieces in order, with their offsets. One pass over the lines. */
export const scan = (source: string): Piece[] => {
  const lines: string[] = []
  const offsets: number[] = []
  let from = 0
  for (const end of source.matchAll(/\r\n|[\n\r]/g)) {
    lines.push(source.slice(from, end.index))
    offsets.push(from)
    from = end.index + end[0].length
  }
  lines.push(source.slice(from))
  offsets.push(from)
  const lineAt = (at: number): string => lines[at] ?? ''
  const isBlank = (at: number): boolean => lineAt(at).trim() === ''
  const pieces: Piece[] = []
  /** Where a block ends, -1 where it never does; remembered, so that it is sought once. */
  const never = new Set<string>()
  const find = (key: string, from: number, test: (line: string) => boolean): number => {
    if (never.has(key)) return -1
    for (let at = from; at < lines.length; at++) if (test(lineAt(at))) return at
    never.add(key)
    return -1
  }
  for (let at = 0; at < lines.length; ) {
    const line = lineAt(at)
    const start = offsets[at] ?? 0
    if (line.trim() === '') {
      at++
      continue
    }
    const opening = fence.exec(line)?.[1]
    if (opening !== undefined) {
      const close = find(
        opening,
        at + 1,
        (end) => end.trim().startsWith(opening) && end.trim().replaceAll(opening.charAt(0), '') === '',
      )
      const end = close < 0 ? lines.length : close
      pieces.push({ kind: 'code', text: lines.slice(at + 1, end).join('\n'), offset: start })
      at = end + 1
      continue
    }
    const title = headingOf(line)
    if (title) {
      pieces.push({ kind: 'paragraph', text: title.text, heading: title.depth, offset: start })
      at++
      continue
    }
    if (isTableAt(lines, at)) {
      const rows = [cellsOf(line)]
      const width = rows[0]?.length ?? 0
      for (
        at += 2;
        at < lines.length && !isBlank(at) && !(special.test(lineAt(at)) && !/^ {0,3}[|*_~<`-]/.test(lineAt(at)));
        at++
      )
        rows.push(cellsOf(lineAt(at)).slice(0, width))
      pieces.push({ kind: 'table', rows, offset: start })
      continue
    }
    const grid = gridAt(lines, at)
    if (grid) {
      pieces.push({
        kind: 'table',
        rows: grid.rows.map((row) => row.map((cell) => cell.replaceAll('\n', '<br>'))),
        offset: start,
      })
      at = grid.end
      continue
    }
    const element = enclosed.find(([open]) => open.test(line))
    if (element) {
      const close = find(element[1].source, at, (end) => element[1].test(end))
      const end = close < 0 ? lines.length : close + 1
      pieces.push({ kind: 'html', text: lines.slice(at, end).join('\n'), offset: start })
      at = end
      continue
    }
    // A paragraph ends at a blank line; an item of a list goes on over blank lines as long as lines are indented.
    const marker = item.exec(line)
    const isList = marker !== null
    let end = at + 1
    let indented = false
    for (; end < lines.length; end++) {
      if (isBlank(end)) {
        const next = end + 1
        if (!isList || !/^[ \t]+\S/.test(lineAt(next))) break
        indented = true
        continue
      }
      if (isTableAt(lines, end) || gridAt(lines, end) || fence.test(lineAt(end)) || headingOf(lineAt(end))) break
      if (isList && item.test(lineAt(end))) break
      if (isList) indented = true
    }
    const text = lines.slice(at, end).join('\n')
    const body = marker ? line.slice(marker[0].length) : ''
    if (marker && !indented && !special.test(body))
      pieces.push({ kind: 'paragraph', text: body, offset: start, ...(marker[1] === undefined ? {} : { number: marker[1] }) })
    else if (!isList && !lines.slice(at, end).some((part) => special.test(part)))
      pieces.push({ kind: 'paragraph', text, offset: start })
    else pieces.push({ kind: 'markdown', text: source.slice(start, offsets[end] ?? source.length), offset: start })
    at = end
  }
  return pieces
}

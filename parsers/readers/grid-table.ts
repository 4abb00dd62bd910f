/** Tables drawn with +---+ and | (网格表), as pandoc writes them and editors of text draw them, or with ┌─┬─┐ and │: a cell may have several lines. */

/** Box drawing (Unicode 2500–257F) as +, - and |. */
const [corner, dash, stroke] = [/[┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬]/g, /[─━═]/g, /[│┃║]/g]
const drawn = /[│┃║┌┏╔├┣╠└┗╚]/
const plain = (line: string): string =>
  drawn.test(line) ? line.replace(corner, '+').replace(dash, '-').replace(stroke, '|') : line

const border = /^[ \t]{0,3}\+(?:[-=:]{2,}\+)+[ \t]*$/
/** A table is read over no more lines. */
const longest = 20_000

/** The cells of a line between upright strokes; a stroke behind a backslash is the writer's own. */
const cellsOf = (line: string): string[] =>
  line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|'))

const han = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’—…]/
/** What opens a paragraph of a cell: a mark, a label. */
const opensParagraph =
  /^(?:[（(]?[\d一二三四五六七八九十]{1,3}[）).、．]|[①-⑳]|[-*+] |[一二三四五六七八九十]是|[\u4e00-\u9fff]{2,8}[：:])/

/** The lines of a cell as paragraphs: one that fills its line goes on in the next. */
export function paragraphsOf(lines: readonly string[]): string {
  let out = ''
  let ended = true
  for (const line of lines) {
    const words = line.trim()
    if (words === '') {
      ended = true
      continue
    }
    const broken = words.endsWith('\\')
    const own = broken ? words.slice(0, -1).trimEnd() : words
    if (out === '') out = own
    else if (ended || (/[。；;]$/.test(out) && opensParagraph.test(own))) out += `\n${own}`
    else out += (han.test(out.at(-1) ?? '') || han.test(own.charAt(0)) ? '' : ' ') + own
    ended = broken
  }
  return out
}

/** The rows of such a table that begins at a line, and the line behind it; null where none does. Paragraphs of a cell are parted by line breaks. */
export function gridAt(lines: readonly string[], start: number): { rows: string[][]; width: number; end: number } | null {
  const first = plain(lines[start] ?? '')
  if (!border.test(first)) return null
  const width = first.split('+').length - 2
  const rows: string[][] = []
  let open: string[][] = []
  let at = start + 1
  for (; at < lines.length && at - start < longest; at++) {
    const line = plain(lines[at] ?? '')
    if (border.test(line)) {
      // a border behind a border closes nothing
      if (open.length === 0) break
      // no borders part the rows
      if (rows.length > 0 && open.filter((cells) => /^\s*\d{1,3}[.、．]?\s*$/.test(cells[0] ?? '')).length > 1) return null
      const own = open[0]?.length ?? width
      rows.push(Array.from({ length: own }, (_, c) => paragraphsOf(open.map((cells) => cells[c] ?? ''))))
      open = []
      continue
    }
    const cells = /^[ \t]{0,3}\|.*\|[ \t]*$/.test(line) ? cellsOf(line) : []
    // one cell over the whole width: a category
    if (cells.length !== width && (cells.length !== 1 || open.some((row) => row.length > 1))) break
    if (cells.length > 1 && open.some((row) => row.length === 1)) break
    open.push(cells)
  }
  return rows.length >= 2 && open.length === 0 ? { rows, width, end: at } : null
}

/** Collects the running text between two block boundaries as a browser would show it, and cuts it into paragraphs. */
import type { Paragraph, Span } from '../tree.js'

/** How the text at hand is set. */
export interface Ink {
  struck: boolean
  bold: boolean
  linked: boolean
  preformatted: boolean
}

/** What is known of the whole run. */
export interface Setting {
  heading?: number | undefined
  centered: boolean
  /** Every line is a paragraph (in a table cell). */
  byLine: boolean
}

/** A paragraph with the share of its text that is links. */
export interface Piece {
  paragraph: Paragraph
  linked: number
}

/** What CSS collapses; no-break and ideographic spaces stay as they are. */
const blank = /[ \t\n\r\f]/
const blanks = /[ \t\n\r\f]+|[^ \t\n\r\f]+/g
const visible = /[^\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/
/** A blank line, or a line that opens with an indent, begins a paragraph. */
const paragraphEnd = /\n[\u00a0\u3000\u200b\ufeff ]*\n\s*|\n(?=[\u3000\u2003\u00a0]{2}|\u3000)/g
/** The text brings its own number, so the list's is not shown (the page's style hides it). */
const ownNumber =
  /^\s*(?:(?:[（(]\s*)?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[)）.．、:：]|[①-⑳]|第[一二三四五六七八九十\d]{1,4}[条项章]|[一二三四五六七八九十]是)/

/** Chinese characters and marks: a line break in the source between two of them is no blank (CSS Text 3, segment breaks). */
const isWide = (code: number): boolean => code >= 0x2e80 && code !== 0xfeff

/** Bold runs of a paragraph that may be labels; no paragraph has more fields than this. */
const maxStrong = 16

/** The short words among the bold runs of a paragraph, in order. */
export const strongWords = (value: string, runs: readonly Span[]): string[] =>
  runs
    .map(([start, end]) => value.slice(start, end).trim())
    .filter((words) => words.length >= 2 && words.length <= 16)
    .slice(0, maxStrong)

/** Ranges in order, asked for in order: each piece takes its own. */
class Ranges {
  private readonly spans: Span[] = []
  private next = 0

  add(start: number, end: number): void {
    const last = this.spans.at(-1)
    if (last && last[1] >= start) last[1] = end
    else this.spans.push([start, end])
  }

  get end(): number {
    return this.spans.at(-1)?.[1] ?? -1
  }

  /** The parts that lie in [start, end), relative to start. */
  within(start: number, end: number): Span[] {
    const found: Span[] = []
    for (; this.next < this.spans.length; this.next++) {
      const span = this.spans[this.next]
      if (!span || span[0] >= end) break
      if (span[1] > start) found.push([Math.max(span[0], start) - start, Math.min(span[1], end) - start])
      if (span[1] > end) break
    }
    return found
  }
}

/** Whether all that is visible lies in the ranges, which are in order. */
const covers = (value: string, ranges: readonly Span[]): boolean => {
  let at = 0
  for (const [start, end] of ranges) {
    if (visible.test(value.slice(at, start))) return false
    at = end
  }
  return !visible.test(value.slice(at))
}

export class RunningText {
  private value = ''
  private last = 10
  private struck = new Ranges()
  private bold = new Ranges()
  private linked = new Ranges()
  private pending = ''
  /** Number of the list item that the text opens. */
  private number = ''

  /** Adds a text node. */
  add(text: string, ink: Ink): void {
    if (ink.preformatted) {
      this.append(text.replaceAll('\r\n', '\n'), ink)
      return
    }
    if (!blank.test(text)) {
      if (text !== '') this.append(text, ink)
      return
    }
    for (const [token] of text.matchAll(blanks)) {
      const first = token.charCodeAt(0)
      if (first !== 32 && (first < 9 || first > 13)) this.append(token, ink)
      else if (token.includes('\n')) this.pending = '\n'
      else if (this.pending === '') this.pending = ' '
    }
  }

  private append(token: string, ink: Ink): void {
    const before = this.value.length
    const spaced =
      this.pending !== '' && this.last !== 10 && !(this.pending === '\n' && isWide(this.last) && isWide(token.charCodeAt(0)))
    this.pending = ''
    this.value += spaced ? ` ${token}` : token
    this.last = token.charCodeAt(token.length - 1)
    const end = this.value.length
    const start = ink.struck && this.struck.end === before ? before : end - token.length
    if (ink.struck) this.struck.add(start, end)
    if (ink.bold) this.bold.add(start, end)
    if (ink.linked) this.linked.add(start, end)
  }

  /** `<br>` */
  lineBreak(): void {
    this.pending = ''
    this.value += '\n'
    this.last = 10
  }

  /** The number that opens the next paragraph, unless its text brings one. */
  numbered(number: string): void {
    this.number = number
  }

  /** Ends the run and gives its paragraphs; text that nobody sees gives none. */
  take(setting: Setting): Piece[] {
    const { value } = this
    const number = this.number
    this.pending = ''
    if (value === '') return []
    const pieces = visible.test(value) ? this.cut(setting) : []
    this.value = ''
    this.last = 10
    this.struck = new Ranges()
    this.bold = new Ranges()
    this.linked = new Ranges()
    const first = pieces[0]
    if (first && number !== '') {
      this.number = ''
      if (!ownNumber.test(first.paragraph.value)) prefix(first.paragraph, number)
    }
    return pieces
  }

  private cut(setting: Setting): Piece[] {
    const { value } = this
    const pieces: Piece[] = []
    const push = (from: number, to: number): void => {
      const part = value.slice(from, to)
      const text = part.trim()
      if (!visible.test(text)) return
      const start = from + part.length - part.trimStart().length
      pieces.push(this.piece(start, start + text.length, setting))
    }
    if (!value.includes('\n')) push(0, value.length)
    else {
      let from = 0
      for (const end of value.matchAll(setting.byLine ? /\n/g : paragraphEnd)) {
        push(from, end.index)
        from = end.index + end[0].length
      }
      push(from, value.length)
    }
    return pieces
  }

  private piece(start: number, end: number, setting: Setting): Piece {
    const value = this.value.slice(start, end)
    const data: NonNullable<Paragraph['data']> = {}
    if (setting.heading !== undefined && value.length <= 200) data.heading = setting.heading
    if (setting.centered) data.centered = true
    const struck = this.struck.within(start, end)
    if (struck.length > 0) data.struck = struck
    const bold = this.bold.within(start, end)
    if (bold.length > 0 && covers(value, bold)) data.bold = true
    else {
      const strong = strongWords(value, bold)
      if (strong.length > 0) data.strong = strong
    }
    const linked = this.linked.within(start, end).reduce((sum, [from, to]) => sum + to - from, 0) / value.length
    const paragraph: Paragraph = { type: 'paragraph', value }
    if (Object.keys(data).length > 0) paragraph.data = data
    return { paragraph, linked }
  }
}

/** Puts a number that the format shows but does not write in front of a paragraph; a blank keeps `1.` apart from a figure. */
export const prefix = (paragraph: Paragraph, number: string): void => {
  const lead = number.endsWith('、') ? number : `${number} `
  paragraph.value = lead + paragraph.value
  const struck = paragraph.data?.struck?.map(([from, to]): Span => [from + lead.length, to + lead.length])
  paragraph.data = { ...paragraph.data, ...(struck ? { struck } : {}), numberLength: number.length }
}

/** Glyphs → lines of text, and lines → running text: how printed lines join to words again. */
import type { Span } from '../tree.js'
import type { Glyph, Rule } from './pdf-page.js'

export interface Line {
  text: string
  x0: number
  x1: number
  /** Baseline. */
  y: number
  /** Size of most of its glyphs. */
  size: number
  bold: boolean
  struck: Span[]
  /** Small letters above the baseline: marks of footnotes, exponents. */
  raised?: Span[]
}

/** Full-width writing: no blanks between words. */
const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\u3000-\u30ff\u2014\u2018-\u201d\u2026]/

const endsWide = (text: string): boolean => wide.test(text.charAt(text.length - 1))
const startsWide = (text: string): boolean => wide.test(text.charAt(0))

/** A gap that shows a blank: in Chinese nearly a whole character (justified lines are spread), in Latin a quarter. */
const isBlank = (gap: number, size: number, before: string, after: string): boolean =>
  gap > size * (endsWide(before) || startsWide(after) ? 0.8 : 0.2)

/** Glyphs of one line of print: baselines within half a character, so that raised figures stay with their line. */
export const groupLines = (glyphs: Glyph[]): Glyph[][] => {
  const sorted = [...glyphs].sort((a, b) => a.y - b.y || a.x0 - b.x0)
  const groups: Glyph[][] = []
  let top = 0
  let size = 0
  for (const glyph of sorted) {
    const group = groups.at(-1)
    if (group && glyph.y - top <= Math.max(size, glyph.size) * 0.45) {
      group.push(glyph)
      // The line's height is that of its largest letters; a raised figure comes first and is small.
      if (glyph.size > size * 1.2) top = glyph.y
      size = Math.max(size, glyph.size)
    } else {
      groups.push([glyph])
      top = glyph.y
      size = glyph.size
    }
  }
  return groups
}

/** The same glyph printed twice in place is how some programs make bold. */
const isOverprint = (glyph: Glyph, before: Glyph | undefined): boolean =>
  before !== undefined &&
  before.text === glyph.text &&
  glyph.text !== ' ' &&
  Math.abs(glyph.x0 - before.x0) < glyph.size * 0.3 &&
  Math.abs(glyph.y - before.y) < glyph.size * 0.3

/** Lines through the letters, not under them. */
const isStruck = (glyph: Glyph, rules: Rule[]): boolean =>
  rules.some(({ at, from, to }) => {
    const middle = (glyph.x0 + glyph.x1) / 2
    return middle > from && middle < to && at < glyph.y - glyph.size * 0.12 && at > glyph.y - glyph.size * 0.6
  })

/** Smaller than the line's letters and above their baseline, or a figure that is drawn so: ². */
const isRaised = (glyph: Glyph, size: number, baseline: number): boolean =>
  (glyph.size < size * 0.85 && glyph.y < baseline - size * 0.12) || /[⁰¹²³⁴-⁹]/.test(glyph.text)

/** Adds the next `length` characters from `at` to the ranges, to the last where it ends there. */
const extend = (ranges: Span[], at: number, length: number): void => {
  const open = ranges.at(-1)
  if (open && open[1] === at) open[1] += length
  else ranges.push([at, at + length])
}

const mostCommon = (sizes: number[]): number => {
  const counts = new Map<number, number>()
  for (const size of sizes) counts.set(Math.round(size * 2) / 2, (counts.get(Math.round(size * 2) / 2) ?? 0) + 1)
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0]
}

const lineOf = (group: Glyph[], rules: Rule[]): Line | null => {
  const glyphs = [...group].sort((a, b) => a.x0 - b.x0)
  let text = ''
  const struck: Span[] = []
  const raised: Span[] = []
  let last: Glyph | undefined
  let bold = 0
  const inked: Glyph[] = []
  const letters = glyphs.filter((glyph) => glyph.text.trim() !== '')
  const bodySize = mostCommon(letters.map((glyph) => glyph.size))
  const baseline = mostCommonBaseline(letters, bodySize)
  for (const glyph of glyphs) {
    if (isOverprint(glyph, last)) continue
    const isSpace = glyph.text.trim() === ''
    if (last && !text.endsWith(' ') && !isSpace && isBlank(glyph.x0 - last.x1, bodySize, text, glyph.text)) text += ' '
    if (isSpace && (text === '' || text.endsWith(' '))) continue
    if (rules.length > 0 && !isSpace && isStruck(glyph, rules)) extend(struck, text.length, glyph.text.length)
    if (!isSpace && isRaised(glyph, bodySize, baseline)) extend(raised, text.length, glyph.text.length)
    text += isSpace ? ' ' : glyph.text
    if (!isSpace) {
      inked.push(glyph)
      if (glyph.bold) bold++
    }
    last = glyph
  }
  const first = inked[0]
  if (!first) return null
  const trimmed = text.trimEnd()
  return {
    text: trimmed,
    x0: first.x0,
    x1: Math.max(...inked.map((glyph) => glyph.x1)),
    y: baseline,
    size: bodySize,
    bold: bold > inked.length * 0.9,
    struck,
    ...(raised.length > 0 ? { raised } : {}),
  }
}
const mostCommonBaseline = (glyphs: Glyph[], size: number): number =>
  (glyphs.find((glyph) => Math.abs(glyph.size - size) < 1) ?? glyphs[0])?.y ?? 0

/** Lines in reading order; `rules` are horizontal lines outside tables, which may strike words out. */
export const linesOf = (glyphs: Glyph[], rules: Rule[] = []): Line[] => {
  const lines: Line[] = []
  for (const group of groupLines(glyphs)) {
    const [first] = group
    const near = first ? rules.filter(({ at }) => Math.abs(at - first.y) < first.size * 1.5) : []
    const line = lineOf(group, near)
    if (line) lines.push(line)
  }
  return lines
}

/** What stands between two printed lines of one paragraph: a blank only between Latin words. */
export const seam = (before: string, after: string): string =>
  /[A-Za-z,.;:)]$/.test(before) && /^[A-Za-z(]/.test(after) ? ' ' : ''

/** Joins lines of one paragraph; struck ranges move along. */
export const joinLines = (lines: Pick<Line, 'text' | 'struck'>[]): { text: string; struck: Span[] } => {
  let text = ''
  const struck: Span[] = []
  for (const line of lines) {
    text += text === '' ? '' : seam(text, line.text)
    for (const [start, end] of line.struck) struck.push([start + text.length, end + text.length])
    text += line.text
  }
  return { text, struck }
}

/** Room that the next line's first word would have needed at the end of this one: figures and Latin words are not cut. */
export const firstWordWidth = (line: Line): number => {
  const word = /^[A-Za-z0-9.%/-]+/.exec(line.text)?.[0] ?? ''
  const closing = /^.[，。；：、！？）》”’]*/.exec(line.text)?.[0] ?? ''
  return Math.max(word.length * line.size * 0.55, Math.max(1, closing.length) * line.size)
}

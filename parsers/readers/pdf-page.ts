/**
 * What stands on a PDF page: every glyph with its place, and every straight ruling line. Taken from pdfjs's operator list rather than
 * its text content, because that joins the words of neighbouring table cells and knows no lines.
 * Coordinates are points, x to the right and y downwards from the top left corner of the page as it is shown.
 */
import { apply, identity, type Matrix, matrixOf, multiply } from './pdf-matrix.js'
import { PageReader, type PageSource } from './pdf-operators.js'

export interface Glyph {
  text: string
  /** Left and right edge. */
  x0: number
  x1: number
  /** Baseline. */
  y: number
  size: number
  bold: boolean
}
/** An axis-aligned line: of a horizontal one `at` is y and from…to is x. */
export interface Rule {
  at: number
  from: number
  to: number
}
export interface PageContent {
  width: number
  height: number
  glyphs: Glyph[]
  horizontal: Rule[]
  vertical: Rule[]
  /** Glyphs marked by the writing program as page furniture (PDF 14.8.2.2, Artifact). */
  artifacts: number
  /** Glyphs without a character of Unicode. */
  unmapped: number
  images: number
  /** Runs of text across the main direction, left out. */
  turned: number
}

/** Quarter turns that bring text running in that direction upright. */
const turns: readonly Matrix[] = [identity, [0, -1, 1, 0, 0, 0], [-1, 0, 0, -1, 0, 0], [0, 1, -1, 0, 0, 0]]

/** The page's content; a page whose text mostly runs up or down (a wide table on an upright sheet) is turned first. */
export const readPage = (source: PageSource): PageContent => {
  const base = matrixOf(source.base)
  let reader = new PageReader(source, base)
  reader.read()
  const directions = [0, 0, 0, 0]
  for (const glyph of reader.glyphs) directions[glyph.angle] = (directions[glyph.angle] ?? 0) + 1
  const main = directions.indexOf(Math.max(...directions))
  let { width, height } = source
  if (main !== 0) {
    const turn = turns[main] ?? identity
    const corners = [apply(turn, 0, 0), apply(turn, width, height)]
    const shift: Matrix = [1, 0, 0, 1, -Math.min(...corners.map(([x]) => x)), -Math.min(...corners.map(([, y]) => y))]
    reader = new PageReader(source, multiply(shift, multiply(turn, base)))
    reader.read()
    if (main % 2 === 1) [width, height] = [height, width]
  }
  // Text across the main direction is a watermark or a label beside a drawing.
  const upright = reader.glyphs.filter((glyph) => glyph.angle === 0)
  const artifacts = upright.filter((glyph) => glyph.artifact).length
  // Some writers mark everything as furniture; then the marks say nothing.
  const trusted = artifacts > 0 && artifacts * 2 < upright.length
  const glyphs = (trusted ? upright.filter((glyph) => !glyph.artifact) : upright).map(({ text, x0, x1, y, size, bold }) => ({
    text,
    x0,
    x1,
    y,
    size,
    bold,
  }))
  const turned = reader.aslant + reader.glyphs.length - upright.length
  const { horizontal, vertical, unmapped, images } = reader
  return { width, height, glyphs, horizontal, vertical, artifacts: trusted ? artifacts : 0, unmapped, images, turned }
}

/** The operators of a PDF page, followed as a viewer would: where each glyph stands and where straight lines run. */
import { cleanGlyph } from './pdf-glyphs.js'
import { apply, identity, isNumber, isNumbers, type Matrix, matrixOf, multiply } from './pdf-matrix.js'
import type { Glyph, Rule } from './pdf-page.js'

/** What is asked of a font object of pdfjs. */
export interface PdfFont {
  bold?: boolean | undefined
  black?: boolean | undefined
  name?: string | undefined
  vertical?: boolean | undefined
  fontMatrix?: readonly number[] | undefined
}
interface PdfGlyph {
  unicode: string
  width: number
  isSpace: boolean
}
const isGlyph = (value: unknown): value is PdfGlyph =>
  typeof value === 'object' &&
  value !== null &&
  'unicode' in value &&
  typeof value.unicode === 'string' &&
  'width' in value &&
  isNumber(value.width)

/** Operators by name, as pdfjs exports them. */
export type OperatorCodes = Readonly<Record<string, number>>

export interface PageSource {
  fnArray: readonly number[]
  argsArray: readonly unknown[]
  codes: OperatorCodes
  /** The page's viewport transform at scale 1, which turns and flips. */
  base: readonly number[]
  width: number
  height: number
  font(name: string): PdfFont | null
}

interface GraphicsState {
  matrix: Matrix
  lineWidth: number
  stroke: boolean
  fill: boolean
  font: PdfFont | null
  fontScale: number
  fontSize: number
  charSpacing: number
  wordSpacing: number
  horizontalScale: number
  leading: number
  rise: number
}

/** Wider bars are shading, not lines. */
const thickest = 3
/** More lines than any table has: a map or a drawing. */
const MAX_RULES = 20_000
/** pdfjs's codes inside a path: move, line, curve, quadratic, close. */
const pathLengths = [2, 2, 6, 4, 0]

const isWhite = (args: unknown[]): boolean =>
  args.length === 1 ? /^#f{6}$/i.test(String(args[0])) : args.length === 3 && args.every((part) => part === 255)
const boldName = /bold|heavy|black|simhei|heiti|黑体/i

/** Reads the operators of one page. */
export class PageReader {
  readonly glyphs: (Glyph & { angle: number; artifact: boolean })[] = []
  readonly horizontal: Rule[] = []
  readonly vertical: Rule[] = []
  unmapped = 0
  /** Runs of text neither level nor upright. */
  aslant = 0
  images = 0
  private state: GraphicsState
  private readonly stack: GraphicsState[] = []
  private textMatrix: Matrix = identity
  private lineMatrix: Matrix = identity
  private readonly marks: string[] = []
  private artifactDepth = 0

  constructor(
    private readonly source: PageSource,
    base: Matrix,
  ) {
    this.state = {
      matrix: base,
      lineWidth: 1,
      stroke: true,
      fill: true,
      font: null,
      fontScale: 0.001,
      fontSize: 0,
      charSpacing: 0,
      wordSpacing: 0,
      horizontalScale: 1,
      leading: 0,
      rise: 0,
    }
  }

  read(): void {
    const { codes, fnArray, argsArray } = this.source
    const handlers = new Map(Object.entries(this.handlers()).map(([name, handler]) => [codes[name] ?? -1, handler]))
    for (let at = 0; at < fnArray.length; at++) {
      const args = argsArray[at]
      handlers.get(fnArray[at] ?? -1)?.(Array.isArray(args) ? args : [])
    }
  }

  private handlers(): Record<string, (args: unknown[]) => void> {
    const number = (value: unknown): number => (isNumber(value) && Number.isFinite(value) ? value : 0)
    const set =
      (key: 'lineWidth' | 'charSpacing' | 'wordSpacing' | 'rise' | 'leading', sign = 1) =>
      (args: unknown[]) => {
        this.state[key] = sign * number(args[0])
      }
    const move = (x: number, y: number) => {
      this.lineMatrix = multiply(this.lineMatrix, [1, 0, 0, 1, x, y])
      this.textMatrix = this.lineMatrix
    }
    const save = () => {
      if (this.stack.length < 512) this.stack.push({ ...this.state })
    }
    const restore = () => {
      this.state = this.stack.pop() ?? this.state
    }
    const concat = (matrix: Matrix) => {
      this.state.matrix = multiply(this.state.matrix, matrix)
    }
    const image = () => {
      this.images++
    }
    return {
      save,
      restore,
      transform: (args) => concat(matrixOf(args.length === 1 ? args[0] : args)),
      paintFormXObjectBegin: ([matrix]) => {
        save()
        if (matrix) concat(matrixOf(matrix))
      },
      paintFormXObjectEnd: restore,
      setLineWidth: set('lineWidth'),
      setStrokeRGBColor: (args) => {
        this.state.stroke = !isWhite(args)
      },
      setFillRGBColor: (args) => {
        this.state.fill = !isWhite(args)
      },
      constructPath: ([operator, data]) => this.path(number(operator), data),
      beginText: () => {
        this.textMatrix = this.lineMatrix = identity
      },
      setTextMatrix: (args) => {
        this.textMatrix = this.lineMatrix = matrixOf(args.length === 1 ? args[0] : args)
      },
      moveText: ([x, y]) => move(number(x), number(y)),
      setLeadingMoveText: ([x, y]) => {
        this.state.leading = number(y)
        move(number(x), number(y))
      },
      nextLine: () => move(0, this.state.leading),
      setLeading: set('leading', -1),
      setCharSpacing: set('charSpacing'),
      setWordSpacing: set('wordSpacing'),
      setTextRise: set('rise'),
      setHScale: ([scale]) => {
        this.state.horizontalScale = number(scale) / 100
      },
      setFont: ([name, size]) => {
        this.state.font = this.source.font(String(name))
        this.state.fontSize = number(size)
        this.state.fontScale = number(this.state.font?.fontMatrix?.[0]) || 0.001
      },
      showText: ([glyphs]) => this.show(Array.isArray(glyphs) ? glyphs : []),
      beginMarkedContent: ([tag]) => this.mark(String(tag)),
      beginMarkedContentProps: ([tag]) => this.mark(String(tag)),
      endMarkedContent: () => {
        if (this.marks.pop() === 'Artifact') this.artifactDepth--
      },
      paintImageXObject: image,
      paintInlineImageXObject: image,
      paintImageMaskXObject: image,
    }
  }

  private mark(tag: string): void {
    this.marks.push(tag)
    if (tag === 'Artifact') this.artifactDepth++
  }

  private show(items: unknown[]): void {
    const { state } = this
    const { font, fontSize } = state
    if (!font || fontSize === 0) return
    const vertical = font.vertical === true
    const bold = font.bold === true || font.black === true || boldName.test(font.name ?? '')
    const whole = multiply(state.matrix, this.textMatrix)
    // Text space to page space; the advance runs along (ux, uy).
    const [ux, uy] = vertical ? [-whole[2], -whole[3]] : [whole[0] * state.horizontalScale, whole[1] * state.horizontalScale]
    const scale = Math.hypot(whole[2], whole[3]) || 1
    const size = Math.abs(fontSize) * scale
    const quarters = Math.atan2(uy, ux) / (Math.PI / 2)
    // Text that runs aslant is a stamp or a watermark.
    if (Math.abs(quarters - Math.round(quarters)) > 0.08) {
      this.aslant++
      return
    }
    const angle = (Math.round(quarters) + 4) % 4
    const [originX, originY] = apply(whole, 0, state.rise)
    let advance = 0
    for (const item of items) {
      if (isNumber(item)) {
        advance -= (item * fontSize) / 1000
        continue
      }
      if (!isGlyph(item)) continue
      const width = vertical ? Math.abs(fontSize) : item.width * fontSize * state.fontScale
      const x = originX + ux * advance
      const y = originY + uy * advance
      const text = cleanGlyph(item.unicode)
      if (text === null) this.unmapped++
      else if (text !== '')
        this.glyphs.push({
          text,
          x0: x,
          x1: x + ux * width,
          y: vertical ? y + size * 0.85 : y,
          size,
          bold,
          angle,
          artifact: this.artifactDepth > 0,
        })
      advance += width + state.charSpacing + (item.isSpace ? state.wordSpacing : 0)
    }
    this.textMatrix = multiply(
      this.textMatrix,
      vertical ? [1, 0, 0, 1, 0, -advance] : [1, 0, 0, 1, advance * state.horizontalScale, 0],
    )
  }

  /** Straight lines of a path: strokes themselves, and filled bars so thin that they are lines. */
  private path(operator: number, data: unknown): void {
    const { codes } = this.source
    const strokes = [
      codes.stroke,
      codes.closeStroke,
      codes.fillStroke,
      codes.eoFillStroke,
      codes.closeFillStroke,
      codes.closeEOFillStroke,
    ].includes(operator)
    const fills = operator === codes.fill || operator === codes.eoFill
    const buffer: unknown = Array.isArray(data) ? data[0] : data
    if (!(strokes ? this.state.stroke : fills && this.state.fill) || !isNumbers(buffer)) return
    const points: [number, number][] = []
    const flush = () => {
      if (strokes) for (let at = 1; at < points.length; at++) this.line(points[at - 1], points[at], this.state.lineWidth)
      else this.bar(points)
      points.length = 0
    }
    for (let at = 0; at < buffer.length; ) {
      const code = buffer[at] ?? 0
      const length = pathLengths[code] ?? 0
      if (code === 0) flush()
      const [first] = points
      if (code === 4 && first) points.push(first)
      else if (code === 2 || code === 3) points.length = 0
      else if (length === 2) points.push(apply(this.state.matrix, buffer[at + 1] ?? 0, buffer[at + 2] ?? 0))
      at += 1 + length
    }
    flush()
  }

  private line(from: [number, number] | undefined, to: [number, number] | undefined, width: number): void {
    if (!from || !to || width * Math.hypot(this.state.matrix[0], this.state.matrix[1]) > thickest * 2) return
    const dx = Math.abs(from[0] - to[0])
    const dy = Math.abs(from[1] - to[1])
    if (dy <= 1 && dx > 2) this.addRule(this.horizontal, (from[1] + to[1]) / 2, from[0], to[0])
    else if (dx <= 1 && dy > 2) this.addRule(this.vertical, (from[0] + to[0]) / 2, from[1], to[1])
  }

  private bar(points: [number, number][]): void {
    if (points.length < 4 || points.length > 5) return
    const xs = points.map(([x]) => x)
    const ys = points.map(([, y]) => y)
    const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
    if (y1 - y0 <= thickest && x1 - x0 > thickest) this.addRule(this.horizontal, (y0 + y1) / 2, x0, x1)
    else if (x1 - x0 <= thickest && y1 - y0 > thickest) this.addRule(this.vertical, (x0 + x1) / 2, y0, y1)
  }

  private addRule(rules: Rule[], at: number, from: number, to: number): void {
    if (rules.length < MAX_RULES) rules.push({ at, from: Math.min(from, to), to: Math.max(from, to) })
  }
}

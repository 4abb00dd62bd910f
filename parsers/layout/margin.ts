/** The width at which a text was broken into lines, if it was: most lines end there, in mid-sentence. */

/** A line as the source has it, and whether what it opens with can only open a paragraph: a number, a label. */
export interface MarginLine {
  raw: string
  opens: boolean
}

/** Lines of a hard-wrapped text are about this wide, in half-width columns. */
const narrowest = 30
const widest = 130
/** Fewest lines of a text, and fewest of them that must be cut at the margin. */
const fewest = 8
const fewestCut = 3
/** Share of lines that may be wider than the margin. */
const mayBeWider = 0.03

/** A way to measure a line, in half-width columns. */
type Measure = (line: string) => number
const columns =
  (wide: (code: number) => boolean): Measure =>
  (line) => {
    let w = 0
    for (let i = 0; i < line.length; i++) w += wide(line.charCodeAt(i)) ? 2 : 1
    return w
  }
/** As it is displayed in Chinese type: quotation marks, dashes and circled figures are wide. */
export const typeWidth: Measure = columns(
  (code) => code > 0x2e7f || (code >= 0x2010 && code <= 0x2027) || (code >= 0x2160 && code <= 0x27bf),
)
/** In type; in a terminal, where those marks are narrow; or by its characters. */
const measures: readonly Measure[] = [typeWidth, columns((code) => code > 0x2e7f), (line) => line.length * 2]

export interface Margin {
  width: number
  measure: Measure
  /** How many lines it cuts in mid-sentence, and how many of them end exactly at it. */
  cut: number
  exact: number
  /** Justified lines end up to so many columns before it. */
  slack: number
}

/** What the next line opens with: a figure or a Latin word is not broken, nor is a closing mark set apart. */
const firstWord = /^(?:[\w.%/:]+|[^\s])[，。；：、）》”！？;:,)]*/
/** Marks that may hang over the margin. */
const hanging = '，。；：、）》”！？;:,)'
const withoutHanging = (text: string): string => {
  let end = text.length
  while (end > 0 && hanging.includes(text[end - 1] ?? ' ')) end--
  return text.slice(0, end)
}
const sentenceEnd = /[。；：！？;:）)】〕]["”’》]?$/

interface Measured {
  width: number
  /** Without marks that may hang over. */
  inside: number
  /** Of what the next line opens with. */
  next: number
  /** It ends in mid-sentence, and the next line does not open a paragraph. */
  isCut: boolean
}

/** The margin of the lines by this measure, or null where lines are whole paragraphs. */
function marginBy(measure: Measure, lines: readonly MarginLine[]): Margin | null {
  const insides = lines.map(({ raw }) => measure(withoutHanging(raw)))
  const widths = [...insides].sort((a, b) => a - b)
  const limit = widths[Math.floor(widths.length * (1 - mayBeWider))] ?? 0
  const likely = new Set(widths.filter((w) => w >= limit - 4 && w >= narrowest && w <= widest))
  // whole paragraphs: nothing more need be measured
  if (likely.size === 0) return null
  const measured = lines.map(({ raw }, i): Measured => {
    const next = lines[i + 1]
    return {
      width: measure(raw),
      inside: insides[i] ?? 0,
      next: measure(firstWord.exec(next?.raw.trimStart() ?? '')?.[0] ?? ''),
      isCut: next !== undefined && !next.opens && !sentenceEnd.test(raw),
    }
  })
  let best: Margin | null = null
  for (const width of likely)
    for (const slack of [0, 4]) {
      const exact = measured.filter((line) => line.isCut && line.width === width).length
      const margin = { width, measure, slack, cut: cutsAt(measured, width, slack), exact }
      if (margin.cut >= fewestCut && (!best || margin.cut > best.cut * (slack > best.slack ? 1.1 : 1))) best = margin
    }
  return best
}

/** How many lines a margin there cuts; 0 where lines are wider, or as often end there as sentences do. */
function cutsAt(measured: readonly Measured[], width: number, slack: number): number {
  let [wider, full, cut] = [0, 0, 0]
  for (const line of measured) {
    if (line.inside > width) wider++
    else if (line.width >= width - slack - 8 && line.width + line.next > width - slack) {
      full++
      if (line.isCut) cut++
    }
  }
  return wider > measured.length * mayBeWider || cut * 2 < full ? 0 : cut
}

/** Fewest lines that end after exactly so many characters, and so many may be longer: what stands around the text of a page. */
const fewestExact = 5
const mayBeLonger = 3

/** A text that was broken after so many characters, whatever their width, in the middle of figures too; null where it was not. */
function exactMargin(lines: readonly MarginLine[]): Margin | null {
  const cuts = new Map<number, number>()
  const lengths = new Map<number, number>()
  lines.forEach(({ raw }, i) => {
    lengths.set(raw.length, (lengths.get(raw.length) ?? 0) + 1)
    const next = lines[i + 1]
    if (next && !next.opens && !sentenceEnd.test(raw)) cuts.set(raw.length, (cuts.get(raw.length) ?? 0) + 1)
  })
  const [length = 0, cut = 0] = [...cuts].sort((a, b) => b[1] - a[1])[0] ?? []
  const longer = lines.filter(({ raw }) => raw.length > length).length
  const near = [1, 2, 3].reduce((sum, less) => sum + (cuts.get(length - less) ?? 0), 0)
  const many = cut >= fewestExact && cut * 2 >= (lengths.get(length) ?? 0) && near * 4 <= cut
  if (!many || length * 2 < narrowest || longer > Math.max(mayBeLonger, lines.length * mayBeWider)) return null
  return { width: length * 2, measure: (line) => line.length * 2, slack: 0, cut, exact: cut }
}

/** The margin of a text of these lines (none empty, indentation kept), or null. */
export function marginOf(lines: readonly MarginLine[]): Margin | null {
  if (lines.length < fewest) return null
  const found = [exactMargin(lines), ...measures.map((measure) => marginBy(measure, lines))].filter((margin) => margin !== null)
  // broken after so many characters, whatever their width: nearly all lines are as long to the character
  return found.sort((a, b) => b.cut + b.exact - (a.cut + a.exact) || b.cut - a.cut || a.slack - b.slack)[0] ?? null
}

/** So near the margin a line may have been ended by a word that goes on with the next: 2 处, 90%的. */
const near = 8

/** Whether a line ends because nothing more went into it; null where it ends so near the margin that this may be. */
export function isFull({ width, measure, slack }: Margin, line: string, next: string): boolean | null {
  const words = firstWord.exec(next.trimStart())?.[0] ?? ''
  const own = measure(line)
  return own + measure(words) > width - slack || (own >= width - near ? null : false)
}

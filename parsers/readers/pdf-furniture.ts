/** Page numbers, running heads and contents: lines that are no part of the text but of its pages. */
import type { Line } from './pdf-lines.js'

export interface PageLines {
  page: number
  height: number
  /** Lines outside tables, in reading order. */
  lines: Line[]
  /** Where the page's tables begin and end, from the top; a line between is no furniture. */
  tables: { top: number; bottom: number }[]
}

const marks = '\\s\\-—–－―_~·|•一'
/** A page's number, bare or decorated. */
export const pageNumber = new RegExp(
  `^[${marks}]{0,30}(?:第\\s{0,4})?(\\d{1,4})(?:\\s{0,4}页)?(?:\\s{0,4}[,，/／]?\\s{0,4}(?:共\\s{0,4})?\\d{1,4}\\s{0,4}页?)?[${marks}]{0,30}$`,
)
/** A figure set off by dashes, or 第…页. */
const decorated = new RegExp(
  `^[${marks}]{0,30}[\\-—–－―~·|•][${marks}]{0,30}\\d{1,4}[${marks}]{1,30}$|第\\s{0,4}\\d{1,4}\\s{0,4}页|^\\d{1,4}\\s{0,4}[/／]\\s{0,4}\\d{1,4}$`,
)

/** Share of the page's height at its top and bottom where furniture stands. */
const zone = 0.13

interface Candidate {
  page: PageLines
  line: Line
}

/** Usual distance of two lines of the document. */
const usualPitch = (pages: PageLines[]): number => {
  const gaps = pages.flatMap(({ lines }) => lines.slice(1).map((line, index) => line.y - (lines[index]?.y ?? 0)))
  return gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? 0
}

/**
 * The first and last two lines of each page that stand off from the text (text at the head or foot of a page is as close to its
 * neighbours as any line) or look like a page number. No table stands above or below furniture.
 */
const candidates = (pages: PageLines[]): Candidate[] => {
  const pitch = usualPitch(pages)
  return pages.flatMap((page) => {
    const { lines, height, tables } = page
    const standsOff = (upper: number): boolean =>
      (lines[upper + 1]?.y ?? height) - (lines[upper]?.y ?? 0) > Math.min(pitch, (lines[upper]?.size ?? 0) * 2.2) * 1.25
    const found = new Set<Line>()
    const [first, second] = lines
    const isTop = (line: Line): boolean => line.y < height * zone && !tables.some((table) => table.top < line.y)
    if (first && isTop(first) && (pageNumber.test(first.text) || standsOff(0) || standsOff(1))) found.add(first)
    if (second && isTop(second) && standsOff(1)) found.add(second)
    const [last, before] = [lines.length - 1, lines.length - 2]
    const isBottom = (line: Line): boolean => line.y > height * (1 - zone) && !tables.some((table) => table.bottom > line.y)
    const [lastLine, lineBefore] = [lines[last], lines[before]]
    if (lastLine && isBottom(lastLine) && (pageNumber.test(lastLine.text) || standsOff(last - 1) || standsOff(last - 2)))
      found.add(lastLine)
    if (lineBefore && isBottom(lineBefore) && standsOff(before - 1)) found.add(lineBefore)
    return [...found].map((line) => ({ page, line }))
  })
}

/** Lines with the same words at the same height, whatever figures they hold. */
const keyOf = ({ line }: Candidate): string => `${line.text.replace(/\s/g, '').replace(/\d+/g, '#')}@${Math.round(line.y / 6)}`

/** Takes furniture out of the pages and tells how much of it. `bodySize` is the size of most text. */
export const removeFurniture = (pages: PageLines[], bodySize: number): { numbers: number; heads: string[] } => {
  const found = candidates(pages)
  const drop = new Set<Line>()
  const numbers = found.filter(({ line }) => pageNumber.test(line.text))
  // Bare figures count as page numbers where they run with the pages.
  const offsets = new Map<number, number>()
  const offsetOf = ({ page, line }: Candidate): number => Number(pageNumber.exec(line.text)?.[1] ?? 0) - page.page
  for (const candidate of numbers) offsets.set(offsetOf(candidate), (offsets.get(offsetOf(candidate)) ?? 0) + 1)
  for (const candidate of numbers) {
    const runs = (offsets.get(offsetOf(candidate)) ?? 0) >= Math.max(2, pages.length / 3)
    const alone = pages.length === 1 && offsetOf(candidate) === 0 && candidate.line.y > candidate.page.height * (1 - zone)
    if (runs || alone || decorated.test(candidate.line.text)) drop.add(candidate.line)
  }
  const numberCount = drop.size
  const groups = new Map<string, Candidate[]>()
  for (const candidate of found)
    if (!drop.has(candidate.line)) groups.set(keyOf(candidate), [...(groups.get(keyOf(candidate)) ?? []), candidate])
  const heads: string[] = []
  for (const group of groups.values()) {
    const [first] = group
    // Odd and even pages may have heads of their own.
    if (!first || group.length < Math.max(2, pages.length * 0.4)) continue
    heads.push(first.line.text)
    // A title that is printed anew on each page is kept once; a running head is set smaller than the text.
    const isTitle = first.line.size >= bodySize * 0.98 && first.page === pages[0]
    for (const { line } of group) if (!isTitle || line !== first.line) drop.add(line)
  }
  for (const page of pages) page.lines = page.lines.filter((line) => !drop.has(line))
  return { numbers: numberCount, heads }
}

/** An entry of a table of contents: words, a leader of dots, a page number. */
const contentsEntry = /(?:[.．·…]\s{0,3}){4}\d{1,4}$/
const contentsTitle = /^目\s*[录次]$/

/** Takes a table of contents out, which repeats the headings. Gives how many entries it had; two lines are no contents. */
export const removeContents = (pages: PageLines[]): number => {
  const count = pages.reduce((sum, page) => sum + page.lines.filter((line) => contentsEntry.test(line.text)).length, 0)
  if (count < 3) return 0
  for (const page of pages)
    page.lines = page.lines.filter((line) => !contentsEntry.test(line.text) && !contentsTitle.test(line.text))
  return count
}

/** Lines of a page that are no text of the report: buttons, breadcrumbs, footers, the line under the title, 索引号 tables. */
import {
  buttonWords,
  footerPairs,
  footerWords,
  indexLabels,
  infoLabels,
  noiseOpenings,
  publishedLabels,
  sizeLetters,
} from '../lexicon/boilerplate.js'
import type { Table } from '../tree.js'

/** The words as alternatives, longest first, for use in a pattern. */
const anyOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|')

const bare = (text: string): string => text.replace(/[\s\u00a0\u200b-\u200f\ufeff]+/g, ' ').trim()
const button = new RegExp(anyOf(buttonWords), 'gi')
const sizes = new RegExp(`[${sizeLetters}]`, 'g')
/** Figures, Latin letters and marks decide nothing. */
const filler = /[\d\s\p{P}\p{S}A-Za-z次页]/gu
const info = new RegExp(`(?:^|[\\s【\\[（(|｜])(?:${anyOf(infoLabels)})\\s?[：:]`, 'g')
const index = new RegExp(`^【?(?:${anyOf(indexLabels)})】?\\s?[：:]`)
const indexWord = new Set(indexLabels)
const isoDay = /^\[?(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\]?/
/** A day with its time of day is a server's, not an author's. */
const isoTime = /^\[?(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}\s+\d{1,2}:\d{2}/
const published = new RegExp(
  `(?:${anyOf(publishedLabels)})】?\\s?[：:]?\\s*((?:19|20)\\d{2})\\s?[-/.年]\\s?(\\d{1,2})\\s?[-/.月]\\s?(\\d{1,2})`,
)

/** By their first character: most lines begin with none of them. */
const openings = new Map(
  noiseOpenings.map((one) => [one.charAt(0), noiseOpenings.filter((words) => words.startsWith(one.charAt(0)))]),
)
const opensButton = new Set([...buttonWords.map((words) => words.charAt(0)), ...sizeLetters])
const fillerAlone = new RegExp(filler.source, 'u')
/** Whether a line may be nothing but buttons: what it opens with opens one or decides nothing. Most lines are left at their first character. */
const mayOpenButtons = (line: string): boolean => {
  const [first = ''] = line
  return opensButton.has(first) || fillerAlone.test(first)
}

/** Buttons, breadcrumbs, pagers, footers, pop-ups: no text of a report wherever they stand. */
export const isNoise = (text: string): boolean => {
  if (text.length > 500) return false
  const line = bare(text)
  if (line.length > 300) return false
  if (openings.get(line.charAt(0))?.some((words) => line.startsWith(words))) return true
  if (footerWords.some((words) => line.includes(words))) return true
  if (footerPairs.reduce((found, words) => found + (line.includes(words) ? 1 : 0), 0) >= 3) return true
  if (line.length > 120 || !mayOpenButtons(line)) return false
  const rest = line.replace(button, '')
  return rest.length < line.length && rest.replace(sizes, '').replace(filler, '') === ''
}

/** The line of date, source and counters under a title; only near the start or the end of the content. */
export const isInfoLine = (text: string): boolean => {
  const line = bare(text)
  if (line.length > 200) return false
  if (isoDay.test(line) && (line.replace(isoDay, '').trim() === '' || line.search(info) >= 0)) return true
  if (line.length <= 60 && isoTime.test(line)) return true
  const labels = line.match(info)
  if (!labels) return false
  const first = line.search(info)
  return first <= 1 && (labels.length >= 2 ? line.length <= labels.length * 50 : line.length <= 40 && !/[，。；]/.test(line))
}

/** A line of the 索引号 block over a document. */
export const isIndexLine = (text: string): boolean => {
  const line = bare(text)
  return line.length <= 200 && index.test(line)
}

/** A table of the document's own metadata: at least three of its cells are index labels. */
export const isIndexTable = (table: Table): boolean => {
  if (table.children.length > 20) return false
  let labels = 0
  let cells = 0
  for (const row of table.children)
    for (const cell of row.children) {
      const text = cell.children.map((paragraph) => paragraph.value).join('')
      if (text === '') continue
      cells++
      if (indexWord.has(text.replace(/[\s：:【】[\]\u3000]/g, '')) || index.test(bare(text))) labels++
    }
  return labels >= 3 && labels >= cells * 0.3
}

const two = (figure: string | undefined): string => (figure ?? '').padStart(2, '0')

/** A day in any of the usual spellings as ISO 8601, or null. */
export const isoDate = (text: string): string | null => {
  const match = /((?:19|20)\d{2})\s?[-/.年]?\s?(\d{1,2})\s?[-/.月]?\s?(\d{1,2})/.exec(text)
  if (!match || Number(match[2]) < 1 || Number(match[2]) > 12 || Number(match[3]) < 1 || Number(match[3]) > 31) return null
  return `${match[1]}-${two(match[2])}-${two(match[3])}`
}

/** The day of publication that a line under the title or an index line gives, or null. */
export const publishedIn = (text: string): string | null => {
  const line = bare(text).slice(0, 400)
  const match = published.exec(line)
  if (match) return `${match[1]}-${two(match[2])}-${two(match[3])}`
  const opening = isoDay.exec(line)
  return opening ? isoDate(opening[0]) : null
}

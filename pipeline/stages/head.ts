/** head: title, programme, region, the document's own year and the day it reports, each with the words that it was read from. */
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import { findAsOf, findProgramme, findTitle, ownYear, type Title } from '../../parsers/fields/head.js'
import { detectRegion } from '../../parsers/fields/region.js'
import { titleEnding, titleWords } from '../../parsers/lexicon/title.js'
import { markAt } from '../../parsers/tokens/marks.js'
import type { Span } from '../../parsers/tree.js'
import { type Head, need, note, type ReportTree } from '../tree.js'

/** How much of the text before the first item counts as the opening. */
const longestOpening = 4000

export const head: Plugin<[], ReportTree> = () => (tree, file) => {
  const layout = need(tree.data.layout, 'layout')
  const around = need(tree.data.around, 'around')
  const raw = need(tree.data.raw, 'raw')
  const { text, folded } = layout
  const meta = tree.data.meta
  const title = findTitle(layout, need(tree.data.lines, 'lines'), meta?.title ?? null) ?? titleOfPage(meta?.title)
  const titleEnd = title?.span[1] ?? 0
  const firstItem = raw[0] ? Math.max(titleEnd, raw[0].span[0]) : text.length
  const lastItem = raw.reduce((most, item) => Math.max(most, item.span[1]), 0)
  const opening: Span = [titleEnd, Math.min(firstItem, titleEnd + longestOpening)]
  const programme = findProgramme(layout, title && title.span[1] > 0 ? title : null, [
    titleEnd,
    // links and signatures behind the last item tell of others
    Math.min(titleEnd + longestOpening, raw.length > 0 ? Math.max(firstItem, lastItem) : text.length),
  ])
  const {
    region,
    evidence: regionEvidence,
    diagnostics,
  } = detectRegion({
    title: title?.text ?? null,
    issuer: null,
    publisher: meta?.publisher ?? null,
    fileHints: meta?.title ? [meta.title] : [],
    opening: text.slice(titleEnd, titleEnd + longestOpening),
    text,
  })
  for (const { code, message, span } of diagnostics) note(file, code, message, span)
  const places: Span[] = [...(title ? [title.span] : []), ...around.filter(([a]) => a <= firstItem)]
  const dated = findAsOf(layout, places, null).asOf
  const year = ownYear({
    text,
    folded,
    head: [0, sentenceAfter(folded, titleEnd)],
    preamble: opening,
    tail: [lastItem, text.length],
    asOf: dated,
    published: meta?.published ?? null,
  })
  // 注：整改进展情况截至… stands under the list
  const tail = around.filter(([a]) => a > firstItem && a >= lastItem)
  const { asOf, impossible } = findAsOf(layout, [...places, ...tail], year?.year ?? null)
  if (impossible) note(file, 'date_impossible', `no calendar has this day: ${text.slice(...impossible)}`, impossible)
  const evidence: Head['evidence'] = []
  if (title) evidence.push({ of: 'title', from: title.span[1] > 0 ? 'text' : 'page', words: title.text, span: title.span })
  if (programme) evidence.push({ of: 'programme', from: 'text', words: programme.text, span: programme.span })
  if (regionEvidence) evidence.push({ of: 'region', ...regionEvidence })
  if (asOf) evidence.push({ of: 'as_of', from: 'text', words: asOf.text, span: asOf.span })
  if (year) evidence.push({ of: 'year', from: year.from, words: year.words, span: year.span })
  else noYear(file, folded)
  tree.data.head = {
    title,
    kind: 'unknown',
    programme,
    region,
    asOf: asOf ? { start: asOf.start, end: asOf.end, precision: asOf.precision, text: asOf.text, span: asOf.span } : null,
    year: year?.year ?? null,
    opening,
    evidence,
  }
}

/** The page's own title, where the text prints none and it reads like a report's. */
const titleOfPage = (words: string | undefined): Title | null =>
  words && words.length >= 8 && titleEnding.test(words) && titleWords.test(words) && !markAt(words, 0)
    ? { text: words, span: [0, 0] }
    : null

/** Where the first sentence behind the title begins. */
function sentenceAfter(folded: string, from: number): number {
  let at = from
  for (const line of folded.slice(from, from + longestOpening).split('\n')) {
    if (/[。；]/.test(line)) return at
    at += line.length + 1
  }
  return at
}

/** 12月底 and 今年 have no year to stand in. */
function noYear(file: VFile, folded: string): void {
  const bare = /(?<![\d年])\d{1,2}月(?:底|末|\d{1,2}日)|今年|(?<!\d ?)年底前/.exec(folded)
  if (bare)
    note(file, 'year_unknown', `nothing says the year in which the report was written: ${bare[0]}`, [
      bare.index,
      bare.index + bare[0].length,
    ])
}

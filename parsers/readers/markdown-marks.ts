/** Inline marks that need no parser, and those that CommonMark does not see beside Chinese punctuation. */
import type { Ink, RunningText } from './html-text.js'
import { isPlain } from './markdown-scan.js'

const lineBreak = /<br\s{0,3}\/?>/gi
/** Bold that opens and closes beside words, or closes after a mark that ends a label; a number in brackets may open it: **（一）整改目标：**值. */
const wordsInBold = /\*\*((?:[^\s*\p{P}\p{S}]|[（(【〔《“])(?:[^*\n]{0,200}[^\s*，、,.])?)\*\*/gu
/** A star between two figures is a product or hides a number (138****1234), never emphasis; the parser gets a stand-in for it. */
const starInFigure = /(?<=\d)\*+(?=\d)/g
const standIn = '\ue02a'
/** The text with its stars again. */
export const shown = (text: string): string => text.replaceAll(standIn, '*')
const struckOut = /~~([^~\n]+)~~/g

/** The source with stand-ins for the stars that must stay. */
export const guarded = (source: string): string => source.replace(starInFigure, (stars) => standIn.repeat(stars.length))

const fence = /^:{3,}[^\n]*$/gm
/** **\\[整改情况\\]**值: beside a letter its stars would stay. */
const boldLabel = /\*\*(\\\[[^[\]\n]{1,20}\\\])\*\*/g
/** []{#_Toc2 .anchor} or [words]{.underline} */
const dressed = /\[([^[\]\n]{0,400})\](\{[.#][^{}\n]{1,80}\}|\{[a-z-]{1,30}="[^"\n]{0,80}"\})/g
/** The source without the boxes (`::: {custom-style="…"}`) and looks (`[words]{.underline}`) that a converter of Word writes; offsets stay. */
export const withoutDress = (source: string): string =>
  source.includes(':::') || source.includes(']{')
    ? source
        .replace(boldLabel, '  $1  ')
        .replace(fence, (line) => ' '.repeat(line.length))
        .replace(dressed, (whole, words: string) => words + ' '.repeat(whole.length - words.length))
    : source

/** `<br>` as a line break. */
export const withBreaks = (text: string): string => (text.includes('<') ? text.replace(lineBreak, '\n') : text)

const escaped = /\\[!-/:-@[-`{-~]/

/** Whether `addText` alone reads the text as the parser would: no marks, or whole words in bold, or words struck out. */
export const isEasy = (text: string): boolean => {
  if (isPlain(text)) return true
  // **1\.…**: only the parser takes the stroke away
  if (escaped.test(text)) return false
  const oneKind = !text.includes('**') || !text.includes('~~')
  return oneKind && !text.includes('***') && isPlain(text.replace(wordsInBold, '').replace(struckOut, ''))
}

/** **整改****目标**: where one bold run meets the next, CommonMark leaves the stars of both. */
const runsMeet = /(?<=\p{L})\*{4}(?=\p{L})/gu

/** Text with the marks that CommonMark leaves standing beside Chinese punctuation. */
export const addText = (words: string, ink: Ink, text: RunningText): void => {
  const value = ink.bold && words.includes('****') ? words.replace(runsMeet, '') : words
  const marks = [
    ...(value.includes('**') ? [...value.matchAll(wordsInBold)].map((match) => ({ match, ink: { ...ink, bold: true } })) : []),
    ...(value.includes('~~') ? [...value.matchAll(struckOut)].map((match) => ({ match, ink: { ...ink, struck: true } })) : []),
  ].sort((a, b) => a.match.index - b.match.index)
  let at = 0
  for (const { match, ink: marked } of marks) {
    if (match.index < at) continue
    text.add(shown(value.slice(at, match.index)), ink)
    text.add(shown(match[1] ?? ''), marked)
    at = match.index + match[0].length
  }
  text.add(shown(value.slice(at)), ink)
}

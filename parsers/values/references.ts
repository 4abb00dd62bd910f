/**
 * References to documents and standards: 《…》 with its number （湘办〔2021〕14号), a document's number behind other words, and
 * the number of a standard (GB 18597—2023), also inside 《》. The form of document numbers is that of GB/T 9704—2012, 7.2.5.
 */

import { beforeDocument, documentNouns, standardCodes } from '../lexicon/references.js'
import { fold } from '../text/fold.js'
import type { Span } from '../tree.js'
import { titleSpans } from './titles.js'
import type { Reference } from './types.js'

const gap = ' {0,2}'
/** 〔2021〕14号 and what offices print for it. */
const yearAndSerial = `[〔\\[【（［]${gap}(?:19|20)\\d\\d${gap}[〕\\]】）］]${gap}第?${gap}\\d{1,5}${gap}号`
const office = '[一-龥A-Za-z“”"·]{1,20}?'
const standard = `${standardCodes}(?:${gap}/${gap}[TZ])?${gap}/?${gap}\\d{1,6}(?:\\.\\d{1,3})?(?:${gap}[-—–－]${gap}(?:19|20)?\\d\\d(?!\\d))?`

const numberHere = new RegExp(`${office}${gap}${yearAndSerial}|${standard}`, 'y')
const serials = new RegExp(yearAndSerial, 'g')
const standards = new RegExp(`(?<![A-Za-z])${standard}`, 'g')
const standardIn = new RegExp(standards.source)
/** Every standard's code begins with one. */
const capital = /[A-Z]/
const withYear = /[-—–－] {0,2}(?:19|20)?\d\d$/

function matchAt(pattern: RegExp, text: string, index: number): string | null {
  pattern.lastIndex = index
  return pattern.exec(text)?.[0] ?? null
}

/** A reference that claims `span`; nothing else is read from there. */
interface Found extends Reference {
  span: Span
}

/** Longest note behind a number in its bracket: ，以下简称《意见》. */
const MAX_NOTE = 60
const openers = '（〔[【'
const closers = '）〕]】'

/** The number right behind a title, in a bracket or bare: its text, and where it and its bracket end. */
function numberBehind(text: string, index: number): { from: number; to: number; end: number } | null {
  let at = index
  while (at < index + 2 && text.charAt(at) === ' ') at++
  const bracket = openers.indexOf(text.charAt(at) || '\0')
  const from = bracket < 0 ? at : at + 1
  const printed = matchAt(numberHere, text, from)
  if (!printed) return null
  const to = from + printed.length
  const close = bracket < 0 ? -1 : text.slice(to, to + MAX_NOTE).indexOf(closers.charAt(bracket))
  return { from, to, end: to + close + 1 }
}

function titled(text: string, source: string, titles: readonly Span[]): Found[] {
  return titles.map(([start, end]) => {
    const title = source.slice(start + 1, end - 1)
    const behind = numberBehind(text, end)
    if (behind) return { title, number: source.slice(behind.from, behind.to), span: [start, behind.end] }
    const inside = standardIn.exec(text.slice(start + 1, end - 1))
    return { title, number: inside ? title.slice(inside.index, inside.index + inside[0].length) : null, span: [start, end] }
  })
}

const nameCharacter = /[一-龥A-Za-z“”"·]/

/** The characters of a name that end at `end`, at most `most`. */
function nameBefore(text: string, end: number, most: number): string {
  let start = end
  while (start > end - most && nameCharacter.test(text.charAt(start - 1))) start--
  return text.slice(start, end)
}

const namesDocument = new RegExp(`${documentNouns}$`)

/** The last place in `words` behind which a document's name can begin. */
function nameIn(words: string): string {
  const start = beforeDocument.reduce((latest, word) => {
    const at = words.lastIndexOf(word)
    return at < 0 ? latest : Math.max(latest, at + word.length)
  }, 0)
  return words.slice(start)
}

/** 指导意见（某办发〔2016〕63号）, or the number alone where no name stands before its bracket. */
function numbered(text: string, source: string): Found[] {
  const found: Found[] = []
  for (const { 0: serial, index } of text.matchAll(serials)) {
    let blank = index
    while (blank > index - 2 && text.charAt(blank - 1) === ' ') blank--
    const name = nameBefore(text, blank, 20)
    if (name === '') continue
    const before = name + text.slice(blank, index)
    const to = index + serial.length
    const bracketed = openers.includes(text.charAt(index - before.length - 1) || '\0')
    const open = index - before.length - 1
    const document = bracketed ? nameIn(nameBefore(text, open, 40)) : ''
    if (document.length > 2 && namesDocument.test(document)) {
      const close = closers.includes(text.charAt(to) || '\0') ? to + 1 : to
      found.push({
        title: source.slice(open - document.length, open),
        number: source.slice(open + 1, to),
        span: [open - document.length, close],
      })
    } else {
      const issuer = bracketed ? before : nameIn(before)
      const number = source.slice(index - issuer.length, to)
      if (issuer.trim() !== '') found.push({ title: number, number, span: [index - issuer.length, to] })
    }
  }
  return found
}

/** A standard that is named by its number alone; without a year only GB and HJ are sure enough. */
function standardsAlone(text: string, source: string): Found[] {
  const found: Found[] = []
  for (const { 0: printed, index } of text.matchAll(standards)) {
    const end = index + printed.length
    if (!withYear.test(printed) && !/^(?:GB|HJ).*\d{3}/.test(printed)) continue
    const number = source.slice(index, end)
    found.push({ title: number, number, span: [index, end] })
  }
  return found
}

/** All references of a text in order, without overlap. Linear in its length. `folded` and `titles` where they are known. */
export function findReferences(text: string, folded = fold(text), titles = titleSpans(folded)): Reference[] {
  const all = titled(folded, text, titles)
  // A look for one character is far cheaper than the patterns, and most sentences have neither.
  if (folded.includes('号')) all.push(...numbered(folded, text))
  if (capital.test(folded)) all.push(...standardsAlone(folded, text))
  if (all.length < 2) return all
  all.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
  let end = 0
  return all.filter(({ span }) => {
    if (span[0] < end) return false
    end = span[1]
    return true
  })
}

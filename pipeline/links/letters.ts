/** Letters of a problem: what is left when marks, spelling and the words that every office puts around it are taken away. */

import { fold } from '../../parsers/text/fold.js'
import { parseNumeral } from '../../parsers/values/numerals.js'

/** Words that an office puts before a problem, and behind it. */
const before = /^(?:反馈(?:的)?问题|存在(?:的)?问题|问题(?:描述|内容|表述)?)[：\s]|^(?:关于|针对|对于|就)/
const behind = /(?:这一|等)?(?:方面)?(?:的)?(?:突出)?问题$/
/** A bracket that only leads to a list: （对应清单第12项）, （序号3）. */
const bracket = /（[^（）]{1,30}）/g
const pointer = /序号|编号|清单|台账|方案/
const withoutPointer = (words: string): string => (pointer.test(words) ? '' : words)
const marks = /[^\p{L}\p{N}%.]+/gu
/** A dot is part of a figure, else it is a mark. */
const dots = /(?<!\d)\.|\.(?!\d)/g
const clauseEnd = /[，。；：、！？,;]|(?<!\d)\.|\.(?!\d)/

/** The text in one spelling, with its marks, without what stands around a problem. */
const bare = (text: string): string => {
  const whole = fold(text.normalize('NFKC')).toLowerCase().replace(/\s+/g, '').replace(bracket, withoutPointer)
  const inner = whole
    .replace(before, '')
    .replace(/[”"』」]?[。；，]?$/, '')
    .replace(behind, '')
  return inner.replace(marks, '') === '' ? whole : inner
}

const strip = (text: string): string => text.replace(marks, '').replace(dots, '')

/** Letters and figures of a text in one spelling: simplified, half-width, lower-case. */
export const lettersOf = (text: string): string => clausesOf(text).join('')

/** The letters of each clause; together they are the letters of the text. */
export const clausesOf = (text: string): string[] => bare(text).split(clauseEnd).map(strip).filter(Boolean)

const numberRun = /\d+|[〇零一二三四五六七八九十百]+/g

/** The number that a label prints: `反馈问题二十一：` is 21; null where it prints none, or several (`1.2`). */
export const listNumber = (label: string): number | null => {
  const runs = fold(label.normalize('NFKC')).match(numberRun) ?? []
  return runs.length === 1 && runs[0] !== undefined ? parseNumeral(runs[0]) : null
}

/** The pairs of neighbouring letters, each once, as numbers in order. A text of one letter is its own pair. */
export const bigramsOf = (letters: string): Uint32Array => {
  const found = new Set<number>()
  for (let i = 0; i + 1 < letters.length; i++) found.add(letters.charCodeAt(i) * 0x10000 + letters.charCodeAt(i + 1))
  if (letters.length === 1) found.add(letters.charCodeAt(0))
  return Uint32Array.from(found).sort()
}

/** Letters of a fingerprint, and how many neighbours of which the least is kept: a run of GRAM + WINDOW - 1 letters that two texts share is found. */
const GRAM = 4
const WINDOW = 5

const gramHash = (letters: string, at: number): number => {
  let hash = 0x811c9dc5
  for (let i = at; i < at + GRAM; i++) hash = Math.imul(hash ^ letters.charCodeAt(i), 0x01000193)
  hash ^= hash >>> 15
  return Math.imul(hash, 0x2c1b3c6d) >>> 0
}

/**
 * Fingerprints of a text by winnowing (Schleimer, Wilkerson, Aiken 2003): of each WINDOW neighbouring hashes of GRAM letters the least.
 * Two texts that share a run of eight letters share a fingerprint. Shorter texts have one; one of fewer than four letters has none.
 */
export const fingerprintsOf = (letters: string): number[] => {
  const hashes = Array.from({ length: Math.max(0, letters.length - GRAM + 1) }, (_, i) => gramHash(letters, i))
  const kept = new Set<number>()
  for (let from = 0; from === 0 ? hashes.length > 0 : from + WINDOW <= hashes.length; from++)
    kept.add(hashes.slice(from, from + WINDOW).reduce((least, hash) => Math.min(least, hash)))
  return [...kept].sort((a, b) => a - b)
}

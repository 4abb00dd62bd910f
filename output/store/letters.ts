/**
 * How a text goes into the search index. SQLite's unicode61 splits at blanks and marks only, so each Chinese character is set apart and
 * is a word of its own; what is searched for is then a phrase of them, and every part of a text is found, whatever a splitter of words
 * would have made of it.
 */
import { fold } from '../../parsers/text/fold.js'

/** One spelling for search: full-width letters and digits folded, small letters; as long as the text, so offsets stay. */
export const plain = (text: string): string => fold(text).replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

/** The text with every Chinese character between blanks. */
export const spaced = (text: string): string => plain(text).replace(/\p{Script=Han}+/gu, (run) => ` ${[...run].join(' ')} `)

let segmenter: Intl.Segmenter | undefined

/** The words of a question, by the built-in segmenter: for items that have them all, though not side by side. None where Node was built without ICU. */
export const wordsOf = (term: string): string[] => {
  if (!('Segmenter' in Intl)) return []
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  return [...segmenter.segment(term)].filter((segment) => segment.isWordLike).map((segment) => segment.segment)
}

/** A phrase of FTS5; one that ends in a letter or digit finds longer words too (`pm2` finds PM2.5). */
export const phrase = (term: string): string => {
  const words = spaced(term).replaceAll('"', ' ').trim()
  return `"${words}"${/[a-z0-9]$/.test(words) ? ' *' : ''}`
}

/** Whether anything of a term is in the index: a mark alone is not. */
export const isIndexed = (term: string): boolean => /[\p{L}\p{N}]/u.test(term)

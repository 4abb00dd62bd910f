/**
 * How a text goes into the search index. Chinese is written without blanks, so each pair of neighbouring characters is a word there (农村污水
 * is 农村, 村污, 污水), and the last character of a run one by itself. Any part of a text is found by its pairs, and no dictionary is needed, neither to
 * make the index nor to ask it. What is written here is in the ledgers: a change needs a migration that makes the index anew.
 */
import { fold } from '../../parsers/text/fold.js'

/** One spelling for search: full-width letters and digits folded, small letters; as long as the text, so offsets stay. */
export const plain = (text: string): string => fold(text).replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

/** The text without the blanks and line breaks that stand between two Chinese characters: a word may go on in the next line. */
export const unbroken = (text: string): string => plain(text).replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')

const hanRun = /\p{Script=Han}+/gu

/** The words of a run of Chinese characters: its pairs; of a single one itself. */
const pairsOf = (run: string): string[] => {
  const letters = [...run]
  return letters.length === 1 ? letters : letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}

/** The words of a text, as the index takes them; unicode61 splits the rest at blanks and marks. */
export const searchWords = (text: string): string =>
  unbroken(text).replace(hanRun, (run) => {
    const last = [...run].at(-1) ?? ''
    return ` ${run === last ? run : `${pairsOf(run).join(' ')} ${last}`} `
  })

/** The words of a field, each once and behind the number of the field. Marks over letters are left to unicode61, which drops them. */
export const fieldWords = (field: number, text: string): string => {
  const words = searchWords(text).match(/[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{Mn}]*/gu) ?? []
  return [...new Set(words)].map((word) => `${field}${word}`).join(' ')
}

const wordRuns = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{Co}])+/gu
const isHan = (run: string): boolean => /^\p{Script=Han}/u.test(run)

/** A word that the index is asked for, and whether longer ones that begin so are meant too. */
export interface Asked {
  word: string
  begins: boolean
}

/** What the index is asked for a term: all of these. One Chinese character begins a pair or stands alone; what ends in a letter or digit finds longer words too (`pm2` finds PM2.5). */
export const askedFor = (term: string): Asked[] => {
  const runs = term.match(wordRuns) ?? []
  return runs.flatMap((run, index): Asked[] => {
    if (!isHan(run)) return [{ word: run, begins: index === runs.length - 1 && term.endsWith(run) }]
    return [...run].length === 1 ? [{ word: run, begins: true }] : pairsOf(run).map((word) => ({ word, begins: false }))
  })
}

/** Whether the words of the index say all: of a longer term they may stand apart in a text, which is then looked at. */
export const isOneWord = (term: string): boolean => {
  const runs = term.match(wordRuns) ?? []
  return runs.length === 1 && runs[0] === term && (!isHan(term) || [...term].length <= 2)
}

/** Whether anything of a term is in the index: a mark alone is not. */
export const isIndexed = (term: string): boolean => /[\p{L}\p{N}]/u.test(term)

const LONGEST_WORD = 4

/**
 * Cuts a run of Chinese characters into words of two to four characters by how many items have each of its pairs: 农村污水 is cut where few have 村污. A
 * single character is left over only where it must be.
 */
const cutRun = (run: string, items: (pair: string) => number): string[] => {
  const letters = [...run]
  const bonds = pairsOf(run).map((pair) => Math.log1p(items(pair)))
  /** Worth of letters[from…to]: by its weakest pair; a pair that no item has is worse than a cut. */
  const worth = (from: number, to: number): number => {
    if (to - from === 1) return -1
    const weakest = Math.min(...bonds.slice(from, to - 1))
    return weakest === 0 ? -100 : (to - from) * weakest
  }
  const best: { sum: number; words: string[] }[] = [{ sum: 0, words: [] }]
  for (let to = 1; to <= letters.length; to++)
    for (let from = Math.max(0, to - LONGEST_WORD); from < to; from++) {
      const before = best[from]
      const sum = (before?.sum ?? 0) + worth(from, to)
      if (before && sum > (best[to]?.sum ?? Number.NEGATIVE_INFINITY))
        best[to] = { sum, words: [...before.words, letters.slice(from, to).join('')] }
    }
  return best[letters.length]?.words ?? [run]
}

/** The words that a term is made of, for items that have them all, though not side by side. `items` tells how many items of the index have a pair. */
export const wordsOf = (term: string, items: (pair: string) => number): string[] =>
  (term.match(wordRuns) ?? []).flatMap((run) => (isHan(run) && [...run].length > 2 ? cutRun(run, items) : [run]))

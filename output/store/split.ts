/**
 * Word splitters for the search index. SQLite's unicode61 splits at blanks only, so Chinese is cut into words before it goes in.
 * nodejieba is optional and heavy (a second and 250 MB to load): it is loaded when the index is first used, in this process only.
 */
import { createRequire } from 'node:module'

/** Cuts a text into the words that are indexed. */
export interface Splitter {
  /** Name and version, as the ledger remembers it. */
  name: string
  split(text: string): string[]
}

interface Jieba {
  /** `true`: with the model for unknown words; without it digits and Latin letters are cut apart. */
  cutForSearch(text: string, strict: boolean): string[]
}

/** Pieces short enough for the segmenter, whose time grows with the square of the length. */
const pieces = /[^。；，、：\n]{1,200}/gu

const word = /[\p{L}\p{N}]/u

const jieba = (): Splitter | null => {
  try {
    const require = createRequire(import.meta.url)
    const { cutForSearch } = require('nodejieba') as Jieba
    const { version } = require('nodejieba/package.json') as { version: string }
    return { name: `nodejieba ${version}`, split: (text) => cutForSearch(text, true).filter((token) => word.test(token)) }
  } catch {
    return null
  }
}

const intl = (): Splitter => {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  const split = (text: string) =>
    (text.match(pieces) ?? []).flatMap((piece) =>
      [...segmenter.segment(piece)].filter((s) => s.isWordLike).map((s) => s.segment),
    )
  return { name: `Intl.Segmenter ${process.versions.icu ?? ''}`.trim(), split }
}

let loaded: Splitter | undefined

/** The best splitter that this machine has: nodejieba, else the built-in `Intl.Segmenter`. */
export const bestSplitter = (): Splitter => {
  loaded ??= jieba() ?? intl()
  return loaded
}

/** The splitter of that name when this machine has it. */
export const splitterNamed = (name: string): Splitter | null => {
  if (name.startsWith('nodejieba') && bestSplitter().name === name) return bestSplitter()
  const builtIn = intl()
  return builtIn.name === name ? builtIn : null
}

/** A sentence that was made in English, in the language of the person at the terminal. */
import type { Lang } from './index.js'
import { messages } from './messages.js'

interface Sentence {
  /** What stands before, between and behind the words that are filled in. */
  literals: string[]
  names: string[]
  zh: string
}

const hole = /\{(\w+)\}/g
/** First those that open with words of their own, and of either those with the most: another may be one of them with anything filled in. */
const sentences: Sentence[] = Object.entries(messages)
  .map(([en, zh]) => ({ literals: en.split(/\{\w+\}/), names: [...en.matchAll(hole)].map(([, name = '']) => name), zh }))
  .sort((a, b) => Number(b.literals[0] !== '') - Number(a.literals[0] !== '') || own(b) - own(a))

function own({ literals }: Pick<Sentence, 'literals'>): number {
  return literals.reduce((sum, words) => sum + words.length, 0)
}

/** The words that are filled in, or null where the text is not made of this sentence. Linear: what stands between is looked for once, from the left. */
function filledIn(text: string, { literals, names }: Sentence): Map<string, string> | null {
  const [first = '', ...rest] = literals
  if (rest.length === 0) return text === first ? new Map() : null
  const last = rest.at(-1) ?? ''
  if (!text.startsWith(first) || !text.endsWith(last)) return null
  const filled = new Map<string, string>()
  let at = first.length
  for (const [i, words] of rest.entries()) {
    const end = i === rest.length - 1 ? text.length - words.length : text.indexOf(words, at)
    // Nothing filled in is no sentence.
    if (end <= at) return null
    filled.set(names[i] ?? '', text.slice(at, end))
    at = end + words.length
  }
  return filled
}

/** Holes that another sentence fills. */
const inner: ReadonlySet<string> = new Set(['message', 'why', 'what', 'hint'])
const listed = (words: string): string => words.replace(/,? or /g, '或').replaceAll(', ', '、')

function inChinese(line: string): string {
  for (const sentence of sentences) {
    const filled = filledIn(line, sentence)
    if (filled)
      return sentence.zh.replace(hole, (_, name: string) => {
        const words = filled.get(name) ?? ''
        return inner.has(name) ? inChinese(words) : name === 'list' ? listed(words) : words
      })
  }
  return line
}

/** Line by line; a line that no sentence of the table made stays as it is. */
export const say = (text: string, lang: Lang): string => (lang === 'zh' ? text.split('\n').map(inChinese).join('\n') : text)

/** Limits without a label: a bracket behind a problem or a measure that says until when. */
import { limitWords } from '../lexicon/deadlines.js'
import type { Span } from '../tree.js'
import { parseDeadline } from './deadline.js'

/** Words that are a day or a standing phrase and nothing else. */
export const isDeadline = (words: string): boolean =>
  words.length <= 20 &&
  parseDeadline(words, { year: null }).entries.some(({ scope }) => scope === null) &&
  !/[：（]/.test(words)

/** Words that say until when and not only when: 2024年6月底前完成, 长期坚持; 2024年6月 may be the day of what is told. */
export const isLimit = (words: string): boolean =>
  limitWords.test(words) && !/已|未|正在/.test(words) && words.split(/[，；]/).every(isDeadline)

/** （2024年6月底前完成） behind a problem: the bracket and the words in it; null where there is none with a day. */
export function trailingLimit(folded: string): { outer: Span; span: Span } | null {
  const match = /（([^（）]{4,40})）[。；]?\s*$/.exec(folded)
  if (!match?.[1] || !/\d/.test(match[1]) || !isLimit(match[1])) return null
  return { outer: [match.index, folded.length], span: [match.index + 1, match.index + 1 + match[1].length] }
}

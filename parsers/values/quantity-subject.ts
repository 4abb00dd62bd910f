/**
 * The words that a figure measures, where they stand right beside it: 总磷平均浓度0.043mg/L, 161座城市污水处理厂. A phrase counts only
 * where it ends in a noun of the lexicon and begins behind a word that parts; a wrong word is worse than none.
 */
import { verbsOfAmount, verbsOfDimension } from '../lexicon/bounds.js'
import {
  boundaries,
  closings,
  closingsOfShare,
  dimensionHeads,
  doings,
  thingHeads,
  timeHeads,
  wholeWords,
} from '../lexicon/subjects.js'
import { unitsOf } from './marks.js'
import { regionPrefix } from './regions.js'
import { addWords, type Trie, trie } from './trie.js'
import type { Unit } from './units.js'

export type Kind = 'thing' | 'dimension'

const backward = <T>(rows: readonly (readonly [words: string, value: T])[]): Trie<T> => {
  const root = trie<T>()
  for (const [words, value] of rows) addWords(root, words, () => value, true)
  return root
}
const heads = backward<Kind>([
  [dimensionHeads, 'dimension'],
  [thingHeads, 'thing'],
])
/** Verbs of change part as others do: 压缩|工期. */
const changes = [...verbsOfAmount, ...verbsOfDimension].map(([, words]) => words).join(' ')
const parts = backward([
  [boundaries, true],
  [changes, true],
])
const closers = backward([[closings, true]])
const closersOfShare = backward([[`${closings} ${closingsOfShare}`, true]])
const doing = backward([[doings, true]])
const partsForward = trie<true>()
addWords(partsForward, boundaries, () => true as const)
const whole = new Set(wholeWords.split(' '))
const times = new RegExp(`(?:${timeHeads.replaceAll(' ', '|')})$`)

/** The longest word of a table that ends at `end` and does not begin before `floor`: its start and value, or null. */
function wordAt<T>(root: Trie<T>, text: string, end: number, floor: number): { start: number; value: T } | null {
  let at = root
  let found: { start: number; value: T } | null = null
  for (let i = end - 1; i >= floor; i--) {
    const next = at.next.get(text.charCodeAt(i))
    if (!next) break
    at = next
    if (at.value !== null) found = { start: i, value: at.value }
  }
  return found
}

/** Is the character at `index` a part of a word such as 有机 or 集中? */
const isWhole = (text: string, index: number): boolean =>
  whole.has(text.slice(index, index + 2)) || whole.has(text.slice(Math.max(0, index - 1), index + 1))

/** Does a word end at `end` behind which a subject can begin? */
function partsBefore(text: string, end: number, floor: number): boolean {
  const word = wordAt(parts, text, end, floor)
  if (word !== null && text.charAt(end) === '值' && text.charAt(end - 1) === '加') return false
  return word !== null && (end - word.start > 1 || !isWhole(text, word.start))
}

/** Does a word begin at `index` that ends a subject? */
function partsBehind(text: string, index: number): boolean {
  let at = partsForward
  let length = 0
  for (let i = index; i < text.length; i++) {
    const next = at.next.get(text.charCodeAt(i))
    if (!next) break
    at = next
    if (at.value) length = i + 1 - index
  }
  return length > 1 || (length === 1 && !isWhole(text, index))
}

const isLatin = unitsOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')
const isWord = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || isLatin(code)
const maxSubject = 18
const maxBehind = 14

/** 161座城市污水处理厂: from the figure to the first noun behind which something else begins. */
function thingBehind(text: string, start: number): string | null {
  for (let end = start + 1; end <= start + maxBehind && isWord(text.charCodeAt(end - 1)); end++) {
    const ends = !isWord(text.charCodeAt(end)) || partsBehind(text, end)
    if (!ends) continue
    const head = wordAt(heads, text, end, start)
    return head?.value === 'thing' && end - start >= 2 && !partsBehind(text, start) ? text.slice(start, end) : null
  }
  return null
}

/** How many characters of a name stand before `start` because it has a figure of its own: PM2.5浓度, 5G基站. */
function figuredName(text: string, start: number, floor: number): number {
  const before = text.slice(Math.max(floor, start - 5), start)
  return (/[A-Z]/.test(text.charAt(start)) ? /\d{1,2}$/ : /PM(?:2\.5|10)$/).exec(before)?.[0].length ?? 0
}

/** The noun phrase that ends at `end`, of a kind that fits. */
export function nounBefore(
  text: string,
  end: number,
  floor: number,
  fits: (kind: Kind, words: string) => boolean,
): string | null {
  const head = wordAt(heads, text, end, floor)
  if (!head || !fits(head.value, text.slice(head.start, end))) return null
  let start = head.start
  for (; start > floor && isWord(text.charCodeAt(start - 1)); start--) {
    if (end - start > maxSubject) return null
    if (end - start >= 2 && partsBefore(text, start, floor)) return text.slice(start, end)
  }
  start -= figuredName(text, start, floor)
  return end - start >= 2 && end - start <= maxSubject ? text.slice(start, end) : null
}

/** 全县, 我市, 祁东县: where, not what; 高标准: how. */
const area = /^(?:全|我|该|本|各)[省州市县区镇乡村]$|高标准$/
const isNoThing = (words: string): boolean => area.test(words) || regionPrefix(words) === words.length

/** 达到销号标准64件, 低于国家标准0.5mg/L: by what is measured, not what. */
const yardstick = /(?:标准|要求|条件|目标|限值|水平)$/
const measuring = /(?:达到?|符合|满足|对照|具备|执行|按照?|超过?|[高低]于)$/
const isYardstick = (text: string, words: string, at: number): boolean =>
  yardstick.test(words) && measuring.test(text.slice(Math.max(0, at - words.length - 2), Math.max(0, at - words.length)))

/** 已支出1200万元: a verb, though there is a noun of the name. */
const isVerb = (text: string, words: string, at: number): boolean =>
  /^(?:支出|补助|补贴|投入)$/.test(words) && /[已未共再均拟应]$/.test(text.slice(0, at - words.length).slice(-1))

/** The end of the words before the figure without those that only lead to it. */
function withoutClosers(text: string, end: number, floor: number, isShare: boolean): number {
  let at = end
  for (let words = 0; words < 3; words++) {
    const word = wordAt(isShare ? closersOfShare : closers, text, at, floor)
    if (!word || (at - word.start === 1 && isWhole(text, word.start))) break
    at = word.start
  }
  return at
}

/** Counts name their thing behind (161座污水处理厂) or before (项目12个), measures and shares before (管网长度达8400公里), matter behind too. */
export function subjectOf(text: string, start: number, floor: number, end: number, unit: Unit | null): string | null {
  const isCount = unit?.kind === 'count' || unit?.kind === 'noun'
  const isShare = unit === null || unit.kind === 'share'
  const isTime = unit?.si?.unit === 's' && !unit.compound
  const fits = (kind: Kind, words: string): boolean => (isTime ? times.test(words) : isCount ? kind === 'thing' : true)
  const behind = isCount || (unit?.kind === 'measure' && !isTime) ? thingBehind(text, end) : null
  if (isCount && behind && !isNoThing(behind)) return behind
  const at = withoutClosers(text, start, floor, isShare)
  const act = wordAt(doing, text, at, floor)
  const before = nounBefore(text, at, floor, fits) ?? (act && nounBefore(text, act.start, floor, fits))
  return (before && !isNoThing(before) && !isYardstick(text, before, at) && !isVerb(text, before, at) ? before : null) ?? behind
}

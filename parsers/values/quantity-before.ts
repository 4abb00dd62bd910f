/** The words right before a figure: bounds, verbs of change, rates, signs of money, ranks. */
import {
  belowZero,
  boundsBefore,
  changeTo,
  extentsOfChange,
  fillers,
  noBounds,
  noChange,
  ranksBefore,
  ratesBefore,
  scalesBefore,
  verbsOfChange,
  verbsOfDegree,
  verbsOfGrowth,
  verbsOfReach,
} from '../lexicon/bounds.js'
import { currencyPrefixes } from '../lexicon/units.js'
import { addWords, trie } from './trie.js'
import type { Comparator, Quantity } from './types.js'
import type { Unit } from './units.js'

type Role =
  | { kind: 'bound'; comparator: Comparator }
  | { kind: 'change'; change: 'up' | 'down'; sort: 'of' | 'ofDegree' | 'ofReach' | 'reached' | 'extent' }
  | { kind: 'filler'; to: boolean }
  | { kind: 'rate'; time: string }
  | { kind: 'currency'; code: string }
  | { kind: 'scale'; sign: string }
  | { kind: 'belowZero' | 'rank' | 'stop' }

const backward = trie<Role>()
for (const words of [noBounds, noChange]) addWords(backward, words, (): Role => ({ kind: 'stop' }), true)
for (const [comparator, words] of boundsBefore) addWords(backward, words, (): Role => ({ kind: 'bound', comparator }), true)
for (const [change, words] of verbsOfChange)
  addWords(backward, words, (): Role => ({ kind: 'change', change, sort: 'of' }), true)
for (const [change, words] of verbsOfDegree)
  addWords(backward, words, (): Role => ({ kind: 'change', change, sort: 'ofDegree' }), true)
for (const [change, words] of [...verbsOfGrowth, ...verbsOfReach])
  addWords(backward, words, (): Role => ({ kind: 'change', change, sort: 'ofReach' }), true)
// 提到 is to mention
addWords(backward, '提至', (): Role => ({ kind: 'change', change: 'up', sort: 'reached' }), true)
for (const [change, words] of extentsOfChange)
  addWords(backward, words, (): Role => ({ kind: 'change', change, sort: 'extent' }), true)
for (const [time, words] of ratesBefore) addWords(backward, words, (): Role => ({ kind: 'rate', time }), true)
for (const [code, words] of currencyPrefixes) addWords(backward, words, (): Role => ({ kind: 'currency', code }), true)
for (const [sign, words] of scalesBefore) addWords(backward, words, (): Role => ({ kind: 'scale', sign }), true)
addWords(backward, belowZero, (): Role => ({ kind: 'belowZero' }), true)
addWords(backward, ranksBefore, (): Role => ({ kind: 'rank' }), true)
addWords(backward, changeTo, (): Role => ({ kind: 'filler', to: true }), true)
addWords(backward, fillers, (): Role => ({ kind: 'filler', to: false }), true)

export interface Before {
  /** First of the words that decide a field: bound, rate, sign of money, minus. */
  start: number
  /** First of all words read, verbs and fillers too: the subject ends here. */
  outer: number
  comparator: Comparator | null
  change: Quantity['change']
  changeKind: Quantity['changeKind']
  /** UCUM code of the time of a rate. */
  rate: string | null
  /** ISO 4217. */
  currency: string | null
  scale: string | null
  belowZero: boolean
  rank: boolean
  /** Where the 到 or 至 that leads to the figure stands, or -1. */
  until: number
}

const maxWords = 6
const maxBlanks = 4

function wordBefore(text: string, end: number, floor: number): { role: Role; start: number } | null {
  let at = backward
  let found: { role: Role; start: number } | null = null
  for (let i = end - 1; i >= floor; i--) {
    const next = at.next.get(text.charCodeAt(i))
    if (!next) break
    at = next
    if (at.value) found = { role: at.value, start: i }
  }
  return found
}

function backOverBlanks(text: string, index: number, floor: number): number {
  let i = index
  while (i > floor && i > index - maxBlanks && text.charCodeAt(i - 1) === 0x20) i--
  return i
}

/** Counts are the object of 提升 (提升两支队伍); points of a score are what it changes. */
const isObject = (unit: Unit | null): boolean => (unit?.kind === 'count' && unit.code !== '{分}') || unit?.kind === 'noun'

/** Reads the words before the figure that starts at `index`, not past `floor` (the end of the last figure). */
export function lookBefore(text: string, index: number, floor: number, unit: Unit | null): Before {
  const found: Before = {
    start: index,
    outer: index,
    comparator: null,
    change: null,
    changeKind: null,
    rate: null,
    currency: null,
    scale: null,
    belowZero: false,
    rank: false,
    until: -1,
  }
  let to = false
  for (let words = 0; words < maxWords; words++) {
    const word = wordBefore(text, backOverBlanks(text, found.outer, floor), floor)
    if (!word || word.role.kind === 'stop') break
    const { role, start } = word
    const end = found.outer
    const first = found.outer === index
    if (role.kind !== 'rank') found.outer = start
    switch (role.kind) {
      case 'bound':
        if (found.comparator === null || found.comparator === '~') found.comparator = role.comparator
        found.start = start
        continue
      case 'filler':
        to ||= role.to
        if (role.to && found.until < 0 && /[到至]/.test(text.charAt(start))) found.until = start
        continue
      case 'currency':
        if (found.currency !== null) break
        found.currency = role.code
        found.start = start
        continue
      case 'scale':
        found.scale = role.sign
        found.start = start
        continue
      case 'belowZero':
        found.belowZero = first || found.scale !== null
        if (found.belowZero) found.start = start
        continue
      case 'rate':
        if (found.rate !== null) break
        found.rate = role.time
        found.start = start
        continue
      case 'change':
        if (role.sort === 'ofDegree' && !to && isObject(unit)) break
        // 扩至600吨/日, but 水压达到0.35兆帕
        if (role.sort === 'ofReach' && found.until !== end) break
        found.change = role.change
        found.changeKind = (to && role.sort !== 'extent') || role.sort === 'reached' ? 'to' : 'by'
        break
      case 'rank':
        found.rank = first
        break
    }
    break
  }
  return found
}

const least = /至少[\u4e00-\u9fff]{1,6}$/

/** 至少开展一次, 至少启动并办结1件: a verb stands between the bound and its count. Where the bound starts, or -1. */
export function leastBefore(text: string, before: Before, floor: number): number {
  if (before.comparator !== null) return -1
  const from = Math.max(floor, before.outer - 8)
  const m = least.exec(text.slice(from, before.outer))
  return m ? from + m.index : -1
}

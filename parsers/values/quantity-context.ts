/** The words right before and right behind a figure: bounds, verbs of change, rates, signs of money, ranks. One look in each direction. */
import {
  belowZero,
  boundsAfter,
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
} from '../lexicon/bounds.js'
import { currencyPrefixes } from '../lexicon/units.js'
import { skipBlanks } from './magnitude.js'
import type { Comparator, Quantity } from './types.js'
import type { Unit } from './units.js'

type Role =
  | { kind: 'bound'; comparator: Comparator }
  | { kind: 'change'; change: 'up' | 'down'; sort: 'of' | 'ofDegree' | 'extent' }
  | { kind: 'filler'; to: boolean }
  | { kind: 'rate'; time: string }
  | { kind: 'currency'; code: string }
  | { kind: 'scale'; sign: string }
  | { kind: 'belowZero' | 'rank' | 'stop' }

interface Node {
  next: Map<number, Node>
  role: Role | null
}

const node = (): Node => ({ next: new Map(), role: null })
const backward = node()
const forward = node()

function add(root: Node, words: string, role: Role, reversed: boolean): void {
  for (const word of words.split(' ')) {
    let at = root
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(reversed ? word.length - 1 - i : i)
      const next = at.next.get(code) ?? node()
      at.next.set(code, next)
      at = next
    }
    at.role ??= role
  }
}

for (const words of [noBounds, noChange]) add(backward, words, { kind: 'stop' }, true)
for (const [comparator, words] of boundsBefore) add(backward, words, { kind: 'bound', comparator }, true)
for (const [change, words] of verbsOfChange) add(backward, words, { kind: 'change', change, sort: 'of' }, true)
for (const [change, words] of verbsOfDegree) add(backward, words, { kind: 'change', change, sort: 'ofDegree' }, true)
for (const [change, words] of extentsOfChange) add(backward, words, { kind: 'change', change, sort: 'extent' }, true)
for (const [time, words] of ratesBefore) add(backward, words, { kind: 'rate', time }, true)
for (const [code, words] of currencyPrefixes) add(backward, words, { kind: 'currency', code }, true)
for (const [sign, words] of scalesBefore) add(backward, words, { kind: 'scale', sign }, true)
add(backward, belowZero, { kind: 'belowZero' }, true)
add(backward, ranksBefore, { kind: 'rank' }, true)
add(backward, changeTo, { kind: 'filler', to: true }, true)
add(backward, fillers, { kind: 'filler', to: false }, true)
for (const [comparator, words] of boundsAfter) add(forward, words, { kind: 'bound', comparator }, false)

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
    if (at.role) found = { role: at.role, start: i }
  }
  return found
}

function backOverBlanks(text: string, index: number, floor: number): number {
  let i = index
  while (i > floor && i > index - maxBlanks && text.charCodeAt(i - 1) === 0x20) i--
  return i
}

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
  }
  let to = false
  for (let words = 0; words < maxWords; words++) {
    const word = wordBefore(text, backOverBlanks(text, found.outer, floor), floor)
    if (!word || word.role.kind === 'stop') break
    const { role, start } = word
    const first = found.outer === index
    if (role.kind !== 'rank') found.outer = start
    switch (role.kind) {
      case 'bound':
        if (found.comparator === null || found.comparator === '~') found.comparator = role.comparator
        found.start = start
        continue
      case 'filler':
        to ||= role.to
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
        found.rate = role.time
        found.start = start
        break
      case 'change':
        if (role.sort === 'ofDegree' && !to && (unit?.kind === 'count' || unit?.kind === 'noun')) break
        found.change = role.change
        found.changeKind = to && role.sort !== 'extent' ? 'to' : 'by'
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

export interface After {
  end: number
  comparator: Comparator | null
}

const included = /^（含[^（）]{0,10}）/
const notMore = '次个家种处年层方元部点位式头条项名样少久于重云人类地变'
const notWithin = '部外侧容涵地陆衣科河湖设饰资业化在'
const notAround = '游级联'

/** Reads the words behind the figure that ends at `index`: 以上, （含）以下, 左右; of measures also 内, 多 and 余. */
export function lookAfter(text: string, index: number, unit: Unit | null): After {
  let at = skipBlanks(text, index)
  const note = text[at] === '（' ? included.exec(text.slice(at, at + 14)) : null
  if (note) at += note[0].length
  let end = 0
  let comparator: Comparator | null = null
  for (let node: Node | undefined = forward, i = at; ; i++) {
    node = node.next.get(text.charCodeAt(i))
    if (!node) break
    if (node.role?.kind === 'bound') [comparator, end] = [node.role.comparator, i + 1]
  }
  if (comparator !== null) {
    const misread = text.startsWith('上下', at) && notAround.includes(text.charAt(end) || '\0')
    return misread ? { end: index, comparator: null } : { comparator, end }
  }
  if (note?.[0] === '（含）') return { end: at, comparator: null }
  if (unit && (unit.kind === 'measure' || unit.code === '{工作日}' || unit.code === '{倍}')) {
    const [mark, next] = [text.charAt(at), text.charAt(at + 1)]
    if (mark === '内' && !notWithin.includes(next || '\0')) return { end: at + 1, comparator: '<=' }
    if ((mark === '多' || mark === '余') && !notMore.includes(next || '\0')) return { end: at + 1, comparator: '>' }
  }
  return { end: index, comparator: null }
}

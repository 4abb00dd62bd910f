/** Numerals that are parts of names: 八项规定, 四个意识, 平陆县, 六家子. What stands in a name counts nothing. */
import { campaigns, lastMile, placeTails, sloganNouns, slogans } from '../lexicon/slogans.js'
import type { Figure } from './quantity-number.js'
import { type Named, regionTable } from './region-table.js'

const numeral = /[零〇一二两三四五六七八九十百千万亿半伍陆柒]/

/** Slogans by the words from their first numeral on, with the words before it: 中央八项规定 needs none, 只进一扇门 has two. */
interface Slogan {
  pattern: RegExp
  before: string
}

const bySlogan = new Map<string, Slogan[]>()
for (const slogan of slogans.split(' ')) {
  for (const { 0: mark, index } of slogan.matchAll(/[零〇一二两三四五六七八九十百千万]+/g)) {
    const head = slogan.slice(0, index)
    const entry = { pattern: new RegExp(slogan.slice(index), 'y'), before: head }
    bySlogan.set(mark.charAt(0), [...(bySlogan.get(mark.charAt(0)) ?? []), entry])
  }
}

/** How far a sticky pattern reaches from `index`, or 0. */
function reach(pattern: RegExp, text: string, index: number): number {
  pattern.lastIndex = index
  return pattern.test(text) ? pattern.lastIndex : 0
}

/** Where the slogan ends that holds the numeral at `start`, or 0. */
function sloganEnd(text: string, start: number): number {
  for (const { pattern, before } of bySlogan.get(text.charAt(start)) ?? []) {
    const end = start >= before.length ? reach(pattern, text, start) : 0
    if (end > 0 && text.startsWith(before, start - before.length)) return end
  }
  return 0
}

const nounBehind = new RegExp(sloganNouns, 'y')
const campaignBehind = new RegExp(campaigns, 'y')
const beforeMile = new RegExp(`${lastMile}$`)
const mostCounted = 20

const tails = new Map(Object.entries(placeTails).map(([unit, tail]) => [unit, new RegExp(tail, 'y')]))

/** How far before its numeral a region's name can begin: 平陆县, 黔西南…; more would be two names. */
const maxLead = 3

/** Whether a region's name holds a numeral; bare names of two characters (三台) are too like counts. */
const isNumbered = ({ name, candidates }: Named): boolean =>
  numeral.test(name) && (name.length > 2 || candidates.some(({ kind }) => kind !== 'bare'))

/** Where the longest name of a region ends that the numeral at `start` is a part of, or 0. */
function regionEnd(text: string, start: number): number {
  const { names } = regionTable()
  for (let from = Math.max(0, start - maxLead); from <= start; from++)
    for (const named of names.from(text.charCodeAt(from), text.charCodeAt(from + 1)) ?? []) {
      const to = from + named.name.length
      if (to > start && text.startsWith(named.name, from) && isNumbered(named)) return to
    }
  return 0
}

/** Where the name ends that the figure is a part of, or 0. Asked only of figures that have a unit. */
export function nameEnd(text: string, { number: [start, numberEnd], unitSpan, value, end }: Figure): number {
  const printed = unitSpan ? text.slice(...unitSpan) : ''
  if (printed === '个' && value <= mostCounted) {
    const noun = reach(nounBehind, text, end)
    if (noun > 0) return noun
  }
  if (/^(?:[年月天日周]|个月|季度)$/.test(printed)) {
    const campaign = reach(campaignBehind, text, end)
    if (campaign > 0) return campaign
  }
  if (!numeral.test(text.charAt(start))) return 0
  if (value === 1 && /米|里$/.test(printed) && beforeMile.test(text.slice(Math.max(0, start - 4), start))) return end
  const tail = numberEnd - start === 1 ? tails.get(printed) : undefined
  return sloganEnd(text, start) || (tail ? reach(tail, text, end) : 0) || regionEnd(text, start)
}

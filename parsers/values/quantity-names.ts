/** Numerals that are parts of names: 八项规定, 四个意识, 平陆县, 六家子. What stands in a name counts nothing. */
import { campaigns, lastMile, placeTails, sloganNouns, slogans } from '../lexicon/slogans.js'
import type { Figure } from './quantity-number.js'
import { regionTable } from './region-table.js'

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

/** Does a slogan hold the numeral at `start`? */
function inSlogan(text: string, start: number): boolean {
  return (bySlogan.get(text.charAt(start)) ?? []).some(({ pattern, before }) => {
    pattern.lastIndex = start
    return start >= before.length && pattern.test(text) && text.startsWith(before, start - before.length)
  })
}

const nounBehind = new RegExp(sloganNouns, 'y')
const campaignBehind = new RegExp(campaigns, 'y')
const beforeMile = new RegExp(`${lastMile}$`)
const mostCounted = 20

const tails = new Map(Object.entries(placeTails).map(([unit, tail]) => [unit, new RegExp(tail, 'y')]))

const matches = (pattern: RegExp, text: string, index: number): boolean => {
  pattern.lastIndex = index
  return pattern.test(text)
}

/** Region names that hold a numeral, and the longest of them; bare names of two characters (三台) are too like counts. */
let regions: { names: ReadonlySet<string>; longest: number } | undefined
function numberedRegions(): { names: ReadonlySet<string>; longest: number } {
  if (!regions) {
    const names = [...regionTable().names]
      .filter(([name, of]) => numeral.test(name) && (name.length > 2 || of.some(({ kind }) => kind !== 'bare')))
      .map(([name]) => name)
    regions = { names: new Set(names), longest: Math.max(...names.map((name) => name.length)) }
  }
  return regions
}

/** How far before its numeral a region's name can begin: 平陆县, 黔西南…; more would be two names. */
const maxLead = 3

function inRegion(text: string, start: number): boolean {
  const { names, longest } = numberedRegions()
  for (let from = Math.max(0, start - maxLead); from <= start; from++)
    for (let to = start + 1; to <= from + longest && to <= text.length; to++) if (names.has(text.slice(from, to))) return true
  return false
}

/** Is the figure a part of a name? Asked only of figures that have a unit. */
export function isName(text: string, { number: [start, numberEnd], unitSpan, value, end }: Figure): boolean {
  const printed = unitSpan ? text.slice(...unitSpan) : ''
  if (printed === '个' && value <= mostCounted && matches(nounBehind, text, end)) return true
  if (!numeral.test(text.charAt(start))) return false
  if (inSlogan(text, start)) return true
  if (/^[年月天日周]$/.test(printed) && matches(campaignBehind, text, end)) return true
  if (value === 1 && /米|里$/.test(printed) && beforeMile.test(text.slice(Math.max(0, start - 4), start))) return true
  const tail = numberEnd - start === 1 ? tails.get(printed) : undefined
  return (tail !== undefined && matches(tail, text, end)) || inRegion(text, start)
}

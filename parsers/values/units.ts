/**
 * Units of measure, money and counts as they are printed: one trie over the tables of the lexicon, longest match,
 * and composition with / and 每 (毫克/升, 吨/日, 万元/户, 吨/平方公里·月), so that no compound needs a row.
 * Codes are UCUM, ISO 4217 or the printed name in braces; SI values are exact decimal arithmetic (see decimal.ts).
 */
import { classifiers, countedNouns } from '../lexicon/classifiers.js'
import { currencies, denominators, measures, shares, type UnitRow } from '../lexicon/units.js'
import { over, plus, type Ratio, ratio, scale, times, toNumber } from './decimal.js'
import { addWords, type Trie, trie } from './trie.js'

export type UnitKind = 'measure' | 'share' | 'money' | 'count' | 'noun'

export interface Unit {
  /** UCUM, ISO 4217 or {printed}. */
  code: string
  kind: UnitKind
  /** Base unit of the dimension with the exact factor, or null for counts, shares and money. */
  si: { unit: string; factor: Ratio; offset: Ratio | null } | null
  /** Part of the main currency unit: 角 is 1/10. 1 for all that is no money. */
  part: Ratio
  /** Several units joined by / or 每. */
  compound: boolean
}

export interface UnitMatch {
  unit: Unit
  start: number
  end: number
}

const one = ratio('1')
const numerators = trie<Unit>()
const dividers = trie<Unit>()

const measure = ({ code, si, factor, offset }: UnitRow, kind: UnitKind): Unit => ({
  code,
  kind,
  si: si === null ? null : { unit: si, factor: ratio(factor), offset: offset === undefined ? null : offsetOf(code, offset) },
  part: one,
  compound: false,
})
/** The table gives the zero point in the unit's own degrees; the sum is taken in kelvin. */
const offsetOf = (code: string, offset: string): Ratio =>
  code === '[degF]' ? times(ratio(offset), ratio('5/9')) : ratio(offset)
const count =
  (kind: UnitKind) =>
  (name: string): Unit => ({ code: `{${name.replace(/^[个個](?=.)/, '')}}`, kind, si: null, part: one, compound: false })

for (const row of denominators) addWords(dividers, row.names, () => measure(row, 'measure'))
for (const row of measures) for (const root of [numerators, dividers]) addWords(root, row.names, () => measure(row, 'measure'))
for (const row of shares) addWords(numerators, row.names, () => measure(row, 'share'))
for (const [code, part, names] of currencies)
  addWords(numerators, names, (): Unit => ({ code, kind: 'money', si: null, part: ratio(part), compound: false }))
for (const root of [numerators, dividers]) {
  addWords(root, classifiers, count('count'))
  addWords(root, countedNouns, count('noun'))
}

const blank = 0x20
const maxBlanks = 4
const isWord = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

/** Longest name of the trie at `index`. A blank inside a Chinese name is layout; a Latin name must end where its word ends. */
function longest(root: Trie<Unit>, text: string, index: number): UnitMatch | null {
  let at = root
  let found: UnitMatch | null = null
  let last = blank
  for (let i = index, blanks = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === blank && isHan(last) && ++blanks <= maxBlanks) continue
    const next = at.next.get(code)
    if (!next) break
    at = next
    last = code
    blanks = 0
    if (at.value && !(isWord(code) && isWord(text.charCodeAt(i + 1)))) found = { unit: at.value, start: index, end: i + 1 }
  }
  return found
}

const skipBlanks = (text: string, index: number): number => {
  let i = index
  while (i < index + maxBlanks && text.charCodeAt(i) === blank) i++
  return i
}

/** Joined dimensions that have a name of their own. */
const joined: Readonly<Record<string, string>> = { 'kg/kg': '1', 'm3/m3': '1', 'm2/m2': '1', 'm3/m2': 'm', 'J/s': 'W' }

function divide(a: Unit, b: Unit): Unit {
  const name = a.si && b.si ? `${a.si.unit}/${b.si.unit}` : null
  return {
    // UCUM reads a/b.c as a/b times c
    code: `${a.code}/${b.code.includes('.') ? `(${b.code})` : b.code}`,
    kind: a.kind,
    si: a.si && b.si && name ? { unit: joined[name] ?? name, factor: over(a.si.factor, b.si.factor), offset: null } : null,
    part: a.part,
    compound: true,
  }
}

const maxDenominators = 3

/** Can a unit begin with this UTF-16 unit? A cheap check before the match. */
export const startsUnit = (code: number): boolean => numerators.next.has(code)

/** The unit at `index` of a folded text, compounds included, or null. */
export function unitAt(text: string, index: number): UnitMatch | null {
  const head = longest(numerators, text, index)
  if (!head) return null
  let { unit, end } = head
  if (unit.kind === 'share' && unit.code !== '{倍}') return head
  for (let depth = 0; depth < maxDenominators; depth++) {
    const at = skipBlanks(text, end)
    const sign = text[at]
    const isProduct = depth > 0 && (sign === '·' || sign === '•')
    if (sign !== '/' && sign !== '∕' && !isProduct && !(sign === '每' && (unit.kind === 'measure' || unit.kind === 'money')))
      break
    const open = text[at + 1] === '（' ? 1 : 0
    const below = longest(dividers, text, skipBlanks(text, at + 1 + open))
    if (!below || (sign === '每' && below.unit.kind !== 'measure')) break
    unit = divide(unit, below.unit)
    end = below.end
    if (text[end] === '）' && text.lastIndexOf('（', end) > head.start) end++
  }
  return { unit, start: index, end }
}

const perTime = new Map<string, Unit>()
for (const row of denominators) perTime.set(row.code, measure(row, 'measure'))

/** A count or measure that 每天, 每年, 日均 right before the figure turns into a rate; `time` is a UCUM code of `denominators`. */
export function rateOf(unit: Unit, time: string): Unit {
  const below = perTime.get(time)
  return below ? divide(unit, below) : unit
}

/** The figure in the base unit of its dimension, or null. */
export function siValue(value: number, unit: Unit): { value: number; unit: string } | null {
  if (!unit.si) return null
  const { factor, offset } = unit.si
  const product = scale(value, factor, offset ?? undefined)
  return { value: product, unit: unit.si.unit }
}

/** `units` whole ones and `parts` of the next: 五元三毛, 3米5, 六斤八两, in units of the first. */
export function addParts(value: number, more: number, part: Ratio): number {
  return toNumber(plus(ratio(String(value)), times(ratio(String(more)), part)))
}

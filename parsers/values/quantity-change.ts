/**
 * Words that change or bound a figure from farther off: a verb before a date (提高到2023年的88.5%), before its object
 * (压减砖厂至12家), before what a share is of (减少到库容的四分之一, 不低于合同价的80%).
 */
import { boundsBefore, changeTo, shareBounds, verbsOfChange, verbsOfDegree, verbsOfGrowth } from '../lexicon/bounds.js'
import { amountBefore } from './quantity-amount.js'
import type { Before } from './quantity-before.js'
import type { Comparator, Quantity } from './types.js'
import type { Unit } from './units.js'

type Change = NonNullable<Quantity['change']>

const directions = new Map<string, Change>()
for (const [change, words] of [...verbsOfChange, ...verbsOfDegree, ...verbsOfGrowth])
  for (const verb of words.split(' '))
    if (verb.length > 1 || verb === '降' || verb === '增' || verb === '减') directions.set(verb, change)
const longestFirst = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|')
const verbs = longestFirst(directions.keys())
const clearOf = (rows: readonly (readonly [Change, string])[]): string[] =>
  rows.flatMap(([, words]) => words.split(' ')).filter((verb) => verb.length > 1)
const clear = longestFirst([...directions.keys()].filter((verb) => verb.length > 1))
const until = longestFirst(changeTo.split(' ').filter((word) => /[到至]/.test(word)))

/** The verb right before a date or a base, with 到 or 至: 提高到|2023年的. */
const verbAtEnd = new RegExp(`(${verbs})(?:${until})$`)
/** The verb with its object: 压减砖厂|至. */
const verbWithObject = new RegExp(`(${clear})(?![率量额数幅])[\\u4e00-\\u9fffA-Za-z“”（）]{0,12}$`)
/** The verb with what a share of it is taken off or put on: 压减支出|10%; what is itself a share (完成率) is none. */
const verbWithAmount = new RegExp(
  `(${longestFirst([...clearOf([...verbsOfChange, ...verbsOfDegree]), '精减', '精简'])})(?![\\u4e00-\\u9fff]{0,7}(?:完成|已|任务|工程|项目|占|达))[\\u4e00-\\u9fff“”]{1,8}(?<![率比重度例额数值总至到为约近有])$`,
)
/** The verb and what the share is of: 减少到库容的. */
const verbWithBase = new RegExp(`(${clear})(?:${until})[\\u4e00-\\u9fff]{1,8}的$`)

const comparators = new Map<string, Comparator>()
for (const [comparator, words] of boundsBefore) for (const word of words.split(' ')) comparators.set(word, comparator)
/** The bound and what the share is of: 不低于合同价的. */
const boundWithBase = new RegExp(`(${longestFirst(shareBounds.split(' '))})[\\u4e00-\\u9fffA-Za-z]{1,12}的$`)

const reach = 20
/** The words of the clause before `end`. */
const clauseBefore = (text: string, end: number, floor: number): string =>
  text.slice(Math.max(floor, end - reach), end).replace(/^.*[，。；：、！？\n]/s, '')

const isShare = (unit: Unit | null): boolean => unit === null || unit.code === '%' || unit.code === '{倍}'

/** A date before the figure, which hides what stands before it: its start and end. */
export type Hidden = readonly [start: number, end: number] | null

/** Completes what was read right before a figure. `hidden` ends where `floor` is. */
export function lookFarther(text: string, before: Before, unit: Unit | null, floor: number, hidden: Hidden): void {
  const change = before.change === null ? verbBefore(text, before, unit, floor, hidden) : null
  if (change)
    [before.change, before.changeKind, before.outer] = [
      directions.get(change.verb) ?? null,
      change.kind,
      change.kind === 'to' ? change.start : before.outer,
    ]
  else if (before.change === null && before.until < 0) {
    const amount = amountBefore(clauseBefore(text, before.outer, floor), unit, before.rate !== null)
    if (amount) [before.change, before.changeKind] = [amount, 'by']
  }
  if (before.comparator !== null || !isShare(unit)) return
  const match = boundWithBase.exec(clauseBefore(text, before.outer, floor))
  const comparator = comparators.get(match?.[1] ?? '')
  if (match && comparator)
    [before.comparator, before.start, before.outer] = [
      comparator,
      before.outer - match[0].length,
      before.outer - match[0].length,
    ]
}

/** A verb of change, how it changes and where it stands. */
interface Verb {
  verb: string
  kind: 'by' | 'to'
  start: number
}

/** The verb of change that leads to the figure from farther off. */
function verbBefore(text: string, before: Before, unit: Unit | null, floor: number, hidden: Hidden): Verb | null {
  const found = (pattern: RegExp, words: string, end: number, kind: Verb['kind'] = 'to'): Verb | null => {
    const match = pattern.exec(words)
    return match && { verb: match[1] ?? '', kind, start: end - match[0].length }
  }
  if (hidden && hidden[1] === floor && /^的? ?$/.test(text.slice(floor, before.outer))) {
    const verb = found(verbAtEnd, text.slice(Math.max(0, hidden[0] - reach), hidden[0]), hidden[0])
    if (verb) return verb
  }
  if (before.until >= 0) return found(verbWithObject, clauseBefore(text, before.until, floor), before.until)
  if (!isShare(unit)) return null
  const words = clauseBefore(text, before.outer, floor)
  return (
    found(verbWithBase, words, before.outer) ??
    (unit?.code === '{倍}' ? null : found(verbWithAmount, words, before.outer, 'by'))
  )
}

/** Changes whose verb stands before its object (减少排放1.2万吨, 压减砖窑17座): how a figure changes by so much. */
import {
  changeAgents,
  changedDimensions,
  changeNouns,
  countedDimensions,
  deniesChange,
  objectDoings,
  verbsOfAmount,
  verbsOfDimension,
} from '../lexicon/bounds.js'
import { boundaries, dimensionHeads, timeHeads } from '../lexicon/subjects.js'
import type { Quantity } from './types.js'
import type { Unit } from './units.js'

type Change = NonNullable<Quantity['change']>

const split = (words: string): string[] => words.split(' ').filter((word) => word !== '')
const anyOf = (words: Iterable<string>): string => [...words].sort((a, b) => b.length - a.length).join('|')

const amounts = new Map<string, Change>()
for (const [change, words] of verbsOfAmount) for (const verb of split(words)) amounts.set(verb, change)
const degrees = new Map<string, Change>()
for (const [change, words] of verbsOfDimension) for (const verb of split(words)) degrees.set(verb, change)

const noun = '[\\u4e00-\\u9fffA-Za-z0-9“”.₂-]'
/** The last verb of change in the words before a figure and its object. */
const verbAndObject = new RegExp(`^(.*)(${anyOf([...amounts.keys(), ...degrees.keys()])})了?(${noun}{1,14}) ?$`)
const denied = new RegExp(`(?:${anyOf(split(deniesChange))})$`)
const dimension = new RegExp(`(?:${anyOf([...split(dimensionHeads), ...split(changedDimensions)])})$`)
/** Dimensions that are told in counts: 增强接待能力5万人次, but 降低岗位等级1人 is a count of persons. */
const counted = new RegExp(`(?:${anyOf(split(countedDimensions))})$`)
const time = new RegExp(`(?:${anyOf([...split(timeHeads), '时限'])})$`)
const nominal = new Set(split(objectDoings))
/** An object with another verb, or with a particle, is a clause of its own. */
const otherVerb = new RegExp(
  `${anyOf(split(boundaries).filter((word) => word.length > 1 && !nominal.has(word)))}|整改|方式|[的了为是将把被从向于已均未仍还也并且达拟含等]`,
)
const share = /(?:[率度]|比例|占比|比重|份额)$/
const nounOfChange = new RegExp(`^(?:标准(?![0-9]|$)|${anyOf(split(changeNouns))})`)
const agent = new RegExp(
  `(?:${anyOf([...split(dimensionHeads), ...split(changedDimensions), ...nominal])})(?:${anyOf(split(changeAgents))})$`,
)

const points = '{百分点}'
const isCount = (unit: Unit): boolean => unit.kind === 'count' || unit.kind === 'noun'

/** Can the words be what the verb changes by the figure? */
function isObject(words: string, unit: Unit, isRate: boolean): boolean {
  if (unit.code === points) return share.test(words)
  if (nounOfChange.test(words) || otherVerb.test(words)) return false
  if (unit.si?.unit === 's' && !unit.compound) return time.test(words)
  return !isCount(unit) || (!isRate && !agent.test(words))
}

/** Up or down where `words`, which end right before a figure with this unit, are a verb of change and its object. */
export function amountBefore(words: string, unit: Unit | null, isRate: boolean): Change | null {
  if (unit === null || (unit.kind === 'share' && unit.code !== points)) return null
  const [, ahead = '', verb = '', object = ''] = verbAndObject.exec(words) ?? []
  if (!verb || denied.test(ahead) || !isObject(object, unit, isRate)) return null
  const dimensions = isCount(unit) && unit.code !== '{工作日}' ? counted : dimension
  return amounts.get(verb) ?? (dimensions.test(object) ? (degrees.get(verb) ?? null) : null)
}

const goesOn = new RegExp(`^\\s?(?:[、和及与]|以及)(${noun}{1,10}) ?$`)

/** 减少化肥120吨、农药8吨: is what stands between a changed figure and the next one the next object of the same verb? */
export function isNextObject(words: string, unit: Unit | null): boolean {
  const object = goesOn.exec(words)?.[1]
  return object !== undefined && unit !== null && unit.kind !== 'share' && isObject(object, unit, false)
}

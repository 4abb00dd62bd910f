import { describe, expect, it } from 'vitest'
import { scanValues } from '../parsers/values/scan.js'
import { findTargets } from '../parsers/values/targets.js'
import type { DateMention, Quantity, Target } from '../parsers/values/types.js'
import { goals as firstGoals } from './sentences/goals-1.js'
import { goals as secondGoals } from './sentences/goals-2.js'
import { goals as thirdGoals } from './sentences/goals-3.js'
import { goals as fourthGoals } from './sentences/goals-4.js'
import { sentences as first } from './sentences/round-1.js'
import { sentences as second } from './sentences/round-2.js'
import { sentences as third } from './sentences/round-3.js'
import { sentences as fourth } from './sentences/round-4.js'
import { sentences as fifth } from './sentences/round-5.js'

const quantity = ({ value, low, high, comparator, unit, change, changeKind }: Quantity): string =>
  [
    `${comparator}${value}${low !== null && high !== null ? `..${high}` : ''}`,
    unit ?? '-',
    ...(change ? [change, changeKind] : []),
  ].join(' ')
const date = ({ start, end, relation }: DateMention): string => `${start}${end === start ? '' : `..${end}`} ${relation}`
const target = ({ indicator, comparator, value, unit, by, per }: Target): string =>
  [indicator, comparator, value, unit ?? '-', ...(by ? ['by', by] : []), ...(per ? ['per', per] : [])].join(' ')

describe.each([
  ['first', first],
  ['second', second],
  ['third', third],
  ['fourth', fourth],
  ['fifth', fifth],
])('the %s sentences', (_, sentences) => {
  it.each(sentences)('%s', (text, quantities, dates) => {
    const found = scanValues(text, { year: 2023 })
    expect(found.quantities.map(quantity).join(' | ')).toBe(quantities)
    expect(found.dates.map(date).join(' | ')).toBe(dates)
  })
})

describe.each([
  ['first', firstGoals],
  ['second', secondGoals],
  ['third', thirdGoals],
  ['fourth', fourthGoals],
])('the %s goals', (_, goals) => {
  it.each(goals.map((goal) => [...goal] as [string, ...string[]]))('%s', (goal, ...targets) => {
    expect(findTargets(goal, { year: 2023 }).map(target)).toEqual(targets)
  })
})

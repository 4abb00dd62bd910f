import { describe, expect, it } from 'vitest'
import { scanValues } from '../parsers/values/scan.js'
import type { DateMention, Quantity } from '../parsers/values/types.js'
import { sentences as first } from './sentences/round-1.js'

const quantity = ({ value, low, high, comparator, unit, change, changeKind }: Quantity): string =>
  [
    `${comparator}${value}${low !== null && high !== null ? `..${high}` : ''}`,
    unit ?? '-',
    ...(change ? [change, changeKind] : []),
  ].join(' ')
const date = ({ start, end, relation }: DateMention): string => `${start}${end === start ? '' : `..${end}`} ${relation}`

describe.each([['first', first]])('the %s sentences', (_, sentences) => {
  it.each(sentences)('%s', (text, quantities, dates) => {
    const found = scanValues(text, { year: 2023 })
    expect(found.quantities.map(quantity).join(' | ')).toBe(quantities)
    expect(found.dates.map(date).join(' | ')).toBe(dates)
  })
})

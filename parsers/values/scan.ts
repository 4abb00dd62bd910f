/** Every value of a text: dates, references, quantities and plain numbers, each with its span. */
import type { Span } from '../tree.js'
import { findDates } from './dates.js'
import { findNumbers } from './numbers.js'
import { findQuantities } from './quantities.js'
import { findReferences } from './references.js'
import type { DateContext, Values } from './types.js'

/**
 * Reads all values of a text in time linear in its length. Quantities start in no date and in no reference; `numbers` holds every
 * numeral, those of dates and quantities included.
 */
export function scanValues(text: string, context: DateContext): Values {
  const dates = findDates(text, context)
  const references = findReferences(text)
  const skip = [...dates, ...references].map(({ span }): Span => span).sort((a, b) => a[0] - b[0])
  return {
    dates,
    references,
    quantities: findQuantities(text, { skip: disjoint(skip) }),
    // Only `taizhang values` asks for these.
    get numbers() {
      return findNumbers(text)
    },
  }
}

/** Spans without those that begin inside an earlier one. */
function disjoint(sorted: readonly Span[]): Span[] {
  let end = 0
  return sorted.filter((span) => {
    if (span[0] < end) return false
    end = span[1]
    return true
  })
}

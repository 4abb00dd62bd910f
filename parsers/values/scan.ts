/** Every value of a text: dates, references, quantities and plain numbers, each with its span. */
import { fold } from '../text/fold.js'
import type { Span } from '../tree.js'
import { findDates } from './dates.js'
import { findNumbers } from './numbers.js'
import { findQuantities } from './quantities.js'
import { findReferences } from './references.js'
import { titleSpans } from './titles.js'
import type { DateContext, Values } from './types.js'

/**
 * Reads all values of a text in time linear in its length. Quantities start in no date and in no reference; `numbers` holds every
 * numeral, those of dates and quantities included. `folded` is the text folded, where the caller has it.
 */
export function scanValues(text: string, context: DateContext, folded = fold(text)): Values {
  const titles = titleSpans(folded)
  const dates = findDates(text, context, folded, titles)
  const references = findReferences(text, folded, titles)
  return {
    dates,
    references,
    quantities: findQuantities(text, { skip: disjoint(dates, references), folded }),
    // Only `taizhang values` asks for these.
    get numbers() {
      return findNumbers(text)
    },
  }
}

/** The spans of both in order, without those that begin inside an earlier one. */
function disjoint(dates: readonly { span: Span }[], references: readonly { span: Span }[]): Span[] {
  const sorted = [...dates, ...references].map(({ span }) => span)
  if (dates.length > 0 && references.length > 0) sorted.sort((a, b) => a[0] - b[0])
  let end = 0
  return sorted.filter((span) => {
    if (span[0] < end) return false
    end = span[1]
    return true
  })
}

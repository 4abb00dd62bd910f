/** What a careful reader could not decide, or no office prints: each such point is moved to a neighbour, for the reason given. */
import type { Layout } from './axes.js'
import { accidents, converted, cutByPages, indents, labels } from './impossible/accidents.js'
import { lostBreaks } from './impossible/breaks.js'
import { built } from './impossible/built.js'
import { fields, measures } from './impossible/fields.js'
import { flattened } from './impossible/flattened.js'
import { structural } from './impossible/structure.js'
import { tables } from './impossible/tables.js'
import type { Exclusion } from './impossible/types.js'

export const impossible: Exclusion[] = [
  ...tables,
  ...built,
  ...structural,
  ...fields,
  ...measures,
  ...accidents,
  ...flattened,
  ...cutByPages,
  ...labels,
  ...lostBreaks,
  ...indents,
  ...converted,
]

/** The nearest point that can be decided. */
export function repair(layout: Layout): Layout {
  let now = layout
  for (let round = 0; round < 4; round++) {
    const before = now
    for (const { when, instead } of impossible) if (when(now)) now = { ...now, ...instead(now) }
    if (now === before) return now
  }
  return now
}

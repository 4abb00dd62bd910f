/** 整改时限: the fields that name it, read as one. */
import { parseDeadline } from '../../../parsers/fields/deadline.js'
import { spanOf } from '../../../parsers/fields/item-status.js'
import { isStatusOnly } from '../../../parsers/fields/status.js'
import { offers, onlyTicked } from '../../../parsers/fields/ticks.js'
import type { Span } from '../../../parsers/tree.js'
import type { Deadline } from '../../record.js'
import { note } from '../../tree.js'
import { type Context, grounded, remembered } from './context.js'

/** The deadline that the values tell, each the paragraphs of one field; null where there is none. */
export function deadlineOf(context: Context, values: readonly (readonly Span[])[]): Deadline | null {
  const { text, folded, file, year } = context
  const spans = values.map((segments) => spanOf(text, [...segments])).filter((s): s is Span => s !== null)
  const [first] = spans
  if (!first) return null
  const deadline: Deadline = { ...grounded(text, first), entries: [] }
  const seen = new Set<string>()
  for (const span of spans) {
    // a state in a bracket is no part of it
    const whole = folded.slice(...span)
    const words = (offers(whole) ? onlyTicked(whole) : whole).replace(/（([^（）]{2,40})）/g, (bracket, inner: string) =>
      isStatusOnly(inner) && /完成|销号|办结|整改/.test(inner) ? ' '.repeat(bracket.length) : bracket,
    )
    const reading = remembered(context.known.deadlines, words, () => parseDeadline(words, { year }))
    for (const entry of reading.entries) {
      const key = JSON.stringify(entry)
      if (!seen.has(key)) deadline.entries.push({ ...entry })
      seen.add(key)
    }
    for (const { code, message, span: at } of reading.notices) note(file, code, message, [span[0] + at[0], span[0] + at[1]])
  }
  return deadline
}

/** Values of single texts, for a caller that has no document about them: the context is optional, and without it a date without a year is none. */
import { type DeadlineReading, parseDeadline as readDeadline } from '../parsers/fields/deadline.js'
import { parseDate as dateOf, findDates as datesIn } from '../parsers/values/dates.js'
import { scanValues as valuesIn } from '../parsers/values/scan.js'
import { findTargets as targetsIn } from '../parsers/values/targets.js'
import type { DateContext, DateMention, Target } from '../parsers/values/types.js'

/** A context of its own for each call: the scanner writes the years into it that pass by. */
const nothingKnown = (): DateContext => ({ year: null })

/** The date that a whole text is, or null: `parseDate('2019年5月底')`; of 5月底 with the year in the context. */
export const parseDate = (text: string, context: DateContext = nothingKnown()): DateMention | null => dateOf(text, context)

/** All dates of a text, from left to right. */
export const findDates = (text: string, context: DateContext = nothingKnown()): DateMention[] => datesIn(text, context)

/** Days and standing phrases of a deadline: `parseDeadline('2024年底前完成，长期坚持')`. */
export const parseDeadline = (words: string, context: DateContext = nothingKnown()): DeadlineReading =>
  readDeadline(words, context)

/** The measurable parts of a goal. */
export const findTargets = (goal: string, context: DateContext = nothingKnown()): Target[] => targetsIn(goal, context)

/** Dates, quantities and references of a text, in one pass. */
export const scanValues = (text: string, context: DateContext = nothingKnown()): ReturnType<typeof valuesIn> =>
  valuesIn(text, context)

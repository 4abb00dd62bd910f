/** Points from parts of the calendar. Written out, because a spread costs several times as much. */
import type { Part } from './dates-part.js'
import type { Point } from './dates-scope.js'

export const placed = ({ period, precision, moment, unit, end }: Part, ownYear: boolean, names: boolean): Point => ({
  period,
  precision,
  moment,
  unit,
  end,
  ownYear,
  names,
})
/** Its year is printed. */
export const own = (part: Part): Point => placed(part, true, true)
/** A stretch of several years is no year that a later 10月底 could be of. */
export const epoch = (part: Part): Point => placed(part, true, false)
/** Its year comes from the words before or the context. */
export const inherited = (part: Part): Point => placed(part, false, false)

/** Ranges of dates: two ends joined by a dash, 至, 和…之间, where each inherits what the other prints. */
import { beforeWords, rangeDash } from '../lexicon/dates.js'
import { type Period, partsOf } from './calendar.js'
import { pointAt } from './dates-point.js'
import { relativeAt } from './dates-relative.js'
import { codeBehindBlanks, gap, type Point, reach, type Scope, sticky } from './dates-scope.js'
import { unitsOf } from './marks.js'

/** A date or a range, before the words around it are read. */
export interface Stretch extends Pick<Point, 'period' | 'precision' | 'moment' | 'end'> {
  /** The date, of a range its end. */
  point: Point
  range: boolean
}

const rangeJoint = sticky(`${gap}(?:起|开始)?${gap}${rangeDash}${gap}`)
const andJoint = sticky(`${gap}[和与及跟]${gap}`)
const between = sticky(`${gap}之间`)
const afterJoint = sticky(`${gap}之?[后後]${gap}`)
const before = sticky(gap + beforeWords)
const dashBehind = sticky(`${gap}(?![至到迄]今)${rangeDash}`)

const startsJoint = unitsOf('起开-–—－―‐‑−─～~∼至到和与及跟之后後')

/** The other end of a range that begins with `left`, which it inherits year and month from. */
export function rangeFrom(text: string, start: number, left: Point, scope: Scope): Stretch | null {
  if (!startsJoint(codeBehindBlanks(text, left.end))) return null
  const joint = reach(rangeJoint, text, left.end)
  if (joint > 0) return join(text, start, left, joint, scope)
  const and = reach(andJoint, text, left.end)
  const pair = and > 0 ? join(text, start, left, and, scope) : null
  const close = pair ? reach(between, text, pair.end) : 0
  if (pair && close > 0) return { ...pair, end: close }
  const after = reach(afterJoint, text, left.end)
  const bounded = after > 0 ? join(text, start, left, after, scope) : null
  const limit = bounded ? reach(before, text, bounded.end) : 0
  return bounded && limit > 0 ? { ...bounded, end: limit } : null
}

function join(text: string, start: number, left: Point, rightStart: number, scope: Scope): Stretch | null {
  const [leftYear, leftMonth] = partsOf(left.period.start)
  const inherited: Scope = {
    ...scope,
    named: leftYear,
    month: left.unit === 'day' ? leftMonth : null,
    rangeEnd: true,
    bareYear: !/[年度份]/.test(text.charAt(left.end - 1)),
    dotted: /\d[./]\d{1,2}[./]\d{1,2}$/.test(text.slice(start, left.end)),
  }
  let first: Point | null = left
  let right = relativeAt(text, rightStart, scope) ?? pointAt(text, rightStart, inherited)
  if (!right) return null
  const rightYear = partsOf(right.period.end)[0]
  if (!left.ownYear && right.ownYear) {
    first = pointAt(text, start, { ...scope, named: rightYear })
    if (first && first.period.start > right.period.end) first = pointAt(text, start, { ...scope, named: rightYear - 1 })
  } else if (right.period.end < left.period.start && !right.ownYear) {
    right = pointAt(text, rightStart, { ...inherited, named: leftYear + 1 })
  }
  if (!first || !right || first.period.start > right.period.end) return null
  const period: Period = { start: first.period.start, end: right.period.end }
  return {
    period,
    precision: right.precision,
    moment: false,
    end: right.end,
    point: { ...right, names: first.names || right.names },
    range: true,
  }
}

const isFigure = unitsOf('0123456789一二三四五六七八九十')

/** The month of 10-12月 and the year of 2019-2021年 are none without the other end. */
export const needsRange = (text: string, left: Point): boolean =>
  (left.unit === 'month' || left.unit === 'year') &&
  isFigure(text.charCodeAt(left.end - 1)) &&
  !/[-./]\d{1,2}$/.test(text.slice(left.end - 4, left.end)) &&
  reach(dashBehind, text, left.end) > 0

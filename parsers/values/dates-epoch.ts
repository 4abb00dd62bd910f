/** Stretches of several years: decades and plan periods. */
import { planStarts, rangeDash } from '../lexicon/dates.js'
import { lastDayOf, yearOf } from './calendar.js'
import { epoch } from './dates-placed.js'
import { gap, matchAt, type Point, type Scope, sticky } from './dates-scope.js'
import { parseNumeral } from './numerals.js'

const decade = sticky(
  `(?:([上本])(?:个)?世纪|(\\d{2}|[一二]?十[一二三四五六七八九]?)世纪)?${gap}的?([1-9]0|[一二三四五六七八九][十〇零])年代(?:[初末中]期?|前期|后期)?`,
)

const decadeOfYear = sticky('([12]\\d{2}0)年代(?![表理码])(?:[初末中]期?|前期|后期)?')

/** 上世纪80年代, 十九世纪七十年代; 九十年代 and 九〇年代 alone are of the twentieth century. */
export function decadeAt(text: string, index: number, scope: Scope): Point | null {
  const printedYear = matchAt(decadeOfYear, text, index)
  if (printedYear) return decadeFrom(Number(printedYear[1]), index + printedYear[0].length)
  const match = matchAt(decade, text, index)
  if (!match) return null
  const [, relative, century, printed] = match
  const tens = parseNumeral(printed ?? '') ?? 0
  const now = Math.floor((scope.writing ?? scope.named ?? 2000) / 100) * 100
  const alone = tens >= 30 ? 1900 : 2000
  const first =
    (century ? ((parseNumeral(century) ?? 0) - 1) * 100 : relative ? now - (relative === '上' ? 100 : 0) : alone) + tens
  return decadeFrom(first, index + match[0].length)
}

const decadeFrom = (first: number, end: number): Point =>
  epoch({
    period: { start: yearOf(first).start, end: yearOf(first + 9).end },
    precision: 'year',
    moment: false,
    unit: 'other',
    end,
  })

const planName = '[“"「『]?((?:十[一二三四五六]?|[一二三四五六七八九])五)[”"」』]?'
const planTime = '期间|时期|以来|期末|末|初期|中期|前期|后期'
const plan = sticky(`${planName}(?:(时期)|(期?末)|(?=${planTime}|(?:${rangeDash}|[和与及、])${planName}(?:${planTime})))`)

/** “十四五”期间, “十三五”以来, “十四五”末. Without such a word it is a name. */
export function planAt(text: string, index: number): Point | null {
  const match = matchAt(plan, text, index)
  const first = planStarts[match?.[1] ?? '']
  if (!match || first === undefined) return null
  const period = { start: yearOf(first).start, end: yearOf(first + 4).end }
  const moment = match[3] !== undefined
  return epoch({
    period: moment ? lastDayOf(period) : period,
    precision: 'year',
    moment,
    unit: 'other',
    end: index + match[0].length,
  })
}

/** One unit for a list of figures: 分别为320、460、515万元; 20、30和45亩. */
import { lookAfter } from './quantity-after.js'
import { figureAt } from './quantity-figure.js'
import type { Figure } from './quantity-number.js'
import type { Comparator } from './types.js'
import type { Unit } from './units.js'

/** What the list's last figure gives to those before it. */
export interface Shared {
  unit: Unit
  unitText: string
  /** 万 and 亿 of the last figure: a power of ten. */
  scale: number
  /** 以上, 左右 behind the last one. */
  comparator: Comparator | null
  /** No figure: 1、2、3项 are numbers of things. */
  isOrder: boolean
  /** Where the list ends. */
  end: number
}

const joint = /\s?(?:、|和|及|与|或|以及)\s?/y
const plain = /\d{1,12}(?:\.\d{1,6})?/y
const maxFigures = 12
const scales: Readonly<Record<string, number>> = { 万: 4, 萬: 4, 亿: 8, 億: 8 }

function reach(pattern: RegExp, text: string, index: number): number {
  pattern.lastIndex = index
  return pattern.test(text) ? pattern.lastIndex : 0
}

/** The places of the figures behind the one at `index`, as long as they are joined. */
function figuresBehind(text: string, end: number, limit: number): number[] {
  const starts: number[] = []
  for (let at = end; starts.length < maxFigures; ) {
    const start = reach(joint, text, at)
    const next = start > 0 ? reach(plain, text, start) : 0
    if (next === 0 || next > limit) break
    starts.push(start)
    at = next
  }
  return starts
}

/** Each one more than the last: 1、2、3项, 3、4号 are numbers of things, unless 分别 says that they count. */
const isRow = (values: readonly number[]): boolean =>
  values.length > 1 &&
  values.every((value, i) => Number.isInteger(value) && value < 100 && (i === 0 || value === (values[i - 1] ?? 0) + 1))

/** A figure at the start of a line or a sentence with a mark behind it is a label: 1、12家企业. */
const opensLine = (text: string, start: number): boolean => start === 0 || /[\n。；：，（\s]/.test(text.charAt(start - 1))

const counted = /(?:分别|各|共|达|为|约)[^，。；\n]{0,6}$/

/** The unit that the list of figures which `first` opens ends in, or null where it opens none. `first` is a plain figure without a unit. */
export function sharedUnit(text: string, first: Figure, limit: number): Shared | null {
  const [start, end] = first.number
  if (first.kind !== 'number' || first.high !== null || first.more || !/\d$/.test(text.slice(start, end))) return null
  const told = counted.test(text.slice(Math.max(0, start - 12), start))
  if (text.charAt(end) === '、' && opensLine(text, start) && !told) return null
  const starts = figuresBehind(text, end, limit)
  const values = [first.value]
  for (const at of starts) {
    const figure = figureAt(text, at)
    if (!figure || figure.high !== null || figure.kind !== 'number') return null
    if (figure.unit) return figure.unit.kind === 'noun' ? null : shared(text, figure, values, told)
    values.push(figure.value)
  }
  return null
}

function shared(text: string, last: Figure, values: readonly number[], told: boolean): Shared | null {
  const { unit, unitSpan } = last
  if (!unit || !unitSpan) return null
  const scale = scales[text.charAt(last.number[1] - 1)] ?? 0
  const mantissa = last.value / 10 ** scale
  // 800、1.2万元: whether 万 holds for the first cannot be told
  if (scale > 0 && values.some((value) => value > 100 * mantissa)) return null
  const after = lookAfter(text, last.end, unit)
  return {
    unit,
    unitText: text.slice(...unitSpan).replace(/\s/g, ''),
    scale,
    comparator: after.comparator,
    isOrder: !told && unit.kind === 'count' && isRow([...values, mantissa]),
    end: after.end,
  }
}

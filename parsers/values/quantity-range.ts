/** Ranges: 50-70毫克/升, 3至5家, 2—3万元, 5%~10%. */

import { skipBlanks } from './magnitude.js'
import { numeralAt } from './numerals.js'
import { figureAt } from './quantity-figure.js'
import type { Figure } from './quantity-number.js'

const link = /(?:（含[^（）]{0,6}）)?\s?(?:--?|——?|–|―|─|～|至|到)\s?/y
const scale = /[万萬亿億]{1,3}$/
const smallScale = /[百佰千仟]$/
const anyScale = /[十百佰千仟万萬亿億]$/

/** The scale of the upper figure holds for the lower one too: 2—3万, 两到三仟; 8500到3万 says its own. */
function lowerValue(text: string, lower: Figure, upper: Figure): number {
  const [a, b] = [text.slice(...lower.number), text.slice(...upper.number)]
  const tail = (scale.exec(b) ?? smallScale.exec(b))?.[0]
  if (!tail || (scale.test(tail) ? scale.test(a) : anyScale.test(a))) return lower.value
  const mantissa = numeralAt(b.slice(0, -tail.length), 0)
  if (!mantissa || mantissa.span[1] !== b.length - tail.length || lower.value > mantissa.value) return lower.value
  return numeralAt(`${String(lower.value)}${tail}`, 0)?.value ?? lower.value
}

/** The range that `lower` opens, with the unit of its upper figure, or null. A figure ends before `limit`. */
export function rangeFrom(text: string, lower: Figure, limit: number): Figure | null {
  if (lower.high !== null || lower.ordinal || lower.kind === 'fraction') return null
  link.lastIndex = lower.end
  if (!link.test(text)) return null
  const upper = figureAt(text, skipBlanks(text, link.lastIndex))
  if (!upper || upper.ordinal || upper.high !== null || upper.end > limit) return null
  const unit = upper.unit ?? (lower.kind === 'share' && upper.kind === 'number' ? lower.unit : null)
  if (!unit || (lower.unit && lower.unit.code !== unit.code)) return null
  const low = lower.unit ? lower.value : lowerValue(text, lower, upper)
  if (low >= upper.value) return null
  return {
    ...upper,
    unit,
    unitSpan: upper.unitSpan ?? lower.unitSpan,
    value: low,
    high: upper.value,
    number: [lower.number[0], upper.number[1]],
    kind: upper.kind === 'share' ? 'share' : 'number',
  }
}

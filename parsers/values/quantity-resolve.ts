/** Units that only the words around a figure decide: 人民币50, 摄氏37°, 零下5度, 用电500度, 五分 standing alone, 每天…吨. */
import { moneyNouns, moneyTails } from '../lexicon/units.js'
import { ratio } from './decimal.js'
import { skipBlanks } from './magnitude.js'
import { parseNumeral } from './numerals.js'
import type { Before } from './quantity-before.js'
import type { Figure } from './quantity-number.js'
import { rateOf, type Unit, unitAt } from './units.js'

const unitNamed = (name: string): Unit | null => unitAt(name, 0)?.unit ?? null
const celsius = unitNamed('℃')
const energy = unitNamed('度电')
const yuan = unitNamed('元')

const heat = /(?:温度?|气温|高温|零下|零上|体温|发热|摄氏|室温)[^，。；]{0,6}$/
const power = /(?:电|电量|能耗)[^，。；0-9]{0,6}$/

/** 度 of temperature or of electricity; what is neither is left alone. */
function degree(text: string, figure: Figure, before: Before): Figure | null {
  if (figure.unit) return null
  const at = skipBlanks(text, figure.number[1])
  const mark = text.charAt(at)
  if (mark !== '度' && mark !== '°') return null
  if ((before.scale || before.belowZero) && mark) {
    const unit = before.scale ? unitNamed(before.scale) : celsius
    return { ...figure, unit, unitSpan: [at, at + 1], end: at + 1 }
  }
  if (mark !== '度') return null
  const context = text.slice(Math.max(0, before.outer - 12), before.outer)
  const unit = heat.test(context) ? celsius : power.test(context) ? energy : null
  return unit && { ...figure, unit, unitSpan: [at, at + 1], end: at + 1 }
}

const smallMoney: Readonly<Record<string, string>> = { '{块}': '1', '{分}': '1/100' }

/** Words of trade before 块 and 分 say that they are money. */
const trade = /(?:(?<!评)价|钱|费|付|花|售|卖|赔|罚款|工资|租金)[^，。；、地]{0,5}$/

const sums = new RegExp(`(?:${moneyNouns})[^，。；、\\d]{0,3}$`)
const sumEnds = new RegExp(`^(?:$|[\\s，。；、）！]|${moneyTails})`)

/** 完成投资2.3亿, 拨付资金300余万: a figure in 万 or 亿 behind a word of money, with no unit and no thing that it counts. */
const isSum = (text: string, { kind, number, end }: Figure, before: Before): boolean =>
  kind === 'number' &&
  /[万萬亿億][多余餘]?$/.test(text.slice(...number)) &&
  sumEnds.test(text.slice(end, end + 6)) &&
  sums.test(text.slice(Math.max(0, before.outer - 12), before.outer))

/** Money told by a sign before the figure; 块 and 分 with nothing beside them. */
function money(text: string, figure: Figure, before: Before, alone: boolean): Figure | null {
  const { unit } = figure
  const sum = unit ? smallMoney[unit.code] : undefined
  const part = alone || (sum && trade.test(text.slice(Math.max(0, before.outer - 8), before.outer))) ? sum : undefined
  if (part !== undefined && yuan) return { ...figure, unit: { ...yuan, part: ratio(part) } }
  if (!unit && yuan && isSum(text, figure, before)) return { ...figure, unit: yuan }
  if (before.currency === null || !yuan) return null
  const own = { ...yuan, code: before.currency }
  if (!unit) return figure.kind === 'number' ? { ...figure, unit: own, unitSpan: null } : null
  const comma = text.slice(...figure.number).indexOf('，')
  // a sign before and a name behind cannot both be the money of one figure: $20，300美元 are two
  if (comma > 0 && unit.kind === 'money') {
    const end = figure.number[0] + comma
    const value = parseNumeral(text.slice(figure.number[0], end))
    return value === null ? null : { ...figure, value, number: [figure.number[0], end], end, unit: own, unitSpan: null }
  }
  return unit.code === 'CNY' && before.currency !== 'CNY' ? { ...figure, unit: { ...unit, code: before.currency } } : null
}

const flowing = new Set(['m', 'm2', 'm3', 'kg', 'J', 'mol'])
const canFlow = (unit: Unit): boolean =>
  !unit.compound && (unit.kind === 'count' || unit.kind === 'noun' || unit.kind === 'money' || flowing.has(unit.si?.unit ?? ''))

const alonePattern = /^[\s。，；！]*$/

/** The figure with the unit that its surroundings give it, or as it is. */
export function resolve(text: string, figure: Figure, before: Before): Figure {
  const alone =
    before.start < 3 &&
    text.slice(0, before.start).trim() === '' &&
    text.length - figure.end < 3 &&
    alonePattern.test(text.slice(figure.end))
  const resolved = degree(text, figure, before) ?? money(text, figure, before, alone) ?? figure
  const { unit } = resolved
  return unit && before.rate !== null && canFlow(unit) ? { ...resolved, unit: rateOf(unit, before.rate) } : resolved
}

/** What looks like a quantity and is none: calendar years, labels, ranks, idioms, codes. Each rule is a form, asked of one figure. */
import { type Besides, besideOneDigit, idioms, needsContext } from '../lexicon/classifiers.js'
import { unitsOf } from './marks.js'
import type { Before } from './quantity-before.js'
import type { Figure } from './quantity-number.js'

const isLatin = unitsOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_#')
const chineseStart = /[零〇一二两兩三四五六七八九十百千]/

const fixed = new Set(idioms.split(' '))

/** 年 of the calendar, of a plan's name, or of a date whose month follows. */
function isCalendarYear(text: string, { value, number, end }: Figure): boolean {
  if (value >= 1900 && value < 2200) return true
  const next = text.charAt(end)
  if (/[底初末度版级行计规攻大\d]/.test(next)) return true
  const digits = number[1] - number[0]
  return digits === 2 && /\d\d/.test(text.slice(...number)) && next === '第'
}

/** 日 counts days only where a bound or a verb of lasting says so; else it is a day of the month (5日内部公示). */
const dayAfter = /^\s?(?:以?内(?![部蒙容设审控])|之内|以上|以下|以后|后)/

const dayBefore =
  /(?:公示期?|公告期?|期限为?|拘留|限期|累计|连续|历时|超期|逾期|停产|停业|为期|法定的?|长达|缩短[至到为]?|压缩[至到为]?|由法定)$/

/** 十三届五次全会: the fifth session. */
const inSession = (text: string, start: number, end: number): boolean =>
  /届[\u4e00-\u9fff]{0,6}$/.test(text.slice(Math.max(0, start - 8), start)) &&
  /^[\u4e00-\u9fff]{0,4}会/.test(text.slice(end, end + 6))

const addressUnits = new Set(['{栋}', '{幢}', '{层}', '{户}', '{座}', '{口}'])
const rankUnits = new Set(['{名}', '{位}', '{强}'])
const compiled = (table: Readonly<Record<string, Besides>>): Map<string, (readonly [before: RegExp, behind: RegExp])[]> =>
  new Map(
    Object.entries(table).map(([unit, pairs]) => [
      unit,
      pairs.map(([before, behind]) => [new RegExp(`${before}$`), new RegExp(behind, 'y')] as const),
    ]),
  )
const contexts = compiled(needsContext)
const besides = compiled(besideOneDigit)
/** How far before a figure such words are sought. */
const lookBack = 12

/** Stands one of the pairs of words around the figure? */
function hasBeside(text: string, pairs: (readonly [before: RegExp, behind: RegExp])[], start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - lookBack), start)
  return pairs.some(([left, right]) => {
    right.lastIndex = end
    return left.test(before) && right.test(text)
  })
}

/** Digits of sums (大写); one alone in a word (安陆市, 伍家岗) counts nothing but money. */
const formalDigit = /^[壹贰貳叁参參叄肆伍陆陸柒捌玖拾佰仟]$/

/** Single Chinese digits with these are names and ways of speaking: 三方, 三元区, 两口子, 双层. */
const onlyAfterArabic = new Set([
  'm3:方',
  '{口}',
  '{道}',
  '{门}',
  '{台}',
  '{层}',
  '{类}',
  '{级}',
  '{双}',
  '{段}',
  '{枝}',
  '{面}',
  '{节}',
  '{杆}',
])

/** 3 , 500: the blanks of a layout stand in a grouped figure whose value cannot be told. */
const isSplitGroup = (text: string, start: number): boolean =>
  /^\d{3}(?!\d)/.test(text.slice(start, start + 4)) && /\d ?, ?$/.test(text.slice(Math.max(0, start - 4), start))

const isDigit = unitsOf('0123456789')
/** What stands before the figure of a code. */
const marksCode = unitsOf('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_#-/+× ,：')

/** Counts that no code ends in: 政务APP3个, but ZK12孔. */
const plainCounts = new Set([...'个家台套次项条件起人名辆份'].map((unit) => `{${unit}}`))
/** Matter that letters name and masses measure: 削减COD2300吨. */
const matter = /(?<![A-Za-z])(?:COD|BOD|VOC|VOCs|NOx)$/
const moneyCode = /(?<![A-Za-z])(?:CNY|RMB|USD|EUR|GBP|HKD|JPY|AUD)$/

/** A code or a ratio: DN300, A-3, GB18597, 004, 5：3：2; only a concentration or a share may follow letters (COD50mg/L), and no PM2.5. */
export function isCode(text: string, { number: [start, end], unit }: Figure): boolean {
  const first = text.charCodeAt(start)
  if ((first === 0x30 && isDigit(text.charCodeAt(start + 1))) || text.charCodeAt(end) === 0x2b) return true
  if (!isDigit(first) || start === 0 || !marksCode(text.charCodeAt(start - 1))) return false
  if (/\d：$/.test(text.slice(Math.max(0, start - 2), start))) return true
  if (moneyCode.test(text.slice(Math.max(0, start - 4), start))) return false
  if (unit?.si?.unit === 'kg' && matter.test(text.slice(Math.max(0, start - 5), start))) return false
  const [owner, before] = [text.charAt(start - 2), text.charAt(start - 1)]
  if (isLatin(before.charCodeAt(0)))
    return (
      /pm/i.test(owner + before) ||
      !(unit?.compound || unit?.code === '%' || (isLatin(text.charCodeAt(start - 2)) && plainCounts.has(unit?.code ?? '')))
    )
  if (before === '-') return /[A-Za-z0-9]/.test(owner)
  return before === '/' || before === '+' || (before === '×' && /\d/.test(owner)) || isSplitGroup(text, start)
}

/** A section of an office: 督察三处. */
const offices = /(?:督察|监察|监测|执法|综合|业务|审计|审查|巡察|调查|监督|纪检)$/

/** 一 before a classifier is an article unless a bound makes it a figure; idioms and names of places are no figures. */
export function isManner(text: string, figure: Figure, before: Before, bounded: boolean, alone: boolean): boolean {
  const { unit, number } = figure
  const [start, numberEnd] = number
  const first = text.charAt(start)
  if (unit && formalDigit.test(text.slice(...number))) return unit.kind !== 'money'
  if (!unit || !chineseStart.test(first)) return false
  if (unit.kind === 'noun' || (!bounded && fixed.has(text.slice(start, figure.end)))) return true
  const single = numberEnd - start === 1
  const printed = figure.unitSpan ? text.slice(...figure.unitSpan) : ''
  if (single && first !== '两' && (onlyAfterArabic.has(unit.code) || onlyAfterArabic.has(`${unit.code}:${printed}`)))
    return !bounded && !hasBeside(text, besides.get(printed) ?? [], start, figure.end)
  if (printed === '处' && offices.test(text.slice(Math.max(0, start - 2), start))) return true
  if (first === '一' && single && text.charAt(figure.end) === '一') return true
  if (alone) return false
  // counts say 两; 二 before a classifier is an order: 二次污染, 督察二处
  if (first === '二' && single && unit.kind === 'count') return !bounded
  return first === '一' && single && unit.kind === 'count' && !bounded && before.rate === null
}

/** A rank, a day of the month, a year, a floor: the unit is right and the figure counts nothing. */
export function isNoCount(text: string, figure: Figure, before: Before): boolean {
  const { unit, unitSpan, number } = figure
  if (!unit || !unitSpan) return false
  const printed = text.slice(...unitSpan)
  const context = contexts.get(printed)
  if (context && !hasBeside(text, context, number[0], figure.end)) return true
  if (printed === '年') return isCalendarYear(text, figure)
  if (printed === '日')
    return (
      !dayAfter.test(text.slice(figure.end, figure.end + 4)) &&
      !dayBefore.test(text.slice(Math.max(0, number[0] - 6), number[0]))
    )
  if (printed === '次' && inSession(text, number[0], figure.end)) return true
  if (before.rank && rankUnits.has(unit.code)) return true
  const owner = text.charAt(number[0] - 1)
  if (unit.code === '{分}' && (owner === '点' || owner === '时')) return true
  return owner === '号' && addressUnits.has(unit.code)
}

const quoted = /^“[^“”\n]{1,12}”/
/** A short name in quotes with a Chinese figure: “四个意识”, “三区两线”. Its length, or 0. */
export function sloganAt(text: string, index: number): number {
  const m = quoted.exec(text.slice(index, index + 14))
  return m && (chineseStart.test(m[0]) || /\d[+·]/.test(m[0])) ? m[0].length : 0
}

/** The label of a list runs into its first figure: 1.1830亩 is label 1. and 1830亩. Where the figure starts, or -1. */
export function afterListLabel(text: string, figure: Figure): number {
  const [start, end] = figure.number
  let line = start
  while (line > 0 && line > start - 4 && text.charAt(line - 1) === ' ') line--
  if (line > 0 && !'\n：。；'.includes(text.charAt(line - 1))) return -1
  const m = /^[1-9]\d?\.(\d+)$/.exec(text.slice(start, end))
  if (!m?.[1] || !figure.unit) return -1
  const isCount = figure.unit.kind === 'count' || figure.unit.kind === 'noun'
  return isCount || (m[1].length >= 4 && m[1][0] !== '0') ? end - m[1].length : -1
}

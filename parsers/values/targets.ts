/** Targets 量化目标: the measurable parts of a goal (整改目标): indicator, comparator, value, unit, and by when, from the goal's own words. */

import { changesTo, periods } from '../lexicon/targets.js'
import { fold } from '../text/fold.js'
import { findDates } from './dates.js'
import { findQuantities } from './quantities.js'
import { type Clause, clauses, deadlineOf, type Found, wordsBefore } from './target-clauses.js'
import { byOf, type Carried, daysOf, doneAtEnd, isCount, measurable, type Part, partsOf } from './target-parts.js'
import { indicatorBefore, oneOf, subjectOf } from './target-words.js'
import type { DateContext, Target } from './types.js'

/** The targets of a goal, in order. Where `found` is not given, dates and quantities are read here. */
export function findTargets(goal: string, context: DateContext, found: Found = read(goal, context)): Target[] {
  const targets: Target[] = []
  let carried: Carried = { by: null, days: [] }
  let subject = ''
  for (const clause of clauses(fold(goal), found)) {
    if (clause.opensSentence) carried = { by: null, days: [] }
    const parts = partsOf(clause, measurable(clause))
    for (const part of parts) {
      const target = targetOf(clause, part, byOf(clause, part, carried), subject)
      if (target) targets.push({ ...target, text: goal.slice(...target.span) })
    }
    carried = {
      by: clause.dates.reduce<string | null>((day, date) => deadlineOf(clause, date, day), carried.by),
      days: parts.length === 0 ? daysOf(clause).map(({ end }) => end) : [],
    }
    subject = subjectOf(clause) || subject
  }
  return targets
}

function read(goal: string, context: DateContext): Found {
  const dates = findDates(goal, context)
  return { dates, quantities: findQuantities(goal, { skip: dates.map((d) => d.span) }) }
}

const period = /每(半?年|季度?|月|周|天|日)/
/** 由48%提升至70%: the verb, where nothing is named. */
const changed = /(?:提升|提高|增加|上升|下降|降低|减少|压减)(?=[到至])/
/** 减少污染物排放, 较2020年减少煤耗: a verb of change with an object is about that. */
const changesOwn =
  /^(?:[较比与][^，]{0,12}?)?((?:提升|提高|增加|降低|减少|压减|削减|缩减|压降|精简)(?![到至了约不]|幅度|比例)[\u4e00-\u9fffA-Za-z]{2,})$/
const printedRate = /[/每]/

/** A clause without a subject of its own goes on with that of the clause before: PM2.5不高于49微克/立方，较2017年下降3.9%. */
function targetOf(
  clause: Clause,
  { quantity: q, lead, leadSpan, after, index, length, comparator }: Part,
  by: string | null,
  subject: string,
): Omit<Target, 'text'> | null {
  const words = oneOf(indicatorBefore(clause, ...leadSpan), index, length)
  const object = changesOwn.exec(words)?.[1]
  const before = object ?? words
  const continues =
    object === undefined && (changesTo.test(before) || /^[较比]/.test(before) || (before === '' && after === ''))
  const own = after !== '' && /的\s*$/.test(lead) ? `${before}的` : before
  const head = continues && !before.includes(subject) ? `${subject}${own}` : own
  const indicator = isCount(q) && /[、和及]\s*$/.test(lead) ? after : `${head}${after}`
  const verb = indicator === '' ? (doneAtEnd.exec(lead)?.[0] ?? changed.exec(lead)?.[0] ?? '') : indicator
  if (verb === '') return null
  const rate = q.unit !== null && q.unitText !== null && !printedRate.test(q.unitText) ? /^(.+)\/(\w+)$/.exec(q.unit) : null
  return {
    // 三分之二的乡镇完成治理
    indicator: verb.replace(/^的/, ''),
    comparator,
    value: q.value,
    unit: rate?.[1] ?? q.unit,
    by,
    per: rate?.[2] ?? periods[period.exec(`${wordsBefore(clause, q.span[0])}${q.text}`)?.[1] ?? ''] ?? null,
    span: clause.span,
  }
}

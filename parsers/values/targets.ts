/** Targets 量化目标: the measurable parts of a goal (整改目标): indicator, comparator, value, unit, and by when, from the goal's own words. */

import { fold } from '../fold.js'
import { changesTo, completing, leadWords, reaching, tailWords } from '../lexicon/targets.js'
import type { Span } from '../tree.js'
import { findDates } from './dates.js'
import { findQuantities } from './quantities.js'
import type { Comparator, DateContext, DateMention, Quantity, Target } from './types.js'

export interface Found {
  /** Mentions of the goal, with spans relative to it, in order. */
  quantities: readonly Quantity[]
  dates: readonly DateMention[]
}

/** The targets of a goal, in order. Where `found` is not given, dates and quantities are read here. */
export function findTargets(goal: string, context: DateContext, found: Found = read(goal, context)): Target[] {
  const text = fold(goal)
  const targets: Target[] = []
  let subject = ''
  for (const sentence of parts(text, [0, text.length], sentenceEnds)) {
    let by: string | null = null
    for (const clause of parts(text, sentence, clauseEnds)) {
      const quantities = found.quantities.filter((q) => q.span[0] >= clause[0] && q.span[1] <= clause[1])
      const dates = found.dates.filter((d) => d.span[0] >= clause[0] && d.span[0] < clause[1])
      for (const date of dates) by = deadlineOf(text, clause, date, by)
      for (const quantity of measurable(text, clause, quantities)) {
        const target = targetOf(goal, text, clause, quantity, dates, by, subject)
        if (target) targets.push(target)
      }
      subject =
        quantities.length > 0 && quantities[0]
          ? (indicatorBefore(text, clause, quantities[0].span[0], dates) ?? subject)
          : subject
    }
  }
  return targets
}

function read(goal: string, context: DateContext): Found {
  const dates = findDates(goal, context)
  return { dates, quantities: findQuantities(goal, { skip: dates.map((d) => d.span) }) }
}

const sentenceEnds = '。\n！？'
const clauseEnds = '，；,'

/** The pieces of a range between marks that stand outside quotes and brackets. */
function parts(text: string, [start, end]: Span, marks: string): Span[] {
  const pieces: Span[] = []
  let depth = 0
  let from = start
  for (let i = start; i < end; i++) {
    const mark = text.charAt(i)
    if ('“（《'.includes(mark)) depth++
    else if ('”）》'.includes(mark)) depth = Math.max(0, depth - 1)
    else if (marks.includes(mark) && (depth === 0 || marks === sentenceEnds)) {
      pieces.push([from, i])
      from = i + 1
      depth = 0
    }
  }
  if (from < end) pieces.push([from, end])
  return pieces
}

const opensClause = /^[\s\d.、（）一二三四五六七八九十]*(?:到|至|在|于|力争|确保|其中|争取|并|力争在|力争到|确保到|确保在)?\s*$/
const isBase = /(?:较|比|与|相比|于)\s*$/

/** The day that a date of the goal sets for the clauses after it; a base year (较2017年) sets none, a start (从2024年起) clears it. */
function deadlineOf(text: string, [start]: Span, date: DateMention, by: string | null): string | null {
  const before = text.slice(Math.max(start, date.span[0] - 12), date.span[0])
  if (isBase.test(before)) return by
  switch (date.relation) {
    case 'since':
      return null
    case 'by':
      return date.end
    case 'at':
      return date.end
    case 'during':
      return opensClause.test(text.slice(start, date.span[0]).slice(0, 24)) ? date.end : by
  }
}

const isShare = (q: Quantity): boolean => q.unit === '%' || q.unit === '{百分点}' || q.unit === null
const isCount = (q: Quantity): boolean => q.unit !== null && q.si === null && !isShare(q) && !/^[A-Z]{3}/.test(q.unit)
const arabic = /\d/
const completes = new RegExp(`(?:${completing.join('|')})`)
const completesBefore = new RegExp(`(?:${completing.join('|')})[了约近]?$`)

/** Which figures of a clause are its targets, and which only say what it is about: 12个县（市）区70%, 使用15年以上的加油站. */
function measurable(text: string, clause: Span, quantities: readonly Quantity[]): Quantity[] {
  const words = text.slice(...clause)
  const isTarget = (q: Quantity): boolean => {
    const bounded = q.comparator !== '='
    if (isCount(q)) return (bounded || arabic.test(text.slice(...q.span))) && (bounded || completes.test(words))
    if (isShare(q)) return true
    const qualifies = /[\u4e00-\u9fff]/.test(text.charAt(q.span[1]))
    return !qualifies || completesBefore.test(text.slice(clause[0], q.span[0]))
  }
  const targets = quantities.filter(isTarget)
  const stated = targets.filter((q) => !isCount(q) || q.comparator !== '=' || q.changeKind === 'to')
  return stated.length > 0 ? stated : targets
}

const leads = new RegExp(`^(?:[\\s，、\\d.]|${leadWords.join('|')})+`)
const tails = new RegExp(`(?:[\\s、]|${tailWords.join('|')})+$`)
const trim = (words: string): string => words.replace(leads, '').replace(tails, '').replace(/\s+/g, '')

/** The clause up to `end`, without its dates and the words that lead to the figure. */
function indicatorBefore(text: string, [start]: Span, end: number, dates: readonly DateMention[]): string | null {
  const last = dates.filter((d) => d.span[1] <= end && !isBase.test(text.slice(start, d.span[0]))).at(-1)
  const words = trim(text.slice(last ? Math.max(start, last.span[1]) : start, end))
  return words === '' ? null : words
}

const reaches = new RegExp(`(?:${reaching.join('|')})\\s*$`)

/** 达到 and 提高到 ask for at least the figure, 降至 for at most. */
function comparatorOf(text: string, clause: Span, q: Quantity): Comparator {
  if (q.comparator !== '=' || q.high !== null) return q.comparator
  if (q.changeKind === 'to') return q.change === 'down' ? '<=' : '>='
  return reaches.test(text.slice(Math.max(clause[0], q.span[0] - 6), q.span[0])) ? '>=' : '='
}

/** A clause without a subject of its own goes on with that of the clause before: PM2.5不高于49微克/立方，较2017年下降3.9%. */
function targetOf(
  goal: string,
  text: string,
  clause: Span,
  q: Quantity,
  dates: readonly DateMention[],
  by: string | null,
  subject: string,
): Target | null {
  const before = indicatorBefore(text, clause, q.span[0], dates) ?? ''
  const after = text.slice(q.span[1], clause[1]).trim()
  const listed = /[、和及]\s*$/.test(text.slice(clause[0], q.span[0]))
  const continues = changesTo.test(before) || /^[较比]/.test(before) || (before === '' && after === '')
  const own = after !== '' && /的\s*$/.test(text.slice(clause[0], q.span[0])) ? `${before}的` : before
  const head = continues && !before.includes(subject) ? `${subject}${own}` : own
  const indicator = isCount(q) && listed ? after : `${head}${after}`
  if (indicator === '') return null
  const start = clause[0] + (/^\s*/.exec(text.slice(...clause))?.[0].length ?? 0)
  const span: Span = [start, clause[1]]
  const rate =
    q.unit !== null && q.unitText !== null && !q.unitText.includes('/') && !q.unitText.includes('每')
      ? /^(.+)\/(\w+)$/.exec(q.unit)
      : null
  return {
    indicator,
    comparator: comparatorOf(text, clause, q),
    value: q.value,
    unit: rate?.[1] ?? q.unit,
    by,
    per: rate?.[2] ?? null,
    text: goal.slice(...span),
    span,
  }
}

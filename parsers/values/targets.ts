/** Targets 量化目标: the measurable parts of a goal (整改目标): indicator, comparator, value, unit, and by when, from the goal's own words. */

import { changesTo, completing, leadWords, periods, reaching, tailWords } from '../lexicon/targets.js'
import { fold } from '../text/fold.js'
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
  const targets: Target[] = []
  let by: string | null = null
  let subject = ''
  for (const clause of clauses(fold(goal), found)) {
    if (clause.opensSentence) by = null
    for (const quantity of measurable(clause)) {
      const target = targetOf(clause, quantity, byOf(clause, quantity, by), subject)
      if (target) targets.push({ ...target, text: goal.slice(...target.span) })
    }
    by = clause.dates.reduce<string | null>((day, date) => deadlineOf(clause, date, day), by)
    const first = clause.quantities[0]
    if (first) subject = indicatorBefore(clause, first.span[0]) || subject
  }
  return targets
}

function read(goal: string, context: DateContext): Found {
  const dates = findDates(goal, context)
  return { dates, quantities: findQuantities(goal, { skip: dates.map((d) => d.span) }) }
}

interface Clause extends Found {
  text: string
  span: Span
  opensSentence: boolean
}

const sentenceEnds = '。\n！？'
const clauseEnds = '，；,'
/** A longer stretch without a mark is no clause of prose. */
const maxClause = 300

/** The clauses of a goal with their mentions; marks inside quotes and brackets part nothing but sentences. */
function* clauses(text: string, found: Found): Generator<Clause> {
  let [depth, from, q, d] = [0, 0, 0, 0]
  let opensSentence = true
  for (let i = 0; i <= text.length; i++) {
    const mark = text.charAt(i)
    const endsSentence = mark === '' || sentenceEnds.includes(mark)
    if (!endsSentence && '“（《'.includes(mark)) depth++
    else if (!endsSentence && '”）》'.includes(mark)) depth = Math.max(0, depth - 1)
    if (!endsSentence && (depth > 0 || !clauseEnds.includes(mark))) continue
    const [firstQuantity, firstDate] = [q, d]
    while ((found.quantities[q]?.span[1] ?? Infinity) <= i) q++
    while ((found.dates[d]?.span[0] ?? Infinity) < i) d++
    if (i > from && i - from <= maxClause) {
      const span: Span = [from + (/^\s*/.exec(text.slice(from, i))?.[0].length ?? 0), i]
      yield {
        text,
        span,
        opensSentence,
        quantities: found.quantities.slice(firstQuantity, q),
        dates: found.dates.slice(firstDate, d),
      }
    }
    opensSentence = endsSentence
    depth = 0
    from = i + 1
  }
}

const opensClause =
  /^[\s\d.、（）一二三四五六七八九十]{0,12}(?:到|至|在|于|力争|确保|其中|争取|并|力争在|力争到|确保到|确保在)?\s?$/
const isBase = /(?:较|比|与|相比|于)\s*$/
const wordsBefore = ({ text, span }: Clause, end: number, length = maxClause): string =>
  text.slice(Math.max(span[0], end - length), end)

/** The day that a date of the goal sets for the clauses after it; a base year (较2017年) sets none, a start (从2024年起) clears it. */
function deadlineOf(clause: Clause, date: DateMention, by: string | null): string | null {
  const before = wordsBefore(clause, date.span[0])
  if (isBase.test(before)) return by
  switch (date.relation) {
    case 'since':
      return null
    case 'by':
    case 'at':
      return date.end
    case 'during':
      return opensClause.test(before) ? date.end : by
  }
}

/** The last date before the figure in its clause, else the next one behind it (达到90%，2025年底前), else what is carried over. */
function byOf(clause: Clause, { span }: Quantity, carried: string | null): string | null {
  const before = clause.dates.filter((date) => date.span[0] < span[0])
  const relevant = before.length > 0 ? before : clause.dates.slice(0, 1)
  return relevant.reduce<string | null>((day, date) => deadlineOf(clause, date, day), carried)
}

const isShare = (q: Quantity): boolean => q.unit === '%' || q.unit === '{百分点}' || q.unit === null
const isCount = (q: Quantity): boolean => q.unit !== null && q.si === null && !isShare(q) && !/^[A-Z]{3}/.test(q.unit)
const arabic = /\d/
const completes = new RegExp(`(?:${completing.join('|')})`)
const completesBefore = new RegExp(`(?:${completing.join('|')})[了约近]?$`)
const han = /[\u4e00-\u9fff]/

/** Which figures of a clause are its targets, and which only say what it is about: 12个县（市）区70%, 使用15年以上的加油站. */
function measurable(clause: Clause): Quantity[] {
  if (clause.quantities.length === 0) return []
  const { text, span } = clause
  const isDone = completes.test(text.slice(...span))
  const targets = clause.quantities.filter((q) => {
    if (isCount(q)) return q.comparator !== '=' || (isDone && arabic.test(text.slice(...q.span)))
    return isShare(q) || !han.test(text.charAt(q.span[1])) || completesBefore.test(wordsBefore(clause, q.span[0], 8))
  })
  const stated = targets.filter((q) => !isCount(q) || q.comparator !== '=' || q.changeKind === 'to')
  return stated.length > 0 ? stated : targets
}

const longestFirst = (words: readonly string[]): string[] => [...words, ' ', '，', '、'].sort((a, b) => b.length - a.length)
const leads = longestFirst(leadWords)
const tails = longestFirst(tailWords)

/** The words without what leads to the indicator and from it to the figure. */
function trim(words: string): string {
  let [start, end] = [0, words.length]
  for (let lead = leadAt(words, start); lead > 0; lead = leadAt(words, start)) start += lead
  for (let tail = tailAt(words, end); tail > 0 && end > start; tail = tailAt(words, end)) end -= tail
  return words.slice(start, end).replace(/\s+/g, '')
}

const leadAt = (words: string, start: number): number => leads.find((lead) => words.startsWith(lead, start))?.length ?? 0
const tailAt = (words: string, end: number): number => tails.find((tail) => words.endsWith(tail, end))?.length ?? 0

/** The clause up to `end`, without its dates and the words that lead to the figure. */
function indicatorBefore(clause: Clause, end: number): string {
  const last = clause.dates.filter((d) => d.span[1] <= end && !isBase.test(wordsBefore(clause, d.span[0], 4))).at(-1)
  return trim(clause.text.slice(Math.max(clause.span[0], last?.span[1] ?? 0), end))
}

/** The rest of the clause without its dates. */
function wordsAfter(clause: Clause, start: number): string {
  let words = ''
  let at = start
  for (const { span } of clause.dates) {
    if (span[0] < at) continue
    words += clause.text.slice(at, span[0])
    at = Math.min(span[1], clause.span[1])
  }
  return (words + clause.text.slice(at, clause.span[1])).replace(/（\s*）/g, '').trim()
}

const reaches = new RegExp(`(?:${reaching.join('|')})\\s*$`)

/** 达到 and 提高到 ask for at least the figure, 降至 for at most. */
function comparatorOf(clause: Clause, q: Quantity): Comparator {
  if (q.comparator !== '=' || q.high !== null) return q.comparator
  if (q.changeKind === 'to') return q.change === 'down' ? '<=' : '>='
  return reaches.test(wordsBefore(clause, q.span[0], 6)) ? '>=' : '='
}

const period = /每(半?年|季度?|月|周|天|日)/
const printedRate = /[/每]/

/** A clause without a subject of its own goes on with that of the clause before: PM2.5不高于49微克/立方，较2017年下降3.9%. */
function targetOf(clause: Clause, q: Quantity, by: string | null, subject: string): Omit<Target, 'text'> | null {
  const printed = wordsBefore(clause, q.span[0])
  const before = indicatorBefore(clause, q.span[0])
  const after = wordsAfter(clause, q.span[1])
  const continues = changesTo.test(before) || /^[较比]/.test(before) || (before === '' && after === '')
  const own = after !== '' && /的\s*$/.test(printed) ? `${before}的` : before
  const head = continues && !before.includes(subject) ? `${subject}${own}` : own
  const indicator = isCount(q) && /[、和及]\s*$/.test(printed) ? after : `${head}${after}`
  if (indicator === '') return null
  const rate = q.unit !== null && q.unitText !== null && !printedRate.test(q.unitText) ? /^(.+)\/(\w+)$/.exec(q.unit) : null
  return {
    indicator,
    comparator: comparatorOf(clause, q),
    value: q.value,
    unit: rate?.[1] ?? q.unit,
    by,
    per: rate?.[2] ?? periods[period.exec(`${printed}${q.text}`)?.[1] ?? ''] ?? null,
    span: clause.span,
  }
}

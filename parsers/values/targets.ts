/** Targets 量化目标: the measurable parts of a goal (整改目标): indicator, comparator, value, unit, and by when, from the goal's own words. */
import { fold } from '../fold.js'
import { changesTo, completing, leadWords, periods, reaching, tailWords } from '../lexicon/targets.js'
import type { Span } from '../tree.js'
import { findDates } from './dates.js'
import { findQuantities } from './quantities.js'
import { nounBefore } from './quantity-subject.js'
import type { Comparator, DateContext, DateMention, Quantity, Target } from './types.js'

export interface Found {
  /** Mentions of the goal, with spans relative to it, in order. */
  quantities: readonly Quantity[]
  dates: readonly DateMention[]
}

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
/** 降至2025年的38立方米. */
const endsAtDate = /[降升减增高少加低长][到至]\s?$/
const isBase = /(?:较|比|与|相比|于)\s*$/
const wordsBefore = ({ text, span }: Clause, end: number, length = maxClause): string =>
  text.slice(Math.max(span[0], end - length), end)

/** The day that a date of the goal sets for the clauses after it; a base year (较2017年) sets none, a start (从2024年起) clears it. */
function deadlineOf(clause: Clause, date: DateMention, by: string | null, start = clause.span[0]): string | null {
  const before = clause.text.slice(Math.max(clause.span[0], date.span[0] >= start ? start : 0), date.span[0])
  if (isBase.test(before)) return by
  switch (date.relation) {
    case 'since':
      return null
    case 'by':
    case 'at':
      return date.end
    case 'during':
      return opensClause.test(before) || endsAtDate.test(before) ? date.end : by
  }
}

/** A figure of a clause that is a target, with the words that are its own. */
interface Part {
  quantity: Quantity
  /** From the last target, or the start of the clause, to the figure; of a list to its first figure. */
  lead: string
  leadSpan: Span
  /** From the figure to the next target, or the end of the clause. */
  after: string
  /** Its place in a list of figures of one subject (分别达到60%、80%), the length of the list, and what bounds all of it. */
  index: number
  length: number
  comparator: Comparator
}

const partJoint = /、|，|；|以及|和|及|与/

/** Parts a clause at its targets: 建成管网15公里、泵站2座 has two, with a subject each; 分别达到60%、80% has one subject for both. */
function partsOf(clause: Clause, targets: readonly Quantity[]): Part[] {
  const { text, span } = clause
  const parts: Part[] = []
  let leadStart = span[0]
  for (const [i, quantity] of targets.entries()) {
    const [start, end] = quantity.span
    const stop = targets[i + 1]?.span[0] ?? span[1]
    const joint = i + 1 < targets.length ? partJoint.exec(text.slice(end, stop)) : null
    const afterEnd = joint ? end + joint.index : i + 1 < targets.length ? end : span[1]
    parts.push({
      quantity,
      lead: text.slice(leadStart, start),
      leadSpan: [leadStart, start],
      after: wordsOf(clause, end, afterEnd),
      index: 0,
      length: 1,
      comparator: comparatorOf(clause, quantity),
    })
    leadStart = joint ? end + joint.index + joint[0].length : end
  }
  return listed(clause, parts)
}

/** The figures of a list share their subject, and what stands behind the last of them. */
function listed(clause: Clause, parts: Part[]): Part[] {
  for (let first = 0; first < parts.length; ) {
    const [head, unit] = [parts[first], parts[first]?.quantity.unit]
    let last = first
    while (parts[last + 1]?.quantity.unit === unit && parts[last]?.after === '' && isBare(clause, parts[last + 1])) last++
    const run = parts.slice(first, last + 1)
    const bound = run.find(({ comparator }) => comparator !== '=')?.comparator ?? '='
    run.forEach((part, index) => {
      if (head) [part.lead, part.leadSpan] = [head.lead, head.leadSpan]
      Object.assign(part, {
        after: run.at(-1)?.after ?? '',
        index,
        length: run.length,
        comparator: part.comparator === '=' ? bound : part.comparator,
      })
    })
    first = last + 1
  }
  return parts
}

const isBare = (clause: Clause, part: Part | undefined): boolean =>
  part !== undefined &&
  trim(part.lead) === '' &&
  !clause.dates.some(({ span }) => span[0] >= part.leadSpan[0] && span[1] <= part.quantity.span[0])

/** What a clause leaves to the next ones of its sentence: the day, and the days where it only lists them. */
interface Carried {
  by: string | null
  days: readonly string[]
}

const daysOf = (clause: Clause): DateMention[] => clause.dates.filter((date) => !isBase.test(wordsBefore(clause, date.span[0])))

/** The part's own date, of as many dates as figures the one at its place, else the next one behind it, else what is carried over. */
function byOf(clause: Clause, { quantity: { span }, index, length, leadSpan }: Part, carried: Carried): string | null {
  const before = clause.dates.filter((date) => date.span[0] < span[0])
  const own = daysOf(clause).filter((date) => date.span[0] >= leadSpan[0] && date.span[0] < span[0])
  const days = own.length > 0 || before.length > 0 ? own.map(({ end }) => end) : carried.days
  if (length > 1 && days.length === length) return days[index] ?? carried.by
  // 回收率2023年达到32%: nothing but the verb stands between
  const near = days.length > 0 ? own.at(-1) : undefined
  if (near && near.relation !== 'since' && trim(clause.text.slice(near.span[1], span[0])) === '') return near.end
  const relevant = before.length > 0 ? before : clause.dates.slice(0, 1)
  return relevant.reduce<string | null>((day, date) => deadlineOf(clause, date, day, leadSpan[0]), carried.by)
}

const isShare = (q: Quantity): boolean => q.unit === '%' || q.unit === '{百分点}' || q.unit === null
const isCount = (q: Quantity): boolean => q.unit !== null && q.si === null && !isShare(q) && !/^[A-Z]{3}/.test(q.unit)
const arabic = /\d/
const completes = new RegExp(`(?:${completing.join('|')})`)
/** 2024年完成80%: where nothing else is named, what is to be done is. */
const doneAtEnd = new RegExp(`(?:${completing.join('|')})(?=[了约近达到至]*$)`)
const completesBefore = new RegExp(`(?:${completing.join('|')})[了约近]?$`)
const waterClass = /(?:[ⅠⅡⅢⅣⅤ]|[一二三四五])类/
const allOf = /^[^，；]{0,20}(?:全部|全面|均|都)/
const han = /[\u4e00-\u9fff]/

/** A count behind another target that names its own thing: 管网15公里、泵站2座; 12公里管网和3座泵站. */
const standsAlone = ({ text, span }: Clause, q: Quantity): boolean =>
  q.span[1] === span[1] || /[、和及与]/.test(text.charAt(q.span[1])) || /[、和及与]\s?$/.test(text.slice(span[0], q.span[0]))

/** Which figures of a clause are its targets, and which only say what it is about: 12个县（市）区70%, 使用15年以上的加油站. */
function measurable(clause: Clause): Quantity[] {
  if (clause.quantities.length === 0) return []
  const { text, span } = clause
  const isDone = completes.test(text.slice(...span))
  const targets = clause.quantities.filter((q, i) => {
    const next = clause.quantities[i + 1]
    if (next && isBaseOf(clause, q, next)) return false
    // a class of water is no figure, and neither are its sections
    if (isCount(q) && q.comparator === '=' && waterClass.test(text.slice(q.span[1], span[1]))) return false
    // 3850亩耕地全部恢复
    const isAll = allOf.test(text.slice(q.span[1], span[1]))
    if (isCount(q)) return q.comparator !== '=' || (isDone && (isAll || arabic.test(text.slice(...q.span))))
    return (
      (isAll && isDone) ||
      isShare(q) ||
      !han.test(text.charAt(q.span[1])) ||
      completesBefore.test(wordsBefore(clause, q.span[0], 8))
    )
  })
  const stated = targets.filter(
    (q, i) => !isCount(q) || q.comparator !== '=' || q.changeKind === 'to' || (i > 0 && standsAlone(clause, q)),
  )
  return stated.some((q) => !isCount(q) || q.comparator !== '=') ? stated : targets
}

const longestFirst = (words: readonly string[]): string[] => [...words, ' ', '，', '、'].sort((a, b) => b.length - a.length)
const leads = longestFirst(leadWords)
const tails = longestFirst(tailWords)

/** The words without what leads to the indicator and from it to the figure. */
function trim(words: string): string {
  let [start, end] = [0, words.length]
  for (let lead = leadAt(words, start); lead > 0; lead = leadAt(words, start)) start += lead
  for (let tail = tailAt(words, end); tail > 0 && end > start; tail = tailAt(words, end)) end -= tail
  return words.slice(start, end).replace(/\s+|分别/g, '')
}

const leadAt = (words: string, start: number): number => leads.find((lead) => words.startsWith(lead, start))?.length ?? 0
const tailAt = (words: string, end: number): number => tails.find((tail) => words.endsWith(tail, end))?.length ?? 0

/** The words from `start` to the figure at `end` without its dates, the base figure and what leads to the figure. */
function indicatorBefore(clause: Clause, start: number, end: number): string {
  const { text } = clause
  const base = baseBefore(clause, start, end)
  const stop = base >= 0 ? base : end
  const dates = clause.dates.filter(
    (d) => d.span[0] >= start && d.span[1] <= stop && !isBase.test(wordsBefore(clause, d.span[0], 4)),
  )
  const last = dates.at(-1)
  const behind = trim(text.slice(Math.max(start, last?.span[1] ?? 0), stop))
  // 治理率到2024年底达到90%: the subject stands before the date
  return behind === '' && dates[0] ? trim(text.slice(start, dates[0].span[0])) : behind
}

/** 由45微克/立方米下降到35, 由2020年的45降至: what the figure of before stands behind. */
const fromBase = /[由从自][^，。；、]{0,14}$/
const isBaseOf = ({ text, span }: Clause, base: Quantity, q: Quantity): boolean =>
  q.changeKind === 'to' &&
  base.unit === q.unit &&
  base.span[1] <= q.span[0] &&
  fromBase.test(text.slice(Math.max(span[0], base.span[0] - 16), base.span[0]))

/** Where the words for the base of the figure at `end` begin, or -1. */
function baseBefore(clause: Clause, start: number, end: number): number {
  const { text, quantities } = clause
  const q = quantities.find(({ span }) => span[0] === end)
  const base = q && quantities.find((other) => other.span[0] >= start && isBaseOf(clause, other, q))
  if (!base) return -1
  return Math.max(...['由', '从', '自'].map((word) => text.lastIndexOf(word, base.span[0] - 1)))
}

/** What a clause is about: the words before its first figure, else the noun phrase that it ends in. */
function subjectOf(clause: Clause): string {
  const first = clause.quantities[0]
  if (first) return indicatorBefore(clause, clause.span[0], first.span[0])
  return nounBefore(clause.text, clause.span[1], clause.span[0], (kind) => kind === 'dimension') ?? ''
}

/** The words from `start` to `end` without the dates among them. */
function wordsOf({ text, dates }: Clause, start: number, end: number): string {
  let words = ''
  let at = start
  for (const { span } of dates) {
    if (span[0] < at || span[0] >= end) continue
    words += text.slice(at, span[0])
    at = Math.min(span[1], end)
  }
  return (words + text.slice(at, end)).replace(/（\s*）/g, '').trim()
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

/** 绿化覆盖率、绿地率分别达到42%、38%: of as many subjects as figures the one at its place, where each is a whole one. */
function oneOf(subjects: string, index: number, length: number): string {
  const each = length > 1 ? subjects.split(/[、和及与]/) : []
  const whole =
    each.length === length && each.every((words) => nounBefore(words, words.length, 0, (kind) => kind === 'dimension') !== null)
  return (whole ? each[index] : null) ?? subjects
}

/** A clause without a subject of its own goes on with that of the clause before: PM2.5不高于49微克/立方，较2017年下降3.9%. */
function targetOf(
  clause: Clause,
  { quantity: q, lead, leadSpan, after, index, length, comparator }: Part,
  by: string | null,
  subject: string,
): Omit<Target, 'text'> | null {
  const before = oneOf(indicatorBefore(clause, ...leadSpan), index, length)
  const continues = changesTo.test(before) || /^[较比]/.test(before) || (before === '' && after === '')
  const own = after !== '' && /的\s*$/.test(lead) ? `${before}的` : before
  const head = continues && !before.includes(subject) ? `${subject}${own}` : own
  const indicator = isCount(q) && /[、和及]\s*$/.test(lead) ? after : `${head}${after}`
  const verb = indicator === '' ? (doneAtEnd.exec(lead)?.[0] ?? '') : indicator
  if (verb === '') return null
  const rate = q.unit !== null && q.unitText !== null && !printedRate.test(q.unitText) ? /^(.+)\/(\w+)$/.exec(q.unit) : null
  return {
    indicator: verb,
    comparator,
    value: q.value,
    unit: rate?.[1] ?? q.unit,
    by,
    per: rate?.[2] ?? periods[period.exec(`${wordsBefore(clause, q.span[0])}${q.text}`)?.[1] ?? ''] ?? null,
    span: clause.span,
  }
}

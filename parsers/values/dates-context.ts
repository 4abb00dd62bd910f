/** The words around a date, which tell how it is meant: 截至, 自, 到 before it; 前, 以来, 期间 behind it. */
import {
  afterWords,
  asOfWords,
  beforeWords,
  duringWords,
  fromWords,
  notLaterWords,
  sinceWords,
  untilBehind,
  untilWords,
} from '../lexicon/dates.js'
import { addDays, monthsOf, type Period, partsOf, yearOf } from './calendar.js'
import type { Stretch } from './dates-range.js'
import { gap, reach, sticky } from './dates-scope.js'
import { unitsOf } from './marks.js'
import type { DateMention } from './types.js'

type Relation = DateMention['relation']

const before = sticky(gap + beforeWords)

type Prefix = { kind: 'asOf' | 'asOfUntil' | 'from' | 'until'; start: number }

const clauseStart = /[，。；：、！？（）“\n·]$/

/** The last characters of all words before a date, and the first ones of those behind it. */
const endsPrefix = unitsOf([...asOfWords, ...notLaterWords, ...fromWords, ...untilWords].map((word) => word.at(-1)).join(''))
const startsSuffix = unitsOf(' （及或和之以前起始开期左间后後至到迄零0123456789来')

/** 截至, 自, 到 and the like before a date, and where they start. */
function prefixBefore(text: string, index: number): Prefix | null {
  let end = index
  while (end > index - 3 && text.charAt(end - 1) === ' ') end--
  if (!endsPrefix(text.charCodeAt(end - 1))) return null
  const near = text.slice(Math.max(0, end - 6), end)
  const found = (words: readonly string[]): string | undefined => words.find((word) => near.endsWith(word))
  const asOf = found(asOfWords)
  // 截止到 a whole year or month is up to its end; 截至 and 截止 tell the state of that time.
  if (asOf) return { kind: asOf.length > 2 ? 'asOfUntil' : 'asOf', start: end - asOf.length }
  const late = found(notLaterWords)
  if (late) return { kind: 'until', start: end - late.length }
  const from = found(fromWords)
  if (from && !/[来各独服]$/.test(near.slice(0, -from.length))) return { kind: 'from', start: end - from.length }
  const until = found(untilWords)
  const ahead = until ? near.slice(0, -until.length).replace(/ {1,5}$/, '') : ''
  if (until && (ahead === '' || clauseStart.test(ahead) || untilBehind.some((word) => ahead.endsWith(word))))
    return { kind: 'until', start: end - until.length }
  return null
}

const suffixes: readonly [kind: 'by' | 'since' | 'after' | 'during', pattern: RegExp][] = [
  ['by', before],
  ['since', sticky(gap + sinceWords)],
  ['during', sticky(gap + duringWords)],
  ['after', sticky(gap + afterWords)],
]
const stop = sticky(`${gap}止`)

function suffixAfter(text: string, index: number): { kind: 'by' | 'since' | 'after' | 'during'; end: number } | null {
  if (!startsSuffix(text.charCodeAt(index))) return null
  for (const [kind, pattern] of suffixes) {
    const end = reach(pattern, text, index)
    if (end > 0) return { kind, end }
  }
  return null
}

/** The day, month or year behind a period. */
function following(period: Period, precision: DateMention['precision']): Period {
  const start = addDays(period.end, 1)
  const [year, month] = partsOf(start)
  if (precision === 'year') return yearOf(year)
  return precision === 'month' ? monthsOf(year, month) : { start, end: start }
}

/** 自…前 and 从2020年底的18.6%降到: the word before says no beginning. */
const isBase = (text: string, end: number, suffix: string | null): boolean =>
  suffix === 'by' || (suffix === null && text.charAt(end) === '的')

/**
 * The mention that a date with the words around it makes; `start` is where its core starts. With a day of writing (`isAsked`) 之后
 * begins when the words' own time is over, as in a question; in a report the days are those of the words.
 */
export function mentionOf(text: string, source: string, start: number, found: Stretch, isAsked: boolean): DateMention {
  const prefix = prefixBefore(text, start)
  const suffix = suffixAfter(text, found.end)
  const from =
    prefix && (prefix.kind !== 'from' || found.range || !isBase(text, found.end, suffix?.kind ?? null)) ? prefix : null
  let end = suffix?.end ?? found.end
  if (!suffix && (found.range || from?.kind.startsWith('asOf'))) end = reach(stop, text, end) || end
  const first = from?.start ?? start
  const period =
    isAsked && suffix?.kind === 'after' && !from?.kind.startsWith('asOf')
      ? following(found.period, found.precision)
      : found.period
  return {
    start: period.start,
    end: period.end,
    precision: found.precision,
    relation: relationOf(from, suffix?.kind ?? null, found),
    text: source.slice(first, end),
    span: [first, end],
    core: [start, found.end],
  }
}

function relationOf(prefix: Prefix | null, suffix: 'by' | 'since' | 'after' | 'during' | null, found: Stretch): Relation {
  if (prefix?.kind === 'asOf') return 'at'
  if (prefix?.kind === 'asOfUntil') return found.moment ? 'at' : 'by'
  switch (suffix) {
    case 'by':
      return 'by'
    case 'since':
    case 'after':
      return 'since'
    case 'during':
      return 'during'
    case null:
      if (prefix?.kind === 'until' && !found.range) return 'by'
      if (prefix?.kind === 'from' && !found.range) return 'since'
      return found.moment ? 'at' : 'during'
  }
}

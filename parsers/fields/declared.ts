/** What a report says of itself (自报总数): how many problems, how many in each state, how many due in each year. */
import {
  bothBehind,
  countedNoun,
  foreign,
  listTitle,
  nounBefore,
  ofChapter,
  ongoingBefore,
  ongoingBehind,
  ownPart,
  partBefore,
  subset,
  sumBefore,
  totalCue,
  yearBefore,
} from '../lexicon/declared.js'
import type { Span } from '../tree.js'
import { parseNumeral } from '../values/numerals.js'
import { type Count, countsOf, heading, stateOf } from './declared-counts.js'

export interface DeclaredReading {
  measure: string
  declared: number
  span: Span
}

/** The words of the clause before a number; no clause is looked at further back than 60 characters. */
const clauseBefore = (sentence: string, at: number): string =>
  (/[^，。；\n]{0,60}$/.exec(sentence.slice(Math.max(0, at - 60), at))?.[0] ?? '').replace(chosenFrom, '')
/** 从热线、信访件中|梳理出问题20个: where they were taken from is not what is counted. */
const chosenFrom = /从[^，。；]{1,50}中(?=梳理|筛选|挑选|选取|选出|选定|确定|整理|归纳|汇总|收集|排查)/

/** Whether a number is the report's total of problems; `own` where it is narrowed to the report's place. */
function totalOf(count: Count, sentence: string, hasTotal: boolean): { own: boolean; start: number; end: number } | null {
  const noun = countedNoun.exec(count.after)?.[0] ?? ''
  const named = nounBefore.exec(count.before)?.[0] ?? ''
  const context = sentence.slice(Math.max(0, count.start - 40), count.start)
  const own = ownPart.test(context)
  // 指出的问题中，涉及我市的共12项: what is counted has been named
  if (!noun && !named && !(own && (hasTotal || /(?:问题|任务|意见)(?:中|里|，)/.test(context)))) return null
  const clause = clauseBefore(sentence, count.start)
  // 一、政治建设方面（5个）: what a heading counts stands under it
  const inBracket = /（[^（）]{0,4}$/.test(count.before)
  if (inBracket && heading.test(sentence)) return null
  if (
    /(?:已|未|正在|达到|基本|阶段性|长期|立行立改|持续)[^，。；]{0,8}$/.test(
      count.before.slice(0, count.before.length - named.length),
    )
  )
    return null
  if (!own && (subset.test(count.before) || partBefore.test(count.before) || /其中[^，。；]{0,12}$/.test(context))) return null
  if (foreign.test(clause) || foreign.test(noun) || /^(?:整改)?措施|^线索|^责任追究/.test(count.after.slice(noun.length)))
    return null
  return { own, start: count.start - named.length, end: count.end + noun.length }
}

/** What a clause counts that is none of the report's problems: 信访件319件, 同类问题216个. */
const speaksOfOthers = (count: Count, clause: string): boolean => {
  const noun = countedNoun.exec(count.after)?.[0] ?? ''
  if (foreign.test(clause) || foreign.test(noun || count.after.slice(0, 6))) return true
  // 需要长期坚持的10项 are those of the deadline
  if (partBefore.test(count.before) && !ongoingBefore.test(count.before)) return true
  return (
    noun === '' &&
    /^[\u4e00-\u9fff]/.test(count.after) &&
    stateOf(count) === null &&
    !/^(?:的|中|，)/.test(count.after) &&
    !nounBefore.test(count.before)
  )
}

/** 46个问题均已整改到位: the total and the state of all. */
const allOf = /^(?:反馈|具体|整改)?(?:问题|任务|事项)(?:已|现已)?(?:均|全部|都)/

/** A sentence that tells what has been done. */
const isTold = /已|截至|截止|目前|[均都]完成/

/** What a plan wants of all problems: nothing has been done yet. */
const isAim =
  /^(?!.*(?:已|截至|截止|目前)).*(?:反馈|指出|交办|督察|巡察|巡视)(?:的|意见)?(?:问题|任务)(?:全面|全部|均|都)(?:整改|完成)/

interface Candidate extends DeclaredReading {
  /** Higher is surer: a total narrowed to the place, a state as of a day. */
  weight: number
}

/** What the items have, so that a count can be checked, or so that it is known what a word counts. */
export interface ItemsHave {
  /** Some item has a deadline; without one counts of years are left out. */
  hasDeadlines: boolean
  /** Some item has a state: 持续推进6个 is a state beside others, else a deadline. */
  hasStatuses: boolean
}

function readSentence(
  sentence: string,
  at: number,
  { hasDeadlines, hasStatuses }: ItemsHave,
  { hasTotal, afterTotal }: { hasTotal: boolean; afterTotal: boolean },
): Candidate[] {
  const found: Candidate[] = []
  const counts = countsOf(sentence)
  if (ofChapter.test(sentence.trim())) return found
  const years = counts.filter((count) => yearBefore.test(count.before)).length
  // 立行立改10个，长期坚持6个: what goes on is counted in two parts
  const apart = /立行立改\d/.test(sentence)
  const dated = /截至|截止|目前/.test(sentence) ? 1 : 0
  const add = (measure: string, declared: number, start: number, end: number, weight: number) =>
    found.push({ measure, declared, span: [at + start, at + end], weight })
  let others = false
  let known = hasTotal
  // 25个问题，已完成19个: states of a part tell that the number before them is the total
  const parted = counts.slice(1).some((count) => stateOf(count) !== null || ongoingBehind.test(count.after))
  const cued = parted || totalCue.test(sentence)
  let problems = afterTotal || (cued && /问题|任务|整改事项/.test(sentence))
  for (const count of counts) {
    const clause = clauseBefore(sentence, count.start)
    // （一）2023年完成的问题（12个）: done or due, a heading does not say
    const year = heading.test(sentence) && /（[^（）]{0,4}$/.test(count.before) ? null : yearBefore.exec(count.before)
    const state = stateOf(count)
    const both = !count.leads && bothBehind.test(sentence.slice(count.end))
    // 16个问题全部整改到位，其中2025年底前完成整改6个: what is to be, no state
    const aimed = state?.code === 'completed' && allOf.test(count.after) && years > 0 && !isTold.test(sentence)
    const total = cued && !year && (!state || allOf.test(count.after)) ? totalOf(count, sentence, known) : null
    const sum = known && !hasTotal && !state && sumBefore.test(count.before)
    if (sum) {
      add('items', count.value, count.start, count.end, 1)
      others = false
    } else if (total) {
      add('items', count.value, total.start, total.end, total.own ? 2 : 0)
      others = false
      problems = true
      known = true
    } else if (!both && speaksOfOthers(count, clause)) others = true
    if (others || sum || (total && (!state || aimed))) continue
    const start = count.start - count.before.length
    const ongoing = (from: number, to: number) => hasDeadlines && add('deadline:ongoing', count.value, from, to, 0)
    if (year) {
      if (hasDeadlines) add(`deadline:${year[1]}`, count.value, start + year.index, count.end, 0)
    } else if (!count.leads && ongoingBehind.test(count.after)) ongoing(count.start, count.end + count.after.length)
    else if (both) ongoing(count.start, count.end)
    else if (/长期(?:坚持|整改)/.test(count.before) || (ongoingBefore.test(count.before) && (years > 0 || !hasStatuses))) {
      const words = ongoingBefore.exec(count.before)
      if (words && !apart) ongoing(start + words.index, count.end)
    } else if (state?.code === 'completed' && !hasStatuses && !known && found.length === 0 && isAim.test(sentence)) {
      // 36项反馈问题全面整改到位。 of a plan: all of them
      add('items', count.value, count.start, count.end, 0)
      known = problems = true
    } else if (state && (problems || /整改|销号|序时|问题|任务/.test(count.before + count.after))) {
      add(`status:${state.code}`, count.value, state.start, state.end, dated)
      problems = true
    }
  }
  return found
}

/** （共9项） in a line of its own under a title. */
function lineTotal(line: string, at: number): Candidate | null {
  const match = /^\s*（共计?\s?(\d{1,4}|[一二三四五六七八九十百]{1,5})\s?(?:个|项|条|件)(?:问题|任务)?）\s*$/.exec(line)
  const declared = match?.[1] ? parseNumeral(match[1]) : null
  return declared
    ? { measure: 'items', declared, span: [at + line.indexOf('共'), at + line.lastIndexOf('）')], weight: 0 }
    : null
}

const sentencesOf = (folded: string, [start, end]: Span): Span[] => {
  const spans: Span[] = []
  let from = start
  for (let i = start; i <= end; i++)
    if (i === end || folded.charAt(i) === '。' || folded.charAt(i) === '\n') {
      if (i > from) spans.push([from, i])
      from = i + 1
    }
  return spans
}

/**
 * Reads the totals in the parts of a report that stand outside its items. Where a report counts twice and differently, the count as of a day or for its own place is taken, else the
 * first.
 */
export function findDeclared(folded: string, places: readonly Span[], items: ItemsHave): DeclaredReading[] {
  const best = new Map<string, Candidate>()
  for (const place of places) {
    let before = ''
    let afterTotal = false
    for (const [start, end] of sentencesOf(folded, place)) {
      const sentence = folded.slice(start, end)
      const title = before.trim()
      before = sentence
      if (!/[个项条件]/.test(sentence) || !/\d|[一二三四五六七八九十]/.test(sentence)) continue
      const own = listTitle.test(title) ? lineTotal(sentence, start) : null
      const found: Candidate[] = own ? [own] : readSentence(sentence, start, items, { hasTotal: best.has('items'), afterTotal })
      afterTotal = found.some((candidate) => candidate.measure === 'items')
      for (const candidate of found) {
        const known = best.get(candidate.measure)
        if (!known || candidate.weight > known.weight) best.set(candidate.measure, candidate)
      }
    }
  }
  const total = best.get('items')?.declared ?? Number.POSITIVE_INFINITY
  return [...best.values()]
    .filter(({ measure, declared }) => measure === 'items' || declared <= total)
    .sort((a, b) => a.span[0] - b.span[0])
    .map(({ measure, declared, span }) => ({ measure, declared, span }))
}

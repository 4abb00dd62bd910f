/**
 * The words that this report prints as labels and no table holds: 推进举措, 反馈内容. Words are labels where they stand in a label's
 * place again and again; what they mean is told by their ending. And the labels that lost their colon, known from other places.
 */

import { isStatusOnly } from '../fields/status.js'
import {
  exactFieldOf,
  type FieldKind,
  fieldBehindProblem,
  fieldOf,
  guessField,
  longestLabel,
  partyFields,
  twofold,
} from '../lexicon/labels.js'
import type { Span } from '../tree.js'
import { followsOn, gluedOf, isName, isValueOf } from './glued.js'
import { common } from './label.js'
import { labelsBeforeColons } from './lost-breaks.js'
import { markAt } from './marks.js'

export interface Vocabulary {
  /** Words that stand behind a colon, in brackets or alone, and their field. */
  words: ReadonlyMap<string, FieldKind>
  /** Words before the first of a count, again and again: 整改任务1.… is a label and no item's number. */
  counts: readonly string[]
  /** Words that stand before a colon, longest first: again and again (`sure`), one of them behind a sentence's end has lost its own. */
  closed: readonly Closed[]
  /** Words that may be glued to their value: 整改目标全面完成…. Longest first. */
  glued: readonly (readonly [string, FieldKind])[]
  /** Common words that are labels behind a number and before a stop, for they are so again and again: （一）问题。… */
  stops: ReadonlySet<string>
  /** How often each label stands before a colon, whatever stands before it. */
  colons: ReadonlyMap<string, number>
}

export interface Closed {
  word: string
  field: FieldKind
  sure: boolean
}

export const noWords: Vocabulary = { words: new Map(), counts: [], closed: [], glued: [], stops: new Set(), colons: new Map() }

const han = '[\\u4e00-\\u9fff]'
const before = new RegExp(`^[【［〔\\[]?(${han}{2,14}(?:（${han}{1,8}）)?)(?:[】］〕\\]]：?|：| |$)`)

interface Candidate {
  word: string
  closed: boolean
  alone: boolean
  /** The first of a count stands behind it. */
  counted: boolean
}

/** Words at the beginning of a paragraph that may be a label; `closed` where a colon or a bracket tells so. */
function candidate(folded: string, [start, end]: Span): Candidate | null {
  const mark = markAt(folded, start)
  const from = mark && mark.body < end ? mark.body : start
  const window = folded.slice(from, Math.min(end, from + longestLabel + 4))
  const match = before.exec(window)
  const word = match?.[1]
  if (!match || !word) return null
  const rest = window.slice(match[0].length)
  const alone = from + match[0].length >= end
  if (match[0].endsWith(word) && !alone) return null
  const value = from + match[0].length
  const counted = !alone && word.length >= 4 && markAt(folded, value)?.ordinal === 1
  return { word, closed: /[：】］〕\]]$/.test(match[0]), alone: alone && rest.length === 0, counted }
}

/** A blank parts fields, and not the characters of a name: 责任人：罗 佳整改进展：. */
const sentenceLabel = new RegExp(
  `(?:[。；）】]|(?<![：、，；。 ]${han}) )(?:（[一二三四五六七八九十\\d]{1,3}）)?(${han}{2,10})：`,
  'g',
)
/** Words behind a sentence's end and before a colon, in a paragraph that holds several fields. */
function inside(folded: string, [start, end]: Span): string[] {
  const words = folded.slice(start, end)
  return words.includes('：') ? [...words.matchAll(sentenceLabel)].map((match) => match[1] ?? '') : []
}

/** How often words stand where labels do. */
interface Uses {
  closed: number
  alone: number
  blank: number
  /** The first of a count stands behind it. */
  counted: boolean
  /** The first time it stands right behind the goal, which a problem has told. */
  behindGoal: boolean
}

function usesOf(folded: string, paragraphs: readonly Span[]): Map<string, Uses> {
  const uses = new Map<string, Uses>()
  let last: Candidate | null = null
  const of = (word: string): Uses => {
    const behindGoal = last !== null && exactFieldOf(last.word) === 'goal'
    const known = uses.get(word) ?? { closed: 0, alone: 0, blank: 0, counted: false, behindGoal }
    uses.set(word, known)
    return known
  }
  for (const span of paragraphs) {
    for (const word of inside(folded, span)) of(word).closed++
    const found = candidate(folded, span)
    const entry = found && of(found.word)
    last = found
    if (!found || !entry) continue
    entry[found.closed ? 'closed' : found.alone ? 'alone' : 'blank']++
    if (found.counted) entry.counted = true
  }
  return uses
}

/** The report's own words for its fields. */
export function vocabularyOf(folded: string, paragraphs: readonly Span[]): Vocabulary {
  const counts = usesOf(folded, paragraphs)
  const words = new Map<string, FieldKind>()
  const labels = new Map<string, FieldKind>()
  for (const [word, { closed, alone, blank, counted }] of counts) {
    const known = exactFieldOf(word) ?? fieldOf(word)
    const again = closed + alone + blank >= 2 || counted
    if (known && !common.has(word)) {
      if (closed + blank >= 2) labels.set(word, known)
      if (exactFieldOf(word) === null && again) words.set(word, known)
      continue
    }
    // 完成整改 on lines of its own is a state
    if (!again || (closed === 0 && isStatusOnly(word))) continue
    const field = known ?? guessField(word)
    if (field) words.set(word, field)
  }
  tellMisprints(folded, counts, words)
  tellTasks(counts, words)
  tellAlone(counts, words)
  tellBlank(counts, words)
  const tasks = countedTasks(folded, paragraphs)
  for (const word of tasks) labels.set(word, 'measures')
  const closed = closedOf(counts, new Map([...labels, ...words]))
  const glued = gluedOf(folded, paragraphs, new Map([...labels, ...words]))
  return {
    words,
    counts: tasks,
    closed,
    glued,
    stops: stopsOf(folded, paragraphs),
    colons: labelsBeforeColons(folded),
  }
}

/** （一）问题。…⏎（二）完成时间。…, twice at least: common words with a stop behind them, over the next of their count that has one as well. */
function stopsOf(folded: string, paragraphs: readonly Span[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  const stopped = ([start, end]: Span): { word: string; ordinal: number; style: string } | null => {
    const mark = markAt(folded, start)
    if (!mark || mark.body >= end) return null
    const [, word] = /^([\u4e00-\u9fff]{2,12})。/.exec(folded.slice(mark.body, mark.body + 14)) ?? []
    return word && exactFieldOf(word) ? { word, ordinal: mark.ordinal, style: mark.style } : null
  }
  let last: ReturnType<typeof stopped> = null
  for (const paragraph of paragraphs) {
    const own = stopped(paragraph)
    if (own && last && own.style === last.style && own.ordinal === last.ordinal + 1 && common.has(last.word))
      counts.set(last.word, (counts.get(last.word) ?? 0) + 1)
    last = own
  }
  return new Set([...counts].filter(([, n]) => n > 1).map(([word]) => word))
}

/** The words that stand before a colon; of those that do so once the labels of names and days, whose values prove them. */
function closedOf(counts: ReadonlyMap<string, Uses>, labels: ReadonlyMap<string, FieldKind>): Closed[] {
  const found: Closed[] = []
  for (const [word, { closed }] of counts) {
    const field = labels.get(word) ?? exactFieldOf(word)
    if (closed === 0 || !field || field === 'other' || field === 'number') continue
    if (closed > 1 ? labels.has(word) : partyFields.has(field) || field === 'deadline')
      found.push({ word, field, sure: closed > 1 })
  }
  return found.sort((a, b) => b.word.length - a.word.length)
}

/** 整改措失： in a report that prints 整改措施： again and again: a label with one character wrong. */
function tellMisprints(folded: string, counts: ReadonlyMap<string, Uses>, words: Map<string, FieldKind>): void {
  const known = [...counts].filter(([word, { closed, alone }]) => closed + alone >= 2 && word.length >= 4 && isKnown(word))
  if (known.length === 0) return
  const closed = [...counts].flatMap(([word, uses]) => (uses.closed > 0 ? [word] : []))
  const inBrackets = [...folded.matchAll(bracketed)].map(([, word = '']) => word)
  for (const word of new Set([...closed, ...inBrackets])) {
    if (word.length < 4 || words.has(word) || fieldOf(word) !== null) continue
    const meant = known.find(([other]) => differsInOne(word, other))
    const field = meant && exactFieldOf(meant[0])
    if (field) words.set(word, field)
  }
}

const bracketed = new RegExp(`[【［](${han}{4,12})[】］]`, 'g')

/** Whether two words of one length differ in one character. */
function differsInOne(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let wrong = 0
  for (let i = 0; i < a.length; i++) if (a.charCodeAt(i) !== b.charCodeAt(i)) wrong++
  return wrong === 1
}

/** Whether a table holds the word, and no other use of it is common. */
const isKnown = (word: string): boolean => exactFieldOf(word) !== null && !common.has(word)

/** 措施 alone on its line, among labels that stand so, or that have their value behind a blank. */
function tellAlone(counts: ReadonlyMap<string, Uses>, words: Map<string, FieldKind>): void {
  const alone = [...counts].filter(([, { alone }]) => alone > 0).map(([word]) => word)
  const blank = [...counts].filter(([word, { blank }]) => blank > 0 && isKnown(word))
  if (alone.filter(isKnown).length < 2 && blank.length < 2) return
  for (const word of alone) {
    const field = common.has(word) && !isStatusOnly(word) ? exactFieldOf(word) : null
    if (field === 'goal' || field === 'measures' || field === 'progress' || field === 'problem' || field === 'status')
      words.set(word, field)
  }
}

/** 问题 岚河断面超标 among 整改时限 2024年底, 牵头部门 县水利局: a blank stands for the colon of all of them. */
function tellBlank(counts: ReadonlyMap<string, Uses>, words: Map<string, FieldKind>): void {
  const blank = [...counts].filter(([, uses]) => uses.blank > 0).map(([word]) => word)
  const others = blank.filter(isKnown).length
  if (others < 2) return
  for (const word of blank) {
    const exact = exactFieldOf(word)
    const field = exact === null ? fieldOf(word) : common.has(word) ? exact : null
    if (field === 'goal' || field === 'measures' || field === 'progress' || (field === 'problem' && others > 2))
      words.set(word, field)
  }
}

/** 整改任务1., 任务（2）: words that may be a label or an item's number. */
const task = new RegExp(
  `^(${[...twofold].sort((a, b) => b.length - a.length).join('|')})[（(]?([1-9]\\d?|[一二三四五六七八九]|①)(?![：:\\d]|[）).、．]?\\s*$)`,
)

/** 整改任务1.…⏎2.…, twice or with its 2 right behind it, and never 整改任务2: it opens the measures' count. */
function countedTasks(folded: string, paragraphs: readonly Span[]): string[] {
  const found = new Map<string, { count: number; goesOn: boolean }>()
  const others = new Set<string>()
  paragraphs.forEach(([start, end], i) => {
    const [, word, number] = task.exec(folded.slice(start, Math.min(end, start + 40))) ?? []
    if (!word) return
    if (number !== '1' && number !== '一' && number !== '①') {
      others.add(word)
      return
    }
    const first = markAt(folded, start + word.length)
    const next = paragraphs[i + 1]
    const second = next && markAt(folded, next[0])
    const entry = found.get(word) ?? { count: 0, goesOn: false }
    entry.count++
    if (first && second?.style === first.style && second.ordinal === 2) entry.goesOn = true
    found.set(word, entry)
  })
  return [...found].filter(([word, { count, goesOn }]) => !others.has(word) && (count > 1 || goesOn)).map(([word]) => word)
}

/** 整改任务 beside 整改问题 or behind the goal, where nothing else is called a measure, is what is to be done. */
function tellTasks(counts: ReadonlyMap<string, Uses>, words: Map<string, FieldKind>): void {
  const printed = [...counts].filter(([, { closed, alone }]) => closed + alone > 0).map(([word]) => word)
  const fields = printed.map((word) => words.get(word) ?? exactFieldOf(word))
  const tasks = printed.filter((word, i) => fields[i] === 'problem' && fieldBehindProblem(word, 'problem') === 'measures')
  if (fields.includes('measures')) return
  const told = fields.filter((field) => field === 'problem').length > tasks.length
  for (const word of tasks) if (told || counts.get(word)?.behindGoal) words.set(word, 'measures')
}

/** The same of lines that are not laid out yet. */
export function vocabularyOfLines(lines: readonly string[]): Vocabulary {
  let at = 0
  const spans = lines.map(({ length }): Span => {
    const start = at
    at += length + 1
    return [start, start + length]
  })
  return vocabularyOf(lines.join('\n'), spans)
}

const titleEnd = /^[^。；，：]{0,40}(?:方案|报告|清单|通报|公示|公告|台账|表|情况)$/

/**
 * The report's label that has lost its colon and begins at `at`, behind a sentence's end: …。主要措施一是…. In a paragraph
 * without other labels (`alone`), and where its words are as short as 措施, only a count that begins behind it tells.
 */
export function lostColon({ closed }: Vocabulary, folded: string, at: number, end: number, alone: boolean): Closed | null {
  if (!/[。；）】]/.test(folded[at - 1] ?? '')) return null
  const found = closed.find(
    ({ word, field, sure }) =>
      sure &&
      folded.startsWith(word, at) &&
      at + word.length < end &&
      // 。整改目标 每个乡镇…: a blank stands for the colon
      ((word.length >= 4 && afterBlank.test(folded.slice(at + word.length, at + word.length + 2))) ||
        (!followsOn(field, folded.slice(at + word.length, at + word.length + 3)) &&
          ((word.length >= 4 && !alone) ||
            beginsCount(folded, at + word.length) ||
            // 联系人高佳。: short words before names alone
            (partyFields.has(field) && isName(valueAt(folded, at + word.length, end)))))),
  )
  return found ?? null
}

const afterBlank = /^ [\u4e00-\u9fff\d（“《]/
/** The words up to the next stop. */
const valueAt = (folded: string, from: number, end: number): string =>
  /^[^。；]*/.exec(folded.slice(from, Math.min(end, from + 60)))?.[0] ?? ''

const beginsCount = (folded: string, at: number): boolean => markAt(folded, at)?.ordinal === 1

/** The report's label that is glued to its value at `from`, or null. */
export function gluedLabel(
  { glued, closed }: Vocabulary,
  folded: string,
  from: number,
  end: number,
): { field: FieldKind; end: number } | null {
  for (const [word, field] of glued) {
    const to = from + word.length
    // a title that begins so is none: 反馈意见整改方案
    if (
      folded.startsWith(word, from) &&
      to + (partyFields.has(field) || (field === 'status' && isStatusOnly(folded.slice(to, end))) ? 2 : 4) <= end &&
      !titleEnd.test(folded.slice(to, Math.min(end, to + 60))) &&
      (!followsOn(field, folded.slice(to, to + 3)) || (field === 'status' && isStatusOnly(folded.slice(to, end)))) &&
      (word.length > 3 || isName(folded.slice(to, end)))
    )
      return { field, end: to }
  }
  // 措施①…, 时限2024年底: words as short as these, or closed once, only before a count, or what a short field can hold alone
  for (const { word, field, sure } of closed) {
    const to = from + word.length
    if (
      (word.length < 4 || !sure) &&
      folded.startsWith(word, from) &&
      (beginsCount(folded, to) || isValueOf(field, folded.slice(to, end)))
    )
      return { field, end: to }
  }
  return null
}

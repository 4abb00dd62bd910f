/** Words that paragraphs begin with and that may be labels whose value is glued to them: 整改目标全面完成…. */
import { isDue, namesBodies, namesPersons } from '../fields/cells.js'
import { isStatusOnly } from '../fields/status.js'
import { exactFieldOf, type FieldKind, fieldOf, guessField, mayEndLabel, partyFields } from '../lexicon/labels.js'
import type { Span } from '../tree.js'
import { common } from './label.js'
import { markAt } from './marks.js'

/** What follows a label word that is only a word: 整改目标的实现, 责任单位和责任人; but 目前进展已完成…, 整改目标中心组…. */
const goesOn =
  /^(?:[的是、，。；：已为要并未将应须 】）]|[和及与](?!\d)|中(?![心央小学层])|(?:方面|领域)(?:$|[^\u4e00-\u9fff]))/
export const followsOn = (field: FieldKind | null, next: string): boolean =>
  goesOn.test(next) && !(field === 'progress' && next.startsWith('已'))

/** In so many ways words go on that are a label; more are not counted. */
const enoughWays = 3

/** Words that paragraphs begin with: how many, in how many ways they go on, and the first way at length. */
interface Prefix {
  count: number
  nexts: string[]
  value: string
}

/** Words of labels that paragraphs begin with, their value glued to them, at least twice. */
export function gluedOf(
  folded: string,
  paragraphs: readonly Span[],
  labels: ReadonlyMap<string, FieldKind>,
): [string, FieldKind][] {
  // a label's values differ; a sentence that comes again goes on alike
  const values = new Map<string, Prefix>()
  const known = [...labels].filter(([word, field]) => word.length >= 4 && field !== 'other' && field !== 'number')
  for (const [start, end] of paragraphs)
    for (const [word, next] of prefixesAt(folded, start, end)) {
      const way = next.slice(0, 4)
      const known = values.get(word)
      if (!known) values.set(word, { count: 1, nexts: [way], value: next })
      else {
        known.count++
        if (known.nexts.length < enoughWays && !known.nexts.includes(way)) known.nexts.push(way)
      }
    }
  const found = new Map<string, FieldKind>()
  for (const [word, field] of known) found.set(word, field)
  for (const [word, field] of labels) if (word.length === 3 && partyFields.has(field)) found.set(word, field)
  const once = new Map([...namedOnce(values), ...countedBelow(values, labels.size)])
  for (const [word, { count, nexts, value }] of values) {
    // what the report itself has told of a word stands
    if (found.has(word)) continue
    const field = fieldOfPrefix(word, count, nexts.length, value) ?? once.get(word)
    if (!field || field === 'other' || field === 'number') continue
    // 整改结果引进经营主体…: the label is 整改结果
    if (exactFieldOf(word) !== null || !beginsWithLabel(word)) found.set(word, field)
  }
  return [...found].sort(([a], [b]) => b.length - a.length)
}

const beginsWithLabel = (word: string): boolean => {
  for (let n = 4; n < word.length - 1; n++) if (exactFieldOf(word.slice(0, n)) !== null) return true
  return false
}

/** In a report of one item each label stands once: 责任单位县教育局, 整改措施（1）…, 整改目标…; two whose value can only be theirs prove the others. */
function namedOnce(values: ReadonlyMap<string, Prefix>): ReadonlyMap<string, FieldKind> {
  const found = new Map<string, FieldKind>()
  const proven = new Set<FieldKind>()
  for (const [word, { count, value }] of values) {
    const field = count > 1 || word.length < 4 ? null : exactFieldOf(word)
    if (!field || (common.has(word) && !(field === 'status' && isStatusOnly(value)))) continue
    const proof = isValueOf(field, value)
    if (proof) proven.add(field)
    if (proof || field === 'problem' || field === 'goal' || field === 'progress' || field === 'measures') found.set(word, field)
  }
  return proven.size >= 2 ? found : new Map()
}

/** 整改措施1.…: what a count of its own follows; words of the table at once, words of a known family twice, others beside labels. */
function countedBelow(values: ReadonlyMap<string, Prefix>, labels: number): [string, FieldKind][] {
  return [...values].flatMap(([word, { count, value }]): [string, FieldKind][] => {
    if (word.length < 4 || markAt(value, 0)?.ordinal !== 1) return []
    const field = exactFieldOf(word) ?? (count < 2 ? null : (fieldOf(word) ?? (labels < 2 ? null : guessField(word))))
    return field === 'measures' || field === 'progress' ? [[word, field]] : []
  })
}

/** Whether words can hardly be anything but the value of such a label. */
export const isValueOf = (field: FieldKind, value: string): boolean =>
  partyFields.has(field)
    ? isName(value)
    : field === 'deadline'
      ? isDue(value)
      : field === 'status'
        ? isStatusOnly(value)
        : (field === 'measures' || field === 'progress') && markAt(value, 0)?.ordinal === 1

/** 牵头部门镇财政所: a label of the table and right behind it what can only be its value, up to `end`. */
export function provenAt(folded: string, at: number, end: number): { field: FieldKind; start: number; end: number } | null {
  for (let n = Math.min(10, end - at - 2); n >= 4; n--) {
    const field = exactFieldOf(folded.slice(at, at + n))
    const value = folded.slice(at + n, end)
    if (field && !followsOn(field, value.slice(0, 3)) && isValueOf(field, value)) return { field, start: at, end: at + n }
  }
  return null
}

/** The field of words that `count` paragraphs begin with, going on in `ways` ways: those of the table twice, others and 责任人 three times. */
function fieldOfPrefix(word: string, count: number, ways: number, value: string): FieldKind | null {
  const exact = exactFieldOf(word)
  if (word.length === 3) return ways >= (isName(value) ? 2 : 3) && exact && partyFields.has(exact) ? exact : null
  if (count >= 2 && exact) return exact
  const family = fieldOf(word)
  // 牵头督导验收单位镇党政办: a family's word before names alone
  const named = ways >= 2 && family !== null && partyFields.has(family) && isName(value)
  const may = (ways >= 3 || named) && !common.has(word) && !/^(?:上述|该|有的|一些|个别|部分)/.test(word)
  return may ? (family ?? guessField(word)) : null
}

/** The beginnings of a paragraph that may be a label glued to its value, each with how the value begins. */
function prefixesAt(folded: string, start: number, end: number): [word: string, next: string][] {
  const mark = markAt(folded, start)
  const from = mark && mark.body < end ? mark.body : start
  const found: [string, string][] = []
  for (let n = 3; n <= Math.min(10, end - from - 1); n++) {
    if (!isHan(folded.charCodeAt(from + n - 1))) break
    if (!mayEndLabel(folded.charAt(from + n - 1))) continue
    const word = folded.slice(from, from + n)
    const field = exactFieldOf(word)
    // 是否完成未达到序时进度: the state is the value
    const state = field === 'status' && isStatusOnly(folded.slice(from + n, Math.min(end, from + n + 60)))
    if (state || !followsOn(field, folded.slice(from + n, from + n + 3)))
      found.push([word, folded.slice(from + n, Math.min(end, from + n + 60))])
  }
  return found
}

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

/** 高 佳: a name of two characters is spaced out to the width of three. */
const spacedName = /(?<=^|[、，；])([\u4e00-\u9fff]) ([\u4e00-\u9fff])(?=$|[、，；])/g

/** 责任人李明（主任）、王强: short words that a sentence may begin with are a label before names alone. */
export const isName = (words: string): boolean => {
  const names = words
    .replace(/（[^（）]*）/g, '')
    .replace(/。$/, '')
    .replace(spacedName, '$1$2')
    .replace(/^由/, '')
    .replace(/等\d{1,3}个(?:乡镇|镇街|街道|部门|单位|县区|县市区)$/, '')
    .replace(/(?:负责)?(?:牵头|负责|配合|协助|参与)(?=[，、；]|$)/g, '')
  return namesPersons(names) || namesBodies(names)
}

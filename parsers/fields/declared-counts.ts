/** The numbers with a counter in a sentence (25个, 3项), and the states that the words around them say. */
import { aboutAll, countedNoun, noState, planned, wantedBefore } from '../lexicon/declared.js'
import { parseNumeral } from '../values/numerals.js'
import { isStatusOnly, readStatus } from './status.js'

/** A number with its counter, and the words on both sides up to the next mark or number. */
export interface Count {
  value: number
  before: string
  after: string
  /** The words behind it lead to the next number: 9个问题已完成整改7个. */
  leads: boolean
  start: number
  end: number
}

const number =
  /(?<![\d.．第一二三四五六七八九十百两零]|\d,)(\d{1,5}|[一二三四五六七八九十百两]{1,5})\s?(?:个|项|条|件)(?!方面|百分|月|类|大类|层面|环节|以上|左右|多|余|[省市县区乡镇村州]|小时|工作日|批次|组|单位|部门)/g
const marks = /[，。；、：（）\n]/

/** The counts of a sentence. A number in a bracket counts what stands before the bracket: 已完成整改的问题（6项）. */
export function countsOf(sentence: string): Count[] {
  const counts: Count[] = []
  const found = [...sentence.matchAll(number)]
  found.forEach((match, i) => {
    const value = parseNumeral(match[1] ?? '')
    // 一个问题、一套方案 counts nothing
    if (value === null || value <= 0 || value > 20_000 || match[1] === '一') return
    const end = match.index + match[0].length
    let from = match.index
    const opening = /（(?:共计?|合计|计|总计)?$/.exec(sentence.slice(Math.max(0, from - 4), from))
    if (opening) from -= opening[0].length
    const limit = i > 0 ? (found[i - 1]?.index ?? 0) + (found[i - 1]?.[0].length ?? 0) : 0
    let start = from
    while (start > limit && !(marks.test(sentence[start - 1] ?? '') && sentence[start - 1] !== '）')) {
      const open = sentence[start - 1] === '）' ? sentence.slice(limit, start).lastIndexOf('（') : -1
      start = open >= 0 ? limit + open : start - 1
    }
    let stop = end
    const next = found[i + 1]?.index ?? sentence.length
    while (stop < next && !marks.test(sentence[stop] ?? '')) stop++
    counts.push({
      value,
      before: sentence.slice(start, match.index),
      after: sentence.slice(end, stop),
      leads: stop === next && next < sentence.length,
      start: match.index,
      end,
    })
  })
  return counts
}

const lead =
  /^(?:截至[^，]{2,14}?(?=已|均|共|正在|完成)|截至[^，]{2,14}|目前|现|现已|(?:集中)?整改期[内间]|本轮|现阶段|其中|已经|均|全部|全省|全市|全县|个?问题|任务|中|的|有|共|总体|总的来看|分别|且|并|和|及)+/
const tail = /(?:的)?(?:(?:反馈|整改)?(?:问题|任务|事项)(?:整改)?)?(?:的)?(?:有|共计?|为|计|数|达|：|（|\s|合计|总计){0,3}$/

const shortTail = /(?:的)?(?:问题|任务|事项)?(?:的)?(?:有|共计?|为|计|数|达|：|（|\s){0,3}$/

/** A numbering mark of a heading. */
export const heading =
  /^\s*(?:第[一二三四五六七八九十]{1,3}(?:部分|类|批)?[：、 ]?|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[、.．])\s*/

/** The state that the words before a number say: 已完成整改的问题25个. */
function stateBefore(count: Count): { code: string; start: number; end: number } | null {
  if (planned.test(count.before)) return null
  for (const ending of [tail, shortTail]) {
    const named = count.before.replace(ending, '').replace(heading, '')
    const before = named.slice(/^.*(?:问题|任务|事项)(?=[^）]{2})/.exec(named)?.[0].length ?? 0)
    for (const words of [before.slice(lead.exec(before)?.[0].length ?? 0), before]) {
      const code = words.length > 1 && isStatusOnly(words) ? readStatus(words)?.code : undefined
      if (code) return { code, start: count.start - count.before.length + count.before.lastIndexOf(words), end: count.end }
    }
  }
  return null
}

/** The state that the words behind a number say: 25个问题已完成整改. */
function stateBehind(count: Count): { code: string; start: number; end: number } | null {
  if (count.leads || noState.test(count.after) || planned.test(count.after) || aboutAll.test(count.before)) return null
  const noun = countedNoun.exec(count.after)?.[0].length ?? 0
  const words = count.after.slice(noun).replace(/^(?:均|都|目前|现)/, '')
  if (wantedBefore.test(count.before) && !words.includes('已')) return null
  const code = words.length > 1 && isStatusOnly(words) ? readStatus(words)?.code : undefined
  return code ? { code, start: count.start, end: count.end + count.after.length } : null
}

export const stateOf = (count: Count) => stateBefore(count) ?? stateBehind(count)

/** What a report says of itself: how many problems, how many in each state, how many due in each year. */
import { readStatus, type StatusWords } from './status.js'
import type { Span } from '../tree.js'
import { parseNumeral } from '../values/numerals.js'

export interface DeclaredReading {
  measure: string
  declared: number
  span: Span
}

const number = '(\\d{1,5}|[一二三四五六七八九十百两]{1,6})'
const unit = '(?:个|项|条|件|类)'
/** 反馈的53个问题, 提出20个具体问题, 4个方面50个问题, 共梳理整改任务68项 */
const totals: readonly RegExp[] = [
  new RegExp(`${number}${unit}(?:具体|突出|主要|反馈|生态环境|环境|整改|方面的?){0,6}(?:问题|整改任务|任务)(?!线索|线|整改清单)`, 'g'),
  new RegExp(`(?:问题|整改任务|反馈意见|任务)(?:清单)?(?:共计?|总计|合计|总数为?|分解为|细化为|梳理为|梳理成)?(?:计|为)?${number}${unit}`, 'g'),
]
const totalCue = /反馈|指出|提出|涉及|共|梳理|移交|查出|发现|督察|巡视|巡察|审计|整改任务|方案|交办|总计/
const foreign = /信访|举报|案件|投诉|线索|企业|项目$|群众/

const statusCount = new RegExp(`(?:问题|任务)?(?:已经|已|均|其中|目前)?[：，]?((?:已|未|尚未|暂未|正在?|基本|阶段性?|达到?|持续|部分|完成|整改|办结|序时|滞后|推进|销号|上报|申请|按|进度|时序|到位|启动|有序|中|长期|坚持|进行|并|开展|全部|逾期|不能|验收|通过){1,12})(?:的|的问题|问题|任务|整改任务)?(?:有|共|的有|为|计)?(?:问题|任务)?：?（?共?${number}${unit}`, 'g')
const statusAfter = new RegExp(`${number}${unit}(?:问题|整改任务|任务|反馈问题)?(?:的)?((?:已|未|尚未|暂未|正在?|基本|阶段性?|达到?|持续|部分|完成|整改|办结|序时|滞后|推进|销号|上报|申请|按|进度|时序|到位|启动|有序|中|长期|坚持|进行|并|全部|验收|通过){1,12})(?=[，。；、）（\\n]|$)`, 'g')
const yearCount = new RegExp(`((?:19|20)\\d\\d)年(?:底|末|年底)?(?:之?前|以前|内)?(?:需|要|计划|拟)?(?:完成|整改到位|完成整改|整改完成)(?:整改|销号|整改任务)?(?:的)?(?:问题|任务)?(?:有|共)?${number}${unit}`, 'g')
const ongoingCount = new RegExp(`(?:(?:持续|长期)(?:推进|坚持|整改|抓好)(?:整改|落实)?|立行立改(?:、|，|并)?(?:长期坚持|持续推进)|长期坚持)(?:的)?(?:问题|任务)?(?:有|共)?${number}${unit}`, 'g')

/**
 * Reads the totals in the parts of a report that stand outside its items. `hasDeadlines`: whether the items have deadlines at all;
 * without them a count by year is a subset that this report cannot be checked against, and is left out.
 */
export function findDeclared(folded: string, places: readonly Span[], hasDeadlines: boolean, hasStatuses: boolean): DeclaredReading[] {
  const found: DeclaredReading[] = []
  const add = (measure: string, words: string, start: number, end: number) => {
    const declared = parseNumeral(words)
    if (declared === null || declared <= 0 || declared > 20_000) return
    if (found.some((f) => f.measure === measure)) return
    found.push({ measure, declared, span: [start, end] })
  }
  for (const [from, to] of places) {
    for (const [start, end] of sentencesOf(folded, from, to)) {
      const words = folded.slice(start, end)
      if (!/\d|[一二三四五六七八九十]/.test(words) || !/个|项|条|件|类/.test(words)) continue
      let taken: Span[] = []
      if (totalCue.test(words))
        for (const pattern of totals)
          for (const match of matches(pattern, words)) {
            const before = words.slice(Math.max(0, match.index - 12), match.index)
            const after = words.slice(match.index + match[0].length, match.index + match[0].length + 8)
            if (foreign.test(before) || /其中[^，。]{0,6}$|另有|第$|[前第]$|[\d.]$/.test(before) || /^(?:责任追究|线索|中)/.test(after) || /移交[^，。]{0,12}$|(?:领办|牵头|督办|包案|办理|负责|承办|交办)[^，。]{0,6}$/.test(before)) continue
            if (/方面的?(?:问题)/.test(match[0])) continue
            // 已完成25个问题 is a state, not the total
            if (/(?:完成|整改|销号|办结|达到|推进|未|滞后|到位)[^，。；、]{0,4}$/.test(before) && hasStateWord(before)) continue
            add('items', match[1] ?? '', start + match.index, start + match.index + match[0].length)
            taken = [...taken, [match.index, match.index + match[0].length]]
            break
          }
      if (foreignSubject(words)) {
        // clauses after 信访件 speak of those
      }
      const limit = foreignAt(words)
      const own = limit < 0 ? words : words.slice(0, limit)
      if (hasDeadlines) {
        for (const match of matches(yearCount, own)) add(`deadline:${match[1]}`, match[2] ?? '', start + match.index, start + match.index + match[0].length)
        for (const match of matches(ongoingCount, own)) add('deadline:ongoing', match[1] ?? '', start + match.index, start + match.index + match[0].length)
      }
      if (hasStatuses)
        for (const [pattern, wordsAt, numberAt] of [
          [statusCount, 1, 2],
          [statusAfter, 2, 1],
        ] as const)
          for (const match of matches(pattern, own)) {
            const state = match[wordsAt] ?? ''
            const reading = readStatus(state)
            const before = own.slice(Math.max(0, match.index - 12), match.index)
            if (!reading || /应$|应当$|年(?:底)?前?$|[前需]$|率$/.test(before) || /应|需/.test(match[0].slice(0, 2))) continue
            if (taken.some(([a, b]) => match.index < b && match.index + match[0].length > a && pattern === statusAfter) && !/已|未|达/.test(state)) continue
            add(`status:${reading.code satisfies StatusWords}`, match[numberAt] ?? '', start + match.index, start + match.index + match[0].length)
          }
    }
  }
  return found
}

const hasStateWord = (words: string): boolean => /已|未|达到|基本|正在|持续/.test(words)
const foreignAt = (words: string): number => words.search(/(?:交办的?|转办的?|受理的?)?\d{0,6}件?(?:群众)?(?:信访|举报|投诉|案件)/)
const foreignSubject = (words: string): boolean => foreignAt(words) >= 0

function* matches(pattern: RegExp, words: string): Generator<RegExpExecArray> {
  pattern.lastIndex = 0
  for (let match = pattern.exec(words); match; match = pattern.exec(words)) yield match
}

function sentencesOf(folded: string, start: number, end: number): Span[] {
  const spans: Span[] = []
  let from = start
  for (let i = start; i < end; i++)
    if (folded[i] === '。' || folded[i] === '\n') {
      if (i > from) spans.push([from, i])
      from = i + 1
    }
  if (from < end) spans.push([from, end])
  return spans
}

/** Which figures of a clause are targets, and the words and the day that are each one's own. */
import { completing, reaching } from '../lexicon/targets.js'
import type { Span } from '../tree.js'
import { type Clause, deadlineOf, isBase, wordsBefore } from './target-clauses.js'
import { isBaseOf, trim, wordsOf } from './target-words.js'
import type { Comparator, DateMention, Quantity } from './types.js'

const isShare = (q: Quantity): boolean => q.unit === '%' || q.unit === '{百分点}' || q.unit === null
export const isCount = (q: Quantity): boolean => q.unit !== null && q.si === null && !isShare(q) && !/^[A-Z]{3}/.test(q.unit)
const arabic = /\d/
const completes = new RegExp(`(?:${completing.join('|')})`)
/** 2024年完成80%: where nothing else is named, what is to be done is. */
export const doneAtEnd = new RegExp(`(?:${completing.join('|')})(?=[了约近达到至]*$)`)
const completesBefore = new RegExp(`(?:${completing.join('|')})[了约近]?$`)
const doneBehind = new RegExp(
  `^(?!的)[\\u4e00-\\u9fff]{2,12}(?:${completing.join('|')}|复绿|复垦|清淤|绿化)(?:任务|工作|工程)?$`,
)
/** 完成一期3万吨/日扩建 */
const builtOn = /^(?:扩建|改建|新建|迁建|扩容|扩能|提标改造|提标|改造)(?:工程|项目|任务)?$/
const qualifies = /以[上下]$/
/** A clause of a goal that ends in a count asks for it, unless it tells what there is (共有12个). */
const wants = (words: string): boolean => /^[\u4e00-\u9fff]{2}[^有共为是达]$/.test(words.slice(-3)) && han.test(words.slice(-1))
const waterClass = /(?:[ⅠⅡⅢⅣⅤ]|[一二三四五])类/
const allOf = /^[^，；]{0,20}(?:全部|全面|均|都)/
const han = /[\u4e00-\u9fff]/
/** Units of what things are called by: 4.3米焦炉, 10蒸吨锅炉, 35千伏线路. */
const sizes: ReadonlySet<string> = new Set(['m', 'cm', 'mm', 't/h', 'kV', 'kW', 'MW'])
const isSize = ({ unit, comparator }: Quantity): boolean => unit !== null && comparator === '=' && sizes.has(unit)
const thing = /^[\u4e00-\u9fff]{2,8}$/

/** A count behind another target that names its own thing: 管网15公里、泵站2座; 12公里管网和3座泵站. */
const standsAlone = ({ text, span }: Clause, q: Quantity): boolean =>
  q.span[1] === span[1] || /[、和及与]/.test(text.charAt(q.span[1])) || /[、和及与]\s?$/.test(text.slice(span[0], q.span[0]))

/** Which figures of a clause are its targets, and which only say what it is about: 12个县（市）区70%, 使用15年以上的加油站. */
export function measurable(clause: Clause): Quantity[] {
  if (clause.quantities.length === 0) return []
  const { text, span } = clause
  const isDone = completes.test(text.slice(...span))
  const targets = clause.quantities.filter((q, i) => {
    const [before, next] = [clause.quantities[i - 1], clause.quantities[i + 1]]
    // 7台65蒸吨锅炉全部改造, 千吨以上12处水源地: so does one right behind a count, or right before it
    if (before && isCount(before) && before.span[1] === q.span[0] && han.test(text.charAt(q.span[1]))) return false
    if (next && isCount(next) && next.span[0] === q.span[1] && qualifies.test(q.text)) return false
    if (next && isBaseOf(clause, q, next)) return false
    // a class of water is no figure, and neither are its sections
    if (isCount(q) && q.comparator === '=' && waterClass.test(text.slice(q.span[1], span[1]))) return false
    // 淘汰35蒸吨以下锅炉63台, 关停4.3米焦炉5座: it says which things
    if (next && qualifies.test(q.text) && han.test(text.charAt(q.span[1]))) return false
    if (
      next &&
      isSize(q) &&
      isCount(next) &&
      thing.test(text.slice(q.span[1], next.span[0])) &&
      !han.test(text.charAt(next.span[1]))
    )
      return false
    // 3850亩耕地全部恢复
    const isAll = allOf.test(text.slice(q.span[1], span[1]))
    const isWanted = isDone || (q.span[1] === span[1] && wants(text.slice(span[0], q.span[0])))
    if (isCount(q)) return q.comparator !== '=' || (isWanted && (isAll || arabic.test(text.slice(...q.span))))
    // 完成3号渣堆2.4万吨废渣清运
    const rest = text.slice(q.span[1], span[1])
    const isNamed = isDone && (doneBehind.test(rest) || builtOn.test(rest))
    return (
      (isAll && isDone) ||
      isNamed ||
      isShare(q) ||
      !han.test(text.charAt(q.span[1])) ||
      completesBefore.test(wordsBefore(clause, q.span[0], 8))
    )
  })
  const stated = targets.filter(
    (q, i) =>
      !isCount(q) ||
      q.comparator !== '=' ||
      q.changeKind === 'to' ||
      (i > 0 ? standsAlone(clause, q) : /[、和及与共]/.test(text.charAt(q.span[1]))),
  )
  return stated.some((q) => !isCount(q) || q.comparator !== '=') ? stated : targets
}

const reaches = new RegExp(`(?:${reaching.join('|')})\\s*$`)

/** 达到 and 提高到 ask for at least the figure, 降至 for at most. */
function comparatorOf(clause: Clause, q: Quantity): Comparator {
  if (q.comparator !== '=' || q.high !== null) return q.comparator
  if (q.changeKind === 'to') return q.change === 'down' ? '<=' : '>='
  return reaches.test(wordsBefore(clause, q.span[0], 6)) ? '>=' : '='
}

/** A figure of a clause that is a target, with the words that are its own. */
export interface Part {
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

const partJoint = /^共|、|，|；|以及|和|及|与/

/** Parts a clause at its targets: 建成管网15公里、泵站2座 has two, with a subject each; 分别达到60%、80% has one subject for both. */
export function partsOf(clause: Clause, targets: readonly Quantity[]): Part[] {
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
    // 机组4台共24万千瓦: one thing in two units
    const owner = parts[first - 1]
    if (head && owner && run.length === 1 && head.after === '' && isBare(clause, head))
      [head.lead, head.leadSpan] = [owner.lead, owner.leadSpan]
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
export interface Carried {
  by: string | null
  days: readonly string[]
}

/** The days of a clause without base years. */
export const daysOf = (clause: Clause): DateMention[] =>
  clause.dates.filter((date) => !isBase.test(wordsBefore(clause, date.span[0])))

/** The part's own date, of as many dates as figures the one at its place, else the next one behind it, else what is carried over. */
export function byOf(clause: Clause, { quantity: { span }, index, length, leadSpan }: Part, carried: Carried): string | null {
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

/** A status told in the progress text of the whole item: 该问题已完成整改。 Only where nothing in it says otherwise. */
import type { Span } from '../tree.js'
import { isStatusOnly, readStatus, type StatusReading } from './status.js'

/** Who and when, before the words of a status. */
const subject =
  /^(?:(?:截至|截止)[^，。]{2,16}，?)?(?:(?:目前|现|现在|至此|当前|经整改|通过整改)，?)?(?:(?:该|此|本|上述|以上|反馈|具体|全部|所有|(?<!\d)\d{1,3}(?!\d)){0,6}(?:项|个|条)?(?:反馈|具体|整改){0,4}(?:问题|任务|事项|工作)(?:整改)?|该(?:项|条))?(?:(?:现|目前)，?)?/
/** Words that speak of the rectification of the problem, not of one piece of work. */
const ofTheProblem = /整改|销号|办结|序时|时序/
const contrary = /正在|未完成|尚未|推进中|将于|拟于|待完成|进行中|在建|滞后|(?<!全)部分|仍|未整改|未销号/
/** What is to be done: no status of now. */
const plan = /^(?:持续|长期|立行|继续|有序|加快|积极|将|拟|下一?步|要|应|需|确保|力争)/
/** Several works, each of which may have a state of its own. */
const listed = /[一二三四五]是|(?:^|[。；\n])(?:\d{1,2}[.．、]|（[一二三四五六七八九十\d]+）|[①-⑩])/

export interface NarrativeReading extends StatusReading {
  span: Span
}

interface Clause {
  text: string
  /** Offset into the words of the item. */
  at: number
  /** The clause is the whole sentence. */
  whole: boolean
}

/** The sentences, each with its last clause: …，已完成整改。 */
function* clausesOf(words: string): Generator<Clause[]> {
  for (const sentence of words.matchAll(/[^。；\n]+/g)) {
    const clauses: Clause[] = [{ text: sentence[0], at: sentence.index, whole: true }]
    const comma = sentence[0].lastIndexOf('，')
    if (comma > 0) clauses.push({ text: sentence[0].slice(comma + 1), at: sentence.index + comma + 1, whole: false })
    yield clauses
  }
}

/** The status that a clause is, without its subject. */
function statusOf(clause: Clause, alone: boolean): (StatusReading & { at: number; length: number }) | null {
  const words = clause.text.trim()
  const skipped = subject.exec(words)?.[0].length ?? 0
  const told = skipped < words.length && isStatusOnly(words.slice(skipped)) ? words.slice(skipped) : words
  const named = told.length < words.length && /问题|任务|事项|工作|该/.test(words.slice(0, words.length - told.length))
  if (!isStatusOnly(told) || plan.test(told)) return null
  if (!ofTheProblem.test(told) && !named && !(alone && clause.whole)) return null
  const reading = readStatus(told)
  if (!reading) return null
  const lead = clause.text.length - clause.text.trimStart().length
  return { ...reading, at: clause.at + lead + words.length - told.length, length: told.length }
}

/** The status of an item told in its progress, in the paragraphs `segments` of the folded text; null where there is none or the text disagrees with it. */
export function narrativeStatus(folded: string, segments: readonly Span[]): NarrativeReading | null {
  const [first] = segments
  const last = segments.at(-1)
  if (!first || !last) return null
  const words = folded.slice(first[0], last[1])
  if (!/完成|整改|销号|办结|启动|序时|时序|解决|滞后|推进|进行中/.test(words)) return null
  const alone = !listed.test(words)
  const found: (StatusReading & { at: number; length: number })[] = []
  for (const clauses of clausesOf(words)) {
    for (const clause of clauses) {
      const told = statusOf(clause, alone)
      if (!told) continue
      found.push(told)
      break
    }
  }
  const [one] = found
  if (!one || found.some((other) => other.code !== one.code)) return null
  // what is done in the main leaves something open
  if (one.code === 'completed' && contrary.test(words.slice(0, one.at) + words.slice(one.at + one.length))) return null
  const { code, ongoing, closure } = one
  return { code, ongoing, closure, span: [first[0] + one.at, first[0] + one.at + one.length] }
}

/** Problem and doing in one paragraph. */
import { isStatusOnly, trailingStatus } from '../fields/status.js'
import {
  actionStart,
  answered,
  describing,
  doingInside,
  doingStart,
  doingSubject,
  guanyuProblem,
  problemCue,
  problemHeading,
} from '../lexicon/cues.js'
import { isShortField } from '../lexicon/labels.js'
import { labelAt } from '../tokens/label.js'
import type { Span } from '../tree.js'
import { takeBracket } from './brackets.js'
import type { RawField } from './raw-item.js'

/** Sentence starts inside [start, end). */
function sentences(folded: string, start: number, end: number): Span[] {
  const spans: Span[] = []
  let from = start
  let depth = 0
  for (let i = start; i < end; i++) {
    const c = folded.charAt(i)
    if (c === '（' || c === '《' || c === '“') depth++
    else if ((c === '）' || c === '》' || c === '”') && depth > 0) depth--
    else if (depth === 0 && (c === '。' || c === '！' || c === '？')) {
      let to = i + 1
      while (to < end && /[”’）\s]/.test(folded.charAt(to))) to++
      spans.push([from, to])
      from = to
    }
  }
  if (from < end) spans.push([from, end])
  return spans
}

/** What was done, and what a fault is told with: 9家企业完成改造 behind 关于…问题。 is no fault, though it speaks of pollution. */
const doing =
  /完成|建成|建设|停发|取消|核减|扣[回减]|兑付|拨付|移[送交]|问责|关停|拆除|清[理退运除缴]|追[回缴]|收[回缴]|补[缴发办齐建设]|退[还回]|修订|出台|印发|制定|建立|健全|新[增建]|更换|整[改治]|培训|查处|责令|处罚|约谈|立案|核[查减]|开展|召开|组织(?!生活|建设|纪律|观念|力)|安装|增设|投入|恢复|落实|复核|认定|审核|办结|精简|引进|盘活|签订/
/** 清退违规住人86人: what is wrong has been put right. */
export const rightened =
  /(?:停发|取消|清退|核减|剔除|注销|腾退|收回|追回|清理|查处)[^，。；]{0,6}不(?:符合|具备|达标|合格)[^，。；]{0,10}|(?:解除|处理|废止|停止|纠治|清[退理缴]|查处|拆除|追[缴回]|纠正|整治|取缔|关[停闭]|收[缴回])[^，。；]{0,4}(?:违[规法][^，。；]{0,6}|超标|欠缴|闲置)/g
const faulty =
  /未|没有|仍|尚|不(?!断|再|少于)|缺|漏|欠|违[规法]|超[标期]|滞后|闲置|虚|长期|仅|打折扣|难以|流于|偏[低慢弱少]|薄弱/

/** 已补登台账120册, whatever the verb. */
const hasDone = /^(?:目前|现)?，?已(?:经)?(?!发生|形成|造成|查|知|成)/

/** Whether the first clauses of a line tell what was done. */
export function tellsDone(words: string): boolean {
  const [sentence = ''] = words.slice(0, 80).split('。')
  return (doing.test(sentence) || hasDone.test(sentence)) && !tellsFault(sentence)
}

/** Whether a fault is left when what has been put right is taken out; most words tell of none at all. */
const tellsFault = (words: string): boolean => faulty.test(words) && faulty.test(words.replace(rightened, ''))

/** 已…, 目前…, 追缴租金5万元: what has been done, with what came of it; brackets (完成时间：2024年) tell nothing of it. */
export const tellsFigures = (words: string): boolean =>
  /已|累计|目前|截至|(?:完成|追回|追缴|清退|收[回缴]|拆除|修订|印发|培训|开展|排查|查处|整改|核减|补缴|复核)[^，。；]{0,12}\d/.test(
    words.replace(/[（【][^（【）】]{0,200}[）】]/g, ''),
  )

const runStart = /^(?:一是|（一）|1[、.．]|（1）|①|第一，)/

/** Whether the first sentence of an only paragraph ends with its state, and more stands behind it. */
export function isClosedByState(folded: string, problem: readonly Span[]): boolean {
  const [only] = problem
  if (!only || problem.length !== 1) return false
  const [first, second] = sentences(folded, ...only)
  return first !== undefined && second !== undefined && endsInState(folded.slice(...first))
}

/** What an inspection found: more of the problem, whatever stands before it. */
const found = /^(?:经查|经核|检查|审计|督察|巡察|巡视|抽查|延伸)[^，。]{0,8}(?:发现|指出|反映|，)/

/** Whether a sentence behind the problem tells what was done. After 关于…的问题。 everything does that describes no fault. */
function tellsDoing(words: string, opensWithPhrase: boolean, behindState: boolean): boolean {
  if (answered.test(words) || (behindState && !found.test(words))) return true
  if (opensWithPhrase) {
    if (describing.test(words)) return false
    if (runStart.test(words)) return !problemHeading.test(words.slice(0, words.search(/[。；]/) + 1))
    const [clause = ''] = words.slice(0, 80).split(/[；。]/)
    if (doing.test(clause) && !tellsFault(clause)) return true
    return (
      actionStart.test(words) ||
      doingStart.test(words) ||
      doingInside.test(words) ||
      doingSubject.test(words) ||
      !problemCue.test(words)
    )
  }
  if (doingStart.test(words)) return !/仍|未/.test(words.slice(0, 50))
  return (
    doingInside.test(words) &&
    !/未|没有|仍|不符|不到位|但|超出|超过规定|违规|虚|漏|滞留|闲置|挪用|不实|不足|拖欠/.test(words.slice(0, 60))
  )
}

/** Whether a sentence names a problem: 关于…的问题。, 无预算采购健身器材问题。 */
const namesProblem = (sentence: string): boolean =>
  guanyuProblem.test(sentence) ||
  endsInState(sentence) ||
  (sentence.length <= 60 && /问题。$/.test(sentence) && !/(?:存在|发现|有)[^，。]{0,20}问题。$/.test(sentence))

/** 预算编制不细（已整改到位）。: the state closes the problem, whatever follows it. */
function endsInState(sentence: string): boolean {
  const state = /[（【［]([^（【［］】）]{2,24})[）】］][。；]$/.exec(sentence)?.[1]
  return state !== undefined && isStatusOnly(state)
}

/** Where the first sentence of an only paragraph ends that names the problem (关于…的问题。) with more behind it; null elsewhere. */
function headingEnd(folded: string, problem: readonly Span[]): number | null {
  const [only] = problem
  if (!only || problem.length !== 1) return null
  const [first, second] = sentences(folded, ...only)
  if (!first || !second || !namesProblem(folded.slice(...first))) return null
  const words = folded.slice(...second)
  return describing.test(words) && !tellsDone(words) ? null : first[1]
}

/** Whether what begins at `next` stands in the paragraph that was cut at `end`. */
const goesOnInParagraph = (folded: string, end: number, next: number): boolean => next - end < 2 && folded[end] !== '\n'

/** Whether a problem is the first sentence of its paragraph, and what was done the rest. */
const isSplit = (folded: string, { problem, body }: { problem: Span[]; body: Span[] }): boolean =>
  problem.length === 1 &&
  body[0] !== undefined &&
  goesOnInParagraph(folded, problem[0]?.[1] ?? 0, body[0][0]) &&
  sentences(folded, ...(problem[0] ?? [0, 0])).length === 1

/** What was done, by words that could tell a fault as well where nothing else speaks for it. */
const mayTellDone = /已|正在|预计|将于|拟于/

/** Where the first sentence of an only paragraph ends whose second tells what was done, by what its siblings do; null elsewhere. */
function resultEnd(folded: string, { problem, body }: { problem: readonly Span[]; body: readonly Span[] }): number | null {
  const [only] = problem
  if (!only || problem.length !== 1 || body.length > 0) return null
  const [first, second] = sentences(folded, ...only)
  if (!first || !second) return null
  const words = folded.slice(...second)
  if (describing.test(words) || tellsFault(words.split(/[，；。]/)[0] ?? '')) return null
  return mayTellDone.test(words) || tellsDone(words) ? first[1] : null
}

/** Where the words behind a problem begin: its own state, 。（达到序时进度）已完成…, still stands with it. */
function behindState(folded: string, at: number): number {
  const bracket = /^[（【［]([^（）【】［］]{2,24})[）】］]/.exec(folded.slice(at, at + 26))
  const end = bracket?.[1] && isStatusOnly(bracket[1]) ? at + bracket[0].length : at
  return behindFields(folded, end)
}

/** 。（牵头单位：…；配合单位：…）已完成…: so do the bodies and the day of all of it. */
function behindFields(folded: string, at: number): number {
  if (folded[at] !== '（') return at
  const close = folded.slice(at, at + 160).indexOf('）')
  const label = close < 0 ? null : labelAt(folded, at + 1, at + close)
  return label?.form === 'colon' && isShortField(label.field) && label.field !== 'status' ? at + close + 1 : at
}

/** 关于…的问题。做法。 again and again: where nearly all items are cut behind their first sentence, the others are as well. */
export function splitAlike(
  folded: string,
  items: readonly { problem: Span[]; body: Span[]; fields: RawField[] }[],
  share: number,
): void {
  const done = items.filter((item) => isSplit(folded, item)).length
  if (done < 3 || done < items.length * share) return
  for (const item of items) {
    const { problem, body, fields } = item
    const cut = headingEnd(folded, problem) ?? resultEnd(folded, item)
    const [only] = problem
    if (cut === null || !only) continue
    const end = behindState(folded, cut)
    const [first] = body
    // the rest of the paragraph may have been cut further behind
    const joined = first && goesOnInParagraph(folded, only[1], first[0])
    body.splice(0, joined ? 1 : 0, [end, joined ? first[1] : only[1]])
    problem[0] = [only[0], end]
    takeBracket(folded, problem, fields)
  }
}

/** 针对“仓库无人看管”的问题，县粮食局…: the phrase is the problem, the sentence goes on with the answer. */
const answeredPhrase =
  /^针对(?:(?:“[^“”]{2,160}”|‘[^‘’]{2,120}’|「[^」]{2,120}」)(?:[^，。；]{0,6})?问题|[^，。；“‘「]{3,80}问题)，/

/**
 * Problem and doing in one paragraph: 关于…的问题。审计指出…。已整改…
 * The problem ends where the first sentence tells what was done.
 */
export function splitProse(folded: string, problem: Span[], body: Span[]): void {
  const [only] = problem
  if (!only || problem.length !== 1) return
  const phrase = answeredPhrase.exec(folded.slice(only[0], Math.min(only[1], only[0] + 200)))?.[0].length
  if (phrase !== undefined && only[0] + phrase < only[1]) {
    problem[0] = [only[0], only[0] + phrase - 1]
    body.unshift([only[0] + phrase, only[1]])
    return
  }
  const parts = sentences(folded, only[0], only[1])
  if (parts.length < 2) return
  const heading = folded.slice(...(parts[0] ?? only))
  const opensWithPhrase = namesProblem(heading)
  // a status behind the whole paragraph, or paragraphs under it: the paragraph is all problem
  if (!opensWithPhrase && (body.length > 0 || trailingStatus(folded.slice(...only)) !== null)) return
  for (let i = 1; i < parts.length; i++) {
    const part = parts[i]
    if (!part) continue
    const words = folded.slice(...part)
    // 【已完成整改】 behind the problem is its state
    if (/^[（【［]/.test(words) && trailingStatus(words)) continue
    if (!tellsDoing(words, opensWithPhrase, i === 1 && endsInState(heading))) continue
    const skip =
      /^(?:整改|落实|进展|完成|处理|目前整改|具体整改|办理)(?:情况|进展|结果|措施|成效|落实情况|进展情况|完成情况)(?:是|如下)?：/.exec(
        words,
      )
    const from = behindState(folded, part[0])
    problem[0] = [only[0], from > part[0] ? from : (parts[i - 1] ?? part)[1]]
    body.unshift([from + (skip ? skip[0].length : 0), only[1]])
    return
  }
}

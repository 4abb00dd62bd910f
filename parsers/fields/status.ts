/** Status (整改状态): how far the rectification of one problem has come, from a marker or a status field. */

import { closureWords, future, ongoingWords, statusWords, takesAny } from '../lexicon/statuses.js'
import { fold, foldUnit } from '../text/fold.js'
import type { Span } from '../tree.js'
import { blanks, unitsOf } from '../values/marks.js'
import { offers, onlyTicked } from './ticks.js'

export type StatusWords =
  | 'completed'
  | 'basically_completed'
  | 'on_schedule'
  | 'behind_schedule'
  | 'in_progress'
  | 'not_started'

export interface StatusReading {
  code: StatusWords
  ongoing: boolean
  closure: 'submitted' | 'closed' | null
}

/** A row of the table: what its words mean, and what a text holds that matches them. */
interface Row<Meaning> {
  means: Meaning
  /** One pattern for telling and for taking out: another with other flags would be compiled too, which takes as long as reading a short report. */
  pattern: RegExp
  holds: RegExp
}
const rowOf = <Meaning>(means: Meaning, words: string, holds: string): Row<Meaning> => ({
  means,
  pattern: new RegExp(words, 'g'),
  holds: new RegExp(holds),
})
const codes = statusWords.map((row) => rowOf<StatusWords>(...row))
/** Words that a user added. */
const added: string[] = []

/** Adds the words of a status, which are tried before those of the table; gives back what takes them out again. */
export function addStatus(code: StatusWords, words: string): () => void {
  const source = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const row = rowOf(code, source, source)
  told.clear()
  added.push(words)
  for (let i = 0; i < words.length; i++) kinds[words.charCodeAt(i)] ||= known
  codes.unshift(row)
  return () => {
    told.clear()
    added.splice(added.indexOf(words), 1)
    codes.splice(codes.indexOf(row), 1)
  }
}
const closures = closureWords.map(([closure, words, holds]) => ({
  ...rowOf<StatusReading['closure']>(closure, words, holds),
  pattern: new RegExp(words),
}))
const ongoing = new RegExp(ongoingWords)
const anyStatus =
  /完成|整改|序时|时序|滞后|缓慢|逾期|超期|办结|销号|推进|启动|开展|落实|到位|解决|验收|进行|长期|持续|见底|完[工结]|办理|坚持|开[始工]|复核|[√✓✔☑]|\d%|正常|处[理置]|在建|施工|招标|清零|整治|化解|[改纠]正|消除|达标|立行立改|顺利|公示|巩固|达到|动工|搁置|实现|偏慢|较慢|不快/
/** A status is short: longer words are prose. */
const longest = 60
/** Longer, with its blanks, no text is looked at as a whole. */
const most = 240

/** Signs and layout that say nothing: bullets, 整改状态：, dates of the event, shares of what is done. */
const date =
  /(?:于|自|在|截至)?(?:\d{4}年|\d{4}[.\-/])?\d{1,2}[月.\-/](?:\d{1,2}日?)?(?:底|初|末|中旬|前)?|\d{4}年(?:度|底|初|末|第?[一二三四]季度)?(?:之?前|以前)?/g
const label = /^(?:(?:整改|完成|当前|目前|工作|销号|进展)*(?:状态|进度|进展|情况|结果|结论|时间)[：:])+/
/** Pictures before a state: ✅ 已完成. Their words say it. */
const signs = ['\u2705', '\u274c', '\u274e', '\u23f0', '\u23f1', '\u23f2', '\u23f3', '\u26a0', '\u2b55', '\ufe0f']
const decoration = /[\s*#·•●★◆■□“”"]|[\u2705\u274c\u274e\u23f0-\u23f3\u26a0\u2b55\u{1f300}-\u{1faff}]\ufe0f?/gu
const plain = (words: string): string => {
  const bare = fold(words).replace(decoration, '').replace(label, '')
  // half a pair of brackets, as at the end of a line
  if (!/[）】]/.test(bare)) return bare.replace(/^[（【]{1,4}/, '')
  return /[（【]/.test(bare) ? bare : bare.replace(/[）】]{1,4}$/, '')
}

interface Closing {
  closure: StatusReading['closure']
  /** The words without what they say of the closing: 正在办理销号 is not 正在整改. */
  rest: string
}

function closingOf(text: string): Closing {
  if (!/销号|验收|复核|核查|公示/.test(text)) return { closure: null, rest: text }
  for (const { means: closure, pattern, holds } of closures) {
    if (!holds.test(text)) continue
    // 预计12月销号 is no closing
    const match = pattern.exec(closure === 'closed' ? text.replace(future, (cut) => '～'.repeat(cut.length)) : text)
    if (match)
      return {
        closure,
        rest: `${text.slice(0, match.index)}，${text.slice(match.index + match[0].length)}`,
      }
  }
  return { closure: null, rest: text }
}

/** The share that is said to be done, 0–100. */
const share = (text: string): number | null => {
  const percent = /(\d{1,3}(?:\.\d+)?)%/.exec(text)
  return percent ? Number(percent[1]) : null
}

function codeOf(text: string): StatusWords | null {
  const done = share(text)
  for (const { means: code, pattern, holds } of codes) {
    pattern.lastIndex = 0
    if (!holds.test(text) || !pattern.test(text)) continue
    // 已完成80%: the figure says more than the word
    if (
      code === 'completed' &&
      done !== null &&
      done < 100 &&
      /完成(?:率|度|整改|任务)?(?:为|达到?)?[（：]?(?:约|近|超过?)?\d/.test(text)
    )
      return 'in_progress'
    return code
  }
  if (done === null || !/完成|进度/.test(text)) return /^[（]?[√✓✔☑]/.test(text) ? 'completed' : null
  return stateOfShare(done)
}

const stateOfShare = (done: number): StatusWords => (done >= 100 ? 'completed' : done === 0 ? 'not_started' : 'in_progress')

/** A share that stands first (85%; 85%，管网已建成), as a column 完成率 has it: weaker than any word beside it. */
export function readShare(words: string): StatusReading | null {
  const text = plain(words.slice(0, longest))
  const done = /^(?:约|近|完成率?)?[\d.]+%(?=$|[，。；（])/.test(text) ? share(text) : null
  return done === null ? null : { code: stateOfShare(done), ongoing: false, closure: null }
}

/** Reads short words without blanks, bullets and label. */
function readPlain(text: string): StatusReading | null {
  if (text.length > longest || !(anyStatus.test(text) || added.some((words) => text.includes(words)))) return null
  const { closure, rest } = closingOf(text.replace(/[√✓✔☑](?=.)/g, ''))
  const told = rest.replace(/^[，、；。]+/, '').replace(future, '')
  const goesOn = ongoing.test(told)
  const code = codeOf(told)
  // 立行立改，已通过验收销号: what is closed is done
  if (code) return { code: code === 'in_progress' && closure === 'closed' ? 'completed' : code, ongoing: goesOn, closure }
  return closure === null ? null : { code: 'completed', ongoing: goesOn, closure }
}

/** The first or the last sentence of several, where it is a status alone. */
function sentenceStatus(words: string): StatusReading | null {
  const sentences = (text: string) => text.split(/[。；;\n]/).filter((sentence) => sentence.trim() !== '')
  const ends = [sentences(words.slice(0, most))[0], sentences(words.slice(-most)).at(-1)]
  const told = ends.find((sentence) => sentence !== undefined && isStatusOnly(sentence))
  return told === undefined ? null : readPlain(plain(told))
}

/** The clauses that are a status alone, read together: 企业已关停，完成整改. */
function clauseStatus(words: string): StatusReading | null {
  const clauses = words.split(/[，,。；;\n]/).filter((clause) => clause.trim() !== '')
  const told = clauses.filter(isStatusOnly)
  if (told.length > 0) return readPlain(plain(told.join('，')))
  // 企业已完成整改: words before it are who, as long as they are no figures
  const only = clauses.length === 1 ? (clauses[0]?.trim() ?? '') : ''
  if (/^[^\d（）]{2,20}(?:完成整改|整改到位|整改完毕|整改完成|正在整改|完成销号)$/.test(only)) return readPlain(plain(only))
  // 主体工程基本完成
  if (/^(?:主体|主体工程|工程|项目|工程建设|项目建设)(?:已|已经|基本|全部|均)/.test(only)) {
    const words = only.replace(/^(?:主体工程|主体|工程建设|项目建设|工程|项目)/, '')
    if (isStatusOnly(words)) return readPlain(plain(words))
  }
  // 正在招标, 方案编制中: any work that goes on
  return /^正在[^，。\d]{2,10}$|^[^，。\d]{2,8}中$/.test(only) ? { code: 'in_progress', ongoing: false, closure: null } : null
}

/** ☑已完成 □未完成, 已完成☑ 未完成□: the options that are ticked, '' where none is or two disagree; null where the words offer none. */
function tickedOption(words: string): string | null {
  const text = fold(words)
  if (!offers(text)) return null
  const options = onlyTicked(text).split(/\s+/).filter(Boolean)
  // 已完成 and 长期坚持 are one state
  const codes = new Set(options.map(readStatus).flatMap((reading) => (reading && !reading.ongoing ? reading.code : [])))
  return codes.size > 1 ? '' : options.join('，')
}

/** Reads the words of a status; null where none of them is known, or where they are prose that only holds such words. */
export function readStatus(words: string): StatusReading | null {
  const ticked = words.length <= most ? tickedOption(words) : null
  if (ticked !== null) return ticked === '' ? null : readStatus(ticked)
  if (words.length > most) return sentenceStatus(words)
  if (isStatusOnly(words)) return readPlain(plain(words))
  return sentenceStatus(words) ?? (plain(words).length <= longest ? clauseStatus(words) : null)
}

const filler =
  /正在|正(?=，)|全面|备案|报备|按期|按时|如期|提前|顺利|阶段性|年度|立行立改|建立(?:健全)?长效机制|转入|纳入|进入|日常|管理|监管|但|中|项|条|于|该|本|此|上述|以上|反馈|问题|目前|现阶段|现|已经|已|并|且|均|都|全部|状态|情况|阶段|任务|工作|事项|整改|要求|目标|材料|资料|为|了|的|到|进度|总体|完成率|完成|约|近|比例|占|经|按照?|后续|今后|后|还|仍|需|将|其中|[省市县区州盟旗]级?|自治区|第[一二三四五]批|(?<![\d.])\d{1,4}(?:\.\d{1,4})?%|[：:，、；。,;.（）【】√✓✔☑+-]/g

const known = 1
const any = 2
/** For each UTF-16 unit of a folded text: whether words of a status may hold it (`known`), or take in others beside it (`any`). */
const kinds = new Uint8Array(0x10000)
{
  const sources = [
    date,
    future,
    ongoing,
    filler,
    label,
    decoration,
    ...codes.map(({ pattern }) => pattern),
    ...closures.map(({ pattern }) => pattern),
  ].map(({ source }) => source)
  for (const c of `${sources.join('')}【】`) kinds[c.charCodeAt(0)] = known
  for (const c of takesAny) kinds[c.charCodeAt(0)] = any
  // figures, letters and blanks stand as classes in the patterns
  kinds.fill(known, 0, 0x80)
  for (const c of blanks) kinds[c.charCodeAt(0)] = known
  for (const c of signs) for (let i = 0; i < c.length; i++) kinds[c.charCodeAt(i)] = known
  // the halves of the others
  kinds.fill(known, 0xd83c, 0xd83f)
  kinds.fill(known, 0xdc00, 0xe000)
}

/** Whether words may be a status alone: most hold a character that is in none. The rest is for the patterns to say. */
function mayBeStatus(words: string): boolean {
  let foreign = false
  for (let i = 0; i < words.length; i++) {
    const kind = kinds[foldUnit(words.charCodeAt(i))]
    if (kind === any) return true
    if (kind !== known) foreign = true
  }
  return !foreign
}

/**
 * What `isStatusOnly` said of short words: a report prints the same few again and again. Words of up to `shortest` characters are copies
 * of their own, so that none keeps a whole text from being freed.
 */
const told = new Map<string, boolean>()
const mostTold = 500
const shortest = 12

/** Whether the words are a status and nothing else: 已完成，长期坚持; not 已完成管网建设3公里. */
export function isStatusOnly(words: string): boolean {
  if (words.length > most || !mayBeStatus(words)) return false
  if (words.length > shortest) return isWholly(words)
  let is = told.get(words)
  if (is === undefined) {
    is = isWholly(words)
    if (told.size >= mostTold) told.clear()
    told.set(words, is)
  }
  return is
}

function isWholly(words: string): boolean {
  const text = plain(words)
  if (text.length === 0 || text.length > longest || !readPlain(text)) return false
  // 2024年6月底完成整改 is a deadline
  if (/\d[年月.\-/]/.test(text) && !/已|未|正|均|通过|同意|予以|达到|滞后|推进中|%/.test(text)) return false
  let rest = text
  for (const { pattern, holds } of closures) if (holds.test(rest)) rest = rest.replace(pattern, '，')
  rest = rest.replace(date, '').replace(future, '').replace(ongoing, '，').replace(ongoing, '，')
  for (const { pattern, holds } of codes) if (holds.test(rest)) rest = rest.replace(pattern, '，')
  return rest.replace(ongoing, '').replace(ongoing, '').replace(filler, '') === ''
}

export interface StatusMarker extends StatusReading {
  /** Of the whole marker with its brackets. */
  outer: Span
  /** Of the words. */
  span: Span
}

const bracketed =
  /[（【［[〔《]([^（）【】［］[\]〔〕《》]{2,40}(?:（[^（）]{1,12}）)?[^（）【】［］[\]〔〕《》]{0,20})[）】］\]〕》][。；，\s]{0,3}$/
const dashed = /(?:——|--|—)\s?([^。；—]{2,24})[。；\s]{0,3}$/

const isCloser = unitsOf('）】］]〕》')
/** A dash, as printed, within the longest marker that begins with one. */
const dash = /[—\-－]/
const longestDashed = 30

/** Whether a text may end in a marker: most end in neither a bracket, with three marks or blanks behind it at most, nor words behind a dash. */
function mayEndInMarker(text: string): boolean {
  for (let i = Math.max(0, text.length - 4); i < text.length; i++) if (isCloser(foldUnit(text.charCodeAt(i)))) return true
  return dash.test(text.slice(-longestDashed))
}

/** A status that stands at the end of a text as a marker: …。（完成整改） …【已完成】 …——已完成整改 */
export function trailingStatus(text: string): StatusMarker | null {
  if (!mayEndInMarker(text)) return null
  const from = Math.max(0, text.length - 120)
  const folded = fold(text.slice(from))
  for (const pattern of [bracketed, dashed]) {
    const match = pattern.exec(folded)
    if (!match?.[1]) continue
    const words = match[1].replace(label, '')
    // a share alone may be anything: （85%）
    if (!isStatusOnly(words) || /^[\d.%约近]+$/.test(words.replace(/完成率|完成|进度|：/g, ''))) continue
    const reading = readStatus(words)
    if (!reading) continue
    const at = from + match.index + match[0].indexOf(match[1]) + (match[1].length - words.length)
    return { ...reading, outer: [from + match.index, text.length], span: [at, at + words.length] }
  }
  return null
}

const yesWords = /^(?:是|√|✓|✔|✅|☑|●|■|★|已|对|有|Y|yes)$/i
const noWords = /^(?:否|○|☆|×|✗|✘|✕|❌|未|不|无|N|no|☐|□)$/i

/** Whether a cell holds nothing but an answer: √, 否, ●. */
export const isAnswer = (words: string): boolean => {
  const text = words.trim()
  return text.length <= 3 && (yesWords.test(text) || noWords.test(text))
}

/** Answers in a column such as 是否销号, 是否完成, 已完成: 是, 否, √, 已. */
export function readAnswer(label: string, words: string): StatusReading | null {
  const text = fold(words).replace(/[\s。]/g, '')
  const column = fold(label).replace(/[\s（）：]/g, '')
  const yes = yesWords.test(text)
  const no = noWords.test(text)
  if (!yes && !no) return null
  const answer = (code: StatusWords, closure: StatusReading['closure'] = null): StatusReading => ({
    code,
    ongoing: false,
    closure,
  })
  const asks = column.includes('是否')
  // 已完成 | 正在整改 | 未启动 over columns with √
  if (!asks && isStatusOnly(column) && /已|未|正|中$|滞后|达|基本|部分/.test(column)) return yes ? readStatus(column) : null
  if (/公示|上报|申请/.test(column) && !/完成|到位/.test(column)) return null
  if (/滞后|逾期|超期/.test(column)) return yes ? answer('behind_schedule') : null
  if (/序时|时序|按期|按时|如期/.test(column))
    return answer(yes ? (/完成|办结|到位/.test(column) ? 'completed' : 'on_schedule') : 'behind_schedule')
  if (/启动|开工|开展/.test(column)) return answer(yes ? 'in_progress' : 'not_started')
  if (/销号|验收/.test(column)) return yes ? answer('completed', 'closed') : null
  if (asks || /完成|到位|办结|整改|落实|解决/.test(column)) return answer(yes ? 'completed' : 'in_progress')
  return null
}

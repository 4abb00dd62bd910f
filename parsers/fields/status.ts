/** Status (整改状态): how far the rectification of one problem has come, from a marker or a status field. */
import { fold } from '../fold.js'
import { closureWords, ongoingWords, statusWords } from '../lexicon/statuses.js'
import type { Span } from '../tree.js'

export type StatusWords = 'completed' | 'basically_completed' | 'on_schedule' | 'behind_schedule' | 'in_progress' | 'not_started'

export interface StatusReading {
  code: StatusWords
  ongoing: boolean
  closure: 'submitted' | 'closed' | null
}

const codes = statusWords.map(([code, words]) => [code, new RegExp(words)] as const)
const closures = closureWords.map(([closure, words]) => [closure, new RegExp(words)] as const)
const ongoing = new RegExp(ongoingWords)
const anyStatus = /完成|整改|序时|时序|滞后|办结|销号|推进|启动|开展|落实|到位|解决|验收|进行|长期|见底|完工|办理|坚持|开始|复核/
/** Words that say nothing of their own beside a status. */
const filler = /该|本|此|上述|问题|目前|现|已经|已|并|且|均|全部|状态|情况|阶段|任务|工作|整改|：|，|、|；|。|（|）|\s|\d{1,6}(?:\.\d{1,6})?%|约|进度|省级|市级|县级|按|要求|材料|资料|为/g

/** Reads the words of a status; null where none of them is known. */
export function readStatus(words: string): StatusReading | null {
  const text = fold(words).replace(/[ \n]/g, '')
  if (!anyStatus.test(text)) return null
  let closure: StatusReading['closure'] = null
  let closureKnown = false
  for (const [value, pattern] of closures) {
    if (pattern.test(text)) {
      closure = value
      closureKnown = true
      break
    }
  }
  const goesOn = ongoing.test(text)
  // what is said of the closing is no status: 正在办理销号 is not 正在整改
  let rest = text
  if (closure !== null) for (const [value, pattern] of closures) if (value === closure) rest = rest.replace(pattern, '')
  for (const [code, pattern] of codes) {
    const match = pattern.exec(rest)
    if (!match) continue
    if (code === 'in_progress' && closure !== null && /销号/.test(match[0])) continue
    return { code, ongoing: goesOn, closure }
  }
  if (closureKnown && closure !== null) return { code: 'completed', ongoing: goesOn, closure }
  return null
}

/** Whether the words are a status and nothing else: 已完成，长期坚持; not 已完成管网建设3公里. */
export function isStatusOnly(words: string): boolean {
  const text = fold(words).replace(/[ \n]/g, '')
  if (text.length === 0 || text.length > 40 || !readStatus(text)) return false
  let rest = text
  for (const [, pattern] of [...closures, ...codes]) rest = rest.replace(pattern, '')
  return rest.replace(ongoing, '').replace(filler, '').length === 0
}

export interface StatusMarker extends StatusReading {
  /** Of the whole marker with its brackets. */
  outer: Span
  /** Of the words. */
  span: Span
}

const bracketed = /[（【［[〔]([^（）【】［］[\]〔〕]{2,40})[）】］\]〕][。；，]?$/
const dashed = /(?:——|--|—)([^。；—]{2,24})[。；]?$/

/** A status that stands at the end of a text as a marker: …。（完成整改） …【已完成】 …——已完成整改 */
export function trailingStatus(text: string): StatusMarker | null {
  const folded = fold(text)
  for (const pattern of [bracketed, dashed]) {
    const match = pattern.exec(folded)
    if (!match?.[1]) continue
    const words = match[1].replace(/^(?:整改|完成|当前|目前)?(?:状态|进度|情况)：/, '')
    if (!isStatusOnly(words)) continue
    const reading = readStatus(words)
    if (!reading) continue
    const at = match.index + match[0].indexOf(match[1]) + (match[1].length - words.length)
    return { ...reading, outer: [match.index, folded.length], span: [at, at + words.length] }
  }
  return null
}

/** Answers in a column such as 是否销号, 是否完成: 是, 否, √, 已. */
export function readAnswer(label: string, words: string): StatusReading | null {
  const text = fold(words).replace(/[ \n。]/g, '')
  const yes = /^(?:是|√|✓|✔|已|Y|☑)$/i.test(text)
  const no = /^(?:否|×|✗|✘|未|N|☐)$/i.test(text)
  if (!yes && !no) return null
  if (label.includes('销号')) return yes ? { code: 'completed', ongoing: false, closure: 'closed' } : null
  if (/序时/.test(label)) return { code: yes ? 'on_schedule' : 'behind_schedule', ongoing: false, closure: null }
  return { code: yes ? 'completed' : 'in_progress', ongoing: false, closure: null }
}

/** Cuts a field of parties into pieces at its separators; a bracket stays with the words before it. */
import {
  acceptanceWords,
  bodyEnding,
  groupName,
  idleNote,
  isKindOfPlaces,
  leadWords,
  levelNote,
  responsibleWords,
  scopeNote,
  supportWords,
} from '../lexicon/parties.js'
import { isRegionName } from '../values/regions.js'

export interface Note {
  text: string
  start: number
}

export interface Piece {
  /** The words without the brackets behind them. */
  text: string
  start: number
  end: number
  /** What stands in the brackets behind the words, with its place. */
  notes: Note[]
  /** 负责… behind a name and its bracket. */
  scope: string | null
  /** The separator behind the piece: '' at the end or where a bracket closes it. */
  separator: string
}

const ascending =
  /（(\d{1,2})）|(\d{1,2})[.．、）](?!\d)|([①-⑳])|（([一二三四五六七八九十]{1,3})）|(?<![\u4e00-\u9fff])([一二三四五六七八九十]{1,3})、/g
const cn = '一二三四五六七八九十'

function ordinalOf(match: RegExpExecArray): number {
  const arabic = match[1] ?? match[2]
  if (arabic) return Number(arabic)
  if (match[3]) return match[3].charCodeAt(0) - 0x245f
  const words = match[4] ?? match[5] ?? ''
  const last = words.at(-1) ?? ''
  const tens = words.length > 1 && words.startsWith('十') ? 10 : words.length > 2 ? 10 * (cn.indexOf(words[0] ?? '') + 1) : 0
  return last === '十' ? (words.length > 1 ? 10 * (cn.indexOf(words[0] ?? '') + 1) : 10) : tens + cn.indexOf(last) + 1
}

/** 1.A 2.B: list marks become line breaks of the same length, if they count from 1. */
export function maskMarks(text: string): string {
  if (!/[\d①一]/.test(text)) return text
  let expected = 1
  let masked = ''
  let from = 0
  ascending.lastIndex = 0
  for (let match = ascending.exec(text); match; match = ascending.exec(text)) {
    const before = text.slice(from, match.index).trimEnd()
    const opens = expected > 1 || before === '' || /[：；。\n]$/.test(before)
    if (!opens || ordinalOf(match) !== expected) continue
    masked += text.slice(from, match.index) + '\n'.repeat(match[0].length)
    from = match.index + match[0].length
    expected++
  }
  return masked + text.slice(from)
}

/** What is longer is no name. */
const nameLength = 40
/** More notes behind a name, or brackets in brackets, are not looked for. */
const most = 8

const open = '（“《【'
const closing = '）”》】'

/** For every bracket its partner; one without a partner is a separator. */
export function partners(text: string): Map<number, number> {
  const found = new Map<number, number>()
  const stack: number[] = []
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i)
    if (open.includes(c)) {
      stack.push(i)
      if (stack.length > most) stack.shift()
    } else if (closing.includes(c)) {
      const kind = open[closing.indexOf(c)]
      const at = stack.findLastIndex((o) => text[o] === kind)
      if (at < 0) continue
      const [start = 0] = stack.splice(at)
      found.set(start, i)
      found.set(i, start)
    }
  }
  return found
}

const phone = /^[^\u4e00-\u9fff]*\d[\d\- ]{5,}|电话|手机|联系方式/
/** Whether a bracket says something of the name and is no part of it. */
export const isNote = (words: string): boolean => {
  const bare = words.replace(/[。；，\s]{1,20}$/, '')
  return [leadWords, supportWords, responsibleWords, acceptanceWords, levelNote, scopeNote, idleNote, phone].some((p) =>
    p.test(bare),
  )
}

/** What goes on a name that a line break cut: 县委 办公室. */
const remainder = /^(?:局|委|办|厅|办公室|分局|中心|公司|集团|有限公司|有限责任公司|委员会|管理局|管理处|管理办|支队|大队)$/
const complete = (left: string): boolean =>
  left === '' ||
  /[）”》、；，。：]$/.test(left) ||
  bodyEnding.test(left) ||
  groupName.test(left) ||
  isKindOfPlaces(left) ||
  /(?:牵头|配合|负责|落实|协办|参与)$/.test(left)

/** Whether the blank or line break at `at` ends the words from `start`: 市住建局 市水利局, but 市自然资源和规 划局 goes on. */
export function breaksAt(text: string, start: number, at: number): boolean {
  // 县政府⏎（配合）: what a body does is told in the next line
  if (/^\s（(?:牵头|配合|主责|主办|协办|责任|参与)[^（）]{0,4}）/.test(text.slice(at, at + 10))) return false
  const left =
    text
      .slice(Math.max(start, at - nameLength), at)
      .trim()
      .split(/[、，；。\s]/)
      .at(-1) ?? ''
  const right =
    text
      .slice(at, at + nameLength)
      .trimStart()
      .split(/[、，；。\s（]/)[0] ?? ''
  // 监测中心 办公室, two offices of one body, and a line's end in 县委⏎办公室
  if (
    right === '办公室' &&
    text.charAt(at) === ' ' &&
    /(?:科|股|室|部|处|队|站|所|中心|党委|党支部|监察组|纪检组|工会|团委)$/.test(left)
  )
    return true
  if (remainder.test(right) || /^等|^[）”》]/.test(right)) return false
  if (complete(left)) return true
  if (right.length < 3 || !bodyEnding.test(right)) return false
  // a known name begins
  if (/^[\u3400-\u4dbf]/.test(right)) return true
  // 华菱湘钢 市住建局, but 衡阳 市住建局
  if (/^[省市县区州各]/.test(right)) return !isRegionName(left + right.slice(0, 1))
  return false
}

/**
 * The pieces of folded text. Brackets in the middle of a name stay in it: 各县（市）区人民政府.
 * `everyBlank`: any blank or line break separates (names of persons).
 */
export function pieces(text: string, everyBlank = false): Piece[] {
  const brackets = partners(text)
  const found: Piece[] = []
  let start = 0
  const flush = (end: number, next: number, separator: string) => {
    let from = start
    let to = end
    while (from < to && /\s/.test(text.charAt(from))) from++
    while (to > from && /\s/.test(text.charAt(to - 1))) to--
    start = next
    const before = found.at(-1)
    if (to <= from) {
      if (before && separator && /^\s?$/.test(before.separator)) before.separator = separator
      return
    }
    const words = text.slice(from, to)
    // 张三（副局长），负责…: what follows the comma is the scope of the name before it
    if (before && /^(?:具体|主要|牵头)?负责(?!人).{2,}/.test(words) && before.separator !== '；') {
      before.scope = before.scope ? `${before.scope}，${words}` : words
      before.separator = separator
      return
    }
    found.push(takeNotes(words, from, separator))
  }
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i)
    const partner = brackets.get(i)
    if (partner !== undefined && partner > i) {
      // 市住建局（牵头）市水利局: a note ends its piece
      const next = text.charAt(partner + 1)
      if (
        c === '（' &&
        i > start &&
        /[\u4e00-\u9fff]/.test(next) &&
        isNote(text.slice(i + 1, partner)) &&
        !/^(?:具体|主要|牵头)?负责|^等/.test(text.slice(partner + 1, partner + 6))
      )
        flush(partner + 1, partner + 1, '')
      i = partner
      continue
    }
    if (partner === undefined && (open.includes(c) || closing.includes(c))) flush(i, i + 1, c === '“' || c === '”' ? '' : '、')
    else if ('、，,；;。/|\\+'.includes(c)) flush(i, i + 1, c)
    else if (c === '\n' || c === ' ') {
      if (everyBlank || breaksAt(text, start, i)) flush(i, i + 1, c)
    }
  }
  flush(text.length, text.length, '')
  return found
}

function takeNotes(words: string, at: number, separator: string): Piece {
  const notes: Note[] = []
  let text = words
  let scope: string | null = null
  const tail = /）((?:具体|主要|牵头)?负责(?!人).{1,300})$/.exec(text)
  if (tail?.[1]) {
    scope = tail[1]
    text = text.slice(0, tail.index + 1)
  }
  while (notes.length < most) {
    const match = /（([^（）]*)）$/.exec(text)
    if (!match || match.index === 0) break
    notes.unshift({ text: match[1] ?? '', start: at + match.index + 1 })
    text = text.slice(0, match.index).trimEnd()
  }
  return { text, start: at, end: at + text.length, notes, scope, separator }
}

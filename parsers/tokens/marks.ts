/**
 * Numbering marks: 一、 （一） 1. （1） ① 第一章 一是 其一， 甲、 反馈问题一： …
 * A mark is only read here; what level it means is decided from its neighbours. To add a style, add a row to `rules`.
 */
import { classifiers, notBefore } from '../lexicon/classifiers.js'
import { unitsOf, valuesOf } from '../values/marks.js'

/** Families of marks. Marks of one style are siblings when their ordinals follow each other. */
export type MarkStyle =
  | 'part' // 第一部分 第一章 第一节
  | 'issue' // 反馈问题一： 问题1： 任务三：
  | 'cn' // 一、 一．
  | 'cn-paren' // （一）
  | 'ar' // 1. 1． 1、
  | 'ar-blank' // 01 of a box, 3 before its words
  | 'multi' // 1.1 2-3
  | 'multi-deep' // 1.1.1 1.2.3.4
  | 'ar-paren' // （1）
  | 'ar-rparen' // 1）
  | 'circled' // ① ⑴ ⒈
  | 'is' // 一是 二是
  | 'first' // 第一， 第二，
  | 'qi' // 其一， 其二，
  | 'aspect' // 一方面 另一方面
  | 'stem' // 甲、 乙、
  | 'latin' // A. a)
  | 'heading' // a heading of the format, without a number of its own

/** Styles that part the clauses of a paragraph and seldom open a line of a list. */
export const runStyles: ReadonlySet<string> = new Set<MarkStyle>(['is', 'first', 'qi', 'aspect'])

export interface Mark {
  style: MarkStyle
  ordinal: number
  /** Offsets into the text that was read: the mark as printed, without blanks around it. */
  start: number
  end: number
  /** Where the words after the mark begin. */
  body: number
  /** Read as a mark only when its neighbours agree: `1.5…` may be a figure. */
  doubtful: boolean
}

const digitOf = valuesOf({ 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 两: 2, 〇: 0, 零: 0 })
const placeOf = valuesOf({ 十: 1, 百: 2, 千: 3 })

const arabic = /^\d{1,4}$/
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

/** An ordinal in Chinese or Arabic numerals, 1–9999, else null. */
export function ordinal(text: string): number | null {
  if (isDigit(text.charCodeAt(0))) return arabic.test(text) ? Number(text) || null : null
  let value = 0
  let digit = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const place = placeOf(code)
    const d = digitOf(code)
    if (place) {
      value += (digit || 1) * 10 ** place
      digit = 0
    } else if (text.charAt(i) === '廿') value += 20
    else if (d === undefined) return null
    else digit = digit * (digit > 0 ? 10 : 1) + d
  }
  value += digit
  // 二〇二四 is a year
  return value > 0 && value < 10_000 && !(isYear(value) && !/[十百千]/.test(text)) ? value : null
}

const isYear = (n: number): boolean => n >= 1900 && n < 2100

const stems = '甲乙丙丁戊己庚辛壬癸'
const cn = '[一二三四五六七八九十百千廿零〇]{1,9}'
const cnStart = '一二三四五六七八九十百千廿'
const brackets = '（〔【［['
const issueWords =
  '(?:(?:反馈|具体|整改|主要|突出|典型|交办|督察|巡视|巡察|审计|审议|存在|个性|共性|安全){0,6}(?:问题|任务|事项|案件|隐患|点位)|审议意见|序号|编号)'
const issueStart = '反具整主突典交督巡审存个共安问任事案隐点序编'

/** A form of mark as a user adds one: the style whose siblings it has, the characters that it can begin with, how it is printed. */
export interface MarkForm {
  style: MarkStyle
  starts: string
  /** A pattern without anchor whose first group is the number. */
  pattern: string
}

interface Rule {
  style: MarkStyle
  /** The characters that it can begin with. */
  starts: string
  /** Anchored by the sticky flag; group 1 or 2 is the ordinal. */
  pattern: RegExp
}
const rule = (style: MarkStyle, starts: string, pattern: string): Rule => ({ style, starts, pattern: new RegExp(pattern, 'y') })

/** Tried in this order, on folded text. */
const rules: readonly Rule[] = [
  rule('part', '第', `第(${cn}|\\d{1,3})(?:(?:部分|章|节|篇)[：、]? ?|条(?:[：、] ?| |(?=\\n|$)))`),
  rule(
    'issue',
    issueStart,
    `${issueWords}(?:（(${cn}|\\d{1,4})）(?:[：、.．]|——?)? ?|(${cn}|\\d{1,4})(?:个?(?:问题|任务|项))?(?:[：、.．] ?|——? ?|--? ?| (?=\\S)|(?=\\n|$)))`,
  ),
  rule('issue', brackets, `[【［〔]${issueWords}(${cn}|\\d{1,4})[】］〕](?:：|——)? ?`),
  rule('issue', '问序编', `(?:问题)?(?:序号|编号)： ?(\\d{1,4}|${cn})(?=[ \\n。]|$)`),
  // 01反馈问题…: number and label in spans of a page
  rule('issue', '0123456789', '(\\d{1,3}) ?(?=(?:反馈问题|存在问题|具体问题|问题描述|问题表现|问题内容)[^的和是及])'),
  rule('issue', 'Nn№', '(?:NO|No|no|№)[.．:：]? ?(\\d{1,4})(?:[、.．：] ?| |(?=[\\u4e00-\\u9fff“\\n]))'),
  rule(
    'issue',
    '第',
    `第(${cn}|\\d{1,4})(?:项(?:整改|反馈|督察)?(?:任务|问题|事项)(?=[：、.．])|项(?!目)|个问题|号问题|条问题|类问题)(?:[：、.．] ?| |(?=[\\u4e00-\\u9fff“《\\d\\n]))`,
  ),
  rule('is', cnStart, `(${cn})(?:是(?!否)|要(?=[\\u4e00-\\u9fff]))[，：]?`),
  rule('first', '第', `第(${cn})[，,、：] ?`),
  rule('qi', '其', `其(${cn})(?:[，,、：] ?|是(?!否)，?)`),
  rule('aspect', '一另再', '(一方面|另一方面|另外一方面|再一方面)(?!积)[，：、]?'),
  rule('stem', stems, `([${stems}])[、.．] ?`),
  rule('cn', cnStart, `(${cn}) ?[、.．] ?`),
  rule('cn-paren', brackets, `[（〔【［\\[](${cn})[）〕】］\\]][、.．：]? ?`),
  rule('ar-paren', brackets, '[（〔【［[](\\d{1,4})[）〕】］\\]][、.．：]? ?'),
  rule('multi', '0123456789', '(\\d{1,2}(?:[.-]\\d{1,2}){1,3})(?:[、.．] ?| +(?!\\d)|(?=[\\u4e00-\\u9fff“《【]))'),
  rule('ar-rparen', '0123456789', '(\\d{1,4}) ?[）][、.．]? ?'),
  rule('ar', '0123456789', '(\\d{1,4}) ?(?:[、．]|\\.(?!\\d)|\\.(?=\\d)) ?'),
  rule('ar-blank', '0123456789', '(\\d{1,2}) (?=[\\u4e00-\\u9fff“《])'),
  rule('latin', 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', '([A-Za-z])(?:[.、．）]) ?(?=[\\u4e00-\\u9fff])'),
]
/** The rules by the code of the character that a mark can begin with: it is asked at every place where one may stand. */
const rulesOf: (Rule[] | null)[] = new Array(0x10000).fill(null)
for (const one of rules)
  for (const c of one.starts) {
    const code = c.charCodeAt(0)
    rulesOf[code] = [...(rulesOf[code] ?? []), one]
  }

/** Adds a form of mark, tried before those of the table; gives back what takes it out again. */
export function addMark({ style, starts, pattern }: MarkForm): () => void {
  const added = rule(style, starts, pattern)
  const codes = [...starts].map((c) => c.charCodeAt(0))
  for (const code of codes) rulesOf[code] = [added, ...(rulesOf[code] ?? [])]
  return () => {
    for (const code of codes) {
      const rest = (rulesOf[code] ?? []).filter((one) => one !== added)
      rulesOf[code] = rest.length > 0 ? rest : null
    }
  }
}

/** Numbers that are one character; `last` is the number of the last one. */
const single: ReadonlyArray<{ first: string; last: number; style: MarkStyle }> = [
  { first: '①', last: 20, style: 'circled' },
  { first: '㉑', last: 15, style: 'circled' },
  { first: '㊱', last: 15, style: 'circled' },
  { first: '⑴', last: 20, style: 'ar-paren' },
  { first: '⒈', last: 20, style: 'ar' },
  { first: '㈠', last: 10, style: 'cn-paren' },
  { first: '❶', last: 10, style: 'circled' },
  { first: '➀', last: 10, style: 'circled' },
]
/** ㉑ and ㊱ go on where the twenty of ① end. */
const startsAt: Readonly<Record<string, number>> = { '㉑': 21, '㊱': 36 }

const firstSingle = '①'.charCodeAt(0)
const lastSingle = '㊿'.charCodeAt(0)

function singleAt(text: string, at: number): Mark | null {
  const code = text.charCodeAt(at)
  for (const { first, last, style } of single) {
    const n = code - first.charCodeAt(0)
    if (n < 0 || n >= last) continue
    let body = at + 1
    while (text.charAt(body) === ' ' || text.charAt(body) === '、' || text.charAt(body) === '.') body++
    let end = body
    while (text.charAt(end - 1) === ' ') end--
    return { style, ordinal: n + (startsAt[first] ?? 1), start: at, end, body, doubtful: false }
  }
  return null
}

/** The mark at `at` in folded text, or null. */
export function markAt(text: string, at: number): Mark | null {
  const code = text.charCodeAt(at)
  if (Number.isNaN(code)) return null
  const candidates = rulesOf[code]
  if (!candidates) return code >= firstSingle && code <= lastSingle ? singleAt(text, at) : null
  for (const { style, pattern } of candidates) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) continue
    const words = match[1] ?? match[2] ?? ''
    if (style === 'multi' && !match[0].endsWith(' ') && isFigure(text, at)) continue
    const n = ordinalOf(style, words)
    if (n === null) continue
    const body = at + match[0].length
    const end = at + match[0].trimEnd().length
    const own = style === 'multi' && /[.-]\d{1,2}[.-]/.test(words) ? 'multi-deep' : style
    return { style: own, ordinal: n, start: at, end, body, doubtful: isDoubtful(style, text, match[0], words, body) }
  }
  return null
}

function ordinalOf(style: MarkStyle, words: string): number | null {
  switch (style) {
    case 'latin':
      return words.toLowerCase().charCodeAt(0) - 96
    case 'stem':
      return stems.indexOf(words) + 1
    case 'aspect':
      return words === '一方面' ? 1 : words === '再一方面' ? 3 : 2
    case 'multi':
      return ordinal(words.split(/[.-]/).at(-1) ?? '')
    default:
      return ordinal(words)
  }
}

/** Whether the words may be something else than a mark: 1.5万吨, 2021、2022年, 甲、乙两家. */
function isDoubtful(style: MarkStyle, text: string, printed: string, words: string, body: number): boolean {
  const next = text.charAt(body)
  // 1.2021年 and 1.1830亩 are labels before a figure, 1.2家 before a whole number, 1.5万吨 is a figure
  if (style === 'ar' && /\d/.test(next) && printed.endsWith('.'))
    return !/^(?:(?:19|20)\d\d年|\d{1,3}(?:家|座|名|户|所|份|件|处(?!理)|个(?!百分|月|小时|亿|多|点|工作日|标准)))/.test(
      text.slice(body, body + 8),
    )
  // 3 财务管理方面
  if (style === 'ar-blank') return true
  if (style === 'multi') return !/[ 、\u4e00-\u9fff“《]$/.test(printed) && !/[\u4e00-\u9fff“《]/.test(next)
  if (style === 'stem') return stems.includes(next)
  return words.length === 4 && isDigit(words.charCodeAt(0)) && isYear(Number(words))
}

/** Units that stand behind a figure, or behind a blank behind it, whatever follows them. */
const isUnit = unitsOf('万亿千百个项家座处条件名人户吨亩公平立米毫微元%％倍年月日天tmk')
/** Other words for what is counted, by their first character: one pattern of them all takes longer to compile than a short report to read. */
const counted = new Map<string, string[]>()
for (const word of classifiers.split(' ')) counted.set(word.charAt(0), [...(counted.get(word.charAt(0)) ?? []), word])

const isCounted = (text: string, at: number): boolean =>
  counted.get(text.charAt(at))?.some((word) => {
    const next = text.charAt(at + word.length)
    return text.startsWith(word, at) && !(next !== '' && notBefore[word]?.includes(next))
  }) ?? false

/** 1.5万吨, 2.3公里, 2-3个月: a figure with a unit, no label. */
const figure = /\d{1,9}(?:[.-]\d{1,9}){1,3}/y
function isFigure(text: string, at: number): boolean {
  figure.lastIndex = at
  if (!figure.test(text)) return false
  const end = figure.lastIndex
  const unit = text.charAt(end) === ' ' ? end + 1 : end
  return isUnit(text.charCodeAt(unit)) || text.startsWith('小时', unit) || isCounted(text, end)
}

/** Styles that are taken for each other in misprints: （5） between （四） and （六）, 3） after 2、 */
export function similarStyles(a: string, b: string): boolean {
  const paren = (s: string) => s === 'cn-paren' || s === 'ar-paren' || s === 'ar-rparen'
  const arabic = (s: string) => s === 'ar' || s === 'ar-blank' || s === 'ar-rparen'
  return (paren(a) && paren(b)) || (arabic(a) && arabic(b))
}

/** 3.1至9月, 6.1号车间: a number before a figure, which looks like 3.1 of a count in two parts; the mark itself where it is none. */
export function beforeFigure(folded: string, mark: Mark): Mark {
  const [, n = '', dot = ''] = /^(\d{1,2})([.．])\d{1,2}(?![.\d-])/.exec(folded.slice(mark.start, mark.start + 8)) ?? []
  const end = mark.start + n.length + dot.length
  return n === '' ? mark : { ...mark, style: 'ar', ordinal: Number(n), end, body: end, doubtful: true }
}

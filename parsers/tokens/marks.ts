/**
 * Numbering marks: 一、 （一） 1. （1） ① 第一章 一是 反馈问题一： …
 * A mark is only read here; what level it means is decided by the outline, from its neighbours.
 */

/** Families of marks. Marks of one style are siblings when their ordinals follow each other. */
export type MarkStyle =
  | 'part' // 第一部分 第一章 第一节
  | 'issue' // 反馈问题一： 问题1： 任务三：
  | 'cn' // 一、 一．
  | 'cn-paren' // （一）
  | 'ar' // 1. 1． 1、
  | 'multi' // 1.1 1.2.3
  | 'ar-paren' // （1）
  | 'ar-rparen' // 1）
  | 'circled' // ① ⑴ ⒈
  | 'is' // 一是 二是
  | 'first' // 第一， 第二，
  | 'latin' // A. a)
  | 'heading' // a heading of the format, without a number of its own

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

const digits: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 两: 2, 〇: 0, 零: 0 }

/** An ordinal in Chinese or Arabic numerals, 1–999, else null. */
export function ordinal(text: string): number | null {
  if (/^\d{1,3}$/.test(text)) return Number(text) || null
  let value = 0
  let digit = 0
  for (const c of text) {
    if (c === '百') {
      value += (digit || 1) * 100
      digit = 0
    } else if (c === '十') {
      value += (digit || 1) * 10
      digit = 0
    } else if (c === '廿') {
      value += 20
      digit = 0
    } else {
      const d = digits[c]
      if (d === undefined) return null
      digit = digit * (digit > 0 ? 10 : 1) + d
    }
  }
  value += digit
  return value > 0 && value < 1000 ? value : null
}

const cn = '[一二三四五六七八九十百廿零〇]{1,5}'
interface Rule {
  style: MarkStyle
  pattern: RegExp
}
const issueWords =
  '(?:(?:反馈|具体|整改|主要|突出|典型|交办|督察|巡视|巡察|审计|存在|个性|共性){0,6}(?:问题|任务|事项|案件)|序号|编号)'
/** Tried in this order, on folded text, each anchored by the sticky flag. Group 1 is the ordinal. */
const rules: readonly Rule[] = [
  { style: 'part', pattern: new RegExp(`第(${cn}|\\d{1,3})(?:部分|章|节|条|篇)[：、]? ?`, 'y') },
  {
    style: 'issue',
    pattern: new RegExp(
      `${issueWords}(?:（(${cn}|\\d{1,3})）(?:[：、.．]|——?)? ?|(${cn}|\\d{1,3})(?:个?(?:问题|任务|项))?(?:[：、.．] ?|——? ?|--? ?| (?=\\S)|(?=\\n|$)))`,
      'y',
    ),
  },
  { style: 'issue', pattern: new RegExp(`[【［〔]${issueWords}(${cn}|\\d{1,3})[】］〕](?:：|——)? ?`, 'y') },
  { style: 'issue', pattern: /(?:问题)?(?:序号|编号)： ?(\d{1,3})(?=[ \n。]|$)/y },
  { style: 'issue', pattern: /(?:NO|No|no|№)[.．:：]? ?(\d{1,3})(?:[、.．：] ?| |(?=[\u4e00-\u9fff“\n]))/y },
  {
    style: 'issue',
    pattern: new RegExp(
      `第(${cn}|\\d{1,3})(?:项(?!目)|个问题|号问题|条问题|类问题)(?:[：、.．] ?| |(?=[\\u4e00-\\u9fff“《\\d\\n]))`,
      'y',
    ),
  },
  { style: 'is', pattern: new RegExp(`(${cn})(?:是(?!否)|要(?=[\\u4e00-\\u9fff]))[，：]?`, 'y') },
  { style: 'first', pattern: new RegExp(`第(${cn})[，、：] ?`, 'y') },
  { style: 'cn', pattern: new RegExp(`(${cn}) ?(?:、|[.．](?!\\d)) ?`, 'y') },
  { style: 'cn-paren', pattern: new RegExp(`[（〔【［\\[](${cn})[）〕】］\\]][、.．：]? ?`, 'y') },
  { style: 'ar-paren', pattern: /[（〔【［[](\d{1,3})[）〕】］\]][、.．：]? ?/y },
  { style: 'multi', pattern: /(\d{1,2}(?:[.-]\d{1,2}){1,3})(?:[、.．] ?| +(?!\d)|(?=[\u4e00-\u9fff“《【]))/y },
  { style: 'ar-rparen', pattern: /(\d{1,3}) ?[）][、.．]? ?/y },
  { style: 'ar', pattern: /(\d{1,3}) ?(?:[、．]|\.(?!\d)|\.(?=\d)) ?/y },
  { style: 'latin', pattern: /([A-Za-z])(?:[.、．）]) ?(?=[\u4e00-\u9fff])/y },
]
const circledStart = ['①', '⑴', '⒈', '㈠', '❶', '➀'] as const

const couldStart =
  /[№一二三四五六七八九十百廿第0-9（〔【［[问题任务反馈具体整改主要突出典型交办督察巡视审计存在个性共性序号编事项案意见A-Za-z①-⒛㈠-㈩❶-❿➀-➉]/

/** The mark at `at` in folded text, or null. */
export function markAt(text: string, at: number): Mark | null {
  const c = text[at]
  if (c === undefined || !couldStart.test(c)) return null
  for (const first of circledStart) {
    const n = c.charCodeAt(0) - first.charCodeAt(0) + 1
    if (n >= 1 && n <= (first === '㈠' || first === '❶' || first === '➀' ? 10 : 20)) {
      const style: MarkStyle = first === '㈠' ? 'cn-paren' : first === '⒈' ? 'ar' : first === '⑴' ? 'ar-paren' : 'circled'
      let body = at + 1
      while (text[body] === ' ' || text[body] === '、' || text[body] === '.') body++
      return {
        style,
        ordinal: n,
        start: at,
        end: body === at + 1 ? body : body - countTrailingBlanks(text, body),
        body,
        doubtful: false,
      }
    }
  }
  for (const { style, pattern } of rules) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) continue
    const words = match[1] ?? match[2] ?? ''
    if (style === 'multi' && isFigure(text, at)) continue
    const n =
      style === 'latin'
        ? words.toLowerCase().charCodeAt(0) - 96
        : style === 'multi'
          ? ordinal(words.split(/[.-]/).at(-1) ?? '')
          : ordinal(words)
    if (n === null) continue
    const body = at + match[0].length
    const end = at + match[0].trimEnd().length
    const next = text[body] ?? ''
    let doubtful = false
    if (style === 'ar' && /\d/.test(next) && match[0].endsWith('.')) {
      // 1.2021年 and 1.1830亩 are labels before a figure, 1.5万吨 is a figure
      doubtful = !/^(?:19|20)\d\d年/.test(text.slice(body, body + 5))
    }
    if (style === 'multi')
      doubtful = !/[ 、\u4e00-\u9fff“《]/.test(text[end] ?? text[end - 1] ?? '') || /^[.-]?\d+$/.test(words)
    if (style === 'issue' && words === '') continue
    return { style, ordinal: n, start: at, end, body, doubtful }
  }
  return null
}

const countTrailingBlanks = (text: string, end: number): number => {
  let n = 0
  while (text[end - 1 - n] === ' ') n++
  return n
}
/** 1.5万吨, 2.3公里, 2-3个月: a figure with a unit, no label. */
const figure =
  /\d{1,9}(?:[.-]\d{1,9}){1,3} ?(?:[万亿千百]|个|项|家|座|处|条|件|名|人|户|吨|亩|公|平|立|米|千|毫|微|元|%|％|倍|年|月|日|天|小时|t|m|k|km)/y
function isFigure(text: string, at: number): boolean {
  figure.lastIndex = at
  return figure.test(text)
}

/** Styles that are taken for each other in misprints: （5） between （四） and （六）, 3） after 2、 */
export function similarStyles(a: string, b: string): boolean {
  const paren = (s: string) => s === 'cn-paren' || s === 'ar-paren' || s === 'ar-rparen'
  const arabic = (s: string) => s === 'ar' || s === 'ar-rparen'
  return (paren(a) && paren(b)) || (arabic(a) && arabic(b))
}

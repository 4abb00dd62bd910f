/** A field label where it stands: 整改目标：…, 【整改目标】…, a line that is only the label, 整改时限 2021年底. */
import { isStatusOnly } from '../fields/status.js'
import { guanyuProblem } from '../lexicon/cues.js'
import { someOf } from '../lexicon/groups.js'
import { exactFieldOf, type FieldKind, fieldOf, isShortField, longestLabel, partyFields } from '../lexicon/labels.js'
import { unitsOf } from '../values/marks.js'
import { markAt } from './marks.js'

export interface Label {
  field: FieldKind
  /** The printed words without the colon. */
  start: number
  end: number
  /** Where the value begins. */
  value: number
  /** Where it ends, when a bracket around label and value ends it before the line: （责任单位：…） */
  valueEnd?: number
  /** `colon` and `bracket` are sure; `alone` has its value on the next line; `bare` has no colon; `stop` has 。 in its place. */
  form: 'colon' | 'bracket' | 'alone' | 'bare' | 'glued' | 'stop'
  /** Inside a line: where its own mark begins, if it has one: …。（2）整改措施：… */
  cut?: number
}

const skipBlanks = (text: string, at: number, end: number): number => {
  let i = at
  while (i < end && (text.charAt(i) === ' ' || text.charAt(i) === '\n')) i++
  return i
}

/** Labels that may lose their colon right before a value that can only be theirs. */
const bareDeadline =
  /^((?:(?:整改|完成|办结)(?:完成)?)?(?:时限|期限)|(?:整改|完成|办结)(?:完成)?时间)(?=\d{4}[年.]|\d{1,2}月|立行|立即|长期|持续|即知)/
/** 第二轮省生态环境保护督察反馈问题（第7项）: the label of the problem with the round, the level and its number there. */
const round = /^(?:第?[一二三四五六七八九十\d]{1,3}[轮批]|首轮|(?:19|20)\d\d年度?|中央|国家|[省市县区州](?:委|级)?|自治区)+/
const inspected =
  /^(?:生态环境保护|生态环境|环境保护|环保)?(?:例行)?(?:督察|巡视|巡察|审计|督导|督查)(?:组)?(?:反馈|发现|指出|交办|移交|查出)的?问题$/
const ofInspection = (words: string): FieldKind | null => {
  if (pointedOut.test(words)) return 'problem'
  if (!words.includes('问题')) return null
  const bare = words
    .replace(/（[^（）]{1,8}）$/, '')
    .replace(/“?回头看”?/, '')
    .replace(round, '')
  return inspected.test(bare) ? 'problem' : null
}
/** 反馈意见指出 alone on its line; before a colon it may stand inside a problem (督察指出：…). */
const pointedOut = /^(?:(?:巡[察视]|督察)?反馈(?:意见|问题)?|巡[察视]|督[察查]|审计|检查)指出$/

/** Labels whose words are so common that only a colon or a bracket makes them labels. */
export const common: ReadonlySet<string> = new Set([
  '问题',
  '目标',
  '措施',
  '任务',
  '事项',
  '进展',
  '进度',
  '状态',
  '说明',
  '来源',
  '注',
  '地址',
  '地点',
  '地区',
  '方面',
  '编号',
  '号',
  '序',
  '期限',
  '举措',
  '案例',
  '附件',
  '金额',
  '轮次',
  '批次',
  '领域',
  '投资',
  '电话',
  '牵头',
  '配合',
  '协办',
  '协助',
  '责任',
  '主责',
  '主体责任',
  '完成整改',
  '是否完成',
  '说明',
  '整改',
  '类型',
  '类别',
])

/** Of them, those that part a line of fields: 牵头：甲；配合：乙；时限：丙 */
const shortInline = new Set(['牵头', '配合', '协办', '协助', '责任', '主责', '时限', '期限', '进展'])

const none: ReadonlyMap<string, FieldKind> = new Map()

/** 【完成整改】 with nothing behind it is a state, though a column may be called so. */
const isMarker = (words: string, value: number, end: number): boolean => value >= end && isStatusOnly(words)

/** 本类问题整改时限：, 第1至4项责任单位：: what is told of several items is no field of one. */
const ofSome = new RegExp(`^(?:${someOf})`)

/** 整改目标——收回林地23.6亩: a dash in the colon's place. */
const dashed = /^([\u4e00-\u9fff]{2,12}) ?(?:——|--) ?/

/** The label at `from` in folded text, by the tables and the report's own words, where the line ends at `end`; null where there is none. */
export function labelAt(text: string, from: number, end: number, own: ReadonlyMap<string, FieldKind> = none): Label | null {
  const first = text[from]
  if (first === undefined || from >= end) return null
  if (first === '【' || first === '［' || first === '[' || first === '〔') {
    const close = text.slice(from + 1, Math.min(end, from + longestLabel + 4)).search(/[】］\]〕]/)
    if (close > 0) {
      const words = text.slice(from + 1, from + 1 + close).replace(/：$/, '')
      const field = own.get(words) ?? fieldOf(words)
      if (field) {
        let value = skipBlanks(text, from + close + 2, end)
        if (text.charAt(value) === '：') value = skipBlanks(text, value + 1, end)
        // 【完成整改】责任单位：…: a state before a field
        const marks = isMarker(words, value, end) || (isStatusOnly(words) && labelAt(text, value, end, own)?.form === 'colon')
        return marks ? null : { field, start: from, end: from + close + 2, value, form: 'bracket' }
      }
    }
    return null
  }
  if (first === '（' && text.charAt(end - 1) === '）') {
    // a bracket in a bracket is a slip of the pen; no label stands in more of them, and nothing here may go as deep as a text likes
    if (text.startsWith('（（', from + 1)) return null
    const inner = labelAt(text, from + 1, end - 1, own)
    if (inner?.form === 'colon' && (partyFields.has(inner.field) || inner.field === 'deadline' || inner.field === 'status'))
      return { ...inner, valueEnd: end - 1 }
    return null
  }
  const window = text.slice(from, Math.min(end, from + longestLabel + 20))
  const colon = window.indexOf('：')
  if (colon > 0 && colon <= longestLabel + 16) {
    const words = window.slice(0, colon)
    if (!/[，。；、“（《〔【［]/.test(words.includes('（') ? words.replace(/（[^（）]*）/g, '') : words)) {
      const field = ofSome.test(words) ? null : (own.get(words) ?? fieldOf(words))
      if (field) return { field, start: from, end: from + colon, value: skipBlanks(text, from + colon + 1, end), form: 'colon' }
    }
  }
  const dash = dashed.exec(window)
  const named = dash?.[1] ?? ''
  const byDash = dash && (own.get(named) ?? (common.has(named) ? null : exactFieldOf(named)))
  if (dash && byDash && from + dash[0].length < end)
    return { field: byDash, start: from, end: from + named.length, value: from + dash[0].length, form: 'colon' }
  const rest = text.slice(from, end)
  if (rest.length <= longestLabel) {
    const words = rest.replace(/：$/, '').replace(/(?:如下|情况如下)$/, '')
    const field = own.get(words) ?? (common.has(words) ? null : (exactFieldOf(words) ?? ofInspection(words)))
    if (field) return { field, start: from, end: from + words.length, value: end, form: 'alone' }
  }
  const blank = rest.indexOf(' ')
  if (blank >= 2 && blank <= longestLabel) {
    const words = rest.slice(0, blank)
    const field = own.get(words) ?? (common.has(words) ? null : (exactFieldOf(words) ?? ofParties(words)))
    if (field) return { field, start: from, end: from + blank, value: skipBlanks(text, from + blank, end), form: 'bare' }
  }
  const glued = bareDeadline.exec(window)
  if (glued?.[1])
    return { field: 'deadline', start: from, end: from + glued[1].length, value: from + glued[1].length, form: 'bare' }
  return null
}

/** 牵头督导验收单位: a role that no table holds, and no sentence of its own. */
function ofParties(words: string): FieldKind | null {
  const field = /(?:单位|部门|领导|责任人)$/.test(words) ? fieldOf(words) : null
  return field && partyFields.has(field) ? field : null
}

/** Fields whose common words are labels behind a mark and before a stop: （1）措施。… */
const telling: ReadonlySet<FieldKind> = new Set<FieldKind>(['goal', 'measures', 'progress'])

/** 审计指出仓库管理问题: a problem by its name, and no label of problems (审计指出的主要问题). */
const namesOne = (words: string): boolean =>
  /问题$/.test(words) && exactFieldOf(words) === null && !/(?:的|主要|突出|具体|存在|反馈|指出|发现|查出|移交)问题$/.test(words)

/** （一）问题表现。…: a label whose mark is a stop, behind a numbering mark. */
export function stopLabelAt(text: string, from: number, end: number, stops: ReadonlySet<string>): Label | null {
  const stop = text.slice(from, Math.min(end, from + longestLabel)).indexOf('。')
  if (stop < 2) return null
  const words = text.slice(from, from + stop)
  if (from + stop + 1 >= end) {
    const field = exactFieldOf(words)
    return field && !(common.has(words) && !telling.has(field))
      ? { field, start: from, end: from + stop, value: end, form: 'alone' }
      : null
  }
  // 关于…的问题。 tells one; （五）进度。已完成 has a value that can only be a short field's
  const found = /^(?:关于|针对|对)/.test(words) || namesOne(words) ? null : fieldOf(words)
  const field =
    found &&
    common.has(words) &&
    !telling.has(found) &&
    !stops.has(words) &&
    !(words === '问题' && guanyuProblem.test(text.slice(from + stop + 1, from + stop + 80))) &&
    !(isShortField(found) && end - from - stop <= 30)
      ? null
      : found
  return field && !/[，；、“]/.test(words)
    ? { field, start: from, end: from + stop, value: skipBlanks(text, from + stop + 1, end), form: 'stop' }
    : null
}

/** What the name of a field ends with. */
const isFieldName =
  /^.{2,}(?:时间|日期|时限|期限|情况|意见|结果|结论|状态|类别|类型|来源|领域|编号|名称|方式|级别|标准|金额|地点|电话)$/

const han = '[\\u4e00-\\u9fff]'
const ownMark = '(?:（(?:[一二三四五六七八九十]{1,3}|\\d{1,2})）|\\d{1,2}[.、．]|[一二三四五六七八九十]{1,3}、|[①-⑳])'
/** After a sentence's end: a mark perhaps, words, a colon. */
const inline = new RegExp(`[。；！？，：”）】| ](${ownMark})?(${han}{2,12}(?:（[^（）]{1,12}）)?)：`, 'g')
/** A label with a mark of its own that lost the line end before it: 党委、政府四、责任领导： */
const numbered = new RegExp(`(?<=${han})(${ownMark})(${han}{2,12})：`, 'g')
const inBrackets = new RegExp(`[【［](${han}{2,14})[】］]：?`, 'g')

/**
 * Labels inside a line, after a sentence's end: 整改目标：…。整改措施：…。【整改时限】…
 * None inside brackets: （牵头单位：…；责任单位：…） belongs to its sentence.
 */
export function labelsInside(text: string, from: number, end: number, own: ReadonlyMap<string, FieldKind> = none): Label[] {
  const line = text.slice(from, end)
  const found: Label[] = []
  if (line.indexOf('：', 1) >= 0) {
    withColon(text, from, end, line, own, found)
    withNumber(text, from, end, line, own, found)
  }
  if (line.indexOf('【', 1) >= 0 || line.indexOf('［', 1) >= 0) withBrackets(text, from, end, line, own, found)
  return found.length > 1 ? found.sort((a, b) => a.start - b.start) : found
}

/** Behind a comma a label of a deadline is one where its value opens as a deadline does: 责任单位：甲，完成时限：2024年6月. */
const opensDay = /^ ?(?:\d{4}|\d{1,2}月|“十|年底|立[行即知]|即知|长期|持续|常态)/

function withColon(
  text: string,
  from: number,
  end: number,
  line: string,
  own: ReadonlyMap<string, FieldKind>,
  found: Label[],
): void {
  const isOutside = outsideBrackets(line)
  inline.lastIndex = 0
  for (let match = inline.exec(line); match; match = inline.exec(line)) {
    const words = match[2] ?? ''
    const known =
      own.get(words) ??
      exactFieldOf(words.replace(/（[^（）]*）/g, '')) ??
      // behind other fields of the paragraph a sentence ends and a name of the fields' kind stands: …。推进举措：…
      (found.length >= 2 && words.length >= 4 && /^[。；]/.test(match[0]) ? fieldOf(words) : null)
    // 计划完成时间：…    实际完成时间：…: in a line of fields a name that is not known ends the value before it, too; 罗 佳整改情况： is none
    const unknown =
      match[0].startsWith(' ') &&
      isFieldName.test(words) &&
      line.indexOf('：') < match.index &&
      exactFieldOf(words.slice(1)) === null
    const field = known ?? (unknown ? 'other' : null)
    const comma = match[0].startsWith('，')
    // 措施：1.…: a count that begins behind it makes the most common words a label
    const short =
      (shortInline.has(words) && /[；。）】| ]/.test(match[0][0] ?? '')) ||
      (/[。】]/.test(match[0][0] ?? '') && markAt(text, from + match.index + match[0].length)?.ordinal === 1)
    if (
      !field ||
      field === 'number' ||
      (common.has(words) && !short && !own.has(words)) ||
      (comma && !partyFields.has(field) && !(field === 'deadline' && opensDay.test(line.slice(match.index + match[0].length))))
    ) {
      inline.lastIndex = match.index + 1
      continue
    }
    const cut = match.index + 1
    const at = cut + (match[1]?.length ?? 0)
    if (!isOutside(cut)) continue
    found.push({
      field,
      start: from + at,
      end: from + at + words.length,
      value: skipBlanks(text, from + match.index + match[0].length, end),
      form: 'colon',
      cut: from + cut,
    })
    inline.lastIndex = match.index + match[0].length - 1
  }
}

/** 三、责任部门：县政府四、责任领导：…: the next numbers of the count of labels that the line opens with. */
function withNumber(
  text: string,
  from: number,
  end: number,
  line: string,
  own: ReadonlyMap<string, FieldKind>,
  found: Label[],
): void {
  const first = markAt(text, from)
  if (!first || labelAt(text, first.body, end, own) === null) return
  let last = first.ordinal
  for (const match of line.matchAll(numbered)) {
    const [, printed = '', words = ''] = match
    const mark = markAt(text, from + match.index)
    const field = own.get(words) ?? exactFieldOf(words)
    if (mark?.style !== first.style || mark.ordinal <= last || mark.ordinal > last + 3 || !field || field === 'number') continue
    const start = from + match.index + printed.length
    last = mark.ordinal
    if (found.some((label) => label.start === start)) continue
    const value = skipBlanks(text, start + words.length + 1, end)
    found.push({ field, start, end: start + words.length, value, form: 'colon', cut: from + match.index })
  }
}

/** …。【整改措施】… */
function withBrackets(
  text: string,
  from: number,
  end: number,
  line: string,
  own: ReadonlyMap<string, FieldKind>,
  found: Label[],
): void {
  inBrackets.lastIndex = 1
  let bracketed = false
  for (let match = inBrackets.exec(line); match; match = inBrackets.exec(line)) {
    const words = match[1] ?? ''
    const field = own.get(words) ?? fieldOf(words)
    // where a bracket opens the line or a field before it, a bracket parts the fields
    const parted = line[0] === '【' || bracketed || /[。；！？” ）：】]/.test(line[match.index - 1] ?? '')
    if (!field || field === 'number' || !parted) continue
    const start = from + match.index
    const value = skipBlanks(text, start + match[0].length, end)
    if (isMarker(words, value, end)) continue
    bracketed = true
    found.push({ field, start, end: start + match[0].replace(/：$/, '').length, value, form: 'bracket', cut: start })
  }
}

const opensBracket = unitsOf('（《“〔［')
const closesBracket = unitsOf('）》”〕］')

/** Whether no bracket or title is open at a place of the line; places are asked for in order, so the line is read once. */
export function outsideBrackets(line: string): (at: number) => boolean {
  let depth = 0
  let i = 0
  return (at) => {
    for (; i < at; i++) {
      const code = line.charCodeAt(i)
      if (opensBracket(code)) depth++
      else if (depth > 0 && closesBracket(code)) depth--
    }
    return depth === 0
  }
}

/** Brackets that hold fields: behind a problem, behind a run of measures, as the last line of an item. */
import { isShortField } from '../lexicon/labels.js'
import { type Label, labelAt, labelsInside } from '../tokens/label.js'
import type { Span } from '../tree.js'
import type { RawField } from './raw-item.js'

/** Where the bracket opens that closes at `end`, others inside it left out; −1 where none does. */
function openingOf(folded: string, start: number, end: number): number {
  const [open, close] = folded.charAt(end) === '〕' ? ['〔', '〕'] : ['（', '）']
  let depth = 0
  for (let i = end; i >= start; i--) {
    if (folded[i] === close) depth++
    else if (folded[i] === open && --depth === 0) return i
  }
  return -1
}

/** …。（责任单位：市水务局） at the end of the words: the bracket, and the first label in it. */
function closingBracket(folded: string, start: number, to: number): { open: number; end: number; label: Label } | null {
  let end = to
  while (end > start && /[。；\s]/.test(folded.charAt(end - 1))) end--
  const close = folded.charAt(end - 1)
  if (close === '' || !'）〕'.includes(close)) return null
  // in the words alone: a look over the whole text for each of its lines would take the square of its length
  const open = openingOf(folded, start, end - 1)
  if (open <= start) return null
  const label = labelAt(folded, open + 1, end - 1)
  return label?.form === 'colon' && label.field !== 'problem' && label.field !== 'number' ? { open, end, label } : null
}

/** How many fields the words end with in a bracket, with who answers for them or until when among them; 0 where none is such. */
export function closingFields(folded: string, start: number, end: number): number {
  const bracket = folded.charCodeAt(end - 1) > 0x7f ? closingBracket(folded, start, end) : null
  if (!bracket) return 0
  const inside = [bracket.label, ...labelsInside(folded, bracket.label.value, bracket.end - 1)]
  return inside.some(({ field }) => isShortField(field)) ? inside.length : 0
}

/** What a label in a bracket opens, up to a place; null where it opens nothing. */
function fieldOf(folded: string, { field, start, end, value }: Label, limit: number): RawField | null {
  let to = limit
  while (to > value && /[；，。\s]/.test(folded.charAt(to - 1))) to--
  return to > value ? { field, label: folded.slice(start, end), segments: [[value, to]], row: 0 } : null
}

/** …。（责任单位：市水务局）, …。（整改情况：已更换） at the end of a problem is a field. */
export function takeBracket(folded: string, problem: Span[], fields: RawField[]): void {
  const last = problem.at(-1)
  const bracket = last && closingBracket(folded, ...last)
  if (!last || !bracket) return
  const { open, end, label } = bracket
  // 〔整改时限：…；牵头单位：…〕
  const inside = [label, ...labelsInside(folded, label.value, end - 1)]
  inside.forEach((one, i) => {
    const field = fieldOf(folded, one, inside[i + 1]?.start ?? end - 1)
    if (field) fields.push(field)
  })
  problem[problem.length - 1] = [last[0], open]
}

/** Brackets with a label in them: （责任单位：… */
const labelled = /（[\u4e00-\u9fff]{2,12}：/g

/** 整改措施：一是…；二是…。（牵头单位：…；完成时限：…）: the only bracket, behind the last of a run, belongs to all of it. */
export function takeRunBracket(folded: string, fields: RawField[]): void {
  for (const { field, segments } of [...fields]) {
    const [only] = segments
    if ((field !== 'measures' && field !== 'progress') || !only || segments.length > 1) continue
    const words = folded.slice(...only)
    if (!/^(?:一是|第一，|其一)/.test(words) || !/二是|第二，|其二/.test(words) || words.match(labelled)?.length !== 1) continue
    takeBracket(folded, segments, fields)
  }
}

/** Whether a line opens with a bracket, whose words begin at the place. */
const isInOwnBracket = (folded: string, start: number): boolean =>
  folded.charAt(start - 1) === '（' && folded.charAt(start - 2) === '\n'

/** （牵头单位：…；配合单位：…） as the last line under a problem: the item's own fields, where no other line under it has one. */
export function takeLastBracket(folded: string, body: Span[], fields: RawField[]): void {
  const at = body.findIndex(([start]) => isInOwnBracket(folded, start))
  const [last] = body.slice(-1)
  if (at < 1 || !last || folded.charAt(last[1]) !== '）' || body.slice(at + 1).some(([start]) => isInOwnBracket(folded, start)))
    return
  const told = body.slice(at).map(([start, end]): RawField | null => {
    const label = labelAt(folded, start, end)
    return label?.form === 'colon' && isShortField(label.field) ? fieldOf(folded, label, end) : null
  })
  const whole = told.filter((field) => field !== null)
  if (whole.length < told.length) return
  body.splice(at)
  fields.push(...whole)
}

/**
 * Who and when behind a single action: （责任单位：市财政局；完成时限：2024年6月）, 【牵头：甲】, （甲牵头，乙配合）,
 * and labels in its own line: …。责任单位：甲；完成时限：乙。
 */
import { exactFieldOf, type FieldKind, fieldOf, type PartyRole, partyFields } from '../../lexicon/labels.js'
import { bodyEnding } from '../../lexicon/parties.js'
import { common, labelAt, labelsInside } from '../../tokens/label.js'
import type { Span } from '../../tree.js'
import { isDeadline, isLimit } from '../deadline-limit.js'
import { parseParties } from '../parties.js'
import { roleLists } from '../party-roles.js'

export interface ActionNote {
  field: PartyRole | 'deadline'
  value: Span
}

/** Fields that a single action can have. */
export const isNoteField = (field: FieldKind | null): field is ActionNote['field'] =>
  field !== null && (partyFields.has(field) || field === 'deadline')

const closerOf: Readonly<Record<string, string>> = { '（': '）', '〔': '〕', '【': '】', '［': '］', '[': ']' }

/** The outermost brackets of [start, end), with their marks. */
export function bracketsIn(folded: string, start: number, end: number): Span[] {
  const found: Span[] = []
  let open = -1
  let depth = 0
  let quoted = 0
  for (let i = start; i < end; i++) {
    const code = folded.charCodeAt(i)
    // most characters are words
    if (code >= 0x4e00 && code <= 0x9fff) continue
    const c = folded.charAt(i)
    if (open < 0 && (c === '《' || c === '“')) quoted++
    else if (open < 0 && (c === '》' || c === '”') && quoted > 0) quoted--
    if (quoted > 0) continue
    if (open < 0) {
      if (closerOf[c]) {
        open = i
        depth = 1
      }
    } else if (c === folded[open]) depth++
    else if (c === closerOf[folded[open] ?? ''] && --depth === 0) {
      found.push([open, i + 1])
      open = -1
    }
  }
  return found
}

/** Notes in the words of an action, and where its own words end: before a label in its line. */
export function notesIn(folded: string, start: number, end: number): { notes: ActionNote[]; textEnd: number } {
  const brackets = bracketsIn(folded, start, end)
  const inside = brackets.flatMap((span) => notesOfBracket(folded, span))
  const labels = labelsInside(folded, start, end).filter(({ start: at }) => !brackets.some((b) => b[0] < at && at < b[1] - 1))
  const first = labels.find(({ field }) => isNoteField(field))
  if (!first) return { notes: inside, textEnd: end }
  const own = labelled(
    folded,
    labels.filter((label) => label.start >= first.start),
    end,
  )
  return { notes: [...inside.filter(({ value }) => value[0] < first.start), ...own], textEnd: first.cut ?? first.start }
}

/** The notes of a line that is nothing but labels: 责任单位：甲；完成时限：乙, （责任单位：甲）; none where it is anything else. */
export function notesOfLine(folded: string, start: number, end: number): ActionNote[] {
  const [bracket] = bracketsIn(folded, start, end)
  if (bracket?.[0] === start && /^[。；]?$/.test(folded.slice(bracket[1], end))) return notesOfBracket(folded, bracket)
  const first = labelAt(folded, start, end)
  if (!first || first.form === 'alone' || !isNoteField(first.field)) return []
  return labelled(folded, [first, ...labelsInside(folded, first.value, end)], end)
}

/** The values of labels that stand one behind the other; a value that is no sentence ends where one ends. */
function labelled(
  folded: string,
  labels: readonly { field: FieldKind; start: number; value: number; cut?: number }[],
  end: number,
): ActionNote[] {
  return labels.flatMap(({ field, value }, i) => {
    const next = labels[i + 1]
    const stop = next ? (next.cut ?? next.start) : end
    return isNoteField(field) ? valuesOf(folded, field, value, stop) : []
  })
}

const parting = /[；;，,。、\s]/

/** A value without marks around it; a day behind the bodies is one of its own: 责任单位：甲，2024年6月底前完成. */
function valuesOf(folded: string, field: ActionNote['field'], from: number, to: number): ActionNote[] {
  let [start, end] = [from, to]
  while (end > start && parting.test(folded.charAt(end - 1))) end--
  while (start < end && parting.test(folded.charAt(start))) start++
  if (end <= start) return []
  if (field !== 'deadline') {
    const words = folded.slice(start, end)
    const last = Math.max(words.lastIndexOf('，'), words.lastIndexOf('；'))
    if (last > 0 && isDeadline(words.slice(last + 1)))
      return [...valuesOf(folded, field, start, start + last), { field: 'deadline', value: [start + last + 1, end] }]
  }
  return [{ field, value: [start, end] }]
}

/** A label at a place inside a bracket: behind a colon, or glued to its value (责任单位县水利局). */
function labelInBracket(folded: string, at: number, end: number): { field: FieldKind; value: number } | null {
  const words = folded.slice(at, Math.min(end, at + 30))
  const colon = /^((?:[\u4e00-\u9fff/]|（[^（）：]{1,10}）){2,20})：/.exec(words)
  if (colon?.[1]) {
    const field = fieldOf(colon[1]) ?? exactFieldOf(colon[1])
    return field ? { field, value: at + colon[0].length } : null
  }
  for (let n = Math.min(10, words.length - 1); n >= 3; n--) {
    const word = words.slice(0, n)
    const field = exactFieldOf(word)
    if (!isNoteField(field) || common.has(word)) continue
    const joint = /^(?:为|是|[ ：])/.exec(words.slice(n))?.[0] ?? ''
    return joint || /^(?:[省市县区州各\d]|[立长持])/.test(words.slice(n)) ? { field, value: at + n + joint.length } : null
  }
  return null
}

/** What a bracket says: labelled values, or bodies with what they do. */
function notesOfBracket(folded: string, [open, close]: Span): ActionNote[] {
  const [start, end] = [open + 1, close - 1]
  const labels: { field: FieldKind; start: number; value: number }[] = []
  let depth = 0
  for (let i = start; i < end; i++) {
    const c = folded.charAt(i)
    if (c === '（' || c === '《') depth++
    else if ((c === '）' || c === '》') && depth > 0) depth--
    if (depth > 0 || !(i === start || parting.test(folded.charAt(i - 1)))) continue
    const label = labelInBracket(folded, i, end)
    if (!label) continue
    labels.push({ ...label, start: i })
    i = label.value - 1
  }
  const [first] = labels
  if (!first) return limitOf(folded, start, end) ?? rolesOf(folded, start, end)
  const before =
    first.start > start
      ? (limitOf(folded, start, wordsEnd(folded, start, first.start)) ?? rolesOf(folded, start, first.start))
      : []
  // words before the first label that are no bodies: the bracket is part of the sentence
  if (first.start > start && before.length === 0) return []
  return [...before, ...labelled(folded, labels, end)]
}

/** （2024年6月底前完成）, （县水利局、县财政局；2024年6月底前）: a limit without a label, and the bodies before it. */
function limitOf(folded: string, start: number, end: number): ActionNote[] | null {
  const words = folded.slice(start, end)
  if (isLimit(words)) return valuesOf(folded, 'deadline', start, end)
  const at = Math.max(words.lastIndexOf('；'), words.lastIndexOf('，'))
  if (at <= 0 || words.length > 80 || !isLimit(words.slice(at + 1)) || roleWords.test(words.slice(0, at))) return null
  const { parties, notices } = parseParties(words.slice(0, at), 'responsible_unit')
  if (parties.length === 0 || notices.length > 0 || parties.some(({ name, kind }) => kind === 'unit' && !bodyEnding.test(name)))
    return null
  return [...valuesOf(folded, 'responsible_unit', start, start + at), ...valuesOf(folded, 'deadline', start + at + 1, end)]
}

/** The end of the words of [start, end) without the marks behind them. */
function wordsEnd(folded: string, start: number, end: number): number {
  let at = end
  while (at > start && parting.test(folded.charAt(at - 1))) at--
  return at
}

const roleWords = /牵头|配合|协办|协助|主办|督导|督办|验收|负责/

/** （县水利局牵头，县财政局配合）: every clause tells what its bodies do. */
function rolesOf(folded: string, start: number, end: number): ActionNote[] {
  const words = folded.slice(start, end)
  if (words.length > 80 || !roleWords.test(words) || /[：“”]|了|已|[的地](?=[^方区])/.test(words)) return []
  const notes = valuesOf(folded, 'responsible_unit', start, end)
  const lists = notes.flatMap(({ field, value }) => (field === 'deadline' ? [] : roleLists(folded.slice(...value))))
  return lists.length > 0 && lists.every(({ role }) => role !== null) ? notes : []
}

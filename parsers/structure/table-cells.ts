/** The fields of one cell: of several roles or kinds under one name, and of labels inside it. */

import { namesBodies } from '../fields/cells.js'
import { parseDeadline } from '../fields/deadline.js'
import { isStatusOnly } from '../fields/status.js'
import { roleBefore } from '../lexicon/columns.js'
import { type FieldKind, type PartyRole, partyFields } from '../lexicon/labels.js'
import { bodyEnding } from '../lexicon/parties.js'
import { linesOf } from '../tokens/lines.js'
import type { Span } from '../tree.js'
import { stateSpan } from './cut-fields.js'
import { telling } from './raw-item.js'
import type { Column } from './table-columns.js'

export interface CellField {
  field: FieldKind
  label: string
  segments: Span[]
}

const edges = /[\s；;，,。、／/：]/
/** A span without blanks and marks at its ends. */
function trimmed(folded: string, [start, end]: Span): Span {
  let from = start
  let to = end
  while (from < to && edges.test(folded[from] ?? '')) from++
  while (to > from && edges.test(folded[to - 1] ?? '')) to--
  return [from, to]
}

/** The fields that a cell of this column holds. */
export function fieldsOf(folded: string, column: Column, spans: readonly Span[]): CellField[] {
  const { field, name, roles, kinds } = column
  if (field === null || spans.length === 0) return []
  const plain: CellField[] = [{ field, label: name, segments: [...spans] }]
  const [first] = spans
  const last = spans.at(-1)
  if (!first || !last) return []
  const whole: Span = [first[0], last[1]]
  if (field.endsWith('_unit')) {
    const pair = withOfficial.test(name) && spans.length <= 2 ? unitAndOfficial(folded, whole) : null
    if (pair) return pair.map((part, i) => ({ field: i === 0 ? field : 'responsible_official', label: '', segments: [part] }))
    const labelled = labelledRoles(folded, whole, name)
    if (labelled) return labelled
    if (roles) return byRoles(folded, roles, spans, name)
  }
  if (kinds) return byKinds(folded, kinds, spans, name)
  if (field === 'deadline' && withProgress.test(name))
    return labelledFields(folded, column, spans) ?? byParts(folded, spans, name)
  if (!isLong(field)) return plain
  // （已完成） on a line of its own behind what was done is the state
  const bracketed = field === 'progress' && spans.length > 1 && folded[last[0]] === '（'
  const state = bracketed ? stateSpan(folded, { start: last[0], end: last[1] }) : null
  const told = state ? spans.slice(0, -1) : spans
  const fields = labelledFields(folded, column, told) ?? [{ field, label: name, segments: [...told] }]
  return state ? [...fields, { field: 'status', label: name, segments: [state] }] : fields
}

/** 责任单位/责任人 */
const withOfficial = /单位.{0,2}[／/、及和与](?:责任|负责)?(?:人|领导)/

/** 县粮食局／刀海林, or one below the other: a body and who answers for it, by their places, whatever the name is. */
function unitAndOfficial(folded: string, [start, end]: Span): [Span, Span] | null {
  const [, unit = '', person = ''] = /^([^／/\n]{2,40})[／/\n]([\u4e00-\u9fff·]{2,4})$/.exec(folded.slice(start, end)) ?? []
  if (!bodyEnding.test(unit) || bodyEnding.test(person)) return null
  return [
    [start, start + unit.length],
    [start + unit.length + 1, end],
  ]
}

/** 整改时限及完成情况 */
const withProgress = /(?:时限|期限|时间).{0,3}[及和与、/／](?:整改)?(?:完成|进展|落实|办理)情况/

const isDay = (words: string): boolean => parseDeadline(words, { year: null }).entries.length > 0

/** 2024年6月底前，已完成。已安排2人值守。 as its day, its state and the rest; any other span alone. */
function partsOf(folded: string, [start, end]: Span): Span[] {
  const [whole, day = '', gap = '', state = '', mark = ''] =
    /^([^，；。]{1,24})([，；。])([^，；。]{2,12})(?:([，；。])|$)/.exec(folded.slice(start, end)) ?? []
  if (whole === undefined || !isStatusOnly(state) || !isDay(day)) return [[start, end]]
  const from = start + day.length + gap.length
  const rest: Span = [from + state.length + mark.length, end]
  return [[start, start + day.length], [from, from + state.length], ...(rest[0] < end ? [rest] : [])]
}

/** A day, a state and what was done, a paragraph or a clause each. */
function byParts(folded: string, spans: readonly Span[], name: string): CellField[] {
  const fields = new Map<FieldKind, Span[]>()
  for (const [start, end] of spans.flatMap((whole) => partsOf(folded, whole))) {
    const state = stateSpan(folded, { start, end })
    const opens = !fields.has('deadline') && !fields.has('progress')
    const field = state ? 'status' : opens && isDay(folded.slice(start, end)) ? 'deadline' : 'progress'
    fields.set(field, [...(fields.get(field) ?? []), state ?? [start, end]])
  }
  return [...fields].map(([field, segments]) => ({ field, label: name, segments }))
}

const isLong = (field: FieldKind): boolean => field === 'measures' || field === 'progress' || field === 'goal'

const roleLabel = /(?:^|[；;。，,\s（【［])([\u4e00-\u9fff]{2,8})[】］]?：/g

/** 主办：甲；协办：乙 — null where the cell has fewer than two roles before colons. */
function labelledRoles(folded: string, [start, end]: Span, name: string): CellField[] | null {
  const words = folded.slice(start, end)
  if (!words.includes('：')) return null
  const found: { role: PartyRole; at: number; value: number }[] = []
  for (const match of words.matchAll(roleLabel)) {
    const role = roleBefore(match[1] ?? '')
    if (role) found.push({ role, at: match.index, value: match.index + match[0].length })
  }
  if (found.length < 2 || (found[0]?.at ?? 1) > 0) return null
  // 主办 alone, or beside another responsible unit, does not lead
  if (!found.some(({ role }) => role === 'supporting_unit') && !/牵头/.test(words)) return null
  return found.flatMap(({ role, value }, i): CellField[] => {
    const span = trimmed(folded, [start + value, start + (found[i + 1]?.at ?? words.length)])
    return span[1] > span[0] ? [{ field: role, label: name, segments: [span] }] : []
  })
}

const isList = (words: string): boolean => /[、，,;；\s]/.test(words)

/** 牵头/配合单位: 甲/乙, 甲（乙）, or one line each. */
function byRoles(folded: string, roles: readonly PartyRole[], spans: readonly Span[], name: string): CellField[] {
  const [lead, support] = roles
  const [first] = spans
  if (!lead || !support || !first) return []
  // the column's name has said all: it must not part the words again
  const give = (parts: readonly Span[]): CellField[] =>
    parts.map((part, i) => ({
      field: roles[Math.min(i, roles.length - 1)] ?? support,
      label: '',
      segments: [trimmed(folded, part)],
    }))
  if (spans.length >= 2 && spans.length <= roles.length) return give(spans)
  const words = folded.slice(...first)
  if (spans.length === 1) {
    const bracket = /^([^（）]{2,60})（([^（）]{2,120})）。?$/.exec(words)
    if (bracket?.[1] && bracket[2]?.split(/[、，,;；\s和及]/).some((part) => bodyEnding.test(part))) {
      const inner = first[0] + bracket[1].length + 1
      return give([
        [first[0], inner - 1],
        [inner, inner + bracket[2].length],
      ])
    }
    const cut = words.search(/[／/]/) >= 0 ? words.search(/[／/]/) : words.search(/[；;]/)
    if (cut > 0 && cut < words.length - 1)
      return give([
        [first[0], first[0] + cut],
        [first[0] + cut + 1, first[1]],
      ])
    if (!isList(words)) return give([first])
  }
  // a list that nothing parts: who leads is not said
  return [{ field: 'responsible_unit', label: name, segments: [...spans] }]
}

/** 责任单位及完成时限: each part by what it is. */
function byKinds(folded: string, kinds: readonly FieldKind[], spans: readonly Span[], name: string): CellField[] {
  const parts = spans.flatMap(([start, end]) => {
    const words = folded.slice(start, end)
    return [...words.matchAll(/[^／/；;\s]+/g)].flatMap((match) => beforeDay(start + match.index, match[0]))
  })
  const units = kinds.find((kind) => partyFields.has(kind))
  return parts.flatMap((part): CellField[] => {
    const words = folded.slice(...part)
    const field =
      kinds.includes('status') && isStatusOnly(words)
        ? 'status'
        : kinds.includes('deadline') && parseDeadline(words, { year: null }).entries.length > 0
          ? 'deadline'
          : units
    return field ? [{ field, label: name, segments: [part] }] : []
  })
}

/** 县水利局2024年6月底, 县水利局（2024年6月底）: a body and its day without a mark between them are two parts. */
function beforeDay(start: number, words: string): Span[] {
  const end = start + words.length
  const day = words.search(/[（，,、]?(?:(?:19|20)\d\d[年./-]|\d{1,2}月)/)
  if (day <= 0 || !namesBodies(words.slice(0, day))) return [[start, end]]
  const from = start + day + (/^\d/.test(words.slice(day)) ? 0 : 1)
  return [
    [start, start + day],
    [from, words.charAt(day) === '（' && words.endsWith('）') ? end - 1 : end],
  ]
}

/** 整改目标：…整改措施：… in one cell: each label once; null where the cell has none, or one behind each of its measures. */
function labelledFields(folded: string, column: Column, spans: readonly Span[]): CellField[] | null {
  const lines = spans.flatMap(([start, end]) =>
    linesOf(folded, { start, end, heading: 0, centered: false, bold: false, strong: [], source: null }),
  )
  const labels = lines.flatMap(({ label }) => (label && (label.form === 'colon' || label.form === 'bracket') ? [label] : []))
  const known = labels.filter(({ field }) => telling.has(field))
  if (known.length === 0 || new Set(known.map(({ field }) => field)).size < known.length) return null
  const found: CellField[] = []
  for (const { label, start, end } of lines) {
    if (label && telling.has(label.field))
      found.push({
        field: label.field,
        label: folded.slice(label.start, label.end),
        segments: label.value < end ? [[label.value, end]] : [],
      })
    else if (found.length === 0) found.push({ field: column.field ?? 'other', label: column.name, segments: [[start, end]] })
    else found.at(-1)?.segments.push([start, end])
  }
  return found
}

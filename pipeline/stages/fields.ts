/** fields: the record of each item from the words that structure gave it. */
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import { type ActionReading, parseActions } from '../../parsers/fields/actions.js'
import { parseDeadline } from '../../parsers/fields/deadline.js'
import { kindOf } from '../../parsers/fields/head.js'
import { itemStatus, spanOf } from '../../parsers/fields/item-status.js'
import { isLeader, type PartyRole, parseParties } from '../../parsers/fields/parties.js'
import { isStatusOnly, trailingStatus } from '../../parsers/fields/status.js'
import { type FieldKind, partyFields } from '../../parsers/lexicon/labels.js'
import { isEmptyValue, type RawField, type RawItem } from '../../parsers/structure/raw-item.js'
import type { Span } from '../../parsers/tree.js'
import { fullNameOf } from '../../parsers/values/bodies.js'
import type { Action, Deadline, Item, Party } from '../record.js'
import { need, note, type ReportTree } from '../tree.js'

/** What reading a field needs to know of the document. */
interface Context {
  text: string
  folded: string
  file: VFile
  year: number | null
  region: Parameters<typeof fullNameOf>[1]
  firstLeads: boolean
  /** The opening of a notice of one problem. */
  opening: Span | null
}

export const fields: Plugin<[], ReportTree> = () => (tree, file) => {
  const { text, folded } = need(tree.data.layout, 'layout')
  const head = need(tree.data.head, 'head')
  const raw = need(tree.data.raw, 'raw')
  const context: Context = {
    text,
    folded,
    file,
    year: head.year,
    region: head.region,
    firstLeads: /(?:排在|列在|排名)?(?:首位|第一位|第一)的?(?:单位|部门)?为牵头(?:单位|部门)/.test(folded),
    opening: raw.length === 1 && raw[0] ? [head.title?.span[1] ?? 0, raw[0].span[0]] : null,
  }
  const count = (field: FieldKind) => raw.filter((item) => item.fields.some((f) => f.field === field)).length
  const marked = raw.filter((item) => trailingStatus(joined(text, item.problem)) !== null).length
  const has = {
    measures: count('measures'),
    progress: count('progress'),
    goal: count('goal'),
    deadline: count('deadline'),
    status: count('status') + marked,
  }
  head.kind = kindOf(head.title?.text ?? null, raw.length, has, folded.slice(...head.opening))
  const bodyIs: 'measures' | 'progress' =
    has.progress > 0 && has.measures === 0 ? 'measures' : head.kind === 'progress' ? 'progress' : 'measures'
  tree.data.items = raw.map((item, i) => itemOf(context, item, i + 1, head.kind === 'progress' ? 'progress' : bodyIs))
}

const joined = (text: string, spans: readonly Span[]): string => {
  const [first] = spans
  const last = spans.at(-1)
  return first && last ? text.slice(first[0], last[1]) : ''
}

/** A status field that tells what was done: more than a state and a figure. */
const isProse = ({ label }: RawField, words: string): boolean =>
  /进度|进展|情况/.test(label) && !/是否|销号|验收/.test(label) && words.length >= 8 && !isStatusOnly(words)

const grounded = (text: string, span: Span) => ({ text: text.slice(...span), span })

function itemOf(context: Context, raw: RawItem, seq: number, bodyIs: 'measures' | 'progress'): Item {
  const { text, folded, file } = context
  const whole = spanOf(text, raw.problem) ?? [raw.span[0], raw.span[0]]
  const marker = trailingStatus(folded.slice(...whole))
  const problem = (marker && spanOf(text, [[whole[0], whole[0] + marker.outer[0]]])) ?? whole
  const of = (field: FieldKind) =>
    raw.fields.filter((f) => f.field === field && f.segments.length > 0 && !isEmptyValue(joined(text, f.segments)))
  // 销号标准 is the goal only where none is named so
  const goals = of('goal')
  const goalSpan = spanOf(text, (goals.find((f) => f.label.includes('目标')) ?? goals[0])?.segments ?? [])
  const deadlineFields = of('deadline')
  const named = of('progress')
  // 整改进度：管网已建成3公里。 tells the progress where no other field does
  const prose = named.length + raw.body.length > 0 ? [] : of('status').filter((f) => isProse(f, joined(text, f.segments)))
  const allProgress = [...named, ...prose]
  // 完成情况：已完成 beside 整改进展：… is a status and no progress of its own
  const states = allProgress.filter((f) => isStatusOnly(joined(text, f.segments)))
  const told =
    allProgress.length + raw.body.length > states.length ? allProgress.filter((f) => !states.includes(f)) : allProgress
  const { status, unknown } = itemStatus(folded, {
    problem: whole,
    fields: [...of('status').filter((f) => !prose.includes(f)), ...states, ...prose],
    deadlines: deadlineFields,
    progress: [...told.map((f) => f.segments), ...(bodyIs === 'progress' ? [raw.body] : [])],
    others: of('other').filter((f) => /验收|销号|核查|审核|复查|公示/.test(f.label)),
    categories: raw.categories,
    opening: context.opening,
  })
  const untold = (span: Span) => !prose.some((f) => f.segments[0]?.[0] === span[0])
  for (const span of unknown.filter(untold))
    note(file, 'warning', 'status_unknown', `no known status in: ${text.slice(...span).slice(0, 40)}`, span)
  const parties = partiesOf(
    context,
    raw.fields.filter((f) => partyFields.has(f.field)),
  )
  const categoryPath = raw.categories.map((span) => grounded(text, span))
  return {
    seq,
    label: raw.label ? text.slice(...raw.label).trim() : '',
    span: raw.span,
    category: categoryPath.at(-1) ?? null,
    categoryPath,
    problem: grounded(text, problem),
    goal: goalSpan ? grounded(text, goalSpan) : null,
    targets: [],
    measures: actionsOf(context, raw, of('measures'), bodyIs === 'measures' ? raw.body : []),
    progress: actionsOf(context, raw, told, bodyIs === 'progress' ? raw.body : []),
    parties,
    deadline: deadlineOf(context, deadlineFields),
    status: status && {
      ...grounded(text, status.span),
      code: status.code,
      ongoing: status.ongoing,
      closure: status.closure,
      basis: status.basis,
    },
    quantities: [],
    dates: [],
    references: [],
    places: [],
  }
}

function deadlineOf(context: Context, found: readonly RawField[]): Deadline | null {
  const { text, folded, file, year } = context
  const spans = found.map((f) => spanOf(text, f.segments)).filter((s): s is Span => s !== null)
  const [first] = spans
  if (!first) return null
  const deadline: Deadline = { ...grounded(text, first), entries: [] }
  const seen = new Set<string>()
  for (const span of spans) {
    const words = folded
      .slice(...span)
      .replace(/（([^（）]{2,40})）/g, (bracket, inner: string) =>
        isStatusOnly(inner) && /完成|销号|办结|整改/.test(inner) ? ' '.repeat(bracket.length) : bracket,
      )
    const reading = parseDeadline(words, { year })
    for (const entry of reading.entries) {
      const key = JSON.stringify(entry)
      if (!seen.has(key)) deadline.entries.push(entry)
      seen.add(key)
    }
    for (const { code, message, span: at } of reading.notices)
      note(file, 'warning', code, message, [span[0] + at[0], span[0] + at[1]])
  }
  return deadline
}

function partiesOf(context: Context, found: readonly RawField[]): Party[] {
  const labels = found.map((field) => field.label)
  const parties = found.flatMap(({ field, label, segments }) =>
    partiesIn(context, isLeader(label, labels) ? 'lead_unit' : (field as PartyRole), segments, label),
  )
  const seen = new Set<string>()
  return parties.filter((party) => {
    const key = `${party.role} ${party.name} ${party.scope ?? ''}`
    return !seen.has(key) && seen.add(key)
  })
}

function partiesIn(
  { text, file, region, firstLeads }: Context,
  role: PartyRole,
  segments: readonly Span[],
  label = '',
): Party[] {
  const span = spanOf(text, segments)
  if (!span) return []
  const { parties, notices } = parseParties(text.slice(...span), role, { firstLeads, label })
  for (const { code, message, span: at } of notices) note(file, 'warning', code, message, [span[0] + at[0], span[0] + at[1]])
  return parties.map((party) => ({
    role: party.role,
    kind: party.kind,
    name: party.name.replace(/\s/g, ''),
    fullName: fullNameOf(party.name.replace(/\s/g, ''), region, party.kind),
    title: party.title,
    scope: party.scope,
    span: [span[0] + party.span[0], span[0] + party.span[1]],
  }))
}

function actionsOf(context: Context, raw: RawItem, found: readonly RawField[], body: readonly Span[]): Action[] {
  const actions: Action[] = []
  for (const field of found) {
    const rowFields = raw.fields.filter((f) => f.row === field.row && !f.merged)
    const many = raw.fields.some((f) => f.row > 0)
    for (const action of readActions(context, field.segments)) {
      if (many && action.parties.length === 0)
        action.parties.push(
          ...partiesOf(
            context,
            rowFields.filter((f) => partyFields.has(f.field)),
          ),
        )
      if (many && action.deadline === null)
        action.deadline = deadlineOf(
          context,
          rowFields.filter((f) => f.field === 'deadline'),
        )
      actions.push(action)
    }
  }
  if (body.length > 0) for (const action of readActions(context, body)) actions.push(action)
  return actions
}

const readActions = (context: Context, segments: readonly Span[]): Action[] =>
  parseActions(context.folded, context.text, segments).map((action) => actionOf(context, action))

function actionOf(context: Context, reading: ActionReading): Action {
  const { text } = context
  const parties: Party[] = []
  let deadline: Deadline | null = null
  if (reading.isUnit) parties.push(...partiesIn(context, 'responsible_unit', [trimColon(text, reading.text)]))
  for (const { field, value } of reading.notes) {
    if (field === 'deadline') deadline ??= deadlineOf(context, [{ field, label: '', segments: [value], row: 0 }])
    else if (partyFields.has(field)) parties.push(...partiesIn(context, field as PartyRole, [value]))
  }
  return {
    label: reading.label,
    text: text.slice(...reading.text),
    span: reading.span,
    parties,
    deadline,
    children: reading.children.map((child) => actionOf(context, child)),
  }
}

const trimColon = (text: string, [start, end]: Span): Span => {
  let to = end
  while (to > start && /[：:。\s]/.test(text[to - 1] ?? '')) to--
  return [start, to]
}

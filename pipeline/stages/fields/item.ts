/** The record of one item from the words that structure gave it. */
import { trailingLimit } from '../../../parsers/fields/deadline-limit.js'
import { itemStatus, spanOf } from '../../../parsers/fields/item-status.js'
import { isStatusOnly, trailingStatus } from '../../../parsers/fields/status.js'
import type { FieldKind } from '../../../parsers/lexicon/labels.js'
import { isEmptyValue, type RawField, type RawItem } from '../../../parsers/structure/raw-item.js'
import type { Span } from '../../../parsers/tree.js'
import type { Item } from '../../record.js'
import { note } from '../../tree.js'
import { actionsOf } from './actions.js'
import { type Context, grounded, joined } from './context.js'
import { deadlineOf } from './deadline.js'
import { partiesOf } from './parties.js'

/** What the paragraphs under an item that no label opens tell. */
export type BodyIs = 'measures' | 'progress'

export function itemOf(context: Context, raw: RawItem, seq: number, bodyIs: BodyIs): Item {
  const { text, folded } = context
  const own: RawItem = { ...raw, fields: raw.fields.filter((field) => !field.single) }
  const of = (field: FieldKind) => filled(text, own, field)
  const whole = spanOf(text, raw.problem) ?? [raw.span[0], raw.span[0]]
  const marker = trailingStatus(folded.slice(...whole))
  // （2024年6月底前完成） behind the problem, where no field names a day
  const due = marker || of('deadline').length > 0 ? null : trailingLimit(folded.slice(...whole))
  const outer = (marker ?? due)?.outer
  const problem = (outer && spanOf(text, [[whole[0], whole[0] + outer[0]]])) ?? whole
  // 销号标准 is the goal only where none is named so
  const goals = of('goal')
  const goal = spanOf(text, (goals.find((f) => f.label.includes('目标')) ?? goals[0])?.segments ?? [])
  const progress = progressOf(text, own)
  const status = statusOf(context, own, whole, progress, bodyIs)
  const categoryPath = raw.categories.map((span) => grounded(text, span))
  const bodyOf = (kind: BodyIs): readonly Span[] => (bodyIs === kind ? raw.body : [])
  return {
    seq,
    label: raw.label ? text.slice(...raw.label).trim() : '',
    span: raw.span,
    category: categoryPath.at(-1) ?? null,
    categoryPath,
    problem: grounded(text, problem),
    goal: goal ? grounded(text, goal) : null,
    targets: [],
    measures: actionsOf(context, 'planned', raw, of('measures'), bodyOf('measures')),
    progress: actionsOf(context, 'told', raw, progress.told, bodyOf('progress')),
    parties: partiesOf(context, own.fields),
    deadline: deadlineOf(
      context,
      due ? [[[whole[0] + due.span[0], whole[0] + due.span[1]]]] : of('deadline').map(({ segments }) => segments),
    ),
    status,
    quantities: [],
    dates: [],
    references: [],
    places: [],
  }
}

/** The item's fields of a kind that say something. */
const filled = (text: string, raw: RawItem, field: FieldKind): RawField[] =>
  raw.fields.filter((f) => f.field === field && f.segments.length > 0 && !isEmptyValue(joined(text, f.segments)))

/** A status field that tells what was done: more than a state and a figure. */
const isProse = ({ label }: RawField, words: string): boolean =>
  /进度|进展|情况/.test(label) && !/是否|销号|验收/.test(label) && words.length >= 8 && !isStatusOnly(words)

interface Progress {
  /** Fields that tell what was done. */
  told: RawField[]
  /** Fields of progress that hold nothing but a state. */
  states: RawField[]
  /** Fields of a state that tell what was done. */
  prose: RawField[]
}

function progressOf(text: string, raw: RawItem): Progress {
  const named = filled(text, raw, 'progress')
  // 整改进度：管网已建成3公里。 tells the progress where no other field does
  const prose =
    named.length + raw.body.length > 0 ? [] : filled(text, raw, 'status').filter((f) => isProse(f, joined(text, f.segments)))
  const all = [...named, ...prose]
  // 完成情况：已完成 beside 整改进展：… is a status and no progress of its own
  const states = all.filter((f) => isStatusOnly(joined(text, f.segments)))
  const told = all.length + raw.body.length > states.length ? all.filter((f) => !states.includes(f)) : all
  return { told, states, prose }
}

function statusOf(context: Context, raw: RawItem, problem: Span, progress: Progress, bodyIs: BodyIs): Item['status'] {
  const { text, folded, file } = context
  const { told, states, prose } = progress
  const { status, unknown } = itemStatus(folded, {
    problem,
    fields: [...filled(text, raw, 'status').filter((f) => !prose.includes(f)), ...states, ...prose],
    deadlines: filled(text, raw, 'deadline'),
    progress: [...told.map((f) => f.segments), ...(bodyIs === 'progress' ? [raw.body] : [])],
    others: filled(text, raw, 'other').filter((f) => /验收|销号|核查|审核|复查|公示/.test(f.label)),
    categories: raw.categories,
    opening: context.opening,
    legend: context.legend,
  })
  const untold = (span: Span) => !prose.some((f) => f.segments[0]?.[0] === span[0])
  for (const span of unknown.filter(untold))
    note(file, 'status_unknown', `no known status in: ${text.slice(...span).slice(0, 40)}`, span)
  return (
    status && {
      ...grounded(text, status.span),
      code: status.code,
      ongoing: status.ongoing,
      closure: status.closure,
      basis: status.basis,
    }
  )
}

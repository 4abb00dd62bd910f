/** fields: the record of each item from the words that structure gave it. */
import type { Plugin } from 'unified'
import { kindOf } from '../../parsers/fields/head.js'
import { isStatusOnly, trailingStatus } from '../../parsers/fields/status.js'
import type { FieldKind } from '../../parsers/lexicon/labels.js'
import { tellsFigures } from '../../parsers/structure/prose.js'
import type { RawItem } from '../../parsers/structure/raw-item.js'
import { need, type ReportTree } from '../tree.js'
import { type Context, joined } from './fields/context.js'
import { type BodyIs, itemOf } from './fields/item.js'
import { withOwnFields } from './fields/single.js'

export const fields: Plugin<[], ReportTree> = () => (tree, file) => {
  const { text, folded } = need(tree.data.layout, 'layout')
  const head = need(tree.data.head, 'head')
  const raw = withStates(folded, need(tree.data.raw, 'raw').map(withOwnFields))
  const context: Context = {
    text,
    folded,
    file,
    year: head.year,
    region: head.region,
    opening: raw.length === 1 && raw[0] ? [head.title?.span[1] ?? 0, raw[0].span[0]] : null,
    legend: need(tree.data.legend, 'legend'),
    known: { parties: new Map(), deadlines: new Map() },
    firstLeads: /(?:排在|列在|排名)?(?:首位|第一位|第一)的?(?:单位|部门)?为牵头(?:单位|部门)/.test(folded),
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
  // a list without labels whose words tell what was done is a report
  const bodies = raw.filter((item) => item.body.length > 0)
  const done = bodies.filter((item) => tellsFigures(joined(text, item.body).slice(0, 400))).length
  if (head.kind === 'checklist' && done * 3 >= bodies.length * 2 && done * 2 >= raw.length) head.kind = 'progress'
  const bodyIs: BodyIs = head.kind === 'progress' ? 'progress' : 'measures'
  tree.data.items = raw.map((item, i) => itemOf(context, item, i + 1, bodyIs))
}

/** Labels under which every item has a state and nothing else: 完成情况 is a field of states then, and no progress. */
function withStates(folded: string, items: readonly RawItem[]): RawItem[] {
  const told = new Map<string, { states: number; others: number }>()
  for (const { field, label, segments } of items.flatMap((item) => item.fields)) {
    if (field !== 'progress' || label === '' || segments.length === 0) continue
    const entry = told.get(label) ?? { states: 0, others: 0 }
    if (segments.length === 1 && segments.every((span) => isStatusOnly(folded.slice(...span)))) entry.states++
    else entry.others++
    told.set(label, entry)
  }
  const isState = (label: string): boolean => {
    const { states = 0, others = 0 } = told.get(label) ?? {}
    return states >= 2 && others === 0
  }
  // 整改情况：已落实 beside 是否完成：正在整改 tells what was done
  const hasOwn = ({ fields }: RawItem): boolean => fields.some(({ field }) => field === 'status')
  return items.map((item) =>
    hasOwn(item)
      ? item
      : {
          ...item,
          fields: item.fields.map((field) =>
            field.field === 'progress' && isState(field.label) ? { ...field, field: 'status' } : field,
          ),
        },
  )
}

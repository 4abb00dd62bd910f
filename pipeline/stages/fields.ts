/** fields: the record of each item from the words that structure gave it. */
import type { Plugin } from 'unified'
import { kindOf } from '../../parsers/fields/head.js'
import { trailingStatus } from '../../parsers/fields/status.js'
import type { FieldKind } from '../../parsers/lexicon/labels.js'
import { need, type ReportTree } from '../tree.js'
import { type Context, joined } from './fields/context.js'
import { type BodyIs, itemOf } from './fields/item.js'
import { withOwnFields } from './fields/single.js'

export const fields: Plugin<[], ReportTree> = () => (tree, file) => {
  const { text, folded } = need(tree.data.layout, 'layout')
  const head = need(tree.data.head, 'head')
  const raw = need(tree.data.raw, 'raw').map(withOwnFields)
  const context: Context = {
    text,
    folded,
    file,
    year: head.year,
    region: head.region,
    opening: raw.length === 1 && raw[0] ? [head.title?.span[1] ?? 0, raw[0].span[0]] : null,
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
  const bodyIs: BodyIs = head.kind === 'progress' ? 'progress' : 'measures'
  tree.data.items = raw.map((item, i) => itemOf(context, item, i + 1, bodyIs))
}

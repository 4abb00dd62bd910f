/** reconcile: what the report says of itself against what was extracted. */
import type { Plugin } from 'unified'
import { findDeclared } from '../../parsers/fields/declared.js'
import type { Span } from '../../parsers/tree.js'
import type { DeclaredTotal, Item } from '../record.js'
import { need, note, type ReportTree } from '../tree.js'

export const reconcile: Plugin<[], ReportTree> = () => (tree, file) => {
  const { text, folded } = need(tree.data.layout, 'layout')
  const items = need(tree.data.items, 'items')
  const around = need(tree.data.around, 'around')
  if (items.length === 0) {
    tree.data.declared = []
    return
  }
  const headings = items.flatMap((item) => item.categoryPath.map((c): Span => c.span))
  const hasDeadlines = items.some((item) => item.deadline !== null)
  const hasStatuses = items.some((item) => item.status !== null)
  const places = [
    ...around,
    ...headings.filter(
      (h, i) => headings.findIndex((o) => o[0] === h[0]) === i && !around.some((a) => h[0] >= a[0] && h[1] <= a[1]),
    ),
  ]
  tree.data.declared = findDeclared(folded, places, hasDeadlines, hasStatuses).map(
    ({ measure, declared, span }): DeclaredTotal => {
      const extracted = extractedOf(measure, items)
      const agrees = extracted === null ? null : extracted === declared
      if (agrees === false)
        note(file, 'declared_total_disagrees', `the report says ${declared} (${measure}), ${extracted} were found`, span)
      return { measure, declared, extracted, agrees, text: text.slice(...span), span }
    },
  )
}

/** The count that a measure is checked against; null where the items do not tell. */
function extractedOf(measure: string, items: readonly Item[]): number | null {
  const [kind, value] = measure.split(':')
  if (kind === 'items') return items.length
  if (kind === 'status') {
    const known = items.filter((item) => item.status !== null)
    return known.length === 0 ? null : known.filter((item) => item.status?.code === value).length
  }
  const withDeadline = items.filter((item) => item.deadline !== null && item.deadline.entries.length > 0)
  if (withDeadline.length === 0) return null
  const lastYear = (item: Item) =>
    item.deadline?.entries
      .flatMap((e) => (e.date ? [e.date.slice(0, 4)] : []))
      .sort()
      .at(-1)
  if (value === 'ongoing') return withDeadline.filter((item) => lastYear(item) === undefined).length
  return withDeadline.filter((item) => lastYear(item) === value).length
}

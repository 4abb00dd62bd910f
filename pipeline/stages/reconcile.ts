/** reconcile: what the report says of itself against what was extracted. */
import type { Plugin } from 'unified'
import { findDeclared } from '../../parsers/fields/declared.js'
import { kindWords } from '../../parsers/fields/head.js'
import type { Span } from '../../parsers/tree.js'
import type { DeclaredTotal, Item } from '../record.js'
import { need, note, type ReportTree } from '../tree.js'

export const reconcile: Plugin<[], ReportTree> = () => (tree, file) => {
  const { text, folded } = need(tree.data.layout, 'layout')
  const items = need(tree.data.items, 'items')
  const head = need(tree.data.head, 'head')
  // the list is a picture or stands in another file: the page is no such report
  if (items.length === 0 && tree.data.notices.some(({ code }) => code === 'image_only' || code === 'attachment_link'))
    head.kind = 'unknown'
  const told = kindWords(head.kind, head.title?.text ?? null, folded.slice(...head.opening))
  if (told) head.evidence.push({ of: 'kind', ...told, span: null })
  // what a page says that is no such report is no total of one
  if (items.length === 0 && head.kind === 'unknown') {
    tree.data.declared = []
    return
  }
  const have = {
    hasDeadlines: items.some((item) => item.deadline !== null),
    hasStatuses: items.some((item) => item.status !== null),
  }
  const places = placesOf(need(tree.data.around, 'around'), items)
  tree.data.declared = findDeclared(folded, places, have).map(({ measure, declared, span }): DeclaredTotal => {
    const extracted = extractedOf(measure, items)
    const agrees = extracted === null ? null : extracted === declared
    if (agrees === false)
      note(file, 'declared_total_disagrees', `the report says ${declared} (${measure}), ${extracted} were found`, span)
    return { measure, declared, extracted, agrees, text: text.slice(...span), span }
  })
}

/**
 * Where the report speaks of itself: outside its items, and in the headings over them (已完成整改的问题（6项）). Behind a heading that stands over a part of
 * the items alone it speaks of that part.
 */
function placesOf(around: readonly Span[], items: readonly Item[]): Span[] {
  const over = new Map<number, { span: Span; items: number }>()
  for (const { categoryPath } of items)
    for (const { span } of categoryPath) over.set(span[0], { span, items: (over.get(span[0])?.items ?? 0) + 1 })
  const parts = [...over.values()].filter((heading) => heading.items < items.length).map((heading) => heading.span)
  const own = around.map(([start, end]): Span => {
    const first = parts.find(([a]) => a >= start && a < end)
    return [start, first ? first[0] : end]
  })
  const between = (span: Span) => items.some((item) => item.span[1] <= span[0]) && items.some((item) => item.span[0] >= span[1])
  return [
    ...own.filter((span) => span[1] > span[0] && !between(span)),
    ...[...over.values()]
      .map((heading) => heading.span)
      .filter(([a]) => !own.some((o) => a >= o[0] && a < o[1] && !between(o))),
  ]
}

/** What of an item is counted. */
interface Counted {
  status: { code: string } | null
  deadline: { entries: readonly { date: string | null }[] } | null
}

/** The count that a measure is checked against; null where the items do not tell. */
export function extractedOf(measure: string, items: readonly Counted[]): number | null {
  const [kind, value] = measure.split(':')
  if (items.length === 0) return null
  if (kind === 'items') return items.length
  if (kind === 'status') {
    const known = items.filter((item) => item.status !== null)
    return known.length === 0 ? null : known.filter((item) => item.status?.code === value).length
  }
  const withDeadline = items.filter((item) => item.deadline !== null && item.deadline.entries.length > 0)
  if (withDeadline.length === 0) return null
  const lastYear = (item: Counted) =>
    item.deadline?.entries
      .flatMap((e) => (e.date ? [e.date.slice(0, 4)] : []))
      .sort()
      .at(-1)
  if (value === 'ongoing') return withDeadline.filter((item) => lastYear(item) === undefined).length
  return withDeadline.filter((item) => lastYear(item) === value).length
}

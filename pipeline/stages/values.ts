/** values: figures, dates and references anywhere in an item, and the measurable parts of its goal. */
import type { Plugin } from 'unified'
import type { Span } from '../../parsers/tree.js'
import { findPlaces, regionOf } from '../../parsers/values/regions.js'
import { scanValues } from '../../parsers/values/scan.js'
import { findTargets } from '../../parsers/values/targets.js'
import type { Action, Item } from '../record.js'
import { need, type ReportTree } from '../tree.js'

export const values: Plugin<[], ReportTree> = () => (tree) => {
  const { text } = need(tree.data.layout, 'layout')
  const { year, region } = need(tree.data.head, 'head')
  const context = region ? regionOf(region) : null
  for (const item of need(tree.data.items, 'items')) {
    const shift = ([a, b]: Span, by: number): Span => [a + by, b + by]
    for (const [start, end] of textsOf(item)) {
      const found = scanValues(text.slice(start, end), { year })
      for (const { start: from, end: to, precision, text: words, span, relation } of found.dates)
        item.dates.push({ start: from, end: to, precision, text: words, span: shift(span, start), relation })
      for (const quantity of found.quantities) item.quantities.push({ ...quantity, span: shift(quantity.span, start) })
      for (const reference of found.references) item.references.push({ ...reference, span: shift(reference.span, start) })
      for (const { region: place, span } of findPlaces(text.slice(start, end), context))
        item.places.push({ name: place.fullName, code: place.code, level: place.level, span: shift(span, start) })
    }
    if (item.goal) {
      const [start] = item.goal.span
      item.targets = findTargets(item.goal.text, { year }).map((target) => ({ ...target, span: shift(target.span, start) }))
    }
  }
}

/** The texts of an item, each once, in document order: numbering marks are left out. */
function textsOf(item: Item): Span[] {
  const spans: Span[] = [item.problem.span]
  if (item.goal) spans.push(item.goal.span)
  // 同上 stands in another row
  if (item.deadline && item.deadline.span[0] >= item.span[0] && item.deadline.span[1] <= item.span[1])
    spans.push(item.deadline.span)
  const walk = (action: Action) => {
    const at = action.span[0]
    const start = at + action.label.length
    spans.push([start, Math.max(start, action.children[0]?.span[0] ?? action.span[1])])
    action.children.forEach(walk)
  }
  item.measures.forEach(walk)
  item.progress.forEach(walk)
  return spans.sort((a, b) => a[0] - b[0])
}

/** values: figures, dates and references anywhere in an item, and the measurable parts of its goal. */
import type { Plugin } from 'unified'
import type { Span } from '../../parsers/tree.js'
import { findPlaces, regionOf } from '../../parsers/values/regions.js'
import { scanValues } from '../../parsers/values/scan.js'
import { findTargets } from '../../parsers/values/targets.js'
import type { Action, Item } from '../record.js'
import { need, type ReportTree } from '../tree.js'

export const values: Plugin<[], ReportTree> = () => (tree) => {
  const { text, folded } = need(tree.data.layout, 'layout')
  const { year, region } = need(tree.data.head, 'head')
  const context = region ? regionOf(region) : null
  const shift = ([a, b]: Span, by: number): Span => [a + by, b + by]
  for (const item of need(tree.data.items, 'items')) {
    const { goal } = item
    for (const span of textsOf(item)) {
      const [start, end] = span
      const words = text.slice(start, end)
      const found = scanValues(words, { year }, folded.slice(start, end))
      // The targets are read from the same mentions, unless a reference hides some of them.
      if (goal && span === goal.span) {
        const targets = findTargets(goal.text, { year }, found.references.length === 0 ? found : undefined)
        item.targets = targets.map((target) => ({ ...target, span: shift(target.span, start) }))
      }
      for (const { start: from, end: to, precision, text: printed, span: at, relation } of found.dates)
        item.dates.push({ start: from, end: to, precision, text: printed, span: shift(at, start), relation })
      for (const quantity of found.quantities) {
        quantity.span = shift(quantity.span, start)
        item.quantities.push(quantity)
      }
      for (const { title, number, span: at } of found.references)
        item.references.push({ title, number, span: shift(at, start) })
      for (const { region: place, span: at } of findPlaces(words, context))
        item.places.push({ name: place.fullName, code: place.code, level: place.level, span: shift(at, start) })
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
    // a bracket behind the last child is the parent's
    const last = action.children.at(-1)
    if (last && last.span[1] < action.span[1]) spans.push([last.span[1], action.span[1]])
  }
  item.measures.forEach(walk)
  item.progress.forEach(walk)
  return spans.sort((a, b) => a[0] - b[0])
}

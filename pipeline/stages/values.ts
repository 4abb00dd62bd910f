/** values: figures, dates and references anywhere in an item, and the measurable parts of its goal. */
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import { plausibleYears } from '../../parsers/lexicon/dates.js'
import type { RawItem } from '../../parsers/structure/raw-item.js'
import type { Span } from '../../parsers/tree.js'
import { findYearlessDates } from '../../parsers/values/dates.js'
import { findPlaces, regionOf } from '../../parsers/values/regions.js'
import { scanValues } from '../../parsers/values/scan.js'
import { findTargets } from '../../parsers/values/targets.js'
import type { DateBounds, DateContext, DateMention } from '../../parsers/values/types.js'
import type { Action, Item } from '../record.js'
import { type Head, need, note, type ReportTree } from '../tree.js'

export const values: Plugin<[], ReportTree> = () => (tree, file) => {
  const { text, folded } = need(tree.data.layout, 'layout')
  const head = need(tree.data.head, 'head')
  const raw = need(tree.data.raw, 'raw')
  const region = head.region ? regionOf(head.region) : null
  const shift = ([a, b]: Span, by: number): Span => [a + by, b + by]
  need(tree.data.items, 'items').forEach((item, i) => {
    const { goal } = item
    for (const { span, of } of textsOf(item, raw[i])) {
      const [start, end] = span
      const [words, plain] = [text.slice(start, end), folded.slice(start, end)]
      const context = contextOf(head, item, of)
      const found = scanValues(words, context, plain)
      // The targets are read from the same mentions, unless a reference hides some of them.
      if (goal && span === goal.span) {
        const targets = findTargets(goal.text, context, found.references.length === 0 ? found : undefined)
        item.targets = targets.map((target) => ({ ...target, span: shift(target.span, start) }))
      }
      for (const date of found.dates)
        if (isPlausible(file, date, start)) item.dates.push(mentionOf(date, shift(date.span, start)))
      if (context.year === null) for (const { span: at } of findYearlessDates(words)) noteYearless(file, text, shift(at, start))
      for (const quantity of found.quantities) {
        quantity.span = shift(quantity.span, start)
        item.quantities.push(quantity)
      }
      for (const { title, number, span: at } of found.references)
        item.references.push({ title, number, span: shift(at, start) })
      for (const { region: place, span: at } of findPlaces(words, region, plain))
        item.places.push({ name: place.fullName, code: place.code, level: place.level, span: shift(at, start) })
    }
  })
}

const mentionOf = ({ start, end, precision, text, relation }: DateMention, span: Span): Item['dates'][number] => ({
  start,
  end,
  precision,
  text,
  span,
  relation,
})

/** A misprinted year (2203年) is left out and said. */
function isPlausible(file: VFile, { start, end, text, span }: DateMention, offset: number): boolean {
  const [first, last] = [Number(start.slice(0, 4)), Number(end.slice(0, 4))]
  if (first >= plausibleYears.first && last <= plausibleYears.last) return true
  const at: Span = [span[0] + offset, span[1] + offset]
  note(file, 'date_implausible', `the year of a date cannot be meant: ${text.slice(0, 40)}`, at)
  return false
}

function noteYearless(file: VFile, text: string, span: Span): void {
  note(file, 'date_without_year', `the document does not tell the year of: ${text.slice(...span).slice(0, 40)}`, span)
}

/** The last dated entries of the item's own deadline. */
const deadlineDays = (item: Item): string[] => (item.deadline?.entries ?? []).flatMap(({ date }) => (date ? [date] : [])).sort()

/** What dates without a year go by: the document's year; in what is planned the item's own deadline, in what is told the day of the report. */
function contextOf({ year, asOf }: Head, item: Item, of: DateBounds['of']): DateContext {
  if (of === 'told') return { year, bounds: asOf ? { of, earliest: null, latest: asOf.end } : null }
  const days = deadlineDays(item)
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return { year }
  const due = Number(first.slice(0, 4))
  // a single year of the deadline is the measures' too where the document tells none
  const own = year ?? (due === Number(last.slice(0, 4)) ? due : null)
  const earliest = own !== null && own <= Number(last.slice(0, 4)) ? `${own}-01-01` : null
  return { year: own, bounds: { of, earliest, latest: last } }
}

interface ItemText {
  span: Span
  of: DateBounds['of']
}

/** The texts of an item, each once, in document order: numbering marks are left out. */
function textsOf(item: Item, raw: RawItem | undefined): ItemText[] {
  const texts: ItemText[] = [{ span: item.problem.span, of: 'told' }]
  if (item.goal) texts.push({ span: item.goal.span, of: 'planned' })
  const walk = (action: Action, of: DateBounds['of']) => {
    const at = action.span[0]
    const start = at + action.label.length
    texts.push({ span: [start, Math.max(start, action.children[0]?.span[0] ?? action.span[1])], of })
    for (const child of action.children) walk(child, of)
    // a bracket behind the last child is the parent's
    const last = action.children.at(-1)
    if (last && last.span[1] < action.span[1]) texts.push({ span: [last.span[1], action.span[1]], of })
  }
  for (const action of item.measures) walk(action, 'planned')
  for (const action of item.progress) walk(action, 'told')
  // a measure's own labels are read with it
  const add = (span: Span, of: DateBounds['of']) => {
    if (!texts.some((text) => overlaps(text.span, span))) texts.push({ span, of })
  }
  for (const span of deadlineSpans(item, raw)) add(span, 'planned')
  for (const span of otherSpans(item, raw)) add(span, 'told')
  return texts.sort((a, b) => a.span[0] - b.span[0])
}

const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1]

/** What a notice says of itself: 公示期, 监督电话, 任务编号. */
const ofTheNotice = /公示|公开|电话|联系|监督|邮箱|邮编|地址|编号|序号|备注/

/** Fields that are neither action nor party: 验收意见, 完成率. */
function otherSpans(item: Item, raw: RawItem | undefined): Span[] {
  return (raw?.fields ?? []).flatMap(({ field, label, segments }) =>
    (field === 'other' || field === 'status') && !ofTheNotice.test(label)
      ? segments.filter(([start, end]) => start >= item.span[0] && end <= item.span[1])
      : [],
  )
}

/** The deadline fields of all rows of an item. 同上 stands in another item's row and is none of its words. */
function deadlineSpans(item: Item, raw: RawItem | undefined): Span[] {
  const own = item.deadline?.span
  const inside = ([start, end]: Span): boolean => start >= item.span[0] && end <= item.span[1]
  const rows = (raw?.fields ?? []).flatMap(({ field, segments }) => {
    const [first, last] = [segments[0], segments.at(-1)]
    return field === 'deadline' && first && last ? [[first[0], last[1]] satisfies Span as Span] : []
  })
  const spans = [...(own ? [own] : []), ...rows.filter(([start, end]) => !own || end <= own[0] || start >= own[1])]
  return spans.filter(inside).filter(([start], i, all) => all.findIndex((other) => other[0] === start) === i)
}

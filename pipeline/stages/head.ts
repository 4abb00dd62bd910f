/** head: title, programme, region, the document's own year and the day it reports. */
import type { Plugin } from 'unified'
import { findAsOf, findProgramme, findTitle } from '../../parsers/fields/head.js'
import { detectRegion } from '../../parsers/fields/region.js'
import type { Span } from '../../parsers/tree.js'
import { findDates } from '../../parsers/values/dates.js'
import { need, note, type ReportTree } from '../tree.js'

/** How much of the text before the first item counts as the opening. */
const opening = 4000

export const head: Plugin<[], ReportTree> = () => (tree, file) => {
  const layout = need(tree.data.layout, 'layout')
  const around = need(tree.data.around, 'around')
  const { text, folded } = layout
  const title = findTitle(layout, need(tree.data.lines, 'lines'), tree.data.meta?.title ?? null)
  const before: Span = [title?.span[1] ?? 0, Math.min(opening + (title?.span[1] ?? 0), text.length)]
  const year = ownYear(text, before, tree.data.meta?.published ?? null)
  const programme = findProgramme(layout, title, before)
  const { region, diagnostics } = detectRegion({
    title: title?.text ?? tree.data.meta?.title ?? null,
    issuer: null,
    opening: text.slice(before[0], before[1]),
    text,
  })
  for (const { code, message } of diagnostics) note(file, code, message, null)
  const heading: Span[] = title ? [title.span] : []
  const asOf = findAsOf({ text, folded }, [...heading, ...around.filter(([a]) => a < before[1])], year)
  tree.data.head = {
    title,
    kind: 'unknown',
    programme,
    region,
    asOf: asOf ? { start: asOf.start, end: asOf.end, precision: asOf.precision, text: asOf.text, span: asOf.span } : null,
    year,
  }
}

/** The year the document was written in: its signature's, its page's, or that of the last day its opening names. */
function ownYear(text: string, before: Span, published: string | null): number | null {
  const tail = findDates(text.slice(Math.max(before[1], text.length - 400)), { year: null }).filter(
    (d) => d.precision === 'day',
  )
  const signed = tail.at(-1)
  if (signed && text.length - (Math.max(before[1], text.length - 400) + signed.span[1]) < 60)
    return Number(signed.start.slice(0, 4))
  const printed = /(?:19|20)\d\d/.exec(published ?? '')
  if (printed) return Number(printed[0])
  const days = findDates(text.slice(...before), { year: null }).filter((d) => d.precision === 'day')
  const years = days.map((d) => Number(d.start.slice(0, 4)))
  return years.length > 0 ? years.reduce((a, b) => Math.max(a, b)) : null
}

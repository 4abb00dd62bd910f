/** The report's text with every grounded word marked: a link to its record, and the place that the record links to. */
import type { Report } from '../../pipeline/record.js'
import type { Words } from '../words/index.js'
import { type Html, html, type Piece } from './html.js'
import { type Grounded, type Line, linesOf, type Part, type Run, valueKinds } from './parts.js'

const isValue = (part: Part): boolean => (valueKinds as readonly string[]).includes(part.kind)
const rank = { info: 0, warning: 1, error: 2 } as const

const shortest = (parts: readonly Part[]): Part | undefined =>
  parts.reduce<Part | undefined>(
    (best, one) => (best === undefined || one.span[1] - one.span[0] <= best.span[1] - best.span[0] ? one : best),
    undefined,
  )

/** One run: inside parts a link to the record of the innermost, and its colours those of the innermost field and value. */
function runOf({ text, begins, parts, diagnostics }: Run): Piece {
  const anchors = begins.map((id) => html`<i id="w${id}"></i>`)
  const worst = [...diagnostics].sort((a, b) => rank[b.severity] - rank[a.severity])[0]
  const told = diagnostics.map(({ code, message }) => `${code}: ${message}`).join('\n')
  const inner = shortest(parts)
  const doubt = worst ? `d-${worst.severity}` : null
  if (!inner) return [anchors, worst ? html`<span class="${doubt}" title="${told}">${text}</span>` : text]
  const field = shortest(parts.filter((part) => !isValue(part)))
  const value = shortest(parts.filter(isValue))
  const classes = [field && `k-${field.kind}`, value && 'v', value && `k-${value.kind}`, doubt].filter(Boolean).join(' ')
  const all = parts.map(({ id }) => id).join(' ')
  const title = worst ? html` title="${told}"` : null
  return html`${anchors}<a class="${classes}" href="#r${inner.id}" data-p="${all}" tabindex="-1"${title}>${text}</a>`
}

/** The number of an item, beside the line that it begins, or in it where it begins in the middle. */
const numberOf = ({ item }: Run, at: number): Html | null =>
  item === null ? null : html`<a class="no${at > 0 ? ' within' : null}" id="w${item}" href="#i${item}">${item}</a>`

function lineOf({ runs }: Line): Html | null {
  const [first] = runs
  if (!first) return null
  return html`<p${first.item === null ? null : html` class="starts"`}>${runs.map((run, at) => [numberOf(run, at), runOf(run)])}</p>`
}

/** The whole text; Chinese, whatever the language of the page. */
export const markedText = (report: Report, { parts }: Grounded): Html =>
  html`<div class="text" lang="zh-CN">${linesOf(report, parts).map(lineOf)}</div>`

/** What the colours mean. */
export function legend(words: Words): Html {
  const { fields } = words
  const rows: [kind: string, name: string][] = [
    ['k-category', fields.category],
    ['k-problem', fields.problem],
    ['k-goal', fields.goal],
    ['k-measure', fields.measures],
    ['k-progress', fields.progress],
    ['k-party', fields.parties],
    ['k-deadline', fields.deadline],
    ['k-status', fields.status],
    ['k-declared', fields.declared],
    ['v k-quantity', fields.quantities],
    ['v k-date', fields.dates],
    ['v k-reference', fields.references],
    ['v k-place', fields.places],
    ['d-warning', fields.diagnostics],
  ]
  return html`<ul class="legend" aria-label="${words.report.legend}">${rows.map(
    ([kind, name]) => html`<li><span class="${kind}">${name}</span></li>`,
  )}</ul>`
}

/** A report's page: what is uncertain first, the records on one side, the text with its words marked on the other. */
import type { DiagnosticCode } from '../../parsers/diagnostics.js'
import type { DeclaredTotal, Diagnostic, Report, StatusCode } from '../../pipeline/record.js'
import type { Lang, Words } from '../words/index.js'
import { type Html, html, type Piece } from './html.js'
import { diagnosticLine, itemRecord, type Known, type View } from './item.js'
import { legend, markedText } from './marks.js'
import { groundedParts } from './parts.js'

export interface ReportPage {
  report: Report
  lang: Lang
  words: Words
  /** What the ledger knows of an item beyond the record; null for a file that is in no ledger. */
  known?: (seq: number) => Known | null
  /** Links about the whole report: downloads, versions. */
  links?: Html | null
  /** It is no longer what its source holds. */
  earlier?: boolean
}

/** `status:completed`, `deadline:2024` in words. */
export function measureText(measure: string, words: Words): string {
  const [what = '', which = ''] = measure.split(':')
  if (what === 'status') return words.statuses[which as StatusCode] ?? which
  if (what === 'deadline') return which === 'ongoing' ? words.report.deadlineOngoing : words.report.deadlineIn(which)
  return words.report.measureItems
}

const verdict = ({ agrees }: DeclaredTotal, { report }: Words): Html =>
  agrees === null
    ? html`<span class="sev">${report.unchecked}</span>`
    : agrees
      ? html`<span class="sev ok">${report.agrees}</span>`
      : html`<span class="sev d-error">${report.disagrees}</span>`

const totalLine = (total: DeclaredTotal, view: View): Html => {
  const id = view.grounded.idOf(total)
  const text = html`<span lang="zh-CN">${total.text}</span>`
  return html`${measureText(total.measure, view.words)} <b>${view.words.report.declaredFound(total.declared, total.extracted)}</b> ${verdict(total, view.words)} ${
    id === undefined ? text : html`<a class="p k-declared" id="r${id}" href="${view.toWords(id)}">${text}</a>`
  }`
}

const place = ({ item }: Diagnostic, { words }: View): Html | null =>
  item === null ? null : html`<a href="#i${item}">${words.report.item(item)}</a>`

/** What a person should look at before all else. */
function uncertain({ document, items, declared, diagnostics }: Report, view: View): Html {
  const { words } = view
  const { reading } = document
  const wrong = declared.filter(({ agrees }) => agrees === false)
  // Totals that disagree are told with their figures.
  const told = (code: string) => wrong.length > 0 && code === ('declared_total_disagrees' satisfies DiagnosticCode)
  const doubts = diagnostics.filter(({ severity, code }) => severity !== 'info' && !told(code))
  const notes = diagnostics.filter(({ severity, item }) => severity === 'info' && item === null)
  const sure = reading === null ? null : html`<p>${words.report.reading(Math.round(reading.certainty * 100))}</p>`
  const quiet = doubts.length === 0 && wrong.length === 0 && items.length > 0
  return html`<section class="uncertain${quiet ? ' quiet' : ''}" aria-labelledby="uncertain"><h2 id="uncertain">${words.report.uncertain}</h2>
${items.length === 0 ? html`<p><b>${words.report.noItems}</b></p>` : null}${quiet ? html`<p>${words.report.nothingUncertain}</p>` : null}${sure}
${wrong.length > 0 ? html`<ul>${wrong.map((total) => html`<li>${totalLine(total, view)}</li>`)}</ul>` : null}
${doubts.length > 0 ? html`<ul class="diagnostics">${doubts.map((one) => html`<li>${diagnosticLine(one, view, place(one, view))}</li>`)}</ul>` : null}
${
  notes.length > 0
    ? html`<details><summary>${words.report.notes(notes.length)}</summary><ul class="diagnostics">${notes.map((one) => html`<li>${diagnosticLine(one, view)}</li>`)}</ul></details>`
    : null
}</section>`
}

function head({ document, items, declared }: Report, view: View): Html {
  const { words, grounded, toWords } = view
  const { programme, region, asOf } = document
  const linked = (node: object, text: Piece): Piece => {
    const id = grounded.idOf(node)
    return id === undefined ? text : html`<a class="p k-head" id="r${id}" href="${toWords(id)}">${text}</a>`
  }
  const rows: [name: string, value: Piece][] = [
    [words.fields.kind, words.kinds[document.kind]],
    [
      words.fields.programme,
      programme &&
        html`${words.programmes[programme.type]}${programme.round ? ` · ${words.report.round(programme.round)}` : null}${
          programme.lookBack ? ` · ${words.report.lookBack}` : null
        } <span lang="zh-CN">${linked(programme, programme.text)}</span>`,
    ],
    [
      words.fields.region,
      region && html`<span lang="zh-CN">${region.name}</span>${region.code ? html` <small>${region.code}</small>` : null}`,
    ],
    [
      words.fields.asOf,
      asOf &&
        html`<time datetime="${asOf.end}">${asOf.start === asOf.end ? asOf.end : `${asOf.start} – ${asOf.end}`}</time> <span lang="zh-CN">${linked(asOf, asOf.text)}</span>`,
    ],
    [words.fields.items, String(items.length)],
    [
      words.fields.source,
      html`<span class="source">${document.source}</span> <small>${document.format}${document.encoding ? `, ${document.encoding}` : null}</small>`,
    ],
  ]
  const right = declared.filter(({ agrees }) => agrees !== false)
  return html`<dl class="facts head">${rows.map(([name, value]) => (value ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : null))}${
    right.length > 0
      ? html`<div><dt>${words.fields.declared}</dt><dd><ul>${right.map((total) => html`<li>${totalLine(total, view)}</li>`)}</ul></dd></div>`
      : null
  }</dl>`
}

/** What stands between the page's head and foot. */
export function reportBody({ report, lang, words, known = () => null, links = null, earlier = false }: ReportPage): Html {
  const grounded = groundedParts(report)
  const view: View = { words, lang, grounded, known, toWords: (id) => `#w${id}` }
  const byItem = new Map<number, Diagnostic[]>()
  for (const one of report.diagnostics) if (one.item !== null) byItem.set(one.item, [...(byItem.get(one.item) ?? []), one])
  return html`<div class="report"><section class="records" aria-labelledby="title" tabindex="0">
<h1 id="title" lang="zh-CN">${report.document.title ?? words.report.untitled}</h1>
${earlier ? html`<p class="earlier">${words.report.earlierVersion}</p>` : null}${links}
${head(report, view)}
${uncertain(report, view)}
${report.items.map((item) => itemRecord(item, byItem.get(item.seq) ?? [], view))}
</section><section class="words" aria-labelledby="words" tabindex="0"><h2 id="words">${words.report.text}</h2>${legend(words)}${markedText(report, grounded)}</section></div>`
}

export const reportTitle = (report: Report, words: Words): string => report.document.title ?? words.report.untitled

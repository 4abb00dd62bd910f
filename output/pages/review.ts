/** What a person should look at, with forms to decide where that is allowed. */
import { statusCodes } from '../../pipeline/record.js'
import type { Some } from '../store/review.js'
import type { Disagreement, ItemSummary, LedgerCorrection, LedgerDiagnostic, LinkSummary } from '../store/index.js'
import { correctionFields } from '../store/types.js'
import { type Html, html } from './html.js'
import { correctionLines, diagnosticLine } from './item.js'
import type { Site } from './paths.js'
import { linkLine } from './problem.js'
import { type ReportRow, reportTable } from './tables.js'

/** What forms need: where they go, and the token that shows that they are ours. Null: pages are for reading. */
export interface Forms {
  action: (what: 'link' | 'correct' | 'note' | 'drop') => string
  token: string
  /** Who decided last, to be filled in. */
  by: string
}

const hidden = (forms: Forms, back: string, values: Readonly<Record<string, string>>): Html =>
  html`<input type="hidden" name="token" value="${forms.token}"><input type="hidden" name="back" value="${back}">${Object.entries(
    values,
  ).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`

export function linkForm(link: LinkSummary, forms: Forms, back: string, { words }: Site): Html {
  const id = `l${link.link}`
  return html`<form method="post" action="${forms.action('link')}">${hidden(forms, back, { link: String(link.link) })}
<label for="${id}-by"><span>${words.review.by}</span><input id="${id}-by" name="by" required maxlength="100" value="${forms.by}"></label><label for="${id}-why"><span>${words.review.why}</span><input id="${id}-why" name="why" maxlength="400"></label>
<button name="verdict" value="confirmed">${words.review.confirm}</button> <button name="verdict" value="rejected">${words.review.reject}</button></form>`
}

/** To take a correction back. */
export const dropForm = ({ correction }: LedgerCorrection, forms: Forms, back: string, { words }: Site): Html =>
  html`<form method="post" action="${forms.action('drop')}">${hidden(forms, back, { correction: String(correction) })}<button class="quiet">${words.review.drop}</button></form>`

/** To correct a field of an item, and to keep a remark. */
export function itemForms(summary: ItemSummary, forms: Forms, back: string, { words }: Site): Html {
  const { review, correctionFields: names, problem } = words
  const who = (id: string) =>
    html`<label for="${id}-by"><span>${review.by}</span><input id="${id}-by" name="by" required maxlength="100" value="${forms.by}"></label>`
  return html`<section class="forms" aria-labelledby="h-correct"><h2 id="h-correct">${problem.correct}</h2>
<form method="post" action="${forms.action('correct')}">${hidden(forms, back, { item: summary.key })}<label for="c-field"><span>${review.field}</span><select id="c-field" name="field">${correctionFields
    .filter((field) => field !== 'note')
    .map((field) => html`<option value="${field}">${names[field]}</option>`)}</select></label>
<label for="c-value"><span>${review.value}</span><input id="c-value" name="value" list="codes" maxlength="4000" aria-describedby="c-help"></label><datalist id="codes">${[
    ...statusCodes,
    'submitted',
    'closed',
  ].map(
    (code) =>
      html`<option value="${words.statuses[code as keyof typeof words.statuses] ?? words.closures[code as keyof typeof words.closures]}">${code}</option>`,
  )}</datalist>
<label for="c-why"><span>${review.why}</span><input id="c-why" name="why" required maxlength="400"></label>${who('c')}<button>${review.correct}</button><p id="c-help"><small>${review.valueHelp}</small></p></form>
<form method="post" action="${forms.action('note')}">${hidden(forms, back, { item: summary.key })}<label for="n-value" class="long"><span>${problem.note}</span><input id="n-value" name="value" required maxlength="4000"></label>${who('n')}<button>${review.note}</button></form></section>`
}

/** The first of each kind, with how many there are. */
export interface ReviewPage {
  readings: Some<ReportRow>
  links: Some<LinkSummary>
  totals: Some<Disagreement>
  diagnostics: Some<LedgerDiagnostic>
  doubts: readonly LedgerCorrection[]
  /** Titles of the reports by their keys. */
  titles: ReadonlyMap<string, string | null>
  /** Something was done just now. */
  done: boolean
}

export function reviewBody(page: ReviewPage, site: Site, forms: Forms | null): Html {
  const { words, paths, lang } = site
  const { review } = words
  const none = html`<p><small>${review.nothing}</small></p>`
  const of = ({ rows, all }: Some<unknown>) => html` <small>${rows.length < all ? review.shown(rows.length, all) : all}</small>`
  return html`<h1>${review.title}</h1><p>${review.about}</p>${page.done ? html`<p class="done" role="status">${review.done}</p>` : null}${forms === null ? html`<p><small>${review.readOnly}</small></p>` : null}
<section id="readings" aria-labelledby="h-readings"><h2 id="h-readings">${review.readings}${of(page.readings)}</h2>${page.readings.all > 0 ? reportTable(page.readings.rows, site, review.readings) : none}</section>
<section id="links" aria-labelledby="h-links"><h2 id="h-links">${review.links}${of(page.links)}</h2>${
    page.links.all > 0
      ? html`<ul class="links-to-decide">${page.links.rows.map((link) => linkLine(link, site, forms && linkForm(link, forms, `${paths.review}#links`, site)))}</ul>`
      : none
  }</section>
<section id="totals" aria-labelledby="h-totals"><h2 id="h-totals">${review.totals}${of(page.totals)}</h2>${
    page.totals.all > 0
      ? html`<ul class="diagnostics">${page.totals.rows.map(
          (total) =>
            html`<li><a href="${paths.report(total.report)}" lang="zh-CN">${page.titles.get(total.report) ?? total.source}</a> <b>${words.report.declaredFound(total.declared, total.extracted)}</b> <span lang="zh-CN">${total.text}</span></li>`,
        )}</ul>`
      : none
  }</section>
<section id="doubts" aria-labelledby="h-doubts"><h2 id="h-doubts">${review.doubts} <small>${page.doubts.length}</small></h2>${
    page.doubts.length > 0
      ? html`<ul class="diagnostics">${page.doubts.map(
          (one) =>
            html`<li>${one.inDoubt.map((key) => html`<a href="${paths.problem(key, null)}">${key}</a> `)}${correctionLines([one], one.inDoubt[0] ?? '', words, (correction) => forms && dropForm(correction, forms, `${paths.review}#doubts`, site))}</li>`,
        )}</ul>`
      : none
  }</section>
<section id="diagnostics" aria-labelledby="h-diagnostics"><h2 id="h-diagnostics">${review.diagnostics}${of(page.diagnostics)}</h2>${
    page.diagnostics.all > 0
      ? html`<ul class="diagnostics">${page.diagnostics.rows.map(
          (one) =>
            html`<li>${diagnosticLine(one, { words, lang }, one.report === null ? html`<span class="source">${one.source}</span>` : html`<a href="${paths.report(one.report, one.item ?? undefined)}">${page.titles.get(one.report) ?? one.source}${one.item ? `#${one.item}` : null}</a>`)}</li>`,
        )}</ul>`
      : none
  }</section>`
}

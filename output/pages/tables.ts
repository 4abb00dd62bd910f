/** Tables of problems and of reports, which every list shares. On a narrow screen a row is a card. */
import type { ItemSummary, ReportSummary, SearchHit } from '../store/index.js'
import { type Standing, sumOf } from '../store/tallies.js'
import type { Words } from '../words/index.js'
import { type Html, html, joined, type Piece } from './html.js'
import { statePill, statusPill } from './item.js'
import type { Site } from './paths.js'

export interface ItemRow extends ItemSummary {
  /** Title of its report. */
  title: string | null
  hit?: Pick<SearchHit, 'field' | 'snippet' | 'marks'>
}

export interface ItemTableOptions {
  /** State and day of the problem, by its newest report, in the place of the item's own. */
  problems?: boolean
  /** What stands behind the day: how late it is. */
  note?: (row: ItemRow) => Piece
  caption: string
}

/** The excerpt with what was found marked. */
function snippet({ snippet: text, marks }: Pick<SearchHit, 'snippet' | 'marks'>): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const [from, to] of marks) {
    pieces.push(text.slice(at, from), html`<mark>${text.slice(from, to)}</mark>`)
    at = to
  }
  pieces.push(text.slice(at))
  return pieces
}

export const unitLinks = (names: readonly string[], { paths }: Site): Piece =>
  names.length === 0
    ? '—'
    : joined(
        names.map((name) => html`<a href="${paths.unit(name)}">${name}</a>`),
        '、',
      )

const flags = ({ corrected, inDoubt, notes }: ItemSummary, { report, correctionFields }: Words): Piece => [
  corrected.length > 0 ? html` <span class="pill corrected">${report.corrected}</span>` : null,
  inDoubt.length > 0 ? html` <span class="sev d-warning">${report.inDoubt}</span>` : null,
  notes.length > 0 ? html` <span class="pill" title="${notes.join('\n')}">${correctionFields.note}</span>` : null,
]

function itemRow(row: ItemRow, site: Site, { problems = false, note }: ItemTableOptions): Html {
  const { words, paths } = site
  const { fields } = words
  const due = problems ? row.problemDue : row.due
  const state = problems
    ? statePill(words, row.problemState)
    : html`${statusPill(words, row.status, row.closure)}${row.doneLater ? html` ${statePill(words, 'done')}` : null}`
  const units = row.leadUnits.length > 0 ? row.leadUnits : row.responsibleUnits
  const hit =
    row.hit && row.hit.field !== 'problem'
      ? html`<p class="hit"><small>${words.searchFields[row.hit.field]}</small> ${snippet(row.hit)}</p>`
      : null
  const problem = row.hit?.field === 'problem' ? snippet(row.hit) : row.problem
  return html`<tr><td data-label="${fields.problem}" class="main" lang="zh-CN"><a href="${paths.problem(row.key, row.thread)}">${row.label.trim() ? html`<span class="label">${row.label.trim()}</span> ` : null}${problem}</a>${hit}${flags(row, words)}</td>
<td data-label="${fields.state}">${state}</td>
<td data-label="${fields.due}" class="num${due || row.deadline ? '' : ' nothing'}">${due ? html`<time datetime="${due}">${due}</time>` : html`<small lang="zh-CN">${row.deadline ?? '—'}</small>`}${note ? html` <br><small>${note(row)}</small>` : null}</td>
<td data-label="${fields.unit}" class="units${units.length > 0 ? '' : ' nothing'}" lang="zh-CN">${unitLinks(units, site)}</td>
<td data-label="${fields.report}" class="of" lang="zh-CN"><a href="${paths.report(row.report, row.seq)}" title="${row.title}">${row.title ?? row.source}</a>${row.region ? html` <br><small>${row.region}</small>` : null}</td></tr>`
}

export const itemTable = (rows: readonly ItemRow[], site: Site, options: ItemTableOptions): Html => {
  const { fields } = site.words
  const heads = [fields.problem, fields.state, fields.due, fields.unit, fields.report]
  return html`<table class="cards items"><caption class="unseen">${options.caption}</caption><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => itemRow(row, site, options))}</tbody></table>`
}

export interface ReportRow extends ReportSummary {
  certainty: number | null
}

export function reportTable(rows: readonly ReportRow[], { words, paths }: Site, caption: string): Html {
  const { fields, reports } = words
  const heads = [
    fields.title,
    fields.kind,
    fields.programme,
    fields.asOf,
    fields.items,
    reports.done,
    reports.disagree,
    reports.certainty,
  ]
  const fact = (label: string, kind: string, value: Piece): Html =>
    html`<td data-label="${label}" class="${kind}${value === null ? ' nothing' : ''}">${value ?? '—'}</td>`
  const totals = ({ disagree, checked }: ReportRow['declared']): Html | null =>
    disagree > 0
      ? html`<span class="sev d-error">${disagree}</span>`
      : checked > 0
        ? html`<span class="sev ok">${checked}</span>`
        : null
  return html`<table class="cards"><caption class="unseen">${caption}</caption><thead><tr>${heads.map((head, at) => html`<th scope="col"${at > 3 ? html` class="num"` : null}>${head}</th>`)}</tr></thead><tbody>${rows.map(
    (
      row,
    ) => html`<tr><td data-label="${fields.title}" class="main" lang="zh-CN"><a href="${paths.report(row.key)}">${row.title ?? row.source}</a>${row.region ? html` <br><small>${row.region.name}</small>` : null}</td>
${fact(fields.kind, 'word', words.kinds[row.kind])}${fact(fields.programme, 'word', row.programme && words.programmes[row.programme])}
${fact(fields.asOf, 'num', row.asOf)}${fact(fields.items, 'num', row.items)}${fact(reports.done, 'num', row.statuses.completed)}
${fact(reports.disagree, 'num', totals(row.declared))}${fact(reports.certainty, 'num', row.certainty === null ? null : `${Math.round(row.certainty * 100)} %`)}</tr>`,
  )}</tbody></table>`
}

export interface StandingRow {
  name: Piece
  standing: Standing
  next?: string | null
}

/** Problems by a name: how many, in which state. */
export function standingTable(rows: readonly StandingRow[], title: string, { words }: Site, caption = title): Html {
  const { units, states } = words
  const withNext = rows.some(({ next }) => next !== undefined)
  return html`<table class="standing${withNext ? ' dated' : ''}"><caption class="unseen">${caption}</caption><thead><tr><th scope="col">${title}</th><th scope="col" class="num">${units.all}</th><th scope="col" class="num">${states.done}</th><th scope="col" class="num">${states.open}</th><th scope="col" class="num">${states.unknown}</th>${
    withNext ? html`<th scope="col" class="num">${units.next}</th>` : null
  }</tr></thead><tbody>${rows.map(
    ({ name, standing, next }) =>
      html`<tr><th scope="row" lang="zh-CN">${name}</th><td class="num">${sumOf(standing)}</td><td class="num">${standing.done}</td><td class="num">${standing.open}</td><td class="num">${standing.unknown}</td>${
        withNext ? html`<td class="num">${next ?? '—'}</td>` : null
      }</tr>`,
  )}</tbody></table>`
}

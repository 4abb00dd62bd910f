/** A problem's page: what became of it, and what each report says of it, the newest first. */
import type { Item } from '../../pipeline/record.js'
import type { History, HistoryEntry, ItemSummary, LedgerCorrection, LinkSummary } from '../store/index.js'
import { type Html, html, joined, type Piece } from './html.js'
import { correctionLines, itemRecord, statePill, statusPill } from './item.js'
import { groundedParts } from './parts.js'
import type { Site } from './paths.js'
import { ruleText } from './rules.js'
import type { Report } from '../../pipeline/record.js'

export interface ProblemPage {
  history: History
  summary: ItemSummary
  /** The record of the item and its report, for the whole account. */
  report: Report
  item: Item
  corrections: readonly LedgerCorrection[]
  links: readonly LinkSummary[]
  /** Forms to correct and to note, where that is allowed. */
  forms?: Html | null
  /** To take a correction back. */
  drop?: (correction: LedgerCorrection) => Html | null
  /** What is to be decided about a link. */
  decide?: (link: LinkSummary) => Html | null
}

/** From this length on, in characters, a problem is too long for a heading's large letters. */
const LONG = 90

const seqOf = (key: string): number => Number(key.split('#')[1] ?? 0)
const reportOf = (key: string): string => key.split('#')[0] ?? ''

function entry(one: HistoryEntry & { own: boolean }, current: string, statement: string, { words, paths }: Site): Html {
  const { fields, problem } = words
  const rows: [name: string, value: Piece][] = [
    // What stands over the page is not said again.
    [fields.problem, one.problem === statement ? null : one.problem],
    [fields.status, one.statusText],
    [fields.deadline, one.deadline],
    [words.roles.lead_unit, one.leadUnits.length > 0 ? one.leadUnits.join('、') : null],
    [
      fields.progress,
      one.progress.length > 0 ? html`<ul class="tree">${one.progress.map((text) => html`<li>${text}</li>`)}</ul>` : null,
    ],
  ]
  const day = one.day
    ? html`<time datetime="${one.day}">${one.day}</time> <small>${one.dayOf ? words.daysOf[one.dayOf] : null}</small>`
    : html`<small>${problem.noDay}</small>`
  return html`<li${one.key === current ? html` class="current"` : null}><h3>${day} ${statusPill(words, one.status, one.closure)}${one.own ? null : html` <span class="pill">${problem.whole}</span>`}</h3>
<p lang="zh-CN"><a href="${paths.report(reportOf(one.key), seqOf(one.key))}">${one.title ?? one.source}</a> <small>${words.kinds[one.kind]}${one.region ? ` · ${one.region}` : null}</small></p>
<dl class="facts" lang="zh-CN">${rows.map(([name, value]) => (value === null ? null : html`<div><dt lang="${words.htmlLang}">${name}</dt><dd>${value}</dd></div>`))}</dl></li>`
}

function contradiction(one: History['contradictions'][number], { words, paths }: Site): Html {
  const where = html`<small>${joined(
    [one.earlier, one.later].map((key) => html`<a href="${paths.report(reportOf(key), seqOf(key))}">${key}</a>`),
    ' → ',
  )}</small>`
  return one.code === 'reopened'
    ? html`<li>${words.problem.reopened} ${where}</li>`
    : html`<li>${words.problem.moved(one.from, one.to, one.days)} ${where}</li>`
}

export function problemBody(page: ProblemPage, site: Site): Html {
  const { words, paths, lang } = site
  const { history, summary, report, item } = page
  const { problem } = words
  const by = (key: string | null): Html | null =>
    key === null || key === history.key
      ? null
      : html` <small>${problem.by('')}<a href="${paths.report(reportOf(key), seqOf(key))}">${key}</a></small>`
  const view = {
    words,
    lang,
    grounded: groundedParts(report),
    toWords: (id: string) => `${paths.report(summary.report)}#w${id}`,
    known: () => ({ summary, corrections: [], problem: null }),
  }
  const diagnostics = report.diagnostics.filter((one) => one.item === item.seq)
  const links = page.links.filter(({ state }) => state === 'suggested')
  return html`<p class="trail"><a href="${paths.items()}">${words.nav.items}</a> › <code>${summary.key}</code></p>
<h1 class="statement${summary.problem.length > LONG ? ' long' : ''}" lang="zh-CN">${summary.problem}</h1>
<dl class="facts head"><div><dt>${problem.state}</dt><dd>${statePill(words, history.state)}${by(history.stateBy)}</dd></div>
<div><dt>${problem.dueNow}</dt><dd>${history.due ?? '—'}${by(history.dueBy)}</dd></div>
<div><dt>${words.fields.region}</dt><dd lang="zh-CN">${summary.region ?? '—'}</dd></div>
<div><dt>${words.fields.report}</dt><dd lang="zh-CN"><a href="${paths.report(summary.report, summary.seq)}">${report.document.title ?? summary.source}</a></dd></div></dl>
${history.contradictions.length > 0 ? html`<ul class="uncertain">${history.contradictions.map((one) => contradiction(one, site))}</ul>` : null}
${page.corrections.length > 0 ? html`<section aria-labelledby="corrections"><h2 id="corrections">${problem.corrections}</h2>${correctionLines(page.corrections, summary.key, words, page.drop)}</section>` : null}
<section aria-labelledby="history"><h2 id="history">${problem.history}</h2><ol class="history">${[...history.entries].reverse().map((one) => entry(one, history.key, summary.problem, site))}</ol></section>
${
  links.length > 0
    ? html`<section aria-labelledby="links"><h2 id="links">${problem.links}</h2><ul class="links-to-decide">${links.map((link) => linkLine(link, site, page.decide?.(link) ?? null))}</ul></section>`
    : null
}
<section aria-labelledby="record"><h2 id="record">${problem.record}</h2>${itemRecord(item, diagnostics, view)}</section>${page.forms}`
}

/** Two problems that may be one. */
export function linkLine(link: LinkSummary, { words, paths, lang }: Site, form: Html | null): Html {
  const side = (key: string, problem: string, region: string | null, source: string): Html =>
    html`<div lang="zh-CN"><p>${problem}</p><p><small><a href="${paths.report(reportOf(key), seqOf(key))}">${key}</a> ${region ?? ''} ${source}</small></p></div>`
  return html`<li id="link-${link.link}"><p><b>${words.review.certainty(Math.round(link.certainty * 100))}</b> <small>${words.bonds[link.bond]} · ${words.relations[link.relation]} · ${link.why.map((rule) => ruleText(rule, lang)).join('; ')}</small></p>
<div class="two">${side(link.item, link.problem, link.region, link.source)}${side(link.other, link.otherProblem, link.otherRegion, link.otherSource)}</div>${form}</li>`
}

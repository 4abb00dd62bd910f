/** The list of problems: what it is narrowed by, how many there are of each kind, and the rows. */
import { byCode } from '../../parsers/values/regions.js'
import { provinceOf } from './overview.js'
import type { ReportFacts, Tally } from '../store/tallies.js'
import type { UnknownName } from '../store/index.js'
import { type Html, html, type Piece } from './html.js'
import type { Query, Site } from './paths.js'
import { type ItemRow, itemTable } from './tables.js'
import type { Words } from '../words/index.js'
import { say } from '../words/say.js'

export interface Facet {
  /** The option that it narrows by. */
  name: string
  title: string
  values: { value: string; label: string; count: number; on: boolean }[]
}

const MOST = 12

const asList = (value: string | readonly string[] | undefined): string[] =>
  value === undefined ? [] : [value].flat().filter(Boolean)

/** How many items answer to each value, most first; what is chosen always stands among them. */
function facet(
  name: string,
  title: string,
  counts: Map<string, number>,
  label: (value: string) => string,
  query: Query,
  byValue = false,
): Facet {
  const chosen = asList(query[name])
  for (const value of chosen) if (!counts.has(value)) counts.set(value, 0)
  const all = [...counts]
    .sort(([a, n], [b, m]) => (byValue ? (a < b ? 1 : -1) : m - n || (a < b ? -1 : 1)))
    .map(([value, count]) => ({ value, label: label(value), count, on: chosen.includes(value) }))
  return { name, title, values: all.filter(({ on }, at) => at < MOST || on) }
}

export function facetsOf(
  all: readonly Tally[],
  facts: ReadonlyMap<number, ReportFacts>,
  query: Query,
  { words }: Pick<Site, 'words'>,
): Facet[] {
  const { fields } = words
  const sum = (
    each: (one: Tally, report: ReportFacts) => readonly (readonly [string | null, number])[],
  ): Map<string, number> => {
    const counts = new Map<string, number>()
    for (const one of all) {
      const report = facts.get(one.report)
      for (const [value, n] of report ? each(one, report) : [])
        if (value !== null && n > 0) counts.set(value, (counts.get(value) ?? 0) + n)
    }
    return counts
  }
  const count = (of: (report: ReportFacts) => string | null) => sum((one, report) => [[of(report), one.count]])
  const named = (names: Readonly<Record<string, string>>) => (value: string) => names[value] ?? value
  return [
    facet(
      'status',
      fields.status,
      sum(({ statuses }) => Object.entries(statuses)),
      named(words.statuses),
      query,
    ),
    facet(
      'closure',
      fields.closure,
      sum(({ closures }) => Object.entries(closures)),
      named(words.closures),
      query,
    ),
    facet(
      'programme',
      fields.programme,
      count(({ programme }) => programme),
      named(words.programmes),
      query,
    ),
    facet(
      'year',
      fields.year,
      count(({ year }) => year),
      (value) => value,
      query,
      true,
    ),
    facet('region', fields.region, count(provinceOf), (value) => byCode(value)?.fullName ?? value, query),
    facet(
      'kind',
      fields.kind,
      count(({ kind }) => kind),
      named(words.kinds),
      query,
    ),
  ].filter(({ values }) => values.length > 0)
}

export interface ListPage {
  query: Query
  facets: readonly Facet[]
  rows: readonly ItemRow[]
  total: number
  page: number
  perPage: number
  unknown: readonly UnknownName[]
  /** What of the question cannot be meant, in words. */
  wrong: readonly Wrong[]
}

/** A filter that cannot be meant: its name (empty where the question as a whole is wrong), and why not, in English. */
export interface Wrong {
  name: string
  why: string
}

/** A filter's name in words; one that there is not stays as it was typed. */
function filterName(name: string, { list, fields, due, states }: Words): string {
  const { kind, region, programme, year, status, closure, unit, report } = fields
  const names: Readonly<Record<string, string>> = {
    ...{ kind, region, programme, year, status, closure, unit, report, ...list.names },
    ...{ q: list.words, text: list.words, 'due-from': list.dueFrom, 'due-to': list.dueTo, sort: list.sort, open: states.open },
    ...{ 'as-of': due.asOf, within: due.within },
  }
  return names[name] ?? name
}

export const wrongLines = (wrong: readonly Wrong[], { words, lang }: Pick<Site, 'words' | 'lang'>): Html[] =>
  wrong.map(({ name, why }) => {
    const told = [words.list.badFilter, name && filterName(name, words), say(why, lang)].filter(Boolean)
    return html`<p>${told.join(lang === 'zh' ? '：' : ': ')}</p>`
  })

/** The question with one thing otherwise; the page begins anew. */
const changed = (query: Query, change: Readonly<Record<string, string | readonly string[] | undefined>>): Query =>
  Object.fromEntries(
    Object.entries({ ...query, page: undefined, ...change }).flatMap(([name, value]): [string, string[]][] => {
      const values = asList(value)
      return values.length === 0 ? [] : [[name, values]]
    }),
  )

const toggled = (query: Query, name: string, value: string): Query => {
  const chosen = asList(query[name])
  return changed(query, { [name]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value] })
}

function facetList({ name, title, values }: Facet, query: Query, { words, paths }: Site): Html {
  return html`<div class="facet"><h3>${title}</h3><ul>${values.map(
    ({ value, label, count, on }) =>
      html`<li><a href="${paths.items(toggled(query, name, value))}"${on ? html` class="on" aria-label="${words.list.remove(label)}"` : null} rel="nofollow"><span>${on ? '✕ ' : null}${label}</span> <small>${count.toLocaleString('en')}</small></a></li>`,
  )}</ul></div>`
}

const field = (id: string, label: string, input: Html): Html => html`<label for="f-${id}"><span>${label}</span>${input}</label>`
const textField = (id: string, label: string, query: Query, type = 'text'): Html =>
  field(
    id,
    label,
    html`<input id="f-${id}" name="${id}" type="${type}" value="${asList(query[id]).join('、')}"${type === 'text' || type === 'search' ? html` maxlength="400"` : null}>`,
  )

/** Options that have a field of their own; the others go along as they are. */
const fielded = new Set(['q', 'region', 'unit', 'due-from', 'due-to', 'sort', 'open', 'page'])

function filterForm(query: Query, { words, paths }: Site): Html {
  const { list, fields, states } = words
  const sort = asList(query.sort)[0] ?? ''
  const kept = Object.entries(query).flatMap(([name, value]) =>
    fielded.has(name) ? [] : asList(value).map((one) => [name, one] as const),
  )
  return html`<form class="filters" method="get" action="${paths.items()}" role="search">${textField('q', list.words, query, 'search')}${textField('region', fields.region, query)}${textField('unit', fields.unit, query)}${textField('due-from', list.dueFrom, query, 'date')}${textField('due-to', list.dueTo, query, 'date')}
${field('sort', list.sort, html`<select id="f-sort" name="sort"><option value="">${asList(query.q).length > 0 ? list.best : list.sorts.report}</option>${Object.entries(list.sorts).map(([value, label]) => (value === 'report' ? null : html`<option value="${value}"${value === sort ? html` selected` : null}>${label}</option>`))}</select>`)}
<label class="check"><input type="checkbox" name="open" value="1"${asList(query.open).length > 0 ? html` checked` : null}> <span>${states.open}</span></label>
${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button type="submit">${list.apply}</button>${Object.keys(query).length > 0 ? html` <a class="clear" href="${paths.items()}">${list.clear}</a>` : null}</form>`
}

function pager({ query, total, page, perPage }: ListPage, { words, paths }: Site): Html | null {
  const pages = Math.ceil(total / perPage)
  if (pages < 2) return null
  const link = (to: number, text: string, rel: string): Piece =>
    to < 1 || to > pages
      ? null
      : html`<a rel="${rel}" href="${paths.items(changed(query, { page: to === 1 ? undefined : String(to) }))}">${text}</a>`
  return html`<nav class="pages" aria-label="${words.list.page(page, pages)}">${link(page - 1, words.list.previous, 'prev')} <span>${words.list.page(page, pages)}</span> ${link(page + 1, words.list.next, 'next')}</nav>`
}

function unknownLines({ unknown, wrong, query }: ListPage, site: Site): Html | null {
  const { words, paths } = site
  if (unknown.length === 0 && wrong.length === 0) return null
  const names = { report: words.fields.report, region: words.fields.region, unit: words.fields.unit }
  return html`<div class="uncertain" role="status">${wrongLines(wrong, site)}${unknown.map(
    ({ what, name, like }) =>
      html`<p>${words.list.unknownName(names[what], name)}${
        like.length > 0
          ? html` ${words.list.didYouMean} ${like.map((one) => html`<a href="${paths.items(changed(query, { [what]: one }))}">${one}</a> `)}`
          : null
      }</p>`,
  )}</div>`
}

export function listBody(page: ListPage, site: Site, download: ((format: string, query: Query) => string) | null): Html {
  const { words } = site
  const { query, rows, total } = page
  return html`<h1>${words.list.title}</h1>${filterForm(query, site)}${unknownLines(page, site)}
<div class="listing"><aside aria-label="${words.list.filters}">${page.facets.map((one) => facetList(one, query, site))}</aside>
<section aria-labelledby="found"><h2 id="found">${words.list.found(total)}</h2>${
    download && total > 0
      ? html`<p class="links">${words.list.download}: ${['csv', 'xlsx', 'json'].map((format) => html`<a href="${download(format, changed(query, {}))}" download>${format.toUpperCase()}</a> `)}</p>`
      : null
  }${rows.length > 0 ? itemTable(rows, site, { caption: words.list.title }) : html`<p>${words.list.none}</p>`}${pager(page, site)}</section></div>`
}

/**
 * The search of a site: its data, its page, and the script that runs there. The index is made in the browser from the data, by characters in
 * pairs, so that Chinese is found without a dictionary; it works from disk too, where nothing can be fetched.
 */
import { type Html, html } from '../pages/html.js'
import type { Site } from '../pages/paths.js'
import type { ItemSummary } from '../store/index.js'
import type { ReportFacts } from '../store/tallies.js'

/** What the script reads: rows without names, to be small. */
export interface SearchData {
  /** Key, title, region, programme, year, kind. */
  reports: (readonly [string, string | null, string | null, string | null, string | null, string])[]
  /** Number of the report in `reports`, of the item in it, label, problem, units, status, state, day, whether it has its own page. */
  items: (readonly [number, number, string, string, string, string | null, string, string | null, 0 | 1])[]
  words: Record<string, unknown>
}

export function searchData(
  items: readonly ItemSummary[],
  facts: ReadonlyMap<number, ReportFacts>,
  hasPage: (key: string) => boolean,
  { words }: Pick<Site, 'words'>,
): SearchData {
  const reports = [...facts.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  const place = new Map(reports.map(({ key }, at) => [key, at]))
  const units = (one: ItemSummary) => (one.leadUnits.length > 0 ? one.leadUnits : one.responsibleUnits).join('、')
  return {
    reports: reports.map(({ key, title, region, programme, year, kind }) => [key, title, region, programme, year, kind]),
    items: items.map((one) => [
      place.get(one.report) ?? 0,
      one.seq,
      one.label.trim(),
      one.problem,
      units(one),
      one.status,
      one.problemState,
      one.problemDue,
      hasPage(one.key) ? 1 : 0,
    ]),
    words: {
      found: words.site.found,
      more: words.site.more,
      none: words.list.none,
      statuses: words.statuses,
      states: words.states,
    },
  }
}

/** A script, for a page from disk may run one and may not fetch. What would end the script is written otherwise. */
export const dataScript = (data: SearchData): string =>
  `window.TAIZHANG = ${JSON.stringify(data)
    .replace(/</g, '\\u003c')
    .replace(/[\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`)}\n`

const select = (name: string, title: string, any: string, values: readonly (readonly [string, string])[]): Html =>
  html`<label for="f-${name}"><span>${title}</span><select id="f-${name}" name="${name}"><option value="">${any}</option>${values.map(
    ([value, label]) => html`<option value="${value}">${label}</option>`,
  )}</select></label>`

export function searchBody(data: SearchData, { words }: Site): Html {
  const { site, fields, list } = words
  const used = (at: 3 | 4) => [...new Set(data.reports.map((row) => row[at]).filter((value) => value !== null))].sort()
  const named = (names: Readonly<Record<string, string>>) => (value: string) => [value, names[value] ?? value] as const
  return html`<h1>${site.search}</h1><p><small>${site.searchAbout}</small></p><noscript><p>${site.noScript}</p></noscript>
<form class="filters" id="search" role="search"><label for="f-q"><span>${list.words}</span><input id="f-q" name="q" type="search" placeholder="${site.placeholder}" maxlength="200"></label><label for="f-region"><span>${fields.region}</span><input id="f-region" name="region" maxlength="60"></label>
${select('status', fields.status, list.any, Object.keys(words.statuses).map(named(words.statuses)))}${select('programme', fields.programme, list.any, used(3).map(named(words.programmes)))}${select(
  'year',
  fields.year,
  list.any,
  used(4).map((value) => [value, value] as const),
)}
<label class="check"><input type="checkbox" name="open" value="1"> <span>${words.states.open}</span></label><button>${words.nav.search}</button></form>
<h2 id="count" aria-live="polite"></h2><ul id="results"></ul>`
}

/** Runs in the browser. Everything goes into the page as text. */
export const searchScript = `(() => {
  const { reports, items, words } = window.TAIZHANG
  const MOST = 200
  const fold = (text) => text.normalize('NFKC').toLowerCase()
  // Characters in pairs, a single one by itself; words of letters and digits whole.
  const tokenize = (text) => {
    const found = []
    for (const [run] of fold(text).matchAll(/[\\p{Script=Han}]+|[\\p{L}\\p{N}.]+/gu)) {
      if (!/\\p{Script=Han}/u.test(run)) { found.push(run); continue }
      const letters = [...run]
      if (letters.length === 1) found.push(run)
      for (let i = 0; i + 1 < letters.length; i++) found.push(letters[i] + letters[i + 1])
    }
    return found
  }
  const textOf = (row) => [row[3], row[4], reports[row[0]][2] ?? '', reports[row[0]][1] ?? '']
  let index = null
  const makeIndex = () => {
    if (index) return index
    index = new MiniSearch({ fields: ['p', 'u', 'r', 't'], tokenize, processTerm: (term) => term, searchOptions: { combineWith: 'AND', boost: { p: 4, u: 2 }, prefix: (term) => /[a-z0-9]$/.test(term) || [...term].length === 1 } })
    index.addAll(items.map((row, id) => { const [p, u, r, t] = textOf(row); return { id, p, u, r, t } }))
    return index
  }
  const form = document.getElementById('search')
  const list = document.getElementById('results')
  const count = document.getElementById('count')
  const asked = () => new URLSearchParams(location.hash.slice(1))
  const has = (value, wanted) => wanted.length === 0 || wanted.includes(value)
  const narrowed = (row, q) => {
    const [, , region, programme, year, kind] = reports[row[0]]
    return has(row[5] ?? 'none', q.getAll('status').filter(Boolean)) && has(programme, q.getAll('programme').filter(Boolean)) && has(year, q.getAll('year').filter(Boolean)) &&
      has(kind, q.getAll('kind').filter(Boolean)) && (!q.get('open') || row[6] === 'open') && q.getAll('region').filter(Boolean).every((one) => (region ?? '').includes(one)) &&
      q.getAll('unit').filter(Boolean).every((one) => row[4].includes(one))
  }
  const found = (q) => {
    const terms = fold(q.get('q') ?? '').split(/\\s+/).filter(Boolean)
    const rows = terms.length === 0 ? items : makeIndex().search(terms.join(' ')).map(({ id }) => items[id])
    // Pairs that stand apart are no word: what is shown holds each word whole.
    return { terms, rows: rows.filter((row) => narrowed(row, q) && terms.every((term) => textOf(row).some((text) => fold(text).includes(term)))) }
  }
  const element = (name, className, ...children) => {
    const made = document.createElement(name)
    if (className) made.className = className
    made.append(...children)
    return made
  }
  const marked = (text, terms) => {
    const folded = fold(text)
    if (folded.length !== text.length || terms.length === 0) return [text]
    const at = terms.flatMap((term) => { const all = []; for (let i = folded.indexOf(term); i >= 0; i = folded.indexOf(term, i + term.length)) all.push([i, i + term.length]); return all }).sort((a, b) => a[0] - b[0] || b[1] - a[1])
    const pieces = []
    let end = 0
    for (const [from, to] of at) if (from >= end) { pieces.push(text.slice(end, from), element('mark', '', text.slice(from, to))); end = to }
    return [...pieces, text.slice(end)]
  }
  const result = (row, terms) => {
    const [key, title, region] = reports[row[0]]
    const link = element('a', '', row[2] ? row[2] + ' ' : '', ...marked(row[3], terms))
    link.href = row[8] ? 'problem/' + key + '-' + row[1] + '.html' : 'report/' + key + '.html#i' + row[1]
    const report = element('a', '', title ?? key)
    report.href = 'report/' + key + '.html#i' + row[1]
    const problem = element('p', 'main', link)
    const told = element('p', '', element('span', 'pill s-' + (row[5] ?? 'none'), words.statuses[row[5] ?? 'none']), ' ', element('span', 'pill st-' + row[6], words.states[row[6]]), ' ', row[7] ?? '', ' ', ...marked(row[4], terms))
    const where = element('p', '', element('small', '', region ?? '', ' '), report)
    for (const one of [problem, told, where]) one.lang = 'zh-CN'
    return element('li', '', problem, told, where)
  }
  const show = () => {
    const q = asked()
    for (const field of form.elements) if (field.name) { if (field.type === 'checkbox') field.checked = q.get(field.name) === field.value; else field.value = q.get(field.name) ?? '' }
    const { terms, rows } = found(q)
    count.textContent = rows.length === 0 ? words.none : rows.length.toLocaleString('en') + ' ' + words.found
    list.replaceChildren(...rows.slice(0, MOST).map((row) => result(row, terms)), ...(rows.length > MOST ? [element('li', '', words.more)] : []))
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const q = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''))
    const hash = '#' + q
    if (location.hash === hash) show()
    else location.hash = hash
  })
  addEventListener('hashchange', show)
  show()
})()
`

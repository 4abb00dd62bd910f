/** Where reports came from: each source with its versions, and what failed. */
import type { Ledger } from '../store/index.js'
import { type Html, html } from './html.js'
import type { Site } from './paths.js'

export interface SourceLine {
  name: string
  versions: { version: number; key: string; title: string | null; current: boolean }[]
}
export interface SourcePage {
  sources: SourceLine[]
  failures: { source: string; codes: string[] }[]
}

export function sourcePage(ledger: Ledger): SourcePage {
  const byName = new Map<string, SourceLine>()
  for (const { source, name, version, key, title, current } of ledger.query(
    `SELECT s.source, s.name, v.version, r.key, r.title, n.version IS NOT NULL AS current FROM versions v JOIN sources s USING (source) JOIN reports r USING (report)
       LEFT JOIN names n ON n.source = v.source AND n.version = v.version ORDER BY s.name, s.source, v.version DESC`,
  )) {
    const line = byName.get(String(source)) ?? { name: String(name), versions: [] }
    line.versions.push({
      version: Number(version),
      key: String(key),
      title: title === null || title === undefined ? null : String(title),
      current: current === 1,
    })
    byName.set(String(source), line)
  }
  const failures = new Map<string, string[]>()
  for (const { failure, source, code } of ledger.query(
    `SELECT f.failure, f.source, d.code FROM failures f LEFT JOIN failure_diagnostics d USING (failure) ORDER BY f.source, f.failure`,
  )) {
    const name = `${failure} ${source}`
    failures.set(name, [...(failures.get(name) ?? []), ...(code ? [String(code)] : [])])
  }
  return {
    sources: [...byName.values()],
    failures: [...failures].map(([name, codes]) => ({ source: name.replace(/^\S+ /, ''), codes })),
  }
}

export function sourcesBody(
  { sources, failures }: SourcePage,
  { words, paths }: Site,
  meaning: (code: string) => string,
  more: Html | null = null,
): Html {
  const { fields } = words
  return html`<h1>${words.sources.title}</h1><p>${words.sources.about}</p>
<table class="cards"><caption class="unseen">${words.sources.title}</caption><thead><tr><th scope="col">${fields.source}</th><th scope="col" class="num">${fields.version}</th><th scope="col">${fields.report}</th></tr></thead><tbody>${sources.map(
    ({ name, versions }) =>
      versions.map(
        ({ version, key, title, current }, at) =>
          html`<tr${current ? null : html` class="old"`}><td data-label="${fields.source}" class="source${at === 0 ? '' : ' nothing'}">${at === 0 ? name : null}</td><td data-label="${fields.version}" class="num">${version} <small>${current ? words.sources.current : words.sources.earlier}</small></td><td data-label="${fields.report}" lang="zh-CN"><a href="${paths.report(key)}">${title ?? key}</a></td></tr>`,
      ),
  )}</tbody></table>${more}
<section id="failed" aria-labelledby="h-failed"><h2 id="h-failed">${words.sources.failed}</h2>${
    failures.length === 0
      ? html`<p>${words.sources.none}</p>`
      : html`<ul>${failures.map(({ source, codes }) => html`<li><span class="source">${source}</span>: ${codes.map((code) => meaning(code)).join('; ')} <small><code>${codes.join(', ')}</code></small></li>`)}</ul>`
  }</section>`
}

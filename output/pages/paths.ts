/** Where pages are: the same views serve a server's addresses and a site's files. */
import type { Words } from '../words/index.js'
import { type Html, html } from './html.js'

/** What a list is narrowed by, named as the command's options are. */
export type Query = Readonly<Record<string, string | readonly string[]>>

export interface Paths {
  overview: string
  items: (query?: Query) => string
  reports: string
  report: (key: string, seq?: number) => string
  /** A problem's page, or where there is none its place in the report. */
  problem: (key: string, thread: number | null) => string
  due: string
  units: string
  unit: (name: string) => string
  regions: string
  /** By its code, or where it has none by its name. */
  region: (code: string | null, name: string) => string
  sources: string
  /** Null where nobody can decide. */
  review: string | null
}

/** What all views take. */
export interface Site {
  words: Words
  lang: 'zh' | 'en'
  paths: Paths
  /** The day from which deadlines are looked at. */
  today: string
}

export const queryText = (query: Query): string => {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) for (const one of [value].flat()) params.append(name, one)
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

export type Place = 'overview' | 'items' | 'reports' | 'due' | 'units' | 'regions' | 'review' | 'sources'

/** Navigation; `here` is the part of the ledger that the page belongs to. */
export function navigation({ words, paths }: Site, here: Place | null, other: Html | null = null): Html {
  const { nav } = words
  const entries: [Place, string | null][] = [
    ['overview', paths.overview],
    ['items', paths.items()],
    ['reports', paths.reports],
    ['due', paths.due],
    ['units', paths.units],
    ['regions', paths.regions],
    ['review', paths.review],
    ['sources', paths.sources],
  ]
  return html`<header class="nav"><a class="brand" href="${paths.overview}">${words.name}</a><nav aria-label="${nav.main}"><ul>${entries.map(
    ([place, href]) =>
      href === null
        ? null
        : html`<li><a href="${href}"${place === here ? html` aria-current="page"` : null}>${nav[place]}</a></li>`,
  )}</ul></nav>${other}</header>`
}

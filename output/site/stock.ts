/** What the pages of a site are made of, and how one is written. */
import { VERSION } from '../../pipeline/version.js'
import { frame } from '../pages/frame.js'
import { type Html, html } from '../pages/html.js'
import { navigation, type Place, type Site } from '../pages/paths.js'
import type { ItemRow, ReportRow } from '../pages/tables.js'
import type { ItemSummary, Ledger, LedgerCorrection } from '../store/index.js'
import { noStanding, type ReportFacts, type Standing } from '../store/tallies.js'
import type { Pages } from './paths.js'

/** Rows of a page's table at most. */
export const ROWS = 200
export type Put = (path: string, data: string) => void

/** All that pages are made of, read once. */
export interface Stock {
  ledger: Ledger
  site: (up: '' | '../') => Site
  items: readonly ItemRow[]
  heads: readonly ItemRow[]
  facts: ReadonlyMap<number, ReportFacts>
  reports: readonly ReportRow[]
  corrections: readonly LedgerCorrection[]
  pages: Pages
  asOf: string
  put: Put
}

interface Whole {
  title: string
  here: Place | null
  body: Html
  wide?: boolean
  scripts?: readonly string[]
}
/** Scripts and styles come from beside the page, or from its disk; nothing else is loaded. */
const policy = "default-src 'none'; style-src 'self' file:; script-src 'self' file:; base-uri 'none'; form-action 'none'"

export function putPage(
  { put, site, asOf }: Stock,
  path: string,
  { title, here, body, wide = false, scripts = [] }: Whole,
): void {
  const up = path.includes('/') ? '../' : ''
  const of = site(up)
  const { words } = of
  const head = html`<meta name="referrer" content="no-referrer"><meta http-equiv="Content-Security-Policy" content="${policy}"><link rel="stylesheet" href="${up}style.css">${scripts.map((name) => html`<script src="${up}${name}" defer></script>`)}`
  const foot = html`${words.site.asOf}: ${asOf} · Taizhang ${VERSION}`
  put(path, frame({ words, title: `${title} · ${words.name}`, head, wide, body, foot, nav: navigation(of, here) }))
}

/** By the day; what has none comes last. */
export const byDay = (rows: readonly ItemRow[]): ItemRow[] =>
  [...rows].sort((a, b) =>
    (a.problemDue ?? '9') < (b.problemDue ?? '9') ? -1 : (a.problemDue ?? '9') > (b.problemDue ?? '9') ? 1 : 0,
  )
export const standingOfRows = (rows: readonly ItemSummary[]): Standing => {
  const standing = noStanding()
  for (const { problemState } of rows) standing[problemState] += 1
  return standing
}

export const grouped = <T>(rows: readonly T[], of: (row: T) => readonly string[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows)
    for (const name of of(row)) {
      const group = groups.get(name)
      if (group) group.push(row)
      else groups.set(name, [row])
    }
  return groups
}

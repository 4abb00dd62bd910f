/** What every answer of the server is made with. */
import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { frame } from '../pages/frame.js'
import { type Html, html } from '../pages/html.js'
import { navigation, type Place, type Site } from '../pages/paths.js'
import type { Forms } from '../pages/review.js'
import { reportScript } from '../pages/script.js'
import { style } from '../pages/style.js'
import type { Ledger } from '../store/index.js'
import { stampOf } from '../store/tallies.js'
import { type Lang, langs, wordsOf } from '../words/index.js'
import { serverPaths } from './paths.js'

export interface ServerOptions {
  ledger: Ledger
  lang: Lang
  /** Whether forms may decide and correct. */
  write: boolean
  /** Names that the Host header may hold, with the port. */
  hosts: ReadonlySet<string>
  /** Needed to read where the pages are served to more than this machine. */
  token: string | null
  /** Shows that a form is ours. */
  formToken: string
  /** ISO day, by the clock where it is not given. */
  today: () => string
}

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)
/** Files that pages load, by their paths, which change with them. */
export const assets = {
  style: { path: `/assets/style.${short(style)}.css`, type: 'text/css; charset=utf-8', text: style },
  report: { path: `/assets/report.${short(reportScript)}.js`, type: 'text/javascript; charset=utf-8', text: reportScript },
} as const

const YEAR = 365 * 86_400
/** Answers that are kept until the ledger changes. */
const KEPT = 200

export class Server {
  readonly ledger: Ledger
  #writes = 0
  readonly #kept = new Map<string, { stamp: string; value: unknown }>()
  constructor(readonly options: ServerOptions) {
    this.ledger = options.ledger
  }

  /** The language that was asked for in the address, else before, else the server's. */
  lang(c: Context): Lang {
    const asked = langs.find((lang) => lang === c.req.query('lang'))
    if (asked) {
      setCookie(c, 'lang', asked, { sameSite: 'Strict', path: '/', httpOnly: true, maxAge: YEAR })
      return asked
    }
    return langs.find((lang) => lang === getCookie(c, 'lang')) ?? this.options.lang
  }

  site(c: Context): Site {
    const lang = this.lang(c)
    return { lang, words: wordsOf(lang), paths: serverPaths, today: this.options.today() }
  }

  /** Null where pages are for reading. */
  forms(c: Context): Forms | null {
    const { write, formToken } = this.options
    return write ? { action: (what) => `/review/${what}`, token: formToken, by: getCookie(c, 'by') ?? '' } : null
  }

  /** Tells one state of the ledger from another. */
  state(): string {
    return `${stampOf(this.ledger)} ${this.#writes}`
  }

  /** What `make` gives, made anew only where the ledger has changed. */
  keep = <T>(name: string, make: () => T): T => {
    const stamp = this.state()
    const kept = this.#kept.get(name)
    if (kept?.stamp === stamp) return kept.value as T
    const value = make()
    this.#kept.delete(name)
    this.#kept.set(name, { stamp, value })
    const oldest = this.#kept.keys().next()
    if (this.#kept.size > KEPT && !oldest.done) this.#kept.delete(oldest.value)
    return value
  }
  wrote(): void {
    this.#writes += 1
    this.#kept.clear()
  }

  page(c: Context, { title, here, body, wide = false, status = 200, script = null }: PageParts): Response {
    const site = this.site(c)
    const { words, lang } = site
    const url = new URL(c.req.url)
    url.searchParams.set('lang', lang === 'zh' ? 'en' : 'zh')
    const other = html`<a class="lang" href="${url.pathname}${url.search}" lang="${lang === 'zh' ? 'en' : 'zh-CN'}">${words.nav.otherLang}</a>`
    const head = html`<link rel="stylesheet" href="${assets.style.path}">${script ? html`<script src="${assets[script].path}" defer></script>` : null}`
    c.header('cache-control', 'no-store')
    return c.html(
      frame({ words, title: `${title} · ${words.name}`, head, wide, body, nav: navigation(site, here, other) }),
      status,
    )
  }
}

export interface PageParts {
  title: string
  here: Place | null
  body: Html
  wide?: boolean
  status?: 200 | 400 | 403 | 404 | 500
  script?: 'report' | null
}

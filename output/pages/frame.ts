/** What every page has around its content. */
import { createHash } from 'node:crypto'
import type { Words } from '../words/index.js'
import { type Html, html, trusted } from './html.js'
import { reportScript } from './script.js'
import { style } from './style.js'

export interface Frame {
  words: Words
  title: string
  /** Between the head and the foot; `main` is made here. */
  body: Html
  /** Navigation, where the page has others beside it. */
  nav?: Html | null
  /** What goes into `<head>`: style sheets and scripts. */
  head: Html
  foot?: Html | null
  /** `wide` pages use the whole window. */
  wide?: boolean
}

export const frame = ({ words, title, body, nav = null, head, foot = null, wide = false }: Frame): string =>
  `<!doctype html>\n${html`<html lang="${words.htmlLang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>${head}</head>
<body${wide ? html` class="wide"` : null}><a class="skip" href="#main">${words.nav.skip}</a>${nav}
<main id="main">${body}</main>${foot ? html`<footer>${foot}</footer>` : null}</body></html>`}\n`

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** A page that is one file: its style and script inside, and nothing else may be loaded or run. */
export function wholePage({ title, body, words, foot }: Pick<Frame, 'title' | 'body' | 'words'> & { foot: Html }): string {
  const policy = `default-src 'none'; style-src ${sha256(style)}; script-src ${sha256(reportScript)}; base-uri 'none'; form-action 'none'`
  const head = html`<meta name="referrer" content="no-referrer"><meta http-equiv="Content-Security-Policy" content="${policy}"><style>${trusted(style)}</style>`
  const script = html`<script>${trusted(reportScript)}</script>`
  return frame({ words, title, head, foot, wide: true, body: html`${body}${script}` })
}

/** HTML as values: everything that is put into a template is escaped, unless it is HTML already. */
import { raw, html as tagged } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

export type Html = HtmlEscapedString
/** What a template takes; null, undefined and booleans print nothing. */
export type Piece = Html | string | number | null | undefined | boolean | readonly Piece[]

export const html = (strings: TemplateStringsArray, ...pieces: Piece[]): Html => {
  const made = tagged(strings, ...pieces)
  if (made instanceof Promise) throw new TypeError('a page is made of what is there, and waits for nothing')
  return made
}

/** A text that is HTML: only for what this program wrote itself. */
export const trusted = (text: string): Html => raw(text)

/** The pieces with something between them. */
export const joined = (pieces: readonly Piece[], between: Piece): Piece[] =>
  pieces.flatMap((piece, at) => (at === 0 ? [piece] : [between, piece]))

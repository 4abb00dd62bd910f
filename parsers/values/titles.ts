/** Titles in 《》: what stands inside is a name, not a fact of the text. */
import type { Span } from '../tree.js'

/** Longest title in characters; a 《 without its 》 inside that and before a 。 opens nothing. */
const MAX_TITLE = 400

/** The outermost 《…》 of a text, brackets included, in order. 《》 and 〈〉 nested inside belong to the outer title. */
export function titleSpans(text: string): Span[] {
  const found: Span[] = []
  let open = text.indexOf('《')
  while (open >= 0) {
    const end = titleEnd(text, open)
    if (end > 0) found.push([open, end])
    open = text.indexOf('《', end > 0 ? end : open + 1)
  }
  return found
}

/** The index behind the 》 that closes the 《 at `open`, or 0. */
function titleEnd(text: string, open: number): number {
  let depth = 0
  const stop = Math.min(text.length, open + MAX_TITLE)
  for (let at = open; at < stop; at++) {
    const mark = text.charAt(at)
    if (mark === '《') depth++
    else if (mark === '》' && --depth === 0) return at + 1
    // A page end may break the lines inside a title; a sentence cannot end there.
    else if (mark === '。') return 0
  }
  return 0
}

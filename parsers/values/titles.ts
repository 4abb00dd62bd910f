/** Titles in 《》: what stands inside is a name, not a fact of the text. */
import type { Span } from '../tree.js'

/** Longest title in characters. */
const MAX_TITLE = 400

const [opening, closing, stop] = ['《', '》', '。'].map((mark) => mark.charCodeAt(0))

/** The index before the next 《, or the last one. */
function nextOpening(text: string, index: number): number {
  const next = text.indexOf('《', index)
  return (next < 0 ? text.length : next) - 1
}

/**
 * The outermost 《…》 of a text, brackets included, in order. 《》 and 〈〉 nested inside belong to the outer title. A page end may
 * break the lines inside a title, but no sentence ends there: a 《 that is not closed before a 。 opens nothing.
 */
export function titleSpans(text: string): Span[] {
  const found: Span[] = []
  let open: number[] = []
  for (let index = text.indexOf('《'); index >= 0 && index < text.length; index++) {
    const mark = text.charCodeAt(index)
    if (mark === opening) open.push(index)
    else if (mark === stop) {
      open = []
      index = nextOpening(text, index)
    } else if (mark === closing) {
      const start = open.pop()
      if (start === undefined || index - start > MAX_TITLE) continue
      while ((found.at(-1)?.[0] ?? -1) > start) found.pop()
      found.push([start, index + 1])
      if (open.length === 0) index = nextOpening(text, index)
    }
  }
  return found
}

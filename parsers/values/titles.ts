/** Titles in 《》: what stands inside is a name, not a fact of the text. */
import type { Span } from '../tree.js'

/** Longest title in characters. */
const MAX_TITLE = 400

const marks = /[《》。]/g

/**
 * The outermost 《…》 of a text, brackets included, in order. 《》 and 〈〉 nested inside belong to the outer title. A page end may
 * break the lines inside a title, but no sentence ends there: a 《 that is not closed before a 。 opens nothing.
 */
export function titleSpans(text: string): Span[] {
  if (!text.includes('《')) return []
  const found: Span[] = []
  let open: number[] = []
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (mark === '《') open.push(index)
    else if (mark === '。') open = []
    else {
      const start = open.pop()
      if (start === undefined || index - start > MAX_TITLE) continue
      while ((found.at(-1)?.[0] ?? -1) > start) found.pop()
      found.push([start, index + 1])
    }
  }
  return found
}

/** The head of a table that was pasted cell by cell, printed again on each page (重复的表头): it goes, and a cell that the page's end cut is whole again. */
import { isDue, namesBodies, namesPersons } from '../fields/cells.js'
import { markAt } from '../tokens/marks.js'
import { type Draft, endsSentence, isNumberLabel } from './joining.js'
import type { LayoutNotice } from './layout.js'

/** Columns of a head. */
const [fewest, most] = [4, 16]

/** The words of a line; null of a table. */
const wordsOf = (draft: Draft | { table: object } | undefined): string | null =>
  draft && 'text' in draft ? draft.folded.replace(/\s/g, '') : null

/** Where the head of such a table begins, and how many lines it has: up to the number of the first row. */
function headOf(drafts: readonly (Draft | { table: object })[]): { at: number; width: number } | null {
  const at = drafts.findIndex((draft) => 'text' in draft && isNumberLabel(draft))
  if (at < 0) return null
  for (let width = 1; width <= most; width++) {
    const words = wordsOf(drafts[at + width])
    if (words === null || words.length > 16) return null
    if (/^[（(]?(?:[1-9]\d{0,2}|一)[)）.、]?$/.test(words)) return width >= fewest ? { at, width } : null
  }
  return null
}

/** A line in the middle of a sentence, and the rest of it; names, days and numbers are cells of their own. */
function isCut(before: Draft, next: Draft): boolean {
  const [a, b] = [before.folded.replace(/\s/g, ''), next.folded.replace(/\s/g, '')]
  return (
    a.length >= 8 &&
    !endsSentence.test(a) &&
    !isDue(a) &&
    !namesBodies(a) &&
    !namesPersons(a) &&
    !/^\d+$/.test(b) &&
    markAt(b, 0) === null &&
    !isDue(b) &&
    !namesBodies(b) &&
    (/[，。；]/.test(b) || b.length <= 6)
  )
}

export function withoutFlatHeads<T extends Draft | { table: object }>(drafts: T[], notices: LayoutNotice[]): T[] {
  const head = headOf(drafts)
  if (!head) return drafts
  const words = drafts.slice(head.at, head.at + head.width).map(wordsOf)
  const out: T[] = drafts.slice(0, head.at + head.width)
  let dropped = 0
  for (let i = head.at + head.width; i < drafts.length; i++) {
    const draft = drafts[i]
    if (!draft) continue
    if (wordsOf(draft) !== words[0] || words.some((own, k) => wordsOf(drafts[i + k]) !== own)) {
      out.push(draft)
      continue
    }
    const next = drafts[i + head.width]
    // a head over the next row may have a category above it; the table's own reading knows it
    if (next && 'text' in next && /^[（(]?\d{1,3}[)）.、]?$/.test(next.folded)) {
      out.push(draft)
      continue
    }
    dropped++
    i += head.width - 1
    const before = out.at(-1)
    if (before && next && 'text' in before && 'text' in next && isCut(before, next))
      out[out.length - 1] = { ...before, cut: true }
  }
  if (dropped > 0)
    notices.push({
      code: 'repeated_header_removed',
      message: `${dropped} heads of the table that later pages repeat are left out`,
      span: null,
    })
  return out
}

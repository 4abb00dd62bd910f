/** What a sheet or a page puts beside the words of a report: rows behind its table, buttons of its boxes. */
import { boxButton } from '../lexicon/boilerplate.js'
import { fold } from '../text/fold.js'
import { labelAt } from '../tokens/label.js'
import type { Paragraph, Table } from '../tree.js'
import type { Draft } from './joining.js'
import type { LayoutNotice } from './layout.js'

/** Fewer labels in the last rows of a table are notes. */
const FEWEST_LABELS = 3

/** Rows over the full width behind the last ordinary one, labels among them, are paragraphs that a sheet has no other place for. */
export function withoutTail(table: Table): { table: Table; behind: Paragraph[] } {
  const rows = table.children
  const last = rows.findLastIndex(({ children }) => children.filter((cell) => cell.children.length > 0).length > 1)
  const behind = rows.slice(last + 1).flatMap(({ children }) => children.flatMap((cell) => cell.children))
  const labels = behind.filter(({ value }) => {
    const words = fold(value.trim())
    return labelAt(words, 0, words.length)?.form === 'colon'
  })
  if (last < 1 || labels.length < FEWEST_LABELS) return { table, behind: [] }
  return { table: { ...table, children: rows.slice(0, last + 1) }, behind }
}

/** Fewer may be words of the report. */
const FEWEST_BUTTONS = 2

/** What the boxes of a page are opened and closed with was copied along with their words. */
export function withoutButtons<T extends Draft | { table: Table; index: number }>(drafts: T[], notices: LayoutNotice[]): T[] {
  const kept = drafts.filter((draft) => !('text' in draft && boxButton.test(draft.text)))
  const dropped = drafts.length - kept.length
  if (dropped < FEWEST_BUTTONS) return drafts
  notices.push({ code: 'boilerplate_removed', message: `${dropped} buttons of boxes are left out`, span: null })
  return kept
}

/**
 * A grammar says how a report prints its list: what opens an item. Everything else (which labels are its fields, which levels are
 * categories, where the list ends) follows from the cheapest reading under it.
 */
import type { Rule } from '../lexicon/weights.js'

export type Opener =
  /** A numbering mark of one of these styles: 1. or （一） */
  | { by: 'mark'; styles: readonly string[] }
  /** Marks of two levels: （一） is an item where it has no 1.… of its own below it, and heads them where it has. */
  | { by: 'levels'; outer: string; inner: string }
  /** A label that tells the problem: 反馈问题：… */
  | { by: 'label' }
  /** A heading of the format on this level. */
  | { by: 'heading'; level: number }
  /** An unnumbered line in bold. */
  | { by: 'bold' }
  /** An unnumbered line that reads like a problem. */
  | { by: 'plain' }
  /** A line that names a problem (关于…的问题), whatever its mark: each chapter counts in its own way. */
  | { by: 'named' }
  /** An unnumbered line before a label of these words. */
  | { by: 'before'; word: string }
  /** A row of a table. */
  | { by: 'rows' }
  /** The first label of the report. */
  | { by: 'single' }
  /** Nothing. */
  | { by: 'none' }

export interface Grammar {
  opener: Opener
  /** For each line whether it may open an item. */
  opens: Uint8Array
  /** For each opener the next one with a mark of the same style; -1 where there is none. */
  next: Int32Array
  /** And the one before it. */
  previous: Int32Array
  /** Openers whose mark is of another style and whose number the list lacks there: （3） between 2. and 4. */
  fillers: ReadonlySet<number>
  /** The openers' numbers are those of another list: 1 to n in another order, where it is grouped by states, or 反馈问题七, 反馈问题十二 of a longer one. */
  foreign: boolean
  /** Unnumbered headings stand over openers more than once. */
  plainHeadings: boolean
  /** What it takes to say the grammar. */
  base: Rule | null
}

/** The grammar's name, for diagnostics and `--explain`. */
export function nameOf({ opener }: Grammar): string {
  switch (opener.by) {
    case 'mark':
      return `mark ${opener.styles.join('+')}`
    case 'levels':
      return `mark ${opener.outer}/${opener.inner}`
    case 'heading':
      return `heading ${opener.level}`
    case 'before':
      return `line before ${opener.word}`
    default:
      return opener.by
  }
}

/** A user's own rows of the lexicon (词表扩展): labels, words of states, forms of marks. */
import { addStatus, type StatusWords } from './fields/status.js'
import { addLabel, type FieldKind } from './lexicon/labels.js'
import { addMark, type MarkForm } from './tokens/marks.js'

/** Rows to add. Words are as printed, in half-width digits and full-width marks. */
export interface LexiconRows {
  /** Field and the label's words: `['goal', '拟达目标值']` is one behind a colon, in brackets, alone on a line, and over a column. */
  labels?: readonly (readonly [FieldKind, string])[]
  /** Code and words: `['completed', '整改见效']` is one in brackets behind a problem, in a field, and in a column. */
  statuses?: readonly (readonly [StatusWords, string])[]
  /** Forms of marks: `{ style: 'issue', starts: '§', pattern: '§(\\d{1,3})§ ?' }`. */
  marks?: readonly MarkForm[]
}

/**
 * Adds rows to the lexicon of this process, for every report that it parses from now on. Gives back a function that takes them
 * out again. Parsing threads have a lexicon of their own.
 */
export function extendLexicon({ labels = [], statuses = [], marks = [] }: LexiconRows): () => void {
  const undo = [
    ...labels.map(([field, words]) => addLabel(field, words)),
    ...statuses.map(([code, words]) => addStatus(code, words)),
    ...marks.map(addMark),
  ]
  return () => {
    // a second call takes out nothing more
    for (const one of undo.splice(0).reverse()) one()
  }
}

/** Accidents of conversion: where they do not happen, or leave nothing certain. */
import type { Layout } from '../axes.js'
import { isTable } from './tables.js'
import type { Exclusion } from './types.js'

/** Tables that plain text can hold. */
const inText: ReadonlySet<Layout['structure']> = new Set<Layout['structure']>(['table', 'departments'])

export const accidents: Exclusion[] = [
  {
    why: 'numbers that Word or a page makes are no characters',
    when: (l) =>
      (l.letters === 'wideDigits' || l.letters === 'halfMarks') &&
      (l.container === 'docxNumbers' || l.container === 'htmlLists'),
    instead: (l) => ({ container: l.container === 'docxNumbers' ? 'docx' : 'htmlP' }),
  },
  {
    why: 'a name that has a figure or a bracket is printed in other characters than it is read',
    when: (l) => (l.letters === 'wideDigits' || l.letters === 'halfMarks') && l.units === 'andCount',
    instead: () => ({ units: 'andOthers' }),
  },
  {
    why: 'blanks between any characters hide the blank that parts label and value, or two bodies',
    when: (l) =>
      (l.letters === 'strayBlanks' || l.letters === 'everyBlank') &&
      (l.labelForm === 'blank' ||
        l.labelForm === 'glued' ||
        l.misprint === 'noColon' ||
        l.units === 'blanks' ||
        l.tableGap === 'blanks'),
    instead: (l) => ({
      labelForm: l.labelForm === 'blank' || l.labelForm === 'glued' ? 'colon' : l.labelForm,
      misprint: l.misprint === 'noColon' ? 'none' : l.misprint,
      units: l.units === 'blanks' ? 'commas' : l.units,
      tableGap: 'tab',
    }),
  },
  {
    why: 'letters set wide come as blanks out of a PDF or a scan, into plain text',
    when: (l) => l.letters === 'everyBlank' && l.container !== 'text' && l.container !== 'gb18030',
    instead: (l) => (isTable(l) && !inText.has(l.structure) ? { letters: 'strayBlanks' } : { container: 'text' }),
  },
  {
    why: 'the other code points come with the text of a page or a PDF; the fonts of our PDF and GB 18030’s old tables lack them',
    when: (l) => (l.letters === 'radicals' || l.letters === 'zeroWidth') && ['pdf', 'gb18030', 'xlsx'].includes(l.container),
    instead: () => ({ letters: 'digitBlanks' }),
  },
]

/** Accidents of conversion: where they do not happen, or leave nothing certain. */
import type { Layout } from '../axes.js'
import { canMerge } from '../compose/tables.js'
import { isFlat } from './flattened.js'
import { isMarkdown, isPdf, isTable, isText } from './tables.js'
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
    when: (l) =>
      (l.letters === 'radicals' || l.letters === 'zeroWidth') &&
      (isPdf(l) || l.container === 'gb18030' || l.container === 'xlsx'),
    instead: () => ({ letters: 'digitBlanks' }),
  },
]

export const labels: Exclusion[] = [
  {
    why: 'a cell that is narrow breaks its label; a tabbed text has no such cells',
    when: (l) => l.labelPrint === 'twoLines' && (!isTable(l) || (isFlat(l) && l.tableGap !== 'quoted')),
    instead: () => ({ labelPrint: 'spaced' }),
  },
  {
    why: 'a cell’s label has no colon',
    when: (l) => (l.labelPrint === 'colonApart' || l.labelPrint === 'valueApart') && isTable(l),
    instead: () => ({ labelPrint: 'whole' }),
  },
  {
    why: 'blanks in a label hide the blank behind it, or its end',
    when: (l) =>
      (l.labelPrint === 'spaced' || l.labelPrint === 'padded') &&
      (l.labelForm === 'blank' || l.labelForm === 'glued' || l.misprint === 'noColon'),
    instead: () => ({ labelPrint: 'whole' }),
  },
  {
    why: 'blanks in a label hide the blanks between cells',
    when: (l) => l.labelPrint !== 'whole' && isFlat(l) && (l.tableGap === 'blanks' || l.tableGap === 'columns'),
    instead: () => ({ labelPrint: 'whole' }),
  },
]

export const cutByPages: Exclusion[] = [
  {
    why: 'page ends are lines of a text that has lines; our PDF has its own, and a workbook has none',
    when: (l) => l.pages !== 'none' && (isTable(l) || isPdf(l) || l.container === 'xlsx'),
    instead: () => ({ pages: 'none' }),
  },
  {
    why: 'a running head is the title',
    when: (l) => l.pages === 'headNumber' && l.title === 'none',
    instead: () => ({ pages: 'number' }),
  },
  {
    why: 'only a table of several rows without merged cells is cut, once',
    when: (l) =>
      l.tablePages !== 'none' &&
      (l.structure !== 'table' ||
        isPdf(l) ||
        l.tableMerge !== 'none' ||
        (l.categories !== 'none' && l.categoryPlace === 'column' && canMerge(l))),
    instead: () => ({ tablePages: 'none' }),
  },
  {
    why: 'a cut table has several rows, and its head is repeated where it is cut',
    when: (l) => l.tablePages !== 'none' && (l.count === '1' || l.count === '2-3' || l.tableHead === 'repeated'),
    instead: (l) => ({
      count: l.count === '1' || l.count === '2-3' ? '4-6' : l.count,
      tableHead: l.tableHead === 'repeated' ? 'one' : l.tableHead,
    }),
  },
  {
    why: 'a cell in a row of its own stands in its column only where tabs, borders or blanks of one width keep it',
    when: (l) =>
      isFlat(l) && l.tablePages.startsWith('rowCut') && !['tab', 'quoted', 'columns', 'bars', 'boxes'].includes(l.tableGap),
    instead: () => ({ tablePages: 'caption' }),
  },
  {
    why: 'in plain text and Markdown nothing shows that a table without head is a second one',
    when: (l) => l.tablePages === 'bare' && isText(l),
    instead: () => ({ tablePages: 'number' }),
  },
]

export const indents: Exclusion[] = [
  {
    why: 'lines hang only where they are broken',
    when: (l) => l.spacing === 'hanging' && l.container !== 'wrapped' && l.container !== 'docxLines',
    instead: () => ({ spacing: 'indentBlanks' }),
  },
  {
    why: 'a tab opens no paragraph of a page, and what four blanks or a tab open in Markdown is code',
    when: (l) =>
      (l.spacing === 'indentTab' && l.container.startsWith('html')) || (l.spacing.startsWith('indent') && isMarkdown(l)),
    instead: (l) => ({ spacing: isMarkdown(l) ? 'plain' : 'indentNbsp' }),
  },
]

export const converted: Exclusion[] = [
  {
    why: 'a line in a row is no table in it',
    when: (l) => l.container === 'htmlRows' && isTable(l),
    instead: () => ({ container: 'htmlCell' }),
  },
  {
    why: 'the foot of a page is the last that is copied',
    when: (l) => l.back === 'pageFoot' && (l.structure === 'bodyAndList' || l.annex !== 'none'),
    instead: () => ({ back: 'signatureDate' }),
  },
  {
    why: 'marks that a list makes, and those of headings, stay with their text',
    when: (l) =>
      l.markGap !== 'none' &&
      (['docxNumbers', 'docxTabs', 'htmlLists'].includes(l.container) ||
        (l.markGap === 'line' &&
          (['htmlHeads', 'htmlStrong', 'docxHeads'].includes(l.container) || l.itemShape === 'paragraph'))),
    instead: () => ({ markGap: 'none' }),
  },
  {
    why: 'in a tabbed text a tab or blanks part cells',
    when: (l) => isFlat(l) && l.markGap !== 'none',
    instead: () => ({ markGap: 'none' }),
  },
  {
    why: 'soft returns and tabs stand in the lines of items',
    when: (l) => (l.container === 'docxBreaks' || l.container === 'docxTabs') && (isTable(l) || l.structure === 'parallel'),
    instead: () => ({ container: 'docx' }),
  },
  {
    why: 'what a line cut by its width and by a page’s end leaves is no line of its own',
    when: (l) => l.container === 'docxLines' && l.pages === 'cut',
    instead: () => ({ pages: 'number' }),
  },
  {
    why: 'a title that is missing stands in no box',
    when: (l) => l.container === 'docxBox' && l.title === 'none',
    instead: () => ({ title: 'one' }),
  },
  {
    why: 'a grid holds a table, and hard breaks an item’s lines',
    when: (l) =>
      (l.container === 'markdownGrid' && !isTable(l)) ||
      (l.container === 'markdownHard' && (isTable(l) || l.structure === 'parallel')),
    instead: (l) => ({ container: isTable(l) ? 'markdownGrid' : 'markdownEscaped' }),
  },
  {
    why: 'signs that other characters push aside make no grid',
    when: (l) => l.container === 'markdownGrid' && ['zeroWidth', 'strayBlanks', 'digitBlanks'].includes(l.letters),
    instead: () => ({ letters: 'plain' }),
  },
]

/** Parallel and attached lists, the report of one problem, and containers: what each leaves no room for. */
import { tells } from '../axes.js'
import { familyOf } from '../marks.js'
import { automatic } from '../render/docx.js'
import { differs, isMarkdown, isPdf, isTable, noLines } from './tables.js'
import type { Exclusion } from './types.js'

export const built: Exclusion[] = [
  {
    why: 'in a table categories have one level',
    when: (l) => l.structure === 'table' && l.categories === 'two',
    instead: () => ({ categories: 'one' }),
  },
  {
    why: 'parallel lists have nothing but a line for each problem',
    when: (l) =>
      l.structure === 'parallel' &&
      (differs(l, { ...noLines, itemMark: l.itemMark }) ||
        l.behind !== 'none' ||
        l.categories !== 'none' ||
        l.over !== 'none' ||
        l.before !== 'none' ||
        l.state !== 'none' ||
        l.misprint !== 'none' ||
        l.problemParagraphs === 'two' ||
        l.count === '1' ||
        l.problemEnd === 'open' ||
        ['word', 'none', 'han'].includes(familyOf(l.itemMark)) ||
        l.container === 'htmlLists'),
    instead: (l) => ({
      ...noLines,
      itemMark: ['word', 'none', 'han'].includes(familyOf(l.itemMark)) ? '1.' : l.itemMark,
      behind: 'none',
      categories: 'none',
      before: 'none',
      over: 'none',
      state: 'none',
      misprint: 'none',
      problemParagraphs: 'one',
      problemEnd: 'full',
      count: l.count === '1' ? '2-3' : l.count,
      container: l.container === 'htmlLists' ? 'htmlP' : l.container,
    }),
  },
  {
    why: 'only a plan has an attached list, under a title of its own',
    when: (l) =>
      l.structure === 'bodyAndList' &&
      (l.genre !== 'plan' ||
        l.over !== 'none' ||
        l.annex !== 'none' ||
        l.title === 'none' ||
        l.count === '1' ||
        l.back === 'attachments'),
    instead: (l) => ({
      genre: 'plan',
      over: 'none',
      annex: 'none',
      title: l.title === 'none' ? 'one' : l.title,
      count: l.count === '1' ? '4-6' : l.count,
      back: l.back === 'attachments' ? 'signatureDate' : l.back,
    }),
  },
  {
    why: 'the report of one problem numbers its fields as chapters, and has no other chapters',
    when: (l) =>
      l.structure === 'single' &&
      (l.count !== '1' ||
        l.itemMark !== 'none' ||
        !tells(l) ||
        l.before !== 'none' ||
        l.over !== 'none' ||
        l.after !== 'none' ||
        l.itemShape !== 'lines' ||
        (l.labelForm !== 'numbered' && l.labelForm !== 'numberedOwnLine' && l.labelForm !== 'numberedBold') ||
        l.state.startsWith('marker') ||
        l.container === 'htmlLists'),
    instead: (l) => ({
      count: '1',
      itemMark: 'none',
      itemHead: 'label',
      genre: tells(l) ? l.genre : 'notice',
      before: 'none',
      over: 'none',
      after: 'none',
      itemShape: 'lines',
      labelForm: l.labelForm === 'numberedOwnLine' || l.labelForm === 'numberedBold' ? l.labelForm : 'numbered',
      state: l.state.startsWith('marker') ? 'field' : l.state,
      container: l.container === 'htmlLists' ? 'htmlP' : l.container,
    }),
  },
  {
    why: 'a list that does not begin at 1 goes on from another, in one count',
    when: (l) =>
      l.start !== '1' && (l.restart === 'yes' || l.count === '1' || l.structure === 'bodyAndList' || l.before !== 'none'),
    instead: (l) =>
      l.restart === 'yes' && (l.categories !== 'none' || l.state === 'chapter')
        ? { start: '1' }
        : { start: l.count === '1' || l.structure === 'bodyAndList' || l.before !== 'none' ? '1' : l.start, restart: 'no' },
  },
  {
    why: 'circled numbers, and the heavenly stems, end',
    when: (l) => l.itemMark === '①' && l.start !== '1',
    instead: () => ({ start: '1' }),
  },
  {
    why: 'no list counts to a thousand in Chinese numerals',
    when: (l) => l.start === '997' && !['digit', 'digitParen'].includes(familyOf(l.itemMark)),
    instead: () => ({ start: '18' }),
  },
  {
    why: 'circled numbers end at 20',
    when: (l) => l.itemMark === '①' && (l.count === '16-30' || l.count === '31-60'),
    instead: () => ({ count: '11-15' }),
  },
  {
    why: 'no plain text, sheet or page of ours has bold letters',
    when: (l) =>
      ['bold', 'boldColon', 'numberedBold'].includes(l.labelForm) &&
      (!(l.container.startsWith('html') || l.container.startsWith('docx') || isMarkdown(l)) ||
        l.container === 'htmlStrong' ||
        l.container === 'docxLines' ||
        l.itemShape === 'paragraph'),
    instead: (l) => ({ labelForm: l.labelForm === 'numberedBold' ? 'numbered' : 'colon' }),
  },
  {
    why: 'a workbook holds tables',
    when: (l) => l.container === 'xlsx' && !isTable(l),
    instead: () => ({ container: 'docx' }),
  },
  {
    why: 'a list of HTML numbers its entries 1. 2. 3. and has no entry without number',
    when: (l) =>
      l.container === 'htmlLists' &&
      (isTable(l) || familyOf(l.itemMark) !== 'digit' || l.rules !== 'none' || l.spacing === 'itemBlank'),
    instead: () => ({ container: 'htmlP' }),
  },
  {
    why: 'Word makes numbers of a few styles',
    when: (l) =>
      l.container === 'docxNumbers' && (isTable(l) || automatic[l.itemMark] === undefined || l.structure === 'parallel'),
    instead: () => ({ container: 'docx' }),
  },
  {
    why: 'a long PDF takes a second to read, and shows nothing that a short one does not',
    when: (l) => isPdf(l) && (l.count === '16-30' || l.count === '31-60'),
    instead: () => ({ count: '7-10' }),
  },
  {
    why: 'in lines of one width without indent only marks and labels open paragraphs',
    when: (l) =>
      (l.container === 'wrapped' || l.container === 'docxLines') &&
      (l.spacing === 'plain' || l.spacing === 'itemBlank') &&
      (l.problemParagraphs === 'two' ||
        l.progressShape === 'paragraphs' ||
        l.measureMark === 'none' ||
        l.labelForm === 'none' ||
        l.state === 'ownLine' ||
        l.chapterBody === 'paragraph' ||
        l.chapterMark === 'none' ||
        l.categoryMark === 'none' ||
        l.preface === 'two'),
    instead: () => ({ spacing: 'indent' }),
  },
]

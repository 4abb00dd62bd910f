/** Tables, parallel and attached lists, and containers: what each leaves no room for. */
import { type Layout, tells } from '../axes.js'
import { familyOf } from '../marks.js'
import { automatic } from '../render/docx.js'
import type { Exclusion } from './types.js'

const tables: ReadonlySet<Layout['structure']> = new Set<Layout['structure']>([
  'table',
  'cards',
  'pairs',
  'transposed',
  'departments',
  'measureRows',
])
const isTable = (l: Layout): boolean => tables.has(l.structure)
const isText = (l: Layout): boolean => ['text', 'wrapped', 'gb18030', 'markdown'].includes(l.container)
/** Axes that say how lines look, where there are none. */
const noLines: Partial<Layout> = {
  itemShape: 'lines',
  itemHead: 'text',
  labelForm: 'colon',
  fieldLines: 'own',
  itemMark: '1.',
  rules: 'none',
}

const differs = (l: Layout, wanted: Partial<Layout>): boolean =>
  Object.entries(wanted).some(([axis, value]) => l[axis as keyof Layout] !== value)

export const built: Exclusion[] = [
  { why: 'a table has no lines with labels', when: (l) => isTable(l) && differs(l, noLines), instead: () => noLines },
  {
    why: 'in a table states stand in cells',
    when: (l) => isTable(l) && (l.state.startsWith('ownLine') || l.state === 'chapter'),
    instead: () => ({ state: 'field' }),
  },
  {
    why: 'two columns of states contradict each other',
    when: (l) => isTable(l) && l.tableExtra === 'remarksState' && l.state !== 'none',
    instead: () => ({ tableExtra: 'remarks' }),
  },
  {
    why: 'a plan comes before any state',
    when: (l) => isTable(l) && l.tableExtra === 'remarksState' && l.genre === 'plan',
    instead: () => ({ tableExtra: 'remarks' }),
  },
  {
    why: 'labels do not stand behind measures in cells',
    when: (l) => isTable(l) && (l.behind === 'lines' || l.behind === 'inline'),
    instead: () => ({ behind: 'none' }),
  },
  {
    why: 'a label’s misprint needs labels, a mark’s needs marks',
    when: (l) => isTable(l) && ['halfColon', 'noColon', 'otherMark'].includes(l.misprint),
    instead: () => ({ misprint: 'none' }),
  },
  {
    why: 'tables of one item, of items as columns and with merged cells need a container with merged cells',
    when: (l) => isTable(l) && l.structure !== 'table' && l.structure !== 'departments' && (isText(l) || l.container === 'pdf'),
    instead: () => ({ container: 'htmlP' }),
  },
  {
    why: 'a table is not broken at a fixed width',
    when: (l) => isTable(l) && l.container === 'wrapped',
    instead: () => ({ container: 'text' }),
  },
  {
    why: 'a cell of a tabbed text is one line',
    when: (l) =>
      isTable(l) &&
      (l.container === 'text' || l.container === 'gb18030') &&
      (l.measurePlace === 'lines' ||
        l.problemParagraphs === 'two' ||
        l.progressShape === 'paragraphs' ||
        l.progressShape === 'numbered' ||
        l.tableHead === 'two'),
    instead: (l) => ({
      measurePlace: 'inline',
      problemParagraphs: 'one',
      tableHead: l.tableHead === 'two' ? 'one' : l.tableHead,
      progressShape:
        l.progressShape === 'paragraphs' ? 'paragraph' : l.progressShape === 'numbered' ? 'inlineNumbers' : l.progressShape,
    }),
  },
  {
    why: 'Markdown has one row of heads, and blank lines part what follows a table',
    when: (l) => isTable(l) && l.container === 'markdown' && (l.tableHead === 'two' || l.spacing !== 'plain'),
    instead: () => ({ tableHead: 'one', spacing: 'plain' }),
  },
  {
    why: 'in a table categories have one level',
    when: (l) => l.structure === 'table' && l.categories === 'two',
    instead: () => ({ categories: 'one' }),
  },
  {
    why: 'items as columns are few, and stand under no category',
    when: (l) => l.structure === 'transposed' && (l.count !== '2-3' || l.categories !== 'none'),
    instead: () => ({ count: '2-3', categories: 'none' }),
  },
  {
    why: 'where each body has its table, it is in no column and no other heading',
    when: (l) =>
      l.structure === 'departments' &&
      (l.units !== 'none' || l.categories !== 'none' || l.count === '1' || l.chapterMark === '第一部分'),
    instead: (l) => ({ units: 'none', categories: 'none', count: l.count === '1' ? '4-6' : l.count, chapterMark: '一、' }),
  },
  {
    why: 'rows of measures give each its body and day, and nothing else',
    when: (l) =>
      l.structure === 'measureRows' &&
      (tells(l) ||
        l.measureDepth !== '1' ||
        l.behind !== 'none' ||
        l.units !== 'none' ||
        l.persons !== 'none' ||
        l.deadline !== 'none' ||
        l.categories !== 'none' ||
        l.state !== 'none' ||
        l.measurePlace !== 'lines'),
    instead: (l) => ({
      genre: tells(l) ? 'checklist' : l.genre,
      measureDepth: '1',
      behind: 'none',
      units: 'none',
      persons: 'none',
      deadline: 'none',
      categories: 'none',
      state: 'none',
      measurePlace: 'lines',
      tableExtra: 'none',
    }),
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
        (l.labelForm !== 'numbered' && l.labelForm !== 'numberedOwnLine') ||
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
      labelForm: l.labelForm === 'numberedOwnLine' ? 'numberedOwnLine' : 'numbered',
      state: l.state.startsWith('marker') ? 'field' : l.state,
      container: l.container === 'htmlLists' ? 'htmlP' : l.container,
    }),
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
    why: 'circled numbers end at 20',
    when: (l) => l.itemMark === '①' && (l.count === '16-30' || l.count === '31-60'),
    instead: () => ({ count: '11-15' }),
  },
  {
    why: 'no plain text, sheet or page of ours has bold letters',
    when: (l) =>
      (l.labelForm === 'bold' || l.labelForm === 'boldColon') &&
      (!(l.container.startsWith('html') || l.container.startsWith('docx') || l.container === 'markdown') ||
        l.container === 'htmlStrong' ||
        l.itemShape === 'paragraph'),
    instead: () => ({ labelForm: 'colon' }),
  },
]

/** Tables, and what they leave no room for. */
import { type Layout, tells } from '../axes.js'
import type { Exclusion } from './types.js'

const structures: ReadonlySet<Layout['structure']> = new Set<Layout['structure']>([
  'table',
  'cards',
  'pairs',
  'transposed',
  'departments',
  'measureRows',
])
export const isTable = (l: Layout): boolean => structures.has(l.structure)
export const isPdf = (l: Layout): boolean => l.container.startsWith('pdf')
export const isMarkdown = (l: Layout): boolean => l.container.startsWith('markdown')
export const isText = (l: Layout): boolean => ['text', 'wrapped', 'gb18030'].includes(l.container) || isMarkdown(l)
/** Axes that say how lines look, where there are none. */
export const noLines: Partial<Layout> = {
  itemShape: 'lines',
  itemHead: 'text',
  labelForm: 'colon',
  fieldLines: 'own',
  itemMark: '1.',
  rules: 'none',
}
export const differs = (l: Layout, wanted: Partial<Layout>): boolean =>
  Object.entries(wanted).some(([axis, value]) => l[axis as keyof Layout] !== value)

type Gaps = ReadonlySet<Layout['tableGap']>
/** Tables of label and value that plain text can hold, where cells are parted in these ways. */
const inPlainText: Partial<Record<Layout['structure'], Gaps>> = {
  cards: new Set<Layout['tableGap']>([
    'tab',
    'blanks',
    'quoted',
    'tabBroken',
    'cellLines',
    'cellLinesApart',
    'columns',
    'bars',
    'boxes',
  ]),
  pairs: new Set<Layout['tableGap']>(['tab', 'blanks', 'quoted', 'cellLines', 'cellLinesApart', 'bars']),
  transposed: new Set<Layout['tableGap']>(['tab', 'quoted', 'bars', 'boxes']),
}

export const tables: Exclusion[] = [
  { why: 'a table has no lines with labels', when: (l) => isTable(l) && differs(l, noLines), instead: () => noLines },
  {
    why: 'in a table states stand in cells',
    when: (l) => isTable(l) && (l.state.startsWith('ownLine') || l.state === 'chapter'),
    instead: () => ({ state: 'field' }),
  },
  {
    why: 'two roles in one cell need cells',
    when: (l) => ['cellLabels', 'slashColumn', 'parenColumn'].includes(l.units) && (!isTable(l) || isText(l)),
    instead: () => ({ units: 'leadSupport' }),
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
    when: (l) =>
      isTable(l) &&
      l.structure !== 'table' &&
      l.structure !== 'departments' &&
      (isText(l) || isPdf(l)) &&
      !((l.container === 'text' || l.container === 'gb18030') && inPlainText[l.structure]?.has(l.tableGap)),
    instead: () => ({ container: 'htmlP' }),
  },
  {
    why: 'a table is not broken at a fixed width',
    when: (l) => isTable(l) && (l.container === 'wrapped' || l.container === 'docxLines'),
    instead: (l) => ({ container: l.container === 'wrapped' ? 'text' : 'docx' }),
  },
  {
    why: 'a cell of a tabbed text is one line',
    when: (l) =>
      isTable(l) &&
      (l.container === 'text' || l.container === 'gb18030') &&
      l.tableGap !== 'tabBroken' &&
      l.tableGap !== 'quoted' &&
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
    when: (l) => isTable(l) && isMarkdown(l) && (l.tableHead === 'two' || l.spacing !== 'plain'),
    instead: () => ({ tableHead: 'one', spacing: 'plain' }),
  },
  {
    why: 'a table of one item begins with its number and its problem',
    when: (l) => ['cards', 'pairs', 'transposed'].includes(l.structure) && l.tableOrder !== 'usual',
    instead: () => ({ tableOrder: 'usual' }),
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
    why: 'merged days and bodies need merged cells, and columns of their own',
    when: (l) =>
      l.tableMerge !== 'none' &&
      (l.structure !== 'table' ||
        isText(l) ||
        l.tableHead === 'repeated' ||
        l.state === 'deadline' ||
        l.misprint === 'missingField' ||
        (l.tableMerge === 'deadline' ? l.deadline === 'none' : l.units === 'none' || l.units === 'inProblem')),
    instead: () => ({ tableMerge: 'none' }),
  },
]

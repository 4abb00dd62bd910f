/** Tables that became plain text: what must be left of them to tell cells and rows. */
import type { Layout } from '../axes.js'
import { isPdf, isTable } from './tables.js'
import type { Exclusion } from './types.js'

export const isFlat = (l: Layout): boolean => isTable(l) && (l.container === 'text' || l.container === 'gb18030')
/** Cells stand one below the other. */
const inLines = (l: Layout): boolean => ['cellLines', 'cellLinesApart', 'rowsApart'].includes(l.tableGap)

/** Cells are broken at their column's width. */
const isNarrow = (l: Layout): boolean =>
  isTable(l) &&
  (isPdf(l) || l.container === 'markdownGrid' || (isFlat(l) && (l.tableGap === 'columns' || l.tableGap === 'boxes')))

export const flattened: Exclusion[] = [
  {
    why: 'a tabbed text has one row of heads',
    when: (l) => isFlat(l) && l.tableHead === 'two',
    instead: () => ({ tableHead: 'one' }),
  },
  {
    why: 'two bodies that a blank parts run together where a cell’s line ends at it',
    when: (l) => isNarrow(l) && l.units === 'blanks',
    instead: () => ({ units: 'commas' }),
  },
  {
    why: 'where nothing but the cells is left, a number tells where a row begins',
    when: (l) => isFlat(l) && (inLines(l) || l.tableGap === 'columns') && l.tableNumber !== '序号' && l.tableNumber !== '编号',
    instead: () => ({ tableNumber: '序号' }),
  },
  {
    why: 'cells in lines are told by counting: none may be empty, and no heading without mark may stand between',
    when: (l) =>
      isFlat(l) &&
      inLines(l) &&
      (l.count === '1' ||
        l.misprint === 'missingField' ||
        l.tableExtra === 'total' ||
        l.tableExtra === 'remarks' ||
        (l.categories !== 'none' && l.categoryPlace === 'row' && l.categoryMark === 'none')),
    instead: (l) => ({
      count: l.count === '1' ? '2-3' : l.count,
      misprint: l.misprint === 'missingField' ? 'none' : l.misprint,
      tableExtra: l.tableExtra === 'total' || l.tableExtra === 'remarks' ? 'none' : l.tableExtra,
      categoryPlace: l.categoryMark === 'none' ? 'heading' : l.categoryPlace,
    }),
  },
  {
    why: 'rows whose cells are broken are told by counting tabs: the last cell is one line, and never empty',
    when: (l) =>
      isFlat(l) &&
      l.tableGap === 'tabBroken' &&
      ((l.tableExtra !== 'unknown' && l.tableExtra !== 'remarksState') || l.tableOrder === 'shuffled'),
    instead: (l) => ({
      tableExtra: l.tableExtra === 'remarksState' ? l.tableExtra : 'unknown',
      tableOrder: l.tableOrder === 'shuffled' ? 'usual' : l.tableOrder,
    }),
  },
  {
    why: 'blanks between characters hide the blanks between columns',
    when: (l) =>
      isFlat(l) && l.tableGap === 'columns' && ['strayBlanks', 'everyBlank', 'zeroWidth', 'digitBlanks'].includes(l.letters),
    instead: () => ({ letters: 'plain' }),
  },
]

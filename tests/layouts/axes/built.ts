/** How the list is built, what its tables look like, and into what file it is put. */
import { often } from './often.js'

export const builtAxes = {
  structure: [
    ...often('blocks', 12),
    ...often('table', 3),
    'cards',
    'pairs',
    'transposed',
    'departments',
    'measureRows',
    'parallel',
    'bodyAndList',
    'single',
  ],
  tableNumber: [...often('序号', 4), '编号', 'none', 'inCell'],
  tableOrder: ['usual', 'unitFirst', 'stateFirst', 'shuffled'],
  /** 制表符, 空格, 一格一行, 格间空行, 行间空行, 按栏对齐（格内折行）. */
  tableGap: [...often('tab', 6), ...often('blanks', 3), 'cellLines', 'cellLinesApart', 'rowsApart', ...often('columns', 2)],
  tableMerge: [...often('none', 3), 'deadline', 'unit'],
  tableHead: [...often('one', 3), 'two', 'repeated'],
  tableExtra: [...often('none', 3), 'remarks', 'remarksState', 'unknown', 'total', 'dashes'],
  categoryPlace: ['row', 'column', 'heading'],
  overLead: [...often('none', 3), 'sentence'],
  container: [
    ...often('text', 8),
    ...often('wrapped', 2),
    'gb18030',
    'markdown',
    ...often('htmlP', 2),
    'htmlBr',
    'htmlHeads',
    'htmlStrong',
    'htmlFragment',
    'htmlLists',
    ...often('docx', 2),
    'docxHeads',
    'docxNumbers',
    'xlsx',
    'pdf',
  ],
  width: ['36', '40', '44'],
} as const

/** Breaks that are lost between fields: what must be there to tell where the next field begins. */
import type { Layout } from '../axes.js'
import { isTable } from './tables.js'
import { type Exclusion, hasColon } from './types.js'

/** Nothing stands where the break stood. */
const isLost = (l: Layout): boolean => l.breaks === 'lost' || l.breaks === 'one' || l.breaks === 'head'
/** Values that end in no word that the next label could begin with: 完成 | 整改措施. */
const closedDeadlines: ReadonlySet<Layout['deadline']> = new Set<Layout['deadline']>([
  'none',
  'day',
  'dayBefore',
  'monthEnd',
  'monthEndBefore',
  'yearEnd',
  'dotted',
  'dashed',
  'han',
  'hanZero',
  'blanks',
])

export const lostBreaks: Exclusion[] = [
  {
    why: 'breaks are lost between fields on lines of their own',
    when: (l) =>
      l.breaks !== 'kept' &&
      (isTable(l) || l.structure === 'parallel' || l.itemShape === 'paragraph' || l.fieldLines === 'pairs'),
    instead: () => ({ breaks: 'kept' }),
  },
  {
    why: 'in the line a label is told by its colon or brackets',
    when: (l) => l.breaks !== 'kept' && ((!hasColon(l) && l.labelForm !== 'numbered') || l.misprint === 'noColon'),
    instead: () => ({ breaks: 'kept' }),
  },
  {
    why: 'labels behind measures would run into those of the item',
    when: (l) => l.breaks !== 'kept' && (l.behind === 'lines' || l.behind === 'inline'),
    instead: () => ({ behind: 'none' }),
  },
  {
    why: 'a heading holds no field',
    when: (l) =>
      ['lost', 'blanks', 'head'].includes(l.breaks) && ['htmlHeads', 'htmlStrong', 'docxHeads'].includes(l.container),
    instead: () => ({ breaks: 'one' }),
  },
  {
    why: 'a problem that runs into a label has a closing mark',
    when: (l) => l.breaks !== 'kept' && l.breaks !== 'one' && l.problemEnd === 'open',
    instead: () => ({ problemEnd: 'full' }),
  },
  {
    why: 'a short label could be the end of a longer word before it',
    when: (l) => isLost(l) && [l.wordProblem, l.wordGoal, l.wordMeasures, l.wordDeadline].some((word) => word.length < 4),
    instead: () => ({ wordProblem: '存在问题', wordGoal: '整改目标', wordMeasures: '整改措施', wordDeadline: '整改时限' }),
  },
  {
    why: 'a value that could take the first word of the next label does not stand right before it',
    when: (l) => isLost(l) && (!closedDeadlines.has(l.deadline) || l.units === 'sentence'),
    instead: (l) => ({
      deadline: closedDeadlines.has(l.deadline) ? l.deadline : 'monthEnd',
      units: l.units === 'sentence' ? 'several' : l.units,
    }),
  },
]

/** Fields, labels, measures and states that no reader could tell apart, or no office prints. */
import { type Layout, tells } from '../axes.js'
import { familyOf, standsAlone } from '../marks.js'
import { hasNumberedLabels, itemRank, listRank, rankOf, styleBelow } from './ranks.js'
import { type Exclusion, hasColon } from './types.js'

/** Problem and work in one paragraph, the problem closed as …的问题。 */
const runsOn = (l: Layout): boolean =>
  l.labelForm === 'none' && tells(l) && ['quoted', 'quotedWord', 'about'].includes(l.problemForm)
/** Bold lines over paragraphs open items without mark and label. */
const boldItems = (l: Layout): boolean =>
  (l.container === 'htmlStrong' || l.container === 'htmlHeads' || l.container === 'docxHeads') &&
  l.structure === 'blocks' &&
  l.itemShape === 'lines'

export const fields: Exclusion[] = [
  {
    why: 'without label only what was done, or only measures, can be told',
    when: (l) =>
      l.labelForm === 'none' &&
      (l.goal === 'yes' || l.deadline !== 'none' || (l.units !== 'none' && l.units !== 'inProblem') || l.persons !== 'none'),
    instead: (l) => ({ goal: 'no', deadline: 'none', units: l.units === 'inProblem' ? l.units : 'none', persons: 'none' }),
  },
  {
    why: 'without label measures and what was done run together',
    when: (l) => l.labelForm === 'none' && tells(l) && l.measures === 'yes',
    instead: () => ({ measures: 'no' }),
  },
  {
    why: 'without label the second paragraph of a problem is work, and a field has no name',
    when: (l) =>
      l.labelForm === 'none' &&
      (l.problemParagraphs === 'two' || l.state === 'field' || l.state === 'deadline' || l.itemHead === 'label'),
    instead: (l) => ({
      problemParagraphs: 'one',
      itemHead: 'text',
      state: l.state === 'field' || l.state === 'deadline' ? 'ownLineField' : l.state,
    }),
  },
  {
    why: 'one bracket closes a problem',
    when: (l) => l.units === 'inProblem' && (l.state === 'marker' || l.state === 'markerSquare' || l.behind !== 'none'),
    instead: () => ({ units: 'leadSupport' }),
  },
  {
    why: 'labels behind measures have the form of the others: one with a colon or brackets',
    when: (l) => (l.behind === 'lines' || l.behind === 'inline') && !hasColon(l),
    instead: () => ({ behind: 'bracket' }),
  },
  {
    why: 'without mark and label nothing tells where an item begins',
    when: (l) => l.itemMark === 'none' && l.labelForm === 'none' && !boldItems(l),
    instead: () => ({ itemMark: '1.' }),
  },
  {
    why: 'an item without mark begins with the label of its problem',
    when: (l) => l.itemMark === 'none' && l.itemHead === 'text' && !(l.labelForm === 'none' && boldItems(l)),
    instead: () => ({ itemHead: 'label' }),
  },
  {
    why: 'an item with a mark in the line has no second, numbered label in it',
    when: (l) => hasNumberedLabels(l) && l.itemHead === 'label' && l.itemMark !== 'none' && !standsAlone.has(l.itemMark),
    instead: () => ({ itemHead: 'text' }),
  },
  { why: 'a plan has measures', when: (l) => !tells(l) && l.measures === 'no', instead: () => ({ measures: 'yes' }) },
  {
    why: 'a plan comes before any state',
    when: (l) => l.genre === 'plan' && l.state !== 'none',
    instead: () => ({ state: 'none' }),
  },
  {
    why: 'a closing sentence closes what was done, in a paragraph or the last numbered line',
    when: (l) => l.state === 'closing' && (!tells(l) || !['paragraph', 'paragraphs', 'numbered'].includes(l.progressShape)),
    instead: (l) => (tells(l) ? { progressShape: 'paragraph' } : { state: 'none' }),
  },
  {
    why: 'labels on lines of their own, and numbered ones, do not stand in a paragraph',
    when: (l) => l.itemShape === 'paragraph' && !hasColon(l) && !runsOn(l),
    instead: () => ({ itemShape: 'lines' }),
  },
  {
    why: 'in one paragraph everything stands in the line',
    when: (l) =>
      l.itemShape === 'paragraph' &&
      (l.measurePlace === 'lines' ||
        l.problemParagraphs === 'two' ||
        l.progressShape === 'paragraphs' ||
        l.progressShape === 'numbered' ||
        l.state.startsWith('ownLine') ||
        l.fieldLines === 'pairs'),
    instead: (l) => ({
      measurePlace: 'inline',
      problemParagraphs: 'one',
      fieldLines: 'own',
      progressShape:
        l.progressShape === 'paragraphs' ? 'paragraph' : l.progressShape === 'numbered' ? 'inlineNumbers' : l.progressShape,
      state: l.state.startsWith('ownLine') ? 'none' : l.state,
    }),
  },
  {
    why: 'a circled number has no numbered label below it',
    when: (l) => hasNumberedLabels(l) && (familyOf(l.itemMark) === 'circle' || l.itemShape === 'paragraph'),
    instead: () => ({ labelForm: 'colon' }),
  },
  {
    why: 'two fields share a line only behind labels with a colon or brackets',
    when: (l) => l.fieldLines === 'pairs' && !hasColon(l),
    instead: () => ({ fieldLines: 'own' }),
  },
  {
    why: 'no two fields have the same word',
    when: (l) => (l.state === 'field' || l.state === 'ownLineField') && (l.wordState as string) === l.wordProgress,
    instead: () => ({ wordState: '整改状态' }),
  },
  {
    why: 'a state on a line of its own has a label in the form of the others, or none',
    when: (l) => l.state === 'ownLineField' && l.labelForm !== 'none' && l.labelForm !== 'colon' && l.labelForm !== 'boldColon',
    instead: () => ({ state: 'ownLineBracket' }),
  },
  {
    why: 'a label without any mark behind it has at least four characters, and no list below it',
    when: (l) =>
      l.labelForm === 'glued' &&
      (l.wordProblem.length < 4 || l.wordGoal.length < 4 || l.wordMeasures.length < 4 || l.wordDeadline.length < 4),
    instead: () => ({ wordProblem: '存在问题', wordGoal: '整改目标', wordMeasures: '整改措施', wordDeadline: '整改时限' }),
  },
  {
    why: 'a colon is wrong only where there is one',
    when: (l) => (l.misprint === 'noColon' || l.misprint === 'halfColon') && l.labelForm !== 'colon' && l.labelForm !== 'half',
    instead: () => ({ misprint: 'none' }),
  },
]

/** A bracket behind the last of 一是…；二是… in one line. */
const runBracket = (l: Layout): boolean =>
  ['bracket', 'bracketSquare', 'bracketRoles', 'bracketShort'].includes(l.behind) &&
  l.measureDepth === '2' &&
  l.subMark === '一是' &&
  (l.subPlace === 'inline' || l.measurePlace === 'inline')

export const measures: Exclusion[] = [
  {
    why: 'a mark of measures is below the marks of the list',
    when: (l) => l.measureMark !== 'none' && l.measureMark !== '一是' && rankOf(l.measureMark) <= listRank(l),
    instead: (l) => ({ measureMark: styleBelow(listRank(l)) }),
  },
  {
    why: 'measures in one line have marks',
    when: (l) => l.measurePlace === 'inline' && l.measureMark === 'none',
    instead: () => ({ measureMark: '一是' }),
  },
  {
    why: 'a run or no mark carries no level below it, and three levels need three styles',
    when: (l) =>
      (l.measureDepth !== '1' && (rankOf(l.measureMark) > 5 || l.measureMark === 'none')) ||
      (l.measureDepth === '3' && rankOf(l.measureMark) > 4),
    instead: (l) => ({ measureDepth: l.measureDepth === '3' && rankOf(l.measureMark) === 5 ? '2' : '1' }),
  },
  {
    why: 'the mark below is below',
    when: (l) => l.measureDepth !== '1' && rankOf(l.subMark) <= rankOf(l.measureMark),
    instead: (l) => ({ subMark: styleBelow(rankOf(l.measureMark)) }),
  },
  {
    why: 'the last of three levels is a run, and the second is not',
    when: (l) => l.measureDepth === '3' && l.subMark === '一是',
    instead: (l) => ({ subMark: rankOf(l.measureMark) < 4 ? '（1）' : '①' }),
  },
  {
    why: 'what is behind measures stands behind those without levels, or as a bracket behind a run',
    when: (l) => l.behind !== 'none' && (l.measures === 'no' || (l.measureDepth !== '1' && !runBracket(l))),
    instead: () => ({ behind: 'none' }),
  },
  {
    why: 'labels behind unmarked or inline measures do not tell where the next begins',
    when: (l) => (l.behind === 'lines' || l.behind === 'inline') && (l.measureMark === 'none' || l.measurePlace === 'inline'),
    instead: () => ({ behind: 'none' }),
  },
  {
    why: 'bodies and days stand behind each measure or in fields of their own',
    when: (l) => l.behind !== 'none' && (l.units !== 'none' || l.deadline !== 'none'),
    instead: (l) => ({ units: 'none', deadline: 'none', state: l.state === 'deadline' ? 'none' : l.state }),
  },
  {
    why: 'the state in a deadline needs the deadline',
    when: (l) => l.state === 'deadline' && l.deadline === 'none',
    instead: () => ({ deadline: 'mixed' }),
  },
  {
    why: 'an unmarked item’s measures have a mark that no item could have, or stand below a label',
    when: (l) => itemRank(l) === 0 && l.labelForm === 'none' && l.measureMark === 'none',
    instead: () => ({ measureMark: '1.' }),
  },
]

/** Which values of which axes go with misses. */
import { type Axis, axisNames, type Layout, tells } from './axes.js'

export interface Lift {
  axis: Axis
  value: string
  /** Reports with the value. */
  n: number
  /** Share of them that are not entirely right. */
  wrong: number
  /** How many standard errors the share lies above the base. */
  z: number
}

const tabled = (l: Layout): boolean =>
  ['table', 'cards', 'pairs', 'transposed', 'departments', 'measureRows'].includes(l.structure)
const labels = (l: Layout): boolean => l.labelForm !== 'none' || tabled(l)
/** Where an axis has an effect; the others have one everywhere. */
const inEffect: Partial<Record<Axis, (layout: Layout) => boolean>> = {
  width: (l) => l.container === 'wrapped' || l.container === 'docxLines',
  wordGoal: (l) => l.goal === 'yes',
  wordProblem: (l) => l.itemHead === 'label' || tabled(l),
  wordMeasures: (l) => l.measures === 'yes' && labels(l),
  wordDeadline: (l) => l.deadline !== 'none' || l.behind !== 'none',
  wordUnit: (l) => l.units !== 'none' || l.behind !== 'none',
  wordProgress: (l) => tells(l) && labels(l),
  wordState: (l) => l.state === 'field' || l.state === 'ownLineField',
  measureMark: (l) => l.measures === 'yes',
  measurePlace: (l) => l.measures === 'yes',
  measureStart: (l) => l.measures === 'yes',
  measureText: (l) => l.measures === 'yes',
  measureDepth: (l) => l.measures === 'yes',
  measureEnd: (l) => l.measures === 'yes',
  subMark: (l) => l.measureDepth !== '1',
  subPlace: (l) => l.measureDepth !== '1',
  figures: (l) => l.measures === 'yes',
  progressShape: (l) => tells(l),
  categoryMark: (l) => l.categories !== 'none',
  categoryWords: (l) => l.categories !== 'none',
  categoryPlace: (l) => l.categories !== 'none' && l.structure === 'table',
  restart: (l) => l.categories !== 'none',
  chapterMark: (l) => l.before !== 'none' || l.over !== 'none' || l.after !== 'none' || l.state === 'chapter',
  chapterBody: (l) => l.before !== 'none' || l.after !== 'none',
  overLead: (l) => l.over !== 'none',
  itemMark: (l) => !tabled(l),
  tableNumber: tabled,
  tableOrder: tabled,
  tableHead: tabled,
  tableExtra: tabled,
  tableMerge: tabled,
  breaks: (l) => !tabled(l) && l.structure !== 'parallel',
  tablePages: (l) => l.structure === 'table',
  pages: (l) => !tabled(l),
  tableGap: (l) => tabled(l) && (l.container === 'text' || l.container === 'gb18030'),
}

export function liftsOf(results: { layout: Layout; right: boolean }[], least = 8): Lift[] {
  const base = results.filter(({ right }) => !right).length / Math.max(1, results.length)
  const spread = Math.sqrt(Math.max(base * (1 - base), 1e-9))
  return axisNames
    .flatMap((axis) => {
      const values = new Map<string, { n: number; wrong: number }>()
      for (const { layout, right } of results) {
        if (inEffect[axis]?.(layout) === false) continue
        const tally = values.get(layout[axis]) ?? { n: 0, wrong: 0 }
        tally.n++
        if (!right) tally.wrong++
        values.set(layout[axis], tally)
      }
      return [...values].map(
        ([value, { n, wrong }]): Lift => ({
          axis,
          value,
          n,
          wrong: wrong / n,
          z: ((wrong / n - base) * Math.sqrt(n)) / spread,
        }),
      )
    })
    .filter(({ n, z }) => n >= least && z > 0)
    .sort((a, b) => b.z - a.z)
}

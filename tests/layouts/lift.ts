/** Which values of which axes go with misses. */
import { type Axis, axisNames, type Layout } from './axes.js'

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

export function liftsOf(results: { layout: Layout; right: boolean }[], least = 8): Lift[] {
  const base = results.filter(({ right }) => !right).length / Math.max(1, results.length)
  const spread = Math.sqrt(Math.max(base * (1 - base), 1e-9))
  return axisNames
    .flatMap((axis) => {
      const values = new Map<string, { n: number; wrong: number }>()
      for (const { layout, right } of results) {
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

/** Composes, parses and compares one report. */
import { parseReport } from '../../pipeline/parse.js'
import { type Axis, axes, axisNames, type Layout } from './axes.js'
import { type Comparison, compareReport, type Miss } from './compare.js'
import { composeReport } from './compose.js'

export interface Result {
  index: number
  layout: Layout
  right: boolean
  comparison: Comparison
}

export async function check(index: number, layout: Layout): Promise<Result> {
  const { bytes, expected } = await composeReport(layout)
  const { report } = await parseReport(bytes, `layout-${index}`)
  const comparison = compareReport(expected, report)
  return { index, layout, right: comparison.misses.length === 0, comparison }
}

/** The layout in words: what differs from the first value of each axis. */
export const inWords = (layout: Layout): string =>
  axisNames
    .filter((axis: Axis) => layout[axis] !== axes[axis][0])
    .map((axis) => `${axis}=${layout[axis]}`)
    .join(' ')

const shorten = (text: string | null): string =>
  text === null ? '–' : text.length > 90 ? `${text.slice(0, 60)}…${text.slice(-25)}` : text
export const missLine = ({ field, item, expected, found }: Miss): string =>
  `    ${field} ${item || ''}: ${shorten(expected)} ≠ ${shorten(found)}`

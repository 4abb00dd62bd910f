/** What a column holds, told by its cells alone. */
import { isBareDay, isDone, isDue, isFault, isPlan, namesBodies } from '../fields/cells.js'
import { isAnswer, isStatusOnly, readAnswer } from '../fields/status.js'
import type { FieldKind } from '../lexicon/labels.js'
import { isEmptyValue } from './raw-item.js'

/** Cells are looked at no further than this, and no more of them. */
const window = 200
const mostCells = 60

/** Fields that cells alone can tell. */
const toldFields = ['problem', 'measures', 'progress', 'deadline', 'status', 'responsible_unit'] as const
export type Told = (typeof toldFields)[number]
export const isTold = (field: FieldKind): field is Told => (toldFields as readonly FieldKind[]).includes(field)

export interface Evidence {
  /** Cells that hold anything. */
  filled: number
  /** Mean length of their words. */
  length: number
  /** Share of the cells that read like each kind. */
  share: Record<Told, number>
  /** Share of the cells that are a bare day, which may be a day of anything. */
  bareDays: number
}

export function evidenceOf(cells: readonly string[], name: string): Evidence {
  const filled = cells.filter((words) => !isEmptyValue(words)).slice(0, mostCells)
  const share = (test: (words: string) => boolean): number =>
    filled.length === 0 ? 0 : filled.filter((words) => test(words.slice(0, window))).length / filled.length
  return {
    filled: filled.length,
    length: filled.length === 0 ? 0 : filled.reduce((sum, words) => sum + words.length, 0) / filled.length,
    share: {
      problem: share(isFault),
      measures: share((words) => isPlan(words) && !isDone(words)),
      progress: share(isDone),
      deadline: share(isDue),
      status: share(
        (words) => isStatusOnly(words) || readAnswer(name, words) !== null || (isAnswer(words) && isStatusOnly(name)),
      ),
      responsible_unit: share(namesBodies),
    },
    bareDays: share(isBareDay),
  }
}

/** What `taizhang diff` tells, of two reports or of two ledgers. */
import type { Relation } from '../../pipeline/links/index.js'
import type { Io } from './io.js'
import { hanging, truncate } from './layout.js'

export interface Change {
  field: 'status' | 'closure' | 'deadline' | 'leadUnits' | 'state' | 'due' | 'units'
  from: string | null
  to: string | null
}

export interface Differences {
  /** Keys of both reports, or the files of both ledgers. */
  from: string
  to: string
  added: { item: string; problem: string }[]
  removed: { item: string; problem: string }[]
  /** `relation`: how the words differ; null where two ledgers are compared, for their newest reports word a problem as they like. */
  changed: { item: string; other: string; problem: string; relation: Relation | null; changes: Change[] }[]
  unchanged: number
}

export function account({ added, removed, changed }: Differences, io: Io): string {
  const { words } = io
  const line = (mark: string, item: string, problem: string) =>
    `${io.paint('bold', `${mark} ${item}`)}  ${truncate(problem.replaceAll('\n', ''), io.width - item.length - 4)}`
  return [
    ...removed.map(({ item, problem }) => line('-', item, problem)),
    ...added.map(({ item, problem }) => line('+', item, problem)),
    ...changed.map(({ item, other, problem, relation, changes }) =>
      [
        line('~', `${item} → ${other}`, problem),
        ...(relation === null || relation === 'same'
          ? []
          : [`    ${words.fields.words}${words.colon}${words.relations[relation]}`]),
        ...changes.map(({ field, from, to }) =>
          hanging(
            `    ${words.correctionFields[field]}${words.colon}`,
            `${words.value(field, from)} → ${words.value(field, to)}`.replaceAll('\n', ''),
            io.width,
          ),
        ),
      ].join('\n'),
    ),
  ].join('\n')
}

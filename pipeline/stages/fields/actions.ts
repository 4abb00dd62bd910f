/** 整改措施 and 整改情况: the trees of their actions, with who does each and until when. */
import {
  type ActionLine,
  type ActionNote,
  type ActionReading,
  isNoteField,
  parseActions,
} from '../../../parsers/fields/actions.js'
import { isStatusOnly } from '../../../parsers/fields/status.js'
import type { RawField, RawItem } from '../../../parsers/structure/raw-item.js'
import type { Span } from '../../../parsers/tree.js'
import type { Action } from '../../record.js'
import type { Context } from './context.js'
import { deadlineOf } from './deadline.js'
import { once, partiesIn, partiesOf } from './parties.js'

/** What is to be done, or was. */
type Kind = 'planned' | 'told'

/** The actions of the fields and of the paragraphs that no label opens, in document order. */
export function actionsOf(
  context: Context,
  kind: Kind,
  raw: RawItem,
  fields: readonly RawField[],
  body: readonly Span[],
): Action[] {
  const hasRows = raw.fields.some((field) => field.row > 0 && !field.single)
  const actions = listsOf(context.folded, kind, raw, fields).flatMap(({ row, lines, proven }) => {
    const found = read(context, kind, lines, proven)
    // several measures in the only row are no measure's row
    if (hasRows || (raw.byRow && found.length === 1)) for (const action of found) takeRow(context, raw, row, action)
    return found
  })
  return body.length > 0 ? [...actions, ...read(context, kind, body)] : actions
}

interface List {
  row: number
  lines: ActionLine[]
  proven: boolean
}

/** One list of actions a field; measures that go on behind the labels of a single one are one list with them. */
function listsOf(folded: string, kind: Kind, raw: RawItem, fields: readonly RawField[]): List[] {
  const lists: List[] = []
  for (const field of fields) {
    const [first, ...rest] = field.segments
    // 整改进展：已完成，长期坚持。⏎1.…: the first line is the state of what stands below
    const opensWithState = kind === 'told' && first !== undefined && rest.length > 0 && isStatusOnly(folded.slice(...first))
    const lines: ActionLine[] = opensWithState ? rest : [...field.segments]
    // …（2）….⏎【已完成整改】 closes with the item's state
    const last = field.segments.at(-1)
    if (kind === 'told' && last && lines.length > 1 && isMarker(folded.slice(...last))) lines.pop()
    for (let i = raw.fields.indexOf(field) + 1; raw.fields[i]?.single; i++) lines.push(...notesOf(raw.fields[i]))
    const before = lists.at(-1)
    if (before && field.label === '' && field.row > 0) before.lines.push(...lines)
    else lists.push({ row: field.row, lines, proven: field.proven === true })
  }
  return lists
}

/** （已完成整改）, 【达到序时进度】。: a state in brackets, and nothing else. */
const isMarker = (words: string): boolean => {
  const [, state] = /^[（【［]([^（）【】［］]+)[）】］][。；\s]*$/.exec(words) ?? []
  return state !== undefined && isStatusOnly(state)
}

const notesOf = (found: RawField | undefined): ActionNote[] => {
  if (!found || !isNoteField(found.field)) return []
  const { field, segments } = found
  return segments.map((value) => ({ field, value }))
}

/** An action of a table's row has the row's bodies and day where it names none itself. */
function takeRow(context: Context, raw: RawItem, row: number, action: Action): void {
  const own = raw.fields.filter((field) => field.row === row && !field.merged && !field.single)
  if (action.parties.length === 0) action.parties.push(...partiesOf(context, own))
  action.deadline ??= deadlineOf(
    context,
    own.filter(({ field }) => field === 'deadline').map(({ segments }) => segments),
  )
}

const read = (context: Context, kind: Kind, lines: readonly ActionLine[], proven = false): Action[] =>
  parseActions(context.folded, context.text, lines, proven).map((action) => actionOf(context, kind, action))

/** （长期坚持） behind what was done is a state and no day. */
const isState = ({ folded }: Context, [start, end]: Span): boolean =>
  folded.charAt(start - 1) === '（' && !/\d/.test(folded.slice(start, end))

/** The words of a range that are none of its children's: a label between them, a bracket behind the last of a run. */
function ownWords(text: string, [start, end]: Span, children: readonly ActionReading[]): string {
  const ends = [start, ...children.map(({ span }) => span[1])]
  return ends.reduce((own, from, i) => {
    const piece = text.slice(from, children[i]?.span[0] ?? end)
    const isOnLine = own === '' || !/^\s*\n/.test(piece) || piece.trim() === ''
    return own + (isOnLine ? '' : '\n') + piece.trim()
  }, '')
}

function actionOf(context: Context, kind: Kind, { label, text, span, notes, unit, children }: ActionReading): Action {
  const days = notes.filter(({ field, value }) => field === 'deadline' && !(kind === 'told' && isState(context, value)))
  return {
    label,
    text: ownWords(context.text, [text[0], span[1]], children),
    span,
    parties: once([
      ...(unit ? partiesIn(context, 'responsible_unit', [unit]) : []),
      ...notes.flatMap(({ field, value }) => (field === 'deadline' ? [] : partiesIn(context, field, [value]))),
    ]),
    deadline: deadlineOf(
      context,
      days.map(({ value }) => [value]),
    ),
    children: children.map((child) => actionOf(context, kind, child)),
  }
}

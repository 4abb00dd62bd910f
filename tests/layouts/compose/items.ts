/** One item: its lines and the record it must give. */
import { roleOfUnitWord } from '../axes/words.js'
import { type Layout, tells } from '../axes.js'
import { type MarkStyle, mark, standsAlone } from '../marks.js'
import type { Rng } from '../rng.js'
import type { ExpectedItem, ExpectedParty, ExpectedStatus, Topic } from '../types.js'
import { printMeasures, printProgress } from './actions.js'
import type { Behind } from './behind.js'
import { type DeadlineForm, printDeadline } from './deadlines.js'
import { gapBehind } from './gaps.js'
import { type LabelOddity, labelled, labelMark } from './labels.js'
import { type PartyContext, type PrintedField, personForms, unitForms } from './parties.js'
import { printProblem } from './problem.js'
import { shortState, stateSentence } from './states.js'

export interface ItemInput {
  layout: Layout
  topic: Topic
  /** The printed number. */
  number: number
  /** A mark of another style, by misprint. */
  markStyle: MarkStyle
  category: string | null
  path: string[]
  /** A state that the chapter gives. */
  chapterState: ExpectedStatus | null
  /** The label of one field goes wrong in this item. */
  oddity: LabelOddity
  /** One field is missing in this item. */
  lacks: boolean
  rng: Rng
}
export type FieldName = 'goal' | 'measures' | 'deadline' | 'unit' | 'person' | 'progress' | 'state'
/** An item's content before it is laid out. */
export interface DrawnItem {
  /** The problem's paragraphs, with the state's marker. */
  problem: string[]
  fields: Field[]
  /** Lines behind the fields. */
  tail: string[]
  expected: ExpectedItem
}
export interface PrintedItem {
  lines: string[]
  expected: ExpectedItem
}

/** A field before it has its label. */
export interface Field {
  kind: FieldName
  word: string
  value: string[]
  /** Short enough to share a line with another. */
  short: boolean
  /** The value may begin on the line below the label. */
  below?: boolean
}

const labelsOf = (layout: Layout, style: MarkStyle, number: number): string[] => {
  const printed = mark(style, number).trim()
  // （一）存在问题：… may be a numbered label or the item's mark and a label
  if (printed === '' && layout.labelForm.startsWith('numbered')) return ['', mark(labelMark(layout), 1)]
  if (style === '序号：1') return [printed, String(number)]
  if (style === '- 1、') return [printed, printed.slice(1).trim()]
  return [printed]
}

/** Fields of an item in the layout's order, and what they must give. */
function printFields(input: ItemInput, expected: ExpectedItem): Field[] {
  const { layout, topic, rng } = input
  const fields: Record<string, Field[]> = { goal: [], measures: [], deadline: [], unit: [] }
  const lacking = input.lacks ? rng.pick(['goal', 'deadline', 'unit']) : ''
  if (layout.goal === 'yes' && lacking !== 'goal') {
    expected.goal = `${topic.goal}。`
    fields.goal = [{ kind: 'goal', word: layout.wordGoal, value: [expected.goal], short: false }]
  }
  if (layout.measures === 'yes') {
    const behind: Behind = {
      rng,
      issuer: layout.issuer,
      unitWord: layout.wordUnit,
      unitRole: roleOfUnitWord(layout.wordUnit),
      deadlineWord: layout.wordDeadline,
    }
    const printed = printMeasures(topic, layout, behind, rng)
    expected.measures = printed.actions
    fields.measures = [
      {
        kind: 'measures',
        word: layout.wordMeasures,
        value: printed.lines,
        short: false,
        below: layout.measureStart === 'next' && layout.measurePlace === 'lines',
      },
    ]
  }
  if (layout.deadline !== 'none' && lacking !== 'deadline') fields.deadline = [printDeadlineField(input, expected)]
  if (lacking !== 'unit') fields.unit = printParties(input, expected)
  return layout.order.split(' ').flatMap((name) => fields[name] ?? [])
}

function printDeadlineField({ layout, rng }: ItemInput, expected: ExpectedItem): Field {
  const printed = printDeadline(layout.deadline as DeadlineForm | 'mixed', rng)
  expected.deadline = printed.entries
  let text = printed.text
  if (layout.state === 'deadline') {
    const state = shortState(rng, tells(layout), true)
    expected.status = state.status
    text = `${text}（${state.text}）`
  }
  return { kind: 'deadline', word: layout.wordDeadline, value: [text], short: true }
}

function printParties({ layout, rng }: ItemInput, expected: ExpectedItem): Field[] {
  const context: PartyContext = { rng, issuer: layout.issuer, word: layout.wordUnit, role: roleOfUnitWord(layout.wordUnit) }
  const units: PrintedField[] = layout.units === 'none' || layout.units === 'inProblem' ? [] : unitForms[layout.units](context)
  const persons: PrintedField[] = layout.persons === 'none' ? [] : personForms[layout.persons](context)
  expected.parties = [...expected.parties, ...[...units, ...persons].flatMap((field): ExpectedParty[] => field.parties)]
  const asField =
    (kind: FieldName) =>
    ({ label, text }: PrintedField): Field => ({ kind, word: label, value: [text], short: true })
  return [...units.map(asField('unit')), ...persons.map(asField('person'))]
}

/** What was done and the state, behind the planned fields. */
function printDone(input: ItemInput, expected: ExpectedItem): { fields: Field[]; tail: string[] } {
  const { layout, topic, rng } = input
  const fields: Field[] = []
  const tail: string[] = []
  const closing = layout.state === 'closing' ? stateSentence(rng) : null
  if (closing) expected.status = closing.status
  if (tells(layout)) {
    const printed = printProgress(topic, layout, closing?.text ?? '', rng)
    expected.progress = printed.actions
    fields.push({ kind: 'progress', word: layout.wordProgress, value: printed.lines, short: false })
  }
  if (layout.state === 'field' || layout.state === 'ownLineField' || layout.state === 'ownLineBracket') {
    const state = shortState(rng, tells(layout))
    expected.status = state.status
    if (layout.state === 'field') fields.push({ kind: 'state', word: layout.wordState, value: [state.text], short: true })
    else tail.push(layout.state === 'ownLineBracket' ? `（${state.text}）` : `${layout.wordState}：${state.text}。`)
  }
  if (layout.state === 'ownLine') {
    const state = stateSentence(rng)
    expected.status = state.status
    tail.push(`${state.text}。`)
  }
  return { fields, tail }
}

/** The fields before which the break is lost. */
function lostBreaks({ layout, rng }: ItemInput, count: number): (index: number) => boolean {
  const one = layout.breaks === 'one' && count > 1 ? rng.int(1, count - 1) : -1
  return (index) =>
    layout.breaks === 'lost' || layout.breaks === 'blanks' || (layout.breaks === 'head' ? index === 0 : index === one)
}

/** Lines of the head, and fields with their labels below; short ones two to a line where the layout says so. */
function labelFields(head: string[], fields: Field[], input: ItemInput, from: number): string[] {
  const { layout } = input
  const oddAt = input.oddity ? input.rng.int(0, fields.length - 1) : -1
  const isLost = lostBreaks(input, fields.length)
  const lines = [...head]
  let open = false
  fields.forEach((field, index) => {
    const oddity = index === oddAt ? input.oddity : null
    const printed = labelled(layout, field.word, field.value, from + index, oddity, field.below)
    const [first = '', ...rest] = printed
    if (layout.fieldLines === 'pairs' && field.short && open) {
      lines.push(`${lines.pop()}　　${first}`, ...rest)
      open = false
    } else if (isLost(index) && lines.length > 0) {
      lines.push(`${lines.pop()}${layout.breaks === 'blanks' ? '  ' : ''}${first}`, ...rest)
    } else {
      lines.push(...printed)
      open = field.short
    }
  })
  return lines
}

/** The problem's paragraphs, the last with the state's marker. */
function drawProblem(input: ItemInput, expected: ExpectedItem): string[] {
  const { layout, rng } = input
  const problem = printProblem(input.topic, layout, rng)
  expected.problem = problem.join('')
  let marker = ''
  if (layout.units === 'inProblem') {
    const printed = unitForms.leadSupport({ rng, issuer: layout.issuer, word: '', role: '' })
    marker = `（${printed.map(({ label, text }) => `${label}：${text}`).join('；')}）`
    expected.parties = printed.flatMap((field) => field.parties)
  }
  if (layout.state === 'marker' || layout.state === 'markerSquare') {
    const state = shortState(rng, tells(layout))
    expected.status = state.status
    marker = layout.state === 'marker' ? `（${state.text}）` : `【${state.text}】`
  }
  return problem.map((line, index) => (index === problem.length - 1 ? line + marker : line))
}

/** The lines that open the item: mark, label and problem. */
function printHead(input: ItemInput, value: string[]): string[] {
  const { layout } = input
  const printed = mark(input.markStyle, input.number)
  const lines = layout.itemHead === 'label' ? labelled(layout, layout.wordProblem, value, 1) : value
  if (standsAlone.has(input.markStyle)) return [printed, ...lines]
  if (layout.markGap === 'line' && printed !== '') return [printed.trim(), ...lines]
  const [first = '', ...rest] = lines
  return [`${printed}${gapBehind(layout, input.markStyle)}${first}`, ...rest]
}

/** Everything in one paragraph: each part closed with a full stop. */
const joined = (lines: string[]): string => lines.map((line) => (/[。；）】]$/.test(line) ? line : `${line}。`)).join('')

/** Draws an item's content. */
export function drawItem(input: ItemInput): DrawnItem {
  const { layout } = input
  const expected: ExpectedItem = {
    labels: labelsOf(layout, input.markStyle, input.number),
    category: input.category,
    path: input.path,
    problem: '',
    goal: null,
    measures: [],
    progress: [],
    parties: [],
    deadline: [],
    status: input.chapterState,
  }
  const problem = drawProblem(input, expected)
  const planned = printFields(input, expected)
  const done = printDone(input, expected)
  return { problem, fields: [...planned, ...done.fields], tail: done.tail, expected }
}

export function printItem(input: ItemInput): PrintedItem {
  const { layout } = input
  const { problem, fields, tail, expected } = drawItem(input)
  const lines = [...labelFields(printHead(input, problem), fields, input, layout.itemHead === 'label' ? 2 : 1), ...tail]
  return { lines: layout.itemShape === 'paragraph' ? [joined(lines)] : lines, expected }
}

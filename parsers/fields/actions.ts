/**
 * Rectification measures and progress (整改措施, 整改情况) as a tree: numbered lines, inline runs （一）…（二）…, 一是…；二是…,
 * headings with a paragraph under them. Spans are offsets into the document.
 */
import { labelAt } from '../tokens/label.js'
import { beforeFigure, type Mark, markAt, similarStyles } from '../tokens/marks.js'
import type { Span } from '../tree.js'
import { type ActionNote, bracketsIn, isNoteField, notesIn, notesOfLine } from './actions/notes.js'
import { type Entry, entriesOf, trimEnd } from './actions/runs.js'
import { unitsOf } from './actions/units.js'

export { type ActionNote, isNoteField } from './actions/notes.js'
export { namesUnits } from './actions/units.js'

export interface ActionReading {
  label: string
  /** Own words, without label and children. */
  text: Span
  /** Label, own words and children, with a bracket behind them. */
  span: Span
  /** Who and when, as labels and brackets of the action tell. */
  notes: ActionNote[]
  /** The own words that name the bodies or places that do it: (一)县发改局. */
  unit: Span | null
  children: ActionReading[]
}

/** A paragraph of the field, or a label that stands behind the paragraph before it. */
export type ActionLine = Span | ActionNote

/** The actions of a field whose paragraphs are `lines`, in order. `proven`: the first begins with a number, not with a figure. */
export function parseActions(folded: string, text: string, printed: readonly ActionLine[], proven = false): ActionReading[] {
  const lines = joinRuns(folded, printed)
  const tree = new Tree(folded, text, lines)
  if (proven) tree.prove()
  lines.forEach((line, i) => {
    if ('field' in line) tree.note([line])
    else tree.paragraph(line, i)
  })
  return tree.finish()
}

/** （1）…。①核对工程量；⏎②扣回多计价款。: the line goes on with a run that began inside the one before it. */
function joinRuns(folded: string, lines: readonly ActionLine[]): ActionLine[] {
  const joined: ActionLine[] = []
  /** The line as printed that was looked at last, and whether it was joined to the one before. */
  let last: Span | null = null
  let isJoined = false
  for (const line of lines) {
    const before = joined.at(-1)
    const goesOn: boolean =
      last !== null &&
      before !== undefined &&
      !('field' in line) &&
      !('field' in before) &&
      line[0] - last[1] <= 2 &&
      goesOnInside(folded, last, line, isJoined)
    if (goesOn && before && !('field' in before) && !('field' in line)) joined[joined.length - 1] = [before[0], line[1]]
    else joined.push(line)
    isJoined = goesOn
    last = 'field' in line ? null : line
  }
  return joined
}

/** Whether the mark that opens a line is the next of a run inside the line before it; of one that opens it only where that line goes on itself. */
function goesOnInside(folded: string, [from, to]: Span, [start, end]: Span, isJoined: boolean): boolean {
  const mark = markAt(folded, skipBlank(folded, start, end))
  if (!mark || mark.ordinal < 2 || mark.doubtful) return false
  const isNext = (other: Mark | null): boolean => other?.style === mark.style && other.ordinal === mark.ordinal - 1
  const opening = markAt(folded, skipBlank(folded, from, to))
  if (opening?.style === mark.style && (!isJoined || isNext(opening))) return isJoined
  for (const { index } of folded.slice(from, to).matchAll(/[。；：）]/g))
    if (isNext(markAt(folded, skipBlank(folded, from + index + 1, to)))) return true
  return false
}

interface Frame {
  style: string
  ordinal: number
  node: ActionReading
  /** Words that belong to no action have followed: it takes no more children, for they would lie in its span. */
  isClosed?: boolean
  /** It stands with others of its count in one paragraph: what the next paragraph says is none of its. */
  inRun?: boolean
}

/** Words, not the marks that may stand between two lines of a list. */
const between = /[^\s。；，、（）【】〔〕［］[\]]/

/** Grows the tree line by line; the stack holds the actions that are open, outermost first. */
class Tree {
  private readonly top: ActionReading[] = []
  private stack: Frame[] = []
  private last: ActionReading | null = null
  /** A label alone on its line, whose value is the next. */
  private waiting: ActionNote['field'] | null = null
  private readonly marks: (Mark | null)[]
  /** How far the lines have been read; how far the labels behind the last action go. */
  private at = 0
  private noted = 0
  /** Whether other words follow the last action. */
  private isCut = false

  constructor(
    private readonly folded: string,
    private readonly text: string,
    lines: readonly ActionLine[],
  ) {
    this.marks = lines.map((line) => ('field' in line ? null : markAt(folded, skipBlank(folded, ...line))))
    // 2.更换液位计4台。⏎3.1至9月利用率71.5%。
    let last = 0
    this.marks.forEach((mark, i) => {
      const plain = mark?.style === 'multi' ? beforeFigure(folded, mark) : mark
      if (plain && plain !== mark && plain.ordinal === last + 1) this.marks[i] = { ...plain, doubtful: false }
      if (plain?.style === 'ar') last = plain.ordinal
    })
  }

  /** The first mark is a number, however much it looks like a figure. */
  prove(): void {
    const [first] = this.marks
    if (first) this.marks[0] = { ...first, doubtful: false }
  }

  paragraph([from, to]: Span, line: number): void {
    const start = skipBlank(this.folded, from, to)
    const end = trimEnd(this.folded, start, to)
    if (end <= start) return
    if (this.last && between.test(this.folded.slice(this.at, start))) this.close()
    this.at = end
    if (this.last && this.takeLabels(start, end)) return
    const mark = this.marks[line] ?? null
    const own = mark && mark.body <= end && (!mark.doubtful || this.isProven(mark, line)) ? mark : null
    const entries = entriesOf(this.folded, start, end, own)
    for (const entry of entries) this.add(entry, entries.length > 1)
  }

  /** Labels behind the last action; whether the line was one. */
  private takeLabels(start: number, end: number): boolean {
    const field = this.waiting
    this.waiting = null
    if (field && !markAt(this.folded, start)) {
      this.note([{ field, value: [start, end] }])
      return true
    }
    const notes = notesOfLine(this.folded, start, end)
    if (notes.length > 0) {
      // an action's own bracket belongs to its words, wherever it stands; the line may have been cut out of it
      const isInside = this.folded[end] === '）'
      const isBracket = !this.isCut && (isInside || this.folded[start] === '（')
      if (isBracket && this.last?.children.length === 0) this.last.text = [this.last.text[0], isInside ? end + 1 : end]
      this.note(notes, isBracket ? (isInside ? end + 1 : end) : 0)
      return true
    }
    const label = labelAt(this.folded, start, end)
    if (label?.form !== 'alone' || !isNoteField(label.field)) return false
    this.waiting = label.field
    return true
  }

  /** The open actions end here: 该问题已整改。 or another list's line stands between them and what comes. */
  private close(): void {
    for (const frame of this.stack) frame.isClosed = true
    this.noted = 0
    this.isCut = true
  }

  /** Gives the last action what labels behind it tell; `end` of a bracket, which is a part of its words. */
  note(notes: readonly ActionNote[], end = 0): void {
    if (!this.last) return
    this.last.notes.push(...notes)
    for (const { value } of notes) this.noted = Math.max(this.noted, value[1])
    this.at = Math.max(this.at, this.noted)
    this.last.span = [this.last.span[0], Math.max(this.last.span[1], end)]
    this.reach(end)
  }

  /** 2.9家企业… is a figure, unless 1. stands before it or 3. behind it. */
  private isProven(mark: Mark, line: number): boolean {
    if (this.stack.some((frame) => frame.style === mark.style && frame.ordinal === mark.ordinal - 1)) return true
    for (let i = line + 1; i < this.marks.length; i++)
      if (this.marks[i]?.style === mark.style) return this.marks[i]?.ordinal === mark.ordinal + 1
    return false
  }

  private add(entry: Entry, inRun: boolean): void {
    const node = build(this.folded, this.text, entry)
    if (entry.mark) {
      this.addMarked(node, entry.mark)
      if (inRun) Object.assign(this.stack.at(-1) ?? {}, { inRun })
    } else this.addPlain(node)
    this.last = node
    this.noted = 0
    this.isCut = false
  }

  private addMarked(node: ActionReading, { style, ordinal }: Mark): void {
    let at = this.stack.findLastIndex((frame) => frame.style === style && frame.ordinal === ordinal - 1)
    if (at < 0) at = this.stack.findLastIndex((frame) => frame.style === style)
    // a misprinted style goes on with the list whose number it continues
    if (at < 0 && ordinal > 1)
      at = this.stack.findLastIndex((frame) => frame.ordinal === ordinal - 1 && similarStyles(frame.style, style))
    const kept = this.stack[at]?.style ?? style
    if (at >= 0) this.stack = this.stack.slice(0, at)
    this.place(node, kept, ordinal)
  }

  private addPlain(node: ActionReading): void {
    const marked = this.stack.findLastIndex((frame) => frame.style !== '' && !frame.inRun)
    if (marked >= 0) {
      this.stack = this.stack.slice(0, marked + 1)
      this.place(node, '', 0)
      this.stack.pop()
      return
    }
    const current = this.stack.at(-1)
    if (!current || !this.isOpenHeading(current.node)) this.stack = []
    this.place(node, '', 0)
    if (!/：$|如下[。：]?$/.test(this.folded.slice(...node.text))) this.stack = []
  }

  /** A heading over a heading, and no deeper: its content stands below. */
  private isOpenHeading(node: ActionReading): boolean {
    const words = this.folded.slice(...node.text)
    const isShallow = this.top.at(-1) === node || this.top.at(-1)?.children.at(-1) === node
    return isShallow && node.children.length === 0 && words.length <= 60 && /^[^。；]*：$/.test(words)
  }

  private place(node: ActionReading, style: string, ordinal: number): void {
    const parent = this.stack.at(-1)
    if (parent && !parent.isClosed) {
      this.takeNoted(parent.node)
      parent.node.children.push(node)
    } else this.top.push(node)
    this.reach(node.span[1])
    this.stack.push({ style, ordinal, node })
  }

  /** Labels between an action and its next sibling are words of the action, else they would be their parent's. */
  private takeNoted(parent: ActionReading): void {
    for (let node: ActionReading | undefined = parent; node && node !== this.last; ) {
      node = node.children.at(-1)
      if (node) node.span = [node.span[0], Math.max(node.span[1], this.noted)]
    }
  }

  /** The open actions go on to `end`. */
  private reach(end: number): void {
    for (const { node, isClosed } of this.stack) if (!isClosed) node.span = [node.span[0], Math.max(node.span[1], end)]
  }

  finish(): ActionReading[] {
    const name = (node: ActionReading) => {
      node.unit = unitsOf(this.folded, node.text, node.children.length > 0)
      node.children.forEach(name)
    }
    this.top.forEach(name)
    return this.top
  }
}

const skipBlank = (folded: string, start: number, end: number): number => {
  let s = start
  while (s < end && /\s/.test(folded[s] ?? '')) s++
  return s
}

/** The action of an entry and of the run inside it. */
function build(folded: string, text: string, entry: Entry): ActionReading {
  const children = entry.run.map((member) => build(folded, text, member))
  const ownEnd = trimEnd(folded, entry.body, children[0]?.span[0] ?? entry.end)
  const { notes, textEnd } = notesIn(folded, entry.body, ownEnd)
  const end = trimEnd(folded, entry.body, textEnd)
  // labels in the line are no words of the action
  const isLabelled = textEnd < ownEnd && children.length === 0
  const childrenEnd = children.at(-1)?.span[1] ?? 0
  const spanEnd = isLabelled
    ? Math.max(end, entry.start)
    : childrenEnd > 0 && childrenEnd < (entry.run.at(-1)?.end ?? 0)
      ? childrenEnd
      : entry.end
  const node: ActionReading = {
    label: entry.mark ? text.slice(entry.mark.start, entry.mark.end).trim() : '',
    text: [Math.min(entry.body, end), end],
    span: [entry.start, spanEnd],
    notes,
    unit: null,
    children,
  }
  takeLastNotes(folded, node)
  return node
}

/** What stands behind the last sentence of a run belongs to what the run belongs to, where no other member has such a thing. */
function takeLastNotes(folded: string, node: ActionReading): void {
  const last = node.children.at(-1)
  if (!last || last.children.length > 0 || last.notes.length === 0) return
  if (node.children.slice(0, -1).some((child) => child.notes.length > 0)) return
  const [from, end] = last.text
  let cut = end
  // a bracket; labels in the line end the words by themselves
  if (last.notes.every(({ value }) => value[0] < end)) {
    const bracket = bracketsIn(folded, from, end).at(-1)
    if (!bracket || !/^[。；]?$/.test(folded.slice(bracket[1], end)) || !/[。；]/.test(folded[bracket[0] - 1] ?? '')) return
    cut = bracket[0]
  }
  node.notes.push(...last.notes.filter(({ value }) => value[0] > cut))
  last.notes = last.notes.filter(({ value }) => value[0] <= cut)
  last.text = [from, cut]
  last.span = [last.span[0], cut]
}

/** Labels, the words behind them, and the words of an item that no label opens. */
import { isNoteField } from '../../fields/actions.js'
import { type FieldKind, fieldBehindProblem, isShortField } from '../../lexicon/labels.js'
import { advance, continuesHeading, continuesOpener, type Enter, goesOn, type May, type Meter, type Run } from '../run.js'
import { type Count, countOf, fieldBit, follow, type State } from '../state.js'

/** Kinds that may stand more than once in one record. */
const repeatable: ReadonlySet<FieldKind> = new Set<FieldKind>(['other', 'category'])

const problemBit = fieldBit('problem')
/** Fields that stand behind the problem. */
const later = (['goal', 'measures', 'progress', 'deadline', 'status', 'responsible_unit', 'lead_unit'] as const).reduce(
  (mask, kind) => mask | fieldBit(kind),
  0,
)

const holds = (field: FieldKind | null): boolean => field === 'measures' || field === 'progress'

/** The counts of the measures that are open: under their label, or right under the problem, whose words nothing labels. */
const openMeasures = (s: State): Count | null => (holds(s.field) || s.role === 'text' ? s.counts : null)

export const mayLabel: May = (line, _, run) => line.label !== null && !(line.bracketed && run.bracketsOfMeasures)

export const label: Enter = (s, i, run, meter) => {
  const line = run.lines[i]
  const own = run.features[i]
  if (!line?.label || !own) return null
  const { form } = line.label
  if (own.ofNotice) meter.pay('valueClosing')
  const told = (s.seen & problemBit) !== 0
  const field = told ? fieldBehindProblem(own.word, line.label.field) : line.label.field
  const bit = fieldBit(field)
  const measures = openMeasures(s) ?? (isNoteField(field) && !holds(s.field) ? s.measures : null)
  // a heading of an item over its own 反馈问题：
  const headed = s.role === 'open' || (s.role === 'state' && s.before?.role === 'open')
  const titled = line.label.field === 'problem' && headed && run.lines[s.item]?.label?.field !== 'problem'
  if (s.seen & bit && !repeatable.has(field) && !titled) {
    if (!(isNoteField(field) && (s.measures !== null || openMeasures(s) !== null))) payRepeat(s, i, run, meter)
  }
  // the problem is told first: 反馈问题：… behind other fields begins another item, or heads several
  if (field === 'problem' && s.seen & later && !headed) meter.pay('labelProblemLate')
  if (form === 'bare') meter.pay('labelBare', own.again ? 0.3 : 1)
  else if (form === 'glued') meter.pay('labelGlued', own.again ? 0.3 : 1)
  else if (form === 'stop') meter.pay('labelStop', own.again ? 0.1 : 1)
  else if (form === 'alone') meter.pay('labelAlone', own.again ? 0.25 : 1)
  if (run.shape && field !== 'other' && !run.shape.words.has(own.word)) meter.pay('labelStrange')
  // 下一步工作 alone, once in a list: the chapter behind it
  if ((form === 'alone' || form === 'stop') && own.otherChapter && !own.again && s.items > 1) meter.pay('valueOutlook')
  const numbered = payNumber(s, i, run, meter)
  if (meter.isOver()) return null
  const t = follow(s, i, 'label')
  // 整改状态：已完成⏎修订制度3项。: what stands below is no part of the state
  const over = own.overBody && (s.seen & (fieldBit('measures') | fieldBit('progress'))) === 0
  t.zone = over ? 'head' : 'field'
  t.field = over ? null : field
  t.label = over ? -1 : i
  t.seen = s.seen | bit
  t.counts = firstCount(run, i)
  t.measures = isNoteField(field) || field === 'other' ? measures : null
  t.numbered = numbered
  return t
}

/** How surely a line is a label by its form. */
export const labelWeight = (form: string, again: boolean): number =>
  form === 'colon' || form === 'bracket' ? 1 : form === 'glued' ? (again ? 0.5 : 0.1) : again ? 0.9 : 0.3

/** 整改措施：1．…: the count begins in the label's own line. */
function firstCount(run: Run, i: number): Count | null {
  const first = run.lines[i]?.valueMark
  return first ? countOf(first.style, first.ordinal, null) : null
}

/** Lines that are looked back for a label of the same words: an item has fewer, and one made of labels must not cost their square. */
const lookBack = 100

function payRepeat(s: State, i: number, run: Run, meter: Meter): void {
  const line = run.lines[i]
  const word = run.features[i]?.word
  // 整改情况 and 整改结果 stand side by side; 主体责任 and 责任部门 are two words for one role
  let same = false
  for (let t: State | null = s; t && t.line >= Math.max(s.item, i - lookBack); t = t.before)
    if (t.role === 'label' || t.role === 'open') {
      const other = run.lines[t.line]?.label
      if (other && line?.label && other.field === line.label.field && run.features[t.line]?.word === word) same = true
    }
  meter.pay('labelRepeat', same ? 1 : 0.25)
}

/** The count of numbered labels; a label whose number belongs to another count pays. */
function payNumber(s: State, i: number, run: Run, meter: Meter): Count | null {
  const mark = run.lines[i]?.mark
  if (!mark) return s.numbered
  const next = s.numbered?.style === mark.style && s.numbered.ordinal === mark.ordinal - 1
  if (!next && !(s.numbered === null && mark.ordinal === 1)) meter.pay('labelNumber')
  if (!next && (continuesHeading(s.headings, mark) || continuesOpener(s, mark))) meter.pay('labelContinues')
  return countOf(mark.style, mark.ordinal, null)
}

/** Words behind a problem that no label opens, or more words of a field. */
export const value: Enter = (s, i, run, meter) => {
  const line = run.lines[i]
  const own = run.features[i]
  if (!line || !own) return null
  if (line.table) {
    const table = run.tables.get(i)
    // a table of the item's own fields has no problem of its own
    if (table?.kind === 'ledger' || (table?.kind === 'pairs' && (table.items[0]?.problem.length ?? 0) > 0))
      meter.pay('rowOutside', table.items.length)
    if (meter.isOver()) return null
    return follow(s, i, s.zone === 'head' ? 'text' : 'value')
  }
  if (own.rule) return follow(s, i, 'state')
  const short = s.field !== null && isShortField(s.field)
  if (line.label && !(line.bracketed && run.bracketsOfMeasures)) {
    // 下一步整改措施 alone behind the last of several items that have no such label
    const { form, field } = line.label
    const strange = form === 'alone' && field !== 'other' && s.items > 1 && run.shape !== null && !run.shape.words.has(own.word)
    meter.pay('valueLabel', Math.max(labelWeight(line.label.form, own.again), strange ? 0.6 : 0))
  }
  // the value of a label without words of its own stands in the next line, or in numbered ones
  const opened = s.label < 0 ? undefined : run.lines[s.label]
  const waits = opened?.label !== null && opened !== undefined && (opened.label?.value ?? 0) >= opened.end
  if (own.stateOnly && !line.mark && !line.label && !short && !(waits && s.line === s.label)) meter.pay('valueState')
  const ended = run.features[s.line]?.labelState === true && s.line === s.label
  const first = waits && (s.line === s.label || (line.mark !== null && s.counts !== null))
  if (short && !first) meter.pay(line.mark ? 'valueShortMark' : own.sentence || own.stops ? 'valueProse' : 'valueShort')
  else if (ended && !line.mark && !line.label && (own.sentence || own.stops)) meter.pay('valueProse')
  const counts = payMark(s, i, run, meter)
  // 问题一 alone, 1．问题： alone: the problem stands in the next line
  const awaited = (s.role === 'open' && waitsFor(run, s.line)) || (s.field === 'problem' && waits && s.line === s.label)
  if (own.parallel === 'problem') meter.pay('valueProblem')
  else if (
    own.strong &&
    !awaited &&
    !(short && first) &&
    !(own.done && s.field === 'progress') &&
    !line.label &&
    (line.mark || (own.length <= 60 && !endsProblem(s, i, run)))
  )
    meter.pay('valueProblem', own.problem)
  // （一）反馈问题：… has told the problem: a numbered one below it is another
  else if (
    line.mark?.ordinal === 1 &&
    !line.label &&
    own.problem >= 0.4 &&
    s.role === 'open' &&
    run.lines[s.item]?.label?.field === 'problem' &&
    !awaited
  )
    meter.pay('valueProblem', 0.7)
  else if (
    line.mark &&
    !line.label &&
    !first &&
    (own.problem >= 0.75 || (own.problem >= 0.4 && own.labelNext && s.line === s.item))
  )
    meter.pay('valueProblem', 0.4)
  else if (line.mark && own.ownState && !awaited) meter.pay('valueProblem', 0.7)
  if (own.title) meter.pay('valueTitle')
  if (own.plain && run.grammar.plainHeadings && run.grammar.opens[i + 1] === 1 && !first) meter.pay('valueBeforeOpener')
  if (own.closing && !line.label && !first) meter.pay('valueClosing')
  // a body alone on a line of prose is a signature
  if (own.body && !line.mark && !line.label && !short && !first) meter.pay('valueBody')
  if (line.mark && (line.mark.style === 'issue' || line.mark.style === 'part')) meter.pay('valueIssue')
  // a few words like a heading's, prose behind a list: what the siblings do not have
  if (!line.mark && !line.label && !first && !short && s.line !== s.item) {
    if (own.plain) meter.pay('valuePlain', run.shape?.plain ? 0 : run.shape || own.otherChapter ? 1 : 0.3)
    else if (s.counts !== null && run.shape && !run.shape.loose && run.features[s.line]?.stops) meter.pay('valueLoose')
  }
  // 针对反馈的1个问题，具体如下。 leads to a list and is none of its words
  if (own.leads && s.line === s.item) meter.pay('valueProse', 0.4)
  if (run.grammar.opener.by === 'bold' && run.grammar.opens[i] === 1) meter.pay('valueOpener', 0.5 + own.problem)
  // a bold sentence over a paragraph heads it
  else if (line.bold && own.overProse && own.stops && !line.mark && !line.label) meter.pay('valueBold')
  if (line.heading > 0) meter.pay('valueHeading')
  if (!line.mark && own.category) meter.pay('valueCategory')
  // before the list's next number it is no outlook: 市政府将图斑处置纳入督查。⏎8.…
  const inList =
    run.grammar.opens[i + 1] === 1 && !run.features[i + 1]?.outlook && continuesOpener(s, run.lines[i + 1]?.mark ?? null)
  if (!line.mark && !first && !inList && (own.leadingOutlook || (own.outlook && s.items > 1))) meter.pay('valueOutlook')
  if (s.zone === 'head' && run.shape !== null && (run.shape.usual & ~s.seen) !== 0) meter.pay('valueBeforeLabel')
  if (meter.isOver()) return null
  const t = follow(s, i, s.zone === 'head' ? 'text' : 'value')
  t.counts = counts
  if (awaited) t.seen |= problemBit
  return t
}

/** The state stands behind the second paragraph of a problem: 1.…。⏎经查，…。（已完成） */
function endsProblem(s: State, i: number, run: Run): boolean {
  const label = run.lines[s.line]?.label
  const opens = s.role === 'open' && (!label || label.field === 'problem')
  // 反馈问题：⏎…。⏎经查，…。（已完成）
  const first = opens || (s.role === 'text' && s.before?.role === 'open' && waitsFor(run, s.before.line))
  return first && run.features[i]?.state === true && run.features[s.line]?.state === false
}

/** An opener without words of its own. */
function waitsFor(run: Run, i: number): boolean {
  const line = run.lines[i]
  return line !== undefined && (line.label ? line.label.value >= line.end : line.body >= line.end)
}

function payMark(s: State, i: number, run: Run, meter: Meter): Count | null {
  const mark = run.lines[i]?.mark
  if (!mark) return s.counts
  const step = advance(s.counts, mark)
  if (mark.doubtful && step.how !== 'next' && step.how !== 'new') return s.counts
  if (run.shape && !run.shape.styles.has(mark.style)) meter.pay('valueStrange')
  if (step.how === 'jump') meter.pay('valueJump')
  else if (step.how === 'similar') meter.pay('valueMisprint')
  const { opener } = run.grammar
  if (run.grammar.opens[i] === 1 && (opener.by === 'mark' || (opener.by === 'levels' && s.style === mark.style)))
    meter.pay('valueOpener', (run.features[i]?.problem ?? 0) + (s.zone === 'head' ? 0.5 : 0))
  if (step.how !== 'next' && continuesOpener(s, mark)) meter.pay('valueContinuesOpener')
  if (continuesHeading(s.headings, mark)) {
    // the chapters' count and that of the measures both go on: an opener behind the line tells
    if (step.how !== 'next') meter.pay('valueContinuesHeading')
    else if (run.grammar.opens[i + 1] === 1 && (run.features[i]?.length ?? 0) <= 40) meter.pay('valueContinuesHeading', 0.6)
  }
  return step.counts
}

export const mayResume: May = (line) => line.mark !== null

/** 2.… behind the unit or the day of measure 1.: the measures go on. */
export const resume: Enter = (s, i, run, meter) => {
  const line = run.lines[i]
  if (s.zone !== 'field' || !line?.mark || s.measures === null || !goesOn(s.measures, line.mark)) return null
  meter.pay('valueResume')
  if (meter.isOver()) return null
  const t = follow(s, i, 'resume')
  t.field = 'measures'
  t.counts = advance(s.measures, line.mark).counts
  t.measures = null
  return t
}

export const mayState: May = (line, own) => line.mark === null && line.label === null && own.stateOnly

/** A state on a line of its own behind the fields. */
export const state: Enter = (s, i, run, meter) => {
  // 整改时限⏎2024年第一季度（正在推进）: the value that a label waits for
  const opened = run.lines[s.line]?.label
  if (s.role === 'label' && s.field === 'deadline' && opened && opened.value >= (run.lines[s.line]?.end ?? 0)) return null
  // 正在整改的问题 over the next item heads it
  if (run.features[i]?.category && run.grammar.opens[i + 1] === 1) meter.pay('stateHeads')
  // one problem has one state
  if (s.seen & fieldBit('status')) meter.pay('labelRepeat', 0.5)
  if (meter.isOver()) return null
  const t = follow(s, i, 'state')
  t.seen = s.seen | fieldBit('status')
  return t
}

/** An item begins. */
import type { FieldKind } from '../../lexicon/labels.js'
import type { Mark } from '../../tokens/marks.js'
import { closeItem, type Enter, goesOn, type May, type Meter, type Run } from '../run.js'
import { aboveStyle, countOf, fieldBit, follow, isOverItems, numberOf, type State, withNumber } from '../state.js'

export const mayOpen: May = (line, _, run, i) => run.grammar.opens[i] === 1 && !line.table

export const open: Enter = (s, i, run, meter) => {
  const line = run.lines[i]
  const own = run.features[i]
  if (!line || !own) return null
  closeItem(s, i, run, meter)
  const { opener } = run.grammar
  let { ordinal, style, headings, chapters } = s
  if (opener.by === 'levels' && line.mark) {
    if (!stepsLevel(s, line.mark, opener.outer, meter)) return null
    ;({ ordinal, style } = line.mark)
    if (style === opener.outer) {
      headings = aboveStyle(s.headings, style)
      chapters = withNumber(s.chapters, line.mark)
    }
  } else if (opener.by === 'mark' && line.mark) {
    const misprint = isMisprint(s, i, run)
    if (misprint) meter.pay('openRepeat', 0.5)
    else payCount(s, i, run, meter)
    ;({ ordinal, style } = line.mark)
    if (misprint) ordinal = s.ordinal + 1
    if (!opener.styles.includes(style)) style = opener.styles[0] ?? style
  } else ordinal = s.ordinal + 1
  const chapter = s.headings ? run.lines[s.headings.line]?.label : null
  const labelled = line.label !== null && line.label.field === 'problem'
  if (own.length === 0 && !line.label) meter.pay('openEmptyLine')
  else if (!own.strong && own.parallel !== 'problem') {
    // what a label follows opens by this grammar: that it follows tells nothing
    const told = own.labelNext && opener.by !== 'before'
    // bold lines over paragraphs are set alike because they are alike
    const set = opener.by === 'bold' && own.overProse
    // 1.加强谋划推进⏎一是召开会议5次。 in a chapter of items: what was done about a problem that is named by its cure
    const cured = own.overRun && line.mark !== null && own.length <= 40 && isOverItems(s.headings)
    // 一、存在问题 over numbers: whatever they say is one, if it is not what was done
    const headed = line.mark !== null && !own.action && !own.done && chapter?.field === 'problem' && chapter.form === 'alone'
    const reads = Math.max(
      own.problem,
      headed ? 0.6 : 0,
      told || own.ownState || cured || line.label?.field === 'number'
        ? 0.75
        : set
          ? 0.6
          : own.doneNext
            ? 0.5
            : own.overProse && own.stops && !own.action
              ? 0.4
              : 0,
    )
    // what most openers are not, none need be
    meter.pay(
      'openUnlike',
      run.shape ? Math.max(0, 1 - reads - Math.min(run.shape.unlike, 0.5)) + 0.1 * (1 - reads) : 1 - reads,
    )
    if (own.problem === 0 && !set && !cured && (own.done || (own.action && !told))) meter.pay('openAction')
  }
  if (
    (own.otherChapter || (own.told !== null && line.label === null)) &&
    !labelled &&
    !own.strong &&
    !own.labelNext &&
    own.problem < 0.4
  )
    meter.pay('openChapter')
  // （一）水环境方面 over 反馈问题：… heads what the label opens
  if (own.category && line.label === null && run.lines[i + 1]?.label?.field === 'problem') meter.pay('openChapter', 0.5)
  if ((own.category || opener.by === 'levels') && own.overProblems) meter.pay('openChapter', 0.5)
  // the name of an attachment is no item, whatever it speaks of
  if (own.closing || own.outlook || own.title || own.body || own.stateOnly)
    meter.pay('openOdd', own.closing && line.mark ? 2 : 1)
  if (s.headings?.over === 'other' || own.parallel === 'told')
    meter.pay('openUnderOther', s.headings?.style === 'annex' ? 3 : 1)
  // 三、整改措施⏎1.清扫道路。: what is to be done, where nothing says that it is a problem
  else if (chapter?.form === 'alone' && chapter.field === 'measures' && own.problem === 0 && !own.labelNext && !own.parallel)
    meter.pay('openUnderOther', 0.7)
  // a run is hardly a list, unless each of it has an answer behind it
  if ((style === 'is' || style === 'first') && !own.strong && !(line.inner && own.labelNext)) meter.pay('openRun')
  if (s.zone === 'end') meter.pay('openAfterEnd')
  if (opener.by !== 'mark' && s.zone === 'field' && line.mark && goesOn(s.counts, line.mark)) meter.pay('openBreaksRun')
  let zone: State['zone'] = 'head'
  let field: FieldKind | null = null
  let seen = 0
  // 1.整改目标：…: the first field stands in the opener's line
  if (line.label) {
    if (run.shape && run.shape.words.size > 0 && !run.shape.words.has(own.word)) meter.pay('openStrange')
    seen = fieldBit(line.label.field)
    if (line.label.field !== 'problem' && line.label.field !== 'number') {
      zone = 'field'
      field = line.label.field
      meter.pay('openField', opener.by === 'single' ? 0.5 : 1)
    }
  }
  if (own.length > 0 || line.label) seen |= fieldBit('problem')
  if (meter.isOver()) return null
  const t = follow(s, i, 'open')
  t.zone = zone
  t.field = field
  t.label = line.label ? i : -1
  t.seen = seen
  t.item = i
  t.ordinal = ordinal
  t.style = style
  t.items = s.items + 1
  t.headings = headings
  t.chapters = chapters
  t.headed = false
  t.counts = null
  t.measures = null
  t.numbered = line.label && line.mark && opener.by !== 'mark' ? countOf(line.mark.style, line.mark.ordinal, null) : null
  return t
}

/** What the number of an opener of two levels costs; false where it opens nothing: 1.… under （二）, which is an item itself. */
function stepsLevel(s: State, { style, ordinal }: Mark, outer: string, meter: Meter): boolean {
  if (style !== outer) {
    if (s.headed ? s.headings?.style !== outer : s.style !== style) return false
    if (s.headed) meter.pay('openNotFirst', ordinal === 1 ? 0 : 1)
    else meter.pay('openJump', ordinal === s.ordinal + 1 ? 0 : 1)
    return true
  }
  const last = numberOf(s.chapters, outer)
  if (ordinal === 1) meter.pay(s.headed ? 'openRestart' : 'openRestartBare', last === 0 ? 0 : 1)
  else meter.pay('openJump', ordinal === last + 1 ? 0 : 1)
  return true
}

/** The mark of the next opener of the same style. */
const nextMark = ({ lines, grammar: { next } }: Run, i: number): Mark | null => lines[next[i] ?? -1]?.mark ?? null

/** 1、2、2、4: a number out of step, with the next in step again. */
function isMisprint(s: State, i: number, run: Run): boolean {
  const mark = run.lines[i]?.mark
  if (run.grammar.foreign || s.items === 0 || !mark || mark.style !== s.style || mark.ordinal === s.ordinal + 1) return false
  const next = nextMark(run, i)
  return next?.ordinal === s.ordinal + 2 && next.ordinal !== mark.ordinal + 1
}

/** How many openers count on from this one, up to four: items 18, 19, 20, 21 of a longer list begin where they begin. */
function followers(run: Run, i: number): number {
  const first = run.lines[i]?.mark
  let n = 1
  for (let at = i; first && n < 4; n++) {
    if (nextMark(run, at)?.ordinal !== first.ordinal + n) break
    at = run.grammar.next[at] ?? -1
  }
  return n
}

/** 1.… stands in this chapter shortly before 2.… or 3.…: the list begins there, though a number may be left out. */
function leavesFirst(s: State, i: number, n: number, run: Run): boolean {
  const before = run.grammar.previous[i] ?? -1
  return n <= 3 && before > (s.headings?.line ?? -1) && run.lines[before]?.mark?.ordinal === 1
}

/** What the number of an opener costs beside the one before it. */
function payCount(s: State, i: number, run: Run, meter: Meter): void {
  const mark = run.lines[i]?.mark
  const { opener } = run.grammar
  if (!mark || opener.by !== 'mark') return
  if (!opener.styles.includes(mark.style)) meter.pay('openMisprint', run.grammar.fillers.has(i) ? 0.15 : 1)
  const n = mark.ordinal
  if (run.grammar.foreign) return
  if (s.items === 0) meter.pay('openNotFirst', n === 1 ? 0 : leavesFirst(s, i, n, run) ? 1 : 1 / followers(run, i))
  else if (n === s.ordinal + 1) {
    // goes on
  } else if (n === s.ordinal && !s.headed && followers(run, i) > 1) meter.pay('openRepeat', 0.5)
  else if (n === 1) meter.pay(s.headed ? 'openRestart' : 'openRestartBare')
  else if (n === s.ordinal) meter.pay('openRepeat', followers(run, i) > 1 ? 0.5 : 1)
  // a number left out, with the next ones in step
  else if (n > s.ordinal && n <= s.ordinal + 3) meter.pay('openSkip', followers(run, i) > 2 || mark.style === 'issue' ? 0.5 : 1)
  else meter.pay('openJump')
  if ((s.zone === 'field' || s.zone === 'head') && n !== s.ordinal + 1 && goesOn(s.counts, mark)) meter.pay('openBreaksRun')
  if (mark.doubtful && n !== s.ordinal + 1) meter.pay('openMisprint')
  // where two styles open items each has its own count: 二、 behind 问题一 goes on with neither
  if (opener.styles.length > 1 && s.items > 0 && s.style !== mark.style && n !== 1) meter.pay('openMisprint')
}

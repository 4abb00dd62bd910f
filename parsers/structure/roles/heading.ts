/** A heading: a chapter outside the list, or a category of the items below it. */
import { partyFields } from '../../lexicon/labels.js'
import type { Line } from '../../tokens/lines.js'
import type { Features } from '../features.js'
import {
  advance,
  closeItem,
  continuesOpener,
  type Enter,
  goesOn,
  isOverOpener,
  type May,
  type Meter,
  type Run,
} from '../run.js'
import { isOverItems, leave, numberOf, type Open, openOf, type State, withNumber } from '../state.js'

export const mayHead: May = (line, own) => {
  if (line.table || line.inner || own.rule || own.length === 0) return false
  if (line.mark) return own.length <= 160
  return line.heading > 0 || !(own.length > 40 || own.sentence || (own.stops && !own.category))
}

export const heading: Enter = (s, i, run, meter) => {
  const line = run.lines[i]
  const own = run.features[i]
  if (!line || !own) return null
  // the second line of a title heads nothing
  if (own.title && !line.mark && run.features[i - 1]?.stops !== true) meter.pay('headingTitle')
  closeItem(s, i, run, meter)
  payWords(s, line, own, isOverOpener(run, i) || (own.overList && !line.mark), meter)
  if (meter.isOver()) return null
  const headings = nest(s, i, run, line, own, meter)
  if (meter.isOver()) return null
  const t = leave(s, i, 'heading', 'out')
  t.seen = 0
  t.headings = headings
  t.headed = true
  if (line.mark) t.chapters = withNumber(s.chapters, line.mark)
  return t
}

/** What the words cost as a heading's. */
function payWords(s: State, line: Line, own: Features, overOpener: boolean, meter: Meter): void {
  if (own.length > 40) meter.pay('headingLong', own.category ? 0.3 : own.length > 80 ? 3 : 1)
  if (own.sentence) meter.pay('headingSentence')
  if (own.stops && !own.category) {
    meter.pay('headingStops')
    // 1.抢修材料出入库手续倒签。 over a paragraph heads nothing
    if (own.overProse && s.headings?.over !== 'other' && !own.itemChapter && !own.otherChapter) meter.pay('headingIdle')
  }
  if (own.parallel === 'problem' || (own.strong && !own.category && !line.label)) meter.pay('headingProblem')
  else if (own.problem > 0 && !own.category && !own.itemChapter && line.mark) meter.pay('headingProblem', own.problem * 0.25)
  if (own.state) meter.pay('headingState')
  if (own.action && !own.otherChapter && !own.category && !own.itemChapter && s.headings?.over !== 'other')
    meter.pay('headingAction')
  // 一、已完成整改任务 over a list is a heading all the same
  const state = own.stateOnly && !own.category && !(own.overList && line.mark)
  if (own.closing || own.body || state) meter.pay('headingOdd')
  if (line.label) {
    // the words are a field's elsewhere
    if (own.again && !(overOpener && (line.label.field !== 'problem' || line.label.form !== 'alone'))) meter.pay('headingAgain')
    const { form, field } = line.label
    // no chapter is called 责任人 or 完成时限, nor 备注 again and again
    if (partyFields.has(field) || field === 'deadline' || (field === 'other' && own.again)) meter.pay('headingLabel')
    else if (form === 'alone' || form === 'stop' || form === 'glued') meter.pay('headingLabelAlone', overOpener ? 0.3 : 1)
    else meter.pay(field === 'problem' ? 'headingLabelProblem' : 'headingLabel', field === 'problem' && overOpener ? 0.4 : 1)
  }
}

/** The headings that stand open behind this one. */
function nest(s: State, i: number, run: Run, line: Line, own: Features, meter: Meter): Open {
  // nothing in an annex of complaints heads the report's own list
  if (s.headings?.style === 'annex' && !own.title) return openOf(i, 'annex', 0, 'other', s.headings)
  const leadsList = own.told !== null && (own.overList || isOverOpener(run, i))
  const over =
    own.otherChapter || own.complaintsAnnex
      ? 'other'
      : own.itemChapter || own.category || (leadsList && !line.mark)
        ? 'items'
        : null
  if (!line.mark) {
    if (line.heading > 0) return openOf(i, `h${line.heading}`, 0, over, above(s.headings, line.heading, over !== null))
    const known =
      line.label?.form === 'alone' ||
      own.category ||
      own.itemChapter ||
      own.otherChapter ||
      own.title ||
      leadsList ||
      line.bold ||
      line.centered
    meter.pay(
      known || (run.grammar.plainHeadings && run.grammar.opens[i + 1] === 1 && own.plain)
        ? 'headingPlainKnown'
        : 'headingPlain',
    )
    let under = s.headings
    for (let h = s.headings; h; h = h.under) if (h.style === 'plain') under = h.under
    if (over !== null) under = withoutOthers(under)
    const style = own.complaintsAnnex ? 'annex' : 'plain'
    return openOf(i, style, 0, over, own.title ? null : under)
  }
  const { mark } = line
  if (mark.style === 'is' || mark.style === 'first' || mark.style === 'issue') meter.pay('headingRun')
  const step = advance(s.headings, mark)
  const { opener } = run.grammar
  const upper = opener.by === 'levels' && opener.outer === mark.style
  if (step.how === 'jump') meter.pay(goesOn(s.chapters, mark) ? 'headingRestart' : 'headingJump', upper ? 0.5 : 1)
  else if (step.how === 'similar') meter.pay('headingMisprint')
  else if (step.how === 'restart') meter.pay('headingRestart')
  // a level of headings that no chapter had before does not begin inside an item
  if (step.how === 'new' && s.items > 0 && (s.zone === 'head' || s.zone === 'field') && numberOf(s.chapters, mark.style) === 0)
    meter.pay('headingNewInside')
  // the upper of two levels heads nothing where none of the lower begins below it
  if (upper && !isOverOpener(run, i)) meter.pay('headingIdle')
  if (!upper && continuesOpener(s, mark)) meter.pay('headingContinuesOpener')
  if ((s.zone === 'head' || s.zone === 'field') && step.how !== 'next' && goesOn(s.counts, mark)) meter.pay('headingBreaksRun')
  if (
    (s.items > 0 || isOverItems(s.headings)) &&
    s.headings?.over !== 'other' &&
    opener.by === 'mark' &&
    opener.styles.includes(mark.style)
  )
    meter.pay('headingOpenerStyle')
  // the frame that goes on or restarts closes what it holds
  let under = s.headings
  if (step.how !== 'new') {
    for (let h = s.headings; h; h = h.under)
      if (h.style === step.counts.style) {
        under = h.under
        break
      }
  } else {
    // 一、 begins a level above 1. and （1）
    if (mark.style === 'cn') while (under && lower.has(under.style)) under = under.under
    // an unnumbered heading under a numbered one ends where the next number opens
    while (under && under.style === 'plain' && under.under !== null) under = under.under
  }
  return openOf(i, step.counts.style, mark.ordinal, over ?? inherited(under), under)
}

const lower: ReadonlySet<string> = new Set(['ar', 'ar-paren', 'ar-rparen', 'circle'])

const inherited = (under: Open | null): Open['over'] => (under?.over === 'other' ? 'other' : null)

/** 反馈问题整改情况 behind 三、加强组织领导: a chapter stands under no numbered heading of other things. */
function withoutOthers(headings: Open | null): Open | null {
  let under = headings
  while (under && !/^(?:plain|h\d)$/.test(under.style) && under.over !== 'items') under = under.under
  return under
}

/** The headings that stand above one of the format's: it closes those of its level and all below them. */
function above(headings: Open | null, level: number, chapter: boolean): Open | null {
  let under = headings
  for (let h = headings; h; h = h.under) if (/^h\d$/.test(h.style) && Number(h.style[1]) >= level) under = h.under
  return under === headings && chapter ? withoutOthers(under) : under
}

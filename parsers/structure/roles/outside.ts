/** What is no item's: words around the list, the report's end, another list. */
import { isShortField } from '../../lexicon/labels.js'
import { ordinal } from '../../tokens/marks.js'
import type { RawItem } from '../raw-item.js'
import { closeItem, continuesOpener, type Enter, isOverOpener, type May, type Meter, type Run } from '../run.js'
import { follow, isOverItems, leave, type Open, openOf, type State, type Zone } from '../state.js'
import { labelWeight } from './field.js'

/** What a line pays for standing outside the items. */
function payOutside(s: State, zone: Zone, i: number, run: Run, meter: Meter): void {
  const line = run.lines[i]
  const own = run.features[i]
  if (!line || !own) return
  if (line.table) {
    const table = run.tables.get(i)
    if (table?.kind === 'ledger' || table?.kind === 'pairs')
      meter.pay('rowOutside', table.items.length * (s.headings?.over === 'other' ? 0.4 : 1))
    return
  }
  if (own.closing || own.rule || own.parallel === 'told') return
  if (line.label && line.label.field !== 'other' && line.label.field !== 'contact' && line.label.field !== 'number')
    meter.pay('labelOutside', labelWeight(line.label.form, own.again))
  if (own.parallel === 'problem') meter.pay('proseProblem')
  else if (own.strong && !line.label && !own.title && (line.mark !== null || own.length <= 60)) meter.pay('proseProblem')
  // labels stand under a numbered problem
  else if (line.mark && !line.label && own.problem >= 0.4 && own.labelNext && s.headings?.over !== 'other')
    meter.pay('proseProblem')
  else if (line.mark && !line.label && own.problem > 0)
    meter.pay('proseLike', own.problem * (s.headings?.over === 'other' ? 0.3 : s.headings?.over === 'items' ? 2 : 1))
  if (own.state && line.mark) meter.pay('proseState')
  if (line.mark?.style === 'issue' && run.grammar.opens[i] !== 1) meter.pay('proseIssue')
  // in a chapter of other things nothing is expected to head or open
  const elsewhere = s.headings?.over === 'other'
  if (own.category || (line.mark !== null && own.length <= 40 && !own.sentence))
    meter.pay('proseHeading', own.category || own.itemChapter ? 1 : (elsewhere ? 0.4 : 1) * (own.action ? 0.5 : 1))
  else if (
    !line.mark &&
    (line.label?.form === 'alone' || (own.plain && (own.itemChapter || own.otherChapter || own.told !== null))) &&
    (own.overList || isOverOpener(run, i))
  )
    meter.pay('proseHeading')
  else if (
    own.plain &&
    (run.grammar.plainHeadings || own.itemChapter) &&
    !own.title &&
    !own.closing &&
    run.grammar.opens[i + 1] === 1 &&
    i > 0
  )
    meter.pay('proseHeading')
  if (run.grammar.opens[i] === 1) {
    // under a chapter of problems the next number is hardly prose
    meter.pay(
      'proseOpener',
      (elsewhere ? 0.1 : (line.mark || run.grammar.opener.by === 'bold') && isOverItems(s.headings) ? 1.4 : 0.4) + own.problem,
    )
    if (
      continuesOpener(s, line.mark) ||
      (run.grammar.opener.by === 'mark' && s.items > 0 && zone === 'out' && line.mark?.ordinal === s.ordinal + 1)
    )
      meter.pay('proseContinuesOpener')
  }
}

/** An annex of complaints heads everything below it: none of it is the report's list. */
const annexAt = (run: Run, i: number): Open | null =>
  run.features[i]?.complaintsAnnex ? openOf(i, 'annex', 0, 'other', null) : null

/** Words outside the items. */
export const prose: Enter = (s, i, run, meter) => {
  payOutside(s, s.zone, i, run, meter)
  // a title or 附件 begins anew: the chapters before it are closed
  const anew = run.features[i]?.title === true && !run.lines[i]?.mark
  if (meter.isOver()) return null
  const t = follow(s, i, 'prose')
  if (anew) {
    t.headings = annexAt(run, i)
    t.headed = true
  }
  return t
}

export const mayClose: May = (line, own) => !line.inner && !line.table && (line.mark === null || own.closing)

/** The report's own words behind an item: a signature, a day, 附件, a notice's contacts. */
export const close: Enter = (s, i, run, meter) => {
  const own = run.features[i]
  if (!own) return null
  closeItem(s, i, run, meter)
  if (own.title || own.leadingOutlook || (own.outlook && s.items > 1)) meter.pay('closeTitle')
  else if (!own.closing && !own.body) {
    // prose behind the unit, the day or the state of an item is easily the report's own end
    const ended =
      s.role === 'state' ||
      run.features[s.line]?.labelState === true ||
      (s.field !== null && isShortField(s.field) && s.line >= s.label)
    meter.pay(ended && (own.sentence || own.stops) ? 'closeAfterShort' : 'closePlain')
  }
  payOutside(s, 'end', i, run, meter)
  if (meter.isOver()) return null
  const t = leave(s, i, 'close', 'end')
  if (own.title) t.headings = annexAt(run, i)
  return t
}

/**
 * The list's title, or the line behind it, names complaints of the public: the share that its lines pay of what another
 * list's do. An annex of them is sure, and pays nothing however long it is. Null: it names none.
 */
function ofComplaints(s: State, i: number, run: Run): number | null {
  if (s.headings?.style === 'annex' || run.features[i]?.complaintsAnnex) return 0
  const from = s.zone === 'other' ? s.label : i
  return run.features[from]?.complaints === true || run.features[from + 1]?.complaints === true ? 0.1 : null
}

export const mayOther: May = (line, own, run, _, zone) => {
  if (run.grammar.opener.by === 'none') return false
  if (zone === 'other' || own.title) return true
  if (zone !== 'out' && zone !== 'end') return false
  return line.heading > 0 || (line.mark ? own.length <= 40 : own.length <= 30 && !own.stops)
}

/** Another list begins: an annex, a chapter of complaints. */
export const other: Enter = (s, i, run, meter) => {
  const line = run.lines[i]
  const own = run.features[i]
  if (!line || !own) return null
  if (s.zone !== 'other') {
    closeItem(s, i, run, meter)
    meter.pay('otherEnter', ofComplaints(s, i, run) === null ? 1 : 0.4)
    if (s.items === 0) meter.pay('otherBefore')
  }
  meter.pay('otherLine')
  if (line.table) {
    const table = run.tables.get(i)
    if (table?.kind === 'ledger' || table?.kind === 'pairs') meter.pay('rowOutside', table.items.length * 0.4)
  }
  if (line.label && line.label.field !== 'other' && line.label.field !== 'contact') {
    // labels that the list's own items have are hardly another list's
    const { shape } = run
    const strange = shape !== null && shape.words.size > 0 && !shape.words.has(own.word)
    meter.pay('otherLabel', s.items === 0 ? 1.5 : (ofComplaints(s, i, run) ?? (strange ? 0.3 : 1)))
  }
  const of = ofComplaints(s, i, run) ?? 1
  if (own.strong && !line.label && line.mark) meter.pay('otherProblem', of)
  else if (line.mark && own.problem > 0) meter.pay('otherProblem', own.problem * 0.5 * of)
  if (line.mark?.style === 'issue') meter.pay('otherProblem', 0.7)
  if (meter.isOver()) return null
  const t = leave(s, i, 'other', 'other')
  // the line that the other list began with
  t.label = s.zone === 'other' ? s.label : i
  if (s.zone !== 'other' || own.complaintsAnnex)
    t.headings = annexAt(run, i) ?? (s.headings?.style === 'annex' ? s.headings : null)
  t.headed = true
  return t
}

export const mayRows: May = (line, _, run, i, zone) => {
  const { by } = run.grammar.opener
  // behind an item's fields only a list of numbers goes on in a table
  if (!line.table || (by !== 'mark' && (by !== 'rows' || zone === 'head' || zone === 'field'))) return false
  const kind = run.tables.get(i)?.kind
  return kind === 'ledger' || (kind === 'pairs' && by === 'rows')
}

/** Lines that are looked through for the number that goes on with a table's. */
const FAR = 200

/** The numbers of a table's first and last row; null where they have none. */
const numbersOf = ({ folded }: Run, items: readonly RawItem[]): [first: number, last: number] | null => {
  const [first, last] = [items[0], items.at(-1)].map((item) => (item?.label ? (ordinal(folded.slice(...item.label)) ?? 0) : 0))
  return first && last ? [first, last] : null
}

/** Whether a numbered line goes on from this number, behind further tables perhaps that count up to it. */
const isNext = (run: Run, i: number, wanted: number): boolean => {
  const { lines, tables, grammar } = run
  let n = wanted
  for (let at = i + 1; at < Math.min(lines.length, i + FAR); at++) {
    const table = tables.get(at)
    const [first, last] = (table?.kind === 'ledger' && numbersOf(run, table.items)) || [n, n - 1]
    if (first !== n) return false
    n = last + 1
    if (grammar.opens[at] === 1) return lines[at]?.mark?.ordinal === n
  }
  return false
}

/** A table whose rows are items; or, in a list of numbered lines, one that its numbers go on from or with: 1–9 in a table, 10.… below it; 1.–9., and 10–12 in a table. */
export const rows: Enter = (s, i, run, meter) => {
  const table = run.tables.get(i)
  if (table?.kind !== 'ledger' && table?.kind !== 'pairs') return null
  const { opener } = run.grammar
  const numbers = opener.by === 'mark' ? numbersOf(run, table.items) : null
  if (opener.by === 'mark') {
    if (!numbers || numbers[1] - numbers[0] !== table.items.length - 1) return null
    if (s.items === 0 ? numbers[0] !== 1 || !isNext(run, i, numbers[1] + 1) : numbers[0] !== s.ordinal + 1) return null
    closeItem(s, i, run, meter)
  }
  if (s.headings?.over === 'other') meter.pay('openUnderOther', s.headings.style === 'annex' ? 3 : 1)
  if (meter.isOver()) return null
  const t = opener.by === 'mark' ? leave(s, i, 'rows', 'out') : follow(s, i, 'rows')
  t.zone = 'out'
  t.items = s.items + table.items.length
  t.headed = true
  if (numbers && opener.by === 'mark') {
    t.ordinal = numbers[1]
    t.style = opener.styles[0] ?? s.style
  }
  return t
}

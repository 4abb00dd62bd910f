/** reading: what the list is. Every reading of the whole report is weighed, the cheapest one is cut into items. */
import type { Plugin } from 'unified'
import { findDeclared } from '../../parsers/fields/declared.js'
import { guanyuProblem } from '../../parsers/lexicon/cues.js'
import type { FieldKind } from '../../parsers/lexicon/labels.js'
import { certaintyOf, signsOf } from '../../parsers/structure/certainty.js'
import { chooseReading, type Reading } from '../../parsers/structure/choose.js'
import { nameOf } from '../../parsers/structure/grammar.js'
import type { RawItem } from '../../parsers/structure/raw-item.js'
import type { Line } from '../../parsers/tokens/lines.js'
import type { Span } from '../../parsers/tree.js'
import { need, note, type ReportTree } from '../tree.js'

/** How much of the text may declare how many problems there are. */
const opening = 6000

/** A list that is less sure than this is one to look at. */
const doubt = 0.9

export const reading: Plugin<[], ReportTree> = () => (tree, file) => {
  const { text, folded } = need(tree.data.layout, 'layout')
  const source = need(tree.data.tokens, 'tokens')
  const declared = declaredItems(folded)
  const found = chooseReading(source, declared)
  if (
    !(isAboutRectification(folded) || hasFields(found.items) || namesProblems(folded, found.items)) ||
    isRegulation(folded, source.lines)
  )
    found.items = []
  tree.data.reading = found
  tree.data.raw = found.items
  tree.data.around = outside(found.items, text.length)
  if (found.items.length > 0) {
    tree.data.certainty = certaintyOf(signsOf(found, source, declared, isBroken(tree)))
    if (tree.data.certainty < doubt) note(file, 'reading_uncertain', inDoubt(found, tree.data.certainty), null)
    return
  }
  if (file.messages.some((m) => m.fatal === true)) return
  const empty = text.trim().length === 0
  const attached = tree.data.notices.some((n) => n.code === 'attachment_link')
  const reason = attached
    ? 'no list of problems was found on the page; it links to attachments, where the list may be'
    : 'no list of problems was found: this is no rectification report, or its layout is unknown'
  note(file, empty ? 'empty_source' : 'no_items', empty ? 'there is no text in the source' : reason, null)
}

/** Whether lines may be cut in other places than the office's own: at a margin, in a PDF, in recognised text. */
export const isBroken = ({ data: { format, notices, layout } }: ReportTree): boolean =>
  format === 'pdf' ||
  notices.some(({ code }) => code === 'ocr_confidence' || code === 'ocr_doubtful') ||
  (layout?.notices.some(({ code }) => code === 'lines_joined') ?? false)

/** What a person should know who checks the list: how sure it is, and what else it could be. */
function inDoubt({ by, candidates }: Reading, certainty: number): string {
  const [best] = candidates
  const next = candidates.find(({ key }) => key !== best?.key)
  const other = next
    ? `; the next reading, ${nameOf(next.grammar)}, has ${next.path.end.items} and costs ${(next.path.cost - (best?.path.cost ?? 0)).toFixed(1)} more`
    : ''
  return `the list is ${Math.round(certainty * 100)} % sure: read by ${by}, ${best?.path.end.items ?? 0} items${other}`
}

/** How many problems the report declares in its opening; several numbers where it is not clear. */
export function declaredItems(folded: string): ReadonlySet<number> {
  const declared = findDeclared(folded, [[0, Math.min(folded.length, opening)]], { hasDeadlines: false, hasStatuses: false })
  return new Set(declared.filter((d) => d.measure === 'items').map((d) => d.declared))
}

/** A report of this kind speaks of inspections and of putting things right; a notice or a news item may have its layout by chance. */
const isAboutRectification = (folded: string): boolean =>
  /整改|销号|督察|巡视|巡察|审议意见/.test(folded) || (folded.includes('问题') && /审计|督查|督导|检视|查摆/.test(folded))

/** Problem, measures, unit and the like under labels of their own: a page of one problem need not name the inspection. */
const hasFields = (items: readonly RawItem[]): boolean =>
  items.length > 0 && items.every(({ fields }) => new Set(fields.map(({ field }) => field).filter(isTold)).size >= 3)

/** 关于…的问题, three times or more: a report's list that has lost its title and its opening. */
const namesProblems = (folded: string, items: readonly RawItem[]): boolean =>
  items.length >= 3 && items.every(({ problem: [first] }) => first && guanyuProblem.test(folded.slice(...first)))
const isTold = (field: FieldKind): boolean =>
  field !== 'other' && field !== 'contact' && field !== 'number' && field !== 'category'

/** A law, rules, a notice of duties: its articles are no problems. */
const isRegulation = (folded: string, lines: readonly Line[]): boolean =>
  lines.filter((line) => line.mark?.style === 'part' && folded.slice(line.mark.start, line.mark.end).includes('条')).length >= 2

/** The parts of the text that no item covers. */
function outside(raw: readonly RawItem[], length: number): Span[] {
  const spans: Span[] = []
  let at = 0
  const taken = raw.flatMap(({ span, elsewhere = [] }) => [span, ...elsewhere])
  for (const span of taken.sort((a, b) => a[0] - b[0])) {
    if (span[0] > at) spans.push([at, span[0]])
    at = Math.max(at, span[1])
  }
  if (at < length) spans.push([at, length])
  return spans
}

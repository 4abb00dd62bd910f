/** Cuts the lines of a reading into items: the problem, its labelled fields and what stands under it without a label. */
import { isStatusOnly } from '../fields/status.js'
import { actionStart, deedStart, guanyuProblem, problemCue, problemHeading } from '../lexicon/cues.js'
import { isShortField } from '../lexicon/labels.js'
import type { Line } from '../tokens/lines.js'
import { markAt } from '../tokens/marks.js'
import type { Span } from '../tree.js'
import { takeBracket, takeLastBracket, takeRunBracket } from './brackets.js'
import { headingSpans, trimHeading } from './categories.js'
import { fieldsOf } from './cut-fields.js'
import { cutRows, hasMeasureRows, joinByNumber } from './cut-tables.js'
import { statesOf } from './decode.js'
import type { Grammar } from './grammar.js'
import { shareAhead, shareUnderHeadings } from './group-ahead.js'
import { shareStates } from './group-states.js'
import { shareFields } from './groups.js'
import type { Source } from './propose.js'
import { isClosedByState, rightened, splitAlike, splitProse, tellsDone } from './prose.js'
import type { RawField, RawItem } from './raw-item.js'
import type { State } from './state.js'

/** The items of a path, in document order. */
export function cut(source: Source, grammar: Grammar, end: State): RawItem[] {
  const items: RawItem[] = []
  let open: State[] = []
  const byRow = hasMeasureRows(source)
  const flush = () => {
    if (open.length > 0) items.push(cutItem(source, grammar, open, byRow))
    open = []
  }
  for (const s of statesOf(end)) {
    if (s.role === 'open') {
      flush()
      open = [s]
    } else if (s.zone === 'head' || s.zone === 'field') open.push(s)
    else {
      flush()
      if (s.role === 'rows') items.push(...cutRows(source, s))
    }
  }
  flush()
  joinByNumber(source, end, items)
  shareFields(source.folded, items)
  shareAhead(source.folded, items)
  const prose = statesOf(end).flatMap(({ role, line }): Span[] => {
    const own = role === 'prose' ? source.lines[line] : undefined
    return own && !own.table ? [[own.start, own.end]] : []
  })
  shareStates(source.folded, items, prose)
  shareUnderHeadings(source.folded, items, prose)
  agree(source.folded, items)
  return items.filter((item) => item.problem.some((span) => source.folded.slice(...span).trim() !== ''))
}

/** The share of items whose last paragraph tells what was done, from which on those of the others do as well. */
const agreed = 0.6

/** 问题。⏎做法。, again and again: where nearly all items have one paragraph of doing that no label opens, the others' last one is theirs. */
function agree(folded: string, items: readonly RawItem[]): void {
  splitAlike(folded, items, agreed)
  const told = items.filter(({ body }) => body.length > 0).length
  if (told < 3 || told < items.length * agreed) return
  for (const { problem, body } of items) {
    if (body.length > 0 || problem.length < 2) continue
    const first = problem.findIndex((span, i) => i > 0 && !tellsFault(folded.slice(...span)))
    if (first > 0 && problem.slice(first).every((span) => !tellsFault(folded.slice(...span))))
      body.push(...problem.splice(first))
  }
}

/** Whether a paragraph begins with a fault, and not with what was done about one. */
const tellsFault = (words: string): boolean => {
  const first = (words.split('。')[0] ?? '').replace(rightened, '')
  return problemCue.test(first) && !tellsDone(first)
}

function cutItem(source: Source, grammar: Grammar, states: readonly State[], byRow: boolean): RawItem {
  const { folded, lines } = source
  const [opener] = states
  const head = opener ? lines[opener.line] : undefined
  if (!opener || !head) throw new Error('an item without an opener')
  const { fields, text } = fieldsOf(source, states)
  const elsewhere = source.parallel.get(opener.line) ?? []
  const headField = head.label !== null && head.label.field !== 'problem' && head.label.field !== 'number'
  const named = fields.find((field) => field.field === 'problem' && field.segments.length > 0)
  const own: Span[] = []
  const from = head.label && !headField ? head.label.value : head.body
  const counts = head.label?.field === 'number'
  if (!headField && !counts && from < head.end) own.push([from, head.end])
  const categories = headingSpans(source, opener.headings)
  let label: Span | null =
    counts && head.label && !head.mark ? [head.label.value, head.end] : labelOf(source, grammar, head, states)
  let problem: Span[]
  const body: Span[] = []
  if (named) {
    problem = [...named.segments]
    const [only] = own
    const words = only ? folded.slice(...only).trim() : ''
    if (only && text.length === 0 && words.length > 1 && !itemCounter.test(words)) categories.push(trimHeading(folded, only))
  } else {
    problem = [...own]
    const firstField = fields[0]?.segments[0]?.[0] ?? Number.POSITIVE_INFINITY
    const before = text.filter(([start]) => start < firstField)
    // 问题一 alone: its words stand in the next line
    const next = problem.length === 0 ? before.shift() : undefined
    if (next) problem.push(next)
    const results = toldByLabels(folded, head, before, [...fields, ...elsewhere])
      ? resultsAt(
          folded,
          before,
          fields.some(({ field }) => field === 'measures'),
        )
      : 0
    problem.push(...before.slice(0, results))
    body.push(...before.slice(results))
    body.push(...text.filter(([start]) => start > firstField))
  }
  const rest = [...fields.filter((field) => field !== named && field.field !== 'number'), ...elsewhere]
  // a number behind other fields is the next item's
  const leading = fields[0]?.field === 'problem' ? fields[1] : fields[0]
  const number = leading?.field === 'number' ? leading.segments[0] : undefined
  if (number && label === null) label = number
  for (const field of fields) if (field.field === 'category') categories.push(...field.segments.slice(0, 1))
  takeBracket(folded, problem, rest)
  const bare = rest.every((field) => field.field === 'other' || field.field === 'status')
  if (!named && head.label?.field !== 'problem' && (bare || isClosedByState(folded, problem))) {
    splitProse(folded, problem, body)
    takeBracket(folded, problem, rest)
  }
  takeLastBracket(folded, body, rest)
  takeRunBracket(folded, rest)
  // what a bracket behind the problem tells is the item's as well
  const inside = [...new Set([...fields, ...rest])].filter((field) => !elsewhere.includes(field))
  const points = [...problem, ...body, ...inside.flatMap((field) => field.segments)]
  const start = Math.min(label?.[0] ?? Number.POSITIVE_INFINITY, ...points.map((p) => p[0]))
  const stop = bracketEnd(
    folded,
    points.reduce((most, p) => Math.max(most, p[1]), label?.[1] ?? 0),
  )
  const item: RawItem = {
    label,
    problem,
    body,
    fields: rest,
    categories,
    span: [Number.isFinite(start) ? start : 0, Math.max(stop, 0)],
  }
  if (elsewhere.length > 0) item.elsewhere = elsewhere.flatMap(({ segments }) => segments)
  if (byRow && states.some((s) => source.tables.get(s.line)?.kind === 'fields')) item.byRow = true
  return item
}

/** The end with the bracket that closes there: labels in brackets (（责任单位：…；时限：…）) are lines without them. */
const bracketEnd = (folded: string, end: number): number => (folded[end] === '）' ? end + 1 : end)

/** The printed number of an item; a numbered label's number counts the fields and not the items. */
function labelOf({ lines }: Source, grammar: Grammar, { mark, label }: Line, states: readonly State[]): Span | null {
  if (!mark) return null
  const countsFields =
    grammar.opener.by === 'single' &&
    label !== null &&
    mark.style !== 'issue' &&
    states.some((s) => s.role === 'label' && lines[s.line]?.mark?.style === mark.style)
  return countsFields ? null : [mark.start, mark.end]
}

/** Whether the labels tell what was planned or done, so that words before them are still the problem. */
function toldByLabels(folded: string, head: Line, before: readonly Span[], fields: readonly RawField[]): boolean {
  // under a bold problem paragraphs that tell no fault are none of it, where the labels only tell by whom and until when
  const short = fields.every(({ field }) => isShortField(field))
  if (head.bold && short && before.length > 0 && !before.some((span) => tellsFault(folded.slice(...span)))) return false
  const telling = fields.filter((field) => field.field !== 'problem' && field.field !== 'other' && field.label !== '')
  const tells = telling.some(
    ({ field, segments }) =>
      (field === 'measures' || field === 'progress' || field === 'goal') &&
      segments.length > 0 &&
      !(segments.length === 1 && isStatusOnly(folded.slice(...(segments[0] ?? [0, 0])))),
  )
  return tells || (telling.length > 0 && !guanyuProblem.test(folded.slice(head.body, head.end)))
}

/** 一是修复围网；二是开展巡查。: a line of runs that are deeds, and tell no fault. */
function isPlannedRun(words: string): boolean {
  if (!words.startsWith('一是')) return false
  const runs = words.split(/[一二三四五六七八九十]是/).slice(1)
  // 加强学习不够 begins as a deed and names a fault
  return runs.length > 1 && runs.every((one) => deedStart.test(one) && !problemHeading.test(one.replace(/[；。]$/, '')))
}

/** Where results begin that no label opens: （1）…（2）… under a problem, most of which tell what was done, or paragraphs that all do. */
function resultsAt(folded: string, lines: readonly Span[], measured: boolean): number {
  const first = lines.findIndex(([start]) => markAt(folded, start) !== null)
  const marked = first < 0 ? [] : lines.slice(first)
  const done = marked.filter(([start, end]) => tellsDone(folded.slice(markAt(folded, start)?.body ?? start, end)))
  if (marked.length >= 2 && done.length * 2 >= marked.length) return first
  const planned = marked.filter(([start]) => actionStart.test(folded.slice(markAt(folded, start)?.body ?? start)))
  if (!measured && marked.length >= 2 && planned.length * 2 > marked.length) return first
  const run = lines.findIndex((span) => isPlannedRun(folded.slice(...span)))
  if (!measured && run >= 0 && lines.slice(0, run).every((span) => !tellsDone(folded.slice(...span)))) return run
  const results = (span: Span): boolean => {
    const words = folded.slice(...span).replace(/[（【［][^（）【】［］]*[）】］]。?$/, '')
    return /[\d《]|已/.test(words) && !/^(?:经查|检查|抽查|审计|现场)/.test(words) && tellsDone(words.split('；')[0] ?? '')
  }
  const plain = lines.findIndex(results)
  return plain >= 0 && lines.slice(plain).every((span) => results(span) || !problemCue.test(folded.slice(...span)))
    ? plain
    : lines.length
}

/** 督察反馈问题第十五项: a heading that only counts the item. */
const itemCounter =
  /^(?:(?:中央|省|市|督察|巡视|巡察|审计|反馈|整改|销号|公示|交办|生态环境保护|意见|的)*(?:问题|任务|事项|销号)?(?:第?[一二三四五六七八九十百\d]+(?:项|个|号|条)?)?(?:问题|任务|事项)?)(?:：)?$/

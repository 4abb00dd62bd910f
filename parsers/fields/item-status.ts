/** The status of an item from all places where an office may print it, the surest first. */
import type { RawField } from '../structure/raw-item.js'
import type { Span } from '../tree.js'
import { findDates } from '../values/dates.js'
import { deadlineStatus } from './deadline.js'
import { type Legend, meant } from './legend.js'
import { narrativeStatus, noticeStatus } from './narrative.js'
import { isAnswer, isStatusOnly, readAnswer, readShare, readStatus, type StatusReading, trailingStatus } from './status.js'

export interface StatusFound extends StatusReading {
  basis: 'marker' | 'narrative'
  span: Span
}

/** What an item has that may tell its status. */
export interface StatusSources {
  problem: Span
  /** Fields labelled 整改状态, 是否销号, …; and fields of progress that hold nothing but a status. */
  fields: readonly RawField[]
  deadlines: readonly RawField[]
  progress: readonly (readonly Span[])[]
  /** 验收意见 and the like. */
  others: readonly RawField[]
  categories: readonly Span[]
  /** The opening of a notice of one problem: …第9项问题已完成整改，现予公示. */
  opening?: Span | null
  /** Signs that stand for states in the report. */
  legend?: Legend
}

/** From the first to the last word of paragraphs, without blanks at the ends. */
export function spanOf(text: string, spans: readonly Span[]): Span | null {
  const [first] = spans
  const last = spans.at(-1)
  if (!first || !last) return null
  let [start] = first
  let [, end] = last
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  return end > start ? [start, end] : null
}

const found = ({ code, ongoing, closure }: StatusReading, span: Span, basis: StatusFound['basis'] = 'marker'): StatusFound => ({
  code,
  ongoing,
  closure,
  basis,
  span,
})

/** The status, and the status fields whose words are unknown. */
export function itemStatus(folded: string, sources: StatusSources): { status: StatusFound | null; unknown: Span[] } {
  const unknown: Span[] = []
  const status =
    first(sources.fields, (field) => ofSign(folded, field, sources.legend)) ??
    first(sources.fields, (field) => ofField(folded, field, unknown)) ??
    ofLoneMark(folded, sources.fields) ??
    first(sources.fields, (field) => ofShare(folded, field)) ??
    ofProblem(folded, sources.problem) ??
    first(sources.deadlines, (field) => ofDeadline(folded, field)) ??
    first(sources.progress, (segments) => ofLabel(folded, segments) ?? atEnds(folded, segments)) ??
    first(sources.others, (field) => ofClosingDay(folded, field) ?? ofClosure(folded, field)) ??
    first([...sources.categories].reverse(), (span) => ofHeading(folded, span, sources.progress.length > 0)) ??
    ofNarrative(folded, sources.progress.flat()) ??
    (sources.opening ? ofOpening(folded, sources.opening) : null)
  return { status: status && withClosure(folded, status, sources), unknown }
}

/** 整改状态：已完成 beside 是否销号：是, 销号时间：2023年5月 or a notice's 拟予以销号: the closing is the item's too. */
function withClosure(folded: string, status: StatusFound, { fields, others, opening }: StatusSources): StatusFound {
  if (status.closure !== null || !isDone(status)) return status
  const told =
    first(fields, (field) => closed(ofField(folded, field, []))) ??
    first(others, (field) => ofClosingDay(folded, field) ?? closed(ofClosure(folded, field))) ??
    closed(opening ? ofOpening(folded, opening) : null)
  return told ? { ...status, closure: told.closure } : status
}
const isDone = ({ code }: StatusReading): boolean => code === 'completed' || code === 'basically_completed'
const closed = (status: StatusFound | null): StatusFound | null => (status?.closure ? status : null)

/** 销号时间：2023年5月10日 */
function ofClosingDay(folded: string, field: RawField): StatusFound | null {
  const span = /^(?!拟|计划|预计|应).*销号(?:时间|日期)$/.test(field.label) ? spanOf(folded, field.segments) : null
  const day =
    span && findDates(folded.slice(...span), { year: null }).find((d) => d.relation !== 'by' && d.precision !== 'year')
  return span && day ? found({ code: 'completed', ongoing: false, closure: 'closed' }, span) : null
}

function ofOpening(folded: string, span: Span): StatusFound | null {
  const told = noticeStatus(folded, span)
  return told && found(told, told.span, 'narrative')
}

function first<T, R>(list: readonly T[], read: (x: T) => R | null): R | null {
  for (const x of list) {
    const result = read(x)
    if (result !== null) return result
  }
  return null
}

/** 绿 in the column 亮灯, where the report says that it means 已完成. */
function ofSign(folded: string, field: RawField, legend: Legend = new Map()): StatusFound | null {
  const span = legend.size > 0 ? spanOf(folded, field.segments) : null
  const words = span ? folded.slice(...span) : ''
  const meaning = meant(legend, words)
  const reading = span && meaning !== words ? readStatus(meaning) : null
  return span && reading && found(reading, span)
}

/** 整改状态：已完成 */
function ofField(folded: string, field: RawField, unknown: Span[]): StatusFound | null {
  const span = spanOf(folded, field.segments)
  if (!span) return null
  const words = folded.slice(...span)
  const reading = readAnswer(field.label, words) ?? readStatus(words)
  if (!reading && !readShare(words) && !(isAnswer(words) && isStatusOnly(field.label))) unknown.push(span)
  return reading && found(reading, span)
}

/** ○ in the column 部分整改 and nothing in 已整改, 未整改: where one column of several is marked, the mark says yes. */
function ofLoneMark(folded: string, fields: readonly RawField[]): StatusFound | null {
  const marked = fields.filter(({ label }) => isStatusOnly(label))
  const [only] = marked
  const span = marked.length === 1 && only ? spanOf(folded, only.segments) : null
  const reading = span && only && /^[○☆]$/.test(folded.slice(...span)) ? readStatus(only.label) : null
  return span && reading && found(reading, span)
}

/** 整改进度：80% */
function ofShare(folded: string, field: RawField): StatusFound | null {
  const span = spanOf(folded, field.segments)
  const reading = span && !field.label.includes('是否') ? readShare(folded.slice(...span)) : null
  return span && reading && found(reading, span)
}

/** The problem's own end: …。（完成整改） */
function ofProblem(folded: string, problem: Span): StatusFound | null {
  const marker = trailingStatus(folded.slice(...problem))
  return marker && found(marker, [problem[0] + marker.span[0], problem[0] + marker.span[1]])
}

/** In a deadline: 2021年12月31日（已完成整改并上报销号）; （长期坚持） behind a day is no status. */
function ofDeadline(folded: string, field: RawField): StatusFound | null {
  const span = spanOf(folded, field.segments)
  const reading = span && deadlineStatus(folded.slice(...span))
  return span && reading && found(reading, [span[0] + reading.span[0], span[0] + reading.span[1]])
}

/** 整改情况（已完成）：… */
function ofLabel(folded: string, [first]: readonly Span[]): StatusFound | null {
  if (!first) return null
  const from = Math.max(0, first[0] - longestMarker)
  const match = /（([^（）\n]{2,14})）[】］]?[：\s]?$/.exec(folded.slice(from, first[0]))
  const [, words = ''] = match ?? []
  const reading = match && isStatusOnly(words) ? readStatus(words) : null
  const at = from + (match?.index ?? 0) + 1
  return reading && found(reading, [at, at + words.length])
}
const longestMarker = 20

/** A progress text that ends in a marker, or opens with a line that is only a status. */
function atEnds(folded: string, segments: readonly Span[]): StatusFound | null {
  const span = spanOf(folded, segments)
  if (!span) return null
  const marker = trailingStatus(folded.slice(...span))
  if (marker) return found(marker, [span[0] + marker.span[0], span[0] + marker.span[1]])
  const [opening] = segments
  const words = opening && segments.length > 1 ? folded.slice(...opening) : ''
  const reading = opening && isStatusOnly(words) ? readStatus(words) : null
  return reading && opening ? found(reading, opening) : null
}

/** 验收意见：…同意销号。 The words of closing first, then any words that are only a status. */
function ofClosure(folded: string, field: RawField): StatusFound | null {
  const span = spanOf(folded, field.segments)
  if (!span) return null
  const read = (parts: RegExp, needClosure: boolean): StatusFound | null => {
    for (const match of folded.slice(...span).matchAll(parts)) {
      const words = match[0].trim()
      if (
        words.length > 40 ||
        (!/同意|通过|予以|准予|已|正在|尚未|完成|报请|提请|申请|上报/.test(words) && words.length !== span[1] - span[0])
      )
        continue
      const reading = readStatus(words)
      if (!reading || (needClosure ? reading.closure === null : !isStatusOnly(words))) continue
      const at = span[0] + match.index + (match[0].length - match[0].trimStart().length)
      return found(reading, [at, at + words.length])
    }
    return null
  }
  return read(/[^。；：\n]+/g, true) ?? read(/[^，。；：\n]+/g, true) ?? read(/[^，。；：\n]+/g, false)
}

/** 一、已完成整改的问题（8个）: the state of all that stand under it. */
function ofHeading(folded: string, span: Span, hasProgress: boolean): StatusFound | null {
  const words = folded
    .slice(...span)
    .replace(/（[^（）]*）/g, '')
    .replace(/\d{1,5}(?:个|项|条|件)/g, '')
    .replace(/(?:反馈)?的?(?:(?<!正在)整改)?(?:问题|任务|事项)(?:情况)?$/, '')
    .replace(/的?(?:反馈|整改)?(?:问题|任务)/, '')
    .replace(/^需要?(?=长期|持续|继续)/, '')
  // 整改不到位 heads the problems of that kind
  const reading = words.length <= 24 && !/不(?:到位|彻底)/.test(words) && isStatusOnly(words) ? readStatus(words) : null
  // 长期坚持的任务 of a plan says until when
  return reading && !(reading.ongoing && reading.code === 'in_progress' && !hasProgress) ? found(reading, span) : null
}

function ofNarrative(folded: string, segments: readonly Span[]): StatusFound | null {
  const told = narrativeStatus(folded, segments)
  return told && found(told, told.span, 'narrative')
}

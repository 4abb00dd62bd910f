/** Deadlines (整改时限): one entry for each date or standing phrase, with what it is for. */

import type { DiagnosticCode } from '../diagnostics.js'
import {
  barePurpose,
  doing,
  event,
  leadFiller,
  manner,
  mannerOfProgress,
  plannedManner,
  purposeVerb,
  relativeTime,
  type StandingKind,
  standingPhrases,
  tailFiller,
} from '../lexicon/deadlines.js'
import { fold } from '../text/fold.js'
import type { Span } from '../tree.js'
import { findDates, findOpenDates } from '../values/dates.js'
import type { DateContext, Precision } from '../values/types.js'
import { isStatusOnly, readStatus, type StatusReading } from './status.js'

export interface DeadlineEntryReading {
  kind: 'date' | StandingKind
  /** Last day allowed, ISO 8601. */
  date: string | null
  precision: Precision | null
  /** What it is for. */
  scope: string | null
}

export interface DeadlineNotice {
  code: DiagnosticCode
  message: string
  span: Span
}

export interface DeadlineReading {
  entries: DeadlineEntryReading[]
  notices: DeadlineNotice[]
}

interface Hit {
  start: number
  end: number
  kind: DeadlineEntryReading['kind']
  date: string | null
  precision: Precision | null
}

const phrases = standingPhrases.map(([kind, words]) => [kind, new RegExp(words, 'g')] as const)
const couldStand = /[立即马边长持常不逐继全巩分永有始一稳滚久日经]/

function standingHits(text: string, dates: readonly Hit[]): Hit[] {
  if (!couldStand.test(text)) return []
  const hits: Hit[] = []
  const taken = new Uint8Array(text.length)
  for (const { start, end } of dates) taken.fill(1, start, end)
  for (const [kind, pattern] of phrases)
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (taken.subarray(start, end).includes(1)) continue
      taken.fill(1, start, end)
      hits.push({ start, end, kind, date: null, precision: null })
    }
  return hits
}

/** Whether the words are a standing phrase and nothing else: （长期坚持） is a deadline, （已完成，长期坚持） a status. */
const isStanding = (words: string): boolean =>
  phrases.reduce((rest, [, pattern]) => rest.replace(pattern, ''), words).replace(/[并且和及、，,；;。\s]/g, '') === ''

/** A status in a bracket is no part of the deadline; blanks keep the places. */
const withoutStatus = (text: string): string =>
  text.replace(/（([^（）]{1,40})）/g, (bracket, words: string) =>
    isStatusOnly(words) && !isStanding(words) ? ' '.repeat(bracket.length) : bracket,
  )

/** 长期坚持日常监管 says until when and what, and not how far it is. */
const opensStanding = (words: string): boolean => {
  // 今后长期坚持, 完成后持续推进
  const standing = words.replace(/^(?:并|且|今后|后续|以后|此后|之后|完成后|整改后|继续|仍|需|要|将)+/, '')
  return (
    !/已|正在|尚未|未能/.test(words) &&
    phrases.some(([kind, pattern]) => kind !== 'immediate' && standing.search(pattern) === 0)
  )
}

const bracketed = /（([^（）]{2,60})）/g

/**
 * The status that a deadline field carries, with its place: 2021年12月31日（已完成整改）, 2023年4月底。已完成。, 已完成.
 * （长期坚持） and 持续推进 are deadlines and no status.
 */
export function deadlineStatus(words: string): (StatusReading & { span: Span }) | null {
  // □长期坚持 beside ☑限期整改 is what was not ticked
  const text = fold(words).replace(/□[^□☑☒√■\n]*/g, (empty) => ' '.repeat(empty.length))
  for (const parts of [bracketed, /[^。；\n]+/g, /(?<=^[^，。；\n]{0,40}，)[^。；\n]+/g, /[^，。；（）\n]+/g])
    for (const match of text.matchAll(parts)) {
      // 2024年7月底已完成
      const part = (match[1] ?? match[0]).trim().replace(/^\d[\d年月日底末前初. ]{2,14}(?=已|均已)/, '')
      // 按序时进度推进，2023年12月底前完成: how it is to be done
      if (parts !== bracketed && (plannedManner.test(part) || opensStanding(part))) continue
      // 2023年6月底，已完成: the day is the deadline's
      const reading = !/^\d/.test(part) && isStatusOnly(part) && !isStanding(part) ? readStatus(part) : null
      const at = match.index + match[0].indexOf(part)
      if (reading) return { ...reading, span: [at, at + part.length] }
    }
  return null
}

/** Dates that are a last day: no beginning (2024年起), no year of an event (2024年汛期前), no day of every year. */
function dateHits(text: string, context: DateContext, notice: (hit: { start: number; end: number }) => void): Hit[] {
  const hits: Hit[] = []
  const found = findDates(text, { ...context })
  found.forEach((mention, i) => {
    const [start, end] = mention.span
    const hit: Hit = { start, end, kind: 'date', date: mention.end, precision: mention.precision }
    const after = text.slice(end, end + 24)
    const next = found[i + 1]
    // 2024年起, 2024年1月至长期
    if (mention.relation === 'since' || /^\s?(?:至|到|—|-)\s?(?:长期|持续)/.test(after)) return
    if (mention.precision === 'year' && mention.relation === 'during') {
      const isEvent = event.test(after)
      // 2024年汛期前（5月底）: the day in brackets says what the words before it mean
      const told = next !== undefined && /^[^，。；、（]{0,12}（[^（）]{0,6}$/.test(text.slice(end, next.span[0]))
      if (isEvent || told) {
        if (!told) notice({ start, end: end + Math.max(0, after.search(/[，。；]|$/)) })
        return
      }
      // 2021年排查出的问题2024年底前完成: the year is part of what the date is for
      if (next?.relation === 'by' && !/[，。；、\n]/.test(text.slice(end, next.span[0])) && !purposeVerb.test(after)) return
    }
    hits.push(hit)
  })
  return hits
}

const strong = /[，。；\n]/
/** No clause is longer, so that no end is sought farther off. */
const reach = 300
const lastMark = (text: string, end: number): number => {
  const first = Math.max(0, end - reach)
  for (let i = end - 1; i >= first; i--) if (strong.test(text.charAt(i))) return i + 1
  return first
}
const nextMark = (text: string, start: number): number => {
  const last = Math.min(text.length, start + reach)
  for (let i = start; i < last; i++) if (strong.test(text.charAt(i))) return i
  return last
}

const tidy = (words: string, tail: RegExp = tailFiller): string | null => {
  const plain = words
    .replace(leadFiller, '')
    .replace(tail, '')
    .replace(/^[（）\s]{1,20}|[（），。；、\s]{1,20}$/g, '')
    .replace(/^其中/, '')
    .trim()
  return plain.length > 1 && !/^(?:原定|整改|销号|验收|年|月|日)$/.test(plain) ? plain : null
}

/** Words that say when, not what for: 春季造林前, 2024年起. */
const saysWhen = (words: string): boolean =>
  event.test(words) ||
  manner.test(words.trim()) ||
  /^(?:按|对照|根据|依据|参照)/.test(words) ||
  /^.{0,12}(?:汛期?前?|[季期节收耕种秋春夏冬养灌]之?前|暖[季期]?前|以来|之前|后|起)$/.test(words) ||
  /^\d{4}年[\d月日底]{0,6}$/.test(words)

/** Of words before a hit: what it is for. */
const leadScope = (words: string): string | null => {
  const lead = /(?:延期|延长|推迟|顺延|调整)(?:至|到|为)?\s*$/.test(words)
    ? words.trim().replace(/^[，、（\s]+/, '')
    : tidy(words)
  return lead === null || saysWhen(lead) ? null : lead
}

/** Of words behind a hit: what is done by it, where it is something of its own. */
function purposeScope(words: string): string | null {
  if (barePurpose.test(words)) return null
  const object = words.replace(doing, '')
  const scope = barePurpose.test(object)
    ? null
    : tidy(object.replace(/^(?:整改|任务|工作)?[）]/, ''), /(?:，|、|并|且|和|的){1,12}$/)
  return scope === null || saysWhen(scope) ? null : scope
}

/** The words that stand with each hit: from the separator before it to the one behind it. */
function surroundings(text: string, hits: readonly Hit[], i: number): { lead: string; behind: string } {
  const hit = hits[i]
  if (!hit) return { lead: '', behind: '' }
  const [previous, next] = [hits[i - 1], hits[i + 1]]
  const split = (from: number, to: number): number => {
    // 铁合金厂废渣7月完成、铝厂锂渣11月完成: 、 ends the words of the first
    const between = text.slice(from, to)
    const comma = Math.max(between.lastIndexOf('、'), between.lastIndexOf('并'), between.trimEnd().lastIndexOf(' '))
    if (comma >= 0) return from + comma
    return purposeVerb.test(between) ? to : from
  }
  const mark = lastMark(text, hit.start)
  const from = previous && previous.end > mark ? split(previous.end, hit.start) : mark
  const stop = nextMark(text, hit.end)
  const to = next && next.start < stop ? split(hit.end, next.start) : stop
  return { lead: text.slice(Math.min(from, hit.start), hit.start), behind: text.slice(hit.end, Math.max(to, hit.end)) }
}

/** A clause without a date beside one that has nothing else: 资金投入问题，长期执行; 2024年6月底前，完成管网普查. */
function neighbourScope(text: string, hits: readonly Hit[], i: number): string | null {
  const hit = hits[i]
  if (!hit) return null
  const stop = nextMark(text, hit.end)
  const after = text.charAt(stop) === '，' ? text.slice(stop + 1, nextMark(text, stop + 1)) : ''
  const limit = hits[i + 1]?.start ?? text.length
  if (after && stop + 1 + after.length <= limit && purposeVerb.test(after)) return purposeScope(after)
  const mark = lastMark(text, hit.start)
  if (mark === 0 || text.charAt(mark - 1) !== '，') return null
  const before = text.slice(lastMark(text, mark - 1), mark - 1)
  if (
    mark - 1 - before.length < (hits[i - 1]?.end ?? 0) ||
    purposeVerb.test(before) ||
    relativeTime.test(before) ||
    /^(?:根据|按(?!键)|经(?![费济营])|因(?!特)|由于|确保|对照|依据|参照)/.test(before.trim())
  )
    return null
  return leadScope(before)
}

/**
 * Reads a deadline field; a status in brackets is left out. Spans are relative to `words`.
 * What names no day (按省时限要求, 30日内, 汛期前) gives no entry and a notice. Never throws.
 */
export function parseDeadline(words: string, context: DateContext): DeadlineReading {
  const text = withoutStatus(fold(words))
  const notices: DeadlineNotice[] = []
  const notice = (code: DiagnosticCode, start: number, end: number) =>
    notices.push({ code, message: `no date in: ${text.slice(start, end).trim().slice(0, 40)}`, span: [start, end] })
  const dates = dateHits(text, context, ({ start, end }) => notice('deadline_without_date', start, end))
  // beside a day 有序推进 says how and not until when
  const standing = standingHits(text, dates).filter(
    ({ start, end }) => dates.length === 0 || !mannerOfProgress.test(text.slice(start, end)),
  )
  const hits = [...dates, ...standing].sort((a, b) => a.start - b.start)
  if (hits.length === 0) {
    const bare = text.trim()
    if (notices.length === 0 && bare && !/^(?:无|—+|-+|–+|\/+|暂无|空)[。]?$/.test(bare)) {
      const open = findOpenDates(text, { ...context })
      // 2023年6月之后: a beginning is no last day
      const since = findDates(text, { ...context }).some(({ relation }) => relation === 'since')
      notice(
        open.length > 0 || since || relativeTime.test(bare)
          ? 'deadline_without_date'
          : isStatusOnly(bare)
            ? 'deadline_is_status'
            : 'deadline_unclear',
        0,
        text.length,
      )
    }
    return { entries: [], notices }
  }
  const seen = new Set<string>()
  const entries = hits
    .map(({ kind, date, precision }, i): DeadlineEntryReading => {
      const { lead, behind } = surroundings(text, hits, i)
      return {
        kind,
        date,
        precision,
        scope:
          leadScope(lead) ??
          purposeScope(behind) ??
          (tidy(lead + behind) === null || (tidy(lead) === null && barePurpose.test(behind))
            ? neighbourScope(text, hits, i)
            : null),
      }
    })
    .filter((entry) => {
      const key = `${entry.kind} ${entry.date} ${entry.scope}`
      return !seen.has(key) && seen.add(key)
    })
  let from = 0
  let next = 0
  for (const clause of text.split(/[。；\n]/)) {
    const to = from + clause.length
    while ((hits[next]?.start ?? to) < from) next++
    const dated = (hits[next]?.end ?? to + 1) <= to
    if (notices.length === 0 && !dated && relativeTime.test(clause)) notice('deadline_without_date', from, to)
    from = to + 1
  }
  return { entries, notices }
}

/** Deadlines (整改时限): one entry for each date or standing phrase, with what it is for. */
import { fold } from '../fold.js'
import { barePurpose, deadlineFiller, relativeTime, type StandingKind, standingPhrases } from '../lexicon/deadlines.js'
import type { Span } from '../tree.js'
import { findDates } from '../values/dates.js'
import type { DateContext, Precision } from '../values/types.js'

export interface DeadlineEntryReading {
  kind: 'date' | StandingKind
  date: string | null
  precision: Precision | null
  scope: string | null
}

export interface DeadlineReading {
  entries: DeadlineEntryReading[]
  notices: { code: string; message: string; span: Span }[]
}

const standing = standingPhrases.map(([kind, words]) => [kind, new RegExp(words, 'g')] as const)
const couldStand = /[立即马边长持常不逐继全巩分永坚有]/

interface Hit {
  start: number
  end: number
  kind: DeadlineEntryReading['kind']
  date: string | null
  precision: Precision | null
}

function standingHits(text: string, taken: readonly Span[]): Hit[] {
  if (!couldStand.test(text)) return []
  const hits: Hit[] = []
  const free = (start: number, end: number) => !taken.some(([a, b]) => start < b && end > a) && !hits.some((h) => start < h.end && end > h.start)
  for (const [kind, pattern] of standing) {
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const end = match.index + match[0].length
      if (free(match.index, end)) hits.push({ start: match.index, end, kind, date: null, precision: null })
    }
  }
  return hits
}

/** The words between separators around a hit, without the hit, brackets and filler; null when nothing is left. */
function scopeOf(text: string, before: string, after: string): string | null {
  const clean = (words: string) =>
    words
      .replace(/^[\s，。；：、（）\d]*(?:\d{1,2}[、.．]|（[一二三四五六七八九十\d]+）)?/, '')
      .replace(deadlineFiller, '')
      .replace(deadlineFiller, '')
      .trim()
  const lead = clean(before)
  const named = lead.replace(/[（(]$/, '')
  if (named && !/^(?:整改|完成|时限|任务|[,.]|.{0,6}汛期前?|.{0,4}汛前)$/.test(named)) return named
  const rest = after.replace(/^(?:底|末)?(?:之前|以前|前|内|止)?/, '')
  if (barePurpose.test(rest.replace(/[。；，\s]/g, ''))) return null
  const words = clean(rest.replace(/^(?:，)?(?:全面|全部|基本)?完成/, ''))
  return words && words.length >= 2 && !/^(?:整改|销号|验收销号)$/.test(words) ? words : text ? (words.length >= 2 && !/^(?:整改|销号)/.test(words) ? words : null) : null
}

/** Reads a deadline field. `words` is the printed value without a status in brackets. */
export function parseDeadline(words: string, context: DateContext): DeadlineReading {
  const text = fold(words)
  const notices: DeadlineReading['notices'] = []
  const hits: Hit[] = findDates(text, { ...context }).map((mention) => {
    // 已于…完成 and 2019年10月—2020年6月 both end on the last day
    return { start: mention.span[0], end: mention.span[1], kind: 'date' as const, date: mention.end, precision: mention.precision }
  })
  hits.push(...standingHits(text, hits.map((h): Span => [h.start, h.end])))
  hits.sort((a, b) => a.start - b.start)
  // 2024年汛期前（5月底）: the day in brackets says what the words before it mean
  const superseded = hits.filter((hit, i) => {
    const next = hits[i + 1]
    return next !== undefined && hit.kind === 'date' && next.kind === 'date' && hit.precision === 'year' && /^[^，。；、（]{0,8}（[^（）]{0,4}$/.test(text.slice(hit.end, next.start))
  })
  for (const hit of superseded) hits.splice(hits.indexOf(hit), 1)
  if (hits.length === 0) {
    if (text.trim() && !/^(?:无|—+|-+|\/|暂无)$/.test(text.trim()))
      notices.push({
        code: relativeTime.test(text) ? 'deadline_without_date' : 'deadline_unclear',
        message: `no date in the deadline: ${text.slice(0, 40)}`,
        span: [0, text.length],
      })
    return { entries: [], notices }
  }
  const entries = hits.map((hit, i): DeadlineEntryReading => {
    const from = Math.max(hits[i - 1]?.end ?? 0, lastSeparator(text, hit.start))
    const to = Math.min(hits[i + 1]?.start ?? text.length, nextSeparator(text, hit.end))
    // a scope may stand in the clause before: 资金投入问题，长期执行
    let before = text.slice(from, hit.start)
    if (!before.replace(/[，、\s]/g, '') && from > 0 && text[from - 1] === '，') {
      const clauseStart = Math.max(hits[i - 1]?.end ?? 0, lastSeparator(text, from - 1))
      before = text.slice(clauseStart, from - 1)
    }
    return { kind: hit.kind, date: hit.date, precision: hit.precision, scope: scopeOf(text, before, text.slice(hit.end, to)) }
  })
  for (const clause of text.split(/[。；\n]/)) {
    if (relativeTime.test(clause) && !hits.some((h) => clause.includes(text.slice(h.start, h.end))))
      notices.push({ code: 'deadline_without_date', message: `no date in: ${clause.trim().slice(0, 40)}`, span: [text.indexOf(clause), text.indexOf(clause) + clause.length] })
  }
  return { entries: unique(entries), notices }
}

const lastSeparator = (text: string, end: number): number => {
  for (let i = end - 1; i >= 0; i--) if (/[，。；\n]/.test(text[i] ?? '')) return i + 1
  return 0
}
const nextSeparator = (text: string, start: number): number => {
  for (let i = start; i < text.length; i++) if (/[，。；\n]/.test(text[i] ?? '')) return i
  return text.length
}

/** 立行立改，立即整改 is one entry of a kind, unless each has its own scope. */
function unique(entries: DeadlineEntryReading[]): DeadlineEntryReading[] {
  const seen = new Set<string>()
  return entries.filter((entry) => {
    const key = `${entry.kind} ${entry.date} ${entry.scope}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

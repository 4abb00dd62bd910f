/**
 * A status told in prose, of the whole item: 该问题已完成整改，后续将加强巡查。 In the progress text, or in the opening of a notice of one problem.
 * Only where nothing in it says otherwise.
 */
import { allOfThem, contrary, counted, lasting, listedWorks, objects, planned, told } from '../lexicon/narrative.js'
import type { Span } from '../tree.js'
import { isStatusOnly, readStatus, type StatusReading } from './status.js'

export interface NarrativeReading extends StatusReading {
  span: Span
}

/** One clause, or several in a row that are a status together: 已整改到位，并长期坚持. */
interface Clause {
  text: string
  /** Offset into the words of the item. */
  at: number
  /** It is the whole sentence. */
  whole: boolean
}

/** Words of one clause longer than this are no status. */
const longest = 60

/** The clauses of a sentence; neighbours that are a status together are one. */
function clausesOf(sentence: string, at: number, open: boolean): Clause[] {
  const clauses: Clause[] = []
  for (const match of sentence.matchAll(/[^，：]+/g)) clauses.push({ text: match[0], at: at + match.index, whole: false })
  const joined: Clause[] = []
  for (let i = 0; i < clauses.length; i++) {
    const first = clauses[i]
    if (!first) continue
    let clause = first
    for (let next = clauses[i + 1]; next; next = clauses[i + 1]) {
      const text = sentence.slice(clause.at - at, next.at - at + next.text.length)
      if (!isStatusOnly(bareOf(text, open).words) || planned.test(next.text) || !fits(clause, next)) break
      clause = { ...clause, text }
      i++
    }
    joined.push(clause)
  }
  const [only] = joined
  return joined.length === 1 && only ? [{ ...only, whole: true }] : joined
}

/** 已完成整改，预计年底完成绿化: what is not done yet is no part of what is. */
const fits = (before: Clause, next: Clause): boolean =>
  !(contrary.test(next.text) && readStatus(before.text)?.code === 'completed')

/** Who and when before the words of a status: 截至6月底，该问题. */
function withoutSubject(clause: string): { words: string; subject: string } {
  const words = clause.trim()
  const length = told.subject.exec(words)?.[0].length ?? 0
  const subject = words.slice(0, length)
  return length < words.length ? { words: words.slice(length), subject } : { words, subject: '' }
}

/** The same; in the opening of a notice the subject may be any words with 问题 in them. */
function bareOf(clause: string, open: boolean): { words: string; subject: string } {
  const bare = withoutSubject(clause)
  const notice = open && !isStatusOnly(bare.words) ? told.anySubject.exec(clause.trim())?.[0] : undefined
  return notice ? { words: clause.trim().slice(notice.length), subject: notice } : bare
}

interface Told extends StatusReading {
  at: number
  length: number
}

/** The status that a clause is, without its subject. */
function statusOf(clause: Clause, alone: boolean, open: boolean): Told | null {
  const lead = clause.text.length - clause.text.trimStart().length
  const trimmed = clause.text.trim()
  const bare = withoutSubject(trimmed)
  const notice = open ? told.anySubject.exec(trimmed)?.[0] : undefined
  const { words, subject } =
    notice && !isStatusOnly(bare.words) ? { words: trimmed.slice(notice.length), subject: notice } : bare
  if (words.length > longest || !isStatusOnly(words) || planned.test(words) || /情况$/.test(words)) return null
  // 3个已完成整改 counts some of them
  const clauseWords = subject.replace(/第\d{1,4}/, '') + words
  if (counted.test(clauseWords) && !allOfThem.test(clauseWords)) return null
  if (!told.ofTheProblem.test(words) && !told.names.test(subject) && !(alone && clause.whole)) return null
  const reading = readStatus(words)
  return reading && { ...reading, at: clause.at + lead + trimmed.length - words.length, length: words.length }
}

/** Two readings as one: 已完成整改。长期坚持。 goes on; a closing joins what it closes. Null where they disagree. */
function merged(a: Told, b: Told, text: string): Told | null {
  const closure = a.closure ?? b.closure
  if (a.code === b.code) return { ...a, ongoing: a.ongoing || b.ongoing, closure }
  if (a.code === 'completed' && b.ongoing && lasting.test(text.slice(b.at, b.at + b.length)))
    return { ...a, ongoing: true, closure }
  return null
}

/** Reads the folded `words`; `open`: they are the opening of a notice, whose subject may be any words with 问题 or 任务 in them. */
function readProse(words: string, open: boolean): Told | null {
  if (!told.any.test(words)) return null
  const alone = !listedWorks.test(words)
  let found: Told | null = null
  const rest: string[] = []
  for (const sentence of words.matchAll(/[^。；\n]+/g)) {
    if (planned.test(sentence[0].trim())) continue
    for (const clause of clausesOf(sentence[0], sentence.index, open)) {
      const one = statusOf(clause, alone, open)
      if (!one) {
        if (planned.test(clause.text.trim())) break
        rest.push(clause.text)
        continue
      }
      found = found === null ? one : merged(found, one, words)
      if (found === null) return null
    }
  }
  // what is done in the main leaves something open
  return found?.code === 'completed' && rest.some((clause) => contrary.test(clause.replace(objects, ''))) ? null : found
}

/** The status of an item told in its progress, in the paragraphs `segments` of the folded text; null where there is none or the text disagrees with it. */
export function narrativeStatus(folded: string, segments: readonly Span[]): NarrativeReading | null {
  return readAt(folded, segments, false)
}

/** The status that the opening of a notice tells of its one problem: …第9项问题已完成整改，拟申请销号，现予公示. */
export function noticeStatus(folded: string, opening: Span): NarrativeReading | null {
  return readAt(folded, [opening], true)
}

function readAt(folded: string, segments: readonly Span[], open: boolean): NarrativeReading | null {
  const [first] = segments
  const last = segments.at(-1)
  if (!first || !last) return null
  const found = readProse(folded.slice(first[0], last[1]), open)
  if (!found) return null
  const { code, ongoing, closure, at, length } = found
  return { code, ongoing, closure, span: [first[0] + at, first[0] + at + length] }
}

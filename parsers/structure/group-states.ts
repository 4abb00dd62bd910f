/**
 * States that are told once for a group of items: 以上3个问题均已完成整改。 以上6项中，第1至5项已完成整改，第6项正在整改。 behind the last of them,
 * 该方面反馈的10个问题均已完成整改。 before the first.
 */
import { isStatusOnly } from '../fields/status.js'
import { groupNumber } from '../lexicon/groups.js'
import { ordinal } from '../tokens/marks.js'
import type { Span } from '../tree.js'
import { above, itemsAbove, noun, numberOf, type Spoken, spokenOf } from './groups.js'
import type { RawField, RawItem } from './raw-item.js'

const since = '，?(?:截至[^，。]{2,14}，|(?:目前|现)，?)?'
/** 以上6项中, 以上第11至20个问题: how many items there are, or from which number to which. */
const behind = new RegExp(`^${above}(?:项|个|条)${noun}(?:中|里)?${since}`)
/** 该方面反馈的10个问题 before them. */
const ahead = new RegExp(
  `^(?:该|本|这)(?:一)?(?:方面|部分|类|领域)(?:反馈|指出|查出|存在)?的?(?:(?:${groupNumber})(?:项|个|条))?${noun}(?:中|里)?${since}`,
)
/** 第14至17项、第19项: from which to which. */
const one = new RegExp(`第?(${groupNumber})(?:[至到—~-]第?(${groupNumber}))?(?:项|个|条|号)?${noun}`, 'y')
/** 其余, 其余1个问题 */
const others = new RegExp(`^其余的?(?:(?:${groupNumber})(?:项|个|条))?(?:${noun}|各项)`)
/** 5项已完成整改: how many, and not which. */
const counts = new RegExp(`(?:${groupNumber})(?:项|个|条)`)
/** Such a paragraph is no longer. */
const LONGEST = 200

interface Told {
  /** The numbers meant; null: all that no other clause names. */
  of: ReadonlySet<number> | null
  /** The words of the state. */
  state: Span
}

/** The items that a clause names, and where its state begins; null where it names none. */
function named(clause: string): { of: Set<number>; end: number } | null {
  const of = new Set<number>()
  let end = 0
  // 3项已完成 does not say which
  if (!clause.startsWith('第')) return null
  for (;;) {
    one.lastIndex = end
    const found = one.exec(clause)
    if (!found) break
    const [from, to] = [ordinal(found[1] ?? '') ?? 0, ordinal(found[2] ?? found[1] ?? '') ?? 0]
    for (let n = from; n <= Math.min(to, from + LONGEST); n++) of.add(n)
    end = one.lastIndex
    if (!/[、和及]/.test(clause.charAt(end))) break
    end++
  }
  return of.size > 0 ? { of, end } : null
}

/** The states of the clauses from `at` on; null where one of them tells anything else. */
function clausesOf(words: string, start: number, at: number): Told[] | null {
  const told: Told[] = []
  let from = at
  for (const clause of words.slice(at).split(/[，；]/)) {
    // 除第16个问题正在推进整改外，其余均已完成整改
    const but = /^除/.test(clause) && clause.endsWith('外') ? 1 : 0
    const rest = /^其余/.test(clause)
    const body = clause.slice(but, clause.length - but)
    const which = rest ? null : named(body)
    const lead = rest ? (others.exec(body)?.[0].length ?? 0) : (which?.end ?? 0)
    const words = /^(?:均|全部|都|现|目前)*/.exec(body.slice(lead))?.[0].length ?? 0
    const state = body.slice(lead + words)
    if (counts.test(state) || !isStatusOnly(state)) return null
    told.push({ of: which?.of ?? null, state: [start + from + but + lead + words, start + from + but + body.length] })
    from += clause.length + 1
  }
  return told.length > 0 && told.filter(({ of }) => of === null).length <= 1 ? told : null
}

interface Group {
  /** Null: those that stand below. */
  of: Spoken | null
  told: Told[]
}

/** What a paragraph says of a group; null where it says nothing else than states of one. */
function tellsStates(folded: string, [start, end]: Span): Group | null {
  const words = folded
    .slice(start, end)
    .trimEnd()
    .replace(/[。；]$/, '')
  if (words.length > LONGEST) return null
  const opening = behind.exec(words)
  const head = (opening ?? ahead.exec(words))?.[0]
  const told = head === undefined ? null : clausesOf(words, start, head.length)
  if (!told) return null
  const of = opening && spokenOf(opening)
  return opening && of === null ? null : { of, told }
}

/** Takes the paragraph that stands behind the last item of a group out of it, where its states could be given. */
function take(folded: string, items: readonly RawItem[], last: number, { problem, body, fields }: RawItem): boolean {
  for (const segments of [body, ...fields.map((field) => field.segments), problem.length > 1 ? problem : []])
    for (const [at, span] of segments.entries()) {
      const found = at > 0 || segments !== problem ? tellsStates(folded, span) : null
      if (!found?.of || !give(folded, itemsAbove(folded, items, last, found.of), found.told)) continue
      segments.splice(at, 1)
      return true
    }
  return false
}

/** The numbers by which the items of a group are told: those that they print, or their places where these are others. */
function numbersIn(folded: string, items: readonly RawItem[], told: ReadonlySet<number>): number[] | null {
  const printed = items.flatMap((item) => numberOf(folded, item) ?? [])
  const all = new Set(printed)
  if (printed.length === items.length && all.size === items.length && [...told].every((n) => all.has(n))) return printed
  return [...told].every((n) => n <= items.length) ? items.map((_, i) => i + 1) : null
}

/** Gives the items the states that are told of their numbers, or of all; false where it is not known which are meant. */
function give(folded: string, items: readonly RawItem[], told: readonly Told[]): boolean {
  const every = new Set(told.flatMap(({ of }) => [...(of ?? [])]))
  const numbers = numbersIn(folded, items, every)
  if (!numbers) return false
  for (const [i, item] of items.entries()) {
    const own = numbers[i] ?? 0
    const found = told.find(({ of }) => (of === null ? !every.has(own) : of.has(own)))
    if (!found || item.fields.some(({ field }) => field === 'status')) continue
    const field: RawField = { field: 'status', label: '', segments: [found.state], row: 0, merged: false }
    item.fields.push(field)
    const [start, end] = item.span
    if (found.state[0] < start || found.state[1] > end) item.elsewhere = [...(item.elsewhere ?? []), found.state]
  }
  return true
}

/** Gives the items of a group the states that stand behind the last of them, or in a line of prose before the first. */
export function shareStates(folded: string, items: readonly RawItem[], prose: readonly Span[]): void {
  items.forEach((item, k) => {
    if (!take(folded, items, k, item)) return
    item.fields = item.fields.filter(({ segments }) => segments.length > 0)
  })
  let first = 0
  let told = -1
  for (const span of prose) {
    while (first < items.length && (items[first]?.span[0] ?? 0) < span[1]) first++
    // one such line for a chapter
    const found = first > told && first < items.length ? tellsStates(folded, span) : null
    if (!found || found.of !== null) continue
    told = first
    const chapter = items[first]?.categories.at(-1)?.[0]
    const end = items.findIndex((item, k) => k > first && item.categories.at(-1)?.[0] !== chapter)
    give(folded, items.slice(first, end < 0 ? undefined : end), found.told)
  }
}

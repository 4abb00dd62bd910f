/** States that are told once for a group of items: 以上3个问题均已完成整改。 以上6项中，第1至5项已完成整改，第6项正在整改。 */
import { isStatusOnly } from '../fields/status.js'
import { markAt, ordinal } from '../tokens/marks.js'
import type { Span } from '../tree.js'
import type { RawField, RawItem } from './raw-item.js'

const number = '\\d{1,3}|[一二三四五六七八九十]{1,3}'
const noun = '(?:反馈|整改|具体)?(?:问题|任务|事项)?'
/** 以上6项中， how many items there are. */
const head = new RegExp(`^(?:以上|上述)(${number})(?:项|个|条)${noun}(?:中|里)?，?(?:截至[^，。]{2,14}，|(?:目前|现)，?)?`)
/** 第14至17项、第19项: from which to which. */
const one = new RegExp(`第?(${number})(?:[至到—~-]第?(${number}))?(?:项|个|条|号)?${noun}`, 'y')
/** Such a paragraph is no longer. */
const LONGEST = 200

interface Told {
  /** The numbers meant; null: all of the group. */
  of: ReadonlySet<number> | null
  /** The words of the state. */
  state: Span
}

/** The items that a clause names, and where its state begins; null where it names none. */
function named(clause: string): { of: Set<number>; end: number } | null {
  const of = new Set<number>()
  let end = 0
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

/** What a paragraph says of a group, of how many items; null where it says nothing else than states of one. */
function tellsStates(folded: string, [start, end]: Span): { count: number; told: Told[] } | null {
  const words = folded
    .slice(start, end)
    .trimEnd()
    .replace(/[。；]$/, '')
  const opening = words.length <= LONGEST ? head.exec(words) : null
  if (!opening) return null
  const told: Told[] = []
  let at = opening[0].length
  for (const clause of words.slice(at).split(/[，；]/)) {
    const which = named(clause)
    const from = which?.end ?? 0
    const state = /^(?:均|全部|都|现|目前)*/.exec(clause.slice(from))?.[0].length ?? 0
    if (!isStatusOnly(clause.slice(from + state))) return null
    told.push({ of: which?.of ?? null, state: [start + at + from + state, start + at + clause.length] })
    at += clause.length + 1
  }
  const count = ordinal(opening[1] ?? '') ?? 0
  return count > 0 && told.length > 0 && (told.length === 1 || told.every(({ of }) => of !== null)) ? { count, told } : null
}

/** Takes the paragraph out of where it stands. */
function take(folded: string, { problem, body, fields }: RawItem): ReturnType<typeof tellsStates> {
  for (const segments of [body, ...fields.map((field) => field.segments), problem.length > 1 ? problem : []])
    for (const [at, span] of segments.entries()) {
      const found = at > 0 || segments !== problem ? tellsStates(folded, span) : null
      if (found) segments.splice(at, 1)
      if (found) return found
    }
  return null
}

/** Gives the items of a group the states that stand behind the last of them. */
export function shareStates(folded: string, items: readonly RawItem[]): void {
  items.forEach((item, k) => {
    const found = take(folded, item)
    if (!found) return
    const group = items.slice(Math.max(0, k + 1 - found.count), k + 1)
    for (const { of, state } of found.told)
      for (const other of group) {
        const own = other.label ? markAt(folded, other.label[0])?.ordinal : undefined
        if ((of !== null && (own === undefined || !of.has(own))) || other.fields.some(({ field }) => field === 'status'))
          continue
        const field: RawField = { field: 'status', label: '', segments: [state], row: 0, merged: false }
        other.fields.push(field)
        if (other !== item) other.elsewhere = [...(other.elsewhere ?? []), state]
      }
    item.fields = item.fields.filter(({ segments }) => segments.length > 0)
  })
}

/** What became of a problem: the state and the deadline that the newest report gives, and where reports contradict one another. */
import { codePrefix, regionTie } from './kinship.js'
import type { LinkReport } from './types.js'

export type State = 'done' | 'open' | 'unknown'

/** One item of a thread: what one report says of the problem. */
export interface Statement {
  report: number
  item: number
  /** sha256 of the document: of reports that nothing else orders, so that the order in which they came changes nothing. */
  id: string
  kind: LinkReport['kind']
  region: LinkReport['region']
  /** Day of the report, ISO 8601; null where it shows none. */
  day: string | null
  /** done: completed or closed; unknown: the report does not say. */
  state: State
  /** Last day allowed, ISO 8601. */
  due: string | null
  dueOf: 'item' | 'measures' | null
  /** Codes of the regions that the problem's words name. */
  places: readonly string[]
}

/** Reports contradict one another: a problem that was done is open again, or a deadline was moved by so many days. */
export type Contradiction<S extends Statement = Statement> =
  | { code: 'reopened'; earlier: S; later: S }
  | { code: 'deadline_moved'; earlier: S; later: S; days: number }

export interface Standing<S extends Statement = Statement> {
  /** The newest item of its region: lists that count problems show this one. */
  head: boolean
  state: State
  /** Which statement gives the state, and which the deadline; null where none does. */
  stateBy: S | null
  dueBy: S | null
}

const isPlan = ({ kind }: Statement): boolean => kind === 'plan' || kind === 'checklist'

/** Oldest first. A progress report that shows no day is later than every plan and earlier than one that shows its day. */
export const inOrder = <S extends Statement>(statements: readonly S[]): S[] => {
  const lastPlan = statements.reduce((last, one) => (isPlan(one) && one.day !== null && one.day > last ? one.day : last), '')
  const key = (one: S): string => one.day ?? (isPlan(one) ? '' : lastPlan)
  const rank = (one: S): number => (isPlan(one) ? 0 : 1)
  return [...statements].sort((a, b) => {
    const [x, y] = [key(a), key(b)]
    return x < y ? -1 : x > y ? 1 : rank(a) - rank(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : a.item - b.item)
  })
}

/** Whether all that the problem names lies in this region: then that region's report tells of the whole problem. */
const allIn = (places: readonly string[], region: LinkReport['region']): boolean => {
  const code = region?.code
  return places.length > 0 && code != null && places.every((place) => place.startsWith(codePrefix(code)))
}

/** How one statement bears on another's problem: it tells of the same, of a whole of which this is a part, or of a part. */
const bearing = (on: Statement, by: Statement): 'own' | 'whole' | 'part' | null => {
  const tie = regionTie(by.region, on.region)
  if (tie === 'same' || tie === 'unknown') return 'own'
  if (tie === 'above') return 'whole'
  return tie === 'below' ? (allIn(on.places, by.region) ? 'own' : 'part') : null
}

/** The statements that tell of the very problem of this one, oldest first. */
export const timeline = <S extends Statement>(on: S, ordered: readonly S[]): S[] =>
  ordered.filter((by) => bearing(on, by) === 'own')

/** The newest item of the problem in its region. */
const headOf = <S extends Statement>(on: S, ordered: readonly S[]): S | undefined =>
  ordered.findLast(({ region }) => region === null || on.region === null || regionTie(region, on.region) === 'same')

/**
 * What a problem's newest reports say. Its own region's are asked first; one above says that it is done where the whole is, and whatever
 * it says where the own ones are silent; one below tells of the whole only where the problem names nothing beyond it.
 */
export const standingOf = <S extends Statement>(on: S, ordered: readonly S[]): Standing<S> => {
  const own = timeline(on, ordered)
  const above = ordered.filter((by) => bearing(on, by) === 'whole')
  const last = (list: readonly S[], fits: (one: S) => boolean): S | null => list.findLast(fits) ?? null
  const said = last(own, ({ state }) => state !== 'unknown')
  const whole = last(above, ({ state }) => (said ? state === 'done' : state !== 'unknown'))
  const later = (one: S, other: S): boolean => ordered.indexOf(one) > ordered.indexOf(other)
  const stateBy = whole && (!said || later(whole, said)) ? whole : said
  return {
    head: headOf(on, ordered) === on,
    state: stateBy?.state ?? 'unknown',
    stateBy,
    dueBy: last(own, ({ due }) => due !== null) ?? last(above, ({ due }) => due !== null),
  }
}

/** The standing of every statement of a thread. Those of one region that name the same places have the same, so a long thread is not compared with itself. */
export const standings = <S extends Statement>(ordered: readonly S[]): Map<S, Standing<S>> => {
  const groups = new Map<string, { standing: Standing<S>; head: S | undefined }>()
  const found = new Map<S, Standing<S>>()
  for (const on of ordered) {
    const name = JSON.stringify([on.region?.code, on.region?.name, [...on.places].sort()])
    let group = groups.get(name)
    if (!group) {
      group = { standing: standingOf(on, ordered), head: headOf(on, ordered) }
      groups.set(name, group)
    }
    found.set(on, { ...group.standing, head: group.head === on })
  }
  return found
}

const DAY = 86_400_000
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY)

/** Where the statements of one region's problem contradict one another, oldest first. */
export const contradictions = <S extends Statement>(own: readonly S[]): Contradiction<S>[] => {
  const found: Contradiction<S>[] = []
  let state: S | null = null
  let due: S | null = null
  for (const one of own) {
    if (state?.state === 'done' && one.state === 'open') found.push({ code: 'reopened', earlier: state, later: one })
    if (due?.due && one.due && due.due !== one.due)
      found.push({ code: 'deadline_moved', earlier: due, later: one, days: daysBetween(due.due, one.due) })
    if (one.state !== 'unknown') state = one
    if (one.due !== null) due = one
  }
  return found
}

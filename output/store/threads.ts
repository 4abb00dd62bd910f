/** Threads: items joined by links that hold, and what became of the problem that each thread is. */
import type { Database } from './database.js'
import { inOrder, type State, type Statement, standings } from '../../pipeline/links/index.js'
import { type ReportRow, regionOf, textsOf } from './rows.js'

/** An item by its report and number. */
export interface ItemAt {
  report: number
  item: number
}

type MemberRow = ItemAt &
  Pick<ReportRow, 'id' | 'kind' | 'region' | 'region_code' | 'region_level'> & {
    day: string | null
    state: State
    due: string | null
    due_of: Statement['dueOf']
    places: string
  }

const members = `SELECT t.report, t.item, r.id, r.kind, r.region, r.region_code, r.region_level, l.day, a.state, a.due, a.due_of,
    (SELECT json_group_array(c.code) FROM (SELECT p.code FROM places p WHERE p.report = i.report AND p.item = i.item AND p.code IS NOT NULL
      AND p.span_start >= i.problem_start AND p.span_end <= i.problem_end GROUP BY p.code ORDER BY min(p.place)) c) AS places
  FROM threads t JOIN items i USING (report, item) JOIN reports r ON r.report = t.report JOIN all_items a ON a.report = t.report AND a.item = t.item
    JOIN link_reports l ON l.report = t.report WHERE t.thread = ?`

const statementOf = (row: MemberRow): Statement => ({
  report: row.report,
  item: row.item,
  id: row.id,
  kind: row.kind,
  region: regionOf(row),
  day: row.day,
  state: row.state,
  due: row.due,
  dueOf: row.due_of,
  places: textsOf(row.places),
})

/** Groups of items that links join, by union and find. */
const components = (items: readonly ItemAt[], pairs: readonly (readonly [string, string])[]): ItemAt[][] => {
  const parent = new Map(items.map((one) => [nameOf(one), nameOf(one)]))
  const root = (name: string): string => {
    let top = name
    for (let up = parent.get(top); up !== undefined && up !== top; up = parent.get(top)) top = up
    parent.set(name, top)
    return top
  }
  for (const [one, other] of pairs) if (parent.has(one) && parent.has(other)) parent.set(root(one), root(other))
  const groups = new Map<string, ItemAt[]>()
  for (const one of items) {
    const top = root(nameOf(one))
    const group = groups.get(top)
    if (group) group.push(one)
    else groups.set(top, [one])
  }
  return [...groups.values()]
}
const nameOf = ({ report, item }: ItemAt): string => `${report}#${item}`

/** Keeps `threads` true to `links`. Runs inside the caller's transaction. */
export const threader = (db: Database) => {
  const threadOf = db.prepare<[number, number], number>('SELECT thread FROM threads WHERE report = ? AND item = ?').pluck()
  const next = db.prepare<[], number>('SELECT ifnull(max(thread), 0) + 1 FROM threads').pluck()
  const add = db.prepare<[number, number, number]>('INSERT INTO threads (report, item, thread) VALUES (?, ?, ?)')
  const merge = db.prepare<[number, number]>('UPDATE threads SET thread = ? WHERE thread = ?')
  const twice = db
    .prepare<[number, number], number>(
      'SELECT 1 FROM threads WHERE thread IN (?, ?) GROUP BY report HAVING count(DISTINCT thread) > 1 LIMIT 1',
    )
    .pluck()
  const inThread = db.prepare<[number, number], number>('SELECT 1 FROM threads WHERE thread = ? AND report = ?').pluck()
  const itemsOf = db.prepare<[number], ItemAt>('SELECT report, item FROM threads WHERE thread = ? ORDER BY report, item')
  const membersOf = db.prepare<[number], MemberRow>(members)
  const pairsOf = db.prepare<[number], { one: string; other: string }>(
    `SELECT k.report || '#' || k.item AS one, k.other_report || '#' || k.other_item AS other
       FROM threads t JOIN stored_links k USING (report, item) WHERE t.thread = ? AND k.held IN (1, 2)`,
  )
  const drop = db.prepare<[number]>('DELETE FROM threads WHERE thread = ?')
  const stale = db.prepare<[], number>('SELECT thread FROM stale_threads ORDER BY thread').pluck()
  const fresh = db.prepare('DELETE FROM stale_threads')
  // Most items of a long thread stay as they were.
  const tell = db.prepare<[Record<string, string | number | null>]>(
    `UPDATE threads SET head = @head, state = @state, state_report = @stateReport, state_item = @stateItem,
       due = @due, due_of = @dueOf, due_report = @dueReport, due_item = @dueItem
     WHERE report = @report AND item = @item AND (head, state, state_report, state_item, due, due_of, due_report, due_item)
       IS DISTINCT FROM (@head, @state, @stateReport, @stateItem, @due, @dueOf, @dueReport, @dueItem)`,
  )

  /** Threads of the items at hand while a report is linked, so that they are not asked for one by one; and the next free number. */
  let known: Map<string, number | undefined> | null = null
  let free: number | null = null
  const forget = (): void => {
    known = null
    free = null
  }
  const look = (items: readonly ItemAt[]): void => {
    const places = [...new Map(items.map((at) => [nameOf(at), at])).values()]
    const found = threadOf.many(places.map(({ report, item }): [number, number] => [report, item]))
    known = new Map(places.map((at, nth) => [nameOf(at), found[nth]?.[0]]))
  }
  const threadAt = (at: ItemAt): number | undefined => {
    const name = nameOf(at)
    if (!known?.has(name)) known?.set(name, threadOf.get(at.report, at.item))
    return known ? known.get(name) : threadOf.get(at.report, at.item)
  }
  const nextFree = (): number => {
    const number = free ?? next.get() ?? 1
    free = known ? number + 1 : null
    return number
  }

  /** Whether joining them would make two problems of one report one. */
  const clashes = (a: ItemAt, b: ItemAt): boolean => {
    const [one, other] = [threadAt(a), threadAt(b)]
    if (one !== undefined && other !== undefined) return one !== other && twice.get(one, other) !== undefined
    if (one !== undefined) return inThread.get(one, b.report) !== undefined
    return other !== undefined && inThread.get(other, a.report) !== undefined
  }
  /** Joins the threads of two items and gives the thread. */
  const join = (a: ItemAt, b: ItemAt): number => {
    const [one, other] = [threadAt(a), threadAt(b)]
    const thread = Math.min(one ?? other ?? nextFree(), other ?? one ?? Number.MAX_SAFE_INTEGER)
    for (const [at, old] of [
      [a, one],
      [b, other],
    ] as const) {
      if (old === undefined) add.run(at.report, at.item, thread)
      else if (old !== thread) merge.run(thread, old)
      for (const [name, now] of known ?? []) if (now === old && old !== undefined) known?.set(name, thread)
      known?.set(nameOf(at), thread)
    }
    return thread
  }
  /** Writes what became of the problem to each of its items. */
  const settleAll = (threads: readonly number[]): void => {
    for (const members of membersOf.many(threads.map((thread): [number] => [thread]))) settleOne(members)
  }
  const settle = (thread: number): void => settleAll([thread])
  const settleOne = (members: readonly MemberRow[]): void => {
    const ordered = inOrder(members.map(statementOf))
    for (const [one, { head, state, stateBy, dueBy }] of standings(ordered)) {
      tell.run({
        report: one.report,
        item: one.item,
        head: head ? 1 : 0,
        state,
        stateReport: stateBy?.report ?? null,
        stateItem: stateBy?.item ?? null,
        due: dueBy?.due ?? null,
        dueOf: dueBy?.dueOf ?? null,
        dueReport: dueBy?.report ?? null,
        dueItem: dueBy?.item ?? null,
      })
    }
  }
  /** Joins anew what is left of a thread that lost a link. */
  const rejoin = (thread: number): void => {
    const items = itemsOf.all(thread)
    const pairs = pairsOf.all(thread).map(({ one, other }) => [one, other] as const)
    drop.run(thread)
    for (const group of components(items, pairs)) {
      if (group.length < 2) continue
      const number = next.get() ?? 1
      for (const { report, item } of group) add.run(report, item, number)
      settle(number)
    }
  }

  return {
    /** Others may have written since. */
    begin: forget,
    clashes,
    join,
    settle,
    settleAll,
    /** Looks the threads of these items up at once, until `freshen`. */
    look,
    /** Threads that lost a link. */
    freshen: (): void => {
      forget()
      for (const thread of stale.all()) rejoin(thread)
      fresh.run()
    },
    /** What the reports of an item's thread say, oldest first; only the item itself where it has no links. */
    statements: (thread: number): Statement[] => inOrder(membersOf.all(thread).map(statementOf)),
    threadOf: ({ report, item }: ItemAt): number | null => threadOf.get(report, item) ?? null,
  }
}
export type Threader = ReturnType<typeof threader>

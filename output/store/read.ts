/** Rows into records. */
import type { Database } from './database.js'
import {
  type Action,
  type Deadline,
  type DeadlineEntry,
  type Item,
  itemSchema,
  type Party,
  type Report,
  reportSchema,
} from '../../pipeline/record.js'
import * as mentions from './mentions.js'
import * as rows from './rows.js'
import { LedgerError } from './types.js'

const columnsOfItem = [
  ['categories', 'category'],
  ['actions', 'action'],
  ['parties', 'party'],
  ['deadlines', 'deadline'],
  ['deadline_entries', 'deadline, entry'],
  ['targets', 'target'],
  ['quantities', 'quantity'],
  ['dates', 'date'],
  ['refs', 'ref'],
  ['places', 'place'],
] as const
type ItemTable = (typeof columnsOfItem)[number][0]

interface ItemTables {
  categories: rows.TextRow
  actions: rows.ActionRow
  parties: rows.PartyRow
  deadlines: rows.DeadlineRow
  deadline_entries: rows.EntryRow
  targets: mentions.TargetRow
  quantities: mentions.QuantityRow
  dates: mentions.DateRow
  refs: mentions.RefRow
  places: mentions.PlaceRow
}
type RowsOfItem = { [T in ItemTable]: ItemTables[T][] }

/** What belongs to each action (null: to the item itself), looked up and not searched for: an item may have thousands. */
interface Owned {
  parties: Map<number | null, Party[]>
  deadlines: Map<number | null, Deadline>
}

const ownedOf = (of: RowsOfItem): Owned => {
  const entries = new Map<number, DeadlineEntry[]>()
  for (const row of of.deadline_entries) {
    const own = entries.get(row.deadline) ?? []
    own.push(rows.entryOf(row))
    entries.set(row.deadline, own)
  }
  const owned: Owned = { parties: new Map(), deadlines: new Map() }
  for (const row of of.parties) {
    const own = owned.parties.get(row.action) ?? []
    own.push(rows.partyOf(row))
    owned.parties.set(row.action, own)
  }
  for (const row of of.deadlines)
    owned.deadlines.set(row.action, { ...rows.textOf(row), entries: entries.get(row.deadline) ?? [] })
  return owned
}

/** Parties and deadline of an action, or with null of the item itself. */
const partOf = ({ parties, deadlines }: Owned, action: number | null) => ({
  parties: parties.get(action) ?? [],
  deadline: deadlines.get(action) ?? null,
})

/** The nodes of one kind as trees; a parent's row comes before its children's. */
const trees = (of: RowsOfItem, owned: Owned, kind: rows.ActionRow['kind']): Action[] => {
  const top: Action[] = []
  const byNumber = new Map<number, Action>()
  for (const row of of.actions) {
    if (row.kind !== kind) continue
    const node: Action = { label: row.label, ...rows.textOf(row), ...partOf(owned, row.action), children: [] }
    byNumber.set(row.action, node)
    const siblings = row.parent === null ? top : byNumber.get(row.parent)?.children
    siblings?.push(node)
  }
  return top
}

const assemble = (row: rows.ItemRow, of: RowsOfItem) => {
  const owned = ownedOf(of)
  return {
    ...rows.itemOf(row),
    ...partOf(owned, null),
    categoryPath: of.categories.map(rows.textOf),
    targets: of.targets.map(mentions.targetOf),
    measures: trees(of, owned, 'measure'),
    progress: trees(of, owned, 'progress'),
    quantities: of.quantities.map(mentions.quantityOf),
    dates: of.dates.map(mentions.dateOf),
    references: of.refs.map(mentions.refOf),
    places: of.places.map(mentions.placeOf),
  }
}

const byItem = (all: readonly rows.OfItem[]): Map<number, rows.OfItem[]> => {
  const found = new Map<number, rows.OfItem[]>()
  for (const row of all) {
    const own = found.get(row.item)
    if (own) own.push(row)
    else found.set(row.item, [row])
  }
  return found
}

/** What rebuilds records. The schema puts the keys in order and refuses rows that another hand has spoilt. */
export const reader = (db: Database) => {
  const reportRow = db.prepare<[number], rows.ReportRow>('SELECT * FROM reports WHERE report = ?')
  const text = db.prepare<[number], string>('SELECT text FROM documents WHERE report = ?').pluck()
  const items = db.prepare<[number], rows.ItemRow>('SELECT * FROM items WHERE report = ? ORDER BY item')
  const totals = db.prepare<[number], rows.TotalRow>('SELECT * FROM declared_totals WHERE report = ? ORDER BY total')
  const diagnostics = db.prepare<[number], rows.DiagnosticRow>('SELECT * FROM diagnostics WHERE report = ? ORDER BY diagnostic')
  const ofItem = columnsOfItem.map(([table, order]) => {
    const statement = db.prepare<[number, number, number], rows.OfItem>(
      `SELECT * FROM ${table} WHERE report = ? AND item BETWEEN ? AND ? ORDER BY item, ${order}`,
    )
    return [table, statement] as const
  })

  const spoilt = (cause: unknown) => new LedgerError('corrupt', 'The ledger holds rows that are no valid record.', { cause })

  /** Items of each report that follow one another; each table is asked once for all of them. */
  const rebuild = (reports: readonly (readonly rows.ItemRow[])[]) => {
    const asked = reports.flatMap((items, nth) => {
      const [first] = items
      return first
        ? [{ nth, range: [first.report, first.item, items.at(-1)?.item ?? first.item] satisfies [number, number, number] }]
        : []
    })
    const ranges = asked.map(({ range }) => range)
    const tables = ofItem.map(([table, statement]) => {
      const found = new Map<number, Map<number, rows.OfItem[]>>()
      for (const [at, all] of statement.many(ranges).entries()) found.set(asked[at]?.nth ?? -1, byItem(all))
      return [table, found] as const
    })
    return reports.map((items, nth) =>
      items.map((row) =>
        assemble(
          row,
          Object.fromEntries(
            tables.map(([table, found]) => [table, found.get(nth)?.get(row.item) ?? []]),
          ) as unknown as RowsOfItem,
        ),
      ),
    )
  }

  /** Records of some reports, which a server is asked for together; each is looked at when it is called for, and throws where it is spoilt. */
  const reports = (numbers: readonly number[]): (() => Report | null)[] => {
    const keys = numbers.map((report): [number] => [report])
    const [heads, texts, itemRows] = [reportRow.many(keys), text.many(keys), items.many(keys)]
    const [declared, noticed, rebuilt] = [totals.many(keys), diagnostics.many(keys), rebuild(itemRows)]
    return numbers.map((_, nth) => () => {
      const row = heads[nth]?.[0]
      if (!row) return null
      const checked = reportSchema.safeParse({
        schemaVersion: row.schema_version,
        document: rows.documentOf(row, texts[nth]?.[0] ?? ''),
        items: rebuilt[nth],
        declared: declared[nth]?.map(rows.totalOf),
        diagnostics: noticed[nth]?.map(rows.diagnosticOf),
      })
      if (!checked.success) throw spoilt(checked.error)
      return checked.data
    })
  }

  return {
    reports,
    report: (report: number): Report | null => reports([report])[0]?.() ?? null,
    item: (report: number, item: number): Item | null => {
      const row = db
        .prepare<[number, number], rows.ItemRow>('SELECT * FROM items WHERE report = ? AND item = ?')
        .get(report, item)
      if (!row) return null
      const checked = itemSchema.safeParse(rebuild([[row]])[0]?.[0])
      if (!checked.success) throw spoilt(checked.error)
      return checked.data
    },
  }
}

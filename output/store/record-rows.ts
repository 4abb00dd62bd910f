/** The rows that a record is made of, in a fixed order: what the writer puts into the tables, and what its digest is made from. */
import type { Action, Deadline, Item, Party, Report } from '../../pipeline/record.js'
import type { Database } from './database.js'
import * as mentions from './mentions.js'
import * as rows from './rows.js'

type Insert = Database['insert']

/** Inserts an item and all that hangs on it. */
const insertItem = (insert: Insert, report: number, item: Item): void => {
  const of = { report, item: item.seq }
  let action = 0
  let party = 0
  let deadline = 0
  const each = <T>(table: string, name: string, values: readonly T[], row: (value: T) => object) => {
    for (const [index, value] of values.entries()) insert(table, { ...of, [name]: index + 1 }, row(value))
  }
  const insertOwned = (owner: number | null, parties: Party[], due: Deadline | null) => {
    for (const value of parties) insert('parties', { ...of, party: ++party, action: owner }, rows.partyRow(value))
    if (!due) return
    insert('deadlines', { ...of, deadline: ++deadline, action: owner }, rows.textRow(due))
    for (const [index, value] of due.entries.entries())
      insert('deadline_entries', { ...of, deadline, entry: index + 1 }, rows.entryRow(value))
  }
  const insertActions = (kind: 'measure' | 'progress', parent: number | null, depth: number, siblings: Action[]) => {
    for (const [index, value] of siblings.entries()) {
      const own = ++action
      const { label } = value
      insert('actions', { ...of, action: own, kind, parent, depth, position: index + 1, label }, rows.textRow(value))
      insertOwned(own, value.parties, value.deadline)
      insertActions(kind, own, depth + 1, value.children)
    }
  }
  insert('items', of, rows.itemRow(item))
  each('categories', 'category', item.categoryPath, rows.textRow)
  insertOwned(null, item.parties, item.deadline)
  insertActions('measure', null, 1, item.measures)
  insertActions('progress', null, 1, item.progress)
  each('targets', 'target', item.targets, mentions.targetRow)
  each('quantities', 'quantity', item.quantities, mentions.quantityRow)
  each('dates', 'date', item.dates, mentions.dateRow)
  each('refs', 'ref', item.references, mentions.refRow)
  each('places', 'place', item.places, mentions.placeRow)
}

/** Inserts all that a record holds besides its document. */
export const insertRows = (insert: Insert, report: number, { items, declared, diagnostics }: Report): void => {
  for (const item of items) insertItem(insert, report, item)
  for (const [index, total] of declared.entries()) insert('declared_totals', { report, total: index + 1 }, rows.totalRow(total))
  for (const [index, diagnostic] of diagnostics.entries())
    insert('diagnostics', { report, diagnostic: index + 1 }, rows.diagnosticRow(diagnostic))
}

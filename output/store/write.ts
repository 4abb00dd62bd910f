/** Records into rows. */
import type Database from 'better-sqlite3'
import { type Action, type Deadline, type Item, type Party, type Report, reportSchema } from '../../pipeline/record.js'
import * as mentions from './mentions.js'
import * as rows from './rows.js'
import { type Failure, LedgerError, type PutMeta } from './types.js'

type Row = Record<string, string | number | null>

const KEY_LENGTH = 12

/** SQLite stores UTF-8, which cannot say a lone surrogate: the record would not come back as it was. */
const halfCharacter = /\p{Surrogate}/u

type Insert = (table: string, key: object, rest?: object) => number

/**
 * A prepared INSERT for each table, made when it is first used. `key` and `rest` are two objects because merging them
 * for each of some hundred rows a report costs more than SQLite does. Together they name all columns that have no default.
 */
const inserter = (db: Database.Database): Insert => {
  const prepared = new Map<string, { names: string[]; keys: number; statement: Database.Statement<[Row[string][]]> }>()
  return (table, key, rest = {}) => {
    let insert = prepared.get(table)
    if (!insert) {
      const keys = Object.keys(key)
      const names = [...keys, ...Object.keys(rest)]
      const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
      insert = { names, keys: keys.length, statement: db.prepare<[Row[string][]]>(sql) }
      prepared.set(table, insert)
    }
    const { names, keys, statement } = insert
    const values = names.map((name, index) => ((index < keys ? key : rest) as Row)[name] as Row[string])
    return Number(statement.run(values).lastInsertRowid)
  }
}

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

/** What puts reports and failures into the database, one transaction each. */
export const writer = (db: Database.Database) => {
  const insert = inserter(db)
  const byId = db.prepare<[string], { report: number; key: string }>('SELECT report, key FROM reports WHERE id = ?')
  const keyTaken = db.prepare<[string]>('SELECT 1 FROM reports WHERE key = ?')
  const dropReport = db.prepare<[number]>('DELETE FROM reports WHERE report = ?')
  const dropFailure = db.prepare<[string | null, string]>('DELETE FROM failures WHERE id = ? OR source = ?')

  /** 12 digits of the id, or all of them where another report has those 12. */
  const newKey = (id: string) => (keyTaken.get(id.slice(0, KEY_LENGTH)) ? id : id.slice(0, KEY_LENGTH))

  const put = db.transaction((report: Report, { parserVersion }: PutMeta): 'added' | 'updated' => {
    const { document } = report
    const earlier = byId.get(document.id)
    if (earlier) dropReport.run(earlier.report)
    const keys = { report: earlier?.report ?? null, key: earlier?.key ?? newKey(document.id), parser_version: parserVersion }
    const number = insert('reports', keys, rows.reportRow(report))
    insert('documents', { report: number, text: document.text })
    for (const item of report.items) insertItem(insert, number, item)
    for (const [index, total] of report.declared.entries())
      insert('declared_totals', { report: number, total: index + 1 }, rows.totalRow(total))
    for (const [index, diagnostic] of report.diagnostics.entries())
      insert('diagnostics', { report: number, diagnostic: index + 1 }, rows.diagnosticRow(diagnostic))
    dropFailure.run(document.id, document.source)
    return earlier ? 'updated' : 'added'
  })

  const fail = db.transaction(({ id, source, parserVersion, diagnostics }: Failure): void => {
    dropFailure.run(null, source)
    const failure = insert('failures', { id, source, parser_version: parserVersion })
    for (const [index, { code, severity, message }] of diagnostics.entries())
      insert('failure_diagnostics', { failure, diagnostic: index + 1, code, severity, message })
  })

  return {
    put: (report: Report, meta: PutMeta) => {
      const checked = reportSchema.safeParse(report)
      if (!checked.success) {
        const { path = [], message = '' } = checked.error.issues[0] ?? {}
        throw new LedgerError('invalid_record', `The record does not fit its schema: ${path.join('.')}: ${message}`)
      }
      const seqs = checked.data.items.map((item) => item.seq)
      if (seqs.some((seq, index) => seq !== index + 1))
        throw new LedgerError('invalid_record', 'The items of a record are numbered from 1 without gaps.')
      if (halfCharacter.test(checked.data.document.text))
        throw new LedgerError('invalid_record', 'The text of the document holds half of a character (a lone surrogate).')
      return put.immediate(checked.data, meta)
    },
    fail: (failure: Failure) => fail.immediate(failure),
  }
}

/** Records into rows. */
import type { Database } from './database.js'
import { type Report, reportSchema } from '../../pipeline/record.js'
import { digests } from './digest.js'
import { factsRows } from './facts.js'
import type { Linker } from './links.js'
import { namer, resolvedOf } from './names.js'
import { storer } from './once.js'
import { insertRows } from './record-rows.js'
import * as rows from './rows.js'
import { type Failure, LedgerError, type PutMeta, type SourceName } from './types.js'

const KEY_LENGTH = 12

/** SQLite stores UTF-8, which cannot say a lone surrogate: the record would not come back as it was. */
const halfCharacter = /\p{Surrogate}/u

const checkedRecord = (report: Report): Report => {
  const checked = reportSchema.safeParse(report)
  if (checked.success) return checked.data
  const { path = [], message = '' } = checked.error.issues[0] ?? {}
  throw new LedgerError('invalid_record', `The record does not fit its schema: ${path.join('.')}: ${message}`)
}

/**
 * What puts reports and failures into the database, one transaction each. `indexReport` is called inside it, or null; then the report is not
 * linked either.
 */
export const writer = (
  db: Database,
  indexReport: ((report: number) => void) | null,
  linking: boolean,
  links: Linker,
  overlay: (report: number) => void,
) => {
  const { insert, begin, end, forget } = storer(db)
  const naming = namer(db)
  const digest = digests(db)
  const byId = db.prepare<[string], number>('SELECT report FROM reports WHERE id = ?').pluck()
  const keyTaken = db.prepare<[string]>('SELECT 1 FROM reports WHERE key = ?')
  const dropRows = ['stored_items', 'document_parts', 'declared_totals', 'diagnostics'].map((table) =>
    db.prepare<[number]>(`DELETE FROM ${table} WHERE report = ?`),
  )
  /** While its words are still there: the index has to be told them. */
  const unindex = db.prepare<[number]>('UPDATE reports SET indexed = 0 WHERE report = ?')
  const dropFailure = db.prepare<[string | null, string]>('DELETE FROM failures WHERE id = ? OR resolved = ?')

  const addFailure = db
    .prepare<(string | null)[], number>(
      'INSERT INTO failures (id, source, resolved, parser_version) VALUES (?, ?, ?, ?) RETURNING failure',
    )
    .pluck()
  const again = db
    .prepare<(string | number | null)[], number>(
      'INSERT INTO failures (failure, id, source, resolved, parser_version) VALUES (?, ?, ?, ?, ?) RETURNING failure',
    )
    .pluck()
  const failureOf = db.prepare<[string], number>('SELECT failure FROM failures WHERE resolved = ?').pluck()

  /** 12 digits of the id, or all of them where another report has those 12. */
  const newKey = (id: string) => (keyTaken.get(id.slice(0, KEY_LENGTH)) ? id : id.slice(0, KEY_LENGTH))

  /** The row of a known document is kept, with its names and versions; all that hangs on it is made anew. */
  const update = (report: number, values: object): number => {
    links.unlink(report)
    unindex.run(report)
    for (const drop of dropRows) drop.run(report)
    const set = Object.keys(values).map((name) => `${name} = @${name}`)
    db.prepare<object>(`UPDATE reports SET ${set.join(', ')} WHERE report = @report`).run({ ...values, report })
    return report
  }

  const add = (values: object): number => {
    const names = Object.keys(values)
    return (
      db
        .prepare<object, number>(
          `INSERT INTO reports (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')}) RETURNING report`,
        )
        .pluck()
        .get(values) ?? 0
    )
  }

  const put = db.transaction((report: Report, { parserVersion, resolved }: PutMeta): 'added' | 'updated' | 'replaced' => {
    const { document } = report
    const earlier = byId.get(document.id)
    const { source, ...values } = { ...rows.reportRow(report), parser_version: parserVersion }
    const number = earlier === undefined ? add({ key: newKey(document.id), source, ...values }) : update(earlier, values)
    begin(number, document.text)
    insertRows(insert, number, report)
    end()
    for (const facts of factsRows(report.items)) insert('item_facts', { report: number }, facts)
    digest.keep(number, report)
    indexReport?.(number)
    const name = { source, resolved: resolvedOf(source, document.id, resolved) }
    dropFailure.run(document.id, name.resolved)
    const held = naming.hold(name, number)
    overlay(number)
    if (indexReport && linking && naming.isCurrent(number)) links.link(number)
    return held === 'replaced' ? 'replaced' : earlier === undefined ? 'added' : 'updated'
  })

  const named = db.transaction((id: string, { source, resolved }: SourceName): 'unchanged' | 'replaced' => {
    const report = byId.get(id)
    if (report === undefined) throw new LedgerError('not_found', `${source}: its report is not in the ledger.`)
    const name = { source, resolved: resolvedOf(source, id, resolved) }
    dropFailure.run(null, name.resolved)
    return naming.hold(name, report) === 'replaced' ? 'replaced' : 'unchanged'
  })
  /** Whether nothing would be written: the usual case of a second ingest. */
  const holdsAlready = (id: string, { source, resolved }: SourceName): boolean => {
    const name = resolvedOf(source, id, resolved)
    const failed = db.prepare<[string]>('SELECT 1 FROM failures WHERE resolved = ?').get(name) !== undefined
    return !failed && naming.holds(name, id)
  }

  const fail = db.transaction(({ id, source, resolved, parserVersion, diagnostics }: Failure): void => {
    const name = resolvedOf(source, id ?? '', resolved)
    // A source that fails again keeps its number, so that a run that was taken up again gives the same ledger.
    const number = failureOf.get(name) ?? null
    dropFailure.run(null, name)
    const failure =
      number === null ? addFailure.get(id, source, name, parserVersion) : again.get(number, id, source, name, parserVersion)
    for (const [index, { code, severity, message }] of diagnostics.entries())
      insert('failure_diagnostics', { failure, diagnostic: index + 1, code, severity, message })
  })

  return {
    forget,
    put: (report: Report, meta: PutMeta) => {
      const whole = meta.own ? report : checkedRecord(report)
      if (whole.items.some(({ seq }, index) => seq !== index + 1))
        throw new LedgerError('invalid_record', 'The items of a record are numbered from 1 without gaps.')
      if (halfCharacter.test(whole.document.text))
        throw new LedgerError('invalid_record', 'The text of the document holds half of a character (a lone surrogate).')
      try {
        return put.immediate(whole, meta)
      } catch (error) {
        forget()
        throw error
      }
    },
    named: (id: string, name: SourceName) => (holdsAlready(id, name) ? 'unchanged' : named.immediate(id, name)),
    fail: (failure: Failure) => fail.immediate(failure),
  }
}

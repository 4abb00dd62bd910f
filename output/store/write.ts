/** Records into rows. */
import type { Database } from './database.js'
import { type Report, reportSchema } from '../../pipeline/record.js'
import type { Corrector } from './corrections.js'
import { recordDigest } from './digest.js'
import { factsRows } from './facts.js'
import type { Linker } from './links.js'
import { namer, resolvedOf } from './names.js'
import { type Newcomer, newcomers } from './newcomers.js'
import { storer } from './once.js'
import { insertRows } from './record-rows.js'
import * as rows from './rows.js'
import { type Coming, type Failure, LedgerError, type PutMeta, type SourceName } from './types.js'

const KEY_LENGTH = 12

/** SQLite stores UTF-8, which cannot say a lone surrogate: the record would not come back as it was. */
const halfCharacter = /\p{Surrogate}/u

const checkedRecord = (report: Report): Report => {
  const checked = reportSchema.safeParse(report)
  if (checked.success) return checked.data
  const { path = [], message = '' } = checked.error.issues[0] ?? {}
  throw new LedgerError('invalid_record', `The record does not fit its schema: ${path.join('.')}: ${message}`)
}

/** Whether the report comes under the name that it was told to come under. */
const isNamed = ({ name }: Newcomer, { document: { id, source } }: Report, { resolved }: PutMeta): boolean =>
  name.source === source && name.resolved === resolvedOf(source, id, resolved)

/**
 * What puts reports and failures into the database, one transaction each. `indexReports` is called inside it, or null; then the report is not
 * linked either.
 */
export const writer = (
  db: Database,
  indexReports: ((reports: readonly number[]) => void) | null,
  linking: boolean,
  links: Linker,
  corrections: Pick<Corrector, 'settle' | 'hold'>,
) => {
  const { insert, begin, end, forget } = storer(db)
  const naming = namer(db)
  const byId = db.prepare<[string], number>('SELECT report FROM reports WHERE id = ?').pluck()
  const alike = db.prepare<[string, string], { report: number; id: string; key: string }>(
    'SELECT report, id, key FROM reports WHERE id = ? OR key = ?',
  )
  const dropRows = ['stored_items', 'document_parts', 'declared_totals', 'diagnostics', 'record_digests'].map((table) =>
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

  /** The document's report, or the key of a new one: 12 digits of the id, or all of them where another report has those 12. */
  const look = (id: string): { earlier: number | undefined; newKey: string } => {
    const short = id.slice(0, KEY_LENGTH)
    const found = alike.all(id, short)
    return { earlier: found.find((one) => one.id === id)?.report, newKey: found.some(({ key }) => key === short) ? id : short }
  }
  const findNew = newcomers(db, (id) => id.slice(0, KEY_LENGTH))
  /** Reports of a batch that are new in every respect, by their ids, as long as they are not in. */
  let fresh = new Map<string, Newcomer>()
  /** Reports of a batch that are to be put into the index at its end; null: there is no batch. */
  let later: Set<number> | null = null

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

  /** All that hangs on a report's row. */
  const putRows = (number: number, report: Report): void => {
    begin(number, report.document.text)
    insertRows(insert, number, report)
    for (const facts of factsRows(report.items)) insert('item_facts', { report: number }, facts)
    insert('record_digests', { report: number, digest: recordDigest(report) })
    later?.add(number)
  }
  const putNew = (report: Report, { parserVersion }: PutMeta, { report: number, source, key, name }: Newcomer): 'added' => {
    db.insert('reports', { report: number, key }, { ...rows.reportRow(report), parser_version: parserVersion })
    db.insert('sources', { source, name: name.source, resolved: name.resolved })
    putRows(number, report)
    db.insert('versions', { source, version: 1, report: number })
    corrections.settle(number, true)
    if (indexReports && linking) {
      // Linking reads what waits.
      end()
      links.link(number)
    }
    return 'added'
  }
  const put = db.transaction((report: Report, { parserVersion, resolved }: PutMeta): 'added' | 'updated' | 'replaced' => {
    const { document } = report
    const { earlier, newKey } = look(document.id)
    const { source, ...values } = { ...rows.reportRow(report), parser_version: parserVersion }
    const number = earlier === undefined ? add({ key: newKey, source, ...values }) : update(earlier, values)
    putRows(number, report)
    end()
    if (!later) indexReports?.([number])
    const name = { source, resolved: resolvedOf(source, document.id, resolved) }
    dropFailure.run(document.id, name.resolved)
    const held = naming.hold(name, number)
    corrections.settle(number, earlier === undefined)
    if (indexReports && linking && naming.isCurrent(number)) links.link(number)
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
    /** Runs the work of a batch, inside its transaction. Where it fails with what was told to come, it may do so for one report that stands in none of its words. */
    batch: (work: () => void, coming: readonly Coming[]): void => {
      later = new Set()
      corrections.hold(true)
      try {
        fresh = findNew(coming)
        work()
        end()
        indexReports?.([...later])
      } finally {
        later = null
        fresh = new Map()
        corrections.hold(false)
      }
    },
    put: (report: Report, meta: PutMeta) => {
      const whole = meta.own ? report : checkedRecord(report)
      if (whole.items.some(({ seq }, index) => seq !== index + 1))
        throw new LedgerError('invalid_record', 'The items of a record are numbered from 1 without gaps.')
      if (halfCharacter.test(whole.document.text))
        throw new LedgerError('invalid_record', 'The text of the document holds half of a character (a lone surrogate).')
      const newcomer = fresh.get(whole.document.id)
      fresh.delete(whole.document.id)
      try {
        if (newcomer && isNamed(newcomer, whole, meta)) return putNew(whole, meta, newcomer)
        // What waits of those before is no part of this one.
        end()
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

/** What a person should look at, the worst first, without all the rest; with how much there is of it. */
import { int, words } from './tallies.js'
import type { Cell, Disagreement, Ledger, LedgerDiagnostic } from './types.js'

export interface Some<T> {
  rows: T[]
  /** How many there are besides. */
  all: number
}

const span = (start: Cell | undefined, end: Cell | undefined): [number, number] => [int(start), int(end)]

/** Totals that disagree with what was extracted. */
export function wrongTotals(ledger: Ledger, limit: number): Some<Disagreement> {
  let all = 0
  const rows = [
    ...ledger.query(
      `SELECT r.key, r.source, t.*, count(*) OVER () AS every FROM declared_totals t JOIN reports r USING (report)
       WHERE r.current = 1 AND t.agrees = 0 ORDER BY r.source, r.report, t.total LIMIT ?`,
      limit,
    ),
  ].map((row): Disagreement => {
    all = int(row.every)
    return {
      report: words(row.key) ?? '',
      source: words(row.source) ?? '',
      measure: words(row.measure) ?? '',
      declared: int(row.declared),
      extracted: int(row.extracted),
      text: words(row.text) ?? '',
      span: span(row.span_start, row.span_end),
    }
  })
  return { rows, all }
}

/** Errors and warnings, of what failed too; errors first. */
export function worstDiagnostics(ledger: Ledger, limit: number): Some<LedgerDiagnostic> {
  let all = 0
  const rows = [
    ...ledger.query(
      `SELECT one.*, count(*) OVER () AS every FROM (
         SELECT r.key, r.source, r.report AS nth, d.diagnostic, d.code, d.severity, d.message, d.span_start, d.span_end, d.item
           FROM diagnostics d JOIN reports r USING (report) WHERE r.current = 1 AND d.severity IN ('warning', 'error')
         UNION ALL SELECT NULL, f.source, f.failure, d.diagnostic, d.code, d.severity, d.message, NULL, NULL, NULL
           FROM failures f JOIN failure_diagnostics d USING (failure) WHERE d.severity IN ('warning', 'error')) one
       ORDER BY CASE severity WHEN 'error' THEN 0 ELSE 1 END, source, nth, diagnostic LIMIT ?`,
      limit,
    ),
  ].map((row): LedgerDiagnostic => {
    all = int(row.every)
    return {
      report: words(row.key),
      source: words(row.source) ?? '',
      code: (words(row.code) ?? '') as LedgerDiagnostic['code'],
      severity: row.severity === 'error' ? 'error' : 'warning',
      message: words(row.message) ?? '',
      span: row.span_start === null ? null : span(row.span_start, row.span_end),
      item: row.item === null ? null : int(row.item),
    }
  })
  return { rows, all }
}

/** Keys of the reports whose layout can be read in another way nearly as well, the least sure first. */
export function doubtfulReports(ledger: Ledger, limit: number): Some<string> {
  let all = 0
  const rows = [
    ...ledger.query(
      `SELECT r.key, count(*) OVER () AS every FROM reports r WHERE r.current = 1
         AND r.report IN (SELECT report FROM diagnostics WHERE code = 'reading_uncertain') ORDER BY ifnull(r.reading_certainty, 1), r.source, r.report LIMIT ?`,
      limit,
    ),
  ].map((row) => {
    all = int(row.every)
    return words(row.key) ?? ''
  })
  return { rows, all }
}

/** What the reports say of themselves against what was extracted, and what was noticed while they were read. */
import type { Database } from './database.js'
import { contradictions, inOrder, standings, timeline } from '../../pipeline/links/index.js'
import { reportWhere } from './filters.js'
import { contradictionOf } from './links-list.js'
import { type DiagnosticRow, diagnosticOf, type TotalRow, textOf } from './rows.js'
import type { ProblemStatement } from './statements.js'
import type { Cell, CheckResult, Disagreement, LedgerContradiction, LedgerDiagnostic, ReportFilter } from './types.js'

/** Of each problem once a region, what its reports say against one another. */
const contradicted = (db: Database, statements: readonly ProblemStatement[]): LedgerContradiction[] => {
  const sourceOf = db.prepare<[number], string>('SELECT source FROM reports WHERE report = ?').pluck()
  const threads = new Map<number, ProblemStatement[]>()
  for (const one of statements)
    if (one.thread !== null) {
      const own = threads.get(one.thread)
      if (own) own.push(one)
      else threads.set(one.thread, [one])
    }
  return [...threads.values()].flatMap((thread) => {
    const ordered = inOrder(thread)
    return [...standings(ordered)].flatMap(([on, { head }]) =>
      head
        ? contradictions(timeline(on, ordered)).map((one) => ({
            item: on.key,
            problem: on.problem,
            source: sourceOf.get(on.report) ?? '',
            told: contradictionOf(one, ({ key }) => key),
          }))
        : [],
    )
  })
}

/** `only` narrows to these report numbers; null is all that are current. `statements` are those of their problems. */
export const checkReports = (
  db: Database,
  filter: ReportFilter,
  only: readonly number[] | null,
  statements: readonly ProblemStatement[],
): CheckResult => {
  const all = <Row>(select: string, condition: string, order: string) => {
    const where = reportWhere(filter, only)
    where.add(condition)
    const sql = `SELECT r.key, r.source, ${select} ${where} ORDER BY r.source, r.report, ${order}`
    return db.prepare<Cell[], Row & { key: string; source: string }>(sql).all(...where.params)
  }
  const totals = all<TotalRow>('t.* FROM declared_totals t JOIN reports r USING (report)', 't.agrees = 0', 't.total').map(
    (row): Disagreement => ({
      report: row.key,
      source: row.source,
      measure: row.measure,
      declared: row.declared,
      extracted: row.extracted ?? 0,
      ...textOf(row),
    }),
  )
  const diagnostics = all<DiagnosticRow>(
    'd.* FROM diagnostics d JOIN reports r USING (report)',
    "d.severity IN ('warning', 'error')",
    'd.diagnostic',
  ).map((row): LedgerDiagnostic => ({ report: row.key, source: row.source, ...diagnosticOf(row) }))
  // A source that failed is of no kind, region, inspection or year.
  const ofFailures = [filter.kinds, filter.regions, filter.programmes, filter.rounds, filter.years].every((one) => !one?.length)
  const name = filter.report === undefined ? null : JSON.stringify([filter.report].flat())
  const failures = ofFailures
    ? db
        .prepare<[{ name: string | null }], CheckResult['failures'][number]>(
          `SELECT id, source, resolved, parser_version AS parserVersion FROM failures
           WHERE @name IS NULL OR EXISTS (SELECT 1 FROM json_each(@name) WHERE value IN (source, resolved, id)) ORDER BY source, resolved`,
        )
        .all({ name })
    : []
  const reasons = ofFailures
    ? db
        .prepare<[{ name: string | null }], Pick<LedgerDiagnostic, 'source' | 'code' | 'severity' | 'message'>>(
          `SELECT f.source, d.code, d.severity, d.message FROM failures f JOIN failure_diagnostics d USING (failure)
           WHERE d.severity IN ('warning', 'error') AND (@name IS NULL OR @name IN (f.source, f.resolved, f.id))
           ORDER BY f.source, f.resolved, d.diagnostic`,
        )
        .all({ name })
        .map((row): LedgerDiagnostic => ({ report: null, ...row, span: null, item: null }))
    : []
  const where = reportWhere(filter, only)
  const count =
    db
      .prepare<Cell[], number>(`SELECT count(*) FROM reports r ${where}`)
      .pluck()
      .get(...where.params) ?? 0
  return {
    ok: totals.length === 0 && failures.length === 0 && !diagnostics.some((d) => d.severity === 'error'),
    reports: count,
    totals,
    contradictions: contradicted(db, statements),
    diagnostics: [...diagnostics, ...reasons],
    failures,
  }
}

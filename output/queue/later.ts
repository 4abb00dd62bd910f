/** Records of a job, kept until all of them can be put into the ledger together. */
import type { ReportSink } from '../../pipeline/ingest.js'
import type { Report } from '../../pipeline/record.js'
import { type Coming, type Failure, type Ledger, LedgerError, type PutMeta, type SourceName } from '../store/types.js'

/** Calls on the ledger that are made later, together. */
export class Later implements ReportSink {
  readonly ledger: Ledger
  readonly #calls: (() => void)[] = []
  readonly #known = new Map<string, ReturnType<ReportSink['known']>>()
  readonly #coming: Coming[] = []
  constructor(ledger: Ledger) {
    this.ledger = ledger
  }
  known(id: string): ReturnType<ReportSink['known']> {
    // It is asked before and after reading; what another worker has stored meanwhile is stored again, as it is.
    let known = this.#known.get(id)
    if (known === undefined) {
      known = this.ledger.known(id)
      this.#known.set(id, known)
    }
    return known
  }
  put(report: Report, meta: PutMeta & { resolved: string }): 'added' {
    this.#known.set(report.document.id, { parserVersion: meta.parserVersion, state: 'parsed' })
    this.#coming.push({ id: report.document.id, source: report.document.source, resolved: meta.resolved })
    this.#calls.push(() => {
      try {
        this.ledger.put(report, meta)
      } catch (error) {
        if (!(error instanceof LedgerError) || error.code !== 'invalid_record') throw error
        const { id, source } = report.document
        const diagnostic = { code: error.code, severity: 'error' as const, message: error.message, span: null, item: null }
        this.ledger.fail({ id, source, ...meta, diagnostics: [diagnostic] })
      }
    })
    return 'added'
  }
  named(id: string, name: SourceName): 'unchanged' {
    this.#calls.push(() => void this.ledger.named(id, name))
    return 'unchanged'
  }
  fail(failure: Failure): void {
    this.#calls.push(() => this.ledger.fail(failure))
  }
  /** The reports that `run` puts. */
  get coming(): readonly Coming[] {
    return this.#coming
  }
  run(): void {
    for (const call of this.#calls) call()
  }
}

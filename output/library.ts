/** Taizhang as a library: read reports, keep them in a ledger, ask it, hand it on. docs/library.md shows how. */
import type { FetchOptions } from '../pipeline/fetch.js'
import { type Ingested, ingest as takeIn } from '../pipeline/ingest.js'
import { LIMITS, type Limits } from '../pipeline/limits.js'
import { findOrigins } from '../pipeline/sources.js'
import { parserVersion } from '../pipeline/version.js'
import type { Ledger } from './store/index.js'

export type { FetchOptions } from '../pipeline/fetch.js'
export * from '../pipeline/index.js'
export type { Ingested } from '../pipeline/ingest.js'
export type { Limits } from '../pipeline/limits.js'
export {
  checkExport,
  type ExportFault,
  type ExportFormat,
  type ExportOptions,
  type ExportResult,
  exportFormats,
  exportLedger,
} from './export/index.js'
export * from './store/index.js'

export interface IngestOptions {
  /** Files that are worked on at a time; default 1. */
  jobs?: number
  /** Limits of one source: bytes, seconds. */
  limits?: Partial<Limits>
  /** How addresses are fetched: cache, pauses, private networks. */
  fetch?: FetchOptions
  /** Takes what a page of the web links as its attachment too. */
  attachments?: boolean
  /** Called with each result, as it is done. */
  onResult?: (result: Ingested) => void
}

/**
 * Takes reports into a ledger: files, folders, patterns, http(s) addresses, ZIP archives. One that fails is recorded as failed and the rest go
 * in; the same bytes twice change nothing. Gives what became of each. Throws only where the ledger itself fails.
 */
export async function ingest(ledger: Ledger, sources: readonly string[], options: IngestOptions = {}): Promise<Ingested[]> {
  const { fetch, limits: asked, ...rest } = options
  const limits: Limits = { fileBytes: LIMITS.fileBytes, parseSeconds: LIMITS.parseSeconds, ...asked }
  const origins = await findOrigins([...sources], { limits, ...(fetch ? { fetch } : {}) })
  const results = await takeIn(origins, ledger, { ...rest, limits, parserVersion: parserVersion() })
  // What an earlier version of the program left without links.
  ledger.link()
  return results
}

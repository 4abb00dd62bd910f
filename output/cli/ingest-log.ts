/** `ingest --log`: what became of each source, one JSON object a line, written as it is done. */
import { closeSync, openSync, writeSync } from 'node:fs'
import type { Ingested } from '../../pipeline/ingest.js'
import type { Ledger } from '../store/index.js'
import { CommandError, harmlessJson, nameOf } from './io.js'

export interface IngestLog {
  /** `ledger`: null where nothing was to be taken and none was opened. */
  write(result: Ingested, ledger: Ledger | null): void
  close(): void
}

/** Diagnostics of a report that is in the ledger already. */
const codesOf = (ledger: Ledger | null, id: string | null): string[] =>
  ledger === null || id === null
    ? []
    : [
        ...ledger.query(
          'SELECT DISTINCT d.code FROM diagnostics d JOIN reports r USING (report) WHERE r.id = ? ORDER BY d.code',
          id,
        ),
      ].map(({ code }) => String(code))

/** Opens the log, to which lines are added; null where none is asked for. */
export function openLog(file: string | undefined): IngestLog | null {
  if (file === undefined) return null
  let log: number
  try {
    log = openSync(file, 'a')
  } catch {
    throw new CommandError(`${nameOf(file)} cannot be written; nothing was taken in`)
  }
  return {
    write: ({ source, id, state, ms, codes }, ledger) => {
      const line = {
        at: new Date().toISOString(),
        source,
        key: state === 'failed' || state === 'followed' ? null : (id?.slice(0, 12) ?? null),
        result: state,
        ms: Math.round(ms),
        codes: codes ?? codesOf(ledger, id),
      }
      writeSync(log, `${harmlessJson(line, 0)}\n`)
    },
    close: () => closeSync(log),
  }
}

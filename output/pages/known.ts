/** What the ledger knows of a report's items beyond its record: corrections, and the page of each problem. */
import type { Ledger, LedgerCorrection } from '../store/index.js'
import type { Known } from './item.js'

/** `problem` gives the address of an item's own page, null where there is none. */
export function knownOf(
  ledger: Ledger,
  report: string,
  problem: (key: string, thread: number | null) => string | null,
  all: readonly LedgerCorrection[] = ledger.corrections(),
): (seq: number) => Known | null {
  const summaries = new Map(ledger.items({ report }).map((one) => [one.seq, one]))
  const corrections = new Map<string, LedgerCorrection[]>()
  for (const one of all)
    for (const key of [...one.items, ...one.inDoubt]) corrections.set(key, [...(corrections.get(key) ?? []), one])
  return (seq) => {
    const summary = summaries.get(seq)
    if (!summary) return null
    return { summary, corrections: corrections.get(summary.key) ?? [], problem: problem(summary.key, summary.thread) }
  }
}

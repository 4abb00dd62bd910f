/** Counts that several pages share: each is made once for a state of the ledger, whoever asks first. */
import type { ItemFilter, Ledger } from '../store/index.js'
import { type UnitTally, unitTallies } from '../store/standings.js'
import { type DueDay, dueDays, type ReportFacts, reportFacts, type Tally, tallies } from '../store/tallies.js'

/** Gives what was made under this name before, where the ledger is still the same. */
export type Keep = <T>(name: string, make: () => T) => T
/** Where nothing is kept. */
export const makeAnew: Keep = (_name, make) => make()

const asked = (filter: ItemFilter): string =>
  JSON.stringify({ ...filter, sort: undefined, limit: undefined, offset: undefined })

export const keptFacts = (ledger: Ledger, keep: Keep): Map<number, ReportFacts> => keep('facts', () => reportFacts(ledger))
export const keptTallies = (ledger: Ledger, keep: Keep, filter: ItemFilter = {}, words = ''): Tally[] =>
  keep(`tallies ${asked(filter)} ${words}`, () => tallies(ledger, filter, words))
export const keptDays = (ledger: Ledger, keep: Keep, filter: ItemFilter = {}): DueDay[] =>
  keep(`days ${asked(filter)}`, () => dueDays(ledger, filter))
/** Bodies with most problems first; `limit` of them. */
export function keptUnits(ledger: Ledger, keep: Keep, limit: number, name = ''): { units: UnitTally[]; all: number } {
  const { units, all } = keep(`units ${name}`, () => unitTallies(ledger, MOST_UNITS, name))
  return { units: units.slice(0, limit), all }
}
/** More than any page shows. */
const MOST_UNITS = 2000

/** The expected record of a report with its corrections laid over, in the form of a fixture's `expected.json`. */
import { type Expected, type ExpectedAction, type ExpectedItem, expectedSchema, project } from '../../pipeline/expected.js'
import type { Party, Report } from '../../pipeline/record.js'
import { extractedOf } from '../../pipeline/stages/reconcile.js'
import type { ItemSummary } from '../store/index.js'

export interface Fixture {
  expected: Expected
  /** Keys of items of which the form cannot say that they are closed, for no report says their status. */
  withoutStatus: string[]
}

/**
 * The record as the form has it. What was noticed while it was read is left out, and so is what a correction leaves open: the basis of
 * a status, the printed words of a deadline, the other headings over a category.
 */
export function fixtureOf(report: Report, summaries: readonly ItemSummary[]): Fixture {
  const plain = project(report)
  const bySeq = new Map(summaries.map((one) => [one.seq, one]))
  const items = report.items.map((item, at): ExpectedItem => {
    const read = plain.items[at] ?? { problem: item.problem.text }
    const summary = bySeq.get(item.seq)
    return brief(summary ? laidOver(read, item.parties, summary) : read)
  })
  const counted = items.map(({ status = null, deadline = null }) => ({ status, deadline }))
  const expected = expectedSchema.parse({
    document: plain.document,
    items,
    declared: report.declared.map(({ measure, declared }) => {
      const extracted = extractedOf(measure, counted)
      return { measure, declared, agrees: extracted === null ? null : extracted === declared }
    }),
  })
  const withoutStatus = summaries
    .filter(({ corrected, closure, status }) => corrected.includes('closure') && closure !== null && status === null)
    .map(({ key }) => key)
  return { expected, withoutStatus }
}

function laidOver(read: ExpectedItem, parties: readonly Party[], right: ItemSummary): ExpectedItem {
  const corrected = new Set(right.corrected)
  const { category, categoryPath, ...item } = read
  return {
    ...item,
    ...(corrected.has('category') ? { category: right.category } : { category, categoryPath }),
    ...(corrected.has('problem') ? { problem: right.problem } : {}),
    ...(corrected.has('due') ? { deadline: deadlineOf(read.deadline, right.due) } : {}),
    ...(corrected.has('status') || corrected.has('closure') ? { status: statusOf(read.status, right) } : {}),
    parties: [
      ...(read.parties ?? []).filter(({ role }) => !corrected.has(CORRECTED[role] ?? '')),
      ...(corrected.has('lead_units') ? unitsOf('lead_unit', right.leadUnits, parties) : []),
      ...(corrected.has('responsible_units') ? unitsOf('responsible_unit', right.responsibleUnits, parties) : []),
    ],
  }
}

/** The field of corrections that says who has the role. */
const CORRECTED: Partial<Record<string, string>> = { lead_unit: 'lead_units', responsible_unit: 'responsible_units' }

/** A body that the report names stands as it names it. */
const unitsOf = (role: Party['role'], names: readonly string[], parties: readonly Party[]): ExpectedItem['parties'] & object =>
  names.map((name) => ({
    role,
    kind: 'unit',
    name: parties.find((party) => party.fullName === name)?.name ?? name,
  }))

const statusOf = (read: ExpectedItem['status'], { status, closure }: ItemSummary): ExpectedItem['status'] =>
  status === null ? null : { code: status, ...(read ? { ongoing: read.ongoing } : {}), closure }

/** The day takes the place of the last one; entries for other parts stay. */
function deadlineOf(read: ExpectedItem['deadline'], due: string | null): ExpectedItem['deadline'] {
  if (due === null) return null
  const entries = read?.entries ?? []
  const last = entries.reduce((best, { date }, at) => (date && date >= (entries[best]?.date ?? '') ? at : best), -1)
  const right = { kind: 'date' as const, date: due }
  return { entries: last < 0 ? [right] : entries.map((entry, at) => (at === last ? right : entry)) }
}

/** In an action what is absent is none. */
const briefAction = ({ parties = [], deadline = null, children = [], ...action }: ExpectedAction): ExpectedAction => ({
  ...action,
  ...(parties.length > 0 ? { parties } : {}),
  ...(deadline === null ? {} : { deadline }),
  ...(children.length > 0 ? { children: children.map(briefAction) } : {}),
})
const brief = (item: ExpectedItem): ExpectedItem => ({
  ...item,
  measures: item.measures?.map(briefAction),
  progress: item.progress?.map(briefAction),
})

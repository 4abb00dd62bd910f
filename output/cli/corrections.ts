/** `taizhang corrections`: what people corrected and noted, listed, handed on and taken in. */
import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { type Correction, correctionSchema, type Ledger, type LedgerCorrection } from '../store/index.js'
import type { Run } from './commands.js'
import { fixtureOf } from './fixture.js'
import { CommandError, type Io, nameOf } from './io.js'
import { type Column, table, truncate } from './layout.js'
import { ledgerName, withLedger } from './ledger.js'
import { check, dbOption } from './options.js'
import { noReport } from './unknown.js'

const optionsSchema = z.object({
  db: dbOption,
  export: z.string().min(1, 'expected a file').optional(),
  import: z.string().min(1, 'expected a file').optional(),
  asFixture: z.string().min(1, 'expected a report').optional(),
  drop: z.coerce.number('expected a number').int('expected a number').positive('expected a number').optional(),
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
})

export const run: Run = async (_args, given, io) => {
  const { db, export: to, import: from, asFixture, drop, json, quiet } = check(optionsSchema, given)
  if (from !== undefined) {
    const all = readCorrections(from)
    const taken = await withLedger(db, { create: false }, (ledger) => ledger.takeCorrections(all))
    if (json) io.json({ taken })
    else if (!quiet) io.out(io.words.corrections.taken(taken, all.length - taken))
    return 0
  }
  if (asFixture !== undefined) return withLedger(db, { readonly: true }, (ledger) => printFixture(ledger, asFixture, quiet, io))
  if (drop !== undefined) {
    const dropped = await withLedger(db, { create: false }, (ledger) => ledger.dropCorrection(drop))
    if (!dropped)
      throw new CommandError(`${ledgerName(db)} has no correction ${drop}; taizhang corrections prints their numbers`)
    return 0
  }
  return withLedger(db, { readonly: true }, (ledger) => {
    const all = ledger.corrections()
    if (to !== undefined) {
      writeCorrections(to, all)
      if (!quiet) io.out(`${io.words.count(all.length, 'correction')} → ${nameOf(to)}`)
    } else if (json) io.json(all)
    else {
      if (all.length > 0) io.out(correctionTable(all, io))
      if (!quiet)
        io.out(
          `${all.length > 0 ? '\n' : ''}${io.words.corrections.sum(all.length, all.filter((one) => stateOf(one) === 'in doubt').length)}`,
        )
    }
    return 0
  })
}

/** The expected record of a report, to standard output; what it cannot say, to standard error. */
function printFixture(ledger: Ledger, name: string, quiet: boolean, io: Io): number {
  const report = ledger.report(name)
  if (!report) throw noReport(ledger, name)
  const summaries = ledger.items({ report: report.document.id })
  const { expected, withoutStatus } = fixtureOf(report, summaries)
  io.json(expected)
  const doubtful = summaries.filter(({ inDoubt }) => inDoubt.length > 0).map(({ key }) => key)
  if (doubtful.length > 0 && !quiet) io.note(io.words.corrections.notIn(doubtful.join(io.words.comma)))
  if (withoutStatus.length > 0 && !quiet) io.note(io.words.corrections.withoutStatus(withoutStatus.join(io.words.comma)))
  return 0
}

/** One JSON object a line; what is none, or lacks a field, is told with its line, and nothing is taken in. */
function readCorrections(file: string): Correction[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new CommandError(`${nameOf(file)} cannot be read`)
  }
  return text.split('\n').flatMap((line, index): Correction[] => {
    if (line.trim() === '') return []
    try {
      return [correctionSchema.parse(JSON.parse(line))]
    } catch {
      throw new CommandError(`${nameOf(file)}, line ${index + 1}: this is no correction; nothing was taken in`)
    }
  })
}

function writeCorrections(file: string, all: readonly LedgerCorrection[]): void {
  try {
    writeFileSync(file, all.map((one) => `${JSON.stringify(correctionSchema.parse(one))}\n`).join(''))
  } catch {
    throw new CommandError(`${nameOf(file)} cannot be written`)
  }
}

/** laid: it shows; in doubt: the words beneath have changed; at rest: the report says so itself now, or is not there. */
const stateOf = ({ items, inDoubt }: LedgerCorrection): 'laid' | 'in doubt' | 'at rest' =>
  inDoubt.length > 0 ? 'in doubt' : items.length > 0 ? 'laid' : 'at rest'

function correctionTable(all: readonly LedgerCorrection[], io: Io): string {
  const { heads, fields, correctionStates, correctionFields, value } = io.words
  const head: Column[] = [
    { title: heads.number, align: 'right' },
    { title: fields.item },
    { title: heads.field },
    { title: heads.was, flexible: 'end' },
    { title: heads.value, flexible: 'end' },
    { title: heads.correctionState },
    { title: heads.by },
    { title: heads.day },
    { title: heads.why, flexible: 'end' },
  ]
  const cell = (text: string | null) => truncate((text ?? '—').replaceAll('\n', ''), 40)
  const rows = all.map((one) => [
    String(one.correction),
    [...one.items, ...one.inDoubt].join(' ') || '—',
    correctionFields[one.field],
    cell(one.was && value(one.field, one.was)),
    cell(one.value && value(one.field, one.value)),
    correctionStates[stateOf(one)],
    one.by,
    one.day,
    cell(one.why),
  ])
  return table(head, rows, io.tableWidth)
}

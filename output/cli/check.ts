/**
 * `taizhang check`: what the reports say of themselves against what was extracted, what was noticed while reading them, whether the
 * sources are still what they were, and whether the ledger is whole.
 */
import { z } from 'zod'
import { type Look, lookFor, type Whereabouts } from '../../pipeline/whereabouts.js'
import type { CheckResult, Fault, Ledger, LedgerDiagnostic } from '../store/index.js'
import type { CliWords } from '../words/index.js'
import { say } from '../words/say.js'
import type { Run } from './commands.js'
import { contradictionText } from './history.js'
import { BrokenLedgerError, type Io, nameOf } from './io.js'
import { hanging, table } from './layout.js'
import { withLedger } from './ledger.js'
import { check, dbOption } from './options.js'
import { diagnosticWords } from './overview.js'
import { startProgress } from './progress.js'
import { noReport } from './unknown.js'

const optionsSchema = z.object({
  db: dbOption,
  report: z.string().optional(),
  warnings: z.boolean().default(false),
  sources: z.boolean().default(true),
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
})

interface Account extends CheckResult {
  /** What is wrong with the database; empty where one report was asked for. */
  faults: Fault[]
  /** Null where they were not looked for. */
  sources: Look | null
}

/** Nothing is wrong; something disagrees, failed or has changed; the ledger itself is damaged. */
const verdicts = { ok: 0, disagrees: 1, broken: 3 } as const
type Verdict = keyof typeof verdicts

export const run: Run = async (_args, given, io) => {
  const { db, report, warnings, sources, json, quiet } = check(optionsSchema, given)
  const account = await withLedger(db, { readonly: true }, (ledger) =>
    look(ledger, report, sources, io.interactive && !quiet),
  ).catch((error: unknown): Account => {
    if (!(error instanceof BrokenLedgerError)) throw error
    return broken([{ kind: 'database', message: error.message }])
  })
  const verdict = verdictOf(account)
  if (json) io.json({ ...account, verdict, counts: countsOf(account) })
  else {
    if (!quiet || verdict !== 'ok') io.out(textOf(account, warnings, io))
    io.out(lastLine(account, verdict))
  }
  return verdicts[verdict]
}

/** Of one report only its own words; of the whole ledger all of it. */
async function look(ledger: Ledger, report: string | undefined, withSources: boolean, shown: boolean): Promise<Account> {
  if (report !== undefined) {
    const result = ledger.check({ report })
    if (result.reports + result.failures.length === 0) throw noReport(ledger, report)
    return { ...result, faults: [], sources: null }
  }
  const progress = startProgress(shown)
  try {
    const faults = ledger.faults(progress.step)
    // Damaged pages may not even tell what the reports say.
    if (faults.some(({ kind }) => kind === 'database')) return broken(faults)
    const sources = withSources ? await lookFor(ledger.sources(), progress.step) : null
    return { ...ledger.check(), faults, sources }
  } finally {
    progress.stop()
  }
}

const broken = (faults: Fault[]): Account => ({
  ok: false,
  reports: 0,
  totals: [],
  contradictions: [],
  diagnostics: [],
  failures: [],
  faults,
  sources: null,
})

function verdictOf({ ok, faults, sources }: Account): Verdict {
  if (faults.length > 0) return 'broken'
  const changed = sources?.found.some(({ state }) => state === 'changed') ?? false
  return ok && !changed ? 'ok' : 'disagrees'
}

const severityOf = (diagnostics: LedgerDiagnostic[], wanted: LedgerDiagnostic['severity']) =>
  diagnostics.filter(({ severity }) => severity === wanted)

const countsOf = ({ reports, totals, contradictions, diagnostics, failures, faults, sources }: Account) => {
  const states = (wanted: Whereabouts['state']) => sources?.found.filter(({ state }) => state === wanted).length ?? 0
  return {
    reports,
    totals: totals.length,
    errors: severityOf(diagnostics, 'error').length,
    warnings: severityOf(diagnostics, 'warning').length,
    failed: failures.length,
    missing: states('missing'),
    renamed: states('renamed'),
    changed: states('changed'),
    contradictions: contradictions.length,
    faults: faults.length,
  }
}

/** One line for a machine: `check=ok reports=2 totals=0 …`. */
const lastLine = (account: Account, verdict: Verdict): string =>
  [`check=${verdict}`, ...Object.entries(countsOf(account)).map(([name, n]) => `${name}=${n}`)].join(' ')

function textOf({ totals, contradictions, diagnostics, failures, faults, sources }: Account, all: boolean, io: Io): string {
  const { words } = io
  const told = words.check
  const parts: string[] = []
  const section = (title: string, lines: string[]) => {
    if (lines.length > 0) parts.push(`${heading(title, lines.length, io)}\n${lines.join('\n')}`)
  }
  const item = (label: string, text: string) => hanging(`${label}  `, nameOf(text), io.width, '  ')
  section(
    told.faults,
    faults.map(({ kind, message }) => item(words.faults[kind], say(message, io.lang))),
  )
  section(
    told.sources,
    (sources?.found ?? []).map((one) =>
      item(words.whereabouts[one.state], one.state === 'renamed' ? `${one.name} → ${one.now}` : one.name),
    ),
  )
  section(
    told.totals,
    totals.map(({ report, source, measure, declared, extracted, text }) =>
      item(report, told.total(words.measure(measure), declared, String(extracted), text, source)),
    ),
  )
  const line = ({ report, source, item: seq, code, message }: LedgerDiagnostic): string =>
    item(
      `${report ?? '—'}${seq === null ? '' : `#${seq}`}`,
      `${code}${words.colon}${diagnosticWords(code, message, io.lang)}${words.bracketed(source)}`,
    )
  section(told.errors, severityOf(diagnostics, 'error').map(line))
  const noted = severityOf(diagnostics, 'warning')
  const against = contradictions.map((one) => one.told)
  if (all) {
    section(told.warnings, noted.map(line))
    section(
      told.contradictions,
      contradictions.map((one) => item(one.item, `${contradictionText(one.told, words)}${words.bracketed(one.source)}`)),
    )
  } else {
    if (noted.length > 0) parts.push(`${heading(told.warnings, noted.length, io)}\n${byCode(noted, words)}`)
    if (against.length > 0) parts.push(`${heading(told.contradictions, against.length, io)}\n${byCode(against, words)}`)
  }
  section(
    told.failed,
    failures.map(({ source, id }) => item(id?.slice(0, 12) ?? '—', source)),
  )
  const elsewhere = sources?.elsewhere ?? 0
  if (elsewhere > 0) parts.push(told.elsewhere(elsewhere))
  return parts.concat('').join('\n\n').trimStart()
}

const heading = (title: string, n: number, { paint, words }: Io): string => paint('bold', `${title}${words.colon}${n}`)

function byCode(diagnostics: readonly { code: string }[], { heads, check: told }: CliWords): string {
  const counts = new Map<string, number>()
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1)
  const rows = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'en')).map(([code, n]) => [code, String(n)])
  return `${table([{ title: heads.code }, { title: heads.times, align: 'right' }], rows)}\n${told.each}`
}

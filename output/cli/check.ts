/** `taizhang check`: what the reports say of themselves against what was extracted, and what was noticed while reading them. */
import { z } from 'zod'
import type { CheckResult, LedgerDiagnostic } from '../store/index.js'
import type { Run } from './commands.js'
import { CommandError, type Io } from './io.js'
import { hanging, table } from './layout.js'
import { withLedger } from './ledger.js'
import { check, dbOption } from './options.js'
import { count } from './texts.js'

const optionsSchema = z.object({
  db: dbOption,
  report: z.string().optional(),
  warnings: z.boolean().default(false),
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
})

export const run: Run = async (_args, given, io) => {
  const { db, report, warnings, json, quiet } = check(optionsSchema, given)
  const result = await withLedger(db, { readonly: true }, (ledger) => ledger.check(report === undefined ? {} : { report }))
  if (report !== undefined && result.reports + result.failures.length === 0)
    throw new CommandError(`${db} has no report ${report}; taizhang list prints what it has`)
  if (json) io.out(JSON.stringify(result, null, 2))
  else if (!quiet || !result.ok) io.out(account(result, warnings, io))
  return result.ok ? 0 : 1
}

function account({ ok, reports, totals, diagnostics, failures }: CheckResult, all: boolean, io: Io): string {
  const parts: string[] = []
  const section = (title: string, lines: string[]) => {
    if (lines.length > 0) parts.push(`${io.paint('bold', title)}\n${lines.join('\n')}`)
  }
  section(
    `Declared totals that disagree 自报总数不符: ${totals.length}`,
    totals.map(({ report, source, measure, declared, extracted, text }) =>
      hanging(`${report}  `, `${measure}: ${declared} declared, ${extracted} extracted “${text}” (${source})`, io.width, '  '),
    ),
  )
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const noted = diagnostics.filter(({ severity }) => severity === 'warning')
  section(
    `Errors 错误: ${errors.length}`,
    errors.map((one) => line(one, io)),
  )
  if (all)
    section(
      `Warnings 警告: ${noted.length}`,
      noted.map((one) => line(one, io)),
    )
  else if (noted.length > 0) parts.push(`${io.paint('bold', `Warnings 警告: ${noted.length}`)}\n${byCode(noted)}`)
  const verdict = ok ? 'Nothing disagrees.' : io.paint('red', 'Something disagrees.')
  parts.push(
    `${verdict} ${count(reports, 'report')}, ${totals.length} totals disagree, ${count(errors.length, 'error')}, ${count(noted.length, 'warning')}, ${count(failures.length, 'failed source')}`,
  )
  return parts.join('\n\n')
}

const line = ({ report, source, item, code, message }: LedgerDiagnostic, io: Io): string =>
  hanging(`${report ?? '—'}${item === null ? '' : `#${item}`}  `, `${code}: ${message} (${source})`, io.width, '  ')

function byCode(diagnostics: LedgerDiagnostic[]): string {
  const counts = new Map<string, number>()
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1)
  const rows = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'en')).map(([code, n]) => [code, String(n)])
  return `${table([{ title: 'code' }, { title: 'times', align: 'right' }], rows)}\n--warnings prints each.`
}

/** `taizhang show`: a report or an item of the ledger, as an account for people. */
import { z } from 'zod'
import type { LedgerCorrection, ReportSummary } from '../store/index.js'
import type { Run } from './commands.js'
import { type Io, nameOf } from './io.js'
import { withLedger } from './ledger.js'
import { check, dbOption } from './options.js'
import { itemAccount, reportOverview } from './overview.js'
import { namesOf } from './reports.js'
import { noReportOrItem } from './unknown.js'

const optionsSchema = z.object({
  db: dbOption,
  full: z.boolean().default(false),
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
})

export const run: Run = async ([key = ''], given, io) => {
  const { db, full, json, quiet } = check(optionsSchema, given)
  return withLedger(db, { readonly: true }, (ledger) => {
    const found = /#[1-9]\d*$/.test(key) ? ledger.item(key) : null
    if (found) {
      const { report, item } = found
      const corrections = ledger.corrections().filter(({ items, inDoubt }) => [...items, ...inDoubt].includes(found.key))
      if (json) io.json({ ...found, corrections })
      else
        io.out(
          quiet
            ? itemAccount(item, io)
            : `${io.paint('dim', `${found.key}  ${report.title ?? report.source}`)}\n${itemAccount(item, io)}`,
        )
      for (const one of json ? [] : corrections) io.out(correctionText(one, found.key, io))
      return 0
    }
    const report = ledger.report(key)
    const summary = report && ledger.reports({ report: report.document.id })[0]
    if (!report) throw noReportOrItem(ledger, key)
    if (json) io.json(report)
    else
      io.out(
        [
          ...(quiet || !summary ? [] : [standing(summary, io)]),
          reportOverview(report, io),
          ...(full ? report.items.map((item) => `\n${itemAccount(item, io)}`) : []),
        ].join('\n'),
      )
    return 0
  })
}

/** The key, and what the report is called and was: `3fa9c1d2e4b5  a.txt = b.txt`, or an earlier version and of what. */
function standing(report: ReportSummary, io: Io): string {
  const held = report.versions
    .map(({ source, version }) => io.words.show.version(nameOf(source), String(version)))
    .join(io.words.comma)
  const text = report.current ? namesOf(report) : io.words.show.earlier(held)
  return io.paint(report.current ? 'dim' : 'yellow', `${report.key}  ${nameOf(text)}`)
}

/** A correction or remark beneath an item's account, which stays as the report has it. */
function correctionText({ field, value, was, why, by, day, inDoubt }: LedgerCorrection, key: string, io: Io): string {
  const { show: told, value: shown, comma, correctionFields } = io.words
  const doubt = inDoubt.includes(key) ? told.inDoubt : ''
  const what =
    field === 'note'
      ? told.note(value ?? '')
      : told.corrected(correctionFields[field], shown(field, was), shown(field, value), why)
  return io.paint('yellow', `${what}${comma}${by} ${day}${doubt}`)
}

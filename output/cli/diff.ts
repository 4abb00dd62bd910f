/** `taizhang diff`: what changed from one report to another, or between two versions of one. */
import { z } from 'zod'
import { isLinked, linkReport, linkReports, prepare } from '../../pipeline/links/index.js'
import type { Item, Report } from '../../pipeline/record.js'
import type { Ledger } from '../store/index.js'
import type { Run } from './commands.js'
import { account, type Change, type Differences } from './diff-account.js'
import { ledgerDifferences } from './diff-ledgers.js'
import { UsageError } from './io.js'
import { isDatabase, withLedger } from './ledger.js'
import { check, dbOption } from './options.js'
import { noReport } from './unknown.js'

const optionsSchema = z.object({ db: dbOption, json: z.boolean().default(false), quiet: z.boolean().default(false) })

/** What an item says, as far as two reports are compared by it. */
interface Said {
  status: string | null
  closure: string | null
  deadline: string | null
  leadUnits: string
}

export const run: Run = async ([a = '', b = ''], given, io) => {
  const { db, json, quiet } = check(optionsSchema, given)
  const found = await compare(a, b, db)
  if (json) io.json(found)
  else {
    const text = account(found, io)
    if (text !== '') io.out(text)
    if (!quiet)
      io.out(
        `${text === '' ? '' : '\n'}${io.words.diff.sum(found.added.length, found.removed.length, found.changed.length, found.unchanged)}`,
      )
  }
  return 0
}

/** Two ledgers, where both names are those of ledgers; else two reports of the ledger. */
function compare(a: string, b: string, db: string): Promise<Differences> {
  const ledgers = [a, b].filter(isDatabase).length
  if (ledgers === 1)
    throw new UsageError('two reports can be compared, or two ledgers; one of these is a ledger and one is not')
  if (ledgers === 2)
    return withLedger(a, { readonly: true }, (one) =>
      withLedger(b, { readonly: true }, (other) => ledgerDifferences(one, other)),
    )
  return withLedger(db, { readonly: true }, (ledger) => differences(read(ledger, a), read(ledger, b)))
}

interface Found {
  key: string
  report: Report
}

const read = (ledger: Ledger, name: string): Found => {
  const report = ledger.report(name)
  const summary = report && ledger.reports({ report: report.document.id })[0]
  if (!report || !summary) throw noReport(ledger, name)
  return { key: summary.key, report }
}

const says = ({ status, deadline, parties }: Item): Said => ({
  status: status?.code ?? null,
  closure: status?.closure ?? null,
  deadline: deadline?.text ?? null,
  leadUnits: parties.flatMap((party) => (party.role === 'lead_unit' ? [party.fullName ?? party.name] : [])).join('、'),
})

/** A field that one of the reports does not have is no change: a progress report repeats no plan. */
const changesOf = (from: Said, to: Said): Change[] =>
  (Object.keys(from) as (keyof Said)[]).flatMap((field) =>
    from[field] === to[field] || to[field] === null || to[field] === ''
      ? []
      : [{ field, from: from[field] || null, to: to[field] }],
  )

/** Pure: the items of two reports, matched as links are. */
export function differences(a: Found, b: Found): Differences {
  const links = linkReports(prepare(linkReport(a.report)), prepare(linkReport(b.report))).filter(isLinked)
  const [seen, met] = [new Set(links.map(({ item }) => item)), new Set(links.map(({ other }) => other))]
  const told = (key: string, items: readonly Item[], known: ReadonlySet<number>) =>
    items.filter(({ seq }) => !known.has(seq)).map(({ seq, problem }) => ({ item: `${key}#${seq}`, problem: problem.text }))
  const pairs = links.flatMap(({ item, other, relation }) => {
    const [from, to] = [a.report.items[item - 1], b.report.items[other - 1]]
    if (!from || !to) return []
    const changes = changesOf(says(from), says(to))
    return [{ item: `${a.key}#${item}`, other: `${b.key}#${other}`, problem: to.problem.text, relation, changes }]
  })
  const changed = pairs.filter(({ relation, changes }) => relation !== 'same' || changes.length > 0)
  return {
    from: a.key,
    to: b.key,
    added: told(b.key, b.report.items, met),
    removed: told(a.key, a.report.items, seen),
    changed,
    unchanged: pairs.length - changed.length,
  }
}

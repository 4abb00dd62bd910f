/** `taizhang diff`: what changed from one report to another, or between two versions of one. */
import { z } from 'zod'
import { isLinked, linkReport, linkReports, prepare, type Relation } from '../../pipeline/links/index.js'
import type { Item, Report } from '../../pipeline/record.js'
import type { Ledger } from '../store/index.js'
import type { Run } from './commands.js'
import { CommandError, type Io, nameOf } from './io.js'
import { hanging, truncate } from './layout.js'
import { withLedger } from './ledger.js'
import { check, dbOption } from './options.js'
import { RELATIONS } from './texts.js'

const optionsSchema = z.object({ db: dbOption, json: z.boolean().default(false), quiet: z.boolean().default(false) })

/** What an item says, as far as two reports are compared by it. */
interface Said {
  status: string | null
  closure: string | null
  deadline: string | null
  leadUnits: string
}
interface Change {
  field: keyof Said
  from: string | null
  to: string | null
}
interface Differences {
  /** Keys of both reports. */
  from: string
  to: string
  added: { item: string; problem: string }[]
  removed: { item: string; problem: string }[]
  changed: { item: string; other: string; problem: string; relation: Relation; changes: Change[] }[]
  unchanged: number
}

export const run: Run = async ([a = '', b = ''], given, io) => {
  const { db, json, quiet } = check(optionsSchema, given)
  return withLedger(db, { readonly: true }, (ledger) => {
    const [one, other] = [a, b].map((name) => read(ledger, db, name)) as [Found, Found]
    const found = differences(one, other)
    if (json) io.json(found)
    else {
      const text = account(found, io)
      if (text !== '') io.out(text)
      if (!quiet)
        io.out(
          `${text === '' ? '' : '\n'}${found.added.length} new 新增, ${found.removed.length} gone 减少, ${found.changed.length} changed 变化, ${found.unchanged} unchanged 未变`,
        )
    }
    return 0
  })
}

interface Found {
  key: string
  report: Report
}

const read = (ledger: Ledger, db: string, name: string): Found => {
  const report = ledger.report(name)
  const summary = report && ledger.reports({ report: report.document.id })[0]
  if (!report || !summary)
    throw new CommandError(`${db} has no report ${nameOf(name)}; taizhang list --versions prints the keys of what it has`)
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

function account({ added, removed, changed }: Differences, io: Io): string {
  const line = (mark: string, item: string, problem: string) =>
    `${io.paint('bold', `${mark} ${item}`)}  ${truncate(problem.replaceAll('\n', ''), io.width - item.length - 4)}`
  return [
    ...removed.map(({ item, problem }) => line('-', item, problem)),
    ...added.map(({ item, problem }) => line('+', item, problem)),
    ...changed.map(({ item, other, problem, relation, changes }) =>
      [
        line('~', `${item} → ${other}`, problem),
        ...(relation === 'same' ? [] : [`    words 文字: ${RELATIONS[relation]}`]),
        ...changes.map(({ field, from, to }) =>
          hanging(`    ${field}: `, `${from ?? 'none'} → ${to ?? 'none'}`.replaceAll('\n', ''), io.width),
        ),
      ].join('\n'),
    ),
  ].join('\n')
}

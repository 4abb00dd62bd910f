/** A report and an item as text for people. */
import type { Action, Deadline, Diagnostic, Item, Party, Report, Status } from '../../pipeline/record.js'
import type { CliWords, Lang } from '../words/index.js'
import { meaningOf } from '../words/meanings.js'
import { type Io, nameOf } from './io.js'
import { type Column, hanging, table, truncate } from './layout.js'

/** The report in one screen: its head, one line for each item, its declared totals and its diagnostics. */
export function reportOverview(report: Report, io: Io): string {
  const { document, items, declared, diagnostics } = report
  const { programme, region, asOf } = document
  const { words } = io
  const { fields, show: told } = words
  const head: [string, string][] = [
    [fields.kind, words.kinds[document.kind]],
    [fields.format, [document.format, document.encoding].filter(Boolean).join(words.comma)],
    [fields.programme, programme ? programmeText(programme, words) : '—'],
    [fields.region, region ? [region.name, region.code].filter(Boolean).join(' ') : '—'],
    [fields.asOf, asOf ? `${asOf.start === asOf.end ? asOf.end : `${asOf.start}…${asOf.end}`} ${asOf.text}` : '—'],
    [fields.items, String(items.length)],
  ]
  const parts = [
    hanging('', io.paint('bold', nameOf(document.title ?? document.source)), io.width),
    ...head.map(([name, value]) => hanging(`${name}  `, value, io.width, '  ')),
  ]
  if (items.length > 0) parts.push('', itemTable(items, io))
  if (declared.length > 0) {
    parts.push('', io.paint('bold', fields.declared))
    for (const total of declared) {
      const verdict =
        total.agrees === null
          ? told.verdicts.unchecked
          : total.agrees
            ? told.verdicts.agrees
            : io.paint('red', told.verdicts.disagrees)
      parts.push(
        hanging(
          '  ',
          told.declared(words.measure(total.measure), total.declared, String(total.extracted ?? '—'), verdict),
          io.width,
        ),
      )
    }
  }
  if (diagnostics.length > 0) parts.push('', diagnosticList(diagnostics, io))
  return parts.join('\n')
}

/** One line for each item. */
function itemTable(items: Item[], io: Io): string {
  const { words } = io
  const { fields, heads } = words
  const head: Column[] = [
    { title: heads.seq, align: 'right' },
    { title: fields.problem, flexible: 'end' },
    { title: fields.status },
    { title: fields.deadline },
    { title: fields.unit, flexible: 'end' },
  ]
  const rows = items.map((item) => [
    String(item.seq),
    truncate(item.problem.text.replaceAll('\n', ''), 60),
    item.status ? words.statuses[item.status.code] : '—',
    item.deadline ? deadlineEntries(item.deadline, words) || '—' : '—',
    truncate(item.parties.find((party) => party.kind !== 'person')?.name ?? '—', 24),
  ])
  return table(head, rows, io.tableWidth)
}

/** An item in full. */
export function itemAccount(item: Item, io: Io): string {
  const lines = [hanging('', io.paint('bold', `${item.seq}  ${item.label}`.trim()), io.width)]
  const field = (name: string, text: string | null | undefined) => {
    if (text) lines.push('', io.paint('bold', name), hanging('', text, io.width, '  '))
  }
  const { status, deadline } = item
  const { words } = io
  const { fields } = words
  field(fields.category, item.categoryPath.map(({ text }) => text).join(' › ') || item.category?.text)
  field(fields.problem, item.problem.text)
  field(fields.status, status && statusText(status, words))
  field(fields.deadline, deadline && deadlineText(deadline, words))
  if (item.parties.length > 0) lines.push('', io.paint('bold', fields.parties), ...partyLines(item.parties, io))
  field(fields.goal, item.goal?.text)
  field(
    fields.targets,
    item.targets
      .map((t) => `${t.indicator} ${t.comparator} ${t.value} ${t.unit ?? ''}${t.by ? words.show.by(t.by) : ''}`)
      .join('\n'),
  )
  for (const [name, actions] of [
    [fields.measures, item.measures],
    [fields.progress, item.progress],
  ] as const)
    if (actions.length > 0) lines.push('', io.paint('bold', name), ...actionLines(actions, io, '  '))
  const list = (texts: string[]) => [...new Set(texts)].join('；')
  field(fields.quantities, list(item.quantities.map(({ text }) => text)))
  field(fields.dates, list(item.dates.map(({ text }) => text)))
  field(
    fields.references,
    list(
      item.references.map(({ title, number }) => (number && number !== title ? `《${title}》（${number}）` : `《${title}》`)),
    ),
  )
  field(fields.places, list(item.places.map(({ name, code }) => (code ? `${name} ${code}` : name))))
  return lines.join('\n')
}

function actionLines(actions: Action[], io: Io, indent: string): string[] {
  const { words } = io
  return actions.flatMap((action) => {
    const notes = [
      ...action.parties.map((party) => `${words.roles[party.role]}${words.colon}${party.name}`),
      ...(action.deadline ? [`${words.fields.deadline}${words.colon}${deadlineText(action.deadline, words)}`] : []),
    ]
    return [
      hanging(action.label, action.text, io.width, indent),
      ...notes.map((note) => hanging('→ ', note, io.width, `${indent}  `)),
      ...actionLines(action.children, io, `${indent}  `),
    ]
  })
}

function partyLines(parties: Party[], io: Io): string[] {
  const byRole = new Map<Party['role'], string[]>()
  for (const party of parties) {
    const text = [party.name, party.title, party.scope ? `（${party.scope}）` : null].filter(Boolean).join(' ')
    byRole.set(party.role, [...(byRole.get(party.role) ?? []), text])
  }
  return [...byRole].map(([role, names]) => hanging(`${io.words.roles[role]}  `, names.join('、'), io.width, '  '))
}

/** A diagnostic's message; in Chinese what its code means, with the words of the report that the message quotes. */
export const diagnosticWords = (code: string, message: string, lang: Lang): string =>
  lang === 'en' ? message : [meaningOf(code, lang), ...(message.match(/“[^“”]*”/g) ?? [])].join('')

export function diagnosticList(diagnostics: Diagnostic[], io: Io): string {
  const { words } = io
  const colour = { error: 'red', warning: 'yellow', info: 'dim' } as const
  const lines = diagnostics.map(({ severity, code, item, message }) =>
    hanging(
      '',
      `${io.paint(colour[severity], words.severities[severity])} ${code}${item ? words.show.ofItem(item) : ''}${words.colon}${diagnosticWords(code, message, io.lang)}`,
      io.width,
      '  ',
    ),
  )
  return [io.paint('bold', words.fields.diagnostics), ...lines].join('\n')
}

function programmeText(
  { type, round, lookBack, text }: NonNullable<Report['document']['programme']>,
  { programmes, show, comma, quoted }: CliWords,
): string {
  return [programmes[type], round ? show.round(round) : '', lookBack ? show.lookBack : '', quoted(text)]
    .filter(Boolean)
    .join(comma)
}

function statusText({ code, ongoing, closure, text }: Status, { statuses, closures, show, comma, quoted }: CliWords): string {
  return [statuses[code], ongoing ? show.ongoing : '', closure ? closures[closure] : '', quoted(text)]
    .filter(Boolean)
    .join(comma)
}

const deadlineEntries = ({ entries }: Deadline, { deadlineKinds, semicolon }: CliWords): string =>
  entries.map((entry) => entry.date ?? deadlineKinds[entry.kind]).join(semicolon)

function deadlineText(deadline: Deadline, { deadlineKinds, semicolon, bracketed, quoted }: CliWords): string {
  const entries = deadline.entries.map(
    ({ kind, date, scope }) => `${date ?? deadlineKinds[kind]}${scope ? bracketed(scope) : ''}`,
  )
  return [entries.join(semicolon), quoted(deadline.text)].filter(Boolean).join(' ')
}

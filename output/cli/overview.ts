/** A report and an item as text for people. */
import type { Action, Deadline, Diagnostic, Item, Party, Report, Status } from '../../pipeline/record.js'
import { type Io, nameOf } from './io.js'
import { type Column, hanging, table, truncate } from './layout.js'
import { CLOSURES, DEADLINE_KINDS, FIELDS, KINDS, PROGRAMMES, ROLES, STATUSES } from './texts.js'

/** The report in one screen: its head, one line for each item, its declared totals and its diagnostics. */
export function reportOverview(report: Report, io: Io): string {
  const { document, items, declared, diagnostics } = report
  const { programme, region, asOf } = document
  const head: [string, string][] = [
    [FIELDS.kind, KINDS[document.kind]],
    ['format 格式', [document.format, document.encoding].filter(Boolean).join(', ')],
    [FIELDS.programme, programme ? programmeText(programme) : '—'],
    [FIELDS.region, region ? [region.name, region.code].filter(Boolean).join(' ') : '—'],
    [FIELDS.asOf, asOf ? `${asOf.start === asOf.end ? asOf.end : `${asOf.start}…${asOf.end}`} ${asOf.text}` : '—'],
    [FIELDS.items, String(items.length)],
  ]
  const parts = [
    hanging('', io.paint('bold', nameOf(document.title ?? document.source)), io.width),
    ...head.map(([name, value]) => hanging(`${name}  `, value, io.width, '  ')),
  ]
  if (items.length > 0) parts.push('', itemTable(items, io))
  if (declared.length > 0) {
    parts.push('', io.paint('bold', FIELDS.declared))
    for (const total of declared) {
      const verdict = total.agrees === null ? 'cannot be checked' : total.agrees ? 'agrees' : io.paint('red', 'DISAGREES')
      parts.push(
        hanging(
          '  ',
          `${total.measure}: ${total.declared} declared, ${total.extracted ?? '—'} extracted, ${verdict}`,
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
  const head: Column[] = [
    { title: 'seq', align: 'right' },
    { title: FIELDS.problem, flexible: 'end' },
    { title: FIELDS.status },
    { title: FIELDS.deadline },
    { title: 'unit 单位', flexible: 'end' },
  ]
  const rows = items.map((item) => [
    String(item.seq),
    truncate(item.problem.text.replaceAll('\n', ''), 60),
    item.status ? STATUSES[item.status.code] : '—',
    item.deadline ? deadlineEntries(item.deadline) || '—' : '—',
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
  field(FIELDS.category, item.categoryPath.map(({ text }) => text).join(' › ') || item.category?.text)
  field(FIELDS.problem, item.problem.text)
  field(FIELDS.status, status && statusText(status))
  field(FIELDS.deadline, deadline && deadlineText(deadline))
  if (item.parties.length > 0) lines.push('', io.paint('bold', FIELDS.parties), ...partyLines(item.parties, io))
  field(FIELDS.goal, item.goal?.text)
  field(
    FIELDS.targets,
    item.targets.map((t) => `${t.indicator} ${t.comparator} ${t.value} ${t.unit ?? ''}${t.by ? ` by ${t.by}` : ''}`).join('\n'),
  )
  for (const [name, actions] of [
    [FIELDS.measures, item.measures],
    [FIELDS.progress, item.progress],
  ] as const)
    if (actions.length > 0) lines.push('', io.paint('bold', name), ...actionLines(actions, io, '  '))
  const list = (texts: string[]) => [...new Set(texts)].join('；')
  field(FIELDS.quantities, list(item.quantities.map(({ text }) => text)))
  field(FIELDS.dates, list(item.dates.map(({ text }) => text)))
  field(
    FIELDS.references,
    list(
      item.references.map(({ title, number }) => (number && number !== title ? `《${title}》（${number}）` : `《${title}》`)),
    ),
  )
  field(FIELDS.places, list(item.places.map(({ name, code }) => (code ? `${name} ${code}` : name))))
  return lines.join('\n')
}

function actionLines(actions: Action[], io: Io, indent: string): string[] {
  return actions.flatMap((action) => {
    const notes = [
      ...action.parties.map((party) => `${ROLES[party.role]}: ${party.name}`),
      ...(action.deadline ? [`${FIELDS.deadline}: ${deadlineText(action.deadline)}`] : []),
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
  return [...byRole].map(([role, names]) => hanging(`${ROLES[role]}  `, names.join('、'), io.width, '  '))
}

export function diagnosticList(diagnostics: Diagnostic[], io: Io): string {
  const colour = { error: 'red', warning: 'yellow', info: 'dim' } as const
  const lines = diagnostics.map(({ severity, code, item, message }) =>
    hanging('', `${io.paint(colour[severity], severity)} ${code}${item ? ` (item ${item})` : ''}: ${message}`, io.width, '  '),
  )
  return [io.paint('bold', FIELDS.diagnostics), ...lines].join('\n')
}

function programmeText({ type, round, lookBack, text }: NonNullable<Report['document']['programme']>): string {
  return [PROGRAMMES[type], round ? `round ${round}` : '', lookBack ? 'look-back 回头看' : '', `“${text}”`]
    .filter(Boolean)
    .join(', ')
}

function statusText({ code, ongoing, closure, text }: Status): string {
  return [STATUSES[code], ongoing ? 'ongoing 长期坚持' : '', closure ? CLOSURES[closure] : '', `“${text}”`]
    .filter(Boolean)
    .join(', ')
}

const deadlineEntries = ({ entries }: Deadline): string =>
  entries.map((entry) => entry.date ?? DEADLINE_KINDS[entry.kind]).join('; ')

function deadlineText(deadline: Deadline): string {
  const entries = deadline.entries.map(
    ({ kind, date, scope }) => `${date ?? DEADLINE_KINDS[kind]}${scope ? ` (${scope})` : ''}`,
  )
  return [entries.join('; '), `“${deadline.text}”`].filter(Boolean).join(' ')
}

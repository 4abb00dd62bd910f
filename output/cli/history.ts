/** `taizhang history`: a problem through the years, with the words of each report. */
import { z } from 'zod'
import type { History } from '../store/index.js'
import type { CliWords } from '../words/index.js'
import type { Run } from './commands.js'
import { type Io, nameOf } from './io.js'
import { hanging } from './layout.js'
import { withLedger } from './ledger.js'
import { check, dbOption } from './options.js'
import { noItem } from './unknown.js'

const optionsSchema = z.object({ db: dbOption, json: z.boolean().default(false), quiet: z.boolean().default(false) })

export const run: Run = async ([key = ''], given, io) => {
  const { db, json, quiet } = check(optionsSchema, given)
  return withLedger(db, { readonly: true }, (ledger) => {
    const history = ledger.history(key)
    if (!history) throw noItem(ledger, key)
    if (json) io.json(history)
    else
      io.out(
        [...(quiet ? [] : [summary(history, io), '']), history.entries.map((one) => entryText(one, io)).join('\n\n')].join(
          '\n',
        ),
      )
    return 0
  })
}

function summary(history: History, io: Io): string {
  const { words } = io
  const by = (key: string | null) => (key === null || key === history.key ? '' : words.bracketed(key))
  return [
    `${io.paint('bold', history.key)}  ${words.count(history.entries.length, 'report')}`,
    `  ${words.fields.state}${words.colon}${words.states[history.state]}${by(history.stateBy)}`,
    ...(history.due === null ? [] : [`  ${words.fields.due}${words.colon}${history.due}${by(history.dueBy)}`]),
    ...history.contradictions.map((one) => io.paint('yellow', `  ${words.history.warning(contradictionText(one, words))}`)),
  ].join('\n')
}

/** `reopened`, `deadline_moved` in words. */
export function contradictionText(one: History['contradictions'][number], { history: told }: CliWords): string {
  switch (one.code) {
    case 'reopened':
      return told.reopened(one.earlier, one.later)
    case 'deadline_moved':
      return told.moved(one.from, one.to, one.days, one.earlier, one.later)
  }
}

function entryText(one: History['entries'][number], io: Io): string {
  const { words } = io
  const day =
    one.day === null || one.dayOf === null ? words.history.noDay : `${one.day}${words.bracketed(words.daysOf[one.dayOf])}`
  const closure = one.closure ? `${words.comma}${words.closures[one.closure]}` : ''
  const state = one.status ? `${words.statuses[one.status]}${closure}` : words.states[one.state]
  const rows: [string, string | null][] = [
    [words.fields.problem, one.problem],
    [words.fields.status, one.statusText === null ? state : `${state}${words.colon}${one.statusText}`],
    [words.fields.deadline, one.deadline],
    [words.fields.leadUnits, one.leadUnits.join('、') || null],
    ...one.progress.map((text): [string, string] => [words.fields.progress, text]),
  ]
  const head = [day, one.key, words.kinds[one.kind], one.region, one.own ? null : words.history.whole]
    .filter(Boolean)
    .join('  ')
  return [
    io.paint('bold', head),
    io.paint('dim', `  ${nameOf(one.title ?? one.source)}`),
    ...rows.flatMap(([label, text]) =>
      text === null ? [] : [hanging(`  ${label}${words.colon}`, text.replaceAll('\n', ''), io.width)],
    ),
  ].join('\n')
}

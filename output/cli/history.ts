/** `taizhang history`: a problem through the years, with the words of each report. */
import { z } from 'zod'
import type { History } from '../store/index.js'
import type { Run } from './commands.js'
import { type Io, nameOf } from './io.js'
import { hanging } from './layout.js'
import { withLedger } from './ledger.js'
import { check, dbOption } from './options.js'
import { CLOSURES, count, FIELDS, KINDS, STATES, STATUSES } from './texts.js'
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
  const by = (key: string | null) => (key === null || key === history.key ? '' : ` (${key})`)
  return [
    `${io.paint('bold', history.key)}  ${count(history.entries.length, 'report')}`,
    `  state 现状: ${STATES[history.state]}${by(history.stateBy)}`,
    ...(history.due === null ? [] : [`  due 期限: ${history.due}${by(history.dueBy)}`]),
    ...history.contradictions.map((one) => io.paint('yellow', `  warning: ${contradictionText(one)}`)),
  ].join('\n')
}

/** `reopened`, `deadline_moved` in words. */
export function contradictionText(one: History['contradictions'][number]): string {
  switch (one.code) {
    case 'reopened':
      return `reopened: done in ${one.earlier}, open again in ${one.later} 已完成后又列为未完成`
    case 'deadline_moved':
      return `deadline_moved: from ${one.from} to ${one.to}, ${count(Math.abs(one.days), 'day')} ${one.days > 0 ? 'later' : 'earlier'} (${one.earlier} → ${one.later}) 期限${one.days > 0 ? '推后' : '提前'}${Math.abs(one.days)}天`
  }
}

const DAYS_OF = { as_of: 'as of 截至', published: 'published 发布', signed: 'signed 落款' } as const

function entryText(one: History['entries'][number], io: Io): string {
  const day = one.day === null || one.dayOf === null ? 'no day 日期不明' : `${one.day} (${DAYS_OF[one.dayOf]})`
  const state = one.status ? `${STATUSES[one.status]}${one.closure ? `, ${CLOSURES[one.closure]}` : ''}` : STATES[one.state]
  const rows: [string, string | null][] = [
    [FIELDS.problem, one.problem],
    [FIELDS.status, one.statusText === null ? state : `${state}: ${one.statusText}`],
    [FIELDS.deadline, one.deadline],
    ['lead units 牵头单位', one.leadUnits.join('、') || null],
    ...one.progress.map((text): [string, string] => [FIELDS.progress, text]),
  ]
  const head = [day, one.key, KINDS[one.kind], one.region, one.own ? null : 'of a whole or a part 上下级']
    .filter(Boolean)
    .join('  ')
  return [
    io.paint('bold', head),
    io.paint('dim', `  ${nameOf(one.title ?? one.source)}`),
    ...rows.flatMap(([label, text]) => (text === null ? [] : [hanging(`  ${label}: `, text.replaceAll('\n', ''), io.width)])),
  ].join('\n')
}

/** `taizhang link`: which items tell the same problem, made anew, listed, or for a person to look at. */
import { z } from 'zod'
import type { LinkSummary } from '../store/index.js'
import type { Run } from './commands.js'
import { type Io, nameOf } from './io.js'
import { hanging } from './layout.js'
import { withLedger } from './ledger.js'
import { check, dbOption } from './options.js'
import { noReport } from './unknown.js'

const optionsSchema = z.object({
  db: dbOption,
  all: z.boolean().default(false),
  review: z.boolean().default(false),
  report: z.string().optional(),
  json: z.boolean().default(false),
  quiet: z.boolean().default(false),
})

export const run: Run = async (_args, given, io) => {
  const { db, all, review, report, json, quiet } = check(optionsSchema, given)
  // Only what is asked for is written: a review reads.
  const made =
    review || (report !== undefined && !all)
      ? null
      : await withLedger(db, { create: false }, (ledger) => ledger.link({ anew: all }))
  return withLedger(db, { readonly: true }, (ledger) => {
    if (report !== undefined && ledger.reports({ report }).length === 0) throw noReport(ledger, report)
    const links = ledger.links({
      ...(review ? { state: 'suggested' as const } : {}),
      ...(report === undefined ? {} : { report }),
    })
    if (json) io.json(review || report !== undefined || made === null ? links : { linked: made, links })
    else if (review || report !== undefined) {
      if (links.length > 0) io.out(links.map((link) => linkText(link, io)).join('\n\n'))
      if (!quiet)
        io.out(`${links.length > 0 ? '\n' : ''}${io.words.count(links.length, 'link')}${review ? io.words.link.review : ''}`)
    } else if (!quiet) io.out(summary(links, made ?? 0, io))
    return 0
  })
}

function summary(links: readonly LinkSummary[], made: number, { words }: Io): string {
  const of = (state: LinkSummary['state']) => links.filter((link) => link.state === state).length
  const states = (['linked', 'suggested', 'confirmed', 'rejected'] as const).filter((state) => of(state) > 0)
  const told = states.map((state) => words.times(of(state), words.linkStates[state])).join(words.comma)
  return `${words.link.linked(made, links.length)}${told === '' ? '' : `${words.colon}${told}`}`
}

/** A link with both problems in full: a person is to compare the words. */
export function linkText({ link, state, certainty, relation, bond, why, ...ends }: LinkSummary, io: Io): string {
  const { words } = io
  const head = `${io.paint('bold', String(link))}  ${words.linkStates[state]}  ${certainty.toFixed(2)}  ${words.relations[relation]}  ${words.bonds[bond]}`
  const side = (key: string, source: string, problem: string) =>
    `  ${key}  ${io.paint('dim', nameOf(source))}\n${hanging('    ', problem.replaceAll('\n', ''), io.width)}`
  return [
    head,
    side(ends.other, ends.otherSource, ends.otherProblem),
    side(ends.item, ends.source, ends.problem),
    ...(why.length > 0
      ? [hanging('  ', `${words.fields.why}${words.colon}${why.map(words.evidence).join(words.semicolon)}`, io.width)]
      : []),
  ].join('\n')
}

/** What the parser makes of a composed table, beside what it must. */
import { parseReport } from '../../pipeline/parse.js'
import type { Action, Deadline, Item, Party } from '../../pipeline/record.js'
import { rngOf } from '../layouts/rng.js'
import { compose, drawOptions, type Options } from './compose.js'
import type { Row } from './model.js'
import { render } from './render.js'

const partyWords = (parties: readonly Party[]): string[] =>
  [...new Set(parties.map(({ role, name }) => `${role}:${name}`))].sort()
const dueWords = (deadline: Deadline | null): string[] => [...new Set((deadline?.entries ?? []).map((e) => e.date ?? e.kind))]
const actionWords = (action: Action, several: boolean): string =>
  [
    `${action.label} ${action.text}`,
    several ? `@${partyWords(action.parties).join(',')}!${dueWords(action.deadline).join(',')}` : '',
    action.children.length > 0 ? `{${action.children.map((child) => actionWords(child, several)).join('')}}` : '',
  ].join('')

export const rowIn = (item: Item, several: boolean): Row => ({
  label: item.label,
  path: item.categoryPath.map(({ text }) => text),
  problem: item.problem.text,
  goal: item.goal?.text ?? null,
  measures: item.measures.map((action) => actionWords(action, several)),
  progress: item.progress.map((action) => actionWords(action, false)),
  parties: partyWords(item.parties),
  deadline: dueWords(item.deadline),
  status: item.status?.code ?? null,
})

export interface Checked {
  seed: number
  options: Options
  bytes: Uint8Array
  wrong: string[]
}

/** Composes the table of a seed and compares it. */
export async function check(seed: number, change: Partial<Options> = {}): Promise<Checked> {
  const rng = rngOf(seed)
  const options = { ...drawOptions(rng), ...change }
  const { blocks, rows, noticed } = compose(rng, options)
  const bytes = await render(blocks, options.container, options.looks)
  const { report } = await parseReport(bytes, 'table')
  const wrong: string[] = []
  if (report.items.length !== rows.length) wrong.push(`items: ${report.items.length}, expected ${rows.length}`)
  else
    rows.forEach((row, i) => {
      const item = report.items[i]
      const several = options.rows === 'several' && row.measures.length > 1
      const got = item ? rowIn(item, several) : null
      for (const key of Object.keys(row) as (keyof Row)[])
        if (JSON.stringify(got?.[key]) !== JSON.stringify(row[key]))
          wrong.push(`${i + 1} ${key}: ${JSON.stringify(got?.[key])}, expected ${JSON.stringify(row[key])}`)
    })
  for (const name of noticed)
    if (!report.diagnostics.some(({ code, message }) => code === 'unknown_column' && message.includes(name)))
      wrong.push(`no notice of ${name}`)
  return { seed, options, bytes, wrong }
}

/** What stands behind a single measure: a bracket, labels in its line, or labels on lines below it. */
import type { Layout } from '../axes.js'
import type { Rng } from '../rng.js'
import type { ExpectedEntry, ExpectedParty, Issuer } from '../types.js'
import { departments } from './bodies.js'
import { printDeadline } from './deadlines.js'
import { labelled } from './labels.js'

/** Where the bodies and days of measures come from. */
export interface Behind {
  rng: Rng
  issuer: Issuer
  unitWord: string
  unitRole: string
  deadlineWord: string
}
export interface PrintedBehind {
  /** The measure's line, without its label. */
  text: string
  lines: string[]
  /** The text that the action must have, and others that are right too. */
  core: string
  orTexts: string[]
  parties: ExpectedParty[]
  deadline: ExpectedEntry[]
}

export function printBehind(layout: Layout, behind: Behind, own: string, close: string): PrintedBehind {
  const none = { lines: [], orTexts: [], parties: [], deadline: [] }
  if (layout.behind === 'none') return { ...none, text: `${own}${close}`, core: `${own}${close}` }
  const [unit = '', second = ''] = behind.rng.sample(departments[behind.issuer], 2)
  const day = printDeadline(
    behind.rng.pick(['day', 'monthEnd', 'monthEndBefore', 'yearEnd', 'immediate', 'ongoing']),
    behind.rng,
  )
  const parties: ExpectedParty[] = [{ role: behind.unitRole, name: unit }]
  const whole = (text: string, deadline: ExpectedEntry[], told = parties): PrintedBehind => ({
    ...none,
    text,
    core: text,
    parties: told,
    deadline,
  })
  switch (layout.behind) {
    case 'bracket':
      return whole(`${own}。（${behind.unitWord}：${unit}；${behind.deadlineWord}：${day.text}）`, day.entries)
    case 'bracketUnit':
      return whole(`${own}（${behind.unitWord}：${unit}）${close}`, [])
    case 'bracketSquare':
      return whole(`${own}。【${behind.unitWord}：${unit}】`, [])
    case 'bracketRoles':
      return whole(
        `${own}${close}（牵头单位：${unit}；配合单位：${second}）`,
        [],
        [
          { role: 'lead_unit', name: unit },
          { role: 'supporting_unit', name: second },
        ],
      )
    case 'inline': {
      const tail = `${behind.unitWord}：${unit}；${behind.deadlineWord}：${day.text}。`
      return {
        ...none,
        text: `${own}。${tail}`,
        core: `${own}。`,
        orTexts: [`${own}。${tail}`],
        parties,
        deadline: day.entries,
      }
    }
    case 'lines': {
      const lines = [...labelled(layout, behind.unitWord, [unit]), ...labelled(layout, behind.deadlineWord, [day.text])]
      return {
        ...none,
        text: `${own}。`,
        lines,
        core: `${own}。`,
        orTexts: [`${own}。${lines.join('')}`],
        parties,
        deadline: day.entries,
      }
    }
  }
}

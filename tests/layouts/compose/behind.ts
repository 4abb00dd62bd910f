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

/** A bracket behind the full stop. */
export interface PrintedBracket {
  bracket: string
  parties: ExpectedParty[]
  deadline: ExpectedEntry[]
}
/** Brackets that may also stand behind the last part of a measure. */
export function printBracket(layout: Layout, { rng, issuer, unitWord, unitRole, deadlineWord }: Behind): PrintedBracket {
  const [unit = '', second = ''] = rng.sample(departments[issuer], 2)
  const both: ExpectedParty[] = [
    { role: 'lead_unit', name: unit },
    { role: 'supporting_unit', name: second },
  ]
  switch (layout.behind) {
    case 'bracket': {
      const day = printDeadline(rng.pick(dayForms), rng)
      return {
        bracket: `（${unitWord}：${unit}；${deadlineWord}：${day.text}）`,
        parties: [{ role: unitRole, name: unit }],
        deadline: day.entries,
      }
    }
    case 'bracketSquare':
      return { bracket: `【${unitWord}：${unit}】`, parties: [{ role: unitRole, name: unit }], deadline: [] }
    case 'bracketRoles':
      return { bracket: `（牵头单位：${unit}；配合单位：${second}）`, parties: both, deadline: [] }
    case 'bracketShort':
      return { bracket: `（牵头：${unit}；配合：${second}）`, parties: both, deadline: [] }
    default:
      return { bracket: '', parties: [], deadline: [] }
  }
}

const dayForms = ['day', 'monthEnd', 'monthEndBefore', 'yearEnd', 'immediate', 'ongoing'] as const

export function printBehind(layout: Layout, behind: Behind, own: string, close: string): PrintedBehind {
  const none = { lines: [], orTexts: [], parties: [], deadline: [] }
  const [unit = ''] = behind.rng.sample(departments[behind.issuer], 1)
  const parties: ExpectedParty[] = [{ role: behind.unitRole, name: unit }]
  switch (layout.behind) {
    case 'none':
      return { ...none, text: `${own}${close}`, core: `${own}${close}` }
    case 'bracketUnit': {
      const text = `${own}（${behind.unitWord}：${unit}）${close}`
      return { ...none, text, core: text, parties }
    }
    case 'inline': {
      const day = printDeadline(behind.rng.pick(dayForms), behind.rng)
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
      const day = printDeadline(behind.rng.pick(dayForms), behind.rng)
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
    default: {
      const { bracket, ...owned } = printBracket(layout, behind)
      return { lines: [], orTexts: [], text: `${own}。${bracket}`, core: `${own}。${bracket}`, ...owned }
    }
  }
}

/** Bodies in charge: lines of a field or of several, with the parties that they must give. */
import type { Rng } from '../rng.js'
import type { ExpectedParty, Issuer } from '../types.js'
import { departments, drawNames, regionsBelow, titlesOf } from './bodies.js'

/** One labelled value. */
export interface PrintedField {
  label: string
  text: string
  parties: ExpectedParty[]
}
export interface PartyContext {
  rng: Rng
  issuer: Issuer
  /** The report's word for the body in charge, and the role it gives. */
  word: string
  role: string
}

const all = (role: string, names: string[]): ExpectedParty[] => names.map((name) => ({ role, name }))
const field = (label: string, names: string[], role: string, separator = '、'): PrintedField => ({
  label,
  text: names.join(separator),
  parties: all(role, names),
})
const draw = ({ rng, issuer }: PartyContext, count: number): string[] => rng.sample(departments[issuer], count)

/** Each way to name the bodies by its name. */
export const unitForms = {
  one: (c) => [field(c.word, draw(c, 1), c.role)],
  several: (c) => [field(c.word, draw(c, c.rng.int(2, 5)), c.role)],
  commas: (c) => [field(c.word, draw(c, 3), c.role, '，')],
  blanks: (c) => [field(c.word, draw(c, 3), c.role, ' ')],
  markedLead: (c) => {
    const [lead = '', ...others] = draw(c, 3)
    return [
      {
        label: c.word,
        text: `${lead}（牵头）、${others.join('、')}`,
        parties: [...all('lead_unit', [lead]), ...all(c.role, others)],
      },
    ]
  },
  leadSupport: (c) => {
    const [lead = '', ...others] = draw(c, c.rng.int(3, 4))
    return [field('牵头单位', [lead], 'lead_unit'), field('配合单位', others, 'supporting_unit')]
  },
  responsibleSupport: (c) => {
    const [own = '', ...others] = draw(c, 3)
    return [field('责任单位', [own], 'responsible_unit'), field('协助单位', others, 'supporting_unit')]
  },
  hostHelp: (c) => {
    const [lead = '', ...others] = draw(c, 3)
    return [field('主办单位', [lead], 'lead_unit'), field('协办单位', others, 'supporting_unit')]
  },
  sentence: (c) => {
    const [lead = '', second = '', third = ''] = draw(c, 3)
    return [
      {
        label: c.word,
        text: `由${lead}牵头，${second}、${third}配合`,
        parties: [...all('lead_unit', [lead]), ...all('supporting_unit', [second, third])],
      },
    ]
  },
  regions: (c) => {
    const below = regionsBelow[c.issuer]
    if (!below) return [field(c.word, draw(c, 2), c.role)]
    const names = c.rng.sample(below.names, 2).map((name) => `${name}${below.government}`)
    return [field(c.word, [...names, ...draw(c, 1)], c.role)]
  },
  coordinated: (c) => {
    const below = regionsBelow[c.issuer]
    if (!below) return [field(c.word, draw(c, 3), c.role)]
    const [first = '', second = ''] = c.rng.sample(below.names, 2)
    return [
      {
        label: c.word,
        text: `${first}、${second}党委、政府`,
        parties: all(c.role, [`${first}党委`, `${first}政府`, `${second}党委`, `${second}政府`]),
      },
    ]
  },
  andOthers: (c) => {
    const names = draw(c, 2)
    return [{ label: c.word, text: `${names.join('、')}等`, parties: all(c.role, names) }]
  },
  andCount: (c) => {
    const below = regionsBelow[c.issuer]
    if (!below) return [field(c.word, draw(c, 2), c.role)]
    const [name = ''] = c.rng.sample(below.names, 1)
    const rest = `${c.rng.int(3, 8)}个${c.issuer === 'county' ? '乡镇' : c.issuer === 'city' ? '县（区）' : '市（州）'}`
    return [{ label: c.word, text: `${name}等${rest}`, parties: all(c.role, [name, rest]) }]
  },
  // three ways to put two roles into one column of a table
  cellLabels: (c) => {
    const [lead = '', other = ''] = draw(c, 2)
    return [
      {
        label: '责任单位',
        text: `主办：${lead}\n协办：${other}`,
        parties: [...all('lead_unit', [lead]), ...all('supporting_unit', [other])],
      },
    ]
  },
  slashColumn: (c) => {
    const [lead = '', other = ''] = draw(c, 2)
    return [
      {
        label: '牵头/配合单位',
        text: `${lead}/${other}`,
        parties: [...all('lead_unit', [lead]), ...all('supporting_unit', [other])],
      },
    ]
  },
  parenColumn: (c) => {
    const [lead = '', ...others] = draw(c, 3)
    return [
      {
        label: '主办（协办）单位',
        text: `${lead}（${others.join('、')}）`,
        parties: [...all('lead_unit', [lead]), ...all('supporting_unit', others)],
      },
    ]
  },
  acceptance: (c) => {
    const [own = '', lead = '', other = ''] = draw(c, 3)
    return [
      field('主体责任单位', [own], 'responsible_unit'),
      field('牵头督导验收单位', [lead], 'acceptance_lead_unit'),
      field('配合督导验收单位', [other], 'acceptance_supporting_unit'),
    ]
  },
} satisfies Record<string, (context: PartyContext) => PrintedField[]>
export type UnitForm = keyof typeof unitForms

const people = (c: PartyContext, label: string, role: string, count = 1): PrintedField =>
  field(label, drawNames(c.rng, count), role)
const titled = (c: PartyContext, label: string, role: string): PrintedField => {
  const [name = ''] = drawNames(c.rng, 1)
  return { label, text: `${name}（${c.rng.pick(titlesOf[c.issuer])}）`, parties: [{ role, name }] }
}

/** Each way to name people by its name. */
export const personForms = {
  responsible: (c) => [people(c, '责任人', 'responsible_official')],
  responsibleTitled: (c) => [titled(c, '责任人', 'responsible_official')],
  responsibleSeveral: (c) => [people(c, '责任人员', 'responsible_official', 3)],
  lead: (c) => [people(c, '牵头领导', 'lead_official')],
  charge: (c) => [titled(c, '责任领导', 'lead_official')],
  supervising: (c) => [people(c, '督办领导', 'supervising_official', c.rng.int(1, 3))],
  pledged: (c) => [people(c, '包案领导', 'lead_official')],
  chargeAndResponsible: (c) => [people(c, '责任领导', 'lead_official'), people(c, '责任人', 'responsible_official')],
  contact: (c) => [people(c, '责任人', 'responsible_official'), people(c, '联系人', 'contact')],
  spaced: (c) => {
    const name = `${c.rng.pick(['李', '王', '罗', '高'])}${c.rng.pick(['莉', '伟', '佳', '静'])}`
    return [{ label: '责任人', text: name.split('').join(' '), parties: [{ role: 'responsible_official', name }] }]
  },
  titleBefore: (c) => {
    const [name = ''] = drawNames(c.rng, 1)
    return [{ label: '责任领导', text: `${c.rng.pick(titlesOf[c.issuer])}${name}`, parties: [{ role: 'lead_official', name }] }]
  },
} satisfies Record<string, (context: PartyContext) => PrintedField[]>
export type PersonForm = keyof typeof personForms

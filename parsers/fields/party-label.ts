/** What the words of a label say of its value: of one role or two, of bodies or persons, of another field. */
import { fieldOf, partyFields } from '../lexicon/labels.js'
import { officeEnding } from '../lexicon/offices.js'
import { bodyEnding, bothUnits, levelNote, misreadable, otherField, partInWork, unitsAndPersons } from '../lexicon/parties.js'
import { isPlace } from './party-expand.js'
import { roleOf } from './party-notes.js'
import type { PartyRole } from './party-types.js'
import { holdsPerson } from './persons.js'

export const personRoles: ReadonlySet<PartyRole> = new Set<PartyRole>([
  'supervising_official',
  'lead_official',
  'responsible_official',
  'contact',
])

/** How the value of a field is to be read. */
export interface FieldReading {
  role: PartyRole
  /** The field holds bodies and persons (责任单位及责任人): the role of the persons. */
  persons: PartyRole | null
  /** The field holds leaders and supporters (牵头/配合单位): the role of what stands second. */
  second: PartyRole | null
}

const partyRole = (words: string): PartyRole | null => {
  const field = fieldOf(words)
  return field !== null && partyFields.has(field) ? (field as PartyRole) : null
}

/** Reads a printed label; `role` is what the field is taken for. */
export function readLabel(label: string, role: PartyRole): FieldReading {
  if (bothUnits.test(label)) return { role: 'lead_unit', persons: null, second: 'supporting_unit' }
  const parts = unitsAndPersons.exec(label)
  if (!parts) return { role, persons: null, second: null }
  const [, first = '', second = ''] = parts
  const unit = /[人员导]$/.test(first) ? second : first
  const person = unit === first ? second : first
  const unitRole = partyRole(unit)
  return {
    role: unitRole !== null && !personRoles.has(unitRole) ? unitRole : 'responsible_unit',
    persons: partyRole(person) ?? 'responsible_official',
    second: null,
  }
}

/** 主办 beside 协办 leads; alone it is responsible. `labels`: those of the item's other fields. */
export const isLeader = (label: string, labels: readonly string[]): boolean =>
  /主办/.test(label) && !/主办方/.test(label) && labels.some((other) => /协办|会办/.test(other))

export type Meaning = { role: PartyRole | null; misread?: true } | { scope: string } | 'words' | null

/** A label with one character misread, as text recognition does: 整攻时限. The label, or null. */
const misread = (words: string): string | null =>
  misreadable.find(
    (label) => label.length === words.length && [...label].filter((c, i) => c !== words.charAt(i)).length === 1,
  ) ?? null

/** 协助领导, 直接责任人: whose part a person has, no post. */
const standingOf = /^(?:协助|配合|分管|主管|主要|具体|直接|第一|联系|经办)(?:领导|责任人|负责人|负责同志|人)$/

/** What words before a colon mean in a field with this role; 'words' where they are themselves a body or a person. */
export function meaningOf(words: string, { role, persons }: FieldReading): Meaning {
  const bare = words.replace(/^\d{1,2}[.．、]?/, '')
  const field = fieldOf(bare)
  if (field) return { role: partyFields.has(field) ? (field as PartyRole) : null }
  const told = roleOf(bare)
  if (told) return personRoles.has(role) ? { role } : { role: told }
  if (personRoles.has(role) && standingOf.test(bare)) return { role }
  // 各乡镇：李伟 in a field of bodies and persons
  if (persons !== null && isPlace(bare)) return 'words'
  if (partInWork.test(bare) || levelNote.test(bare) || /^[省市县区州乡镇村]$/.test(bare) || isPlace(bare))
    return { scope: bare }
  if (/电话|手机|联系方式|邮箱|传真/.test(bare)) return null
  const label = misread(bare)
  if (label) return { role: partyRole(label), misread: true }
  if (bodyEnding.test(bare) || holdsPerson(bare) || (personRoles.has(role) && officeEnding.test(bare))) return 'words'
  if (otherField.test(bare)) return { role: null }
  return bare.length > 1 ? { scope: bare } : null
}

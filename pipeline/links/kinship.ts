/** How two reports stand to one another: whether their items can tell the same problems at all. */
import { byCode } from '../../parsers/values/regions.js'
import type { Rule } from './evidence.js'
import type { Bond, LinkReport } from './types.js'

type Region = LinkReport['region']
type Programme = NonNullable<LinkReport['programme']>

/** How the first region stands to the second: the same, above it, below it, beside it, or not known. */
export type Tie = 'same' | 'above' | 'below' | 'apart' | 'unknown'

/** 430000 → 43, 433100 → 4331: the codes of all below begin with it. */
export const codePrefix = (code: string): string => code.replace(/(?:00){1,2}$/, '')

export const regionTie = (a: Region, b: Region): Tie => {
  if (!a || !b) return 'unknown'
  if (a.level === 'nation' || b.level === 'nation')
    return a.level === b.level ? 'same' : a.level === 'nation' ? 'above' : 'below'
  const [one, other] = a.code && b.code ? [codePrefix(a.code), codePrefix(b.code)] : [a.name, b.name]
  if (one === other) return 'same'
  if (other.startsWith(one)) return 'above'
  return one.startsWith(other) ? 'below' : 'apart'
}

/** The province of a region, by which the index is parted; '' for the nation and where none is known. */
export const areaOf = (region: Region): string => {
  if (!region) return ''
  if (region.code) return region.code.slice(0, 2)
  if (region.level === 'nation') return ''
  for (let code = 11; code <= 82; code++) {
    const province = byCode(`${code}0000`)
    if (province && region.name.startsWith(province.name)) return String(code)
  }
  return ''
}

const environmental = (type: Programme['type']): boolean => type.endsWith('environmental_inspection')

/** 生态环境保护督察 whose level is not said may be either. */
const sameType = (a: Programme['type'], b: Programme['type']): boolean =>
  a === b || (environmental(a) && environmental(b) && (a === 'environmental_inspection' || b === 'environmental_inspection'))

const programmeDoubts = (a: Programme | null, b: Programme | null): Rule[] => {
  if (!a || !b) return ['programme_unknown']
  if (!sameType(a.type, b.type) || (a.round !== null && b.round !== null && a.round !== b.round)) return ['programme_other']
  const doubts: Rule[] = []
  if (a.lookBack !== b.lookBack) doubts.push('look_back')
  if (a.round !== b.round || a.type !== b.type || a.type === 'other') doubts.push('programme_unknown')
  return doubts
}

/** Programmes in which each body answers for itself: the same words in another body's report are another problem. */
const answersAlone = (programme: Programme | null): boolean =>
  programme?.type === 'discipline_inspection' || programme?.type === 'audit'

/** Whether two reports, of which a region is in no table, name one place, by their titles: one name ends with the other. Null where one names none. */
const samePlace = (a: Omit<LinkReport, 'items'>, b: Omit<LinkReport, 'items'>): boolean | null => {
  const [one, other] = [a.region?.name ?? a.place, b.region?.name ?? b.place]
  return one == null || other == null ? null : one.endsWith(other) || other.endsWith(one)
}

export interface Kinship {
  bond: Exclude<Bond, 'repeats'>
  /** How the first report's region stands to the second's. */
  tie: Exclude<Tie, 'apart'>
  doubts: readonly Rule[]
}

/** Null where nothing of the one can be in the other: regions beside one another, other bodies, accounts of other years. */
export const kinshipOf = (a: Omit<LinkReport, 'items'>, b: Omit<LinkReport, 'items'>): Kinship | null => {
  const tie = regionTie(a.region, b.region)
  const place = tie === 'unknown' ? samePlace(a, b) : null
  if (tie === 'apart' || place === false) return null
  if (a.year !== null && b.year !== null && a.year !== b.year) return null
  const alone = answersAlone(a.programme) || answersAlone(b.programme)
  if (a.body !== null && b.body !== null && a.body !== b.body && alone) return null
  const doubts = programmeDoubts(a.programme, b.programme)
  if (tie === 'unknown' && place === null) doubts.push('region_unknown')
  else if (alone && tie !== 'same' && !doubts.includes('programme_other')) doubts.push('programme_other')
  else if (alone && (a.body === null) !== (b.body === null)) doubts.push('programme_unknown')
  return { bond: tie === 'above' || tie === 'below' ? 'copies' : 'follows', tie, doubts: [...new Set(doubts)] }
}

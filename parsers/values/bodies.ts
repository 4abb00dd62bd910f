/** Names of bodies: with their region (县发改局 → 保靖县发改局), and in full (发改局 → 发展和改革局). */

import { bodies, companyName, levelPrefixes } from '../lexicon/bodies.js'
import { zoneKinds } from '../lexicon/region-overrides.js'
import { fold } from '../text/fold.js'
import { ancestors, byCode, findRegions, type Region, regionOf, spokenName } from './regions.js'

/** The region of a record, as `document.region` has it. */
export interface BodyRegion {
  name: string
  code: string | null
  level: Region['level']
}

const forms: readonly (readonly [printed: string, canonical: string])[] = bodies
  .flatMap((line) => {
    const [canonical = '', printed = ''] = line.split(':')
    return [canonical, ...printed.split(' ').filter(Boolean)].map((form) => [form, canonical] as const)
  })
  .sort(([a], [b]) => b.length - a.length)
const canonicalOf = new Map(forms)

/** 市|住建局: the prefix and what follows; null where the first character is part of a word (市场监管局, 区域). */
function splitLevel(name: string): { prefix: string; rest: string } | null {
  for (const [prefix, denied] of levelPrefixes) {
    if (!name.startsWith(prefix)) continue
    const rest = name.slice(prefix.length)
    return rest && !denied?.test(rest) ? { prefix, rest } : null
  }
  return null
}

const branchOf = /局(?:[\p{Script=Han}]{2,8})分局/u

/** The region and those around it, innermost first; of a township or a functional area its county or city follows. */
function chain(region: Region): Region[] {
  if (region.code !== null) return [region, ...ancestors(region.code)]
  const outer = byCode(region.parent)
  return outer ? [region, outer, ...ancestors(outer.code)] : [region]
}

/** The region that 市, 州, 省 mean in a text about another: the nearest of that kind, itself or above. */
function regionOfPrefix(prefix: string, rest: string, region: Region): { region: Region; name: string } | null {
  const around = chain(region)
  if (prefix === '自治区') {
    const outer = around.find(({ name }) => name.endsWith('自治区'))
    return outer ? { region: outer, name: outer.name } : null
  }
  const kind = prefix.startsWith('自治') ? prefix.slice(-1) : prefix
  const fitting = around.filter(({ name }) => name.endsWith(kind))
  // In 沅江市 (a county-level city) the bureau with a branch in it is the upper city's.
  const branchIn = kind === '市' && branchOf.test(rest) && fitting[0]?.level === 'county' ? 1 : 0
  const found = fitting[branchIn]
  if (!found) return null
  return { region: found, name: found.name.endsWith('自治区') ? found.name : spokenName(found) }
}

const townshipBody = /^[\p{Script=Han}]{1,6}(?:镇|乡|街道|苏木)(?:党委|党工委|人民政府|政府|办事处|办|$)/u

const zoneBody = new RegExp(
  `^[\\p{Script=Han}]{2,8}(?:${zoneKinds.map(([kind]) => kind).join('|')})(?:党工委|管委会|管理委员会)$`,
  'u',
)

/**
 * The name of a body with its region (全称). In a county's report 市 or 州 means its city, 省 its province; the region is named as offices
 * name it (湘西州, 保靖县). A name that begins with a region, and a company's, stays as it is. Null for persons, groups and what is uncertain.
 */
export function fullNameOf(printed: string, region: BodyRegion | null, kind: 'unit' | 'person' | 'group'): string | null {
  if (kind !== 'unit' || printed === '') return null
  const name = fold(printed)
  const context = regionOf(region)
  const first = findRegions(name.slice(0, 24), context)[0]
  if (first?.span[0] === 0 && first.region && (first.region.code !== null || first.region.level === 'province')) return printed
  if (!context) return companyName.test(name) && !splitLevel(name) ? printed : null
  const split = splitLevel(name)
  if (split) {
    const owner = regionOfPrefix(split.prefix, split.rest, context)
    return owner && owner.name + printed.slice(split.prefix.length)
  }
  const within = (owner: Region): string => {
    const whole = spokenName(owner)
    // 九江经开区管委会 in 九江市
    return name.startsWith(whole.replace(/(?:自治)?[市县区州盟旗省]$/, '')) ? printed : whole + printed
  }
  if (first?.span[0] === 0 && first.region) return within(byCode(first.region.parent) ?? context)
  if (companyName.test(name)) return printed
  const inCounty = context.level === 'county' && context.code !== null
  if (inCounty && (townshipBody.test(name) || zoneBody.test(name))) return within(context)
  return canonicalOf.has(name) && !name.startsWith('委') ? within(context) : null
}

const bracket = /（[^（）]*）$/
const remainder = /^(?:党组|党委|[\p{Script=Han}]{2,8}(?:分局|支队|大队))?$/u

/**
 * The canonical name of a common body, with what stands before it: 县发改局 → 县发展和改革局, 保靖县住建局（县人防办） → 保靖县住房和城乡建设局.
 * A name already canonical comes back as it is. Null for a body that is not in the table (lexicon/bodies.ts).
 */
export function canonicalBody(name: string): string | null {
  const own = name.replace(bracket, '')
  const region = findRegions(own)[0]
  const head = region?.span[0] === 0 ? region.span[1] : (splitLevel(own)?.prefix.length ?? 0)
  const rest = own.slice(head)
  for (const [form, canonical] of forms)
    if (rest.startsWith(form) && remainder.test(rest.slice(form.length)))
      return own.slice(0, head) + canonical + rest.slice(form.length)
  return null
}

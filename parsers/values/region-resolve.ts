/** Which region a printed name means, with the help of the region that the text is about. */

import { wordLike } from '../lexicon/region-overrides.js'
import { fold } from '../text/fold.js'
import { ancestors, byCode, type Candidate, type NameKind, type Region, regionTable, zoneKind, zoneOf } from './region-table.js'

export interface Resolution {
  region: Region | null
  /** The name as printed, where it is no longer in force (曾用名). */
  former: string | null
  /** The name is that of several regions and nothing decides between them. */
  ambiguous: boolean
}

/** How near a region lies to the context: 3 the same, above or below it; 2 in the same city; 1 in the same province; 0 elsewhere. */
export type Closeness = 0 | 1 | 2 | 3

const none: Resolution = { region: null, former: null, ambiguous: false }

/** Functional areas and townships have no code: they lie where their parent is. */
const located = (region: Region): Region | null => byCode(region.code ?? region.parent)
/** A functional area's or a region's own place, then what contains it. */
const chain = (region: Region): readonly Region[] => {
  const at = located(region)
  return at ? [at, ...ancestors(at.code)] : []
}

/** True where `inner` lies in `outer` and is not the same. */
export const liesIn = (inner: Region, outer: Region): boolean =>
  inner !== outer && outer.code !== null && (inner.code === null ? chain(inner) : ancestors(inner.code)).includes(outer)

export function closeness(region: Region, context: Region | null): Closeness {
  if (!context) return 0
  const [own, home] = [located(region), located(context)]
  if (!own || !home) return 0
  const [here, there] = [ancestors(own.code), ancestors(home.code)]
  if (own === home || here.includes(home) || there.includes(own)) return 3
  if (own.parent !== null && own.parent === home.parent && byCode(own.parent)?.level === 'city') return 2
  return (here.at(-1) ?? own) === (there.at(-1) ?? home) ? 1 : 0
}

const kindRank: Record<NameKind, number> = { official: 3, short: 2, bare: 1, former: 0 }
const levelRank: Record<string, number> = { province: 3, city: 2, county: 1 }

/** Nearest first, then the name in force, then (for a name without 市, 县) the higher level: 湘潭 is 湘潭市, not 湘潭县. */
export function choose(candidates: readonly Candidate[], context: Region | null): Candidate | 'ambiguous' | null {
  let best: Candidate | null = null
  let score = -1
  let tied = false
  for (const candidate of candidates) {
    const level = candidate.kind === 'bare' ? (levelRank[candidate.region.level ?? ''] ?? 0) : 0
    const own = closeness(candidate.region, context) * 100 + kindRank[candidate.kind] * 10 + level
    if (own > score) [best, score, tied] = [candidate, own, false]
    else if (own === score) tied = true
  }
  return tied ? 'ambiguous' : best
}

const general = /^(?:各|全|有关|相关|所有|其他|部分|国家|省级|市级|县级|市属|本|该|我|等|省|市|县)|[各个有关相]|乡镇$/
const township = /^[\p{Script=Han}]{1,7}(?:镇|乡|街道|苏木|街道办事处)$/u
const zoneName = /^[\p{Script=Han}]{2,14}$/u

/** What the table cannot hold: a township in a county, a functional area in any region. */
function derived(name: string, context: Region | null): Region | null {
  if (!zoneName.test(name)) return null
  const kind = zoneKind(name)
  if (kind) {
    const proper = name.slice(0, -kind.kind.length)
    if (general.test(proper)) return null
    return context ? zoneOf(name, located(context) ?? context) : { code: null, name, fullName: name, level: null, parent: null }
  }
  const home = context && located(context)
  if (!home || home.level === 'province' || !township.test(name) || general.test(name)) return null
  if (home.level === 'city' && /[县区]/.test(name)) return null
  return { code: null, name, fullName: home.fullName + name, level: 'township', parent: home.code }
}

function resolve(name: string, context: Region | null, depth: number): Resolution {
  const { names } = regionTable()
  const whole = choose(names.get(name) ?? [], context)
  if (whole && whole !== 'ambiguous')
    return { region: whole.region, former: whole.kind === 'former' ? name : null, ambiguous: false }
  if (depth > 0)
    for (let cut = name.length - 2; cut >= 2; cut--) {
      const candidates = names.get(name.slice(0, cut))
      const outer = candidates && choose(candidates, context)
      if (!outer || outer === 'ambiguous' || outer.region.code === null) continue
      // 东湖 of 武汉's 东湖新技术开发区 is not the 东湖区 of another city.
      if (outer.kind === 'bare' && outer.region.level === 'county' && closeness(outer.region, context) < 2) continue
      const inner = resolve(name.slice(cut), outer.region, depth - 1)
      if (inner.region && liesIn(inner.region, outer.region)) return inner
    }
  if (whole === 'ambiguous') return { region: null, former: null, ambiguous: true }
  return { region: derived(name, context), former: null, ambiguous: false }
}

/**
 * The region that a name means: 保靖县, 湘西州, 湖南, 南京市鼓楼区, 祁阳县 (former: the region is 祁阳市), 高新区 (code null), 保靖县迁陵镇.
 * A name of several regions (鼓楼区) is decided by the context, the region that the text is about, or stays ambiguous.
 * Codes: GB/T 2260, see lexicon/regions.generated.ts for source and year.
 */
export function resolveRegion(name: string, context: Region | null = null): Resolution {
  const token = fold(name).replace(/\s+/g, '').replace(/^中共/, '')
  return token.length < 2 || token.length > 40 ? none : resolve(token, context, 4)
}

/**
 * Whether a whole token is a region: 衡东县, 雨湖区, 高新区, 四平市, 长沙. A county's name without 县 counts only near the
 * context (保靖 in 湘西州), because many are words (平安, 会同).
 */
export function isRegionName(printed: string, context: Region | null = null): boolean {
  const text = fold(printed)
  const { region, ambiguous } = resolveRegion(text, context)
  if (!region) return ambiguous
  const kinds = (regionTable().names.get(text) ?? []).filter((candidate) => candidate.region === region)
  if (!kinds.some(({ kind }) => kind === 'bare')) return true
  if (region.level === 'province') return true
  if (wordLike.has(text)) return closeness(region, context) >= 2 && context?.level !== 'province'
  return region.level === 'city' || closeness(region, context) >= 2
}

/** The region of a record (document.region) with its parent: the context for the functions of this folder. Null where it is unknown. */
export function regionOf(region: { name: string; code: string | null } | null): Region | null {
  return region && (byCode(region.code) ?? resolveRegion(region.name).region)
}

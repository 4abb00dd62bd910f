/**
 * Regions named in running text. One pass: a table by the first two characters of all names, then the longest name that fits.
 * A name is taken only where it cannot well be anything else; what is doubtful is left out or stays null.
 */

import { namedZoneKinds, namedZones, wordLike, zoneKinds } from '../lexicon/region-overrides.js'
import { fold } from '../text/fold.js'
import type { Span } from '../tree.js'
import { choose, closeness, liesIn } from './region-resolve.js'
import { byCode, type Candidate, type Named, type Region, regionTable, zoneOf } from './region-table.js'

export { isRegionName, type Resolution, regionOf, resolveRegion } from './region-resolve.js'
export { ancestors, byCode, type Region, spokenName } from './region-table.js'

export interface RegionMention {
  span: Span
  /** Null where the name is that of several regions and nothing decides. */
  region: Region | null
  /** The name as printed, where it is no longer in force. */
  former: string | null
}

/** Whether a name says its kind (商城县, 达茂旗), or is that of a province. */
const saysKind = ({ candidates }: Named): boolean =>
  candidates.some(({ kind, region }) => kind !== 'bare' || region.level === 'province')
/** 高新区, 经济技术开发区: a kind that names one area of the region before it. */
const generic = new Set(zoneKinds.filter(([, short]) => namedZoneKinds.has(short)).map(([printed]) => printed))

/** 西海岸新区, 两江新区: one area in the country has the name. */
const uniqueZones: ReadonlySet<string> = new Set(namedZones.map((line) => line.slice(line.indexOf(' ') + 1)))

/** Where a name stands: its neighbours decide whether it is a name at all. */
interface Place {
  name: string
  before: string
  after: string
  context: Region | null
  /** The region named right before (南京市|鼓楼区), or the parent of one joined by 、 or 和: a name in it is certain. */
  outer: Region | null
}

const han = /\p{Script=Han}/u
/** Characters after which a new word begins; any but a Han character is one too. */
const opening = '在向至到从由对与于和及或为给赴来驻以是经共督察省市县州区委党对往的原等将把被含即局部丽'
const startsWord = (before: string): boolean => before === '' || !han.test(before) || opening.includes(before)
/** Before a name that a title or a line begins with ('' is the text's start, 共 of 中共). */
const titleStart = ['', '\n', '共', '《', '“']
/** 河北, 湖南, 山东, 江西: also a bank or a slope of whatever river or mountain stands before. */
const directional = /^[河湖江山海云](?:[东南西北])$/
const compass = /[岸侧麓端边面路街段坡支线]/
const feature = /[山江河湖溪桥路街村镇乡峰洞寺岛湾]/
/** 衡阳|市场, 江北|区域, 重|庆祝: the name's last character belongs to the next word. */
const cutWords = new Map(
  ['市场', '区域块位间划段', '旗帜舰', '盟友', '庆祝典贺'].map((marks) => [marks.charCodeAt(0), marks.slice(1)]),
)

function fits(place: Place, { region, kind }: Candidate): boolean {
  const { name, before, after, context, outer } = place
  if (after && cutWords.get(name.charCodeAt(name.length - 1))?.includes(after)) return false
  const certain = outer !== null && liesIn(region, outer)
  const near = closeness(region, context)
  // 郑州航空港经济综合实验区 says its city itself.
  const whole = uniqueZones.has(name) || name.length > region.name.length || byCode(region.parent)?.level === 'province'
  if (region.code === null) return certain || near >= 2 || whole
  if (kind !== 'bare') {
    if (certain || region === context) return true
    if (wordLike.has(name)) return name.length > 2 && titleStart.includes(before) && (context === null || near >= 2)
    if (name.length === 2) return startsWord(before) && (context === null || near > 0)
    return !(context && near === 0 && name.length === 3 && name.endsWith('区'))
  }
  if (region.level === 'province') return !directional.test(name) || (startsWord(before) && !compass.test(after))
  if (feature.test(after)) return false
  if (region.level === 'city') return name.length > 2 || certain || (near >= 1 && !wordLike.has(name))
  return !wordLike.has(name) && (certain || (near >= 2 && startsWord(before)))
}

/** The last character first: it tells most names apart. */
const matches = (text: string, name: string, at: number): boolean => {
  const last = name.length - 1
  return text.charCodeAt(at + last) === name.charCodeAt(last) && text.startsWith(name, at)
}

/** The area that a kind alone names (衡阳高新区; 高新区 in a city's report), or null. */
function genericZone({ name, before, context, outer }: Place, adjacent: boolean): Region | null {
  if (adjacent && outer && (outer.level === 'city' || outer.level === 'county')) return zoneOf(name, outer)
  const short = namedZoneKinds.has(name)
  const joins = before === '' || !han.test(before) || '和及与'.includes(before)
  return short && joins && context?.level === 'city' ? zoneOf(name, context) : null
}

/**
 * The longest name of a region that stands at `at` of folded text, whatever stands around it: one with its kind (商城县), or, where `short`, one
 * without it (商城).
 */
export function regionNameAt(text: string, at: number, short = false): string | null {
  const names = regionTable().names.from(text.charCodeAt(at), text.charCodeAt(at + 1))
  return names?.find((one) => matches(text, one.name, at) && saysKind(one) !== short)?.name ?? null
}

/** The length of the regions that a folded name begins with (湖南省湘潭市雨湖区人民政府: nine), 0 where it begins with none. */
export function regionPrefix(name: string): number {
  let end = 0
  for (let next = regionNameAt(name, 0); next !== null && end + next.length <= name.length; next = regionNameAt(name, end))
    end += next.length
  return end
}

const joiners = '、和及与'

/**
 * Regions in running text, in order. 湖南省衡阳市雁峰区 is one mention, of 雁峰区. The context (the region that the text is about) decides
 * names of several regions and lets short names count (保靖, 株洲). Linear in the text. `text` is it folded, where the caller has it.
 */
export function findRegions(printed: string, context: Region | null = null, text = fold(printed)): RegionMention[] {
  const { names } = regionTable()
  const found: RegionMention[] = []
  const last = text.length - 1
  let second = text.charCodeAt(0)
  for (let at = 0; at < last; at++) {
    const first = second
    second = text.charCodeAt(at + 1)
    const starting = names.from(first, second)
    if (starting === undefined) continue
    for (const { name, candidates } of starting) {
      if (!matches(text, name, at)) continue
      const previous = found.at(-1)
      const adjacent = previous?.span[1] === at
      const listed = previous?.span[1] === at - 1 && joiners.includes(text.charAt(at - 1))
      const outer = previous?.region ? (adjacent ? previous.region : listed ? byCode(previous.region.parent) : null) : null
      const end = at + name.length
      const place: Place = { name, before: text.charAt(at - 1), after: text.charAt(end), context, outer }
      const mention = read(place, candidates, generic.has(name), adjacent)
      if (!mention) continue
      const { region, former } = mention
      const joined = adjacent && previous?.region && region && isPartOf(region, previous.region)
      if (joined) found.pop()
      found.push({ span: [joined ? previous.span[0] : at, end], region, former })
      at = end - 1
      second = text.charCodeAt(end)
      break
    }
  }
  return found
}

const isPartOf = (inner: Region, outer: Region): boolean =>
  liesIn(inner, outer) || (inner.code === null && inner.parent === outer.code)

function read(
  place: Place,
  candidates: readonly Candidate[],
  isGeneric: boolean,
  adjacent: boolean,
): Pick<RegionMention, 'region' | 'former'> | null {
  const { name, context, outer } = place
  if (isGeneric) {
    const zone = genericZone(place, adjacent)
    return zone && { region: zone, former: null }
  }
  const inner = outer ? candidates.filter(({ region }) => liesIn(region, outer)) : []
  const fitting = (inner.length ? inner : candidates).filter((candidate) => fits(place, candidate))
  const chosen = choose(fitting, inner.length ? outer : context)
  if (chosen === 'ambiguous') return fitting.some(({ kind }) => kind === 'official') ? { region: null, former: null } : null
  return chosen && { region: chosen.region, former: chosen.kind === 'former' ? name : null }
}

export interface PlaceMention {
  text: string
  span: Span
  region: Region
  former: string | null
}

/** The regions that a text speaks of, for the store's table of places: what resolves, outside titles in 《》. */
export function findPlaces(text: string, context: Region | null = null, folded = fold(text)): PlaceMention[] {
  const places: PlaceMention[] = []
  let titleStart = text.indexOf('《')
  let titleEnd = titleStart < 0 ? -1 : text.indexOf('》', titleStart)
  for (const { span, region, former } of findRegions(text, context, folded)) {
    while (titleStart >= 0 && titleEnd >= 0 && titleEnd < span[0]) {
      titleStart = text.indexOf('《', titleEnd)
      titleEnd = titleStart < 0 ? -1 : text.indexOf('》', titleStart)
    }
    const titled = titleStart >= 0 && titleStart < span[0] && titleEnd >= span[1]
    if (region && !titled) places.push({ text: text.slice(...span), span, region, former })
  }
  return places
}

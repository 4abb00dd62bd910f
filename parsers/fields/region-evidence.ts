/** What a text says of its own region without naming it in the title: 我省, 县财政局, 湖南省委、省政府, 向我市反馈, the signature. */
import { ancestors, byCode, findRegions, type Region, resolveRegion } from '../values/regions.js'

/** Characters that are weighed; a report says what it is at its head. */
const WEIGHED_LENGTH = 100_000

const kinds = '省|自治区|市|州|盟|县|区|旗|镇|乡|街道'
const selfReference = new RegExp(`([我本全])(${kinds})(?!级|域|道)`, 'g')
/** Only the answering body writes so; 全省 also stands in quoted findings. */
const addressed = new RegExp(`(?:结合|向|对|督察|巡视|巡察)我(${kinds})|我(${kinds})(?:实际|高度重视|认真|坚决|迅速)`, 'g')
/** A department without its region's name: 县财政局, 市住建局. Whose it is says the level of the list's author. */
const ownDepartment =
  /(?<![\p{Script=Han}\d])(省|自治区|市|州|盟|县|区|旗|镇|乡)(?=委|政府|人民政府|纪委|发改|发展|财政|住建|住房|农业|自然资源|国土|环保|水利|水务|林业|公安|交通|应急|市场|卫|教育|民政|工信|经信|城管|审计|人社|村)/gu
/** After a region: its own committee and government act. */
const acting = /^(?:委、|委和|党委、|党委和|人民政府|委高度|委坚决|委认真|党委政府|党委高度|高度重视|坚决扛|认真贯彻)/
/** Before a region: the inspection turns to it. */
const turnedTo = /(?:反馈|督察|巡视|巡察|审计|向|对|进驻)$/
/** After a region: the body that inspects. */
const inspects =
  /^(?:委|党委|纪委)?(?:第?[\d一二三四五六七八九十]+轮?)?(?:生态)?(?:环境)?(?:保护)?(?:督察|巡视|巡察|审计(?:厅|局|组))/
/** 市生态环境局沅江分局: the branch of the city's bureau in the county. */
const branch = /局([\p{Script=Han}]{2,6}?)分局/gu

/** The kind of region that speaks: the one of most self-references, where it has half of their weight. */
function selfKind(text: string): string | null {
  const weights = new Map<string, number>()
  const weigh = (kind: string | undefined, weight: number) => kind && weights.set(kind, (weights.get(kind) ?? 0) + weight)
  for (const match of text.matchAll(selfReference)) weigh(match[2], match[1] === '全' ? 1 : 3)
  for (const match of text.matchAll(addressed)) weigh(match[1] ?? match[2], 6)
  for (const match of text.matchAll(ownDepartment)) weigh(match[1], 1)
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  const [first] = [...weights].sort((a, b) => b[1] - a[1])
  return first && first[1] * 2 >= total ? first[0] : null
}

/** The last character of a name says its kind; 我区 may be a district or an autonomous region, 我市 a municipality. */
const isOfKind = (region: Region, kind: string): boolean => {
  if (kind === '自治区') return region.name.endsWith('自治区')
  if (kind === '镇') return region.level === 'county'
  return region.name.endsWith(kind)
}

interface Weights {
  weights: Map<Region, number>
  /** The region most named, to read short names by. */
  context: Region | null
}

function weighMentions(text: string): Weights {
  const counts = new Map<Region, number>()
  for (const { region } of findRegions(text)) if (region?.code) counts.set(region, (counts.get(region) ?? 0) + 1)
  const context = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
  const weights = new Map<Region, number>()
  const weigh = (region: Region, weight: number) => weights.set(region, (weights.get(region) ?? 0) + weight)
  for (const { region, span } of findRegions(text, context)) {
    if (!region?.code || inspects.test(text.slice(span[1], span[1] + 16))) continue
    const acts = acting.test(text.slice(span[1], span[1] + 6)) ? 4 : 0
    weigh(region, 1 + acts + (turnedTo.test(text.slice(Math.max(0, span[0] - 2), span[0])) ? 2 : 0))
  }
  for (const [, name = ''] of text.matchAll(branch)) {
    const { region } = resolveRegion(name, context)
    if (region?.code && region.level === 'county') weigh(region, 2)
  }
  return { weights, context }
}

/** A region stands for the parts of it that are named: 涪城区, 三台县, 江油市 say 绵阳市. */
function withParts(weights: Map<Region, number>): Map<Region, number> {
  const sums = new Map(weights)
  const parts = new Map<Region, number>()
  for (const [region, weight] of weights)
    for (const outer of ancestors(region.code)) {
      sums.set(outer, (sums.get(outer) ?? 0) + weight)
      parts.set(outer, (parts.get(outer) ?? 0) + 1)
    }
  for (const [outer, count] of parts) if (count < 2) sums.set(outer, weights.get(outer) ?? 0)
  return sums
}

/**
 * The region whose body wrote the text, by its self-references and the regions it names; null where they are few or disagree.
 * @param forTownship the author is a township's body: its county is wanted
 */
export function regionOfText(text: string, forTownship = false): Region | null {
  const head = text.slice(0, WEIGHED_LENGTH)
  const kind = forTownship ? '镇' : selfKind(head)
  if (!kind || (!forTownship && /[镇乡道]$/.test(kind))) return null
  const { weights } = weighMentions(head)
  const [first, second] = [...withParts(weights)].filter(([region]) => isOfKind(region, kind)).sort((a, b) => b[1] - a[1])
  return first && first[1] >= 2 && first[1] >= 1.5 * (second?.[1] ?? 0) ? first[0] : null
}

/** Decides a name of several regions (鼓楼区) by the cities and provinces that the texts name; null where they do not agree on one. */
export function resolveAmong(name: string, texts: readonly string[]): Region | null {
  const contexts = new Map<Region, number>()
  for (const text of texts)
    for (const { region } of findRegions(text.slice(0, WEIGHED_LENGTH)))
      for (const context of region ? [region, ...ancestors(region.code)] : [])
        contexts.set(context, (contexts.get(context) ?? 0) + 1)
  const votes = new Map<Region, number>()
  for (const [context, count] of contexts) {
    const { region } = resolveRegion(name, context)
    if (region && ancestors(region.code).includes(context)) votes.set(region, (votes.get(region) ?? 0) + count)
  }
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1])
  return first && first[1] > 2 * (second?.[1] ?? 0) ? first[0] : null
}

const signature = /^.{0,40}(?:委员会|党组|党委|政府|局|办公室|委|厅)$/
const dated = /^\d{4}年\d{1,2}月\d{1,2}日$/

/** The region of the body that signs at the end, over the date; null where nobody does. */
export function signedBy(text: string): Region | null {
  const lines = text
    .slice(-1500)
    .split('\n')
    .map((line) => line.replace(/\s/g, ''))
    .filter(Boolean)
  for (let at = lines.length - 1; at > 0; at--) {
    const line = lines[at - 1] ?? ''
    if (!dated.test(lines[at] ?? '') || !signature.test(line)) continue
    return byCode(findRegions(line).at(-1)?.region?.code ?? null)
  }
  return null
}

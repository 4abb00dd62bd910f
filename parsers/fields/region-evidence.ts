/** What a text says of its own region outside its title: by its own words, by who published and who signed it. */
import { bodyAlone } from '../lexicon/title.js'
import type { Span } from '../tree.js'
import { liesIn } from '../values/region-resolve.js'
import { ancestors, findRegions, type Region, resolveRegion } from '../values/regions.js'
import { cuesIn, inspects } from './region-cues.js'
import { readTitle } from './region-title.js'

/** A region with the words that name it. */
export interface RegionEvidence {
  region: Region
  span: Span
}

/** Characters that are weighed; a report says what it is at its head. */
const WEIGHED_LENGTH = 100_000

const kinds = '省|自治区|市|州|盟|县|区|旗|镇|乡|街道'
const selfReference = new RegExp(`([我本全])(${kinds})(?!级|域|道)`, 'g')
/** Only the answering body writes so; 全省 also stands in quoted findings. */
const addressed = new RegExp(`(?:结合|向|对|督察|巡视|巡察)我(${kinds})|我(${kinds})(?:实际|高度重视|认真|坚决|迅速)`, 'g')
/** A department without its region's name: 县财政局, 市住建局. Whose it is says the level of the list's author. */
const ownDepartment =
  /(?<![\p{Script=Han}\d])(省|自治区|市|州|盟|县|区|旗|镇|乡)(?=委|政府|人民政府|纪委|发改|发展|财政|住建|住房|农业|自然资源|国土|环保|生态|水利|水务|林业|公安|交通|应急|市场|卫|教育|民政|工信|经信|城管|审计|人社|村)/gu
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

/** Whether the text calls its own region by this kind: 我市 in a report of a city. */
export function speaksOf(text: string, region: Region): boolean {
  const kind = selfKind(text.slice(0, WEIGHED_LENGTH))
  return kind !== null && isOfKind(region, kind)
}

type Weights = Map<Region, { weight: number; span: Span }>

const weigh = (weights: Weights, region: Region, weight: number, span: Span) => {
  const known = weights.get(region)
  if (known) known.weight += weight
  else weights.set(region, { weight, span })
}

/** How often each region is named, what inspects left out. */
function weighMentions(text: string): Weights {
  const counts = new Map<Region, number>()
  for (const { region } of findRegions(text)) if (region?.code) counts.set(region, (counts.get(region) ?? 0) + 1)
  const context = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
  const weights: Weights = new Map()
  for (const { region, span } of findRegions(text, context))
    if (region?.code && !inspects.test(text.slice(span[1], span[1] + 16))) weigh(weights, region, 1, span)
  for (const match of text.matchAll(branch)) {
    const { region } = resolveRegion(match[1] ?? '', context)
    if (region?.code && region.level === 'county')
      weigh(weights, region, 2, [match.index + 1, match.index + 1 + (match[1]?.length ?? 0)])
  }
  return weights
}

/** A region stands for the parts of it that are named: 涪城区, 三台县, 江油市 say 绵阳市. */
function withParts(weights: Weights): Weights {
  const sums: Weights = new Map([...weights].map(([region, own]) => [region, { ...own }]))
  const parts = new Map<Region, number>()
  for (const [region, { weight, span }] of weights)
    for (const outer of ancestors(region.code)) {
      weigh(sums, outer, weight, span)
      parts.set(outer, (parts.get(outer) ?? 0) + 1)
    }
  for (const [outer, count] of parts) {
    if (count >= 2) continue
    const own = weights.get(outer)
    if (own) sums.set(outer, { ...own })
    else sums.delete(outer)
  }
  return sums
}

/** The region of the greatest weight, where it leads clearly; what lies in it or around it does not stand against it. */
function leading(weights: Weights, least: number): RegionEvidence | null {
  const [first, ...rest] = [...weights].sort((a, b) => b[1].weight - a[1].weight)
  if (!first || first[1].weight < least) return null
  const [region, { weight, span }] = first
  const rival = rest.find(([other]) => !liesIn(other, region) && !liesIn(region, other))
  return rival && weight < 1.5 * rival[1].weight ? null : { region, span }
}

/**
 * The region whose body wrote the text: what its opening says in so many words, else by its self-references (我市, 县财政局) and the regions that it
 * names; null where they are few or disagree.
 * @param forTownship the author is a township's body: its county is wanted
 */
export function regionOfText(text: string, forTownship = false): RegionEvidence | null {
  const head = text.slice(0, WEIGHED_LENGTH)
  const kind = forTownship ? '镇' : selfKind(head)
  const cues: Weights = new Map()
  for (const { region, weight, span } of cuesIn(head))
    if (kind === null || isOfKind(region, kind) || /[镇乡道]$/.test(region.name)) weigh(cues, region, weight, span)
  const told = leading(cues, 2)
  if (told && (!forTownship || told.region.level === 'county')) return told
  if (!kind || (!forTownship && /[镇乡道]$/.test(kind))) return null
  const weights = withParts(weighMentions(head))
  for (const [region] of weights) if (!isOfKind(region, kind)) weights.delete(region)
  for (const [region, { weight, span }] of cues) weigh(weights, region, weight, span)
  const [first, second] = [...weights].sort((a, b) => b[1].weight - a[1].weight)
  return first && first[1].weight >= 2 && first[1].weight >= 1.5 * (second?.[1].weight ?? 0)
    ? { region: first[0], span: first[1].span }
    : null
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

/** The region of a body that publishes or signs: 青禾县审计局 is one of its county, though it inspects. */
export function ofBody(words: string): Region | null {
  const { region, inspector } = readTitle(words)
  return region ?? (/审计[局厅]$/.test(words) ? inspector : null)
}

const signature = /^.{0,40}(?:委员会|党组|党委|[省市县区州旗]委|政府|局|办公室|委|厅|领导小组|管委会|街道办事处)$/
const dated =
  /^(?:\d{4}年\d{1,2}月\d{1,2}日|[一二两][〇○零O0一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$/
/** A month alone may be a cell under a body; under a government or a committee in the last lines it dates what they sign. */
const datedByMonth = /^\d{4}年\d{1,2}月$/
const author = /(?:委员会|党组|党委|[省市县区州旗盟]委|人民政府|党工委|管委会)$/
const lastLines = 3

/** The region of the body that signs at the end, over the date; null where nobody does. */
export function signedBy(text: string): RegionEvidence | null {
  const from = Math.max(0, text.length - 1500)
  const lines: { words: string; start: number; end: number }[] = []
  let at = from
  for (const line of text.slice(from).split('\n')) {
    const words = line.replace(/\s/g, '')
    if (words) lines.push({ words, start: at, end: at + line.length })
    at += line.length + 1
  }
  for (let i = lines.length - 1; i > 0; i--) {
    const [line, day] = [lines[i - 1], lines[i]]
    if (!line || !day || !signature.test(line.words)) continue
    const byMonth = i >= lines.length - lastLines && datedByMonth.test(day.words) && author.test(line.words)
    if (!dated.test(day.words) && !byMonth) continue
    const region = ofBody(line.words)
    return region && { region, span: [line.start, line.end] }
  }
  return null
}

/** Who published: 发布机构：X, in the lines over the report and under it; 主办：X of the page's foot. */
const issuerLabel =
  /(?:^|[\n 　])(?:(?:发布|发文|制发|公开|制定|印发|填报|报送|编制|填表)(?:机构|机关|单位|部门|主体)|单位)(?:（[^（）]{1,4}）)?[:：][ \n]?([^\n :：]{4,40})|(?:^|\n)(?:主办单位|主办)[:：] ?([^\n :：]{4,40})/g

/** Lines over the report that may name its body alone. */
const headLines = 15

/** The body that stands on a line of its own over the report or under its title. */
function bodyAbove(text: string): RegionEvidence | null {
  let at = 0
  for (const line of text.slice(0, 1500).split('\n').slice(0, headLines)) {
    const words = line.trim()
    // sentences and numbered lines are the report
    if (/[。；]/.test(words) || /^(?:[一二三四五六七八九十\d]{1,3}[、.．]|[（(])/.test(words)) return null
    const region = words.length <= 40 && bodyAlone.test(words) ? ofBody(words) : null
    if (region) return { region, span: [at, at + line.length] }
    at += line.length + 1
  }
  return null
}

/** The region of the page's publisher; null where it names none. */
export function issuedBy(text: string): RegionEvidence | null {
  const zones: readonly Span[] = [
    [0, Math.min(text.length, 2500)],
    [Math.max(0, text.length - 1500), text.length],
  ]
  for (const [from, to] of zones)
    for (const match of text.slice(from, to).matchAll(issuerLabel)) {
      const words = match[1] ?? match[2] ?? ''
      const region = ofBody(words)
      const at = from + match.index + match[0].lastIndexOf(words)
      if (region) return { region, span: [at, at + words.length] }
    }
  return bodyAbove(text)
}

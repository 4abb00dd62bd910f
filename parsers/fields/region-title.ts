/** The region that a title, or another name of a document or a body, speaks for: the body's that answers, not the one's that inspects. */
import { zoneKinds } from '../lexicon/region-overrides.js'
import { liesIn } from '../values/region-resolve.js'
import { byCode, findRegions, type Region, type RegionMention, resolveRegion } from '../values/regions.js'

/** After a region: 委第三巡察组, 省第二轮生态环境保护督察, 审计局. */
const inspection =
  /^(委|党委|纪委)?(?:第?[\d一二三四五六七八九十]+(?:轮|批|次))?(?:专项|机动|常规|提级|交叉)*(?:第[\d一二三四五六七八九十]+)?(生态)?(?:环境|环保)?(?:保护)?(督察|督导|巡视|巡察)(组|办|工作领导小组)?|^审计(?:厅|局|署|机关)/

/** Only provinces inspect the environment and send 巡视; cities and counties send 巡察. 保靖县委巡视整改 is the county's answer. */
function isInspector(region: Region, after: string): boolean {
  const match = inspection.exec(after)
  if (!match) return false
  const [whole, committee, , kind, group] = match
  if (group || whole.startsWith('审计')) return true
  return region.level === 'province' ? kind !== '巡察' || committee !== undefined : kind === '巡察' && committee !== undefined
}

/** 遵义市生态环境局仁怀分局: the branch of a bureau serves its own area. */
const branch = /[局院行]([\p{Script=Han}]{2,8}?)(?:新区)?(?:分局|分院|支局|税务局|支行|生态环境局|监管分局)/u
/** 宜春市上高生态环境局: so branches of the city's bureau are called as well. */
const shortBranch = /^([\p{Script=Han}]{2,4})(?:生态环境|自然资源|税务|公安|市场监督管理)局/u
/** What stands behind a place's name in a title. */
const behindPlace =
  '党|工委|工作|管委|管理委|人民|政府|委|办|关于|机关|整改|贯彻|落实|公开|社区|财政|省|中央|国家|市|县|区|第|20|环|生态|督|巡|审|反馈|问题|突出|信访|开展|对|“|$'
const behind = new RegExp(`^(?:${behindPlace})`)
const townshipAfter = new RegExp(
  `^([\\p{Script=Han}]{1,6}?(?:镇|乡|街道|苏木))(?!镇|村|道|建设|振兴|级)(?=${behindPlace})`,
  'u',
)
const zones = zoneKinds.map(([printed]) => printed).join('|')
const zoneAfter = new RegExp(`^([\\p{Script=Han}]{0,6}?(?:${zones}))(?=${behindPlace})`, 'u')
const notTownship = /^(?:城镇|乡镇|村镇|集镇|城乡|各|全|重点|农村|特色|街道|部分|相关)/
const companyAfter = /^[^，。、]{0,16}(?:公司|集团|大学|学院|银行|医院|研究院|学校|协会|电厂|中学)/
/** 吉林、浙江等8省区: a list that goes on names no region of the report. */
const listGoesOn = /^(?:[、和及与][^、和及与，。\s]{2,8}){0,12}等[\d一二三四五六七八九十]{0,3}个?[省市县区地]/

const ofOrganisation = new RegExp(companyAfter.source.replace('{0,16}', '{2,24}'))
/** A company's or a university's title, whose name is no place's. */
export const isOrganisation = (title: string): boolean => ofOrganisation.test(title) && !/^[省市州盟县区旗]/.test(title)

export interface TitleReading {
  /** The title without 中共, 关于. */
  title: string
  region: Region | null
  /** The words that name it. */
  words: string
  /** Name of the township that the title starts with, its county unsaid. */
  township: string | null
  /** A name of several regions. */
  ambiguous: string | null
  former: string | null
  /** The region is only the first word of a company's or a university's name. */
  ofName: boolean
  /** The region of an inspecting body: only its level of evidence. */
  inspector: Region | null
}

/** Characters of a title or a hint that are read. */
const TITLE_LENGTH = 400
const start = /^(?:附件\d*[:：]?|中共|关于|\d+[.、]|【[^】]{1,10}】)+/
const leading = /^(?:贯彻|落实|公开|公布|关于|整改|对|通报|第|中央|市委|督察|审计|巡察|20\d\d)/

/** A bare name that a title begins with: 湘潭公开…, 长沙贯彻落实…. */
function leadingBare(title: string): RegionMention | null {
  const from = start.exec(title)?.[0].length ?? 0
  for (let length = 5; length >= 2; length--) {
    const name = title.slice(from, from + length)
    const { region } = name.length === length ? resolveRegion(name) : { region: null }
    const after = title.slice(from + length)
    if (region?.level === 'city' && (leading.test(after) || zoneAfter.test(after)))
      return { span: [from, from + length], region, former: null }
  }
  return null
}

/** A functional area of the table that a title begins with, its city unsaid: 屈原管理区贯彻落实…. */
function leadingZone(title: string): RegionMention | null {
  const from = start.exec(title)?.[0].length ?? 0
  for (let length = 14; length >= 4; length--) {
    const name = title.slice(from, from + length)
    const region = name.length === length ? resolveRegion(name).region : null
    // what no table holds has no region around it
    if (region && region.code === null && region.parent !== null && behind.test(title.slice(from + length)))
      return { span: [from, from + length], region, former: null }
  }
  return null
}

/** 益阳市生态环境局沅江分局 serves 沅江市; 保靖县迁陵镇 is the township, 株洲云龙示范区 the area. */
export function narrowed(region: Region, after: string): Region {
  const served = (branch.exec(after.slice(0, 24)) ?? shortBranch.exec(after))?.[1]
  const inner = served ? resolveRegion(served, region).region : null
  const serving = inner && liesIn(inner, region) ? inner : region
  const zone = zoneAfter.exec(after)?.[1]
  const township = townshipAfter.exec(after)?.[1]
  const part = zone ?? (township && !notTownship.test(township) ? township : null)
  const named = part && resolveRegion(part, serving).region
  return named && liesIn(named, serving) ? named : serving
}

export function readTitle(text: string): TitleReading {
  const title = text.slice(0, TITLE_LENGTH).replace(/\s+/g, '')
  const reading: TitleReading = {
    title: title.replace(start, ''),
    region: null,
    words: '',
    township: null,
    ambiguous: null,
    former: null,
    ofName: false,
    inspector: null,
  }
  const mentions = findRegions(title)
  const bare = leadingBare(title) ?? leadingZone(title)
  if (bare && !mentions.some(({ span }) => span[0] <= bare.span[0])) mentions.unshift(bare)
  let end = -1
  for (const { span, region, former } of mentions) {
    const listed = end === span[0] - 1 && '、和及与'.includes(title.charAt(end))
    end = span[1]
    const after = title.slice(span[1])
    if (listGoesOn.test(after)) {
      // 岳阳市华容县等3个县: the city of all
      const outer = byCode(region?.parent ?? null)
      if (!reading.region && outer && title.startsWith(outer.name, span[0])) {
        reading.region = outer
        reading.words = outer.name
      }
      continue
    }
    if (!region) {
      reading.ambiguous ??= title.slice(...span)
      continue
    }
    if (isInspector(region, after)) {
      reading.inspector ??= region
      continue
    }
    const isBare = !title.slice(...span).endsWith(region.name.slice(-1))
    const ofName = isBare && companyAfter.test(after)
    if (ofName && region.level !== 'province') continue
    // 雨湖区、岳塘区: the city of both.
    if (listed && region.parent && (reading.region?.parent === region.parent || reading.region?.code === region.parent)) {
      reading.region = byCode(region.parent)
      continue
    }
    // A second region counts where it lies in the first: 省生态环境厅关于某市…. Otherwise the first is the answering body.
    if (reading.region && !liesIn(region, reading.region)) continue
    reading.region = narrowed(region, after)
    reading.words = title.slice(...span)
    reading.former = former
    reading.ofName = ofName
  }
  const township = reading.region ? null : (townshipAfter.exec(reading.title)?.[1] ?? null)
  if (township && !notTownship.test(township)) reading.township = township
  return reading
}
